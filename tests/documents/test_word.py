"""Word files written here."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml

from etl.documents import read_document


def test_paragraphs_and_tables_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "一年的服务业"
    document.add_heading("一年的服务业", level=1)
    document.add_paragraph("全年增加值4061.70亿元，").add_run("增长6.7%").bold = True
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
    table.cell(0, 2).text = "数值"
    for column, text in enumerate(("占比", "62%", "62%")):
        table.cell(1, column).text = text
    document.add_paragraph("")
    document.add_paragraph("明年再增长7%。")
    path = tmp_path / "a.docx"
    document.save(str(path))

    read = read_document(path)
    assert read.text.split("\n\n") == [
        "一年的服务业",
        "全年增加值4061.70亿元，增长6.7%",
        "指标 | 数值",
        "占比 | 62% | 62%",
        "明年再增长7%。",
    ]
    assert (read.metadata.title, read.format) == ("一年的服务业", "docx")
    assert read.metadata.published is None


def test_changes_are_read_as_accepted_and_controls_opened(tmp_path: Path) -> None:
    document = docx.Document()
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = document.element.body
    for xml in (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>7%</w:t><w:br/><w:t>左右</w:t></w:r></w:ins></w:p>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>占比62%。</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:hyperlink><w:r><w:t>见附表</w:t></w:r></w:hyperlink><w:r><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
        "</w:txbxContent></w:r></w:p>",
    ):
        body.append(parse_xml(xml.replace(">", f" {names}>", 1)))
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert read_document(path).text.split("\n\n") == ["增长7%\n左右", "占比62%。", "见附表"]
