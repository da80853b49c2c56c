"""What may be the name of an organisation, and what only ends as one: 上调公司, 完成首家银行."""

from __future__ import annotations

import re

from etl.extraction.language import lexicon
from etl.extraction.subjects.company_forms import (
    CLAUSE_WORDS,
    COMMON,
    INCORPORATED,
    MENTIONED,
    NOT_A_MAKER,
    NOT_A_NAME,
    NOT_FIRST,
    PLAIN_WORDS,
)
from etl.extraction.subjects.forms import (
    FACILITY,
)

_COUNTED = ("家", "个", "各", "上市", "新增", "全", "国有", "控股", "投资", "规模", "规上", "外", "子", "小额")
_OF_ANOTHER = re.compile("(?:附属|下属|旗下|全资|参股|联营|合营|关联|目标|标的|母|分)公司$")
_ANALYSES = re.compile(  # 海州证券研报认为, 海州咨询数据显示: of others
    "^(?:的|发布的?|最新)*(?:(?:研报|研究报告|分析师|首席|研究员|策略师|经济学家|研究团队|宏观团队)"
    "|[^，]{0,8}?(?:数据|统计|监测|调查|测算|模型)(?:显示|表明|指出|认为))"
)
_ANALYST = re.compile("(?:证券|大学|学院|智库|研究中心|研究院|研究所|咨询|研究公司|资本|评级|信用)$")
_FORESEES = re.compile(
    "^(?:[^，\\d]{0,20}(?=认为|指出|预计|分析))?(?:认为|指出|指|预计|预测|预期|估计|分析|称|表示|测算)"
)
_ANY = re.compile(  # 农村中小银行, 国内外航空公司: all of a kind
    "^(?:农村|中小|商业|国有|股份制|城市|民营|大型|小型|外资|中资|村镇|上市|地方|全国性|主要|各大|开发性|政策性|国内|国外|国内外|海外|境外"
    "|国际|多家|外国|专业|一般|其他|相关|头部|龙头)+(?:银行|证券|集团|航空公司|公司)$"
    "|^(?:老|新|重要|国家|传统|全国|现代)*(?:工业|制造业?|农业|产业|生产|粮食|能源|石化|原材料|商品粮|科教)+基地$"
    "|^(?:[一二三四五六七八九十]大|城市|民用|民航|运输|通用|国际|境内)+机场$"
)
_WORKSHOP = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Za-z]{3,16}?)(?:股份有限公司|有限公司|公司|集团)?(?:的)?"
    "(?:智能|数字化?|自动化|生产|总装|装配|加工|焊装|冲压|无尘|机加工?|洁净)*(?:车间|工厂|厂区|厂房|展厅|生产线)$"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎"
    "贺顾毛郝龚邵钱严覃武戴莫孔向汤"
)
_TELLING = ("d", "c", "r", "p")  # adverbs, conjunctions, pronouns and prepositions of two characters or more


def may_be_long(name: str) -> bool:
    """Whether a phrase that ends as a name does may be one: 星澜公司, but not 这家公司."""
    return (
        not NOT_A_NAME.search(name[:-2])
        and not name[0].isdigit()
        and not name.startswith(NOT_FIRST)
        and not name.startswith(_COUNTED)
        and not (FACILITY.search(name) and not lexicon.has_name(name))
        and not _OF_ANOTHER.search(name)
        and not _ANY.match(name)
        and not _describes(name)
    )


def named_in(text: str) -> list[str]:
    """The organisations that a clause names anywhere."""
    names = [CLAUSE_WORDS.sub("", found["name"]) for found in MENTIONED.finditer(text)]
    named = [name for name in names if lexicon.is_proper(name[:-2]) or not name.endswith("公司") or "有限" in name]
    return [
        name
        for name in named
        if len(name) >= 3
        and lexicon.has_name(name)
        and not _ANY.match(name)
        and not NOT_A_NAME.search(INCORPORATED.sub("", name[:-2]))
        and not _tells(name)
    ]


def workshop_of(text: str) -> list[str]:
    """The company into whose workshop a clause takes the reader: 走进海州的星澜机器人生产车间."""
    site = _WORKSHOP.search(text)
    name = CLAUSE_WORDS.sub("", site["name"]) if site else ""
    return [name] if len(name) > 2 and lexicon.has_name(name) and not _tells(name) else []


def analyses(name: str, after: str) -> bool:
    """Whether an organisation speaks of others, by its name and by what the text says after it."""
    return bool(_ANALYSES.match(after) or (_ANALYST.search(name) and _FORESEES.match(after)))


def may_be_short(name: str) -> bool:
    """Whether the words before a company's verb may be its short name: 星澜 in 星澜公告, but not 结合公告."""
    return not (COMMON.search(name) or name.startswith(("这", "该")) or _is_person(name) or _tells(name))


def _is_person(name: str) -> bool:
    """Whether a name is one of a person: two or three characters, a surname first, and no word of the lexicon."""
    return len(name) in (2, 3) and name[0] in _SURNAMES and len(lexicon.words(name)) > 1


def may_act(name: str) -> bool:
    """Whether what does as companies do may be a company by its name: 星澜光电, but not 多重消息助力."""
    holds = name.endswith(
        ("基金", "资本", "投资", "先生", "女士", "高管", "董事", "企", "商")
    )  # who holds shares of the company
    return not holds and lexicon.has_name(name) and not lexicon.tells_action(name) and not NOT_A_NAME.search(name)


def may_make(name: str) -> bool:
    """Whether what has shipped or delivered goods may be a maker by its name: 星澜, 理想汽车, but not 平板电脑."""
    stem = name.removesuffix("汽车").removesuffix("智行") or name
    if NOT_A_MAKER.search(stem) or NOT_A_NAME.search(stem) or COMMON.search(stem) or stem in PLAIN_WORDS:
        return False
    found = lexicon.words(stem)
    return (len(found) == 1 and found[0].tag[0] not in "mtqfsdb") or lexicon.has_name(stem)


def without_verb(name: str) -> str:
    """A name without what is done to it: 维持星澜光电 in front of its code."""
    first, *others = lexicon.words(name)
    verb = first.tag == "v" and len(first.text) > 1 and others
    return name[first.end :] if verb and len(name) - first.end > 2 else name


def _describes(name: str) -> bool:
    """A kind of company, or what is done with one: 第三方支付公司, 上调公司."""
    plain = name.endswith("公司") and not name.endswith(("有限公司", "责任公司", "集团公司"))
    return (plain and not lexicon.has_name(name)) or _tells(name)


def _tells(name: str) -> bool:
    """Whether a verb opens the words, or a word of grammar stands among them."""
    found = lexicon.words(name)
    opens = found[0].tag == "v" and len(found[0].text) > 1
    return opens or any(word.tag in _TELLING for word in found if len(word.text) > 1)
