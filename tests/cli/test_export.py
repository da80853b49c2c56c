"""`warehouse export`: the same rows in each format, whole files only."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.database import Database, roles
from etl.settings import Settings
from tests.database.conftest import environment

ROWS = [("服务业增加值", "3603.45", 'a \\ b\n第二行, "引号"'), ("占比", "48.5", None)]


@pytest.fixture(scope="module")
def series(database: Database) -> Iterator[None]:
    """A published table with text that formats like to break."""
    with database.connect(roles.TRANSFORMER) as connection:
        connection.execute("CREATE TABLE marts.series (name_zh text, value numeric, note text)")
        connection.cursor().executemany("INSERT INTO marts.series VALUES (%s, %s, %s)", ROWS)
    yield
    with database.connect(roles.TRANSFORMER) as connection:
        connection.execute("DROP TABLE marts.series")


def export(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "etl", "export", *arguments]
    return subprocess.run(command, env=environment(settings), capture_output=True, check=False)


@pytest.mark.usefixtures("series")
def test_the_formats_agree(settings: Settings) -> None:
    text = export(settings, "series").stdout.decode()
    assert [tuple(row.values()) for row in csv.DictReader(text.splitlines(keepends=True))] == [
        (name, value, note or "") for name, value, note in ROWS
    ]
    expected = [{"name_zh": name, "value": float(value), "note": note} for name, value, note in ROWS]
    assert json.loads(export(settings, "marts.series", "--format", "json").stdout) == expected
    lines = export(settings, "series", "--format", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line) for line in lines] == expected


@pytest.mark.usefixtures("series")
def test_excel_gets_its_byte_order_mark(settings: Settings, tmp_path: Path) -> None:
    target = tmp_path / "series.csv"
    assert export(settings, "series", "--excel", "-o", str(target)).returncode == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfname_zh,value,note\n")
    assert [path.name for path in tmp_path.iterdir()] == ["series.csv"]


@pytest.mark.usefixtures("series")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["absent"], "there is no published table 'absent'; choose one of: series, quality."),
        (["staging.load"], "there is no published table 'staging.load'; choose one of"),
        (["series; DROP TABLE marts.series"], "there is no published table"),
        (["series", "--excel", "--format", "json"], "--excel goes with --format csv"),
        (["series", "-o", "/nonexistent/file.csv"], "/nonexistent/file.csv: cannot be written"),
    ],
)
def test_mistakes_are_one_line(settings: Settings, arguments: list[str], message: str) -> None:
    result = export(settings, *arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert message in result.stderr.decode() and len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("series")
def test_an_empty_table_is_still_json(settings: Settings) -> None:
    assert json.loads(export(settings, "quality.run", "--format", "json").stdout) == []
    assert export(settings, "quality.run", "--format", "jsonl").stdout == b""
