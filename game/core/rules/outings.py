"""The walk outdoors: told by a grown-up afterwards, a quest for the whole family outside slots and budgets.

It makes its day active and brings its stars; it takes no slot, and neither budget nor doses nor gaps know of it: a day
with only a walk is no good day for growth.
"""

from __future__ import annotations

from datetime import date, datetime

from game.core.content import Catalogue, Exercise, Slot
from game.core.days import game_day, plus
from game.core.events import (
    Effort,
    Fact,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    Outcome,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    StarsAwarded,
)
from game.core.history.history import Attempt, Child
from game.core.rules.journey import journey
from game.core.rules.rewards import RefusedByRules, earned, why_no_play
from game.core.rules.state import GROWN_UP


def minutes(exercise: Exercise) -> tuple[int, ...]:
    """The lengths a family may choose from, shortest first."""
    ramp = exercise.ramp
    return tuple(range(ramp.start, ramp.cap + 1, ramp.step))


def days_open(child: Child, day: date) -> tuple[date, ...]:
    """The days whose walk may be told on the game day `day`: it and yesterday, but none before the child came."""
    added = child.added_on or day
    return tuple(on for on in (day, plus(day, -1)) if on == day or on >= added)


def told_on(child: Child, exercise: str, on: date) -> bool:
    """Whether that day's walk is written down already."""
    return any(a.exercise == exercise and a.on == on for a in child.attempts.values())


def last_told(child: Child, exercise: str) -> int | None:
    """The minutes of the walk told last; None without any."""
    row = [a.amount for a in child.attempts.values() if a.exercise == exercise]
    return row[-1] if row else None


def walked(
    catalogue: Catalogue, child: Child, exercise: str, length: int, grade: Grade, on: date, slot: Slot, now: datetime,
    ids: tuple[str, str],
) -> tuple[Fact, ...]:  # fmt: skip
    """The walk of the day `on` with the word on it and its stars, to be recorded at once; `length` is minutes, `slot`
    only where it is listed, `ids` name its session and its attempt.

    () when that day's walk is told already. Refused while the child may not exercise; ValueError for a length that is
    not offered.
    """
    if length not in minutes(catalogue.exercises[exercise]):
        raise ValueError(f"{length} minutes are not offered")
    if told_on(child, exercise, on):
        return ()
    way = journey(catalogue, child, max(on, game_day(now, catalogue.rules.morning_hour)))
    refusal = why_no_play(catalogue, way.now(on), exercise, on)
    if refusal is not None:
        raise RefusedByRules(refusal)
    session, attempt = ids
    played = Attempt(attempt, "", session, on, slot, exercise, 1, length, Outcome.FINISHED, length, 0, True, now)
    stars, why = earned(catalogue, played, grade)
    paid = (StarsAwarded(attempt, stars, why),) if stars and child.programme != GROWN_UP else ()
    return (
        SessionStarted(session, on, slot, QuestKind.AWAY, (exercise,)),
        LevelPlayed(attempt, session, on, slot, exercise, 1, length, Outcome.FINISHED, length, away=True),
        LevelConfirmed(attempt, grade, Effort.RIGHT),
        *paid,
        SessionEnded(session, SessionEnding.WHOLE),
    )
