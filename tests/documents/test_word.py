"""Word files written here."""

from __future__ import annotations

from pathlib import Path

import docx

from etl.documents import read_document


def test_paragraphs_and_tables_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "一年的服务业"
    document.add_heading("一年的服务业", level=1)
    document.add_paragraph("全年增加值4061.70亿元，").add_run("增长6.7%").bold = True
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
    table.cell(0, 2).text = "数值"
    for column, text in enumerate(("占比", "", "62%")):
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
        "占比 | 62%",
        "明年再增长7%。",
    ]
    assert (read.metadata.title, read.format) == ("一年的服务业", "docx")
    assert read.metadata.published is None
