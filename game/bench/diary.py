"""What ten times as much history costs: opening the diary, telling one more fact, the sums of the map and the progress.

Two diaries on disk, of 200 and of 2000 days of play; nothing but opening may grow with them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from game.app import garbage
from game.bench.pairs import Figure, in_turn, median, ratio, ratios, spread_of
from game.core.content import AgeBand, Catalogue, Slot
from game.core.events import (
    ChildAdded,
    Effort,
    Event,
    Fact,
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
from game.core.history.device_order import in_order
from game.core.history.fold import fold
from game.core.history.history import Family, empty_family
from game.core.reports.progress import progress
from game.core.rules.today import today
from game.data.journal.journal import Journal
from game.data.levels.playable import read_shipped

CHILD = "child-1"
FEW, MANY = 200, 2000  # days; ten times
EXERCISES = ("bear_walk", "lego_bricks", "caterpillar")
BEGIN = date(2020, 1, 6)
ROUNDS = 15


def measures(few: int = FEW, many: int = MANY) -> Iterator[Figure]:
    """Growth by ten of each, as the ratio of the long diary to the short one; `few` and `many` are days."""
    catalogue = read_shipped()
    with tempfile.TemporaryDirectory() as folder:
        short, long = (_Diary(catalogue, Path(folder) / f"{days}.sqlite", days) for days in (few, many))
        try:
            yield _growth("opening the diary", long.read, short.read, 3, 11.5)
            yield _growth("one more fact on the disk", long.tell, short.tell, ROUNDS, 1.15)
            yield _growth("one more fact folded in", long.fold_one, short.fold_one, ROUNDS, None)
            yield _growth("today's quest", long.plan, short.plan, 3, None)
            yield _growth("the progress screen's sums", long.progress, short.progress, 3, None)
        finally:
            short.close()
            long.close()


def _growth(
    name: str, long: Callable[[], object], short: Callable[[], object], rounds: int, goal: float | None
) -> Figure:
    times = in_turn(long, short, rounds)
    note = f"{1000 * median(times[0]):.1f} ms with the long one"
    return Figure(f"{name}: ten times the history", ratio(*times), "x", goal, note, spread_of(ratios(*times)))


class _Diary:
    """A made-up child's diary of so many days, open, with its family folded."""

    def __init__(self, catalogue: Catalogue, path: Path, days: int) -> None:
        self.catalogue, self.path, self.day = catalogue, path, BEGIN + timedelta(days)
        self.morning = datetime(self.day.year, self.day.month, self.day.day, 8, tzinfo=UTC)
        self.journal = Journal.open(path)
        self.journal.write(list(story(self.journal, days)))
        self.family: Family = fold(empty_family(), in_order(self.journal.events()))
        self.made = 0

    def read(self) -> Family:
        """As at the start of the game: every row read and folded, and no search for garbage meanwhile, which grows
        faster than the history."""
        with garbage.resting():
            return fold(empty_family(), in_order(self.journal.events()))

    def tell(self) -> Sequence[Event]:
        self.made += 1
        name = f"more-{self.made}"
        fact = StarsAwarded(name, 1, "tried")
        return self.journal.append([fact], child=CHILD, at=self.morning, day=self.day, offset=0, ids=[name])

    def fold_one(self) -> Family:
        event = Event("one", "here", 1, CHILD, self.morning, self.day, 0, StarsAwarded("one", 1, "tried"))
        return fold(self.family, [event])

    def plan(self) -> object:
        return today(self.catalogue, self.family.children[CHILD], self.morning, Slot.MORNING)

    def progress(self) -> object:
        return progress(self.catalogue, self.family.children[CHILD], self.day)

    def close(self) -> None:
        self.journal.close()


def story(
    journal: Journal, days: int, begin: date = BEGIN, exercises: Sequence[str] = EXERCISES
) -> Iterator[Event]:  # fmt: skip
    """So many days from `begin` on, each with two sessions of those exercises, all told well."""
    number = 0
    for n in range(days):
        day = begin + timedelta(n)
        at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        facts: list[Fact] = []
        if n == 0:
            facts += [ChildAdded("Anna", "kva", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children")]
        for slot in Slot:
            facts += _session(f"{n}-{slot.value}", day, slot, exercises)
        ids = [f"event-{number + i}" for i in range(len(facts))]
        number += len(facts)
        yield from journal.numbered_events(facts, child=CHILD, at=at, day=day, offset=0, ids=ids)


def _session(name: str, day: date, slot: Slot, exercises: Sequence[str]) -> Iterator[Fact]:
    yield SessionStarted(name, day, slot, QuestKind.QUEST, tuple(exercises))
    for exercise in exercises:
        attempt = f"{name}-{exercise}"
        yield LevelPlayed(attempt, name, day, slot, exercise, 1, 5, Outcome.FINISHED, 5)
        yield LevelConfirmed(attempt, Grade.WELL, Effort.RIGHT)
        yield StarsAwarded(attempt, 3, "well")
    yield SessionEnded(name, SessionEnding.WHOLE)
