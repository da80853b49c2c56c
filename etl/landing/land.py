"""Sources into staging: what is new or changed is extracted and landed, the rest costs a comparison."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import psycopg

from etl.documents import Document, Unreadable
from etl.errors import DocumentError
from etl.extraction import Extraction
from etl.landing.fingerprint import extractor_version, fingerprint
from etl.landing.load import LoadedSource, land, loaded_sources, reject, withdraw
from etl.review import Correction, Reviewed, Stale, apply_review, read_review

BATCH = 256  # documents that are in memory at once
WORTH_A_POOL = 16  # fewer new documents are extracted sooner than worker processes start

Extractor = Callable[[list[Document]], Iterable[Extraction | Unreadable]]


@dataclass(frozen=True)
class Article:
    """A document to land, and where a person's corrections of it lie, if there are any."""

    document: Document
    review: Path | None = None


@dataclass
class LandingOutcome:
    """What a landing did: the load_ids of what is new, and what became of the rest."""

    landed: list[int] = field(default_factory=list)
    rejected: list[Unreadable] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    stale: list[Stale] = field(default_factory=list)
    unchanged: int = 0
    mentions: int = 0
    observations: int = 0


@dataclass(frozen=True)
class _Pending:
    document: Document
    corrections: tuple[Correction, ...]
    fingerprint: str


def land_sources(
    connection: psycopg.Connection,
    run_id: int,
    sources: Iterable[Article | Unreadable],
    seeds_dir: Path,
    advance: Callable[[], None] = lambda: None,
) -> LandingOutcome:
    """Land every source that is new or changed; `advance` is called once for each source."""
    outcome = LandingOutcome()
    version = extractor_version(seeds_dir)
    known = loaded_sources(connection)
    with ExitStack() as stack:
        extractor = _extractor(stack)
        pending = _changed(connection, run_id, sources, known, version, outcome, advance)
        while batch := list(islice(pending, BATCH)):
            extractions = extractor([item.document for item in batch])
            for item, extraction in zip(batch, extractions, strict=True):
                if isinstance(extraction, Unreadable):
                    _reject(connection, run_id, extraction, known, outcome)
                else:
                    reviewed = apply_review(extraction, item.corrections)
                    outcome.landed.append(land(connection, run_id, reviewed, item.fingerprint, version))
                    _count(outcome, reviewed)
                advance()
    return outcome


def _count(outcome: LandingOutcome, reviewed: Reviewed) -> None:
    outcome.mentions += len(reviewed.extraction.mentions)
    outcome.observations += len(reviewed.extraction.observations)
    outcome.stale += reviewed.stale


def _reject(
    connection: psycopg.Connection,
    run_id: int,
    article: Unreadable,
    known: dict[str, LoadedSource],
    outcome: LandingOutcome,
) -> None:
    """Record why an article is kept out, unless its latest load says so already."""
    outcome.rejected.append(article)
    before, reason = known.get(article.source_uri), str(article.error)
    if not before or before.rejection != reason:
        reject(connection, run_id, article.source_uri, reason)


def _extracted(document: Document) -> Extraction | Unreadable:
    """The figures of a document; a defect of the extractor costs this document, not the thousand others."""
    from etl.extraction import extract  # where nothing is new, its grammar need not be compiled

    try:
        return extract(document)
    except Exception as error:
        reason = f"{document.source_uri}: the extractor failed ({type(error).__name__}: {error})"
        return Unreadable(document.source_uri, DocumentError(reason, "report it with the article"))


def withdraw_missing(
    connection: psycopg.Connection, run_id: int, folders: Iterable[str], present: set[str]
) -> list[str]:
    """Withdraw what was landed from `folders` (source_uri prefixes) and is there no more."""
    prefixes = tuple(folder.rstrip("/") + "/" for folder in folders)
    gone = [
        uri
        for uri, source in loaded_sources(connection).items()
        if source.standing and uri.startswith(prefixes) and uri not in present
    ]
    for uri in gone:
        withdraw(connection, run_id, uri, "no longer in its folder")
    return gone


def _changed(
    connection: psycopg.Connection,
    run_id: int,
    sources: Iterable[Article | Unreadable],
    known: dict[str, LoadedSource],
    version: str,
    outcome: LandingOutcome,
    advance: Callable[[], None],
) -> Iterator[_Pending]:
    for source in sources:
        item = source if isinstance(source, Unreadable) else _pending(source, version)
        if isinstance(item, Unreadable):
            _reject(connection, run_id, item, known, outcome)
            advance()
            continue
        before = known.get(item.document.source_uri)
        if before and item.fingerprint in (before.standing, before.latest):
            outcome.unchanged += 1
            advance()
        else:
            yield item


def _pending(article: Article, version: str) -> _Pending | Unreadable:
    """The article with its corrections; unreadable where its review file is."""
    document = article.document
    if article.review is None or not article.review.exists():
        return _Pending(document, (), fingerprint(document, version))
    try:
        corrections = read_review(article.review)
    except DocumentError as error:
        return Unreadable(document.source_uri, error)
    return _Pending(document, corrections, fingerprint(document, version, article.review.read_bytes()))


def _extractor(stack: ExitStack) -> Extractor:
    """Extract in this process while there is little to do, in one process a core from then on."""
    pool: list[ProcessPoolExecutor] = []

    def run(documents: list[Document]) -> Iterable[Extraction | Unreadable]:
        cores = os.cpu_count() or 1
        if cores == 1 or (len(documents) < WORTH_A_POOL and not pool):
            return map(_extracted, documents)
        if not pool:
            pool.append(stack.enter_context(ProcessPoolExecutor(max_workers=cores)))
        return pool[0].map(_extracted, documents, chunksize=4)

    return run
