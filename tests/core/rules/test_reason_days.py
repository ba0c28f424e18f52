"""Which reason is told on which day: on the day it turns, the one before and the one after."""

from __future__ import annotations

import pytest

from game.core.content import AgeBand
from game.core.days import plus
from game.core.quest import Reason, reason
from game.core.rules import reasons
from game.core.rules.dose import Dose
from game.core.rules.state import AFTER_SURGERY, ChildState, RestingExercise, Track
from tests.diary import START, catalogue

SHIPPED = catalogue()
CHANGED = reason("reason_step", exercise="bear_walk")


def playing(track: Track | None = None, budget: int = 300, **other: object) -> ChildState:
    """After two weeks of play on day 14, with the bear walk in play."""
    values: dict[str, object] = {"first_active": START, "budget_since": START, "last_new": START} | other
    tracks = {"bear_walk": track or Track(Dose(1, 20), START, START)}
    return ChildState(AgeBand.FIVE_SIX, "children", budget=budget, tracks=tracks, **values)  # type: ignore[arg-type]


def of_dose(state: ChildState, n: int) -> list[str]:
    return [r.key for r in reasons.of_dose(SHIPPED, state, "bear_walk", plus(START, n))]


def of_budget(state: ChildState, n: int) -> list[str]:
    return [r.key for r in reasons.of_budget(SHIPPED, state, plus(START, n))]


def key(told: Reason | None) -> str:
    return told.key if told else ""


# ---------------------------------------------------------------- a dose
@pytest.mark.parametrize(
    ("day", "told"), [(0, "reason_step"), (6, "reason_step"), (7, "reason_same_clean"), (8, "reason_same_clean")]
)
def test_a_change_is_the_reason_for_seven_days(day: int, told: str) -> None:
    assert of_dose(playing(Track(Dose(1, 25), START, START, CHANGED)), day) == [told]


@pytest.mark.parametrize(("day", "to_go"), [(0, 7), (1, 6), (6, 1), (7, None)])
def test_a_dose_waits_for_what_is_left_of_its_seven_days(day: int, to_go: int | None) -> None:
    (told,) = reasons.of_dose(SHIPPED, playing(), "bear_walk", plus(START, day))
    assert told.values.get("n") == (to_go or 3) and told.key == ("reason_same_days" if to_go else "reason_same_clean")


@pytest.mark.parametrize(
    ("clean", "easy", "told", "n"),
    [
        (0, 0, "reason_same_clean", 3), (2, 0, "reason_same_clean", 1), (3, 0, "reason_same_morning", None),
        (4, 0, "reason_same_morning", None), (0, 1, "reason_same_clean", 3), (0, 2, "reason_same_morning", None),
    ],
)  # fmt: skip
def test_a_dose_waits_for_three_clean_words_or_two_easy_days(clean: int, easy: int, told: str, n: int | None) -> None:
    track = Track(Dose(1, 25), START, START, clean=clean, easy_days=easy)
    (why,) = reasons.of_dose(SHIPPED, playing(track, good_since_new=0), "bear_walk", plus(START, 9))
    assert (why.key, why.values.get("n")) == (told, n)


@pytest.mark.parametrize(("amount", "sets", "easy", "told"), [
    (55, 1, 0, "reason_same_clean"), (60, 1, 0, "reason_cap"), (60, 1, 2, "reason_same_morning"), (60, 3, 2, "reason_cap"),
])  # fmt: skip
def test_a_dose_at_its_cap_may_still_have_a_set_more_where_it_is_easy(
    amount: int, sets: int, easy: int, told: str
) -> None:
    track = Track(Dose(sets, amount), START, START, easy_days=easy)
    assert of_dose(playing(track, budget=600), 9) == [told]


@pytest.mark.parametrize(
    ("budget", "told"), [(44, "reason_same_room"), (45, "reason_same_morning"), (46, "reason_same_morning")]
)
def test_a_dose_waits_for_room_to_the_second(budget: int, told: str) -> None:
    track = Track(Dose(1, 20), START, START, clean=3)  # the next one takes 45 seconds, twice
    assert of_dose(playing(track, budget=budget), 7) == [told]


