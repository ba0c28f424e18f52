"""What a family did in any period: the same figures for four weeks and for ten years, on every page and paper.

The report for a doctor takes its figures from here, so that no two of them can differ.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from game.core.content import Catalogue
from game.core.days import days_between, monday, plus
from game.core.events import FunctionHurt, FunctionMeasured
from game.core.history.history import Child
from game.core.history.plays import first_tried, rare_facts
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.day_entries import SUNDAY, DayEntry, planned_and_done
from game.core.reports.ledger import entries
from game.core.reports.sessions import SessionCount, in_weeks, is_asked_on, is_day_counted, is_lived, totals
from game.core.rules.dose import longer_rest
from game.core.rules.journey import Journey, journey
from game.core.rules.state import ChildState
from game.frozen import dataclass

FOUR_WEEKS, QUARTER, YEAR = 28, 91, 365  # days
MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 31, 183, 1100  # days of a period that is drawn by days, by weeks, by months


class BarKind(StrEnum):
    """How many days stand together."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days in a row: the seconds planned and done. `is_paused`: nothing could be played on any of them."""

    first: date
    last: date
    planned_s: int
    done_s: int
    is_paused: bool


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """The game days `first` to `last`, both included. Sessions are mornings and evenings, after graduation days.
    `practice_days` of `days` (those that could be played, and were meant to be) had something tried, told of or not
    yet: the days on the trail, as a child's map and the sessions count them."""

    first: date
    last: date
    planned: int
    done: int
    practice_days: int
    days: int
    paused_days: int
    planned_s: int
    done_s: int
    weeks: tuple[SessionCount, ...]
    kind: BarKind
    bars: tuple[Bar, ...]

    @property
    def percent(self) -> int | None:
        """Done of planned; None where nothing was planned."""
        return round(100 * self.done / self.planned) if self.planned else None


def days_of(catalogue: Catalogue, child: Child, period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of a period, none of them before the start or after today."""
    way = journey(catalogue, child, today)
    state = way.now(today)
    match period.kind:
        case PeriodKind.WEEKS:
            first, last = plus(today, -FOUR_WEEKS), today
        case PeriodKind.MONTHS:
            first, last = plus(today, -QUARTER), today
        case PeriodKind.YEAR:
            first, last = plus(today, -YEAR), today
        case PeriodKind.JOURNEY:
            first, last = state.first_active or today, state.graduated_on or today
        case PeriodKind.ALL:
            first, last = date.min, today
        case PeriodKind.DAYS:
            first, last = period.first, period.last
    return within(way, first, last)


def within(way: Journey, first: date, last: date) -> tuple[date, date]:
    """As many of these days as there are since the start; at least one."""
    last = min(last, way.today)
    return min(max(first, _start(way)), last), last


def _start(way: Journey) -> date:
    """The first day of play, or one before it of which something waits, was measured or stands in the records; today
    where there is none."""
    told = [row.told.on for row in way.child.later if row.day <= way.today]
    told += [e.fact.on for e in rare_facts(way.child) if isinstance(e.fact, (FunctionHurt, FunctionMeasured))]
    if tried := first_tried(way.child):
        told.append(tried)
    return max(min((*told, way.today)), min(way.first, way.today))


def period_report(
    catalogue: Catalogue, child: Child, first: date, last: date, today: date, rest: int | None = None
) -> PeriodReport:
    """The figures of `first` to `last`, as seen on the game day `today`. Minutes count `rest` seconds between two sets,
    where the family rests longer than the plan."""
    return report_of(journey(catalogue, child, today), first, last, rest)


def report_of(way: Journey, first: date, last: date, rest: int | None = None) -> PeriodReport:
    """The same of a child's way; the days are there."""
    state, found = way.now(way.today), entries(way, first, last)
    begun = state.first_active or way.today  # the first day of play is not known before it is over
    lived = [entry for entry in found if is_lived(state, entry, way.today)]
    weeks = in_weeks(way, state, [entry for entry in found if entry.day >= begun])
    planned, done = totals(weeks)
    kind = bar_kind(days_between(first, last) + 1)
    bars = tuple(_bars(way, state, found, kind, rest))
    return PeriodReport(
        first,
        last,
        planned,
        done,
        practice_days=sum(week.practice_days for week in weeks),
        days=sum(is_day_counted(state, entry, way.today) for entry in lived),
        paused_days=sum(entry.is_paused for entry in lived),
        planned_s=sum(bar.planned_s for bar in bars),
        done_s=sum(bar.done_s for bar in bars),
        weeks=weeks,
        kind=kind,
        bars=bars,
    )


def bar_kind(days: int) -> BarKind:
    """How many of so many days stand together."""
    if days <= MOST_DAYS:
        return BarKind.DAY
    if days <= MOST_WEEKS:
        return BarKind.WEEK
    return BarKind.MONTH if days <= MOST_MONTHS else BarKind.QUARTER


def _bars(way: Journey, state: ChildState, found: Sequence[DayEntry], kind: BarKind, rest: int | None) -> Iterator[Bar]:
    more, at = longer_rest(way.catalogue.rules, rest), 0
    while at < len(found):
        first, until, end = found[at].day, bar_ends(found[at].day, kind), at
        planned = done = 0
        is_paused = True
        while end < len(found) and found[end].day <= until:
            entry, end = found[end], end + 1
            more_planned, more_done = planned_and_done(entry, more, is_asked=is_asked_on(state, entry.day, way.today))
            planned, done, is_paused = planned + more_planned, done + more_done, is_paused and entry.is_paused
        yield Bar(first, found[end - 1].day, planned, done, is_paused)
        at = end


def bar_ends(day: date, kind: BarKind) -> date:
    """The last day of what stands together with that day."""
    match kind:
        case BarKind.DAY:
            return day
        case BarKind.WEEK:
            return plus(monday(day), SUNDAY)
        case BarKind.MONTH:
            return plus(day, monthrange(day.year, day.month)[1] - day.day)
        case BarKind.QUARTER:
            last = (day.month + 2) // 3 * 3
            return date(day.year, last, monthrange(day.year, last)[1])
