"""The doctor's report: every figure from the records, and the same as on the progress page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from game.core.content import Side, Slot, Weekday
from game.core.days import plus
from game.core.events import (
    DaysPlanned,
    DoctorAsked,
    Effort,
    FunctionHurt,
    FunctionMeasured,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OrderWritten,
    OuchTold,
    Outcome,
    PainPlaced,
    PauseReason,
    QuestionNoted,
    Retracted,
    SessionStarted,
    SignsTicked,
    ToldLater,
)
from game.core.quest import Foot
from game.core.reports.doctor import doctors_report, last_visit
from game.core.reports.doctor_records import DoctorsReport, PartlyAway, PausedDays
from game.core.reports.progress import exercise_progress, progress
from game.core.rules.away import Tick, told_away
from game.core.rules.dose import Dose
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES, begun
from tests.diary import START, both, case, catalogue, every_day, lived, of_family


def report(robin: SimulatedChild, first: int, last: int, today: int | None = None) -> DoctorsReport:
    return doctors_report(
        catalogue(), robin.child, plus(START, first), plus(START, last), plus(START, last if today is None else today)
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_four_weeks_say_what_the_progress_page_says(family: str) -> None:
    robin = of_family(family, 90).robin
    for n in (3, 17, 28, 45, 75, 88):
        shown, page = progress(catalogue(), robin.child, plus(START, n)), report(robin, n - 28, n)
        assert (page.planned, page.done) == (shown.planned_sessions, shown.done_sessions)
        assert (page.budget_s, page.budget_cap_s, page.week) == (shown.budget_s, shown.budget_cap_s, shown.week)
        rows = {row.day: row for week in shown.weeks for row in week.days}
        assert all(row == rows[row.day] for row in page.day_rows if row.day in rows)
        strong = [(h.day, h.what, h.score) for h in page.hurts if h.score is not None and h.score >= 4]
        assert tuple(strong) == shown.painful


@pytest.mark.parametrize("family", FAMILIES)
def test_the_parts_of_the_report_add_up(family: str) -> None:
    page = report(of_family(family, 84).robin, 0, 83)
    assert page.planned == sum(week.planned for week in page.weeks)
    assert page.done == sum(week.done for week in page.weeks) == len({(p.day, p.slot) for p in page.plays})
    assert page.practice_days == sum(row.is_active for row in page.day_rows) <= page.days
    assert page.paused_days == sum(week.paused_days for week in page.weeks)
    assert page.done_s == sum(row.done_s for row in page.day_rows)
    for row in page.exercises:
        plays = [p for p in page.plays if p.exercise == row.exercise]
        assert row.done == len({(p.day, p.slot) for p in plays}) <= row.planned
        assert sum(row.grades.values()) + row.untold == len(plays)
    assert sum(row.done for row in page.exercises) >= page.done


@pytest.mark.parametrize("family", ["typical", "ouch"])
def test_an_exercise_stands_as_on_its_own_page(family: str) -> None:
    robin, day = of_family(family, 40).robin, plus(START, 40)
    for row in report(robin, 0, 40).exercises:
        own = exercise_progress(catalogue(), robin.child, row.exercise, day)
        assert row.now == Dose(own.sets, own.amount) and (row.left, row.right) == (own.left, own.right)
        assert row.is_apart is own.is_apart and row.is_resting is own.is_resting
        assert {g: n for g, n in row.grades.items() if n} == dict(own.grades)
        assert {e: n for e, n in row.efforts.items() if n} == dict(own.efforts)


def test_a_child_nobody_has_played_with_has_an_empty_report() -> None:
    page = report(begun(catalogue(), case()), -90, 0)
    assert (page.planned, page.done, page.percent, page.days, page.hurts, page.plays) == (0, 0, None, 0, (), ())
    assert [row.exercise for row in page.exercises] == ["bear_walk", "lego_bricks", "caterpillar"]
    assert page.signs == () and page.signs_on == plus(START, -1) and page.budget_before_s == page.budget_s == 240


def test_nothing_before_the_first_play_or_after_today_is_reported() -> None:
    robin = lived(both(range(4)), 5).robin
    page = doctors_report(catalogue(), robin.child, plus(START, -400), plus(START, 400), plus(START, 4))
    assert (page.first, page.last) == (START, plus(START, 4)) and page.planned == 8


@pytest.mark.parametrize(
    ("told", "practised"),
    [("+0 evening * finished well right", 1), ("+0 morning bear_walk not-today", 0), ("+0 pause ill until +1", 0)],
)
def test_the_first_day_of_play_is_one_of_the_days_as_soon_as_something_was_played(told: str, practised: int) -> None:
    page = report(lived(told, 1).robin, -28, 0)
    assert (page.practice_days, page.days) == (practised, page.done) and page.planned == page.done


def test_an_earlier_time_is_reported_as_it_was() -> None:
    robin = of_family("ouch", 60).robin
    page = report(robin, 0, 13, today=60)
    assert not page.hurts and page.week == 2 and page.budget_s == 260
    assert page.exercises[0].now == Dose(1, 25) and page.planned == 28


def test_paused_days_are_told_with_their_reason() -> None:
    robin = lived(both(range(4)) + "+4 pause ill until +6\n" + both([7, 8]) + "+9 pause away until +10\n", 12).robin
    page = report(robin, 0, 11)
    assert page.paused == (
        PausedDays(plus(START, 4), plus(START, 6), 3, PauseReason.ILL),
        PausedDays(plus(START, 9), plus(START, 10), 2, PauseReason.AWAY),
    )
    assert (page.practice_days, page.days, page.paused_days) == (6, 6, 5)


# ------------------------------------------------------------------------------------------ pain and stops
def played(robin: SimulatedChild, day: int, exercise: str, outcome: Outcome, left: int, right: int = 0) -> str:
    on, id_ = plus(START, day), f"{exercise}-{day}"
    robin.record(
        on, 9, SessionStarted(f"s-{id_}", on, Slot.MORNING, "quest", (exercise,)),  # type: ignore[arg-type]
        LevelPlayed(id_, f"s-{id_}", on, Slot.MORNING, exercise, 2, 4, outcome, left, right),
    )  # fmt: skip
    return id_


@pytest.mark.parametrize(
    ("left", "right", "foot"),
    [(2, 0, Foot.LEFT), (4, 1, Foot.RIGHT), (6, 4, Foot.LEFT), (4, 0, None), (0, 0, None), (4, 4, None), (1, 1, None)],
)
def test_the_foot_at_work_is_told_where_the_diary_shows_it(left: int, right: int, foot: Foot | None) -> None:
    robin = begun(catalogue(), case())
    id_ = played(robin, 0, "caterpillar", Outcome.HURT, left, right)
    robin.record(START, 9, OuchTold(id_, "caterpillar", START, Slot.MORNING, 2))
    (hurt,) = report(robin, 0, 1).hurts
    assert (hurt.score, hurt.foot) == (2, foot)


@pytest.mark.parametrize("side", Side)
def test_a_foot_that_was_named_is_told_whatever_was_at_work_and_goes_with_the_play(side: Side) -> None:
    robin = begun(catalogue(), case())
    id_ = played(robin, 0, "bear_walk", Outcome.FINISHED, 8)
    robin.record(START, 9, OuchTold(id_, "bear_walk", START, Slot.MORNING, 2), PainPlaced(id_, Side.LEFT))
    robin.record(plus(START, 1), 9, PainPlaced(id_, side))
    (hurt,) = report(robin, 0, 1).hurts
    assert (hurt.foot, hurt.sore) == (None, side)
    (play,) = (e for e in robin.child.events if isinstance(e.fact, LevelPlayed))
    robin.record(plus(START, 1), 10, Retracted(play.id))
    assert report(robin, 0, 1).hurts == ()


def test_both_feet_together_are_no_foot() -> None:
    robin = begun(catalogue(), case())
    played(robin, 0, "bear_walk", Outcome.STOPPED, 3)
    (stop,) = report(robin, 0, 1).stops
    assert (stop.done, stop.whole, stop.foot) == (3, 8, None)


def test_what_was_done_away_in_part_is_told_without_a_count_and_was_not_stopped() -> None:
    robin = begun(catalogue(), case())
    now = datetime(2026, 1, 5, 20, tzinfo=UTC)
    for exercise, grade, score in (
        ("bear_walk", Grade.PARTLY, None), ("caterpillar", Grade.WELL, None), ("lego_bricks", Grade.PARTLY, 2),
    ):  # fmt: skip
        tick = Tick(START, Slot.MORNING, exercise, grade, Effort.RIGHT, score)
        told = told_away(catalogue(), robin.child, [tick], Slot.EVENING, now, (f"{exercise}-{n}" for n in count()))
        robin.record(START, 20, *told.facts)
    page = report(robin, 0, 0)
    assert page.stops == () and page.partly_away == (PartlyAway(START, "bear_walk"),)
    assert [play.is_counted for play in page.plays] == [False, True, False]


def test_pain_nobody_measured_and_pain_of_a_function_quest_are_pain() -> None:
    robin = begun(catalogue(), case())
    id_ = played(robin, 0, "bear_walk", Outcome.HURT, 1)
    robin.record(START, 9, OuchTold(id_, "bear_walk", START, Slot.MORNING, None))
    robin.record(plus(START, 1), 9, FunctionHurt(plus(START, 1), "heel_raises", 3))
    page = report(robin, 0, 2)
    assert [(h.what, h.score) for h in page.hurts] == [("bear_walk", None), ("heel_raises", 3)]
    assert page.worst == 3 and not page.stops


def test_a_face_that_says_it_does_not_hurt_is_no_pain() -> None:
    robin = begun(catalogue(), case())
    id_ = played(robin, 0, "bear_walk", Outcome.STOPPED, 1)
    robin.record(START, 9, OuchTold(id_, "bear_walk", START, Slot.MORNING, 0))
    page = report(robin, 0, 2)
    assert page.hurts == () and len(page.stops) == 1


def test_pain_that_was_put_right_is_told_with_both_words() -> None:
    robin = begun(catalogue(), case())
    id_ = played(robin, 0, "bear_walk", Outcome.FINISHED, 8)
    (told,) = robin.record(START, 9, OuchTold(id_, "bear_walk", START, Slot.MORNING, 8))
    robin.record(START, 10, Retracted(told.id), OuchTold(id_, "bear_walk", START, Slot.MORNING, 2))
    page = report(robin, 0, 1)
    assert [(r.exercise, r.told, r.now) for r in page.put_right] == [("bear_walk", 8, 2)]
    assert [h.score for h in page.hurts] == [2]


def test_a_word_told_later_than_it_counts_is_told_and_marked() -> None:
    robin = lived(both(range(4)), 5).robin
    id_ = played(robin, 4, "bear_walk", Outcome.FINISHED, 8)
    late = plus(START, 7)
    robin.record(late, 9, LevelConfirmed(id_, Grade.WELL, Effort.RIGHT))
    robin.record(late, 9, OuchTold(id_, "bear_walk", plus(START, 4), Slot.MORNING, 2))
    page = report(robin, 0, 8)
    bear = next(row for row in page.exercises if row.exercise == "bear_walk")
    assert (bear.later, page.later_words, bear.untold) == (1, 1, 0)
    assert [(h.score, h.is_later) for h in page.hurts] == [(2, True)]
    assert [(p.is_word_later, p.is_pain_later) for p in page.plays if p.day == plus(START, 4)] == [(True, True)]


def test_a_day_with_practice_that_counts_is_no_further_day_for_what_was_told_of_it_later() -> None:
    robin = lived(both(range(4)), 5).robin
    told = [ToldLater(plus(START, n), Slot.EVENING, "sky_bike", 1, 6, Grade.WELL, Effort.RIGHT, None) for n in (3, 4)]
    robin.record(plus(START, 9), 9, *told)
    page = report(robin, 0, 9)
    assert (page.practice_days, page.later_days) == (4, 1)


def test_what_was_done_elsewhere_and_told_too_late_is_for_the_record_alone() -> None:
    robin = lived(both(range(4)), 5).robin
    before = report(robin, 0, 9)
    robin.record(
        plus(START, 9), 9,
        ToldLater(plus(START, 4), Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, 2),
        ToldLater(plus(START, 4), Slot.EVENING, "sky_bike", 1, 6, Grade.HELPED, Effort.HARD, None),
    )  # fmt: skip
    page = report(robin, 0, 9)
    assert [(row.exercise, row.told) for row in page.later_plays] == [
        ("bear_walk", plus(START, 9)),
        ("sky_bike", plus(START, 9)),
    ]
    assert (page.planned, page.done, page.practice_days) == (before.planned, before.done, before.practice_days)
    assert (page.later_days, page.family_days) == (1, before.practice_days + 1), "one day, however much was told of it"
    rows = {row.exercise: row for row in page.exercises}
    assert (rows["bear_walk"].later, rows["sky_bike"].later, page.later_words) == (1, 1, 2)
    assert rows["bear_walk"].done == rows["bear_walk"].grades[Grade.WELL] == 8
    assert [(h.what, h.score, h.is_later) for h in page.hurts] == [("bear_walk", 2, True)]
    assert report(robin, 0, 3, today=9).later_plays == ()


# ------------------------------------------------------------------------------------------ pain from before the period
HURT_TWICE = both(range(4)) + "+4 morning bear_walk ouch 6\n+6 morning caterpillar ouch 4\n"


def test_a_pause_that_reaches_into_the_period_is_told_with_the_pain_behind_it() -> None:
    robin = lived(HURT_TWICE, 12).robin
    page = report(robin, 9, 12)
    told = [(row.hurt.day, row.hurt.what, row.hurt.score, row.rests, row.paused_since) for row in page.earlier_hurts]
    stopped = plus(START, 6)
    assert told == [(plus(START, 4), "bear_walk", 6, True, stopped), (stopped, "caterpillar", 4, True, stopped)]
    assert page.paused == (PausedDays(plus(START, 9), plus(START, 12), 4, PauseReason.OUCH, stopped),)
    assert page.hurts == () and page.worst is None, "it is not of this time"


def test_the_foot_that_was_named_goes_with_the_pain_behind_a_pause() -> None:
    robin = begun(catalogue(), case())
    for day, exercise in ((0, "bear_walk"), (2, "caterpillar")):
        id_ = played(robin, day, exercise, Outcome.HURT, 3)
        on = plus(START, day)
        robin.record(on, 9, OuchTold(id_, exercise, on, Slot.MORNING, 6), PainPlaced(id_, Side.RIGHT))
    assert [(row.hurt.what, row.hurt.sore) for row in report(robin, 5, 9).earlier_hurts] == [
        ("bear_walk", Side.RIGHT),
        ("caterpillar", Side.RIGHT),
    ]


def test_an_exercise_that_rests_since_before_the_period_is_told_with_its_pain() -> None:
    robin = lived(both(range(4)) + "+4 morning bear_walk ouch 5\n" + both(range(5, 12)), 12).robin
    (row,) = report(robin, 8, 12).earlier_hurts
    assert (row.hurt.day, row.hurt.what, row.rests, row.paused_since) == (plus(START, 4), "bear_walk", True, None)
    assert report(robin, 4, 12).earlier_hurts == (), "a pain of the first day is of the period"


def test_what_was_over_when_the_period_began_is_not_told() -> None:
    text = HURT_TWICE + "+7 resume doctor-asked\n+7 allow bear_walk\n+7 allow caterpillar\n"
    robin = lived(text + both(range(8, 12)), 12).robin
    assert report(robin, 9, 12).earlier_hurts == ()


def test_pain_told_too_late_stands_behind_the_rest_it_began() -> None:
    robin = lived(both(range(4)), 5).robin
    robin.record(
        plus(START, 9), 9, ToldLater(plus(START, 4), Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, 5)
    )
    (row,) = report(robin, 11, 14).earlier_hurts
    assert (row.hurt.day, row.hurt.score, row.hurt.is_later, row.rests) == (plus(START, 4), 5, True, True)


def test_pain_told_in_time_of_what_was_refused_is_not_called_late_nor_something_done() -> None:
    robin = lived(both(range(4)), 5).robin
    for told, score in ((4, 2), (7, 3)):
        fact = ToldLater(plus(START, 4), Slot.EVENING, "bear_walk", 1, 20, Grade.NOT_TODAY, Effort.RIGHT, score)
        robin.record(plus(START, told), 9, fact if told == 4 else replace(fact, slot=Slot.MORNING))
    page = report(robin, 0, 8)
    assert sorted((h.score or 0, h.is_later) for h in page.hurts) == [(2, False), (3, True)] and page.later_words == 0
    assert page.later_days == 0, "a day on which it only hurt is none with practice"
    assert [row.is_refused for row in page.later_plays] == [True, False]


def test_a_pause_of_the_parents_after_pain_is_told_with_the_pain_of_the_week_before_it() -> None:
    text = both(range(4)) + "+4 morning bear_walk ouch 4\n+4 allow bear_walk\n+5 pause ouch until +14\n"
    (row,) = report(lived(text, 12).robin, 8, 11).earlier_hurts
    assert (row.hurt.day, row.paused_since, row.rests) == (plus(START, 4), plus(START, 5), False)


# ------------------------------------------------------------------------------------------ what was told of the child
def test_the_signs_are_those_ticked_last_in_the_time_reported() -> None:
    robin = lived(both(range(4)), 5).robin
    robin.record(plus(START, 4), 9, SignsTicked(("limp", "pain")))
    robin.record(plus(START, 6), 9, DoctorAsked("signs"))
    assert report(robin, 0, 3, today=8).signs == ()
    assert (report(robin, 0, 5, today=8).signs, report(robin, 0, 5, today=8).is_doctor_asked) == (
        ("limp", "pain"),
        False,
    )
    page = report(robin, 0, 8)
    assert (page.signs_on, page.is_doctor_asked) == (plus(START, 4), True)


def test_an_operation_stands_with_its_dates() -> None:
    who = case("after_surgery", "7-10", "2025-12-01", "2026-01-02", cleared=True)
    surgery = report(lived(every_day([0]), 2, who).robin, 0, 1).surgery
    assert surgery and (str(surgery.surgery), str(surgery.surgeon_start), surgery.has_agreed) == (
        "2025-12-01",
        "2026-01-02",
        True,
    )


def test_the_last_visit_is_the_day_a_therapist_said_something_or_a_doctor_was_asked() -> None:
    robin = lived(both(range(8)), 9).robin
    assert last_visit(catalogue(), robin.child, plus(START, 8)) is None
    robin.record(plus(START, 8), 9, OrderWritten("Dr Lind", plus(START, 7)))
    assert last_visit(catalogue(), robin.child, plus(START, 8)) == plus(START, 7)


def test_days_and_sessions_a_family_does_not_mean_to_play_are_not_counted_as_missing() -> None:
    robin = lived(every_day([0, 1, 2, 3, 4]), 8).robin
    every = report(robin, 0, 7)
    assert (every.planned, every.days) == (14, 7)
    fresh = begun(catalogue(), case())
    fresh.record(plus(START, -1), 21, DaysPlanned(tuple(Weekday)[:5], (Slot.MORNING,)))
    for event in robin.events[len(fresh.events) - 1 :]:
        fresh.record(event.day, 9, event.fact)
    page = report(fresh, 0, 7)
    assert (page.planned, page.done, page.days, page.practice_days) == (5, 5, 5, 5)


def test_the_curves_go_up_to_the_end_of_the_time() -> None:
    robin = lived(both(range(40)), 41).robin
    for n, value in ((8, 10), (38, 14)):
        robin.record(plus(START, n), 9, FunctionMeasured(plus(START, n), "one_leg_seconds", "left", value))
    values = [[p.value for p in curve.points] for curve in report(robin, 0, 40).curves]
    assert values == [[10, 14]] and [len(c.points) for c in report(robin, 0, 20, today=40).curves] == [1]


def test_the_question_is_the_one_asked_last() -> None:
    robin = lived(both(range(2)), 3).robin
    assert report(robin, 0, 2).question == ""
    robin.record(plus(START, 2), 9, QuestionNoted("Why?"))
    robin.record(plus(START, 2), 10, QuestionNoted("When may we run?"))
    assert report(robin, 0, 2).question == "When may we run?"


def test_after_graduation_the_count_is_of_days() -> None:
    text = both(range(84)) + "".join(every_day([n + 1, n + 4]) for n in range(84, 112, 7))
    page = report(lived(text, 113).robin, 85, 112)
    assert page.is_strong and (page.planned, page.done) == (8, 8)
