"""One refresh, from articles to a publication: the only module that knows every step."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import psycopg

from etl.database import Database, open_database
from etl.database.roles import LOADER, TRANSFORMER
from etl.documents import Given, Unreadable, read_outcomes
from etl.errors import AuditError, TransformError
from etl.landing.land import Article, LandingOutcome, land_sources, withdraw_missing
from etl.publish import (
    Publication,
    Run,
    begin_build,
    fingerprint,
    published_state,
    record_standby,
    refresh_lock,
    start_run,
    swap,
)
from etl.review import review_path
from etl.settings import Settings

if TYPE_CHECKING:
    # what builds and judges is imported where there is something to build: a refresh with nothing new stays cheap
    from etl.audit import Auditor, AuditOutcome, Quarantined

PUBLISHED, NOTHING_NEW, BLOCKED = "published", "nothing_new", "blocked"


@dataclass(frozen=True)
class Request:
    """What to refresh: files and folders, and what the caller says about their articles.

    `prune` withdraws articles that have left their folder; `wait` is how many seconds another refresh is waited for.
    """

    paths: Sequence[Path]
    given: Given = field(default_factory=Given)
    prune: bool = False
    wait: float = 0.0


@dataclass
class RefreshOutcome:
    """What a refresh did; `publication` and `report` are None when there was nothing new."""

    run_id: int
    status: str
    landing: LandingOutcome
    quarantined: list[Quarantined] = field(default_factory=list)
    publication: Publication | None = None
    expectations: int = 0
    warnings: int = 0
    report: Path | None = None


class Progress(Protocol):
    """Told of each step as it begins, and of each article as it is done."""

    def step(self, name: str) -> None:
        """A step begins: landing, audit of staging, transform, audit of marts, publish, report."""

    def advance(self) -> None:
        """One more article is done."""


def refresh(settings: Settings, request: Request, progress: Progress) -> RefreshOutcome:
    """Land, build, audit and publish what is new; leaves what is published as it was unless all went well.

    Raises LockedError, DatabaseError, TransformError, AuditError or PublicationError; articles that cannot be read or
    that break a rule are in the outcome, and the others are published.
    """
    with (
        open_database(settings) as database,
        refresh_lock(database, request.wait),
        start_run(database) as run,
    ):
        return _Refresh(settings, database, run, progress).run_all(request)


@dataclass
class _Refresh:
    """The steps of one run, in order."""

    settings: Settings
    database: Database
    run: Run
    progress: Progress

    def run_all(self, request: Request) -> RefreshOutcome:
        landing = self._land(request)
        outcome = RefreshOutcome(self.run.run_id, NOTHING_NEW, landing)
        project = fingerprint(self.settings)
        watermark = self._watermark()
        if self._is_published(watermark, project):
            self.run.finish(NOTHING_NEW, load_watermark=watermark)
            return outcome
        from etl.audit import Auditor
        from etl.transform import preload

        try:
            with Auditor(self.database) as auditor:  # imports in a process of its own, and dbt meanwhile in this one
                preload()
                outcome.quarantined = self._audit_staging(auditor)
                self._transform(project)
                audit = self._audit_marts(auditor)
        except AuditError as error:
            self.run.finish(BLOCKED, error.message)
            self._report()  # it shows the rows that break the rule
            raise
        outcome.expectations, outcome.warnings = audit.expectations, audit.warnings
        outcome.publication = self._publish(watermark, project)
        outcome.status = PUBLISHED
        self.run.finish(PUBLISHED, load_watermark=watermark)
        outcome.report = self._report()
        return outcome

    def _land(self, request: Request) -> LandingOutcome:
        self.progress.step("landing")
        with self.run.step("landing") as step, self.database.connect(LOADER, autocommit=True) as connection:
            present: set[str] = set()
            sources = self._sources(request, present)
            outcome = land_sources(connection, self.run.run_id, sources, self.settings.seeds_dir, self.progress.advance)
            if request.prune:
                folders = [self._name(str(path)) for path in request.paths if path.is_dir()]
                outcome.withdrawn = withdraw_missing(connection, self.run.run_id, folders, present)
            step.rows = outcome.observations
        return outcome

    def _sources(self, request: Request, present: set[str]) -> Iterator[Article | Unreadable]:
        for path in request.paths:
            for source in read_outcomes(path, request.given):
                named = replace(source, source_uri=self._name(source.source_uri))
                present.add(named.source_uri)
                yield named if isinstance(named, Unreadable) else Article(named, review_path(source.source_uri))

    def _name(self, source: str) -> str:
        """A source's name: below the project relative to it, so that a moved checkout knows its articles again."""
        absolute = Path(os.path.abspath(source))  # noqa: PTH100 - links stay as the user named them
        if absolute.is_relative_to(self.settings.project_dir):
            absolute = absolute.relative_to(self.settings.project_dir)
        return absolute.as_posix()

    def _watermark(self) -> int:
        with self.database.connect(LOADER) as connection:
            return _one(connection, "SELECT coalesce(max(load_id), 0) FROM staging.load WHERE status <> 'rejected'")

    def _is_published(self, watermark: int, project: str) -> bool:
        with self.database.connect(TRANSFORMER) as connection:
            live = published_state(connection)
        return live is not None and (live.load_watermark, live.project_fingerprint) == (watermark, project)

    def _audit_staging(self, auditor: Auditor) -> list[Quarantined]:
        from etl.audit import audit_staging

        self.progress.step("audit of staging")
        with self.run.step("audit_staging") as step:
            quarantined = audit_staging(self.database, self.settings, self.run.run_id, auditor=auditor)
            step.rows = len(quarantined)
        return quarantined

    def _transform(self, project: str) -> None:
        from etl.transform import transform

        self.progress.step("transform")
        with self.run.step("transform") as step, self.database.connect(TRANSFORMER, autocommit=True) as connection:
            held = begin_build(connection, project)
            outcome = transform(self.database, self.settings, full_refresh=held is None)
            step.rows = outcome.rows
        if outcome.is_full_refresh:
            self._document_model()

    def _document_model(self) -> None:
        """Write dbt's documentation beside the report, where the project is another than last time."""
        from etl.transform.docs import write_docs

        with self.run.step("document_model") as step:
            try:
                write_docs(self.database, self.settings, self.settings.reports_dir / "model.html")
            except TransformError as error:
                step.message = str(error)  # figures can be published without it

    def _audit_marts(self, auditor: Auditor) -> AuditOutcome:
        from etl.audit import audit_marts

        self.progress.step("audit of marts")
        with self.run.step("audit_marts") as step:
            outcome = audit_marts(self.database, self.settings, self.run.run_id, auditor)
            step.rows = outcome.expectations
        return outcome

    def _publish(self, watermark: int, project: str) -> Publication:
        self.progress.step("publish")
        with self.run.step("publish") as step:
            # not before the audit: what it stopped is built and judged again from the old watermark
            with self.database.connect(TRANSFORMER, autocommit=True) as connection:
                record_standby(connection, watermark, project)
            publication = swap(self.database, self.run.run_id)
            step.rows = publication.observation_count
        return publication

    def _report(self) -> Path:
        from etl.report import build_report

        self.progress.step("report")
        with self.run.step("report"):
            return build_report(self.database, self.settings, self.run.run_id)


def _one(connection: psycopg.Connection, query: str) -> int:
    row = connection.execute(query.encode()).fetchone()
    return int(row[0]) if row else 0
