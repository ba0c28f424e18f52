"""What does it say? The doctor's page large: a sheet as a whole, or its halves one by one, close enough to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.print.sheet import A4
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay
from game.scenes.screen.made_beside import MadeBeside
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

if TYPE_CHECKING:
    from game.scenes.parent.printed.doctor import DoctorPage

HALVES = 2
WHOLE = Box(256, 14, 692 * A4[0] / A4[1], 692)
CLOSE = Box(24, 34, 920, 920 * A4[1] / A4[0] / HALVES)
SIDE, SIDE_W = 978.0, 276.0


class LargeSheetPage(Overlay):
    """`at` counts sheets, or with `is_close` halves of them; the sheets are those the page below laid out."""

    name = "large-sheet"

    def __init__(self, page: DoctorPage) -> None:
        super().__init__(page)
        self.page, self.laid = page, page.laid
        self.is_close, self.at = False, page.sheet_at
        self._drawn: MadeBeside[float] = MadeBeside(is_beside=self.ctx.art.prepares)
        self._k, self._is_awaited = 0.0, False

    @property
    def sheet(self) -> int:
        """Which sheet is seen."""
        return self.at // HALVES if self.is_close else self.at

    @property
    def many(self) -> int:
        """How many there are to turn over."""
        return len(self.laid.sheets) * (HALVES if self.is_close else 1)

    # ---------------------------------------------------------------- widgets
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        closer = button(
            "whole" if self.is_close else "closer", Box(SIDE, 124, SIDE_W, 64),
            words("large_sheet_whole" if self.is_close else "large_sheet_closer"), "primary",
            glyph="doc" if self.is_close else "plus", size=20,
        )  # fmt: skip
        turning = (
            button("earlier", Box(SIDE, 210, 132, 64), "", glyph="back", is_enabled=self.at > 0),
            button("later", Box(SIDE + 144, 210, 132, 64), "", glyph="next", is_enabled=self.at < self.many - 1),
        )
        back = button("back", Box(SIDE, 34, SIDE_W, 64), words("screen_back"), glyph="back", command=Command.BACK)
        seen = Widget("sheet", CLOSE if self.is_close else WHOLE, Hotspot(4), is_adult=True)
        return (back, closer, *(turning if self.many > 1 else ()), seen)

    def first_focus(self, names: list[str]) -> str | None:
        return "closer" if "closer" in names else "later" if "later" in names else names[0]

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_last" if name == "later" else "why_first")

    def press(self, name: str) -> Next | None:
        match name:
            case "earlier" | "later":
                self.at += 1 if name == "later" else -1
            case "closer":
                self.is_close, self.at = True, self.at * HALVES
            case "whole":
                self.is_close, self.at = False, self.sheet
            case "sheet":
                return self._pressed()
            case _:
                self.page.at = self.sheet
                return routes.Back(self.page)
        self.changed()
        return None

    def _pressed(self) -> Next | None:
        """The sheet itself: closer, then on through all of it, and from its end to the whole again."""
        if not self.is_close:
            return self.press("closer")
        return self.press("later" if self.at < self.many - 1 else "whole")

    # ---------------------------------------------------------------- painting
    def update(self, dt: float) -> Next | None:
        if self._is_awaited and self._drawn.is_there:
            self._is_awaited = False
            self.changed()
        return super().update(dt)

    def paint_still(self, paper: Paper) -> None:
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        box = CLOSE if self.is_close else WHOLE
        paper.panel(box.grown(1), "#FFFFFF", "#B9AC95", 2, lip_depth=2, blur=6, alpha=60)
        sheet = self._seen(paper, max(1, paper.pictures.px(box.w)))
        if self.is_close:
            half = sheet.get_height() // HALVES
            sheet = sheet.subsurface((0, self.at % HALVES * half, sheet.get_width(), half))
        paper.blit(sheet, box.x, box.y)
        paper.panel(Box(SIDE, 300, SIDE_W, 56), radius=16, lip_depth=3, blur=4, alpha=30)
        key = "large_sheet_upper" if self.at % HALVES == 0 else "large_sheet_lower"
        of = self.ctx.texts("doctor_sheet_of", n=self.sheet + 1, all=len(self.laid.sheets))
        line = f"{of}, {self.ctx.texts(key)}" if self.is_close else of
        paper.text(line, 19, SIDE + SIDE_W / 2, 328, weight=EXTRA_BOLD, width=SIDE_W - 32)

    def _seen(self, paper: Paper, width: int) -> pygame.Surface:
        """The sheet so wide; until it is drawn beside the loop, what there is of it made larger."""
        drawings, laid = paper.pictures.drawings, self.laid
        if self._k != paper.pictures.k:
            self._k = paper.pictures.k
            widths = [max(1, paper.pictures.px(box.w)) for box in (WHOLE, CLOSE)]

            def draw() -> float:
                for wide in widths:
                    for n in range(len(laid.sheets)):
                        laid.picture(n, wide, drawings)
                return self._k

            self._drawn.ask(draw)
            self._is_awaited = not self._drawn.is_there
        there = laid.pictures.get((self.sheet, width))
        if there is None and self._is_awaited:
            known = [seen for (n, _), seen in list(laid.pictures.items()) if n == self.sheet]
            if known:
                return pygame.transform.smoothscale(known[-1], (width, round(width * A4[1] / A4[0])))
        return there or laid.picture(self.sheet, width, drawings)
