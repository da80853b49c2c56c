"""A warehouse that several files of tests read: building one takes a quarter of a minute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from etl.database import Database, open_database
from etl.database.roles import LOADER
from etl.documents import read_document
from etl.extraction import extract
from etl.landing.load import land
from etl.review import Reviewed
from etl.settings import Settings
from tests.conftest import free_port
from tests.transform.texts import build, land_text

WHOLE = "2021年，烟台市地区生产总值为10000亿元。2021年，烟台市服务业增加值为6200亿元。"
TRUE_SHARE = "2021年，烟台市服务业增加值占地区生产总值的62%。"
ROUNDED = "2021年，烟台市服务业增加值占地区生产总值约60%。"
PLANTED = "2021年，烟台市服务业增加值占地区生产总值的72%。"
REVISED = "2021年，烟台市地区生产总值为10100亿元。"


@dataclass(frozen=True)
class Built:
    """A built warehouse, and where it is."""

    database: Database
    settings: Settings


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The digest, and what is claimed of 烟台市 in 2022, 2023 and 2024; to be read, not changed."""
    settings = Settings(home=tmp_path_factory.mktemp("built"), port=free_port())
    with open_database(settings) as database:
        digest = extract(read_document(settings.project_dir / "articles" / "qingdao-two-industries.md"))
        with database.connect(LOADER, autocommit=True) as connection:
            land(connection, 0, Reviewed(digest), "fingerprint", "version")
        land_text(database, WHOLE, "whole", published="2022-02")
        land_text(database, TRUE_SHARE, "share", published="2022-03")
        land_text(database, ROUNDED, "rounded", published="2022-04")
        land_text(database, PLANTED, "planted", published="2022-05")
        land_text(database, REVISED, "revised", published="2023-05", publisher="烟台市统计局")
        build(database, settings)
        yield Built(database, settings)
