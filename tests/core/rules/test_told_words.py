"""What one word, one pain and one day come to by themselves: each score, count and day on its edge and beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    AgeChosen,
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    Fact,
    FunctionHurt,
    Grade,
    Held,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    Released,
    SignsTicked,
    SteppedBack,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.history.history import Attempt
from game.core.quest import reason
from game.core.rules import rewards
from game.core.rules.apply_facts import (
    active_and_good,
    counts,
    day_over,
    is_hard,
    played,
    told,
    was_tried,
)
from game.core.rules.dose import Dose
from game.core.rules.pain import hurt, is_strong_pain
from game.core.rules.state import AFTER_SURGERY, GROWN_UP, ChildState, RestingExercise, Track
from tests.diary import START, catalogue

SHIPPED = catalogue()


def play(n: int = 0, exercise: str = "bear_walk", **other: object) -> Attempt:
    """A whole bear walk of 20 seconds nobody has told of, in the morning of day n."""
    day = plus(START, n)
    values: dict[str, object] = {"outcome": Outcome.FINISHED, "done_left": 20, "done_right": 0, "away": False} | other
    sets, amount = values.pop("sets", 1), values.pop("amount", 20)
    return Attempt(
        "a", "e", "s", day, Slot.MORNING, exercise, sets, amount, at=datetime(day.year, day.month, day.day, 8), **values
    )  # type: ignore[arg-type]


def well(n: int = 0, **other: object) -> Attempt:
    return play(n, **({"grade": Grade.WELL, "effort": Effort.RIGHT} | other))  # type: ignore[arg-type]


def state(dose: Dose = Dose(1, 30), **other: object) -> ChildState:  # noqa: B008  # a frozen value
    values: dict[str, object] = {
        "first_active": plus(START, -20),
        "last_play": plus(START, -1),
        "lowest_first": 240,
    } | other
    track = Track(dose, plus(START, -9), plus(START, -20), clean=2, easy_days=1)
    return ChildState(AgeBand.FIVE_SIX, "children", budget=300, tracks={"bear_walk": track}, **values)  # type: ignore[arg-type]


def tell(one: ChildState, n: int, *facts: Fact) -> ChildState:
    for fact in facts:
        told(SHIPPED, one, plus(START, n), fact)
    return one


# ---------------------------------------------------------------- one play
@pytest.mark.parametrize(("outcome", "left", "right", "tried"), [
    (Outcome.FINISHED, 0, 0, True), (Outcome.STOPPED, 0, 0, False), (Outcome.STOPPED, 1, 0, True), (Outcome.STOPPED, 0, 1, True),
])  # fmt: skip
def test_before_the_word_any_unit_done_is_trying(outcome: Outcome, left: int, right: int, tried: bool) -> None:
    one = play(outcome=outcome, done_left=left, done_right=right)
    assert was_tried(one) is tried and was_tried(replace(one, is_hurt=True))
    assert was_tried(replace(one, grade=Grade.PARTLY)) and not was_tried(replace(one, grade=Grade.NOT_TODAY))


@pytest.mark.parametrize(("days", "closed"), [(0, False), (2, False), (3, True), (9, True)])
def test_a_play_nobody_told_of_counts_from_the_third_day_on(days: int, closed: bool) -> None:
    assert counts(SHIPPED, play(), plus(START, days)) is closed
    assert counts(SHIPPED, well(), plus(START, days)) and counts(SHIPPED, play(is_hurt=True), plus(START, days))
    assert not counts(SHIPPED, play(grade=Grade.NOT_TODAY), plus(START, days))


@pytest.mark.parametrize(
    ("score", "hurts", "strong"),
    [(None, True, False), (0, False, False), (1, True, False), (3, True, False), (4, True, True), (10, True, True)],
)
def test_pain_is_strong_from_four_on_and_none_at_nothing(score: int | None, hurts: bool, strong: bool) -> None:
    one = play(is_hurt=True, ouch=score)
    assert (hurt(one), is_strong_pain(SHIPPED, one)) == (hurts, strong)
    assert not hurt(play()) and not is_strong_pain(SHIPPED, play())


@pytest.mark.parametrize(("grade", "effort", "hard"), [
    (Grade.WELL, Effort.HARD, True), (Grade.HELPED, Effort.HARD, True), (Grade.PARTLY, Effort.EASY, True),
    (Grade.WELL, Effort.RIGHT, False), (Grade.NOT_TODAY, Effort.HARD, False),
])  # fmt: skip
def test_hard_is_what_was_called_so_or_done_partly(grade: Grade, effort: Effort, hard: bool) -> None:
    assert is_hard(play(grade=grade, effort=effort)) is hard


@pytest.mark.parametrize(
    ("score", "rests", "amount"), [(0, False, 30), (1, False, 25), (3, False, 25), (4, True, 30), (10, True, 30)]
)
def test_a_little_pain_steps_back_and_strong_pain_rests(score: int, rests: bool, amount: int) -> None:
    one = state()
    played(SHIPPED, one, play(amount=30, is_hurt=True, ouch=score))
    assert one.resting == ({"bear_walk": RestingExercise(START, score)} if rests else {})
    assert (one.tracks["bear_walk"].dose.amount, one.last_pain) == (amount, START if rests else None)


def test_a_press_nobody_answered_steps_back_and_rests_for_the_day() -> None:
    one = state()
    played(SHIPPED, one, play(amount=30, is_hurt=True))
    assert one.unanswered == {"bear_walk": START} and one.tracks["bear_walk"].dose.amount == 25 and not one.resting


def test_what_was_not_tried_is_no_play() -> None:
    one = state(gap=1)
    played(SHIPPED, one, play(grade=Grade.NOT_TODAY))
    assert (one.gap, one.last_play, one.tried) == (1, plus(START, -1), {})
    played(SHIPPED, one, play())
    assert (one.gap, one.last_play, one.tried) == (0, START, {"bear_walk": (START, 0)})


# ---------------------------------------------------------------- the painful stop
@pytest.mark.parametrize(("apart", "stops"), [(0, False), (1, True), (6, True), (7, False)])
@pytest.mark.parametrize("is_told_later", [False, True])
def test_two_painful_days_up_to_six_apart_stop_the_programme(apart: int, stops: bool, is_told_later: bool) -> None:
    one, again = state(), OuchTold("b", "caterpillar", plus(START, apart), Slot.MORNING, 4)
    played(SHIPPED, one, play(is_hurt=True, ouch=4))
    if is_told_later:
        tell(one, 30, again)
    else:
        played(SHIPPED, one, play(apart, "caterpillar", is_hurt=True, ouch=4))
    assert one.stopped_on == ((plus(START, 30) if is_told_later else plus(START, apart)) if stops else None)
    assert set(one.resting) == {"bear_walk", "caterpillar"}


@pytest.mark.parametrize(("score", "counts_"), [(None, False), (3, False), (4, True)])
def test_pain_in_a_function_quest_and_pain_told_later_count_from_four_on(score: int | None, counts_: bool) -> None:
    for fact in (FunctionHurt(START, "bricks", score), OuchTold("a", "bear_walk", START, Slot.MORNING, score)):
        assert bool(tell(state(), 0, fact).pain_days) is counts_


@pytest.mark.parametrize(("on", "counts_"), [(-1, False), (0, True), (1, True)])
def test_pain_of_a_day_before_the_doctor_was_asked_begins_no_new_count(on: int, counts_: bool) -> None:
    one = tell(state(stopped_on=plus(START, -1), pain_days=(plus(START, -2),)), 0, DoctorAsked("pain"))
    assert (one.stopped_on, one.pain_days, one.doctor_asked_on) == (None, (), START)
    tell(one, 5, OuchTold("a", "bear_walk", plus(START, on), Slot.MORNING, 6))
    assert one.pain_days == ((plus(START, on),) if counts_ else ())


def test_the_doctors_word_of_signs_ends_no_stop_and_that_of_pain_no_signs() -> None:
    one = tell(state(stopped_on=START), 1, SignsTicked(("limp",)), DoctorAsked("signs"))
    assert (one.signs, one.stopped_on) == (False, START)
    one = tell(state(), 1, SignsTicked(("limp",)), DoctorAsked("pain"))
    assert (one.signs, one.doctor_asked_on) == (True, None)
    assert not tell(state(), 1, SignsTicked(())).signs


@pytest.mark.parametrize("what", [None, "bear_walk", "caterpillar"])
def test_what_is_allowed_returns_on_the_next_day_and_is_allowed_once(what: str | None) -> None:
    rests = {"bear_walk": RestingExercise(START, 5), "lego_bricks": RestingExercise(START, 5, plus(START, 2))}
    one = tell(state(resting=rests), 4, ExerciseAllowed(what))
    returns = {name: rest.returns for name, rest in one.resting.items()}
    assert returns == {"bear_walk": None if what == "caterpillar" else plus(START, 5), "lego_bricks": plus(START, 2)}


# ---------------------------------------------------------------- a day
def test_a_day_is_good_where_something_was_told_and_nothing_was_hard_partly_or_hurting() -> None:
    def of(*plays: Attempt, n: int = 9) -> tuple[bool, bool]:
        return active_and_good(SHIPPED, state(), plays, plus(START, n))

    assert of() == (False, False) and of(well()) == (True, True) and of(play()) == (True, False)
    assert of(play(), n=2) == (False, False), "nobody has told of it yet"
    for bad in (well(effort=Effort.HARD), well(grade=Grade.PARTLY), well(is_hurt=True, ouch=1), well(is_hurt=True)):
        assert of(well(), bad) == (True, False)
    assert of(well(), well(is_hurt=True, ouch=0)) == (True, True)
    walk = well(exercise="forest_walk")
    assert of(walk) == (True, False) and of(walk, well()) == (True, True)
    assert active_and_good(SHIPPED, state(first_active=None), [walk], plus(START, 9)) == (False, False)


@pytest.mark.parametrize(("plays", "clean", "easy"), [
    ([well(amount=30)], 3, 0), ([well(amount=30, effort=Effort.EASY)], 3, 2), ([well(amount=30)] * 2, 4, 0),
    ([well(amount=30, effort=Effort.EASY), well(amount=30)], 4, 0), ([well(amount=29)], 2, 1), ([well(amount=31)], 3, 0),
    ([well(amount=30, outcome=Outcome.STOPPED)], 2, 1), ([well(amount=30, grade=Grade.HELPED)], 3, 0),
    ([well(amount=30, effort=Effort.EASY), well(amount=30, effort=Effort.RIGHT, outcome=Outcome.STOPPED)], 3, 2),
    ([well(amount=30), well(amount=30, effort=Effort.HARD)], 0, 0), ([well(amount=30), play(is_hurt=True, ouch=1)], 0, 0),
    ([well(amount=30, grade=Grade.NOT_TODAY)], 2, 1), ([play(amount=30)], 2, 1),
])  # fmt: skip
def test_a_days_words_on_an_exercise_count_at_its_whole_dose(plays: list[Attempt], clean: int, easy: int) -> None:
    one = state()
    day_over(SHIPPED, one, START, plays, plus(START, 9))
    track = one.tracks["bear_walk"]
    assert (track.clean, track.easy_days) == (clean, easy)


def test_a_good_day_is_counted_and_a_bad_one_is_one_more_without() -> None:
    one = state(bad_days=3, no_good_since=plus(START, -1), good_since_new=1)
    day_over(SHIPPED, one, START, [well()], plus(START, 9))
    assert (one.good_days, one.good_since_new, one.bad_days, one.no_good_since) == ((START,), 2, 0, None)
    day_over(SHIPPED, one, plus(START, 1), [well(1, effort=Effort.HARD)], plus(START, 9))
    assert (one.good_days, one.good_since_new, one.bad_days) == ((START,), 2, 1)
    day_over(SHIPPED, one, plus(START, 2), [], plus(START, 9))
    assert one.bad_days == 1 and one.paused_since is None


def test_a_day_on_which_nothing_may_be_played_is_paused_unless_something_was() -> None:
    one = state(pause="ill")
    day_over(SHIPPED, one, START, [], plus(START, 9))
    day_over(SHIPPED, one, plus(START, 1), [], plus(START, 9))
    assert one.paused_since == START
    day_over(SHIPPED, one, plus(START, 2), [play(2)], plus(START, 9))
    assert one.paused_since is None


# ---------------------------------------------------------------- a parent
def test_a_hold_lasts_until_it_is_let_go() -> None:
    assert tell(state(), 0, Held()).is_held and not tell(state(), 0, Held(), Released()).is_held


@pytest.mark.parametrize(("age", "budget", "lowest", "since"), [
    (AgeBand.THREE_FOUR, 300, 180, None), (AgeBand.SEVEN_TEN, 300, 240, None),
])  # fmt: skip
def test_another_age_keeps_the_budget_below_its_cap(age: AgeBand, budget: int, lowest: int, since: int | None) -> None:
    one = tell(state(), 0, AgeChosen(age))
    assert (one.age, one.budget, one.lowest_first, one.budget_since) == (age, budget, lowest, since)


@pytest.mark.parametrize(("budget", "falls_to"), [(355, 355), (360, 360), (365, 360), (600, 360)])
def test_above_a_lower_cap_the_budget_falls_to_it_from_the_next_morning(budget: int, falls_to: int) -> None:
    one = state()
    one.budget = budget
    tell(one, 0, AgeChosen(AgeBand.THREE_FOUR))
    assert (one.budget, one.budget_since) == (falls_to, None if budget <= 360 else plus(START, 1))


@pytest.mark.parametrize(("asked", "days"), [(1, 14), (13, 14), (14, 14), (20, 20), (28, 28), (29, 28), (90, 28)])
def test_a_course_has_fourteen_to_twenty_eight_days(asked: int, days: int) -> None:
    assert tell(state(), 0, ProgrammeChosen(GROWN_UP, asked)).course_days == days


def test_the_programme_after_surgery_tells_of_an_operation_without_dates() -> None:
    one = tell(state(), 0, ProgrammeChosen(AFTER_SURGERY, 28))
    assert (one.has_surgery, one.surgery, one.surgeon_start) == (True, None, None)
    assert one.tracks["bear_walk"].from_half and one.tracks["bear_walk"].dose == Dose(1, 10)


def test_another_operation_asks_for_another_word_and_moved_dates_do_not() -> None:
    first, moved = SurgeryPlanned(START, plus(START, 14)), SurgeryPlanned(START, plus(START, 20))
    one = tell(state(), 0, first, SurgeonAgreed(True))
    one.first_after_lock = plus(START, 14)
    tell(one, 15, moved)
    assert one.has_surgeon_agreed and one.first_after_lock == plus(START, 14)
    tell(one, 30, SurgeryPlanned(plus(START, 30), None))
    assert not one.has_surgeon_agreed and one.first_after_lock is None


def test_a_parents_step_back_is_one_step_and_stays_at_the_start() -> None:
    one = tell(state(), 0, SteppedBack("bear_walk"), SteppedBack("sky_bike"), SteppedBack(None))
    assert (one.tracks["bear_walk"].dose, one.budget, one.budget_since) == (Dose(1, 25), 275, plus(START, 1))
    assert tell(state(Dose(1, 20)), 0, SteppedBack("bear_walk")).tracks["bear_walk"].clean == 2


# ---------------------------------------------------------------- stars
@pytest.mark.parametrize(("grade", "outcome", "hurts", "stars"), [
    (Grade.WELL, Outcome.FINISHED, False, 3), (Grade.HELPED, Outcome.FINISHED, False, 2), (Grade.PARTLY, Outcome.FINISHED, False, 1),
    (Grade.WELL, Outcome.STOPPED, False, 1), (Grade.HELPED, Outcome.HURT, True, 1), (Grade.WELL, Outcome.FINISHED, True, 3),
    (Grade.NOT_TODAY, Outcome.STOPPED, False, 0), (Grade.NOT_TODAY, Outcome.STOPPED, True, 1),
])  # fmt: skip
def test_a_level_earns_one_two_or_three_stars(grade: Grade, outcome: Outcome, hurts: bool, stars: int) -> None:
    assert rewards.earned(SHIPPED, play(outcome=outcome, is_hurt=hurts), grade)[0] == stars


@pytest.mark.parametrize(("budget", "why"), [(355, None), (360, None), (365, "reason_budget_cap")])
def test_why_a_budget_began_so_is_not_said_of_another_age(budget: int, why: str | None) -> None:
    one = state(budget_why=reason("reason_budget_start"))
    one.budget = budget
    tell(one, 0, AgeChosen(AgeBand.THREE_FOUR))
    assert (one.budget_why.key if one.budget_why else None) == why
    grown = tell(state(budget_why=reason("reason_budget_up")), 0, AgeChosen(AgeBand.THREE_FOUR))
    assert grown.budget_why == reason("reason_budget_up")
