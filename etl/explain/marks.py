"""An article cut into paragraphs of plain text and marks, one mark for each number.

Paragraphs are those that the extractor saw: wrapped lines joined, the characters as they were written.
Every mention ends up in exactly one mark; mentions that overlap share one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.explain import labels
from etl.explain.facts import Fact
from etl.extraction import Extraction, Mention
from etl.extraction.text.normalise import normalise

DISPOSITIONS = tuple(labels.DISPOSITIONS)
PARAGRAPH = re.compile(r"\S[^\n]*")
HEADING = re.compile(r"(#{1,6})\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the text: what became of it, and the facts that it states."""

    text: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]

    @property
    def disposition(self) -> str:
        """What became of it; the most telling of several."""
        return min((mention.disposition for mention in self.mentions), key=DISPOSITIONS.index)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text and marks in their order; `level` is that of a heading, 0 for a paragraph."""

    level: int
    pieces: tuple[str | Mark, ...]

    @property
    def text(self) -> str:
        """Its characters without the marks."""
        return "".join(piece.text if isinstance(piece, Mark) else piece for piece in self.pieces)


@dataclass(slots=True)
class _Span:
    """Where a mark goes, in positions of the joined text."""

    start: int
    end: int
    mentions: list[Mention]


def titled(extraction: Extraction, facts: Sequence[Fact]) -> tuple[Paragraph, list[Paragraph]]:
    """The article's title and its paragraphs; a first line that is the title is not said twice."""
    document = extraction.document
    title = document.metadata.title or Path(document.source_uri).name
    paragraphs = list(paragraphs_of(extraction, facts))
    if paragraphs and paragraphs[0].text == title:
        return paragraphs[0], paragraphs[1:]
    return Paragraph(1, (title,)), paragraphs


def paragraphs_of(extraction: Extraction, facts: Sequence[Fact]) -> Iterator[Paragraph]:
    """Cut an article at its paragraph ends, and each paragraph at its marks."""
    document = extraction.document
    normal = normalise(document.text, document.body_start)
    shown = "".join(
        "\n" if character == "\n" else document.text[offset]
        for character, offset in zip(normal.text, normal.offsets, strict=True)
    )
    spans = _spans(extraction, normal.offsets)
    for line in PARAGRAPH.finditer(shown):
        start, end = line.span()
        inside = [span for span in spans if start <= span.start < end]
        yield _paragraph(shown, start, end, inside, facts)


def _spans(extraction: Extraction, offsets: list[int]) -> list[_Span]:
    """The mentions widened to the evidence of their facts, those that overlap together."""
    spans: list[_Span] = []
    for mention in sorted(extraction.mentions, key=lambda mention: mention.start):
        evidence = [extraction.observations[index] for index in mention.observation_indexes]
        start = bisect_left(offsets, min([mention.start, *(each.start for each in evidence)]))
        end = bisect_left(offsets, max([mention.end, *(each.end for each in evidence)]))
        if spans and start < spans[-1].end:
            spans[-1].end = max(spans[-1].end, end)
            spans[-1].mentions.append(mention)
        else:
            spans.append(_Span(start, end, [mention]))
    return spans


def _paragraph(shown: str, start: int, end: int, spans: Sequence[_Span], facts: Sequence[Fact]) -> Paragraph:
    heading = HEADING.match(shown, start, end)
    level = len(heading.group(1)) if heading else 0
    position = heading.end() if heading else start
    pieces: list[str | Mark] = []
    for span in spans:
        if span.start > position:
            pieces.append(shown[position : span.start])
        indexes = [index for mention in span.mentions for index in mention.observation_indexes]
        pieces.append(
            Mark(shown[span.start : span.end].strip(), tuple(span.mentions), tuple(facts[index] for index in indexes))
        )
        position = span.end
    if position < end:
        pieces.append(shown[position:end])
    return Paragraph(level, tuple(pieces))
