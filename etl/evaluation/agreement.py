"""Whether a field of an observation says the same as the gold fact, with the leeway of language.

Names agree where one holds most of the other (增加值 in 服务业增加值 does not); a subject agrees with or without
市 or 集团; 3万家 is 30000家; a fall of 3 % may be given as 3 or as −3; a share may pass as a ratio.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from etl.evaluation.gold import Answers
from etl.extraction.model import Observation

SCALES = {"百万": 1e6, "千万": 1e7, "万亿": 1e12, "亿": 1e8, "万": 1e4, "千": 1e3, "百": 1e2, "十": 10.0}
RATIOS = {"%": 0.01, "percent": 0.01, "百分比": 0.01, "比例": 1.0, "ratio": 1.0, "成": 0.1}
SAME_UNIT = {"个百分点": "pp", "百分点": "pp", "percentage_point": "pp", "位": "rank", "名": "rank"}
COUNTERS = frozenset(("", "个", "家", "项"))  # 5家企业 and 5个企业 count the same
ALIKE_MEASURES = ({"count", "level"}, {"growth", "growth_yoy"}, {"ratio", "share"}, {"ratio", "level"})
PUNCTUATION = re.compile(r"[\s“”\"'‘’《》()（）·、,，。的]")
TITLES = re.compile(r"(市|省|县|区|集团|公司|股份|科技|有限)+$")
LEAST_PART, LEAST_SHARE = 3, 0.6


def agreement(accepted: dict[str, Answers], observation: Observation) -> dict[str, bool]:
    """For each field, whether the observation gives an accepted answer."""
    said = base_quantity(observation.value, observation.unit)
    meant = [base_quantity(value, unit) for value in accepted["value"] for unit in accepted["unit"]]
    fields = {
        "value": any(_close(abs(value), abs(said[0])) for value, _ in meant),
        "unit": any(unit == said[1] or {unit, said[1]} <= COUNTERS for _, unit in meant),
        "qualifier": (observation.qualifier or "exact") in accepted["qualifier"],
    }
    for name, same in SAME.items():
        answers = accepted[name]
        given = getattr(observation, name)
        fields[name] = not answers or any(same(given, answer) for answer in answers)
    return fields


def base_quantity(value: object, unit: str | None) -> tuple[float, str]:
    """The value in its unit's base, and the base's name."""
    number, name = float(str(value)), plain(unit)
    if name in RATIOS:
        return number * RATIOS[name], "ratio"
    if name in SAME_UNIT:
        return number, SAME_UNIT[name]
    for prefix, scale in SCALES.items():
        if name.startswith(prefix) and len(name) > len(prefix):
            return number * scale, name.removeprefix(prefix)
    return number, name


def plain(text: object) -> str:
    """Text without punctuation, width and case."""
    return PUNCTUATION.sub("", unicodedata.normalize("NFKC", str(text or ""))).lower()


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def _same_name(said: object, accepted: object) -> bool:
    short, long = sorted((plain(said), plain(accepted)), key=len)
    if short == long:
        return bool(short)
    return short in long and len(short) >= LEAST_PART and len(short) / len(long) >= LEAST_SHARE


def _same_subject(said: object, accepted: object) -> bool:
    one, other = (TITLES.sub("", plain(name)) for name in (said, accepted))
    if not one or not other:
        return False
    return one == other or (len(one) >= 2 and (one in plain(accepted) or other in plain(said)))


def _same_measure(said: object, accepted: object) -> bool:
    return said == accepted or any({said, accepted} <= alike for alike in ALIKE_MEASURES)


def _same_period(said: object, accepted: object) -> bool:
    one, other = (str(period or "").replace("-H", "-S") for period in (said, accepted))
    return one == other


SAME: dict[str, Callable[[object, object], bool]] = {
    "indicator": _same_name,
    "measure": _same_measure,
    "of": _same_name,
    "subject": _same_subject,
    "period": _same_period,
}
