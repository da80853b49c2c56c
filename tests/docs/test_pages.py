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
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Warehouse, str]]:
    """A warehouse loaded with the shipped articles, a folder to type in, and what loading printed."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(PROJECT_DIR / "articles", folder / "articles")
    made = warehouse_in(folder / ".warehouse")
    programs = str(Path(sys.executable).parent)
    ready = Warehouse({**made.environment, "PATH": f"{programs}:{made.environment['PATH']}"}, folder)
    done = ready.run("refresh", "articles")
    assert done.returncode == 0, done.stderr
    serve = [sys.executable, "-m", "etl", "serve"]  # so that not every command has to start the server
    with subprocess.Popen(serve, env=ready.environment, stdout=subprocess.DEVNULL) as server:
        yield ready, done.stdout
        server.terminate()


@pytest.fixture(scope="module")
def warehouse(loaded: tuple[Warehouse, str]) -> Warehouse:
    """The warehouse to type commands at."""
    return loaded[0]


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


def shape(output: str) -> str:
    """The summary of a refresh without its numbers, as it reads before the command is on the path."""
    singular = re.sub(r"\b(article|figure|number|expectation|warning)s\b", r"\1", output)
    return re.sub(r"[\d,.]*\d", "N", singular).replace(".venv/bin/", "").strip()


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_readme_shows_what_make_run_prints(loaded: tuple[Warehouse, str], page: str) -> None:
    (shown,) = re.findall(r"```text\n(Published.*?)```", (PROJECT_DIR / page).read_text(encoding="utf-8"), re.DOTALL)
    assert shape(shown) == shape(loaded[1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT_DIR)))
def test_links(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_the_index_leads_to_every_page() -> None:
    index = (PROJECT_DIR / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {page.relative_to(PROJECT_DIR / "docs").as_posix() for page in (PROJECT_DIR / "docs").rglob("*.md")}
    folders = set(re.findall(r"\]\(([^)]+/)(?:README\.md)?\)", index))
    named = {page for page in pages if f"]({page})" in index or any(page.startswith(folder) for folder in folders)}
    assert pages - named == {"README.md"}


@pytest.mark.parametrize("image", sorted((PROJECT_DIR / "docs" / "images").glob("*.png")), ids=lambda path: path.name)
def test_an_image_is_small_and_shown(image: Path) -> None:
    assert image.stat().st_size < 300_000
    assert any(image.name in page.read_text(encoding="utf-8") for page in PAGES)
