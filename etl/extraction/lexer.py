"""Normalised text → its numeric expressions, each with what it is: number, period, name, ordinal or idiom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from etl.extraction.language.words import either, words
from etl.extraction.numbers import lookalikes, units
from etl.extraction.numbers.numerals import CHINESE, SCALES, parse_chinese, read_arabic
from etl.extraction.periods import expressions

_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_BEFORE = (
    "不低于|不少于|不小于|至少|不超过?|不高于|不多于|最多|最高|最低|不足|不到|低于|少于|小于|仅次于"
    "|超过了?|超出|已?突破了?|已超|超|逾|跃上|迈上|站上|跨上|登上|跨过|跨越|越过|冲破|迈过|迈入|高于|多于|大于"
    "|(?<![打突冲爆识])破(?=\\d|[百千万]*[亿万])|过(?=[一二三四五六七八九\\d半]成)|(?<![通超经不透难渡改])过(?=\\d+[百千万]*[亿万]|[百千万]*[亿万])"
    "|大约|约为?|约有|近(?!年)|将近|接近|大概|上(?=[百千万亿])"
)
_AFTER = (
    "左右|上下|及?以上|及?以下|以内|之多|之上|开外|(?:有)?余(?!额|热|人|地|款|粮|量|杭)"
    "|多(?![个元次级种家方数少样边功媒维年媒能式层重])"
)
_MORE = "[多余来]"
# Classifiers that also begin common words: 三大会议, 15回升, 20万群众.
_GREAT = "大类|大(?![会量战国厅力利纪学关幅约概单])"
_ANY_UNIT = (
    f"(?!种[植子业养粮苗])(?:(?:{units.UNIT})(?:{units.PER}|{units.OR_ELSE})?|{_GREAT}"
    "|回(?![落升暖收归购报应])|群(?![众体]))"
)
# Units that may follow a bare Chinese numeral; many classifiers also end common words (三方, 两手, 四面).
_CHINESE_UNITS = (
    f"亿元|万元|元(?!化|论|整)|个百分点|个基点|个工作日|个月|个季度|个|家|项|条|{_GREAT}"
    "|批次|批(?!发)|类|种(?!植|子|业|养)|名(?!义|牌|优|校|家|城|企)|位(?!数|于|居|置|一体)"
    "|人次|人(?!民|工|才|口|大|均|士|行)|户(?!外|籍)|次(?!产|会议)|届|座(?!谈)|所|处(?!理|于|置)|只|款(?!项)|场次|场(?!地"
    "|所|景)|起(?!来|步|点|到|草|重|伏)|件(?!套)|套|台|辆|架|艘|艺|级|岁|年|天(?!津|然)|小时"
    "|地市|省份|省|市(?!场|民|值)|县|镇|万人|万户|亿人|万吨|亿吨|万亩|亿千瓦时"
)
_CORE_CHINESE = f"[{CHINESE}]+(?:点[零一二三四五六七八九]+)?"
_BOUND = f"(?:(?!\\d)(?:{_BEFORE})(?:了|达|的)?|)"  # 超过, 近: what stands before digits is not tried at them
NUMBER = (
    rf"{_BOUND}"
    rf"(?:(?:(?<![\d%A-Za-z元亿万个人件家吨—~）])-|(?<![减增自])负(?=\d)|零下(?=\d)|){_ARABIC}(?:{_MORE}(?={units.SCALE}|{units.PERCENTS}"
    rf"|[\u4e00-\u9fff])|)(?:{units.SCALE}(?:\d+(?:\.\d+)?{units.SCALE})*)?{_MORE}?(?:{units.PERCENTS}|{_ANY_UNIT}|)"
    rf"|百分之{_CORE_CHINESE}|{_CORE_CHINESE}分之{_CORE_CHINESE}"
    f"|[{CHINESE}]{{2,}}(?:点[零一二三四五六七八九]+)?{_MORE}?(?:{units.PERCENTS}|{_ANY_UNIT})"
    f"|{_CORE_CHINESE}{_MORE}?[万亿]?{_MORE}?(?:{units.PERCENTS}|{_CHINESE_UNITS})"
    "|(?<=[破超过逾达近约])(?:了)?[十百千]?[万亿]?[万亿](?![一-龥]))"
    rf"(?:(?<=成)[一二三四五六七八九\d](?![\d个家]))?(?:{_AFTER})?"
)
_CLOCK = r"\d+个?小时\d+分(?:钟)?(?:\d+秒)?|\d+分钟?\d+秒"
TIMESPAN = rf"(?:(?:{_BEFORE})(?:了)?)?(?:{_CLOCK})"
TO_ONE = rf"(?:(?:{_BEFORE})(?:了)?)?(?<![\d.:：]){_ARABIC}[:：]1(?![\d.:：])"
FRACTION = rf"(?:(?:{_BEFORE})(?:了)?)?(?<![\d/])\d{{1,3}}/\d{{1,3}}(?![\d/])(?:{_AFTER})?"
RANK = (
    rf"第(?:\d+|{_CORE_CHINESE})(?:位|名)|(?<=[升进移跃]至|[升进移跃]到)\d+位(?!数)|\d+位(?=(?:大幅|快速)?(?:上升|提升|跃升|前移|攀升|升|跃)[至到])|(?:首|榜首|第一)位|榜首|头名"
    rf"|(?<=[居列排入国省市球界进])前(?:\d+|[{CHINESE}]+)(?:[位名强](?![\u4e00-\u9fff])|(?![\d\u4e00-\u9fff]))"
    rf"|(?<=[居列排获为位名行单额量率值度速])(?<!质量)第(?:\d+|[{CHINESE}]+)(?![.\d\u4e00-\u9fff])|(?<=[国省市球界洲区方列首部一])第(?:\d+"
    rf"|[{CHINESE}]+)(?:个|大|$|(?=[，。；、的）和与及\n]))"
)
# a rank that evidence quotes without what it is a rank in
ALONE = rf"|\A前(?:\d+|[{CHINESE}]+)[位名强]?\Z|\A第(?:\d+|[{CHINESE}]+)(?:个|大)?\Z"
LEXICAL = "翻(?:了)?(?:[一两三]|\\d)(?:倍|番)(?:多|以上)?|(?:翻番|翻倍|翻两番)|[两三]位数|零(?=的?突破|增长)"
# Every character that an expression can begin with, and with which ones after it: elsewhere the alternatives need not
# be tried (a test checks it).
FIRST = (
    r"-\d\[A-Za-z“①-⑩〔一七万三上下不专丝两中九了二五亿仅今低党全八六冲几到前十开入千半单去双同后唯四国春除多大头如季将小少岁已年当截接改数新日明昨最月期未本榜"
    "元清劳端次现登百目眼破突站第约统翻老至负超越跃跨迄过迈近这连逐逾零首高（"
)
OPENING = (
    rf"[\dA-Za-z“〔①-⑩{CHINESE}几数首]|[超过近约逾破上至到翻第前后头这负（\[-][-\d{CHINESE}的达了负]"
    "|[上下本当今同][一个半年月周季日天早晨后期]|[到至][上今全前去同当明昨本次目]|不[一低到多小少超足高]|年[中内初底末]"
    "|了[十百千万亿]|国[三四五六庆]|双[一十流双鸭1]|"
) + either(
    words(
        "少于 低于 小于 多于 大于 高于 至少 最低 最多 最高 仅次 大约 大概 约为 约有 近年 近日 "
        "将近 接近 最近 超出 超过 突破 冲破 已突 已超 站上 登上 跃上 迈上 跨上 跨越 跨过 越过 "
        "迈过 迈入 过去 过半 大半 多半 半数 半壁 半导 翻倍 翻番 统一 唯一 专一 单一 逐一 丝毫 "
        "党的 老三 新一 新三 新中 头名 榜首 前年 前四 前同 上同 如今 日前 目前 当前 迄今 眼下 "
        "现在 连续 改革 未来 元旦 除夕 春节 清明 端午 劳动 中秋 中期 去年 全年 入年 次年 开年 "
        "明年 明天 多年 昨天 昨日 昨晚 截至 截止 月末 季末 岁末 期末 期初 中报 新的"
    )
)
COMPOUND = r"(?=\D{0,5}[\d,.]+(?:[/:：]|个?小时|分))"  # what a fraction, a stretch of time and a ratio need
DATED = (  # what a period goes on with that begins with digits or a numeral, and the signs that none begins with
    r"(?=(?:19|20)\d\d|\d+[-—~至到月日年季时多余:：]|[^\dA-PR-Za-z数几百千万亿零负超约逾破翻了不双])"
    "(?![一二三四五六七八九十两][^零一二三四五六七八九十两余多季年月至])"
)
EXPRESSION = (
    f"{COMPOUND}(?:(?P<fraction>{FRACTION})|(?P<timespan>{TIMESPAN})|(?P<to_one>{TO_ONE}))"
    f"|(?P<name>{lookalikes.NAME})|(?P<rank>{RANK}{ALONE})|(?P<lexical>{LEXICAL})|(?P<ordinal>{lookalikes.ORDINAL})"
    f"|(?P<period>{DATED}(?:{expressions.PERIOD}))|(?P<idiom>{lookalikes.IDIOM})|(?P<number>{NUMBER})"
)
_MASTER = re.compile(f"(?=[{FIRST}])(?={OPENING})(?:{EXPRESSION})")
_PARTS = re.compile(
    rf"(?P<before>{_BOUND})"
    f"(?:(?P<sign>[-负]|零下)?(?P<arabic>{_ARABIC})(?:(?P<more1>{_MORE}(?={units.SCALE}|{units.PERCENTS}"
    rf"|[\u4e00-\u9fff]))|)(?P<scale>{units.SCALE}(?:\d+(?:\.\d+)?{units.SCALE})*)?"
    f"|(?P<per>[百千])分之(?P<parts>{_CORE_CHINESE})|(?P<den>{_CORE_CHINESE})分之(?P<num>{_CORE_CHINESE})"
    f"|(?P<chinese>{_CORE_CHINESE})(?P<more3>{_MORE})?(?P<scale3>[万亿])?)"
    f"(?P<more2>{_MORE})?(?P<unit>{units.PERCENTS}|{_ANY_UNIT}"
    rf"|{_CHINESE_UNITS})?(?P<tenth>(?<=成)[一二三四五六七八九\d](?![\d个家]))?(?P<after>{_AFTER})?"
)
_LARGE = frozenset("百千万亿")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_STEPS_OVER = ("跨过", "跨越", "迈过", "越过", "跨上", "迈上", "登上")
_AT_LEAST = ("不低于", "不少于", "不小于", "至少", "最低")
_AT_MOST = ("最高", "不超过", "不超", "不高于", "不多于", "最多")
_LESS = ("不足", "不到", "低于", "少于", "小于")
_APPROX = ("大约", "约", "近", "将近", "接近", "大概")


@dataclass(slots=True)
class Token:
    """One numeric expression: where it is in the normalised text and what it is."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Number(Token):
    """A quantity: its value in its unit, what the words around it allow, and the shape of the expression."""

    value: Decimal
    unit: str | None
    qualifier: str
    step: Decimal
    bare_scale: bool = False
    bare_scale_core: bool = False  # 百亿元, 亿元: no digit before the scale
    core_start: int = 0  # where the figure itself begins, after 超过 or 近
    quote_end: int = 0  # further than `end` where a unit at the end of a list is shared
    elided_unit: bool = False


