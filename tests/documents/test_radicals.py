"""Radicals in a text layer become the characters that they look like."""

from __future__ import annotations

import pytest

from etl.documents.radicals import CHARACTERS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("⼯业增⻓，⽣产总值⽐上年", "工业增长，生产总值比上年"),
        ("⻘岛⻋间、⻔⼾、⾦⾊", "青岛车间、门户、金色"),
        ("⼀⼆⼋⼗", "一二八十"),
        ("樂 金额", "樂 金额"),
        ("青岛GDP增长6.7%，占比６２％。", "青岛GDP增长6.7%，占比６２％。"),
    ],
)
def test_radicals(written: str, meant: str) -> None:
    assert written.translate(CHARACTERS) == meant


def test_as_many_characters_come_out_as_went_in() -> None:
    every = "".join(map(chr, CHARACTERS))
    assert len(every.translate(CHARACTERS)) == len(every)
