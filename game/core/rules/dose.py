"""How much of an exercise: sets of an amount, its steps up and down, and the seconds it takes.

Amounts are whole numbers in the exercise's unit, one foot; where a therapist ordered one foot alone its seconds are
half. Rules: a set more when it was too easy twice, else an amount; back a set first, else an amount; never below the
start, never past the cap.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.content import Exercise, Foot, Ramp, Unit
from game.core.events import ExerciseOrdered
from game.core.numbers import Rules
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Dose:
    """`sets` times `amount`, with `foot` alone where one was ordered (None: as the exercise is done)."""

    sets: int
    amount: int
    foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a dose may move just now."""

    ramp: Ramp
    most_sets: int
    foot: Foot | None = None

    @property
    def first(self) -> Dose:
        return Dose(1, self.ramp.start, self.foot)

    def within(self, dose: Dose) -> Dose:
        """A dose that is above the most falls to it at once; the foot is the one asked for."""
        return Dose(min(dose.sets, self.most_sets), min(dose.amount, self.ramp.cap), self.foot)


def limits(rules: Rules, exercise: Exercise, *, half: bool = False, grown_up: bool = False) -> Limits:
    """An exercise's limits: its own, the half after surgery (start up, cap down, one set), or the grown-up's few by
    ones, never above its own cap. The work of one set stays within the longest piece of work."""
    ramp = exercise.ramp
    if grown_up and exercise.unit is not Unit.SECONDS:
        ramp = Ramp(min(rules.course_least, ramp.cap), 1, min(rules.course_most, ramp.cap))
    if not exercise.beside:  # a family's walk outdoors is no piece of work
        longest = rules.work_seconds_most // (exercise.feet * exercise.seconds_per_unit)
        if ramp.cap > longest:
            ramp = replace(ramp, cap=longest)
    if half:
        start = (ramp.start + 1) // 2
        return Limits(Ramp(start, ramp.step, max(start, ramp.cap // 2)), most_sets=1)
    return Limits(ramp, rules.sets_most)


def tightened(limit: Limits, exercise: Exercise, order: ExerciseOrdered, *, half: bool = False) -> Limits:
    """The limits with a therapist's order beside them: never a higher cap, nor more sets, nor (while doses are halved
    after an operation) a higher start."""
    cap = min(limit.ramp.cap, max(1, order.cap or limit.ramp.cap))
    start = max(1, order.start or limit.ramp.start)
    if half:
        start = min(start, limit.ramp.start)
    sets = min(limit.most_sets, max(1, order.most_sets or limit.most_sets))
    return Limits(replace(limit.ramp, start=min(start, cap), cap=cap), sets, order.foot if exercise.per_foot else None)


def seconds(rules: Rules, exercise: Exercise, dose: Dose) -> int:
    """The change to it, its work and the rests between its sets.

    Bear walk, two sets of 20 seconds: 20 to get there, 40 of work, 30 of rest, 90 in all.
    """
    return rules.change_seconds + work_seconds(exercise, dose) + rules.rest_seconds * (dose.sets - 1)


def longer_rest(rules: Rules, rest: int | None) -> int:
    """By how many seconds a family rests longer between two sets than the plan counts, negative where it rests
    shorter or not at all; `rest` is what it chose, None for the plan's."""
    return 0 if rest is None else rest - rules.rest_seconds


def work_seconds(exercise: Exercise, dose: Dose) -> int:
    """The work alone, both feet or the one that was ordered."""
    feet = 1 if dose.foot else exercise.feet
    return dose.sets * dose.amount * feet * exercise.seconds_per_unit


def by_foot(exercise: Exercise, dose: Dose, units: int) -> tuple[int, int]:
    """So many units of a dose (one foot's), left and right as a play keeps them: both together are the left ones."""
    return 0 if dose.foot is Foot.RIGHT else units, units if exercise.per_foot and dose.foot is not Foot.LEFT else 0


def one_down(dose: Dose, limit: Limits) -> Dose:
    """One step back: a set first, else an amount; never below the start, and what is below it stays."""
    if dose.sets > 1:
        return replace(dose, sets=dose.sets - 1)
    return replace(dose, amount=max(min(limit.ramp.start, dose.amount), dose.amount - limit.ramp.step))


def one_up(dose: Dose, limit: Limits) -> Dose:
    """One amount more; the same dose at the cap."""
    return replace(dose, amount=max(dose.amount, min(limit.ramp.cap, dose.amount + limit.ramp.step)))


def one_set_more(dose: Dose, limit: Limits) -> Dose:
    """One set more; the same dose at the most."""
    return replace(dose, sets=max(dose.sets, min(limit.most_sets, dose.sets + 1)))


def halved(dose: Dose, limit: Limits) -> Dose:
    """After a long time away: half the sets, or with one set half the amount, down to a whole step, not below start."""
    if dose.sets > 1:
        return replace(dose, sets=dose.sets // 2)
    start, step = limit.ramp.start, limit.ramp.step
    steps = max(0, dose.amount // 2 - start) // step
    return replace(dose, amount=min(dose.amount, start + steps * step))


def is_above(a: Dose, b: Dose) -> bool:
    """Whether a asks for more than b."""
    return a.sets * a.amount > b.sets * b.amount
