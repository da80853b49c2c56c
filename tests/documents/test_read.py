"""One article: its metadata, its offsets, and the mistakes that a file can hold."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from etl.documents import Metadata, read_document
from etl.errors import DocumentError, UsageError

BODY = "全年服务业增加值增长6.7%。\r\n占比62%。\n"
FRONT = "---\ntitle: 一年\npublished: 2023-07\narea: 青岛市\nlanguage: zh\n---\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_text_is_kept_as_received(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.txt", FRONT + BODY))
    assert document.text == FRONT + BODY
    assert document.text[document.body_start :] == BODY
    assert document.format == "text"
    assert document.metadata == Metadata(title="一年", published="2023-07", published_basis="stated", area="青岛市")


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "增长5%。")
    assert read_document(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    again = write(tmp_path, "b.txt", "增长5%。".encode("gbk"))
    assert read_document(again).text == read_document(path).text
    assert read_document(again).sha256 != read_document(path).sha256


def test_the_command_line_wins_over_front_matter(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.txt", FRONT + BODY), published="2024-01-05", area="全国")
    assert (document.metadata.published, document.metadata.area) == ("2024-01-05", "全国")
    assert document.metadata.title == "一年"


def test_front_matter_after_a_byte_order_mark(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + (FRONT + BODY).encode()))
    assert document.metadata.area == "青岛市"
    assert document.text.startswith("---")


def test_the_first_heading_of_markdown_is_its_title(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "a.md", "# 半年报 #\n\n" + BODY)).metadata.title == "半年报"
    assert read_document(write(tmp_path, "b.md", FRONT + "# 半年报\n" + BODY)).metadata.title == "一年"
    assert read_document(write(tmp_path, "c.txt", "# 半年报\n" + BODY)).metadata.title is None


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.unknown"])
@pytest.mark.parametrize("content", [b"", b" \n\n\t"])
def test_an_empty_file(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(DocumentError, match="empty"):
        read_document(write(tmp_path, name, content))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", FRONT, "no text in it"),
        ("a.txt", "\ufeff\u3000\n", "no text in it"),
        ("a.html", "<html><body><script>1</script></body></html>", "no text in it"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "binary data"),
        ("a.txt", "---\ntitle: 一\n正文5%", "no closing line"),
        ("a.txt", "---\ntitle: [一\n---\n正文5%", r"a\.txt:\d+: the front matter does not parse"),
        ("a.txt", "---\n- 一\n---\n正文5%", "no list of fields"),
        ("a.txt", "---\ntitle: [一, 二]\n---\n正文5%", "title in the front matter"),
        ("a.txt", "---\npublished: 去年\n---\n正文5%", "published in the front matter is '去年'"),
        ("a.txt", "---\npublished: 2023-02-30\n---\n正文5%", "published in the front matter"),
        ("a.pdf", "增长5%。", "a damaged PDF"),
        ("a.pdf", b"%PDF-1.4 and then nothing", "a damaged PDF"),
        ("a.docx", "增长5%。", "a damaged Word file"),
        ("a.docx", b"PK\x03\x04 word/document.xml", "a damaged Word file"),
        ("a.txt", b"PK\x03\x04 xl/workbook.xml", "a zip archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word"),
        ("a.rtf", b"{\\rtf1 text}", "Rich Text"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(DocumentError, match=message) as caught:
        read_document(path)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert caught.value.hint
    assert "\n" not in line


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="a folder, not an article"):
        read_document(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", BODY)
    path.chmod(0)
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(path)


def test_a_name_that_no_file_system_takes() -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(Path("长" * 2000))


@pytest.mark.parametrize("published", ["2023-13", "23", "2023-02-30", "yesterday"])
def test_a_publication_date_that_is_none(tmp_path: Path, published: str) -> None:
    with pytest.raises(UsageError, match="--published"):
        read_document(write(tmp_path, "a.txt", BODY), published=published)


@pytest.mark.parametrize(
    ("name", "content", "library"),
    [
        ("a.html", "<html><body><p>增长5%。</p></body></html>", "trafilatura"),
        ("a.pdf", "%PDF-1.7", "pdfplumber"),
        ("a.docx", "PK", "docx"),
    ],
)
def test_a_missing_library_is_named_with_the_way_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(DocumentError, match=rf"needs {library}, .*pip install 'article-warehouse\[formats\]'"):
        read_document(write(tmp_path, name, content))
