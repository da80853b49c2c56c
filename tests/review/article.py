"""An article with three figures and a number that waits, as an extractor might leave it."""

from __future__ import annotations

from decimal import Decimal

from etl.documents import Document, Metadata
from etl.extraction import Extraction, Mention, Observation

TEXT = "2013年，服务业增加值增加到4061.70亿元，占比近50%。\n\n企业下降超过3%，另有7家在路上。\n"


def observation(
    quote: str, value: str, unit: str, confidence: float, text: str = TEXT, **changes: object
) -> Observation:
    start = text.index(quote)
    number = Decimal(value)
    fields: dict[str, object] = {
        "quote": quote, "start": start, "end": start + len(quote), "value": number, "unit": unit, "value_base": number,
        "unit_base": unit, "qualifier": "exact", "lower": number, "upper": None, "indicator": "服务业增加值",
        "indicator_code": "services_value_added", "measure": "level", "of": None, "subject": "青岛市",
        "subject_kind": "area", "period": "2013", "period_basis": "carried", "period_source_start": 0,
        "period_source_end": 5, "compared_with": None, "modality": "fact", "confidence": confidence, "rule": "level",
    }  # fmt: skip
    return Observation(**(fields | changes))  # type: ignore[arg-type]


def extraction(text: str = TEXT, value: str = "4061.70") -> Extraction:
    observations = (
        observation("4061.70亿元", value, "亿元", 0.95, text, lower=Decimal("4061.695"), upper=Decimal("4061.705")),
        observation("近50%", "50", "%", 0.6, text, measure="share", of="地区生产总值"),
        observation("超过3%", "-3", "%", 0.7, text, qualifier="more_than", measure="growth_yoy"),
    )
    mentions = [
        Mention(each.start, each.end, each.quote, "number", "observation", "level", (index,))
        for index, each in enumerate(observations)
    ]
    waits = text.index("7家")
    mentions.append(Mention(waits, waits + 2, "7家", "number", "review", "what it measures is not clear"))
    document = Document("a.txt", "0" * 64, text, 0, Metadata(area="青岛市", published="2014"))
    return Extraction(document, tuple(mentions), observations, ())
