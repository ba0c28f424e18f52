"""How a diary's file is had: made when there is none, locked whole, looked at, laid out anew.

Everything here comes before the first word is read or written; `Journal` is what one has afterwards. The settings are
the ones that lost nothing in simulated power cuts (`tests/faults`); WAL is never used: it loses the last word under
NORMAL, leaves files behind that people do not copy, and the SQLite of many systems has a bug that can corrupt it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from game.data.files.clock import local_now
from game.data.files.paths import BACKUPS, private_folder, sync_folder
from game.data.journal import file_copies, integrity, migrations, moved_file
from game.data.journal.errors import (
    FAILURES,
    NOT_OF_THE_FILE,
    BusyJournal,
    DamagedJournal,
    LostJournal,
    UnwritableJournal,
    trouble_of,
)
from game.data.journal.migrations import Step
from game.data.journal.moved_file import Opened
from game.data.journal.rows import KeptRow
from game.frozen import dataclass

# A journal cut to nothing at each commit keeps no page of what a family asked to forget.
SAFE = (
    "trusted_schema=OFF", "cell_size_check=ON", "recursive_triggers=ON", "foreign_keys=ON", "fullfsync=ON",
    "journal_size_limit=0",
)  # fmt: skip
DURABLE = ("synchronous=EXTRA", "journal_mode=DELETE")
Rows = list[KeptRow]
TRIES_TO_OPEN = 3  # of a file that is being replaced while it is opened
LOCK_PATIENCE = 0.4  # seconds; two windows started at once: one is the owner, the other knows within this time


def traces(path: Path) -> bool:
    """Whether something beside the file shows that a family has played here: its rollback journal, a damaged diary
    kept aside, a copy."""
    folder = path.parent
    return (
        file_copies.hot(path).exists() or any(folder.glob(f"{path.stem}-*")) or any((folder / BACKUPS).glob("*.sqlite"))
    )


def connect(path: str, patience: float = LOCK_PATIENCE) -> sqlite3.Connection:
    """The database at `path` with the settings that are safe; `patience`: seconds to wait for another window."""
    # isolation_level=None: Python must not open transactions behind our back.
    db = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    for setting in SAFE:
        db.execute(f"PRAGMA {setting}")
    return db


def make_durable(db: sqlite3.Connection) -> None:
    """What is committed from now on is on the disk."""
    for setting in DURABLE:
        db.execute(f"PRAGMA {setting}")


def create(path: Path, steps: Sequence[Step]) -> None:
    """A whole new diary appears under its name at once: a kill never leaves an empty file that looks like a loss."""
    draft = file_copies.draft_of(path)
    try:
        _created(draft, path, steps)
    finally:  # a full disk leaves no empty file behind
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def _created(draft: Path, path: Path, steps: Sequence[Step]) -> None:
    os.close(os.open(draft, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
    db = connect(str(draft))
    try:
        make_durable(db)
        migrations.lay_out(db, steps)
    finally:
        db.close()
    try:
        os.link(draft, path)  # unlike a rename it never takes the place of one a second window just made
    except FileExistsError:
        pass
    except OSError:  # a disk without links, as USB sticks are
        if not path.exists():
            draft.rename(path)


@dataclass(frozen=True, slots=True)
class ProvenPart:
    """What an earlier run found whole: the hashes of rows by their place, the last of them the last row there was; the
    device that told, and its number by then."""

    links: Mapping[int, str]
    device: str
    seq: int

    @property
    def place(self) -> int:
        return max(self.links)

    def is_in(self, db: sqlite3.Connection) -> bool:
        """Whether the diary begins with what was proven, as far as those rows tell."""
        said = (db.execute("SELECT hash FROM event WHERE place = ?", (place,)).fetchone() for place in self.links)
        return all(row is not None and row[0] == link for row, link in zip(said, self.links.values(), strict=True))


def had(
    path: Path, steps: Sequence[Step], patience: float, proven: ProvenPart | None = None
) -> tuple[Opened, Rows | None, bool]:  # fmt: skip
    """The diary at `path`, ours and whole, its rows as just read (None: not read), and whether they were proven now: a
    diary that begins with what an earlier run proved may be had at once and proven later. A JournalError says why it
    cannot be had."""
    try:
        if not path.is_file() or path.stat().st_size == 0:
            raise LostJournal("the file is empty", path)
        for _ in range(TRIES_TO_OPEN):
            before = moved_file.identity(path)
            db, read, is_proven = _opened(path, steps, patience, proven)
            # Not before: closing it, were the file another one's, would give up that one's lock.
            there = Opened(db, path, before if before and before[1] else None, path.open("rb", buffering=0))
            if moved_file.identity(path) == before:
                return there, read, is_proven
            there.close()  # it was replaced this very moment
        raise BusyJournal(f"{path} is being replaced by another program", path)
    except FAILURES as error:
        trouble = trouble_of(error, path)
        if isinstance(trouble, UnwritableJournal) and _has_strange_format(path):
            trouble = DamagedJournal("its header is not one this game writes", path)
        raise trouble from error


def _opened(
    path: Path, steps: Sequence[Step], patience: float, proven: ProvenPart | None
) -> tuple[sqlite3.Connection, Rows | None, bool]:  # fmt: skip
    db = connect(str(path), patience)
    try:
        return db, *_taken(db, path, steps, proven)
    except BaseException:
        db.close()
        raise


def _taken(
    db: sqlite3.Connection, path: Path, steps: Sequence[Step], proven: ProvenPart | None
) -> tuple[Rows | None, bool]:  # fmt: skip
    """Makes the file ours and looks whether it is whole: its rows, None when they are laid out anew or not read, and
    whether it was looked at."""
    # Locked whole before anything is read: two windows that only read would keep each other out for good.
    db.execute("BEGIN EXCLUSIVE")
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    number = migrations.readable_version(db, path, steps)
    _probe(db, number)
    if db.in_transaction:  # a full disk has ended it already
        db.execute("ROLLBACK")
    make_durable(db)
    read: Rows = []
    if proven and number == migrations.newest(steps) and is_known(db, proven):
        return None, False
    found = integrity.health(db, read)
    if not found.is_whole:
        raise DamagedJournal(found.flaw, path)
    if number == migrations.newest(steps):
        return read, True
    folder = private_folder(path.parent / BACKUPS)
    file_copies.copy(db, folder / f"journal-{local_now():%Y-%m-%d-%H%M%S}.sqlite")
    migrations.migrate(db, steps)
    return None, True


def is_known(db: sqlite3.Connection, proven: ProvenPart) -> bool:
    """Whether the diary begins with what was proven; sqlite3.DatabaseError where the computer cannot read it now."""
    try:
        return proven.is_in(db)
    except OverflowError:  # no place of any diary
        return False
    except sqlite3.DatabaseError as error:  # what is wrong is found by the look that follows
        if getattr(error, "sqlite_errorname", "").startswith(NOT_OF_THE_FILE):
            raise
        return False


def _has_strange_format(path: Path) -> bool:
    """SQLite takes a flipped bit in the format's number (bytes 18 and 19) for a file that may only be read."""
    try:
        with path.open("rb") as file:
            header = file.read(20)
    except OSError:
        return False
    return header[:16] == b"SQLite format 3\0" and header[18:20] != b"\1\1"


def _probe(db: sqlite3.Connection, number: int) -> None:
    """Raises for a read-only file or folder, which SQLite opens without a word. A full disk may still be played on."""
    try:
        db.execute(f"PRAGMA user_version = {number}")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_FULL":
            raise
