"""How one published figure is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from etl.explain import labels
from etl.report.words import IDENTITY_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    from etl.report.evidence import Evidence

FIELDS = ("indicator", "measure", "of", "value", "interval", "subject", "period", "modality", "confidence", "rule")
VERDICT_STYLES = {"consistent": "green", "contradictory": "bold red", "implied": "cyan", "undetermined": "dim"}


def print_evidence(evidence: Evidence, console: Console) -> None:
    """Print the sentence with the figure marked, the fields, the article, and what the figure is tested against."""
    figure = evidence.figure
    sentence = Text(figure["evidence_text"])
    sentence.highlight_words([figure["quote"]], "bold green underline")
    console.print(Padding(sentence, (1, 0, 1, 2)))
    console.print(_fields(figure))
    if evidence.relations:
        console.print(_relations(evidence.relations))


def _fields(figure: dict[str, Any]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    shown = {name: figure.get(name) for name in FIELDS}
    code = figure["indicator_code"]
    shown["indicator"] = f"{figure['stated_indicator_name']} ({code or 'not in vocabulary'})"
    shown["value"] = f"{_number(figure['value'])} {figure['unit'] or ''}".strip()
    interval = f"{_number(figure['lower']) or '−∞'} … {_number(figure['upper']) or '∞'} {figure['unit'] or ''}"
    shown["interval"] = interval.strip()
    shown["period"] = f"{figure['period'] or '—'} ({labels.label(labels.BASES, figure['period_basis']).en})"
    for name in FIELDS:
        if shown[name] is not None:
            table.add_row(
                Text(f"  {labels.FIELDS[name].zh} {labels.FIELDS[name].en}", style="dim"), Text(str(shown[name]))
            )
    article = " · ".join(filter(None, (figure["title"], figure["publisher"], figure["published"])))
    table.add_row(Text("  文章 article", style="dim"), Text(article))
    table.add_row("", Text(figure["source_uri"], style="dim"))
    if figure["review_verdict"]:
        verdict = labels.label(labels.VERDICTS, figure["review_verdict"])
        said = ": ".join(filter(None, (figure["reviewed_by"], figure["review_note"])))
        table.add_row(Text("  复核 review", style="dim"), Text(f"{verdict.zh} {verdict.en}  {said}"))
    return table


def _relations(relations: list[dict[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for title in ("核对 tested", "", "算得 calculated", "文中 claimed"):
        table.add_column(title, overflow="fold")
    for relation in relations:
        zh, en = VERDICT_WORDS[relation["verdict"]]
        _, identity = IDENTITY_WORDS.get(relation["identity"], ("", relation["identity"]))
        expected = f"{relation['calculation']} = {_number(relation['expected'])} {relation['unit'] or ''}".strip()
        table.add_row(
            Text(f"{zh} {en}", style=VERDICT_STYLES[relation["verdict"]]),
            Text(identity, style="dim"),
            Text(expected),
            Text(relation["claimed"] or "—"),
        )
    return table


def _number(value: Any) -> str:  # noqa: ANN401 - a numeric of the database, or none
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