def tokens(text: str) -> Iterator[Token]:
    """All numeric expressions of a normalised text, left to right, none overlapping."""
    for match in _MASTER.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        reader = _READERS.get(kind)
        yield reader(match.group(), start, end) if reader else Token(kind, start, end, match.group())


def read_number(text: str, start: int = 0, end: int = 0) -> Number:
    """The number that `text`, matched by NUMBER, states."""
    found = _PARTS.match(text)
    if found is None:  # every alternative of NUMBER is one of _PARTS
        raise ValueError(text)
    before, sign, arabic, more, scale, per, parts, whole, part, chinese, vague, large, above, written, tenth, after = (
        found.groups("")
    )
    unit = units.canonical(written) if written else None
    if arabic:
        keeps = bool(scale) and _keeps_scale(unit, scale)
        value, step = read_arabic(arabic if keeps else arabic + scale)
        unit = scale + (unit or "") if keeps else unit
    elif chinese:
        value, step, unit = _read_chinese(chinese, large, unit)
    elif per:
        value, step, unit = parse_chinese(parts) or Decimal(0), Decimal(1), units.PERCENT if per == "百" else "‰"
    else:
        share = (parse_chinese(part) or Decimal(0)) / (parse_chinese(whole) or Decimal(1))
        value, step, unit = round(share, 17).normalize(), Decimal("0.01"), units.RATIO
    if tenth:
        value += (Decimal(tenth) if tenth.isdigit() else parse_chinese(tenth) or Decimal(0)) / 10
    if sign:
        value = -value
    if written == "个" and before.startswith(_STEPS_OVER):
        qualifier = "exact"  # 跨过3个千亿元大关
    else:
        qualifier = _qualifier_of(before, after, more=bool(more or above or vague))
    return Number(
        "number", start, end or len(text), text, value, unit, qualifier, step,
        bare_scale=chinese[:1] in _LARGE and not (before or above or vague or after),
        bare_scale_core=chinese[:1] in _LARGE,
        core_start=start + len(before), quote_end=end or len(text),
    )  # fmt: skip


