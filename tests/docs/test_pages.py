"""Every command and every query of the README and the docs runs as it stands there.

A `sh` block is typed into a shell as its reader would, a `sql` block is asked as the BI role. Commands that run
until they are stopped are stopped, and must end cleanly.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.settings import PROJECT_DIR
from tests.pipeline.test_first_story import Warehouse, warehouse_in

ELSEWHERE = {"add-your-articles.md", "correct-a-figure.md", "see-an-article-explained.md", "evaluate.md"}
STAYS_UP = re.compile(r"warehouse (serve|schedule)\b(?!.*--check)")
UP_FOR = 8.0  # seconds
PAGES = sorted(
    page
    for page in [PROJECT_DIR / "README.md", PROJECT_DIR / "README.zh.md", *(PROJECT_DIR / "docs").rglob("*.md")]
    if page.exists() and page.name not in ELSEWHERE
)


def blocks(language: str) -> list[tuple[str, str]]:
    """(page, text) of every block of that language."""
    fence = re.compile(rf"^```{language}\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return [
        (str(page.relative_to(PROJECT_DIR)), block)
        for page in PAGES
        for block in fence.findall(page.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """A warehouse loaded with the shipped articles, and a folder to type in."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(PROJECT_DIR / "articles", folder / "articles")
    made = warehouse_in(folder / ".warehouse")
    programs = str(Path(sys.executable).parent)
    ready = Warehouse({**made.environment, "PATH": f"{programs}:{made.environment['PATH']}"}, folder)
    done = ready.run("refresh", "articles")
    assert done.returncode == 0, done.stderr
    yield ready


@pytest.mark.parametrize(("page", "script"), blocks("sh"))
def test_commands(warehouse: Warehouse, page: str, script: str) -> None:
    if script.startswith("make "):
        target = script.split()[1]
        dry = subprocess.run(["make", "-n", target], cwd=PROJECT_DIR, capture_output=True, text=True)
        assert dry.returncode == 0, dry.stderr
        return
    shell = subprocess.Popen(
        ["bash", "-ec", f"exec {script}" if STAYS_UP.match(script) else script],
        cwd=warehouse.folder,
        env=warehouse.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if STAYS_UP.match(script):
        time.sleep(UP_FOR)
        shell.send_signal(signal.SIGTERM)
    output, errors = shell.communicate(timeout=120)
    assert shell.returncode == 0, f"{page}: {script}{errors}"
    assert output.strip() or errors.strip()


@pytest.mark.parametrize(("page", "query"), blocks("sql"))
def test_queries(warehouse: Warehouse, page: str, query: str) -> None:
    assert warehouse.query(query.strip().rstrip(";")) or "where" in query.lower()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT_DIR)))
def test_links(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []
