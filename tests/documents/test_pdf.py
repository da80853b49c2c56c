"""PDFs written here: columns, titles across, tables, page numbers, scans."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from etl.documents import read_document
from etl.errors import DocumentError

FONT = "STSong-Light"
STORY = (
    "全年服务业增加值为4061.70亿元，比上年增长6.7%，占全市生产总值的比重升到48.5%。这一年里，平台企业接连落户，"
    "园区里的检测、设计和物流机构添了三百多家。\n"
    "制造企业也在变。一家做量具的公司为26个行业写出了200多个方案，用它的工厂超过3万家；另一家做衣服的，"
    "从下单到交货只要7个工作日。\n"
    "明年的打算已经写进计划：再认定5家示范企业，办10场对接会，让小企业花得起买服务的钱。做得怎样，年底要一项一项地算账，"
    "完不成的要说清缘由。\n"
)
Draw = Callable[[Canvas], None]


def write(path: Path, *pages: Draw, password: str | None = None) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), pagesize=A4, encrypt=encryption)
    for draw in pages:
        canvas.setFont(FONT, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def set_in_lines(story: str, width: float) -> list[tuple[float, str]]:
    """Break paragraphs, indented by two characters, into lines of `width` points."""
    lines: list[tuple[float, str]] = []
    for paragraph in story.splitlines():
        indent, line = 20.0, ""
        for character in paragraph:
            if indent + pdfmetrics.stringWidth(line + character, FONT, 10) > width:
                lines.append((indent, line))
                indent, line = 0.0, ""
            line += character
        lines.append((indent, line))
    return lines


def in_columns(canvas: Canvas, story: str, count: int, top: float = 740, stagger: float = 0) -> None:
    """Set the story in `count` columns of a page, each a little lower than the one before."""
    gutter = 15.0
    width = (500 - (count - 1) * gutter) / count
    lines = set_in_lines(story, width)
    height = -(-len(lines) // count)
    for number, (indent, line) in enumerate(lines):
        column, row = divmod(number, height)
        canvas.drawString(50 + column * (width + gutter) + indent, top - row * 14 - column * stagger, line)


def joined(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("stagger", [0, 5])
def test_columns_are_read_one_after_the_other(tmp_path: Path, columns: int, stagger: float) -> None:
    path = write(tmp_path / "a.pdf", lambda canvas: in_columns(canvas, STORY, columns, stagger=stagger))
    document = read_document(path)
    assert joined(document.text) == joined(STORY)
    assert document.format == "pdf"


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_are_told_by_their_indent(tmp_path: Path, columns: int) -> None:
    path = write(tmp_path / "a.pdf", lambda canvas: in_columns(canvas, STORY, columns))
    paragraphs = [joined(paragraph) for paragraph in read_document(path).text.split("\n\n")]
    assert paragraphs == STORY.splitlines()


def test_titles_across_columns_part_the_page(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(300, 790, "车间里的服务业：一个城市的十年")
        canvas.setFont(FONT, 10)
        in_columns(canvas, STORY, 2, top=750)
        canvas.setFont(FONT, 16)
        canvas.drawCentredString(300, 560, "另一篇：港口吞吐量创下新高的背后")
        canvas.setFont(FONT, 10)
        in_columns(canvas, STORY.replace("服务业", "港口"), 3, top=535)

    text = read_document(write(tmp_path / "a.pdf", draw)).text
    first, second = "车间里的服务业：一个城市的十年", "另一篇：港口吞吐量创下新高的背后"
    assert joined(text) == joined(first + STORY + second + STORY.replace("服务业", "港口"))


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [("指标", "2022年", "2023年"), ("服务业增加值", "9252.1亿元", "9990.1亿元"), ("占比", "62%", "64.2%")]

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for x, cell in zip((60, 250, 420), row, strict=True):
                canvas.drawString(x, 700 - 15 * number, cell)

    assert read_document(write(tmp_path / "a.pdf", draw)).text.splitlines() == [" ".join(row) for row in rows]


def test_page_numbers_are_left_out_and_pages_joined(tmp_path: Path) -> None:
    def page(line: str, number: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(50, 400, line)
            canvas.drawCentredString(300, 25, number)

        return draw

    path = write(tmp_path / "a.pdf", page("上半年增长", "- 3 -"), page("6.7%，全年增长7%。", "第4页"))
    assert read_document(path).text == "上半年增长\n6.7%，全年增长7%。"


def test_type_doubled_to_look_bold_counts_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 400, "增长6.7%")
        canvas.drawString(50.3, 400, "增长6.7%")

    assert read_document(write(tmp_path / "a.pdf", draw)).text == "增长6.7%"


def test_a_scan_is_refused_with_advice(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    Image.new("L", (200, 200), 128).save(picture)
    path = write(tmp_path / "a.pdf", lambda canvas: canvas.drawImage(str(picture), 0, 0, 500, 500))
    with pytest.raises(DocumentError, match="a scan without a text layer; recognise its text first: ocrmypdf"):
        read_document(path)


def test_an_empty_page_and_a_password(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no text in it"):
        read_document(write(tmp_path / "a.pdf", lambda canvas: canvas.line(0, 0, 9, 9)))
    locked = write(tmp_path / "b.pdf", lambda canvas: canvas.drawString(50, 400, "增长5%"), password="s")
    with pytest.raises(DocumentError, match="protected by a password"):
        read_document(locked)


MAPPING = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"2 beginbfchar <41> <2F2F> <42> <4E1A> endbfchar endcmap end"
)
SHOWN = b"BT /F1 12 Tf 50 400 Td (AB) Tj ET"


def test_radicals_in_the_text_layer_are_read_as_characters(tmp_path: Path) -> None:
    """A font whose map says ⼯ where it draws 工, as browsers write it."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(SHOWN), SHOWN),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(MAPPING), MAPPING),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size 7 >>\n%%EOF\n")
    assert read_document(path).text == "工业"
