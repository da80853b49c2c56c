"""Review files: written, filled in a spreadsheet, read, and their mistakes named by line."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extraction.identity import observation_ids
from etl.review import ReviewError, apply_review, read_review, review_path, waiting
from etl.review.apply import Reviewed
from etl.review.correction import CHOICES
from etl.review.file import COLUMNS, add_rows, format_rows
from etl.settings import PROJECT_DIR
from tests.review.article import extraction

HEADER = "id,verdict,expect,value,unit,measure,period,indicator_code,disposition,note,reviewer\n"


def write(folder: Path, body: str, encoding: str = "utf-8") -> Path:
    path = folder / "a.review.csv"
    path.write_bytes((HEADER + body).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("articles/a.md", "articles/a.review.csv"),
        ("a.b.txt", "a.b.review.csv"),
        ("bulk.jsonl#17", "bulk.17.review.csv"),
        ("a#1.txt", "a#1.review.csv"),
    ],
)
def test_where_a_review_lies(source: str, path: str) -> None:
    assert review_path(source) == Path(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_row_as_spreadsheets_save_it(tmp_path: Path, encoding: str) -> None:
    body = 'abc,correct,"value=4061.70; unit=亿元","4,062.5",万元,,,,,"笔误，见原件",张三\n,,,,,,,,,,\nx,,,,,,,,,,\n'
    (correction,) = read_review(write(tmp_path, body, encoding))
    assert (correction.line, correction.identity, correction.verdict) == (2, "abc", "correct")
    assert correction.expect == {"value": "4061.70", "unit": "亿元"}
    assert correction.fields == {"value": Decimal("4062.5"), "unit": "万元"}
    assert (correction.note, correction.reviewer) == ("笔误，见原件", "张三")


def test_null_empties_a_field(tmp_path: Path) -> None:
    (correction,) = read_review(write(tmp_path, "abc,correct,,,null,,,,,,\n"))
    assert correction.fields == {"unit": None}


def test_no_file_is_no_review(tmp_path: Path) -> None:
    assert read_review(tmp_path / "a.review.csv") == ()


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("abc,maybe,,,,,,,,,\n", 2, "verdict is 'maybe': write one of accept, correct, reject"),
        ("a,accept,,,,,,,,,\nabc,correct,,,,,,,,,\n", 3, "correct without a corrected field"),
        ("abc,accept,,5,,,,,,,\n", 2, "accept with corrected fields"),
        ("abc,,,5,,,,,,,\n", 2, "verdict is empty"),
        (",accept,,,,,,,,,\n", 2, "id is empty"),
        ("abc,correct,,五,,,,,,,\n", 2, "value is '五'"),
        ("abc,correct,,null,,,,,,,\n", 2, "value cannot be null"),
        ("abc,correct,,,,speed,,,,,\n", 2, "measure is 'speed': write one of level"),
        ("abc,correct,,,,,last year,,,,\n", 2, "period is 'last year'"),
        ("abc,correct,,,,,,no_such_code,,,\n", 2, "indicator_code 'no_such_code' is not in"),
        ("abc,correct,,,,,,,thing,,\n", 2, "disposition is 'thing'"),
        ("abc,correct,,5,,,,,name,,\n", 2, "either a figure with its fields or a disposition"),
        ("abc,accept,what I saw,,,,,,,,\n", 2, "expect is 'what I saw'"),
        ("abc,accept,,,,,,,,,\nabc,reject,,,,,,,,,\n", 3, "abc has a verdict on line 2 already"),
        ('"a\nb",accept,,,,,,,,,\nabc,maybe,,,,,,,,,\n', 4, "verdict is 'maybe'"),
        ("abc,accept,,,,,,,,,,,too,many\n", 2, "more cells than columns"),
        ('abc,accept,"open,,\n', 2, "no CSV"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, body: str, line: int, message: str) -> None:
    path = write(tmp_path, body)
    with pytest.raises(ReviewError) as caught:
        read_review(path)
    assert str(caught.value).startswith(f"{path}:{line}: {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,value\n", ":1: no column verdict"),
        (b"id,verdict,valeu\n", ":1: unknown column 'valeu'"),
        (b"", ":1: no column id"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_a_file_that_is_no_review(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.review.csv"
    path.write_bytes(content)
    with pytest.raises(ReviewError, match=message):
        read_review(path)


def test_what_waits_is_written_once_and_filled_rows_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.review.csv"
    items = waiting(Reviewed(extraction()), below=0.8)
    assert add_rows(path, [items[1].row()]) == 1
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["sentence"].startswith("2013年")
    path.write_text(format_rows([{**rows[0], "verdict": "accept", "reviewer": "李四"}]), encoding="utf-8")
    assert add_rows(path, (item.row() for item in items)) == 2
    assert add_rows(path, (item.row() for item in items)) == 0
    (correction,) = read_review(path)
    assert correction.reviewer == "李四"
    reviewed = apply_review(extraction(), [correction])
    assert (reviewed.notes[1].verdict, reviewed.stale) == ("accept", [])


def test_a_template_is_guarded_by_what_it_shows() -> None:
    row = waiting(Reviewed(extraction()))[1].row()
    assert row["id"] == observation_ids(extraction())[1]
    assert row["expect"].startswith("indicator=服务业增加值; measure=share; value=50; unit=%")


def test_the_measures_are_those_of_the_seed() -> None:
    with (PROJECT_DIR / "dbt_project" / "seeds" / "measures.csv").open(encoding="utf-8", newline="") as file:
        assert {row["measure_code"] for row in csv.DictReader(file)} == set(CHOICES["measure"])


CELLS = st.one_of(
    st.sampled_from(["accept", "correct", "reject", "null", "5", "%", "value=5", "a", ""]), st.text(max_size=8)
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, max_size=14), max_size=4), tail=st.binary(max_size=12))
def test_any_file_is_read_or_refused_with_its_name(tmp_path: Path, rows: list[list[str]], tail: bytes) -> None:
    path = tmp_path / "a.review.csv"
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    path.write_bytes((HEADER + file.getvalue()).encode("utf-8", "replace") + tail)
    try:
        corrections = read_review(path)
    except ReviewError as error:
        assert str(error).startswith(str(path))
    else:
        assert apply_review(extraction(), corrections).extraction.document == extraction().document
