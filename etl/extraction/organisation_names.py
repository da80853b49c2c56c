"""What may be the name of an organisation, and what only ends as one: 上调公司, 完成首家银行."""

from __future__ import annotations

from etl.extraction import lexicon
from etl.extraction.subject_forms import COMMON, FACILITY, NOT_A_NAME, NOT_FIRST

_COUNTED = ("家", "个", "各", "上市", "新增", "全", "国有", "控股", "投资", "规模", "规上", "外", "子", "小额")
_TELLING = ("d", "c", "r", "p")  # adverbs, conjunctions, pronouns and prepositions of two characters or more


def may_be_long(name: str) -> bool:
    """Whether a phrase that ends as a name does may be one: 星澜公司, but not 这家公司."""
    return (
        not NOT_A_NAME.search(name[:-2])
        and not name[0].isdigit()
        and not name.startswith(NOT_FIRST)
        and not name.startswith(_COUNTED)
        and not (FACILITY.search(name) and not lexicon.has_name(name))
        and not _describes(name)
    )


def may_be_short(name: str) -> bool:
    """Whether the words before a company's verb may be its short name: 星澜 in 星澜公告, but not 结合公告."""
    return not COMMON.search(name) and not name.startswith(("这", "该")) and not _tells(name)


def _describes(name: str) -> bool:
    """A kind of company, or what is done with one: 第三方支付公司, 上调公司."""
    plain = name.endswith("公司") and not name.endswith(("有限公司", "责任公司", "集团公司"))
    return (plain and not lexicon.has_name(name)) or _tells(name)


def _tells(name: str) -> bool:
    """Whether a verb opens the words, or a word of grammar stands among them."""
    found = lexicon.words(name)
    opens = found[0].tag == "v" and len(found[0].text) > 1
    return opens or any(word.tag in _TELLING for word in found if len(word.text) > 1)
