"""Document → Extraction."""

from __future__ import annotations

import re

from etl.documents import Document
from etl.extraction.attribution.introductions import introduce
from etl.extraction.binding import Binder
from etl.extraction.clauses import clauses, hide_brackets, mask
from etl.extraction.confidence import confidence
from etl.extraction.context import Context
from etl.extraction.draft import Draft
from etl.extraction.headlines import date_headlines, date_leads
from etl.extraction.lexer import Number, Token, tokens
from etl.extraction.model import Extraction, Mention, Observation
from etl.extraction.names import indicators
from etl.extraction.numbers import units
from etl.extraction.numbers.interval import interval
from etl.extraction.periods.calendar import Published
from etl.extraction.pilots import designations
from etl.extraction.subjects.finder import SubjectFinder
from etl.extraction.subjects.subject import Subject
from etl.extraction.text.genre import Genre
from etl.extraction.text.items import Item, items
from etl.extraction.text.normalise import Normalised, normalise
from etl.vocabulary import Vocabulary, default_vocabulary

_NO_FIGURES = {  # by kind, the disposition and its reason
    "period": ("date", "a time"),
    "name": ("name", "part of a name"),
    "ordinal": ("ordinal", "an order, not a rank"),
    "idiom": ("idiom", "a figure of speech"),
}
_FELL = re.compile("(?:下降|下滑|下跌|减少|降低|回落|缩减|萎缩|压减|缩短|负增长|倒退|少增|降|跌|减)(?:了)?$")


def extract(document: Document, vocabulary: Vocabulary | None = None) -> Extraction:
    """Every figure of a document as observations, and every numeric expression as a mention."""
    vocabulary = vocabulary or default_vocabulary()
    normal = normalise(document.text, document.body_start)
    found = list(tokens(normal.text))
    masked = mask(normal.text, found)
    published = Published.parse(document.metadata.published)
    finder = SubjectFinder(vocabulary, document.metadata.area)
    introduce(finder, normal.text)
    parts = items(normal.text)
    told = [(part, _genre(normal.text, part, found)) for part in parts]
    context = Context(
        published=published,
        genre=Genre(),
        items=[(part.start, genre) for part, genre in told],
        subject=finder.default,
        default_subject=finder.default,
        regional=finder.regional,
    )
    hidden, brackets = hide_brackets(masked, found)
    binder = Binder(masked, hidden, normal.text, finder, context)
    drafts: list[Draft] = []
    for clause in clauses(masked, hidden, brackets, found):
        drafts.extend(binder.bind(clause))
    date_leads(drafts, told, published)
    date_headlines(drafts, parts)
    issued = str(published) if published else None
    members = designations(normal, document.text, finder, issued)
    observations = [_observation(draft, normal, document, vocabulary, issued) for draft in drafts]
    return Extraction(
        document, tuple(_mentions(found, drafts, binder, normal, document.text)), tuple(observations), tuple(members)
    )


def _genre(text: str, part: Item, found: list[Token]) -> Genre:
    figures = (token for token in found if isinstance(token, Number) and part.start <= token.start < part.end)
    return Genre(text[part.start : part.end], [token.text for token in figures])


def _as_written(subject: Subject | None, normal: Normalised, original: str) -> str | None:
    """The name of an organisation in the characters of the text, which may be traditional ones."""
    if subject is None:
        return None
    if subject.kind == "area":
        return subject.name
    at = normal.text.find(subject.name)
    if at >= 0:
        return _quote(original, *normal.span(at, at + len(subject.name)))
    bracketed = re.search("(?:（[^）]*）)?".join(map(re.escape, subject.name)), normal.text)
    return _quote(original, *normal.span(*bracketed.span())) if bracketed else subject.name


def _quote(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split())


def _observation(
    draft: Draft, normal: Normalised, document: Document, vocabulary: Vocabulary, issued: str | None
) -> Observation:
    number = draft.number
    fell = _FELL.search(normal.text, max(0, number.start - 5), number.start) if draft.falls else None
    start, end = normal.span(
        fell.start() if fell else number.start, number.quote_end
    )  # the verb is what makes it a fall
    value = -abs(number.value) if draft.falls else number.value
    value_base, unit_base = units.to_base(value, draft.unit)
    source = normal.span(*draft.period_source) if draft.period_source else (None, None)
    code = indicators.code_of(vocabulary, draft.indicator)
    if code is None and draft.measure.startswith("contribution"):
        code = indicators.code_of(vocabulary, f"{draft.indicator}增加值")  # what a trade gives is its value added
    lower, upper = interval(value, number.step, draft.qualifier)
    return Observation(
        _quote(document.text, start, end),
        start,
        end,
        value,
        draft.unit,
        value_base,
        unit_base,
        draft.qualifier,
        lower,
        upper,
        draft.indicator,
        code,
        draft.measure,
        draft.of,
        _as_written(draft.subject, normal, document.text),
        draft.subject.kind if draft.subject else None,
        draft.period.text if draft.period else issued,
        draft.period_basis,
        source[0],
        source[1],
        draft.compared_with,
        draft.modality,
        confidence(draft, known=code is not None),
        draft.rule,
    )


def _mentions(
    found: list[Token], drafts: list[Draft], binder: Binder, normal: Normalised, original: str
) -> list[Mention]:
    by_start: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        by_start.setdefault(draft.number.start, []).append(index)
    mentions: list[Mention] = []
    for token in found:
        start, end = normal.span(token.start, token.end)
        made = by_start.get(token.start, ())
        if made:
            disposition, reason = "observation", "claims " + drafts[made[0]].measure
        elif isinstance(token, Number):
            disposition, reason = binder.rejected.get(token.start, ("review", "what it measures is not clear"))
        else:
            disposition, reason = _NO_FIGURES[token.kind]
        mentions.append(Mention(start, end, _quote(original, start, end), token.kind, disposition, reason, tuple(made)))
    return mentions
