"""What changed in a period, and why."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    AgeChosen,
    Effort,
    ExerciseSwitched,
    Grade,
    Retracted,
    SurgeonAgreed,
    SurgeryPlanned,
    ToldLater,
)
from game.core.numbers import for_sentences
from game.core.reports.changes import Change, ChangeKind, changes, growths
from game.core.reports.doctor import doctors_report
from game.core.reports.progress import exercise_progress
from game.core.rules.away import Tick, told_away
from game.core.rules.dose import Dose
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES
from game.data.texts.texts import Texts
from game.print.doctor_changes import change_lines
from tests.diary import START, both, case, catalogue, lived, of_family

WORDS = Texts("en")
WORDS.from_rules = for_sentences(catalogue().rules)


def found(robin: SimulatedChild, days: int, first: int = -7) -> tuple[Change, ...]:
    day = plus(START, days)
    return changes(journey(catalogue(), robin.child, day), plus(START, first), day)


def of(rows: tuple[Change, ...], kind: ChangeKind) -> list[tuple[int, str | None]]:
    return [((row.day - START).days, row.exercise) for row in rows if row.kind is kind]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_step_of_every_dose_is_the_one_its_own_page_shows(family: str) -> None:
    robin, day = of_family(family, 60).robin, plus(START, 59)
    rows = changes(journey(catalogue(), robin.child, day), plus(START, -7), day)
    for name in {row.exercise for row in rows if row.exercise}:
        steps = exercise_progress(catalogue(), robin.child, name, day).steps
        road = [row for row in rows if row.exercise == name and row.after]
        assert [row.after for row in road] == [Dose(step.sets, step.amount) for step in steps]
        assert [row.why for row in road[1:]] == [step.why for step in steps[1:]]
        assert [row.day for row in road[1:]] == [step.day for step in steps[1:]]


def test_what_an_exercise_began_with_came_with_the_first_play() -> None:
    rows = found(lived(both(range(2, 5)), 6).robin, 5)
    assert of(rows, ChangeKind.JOINED) == [(2, "bear_walk"), (2, "lego_bricks"), (2, "caterpillar")]


def test_pain_is_followed_by_rest_by_the_stop_and_by_the_doctors_word() -> None:
    rows = found(of_family("ouch", 40).robin, 40)
    assert of(rows, ChangeKind.RESTS) == [(14, "lego_bricks"), (17, "caterpillar")]
    assert of(rows, ChangeKind.STOPPED) == [(17, None)] and of(rows, ChangeKind.ASKED) == [(24, None)]
    assert of(rows, ChangeKind.ALLOWED) == [(24, "lego_bricks"), (24, "caterpillar")]


def test_a_week_without_play_is_a_step_back_of_everything_on_one_day() -> None:
    rows = found(of_family("holiday", 40).robin, 35, 20)
    less = [row for row in rows if row.kind is ChangeKind.LESS]
    assert {row.day for row in less} == {plus(START, 28)} and len(less) > 3
    assert [row.budget for row in less if row.exercise is None] == [(310, 285)]


def test_a_hard_word_counts_from_the_next_morning_also_on_the_last_day() -> None:
    robin = lived(both(range(8)) + "+8 morning bear_walk finished well hard", 9).robin
    (row,) = [row for row in found(robin, 8) if row.kind is ChangeKind.LESS]
    assert (row.day, row.exercise, row.before, row.after) == (plus(START, 9), "bear_walk", Dose(1, 25), Dose(1, 20))
    assert row.why.key == "reason_hard"


def test_what_was_taken_back_is_no_change() -> None:
    robin = lived(both(range(8)) + "+8 morning bear_walk finished well hard", 9).robin
    last = [a for a in robin.child.attempts.values() if a.on == plus(START, 8)]
    robin.record(plus(START, 8), 21, *(Retracted(a.event) for a in last))
    assert not of(found(robin, 8), ChangeKind.LESS)


def test_what_a_parent_steers_is_told_on_its_day() -> None:
    robin = lived(both(range(10)) + "+4 hold\n+6 release\n+8 programme prevention", 10).robin
    robin.record(plus(START, 9), 20, AgeChosen(AgeBand.SEVEN_TEN), ExerciseSwitched("sky_bike", False))
    rows = found(robin, 9)
    assert of(rows, ChangeKind.HELD) == [(4, None)] and of(rows, ChangeKind.RELEASED) == [(6, None)]
    assert of(rows, ChangeKind.PROGRAMME) == [(8, None)] and of(rows, ChangeKind.AGE) == [(9, None)]
    assert of(rows, ChangeKind.LEFT_OUT) == [(9, "sky_bike")]
    robin.record(plus(START, 9), 21, ExerciseSwitched("sky_bike", True))
    assert of(found(robin, 9), ChangeKind.LEFT_OUT) == [], "as the evening left it"


def test_the_surgeons_word_opens() -> None:
    who = case("after_surgery", "7-10", "2025-12-01", "2026-01-02")
    robin = lived("", 4, who).robin
    robin.record(plus(START, 3), 8, SurgeryPlanned(date(2025, 12, 1), date(2026, 1, 2)), SurgeonAgreed(True))
    assert of(found(robin, 4), ChangeKind.OPENED) == [(3, None)]


def test_a_period_has_its_own_changes_alone() -> None:
    way = journey(catalogue(), of_family("ouch", 60).robin.child, plus(START, 59))
    whole = [row for row in changes(way, START, plus(START, 59)) if row.day <= plus(START, 59)]
    cut = [changes(way, plus(START, n), plus(START, n + 9)) for n in range(0, 60, 10)]
    assert [row for n, rows in enumerate(cut) for row in rows if row.day <= plus(START, 10 * n + 9)] == whole


def test_two_weeks_without_a_good_day_are_told_once() -> None:
    rows = found(of_family("hard", 30).robin, 29)
    assert of(rows, ChangeKind.NO_GOOD) == [(14, None)]


def test_growth_is_told_an_exercise_a_line() -> None:
    rows = found(of_family("perfect", 40).robin, 39)
    grown = {row.exercise: row for row in growths(rows)}
    assert (grown[None].before, grown[None].after, grown[None].steps) == (Dose(1, 240), Dose(1, 370), 5)
    bear = grown["bear_walk"]
    assert (bear.before, bear.has_joined, bear.first) == (Dose(1, 20), True, START)
    more = [row for row in rows if row.exercise == "bear_walk" and row.kind is ChangeKind.MORE]
    assert (bear.steps, bear.after, bear.last) == (len(more), more[-1].after, more[-1].day)


def test_what_hurt_before_the_first_play_has_not_come_after_it() -> None:
    """Told for the record of a day between the profile and the first play: the exercise was there by then."""
    robin = lived(both(range(4, 6)), 6).robin
    told = ToldLater(plus(START, 1), Slot.MORNING, "caterpillar", 1, 4, Grade.WELL, Effort.RIGHT, 2)
    robin.record(plus(START, 5), 12, told)
    rows = found(robin, 6)
    assert of(rows, ChangeKind.JOINED) == [(1, "caterpillar"), (4, "bear_walk"), (4, "lego_bricks")]


def test_what_was_done_elsewhere_and_hurt_before_it_came_is_said_to_come_into_the_plan() -> None:
    robin = lived(both(range(16)), 16).robin
    joins = {name: n for n, name in of(found(robin, 16), ChangeKind.JOINED) if name and n > 7}
    name, n = next(iter(joins.items()))
    day = plus(START, n - 1)
    again = lived(both(range(n)), n).robin
    facts = again.whole_quest(day, day, Slot.EVENING)
    assert name not in facts, "it had not come"
    tick = Tick(day, Slot.EVENING, name, Grade.WELL, Effort.RIGHT, 2)
    now = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    again.record(day, 20, *told_away(catalogue(), again.child, [tick], Slot.EVENING, now, iter(["a", "b", "c"])).facts)
    report = doctors_report(catalogue(), again.child, START, plus(day, 20), plus(day, 20))
    lines = "".join(str(line) for line in change_lines(WORDS, catalogue(), report))
    assert "Came into the plan: " in lines and "Joined" not in lines
