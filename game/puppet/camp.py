"""The camp at the end of a session: what stands before the place of that name, one thing more for most weeks of play.

Sheets as on a page of the story (`game.puppet.spread`), each from the week `week` on, by `when` (day or evening, "":
always). In the evening `lit` names which of the camp's lights falls on it. `game.data.files.camp_file` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.puppet.spread import Laid, PlacedPart, PosedFriend

FAR = "far"  # the light away from the fire, for all that names none


@dataclass(frozen=True, slots=True, kw_only=True)
class CampSheet:
    """One sheet of the camp."""

    sheet: Laid
    week: int = 1
    when: str = ""
    lit: str = FAR


@dataclass(frozen=True, slots=True, kw_only=True)
class CampArt:
    """All of it, from back to front; `lights` are the evening's colours by name."""

    lights: Mapping[str, str]
    sheets: tuple[CampSheet, ...]

    def laid(self, week: int, evening: bool) -> Iterator[Laid]:
        """What stands there in that week of play, from 1, in this light."""
        now = "evening" if evening else "day"
        for item in self.sheets:
            if item.week <= week and item.when in ("", now):
                sheet = item.sheet
                if evening and isinstance(sheet, PlacedPart | PosedFriend):
                    sheet = replace(sheet, tint=self.lights[item.lit])
                yield sheet
