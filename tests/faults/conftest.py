"""A published warehouse that each test copies before it is struck, and articles to refresh it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.database import open_database
from tests.conftest import free_port
from tests.faults.warehouses import Warehouse

FIRST = {
    "a.md": "2022年，青岛市服务业增加值占地区生产总值的62%。全市社会消费品零售总额为5900亿元。",
    "b.md": "2023年上半年，青岛市服务业增加值同比增长6.7%，占地区生产总值的64.2%。",
}
THEN = {
    "b.md": "2023年上半年，青岛市服务业增加值同比增长6.8%，占地区生产总值的64.2%。",
    "c.md": "2024年，济南市服务业增加值为8500亿元，增长5.9%。2012年，济南市服务业增加值为2500亿元。",
    "d.md": "2024年，烟台市地区生产总值为10782.83亿元，增长6.1%。",
}


def write_articles(folder: Path, articles: dict[str, str]) -> Path:
    """Write articles with front matter."""
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(f"---\ntitle: {name}\npublished: 2025-01-15\n---\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles as they are after a change: one replaced, two new."""
    return write_articles(tmp_path_factory.mktemp("articles") / "articles", {**FIRST})


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, articles: Path) -> Warehouse:
    """Published twice, so that both schemas are built; then the articles change."""
    warehouse = Warehouse(tmp_path_factory.mktemp("base") / "home", free_port())
    warehouse.run("refresh", articles / "a.md")
    warehouse.run("refresh", articles)
    write_articles(articles, THEN)
    return warehouse


@pytest.fixture(scope="session")
def undisturbed(base: Warehouse, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a refresh that nothing disturbs publishes."""
    warehouse = base.copy_to(tmp_path_factory.mktemp("undisturbed") / "home", free_port())
    warehouse.run("refresh", articles)
    return warehouse.contents()


@pytest.fixture(scope="session")
def untouched(base: Warehouse) -> dict[str, str]:
    """What was published before."""
    return base.contents()


@pytest.fixture
def warehouse(base: Warehouse, tmp_path: Path) -> Iterator[Warehouse]:
    """A copy to strike at; nothing of it is left running."""
    copy = base.copy_to(tmp_path / "home", free_port())
    yield copy
    with open_database(copy.settings):
        pass  # whoever closes it last stops the server, also one that a killed command left behind
