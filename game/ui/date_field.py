"""A month to choose a day from: every day a button, so that arrows, a pad, a mouse and a finger all do."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from game.ui.paper import Paper
from game.ui.text_field import paint_frame
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CELL_W, CELL_H, GAP = 76, 52, 8
FIRST_YEAR, LAST_YEAR = 1990, 2199


def moved(month: date, months: int) -> date:
    """The first day of the month so many months on; stays between 1990 and 2199.

    >>> moved(date(2026, 12, 1), 1)
    datetime.date(2027, 1, 1)
    """
    count = month.year * 12 + month.month - 1 + months
    count = max(FIRST_YEAR * 12, min(LAST_YEAR * 12 + 11, count))
    return date(count // 12, count % 12 + 1, 1)


def days_of(month: date) -> tuple[date, ...]:
    """Every day of the month."""
    return tuple(month.replace(day=d) for d in range(1, monthrange(month.year, month.month)[1] + 1))


class MonthField:
    """The page of a calendar with its top left corner at (x, y); its weeks begin with `first_weekday`, 0 for Monday.
    Days before `earliest` and after `latest` are pale and no buttons."""

    def __init__(
        self, x: float, y: float, shown: date, chosen: date | None, today: date, first_weekday: int = 0,
        earliest: date | None = None, latest: date | None = None,
    ) -> None:  # fmt: skip
        self.earliest, self.latest = earliest or date.min, latest or date.max
        self.x, self.y, self.chosen, self.today, self.first_weekday = x, y, chosen, today, first_weekday
        self.month = shown.replace(day=1)

    @property
    def width(self) -> float:
        return 7 * CELL_W + 6 * GAP

    def box(self, day: date) -> Box:
        """Where a day of the shown month stands."""
        first = (self.month.weekday() - self.first_weekday) % 7
        row, column = divmod(first + day.day - 1, 7)
        return Box(self.x + column * (CELL_W + GAP), self.y + 112 + row * (CELL_H + GAP), CELL_W, CELL_H)

    def widgets(self) -> tuple[Widget, ...]:
        """Year and month buttons, then the days."""
        x, y, right = self.x, self.y, self.x + self.width
        steps = (
            button("year-back", Box(x, y, 88, 52), str(self.month.year - 1), size=20),
            button("month-back", Box(x + 100, y, 56, 52), "", glyph="back"),
            button("month-on", Box(right - 156, y, 56, 52), "", glyph="next"),
            button("year-on", Box(right - 88, y, 88, 52), str(self.month.year + 1), size=20),
        )
        days = (d for d in days_of(self.month) if self._may_be(d))
        return (*steps, *(Widget(name_of(d), self.box(d), Hotspot(16), is_adult=True) for d in days))

    def _may_be(self, day: date) -> bool:
        return self.earliest <= day <= self.latest

    def press(self, name: str) -> date | None:
        """Turns the page, or the day that was pressed."""
        months = {"year-back": -12, "month-back": -1, "month-on": 1, "year-on": 12}
        if name in months:
            self.month = moved(self.month, months[name])
            return None
        return next((d for d in days_of(self.month) if name_of(d) == name), None)

    def paint(self, paper: Paper, title: str, weekday: Callable[[int], str]) -> None:
        """The month's name, the days' names, the days; today has a frame, the chosen day is dark, what may not
        be chosen is a number alone."""
        middle = self.x + self.width / 2
        paper.text(title, 26, middle, self.y + 26, width=self.width - 330)
        for i in range(7):
            x = self.x + i * (CELL_W + GAP) + CELL_W / 2
            paper.text(weekday((self.first_weekday + i) % 7), 18, x, self.y + 86, INK_2, SEMI_BOLD, width=CELL_W)
        for day in days_of(self.month):
            self._day(paper, day)

    def _day(self, paper: Paper, day: date) -> None:
        box, is_chosen = self.box(day), day == self.chosen
        fill, lip = ("#43304A", "#2E1F33") if is_chosen else ("#F3EADA", "#DDCFB4")
        if not self._may_be(day):
            paper.text(str(day.day), 22, *box.centre, INK_2, SEMI_BOLD)
            return
        if day == self.today and not is_chosen:
            paint_frame(paper, box, 16)
        else:
            paper.panel(box, fill, lip, 16, lip_depth=3, blur=4, alpha=20)
        paper.text(str(day.day), 22, *box.centre, (255, 246, 230) if is_chosen else INK, EXTRA_BOLD)


def name_of(day: date) -> str:
    """The name of a day's widget."""
    return f"day-{day.isoformat()}"
