"""Arabic and Chinese numerals to decimals."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "十万亿": 10**13,
    "亿亿": 10**16,
    "百万亿": 10**14,
    "千万亿": 10**15,
}
CHINESE = "零一二两三四五六七八九十百千万亿"
_SCALED = re.compile(r"(\d+(?:\.\d+)?)(十万亿|万亿|千亿|百亿|十亿|亿亿|亿|千万|百万|十万|万|千|百|十)?")
_ONE = Decimal(1)
_VAGUE = {"几": "一", "数": "一"}


def read_arabic(text: str) -> tuple[Decimal, Decimal]:
    """Value and step of digits with scales behind them: `3603.45`, `1.16万亿`, `2亿6261万`, `12,345.6`.

    Half the step is the written precision: `62` → 1, `3603.45` → 0.01, `3万` → 10000.
    """
    text = text.replace(",", "")
    if text.isascii():
        written = len(text.partition(".")[2])
        return Decimal(text), _ONE.scaleb(-written) if written else _ONE
    total, digits, factor = Decimal(0), "", 1
    for digits, scale in _SCALED.findall(text):
        factor = SCALES[scale] if scale else 1
        total += Decimal(digits) * factor if scale else Decimal(digits)
    return total, Decimal(factor).scaleb(-len(digits.partition(".")[2]))


def parse_chinese(text: str) -> Decimal | None:
    """Value of a Chinese numeral: `五`, `二十八`, `一百零三万`, `千`, `三点五`; None when it is none."""
    whole, _, fraction = text.partition("点")
    if fraction:
        digits = "".join(str(DIGITS[c]) for c in fraction if c in DIGITS)
        value = _whole(whole)
        return None if value is None or not digits else value + Decimal(f"0.{digits}")
    return _whole(whole)


def _whole(text: str) -> Decimal | None:
    if not text:
        return None
    text = "".join(_VAGUE.get(c, c) for c in text)
    if len(text) > 1 and all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    for scale, size in (("亿", 10**8), ("万", 10**4)):
        if scale in text:
            left, _, right = text.rpartition(scale)
            high = _whole(left) if left else Decimal(1)
            low = _whole(right) if right else Decimal(0)
            return None if high is None or low is None else high * size + low
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> Decimal | None:
    total, digit = 0, None
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "十百千":
            total += (1 if digit is None else digit) * SCALES[character]
            digit = None
        else:
            return None
    return Decimal(total + (digit or 0))
