"""`warehouse evaluate`: how much of what a person annotated the extraction finds, and how much of it is right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etl.cli.articles import article_options
from etl.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from etl.evaluation import Score
    from etl.evaluation.cases import Case
    from etl.evaluation.score import Group, Verdict


@click.command("evaluate")
@click.argument("gold", required=False, type=click.Path(path_type=Path))
@click.argument("text", required=False, type=click.Path(path_type=Path))
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="a folder of NAME.gold.jsonl beside NAME.txt")
@article_options
@click.option("--show", is_flag=True, help="list what is wrong, missed or too much")
@click.option("--json", "as_json", is_flag=True, help="print one JSON object")
def command(
    gold: Path | None,
    text: Path | None,
    folder: Path | None,
    published: str | None,
    area: str | None,
    show: bool,
    as_json: bool,
) -> None:
    """Score extraction against a gold file: facts that a person annotated, one JSON object a line.

    \b
    Examples:
      warehouse evaluate article.gold.jsonl article.txt --published 2023 --area 青岛市
      warehouse evaluate --dir corpus/ --show
    """
    from etl.evaluation import Score

    cases = list(_cases(gold, text, folder, published, area))
    scores = {case.name: _score(case) for case in cases}
    total = Score(verdict for each in scores.values() for verdict in each.verdicts)
    if as_json:
        record = {"articles": {name: _figures(each) for name, each in scores.items()}, **_report(total)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for name, each in scores.items():
        click.echo(_line(name, each))
        if show:
            _print_faults(each)
    if len(scores) > 1:
        click.echo(_line("all", total))
    _print_report(total)


def _cases(
    gold: Path | None, text: Path | None, folder: Path | None, published: str | None, area: str | None
) -> Iterator[Case]:
    from etl.evaluation.cases import Case, cases_in

    if folder and not gold:
        yield from cases_in(folder)
    elif gold and text and not folder:
        yield Case(text.stem, gold, text, published, area)
    else:
        raise UsageError("nothing to evaluate", "give GOLD and TEXT, or --dir FOLDER")


def _score(case: Case) -> Score:
    from etl.documents import read_document
    from etl.evaluation import read_gold, score
    from etl.extraction import extract

    document = read_document(case.text, published=case.published, area=case.area)
    return score(read_gold(case.gold), extract(document).observations)


def _figures(score: Score) -> dict[str, object]:
    return {
        **asdict(score.total),
        "detection_f1": score.detection_f1,
        "full_fact_f1": score.full_fact_f1,
        "accuracy": score.accuracy,
    }


def _report(score: Score) -> dict[str, object]:
    return {
        "total": _figures(score),
        "by_measure": {name: asdict(group) for name, group in score.by_measure().items()},
        "by_rule": {name: asdict(group) for name, group in score.by_rule().items()},
        "calibration": [asdict(each) for each in score.calibration()],
    }


def _line(name: str, score: Score) -> str:
    total = score.total
    return (
        f"{name}: gold {total.gold}, found {total.predicted}, detected {total.detected}, complete {total.complete}"
        f" | detection F1 {score.detection_f1:.3f} | full-fact F1 {score.full_fact_f1:.3f}"
    )


def _print_faults(score: Score) -> None:
    for verdict in score.counted:
        if not verdict.complete:
            click.echo(f"  {_fault(verdict)}")


def _fault(verdict: Verdict) -> str:
    gold, observation = verdict.gold, verdict.observation
    if gold is None and observation is not None:
        return f"{observation.quote}  too much: {observation.indicator} {observation.measure} ({observation.rule})"
    if gold is None or observation is None:
        return f"{gold.quote if gold else ''}  missed"
    faults = (
        f"{name} {getattr(observation, name)!r} for {'|'.join(map(str, gold.accepted[name]))!r}"
        for name in verdict.wrong
    )
    return f"{gold.quote}  wrong: {', '.join(faults)} ({observation.rule})"


def _print_report(score: Score) -> None:
    from etl.cli.console import console

    screen = console()
    shares = ((name, f"{share:.3f}") for name, share in score.accuracy.items())
    _print_table(screen, "Right, of the detected facts", ("field", "share"), shares)
    for title, groups in (("By measure", score.by_measure()), ("By rule", score.by_rule())):
        rows = ((name, *_counts(group)) for name, group in groups.items())
        _print_table(screen, title, ("", "gold", "found", "detected", "complete"), rows)
    bins = (
        (
            f"{each.low:.2f}–{each.high:.2f}",
            str(each.predicted),
            str(each.complete),
            f"{each.complete / each.predicted:.3f}",
        )
        for each in score.calibration()
        if each.predicted
    )
    _print_table(screen, "What confidence is worth", ("confidence", "found", "complete", "share"), bins)


def _counts(group: Group) -> Iterator[str]:
    return map(str, (group.gold, group.predicted, group.detected, group.complete))


def _print_table(screen: Console, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, justify="left" if column == columns[0] else "right")
    for row in rows:
        table.add_row(*row)
    screen.print(f"[bold]{title}[/bold]", table, sep="\n", end="")
