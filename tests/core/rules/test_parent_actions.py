"""What a parent changes by hand, and why not."""

from __future__ import annotations

import pytest

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    DoctorAsked,
    ExerciseAllowed,
    Graduated,
    Held,
    Paused,
    PauseReason,
    Released,
    Resumed,
    SteppedForward,
)
from game.core.reports.progress import exercise_progress, progress
from game.core.rules import parent_actions
from game.core.rules.dose import Dose
from game.core.rules.rewards import RefusedByRules
from game.core.rules.state import ChildState, Track
from tests.diary import START, both, by, catalogue, every_day, lived


def why(ask) -> str:
    with pytest.raises(RefusedByRules) as refused:
        ask()
    return refused.value.reason.key


def test_hold_and_release_are_said_once() -> None:
    robin = lived(both(range(3)), 4).robin
    assert parent_actions.hold(catalogue(), robin.child, plus(START, 3)) == (Held(),)
    robin.record(plus(START, 3), 9, Held())
    assert parent_actions.hold(catalogue(), robin.child, plus(START, 3)) == ()
    assert parent_actions.release(catalogue(), robin.child, plus(START, 3)) == (Released(),)
    robin.record(plus(START, 3), 10, Released())
    assert parent_actions.release(catalogue(), robin.child, plus(START, 3)) == ()


def test_a_step_forward_is_refused_in_the_first_week_within_seven_days_held_and_past_a_cap() -> None:
    first = lived(both(range(3)), 4).robin
    assert (
        why(lambda: parent_actions.step_forward(catalogue(), first.child, "bear_walk", plus(START, 3)))
        == "steer_first_week"
    )
    robin = lived(both(range(10)), 10).robin
    day = plus(START, 10)
    assert why(lambda: parent_actions.step_forward(catalogue(), robin.child, "bear_walk", day)) == "reason_same_days"
    assert why(lambda: parent_actions.step_forward(catalogue(), robin.child, None, day)) == "reason_budget_week"
    assert why(lambda: parent_actions.step_forward(catalogue(), robin.child, "sky_bike", day)) == "steer_not_in_play"
    shown = exercise_progress(catalogue(), robin.child, "bear_walk", day)
    assert (str(shown.forward_from), shown.forward_why and shown.forward_why.key) == ("2026-01-19", "reason_same_days")
    robin.record(day, 9, Held())
    assert why(lambda: parent_actions.step_forward(catalogue(), robin.child, "bear_walk", day)) == "reason_held"
    capped = lived(both(range(78)), 79).robin
    assert (
        why(lambda: parent_actions.step_forward(catalogue(), capped.child, None, plus(START, 78)))
        == "reason_budget_cap"
    )


def test_where_only_good_days_are_missing_a_step_forward_is_allowed() -> None:
    robin = lived(every_day([0, 3, 7]), 9).robin
    day = plus(START, 8)
    assert parent_actions.step_forward(catalogue(), robin.child, None, day) == (SteppedForward(None),)
    robin.record(day, 9, SteppedForward(None))
    assert progress(catalogue(), robin.child, day).budget_s == 240
    assert progress(catalogue(), robin.child, plus(day, 1)).budget_s == 260


def test_allow_and_the_doctors_word_need_something_to_end() -> None:
    robin = lived("+0 morning bear_walk ouch 4\n+1 morning caterpillar ouch 6", 3).robin
    day = plus(START, 2)
    assert parent_actions.allow(catalogue(), robin.child, "bear_walk", day) == (ExerciseAllowed("bear_walk"),)
    assert parent_actions.allow(catalogue(), robin.child, None, day) == (ExerciseAllowed(None),)
    assert why(lambda: parent_actions.allow(catalogue(), robin.child, "lego_bricks", day)) == "steer_nothing_rests"
    assert parent_actions.doctor_asked(catalogue(), robin.child, day) == (DoctorAsked("pain"),)
    robin.record(day, 9, DoctorAsked("pain"))
    assert why(lambda: parent_actions.doctor_asked(catalogue(), robin.child, day)) == "steer_not_stopped"


def test_a_pause_has_an_end_after_its_beginning_and_can_be_resumed_while_it_runs() -> None:
    robin = lived(both(range(2)), 3).robin
    day = plus(START, 2)
    assert (
        why(lambda: parent_actions.pause(catalogue(), robin.child, PauseReason.ILL, day, START, day))
        == "steer_pause_backwards"
    )
    assert parent_actions.resume(catalogue(), robin.child, day) == ()
    robin.record(day, 9, *parent_actions.pause(catalogue(), robin.child, PauseReason.ILL, day, plus(day, 3), day))
    assert parent_actions.resume(catalogue(), robin.child, plus(day, 1)) == (Resumed(),)
    assert isinstance(robin.events[-1].fact, Paused)


def test_the_ceremony_is_brought_forward_from_the_eighth_week_in_bloom() -> None:
    robin = lived(both(range(60)), 60).robin
    assert why(lambda: parent_actions.graduate(catalogue(), robin.child, plus(START, 40))) == "steer_not_graduated"
    assert parent_actions.graduate(catalogue(), robin.child, plus(START, 59)) == (Graduated(early=True),)


def test_left_out_is_out_until_it_is_put_in_again_at_its_start_after_a_week() -> None:
    robin = lived(both(range(15)), 15).robin
    robin.record(plus(START, 15), 7, *parent_actions.leave_out(catalogue(), robin.child, "bear_walk", plus(START, 15)))
    day = plus(START, 24)
    for n in range(15, 24):
        names = robin.whole_quest(plus(START, n), plus(START, n), Slot.MORNING)
        assert "bear_walk" not in names
    robin.record(day, 7, *parent_actions.put_in(catalogue(), robin.child, "bear_walk", day))
    shown = exercise_progress(catalogue(), robin.child, "bear_walk", plus(day, 1))
    assert (shown.is_in_play, shown.is_left_out, shown.sets, shown.amount) == (True, False, 1, 20)


