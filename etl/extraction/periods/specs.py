"""What a period expression stands for before it is resolved against anything else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from etl.extraction.language.words import either
from etl.extraction.numbers.numerals import parse_chinese
from etl.extraction.periods import festivals
from etl.extraction.periods.expressions import CN_MONTH, DAY, MONTH, RELATIVE, TO, YEAR


class PeriodSpec(NamedTuple):
    """What a period expression says: a base (year, offset from now, or none) and a part of it.

    `kind` is one of year, month, quarter, half, cumulated, span, trailing, day, today, yesterday,
    days_ahead, new_year, ago, to_date, festival, week, near_quarter, end, now, same, since, plan, event, vague.
    `year` is absolute, `shift` relative to the publication year; both None take the year in force.
    """

    kind: str
    year: int | None = None
    shift: int | None = None
    first: int = 0
    last: int = 0
    until: bool = False  # 截至: a cut-off, and a stock, not a flow
    same: bool = False  # 同期
    since: bool = False  # “十四五”以来: not over yet
    inner: bool = False  # 上年: relative to the period in force, where there is one
    name: str = ""  # of a festival


_R_CHINESE_YEAR = re.compile("[一二][零九][零一二三四五六七八九]{2}年")
_R_YEAR = re.compile(rf"({YEAR})")
_R_SPAN = re.compile(rf"({YEAR})年?{TO}({YEAR})年")
_R_ACROSS = re.compile(rf"(?:去年|({YEAR})年)({MONTH})月{TO}(?:今年|({YEAR})年)({MONTH})月")
_R_ISO = re.compile(rf"({YEAR})[-/.]({MONTH})[-/.]({DAY})$")
_R_MONTHS = re.compile(rf"({MONTH})月?份?{TO}({MONTH})月")
_R_FRONT = re.compile(rf"[前头]({MONTH}|{CN_MONTH}|两)个?月")
_R_FRONT_Q = re.compile(r"前([二两三123])个?季")
_R_Q_RANGE = re.compile(r"[一1]至([二三四2-4])季度")
_R_QUARTER = re.compile(r"第?([一二三四1-4首])季|Q([1-4])")
_R_DAY = re.compile(rf"({MONTH})月({DAY})日")
_R_DAY_ALONE = re.compile(rf"({DAY})日")
_R_CHINESE_MONTH = re.compile("(十[一二]|[一二三四五六七八九十])月")
_R_DAYS = re.compile(rf"({MONTH})月({DAY})日{TO}(?:({MONTH})月)?({DAY})日")
_R_MONTH = re.compile(rf"({MONTH})月(份|末|底|初|[上中下]旬)?")
_R_TRAILING = re.compile(
    r"(未来|今后|后)?(?:最近|过去|近|前|这|连续)?(\d+|[一二两三四五六七八九十]+)(?:多|余)?(年|个月|个季度|天|周)"
)
_R_ENDED = re.compile(
    rf"(?:({YEAR})年)?({MONTH})月{DAY}日止(?:[首前]?(\d+|[一二三四六九十]+)个?月|(年度|季度|半年度?))"
)
_R_NEAR_QUARTER = re.compile("([上本])(?:一?个)?一?季")
_R_WEEK = re.compile("([上本])周([一二三四五六日]?)$")
_WHOLE_MONTHS = {"年": 12, "季": 3, "半": 6}
_R_PLAN = re.compile("(十[一二三四五六]|[一二三四五六七八九])五")
_R_NTH = re.compile("第([一二三四五])年")
_R_SOME_YEARS = re.compile("([前头后])([两二三四2-4半])")
_R_AGO = re.compile("(\\d{1,2}|[一二两三四五六七八九十]{1,2})年[多之以]?前$")
_R_TILL_NOW = re.compile("至今(?!年)")
_R_DAYS_AHEAD = re.compile(r"未来(\d+|[一二两三四五六七八九十])天")
_R_RELATIVE = re.compile(either(RELATIVE))
_DAYS = {
    "今天": "today",
    "今早": "today",
    "今晨": "today",
    "昨晚": "yesterday",
    "今日": "today",
    "昨天": "yesterday",
    "昨日": "yesterday",
}
_EVENTS = ("近日", "日前", "明天", "时", "分")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(parse_chinese(text.replace("首", "一")) or 0)


@lru_cache(maxsize=1024)
def read_period(text: str) -> PeriodSpec:
    """The specification of one period expression that PERIOD matched."""
    until = text.startswith(("截", "到", "至")) and not _R_TILL_NOW.match(text)
    body = text.lstrip("截至止到") if until else text
    if body[:1] in ("一", "二") and _R_CHINESE_YEAR.match(body):
        body = str(parse_chinese(body[:4])) + body[4:]
    special = _special(body, until)
    if special:
        return special
    year: int | None = None
    shift: int | None = None
    stated = _R_YEAR.match(body)
    relative = _R_RELATIVE.match(body)
    rest = body
    if stated:
        year, rest = int(stated[1]), body[4:].lstrip("年")
    elif relative:
        shift, rest = RELATIVE[relative[0]], body[relative.end() :].lstrip("的")
    spec = _part(rest, year, shift, until, whole=bool(stated or relative))
    return spec._replace(inner=True) if not stated and relative and relative[0][0] == "上" else spec


def _ended(found: re.Match[str]) -> PeriodSpec:
    """截至9月30日止9个月: the months that ended then."""
    year, last = int(found[1]) if found[1] else None, int(found[2])
    first = last - (_number(found[3]) if found[3] else _WHOLE_MONTHS[found[4][0]]) + 1
    if first > 0:
        return PeriodSpec("cumulated", year, first=first, last=last)
    return PeriodSpec("across", None, year, first + 12, last)


def _special(body: str, until: bool) -> PeriodSpec | None:
    if body == "新的一年":
        return PeriodSpec("new_year")
    if ago := _R_AGO.match(body):
        return PeriodSpec("ago", shift=-_number(ago[1].replace("两", "二")))
    if ended := _R_ENDED.match(body):
        return _ended(ended)
    if week := _R_WEEK.match(body):
        day = "一二三四五六日".find(week[2]) + 1 if week[2] else 0
        return PeriodSpec("week", shift=-1 if week[1] == "上" else 0, first=day, until=until)
    if until and (day_alone := _R_DAY_ALONE.fullmatch(body)):
        return PeriodSpec("day", shift=0, last=int(day_alone[1]), until=True)
    if body in _DAYS:
        return PeriodSpec(_DAYS[body], until=until)
    now = ("目前", "当前", "如今", "现在", "迄今", "至今", "眼下")
    if body in now or _is_now(body):
        return PeriodSpec("now", until=True)
    if body.endswith(_EVENTS) or ":" in body or _R_DAY_ALONE.fullmatch(body):
        return PeriodSpec("event")
    if body.endswith("同期") and len(body) <= 3:
        return PeriodSpec("same", same=True)
    if iso := _R_ISO.match(body):
        return PeriodSpec("day", int(iso[1]), first=int(iso[2]), last=int(iso[3]), until=until)
    if across := _R_ACROSS.match(body):
        return PeriodSpec(
            "across",
            int(across[1]) if across[1] else None,
            int(across[3]) if across[3] else None,
            int(across[2]),
            int(across[4]),
        )
    if span := _R_SPAN.match(body):
        return PeriodSpec("span", int(span[1]), last=int(span[2]))
    if (plan := _R_PLAN.search(body)) and not body[0].isdigit():
        first = 1951 + 5 * _number(plan[1])
        begin, end = _part_of_plan(body[plan.end() :])
        return PeriodSpec(
            "plan", first=first + begin, last=first + end, until=body.endswith("末"), since="以来" in body
        )
    if "以来" in body and ("大" in body or body.startswith(("改革", "新中国"))):
        starts = {"七": 2007, "八": 2012, "九": 2017}
        found = next((starts[c] for c in body if c in starts), None)
        return PeriodSpec("since", found) if found else PeriodSpec("vague")
    if body.startswith(("开年", "入年", "年初")) and body.endswith("来"):
        return PeriodSpec("year", shift=0)
    if body.startswith(("近年", "多年", "改革", "新中国")):
        return PeriodSpec("vague")
    if "月" in body and body.startswith(("上", "本", "当", "下")) and "年" not in body:
        return PeriodSpec(
            "month", shift={"上": -1, "下": 1}.get(body[0], 0), until=body[-1] in "末底", same=body[0] == "当"
        )
    if near := _R_NEAR_QUARTER.match(body):
        return PeriodSpec("near_quarter", shift=-1 if near[1] == "上" else 0, until=body.endswith("末"))
    if ahead := _R_DAYS_AHEAD.match(body):
        return PeriodSpec("days_ahead", last=_number(ahead[1]))
    if body in ("期末", "月末", "季末"):
        return PeriodSpec("close", until=True)
    if body == "期初":
        return PeriodSpec("vague")
    trailing = None if _R_YEAR.match(body) else _R_TRAILING.match(body)
    if trailing and not (body[0] == "前" and "年" not in body and len(body) <= 5):
        if body.endswith("年内"):
            return PeriodSpec("trailing", first=_number(trailing[2]), last=1)
        sign = 1 if trailing[1] else -1
        unit = {"年": "trailing", "个月": "trailing_months"}.get(trailing[3], "vague")
        return PeriodSpec(unit, first=sign * _number(trailing[2]))
    return None


def _part_of_plan(rest: str) -> tuple[int, int]:
    """The years of a five-year plan that are meant, the first as 0: “十四五”前四年, 后半期, 开局之年."""
    if "开局" in rest or "首年" in rest:
        return 0, 0
    if "收官" in rest or rest.endswith("末"):
        return 4, 4
    if nth := _R_NTH.search(rest):
        return _number(nth[1]) - 1, _number(nth[1]) - 1
    some = _R_SOME_YEARS.search(rest)
    if some is None:
        return 0, 4
    count = 3 if some[2] == "半" else 2 if some[2] == "两" else _number(some[2])
    return (5 - count, 4) if some[1] == "后" else (0, count - 1)


def _is_now(body: str) -> bool:
    """Whether a cut-off is simply now."""
    return (
        body.endswith("目前")
        or (body.endswith("至今") and not _R_YEAR.match(body))
        or body.startswith(("公告", "本公告", "报告", "本报告", "招股"))
    )


def _part(rest: str, year: int | None, shift: int | None, until: bool, *, whole: bool) -> PeriodSpec:
    same = "同期" in rest or "同月" in rest
    if festival := festivals.name_of(rest):
        return PeriodSpec("festival", year, shift, *festivals.part_of(rest), name=festival)
    if both := _R_DAYS.match(rest):
        begin = int(both[1]) * 100 + int(both[2])
        end = int(both[3] or both[1]) * 100 + int(both[4])
        return PeriodSpec("days", year, shift, begin, end)
    if days := _R_DAY.match(rest):
        return PeriodSpec("day", year, shift, int(days[1]), int(days[2]), until, same)
    if months := _R_MONTHS.match(rest):
        return PeriodSpec("cumulated", year, shift, int(months[1]), int(months[2]), False, same)
    if front := _R_FRONT.match(rest):
        return PeriodSpec("cumulated", year, shift, 1, _number(front[1]), False, same)
    if quarters := _R_FRONT_Q.match(rest) or _R_Q_RANGE.search(rest):
        last = 3 * _number(quarters[1])
        return PeriodSpec("half" if last == 6 else "cumulated", year, shift, 1, 1 if last == 6 else last, False, same)
    if rest.endswith("三季报"):
        return PeriodSpec("cumulated", year, shift, 1, 9, False, same)
    if rest.endswith("中报"):
        return PeriodSpec("half", year, shift, 1)
    if "半年" in rest:
        return PeriodSpec("half", year, shift, 2 if rest.startswith("下") else 1, 0, False, same)
    if quarter := _R_QUARTER.match(rest):
        number = _number(quarter[1] or quarter[2])
        if rest.endswith("末"):
            return PeriodSpec("end", year, shift, 3 * number, 0, True)
        return PeriodSpec("quarter", year, shift, number, 0, False, same)
    if (chinese := _R_CHINESE_MONTH.match(rest)) and rest.endswith(("末", "底")):
        return PeriodSpec("end", year, shift, _number(chinese[1]), 0, True, same)
    if chinese:
        return PeriodSpec("month", year, shift, _number(chinese[1]), 0, False, same)
    if month := _R_MONTH.match(rest):
        number = int(month[1])
        if month[2] in ("末", "底"):
            return PeriodSpec("end", year, shift, number, 0, True, same)
        if until and month[2] is None:
            return PeriodSpec("cumulated", year, shift, 1, number, True)
        return PeriodSpec("month", year, shift, number, 0, False, same)
    if rest.startswith(("年末", "年底", "岁末", "末", "底")):
        return PeriodSpec("end", year, shift, 12, 0, True, same)
    if rest.endswith("报告期末"):
        return PeriodSpec("to_date", year, shift)
    if rest.startswith(("年初", "初")):
        return PeriodSpec("start", year, shift)
    if rest.startswith(("以来", "至今")) and year is not None:
        return PeriodSpec("since", year)
    if rest == "中期":
        return PeriodSpec("half", year, shift, 1)
    if rest.startswith("年中") and not whole:
        return PeriodSpec("vague")
    return PeriodSpec("year", year, shift, until=until, same=same)
