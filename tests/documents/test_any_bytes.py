"""Whatever bytes a file holds: a Document that can be stored, or a DocumentError."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.documents import Document, read_documents
from etl.errors import DocumentError

SUFFIXES = [".txt", ".md", ".html", ".pdf", ".docx", ".jsonl", ".review"]
OPENINGS = [
    b"", b"---\n", b"---\ntitle: a\n---\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF-1.7\n",
    b"PK\x03\x04word/",
    b"<html>", b"<!DOCTYPE html><html><body><p>", b'{"text": "', "服务业增长6.7%。".encode(), "增长".encode("gbk"),
    "產業".encode("big5"), b"<html><meta charset=gb2312>",
]  # fmt: skip
TEXTS = st.text(alphabet=st.sampled_from(list('增长6.7%，。亿元\n\r\t -<>{}"&;:[]#|　—“”％萬與')), max_size=60)
PIECES = st.one_of(
    st.binary(max_size=60),
    TEXTS.map(str.encode),
    TEXTS.map(lambda text: text.encode("gb18030")),
    TEXTS.map(lambda text: text.encode("utf-16-le")),
)


def outcome(path: Path) -> list[Document | DocumentError]:
    found: list[Document | DocumentError] = []
    found.extend(read_documents(path, on_error=found.append))
    return found


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(opening=st.sampled_from(OPENINGS), pieces=st.lists(PIECES, max_size=4))
def test_reading_gives_a_document_or_says_why_not(
    tmp_path: Path, suffix: str, opening: bytes, pieces: list[bytes]
) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(opening + b"".join(pieces))
    found = outcome(path)
    assert found
    for each in found:
        if isinstance(each, Document):
            assert each.text[each.body_start :].strip()
            assert "\x00" not in each.text
            each.text.encode("utf-8")
        else:
            assert str(each).startswith(str(path))
            assert "\n" not in str(each)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(0, 10_000), piece=st.binary(min_size=1, max_size=20))
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, sound: dict[str, bytes], kind: str, position: int, piece: bytes
) -> None:
    content = sound[kind]
    place = position % len(content)
    path = tmp_path / f"damaged.{kind}"
    path.write_bytes(content[:place] + piece + content[place + len(piece) :])
    assert len(outcome(path)) == 1


def test_libraries_do_not_chatter_about_damage(
    tmp_path: Path, sound: dict[str, bytes], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(sound["pdf"].replace(b"/MediaBox", b"/MediaBax"))
    assert len(outcome(path)) == 1
    path = tmp_path / "damaged.html"
    path.write_bytes(b"<html><body>" + b"<div>" * 3000 + "增长5%".encode())
    assert len(outcome(path)) == 1
    assert (caplog.text, capfd.readouterr().err) == ("", "")


@pytest.fixture(scope="module")
def sound() -> dict[str, bytes]:
    """A whole PDF and a whole Word file."""
    import io

    import docx
    from reportlab.pdfgen.canvas import Canvas

    pdf, word = io.BytesIO(), io.BytesIO()
    canvas = Canvas(pdf)
    canvas.drawString(50, 400, "GDP rose by 6.7% to 4061.70")
    canvas.save()
    document = docx.Document()
    document.add_paragraph("增长6.7%。")
    document.save(word)
    return {"pdf": pdf.getvalue(), "docx": word.getvalue()}
