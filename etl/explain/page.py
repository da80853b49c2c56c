"""The HTML page of an article: everything inline, readable without JavaScript, on paper and in the dark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from etl.explain import labels
from etl.explain.facts import DOUBTFUL, Review, facts_of
from etl.explain.marks import titled
from etl.extraction import Extraction


def render_article(extraction: Extraction, reviews: Mapping[int, Review] | None = None) -> str:
    """The page of one article, with every mention marked and every fact beside its mark.

    `reviews` holds what a person said of an observation, by its index.
    """
    facts = facts_of(extraction, reviews)
    title, paragraphs = titled(extraction, facts)
    return _template().render(
        title=title,
        document=extraction.document,
        paragraphs=paragraphs,
        facts=facts,
        others=[mention for mention in extraction.mentions if mention.disposition != "observation"],
        designations=extraction.pilot_designations,
        counts=Counter(mention.disposition for mention in extraction.mentions),
        labels=labels,
        doubtful_below=DOUBTFUL,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(["html", "j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("article.html.j2")
