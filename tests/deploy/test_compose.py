"""docker-compose.yml: valid, no password in it, nothing listens beyond this machine."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.settings import PROJECT_DIR

COMPOSE = PROJECT_DIR / "docker-compose.yml"


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load(COMPOSE.read_text())["services"])


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    """Secrets, made by the script as a user makes them."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(PROJECT_DIR / "deploy" / "make-secrets", tmp_path / "deploy")
    subprocess.run([tmp_path / "deploy" / "make-secrets"], check=True, capture_output=True)
    return tmp_path / "secrets"


def test_docker_compose_accepts_it(secrets: Path) -> None:
    program = shutil.which("docker-compose") or pytest.skip("docker-compose is not installed")
    shutil.copy(COMPOSE, secrets.parent)
    (secrets.parent / "bi" / "superset").mkdir(parents=True)
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WAREHOUSE_")}
    result = subprocess.run(
        [program, "config"], cwd=secrets.parent, env=environ, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    told = yaml.safe_load(result.stdout)["services"]
    assert set(told) == {"database", "prepare", "scheduler", "superset", "reports"}
    assert "--cron=0 6 * * *" in told["scheduler"]["command"]
    assert not any(secret.read_text().strip() in result.stdout for secret in secrets.iterdir())


def test_ports_listen_on_this_machine_only(services: dict[str, dict[str, Any]]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert len(ports) == 3 and all(port.startswith("127.0.0.1:") for port in ports)


def test_passwords_come_from_files_that_only_those_who_need_them_get(services: dict[str, dict[str, Any]]) -> None:
    for service in services.values():
        environment = service.get("environment", {})
        named = {name for name in environment if "PASSWORD" in name or "KEY" in name}
        assert all(name.endswith("_FILE") for name in named)
        read = {str(environment[name]).removeprefix("/run/secrets/") for name in named}
        assert read == set(service.get("secrets", []))
    holders = [name for name, service in services.items() if "postgres_password" in service.get("secrets", [])]
    assert holders == ["database", "prepare"]


def test_our_containers_are_hardened(services: dict[str, dict[str, Any]]) -> None:
    for name in ("prepare", "scheduler", "superset", "reports"):
        assert services[name]["read_only"] and services[name]["cap_drop"] == ["ALL"]


def test_secrets_are_private_strong_and_kept(secrets: Path) -> None:
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o700
    before = {path.name: path.read_text() for path in secrets.iterdir()}
    declared = yaml.safe_load(COMPOSE.read_text())["secrets"]
    assert set(before) == set(declared)
    assert len({text.strip() for text in before.values()}) == len(before)
    assert all(len(text.strip()) >= 40 for text in before.values())
    subprocess.run([secrets.parent / "deploy" / "make-secrets"], check=True)
    assert before == {path.name: path.read_text() for path in secrets.iterdir()}


def test_the_image_runs_as_nobody_special_and_tells_its_health() -> None:
    lines = (PROJECT_DIR / "Dockerfile").read_text().splitlines()
    final = lines[max(number for number, line in enumerate(lines) if line.startswith("FROM ")) :]
    assert "USER warehouse" in final
    assert any(line.startswith("HEALTHCHECK ") and '"schedule", "--check"' in line for line in final)
