"""What codes are called, in Chinese and English."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from etl.settings import PROJECT_DIR


@dataclass(frozen=True, slots=True)
class Label:
    """One thing in two languages."""

    zh: str
    en: str


DISPOSITIONS = {
    "observation": Label("数据", "figure"),
    "review": Label("待审", "to review"),
    "date": Label("日期", "date"),
    "name": Label("名称", "name"),
    "ordinal": Label("序数", "ordinal"),
    "idiom": Label("惯用语", "idiom"),
}
FIELDS = {
    "indicator": Label("指标", "indicator"),
    "measure": Label("口径", "measure"),
    "value": Label("数值", "value"),
    "interval": Label("区间", "interval"),
    "of": Label("分母", "of"),
    "subject": Label("主体", "subject"),
    "period": Label("时期", "period"),
    "compared_with": Label("对比", "against"),
    "modality": Label("性质", "modality"),
    "reason": Label("原因", "reason"),
    "kind": Label("类型", "kind"),
    "confidence": Label("置信度", "confidence"),
    "review": Label("复核", "review"),
    "rule": Label("规则", "rule"),
    "programme": Label("试点", "programme"),
    "level": Label("级别", "level"),
    "member": Label("名单", "member"),
    "batch": Label("批次", "batch"),
    "area": Label("地区", "area"),
    "evidence": Label("原文", "as written"),
}
QUALIFIERS = {
    "approx": Label("约", "about"),
    "more_than": Label("超过", "more than"),
    "less_than": Label("不足", "less than"),
    "at_least": Label("不低于", "at least"),
    "at_most": Label("不高于", "at most"),
}
BASES = {
    "stated": Label("文中写明", "stated"),
    "carried": Label("承前文", "carried over"),
    "relative": Label("按发布日推算", "relative to publication"),
    "published": Label("未写明，取发布日", "unstated: the publication date"),
}
VERDICTS = {
    "accept": Label("确认", "accepted"),
    "correct": Label("已更正", "corrected"),
    "reject": Label("否定", "rejected"),
}
MODALITIES = {"fact": Label("事实", "fact"), "target": Label("目标", "target"), "forecast": Label("预测", "forecast")}


@cache
def measures() -> dict[str, Label]:
    """The measures' names, from the seed that dbt loads."""
    path = PROJECT_DIR / "dbt_project" / "seeds" / "measures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["measure_code"]: Label(row["name_zh"], row["name_en"]) for row in csv.DictReader(file)}


def label(labels: dict[str, Label], code: str) -> Label:
    """The code's label; the code itself where it has none."""
    return labels.get(code) or Label(code, code)
