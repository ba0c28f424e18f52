"""What is named as the next to come is what comes: one exercise, the same on every page, whatever was ordered when."""

from __future__ import annotations

from random import Random

import pytest

from game.core.content import Foot
from game.core.days import plus
from game.core.events import ExerciseOrdered, ExerciseSwitched, Fact
from game.core.rules import joining, ordering, reasons
from game.core.rules.journey import journey
from game.core.rules.ordering import Standing
from game.core.simulate.simulation import begun, family_plays
from tests.core.rules.lives import SURGERY
from tests.diary import START, case, catalogue

DAYS = 60
WHOSE = [
    (programme, str(age)) for programme in ("children", "prevention", "after_surgery") for age in catalogue().rules.ages
]


def ordered_by_chance(chance: Random, programme: str) -> dict[int, tuple[Fact, ...]]:
    """A few orders in the first five weeks, of any exercise: those only a therapist brings, and those that come late."""
    of = catalogue().programmes[programme]
    found: dict[int, tuple[Fact, ...]] = {}
    for n in sorted(chance.sample(range(35), chance.randrange(1, 5))):
        name = chance.choice((*of.on_order, *of.on_order, *of.exercises))
        foot = chance.choice((None, Foot.LEFT)) if catalogue().exercises[name].per_foot else None
        plays = chance.choice((True, True, True, False, None))
        facts: list[Fact] = [ExerciseOrdered(name, "Ms Weber", plus(START, n), plays, foot)]
        if chance.random() < 0.2:
            facts.append(ExerciseSwitched(chance.choice(of.exercises), chance.random() < 0.5))
        found[n] = tuple(facts)
    return found


@pytest.mark.parametrize(("programme", "age"), WHOSE)
@pytest.mark.parametrize("seed", range(4))
def test_whatever_joins_was_named_the_evening_before_and_nothing_else_was(programme: str, age: str, seed: int) -> None:
    chance = Random(f"{programme} {age} {seed}")
    family = "perfect" if seed % 2 else chance.choice(("typical", "easy", "ouch"))
    robin = begun(catalogue(), case(programme, age, *(SURGERY if programme == "after_surgery" else ())))
    orders, joined = ordered_by_chance(chance, programme), 0
    for n in range(DAYS):
        today, tomorrow = plus(START, n), plus(START, n + 1)
        family_plays(robin, family, START, today)
        robin.record(today, 21, *orders.get(n, ()))
        way = journey(catalogue(), robin.child, today)
        said = reasons.of_next(catalogue(), way.now(today), today)
        named = said.values["exercise"] if said else None
        rows = ordering.sheet(catalogue(), robin.child, today).rows
        next_one = joining.joins_next(catalogue(), way.now(today), today)
        assert named in (None, next_one), "nothing is named while it is held, or after pain"
        assert {row.exercise for row in rows if row.standing is Standing.JOINS_NEXT} <= {next_one}, (n, said)
        after = journey(catalogue(), robin.child, tomorrow)
        new = set(after.morning(tomorrow).tracks) - set(way.now(today).tracks)
        assert new <= {next_one}, (n, said)
        joined += len(new)
    assert joined
