"""Ten digits on keys of paper, four dots above them; the fourth digit hands the number over by itself.

The keys may stand in any order, so that nobody learns a PIN from the places somebody presses.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.ui import theme
from game.ui.palette import hexa
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.theme import INK, INK_2
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget

PIN_LENGTH = 4
SHAKE = 0.4  # seconds the dots shake after a wrong number
IN_ORDER = tuple("1234567890")
RADIUS = 24


class PinPad:
    """The pad with its top left key at (x, y): keys of side `k`, `gap` apart, in the order of `digits`, on a page that
    perhaps begins at the right."""

    def __init__(
        self, x: float, y: float, k: float, gap: float, digits: Sequence[str] = IN_ORDER, begins_at_right: bool = False
    ) -> None:
        self.x, self.y, self.k, self.gap, self.digits = x, y, k, gap, tuple(digits)
        self.begins_at_right = begins_at_right
        self.entered = ""
        self.is_done = False  # a number was taken: the tick says so
        self._shaking = 0.0

    @property
    def width(self) -> float:
        return 3 * self.k + 2 * self.gap

    @property
    def is_full(self) -> bool:
        return len(self.entered) == PIN_LENGTH

    def _box(self, place: int) -> Box:
        row, column = divmod(place, 3)
        column = 2 - column if self.begins_at_right else column  # digits stand as everywhere
        return Box(self.x + column * (self.k + self.gap), self.y + row * (self.k + self.gap), self.k, self.k)

    def _faces(self) -> tuple[str, ...]:
        """What is on the twelve keys, in reading order."""
        return (*self.digits[:9], "erase", self.digits[9], "enter")

    def widgets(self) -> tuple[Widget, ...]:
        """Twelve keys; enter only when four digits are there."""
        return tuple(
            Widget(
                f"pad-{face}", self._box(i), Hotspot(RADIUS), keys=face if face.isdigit() else "", is_adult=True,
                is_enabled=face != "enter" or self.is_full,
            )
            for i, face in enumerate(self._faces())
        )  # fmt: skip

    def press(self, name: str) -> bool:
        """A key of the pad; True when four digits are ready to be looked at."""
        face = name.removeprefix("pad-")
        if face == "erase":
            self.entered = self.entered[:-1]
        elif face.isdigit() and not self.is_full:
            self.entered += face
        return self.is_full

    def take(self) -> str:
        """The number entered; the dots are empty again."""
        entered, self.entered = self.entered, ""
        return entered

    def shake(self) -> None:
        """The number was not the right one."""
        self._shaking = SHAKE

    def update(self, dt: float) -> None:
        self._shaking = max(0.0, self._shaking - dt)

    @property
    def offset(self) -> float:
        """How far the dots stand aside while they shake, design units."""
        if not self._shaking:
            return 0.0
        return round(10 * math.sin(self._shaking / SHAKE * 4 * math.pi) * self._shaking / SHAKE)

    # ---------------------------------------------------------------- painting
    def paint(self, paper: Paper) -> None:
        """The keys; the dots are `show_dots`, because they move."""
        for i, face in enumerate(self._faces()):
            box, is_enter = self._box(i), face == "enter"
            is_ready = self.is_full or self.is_done
            fill, lip, _ = theme.BUTTONS["plain" if not is_enter else "primary" if is_ready else "off"]
            paper.panel(box, fill, lip, RADIUS, lip_depth=5, blur=5, alpha=35)
            x, y = box.centre
            if face == "erase":
                with paper.upright(box):
                    paper.glyph("back", x, y, 34)
            elif is_enter:
                paper.glyph("tick", x, y, 34, theme.WHITE if is_ready else INK_2)
            else:
                paper.text(face, self.k / 2, x, y - 2)

    def show_dots(self, stage: Stage, pictures: Pictures, y: float, filled: int | None = None) -> None:
        """Four dots at height y, as many filled as digits are in; they stand aside while they shake."""
        count = len(self.entered) if filled is None else filled
        body = "".join(
            f'<circle cx="{18 + i * 44}" cy="18" r="13" fill="{hexa(INK) if i < count else "none"}" '
            f'stroke="{hexa(INK)}" stroke-width="3"/>'
            for i in range(PIN_LENGTH)
        )
        stage.put_corner(pictures.svg(body, 0, 0, 168, 36), self.x + self.width / 2 - 84 + self.offset, y - 18)
