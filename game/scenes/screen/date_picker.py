"""Choosing a day: a month on paper, today's button, and "not known yet"."""

from __future__ import annotations

from datetime import date

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.controls import Command
from game.ui.date_field import MonthField, name_of
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button


class DayScreen(Screen):
    """A page from which a day is chosen. Mixed in before `Screen` or one of its kind."""

    def take_day(self, what: str, day: date | None) -> None:
        """The day chosen for `what` was asked; None: it is not known."""
        raise NotImplementedError


class PickDateScreen(Overlay):
    """The page below is told the day chosen, or that it is none (`without` is the text of that button, None where there
    must be one), and comes again; *back* changes nothing. Only days from `earliest` to `latest` are offered."""

    name = "pick-date"

    def __init__(
        self, below: DayScreen, what: str, title: str, chosen: date | None, without: str | None,
        earliest: date | None = None, latest: date | None = None,
    ) -> None:  # fmt: skip
        super().__init__(below)
        self._asks, self._what, self.title, self._without = below, what, title, without
        first = self.ctx.texts.locale.first_weekday
        self.month = MonthField(
            350, 112, chosen or earliest or self.ctx.today, chosen, self.ctx.today, first, earliest, latest
        )

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        none = (button("unknown", Box(980, 604, 240, 56), words(self._without), size=20),) if self._without else ()
        return (
            *self.month.widgets(),
            button("back", Box(60, 604, 170, 56), words("screen_back"), glyph="back", command=Command.BACK),
            *none,
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
        name = words.locale.beginning(words.date(month, "month"))
        self.month.paint(paper, name, lambda i: words.locale.weekdays_short[i])
        if chosen := self.month.chosen:
            paper.text(words.date(chosen, "year"), 20, 640, 632, INK_2, SEMI_BOLD, width=320)

    def press(self, name: str) -> Next | None:
        if name == "back":
            return routes.Back(self.below)
        day = None if name == "unknown" else self.month.press(name)
        if day or name == "unknown":
            self._asks.take_day(self._what, day)
            return routes.Back(self.below)
        self.changed()
        return None
