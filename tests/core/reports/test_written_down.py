"""What is written down of each exercise, and what may still be told."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Effort, ExerciseSwitched, Grade, OuchTold, ProgrammeChosen, ToldLater
from game.core.reports.written_down import CellKind, ChartCell, chart_cells, chart_exercises
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL, begun, family_plays
from tests.core.rules.test_settle import Start
from tests.diary import START, both, case, catalogue, every_day, lived

AM, PM = Slot.MORNING, Slot.EVENING


def cell(robin: SimulatedChild, on: int, exercise: str = "bear_walk", slot: Slot = PM, seen: int = 10) -> ChartCell:
    days = [plus(START, on)]
    found = chart_cells(catalogue(), robin.child, days, (exercise,), plus(START, seen), AM)
    return found[days[0], slot, exercise]


def test_played_here_told_from_away_and_told_for_the_record_are_told_apart() -> None:
    robin = lived(every_day(range(10)), 10).robin
    day = plus(START, 9)
    robin.play(day, day, PM, ["bear_walk"], WELL, is_quest=False)
    away = [a for a in robin.child.attempts.values() if a.slot is PM]
    later = ToldLater(plus(START, 3), PM, "bear_walk", 1, 20, Grade.PARTLY, Effort.RIGHT, 2)
    robin.record(plus(START, 10), 8, later, OuchTold(away[0].id, "bear_walk", day, PM, 1))
    assert away[0].away is ("bear_walk" not in robin.quest(day, day, PM))
    assert cell(robin, 3) == ChartCell(CellKind.LATER, False, Grade.PARTLY, 2)
    found = cell(robin, 9)
    assert (found.kind in (CellKind.AWAY, CellKind.PLAYED), found.grade, found.score) == (True, Grade.WELL, 1)
    here = next(a for a in robin.child.attempts.values() if a.on == plus(START, 5))
    assert cell(robin, 5, here.exercise, AM).kind is CellKind.PLAYED


@pytest.mark.parametrize(("seen", "counts"), [(4, True), (6, True), (7, False)])
def test_what_may_be_told_counts_for_two_days_and_is_for_the_record_later(seen: int, counts: bool) -> None:
    robin = lived(every_day(range(4)), 4).robin
    assert cell(robin, 4, slot=AM, seen=seen) == ChartCell(CellKind.OPEN, counts)


def test_what_may_not_be_told_says_why() -> None:
    robin = lived(every_day(range(8)) + "+8 morning bear_walk ouch 6\n", 9).robin
    for on, exercise, key in (
        (10, "bear_walk", "record_refused_future"), (11, "lego_bricks", "record_refused_future"),
        (9, "bear_walk", "confirm_refused_resting"), (9, "duckling_walk", "confirm_refused_programme"),
        (-3, "bear_walk", "record_refused_before"),
    ):  # fmt: skip
        found = cell(robin, on, exercise)
        assert found.kind is CellKind.CLOSED and found.why and found.why.key == key, (on, exercise)


def test_the_chart_lists_what_was_in_play_then_what_had_not_come_and_nothing_left_out() -> None:
    robin = lived(both(range(30)), 30).robin
    day = plus(START, 30)
    first = chart_exercises(catalogue(), robin.child, START, plus(START, 6), day)
    assert first[0] == ("bear_walk", "lego_bricks", "caterpillar")
    assert not {"forest_walk", "duckling_walk"} & {*first[0], *first[1]}
    later = chart_exercises(catalogue(), robin.child, plus(START, 24), day, day)
    assert len(later[0]) > 3 and {*later[0], *later[1]} == {*first[0], *first[1]} and len(first[0] + first[1]) == 18
    robin.record(day, 8, ExerciseSwitched("caterpillar", False))
    playing, coming = chart_exercises(catalogue(), robin.child, plus(START, 31), plus(START, 37), plus(day, 1))
    assert "caterpillar" not in (*playing, *coming)
    assert chart_exercises(catalogue(), robin.child, plus(START, -9), plus(START, -3), day) == ((), ())


def test_a_week_in_which_the_programme_changed_lists_the_exercises_of_both() -> None:
    robin = lived(both(range(10)), 10).robin
    robin.record(plus(START, 10), 8, ProgrammeChosen("prevention"))
    playing, _ = chart_exercises(catalogue(), robin.child, plus(START, 7), plus(START, 13), plus(START, 13))
    assert {"starfish_toes", "bear_walk"} <= set(playing)
    for first, both_of_them in ((9, True), (10, False)):
        playing, _ = chart_exercises(catalogue(), robin.child, plus(START, first), plus(START, 10), plus(START, 10))
        assert ("bear_walk" in playing) is both_of_them and "starfish_toes" in playing


def test_a_week_that_a_checkpoint_has_put_away_in_part_is_the_same() -> None:
    robin = begun(catalogue(), case())
    for n in range(60):
        family_plays(robin, "perfect", START, plus(START, n))
    today = plus(START, 59)
    start = Start(list(robin.events)).settled_anew(len(robin.events), today)
    assert start
    found = start.journey(len(robin.events), today).child
    assert found.past and found.past.sums
    days = [plus(found.past.sums.until, n) for n in range(-3, 4)]
    names = ("bear_walk", "lego_bricks")
    assert chart_cells(catalogue(), found, days, names, today, PM) == chart_cells(
        catalogue(), robin.child, days, names, today, PM
    )