@pytest.mark.parametrize(
    ("pain", "told"), [(0, "reason_same_pain"), (1, "reason_same_pain"), (-1, "reason_same_clean")]
)
def test_strong_pain_is_the_reason_for_seven_days(pain: int, told: str) -> None:
    assert of_dose(playing(last_pain=plus(START, 2 + pain)), 9) == [told]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (41, ["reason_surgery_half"]), (42, ["reason_surgery_full"]), (48, ["reason_surgery_full"]), (49, []), (50, []),
    ],
)  # fmt: skip
def test_full_doses_are_told_of_from_their_first_day_for_a_week(day: int, told: list[str]) -> None:
    state = ChildState(
        programme=AFTER_SURGERY, has_surgery=True, surgery=START, surgeon_start=START, has_surgeon_agreed=True,
        first_after_lock=plus(START, 14), first_active=plus(START, 14), budget=300,
        tracks={"caterpillar": Track(Dose(1, 3), plus(START, 14), plus(START, 14))},
    )  # fmt: skip
    found = [r.key for r in reasons.of_dose(SHIPPED, state, "caterpillar", plus(START, day))]
    assert [k for k in found if k.startswith("reason_surgery")] == told


def test_how_long_halves_last_is_not_known_before_the_first_play_behind_the_lock() -> None:
    state = ChildState(programme=AFTER_SURGERY, has_surgery=True, tracks={"caterpillar": Track(Dose(1, 2), None, None)})
    assert "reason_surgery_half_first" in [r.key for r in reasons.of_dose(SHIPPED, state, "caterpillar", START)]


# ---------------------------------------------------------------- the budget
@pytest.mark.parametrize(
    ("day", "told"),
    [(0, "reason_budget_up"), (6, "reason_budget_up"), (7, "reason_budget_days"), (8, "reason_budget_days")],
)
def test_a_longer_session_is_the_reason_for_seven_days(day: int, told: str) -> None:
    state = playing(budget_why=reason("reason_budget_up"))
    assert of_budget(state, day) == [told]
    state.budget_since = None
    assert of_budget(state, day) == ["reason_budget_up"], "before the first play"


@pytest.mark.parametrize("gap", ["reason_budget_gap_week", "reason_budget_gap_long"])
@pytest.mark.parametrize(("day", "also"), [(0, []), (6, []), (7, ["reason_budget_days"]), (60, ["reason_budget_days"])])
def test_that_a_session_is_shorter_after_a_gap_is_told_until_it_changes_again(
    gap: str, day: int, also: list[str]
) -> None:
    assert of_budget(playing(budget_why=reason(gap)), day) == [gap, *also]


@pytest.mark.parametrize("day", [14, 15, 20])
def test_that_a_session_is_shorter_after_a_gap_is_told_while_nobody_is_back_yet(day: int) -> None:
    state = playing(budget_why=reason("reason_budget_gap_week"), budget_since=plus(START, 8), gap=1)
    assert of_budget(state, day)[0] == "reason_budget_gap_week"


@pytest.mark.parametrize(("day", "also"), [(6, []), (7, ["reason_keep_strong"])])
def test_that_a_session_is_shorter_after_a_gap_is_told_after_graduation_too(day: int, also: list[str]) -> None:
    state = playing(budget_why=reason("reason_budget_gap_week"), graduated_on=plus(START, -9))
    assert of_budget(state, day) == ["reason_budget_gap_week", *also]


@pytest.mark.parametrize("gap", ["reason_gap_week", "reason_gap_long"])
@pytest.mark.parametrize(("day", "also"), [(6, []), (7, ["reason_same_clean"]), (60, ["reason_same_clean"])])
def test_that_a_dose_is_lower_after_a_gap_is_told_until_it_changes_again(gap: str, day: int, also: list[str]) -> None:
    track = Track(Dose(1, 25), START, START, reason(gap, exercise="bear_walk"))
    assert of_dose(playing(track), day) == [gap, *also]


@pytest.mark.parametrize(
    ("budget", "told"), [(595, "reason_budget_days"), (600, "reason_budget_cap"), (605, "reason_budget_cap")]
)
def test_a_session_of_five_and_six_year_olds_is_ten_minutes_at_most(budget: int, told: str) -> None:
    assert key(reasons.budget_waits_for(SHIPPED, playing(budget=budget), plus(START, 14))) == told


