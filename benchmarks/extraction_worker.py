"""Extract from the paragraphs of a file with one tool and print how long it took; runs in the tool's environment.

`python extraction_worker.py TOOL PARAGRAPHS.json REPETITIONS` reads a line from standard input before each
repetition, so that the tools can take turns, and prints the seconds it took.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

WARM_UP = 30


def ours() -> Callable[[str], object]:
    """Everything that `warehouse extract` finds: figures, what they measure, of whom and when."""
    from etl.documents import Document, Metadata
    from etl.extraction import extract

    known = Metadata(published="2023-07-18", area="青岛市")
    return lambda text: extract(Document("benchmark.txt", "", text, metadata=known))


def jionlp() -> Callable[[str], object]:
    """JioNLP's sums of money and expressions of time, with their values."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as jio  # type: ignore[import-not-found, unused-ignore]

    base = time.time()
    return lambda text: (jio.ner.extract_money(text), jio.ner.extract_time(text, time_base=base))


def recognizers() -> Callable[[str], object]:
    """What of Recognizers-Text finds the kinds of expression that ours finds, six models built once."""
    from recognizers_date_time import DateTimeRecognizer  # type: ignore[import-not-found, unused-ignore]
    from recognizers_number import NumberRecognizer  # type: ignore[import-not-found, unused-ignore]
    from recognizers_number_with_unit import NumberWithUnitRecognizer  # type: ignore[import-not-found, unused-ignore]
    from recognizers_text import Culture  # type: ignore[import-not-found, unused-ignore]

    unit, dates = NumberWithUnitRecognizer(Culture.Chinese), DateTimeRecognizer(Culture.Chinese)
    more = (
        NumberRecognizer(Culture.Chinese).get_ordinal_model(),
        unit.get_dimension_model(),
        dates.get_datetime_model(),
    )
    return lambda text: [model.parse(text) for model in (*_amounts(), *more)]


def recognizers_amounts() -> Callable[[str], object]:
    """Recognizers-Text's numbers, percentages and sums of money only."""
    models = _amounts()
    return lambda text: [model.parse(text) for model in models]


@cache
def _amounts() -> tuple[Any, ...]:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    number, unit = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    return number.get_number_model(), number.get_percentage_model(), unit.get_currency_model()


TOOLS = {"ours": ours, "jionlp": jionlp, "recognizers": recognizers, "recognizers_amounts": recognizers_amounts}


def main(tool: str, paragraphs_file: str, repetitions: str) -> None:
    """Warm up, then time one pass for every line read."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    extract = TOOLS[tool]()
    paragraphs: list[str] = json.loads(Path(paragraphs_file).read_text("utf-8"))
    for paragraph in paragraphs[:WARM_UP]:
        extract(paragraph)
    print("ready", flush=True)
    for _ in range(int(repetitions)):
        sys.stdin.readline()
        started = time.process_time()
        for paragraph in paragraphs:
            extract(paragraph)
        print(time.process_time() - started, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
