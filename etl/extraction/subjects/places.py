"""Which place a text names: its own area, a known one, a county inside the place just read."""

from __future__ import annotations

from etl.extraction.subjects.forms import (
    COMMON_PLACES,
    NOT_A_PLACE,
)
from etl.vocabulary import Area, Vocabulary

_LEVELS = ("市", "省", "县", "区")
_BEHIND_A_NAME = (*"、和与及各县市区旗", "")  # 青田、云和各3个
Place = tuple[str, Area | None]  # as it is written, and its area when it is a known one
LEVELS = {"省": "province", "市": "prefecture", "区": "county", "县": "county", "州": "prefecture"}


class Places:
    """Finds the places of one document."""

    def __init__(self, vocabulary: Vocabulary, area: str | None) -> None:
        self.vocabulary = vocabulary
        self.by_start = vocabulary.area_names_by_start
        self.area: Area | None = self.known(area) if area else None
        self.local = _names_of(area) if area else ()
        self.within: Area | None = None  # the place just read, inside which a county may be named short
        self.counties: dict[str, Area] = {}  # counties that were read behind their province, by their short name

    def known(self, name: str) -> Area | None:
        """The area of a name."""
        code = self.vocabulary.area_names.get(name)
        return self.vocabulary.areas.get(code) if code else None

    def at(self, text: str, position: int = 0) -> Place | None:
        """The longest place name that begins at `position`."""
        if text.startswith(self.local, position) and (local := self._local_at(text, position)):
            return local, self.area
        for name, county in self.counties.items() if self.counties else ():
            if text.startswith(name, position) and not NOT_A_PLACE.match(text, position + len(name)):
                return name, county
        for name in self.by_start.get(text[position : position + 2], ()):
            if text.startswith(name, position) and name not in COMMON_PLACES:
                part_of_name = NOT_A_PLACE.match(text, position + len(name))
                if part_of_name and not name.endswith(("市", "省", "县")):
                    return None
                return name, self.vocabulary.areas[self.vocabulary.area_names[name]]
        return None

    def may_open(self, text: str) -> bool:
        """Whether a text begins as the name of a place does."""
        begins = text[:2]
        known = begins in self.by_start or begins in self.vocabulary.counties_by_short_name
        return known or text.startswith(self.local)

    def _local_at(self, text: str, position: int) -> str | None:
        """The name of the document's own area that stands at `position`, where it is no part of another name."""
        for local in self.local:
            if text.startswith(local, position) and (
                local.endswith(_LEVELS) or not NOT_A_PLACE.match(text, position + len(local))
            ):
                return local
        return None

    def county_at(self, text: str) -> Place | None:
        """The short name of a county behind the city that it belongs to, 江苏海安, or in a list of a city's own."""
        counties = self.vocabulary.counties_by_short_name.get(text[:2])
        if counties is None:
            return None
        near = self.within if self.within and self.within.level != "county" else None
        whole = near or (self.area if self.area and self.area.level == "prefecture" else None)
        if whole is None:
            return None
        for county in counties:
            ancestor: Area | None = county
            while ancestor is not None and ancestor.code != whole.code:
                ancestor = self.vocabulary.areas.get(ancestor.parent)
            stands_alone = near or text[len(county.short_name) :][:1] in _BEHIND_A_NAME
            if ancestor and county.code != whole.code and stands_alone and text.startswith(county.short_name):
                self.counties[county.short_name] = county
                return (county.name if text.startswith(county.name) else county.short_name), county
        return None

    def above(self, level: str | None) -> Area | None:
        """The document's area or the one around it that 全省, 全市 or 全县 stands for."""
        area = self.area
        while area is not None and level:
            if area.level == level or (level == "prefecture" and area.name.endswith("市")):
                return area
            if level == "county" and area.level not in ("province", "country"):
                return area
            area = self.vocabulary.areas.get(area.parent)
        return None


def _names_of(area: str) -> tuple[str, ...]:
    """An area's name with and without 省, 市, 县 or 区."""
    if len(area) > 2 and area.endswith(_LEVELS):
        return area, area[:-1]
    return (area,) if len(area) > 1 else ()
