"""Sessions planned and done, by week."""

from __future__ import annotations

import pytest

from game.core.days import plus
from game.core.reports.progress import progress
from game.core.reports.sessions import sessions_by_week, totals
from game.core.rules.journey import journey
from game.core.simulate.simulation import FAMILIES, begun
from tests.diary import START, both, case, catalogue, every_day, lived, of_family


@pytest.mark.parametrize("family", FAMILIES)
def test_the_weeks_of_four_weeks_add_up_to_what_progress_says(family: str) -> None:
    robin = of_family(family, 90).robin
    for n in (0, 10, 27, 28, 33, 60, 86, 90):
        day = plus(START, n)
        shown = progress(catalogue(), robin.child, day)
        weeks = sessions_by_week(journey(catalogue(), robin.child, day), plus(day, -28), day)
        assert totals(weeks) == (shown.planned_sessions, shown.done_sessions)
        assert all(week.done <= week.planned for week in weeks)


def test_there_is_no_week_before_the_first_play() -> None:
    way = journey(catalogue(), begun(catalogue(), case()).child, START)
    assert totals(sessions_by_week(way, plus(START, -28), plus(START, -1))) == (0, 0)


def test_a_period_cuts_its_first_and_its_last_week() -> None:
    way = journey(catalogue(), lived(both(range(21)), 22).robin.child, plus(START, 21))
    weeks = sessions_by_week(way, plus(START, 2), plus(START, 15))
    assert [(week.monday, week.planned, week.done) for week in weeks] == [
        (START, 10, 10), (plus(START, 7), 14, 14), (plus(START, 14), 4, 4),
    ]  # fmt: skip


def test_a_day_that_is_not_over_plans_what_was_played_of_it() -> None:
    robin = lived(both(range(3)) + "+3 morning bear_walk finished well right", 4).robin
    (week,) = sessions_by_week(journey(catalogue(), robin.child, plus(START, 3)), START, plus(START, 6))
    assert (week.planned, week.done, week.practice_days) == (7, 7, 4)


def test_a_paused_day_plans_nothing_and_is_counted_as_one() -> None:
    robin = lived(both(range(2)) + "+2 pause ill until +4\n" + both([5]), 8).robin
    (week, _) = sessions_by_week(journey(catalogue(), robin.child, plus(START, 7)), START, plus(START, 7))
    assert (week.planned, week.done, week.paused_days) == (8, 6, 3)


def test_after_graduation_a_week_asks_for_two_days_however_many_were_played() -> None:
    text = both(range(84)) + every_day([85, 86, 88, 92])
    way = journey(catalogue(), lived(text, 99).robin.child, plus(START, 98))
    weeks = sessions_by_week(way, plus(START, 85), plus(START, 97))
    assert [(week.planned, week.done, week.practice_days) for week in weeks] == [(2, 2, 3), (2, 1, 1)]
