"""Pauses told, and what one more would change, before it is written."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from game.core.days import plus
from game.core.events import Paused, PauseReason, Resumed, Retracted, SurgeryPlanned
from game.core.quest import Reason
from game.core.reports.doctor import doctors_report
from game.core.reports.pauses import PauseEffect, StillDay, WeekStanding, pause_effect, pauses_told, why_paused
from game.core.reports.plan import plan, why_cell
from game.core.reports.progress import progress
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, both, catalogue, every_day, lived

ZONE = timezone(timedelta(hours=1))
ILL, AWAY = PauseReason.ILL, PauseReason.AWAY
GONE = [n for n in range(26) if not 12 <= n <= 16]  # a Saturday to a Wednesday without play


def effect(robin: SimulatedChild, first: int, last: int, seen: int) -> PauseEffect:
    now = datetime(2026, 1, 5, 20, tzinfo=ZONE) + timedelta(days=seen)
    return pause_effect(catalogue(), robin.child, ILL, plus(START, first), plus(START, last), now)


def test_a_pause_told_afterwards_shows_what_it_changes_and_then_changes_just_that() -> None:
    robin = lived(every_day(GONE), 26).robin
    found = effect(robin, 12, 16, 26)
    assert (found.days, found.played, found.idle) == (5, 0, 5)
    assert found.before == progress(catalogue(), robin.child, plus(START, 26), since=plus(START, 12))
    assert found.after.habit > found.before.habit
    assert found.after.planned_sessions < found.before.planned_sessions
    assert not found.changes_nothing
    robin.record(plus(START, 26), 21, Paused(ILL, plus(START, 12), plus(START, 16)))
    assert progress(catalogue(), robin.child, plus(START, 26), since=plus(START, 12)) == found.after


def test_what_was_played_inside_a_pause_stays_planned_in_minutes_as_in_sessions() -> None:
    robin = lived(both([0, 1, 3, 4]) + every_day([2]), 5).robin
    first, today = plus(START, 2), plus(START, 5)
    before = doctors_report(catalogue(), robin.child, START, today, today)
    robin.record(today, 21, Paused(ILL, first, plus(START, 4)))
    after = doctors_report(catalogue(), robin.child, START, today, today)
    assert (before.planned, after.planned, after.done) == (10, 9, 9)
    paused = after.day_rows[2:5]
    assert after.done_s == before.done_s and [row.planned_s for row in paused] == [row.done_s for row in paused]
    assert after.planned_s == after.done_s


@pytest.mark.parametrize("later", [0, 1, 3])
def test_a_pause_never_ends_before_it_begins_and_one_ended_on_its_first_day_is_gone(later: int) -> None:
    robin = lived(every_day(range(5)), 5).robin
    first, ended = plus(START, 6), plus(START, 6 + later)
    robin.record(first, 9, Paused(AWAY, first, plus(first, 6)))
    robin.record(ended, 12, Resumed())
    found = [(row.pause.first, row.pause.last) for row in pauses_told(catalogue(), robin.child, ended)]
    assert found == ([(first, plus(ended, -1))] if later else [])


@pytest.mark.parametrize("first", [8, 15, 22, 29])
def test_doses_that_a_pause_told_afterwards_makes_others_are_named_before_and_become_just_those(first: int) -> None:
    """Nothing grows on a paused morning, so that what was played all the same grows later."""
    robin, today = lived(both(range(40)), 40).robin, plus(START, 40)
    told = effect(robin, first, first + 5, 40).doses
    before = journey(catalogue(), robin.child, today).now(today).tracks
    robin.record(today, 21, Paused(ILL, plus(START, first), plus(START, first + 5)))
    after = journey(catalogue(), robin.child, today).now(today).tracks
    assert told, "the pause changes no dose: choose another"
    others = {e for e in {*before, *after} if e not in before or e not in after or before[e].dose != after[e].dose}
    assert {shift.exercise for shift in told} == others
    for shift in told:
        assert shift.before == (before[shift.exercise].dose if shift.exercise in before else None)
        assert shift.after == (after[shift.exercise].dose if shift.exercise in after else None)


def test_looking_at_it_writes_nothing() -> None:
    robin = lived(every_day(GONE), 26).robin
    before = progress(catalogue(), robin.child, plus(START, 26))
    effect(robin, 12, 16, 26)
    assert progress(catalogue(), robin.child, plus(START, 26)) == before and not pauses_told(
        catalogue(), robin.child, plus(START, 26)
    )


def test_a_week_that_did_not_bloom_is_set_aside_by_it_and_one_that_did_stays() -> None:
    robin = lived(every_day([n for n in range(26) if not 7 <= n <= 10]), 26).robin
    (week,) = effect(robin, 7, 10, 26).weeks
    assert (week.monday, week.before, week.after) == (plus(START, 7), WeekStanding.PLAIN, WeekStanding.ASIDE)
    whole = lived(every_day(GONE), 26).robin
    weeks = effect(whole, 12, 16, 26).weeks
    assert [(w.monday, w.before, w.after) for w in weeks] == [
        (plus(START, 7), WeekStanding.BLOOM, WeekStanding.BLOOM),
        (plus(START, 14), WeekStanding.BLOOM, WeekStanding.BLOOM),
    ]


def test_of_the_weeks_it_touches_none_is_left_out_and_none_comes_in() -> None:
    robin = lived(every_day(range(30)), 30).robin
    for first, last, weeks in ((6, 6, [0]), (7, 14, [7, 14]), (6, 21, [0, 7, 14, 21]), (8, 13, [7])):
        found = effect(robin, first, last, 30)
        assert [week.monday for week in found.weeks] == [plus(START, n) for n in weeks], (first, last)


def test_a_day_with_play_inside_it_stays_one() -> None:
    robin = lived(every_day(range(20)), 20).robin
    found = effect(robin, 10, 14, 20)
    assert (found.played, found.after.active_days, found.idle) == (5, found.before.active_days, 0)


@pytest.mark.parametrize(("first", "last", "seen", "idle"), [(26, 29, 26, 4), (28, 29, 26, 4), (26, 26, 40, 14)])
def test_a_stretch_without_play_reaches_to_the_pauses_end_or_to_yesterday(
    first: int, last: int, seen: int, idle: int
) -> None:
    robin = lived(every_day(range(26)), 26).robin
    assert effect(robin, first, last, seen).idle == idle


@pytest.mark.parametrize(("first", "last", "idle"), [(5, 8, 0), (4, 8, 4), (5, 9, 5), (1, 1, 4), (4, 4, 4), (9, 9, 5)])
def test_only_a_stretch_with_a_day_of_the_pause_in_it_is_counted(first: int, last: int, idle: int) -> None:
    """Play on day 0, on days 5 to 8 and on day 14."""
    robin = lived(every_day([0, 5, 6, 7, 8, 14]), 15).robin
    assert effect(robin, first, last, 15).idle == idle


def test_before_the_first_play_there_is_no_stretch_without_it() -> None:
    assert effect(lived("", 3).robin, 0, 2, 3).idle == 0


def test_a_pause_ahead_changes_no_figure_of_today() -> None:
    robin = lived(every_day(range(20)), 20).robin
    found = effect(robin, 25, 35, 20)
    assert found.changes_nothing and found.days == 11 and found.weeks == ()


def test_why_no_figure_changes_is_told_of_each_kind_of_day() -> None:
    """Play on days 9 and 12 of the second week, a pause on day 10."""
    robin = lived(every_day([9, 12]), 13).robin
    robin.record(plus(START, 12), 21, Paused(ILL, plus(START, 10), plus(START, 10)))
    before = effect(robin, 1, 3, 13)
    assert before.changes_nothing and before.still == ((StillDay.BEFORE, 3),)
    done = effect(robin, 9, 10, 13)
    assert done.still == ((StillDay.PLAYED, 1), (StillDay.PAUSED, 1))
    assert effect(robin, 8, 15, 13).still == (
        (StillDay.BEFORE, 1), (StillDay.PLAYED, 2), (StillDay.PAUSED, 1), (StillDay.TODAY, 1), (StillDay.AHEAD, 2),
        (StillDay.OTHER, 1),
    )  # fmt: skip
    assert effect(lived("", 3).robin, 0, 2, 2).still == ((StillDay.BEFORE, 2), (StillDay.TODAY, 1))


def test_pauses_told_are_listed_as_they_stand_the_latest_first_and_without_those_taken_back() -> None:
    robin = lived(every_day(range(20)), 20).robin
    robin.record(plus(START, 20), 8, Paused(ILL, plus(START, 3), plus(START, 4)))
    robin.record(plus(START, 20), 9, Paused(AWAY, plus(START, 20), plus(START, 30)))
    robin.record(plus(START, 22), 9, Resumed())
    rows = pauses_told(catalogue(), robin.child, plus(START, 25))
    assert [(r.pause.reason, r.pause.first, r.pause.last) for r in rows] == [
        (AWAY, plus(START, 20), plus(START, 21)), (ILL, plus(START, 3), plus(START, 4)),
    ]  # fmt: skip
    robin.record(plus(START, 25), 9, Retracted(rows[0].event))
    assert [r.pause.reason for r in pauses_told(catalogue(), robin.child, plus(START, 25))] == [ILL]


def test_a_pause_that_runs_is_the_next_thing_said_and_its_days_to_come_are_shown_paused() -> None:
    robin, today = lived(both(range(10)), 10).robin, plus(START, 10)
    robin.record(today, 9, Paused(ILL, today, plus(today, 2)))
    report = progress(catalogue(), robin.child, today)
    assert report.next_step.key == "reason_paused"
    assert (report.paused_since, report.paused_until) == (today, plus(today, 2))
    assert dict(report.next_step.values) == {"date": str(today), "until": str(plus(today, 2)), "why": "ill"}
    ahead = [row for row in report.weeks[-1].days if row.is_future]
    assert [row.is_paused for row in ahead] == [row.day <= plus(today, 2) for row in ahead]
    assert any(row.is_paused for row in ahead)


def test_an_operation_told_of_is_the_next_thing_said_from_that_day_on_and_of_the_running_week_of_the_plan() -> None:
    """What was played in the morning of the day it was told on changes nothing of that."""
    robin, today = lived(every_day(range(9)), 9).robin, plus(START, 8)
    robin.record(today, 20, SurgeryPlanned(plus(today, 15), plus(today, 40)))
    opens = str(plus(today, 40))
    report = progress(catalogue(), robin.child, today)
    assert (report.next_step.key, report.next_step.values["date"]) == ("reason_surgery_lock", opens)
    assert all(row.is_paused for row in report.weeks[-1].days if row.is_future)
    week = next(week for week in plan(journey(catalogue(), robin.child, today), None).weeks if week.is_now)
    why = why_cell(catalogue(), week, None)[0]
    assert (why.key, why.values["date"]) == ("reason_surgery_lock", opens)


def test_a_pause_of_one_day_is_said_by_that_day_and_one_ended_early_by_its_last() -> None:
    robin, today = lived(both(range(10)), 10).robin, plus(START, 12)
    robin.record(plus(START, 10), 9, Paused(ILL, plus(START, 10), plus(START, 10)))
    robin.record(plus(START, 11), 9, Paused(PauseReason.AWAY, plus(START, 11), plus(START, 20)))
    robin.record(today, 20, Resumed())
    told = [why_paused(catalogue(), robin.child, plus(START, n), today) for n in (9, 10, 11, 12)]
    assert told[0] is None and told[3] is None
    assert told[1] == Reason("reason_paused_day", {"date": str(plus(START, 10)), "why": "ill"})
    assert told[2] == Reason("reason_paused_day", {"date": str(plus(START, 11)), "why": "away"})


def test_a_running_pause_made_longer_changes_no_figure_of_today() -> None:
    robin, today = lived(both(range(10)), 10).robin, plus(START, 10)
    robin.record(today, 9, Paused(ILL, today, plus(today, 2)))
    now = datetime(2026, 1, 5, 20, tzinfo=ZONE) + timedelta(days=10)
    assert pause_effect(catalogue(), robin.child, ILL, today, plus(today, 5), now).changes_nothing
