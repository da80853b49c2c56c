"""Names of mentions and observations that stay when the rest of the article, or the extractor, changes.

An identity is made of the evidence alone: the sentence, the quoted characters, which of several equal
quotes in equal sentences it is, and, where one number makes several claims, which claim. What a claim says
(indicator, value, period) is no part of it, so that a correction still finds its observation after a better
extractor reads it differently.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter

from etl.extraction.model import Extraction
from etl.extraction.text.evidence import Sentences

LENGTH = 12  # hexadecimal digits; two of a thousand figures in one article agree by chance once in 500 million
MENTION = "m"


def mention_ids(extraction: Extraction) -> tuple[str, ...]:
    """The identity of each mention, in the order of `extraction.mentions`."""
    return tuple(MENTION + _digest(*evidence) for evidence in _evidence(extraction))


def observation_ids(extraction: Extraction) -> tuple[str, ...]:
    """The identity of each observation, in the order of `extraction.observations`."""
    identities: dict[int, str] = {}
    for mention, evidence in zip(extraction.mentions, _evidence(extraction), strict=True):
        for ordinal, index in enumerate(mention.observation_indexes):
            identities[index] = _digest(*evidence, str(ordinal))
    return tuple(identities[index] for index in range(len(extraction.observations)))


def _evidence(extraction: Extraction) -> list[tuple[str, str, str]]:
    sentences = Sentences(extraction.document)
    seen: Counter[tuple[str, str]] = Counter()
    evidence = []
    for mention in extraction.mentions:
        place = (_plain(sentences.around(mention.start, mention.end)), _plain(mention.quote))
        evidence.append((*place, str(seen[place])))
        seen[place] += 1
    return evidence


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:LENGTH]
