"""Choosing a day: a month on paper, today's button, and "not known yet" where that is an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from game.scenes.parent.area import Over
from game.scenes.screen.scene import Scene, Screen
from game.ui import theme
from game.ui.controls import Command
from game.ui.date_field import MonthField, name_of
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, slab


class PickDate(Over):
    """`then(day)` is the screen that follows; `then(None)` when the day is not known; `back` changes nothing."""

    name = "pick-date"

    def __init__(
        self, below: Screen, title: str, chosen: date | None, then: Callable[[date | None], Scene],
        back: Callable[[], Scene], may_be_unknown: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(below)
        self.title, self._then, self._back = title, then, back
        self._may_be_unknown = may_be_unknown
        self.month = MonthField(350, 112, chosen or self.ctx.today, chosen, self.ctx.today)

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        unknown = (slab("unknown", Box(980, 604, 240, 56), words("first_surgery_unknown"), size=20),)
        return (
            *self.month.widgets(),
            slab("back", Box(60, 604, 170, 56), words("screen_back"), glyph="back", command=Command.BACK),
            *(unknown if self._may_be_unknown else ()),
        )

    def first_focus(self, names: list[str]) -> str | None:
        for day in (self.month.chosen, self.ctx.today):
            if day and name_of(day) in names:
                return name_of(day)
        return names[0]

    def paint_still(self, paper: Paper) -> None:
        words, month = self.ctx.texts, self.month.month
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(self.title, 34, 60, 58, align="l", width=1100)
        paper.card(Box(310, 92, 660, 496))
        name = words("date_month_year", month=words(f"month_{month.month}"), year=str(month.year))
        self.month.paint(paper, name, lambda i: words(f"day_{i}"))
        if chosen := self.month.chosen:
            paper.text(words.date(chosen, "date_year"), 20, 640, 632, INK_2, SEMI_BOLD, width=320)

    def press(self, name: str) -> Scene | None:
        if name == "back":
            return self._back()
        if name == "unknown":
            return self._then(None)
        day = self.month.press(name)
        if day:
            return self._then(day)
        self.changed()
        return None