@pytest.mark.parametrize(("day", "told"), [(6, "reason_budget_week"), (7, "reason_budget_days")])
def test_a_session_waits_for_the_end_of_its_seven_days(day: int, told: str) -> None:
    why = reasons.budget_waits_for(SHIPPED, playing(), plus(START, day))
    assert why.key == told and why.values.get("date", str(plus(START, 7))) == str(plus(START, 7))


@pytest.mark.parametrize(("good", "told", "n"), [
    ((8, 9, 10), "reason_budget_days", 3), ((8, 9, 10, 11), "reason_budget_earned", None),
    ((7, 9, 10, 11), "reason_budget_days", 3), ((7, 8, 9, 10, 11), "reason_budget_earned", None), ((), "reason_budget_days", 0),
])  # fmt: skip
def test_four_good_days_earn_a_longer_session_where_they_count_tomorrow_still(
    good: tuple[int, ...], told: str, n: int | None
) -> None:
    state = playing(good_days=tuple(plus(START, d) for d in good))
    why = reasons.budget_waits_for(SHIPPED, state, plus(START, 14))  # tomorrow, day 15, counts days 8 to 14
    assert (why.key, why.values.get("n")) == (told, n)


# ---------------------------------------------------------------- what comes next
@pytest.mark.parametrize(("good", "day", "told"), [
    (3, 5, "reason_next_week"), (3, 6, "reason_next_morning"), (3, 7, "reason_next_morning"),
    (2, 5, "reason_next_week"), (2, 6, "reason_next_new"), (0, 3, "reason_next_week"), (0, 4, "reason_next_new"),
])  # fmt: skip
def test_the_next_exercise_waits_for_its_week_or_for_good_days(good: int, day: int, told: str) -> None:
    state = playing(good_since_new=good)
    for name in ("lego_bricks", "caterpillar"):
        state.tracks[name] = Track(Dose(1, 3), START, START)
    why = reasons.of_next(SHIPPED, state, plus(START, day))
    assert why and why.key == told and why.values["exercise"] == "lift_ride"
    assert why.values.get("n", 3 - good) == 3 - good and why.values.get("week", 2) == 2


# ---------------------------------------------------------------- the lock
@pytest.mark.parametrize(("day", "agreed", "told"), [
    (13, False, ["reason_surgery_lock", "reason_surgery_word_too"]), (14, False, ["reason_surgery_word"]),
    (15, False, ["reason_surgery_word"]), (13, True, ["reason_surgery_lock"]), (14, True, []),
])  # fmt: skip
def test_the_date_is_told_before_it_and_the_surgeons_word_is_asked_for_from_it_on(
    day: int, agreed: bool, told: list[str]
) -> None:
    state = ChildState(
        programme=AFTER_SURGERY, has_surgery=True, surgery=START, surgeon_start=START, has_surgeon_agreed=agreed
    )
    found = [r.key for r in reasons.of_rest(SHIPPED, state, plus(START, day))]
    assert [k for k in found if "surgery" in k] == told


# ---------------------------------------------------------------- a level
@pytest.mark.parametrize(("sets", "told"), [(1, False), (2, True), (3, True)])
def test_the_rest_between_sets_is_told_from_two_sets_on(sets: int, told: bool) -> None:
    state = playing(Track(Dose(sets, 20), START, START))
    keys = [r.key for r in reasons.of_level(SHIPPED, state, "bear_walk", plus(START, 9))]
    assert ("reason_rest_between" in keys) is told


@pytest.mark.parametrize(("budget", "told"), [(89, True), (90, False), (91, False)])
def test_whose_turn_it_is_is_told_where_one_session_does_not_hold_all_to_the_second(budget: int, told: bool) -> None:
    state = playing(budget=budget, tried={"bear_walk": (START, 0)})
    state.tracks["caterpillar"] = Track(Dose(1, 3), START, START)  # 50 seconds, and the bear walk 40
    keys = [r.key for r in reasons.of_level(SHIPPED, state, "bear_walk", plus(START, 9))]
    assert ("reason_turn" in keys) is told


def test_a_trail_on_which_everything_rests_or_is_left_out_says_which() -> None:
    rests = playing(resting={"bear_walk": RestingExercise(START, 5)})
    left_out = playing(switched={"bear_walk": False})
    told = [[r.key for r in reasons.of_rest(SHIPPED, state, plus(START, 14))] for state in (rests, left_out, playing())]
    assert told == [["reason_ouch_rest"], ["reason_all_left_out"], []]
