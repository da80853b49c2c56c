"""Articles that nobody wrote: templates filled with numbers, and the ways in which a text gets damaged."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

import yaml

from tests.extraction.comparison import load_cases

TEMPLATES = yaml.safe_load((Path(__file__).parent / "templates.yaml").read_text("utf-8"))
Mutation = Callable[[random.Random, str], str]


def articles(count: int, seed: int = 7) -> list[str]:
    """As many short articles, the same ones each time."""
    source = random.Random(seed)
    return [_article(source) for _ in range(count)]


def _article(source: random.Random) -> str:
    paragraphs = ("".join(_sentence(source) for _ in range(source.randint(1, 4))) for _ in range(source.randint(1, 3)))
    return "\n\n".join(paragraphs) + "\n"


def _sentence(source: random.Random) -> str:
    def pick(kind: str) -> str:
        return str(source.choice(TEMPLATES[kind]))

    changes = "".join(source.sample(TEMPLATES["changes"], source.randint(0, 2)))
    return (
        f"{pick('periods')}{source.choice(['，', ''])}{pick('places')}{pick('indicators')}"
        f"{pick('qualifiers')}{pick('numbers')}{pick('units')}"
        f"{changes.format(a=round(source.uniform(0, 200), 1), b=source.randint(1, 40))}。"
    )


def written_and_generated(count: int) -> list[str]:
    """The texts of the specs, and generated ones up to `count`."""
    written = [case.text for case in load_cases()]
    return [*written, *articles(count - len(written))]


def full_width(text: str) -> str:
    """The text with the digits, the point between them and the percent sign in full width."""
    return text.translate({**{48 + digit: 0xFF10 + digit for digit in range(10)}, ord("%"): "％"})


def columns(text: str, width: int) -> str:
    """Every paragraph set in a column `width` Chinese characters wide, in which a digit takes half the room."""
    return "\n\n".join(_column(paragraph, width) for paragraph in text.split("\n\n"))


def _column(paragraph: str, width: int) -> str:
    lines, room = [""], 2 * width
    for sign in paragraph.replace("\n", ""):
        needed = 1 if sign < "\u2000" else 2
        if room < needed:
            lines.append("")
            room = 2 * width
        lines[-1] += sign
        room -= needed
    return "\n".join(lines)


@cache
def _traditional() -> dict[int, str]:
    lines = resources.files("opencc").joinpath("dictionary/STCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {ord(plain): forms.split(" ")[0] for plain, forms in pairs if len(plain) == 1}


def _wrap(source: random.Random, text: str) -> str:
    return "".join(sign + "\n" if source.random() < 0.08 else sign for sign in text)


def _delete(source: random.Random, text: str) -> str:
    return "".join(sign for sign in text if source.random() > 0.06)


def _double(source: random.Random, text: str) -> str:
    return "".join(sign * 2 if source.random() < 0.06 else sign for sign in text)


def _truncate(source: random.Random, text: str) -> str:
    return text[source.randint(0, len(text) // 2) : source.randint(len(text) // 2, len(text))]


def _shuffle(source: random.Random, text: str) -> str:
    parts = text.replace("。", "，").split("，")
    return "，".join(source.sample(parts, len(parts))) + "。"


def _noise(source: random.Random, text: str) -> str:
    def sign() -> str:
        kind = source.choice([(0x20, 0x2FF), (0x2000, 0x206F), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0x1F300, 0x1F5FF)])
        return chr(source.randint(*kind))

    return "".join(sign() + old if source.random() < 0.05 else old for old in text)


def _mix(source: random.Random, text: str) -> str:
    for mutate in source.sample([*MUTATIONS.values()], 3):
        text = mutate(source, text)
    return text


MUTATIONS: dict[str, Mutation] = {
    "as it is": lambda source, text: text,
    "wrapped": _wrap,
    "full width": lambda source, text: full_width(text),
    "traditional": lambda source, text: text.translate(_traditional()),
    "deleted": _delete,
    "doubled": _double,
    "truncated": _truncate,
    "shuffled": _shuffle,
    "noise": _noise,
}


def damaged(name: str, count: int) -> list[str]:
    """Texts after the mutation `name`; "mixed" is three of them one after the other."""
    mutate = _mix if name == "mixed" else MUTATIONS[name]
    source = random.Random(name)
    texts = written_and_generated(max(count, 400))
    return [mutate(source, text) for text in source.sample(texts, count)]
