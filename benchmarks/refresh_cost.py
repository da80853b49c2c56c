"""What a refresh costs beside a bare `dbt build` of the same project: with nothing new, and with one new article.

    python benchmarks/refresh_cost.py [ROUNDS]

All three are run from the command line on the same warehouse, whose server is up, in turns; medians are compared.
The bare build is warm: its parse is kept from a first build that is not counted.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from etl.database import Database, open_database
from etl.settings import PROJECT_DIR, Settings
from etl.transform.environment import connection_variables

ARTICLES = 20  # in the warehouse before anything is measured
BIN = Path(sys.executable).parent
TEXT = """---
title: 第{number}号公报
publisher: 青岛市统计局
published: 20{year:02}-07-18
---

20{year:02}年上半年，青岛市服务业增加值为{value}.45亿元，同比增长{growth}.7%，占地区生产总值的{share}.2%，对经济增长贡献率为69.6%。
全市社会消费品零售总额为{retail}.8亿元，增长4.{growth}%。列入国家级两业融合试点的有2个区域、5家企业。
"""


@dataclass(frozen=True)
class Cost:
    """Wall time and processor time of a command, without the server's."""

    seconds: float
    cpu: float


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder) / "home", port=25431)
        articles = Path(folder) / "articles"
        articles.mkdir()
        for number in range(ARTICLES):
            _write(articles, number)
        with open_database(settings) as database:
            measured = _measure(settings, database, articles, rounds)
    bare = measured["bare dbt build"]
    print(f"{'':26}{'seconds':>9}{'CPU s':>8}{'of a bare dbt build':>22}")
    for name, cost in measured.items():
        print(f"{name:26}{cost.seconds:9.2f}{cost.cpu:8.2f}{cost.seconds / bare.seconds:21.2f}x")
    idle, article = measured["refresh, nothing new"], measured["refresh, one new article"]
    print(f"nothing new is {bare.seconds / idle.seconds:.1f} times faster than a bare dbt build (wanted: 20)")
    print(f"one new article takes {article.seconds / bare.seconds:.2f} of a bare dbt build (wanted: 1)")


def _measure(settings: Settings, database: Database, articles: Path, rounds: int) -> dict[str, Cost]:
    environment = {**os.environ, "WAREHOUSE_HOME": str(settings.home), "WAREHOUSE_PORT": str(settings.port)}
    refresh = [str(BIN / "warehouse"), "refresh", str(articles)]
    project = str(PROJECT_DIR / "dbt_project")
    build = [str(BIN / "dbt"), "--quiet", "build", "--project-dir", project, "--profiles-dir", project]
    build += ["--target-path", str(settings.home / "bare"), "--log-path", str(settings.home / "bare")]
    bare = {**environment, **connection_variables(database), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    costs: dict[str, list[Cost]] = {"bare dbt build": [], "refresh, one new article": [], "refresh, nothing new": []}
    _timed(refresh, environment)  # the first publication builds everything
    _write(articles, ARTICLES)
    _timed(refresh, environment)  # the second builds the other schema
    _timed(build, bare)
    for number in range(rounds):
        _write(articles, ARTICLES + 1 + number)
        costs["refresh, one new article"].append(_timed(refresh, environment))
        costs["refresh, nothing new"].append(_timed(refresh, environment))
        costs["bare dbt build"].append(_timed(build, bare))
    return {
        name: Cost(statistics.median(cost.seconds for cost in found), statistics.median(cost.cpu for cost in found))
        for name, found in costs.items()
    }


def _timed(command: list[str], environment: dict[str, str]) -> Cost:
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"{' '.join(command)}: {result.stdout[-2000:]}{result.stderr[-2000:]}")
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return Cost(ended - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _write(folder: Path, number: int) -> None:
    text = TEXT.format(
        number=number,
        year=12 + number % 12,
        value=4000 + number * 37,
        growth=1 + number % 8,
        share=45 + number % 19,
        retail=3000 + number * 11,
    )
    (folder / f"{number}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
