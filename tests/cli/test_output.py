"""What is printed where: progress and colour on a terminal only, JSON where a program reads."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from etl.settings import Settings
from tests.database.conftest import environment

ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7])[;m]")
ARTICLE = "2023年，青岛市服务业增加值3603.45亿元，比上年增长6.7%。\n"


def on_terminal(arguments: list[str], env: Mapping[str, str], output: Path | None = None) -> tuple[int, str]:
    """(exit code, what the terminal shows) of a command on a pseudo-terminal; its stdout may go to a file."""
    leader, follower = pty.openpty()
    with (output or Path(os.devnull)).open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "etl", *arguments],
            stdin=follower,
            stdout=file if output else follower,
            stderr=follower,
            env={**env, "TERM": "xterm-256color", "COLUMNS": "120"},
        )
    os.close(follower)
    shown = b""
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        if select.select([leader], [], [], 0.1)[0]:
            try:
                shown += os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
    os.close(leader)
    return process.wait(timeout=10), shown.decode()


@pytest.fixture
def clean() -> dict[str, str]:
    """The environment without what decides on colour."""
    return {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "TERM")}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(ARTICLE.replace("2023", f"{2020 + number}"), encoding="utf-8")
    return folder


def test_colour_on_a_terminal(articles: Path, clean: dict[str, str]) -> None:
    code, shown = on_terminal(["explain", str(articles / "0.txt")], clean)
    assert code == 0
    assert COLOUR.search(shown)


def test_no_colour_where_the_user_wants_none(articles: Path, clean: dict[str, str]) -> None:
    code, shown = on_terminal(["explain", str(articles / "0.txt")], {**clean, "NO_COLOR": "1"})
    assert code == 0 and "3603.45" in shown
    assert not COLOUR.search(shown)


def test_no_escapes_in_a_pipe(articles: Path, clean: dict[str, str]) -> None:
    for arguments in (["explain", "0.txt"], ["extract", ".", "--format", "table"], ["review", ".", "--below", "1"]):
        command = [sys.executable, "-m", "etl", *arguments]
        done = subprocess.run(command, cwd=articles, env=clean, capture_output=True, text=True, check=True)
        assert "3603.45" in done.stdout
        assert ESCAPE not in done.stdout and done.stderr == ""


def test_progress_beside_output_that_goes_to_a_file(articles: Path, clean: dict[str, str], tmp_path: Path) -> None:
    kept = tmp_path / "figures.jsonl"
    code, shown = on_terminal(["extract", str(articles)], clean, kept)
    assert code == 0
    assert "reading articles" in shown and "0:00:" in shown
    assert len([json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]) == 6


def test_the_whole_story_on_a_terminal_and_in_pipes(settings: Settings, articles: Path) -> None:
    """One warehouse: a refresh that shows its steps, then everything a program would ask for as JSON."""
    env = environment(settings)

    def answer(*arguments: str) -> object:
        command = [sys.executable, "-m", "etl", *arguments]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        assert ESCAPE not in done.stdout + done.stderr and done.stderr == ""
        return json.loads(done.stdout)

    code, shown = on_terminal(["refresh", str(articles)], env)
    assert code == 0
    for step in ("step 1 of 6: reading articles", "step 3 of 6: building tables", "3 articles", "0:00:"):
        assert step in shown, step
    assert "Published in" in shown
    again = answer("refresh", str(articles), "--json")
    assert isinstance(again, dict) and again["status"] == "nothing_new" and again["landing"]["unchanged"] == 3
    status = answer("status", "--json")
    assert isinstance(status, dict) and status["published"]["observation_count"] == 6
    assert answer("query", "SELECT count(*) AS n FROM marts.fct_observation", "--json") == [{"n": 6}]
    pages = answer("report", "--json")
    assert isinstance(pages, dict) and all(Path(page).is_file() for page in pages["pages"])
    (articles / "0.txt").write_text(ARTICLE.replace("6.7", "6.8"), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "etl", "refresh", str(articles), "--json"], env=env, check=True)
    back = answer("rollback", "--json")
    assert isinstance(back, dict) and back["observation_count"] == 6
    listed = answer("review", str(articles), "--json")
    assert isinstance(listed, dict) and len(listed["articles"]) == 3
