"""An operation belongs to the child: its lock holds by any path, its halves are lifted and nothing jumps."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import ProgrammeChosen, Retracted, SurgeonAgreed, SurgeryPlanned
from game.core.rules.journey import journey
from game.core.rules.parent_actions import has_operation, no_operation, programme_without
from game.core.rules.state import is_half
from game.core.simulate.diary_text import DiaryError
from game.core.simulate.simulation import day_plan
from tests.diary import START, Life, both, case, catalogue, every_day, lived


# ---------------------------------------------------------------- the lock
def test_once_the_programme_after_surgery_was_chosen_no_other_programme_opens_the_lock() -> None:
    life = lived("+0 programme after_surgery\n+1 programme children", 40)
    assert {life.on(n).state for n in range(1, 40)} == {"locked"}
    assert life.notes(2)[0] == "reason_surgery_dates"
    with pytest.raises(DiaryError, match="locked"):
        lived("+0 programme after_surgery\n+1 programme children\n+2 morning bear_walk finished well right")


def test_taken_back_by_a_parent_it_was_never_told() -> None:
    robin = lived("+0 programme after_surgery\n+1 programme children", 3).robin
    chosen = [e for e in robin.events if getattr(e.fact, "programme", "") == "after_surgery"]
    robin.record(plus(START, 3), 9, *(Retracted(e.id) for e in chosen))
    assert day_plan(catalogue(), robin, plus(START, 4)).state == "playing"


def test_there_was_no_operation_takes_back_programme_dates_and_word_as_often_as_they_were_told() -> None:
    robin = lived(both(range(16)) + "+16 programme after_surgery", 17).robin
    robin.record(plus(START, 17), 9, SurgeryPlanned(plus(START, 3), None), SurgeonAgreed(True), SurgeonAgreed(False))
    robin.record(plus(START, 17), 10, SurgeryPlanned(plus(START, 3), plus(START, 99)), ProgrammeChosen("after_surgery"))
    back = no_operation(robin.child)
    assert len(back) == 6 and has_operation(robin.child)
    robin.record(plus(START, 18), 9, *back)
    child = robin.child
    assert (child.programme, child.surgery, child.surgeon_start, child.has_surgeon_agreed) == (
        "children", None, None, False)  # fmt: skip
    assert not has_operation(child) and no_operation(child) == ()
    plain = lived(both(range(16)), 20).robin
    for n in (18, 19, 40):
        assert day_plan(catalogue(), robin, plus(START, n)).slots == day_plan(catalogue(), plain, plus(START, n)).slots


def test_a_programme_chosen_besides_stays_when_there_was_no_operation() -> None:
    robin = lived("+0 programme after_surgery\n+1 programme prevention", 3).robin
    assert programme_without(robin.child) == "prevention"
    robin.record(plus(START, 3), 9, *no_operation(robin.child))
    assert robin.child.programme == "prevention"
    assert day_plan(catalogue(), robin, plus(START, 3)).state == "playing"


def test_where_no_other_programme_was_chosen_one_must_be_and_then_it_is_as_if_chosen_at_the_start() -> None:
    robin = lived("", 3, case("after_surgery")).robin
    assert programme_without(robin.child) is None
    robin.record(plus(START, 3), 9, *no_operation(robin.child), ProgrammeChosen("children"))
    plain = lived("", 3).robin
    for n in (4, 5):
        assert day_plan(catalogue(), robin, plus(START, n)).slots == day_plan(catalogue(), plain, plus(START, n)).slots


def test_what_was_played_and_earned_after_a_mistaken_operation_stays() -> None:
    robin = lived(both(range(10)), 10, case("after_surgery", "7-10", "2025-12-01", "2025-12-15", True)).robin
    stars, days = robin.child.stars, [a.on for a in robin.child.attempts.values()]
    robin.record(plus(START, 10), 9, *no_operation(robin.child), ProgrammeChosen("children"))
    assert (robin.child.stars, [a.on for a in robin.child.attempts.values()]) == (stars, days) and stars
    state = journey(catalogue(), robin.child, plus(START, 10)).now(plus(START, 10))
    assert state.run.active_days == 10 and not is_half(catalogue(), state, plus(START, 10))


def test_without_an_operation_there_is_nothing_to_take_back() -> None:
    assert no_operation(lived(both(range(3)), 3).robin.child) == ()


def test_dates_told_under_another_programme_open_it_on_their_day_and_not_before() -> None:
    robin = lived("+0 programme after_surgery\n+1 programme children", 3).robin
    robin.record(plus(START, 3), 9, SurgeryPlanned(plus(START, -4), plus(START, 12)), SurgeonAgreed(True))
    states = [day_plan(catalogue(), robin, plus(START, n)).state for n in (4, 11, 12)]
    assert states == ["locked", "locked", "playing"]
    assert day_plan(catalogue(), robin, plus(START, 12)).slots[0].levels[0].amount in (10, 2)  # half starts


def test_a_grown_dose_is_halved_when_an_operation_is_told_by_its_programme_alone() -> None:
    life = lived(both(range(16)) + "+16 programme after_surgery\n+17 programme children", 18)
    assert [life.kept(15, e) for e in ("bear_walk", "caterpillar")] == [(1, 30), (1, 5)]
    assert [life.kept(17, e) for e in ("bear_walk", "caterpillar")] == [(1, 10), (1, 2)]


# ---------------------------------------------------------------- half, and whole again
WHO = case("after_surgery", "7-10", "2025-12-01", "2025-12-15", True)  # 42 days are over on 12 January, day 7


def half_on(life: Life, day: int) -> bool:
    keys = {r.key for q in life.on(day).slots for level in q.levels for r in level.reasons}
    return "reason_surgery_half" in keys


def test_the_halves_last_28_days_from_the_first_play_behind_the_lock() -> None:
    life = lived(both(range(30)), 30, WHO)
    assert [half_on(life, n) for n in (1, 27, 28)] == [True, True, False]


def test_at_least_42_days_after_the_operation_are_half() -> None:
    life = lived(both(range(40)), 40, case("after_surgery", "7-10", "2025-12-22", "2026-01-05", True))
    # The first play is on day 0; 42 days after the operation is 2 February, day 28: neither is later.
    assert [half_on(life, n) for n in (27, 28)] == [True, False]
    later = lived(both(range(40)), 40, case("after_surgery", "7-10", "2025-12-29", "2026-01-05", True))
    assert [half_on(later, n) for n in (34, 35)] == [True, False]  # 14 days of lock, then 42 days are over on day 35


@pytest.mark.parametrize(("idle", "whole"), [(7, 28), (8, 29), (20, 41)])
def test_idle_days_from_the_eighth_on_are_not_counted_for_the_halves(idle: int, whole: int) -> None:
    life = lived(both(range(3)) + both(range(3 + idle, 45)), 45, WHO)
    assert [half_on(life, n) for n in (whole - 1, whole)] == [True, False]


def test_what_was_begun_at_half_goes_on_from_there_and_nothing_jumps() -> None:
    life = lived(both(range(40)), 40, WHO)
    amounts = [life.kept(n, "hedgehog_roll") for n in (0, 7, 14, 21, 28, 35)]
    assert amounts == [(1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8)]


def test_begun_at_half_it_rises_by_ones_in_the_grown_ups_programme_and_never_jumps_to_five() -> None:
    who = case("after_surgery", "11+", "2025-12-01", "2025-12-15", True)
    life = lived(every_day(range(0, 31, 3)) + "+31 programme grown_up", 33, who)
    before = life.kept(31, "treasure_sort")
    assert before[1] < 5 and life.kept(32, "treasure_sort") == before
    assert {life.kept(32, e)[1] for e in ("starfish_toes", "mermaid_tail", "crab_shuffle")} == {5}
    assert life.kept(32, "ribbon_snack") == (1, 5)


# ---------------------------------------------------------------- programmes and the course
def test_the_grown_ups_doses_never_pass_the_tables_cap() -> None:
    life = lived(both(range(28)), 28, case("grown_up", "11+"))
    assert max(life.kept(27, e)[1] for e in ("ribbon_snack", "toe_artist")) == 6
    assert life.kept(27, "crab_shuffle")[1] == 7


def test_shared_doses_move_into_five_to_seven_and_back_in_the_childrens_programme_they_stay() -> None:
    life = lived(both(range(40)) + "+40 programme grown_up\n+42 programme children", 44, case(age="11+"))
    assert life.kept(40, "starfish_toes")[1] in (7, 8)
    assert life.kept(41, "starfish_toes")[1] == 7
    assert life.kept(43, "starfish_toes")[1] == 7


def test_going_to_another_programme_and_back_does_not_begin_the_course_anew() -> None:
    life = lived(both(range(20)) + "+20 programme prevention\n+22 programme grown_up\n" + both(range(22, 28)), 60,
                 case("grown_up", "11+"))  # fmt: skip
    assert [life.on(n).state for n in (27, 28, 57, 58)] == ["playing", "off_course", "off_course", "playing"]


def test_what_had_come_but_was_never_played_must_come_again_in_another_programme() -> None:
    # River stones and lift ride joined; only lift ride was played.
    text = both(range(7)) + "+7 programme prevention\n+8 programme children"
    life = lived(text, 10)
    assert "lift_ride" in life.offered(7) and "lift_ride" not in life.offered(9)


@pytest.mark.parametrize("way", ["grown_up", "prevention"])
def test_a_programme_chosen_before_the_first_play_is_as_if_chosen_at_the_start(way: str) -> None:
    changed = lived(f"+0 programme {way}\n+0 programme children\n" + both(range(9)), 9, case(age="11+"))
    plain = lived(both(range(9)), 9, case(age="11+"))
    assert [p.slots for p in changed.plans] == [p.slots for p in plain.plans]


def test_pain_on_the_day_of_play_still_counts_behind_a_new_lock() -> None:
    life = lived("+0 morning * finished well right\n+0 programme after_surgery\n+0 morning bear_walk ouch 6", 3)
    state = journey(catalogue(), life.robin.child, plus(START, 1)).now(plus(START, 1))
    assert state.resting["bear_walk"].score == 6
    assert life.robin.attempt(START, Slot.MORNING, "bear_walk").ouch == 6
