"""The camp at the end of a session: what stands before the place of that name, one thing more for most weeks of play.

Sheets as on a page of the story (`game.puppet.spread`), each from the week `week` on, by `when` (day or evening, "":
always). Those with a `guest` are of friends who come in turn, one each day. In the evening `lit` names which of the
camp's lights falls on it. `game.data.files.camp_file` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from game.frozen import dataclass
from game.puppet.spread import Laid, PlacedPart, PosedFriend

GUESTS = 3  # friends who come in turn
FAR = "far"  # the light away from the fire, for all that names none


@dataclass(frozen=True, slots=True, kw_only=True)
class CampSheet:
    """One sheet of the camp."""

    sheet: Laid
    week: int = 1
    when: str = ""
    lit: str = FAR
    guest: int = -1  # whose turn it is to come; -1: always there


@dataclass(frozen=True, slots=True, kw_only=True)
class CampArt:
    """All of it, from back to front; `lights` are the evening's colours by name."""

    lights: Mapping[str, str]
    sheets: tuple[CampSheet, ...]

    def laid(self, week: int, evening: bool, guest: int) -> Iterator[Laid]:
        """What stands there in that week of play, from 1, in this light, when it is that `guest`'s turn."""
        now = "evening" if evening else "day"
        for item in self.sheets:
            if item.week <= week and item.when in ("", now) and item.guest in (-1, guest):
                sheet = item.sheet
                if evening and isinstance(sheet, PlacedPart | PosedFriend):
                    sheet = replace(sheet, tint=self.lights[item.lit])
                yield sheet


def guest_on(day: date) -> int:
    """Whose turn it is to come; on the next day it is another's."""
    return day.toordinal() % GUESTS
