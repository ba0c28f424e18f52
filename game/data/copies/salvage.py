"""What can still be read of a damaged diary, entry by entry, joined with the newest good copy.

The damaged file is read from a copy of it, never opened itself, and kept aside when something whole takes its place.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from game.data.copies import backup
from game.data.copies.backup import Copy
from game.data.files import our_files
from game.data.files.paths import STAMP, sync_folder
from game.data.journal import file_copies, migrations
from game.data.journal.errors import FAILURES, BusyJournal, DamagedJournal, JournalError, trouble_of
from game.data.journal.facts import UnreadableFact
from game.data.journal.file_copies import drafted, hot
from game.data.journal.integrity import linked_rows
from game.data.journal.journal import Journal
from game.data.journal.migrations import COLUMNS
from game.data.journal.rows import Row

GATE = ("gate_set", "gate_tried", "gate_passed")  # the kinds of facts about the PIN
SMALLEST_ROW = 100  # bytes; no row is smaller, so a file of some size holds no place beyond
PAGE = 4096  # bytes of SQLite's pages
COUNTED = 92  # where SQLite keeps at which change it last counted the pages
NEVER = b"\xff" * 4  # there it makes SQLite go by the size of the file, which may have been cut off
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to go on with. `rows` are whole, from the damaged file and the copy together; `all` is how many
    there were at least; `missing` the days of what is gone, where its neighbours tell. Where `is_end_known` is False
    the file could not be read to its end, and nobody can say how much is gone that was told after `since` (None when
    nothing at all is left)."""

    rows: tuple[Row, ...]
    all: int
    missing: tuple[date, ...]
    copy: Copy | None
    copy_rows: tuple[Row, ...] = ()
    is_end_known: bool = True
    since: datetime | None = None
    unseen: int = 0  # copies that could not be looked at just now: nobody may conclude that there are none

    @property
    def gate_rows(self) -> tuple[Row, ...]:
        """All that can be read about the PIN and its tries."""
        return tuple(row for row in self.rows if row.kind in GATE)

    @property
    def whole(self) -> int:
        return len(self.rows)

    @property
    def gone(self) -> int:
        """How many can be counted that are gone; where the end is not known there may have been more."""
        return self.all - self.whole


@dataclass(frozen=True, slots=True)
class Read:
    """What a damaged file still says: whole rows by their place, their hashes, and the last place it ever had (None
    when that cannot be read)."""

    rows: dict[int, Row] = field(default_factory=dict)
    hashes: dict[int, str] = field(default_factory=dict)
    last: int | None = None


def salvage(path: Path, data: Path) -> Found:
    """Reads everything that can be read; changes nothing."""
    read = _read_damaged(path)
    copy, copied = _copied(data, read)
    known = {row.id for row in copied}
    fresh = {place: row for place, row in read.rows.items() if row.id not in known}
    rows = (*copied, *fresh.values())
    places = {*fresh, *range(1, len(copied) + 1)}
    last = max((*places, *read.rows, read.last or 0), default=0)
    gone = [place for place in range(1, last + 1) if place not in places]
    since = None if read.last is not None else _since(copy, len(copied), fresh)
    return Found(
        rows, len(rows) + len(gone), _days(gone, read.rows), copy, copied, read.last is not None, since,
        len(backup.unseen(data)),
    )  # fmt: skip


def readable(path: Path, data: Path) -> tuple[Row, ...]:
    """Everything that can be read of a diary, whatever hinders writing it; nothing is written beside it either where
    the disk has no room."""
    try:
        return salvage(path, data).rows
    except (JournalError, OSError) as error:
        log.info("read in memory alone: %s", error)
    try:
        return tuple(_read_in_memory(path).rows.values())
    except (JournalError, OSError) as error:
        log.warning("nothing of the diary can be read: %s", error)
        return ()


def _copied(data: Path, read: Read) -> tuple[Copy | None, tuple[Row, ...]]:
    """The best copy and its rows; where the game's own are none, what others made of the diary."""
    copy = backup.newest_good(data, read.hashes) or _of_others(data)
    if copy is None:
        return None, ()
    try:
        with file_copies.opened(copy.path) as db:
            return copy, tuple(row for row, _ in linked_rows(db))
    except JournalError:  # the disk is failing this very moment
        return None, ()


def _of_others(data: Path) -> Copy | None:
    """The whole one that says most."""
    looked = [(path, file_copies.look(path)) for path in our_files.second_diaries(data)]
    whole = [(found.events, path) for path, found in looked if found.is_whole and found.events]
    if not whole:
        return None
    _, path = max(whole)
    return Copy(datetime.fromtimestamp(path.stat().st_mtime).astimezone(), path)


