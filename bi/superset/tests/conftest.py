"""A warehouse of the shipped articles and Superset on it, started as `make bi` does, and a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sites import Site

PROJECT = Path(__file__).resolve().parents[3]
PYTHON = PROJECT / ".venv" / "bin" / "python"
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Refresh into a state directory (BI_TEST_HOME keeps it), then start Superset."""
    with tempfile.TemporaryDirectory(prefix="warehouse-bi-") as temporary:
        home = Path(os.environ.get("BI_TEST_HOME", temporary))
        ports = {"WAREHOUSE_PORT": str(_free_port()), "WAREHOUSE_SUPERSET_PORT": str(_free_port())}
        environment = {**os.environ, "WAREHOUSE_HOME": str(home), **ports}
        refresh = [str(PYTHON), "-m", "etl", "refresh", "articles"]
        subprocess.run(refresh, cwd=PROJECT, env=environment, check=True)
        process = subprocess.Popen(
            [str(PYTHON), "bi/superset/run.py"], cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True
        )
        try:
            assert process.stdout is not None
            assert any("Ctrl-C" in line for line in process.stdout), "Superset did not start"
            password = (home / "superset" / "admin_password").read_text().strip()
            address = f"http://127.0.0.1:{ports['WAREHOUSE_SUPERSET_PORT']}"
            yield Site(address, password, home, int(ports["WAREHOUSE_PORT"]))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=120)
            assert process.returncode == 0


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed (Debian: chromium, fonts-noto-cjk)")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        yield playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)


@pytest.fixture(scope="session")
def page(site: Site, browser: Browser) -> Page:
    """A page of someone who has logged in."""
    opened = browser.new_context(viewport={"width": 1500, "height": 1200}, locale="zh-CN").new_page()
    opened.goto(f"{site.address}/login/")
    opened.locator("#username").fill("admin")
    opened.locator("#password").fill(site.password)
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/superset/welcome/", timeout=60_000)
    return opened


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
