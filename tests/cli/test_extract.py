"""`warehouse extract` on files written here."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from etl.cli.extract import command
from etl.errors import UsageError
from etl.extraction import Observation

FRONT = "---\narea: 某市\npublished: 2024-02\n---\n"
TEXT = FRONT + "2023年，全市服务业增加值3603.45亿元，比上年增长6.7%。5G开局良好。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), catch_exceptions=False)


def test_one_observation_a_line_with_every_field_of_the_contract(article: Path) -> None:
    result = run(article)
    records = [json.loads(line) for line in result.output.splitlines()]
    assert [record["quote"] for record in records] == ["3603.45亿元", "6.7%"]
    for record in records:
        assert set(Observation._fields) <= set(record)
        assert TEXT[record["start"] : record["end"]] == record["quote"]
        assert record["source_uri"] == str(article)
        assert len(record["observation_id"]) == 12
    assert records[0]["value"] == 3603.45
    assert result.exit_code == 0


def test_the_command_line_wins_over_front_matter(article: Path) -> None:
    plain = article.with_name("b.txt")
    plain.write_text("去年服务业增加值增长6.7%。", encoding="utf-8")
    (record,) = map(json.loads, run(plain, "--published", "2022-03", "--area", "青岛市").output.splitlines())
    assert (record["period"], record["subject"]) == ("2021", "青岛市")


def test_csv_holds_the_same(article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(article, article, "--format", "csv").output)))
    assert [row["quote"] for row in rows] == ["3603.45亿元", "6.7%"] * 2
    assert rows[0]["value_base"] == "360345000000"
    assert rows[0]["of"] == ""


def test_the_table_names_what_is_measured(article: Path) -> None:
    output = run(article, "--format", "table").output
    assert "服务业增加值" in output
    assert "3603.45" in output


def test_mentions_account_for_every_number(article: Path) -> None:
    records = [json.loads(line) for line in run(article, "--mentions").output.splitlines()]
    dispositions = {record["quote"]: record["disposition"] for record in records}
    assert dispositions["3603.45亿元"] == dispositions["6.7%"] == "observation"
    assert dispositions["5G"] == "name"
    assert [record["observation_count"] for record in records if record["disposition"] == "observation"] == [1, 1]


def test_one_bad_file_does_not_hold_up_the_others(article: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "none.txt", article)
    assert result.exit_code == 3
    assert result.stderr == f"warehouse: {tmp_path / 'none.txt'}: no such file; check the path\n"
    assert len(result.stdout.splitlines()) == 2


def test_a_date_that_is_none(article: Path) -> None:
    with pytest.raises(UsageError, match="--published"):
        run(article, "--published", "last year")
