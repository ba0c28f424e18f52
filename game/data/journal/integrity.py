"""Whether a journal is whole: SQLite's own check of its pages, then our chain over what the rows say.

It detects and does not prevent: who can write the file can make the chain anew. What is found damaged is saved entry by
entry (`game.data.copies.salvage`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from game.data.journal.errors import NOT_OF_THE_FILE
from game.data.journal.migrations import COLUMNS
from game.data.journal.rows import BEGINNING, JournalRow, KeptRow, link
from game.frozen import dataclass

A_BREATH = 64  # rows looked at between two rests: a fifth of a thousandth of a second
LAST = "SELECT place, hash FROM event ORDER BY place DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: `events` rows read; `flaw` names the first thing wrong, "" when the file is whole."""

    events: int
    flaw: str = ""

    @property
    def is_whole(self) -> bool:
        return not self.flaw


def linked_rows(db: sqlite3.Connection) -> Iterator[tuple[JournalRow, str]]:
    """Every row in the order of telling with the hash kept for it."""
    for *said, _, kept in db.execute(f"SELECT {COLUMNS} FROM event ORDER BY place"):  # noqa: S608
        yield JournalRow(*said), kept


def add(db: sqlite3.Connection, rows: Iterable[JournalRow]) -> int:
    """Rows after the last one, in a transaction that is open; one already there (by id) stays as it is. How many were
    new."""
    last, new = db.execute(LAST).fetchone(), 0
    before = last[1] if last else BEGINNING
    for row in rows:
        link_ = row.hash(before)
        said = (*(getattr(row, name) for name in JournalRow.__slots__), before, link_)
        marks = ", ".join("?" * len(said))
        added = db.execute(
            f"INSERT INTO event ({COLUMNS}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING",  # noqa: S608
            said,
        ).rowcount
        if added:
            before, new = link_, new + 1
    return new


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of what is done within or nothing; a COMMIT that failed may have reached the disk all the same."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if db.in_transaction:
                db.execute("ROLLBACK")
        raise


def health(
    db: sqlite3.Connection, read: list[KeptRow] | None = None, rest: Callable[[], None] | None = None
) -> Health:  # fmt: skip
    """Never raises for what is in the file; for a disk that fails while reading it does (sqlite3.Error). Into `read`
    go the columns of every row on the way, so that a start reads the file once. `rest` is called now and then, for
    whoever looks beside something that must not wait."""
    count = 0
    try:
        # Not `quick_check`: pages of two times can each be whole while an index knows entries its table does not, and
        # then what is told again is taken for known and kept nowhere.
        (verdict,) = db.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            return Health(0, str(verdict))
        before = BEGINNING
        row: KeptRow
        for row in db.execute(f"SELECT {COLUMNS} FROM event ORDER BY place"):  # noqa: S608
            previous, kept = row[9:]
            if previous != before or link(before, *row[:9]) != kept:
                return Health(count, f"entry {count + 1} of {row[5]} is not as it was written")
            before, count = kept, count + 1
            if read is not None:
                read.append(row)
            if rest and not count % A_BREATH:
                rest()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(NOT_OF_THE_FILE):
            raise
        return Health(count, str(error))
    except (TypeError, ValueError) as error:  # a cell of another type than the table says
        return Health(count, str(error))
    return Health(count)
