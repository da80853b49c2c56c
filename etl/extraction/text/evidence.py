"""The sentence that holds a piece of evidence, as a person would quote it."""

from __future__ import annotations

import re
from bisect import bisect_left

from etl.documents import Document
from etl.extraction.text.normalise import normalise

SENTENCE_END = re.compile(r"[。！？]+[”）]*|[\n】]")


class Sentences:
    """The sentences of a document, with the layout's line breaks taken out and its characters as given."""

    def __init__(self, document: Document) -> None:
        normalised = normalise(document.text, document.body_start)
        self._text = document.text
        self._offsets = normalised.offsets
        self._ends = [0, *(match.end() for match in SENTENCE_END.finditer(normalised.text)), len(normalised.text)]

    def around(self, start: int, end: int) -> str:
        """The sentence, or the sentences, that hold `document.text[start:end]`."""
        first = bisect_left(self._offsets, start)
        last = bisect_left(self._offsets, end)
        left = self._ends[max(0, bisect_left(self._ends, first + 1) - 1)]
        right = self._ends[min(len(self._ends) - 1, bisect_left(self._ends, last))]
        return "".join(map(self._text.__getitem__, self._offsets[left:right])).strip()
