"""Whether ten years open like ten days: a family of two sessions a day, begun from what its last good night left.

Measured is what stands between the window and a child's press on who is playing: the diary opened, the family had, the
quest of the moment laid out. The comparison is the least anybody could do who reads it all: every row selected and its
fact parsed.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from game.bench.diary import CHILD, story
from game.bench.pairs import Figure, in_turn, median, ratio
from game.core.content import Catalogue, Slot
from game.core.rules import journey
from game.core.rules.today import Today, today
from game.data.checkpoint.checkpoint_file import read_file, write_file
from game.data.checkpoint.family_history import had, key_of, settle_family
from game.data.journal.journal import Journal
from game.data.levels.playable import read_shipped

YEAR, TEN_YEARS = 365, 3650  # days
BEGIN = date(2025, 1, 6)  # a diary from before there was a game is another story
EXERCISES_A_QUEST = 12  # as a family that does everything: 38 facts a session, 279,000 in ten years
ROUNDS = 9


def measures(few: int = YEAR, many: int = TEN_YEARS) -> Iterator[Figure]:
    """The start of a family of `many` days beside the bare reading of its diary, and beside that of `few` days."""
    catalogue = read_shipped()
    with tempfile.TemporaryDirectory() as folder:
        short, long = (_lived(catalogue, Path(folder), days) for days in (few, many))
        starts, readings = in_turn(long.start, long.read_barely, 3)
        note = f"{1000 * median(starts):.0f} ms of {1000 * median(readings):.0f}"
        yield Figure("ten years until a child can be pressed", ratio(starts, readings), "x bare reading", 0.05, note)
        starts, others = in_turn(long.start, short.start, ROUNDS)
        yield Figure("the same beside one year", ratio(starts, others), "x", 1.15, f"{1000 * median(others):.0f} ms")


@dataclass
class _Home:
    """A family's folder as a good night left it."""

    catalogue: Catalogue
    diary: Path
    checkpoint: Path
    key: str
    morning: datetime

    def start(self) -> Today:
        kept = read_file(self.checkpoint, self.key)
        assert kept is not None
        with closing(Journal.open(self.diary, proven=kept.proven)) as journal:
            history = had(journal, kept)
            assert history.archive is not None
            journey.go_on_from(self.catalogue, history.days)
            found = today(self.catalogue, history.family.children[CHILD], self.morning, Slot.MORNING)
        journey.forget((CHILD,))
        return found

    def read_barely(self) -> int:
        with closing(sqlite3.connect(self.diary)) as db:
            return sum(len(json.loads(row[9])) for row in db.execute("SELECT * FROM event"))


def _lived(catalogue: Catalogue, folder: Path, days: int) -> _Home:
    """Played that many days, and closed."""
    names = catalogue.programmes["children"].exercises[:EXERCISES_A_QUEST]
    last = BEGIN + timedelta(days - 1)
    morning = datetime(last.year, last.month, last.day, 8, tzinfo=UTC) + timedelta(days=1)
    home = _Home(catalogue, folder / f"{days}.sqlite", folder / f"{days}.json", key_of(None), morning)
    with closing(Journal.open(home.diary)) as journal:
        journal.write(list(story(journal, days, BEGIN, names)))
        history = had(journal, None)
        if settled := settle_family(journal, catalogue, history, history.family, last):
            write_file(home.checkpoint, home.key, settled.kept)
    journey.forget((CHILD,))
    return home
