"""What kind of text a document is, as far as it decides what figures without a period or a subject are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CHANGE = re.compile("同比|比上年|增长|下降|上涨|增速")
_DONE = re.compile(
    "增长|下降|完成(?!率)|建成|新增|获批|入选|突破|累计|圆满|显著|取得|迈出|成效|(?:提高|提升|升|降|增)[到至]|成功|荣获"
    "|首次|超额|落地|投产|竣工|通车|位居|居全[国省市]|已|新高|更加|进一步|稳步|实现|[12]\\d{3}年"
)
_INTENDED = re.compile(
    "力争|确保|目标|预期|争取|计划(?!单列)|将(?!军)|要(?!素|求|闻|点|塞)|加快|推进|深入|持续(?![增扩改提优])|支持|鼓励|推动"
    "|加强|强化|完善|健全|[抓做办]好|深化|促进|培育|打造|引导|统筹|优化|拓展|加大|落实|严格|着力|壮大"
)
_FESTIVE = re.compile("元旦|春节|春运|假期")
_LOOKS_BACK = re.compile("(?:^|[。\\n])(?:(?:过去|刚刚过去的|这)?一年来?|过去的一年)[，里中]")
_QUOTED = re.compile(
    "收盘|开盘|盘中|报收|收报|总市值|暂成交|本周|(?:[上前]一?交易日|上期)(?=[上下]|[涨跌升降]|，|的|持平)|周环比"
)
_REPORTER = re.compile("记者")
_ANNUAL = re.compile("全年|年度|去年|上年(?!末|同)")
_SPANNING = re.compile("年均|(?<![十\\d])[五5]年|“?十[一二三四五六]五”?|[较比](?:20[0-9]{2})年(?!同期)")
_SUMMED = re.compile("累计")
_GREW = re.compile("(?<!年均)(?<!累计)增长[约近超]?\\d")
_SINGLE_YEAR = re.compile("(?<![较比到至从由自—-])20[0-9]{2}年(?![—-]|[^，。]{0,24}[较比]20[0-9]{2}年)")
_EXACT = re.compile("[1-9][.,0]*[1-9]")  # 1193, 0.25, 5.5: what is planned is round, as 300 or 1.0
_RATES = 2  # so many rates of growth for each mention of the years, at most
_SOME = 2  # intentions that any text may mention
_AIMS = re.compile("规划|目标|方案|行动计划|实施意见|纲要|“?十[四五六]五")
_OPENING = 40  # characters in which a text says what it is about


@dataclass(frozen=True, slots=True)
class Genre:
    """The kind of a text: `statistical` tells how things changed, `reported` is by a reporter who tells how they are.

    `official` is statistical and by no reporter, `planned` says what is to be done, `aims` opens with a plan or its
    targets, `festive` opens with a holiday, `looks_back` says somewhere that it tells of the year behind it, `annual`
    names a whole year, `spanning` looks back on several, `quoted` gives prices, which are of the day or the week that
    it appears.
    """

    statistical: bool = False
    official: bool = False
    reported: bool = False
    planned: bool = False
    aims: bool = False
    festive: bool = False
    looks_back: bool = False
    annual: bool = False
    spanning: bool = False
    quoted: bool = False

    @classmethod
    def of(cls, text: str, numbers: Sequence[str]) -> Genre:
        """The genre of a normalised text with these figures."""
        reporter = bool(_REPORTER.search(text))
        statistical = 10 * len(_CHANGE.findall(text)) > 3 * len(numbers)
        return cls(
            statistical=statistical,
            official=statistical and not reporter,
            reported=reporter and not statistical,
            planned=_is_planned(text, numbers),
            aims=bool(_AIMS.search(text[:_OPENING])),
            festive=bool(_FESTIVE.search(text[:_OPENING])),
            looks_back=bool(_LOOKS_BACK.search(text)),
            annual=bool(_ANNUAL.search(text)),
            spanning=_is_spanning(text),
            quoted=bool(_QUOTED.search(text)),
        )


def _is_planned(text: str, numbers: Sequence[str]) -> bool:
    """Whether a text says what is to be done: it intends more than it did, and its figures are round."""
    intended = len(_INTENDED.findall(text))
    if intended <= _SOME:
        return False
    exact = sum(1 for number in numbers if _EXACT.search(number))
    return 5 * exact <= 2 * len(numbers) and 2 * intended > 3 * len(_DONE.findall(text))


def _is_spanning(text: str) -> bool:
    """Whether a text looks back on several years: it says so, names no single one and tells few yearly rates."""
    said = len(_SPANNING.findall(text))
    if not said or _SINGLE_YEAR.search(text):
        return False
    return _RATES * (said + len(_SUMMED.findall(text))) > len(_GREW.findall(text))
