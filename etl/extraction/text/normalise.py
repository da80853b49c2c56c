"""Text as given → text to match on, with the offset of every character kept.

Full-width signs become half-width, traditional characters simplified, and the white space of the layout
(wrapped lines, column breaks inside a sentence, spaces around figures) disappears. What is left of white
space means something: a line feed ends a paragraph, a space parts two phrases of a headline.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

from etl.documents.radicals import CHARACTERS

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SIGNS = {
    "％": "%", "﹪": "%", "．": ".", "＋": "+", "－": "-", "−": "-", "‐": "-", "–": "—", "―": "—", "─": "—",
    "～": "~", "〜": "~", "∼": "~", "／": "/", "﹢": "+", "＄": "$", "￥": "¥", "　": " ", "\u00a0": " ",
    "\t": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "(": "（", ")": "）", ";": "；",
    "?": "？", "!": "！", "｡": "。", "､": "、", "﹐": "，", "﹑": "、", "「": "“", "」": "”", "『": "“",
    "』": "”", "〇": "零", "○": "零", "＂": '"', "\r": "\n", "\u2028": "\n", "\f": "\n",
    "\u200b": " ", "\ufeff": " ", "\u200c": "\ue001", "\u200d": "\ue001", "\u2060": "\ue001", "\u00ad": "\ue001",
    "︰": "：", "∶": ":", "﹕": "：", "丨": "|", "｜": "|",
    "［": "[", "］": "]",
}  # fmt: skip
_PLAIN = {chr(code): chr(plain) for code, plain in (*CHARACTERS.items(), *_FULL_WIDTH.items())} | _SIGNS
_NOT_PLAIN = re.compile(f"[{''.join(map(re.escape, _PLAIN))}]")

# Characters that occur only in traditional text and in almost every sentence of it.
_TRADITIONAL = re.compile(
    "[國經濟業資產長萬億個應對從東車電門開關間額數據顯實現農進總設備發與為區達來還這較點幾餘兩畝噸戶輛條項臺歲圓]"
)

# These begin with the sign itself, which the matcher looks for without trying anything else.
_ASCII_COMMA = re.compile(r",(?:(?!\d{3}(?!\d))|(?<!\d,))")
_ASCII_COLON = re.compile(r":(?:(?!\d|//)(?!(?<=\d:)[ \n]\d)|(?<![\dA-Za-z\n]:))")
_ASCII_STOP = re.compile(r"\.(?<=[\u4e00-\u9fff”）%]\.)(?!\d)")
_SPACE = re.compile(r" [ \n]*|\n[ \n]*|\*\*+|__+|\ue001\ue001*")  # \ue001: what has no width
_PHRASE_COMMA = re.compile(r"(?<!\d)，|，(?![-\d])")  # not between the figures of a quote
_BLANK = re.compile(r"\n[ ]*\n")
_TERMINAL = frozenset("。！？；：”…）】》|■")
_OPENING = re.compile(
    r"[ ]*(?:[-*#>|■●◆【▲]|\d+(?:\.(?!\d)|、)|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）| {4})"
)
_PANGU = re.compile(r"[\u4e00-\u9fff] (?=\d)|\d (?=[\u4e00-\u9fff])")
_TIGHT = re.compile(r"[\u4e00-\u9fff](?=\d)|\d(?=[\u4e00-\u9fff])")
_WORD = re.compile(r"[A-Za-z]")
_CONTINUING = frozenset("，。；、）%的之")
_UNFINISHED = re.compile("(?:达到?|为|超过|突破|分别|同比|占|约|近|[和与及的、至到])$")
_FIGURE_TO_COME = re.compile(  # a headline may end so: …改造完成
    "(?:增长|下降|上涨|提高|完成|实现)\\n[约近超逾]?过?\\d"
)
_HEADING = re.compile(
    "(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^，。；：\\d]{2,12}(?<![和与及的、至到占约达])"
)
_MAX_WRAP = 64


class Normalised(NamedTuple):
    """`text` to match on; `offsets[i]` is where its character i stands in the text as given."""

    text: str
    offsets: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the text as given of the characters from `start` to `end`, not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def _simplified() -> dict[int, int]:
    """The one-to-one character table of OpenCC, read only when a text needs it."""
    lines = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {ord(old): ord(new[0]) for old, new in pairs if len(old) == 1 and new[0] != old}


def normalise(text: str, start: int = 0) -> Normalised:
    """Return what there is to match on in `text` from `start`."""
    plain = _NOT_PLAIN.sub(_plain, text)
    if _TRADITIONAL.search(plain):
        plain = plain.translate(_simplified())
    plain = _ASCII_COMMA.sub("，", plain)
    plain = _ASCII_COLON.sub("：", plain)
    plain = _ASCII_STOP.sub("。", plain)
    pangu = " " in plain and 2 * len(_PANGU.findall(plain)) > len(_TIGHT.findall(plain))
    pieces: list[str] = []
    offsets: list[int] = []
    position = start
    for gap in _SPACE.finditer(plain, start):
        if gap.start() > position:
            pieces.append(plain[position : gap.start()])
            offsets.extend(range(position, gap.start()))
        kept = _meaning(plain, gap, pangu) if offsets else ""
        if kept:
            pieces.append(kept)
            offsets.append(gap.start())
        position = gap.end()
    pieces.append(plain[position:])
    offsets.extend(range(position, len(plain)))
    return Normalised("".join(pieces), offsets)


def _plain(found: re.Match[str]) -> str:
    return _PLAIN[found[0]]


def _meaning(text: str, gap: re.Match[str], pangu: bool) -> str:
    """What a run of white space stands for: nothing, a space or the end of a paragraph."""
    run, start, end = gap.group(), gap.start(), gap.end()
    if run[0] in "*_\ue001":
        return ""
    before, after = text[start - 1], text[end : end + 1]
    if "\n" in run:
        return "" if _is_wrap(text, gap) else "\n"
    if _WORD.match(before) and _WORD.match(after):
        return " "
    if before in "，。；：、！？（" or (after and after in "，。；：、！？）%"):
        return ""
    if after.isdigit() and not _body_line(text, start) and not pangu:
        return " "
    if len(run) > 1 and not pangu:
        return " "
    if before.isdigit() or after.isdigit() or _body_line(text, start):
        return ""
    return " "


def _line_at(text: str, position: int) -> str:
    begin = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[begin : len(text) if end < 0 else end]


def _body_line(text: str, position: int) -> bool:
    line = _line_at(text, position)
    return "。" in line or len(_PHRASE_COMMA.findall(line)) >= 2


def _is_wrap(text: str, gap: re.Match[str]) -> bool:
    """Whether a line break is only layout: the sentence goes on after it."""
    start, end = gap.start(), gap.end()
    before = text[text.rfind("\n", 0, start) + 1 : start].strip()
    after = _line_at(text, end).rstrip() if end < len(text) else ""
    run = gap.group()
    indent = len(run) - len(run.rstrip(" "))
    if not after or not before or before.startswith(("# ", "##")):
        return False
    if _HEADING.fullmatch(before) and after[0] not in _CONTINUING:
        return False
    if after[0] in _CONTINUING or (_UNFINISHED.search(before) and not _OPENING.match(after)):
        return True
    if before[-1].isdigit() and after[0].isdigit() and not _BLANK.search(run):
        return True
    if _FIGURE_TO_COME.match(f"{before[-2:]}\n{after[:3]}") and not _BLANK.search(run):
        return True
    if _OPENING.match(after) or indent >= 2:
        return False
    if _BLANK.search(run):
        return before[-1] not in _TERMINAL and _block_is_body(text, start)
    if before[-1] in "。！？：|" or before[0] in "#|" or after[0] == "|":
        return before[-1] == "。" and before[0] not in "#|" and _similar(before, after, text, end)
    if _width(after) <= _MAX_WRAP and before[-1] not in _TERMINAL and "，" in _told(text, start):
        return True
    return _similar(before, after, text, end) or (before[-1] in "，、；" and len(before) <= _MAX_WRAP)


def _told(text: str, end: int) -> str:
    """What the lines before `end` say since the last sentence or paragraph ended."""
    told = text[max(0, end - 160) : end]
    for stop in ("。", "！", "？", "；", "：", "\n\n"):
        told = told[told.rfind(stop) + 1 :]
    return told


def _similar(before: str, after: str, text: str, end: int) -> bool:
    """Two lines as one column sets them: about equally wide, or the second the last of its block."""
    if not 6 <= len(before) <= _MAX_WRAP:
        return False
    if abs(_width(before) - _width(after)) <= min(4, 0.2 * _width(before)):
        return True
    begin = text.rfind("\n", 0, text.rfind(before, 0, end))
    above = text[text.rfind("\n", 0, begin) + 1 : begin].strip() if begin > 0 else ""
    column = len(above) >= 6 and abs(_width(above) - _width(before)) <= 3
    if before[-1] not in _TERMINAL and column and len(after) > 3 and _width(after) <= _MAX_WRAP:
        return True
    line_end = text.find("\n", end)
    last = line_end < 0 or text[line_end : line_end + 2].strip(" ") in ("\n\n", "\n") or line_end + 1 >= len(text)
    return last and _width(after) < _width(before) and before[-1] not in _TERMINAL


def _width(line: str) -> float:
    return sum(0.5 if character < "\u2000" else 1 for character in line)


def _block_is_body(text: str, end: int) -> bool:
    """Whether the block of lines that ends at `end` is running text and no headline."""
    begin = text.rfind("\n\n", 0, end) + 2 if "\n\n" in text[:end] else 0
    block = text[begin:end].strip()
    return "\n" in block or "。" in block or ("，" in block and len(block) >= 18)
