"""The same bytes give the same facts on any day, in any time zone, in any process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# Sets every clock that Python code can ask, before the engine is imported.
PROGRAM = """
import datetime, sys, time
moment = datetime.datetime.fromisoformat(sys.argv[1])
class Day(datetime.date):
    @classmethod
    def today(cls): return cls(moment.year, moment.month, moment.day)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(moment.timestamp(), tz)
    utcnow = today = now
datetime.date, datetime.datetime = Day, Moment
time.time = moment.timestamp
time.gmtime = time.localtime = lambda seconds=None: moment.timetuple()
assert datetime.date.today().year == moment.year

from etl.documents import Document, Metadata
from etl.extraction import extract
from etl.extraction.jsonl import observation_lines
from tests.extraction.comparison import load_cases
for case in load_cases():
    for published in (case.published, None):
        metadata = Metadata(published=published, area=case.area)
        extraction = extract(Document("a.txt", "", case.text, metadata=metadata))
        print(*extraction.mentions, *observation_lines(extraction), sep="\\n")
"""


def everything(moment: str, zone: str, hash_seed: str) -> str:
    """All that is found in the texts of the specs by a process of its own at that moment."""
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, moment]
    return subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def today() -> str:
    return everything("2026-06-15T12:00", "UTC", "0")


@pytest.mark.parametrize(
    ("moment", "zone"),
    [
        ("2026-06-15T12:00", "Asia/Shanghai"),
        ("1999-12-31T23:59", "Pacific/Kiritimati"),
        ("2039-01-01T00:00", "Etc/GMT+12"),
    ],
)
def test_same_facts(today: str, moment: str, zone: str) -> None:
    assert len(today) > 100_000
    assert everything(moment, zone, "1") == today