def _since(copy: Copy | None, copied: int, fresh: Mapping[int, Row]) -> datetime | None:
    """The moment up to which something is there: the copy's, or the last entry's that only the file had."""
    if fresh and max(fresh) > copied:
        return fresh[max(fresh)].when()[0].astimezone()
    return copy.made if copy else None


# ---------------------------------------------------------------- reading a damaged file
def _read_damaged(path: Path) -> Read:
    """What a copy of the file says. Where its first page, which is written most often, is beyond reading, or counts
    more pages than are left, that of a new diary takes its place: all of them are laid out alike, and every row proves
    itself."""
    if not path.is_file():
        return Read()
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


def _read(place: Path) -> Read:
    with _damage_only(place):
        return _read_open(sqlite3.connect(place, isolation_level=None), place)
    return Read()


def _read_in_memory(place: Path) -> Read:
    """For a disk without room for a copy; what a kill left half written stays so, and every row proves itself."""
    with _damage_only(place):
        db = sqlite3.connect(":memory:", isolation_level=None)
        db.deserialize(place.read_bytes())
        return _read_open(db, place)
    return Read()


def _read_open(db: sqlite3.Connection, place: Path) -> Read:
    read = Read()
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


def _whole_rows(db: sqlite3.Connection, farthest: int) -> Iterator[tuple[int, Row, str]]:
    """Row after row by its place: a page that cannot be read costs the rows on it and no other."""
    for place in range(1, farthest + 1):
        said = _row_at(db, place)
        if said is None:
            continue
        *values, previous, kept = said
        with suppress(UnreadableFact):
            row = Row.checked(dict(zip(Row.__slots__, values)))
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


def _days(gone: Sequence[int], read: Mapping[int, Row]) -> tuple[date, ...]:
    """The days next to the gaps."""
    days = {read[near].day for place in gone for near in (place - 1, place + 1) if near in read}
    return tuple(sorted(date.fromisoformat(day) for day in days))


# ---------------------------------------------------------------- putting something whole in its place
def mend(path: Path, rows: Sequence[Row], now: datetime) -> Path | None:
    """A whole diary of these rows takes the damaged one's place; where the damaged one is kept now."""
    _refuse_if_mended(path)
    kept = put_aside(path, now)
    try:
        with drafted(path) as db:
            migrations.lay_out(db)
            Journal.over(db).write_rows(rows)
    except BaseException as error:
        if kept:
            _take_back(path, kept)
        if isinstance(error, sqlite3.OperationalError):
            raise trouble_of(error, path) from error
        raise
    return kept


def put_aside(path: Path, now: datetime) -> Path | None:
    """What is in the diary's place, with its rollback journal, under a dated name beside it, the damaged file itself
    left where it is; None when there is nothing to keep. A rollback journal alone is kept as well."""
    there = [file for file in (path, hot(path)) if file.exists()]
    if not there:
        return None
    kept = _free(path, now)
    if path.is_dir():
        path.rename(kept)
    for source, target in ((path, kept), (hot(path), hot(kept))):
        if source.is_file():
            _keep(source, target)
    sync_folder(path.parent)
    return kept if kept.exists() else hot(kept)


def _keep(source: Path, target: Path) -> None:
    """A second name for the file itself, with all that the disk cannot read today; a copy where a disk has no links, as
    USB sticks have none."""
    try:
        os.link(source.resolve(), target)
    except OSError:
        if unread := file_copies.copy_blocks(source, target):
            log.warning("%s: %d blocks cannot be read and are zeros in %s", source, unread, target)
    target.chmod(0o600)


def _take_back(path: Path, kept: Path) -> None:
    """The diary stayed as it was: a second name would only change with it."""
    pairs = [(file, kept_file) for file, kept_file in ((path, kept), (hot(path), hot(kept))) if kept_file.exists()]
    with suppress(OSError):
        if all(file.exists() and file.samefile(kept_file) for file, kept_file in pairs):
            for _, kept_file in pairs:
                kept_file.unlink()


def _free(path: Path, now: datetime) -> Path:
    stamp = now.strftime(STAMP)
    names = (f"{path.stem}-damaged-{stamp}{n}{path.suffix}" for n in ("", *(f"-{i}" for i in range(2, 1000))))
    kept = (path.with_name(name) for name in names)
    return next(free for free in kept if not free.exists() and not hot(free).exists())


def _refuse_if_mended(path: Path) -> None:
    """Two windows may show the same trouble; the second must not undo what the first has mended."""
    try:
        Journal.open(path).close()
    except DamagedJournal:
        return
    raise BusyJournal(f"{path} was mended meanwhile", path)
