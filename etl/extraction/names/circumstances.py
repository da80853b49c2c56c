"""Circumstances that are told before or inside of a noun phrase and do not belong to it."""

from __future__ import annotations

import re

from etl.extraction.language.forms import without_opening

_ON_TERMS = re.compile(  # 按可比口径计算, 剔除汇率影响, 正常情况下
    "(?:，)?(?:按[^，]{2,16}?(?:口径计算|口径|计算|折算|换算)|经?季节性?(?:因素)?调整后"
    "|(?:扣除|剔除|不计入?|不考虑|排除)[^，]{2,16}?(?:因素|影响)(?:后)?(?:的)?(?:同样)?"
    "|(?:在)?[^，的]{2,8}(?:情况|条件|背景|年景|环境|情形)下)(?:，)?"
)
_ONCE_DONE = re.compile(  # 全部建成后
    "(?:\ue000|，|项目|工程|机组|全部|全面|正式|首期|一期|完全)*"
    "(?:建成|投产|达产|投运|投用|投入使用|完工|竣工|运营|并网)后(?:，)?"
)
_HAN = "[\u4e00-\u9fff]"
_MOVED_BY = re.compile(  # 受需求回暖影响
    f"受(?:(?<=^受)|(?<={_HAN}{{2}}受))(?!益|理|众|让|访|托)[^，]{{2,24}}?(?:影响|推动|带动|拉动|驱动|支撑|提振|刺激|拖累)，?"
)
_INSERTED = re.compile(  # between words of two characters or more
    f"(?:预计(?<={_HAN}{{2}}预计)|有望(?<={_HAN}{{2}}有望)|共计(?<={_HAN}{{2}}共计)|陆续(?<={_HAN}{{2}}陆续)|已(?<={_HAN}{{2}}已)(?!有)"
    f"|共(?<={_HAN}{{2}}共)(?<!公共)(?!同|享|建|有|和|识|产|振|鸣|生|治|济|计|青|用|性|存|赢|价))(?={_HAN}{{2}})"
)
_INCLUDING = re.compile("(?:包括|包含)[^，]*?在内的")
_IN_RESPECT = re.compile("方面的(?=[^的]{2,}$)")  # 教育方面的支出
_ADDED = re.compile("增加(?<=项目增加|企业增加)(?=产值|投资|税收|产能|营收|就业)")
_SOMEWHERE = re.compile("(?:优先|重点|率先)?在(?!建)[^，]{2,20}?(?=新[建增设开]|建[成设立]|实施|举办|布局)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")


def without(phrase: str) -> str:
    """The phrase without the terms, causes and conditions it is said under."""
    phrase = without_opening(_SOMEWHERE, phrase)
    phrase = _ADDED.sub("新增", _IN_RESPECT.sub("", phrase))
    phrase = _MOVED_BY.sub("", _INSERTED.sub("", _INCLUDING.sub("", _FOOTNOTE.sub("", phrase))))
    return without_opening(_ONCE_DONE, without_opening(_ON_TERMS, phrase.strip()))
