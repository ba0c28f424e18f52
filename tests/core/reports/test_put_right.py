"""A word of an earlier day put right changes what is asked for from now on, never what was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Effort, Grade, LevelConfirmed, Retracted
from game.core.history.history import Attempt
from game.core.reports.changes import ChangeKind, changes
from game.core.reports.progress import SlotShare, days_shown
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, both, catalogue, lived, of_family

DAYS, EVERY = 40, 7
TODAY = plus(START, DAYS)
LIVES = pytest.mark.parametrize("family", ["perfect", "typical", "holiday"])


def put_right(robin: SimulatedChild) -> Iterator[tuple[Attempt, SimulatedChild]]:
    """The child with one of its words made another, one word after another."""
    family, told = robin.family, len(robin.events)
    for played in list(robin.child.attempts.values())[::EVERY]:
        if played.word is not None:
            grade = Grade.WELL if played.grade is Grade.PARTLY else Grade.PARTLY
            robin.record(TODAY, 20, Retracted(played.word), LevelConfirmed(played.id, grade, Effort.RIGHT))
            yield played, robin
            robin.family = family
            del robin.events[told:]


def halves(robin: SimulatedChild) -> dict[tuple[date, Slot], SlotShare]:
    rows = days_shown(catalogue(), robin.child, START, TODAY, TODAY)
    return {
        (row.day, slot): share for row in rows for slot, share in zip(Slot, (row.morning, row.evening), strict=True)
    }


def came(robin: SimulatedChild, first: date = START, last: date = TODAY) -> dict[str | None, date]:
    rows = changes(journey(catalogue(), robin.child, TODAY), first, last)
    return {row.exercise: row.day for row in rows if row.kind is ChangeKind.JOINED}


def first_plays(robin: SimulatedChild) -> dict[str, date]:
    plays = [played for played in robin.child.attempts.values() if not played.away]
    return {played.exercise: played.on for played in reversed(plays)}


def test_a_half_with_an_exercise_done_in_part_is_not_all_of_it_and_all_where_that_is_put_right() -> None:
    robin = lived(both(range(2)), 3).robin
    day, played = START, next(iter(robin.child.attempts.values()))
    assert played.word is not None and halves(robin)[day, played.slot] is SlotShare.ALL
    robin.record(plus(day, 2), 20, Retracted(played.word), LevelConfirmed(played.id, Grade.PARTLY, Effort.RIGHT))
    assert halves(robin)[day, played.slot] is SlotShare.MOST
    word = robin.child.attempts[played.id].word
    assert word is not None
    robin.record(plus(day, 2), 20, Retracted(word), LevelConfirmed(played.id, Grade.HELPED, Effort.RIGHT))
    assert halves(robin)[day, played.slot] is SlotShare.ALL


@LIVES
def test_each_half_of_a_day_is_judged_by_what_was_offered_then(family: str) -> None:
    robin = of_family(family, DAYS).robin
    before = halves(robin)
    for played, now in put_right(robin):
        after = halves(now)
        del after[played.on, played.slot]  # which says what it is now
        assert after.items() <= before.items(), (played.on, played.slot, played.exercise)


@LIVES
def test_what_was_played_came_into_the_plan_by_then_at_the_latest(family: str) -> None:
    robin = of_family(family, DAYS).robin
    plays = first_plays(robin)
    for played, now in put_right(robin):
        joined = came(now)
        late = {name: day for name, day in plays.items() if joined.get(name, date.max) > day}
        assert not late, (played.on, played.slot, played.exercise)


def test_a_page_of_some_days_tells_of_what_came_on_them_and_of_nothing_that_came_before() -> None:
    robin = of_family("perfect", DAYS).robin
    for _, now in put_right(robin):
        whole = came(now)
        for n in range(1, DAYS, 9):
            first, last = plus(START, n), plus(START, n + 8)
            assert came(now, first, last) == {name: day for name, day in whole.items() if first <= day <= last}
