"""Which days the figures are of: a card over the page with the usual periods, and two days to choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.period import days_of
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.progress.period_words import from_to
from game.scenes.routes import Next
from game.scenes.screen.date_picker import DayScreen
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CARD = Box(330, 90, 844, 560)
USUAL = (PeriodKind.WEEKS, PeriodKind.MONTHS, PeriodKind.JOURNEY, PeriodKind.YEAR, PeriodKind.ALL)
OWN = Box(CARD.x + 36, CARD.y + 376, 772, 150)


class PeriodPage(DayScreen, Overlay):
    """Tells the period chosen to the context; the page below counts anew as it comes again."""

    name = "period"

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page)
        self.page = page
        assert page.child
        self.days = {kind: days_of(self.ctx.catalogue, page.child, Period(kind), self.ctx.today) for kind in USUAL}
        now = self.ctx.period
        self.first, self.last = (
            (now.first, now.last) if now.kind is PeriodKind.DAYS else self.days.get(now.kind, self.days[USUAL[0]])
        )
        self.chosen = now.kind  # as marked; days that are picked are marked before they are shown
        self.message = ""

    # ---------------------------------------------------------------- widgets
    def build(self) -> tuple[Widget, ...]:
        words, chosen = self.ctx.texts, self.chosen
        usual = tuple(
            Widget(f"period-{kind.value}", self._box(i), Hotspot(20), is_adult=True, is_chosen=kind is chosen)
            for i, kind in enumerate(USUAL)
        )
        back = button(
            "back", Box(CARD.right - 164, CARD.y + 20, 140, 52), words("screen_back"), glyph="back", size=20,
            command=Command.BACK,
        )  # fmt: skip
        at = OWN.y + 54
        return (
            *usual,
            button("first", Box(OWN.x + 20, at, 240, 56), self._said("period_from", self.first), glyph="plan", size=18),
            button("last", Box(OWN.x + 272, at, 240, 56), self._said("period_to", self.last), glyph="plan", size=18),
            button("period-days", Box(OWN.right - 248, at, 228, 56), words("period_show"), "primary", size=20),
            back,
        )

    def _said(self, key: str, day: date) -> str:
        return self.ctx.texts(key, date=self.ctx.texts.date(day, "year"))

    def _box(self, i: int) -> Box:
        return Box(CARD.x + 36 + i % 2 * 392, CARD.y + 96 + i // 2 * 90, 380, 78)

    def first_focus(self, names: list[str]) -> str | None:
        here = f"period-{self.chosen.value}"
        return here if here in names else names[0]

    # ---------------------------------------------------------------- painting
    def paint_still(self, paper: Paper) -> None:
        words, chosen = self.ctx.texts, self.chosen
        paint_below(paper, self.page)
        paper.panel(CARD)
        paper.text(words("period_title"), 30, CARD.x + 36, CARD.y + 48, align="l", width=600)
        for i, kind in enumerate(USUAL):
            box = self._box(i)
            paper.panel(box, *theme.BUTTONS["plain"][:2], 20, lip_depth=4, blur=5, alpha=30)
            paper.text(words(f"period_{kind.value}"), 22, box.x + 24, box.y + 27, align="l", width=box.w - 48)
            line = from_to(words, *self.days[kind])
            paper.text(line, 17, box.x + 24, box.y + 54, INK_2, SEMI_BOLD, "l", box.w - 48)
            if kind is chosen:
                paper.chosen_box(box, 20)
        paper.panel(OWN, "#FAF5EA", "#EEE5D3", 20, lip_depth=3, blur=4, alpha=20)
        line, colour = (self.message, WARN) if self.message else (words("period_days"), INK)
        paper.text(line, 20, OWN.x + 20, OWN.y + 28, colour, align="l", width=OWN.w - 40)
        if chosen is PeriodKind.DAYS:
            paper.chosen_box(OWN, 20)

    # ---------------------------------------------------------------- presses
    def press(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        match what:
            case "first" | "last":
                title = self.ctx.texts(f"period_{what}")
                return routes.PickDate(self, what, title, self.first if what == "first" else self.last, None)
            case "period" if value == PeriodKind.DAYS and self.first > self.last:
                self.message = self.ctx.texts("period_turned")
                self.changed()
                return None
            case "period":
                self.ctx.period = Period(PeriodKind(value))
                if value == PeriodKind.DAYS:
                    self.ctx.period = replace(self.ctx.period, first=self.first, last=self.last)
        return routes.Back(self.page)

    def take_day(self, what: str, day: date | None) -> None:
        """The first or the last day, as pressed in the calendar; nothing is counted of days to come."""
        if day is None:
            return
        day = min(day, self.ctx.today)
        self.message, self.chosen, self.focused = "", PeriodKind.DAYS, f"period-{PeriodKind.DAYS.value}"
        if what == "first":
            self.first = day
        else:
            self.last = day
