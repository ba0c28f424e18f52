"""What a morning brings on the day something is due, on the one before and the one after; with so many and one less."""

from __future__ import annotations

from datetime import date

import pytest

from game.core.days import plus
from game.core.events import ExerciseSwitched
from game.core.quest import reason
from game.core.rules import morning
from game.core.rules.apply_facts import day_over, told
from game.core.rules.dose import Dose
from game.core.rules.dose_changes import is_due
from game.core.rules.pain import is_quiet
from game.core.rules.state import RestingExercise, Track
from tests.core.rules.playing import SHIPPED, playing
from tests.diary import START

AROUND_SEVEN = [(6, False), (7, True), (8, True)]


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(plus(START, n) for n in numbers)


# ---------------------------------------------------------------- seven days
@pytest.mark.parametrize(("day", "due"), AROUND_SEVEN)
def test_a_change_is_due_seven_days_after_the_last(day: int, due: bool) -> None:
    assert is_due(SHIPPED, START, plus(START, day)) is due
    assert not is_due(SHIPPED, None, plus(START, day)), "before the first play"


@pytest.mark.parametrize(("day", "quiet"), [(0, True), (7, True), (8, False)])
def test_seven_days_after_strong_pain_are_quiet(day: int, quiet: bool) -> None:
    state = playing(last_pain=START)
    assert is_quiet(SHIPPED, state, plus(START, day)) is quiet
    assert morning.may_grow(SHIPPED, playing(last_pain=plus(START, 7)), plus(START, 7 + day)) is not quiet


@pytest.mark.parametrize(("day", "grows"), AROUND_SEVEN)
def test_nothing_grows_in_the_first_seven_days_of_play(day: int, grows: bool) -> None:
    assert morning.may_grow(SHIPPED, playing(), plus(START, day)) is grows


def test_one_thing_against_it_is_enough() -> None:
    day = plus(START, 9)
    against = (
        {"first_active": None},
        {"graduated_on": START},
        {"is_held": True},
        {"gap": 1},
        {"pause": "ill"},
        {"signs": True},
    )
    for one in against:
        assert not morning.may_grow(SHIPPED, playing(**one), day), one  # type: ignore[arg-type]
    assert morning.may_grow(SHIPPED, playing(), day)


@pytest.mark.parametrize(("good", "earned"), [((3, 4, 5), False), ((3, 4, 5, 6), True), ((2, 3, 4, 5, 6), True)])
def test_four_good_days_earn_a_longer_session(good: tuple[int, ...], earned: bool) -> None:
    state = playing(good_days=days(*good))
    assert morning.is_week_earned(SHIPPED, state, plus(START, 7)) is earned
    assert not morning.is_week_earned(SHIPPED, state, plus(START, 6)), "the seven days are not over"
    morning.begin(SHIPPED, state, plus(START, 7))
    assert state.budget == (330 if earned else 300)


@pytest.mark.parametrize(("oldest", "budget"), [(1, 300), (2, 330), (3, 330)])
def test_a_good_day_counts_for_seven_mornings(oldest: int, budget: int) -> None:
    state = playing(good_days=days(oldest, 6, 7, 8))
    morning.begin(SHIPPED, state, plus(START, 9))
    assert state.budget == budget and (plus(START, oldest) in state.good_days) is (budget == 330)


@pytest.mark.parametrize(("budget", "grown"), [(595, 600), (600, 600)])
def test_at_its_cap_a_session_stays_as_it_is(budget: int, grown: int) -> None:
    state = playing(budget=budget, good_days=days(3, 4, 5, 6))
    morning.begin(SHIPPED, state, plus(START, 7))
    assert (state.budget, state.budget_since) == (grown, START if budget == grown else plus(START, 7))


# ---------------------------------------------------------------- gaps
@pytest.mark.parametrize(("idle", "gap", "budget", "amount"), [
    (6, 0, 500, 40), (7, 1, 455, 35), (8, 1, 455, 35), (20, 1, 455, 35), (21, 2, 250, 20), (22, 2, 250, 20),
])  # fmt: skip
def test_a_gap_has_seven_idle_days_and_a_long_one_twenty_one(idle: int, gap: int, budget: int, amount: int) -> None:
    state = playing(budget=500)
    state.tracks["bear_walk"] = Track(Dose(1, 40), START, START)
    for n in range(7, 7 + idle + 1):  # the last play was on day 6
        morning.begin(SHIPPED, state, plus(START, n))
    assert (state.gap, state.budget, state.tracks["bear_walk"].dose) == (gap, budget, Dose(1, amount))


# ---------------------------------------------------------------- doses
@pytest.mark.parametrize(("clean", "easy", "dose"), [
    (2, 0, Dose(1, 20)), (3, 0, Dose(1, 25)), (4, 0, Dose(1, 25)), (0, 1, Dose(1, 20)), (0, 2, Dose(2, 20)), (0, 3, Dose(2, 20)),
])  # fmt: skip
def test_three_clean_words_are_a_step_and_two_easy_days_a_set(clean: int, easy: int, dose: Dose) -> None:
    state = playing()
    state.tracks["bear_walk"] = Track(Dose(1, 20), START, START, clean=clean, easy_days=easy)
    morning.begin(SHIPPED, state, plus(START, 7))
    assert state.tracks["bear_walk"].dose == dose
    assert state.last_set == (plus(START, 7) if dose.sets > 1 else None)


