"""What the calendar draws as planned or done is what the sentence beside it counts, over random lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from game.core.content import Slot, Weekday
from game.core.days import days_between, monday, plus
from game.core.events import DaysPlanned, Effort, Grade, Paused, PauseReason, ToldLater
from game.core.history.history import Child
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.doctor import doctors_report
from game.core.reports.period import days_of, period_report
from game.core.reports.progress import days_shown, weeks_shown
from game.core.reports.records import DayRow, SlotShare
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import begun
from game.ui.chart.charts import DaySign, half_sign, is_walk
from tests.core.reports.test_period import DAYS, random_life
from tests.diary import START, both, case, catalogue, every_day, lived

OF_A_COUNTED_DAY = {DaySign.NONE, DaySign.PART, DaySign.MOST, DaySign.ALL}


def signs(row: DayRow, today: date) -> set[DaySign]:
    if row.is_paused and not row.is_active:
        return {DaySign.PAUSED}
    found = {
        half_sign(row, slot, share, is_today=row.day == today) for slot, share in zip(Slot, (row.morning, row.evening))
    }
    return found | ({DaySign.WALK} if is_walk(row) else set())


def compared(child: Child, today: date, first: date, last: date) -> None:
    rows = days_shown(catalogue(), child, first, last, today)
    drawn = [row for row in rows if signs(row, today) & {*OF_A_COUNTED_DAY, DaySign.WALK}]
    figures = period_report(catalogue(), child, *within(child, today, first, last), today)
    assert [row.day for row in drawn] == [row.day for row in rows if row.is_counted]
    assert len(drawn) == figures.days
    assert figures.days == doctors_report(catalogue(), child, first, last, today).days


def within(child: Child, today: date, first: date, last: date) -> tuple[date, date]:
    return days_of(catalogue(), child, Period(PeriodKind.DAYS, first, last), today)


def planned_lives() -> Iterator[tuple[SimulatedChild, Random]]:
    """Random lives whose families plan days of their own from some day on, and pause."""
    for seed in range(8):
        chance = Random(seed)
        robin, _ = random_life(seed)
        for _ in range(chance.randrange(3)):
            day = plus(START, chance.randrange(DAYS))
            last = robin.events[-1].day
            weekdays = tuple(d for d in Weekday if chance.random() < 0.6) or (Weekday.MONDAY,)
            slots = tuple(s for s in Slot if chance.random() < 0.7) or (Slot.MORNING,)
            robin.record(max(day, last), 12, DaysPlanned(weekdays, slots))
        if chance.random() < 0.5:
            day = plus(START, chance.randrange(DAYS - 9))
            pause = Paused(PauseReason.AWAY, day, plus(day, chance.randrange(8)))
            robin.record(robin.events[-1].day, 12, pause)
        yield robin, chance


def test_a_day_is_drawn_as_planned_or_done_where_it_is_counted_and_nowhere_else() -> None:
    for robin, chance in planned_lives():
        for _ in range(6):
            today = plus(START, chance.randrange(-3, DAYS + 5))
            first = plus(today, -chance.randrange(DAYS))
            compared(robin.child, today, first, plus(first, chance.randrange(60)))


@pytest.mark.parametrize("n", range(4))
def test_before_the_first_day_of_play_nothing_is_planned_and_it_is_drawn_so(n: int) -> None:
    """The profile was made four days before anybody played."""
    robin = lived(both([4]), 9).robin
    today = plus(START, 6)
    row, *_ = days_shown(catalogue(), robin.child, plus(START, n), today, today)
    assert signs(row, today) == {DaySign.BEFORE} and not row.is_counted
    compared(robin.child, today, plus(START, -20), today)


def test_the_first_day_itself_and_a_day_missed_after_it_count() -> None:
    robin, today = lived(both([4]), 9).robin, plus(START, 6)
    rows = days_shown(catalogue(), robin.child, plus(START, 4), today, today)
    assert [signs(row, today) for row in rows] == [{DaySign.ALL}, {DaySign.NONE}, {DaySign.OPEN}]
    assert [row.is_counted for row in rows] == [True, True, False]


def test_nothing_of_today_is_missed_before_it_is_over() -> None:
    robin = lived(every_day(range(3)), 3).robin
    (row,) = days_shown(catalogue(), robin.child, plus(START, 3), plus(START, 3), plus(START, 3))
    assert (row.morning, row.evening) == (SlotShare.NOTHING, SlotShare.NOTHING)
    assert signs(row, plus(START, 3)) == {DaySign.OPEN}


def test_a_day_before_the_profile_and_a_day_to_come_are_told_apart() -> None:
    robin = begun(catalogue(), case())
    rows = days_shown(catalogue(), robin.child, plus(START, -8), plus(START, 2), START)
    assert [(row.is_before, row.is_future) for row in rows] == [(True, False)] * 8 + [(False, False)] + [
        (False, True)
    ] * 2


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind is not PeriodKind.DAYS])
def test_every_period_begins_at_the_earliest_with_the_first_day_of_play(kind: PeriodKind) -> None:
    robin = lived(both(range(4, 9)), 12).robin
    first, last = days_of(catalogue(), robin.child, Period(kind), plus(START, 10))
    assert (first, last) == (plus(START, 4), plus(START, 10))
    assert days_between(first, last) == 6


def test_a_period_begins_with_what_was_told_for_the_record_where_that_was_before_the_first_play() -> None:
    robin = lived(both(range(6, 9)), 12).robin
    told = ToldLater(plus(START, 2), Slot.MORNING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, 2)
    robin.record(plus(START, 9), 9, told)
    first, last = days_of(catalogue(), robin.child, Period(PeriodKind.ALL), plus(START, 10))
    report = doctors_report(catalogue(), robin.child, first, last, plus(START, 10))
    assert first == plus(START, 2) and [hurt.score for hurt in report.hurts] == [2]


def test_the_days_of_the_calendar_are_the_figures_its_sentence_says() -> None:
    for robin, chance in planned_lives():
        today = plus(START, chance.randrange(1, DAYS))
        monday_ = monday(plus(today, -7 * chance.randrange(9)))
        weeks = weeks_shown(catalogue(), robin.child, monday_, today, today)
        figures = period_report(catalogue(), robin.child, monday_, plus(monday_, 7 * len(weeks) - 1), today)
        days = [day for week in weeks for day in week.days]
        assert figures.days == sum(day.is_counted for day in days)
        assert figures.practice_days == sum(day.is_active for day in days)
        lived = [day for day in days if not day.is_future]  # of a day to come it may be known that it is paused
        assert figures.paused_days == sum(day.is_paused and not day.is_before for day in lived)