def _read_chinese(chinese: str, large: str, unit: str | None) -> tuple[Decimal, Decimal, str | None]:
    """Value, step and unit of a Chinese numeral: 三百亿 of 三百亿元, with the scale in the unit where it is kept."""
    value, step = parse_chinese(chinese) or Decimal(0), Decimal(1)
    if large and _keeps_scale(unit, large):
        return value, step / SCALES[large], large + (unit or "")
    if large:
        return value * SCALES[large], step, unit
    if unit in units.MONEY_UNITS or unit in units.PHYSICAL_UNITS:
        for scale in ("亿", "万"):
            if chinese.endswith(scale):
                return value / SCALES[scale], step, scale + (unit or "")
    return value, step, unit


def _keeps_scale(unit: str | None, scale: str) -> bool:
    """Money and physical quantities are read as written (亿元); things counted are read in full (3万家)."""
    if not scale.isalpha():
        return False  # 2亿6261万
    if unit is None:
        return scale[0] in "万亿"
    core = unit.partition("/")[0]
    return core in units.MONEY_UNITS or core in units.PHYSICAL_UNITS


def _qualifier_of(before: str, after: str, *, more: bool = False) -> str:
    if not (before or after):
        return "more_than" if more else "exact"
    before = before.rstrip("了达的为有")
    if before in _AT_LEAST:
        return "at_least"
    if before in _AT_MOST:
        return "at_most"
    if before in _LESS or before == "仅次于":
        return "less_than"
    if before in _APPROX:
        return "approx"
    if after.endswith("以上") or after == "之上":
        return "more_than" if before else "at_least"
    if after.endswith(("以下", "以内")):
        return "at_most"
    if before or more or after in ("多", "余", "有余", "开外"):
        return "more_than"
    return "approx" if after else "exact"


