"""What goes wrong says so in one line, with what to do, and leaves nothing half-written."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.pipeline.test_first_story import Warehouse, warehouse_in


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return warehouse_in(tmp_path_factory.mktemp("home"))


CASES = {
    "missing.md": (None, "no such file"),
    "empty.md": ("", "empty"),
    "blank.md": ("---\ntitle: 空\n---\n \n", "no text"),
    "unclosed.md": ("---\ntitle: 未完\n正文增长5%。", "closing line"),
    "list.md": ("---\n- a\n---\n正文增长5%。", "front matter"),
    "broken.md": ("---\ntitle: [未完\n---\n正文增长5%。", "front matter"),
    "date.md": ("---\npublished: last year\n---\n正文增长5%。", "2023-07"),
}


@pytest.mark.parametrize("name", CASES)
def test_an_article_that_cannot_be_read(warehouse: Warehouse, tmp_path: Path, name: str) -> None:
    content, said = CASES[name]
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = warehouse.run("refresh", str(path))
    assert done.returncode == 3
    (line,) = done.stderr.strip().splitlines()
    assert name in line and said in line
    rejected = warehouse.query("SELECT source_uri, reason FROM quality.rejected_document ORDER BY rejection_id DESC")
    assert rejected[0]["source_uri"].endswith(name)
    assert said in rejected[0]["reason"]


def test_a_bad_article_does_not_keep_a_good_one_out(warehouse: Warehouse, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("---\n正文", encoding="utf-8")
    (tmp_path / "good.md").write_text("2022年，青岛市完成货物进出口额9117亿元，增长7.4%。", encoding="utf-8")
    done = warehouse.run("refresh", str(tmp_path), "--published", "2023-02")
    assert done.returncode == 3
    assert "Published" in done.stdout
    titles = warehouse.query("SELECT source_uri FROM marts.dim_document WHERE source_uri IS NOT NULL")
    assert any(row["source_uri"].endswith("good.md") for row in titles)


def test_nobody_at_the_database(tmp_path: Path) -> None:
    made = warehouse_in(tmp_path)
    outside = {**made.environment, "WAREHOUSE_DATABASE_URL": "postgresql://me@127.0.0.1:1/none"}
    done = Warehouse(outside).run("refresh", "articles")
    assert done.returncode == 4
    (line,) = done.stderr.strip().splitlines()
    assert "127.0.0.1:1" in line and "WAREHOUSE_DATABASE_URL" in line


def test_a_port_in_use(tmp_path: Path) -> None:
    made = warehouse_in(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = {**made.environment, "WAREHOUSE_PORT": str(other.getsockname()[1])}
        done = Warehouse(taken).run("refresh", "articles")
    assert done.returncode == 4
    (line,) = done.stderr.strip().splitlines()
    assert "in use" in line and "WAREHOUSE_PORT" in line


@pytest.mark.parametrize("port", ["0", "http", "70000"])
def test_a_port_that_is_none(tmp_path: Path, port: str) -> None:
    made = warehouse_in(tmp_path)
    done = Warehouse({**made.environment, "WAREHOUSE_PORT": port}).run("refresh", "articles")
    assert done.returncode == 2
    assert "WAREHOUSE_PORT" in done.stderr


def test_a_command_that_is_none(warehouse: Warehouse) -> None:
    done = warehouse.run("refrech")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
