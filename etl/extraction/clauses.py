"""Cuts a normalised text into paragraphs, sentences and clauses, with its numbers and periods in place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from etl.extraction.lexer import Number, Token

PERIOD_MARK = "\ue000"  # stands where a period expression stood
GONE = "\uffff"  # stands where nothing is to be read: dates of events, brackets
_CUT = re.compile(r"[，；。！？\n：|】 ](?:(?<! )|(?<=[\u4e00-\u9fff%”\d] )(?=[\u4e00-\u9fff“\d\ue000]))")
_BRACKET = re.compile(r"（[^（）\n]{0,120}）")
_CLAIM_NOTHING = frozenset(("name", "ordinal", "idiom"))
_STATED = frozenset("价为是率额量数值比入润计积口例模资")  # what names a figure before a colon ends so
_CLOSES_SENTENCE = frozenset("。！？\n】")
_TITLE = 30  # characters of a title at most, on either side of a mark in it


@dataclass(slots=True)
class Clause:
    """One clause: its span, its text with periods masked, and the tokens in it."""

    start: int
    end: int
    cut: str  # the sign before it
    after: str  # the sign after it
    numbers: list[Number] = field(default_factory=list)
    periods: list[Token] = field(default_factory=list)
    sentence: int = 0
    paragraph: int = 0
    bracketed: bool = False


def mask(text: str, found: list[Token]) -> str:
    """The text with every period one mark wide and everything else at its place."""
    pieces: list[str] = []
    position = 0
    for token in found:
        if token.kind == "period":
            pieces.append(text[position : token.start])
            pieces.append(PERIOD_MARK + GONE * (token.end - token.start - 1))
            position = token.end
    pieces.append(text[position:])
    return "".join(pieces)


def read(masked: str, start: int, end: int) -> str:
    """The characters from `start` to `end` that are left to be read."""
    return masked[start:end].replace(GONE, "")


def hide_brackets(masked: str, found: list[Token]) -> tuple[str, list[tuple[int, int]]]:
    """Brackets without a figure are gone; the others are returned, to be read as clauses of their own."""
    spans: list[tuple[int, int]] = []
    if "（" not in masked:
        return masked, spans
    numbered = [token.start for token in found if isinstance(token, Number)]
    pieces: list[str] = []
    position = 0
    for bracket in _BRACKET.finditer(masked):
        start, end = bracket.span()
        pieces.append(masked[position:start])
        pieces.append(GONE + masked[start + 1] + GONE if masked[start:end] == "（事）" else GONE * (end - start))
        position = end
        if any(start < at < end for at in numbered):
            spans.append((start, end))
    pieces.append(masked[position:])
    return "".join(pieces), spans


def clauses(masked: str, hidden: str, spans: list[tuple[int, int]], found: list[Token]) -> Iterator[Clause]:
    """Clauses in reading order; a bracket that holds figures follows the clause it stands in."""
    tokens = [token for token in found if token.kind not in _CLAIM_NOTHING]
    inside = [token for token in tokens if any(start < token.start < end for start, end in spans)] if spans else []
    outside = [token for token in tokens if token not in inside] if inside else tokens
    queue = iter(outside)
    token = next(queue, None)
    sentence = paragraph = 0
    position, cut = 0, "\n"
    pending = iter(spans)
    bracket = next(pending, None)
    numbers = [token for token in outside if isinstance(token, Number)]
    ends = {number.end: number.unit for number in numbers}
    begins = {number.start: number.unit for number in numbers}
    titles = "《" in hidden
    for mark in [*_CUT.finditer(hidden), None]:
        if titles and mark and _in_title(hidden, mark):
            continue
        end, sign = (mark.start(), mark[0]) if mark else (len(hidden), "")
        if mark and sign == "：" and _states(hidden, mark, begins):
            continue
        if sign == "，" and end in ends and end + 1 in begins:
            shares = ends[end] == begins[end + 1] == "%"
            if shares or "分别" in hidden[position:end]:
                continue  # 产量分别为5吨，6吨; 占3%，2%: a comma between two figures of a list
        clause = Clause(position, end, cut, sign or "\n", sentence=sentence, paragraph=paragraph)
        while token is not None and token.start < end:
            (clause.numbers if isinstance(token, Number) else clause.periods).append(token)  # type: ignore[arg-type]
            token = next(queue, None)
        if end > position:
            yield clause
        while bracket is not None and bracket[0] < end:
            yield from _bracketed(masked, bracket, inside, sentence, paragraph)
            bracket = next(pending, None)
        cut = sign
        if cut in _CLOSES_SENTENCE:
            sentence += 1
        if cut == "\n":
            paragraph += 1
        position = end + 1


def _in_title(text: str, mark: re.Match[str]) -> bool:
    """《星澜：归途》: a colon or a comma of a title cuts nothing."""
    opened = text.rfind("《", max(0, mark.start() - _TITLE), mark.start())
    if opened < 0 or mark[0] == "\n" or "》" in text[opened : mark.start()]:
        return False
    rest = text[mark.end() : mark.end() + _TITLE].partition("》")
    return bool(rest[1]) and "《" not in rest[0] and "\n" not in rest[0]


def _states(text: str, mark: re.Match[str], figures: Container[int]) -> bool:
    """收盘价：37.3元: a colon between the name of a figure and the figure."""
    return mark[0] == "：" and mark.end() in figures and text[mark.start() - 1] in _STATED


def _bracketed(
    masked: str, span: tuple[int, int], inside: list[Token], sentence: int, paragraph: int
) -> Iterator[Clause]:
    position = span[0] + 1
    figures = {token.start for token in inside if isinstance(token, Number)}
    marks = _CUT.finditer(masked, position, span[1] - 1)
    stops = [mark.start() for mark in marks if not _states(masked, mark, figures)]
    for stop in [*stops, span[1] - 1]:
        clause = Clause(position, stop, "（", "）", sentence=sentence, paragraph=paragraph, bracketed=True)
        for token in inside:
            if position <= token.start < stop:
                (clause.numbers if isinstance(token, Number) else clause.periods).append(token)  # type: ignore[arg-type]
        if stop > position:
            yield clause
        position = stop + 1