# ---------------------------------------------------------------- on the day and the second
def playing(budget: int = 300, dose: Dose = Dose(1, 20), **other: object) -> ChildState:  # noqa: B008  # a frozen value
    values: dict[str, object] = {"first_active": START, "budget_since": START, "lowest_first": 240} | other
    tracks = {"bear_walk": Track(dose, START, START)}
    return ChildState(AgeBand.FIVE_SIX, "children", budget=budget, tracks=tracks, **values)  # type: ignore[arg-type]


def against(state: ChildState, exercise: str | None, n: int = 7) -> str | None:
    told = parent_actions.why_not_forward(catalogue(), state, exercise, plus(START, n))
    return told.key if told else None


@pytest.mark.parametrize(("day", "budget", "dose"), [
    (0, "steer_first_week", "steer_first_week"), (6, "steer_first_week", "steer_first_week"), (7, None, None), (8, None, None),
])  # fmt: skip
def test_a_step_forward_is_possible_from_the_second_week_on(day: int, budget: str | None, dose: str | None) -> None:
    assert (against(playing(), None, day), against(playing(), "bear_walk", day)) == (budget, dose)


@pytest.mark.parametrize(("since", "left"), [(0, None), (1, 1), (2, 2), (7, 7)])
def test_a_step_forward_waits_for_what_is_left_of_the_seven_days(since: int, left: int | None) -> None:
    state = playing(budget_since=plus(START, since))
    state.tracks["bear_walk"] = Track(Dose(1, 20), plus(START, since), START)
    assert against(state, None) == ("reason_budget_week" if left else None)
    told = parent_actions.why_not_forward(catalogue(), state, "bear_walk", plus(START, 7))
    assert (told and told.values.get("n")) == left


@pytest.mark.parametrize(("budget", "why"), [(595, None), (600, "reason_budget_cap"), (605, "reason_budget_cap")])
def test_a_session_at_its_cap_has_no_step_forward(budget: int, why: str | None) -> None:
    assert against(playing(budget), None) == why


@pytest.mark.parametrize(
    ("amount", "budget", "why"),
    [(55, 600, None), (60, 600, "reason_cap"), (20, 45, None), (20, 44, "reason_same_room")],
)
def test_a_dose_at_its_cap_or_without_room_has_no_step_forward(amount: int, budget: int, why: str | None) -> None:
    assert against(playing(budget, Dose(1, amount)), "bear_walk") == why


@pytest.mark.parametrize(("pain", "is_quiet"), [(0, True), (7, True), (8, False)])
def test_nothing_steps_forward_within_seven_days_of_strong_pain(pain: int, is_quiet: bool) -> None:
    state = playing(last_pain=plus(START, 20 - pain))
    told = [against(state, what, 20) for what in (None, "bear_walk")]
    assert told == (["reason_budget_ouch", "reason_same_pain"] if is_quiet else [None, None])


def test_held_in_a_gap_and_after_graduation_nothing_steps_forward() -> None:
    for other, budget, dose in (
        ({"is_held": True}, "reason_budget_held", "reason_held"), ({"gap": 1}, "steer_gap", "steer_gap"),
        ({"graduated_on": START}, "reason_keep_strong", "reason_keep_strong"), ({"signs": True}, "reason_signs", "reason_signs"),
        ({"first_active": None}, "steer_first_week", "steer_first_week"),
    ):  # fmt: skip
        assert (against(playing(**other), None), against(playing(**other), "bear_walk")) == (budget, dose)  # type: ignore[arg-type]


@pytest.mark.parametrize(("budget", "can"), [(235, False), (240, False), (245, True), (260, True)])
def test_a_session_steps_back_down_to_the_first(budget: int, can: bool) -> None:
    assert parent_actions.can_step_back(catalogue(), playing(budget), None, START) is can


@pytest.mark.parametrize(
    ("dose", "can"),
    [(Dose(1, 15), False), (Dose(1, 20), False), (Dose(1, 21), True), (Dose(1, 25), True), (Dose(2, 20), True)],
)
def test_a_dose_steps_back_down_to_its_start(dose: Dose, can: bool) -> None:
    state = playing(dose=dose)
    assert parent_actions.can_step_back(catalogue(), state, "bear_walk", START) is can
    assert not parent_actions.can_step_back(catalogue(), state, "sky_bike", START), "it has not come"


@pytest.mark.parametrize(("last", "is_told"), [(-1, False), (0, True), (1, True)])
def test_a_pause_may_be_one_day_and_not_less(last: int, is_told: bool) -> None:
    def told() -> tuple[object, ...]:
        child = lived("", 1).robin.child
        return parent_actions.pause(catalogue(), child, PauseReason.ILL, START, plus(START, last), START)

    if is_told:
        assert told() == (Paused(PauseReason.ILL, START, plus(START, last)),)
    else:
        assert why(told) == "steer_pause_backwards"


def test_a_session_that_would_not_grow_by_a_whole_step_has_no_step_forward() -> None:
    slow = by(budget_growth_percent=1)  # of 300 seconds three, and only whole fives count
    told = parent_actions.why_not_forward(slow, playing(), None, plus(START, 7))
    assert told and told.key == "reason_budget_cap"
