"""Who speaks in a quotation: what is said in it is about the speaker's company, village or town."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from etl.extraction.language.lexicon import has_name
from etl.extraction.subjects.company_forms import (
    CLAUSE_WORDS,
    MENTIONED,
)
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.subjects.subject import Subject

_SAYS = "告诉记者|介绍|表示|说|透露|坦言|告诉|指出|感慨|算"
_QUOTED = re.compile(
    f"“(?P<said>[^“”\n]{{8,600}})”(?:[^，。：；“”\n]{{2,24}}，)?(?P<by>[^，。：；“”\n]{{2,40}}?)(?:{_SAYS})"
)
_ANNOUNCED = re.compile("：“(?P<said>[^“”\n]{8,600})”")
_BEFORE = re.compile(f"(?P<by>[^，。；：“”\n]{{2,60}}?)(?:{_SAYS})[^，。；：“”\n]{{0,8}}$")
_TITLE = "董事长|总经理|负责人|厂长|创始人|书记|主任|经理|总裁|理事长|站长|镇长|校长|社长|总监"
_PERSON = re.compile(f"(?:{_TITLE})(?P<who>[\u4e00-\u9fff]{{2,3}}?)(?=[，。、：“”]|{_SAYS}|颇|指着|带着)")
_REACH = 400  # as far back as the company of a person is looked for


class Speech(NamedTuple):
    """The span of a quotation, what the text goes on to tell of it, and what it writes of the speaker."""

    start: int
    end: int
    by: str


class Speakers:
    """The quotations of a text that are followed by their speakers."""

    def __init__(self, text: str, finder: SubjectFinder) -> None:
        self.finder = finder
        self.people = _people(text) if "”" in text else {}
        self.speeches = _speeches(text) if "”" in text else []
        self.starts = [speech.start for speech in self.speeches]
        self.heard: tuple[int, Subject | None] = (-1, None)  # the quotation that was asked about last

    def at(self, position: int) -> Subject | None:
        """Whom the quotation at a position is about; None outside of one."""
        if not self.starts:
            return None
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.speeches[index].end:
            return None
        if self.heard[0] != index:
            self.heard = index, self._about(self.speeches[index].by)
        return self.heard[1]

    def _about(self, by: str) -> Subject | None:
        about = self.finder.take(by)[0]
        if about is None or about == self.finder.default:
            company = next((self.people[who] for who in self.people if who in by), None)
            about = Subject(company, "organisation") if company else about
        return about


def _speeches(text: str) -> list[Speech]:
    """Quotations in reading order, each with the words that say who speaks, behind it or before it."""
    speeches = {
        found.start("said"): Speech(found.start("said"), _until(text, found), found["by"])
        for found in _QUOTED.finditer(text)
    }
    for found in _ANNOUNCED.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - 70), found.start())
        if before:
            speeches[found.start("said")] = Speech(*found.span("said"), before["by"])
    return [speeches[start] for start in sorted(speeches)]


def _until(text: str, found: re.Match[str]) -> int:
    """Where a speech ends: with its quotation, or with the sentence that goes on in the words of the text."""
    sentence = text.find("。", found.end()) if text.startswith("，", found.end()) else -1
    return max(sentence, found.end("said"))


def _people(text: str) -> dict[str, str]:
    """The people whom the text names with a title, and the organisation named last before each."""
    people: dict[str, str] = {}
    for found in _PERSON.finditer(text):
        near = text[max(0, found.start() - _REACH) : found.start()]
        names = [CLAUSE_WORDS.sub("", mentioned["name"]) for mentioned in MENTIONED.finditer(near)]
        names = [name for name in names if len(name) > 2 and has_name(name)]
        if names:
            people.setdefault(found["who"], names[-1])
    return people
