"""Arrivals: whole files only, each once."""

from __future__ import annotations

import time
from pathlib import Path

from etl.schedule.arrivals import Arrivals

SETTLE = 0.2


def wait(arrivals: Arrivals, seconds: float = 2 * SETTLE) -> int:
    """How often something has settled within a time."""
    deadline = time.monotonic() + seconds
    count = 0
    while time.monotonic() < deadline:
        count += arrivals.settled()
        time.sleep(0.02)
    return count


def test_what_is_there_is_known_and_what_comes_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    arrivals = Arrivals(tmp_path, SETTLE)
    assert wait(arrivals) == 0
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "new.md").write_text("new")
    assert wait(arrivals) == 1
    assert wait(arrivals) == 0


def test_a_file_that_grows_is_waited_for(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, SETTLE)
    with (tmp_path / "slow.md").open("w") as file:
        for _ in range(8):
            file.write("一段")
            file.flush()
            assert wait(arrivals, SETTLE / 2) == 0
    assert wait(arrivals) == 1


def test_changes_and_departures_count(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text("first")
    arrivals = Arrivals(tmp_path, SETTLE)
    article.write_text("second")
    assert wait(arrivals) == 1
    article.unlink()
    assert wait(arrivals) == 1


def test_hidden_and_unfinished_files_do_not_count(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, SETTLE)
    for name in (".hidden.md", "article.md.part", "article.md.crdownload", "backup.md~"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".sync").mkdir()
    (tmp_path / ".sync" / "article.md").write_text("x")
    assert wait(arrivals) == 0


def test_a_folder_that_goes_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "article.md").write_text("x")
    arrivals = Arrivals(folder, SETTLE)
    folder.rename(tmp_path / "away")
    wait(arrivals)
    (tmp_path / "away").rename(folder)
    assert wait(arrivals) == 1


def test_forgetting_counts_everything_as_new(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    arrivals = Arrivals(tmp_path, SETTLE)
    arrivals.forget()
    assert wait(arrivals) == 1
