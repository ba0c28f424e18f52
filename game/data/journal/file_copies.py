"""A diary copied whole, and a copy looked at: written aside, checked, on the disk, and only then named."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from game.data.files.paths import sync_folder
from game.data.journal import integrity, migrations
from game.data.journal.errors import FAILURES, DamagedJournal, JournalError, trouble_of
from game.data.journal.rows import JournalRow
from game.frozen import dataclass

BLOCK = 4096  # bytes read at once where a disk may fail: a bad sector costs one page
# A draft is thrown away when anything goes wrong, so it needs no journal; it is brought to the disk once, at its end.
DRAFT = ("journal_mode=MEMORY", "synchronous=OFF")


DRAFTS = ".*.draft*"  # the names of what is being written


class CheckResult(StrEnum):
    """What a look at a diary came to."""

    WHOLE = "whole"
    DAMAGED = "damaged"
    UNSEEN = "unseen"  # it could not be looked at: nothing is known, and nothing may be concluded


@dataclass(frozen=True, slots=True)
class DiaryCheck:
    """What a look at a diary came to. `events` are those read; `why` it is damaged or could not be looked at."""

    sight: CheckResult
    events: int = 0
    why: str = ""

    @property
    def is_whole(self) -> bool:
        return self.sight is CheckResult.WHOLE

    @property
    def is_unseen(self) -> bool:
        return self.sight is CheckResult.UNSEEN


def draft_of(target: Path) -> Path:
    """Where a file is written before it gets its name; hidden, and swept away by `sweep` after a kill."""
    return target.with_name(f".{target.name}.{os.getpid()}.draft")


@contextmanager
def drafted(target: Path) -> Iterator[sqlite3.Connection]:
    """An empty database for the block to fill; at its end a whole diary at `target`, or nothing changed there."""
    draft = draft_of(target)
    draft.unlink(missing_ok=True)
    os.close(_begun(draft))
    try:
        db = sqlite3.connect(draft, isolation_level=None)
        try:
            for setting in DRAFT:
                db.execute(f"PRAGMA {setting}")
            yield db
            found = integrity.health(db)
        finally:
            db.close()
        if not found.is_whole:
            raise DamagedJournal(f"what was just written there is not whole ({found.flaw})", target)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        _forget_journal(target)
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _forget_journal(target: Path) -> None:
    """SQLite would play the rollback journal of the file that was there back into the new one. It is gone for good
    before the new one has its name: after a power cut the two must never stand side by side."""
    if hot(target).exists():
        hot(target).unlink()
        sync_folder(target.parent)


def copy(db: sqlite3.Connection, target: Path) -> None:
    """Every page of an open diary as a verified file at `target`."""
    with drafted(target) as aside:
        db.backup(aside)


def copy_blocks(source: Path, target: Path) -> int:
    """A file's bytes at `target`, for its owner alone and on the disk: zeros where the disk cannot read them. How many
    blocks that were."""
    unread = 0
    with source.open("rb", buffering=0) as old, os.fdopen(_begun(target), "wb") as new:
        size = os.fstat(old.fileno()).st_size
        for start in range(0, size, BLOCK):
            length = min(BLOCK, size - start)
            try:
                old.seek(start)
                said = old.read(length)
            except OSError:
                said, unread = b"", unread + 1
            new.write(said.ljust(length, b"\0"))
        new.flush()
        os.fsync(new.fileno())
    return unread


def _begun(path: Path) -> int:
    """A new and empty file for its owner alone."""
    return os.open(path, os.O_CREAT | os.O_RDWR | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def sweep(folder: Path, older_than: float) -> int:
    """Removes drafts a killed game left behind, last changed before that moment (seconds since 1970); how many."""
    gone = 0
    for draft in folder.glob(DRAFTS):
        if draft.stat().st_mtime < older_than:
            draft.unlink(missing_ok=True)
            gone += 1
    return gone


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy, opened for reading and never changed; a JournalError when it is none of ours or of a newer game."""
    try:
        if not path.is_file():
            raise DamagedJournal("it is no file", path)
        with tempfile.TemporaryDirectory() as folder:
            # A database that was cut off needs its rollback journal, which a read-only look would silently leave out.
            place = path
            if hot(path).exists():
                place = Path(folder) / path.name
                copy_blocks(path, place)
                copy_blocks(hot(path), hot(place))
            how = "mode=ro&immutable=1" if place is path else "mode=rw"
            db = sqlite3.connect(f"{place.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
            try:
                migrations.readable_version(db, path)
                yield db
            finally:
                db.close()
    except FAILURES as error:
        raise trouble_of(error, path) from error


def rows_at(path: Path) -> list[JournalRow]:
    """Everything a copy says, whole or not; a JournalError when it cannot be read."""
    with opened(path) as db:
        return [row for row, _ in integrity.linked_rows(db)]


def hot(path: Path) -> Path:
    """The rollback journal SQLite keeps beside a database."""
    return path.with_name(path.name + "-journal")


def look(path: Path) -> DiaryCheck:
    """Whether a copy is whole, damaged, or could not be looked at; never raises."""
    try:
        with opened(path) as db:
            found = integrity.health(db)
    except DamagedJournal as error:
        return DiaryCheck(CheckResult.DAMAGED, why=error.flaw)
    except JournalError as error:
        return DiaryCheck(CheckResult.UNSEEN, why=str(error))
    return DiaryCheck(CheckResult.WHOLE if found.is_whole else CheckResult.DAMAGED, found.events, found.flaw)
