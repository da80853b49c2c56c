"""Many articles at once: JSON Lines and folders, where a bad one does not hold up the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.documents import read_document, read_documents
from etl.errors import DocumentError

GOOD = {"text": "服务业增长6.7%。", "title": "半年", "published": "2023-07", "area": "青岛市", "source": "网"}


def write_lines(path: Path, *lines: object) -> Path:
    texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_one_article_a_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "bulk.jsonl", GOOD, "", {"text": "降3%。"}, GOOD | {"extra": 1})
    documents = list(read_documents(path))
    assert [document.source_uri for document in documents] == [f"{path}#{line}" for line in (1, 3, 4)]
    assert {document.format for document in documents} == {"jsonl"}
    first, second, _ = documents
    assert (first.text, first.metadata.title, first.metadata.area) == ("服务业增长6.7%。", "半年", "青岛市")
    assert (first.metadata.published, first.metadata.published_basis) == ("2023-07", "stated")
    assert (second.metadata.published, second.metadata.published_basis) == (None, None)
    assert first.sha256 != second.sha256


def test_one_of_many_is_named_by_its_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "bulk.jsonl", GOOD, "", {"text": "降3%。"}, "{")
    one = Path(f"{path}#3")
    assert read_document(one).text == "降3%。"
    assert list(read_documents(one)) == [read_document(one)]
    for line, message in ((2, "no such line"), (9, "no such line"), (4, "#4: no JSON object")):
        with pytest.raises(DocumentError, match=message):
            read_document(Path(f"{path}#{line}"))
    with pytest.raises(DocumentError, match="a file of many articles; name one by its line"):
        read_document(path)
    with pytest.raises(DocumentError, match="no such file"):
        read_document(tmp_path / "none.jsonl#1")


def test_the_command_line_wins_over_every_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "bulk.jsonl", GOOD, {"text": "降3%。"})
    found = {(document.metadata.published, document.metadata.area) for document in read_documents(path, area="全国")}
    assert found == {("2023-07", "全国"), (None, "全国")}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON object"),
        ("[1]", "no JSON object"),
        ("[" * 100_000, "no JSON object"),
        ({"title": "无文"}, "no text in it"),
        ({"text": "  \n"}, "no text in it"),
        ({"text": 5}, "text is no string"),
        ({"text": "增5%", "area": ["青岛"]}, "area is no string"),
        ({"text": "增5%", "published": "去年"}, "published is '去年'"),
        ('{"text": "增5%\\ud800"}', "text holds characters that are no text"),
        ('{"text": "增5%\\u0000"}', "text holds characters that are no text"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path, line: object, message: str) -> None:
    path = write_lines(tmp_path / "bulk.jsonl", GOOD, line, GOOD)
    errors: list[DocumentError] = []
    documents = list(read_documents(path, on_error=errors.append))
    assert [document.source_uri[-2:] for document in documents] == ["#1", "#3"]
    assert [str(error).startswith(f"{path}#2: {message}") for error in errors] == [True]
    with pytest.raises(DocumentError, match=message):
        list(read_documents(path))


def test_a_byte_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "bulk.jsonl"
    path.write_bytes(json.dumps(GOOD, ensure_ascii=False).encode("gbk"))
    with pytest.raises(DocumentError, match="#1: no JSON object"):
        list(read_documents(path))


def test_a_folder_is_read_in_order_with_all_that_lies_below(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.md", "2023/c.TXT", ".git/x.txt", ".hidden.txt", "README.md", "b.review.csv",
                 "a.gold.jsonl", "table.csv"):  # fmt: skip
        (tmp_path / name).write_text("增长5%。", encoding="utf-8")
    write_lines(tmp_path / "2023" / "bulk.jsonl", GOOD, GOOD)
    names = [Path(document.source_uri).relative_to(tmp_path) for document in read_documents(tmp_path)]
    assert list(map(str, names)) == ["a.md", "b.txt", "2023/bulk.jsonl#1", "2023/bulk.jsonl#2", "2023/c.TXT"]


def test_a_bad_file_in_a_folder_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01" * 9)
    (tmp_path / "b.txt").write_text("增长5%。", encoding="utf-8")
    errors: list[DocumentError] = []
    assert len(list(read_documents(tmp_path, on_error=errors.append))) == 1
    assert [error.message for error in errors] == [f"{tmp_path / 'a.txt'}: binary data, not text"]


@pytest.mark.parametrize(("name", "message"), [("", "no articles"), ("no.jsonl", "no such"), ("no", "no such")])
def test_nothing_there(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        list(read_documents(tmp_path / name))


def test_an_empty_bulk_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="empty"):
        list(read_documents(write_lines(tmp_path / "bulk.jsonl", "", "")))
