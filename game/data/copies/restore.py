"""An older copy of the diary comes back; what was there is kept.

It does not bring its PIN: the one just typed stays, for an old one nobody remembers would lock a family out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from game.core.days import minutes_east
from game.core.events import GateSet
from game.data.copies import backup
from game.data.copies.mend import mend
from game.data.copies.rejoin import LEFT
from game.data.files.paths import JOURNAL
from game.data.journal import file_copies
from game.data.journal.errors import DamagedJournal, UnseenJournal, trouble_of
from game.data.journal.file_copies import DiaryCheck
from game.data.journal.gate import newest_gate
from game.data.journal.integrity import linked_rows
from game.data.journal.journal import Journal


def restore(source: Path, data: Path, now: datetime) -> tuple[DiaryCheck, Path | None]:
    """Puts the copy at `source` in the diary's place: its health, and where what was there is kept now.

    The copy is looked at first: a damaged one changes nothing (DamagedJournal), nor does one that cannot be looked at.
    A diary that is whole goes into the backups, a damaged one aside.
    """
    found = _whole(source)
    path = data / JOURNAL
    try:
        present = Journal.open(path)
    except DamagedJournal:
        with file_copies.opened(source) as db:
            rows = [row for row, _ in linked_rows(db)]
        return found, mend(path, rows, now)
    try:
        kept = _bring_back(present, source, data, now)
    finally:
        present.close()
    return found, kept


def bring_back(
    journal: Journal, source: Path, data: Path, now: datetime, gate: tuple[GateSet, date] | None
) -> Path | None:  # fmt: skip
    """The open diary becomes the copy at `source`: where a copy of what was there is kept. The PIN a grown-up just
    typed stays the family's PIN, whatever it was when the copy was made: `gate` is that PIN and today's game day."""
    _whole(source)
    return _bring_back(journal, source, data, now, gate)


def _whole(source: Path) -> DiaryCheck:
    found = file_copies.look(source)
    if found.is_unseen:
        raise UnseenJournal(f"{found.why}; nothing was changed", source)
    if not found.is_whole:
        raise DamagedJournal(f"{found.why}; nothing was changed", source)
    return found


def _bring_back(
    journal: Journal, source: Path, data: Path, now: datetime, gate: tuple[GateSet, date] | None = None
) -> Path | None:  # fmt: skip
    try:
        with _in_memory(source) as db:  # making room for one more copy may take this very one away
            if gate:
                _keep_gate(db, *gate, now)
            kept = backup.back_up(journal, data, now) if journal.count() else None
            if left := journal.head():  # a longer copy is no loss then: see `game.data.copies.rejoin`
                db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (LEFT, f"{left[0]} {left[1]}"))
            journal.become(db)
    except (sqlite3.Error, OSError) as error:
        raise trouble_of(error, journal.path) from error
    return kept


@contextmanager
def _in_memory(source: Path) -> Iterator[sqlite3.Connection]:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with file_copies.opened(source) as db:
            db.backup(memory)
        yield memory
    finally:
        memory.close()


def _keep_gate(db: sqlite3.Connection, gate: GateSet, day: date, now: datetime) -> None:
    journal = Journal.over(db)
    if newest_gate(journal.events()) == gate:
        return
    at, east, ids = now.astimezone(UTC), minutes_east(now), (str(uuid4()),)
    journal.append((gate,), child=None, at=at, day=day, offset=east, ids=ids)
