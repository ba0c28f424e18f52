"""The known families: on which days each plays, and with which words; a diary of theirs is the same for ever."""

from __future__ import annotations

from functools import cache

import pytest

from game.core.content import Slot
from game.core.days import days_between, plus
from game.core.events import DoctorAsked, Effort, ExerciseAllowed, Grade, Outcome
from game.core.history.history import Attempt
from game.core.simulate.simulation import FAMILIES
from tests.diary import START, Life, of_family

DAYS = 84


@cache
def life(family: str) -> Life:
    return of_family(family, DAYS)


def plays(family: str) -> list[tuple[int, str, Attempt]]:
    """Day, "m" or "e", and the play."""
    return [(days_between(START, a.on), a.slot.value[0], a) for a in life(family).robin.child.attempts.values()]


def sessions(family: str) -> list[str]:
    return list(dict.fromkeys(f"{n}{slot}" for n, slot, _ in plays(family)))


@pytest.mark.parametrize(
    ("family", "effort"), [("perfect", Effort.RIGHT), ("easy", Effort.EASY), ("hard", Effort.HARD)]
)
def test_three_families_play_every_session_with_one_word(family: str, effort: Effort) -> None:
    assert sessions(family) == [f"{n}{slot}" for n in range(DAYS) for slot in "me"]
    assert {(a.outcome, a.grade, a.effort) for _, _, a in plays(family)} == {(Outcome.FINISHED, Grade.WELL, effort)}


def test_a_family_on_holiday_is_away_for_ten_days_and_for_twenty_five() -> None:
    played = {n for n, _, _ in plays("holiday")}
    assert set(range(DAYS)) - played == {*range(21, 31), *range(49, 74)}


def test_a_family_with_pain_has_a_four_and_three_days_later_a_six_and_asks_the_doctor_in_a_week() -> None:
    hurts = [(n, slot, a.ouch) for n, slot, a in plays("ouch") if a.is_hurt]
    assert hurts == [(14, "m", 4), (17, "m", 6)]
    asked = [
        days_between(START, e.day)
        for e in life("ouch").robin.events
        if isinstance(e.fact, DoctorAsked | ExerciseAllowed)
    ]
    assert asked == [24, 24] and {n for n, _, _ in plays("ouch")} == {*range(18), *range(24, DAYS)}


def test_a_typical_family_plays_these_sessions_with_these_words() -> None:
    assert " ".join(sessions("typical")[:40]) == (
        "1m 1e 2m 4m 4e 5e 6m 6e 7m 9m 9e 10m 12m 12e 13e 14m 14e 15m 17m 17e 18e 19m 19e 20m 22m 22e 23e 24m 24e 25m 25e "
        "26e 27m 27e 28m 30m 30e 31e 32m 32e"
    )
    words = {f"{n}{slot}": (a.outcome, a.grade, a.effort) for n, slot, a in plays("typical")}
    partly = (Outcome.STOPPED, Grade.PARTLY, Effort.HARD)
    assert [at for at, word in words.items() if word == partly] == ["10m", "33m", "44e", "79m"]
    helped = [at for at, word in words.items() if word[1] is Grade.HELPED]
    assert helped[:10] == ["2m", "6e", "9e", "12e", "14m", "17m", "18e", "20m", "24e", "27e"]
    assert {word for at, word in words.items() if word != partly} == {
        (Outcome.FINISHED, Grade.WELL, Effort.RIGHT), (Outcome.FINISHED, Grade.HELPED, Effort.RIGHT),
    }  # fmt: skip


def test_there_are_six_families() -> None:
    assert FAMILIES == ("perfect", "typical", "easy", "hard", "ouch", "holiday")


def test_a_day_is_shown_with_its_morning_and_the_evening_as_it_will_be() -> None:
    plan = life("perfect").on(30)
    assert [quest.slot for quest in plan.slots] == [Slot.MORNING, Slot.EVENING]
    morning, evening = ({level.exercise for level in quest.levels} for quest in plan.slots)
    assert morning and evening and morning != evening
    turns = [
        r.values["date"] for q in plan.slots for level in q.levels for r in level.reasons if r.key == "reason_turn"
    ]
    assert turns and str(plus(START, 30)) not in turns, "the morning is only taken to have been played"
