"""A diary for tests of the data layer: facts as a family tells them, without the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from game.core.content import AgeBand, Slot
from game.core.events import (
    ChildAdded,
    Effort,
    Event,
    Fact,
    GateSet,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    Outcome,
    StarsAwarded,
)
from game.data.journal.journal import Journal

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
PIN_RECORD = GateSet("scrypt$16$00$00", "scrypt$16$00$00")


def told(
    days: int, child: str = "anna", nickname: str = "Anna", start: datetime = START
) -> Iterator[tuple[str, datetime, Fact]]:
    """Three facts a day after the child was added: played, confirmed, stars. Id, moment, fact."""
    yield f"{child}-added", start, ChildAdded(nickname, "kva", AgeBand.FIVE_SIX, 1)
    for i in range(days):
        at, play = start + timedelta(days=i, minutes=5), f"{child}-{i}"
        day = at.date()
        yield f"{play}-p", at, LevelPlayed(play, f"s{i}", day, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)
        yield f"{play}-c", at, LevelConfirmed(play, Grade.WELL, Effort.RIGHT)
        yield f"{play}-s", at, StarsAwarded(play, 3, "careful")


def tell_at_once(journal: Journal, days: int) -> None:
    """The same in one go, for a long diary that only has to be there."""
    events = [
        Event(id_, journal.device, i, "anna", at, at.date(), 60, fact)
        for i, (id_, at, fact) in enumerate(told(days), 1)
    ]
    journal.write(events)


def tell(journal: Journal, days: int, child: str = "anna", nickname: str = "Anna", start: datetime = START) -> int:
    """Tells that diary, each day in one go; how many facts."""
    count = 0
    for id_, at, fact in told(days, child, nickname, start):
        journal.append((fact,), child=child, at=at, day=at.date(), offset=60, ids=(id_,))
        count += 1
    return count
