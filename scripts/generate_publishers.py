"""Write dbt_project/seeds/publishers.csv: publishers kept by hand, and the offices that every area has.

    python scripts/generate_publishers.py

Documents name their publisher in full (青岛市统计局), so each province and prefecture gets a row for its statistical
office, its government, and the survey team of the National Bureau of Statistics.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "dbt_project" / "seeds"
BY_HAND = Path(__file__).parent / "publishers" / "by_hand.csv"
HEADER = ["publisher_name_zh", "publisher_kind", "preference_rank", "aliases_zh"]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def offices(area: dict[str, str]) -> Iterator[list[str]]:
    """The statistical office, the survey team and the government of an area."""
    name, short = area["name_zh"], area["short_name_zh"]
    team = "调查总队" if area["area_level"] == "province" else "调查队"
    yield [f"{name}统计局", "official_communique", "1", ""]
    yield [f"国家统计局{short}{team}", "official_communique", "1", f"{short}{team}"]
    yield [f"{name}人民政府", "government", "2", f"{name}政府|{name}人民政府办公厅|{name}政府办公厅"]


def main() -> None:
    """Read the areas, write the seed."""
    areas = [row for row in read(SEEDS / "areas.csv") if row["area_level"] in {"province", "prefecture"}]
    mainland = [row for row in areas if row["area_code"] < "710000" and row["area_code"] != "371200"]
    rows = [[row[column] for column in HEADER] for row in read(BY_HAND)]
    rows += [office for area in mainland for office in offices(area)]
    with (SEEDS / "publishers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([HEADER, *sorted(rows, key=lambda row: int(row[2]))])
    print(f"publishers.csv: {len(rows)} publishers")


if __name__ == "__main__":
    main()
