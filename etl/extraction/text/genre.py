"""What kind of text a document is, as far as it decides what figures without a period or a subject are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

_CHANGE = re.compile("同比|比上年|增长|下降|上涨|增速")
_DONE = re.compile(
    "增长|下降|完成(?!率)|建成|新增|获批|入选|突破|累计|圆满|显著|取得|迈出|成效|提[高升][到至]|升[到至]|降[到至]|增[到至]|成功|荣获"
    "|首次|超额|落地|投产|竣工|通车|位居|居全[国省市]|已|新高|更加|进一步|稳步|实现|1\\d{3}年|2\\d{3}年"
)
_INTENDED = re.compile(
    "力争|确保|目标|预期|争取|计划(?!单列)|将(?!军)|要(?!素|求|闻|点|塞)|加快|推进|深入|持续(?![增扩改提优])|支持|鼓励|推动"
    "|加强|强化|完善|健全|抓好|做好|办好|深化|促进|培育|打造|引导|统筹|优化|拓展|加大|落实|严格|着力|壮大"
)
_FESTIVE = re.compile("元旦|春节|春运|假期")
_LOOKS_BACK = re.compile("(?:^|[。\\n])(?:(?:过去|刚刚过去的|这)?一年来?|过去的一年)[，里中]")
_QUOTED = re.compile(
    "收盘|开盘|盘中|报收|收报|总市值|暂成交|本周|上(?:期|一?交易日)(?=[上下涨跌升降，的]|持平)|前一?交易日(?=[上下涨跌升降，的]|持平)|周环比"
)
_REPORTER = re.compile("记者")
_ANNUAL = re.compile("全年|年度|去年|上年(?!末|同)")
_SPANNING = re.compile(
    "年均|五年(?<![十\\d]五年)|5年(?<![十\\d]5年)|十[一二三四五六]五|较20[0-9]{2}年(?!同期)|比20[0-9]{2}年(?!同期)"
)
_SUMMED = re.compile("累计")
_GREW = re.compile("(?<!年均)(?<!累计)增长[约近超]?\\d")
_SINGLE_YEAR = re.compile("(?<![较比到至从由自—-])20[0-9]{2}年(?![—-]|[^，。]{0,24}[较比]20[0-9]{2}年)")
_EXACT = re.compile("[1-9][.,0]*[1-9]")  # 1193, 0.25, 5.5: what is planned is round, as 300 or 1.0
_RATES = 2  # so many rates of growth for each mention of the years, at most
_SOME = 2  # intentions that any text may mention
_AIMS = re.compile("规划|目标|方案|行动计划|实施意见|纲要|“?十[四五六]五")
_OPENING = 40  # characters in which a text says what it is about


class Genre:
    """The kind of a text with these figures, looked at where a claim asks for it."""

    def __init__(self, text: str = "", numbers: Sequence[str] = ()) -> None:
        self.text = text
        self.numbers = numbers

    @cached_property
    def statistical(self) -> bool:
        """Whether it tells how things changed."""
        return 10 * len(_CHANGE.findall(self.text)) > 3 * len(self.numbers)

    @cached_property
    def official(self) -> bool:
        """Whether it is statistical and by no reporter."""
        return self.statistical and not _REPORTER.search(self.text)

    @cached_property
    def reported(self) -> bool:
        """Whether it is by a reporter who tells how things are."""
        return bool(_REPORTER.search(self.text)) and not self.statistical

    @cached_property
    def planned(self) -> bool:
        """Whether it says what is to be done: it intends more than it did, and its figures are round."""
        intended = len(_INTENDED.findall(self.text))
        if intended <= _SOME:
            return False
        exact = sum(1 for number in self.numbers if _EXACT.search(number))
        return 5 * exact <= 2 * len(self.numbers) and 2 * intended > 3 * len(_DONE.findall(self.text))

    @cached_property
    def aims(self) -> bool:
        """Whether it opens with a plan or its targets."""
        return bool(_AIMS.search(self.text[:_OPENING]))

    @cached_property
    def festive(self) -> bool:
        """Whether it opens with a holiday."""
        return bool(_FESTIVE.search(self.text[:_OPENING]))

    @cached_property
    def looks_back(self) -> bool:
        """Whether it says somewhere that it tells of the year behind it."""
        return bool(_LOOKS_BACK.search(self.text))

    @cached_property
    def annual(self) -> bool:
        """Whether it names a whole year."""
        return bool(_ANNUAL.search(self.text))

    @cached_property
    def spanning(self) -> bool:
        """Whether it looks back on several years: it says so, names no single one and tells few yearly rates."""
        said = len(_SPANNING.findall(self.text))
        if not said or _SINGLE_YEAR.search(self.text):
            return False
        return _RATES * (said + len(_SUMMED.findall(self.text))) > len(_GREW.findall(self.text))

    @cached_property
    def quoted(self) -> bool:
        """Whether it gives prices, which are of the day or the week that it appears."""
        return bool(_QUOTED.search(self.text))
