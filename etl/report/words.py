"""The report's sentences, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass

from etl.report.run_facts import Row

DISPOSITION_WORDS = {
    "observation": ("数据", "figure"),
    "date": ("日期", "date"),
    "name": ("名称", "name"),
    "ordinal": ("序数", "ordinal"),
    "idiom": ("惯用语", "idiom"),
    "review": ("待审", "to review"),
}
VERDICT_WORDS = {
    "consistent": ("一致", "consistent"),
    "contradictory": ("矛盾", "contradictory"),
    "implied": ("推得", "implied"),
    "undetermined": ("无法判定", "undetermined"),
}
IDENTITY_WORDS = {
    "share": ("部分 = 占比 × 整体", "part = share × whole"),
    "growth": ("本期 = 上期 ×（1 + 增速）", "level = last level × (1 + growth)"),
    "change": ("变化 = 两期之差", "change = difference"),
    "difference": ("变化 = 两期之差", "change = difference"),
    "average": ("平均增速", "average growth"),
    "repeat": ("同一陈述出现两次", "the same thing claimed twice"),
    "total": ("总数 = 各部分之和", "total = sum of its parts"),
    "pilot_total": ("试点总数 = 各类别之和", "pilots = sum over kinds"),
}


@dataclass(frozen=True)
class Headline:
    """The status in a sentence; `tone` is good, fair or bad."""

    tone: str
    zh: str
    en: str


def headline(facts: Row) -> Headline:
    """What the analyst reads first."""
    run, publication = facts["run"], facts["publication"]
    rules, broken = len(facts["results"]), len(facts["broken"])
    warned, held = len(facts["warned"]), len(facts["quarantined"])
    if run["status"] in ("failed", "blocked"):
        return Headline("bad", *_failed(run["message"] or "", publication))
    if publication is None:
        return Headline("fair", "尚未发布任何数据。", "Nothing has been published yet.")
    zh = f"已发布 {publication['document_count']:,} 篇文章的 {publication['observation_count']:,} 条数据"
    en = (
        f"Published: {_plural(publication['observation_count'], 'figure')}"
        f" of {_plural(publication['document_count'], 'article')}"
    )
    if rules:
        zh += f"；{rules - broken - warned} 条规则通过" + (f"，{warned} 条有提醒" if warned else "")
        en += f"; {rules - broken - warned} of {rules} rules hold" + (
            f", {_plural(warned, 'warning')}" if warned else ""
        )
    if held:
        zh += f"；{held} 篇文章被隔离"
        en += f"; {_plural(held, 'article')} set aside"
    return Headline("fair" if warned or held else "good", zh + "。", en + ".")


def _failed(message: str, publication: Row | None) -> tuple[str, str]:
    kept_zh = "已发布的数据没有改变" if publication else "尚未发布任何数据"
    kept_en = "what is published is unchanged" if publication else "nothing has been published yet"
    return f"这次刷新没有发布：{message}。{kept_zh}。", f"This refresh did not publish; {kept_en}."


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
