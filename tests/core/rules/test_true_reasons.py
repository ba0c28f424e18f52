"""Every sentence about the rules is true of the child and the day it speaks of."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import (
    DoctorAsked,
    ExerciseOrdered,
    ExerciseSwitched,
    LevelPlayed,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    QuestKind,
    Retracted,
    SessionStarted,
    SignsTicked,
)
from game.core.simulate.simulation import SimulatedFamily, begun
from tests.core.rules.lives import Days, Steering, of_diary, untrue, whose, year_of
from tests.core.rules.true_reasons import TRUE, Said, is_true
from tests.diary import START, Life, both, case, catalogue, every_day
from tests.diary import of_family as lived_of

DIARIES = {
    "long away": (case(), 30, both(range(12)) + both([22, 23, 24])),
    "longer away": (case(), 50, both(range(20)) + both([46, 47])),
    "away twice": (case(), 80, both(range(20)) + both(range(46, 49)) + both(range(58, 80, 2))),
    "too easy": (case(age="11+"), 16, both(range(16), "finished well easy")),
    "forward": (case(), 20, every_day(range(18), "morning * stopped well right") + "+15 forward bear_walk"),
    "held": (case(), 14, both(range(14)) + "+6 hold\n+11 release"),
    "too hard": (case(), 20, both(range(16)) + both([16, 17], "finished well hard")),
    "away from the start": (case("prevention", "7-10"), 40, both([0, 1, 3, 5]) + both([30, 31, 33])),
    "steered": (case(), 45, both(range(45)) + "+8 back\n+9 hold\n+12 release\n+21 forward bear_walk\n+22 back caterpillar"
                "\n+30 age 3-4\n+37 age 7-10"),
    "pain and back": (case(), 40, both(range(10)) + "+10 morning bear_walk ouch 5\n+12 allow bear_walk\n" + both(range(11, 40))),
    "stop": (case("children", "7-10"), 40, both(range(8)) + "+8 morning bear_walk ouch 5\n+11 evening caterpillar ouch 6\n"
             "+20 resume doctor-asked\n+21 allow *\n" + both(range(22, 40))),
    "little pains": (case(), 40, both(range(20)) + "+20 morning bear_walk ouch 2\n" + both(range(21, 30), "finished partly hard")
                     + both(range(30, 40), "finished well easy")),
    "ill": (case(), 30, both(range(10)) + "+10 pause ill until +15\n+13 resume\n" + both(range(14, 20)) + "+20 pause away until +29"),
    "a day in bed": (case(), 6, both(range(3)) + "+4 pause ill until +4"),
    "no date": (case("after_surgery", "7-10"), 4, ""),
    "one date": (case("after_surgery", "7-10", "2025-12-29"), 4, ""),
    "other date": (case("after_surgery", "7-10", "", "2026-01-10"), 4, ""),
    "no word": (case("after_surgery", "7-10", "2025-12-29", "2026-01-10"), 12, ""),
    "late surgery": (case("after_surgery", "7-10", "2025-11-01", "2025-12-01", True), 75, both(range(0, 70, 2)) + both(range(70, 75))),
    "another programme": (case(), 60, both(range(30)) + "+30 programme prevention\n" + both(range(31, 60))),
    "one a week": (case(), 120, both(range(0, 120, 7))),
    "grown up": (case("grown_up", "11+"), 40, both(range(30))),
    "into the course": (case("prevention", "11+"), 20, both(range(8)) + "+8 programme grown_up\n" + both(range(9, 20))),
    "nothing good": (case(), 20, both(range(20), "finished partly hard")),
    "inner edges": (case(order=("duckling_walk",)), 45, both(range(45))),
    "hard at the start": (case(), 12, both(range(4)) + "+4 morning bear_walk finished well hard\n" + both(range(5, 12))),
    "ordered": (case(), 45, both(range(45), "finished well easy") + "+3 order duckling_walk on\n+12 order magic_toe on right start 3\n+20 order bear_walk cap 20 sets 1\n"
                "+22 order caterpillar off\n+24 order hold until +31\n+33 order lego_bricks left cap 4"),
    "starts ordered": (case(), 45, both(range(45)) + "+8 order bear_walk start 45\n+8 order lego_bricks start 10\n"
                       "+20 order caterpillar start 2\n+32 order bear_walk start 15"),
    "graduated": (case("prevention", "11+"), 110, both(range(0, 110, 2))),
}  # fmt: skip


LEFT_OUT = tuple(ExerciseSwitched(e, False) for e in catalogue().programmes["prevention"].exercises)
HURT = (
    SessionStarted("s", plus(START, 3), Slot.EVENING, QuestKind.ONE, ("bear_walk",)),
    LevelPlayed("a", "s", plus(START, 3), Slot.EVENING, "bear_walk", 1, 20, Outcome.HURT, 8),
    OuchTold("a", "bear_walk", plus(START, 3), Slot.EVENING, None),
)
LEFT_FIRST = ExerciseOrdered("caterpillar", "Ms Weber", START, first_foot=Foot.LEFT)
STEERED: dict[str, tuple[SimulatedFamily, int, str, Steering]] = {
    "signs": (case(), 8, both(range(2)), {2: (SignsTicked(("limp",)),), 5: (DoctorAsked("signs"),)}),
    "all left out": (case("prevention"), 8, both(range(3)), {3: LEFT_OUT, 6: (ExerciseSwitched("sky_bike", True),)}),
    "not said how much": (case(), 6, every_day(range(6)), {3: HURT}),
    "one foot first": (case(), 5, every_day(range(5)), {1: (LEFT_FIRST,)}),
    "mornings alone": (case(), 6, every_day(range(6)), {}),
}


def without_programme() -> Days:
    """A child whose only programme was taken back."""
    robin = begun(catalogue(), case())
    robin.record(START, 9, *(Retracted(e.id) for e in robin.child.events if isinstance(e.fact, ProgrammeChosen)))
    yield Life(robin, []), START


def by_chance(seed: int) -> tuple[SimulatedFamily, int, str]:
    """Forty days of a family that does many things."""
    chance = Random(seed)
    programme, age = chance.choice(
        [("children", "3-4"), ("children", "7-10"), ("prevention", "5-6"), ("grown_up", "11+")]
    )
    names = catalogue().programmes[programme].exercises[:5]
    rows = []
    for n in range(40):
        if chance.random() < 0.12:
            word = chance.choice(["hold", "release", "back", "forward", "allow *", f"pause ill until +{n + 3}", "resume",
                                  f"order {chance.choice(names)} {chance.choice(['on', 'off', 'cap 5', 'start 5 sets 2', 'start 6', ''])}",
                                  f"order hold until +{n + 5}",
                                  f"morning {chance.choice(names)} ouch {chance.randrange(1, 7)}"])  # fmt: skip
            rows.append(f"+{n} {word}")
        for slot in ("morning", "evening"):
            if chance.random() < 0.7:
                grade, effort = (
                    chance.choice(["well", "helped", "well", "partly"]),
                    chance.choice(["right", "easy", "hard"]),
                )
                rows.append(f"+{n} {slot} * finished {grade} {effort}")
    return case(programme, age), 40, "\n".join(rows)


@pytest.fixture(scope="module")
def all_said() -> tuple[list[str], Counter[str], dict[str, Said]]:
    """What is untrue in all the diaries, how often each sentence was said, and one of each."""
    wrong, seen, one = [], Counter[str](), dict[str, Said]()
    for name, (who, days, text) in DIARIES.items():
        wrong += [f"{name}: {told}" for told in untrue(of_diary(who, days, text), 1 if days < 32 else 4, seen, one)]
    for name, (who, days, text, steering) in STEERED.items():
        wrong += [f"{name}: {told}" for told in untrue(of_diary(who, days, text, steering), 1, seen, one)]
    wrong += untrue(without_programme(), 1, seen, one)
    return wrong, seen, one


AllSaid = tuple[list[str], "Counter[str]", "dict[str, Said]"]
SELDOM = {"reason_feet_order", "reason_in_again", "reason_surgery_start", "reason_shortened"}


def test_every_sentence_is_true_in_lives_of_every_kind(all_said: AllSaid) -> None:
    wrong, seen, _ = all_said
    assert wrong == []
    assert set(TRUE) - set(seen) <= SELDOM, sorted(set(TRUE) - set(seen) - SELDOM)


def test_a_sentence_with_another_number_date_or_exercise_is_found_untrue(all_said: AllSaid) -> None:
    values = 0
    for said in all_said[2].values():
        for name, value in said.reason.values.items():
            if name in ("unit", "exercise", "why") or said.reason.key in LOOSE.get(name, ()):
                continue
            other = other_than(name, value)
            falsified = replace(said, reason=replace(said.reason, values={**said.reason.values, name: other}))
            assert not is_true(falsified), falsified.reason
            values += 1
    assert values > 40


def other_than(name: str, value: int | str) -> int | str:
    if name in ("date", "until"):
        return str(plus(date.fromisoformat(str(value)), 1))
    if name in ("who", "foot"):
        return f"not {value}"
    return "03:59" if name == "time" else int(value) + 1


@pytest.mark.parametrize("seed", range(4))
def test_every_sentence_is_true_in_lives_made_by_chance(seed: int) -> None:
    assert untrue(of_diary(*by_chance(seed)), 4, Counter()) == []


# Told of the past: what it was before is not in the state any more.
LOOSE = {
    "from": [key for key in TRUE if key.startswith("reason_")],
    "n": ["reason_budget_up", "reason_no_good_day"],
    "budget": ["reason_shortened"],
    "date": ["reason_parent_back", "reason_parent_forward", "reason_grown_up_off", "reason_surgery_half"],
}


# Of every programme, age and kind of family; all of them: python -m tests.faults reasons
SAMPLE = whose()[::7]


@pytest.mark.parametrize("n", range(3))
def test_every_sentence_is_true_of_every_family_for_a_year(n: int) -> None:
    wrong = {whose: untrue(year_of(*whose), 6, Counter()) for whose in SAMPLE[n::3]}
    assert {whose: told for whose, told in wrong.items() if told} == {}


def test_a_planned_evening_says_of_nothing_that_it_was_done_on_its_own_day() -> None:
    """The morning is not played yet when the day is looked at."""
    life = lived_of("perfect", 60)
    turns = [(plan.day, r) for plan in life.plans for q in plan.slots for row in q.levels for r in row.reasons]
    said = [(str(day), dict(r.values)["date"]) for day, r in turns if r.key == "reason_turn"]
    assert said and all(done < day for day, done in said)
