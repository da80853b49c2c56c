"""Projects, plants and fairs that a text names, and how it points back at them: 该项目, 林场, 本届交易会."""

from __future__ import annotations

import re

from etl.extraction import lexicon
from etl.extraction.subject_forms import CLAUSE_WORDS

_KINDS = (
    "核电项目|项目|工程|试验台|机组|电站|林场|农场|牧场|油田|气田|水库|大桥|隧道|码头|机场|铁路|高铁|卫星|医疗队|班列"
    "|管道|枢纽|灌区|平台"
)
_NAMED = re.compile(f"(?P<name>[\u4e00-\u9fffA-Za-z0-9“”]{{2,24}}?(?P<kind>{_KINDS}))")
_POINTS = re.compile(
    f"(?:该|这[个座项条])(?P<kind>{_KINDS})|(?P<plain>林场|农场|牧场|油田|气田|水库|灌区|医疗队|试验台)"
)
_ONE_OF_MANY = re.compile("首[个座条批台]|标志|一批|多个|重点|重大|各|这|该|等|[、，]|全[国省市县区]")
_FAIR_NAME = "[\u4e00-\u9fff]{0,14}?(?:博览会|交易会|[\u4e00-\u9fff]博会|[广高华]交会|服贸会|[\u4e00-\u9fff]洽会)"
_EDITION = "(?:本届|本次|第[\\d一二三四五六七八九十百]+届)"
_FAIR = re.compile(f"{_EDITION}(?P<name>{_FAIR_NAME})(?:第[一二三]期)?")
_AT_FAIR = re.compile(f"(?:为期[^，]{{1,3}}的)?{_EDITION}?(?P<name>{_FAIR_NAME})(?:第[一二三]期|期间)?")


class Things:
    """What a text has named so far."""

    def __init__(self) -> None:
        self.by_kind: dict[str, str] = {}
        self.fair = ""

    def notice(self, words: str) -> None:
        """Remember what a clause names."""
        for found in _NAMED.finditer(words):
            name = CLAUSE_WORDS.sub("", found["name"]).strip("“”")
            if len(name) > len(found["kind"]) + 1 and not _ONE_OF_MANY.search(name) and lexicon.holds_proper(name):
                self.by_kind[found["kind"].removeprefix("核电")] = name

    def at(self, text: str) -> tuple[str, int] | None:
        """The thing that a text opens with or points back at, and how many characters do so."""
        points = _POINTS.match(text)
        if points and (name := self.by_kind.get((points["kind"] or points["plain"]).removeprefix("核电"))):
            return name, points.end()
        fair = _AT_FAIR.match(text) if self.fair else None
        return (self.fair, fair.end()) if fair and fair["name"] in self.fair else None


def fair_in(headline: str) -> str:
    """The fair that a headline is about; empty where it names none."""
    found = _FAIR.search(headline)
    return found[0] if found else ""
