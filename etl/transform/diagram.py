"""The model as Mermaid diagrams, drawn from dbt's manifest: the star with its foreign keys, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Manifest = Mapping[str, Any]


def star(manifest: Manifest) -> str:
    """Dimensions, facts and marts for people, joined by the foreign keys that PostgreSQL enforces."""
    lines = ["erDiagram"]
    for model in _models(manifest, "marts"):
        lines.append(f"    {model['name']} {{")
        lines += [f"        {_type(column)} {column['name']} PK" for column in _columns(model, "primary_key")]
        lines.append("    }")
    edges = {edge for model in _models(manifest, "marts") for edge in _foreign_keys(model)}
    lines += [f"    {parent} ||--o{{ {child} : {label}" for parent, child, label in sorted(edges)]
    return "\n".join(lines)


def layers(manifest: Manifest) -> str:
    """How many models each folder has, and which folder reads which."""
    folders = {key: "/".join(model["fqn"][1:-1]) for key, model in manifest["nodes"].items() if _is_model(model)}
    folders |= {key: "seeds" for key, node in manifest["nodes"].items() if node["resource_type"] == "seed"}
    names = sorted(set(folders.values()))
    lines = ["flowchart LR"]
    for name in names:
        count = sum(folder == name for folder in folders.values())
        lines.append(f'    {_identifier(name)}["{name} ({count})"]')
    edges = {
        (folders[parent], folders[key])
        for key in folders
        for parent in manifest["nodes"][key]["depends_on"].get("nodes", [])
        if parent in folders and folders[parent] != folders[key]
    }
    lines += [f"    {_identifier(parent)} --> {_identifier(child)}" for parent, child in sorted(edges)]
    return "\n".join(lines)


def _models(manifest: Manifest, layer: str) -> Iterator[Mapping[str, Any]]:
    nodes = (node for node in manifest["nodes"].values() if _is_model(node) and node["fqn"][1] == layer)
    yield from sorted(nodes, key=lambda node: str(node["name"]))


def _is_model(node: Mapping[str, Any]) -> bool:
    return bool(node["resource_type"] == "model")


def _columns(model: Mapping[str, Any], constraint: str) -> Iterator[Mapping[str, Any]]:
    for column in model["columns"].values():
        if any(item["type"] == constraint for item in column["constraints"]):
            yield column


def _foreign_keys(model: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for column in _columns(model, "foreign_key"):
        for constraint in column["constraints"]:
            if constraint["type"] == "foreign_key":
                target = constraint.get("to") or constraint["expression"].split(" ")[0]
                yield target.replace('"', "").split(".")[-1], model["name"], column["name"]


def _type(column: Mapping[str, Any]) -> str:
    return str(column["data_type"]).replace(" ", "_")


def _identifier(folder: str) -> str:
    return folder.replace("/", "_")
