"""What can still be read of a damaged diary, entry by entry: every row proves itself.

The damaged file is read from a copy of it, never opened itself.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field, replace
from pathlib import Path

from game.data.journal import file_copies, migrations
from game.data.journal.errors import FAILURES, DamagedJournal, trouble_of
from game.data.journal.facts import UnreadableFact
from game.data.journal.file_copies import hot
from game.data.journal.migrations import COLUMNS
from game.data.journal.rows import JournalRow
from game.frozen import dataclass

SMALLEST_ROW = 100  # bytes; no row is smaller, so a file of some size holds no place beyond
PAGE = 4096  # bytes of SQLite's pages
COUNTED = 92  # where SQLite keeps at which change it last counted the pages
NEVER = b"\xff" * 4  # there it makes SQLite go by the size of the file, which may have been cut off


@dataclass(frozen=True, slots=True)
class SalvagedRows:
    """What a damaged file still says: whole rows by their place, their hashes, and the last place it ever had (None
    when that cannot be read)."""

    rows: dict[int, JournalRow] = field(default_factory=dict)
    hashes: dict[int, str] = field(default_factory=dict)
    last: int | None = None


def read_damaged(path: Path) -> SalvagedRows:
    """What a copy of the file says. Where its first page, which is written most often, is beyond reading, or counts
    more pages than are left, that of a new diary takes its place: all of them are laid out alike, and every row proves
    itself."""
    if not path.is_file():
        return SalvagedRows()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / path.name
        file_copies.copy_blocks(path, place)
        if hot(path).is_file():
            file_copies.copy_blocks(hot(path), hot(place))
        read = _read(place)
        if not read.rows and read.last is None and place.stat().st_size > PAGE:
            _overwrite(place, 0, _first_page())
            _overwrite(place, COUNTED, NEVER)
            read = _read(place)
    return read


def _overwrite(path: Path, offset: int, said: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(said)


def _first_page() -> bytes:
    """The first page of a diary laid out a moment ago."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.lay_out(db)
        return db.serialize()[:PAGE]
    finally:
        db.close()


def _read(place: Path) -> SalvagedRows:
    with _damage_only(place):
        return _read_open(sqlite3.connect(place, isolation_level=None), place)
    return SalvagedRows()


def read_in_memory(place: Path) -> SalvagedRows:
    """For a disk without room for a copy; what a kill left half written stays so, and every row proves itself."""
    with _damage_only(place):
        db = sqlite3.connect(":memory:", isolation_level=None)
        db.deserialize(place.read_bytes())
        return _read_open(db, place)
    return SalvagedRows()


def _read_open(db: sqlite3.Connection, place: Path) -> SalvagedRows:
    read = SalvagedRows()
    with _damage_only(place):
        try:
            farthest = place.stat().st_size // SMALLEST_ROW
            for number, row, link in _whole_rows(db, farthest):
                read.rows[number], read.hashes[number] = row, link
            return replace(read, last=_last_place(db, farthest))
        finally:
            db.close()
    return read


@contextmanager
def _damage_only(path: Path | None) -> Iterator[None]:
    """What is wrong with the file is passed over; what hinders looking at it (no room, no leave) is raised, as a
    JournalError: else a whole diary would be called empty."""
    try:
        yield
    except FAILURES as error:
        trouble = trouble_of(error, path)
        if not isinstance(trouble, DamagedJournal):
            raise trouble from error


def _last_place(db: sqlite3.Connection, farthest: int) -> int | None:
    """The last place there ever was: the table's own end, or the highest in its index, which has pages of its own."""
    ends = []
    for where in ("event", "event INDEXED BY sqlite_autoindex_event_1"):
        with _damage_only(None):
            ends.append(int(db.execute(f"SELECT max(place) FROM {where}").fetchone()[0] or 0))  # noqa: S608
    return max((end for end in ends if end <= farthest), default=None)


def _whole_rows(db: sqlite3.Connection, farthest: int) -> Iterator[tuple[int, JournalRow, str]]:
    """Row after row by its place: a page that cannot be read costs the rows on it and no other."""
    for place in range(1, farthest + 1):
        said = _row_at(db, place)
        if said is None:
            continue
        *values, previous, kept = said
        with suppress(UnreadableFact):
            row = JournalRow.checked(dict(zip(JournalRow.__slots__, values)))
            if isinstance(previous, str) and isinstance(kept, str) and row.hash(previous) == kept:
                yield place, row, kept


def _row_at(db: sqlite3.Connection, place: int) -> Sequence[object] | None:
    found: Sequence[object] | None = None
    try:
        with _damage_only(None):
            found = db.execute(f"SELECT {COLUMNS} FROM event WHERE place = ?", (place,)).fetchone()  # noqa: S608
    except (ValueError, OverflowError):
        return None
    return found
