"""Every command on the pages about articles runs as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from etl.cli import group
from etl.documents.formats import READERS
from etl.explain.labels import DISPOSITIONS
from etl.review.correction import FIELDS, VERDICTS

PROJECT = Path(__file__).parents[2]
PAGES = {
    page: (PROJECT / "docs" / "how-to" / f"{page}.md").read_text(encoding="utf-8")
    for page in ("add-your-articles", "correct-a-figure", "see-an-article-explained", "evaluate")
}
COMMANDS = [
    (page, line)
    for page, text in PAGES.items()
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    for line in block.splitlines()
]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PROJECT / "articles", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_a_command_of_a_page(checkout: Path, page: str, line: str) -> None:
    name, *arguments = shlex.split(line)
    assert name == "warehouse"
    result = CliRunner().invoke(group, arguments, catch_exceptions=False)
    assert result.exit_code == 0, page
    assert result.output.strip()


def test_every_format_verdict_field_and_mark_is_told() -> None:
    assert [suffix for suffix in READERS if f"`{suffix}`" not in PAGES["add-your-articles"]] == []
    assert [word for word in (*FIELDS, *VERDICTS) if f"`{word}`" not in PAGES["correct-a-figure"]] == []
    marks = [f"{label.zh} {label.en}" for label in DISPOSITIONS.values()]
    assert [mark for mark in marks if mark not in PAGES["see-an-article-explained"]] == []
