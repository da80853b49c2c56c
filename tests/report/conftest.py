"""A warehouse with a publication, a warning, and an article that was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from etl.database import Database, open_database
from etl.refresh import RefreshOutcome, Request, refresh
from etl.settings import PROJECT_DIR, Settings
from tests.conftest import free_port

POISON = "2024年，青岛市服务业增加值占地区生产总值的148.5%。"
DISAGREES = "2022年，青岛市服务业增加值占地区生产总值的71%。"


class Silent:
    """Progress that nobody watches."""

    def step(self, name: str) -> None:
        """Say nothing."""

    def advance(self) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Refreshed:
    """What was refreshed, and how."""

    settings: Settings
    database: Database
    outcomes: list[RefreshOutcome]


@pytest.fixture(scope="session")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refreshed]:
    """The digest, then two more articles: one contradicts it, one breaks a rule."""
    settings = Settings(home=tmp_path_factory.mktemp("reported"), port=free_port())
    folder = tmp_path_factory.mktemp("articles")
    for name, text in {"disagrees.md": DISAGREES, "poison.md": POISON}.items():
        (folder / name).write_text(f"---\ntitle: {name}\npublished: 2025-01-15\n---\n\n{text}\n", encoding="utf-8")
    digest: list[Path] = [PROJECT_DIR / "articles" / "qingdao-two-industries.md"]
    outcomes = [refresh(settings, Request(paths), Silent()) for paths in (digest, [folder])]
    with open_database(settings) as database:
        yield Refreshed(settings, database, outcomes)
