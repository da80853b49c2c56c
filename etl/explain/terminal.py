"""An article in the terminal: its text with the numbers coloured and counted, and a table of the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from etl.explain import labels
from etl.explain.facts import Fact, Review, facts_of
from etl.explain.labels import label
from etl.explain.marks import Mark, Paragraph, titled
from etl.extraction import Extraction

STYLES = {
    "observation": "bold green",
    "review": "bold red",
    "date": "magenta",
    "name": "yellow",
    "ordinal": "blue",
    "idiom": "bright_black",
}


def print_article(extraction: Extraction, console: Console, reviews: Mapping[int, Review] | None = None) -> None:
    """Print the article, every number in the colour of its disposition, then its facts."""
    facts = facts_of(extraction, reviews)
    title, paragraphs = titled(extraction, facts)
    known = extraction.document.metadata
    console.print(_text(title))
    console.print(Text(" · ".join(filter(None, (known.publisher, known.published, known.area))), style="dim"))
    console.print(_legend(extraction), "")
    for paragraph in paragraphs:
        console.print(Padding(_text(paragraph), (0, 0, 1, 0)))
    if facts:
        console.print(_table(facts))


def _legend(extraction: Extraction) -> Text:
    counts = Counter(mention.disposition for mention in extraction.mentions)
    legend = Text()
    for code, style in STYLES.items():
        name = label(labels.DISPOSITIONS, code)
        legend.append(f"{name.zh} {name.en} {counts[code]}", style=style).append("   ")
    return legend


def _text(paragraph: Paragraph) -> Text:
    text = Text(style="bold" if paragraph.level else "")
    for piece in paragraph.pieces:
        if isinstance(piece, Mark):
            text.append(piece.text, style=STYLES[piece.disposition])
            text.append("".join(f"[{fact.number}]" for fact in piece.facts), style="dim")
        else:
            text.append(piece)
    return text


def _table(facts: tuple[Fact, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("#", "indicator", "subject", "period", "value", "measure", "confidence"):
        title = labels.FIELDS[name].zh if name in labels.FIELDS else name
        table.add_column(title, justify="right" if name in ("#", "value", "confidence") else "left", overflow="fold")
    for fact in sorted(facts, key=lambda fact: fact.number):
        observation = fact.observation
        measure = label(labels.measures(), observation.measure).zh
        table.add_row(
            str(fact.number),
            observation.indicator + (f" / {observation.of}" if observation.of else ""),
            observation.subject or "",
            observation.period or "",
            Text(fact.amount, style="bold"),
            measure,
            Text(f"{observation.confidence:.2f}", style="red" if fact.doubtful else ""),
            style="strike" if fact.rejected else "",
        )
    return table
