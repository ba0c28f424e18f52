"""What the progress page turns over sheet by sheet: weeks of the calendar, weeks of the journey, exercises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from game.core.content import Slot
from game.core.days import days_between, monday, plus
from game.core.reports.journey_weeks import JourneyWeek, journey_weeks, weeks_of_play
from game.core.reports.period import PeriodReport
from game.core.reports.progress import ExerciseProgress, ProgressReport, WeekRow, exercise_progress, weeks_shown
from game.core.session.story import played_days
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.progress.progress_cards import JOURNEY_WEEKS, LIST_ROWS, WEEKS
from game.scenes.routes import Next
from game.ui.controls import Input, Press

BETWEEN = 3  # design units about the middle of a day's cell: neither half


class ProgressSheets(GrownUpsPage):
    """The part of the page that knows its sheets. `tab` is which of its rows is shown, `back` counts sheets turned
    back; `begun` is the Monday of the first week there is, `exercises_shown` all the list has. The calendar has the
    days of `figures_of`, the period that was chosen, and where that ends today the rest of the week to come."""

    tab: str
    back: int
    report: ProgressReport | None
    figures_of: PeriodReport | None
    begun: date
    exercises_shown: tuple[str, ...]
    half: Slot | None = None  # of the day that is being pressed
    _figures: dict[str, ExerciseProgress]

    def forget_figures(self) -> None:
        """They are counted anew when they are shown."""
        self._figures = {}

    def sheets(self) -> int:
        if self.tab == "feet":
            return 1
        if self.tab == "journey":
            return -(-self._journey_weeks() // JOURNEY_WEEKS)
        if self.tab == "days":
            first, last = self._mondays()
            return -(-(days_between(first, last) // 7 + 1) // WEEKS)
        return -(-len(self.exercises()) // (2 * LIST_ROWS))

    def weeks(self) -> Sequence[WeekRow]:
        """The weeks of the period on this sheet, the latest or earlier ones, each with the days it has of it."""
        if not self.report or not self.figures_of or not self.child:
            return ()
        begin, end = self._mondays()
        last = plus(end, -7 * WEEKS * self.back)
        first, today = max(begin, plus(last, -7 * (WEEKS - 1))), self.ctx.today
        found: Sequence[WeekRow] = self.report.weeks
        if first < found[0].monday:
            rest = self.ctx.settings.rest_seconds
            found = weeks_shown(self.ctx.catalogue, self.child, first, last, today, rest)
        since, until = self.figures_of.first, self.figures_of.last
        until = date.max if until == today else until
        return tuple(
            replace(week, days=tuple(day for day in week.days if since <= day.day <= until))
            for week in found
            if first <= week.monday <= last
        )

    def _mondays(self) -> tuple[date, date]:
        """Those of the first and the last week of the calendar."""
        assert self.figures_of
        last = monday(self.figures_of.last)
        return min(max(self.begun, monday(self.figures_of.first)), last), last

    def _journey_weeks(self) -> int:
        return weeks_of_play(self.ctx.catalogue, self.child, self.ctx.today) if self.child else 0

    def journey(self) -> tuple[JourneyWeek, ...]:
        """The weeks of the journey on this sheet."""
        if not self.child:
            return ()
        first = (self.sheets() - 1 - self.back) * JOURNEY_WEEKS + 1
        played, chapters = played_days(self.child), len(self.ctx.art.library.story())
        numbers = range(first, first + JOURNEY_WEEKS)
        return journey_weeks(self.ctx.catalogue, self.child, played, chapters, numbers, self.ctx.today)

    def exercises(self) -> tuple[str, ...]:
        """All the list has."""
        return self.exercises_shown

    def figures(self, exercise: str) -> ExerciseProgress:
        """One exercise of the list, folded when its sheet is first shown."""
        assert self.child
        if exercise not in self._figures:
            day = self.ctx.today  # how it went, and when, is on the exercise's own page
            self._figures[exercise] = exercise_progress(self.ctx.catalogue, self.child, exercise, day, day)
        return self._figures[exercise]

    def listed(self) -> tuple[str, ...]:
        """The exercises on this sheet of the list."""
        first = (self.sheets() - 1 - self.back) * 2 * LIST_ROWS
        return self.exercises()[first : first + 2 * LIST_ROWS]

    def chapter_titles(self) -> dict[int, str]:
        """The chapters by number."""
        return {c.n: self.ctx.spoken(f"story_{c.n:02}_title") for c in self.ctx.art.library.story()}

    # ---------------------------------------------------------------- a day's halves
    def handle(self, event: Input) -> Next | None:
        self.half = self._half_pressed(event) if isinstance(event, Press) else None
        return super().handle(event)

    def _half_pressed(self, event: Press) -> Slot | None:
        """Morning or evening, where a day was pressed in its upper or its lower half; None for anything else."""
        x, y = self.ctx.pictures.view.design(event.x, event.y)
        day = next((w for w in self.widgets if w.name.startswith("day-") and w.holds(x, y)), None)
        middle = day.box.centre[1] if day else y
        if abs(y - middle) < BETWEEN:
            return None
        return Slot.MORNING if y < middle else Slot.EVENING
