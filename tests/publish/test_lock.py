"""One refresh at a time, and everybody else hears who it is."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest

from etl.database import Database
from etl.errors import LockedError
from etl.publish import refresh_lock, status

HOLD = """
import sys, time
from etl.database.connection import Database
from etl.publish import refresh_lock
from sqlalchemy import make_url
with refresh_lock(Database(make_url(sys.argv[1]), {"warehouse_loader": sys.argv[2]})):
    print("held", flush=True)
    time.sleep(60)
"""


def test_second_refresh_hears_who_holds_the_lock(database: Database) -> None:
    with refresh_lock(database):
        with pytest.raises(LockedError, match=f"process {os.getpid()} on .* since 20"), refresh_lock(database):
            pass
        assert f"process {os.getpid()}" in str(status(database).at_work)
    assert status(database).at_work is None


def test_second_refresh_waits(database: Database) -> None:
    held, got = threading.Event(), []

    def hold() -> None:
        with refresh_lock(database):
            held.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    with refresh_lock(database, wait=10):
        got.append(True)
    holder.join()
    assert got == [True]


def test_a_killed_refresh_leaves_no_lock_behind(database: Database) -> None:
    url = database.base_url.render_as_string(hide_password=False)
    command = [sys.executable, "-c", HOLD, url, database.passwords["warehouse_loader"]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match=f"process {process.pid} "), refresh_lock(database):
            pass
        process.kill()
    with refresh_lock(database, wait=5):
        pass
