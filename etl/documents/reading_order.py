"""The order in which a person reads the pieces of a page: titles across, columns one after the other.

A recursive cut: in a region, the longest run of rows that share a blank strip from top to bottom is found; a
strip with prose on both sides is a gutter, and the columns it parts are read one after the other, each in the
same way. A row that crosses the strip (a title over two columns) ends the run. The cells of a table are short,
so the strips between them are no gutters and a table is read row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median


@dataclass(frozen=True, slots=True)
class Box:
    """A run of characters on a page, in points from its upper left corner."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """The size of its type, near enough."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height on the page by which it belongs to a line."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """The boxes of one line, and how its column begins on the left."""

    boxes: tuple[Box, ...]
    column_x0: float

    @property
    def indent(self) -> float:
        """How far it begins from its column's edge, in characters."""
        return (self.boxes[0].x0 - self.column_x0) / self.height

    @property
    def height(self) -> float:
        """The size of its largest type."""
        return max(box.height for box in self.boxes)

    @property
    def top(self) -> float:
        """Where it begins on the page."""
        return min(box.top for box in self.boxes)

    @property
    def text(self) -> str:
        """Its words, parted by a space where the page leaves a gap."""
        return " ".join(box.text.strip(" ") for box in self.boxes)


Strip = tuple[float, float]
LEAST_GUTTER = 0.5  # in characters, as are the two below
LEAST_LINE = 7
GREATEST_GAP = 2.5


def in_reading_order(boxes: Sequence[Box]) -> Iterator[Line]:
    """Yield the lines of a page, column by column."""
    if not boxes:
        return
    size = median(box.height for box in boxes)
    left = min(box.x0 for box in boxes)
    for run in _runs(_bands(boxes), size):
        inside = [box for band in run for box in band]
        columns = _columns(inside, size)
        if len(columns) > 1:
            for column in columns:
                yield from in_reading_order(column)
        else:
            yield from _lines(inside, left)


def _bands(boxes: Sequence[Box]) -> list[list[Box]]:
    """Group boxes that stand beside each other; tight leading, where lines just touch, does not join them."""
    bands: list[list[Box]] = []
    reach = float("-inf")
    for box in sorted(boxes, key=lambda box: box.top):
        if box.top + box.height / 4 < reach:
            bands[-1].append(box)
        else:
            bands.append([box])
        reach = max(reach, box.bottom - box.height / 4)
    return bands


def _runs(bands: list[list[Box]], size: float) -> Iterator[list[list[Box]]]:
    """Cut out the longest run of bands with a blank strip between them, then what is above and below it."""
    left = min(box.x0 for band in bands for box in band)
    right = max(box.x1 for band in bands for box in band)
    strips = [_blank_strips(band, left, right, size) for band in bands]
    first, last = max(
        ((first, _last_sharing(bands, strips, first, size)) for first in range(len(bands))),
        key=lambda run: run[1] - run[0],
    )
    if first == last:
        yield bands
        return
    if first:
        yield from _runs(bands[:first], size)
    yield bands[first:last]
    if last < len(bands):
        yield from _runs(bands[last:], size)


def _last_sharing(bands: list[list[Box]], strips: list[list[Strip]], first: int, size: float) -> int:
    """The end of the longest run from `first` that a strip parts in two; `first` where there is none."""
    shared = strips[first]
    last = first
    left = right = bands[first][0].x0
    for index in range(first, len(bands)):
        shared = _common(shared, strips[index], size)
        if not shared or (index > first and _gap(bands[index - 1], bands[index]) > GREATEST_GAP * size):
            break
        left = min(left, *(box.x0 for box in bands[index]))
        right = max(right, *(box.x1 for box in bands[index]))
        if any(left < strip[0] and strip[1] < right for strip in shared):
            last = index + 1
    return last


def _gap(upper: list[Box], lower: list[Box]) -> float:
    return min(box.top for box in lower) - max(box.bottom for box in upper)


def _blank_strips(boxes: Sequence[Box], left: float, right: float, size: float) -> list[Strip]:
    strips: list[Strip] = []
    edge = left
    for box in sorted(boxes, key=lambda box: box.x0):
        strips.append((edge, box.x0))
        edge = max(edge, box.x1)
    strips.append((edge, right))
    return [strip for strip in strips if strip[1] - strip[0] >= LEAST_GUTTER * size]


def _common(one: list[Strip], other: list[Strip], size: float) -> list[Strip]:
    pieces = [(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other]
    return [piece for piece in pieces if piece[1] - piece[0] >= LEAST_GUTTER * size]


def _columns(boxes: Sequence[Box], size: float) -> list[list[Box]]:
    """Cut at the blank strips that part prose from prose; one group where there is none."""
    left = min(box.x0 for box in boxes)
    right = max(box.x1 for box in boxes)
    columns = [list(boxes)]
    for start, end in _blank_strips(boxes, left, right, size):
        before = [box for box in columns[-1] if box.x1 <= start]
        after = [box for box in columns[-1] if box.x0 >= end]
        if _is_prose(before, size) and _is_prose(after, size):
            columns[-1:] = [before, after]
    return columns


def _is_prose(boxes: Sequence[Box], size: float) -> bool:
    """Whether these are lines of running text: several, and most of them longer than the cells of a table."""
    return len(boxes) > 1 and median(box.x1 - box.x0 for box in boxes) >= LEAST_LINE * size


def _lines(boxes: Sequence[Box], left: float) -> Iterator[Line]:
    """Put boxes of one height on the page into a line, lines from top to bottom."""
    number, middle = 0, float("-inf")
    numbered: list[tuple[int, Box]] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        if box.middle - middle > box.height / 2:
            number, middle = number + 1, box.middle
        numbered.append((number, box))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield Line(tuple(sorted((box for _, box in group), key=lambda box: box.x0)), left)