@pytest.mark.parametrize(("sets", "after"), [(1, 2), (2, 3), (3, 3)])
def test_three_sets_are_the_most(sets: int, after: int) -> None:
    state = playing(budget=600)
    state.tracks["bear_walk"] = Track(Dose(sets, 60), START, START, easy_days=2)
    morning.begin(SHIPPED, state, plus(START, 7))
    assert state.tracks["bear_walk"].dose == Dose(after, 60)


@pytest.mark.parametrize(("since", "free"), [(0, True), (1, False), (7, False)])
def test_while_another_waits_one_set_more_in_seven_days(since: int, free: bool) -> None:
    assert morning.is_set_free(SHIPPED, playing(last_set=plus(START, since)), plus(START, 7)) is free
    assert morning.is_set_free(SHIPPED, playing(), plus(START, 7))
    all_come = playing(*SHIPPED.programmes["children"].exercises, last_set=plus(START, since))
    assert morning.is_set_free(SHIPPED, all_come, plus(START, 7)), "nothing waits"


@pytest.mark.parametrize(("easy", "first"), [(1, "bear_walk"), (2, "river_stones"), (3, "river_stones")])
def test_who_was_too_easy_is_served_before_who_waited_longer(easy: int, first: str) -> None:
    state = playing("bear_walk", "river_stones", budget=65, last_set=plus(START, 6))
    # Levels of 40 and 40: together with the longest 120. One step makes 130, the budget's two are 130: one fits.
    state.tracks["bear_walk"] = Track(Dose(1, 20), plus(START, -2), START, clean=3)
    state.tracks["river_stones"] = Track(Dose(1, 20), plus(START, -1), START, clean=3, easy_days=easy)
    morning.begin(SHIPPED, state, plus(START, 7))
    grown = [n for n, track in state.tracks.items() if track.dose.amount > 20]
    assert grown == [first]


# ---------------------------------------------------------------- rests and fourteen days
@pytest.mark.parametrize(("day", "dose"), [(13, Dose(2, 30)), (14, Dose(1, 20))])
def test_what_was_allowed_comes_again_at_its_start_on_its_day(day: int, dose: Dose) -> None:
    state = playing(
        resting={"bear_walk": RestingExercise(plus(START, 5), 5, plus(START, 14))}, last_play=plus(START, 12)
    )
    state.tracks["bear_walk"] = Track(Dose(2, 30), START, START)
    morning.begin(SHIPPED, state, plus(START, day))
    assert state.tracks["bear_walk"].dose == dose and ("bear_walk" in state.resting) is (day == 13)


@pytest.mark.parametrize(("bad", "amount", "told_on"), [(13, 20, None), (14, 20, 7), (15, 20, 7), (14, 25, None)])
def test_fourteen_days_without_a_good_one_are_told_where_no_dose_can_be_lowered(
    bad: int, amount: int, told_on: int | None
) -> None:
    state = playing(bad_days=bad)
    state.tracks["bear_walk"] = Track(Dose(1, amount), START, START)
    morning.begin(SHIPPED, state, plus(START, 7))
    assert state.no_good_since == (None if told_on is None else plus(START, told_on))
    morning.begin(SHIPPED, state, plus(START, 8))
    assert state.no_good_since == (None if told_on is None else plus(START, told_on)), "once"


@pytest.mark.parametrize(("day", "dose"), [(6, Dose(2, 30)), (7, Dose(2, 30)), (8, Dose(1, 20))])
def test_what_was_left_out_for_more_than_a_week_comes_in_again_at_its_start(day: int, dose: Dose) -> None:
    state = playing(tried={"bear_walk": (START, 0)}, switched={"bear_walk": False})
    state.tracks["bear_walk"] = Track(Dose(2, 30), START, START, reason("reason_more_sets"))
    told(SHIPPED, state, plus(START, day), ExerciseSwitched("bear_walk", True))
    assert state.tracks["bear_walk"].dose == dose and state.switched == {"bear_walk": True}


@pytest.mark.parametrize(("day", "idle"), [(20, 0), (21, 0), (22, 1), (23, 1)])
def test_idle_days_of_the_halves_are_counted_from_the_eighth_on(day: int, idle: int) -> None:
    state = playing(
        has_surgery=True, surgery=START, surgeon_start=START, has_surgeon_agreed=True, first_after_lock=plus(START, 14),
        last_play=plus(START, 14),
    )  # fmt: skip
    day_over(SHIPPED, state, plus(START, day), (), plus(START, 60))
    assert state.half_idle == idle


@pytest.mark.parametrize(("day", "joins", "amount"), [(7, False, 25), (14, True, 20), (21, False, 25), (28, True, 20)])
def test_where_there_is_room_for_one_it_is_a_dose_in_even_weeks_and_a_new_one_in_odd_weeks(
    day: int, joins: bool, amount: int
) -> None:
    # Levels of 40, 50 and 50 with the longest once more: 190. A step makes 195, a new level of 40 makes 230, both 235.
    state = playing(
        "bear_walk", "lego_bricks", "caterpillar", budget=115, good_since_new=3, last_play=plus(START, day - 1)
    )
    state.tracks["bear_walk"] = Track(Dose(1, 20), START, START, clean=3)
    morning.begin(SHIPPED, state, plus(START, day))
    assert ("lift_ride" in state.tracks, state.tracks["bear_walk"].dose.amount) == (joins, amount)
