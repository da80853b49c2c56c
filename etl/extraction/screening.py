"""Numbers that claim nothing: stretches of time, ages, thresholds, size classes, ends of a scale."""

from __future__ import annotations

import re

from etl.extraction.lexer import Number
from etl.extraction.numbers import lists, units

_INERT_UNITS = units.TIME_UNITS - {"个工作日", "工作日", "小时", "分钟", "秒", "个小时", "毫秒", "秒钟"}
_DISTANCES = frozenset(("米", "公里", "分钟", "小时", "平方公里"))
_MEASURES_TIME = re.compile(
    "(?:天数|降[到至]|[压缩]?[缩短减][到至]|寿命|年限|时长|时间|周期|年龄|用时|龄|缩短|压缩|提前|延长|工期|期限|交货期|账期|耗时|压减|(?:同比|[比较]\ue000(?:同期)?)(?:增加|减少|多|少)|过去要|只要|仅需"
    "|只需|需要|要花|花费?)(?:[^，]{0,8})?$"
)
_CHANGES = re.compile("^(?:压缩|缩短|减少|降至|降到|缩减|延长|压减|提前)")
_THRESHOLD = re.compile(
    "^(?:的|级|规模)?(?:以上|以下)?(?:的)?(?:企业|项目|产业|单位|园区|集群|城市|县|区|镇|村|有|行业|品牌|单品|工程|[^，]{0,4}贷款|[^，]{0,4}订单"
    "|大关的|[家个户])"
)
_DIGIT = re.compile(r"\d")
_DEFINES = re.compile(r"^(?:及以上|以上)?(?:的)?[^，、\d]{0,12}?(?:共|有|达|新增|为)?\d+[万余多]*(?:个|家|项|户)")
_OF_WHOM = re.compile(  # 对营业收入首次突破1亿元、5亿元的企业，分别奖励…: who is given something
    r"(?:[、和至][^，的]*\d[^，的]*)?(?:及?以上)?的[^，]{0,10}(?:企业|单位|机构|项目|平台|个人|家庭|农户|主体|园区|人员|人才|团队)$"
)
_TO_ONE = re.compile("[:：]1$")
_PROPORTION = re.compile(
    "(?:比|差距)(?:例|值|率)?(?:为|是|达|约|由|从|缩小|扩大|下降|降|提高|提升|上升|升|保持|稳定|控制|$)"
    "|^[由从]\ue000的$|(?:缩小|扩大|下降|上升|提高)[至到]?\ue000的$"  # 差距缩小，由2015年的2.7∶1…
)
_DAYTIME = re.compile("(?:早上?|上午|中午|下午|晚上?|夜里|深夜|凌晨|清晨|傍晚|当天|每天|\ue000)$")
_PAST_HOUR = frozenset("整半许钟")
_YIELDS = re.compile("^(?:可以?|能够?|就|要)+(?:卖|售|产|换|发电)")
_REFERS = re.compile("(?:见|附)(?:附?[图表件]|第)?$|（[图表]$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TO_AGE = re.compile(r"[-—~至到]+\d+周?岁")
_AWAY = re.compile("(?:距|距离|相距|相隔|离)[^，]{0,8}$")
_SHARE_AFTER = re.compile("的[^，]{2,10}(?:占比|比重|占)")  # 1000万元以下的贷款占比达七成
_CLASS_TELLS = re.compile(r"新?[一二三四五]线(?:城市[^，]*\d|[、和及]\d)")  # 31个二线城市房价上涨1%
_COUNT_AFTER = re.compile(r"\d[万余多]*[家个项户]")
_COUNT_BEFORE = re.compile(r"\d[万余多]*[家个项户]$")
_THOSE = r"(?:之间)?的?[^，、\d]{0,12}?(?:有|共)\d+[万余多]*[家个项户座条只种]"  # 的企业有8家
_FROM_DEFINES = re.compile(rf"(?:[-—~]+|[至到])\d[\d.]*[万亿]*(?:%|[\u4e00-\u9fff]{{1,3}}?)?{_THOSE}")
_TO_DEFINES = re.compile(_THOSE)
_RANGES = re.compile(r"\d[%万亿元美人次吨户亩台件]{0,3}(?:[-—~]+|[至到])$")
_RANKED_AMONG = re.compile(  # 全国第5位、十个大省第2位
    "[\u4e00-\u9fff]{2,8}(?:排名)?第(?:\\d+|[一二三四五六七八九十]+)(?:[位名，。；、]|$)"
)
_SIZES = frozenset(("人", "户", "张", "人次", "标箱", "标准箱", "床", "头", "羽"))  # in which large things are measured
_COUNTED = units.CLASSIFIERS - _SIZES
_TO = ("-", "—", "~", "至", "到")

Rejection = tuple[str, str]  # the disposition and the reason


def rejection(number: Number, before: str, after: str) -> Rejection | None:
    """The disposition and reason of a number that is no figure; None for one that is."""
    if number.bare_scale:
        return "idiom", "a size class, not a figure"
    unit = number.unit
    rejected = _of_no_unit(number, before, after) if unit is None else _of_unit(number, unit, before, after)
    if rejected:
        return rejected
    if number.kind == "lexical" and number.text.endswith("位数"):
        return "idiom", "an order of magnitude"
    if number.kind == "lexical" and unit is None:
        return "idiom", "零 as none"
    if (
        number.kind == "number"
        and number.text[0] in "三两五四"
        and after.startswith(("指数", "市", "人"))
        and unit != "%"
    ):
        return "name", "part of a name"
    if is_threshold(number, before, after) or (before.startswith("对") and _OF_WHOM.match(after)):
        return "idiom", "a threshold that defines a count"
    if unit == "个" and before.endswith("、") and _RANKED_AMONG.match(after):
        return "idiom", "how many are ranked"
    if (after.startswith(_TO) and _FROM_DEFINES.match(after)) or (
        before.endswith(_TO) and _RANGES.search(before) and _TO_DEFINES.match(after)
    ):
        return "idiom", "a range that defines a count"
    return _standing_alone(number, before, after) if unit is None else _of_rate(unit, before, after)


def _of_no_unit(number: Number, before: str, after: str) -> Rejection | None:
    if _TO_AGE.match(after):
        return "review", "an age"
    if _TO_ONE.search(number.text) and not _PROPORTION.search(before):
        return "review", "a proportion of parts"
    return None


def _of_unit(number: Number, unit: str, before: str, after: str) -> Rejection | None:
    if unit in ("岁", "周岁") and not _MEASURES_TIME.search(before):
        return "review", "an age"
    if unit in _DISTANCES and after.startswith("的") and _AWAY.search(before):
        return "idiom", "how far away something is"
    if after.startswith("级") and unit not in units.CLASSIFIERS:
        return "idiom", "a size class, not a figure"
    if unit == "点" and number.value <= 24 and (_DAYTIME.search(before) or after[:1] in _PAST_HOUR):
        return "date", "a time of day"
    if unit in units.PHYSICAL_UNITS and number.value == 1 and _YIELDS.match(after):
        return "idiom", "the base of a rate"
    if unit in _INERT_UNITS and not _MEASURES_TIME.search(before) and not _CHANGES.match(after):
        return "date", "a stretch of time"
    if unit == "个" and after.startswith(("交易日", "季度", "星期", "世纪", "年头", "周末")):
        return "date", "a stretch of time"
    if unit == "个" and (not before or before.endswith(("、", "和", "及"))) and _CLASS_TELLS.match(after):
        return "name", "part of a name"
    return None


def _standing_alone(number: Number, before: str, after: str) -> Rejection | None:
    if after.startswith("之间") or (lists.joins(after[:1]) and "之间" in after[:8]):
        return "idiom", "the ends of a scale"
    if not before and not after and _YEAR.fullmatch(number.text):
        return "date", "a year in brackets"
    if not before and after.startswith(".") and number.text.isdigit():
        return "ordinal", "the number of an item"
    if _REFERS.search(before):
        return "ordinal", "a reference to a table or a figure"
    return ("idiom", "the ends of a scale") if before.endswith("越") else None


def _of_rate(unit: str, before: str, after: str) -> Rejection | None:
    if unit in _DISTANCES and len(after) > 2 and after.startswith(("内", "以内")):
        return "idiom", "how far or how long something reaches"
    if before.endswith("每") and (unit in ("股", "人", "亩") or unit in units.TIME_UNITS):
        return "idiom", "the base of a rate"
    return None


def is_threshold(number: Number, before: str, after: str) -> bool:
    """超百亿元的企业有148家, 500万元以上项目20个: the amount only says which things are counted."""
    if number.unit == "%" and number.text.endswith(("以上", "以下", "以内")) and _TO_DEFINES.match(after):
        return True  # 增幅在20%以上的企业有8家
    if number.unit in ("成", "%") or number.unit in _COUNTED:
        return False
    bounded = (
        number.text.startswith(("超", "过", "达"))
        or before.endswith("个过")
        or (number.text.endswith(("以上", "以下")) or after.startswith("及以上"))
    )
    if not bounded:
        return False
    if number.bare_scale_core and after[:1] not in ("", "，") and not after.startswith(("左右", "大关", "水平", "，")):
        return True
    if not _THRESHOLD.match(after):
        return bool(_DEFINES.match(after))
    if _DEFINES.match(after):
        return True
    return (
        not _DIGIT.search(number.text)
        or bool(_SHARE_AFTER.match(after))
        or bool(_COUNT_AFTER.search(after))
        or bool(_COUNT_BEFORE.search(before))
    )
