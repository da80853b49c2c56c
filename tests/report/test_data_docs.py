"""Data Docs open from disk: nothing is loaded from a network, and every link leads somewhere."""

from __future__ import annotations

import re
from urllib.parse import unquote

from etl.report.data_docs import build_data_docs, offline
from tests.report.conftest import Refreshed
from tests.report.test_report import parsed


def test_nothing_is_loaded_from_a_network(refreshed: Refreshed) -> None:
    index = build_data_docs(refreshed.database, refreshed.settings)
    pages = list(index.parent.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "http" not in re.sub(r"http://www\.w3\.org/\S+", "", text), page
        for load in re.findall(r'<link[^>]*href="([^"]+)"', text):
            assert (page.parent / load).is_file()
    for link in parsed(index.read_text(encoding="utf-8")).leads:
        assert (index.parent / unquote(link)).resolve().is_file()


def test_what_pages_load_is_taken_out() -> None:
    page = (
        '<html><head><link rel="stylesheet" href="https://cdn.example/a.css"><link href="own.css">'
        '<script src="https://cdn.example/b.js"></script></head><body><img src="https://cdn.example/l.png">x</body></html>'
    )
    text = offline(page, "../")
    assert "cdn.example" not in text
    assert 'href="own.css"' in text and 'href="../data_docs.css"' in text and ">Data Docsx" in text
