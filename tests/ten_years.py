"""A family of ten years with numbers as large as they get: every evening for 3,650 days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    ChildAdded,
    Effort,
    Event,
    Fact,
    FunctionMeasured,
    GateSet,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    Outcome,
    ProgrammeChosen,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    SignsTicked,
    StarsAwarded,
)
from game.data.journal.pin import hashed, plain
from tests.player import CODE, PIN

FIRST, DAYS = date(2025, 1, 6), 3650  # after the first year in which there was a game
LAST = plus(FIRST, DAYS - 1)
NOW = datetime(LAST.year, LAST.month, LAST.day, 18, 30, tzinfo=UTC)  # of the last day, with a play not told of yet
STARS = 55  # an evening: 200,000 in ten years, more than anybody can win
EXERCISES = ("bear_walk", "lego_bricks", "caterpillar")


@cache
def events() -> tuple[Event, ...]:
    """Everything told by one device, in order."""
    out: list[Event] = []

    def tell(day: date, hour: int, child: str | None, *facts: Fact) -> None:
        at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) + timedelta(seconds=len(out) % 3000)
        for fact in facts:
            n = len(out) + 1
            out.append(Event(f"event-{n}", "device", n, child, at, day, 0, fact))

    tell(FIRST, 5, None, GateSet(hashed(PIN, 16), hashed(plain(CODE), 16)))
    for child, name, age in (("anna", "Annabellina", AgeBand.SEVEN_TEN), ("leo", "Leo", AgeBand.FIVE_SIX)):
        tell(FIRST, 5, child, ChildAdded(name, "kva", age, 1), SignsTicked(()), ProgrammeChosen("children"))
    for n in range(DAYS):
        day = plus(FIRST, n)
        tell(day, 17, "anna", *_session(str(n), day, EXERCISES[n % 3]))
        if n % 28 == 9:
            for what, foot in (("one_leg_seconds", "left"), ("one_leg_seconds", "right"), ("bricks_a_minute", "left")):
                tell(day, 18, "anna", FunctionMeasured(day, what, foot, min(30, 5 + n // 100)))
    tell(LAST, 18, "anna", *_session("last", LAST, EXERCISES[0], is_told=False))
    return tuple(out)


def _session(id_: str, day: date, exercise: str, is_told: bool = True) -> list[Fact]:
    facts: list[Fact] = [
        SessionStarted(f"s{id_}", day, Slot.EVENING, QuestKind.QUEST, (exercise,)),
        LevelPlayed(f"a{id_}", f"s{id_}", day, Slot.EVENING, exercise, 1, 20, Outcome.FINISHED, 20, 20),
        StarsAwarded(f"a{id_}", STARS, "tried"),
        SessionEnded(f"s{id_}", SessionEnding.WHOLE),
    ]
    if is_told:
        facts.insert(3, LevelConfirmed(f"a{id_}", Grade.WELL, Effort.RIGHT))
    return facts