def _read_fraction(text: str, start: int, end: int) -> Number:
    core = _FRACTION.search(text)
    part, whole = (Decimal(core[1]), Decimal(core[2])) if core else (Decimal(0), Decimal(1))
    qualifier = _qualifier_of(text[: core.start()] if core else "", text[core.end() :] if core else "")
    value = round(part / whole, 17).normalize() if whole else Decimal(0)
    return Number(
        "number", start, end, text, value, units.RATIO, qualifier, Decimal("0.01"), core_start=start, quote_end=end
    )


def _read_timespan(text: str, start: int, end: int) -> Number:
    """7小时16分: 436 分钟; with seconds, in seconds."""
    steps = {"小": 3600, "分": 60, "秒": 1}
    seconds = sum(int(amount) * steps[unit] for amount, unit in re.findall(r"(\d+)个?([小分秒])", text))
    value, unit = (Decimal(seconds), "秒") if "秒" in text else (Decimal(seconds) / 60, "分钟")
    return _whole_expression(text, start, end, value, unit, Decimal(1))


def _read_to_one(text: str, start: int, end: int) -> Number:
    """2.9:1 as the value of a ratio."""
    value = _FIGURE.search(text)
    return _whole_expression(text, start, end, Decimal(value[0]) if value else Decimal(1), None, Decimal("0.01"))


def _whole_expression(text: str, start: int, end: int, value: Decimal, unit: str | None, step: Decimal) -> Number:
    figure = _FIGURE.search(text)
    before = figure.start() if figure else 0
    qualifier = _qualifier_of(text[:before], "")
    return Number("number", start, end, text, value, unit, qualifier, step, core_start=start + before, quote_end=end)


def _read_rank(text: str, start: int, end: int) -> Number:
    digits = text.strip("第前位名个大强")
    value = Decimal(digits) if digits.isdigit() else parse_chinese(digits) or Decimal(1)
    unit = "名" if text.endswith("名") and text.startswith("第") else units.RANK
    qualifier = "at_most" if text.startswith("前") else "exact"
    return Number("rank", start, end, text, value, unit, qualifier, Decimal(0), core_start=start, quote_end=end)


def _read_lexical(text: str, start: int, end: int) -> Number:
    """翻番 is two times the old level, 翻两番 four times, 翻一倍 one time more, 两位数 at least ten."""
    more = "more_than" if text.endswith("多") else "at_least" if text.endswith("以上") else "exact"
    text = text.removesuffix("以上")
    if text.endswith("位数"):
        value, unit, more = Decimal(10 if text[0] == "两" else 100), units.PERCENT, "at_least"
    elif text == "零":
        value, unit = Decimal(0), None
    else:
        digits = text.strip("翻了倍番多")
        count = Decimal(digits) if digits.isdigit() else parse_chinese(digits) if digits else Decimal(1)
        value, unit = Decimal(2) ** int(count or 1), units.TIMES
        if "倍" in text and digits:
            value = count or Decimal(1)
    return Number("lexical", start, end, text, value, unit, more, Decimal(0), core_start=start, quote_end=end)


_READERS: dict[str, Callable[[str, int, int], Number]] = {
    "number": read_number,
    "fraction": _read_fraction,
    "timespan": _read_timespan,
    "to_one": _read_to_one,
    "rank": _read_rank,
    "lexical": _read_lexical,
}
