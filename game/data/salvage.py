"""What can still be read of a damaged diary, entry by entry, joined with the newest good copy.

The damaged file is read from a copy of it, never opened itself, and kept aside when something whole takes its place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from game.data import backup, copies, layout
from game.data.backup import Copy
from game.data.chain import linked_rows
from game.data.copies import drafted, hot
from game.data.facts import UnreadableFact
from game.data.journal import Journal
from game.data.layout import COLUMNS
from game.data.paths import sync_folder
from game.data.rows import Row
from game.data.troubles import FAILURES, BusyJournal, DamagedJournal

GATE = ("gate_set", "gate_tried", "gate_passed")  # the kinds of facts about the PIN
SMALLEST_ROW = 100  # bytes; no row is smaller, so a file of some size holds no place beyond


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to go on with. `rows` are whole, from the damaged file and the copy together; `all` is how many
    there were as far as can be seen; `missing` the days of what is gone, where its neighbours tell."""

    rows: tuple[Row, ...]
    all: int
    missing: tuple[date, ...]
    copy: Copy | None
    copy_rows: tuple[Row, ...] = ()

    @property
    def gate_rows(self) -> tuple[Row, ...]:
        """All that can be read about the PIN and its tries."""
        return tuple(row for row in self.rows if row.kind in GATE)

    @property
    def whole(self) -> int:
        return len(self.rows)

    @property
    def gone(self) -> int:
        return self.all - self.whole


def salvage(path: Path, data: Path) -> Found:
    """Reads everything that can be read; changes nothing."""
    read = _read_damaged(path)
    copy = backup.newest_good(data)
    copied: tuple[Row, ...] = ()
    if copy:
        with copies.opened(copy.path) as db:
            copied = tuple(row for row, _ in linked_rows(db))
    known = {row.id for row in copied}
    rows = (*copied, *(row for _, row in read if row.id not in known))
    places = {place for place, row in read if row.id not in known}
    places |= set(range(1, len(copied) + 1))
    last = max((*places, *(place for place, _ in read)), default=0)
    gone = [place for place in range(1, last + 1) if place not in places]
    return Found(rows, max(len(rows) + len(gone), len(rows)), _days(gone, dict(read)), copy, copied)


def _read_damaged(path: Path) -> list[tuple[int, Row]]:
    """Whole rows with their places, from a copy of the file."""
    if not path.is_file():
        return []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / path.name
        shutil.copyfile(path, place)
        if hot(path).is_file():
            shutil.copyfile(hot(path), hot(place))
        with suppress(*FAILURES):
            db = sqlite3.connect(place, isolation_level=None)
            try:
                return list(_whole_rows(db, place.stat().st_size // SMALLEST_ROW))
            finally:
                db.close()
    return []


def _whole_rows(db: sqlite3.Connection, farthest: int) -> Iterator[tuple[int, Row]]:
    """Row after row by its place: a page that cannot be read costs the rows on it and no other."""
    for place in range(1, farthest + 1):
        said = _row_at(db, place)
        if said is None:
            continue
        *values, previous, kept = said
        with suppress(UnreadableFact):
            row = Row.checked(dict(zip(Row.__slots__, values)))
            if isinstance(previous, str) and row.hash(previous) == kept:
                yield place, row


def _row_at(db: sqlite3.Connection, place: int) -> Sequence[object] | None:
    try:
        found: Sequence[object] | None = db.execute(f"SELECT {COLUMNS} FROM event WHERE place = ?", (place,)).fetchone()  # noqa: S608
    except (sqlite3.Error, ValueError, OverflowError):
        return None
    return found


def _days(gone: Sequence[int], read: dict[int, Row]) -> tuple[date, ...]:
    """The days next to the gaps."""
    days = {read[near].day for place in gone for near in (place - 1, place + 1) if near in read}
    return tuple(sorted(date.fromisoformat(day) for day in days))


# ---------------------------------------------------------------- putting something whole in its place
def mend(path: Path, rows: Sequence[Row], now: datetime) -> Path | None:
    """A whole diary of these rows takes the damaged one's place; where the damaged one is kept now."""
    _refuse_if_mended(path)
    kept = put_aside(path, now)
    with drafted(path) as db:
        layout.lay_out(db)
        Journal(db, None).write_rows(rows)
    return kept


def put_aside(path: Path, now: datetime) -> Path | None:
    """What is in the diary's place under a dated name beside it, the damaged file itself left where it is; None when
    there is nothing to keep."""
    if not path.exists():
        return None
    kept = _free(path, now)
    if path.is_dir():
        path.rename(kept)
        return kept
    for source, target in ((path, kept), (hot(path), hot(kept))):
        if source.is_file():
            shutil.copyfile(source, target)
            target.chmod(0o600)
            with target.open("rb+") as file:
                os.fsync(file.fileno())
    sync_folder(path.parent)
    return kept


def _free(path: Path, now: datetime) -> Path:
    stamp = now.strftime(backup.STAMP)
    names = (f"{path.stem}-damaged-{stamp}{n}{path.suffix}" for n in ("", *(f"-{i}" for i in range(2, 1000))))
    return next(kept for name in names if not (kept := path.with_name(name)).exists())


def _refuse_if_mended(path: Path) -> None:
    """Two windows may show the same trouble; the second must not undo what the first has mended."""
    try:
        Journal.open(path).close()
    except DamagedJournal:
        return
    raise BusyJournal(f"{path} was mended meanwhile", path)
