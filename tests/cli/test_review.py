"""`warehouse review` on an article written here."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from etl.cli.review import command
from etl.errors import UsageError
from etl.review.waiting import DOUBTFUL

TEXT = "2023年，全市服务业增加值3603.45亿元，比上年增长6.7%。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [*map(str, arguments), "--below", "1.01"], catch_exceptions=False)


def test_what_waits_with_its_sentence(article: Path) -> None:
    output = run(article).output
    assert TEXT.strip() in output
    assert "value=3603.45; unit=亿元" in output
    assert output.splitlines()[-1] == "2 wait, 0 decided, 0 not applied"


def test_a_filled_template_decides(article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(article, "--format", "csv").output)))
    assert [row["quote"] for row in rows] == ["3603.45亿元", "6.7%"]
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writeheader()
    writer.writerow({**rows[0], "verdict": "accept"})
    writer.writerow({**rows[1], "verdict": "reject", "expect": "value=9"})
    article.with_name("a.review.csv").write_text(file.getvalue(), encoding="utf-8")
    output = run(article).output
    assert "value is 6.7 by now, not 9" in output
    assert output.splitlines()[-1] == "1 wait, 1 decided, 1 not applied"


def test_templates_are_written_beside_the_articles(article: Path) -> None:
    path = article.with_name("a.review.csv")
    assert run(article.parent, "--write").output == f"{path}: 2 rows added, waiting for a verdict\n"
    assert run(article.parent, "--write").output == "nothing new waits\n"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,verdict,expect,")


def test_json_lines_worst_first(article: Path) -> None:
    records = [json.loads(line) for line in run(article, "--format", "jsonl").output.splitlines()]
    assert [record["confidence"] for record in records] == sorted(record["confidence"] for record in records)
    assert {record["quote"] for record in records} == {"3603.45亿元", "6.7%"}


def test_a_broken_review_file_is_named_and_the_others_go_on(article: Path) -> None:
    article.with_name("b.txt").write_text("服务业增长5%。", encoding="utf-8")
    article.with_name("b.review.csv").write_text("id,verdict\nabc,maybe\n", encoding="utf-8")
    result = run(article.parent)
    assert result.exit_code == 3
    assert f"{article.with_name('b.review.csv')}:2: verdict is 'maybe'" in result.stderr
    assert "3603.45亿元" in result.stdout


def test_brackets_in_a_name_are_no_markup(article: Path) -> None:
    named = article.rename(article.with_name("a[bold]1.txt"))
    assert str(named) in run(named).output


def test_csv_of_many_articles(article: Path) -> None:
    article.with_name("b.txt").write_text("服务业增长5%。", encoding="utf-8")
    with pytest.raises(UsageError, match="use --write for many"):
        run(article.parent, "--format", "csv")


def test_what_waits_by_default_is_what_the_explain_page_marks() -> None:
    (below,) = (option for option in command.params if option.name == "below")
    assert below.default == DOUBTFUL
