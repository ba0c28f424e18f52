"""A diary copied whole, and a copy looked at: written aside, checked, on the disk, and only then named."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.data import chain, layout
from game.data.chain import Health
from game.data.paths import sync_folder
from game.data.troubles import FAILURES, DamagedJournal, trouble_of


def draft_of(target: Path) -> Path:
    """Where a file is written before it gets its name; hidden, and swept away by `sweep` after a kill."""
    return target.with_name(f".{target.name}.{os.getpid()}.draft")


@contextmanager
def drafted(target: Path) -> Iterator[sqlite3.Connection]:
    """An empty database for the block to fill; at its end a whole diary at `target`, or nothing changed there."""
    draft = draft_of(target)
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
    try:
        db = sqlite3.connect(draft, isolation_level=None)
        try:
            yield db
            found = chain.health(db)
        finally:
            db.close()
        if not found.is_whole:
            raise DamagedJournal(f"what was just written there is not whole ({found.flaw})", target)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        # SQLite would play the rollback journal of the file that was there back into the new one.
        hot(target).unlink(missing_ok=True)
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def copy(db: sqlite3.Connection, target: Path) -> None:
    """Every page of an open diary as a verified file at `target`."""
    with drafted(target) as aside:
        db.backup(aside)


def sweep(folder: Path, older_than: float) -> int:
    """Removes drafts a killed game left behind, last changed before that moment (seconds since 1970); how many."""
    gone = 0
    for draft in folder.glob(".*.draft*"):
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
                shutil.copyfile(path, place)
                shutil.copyfile(hot(path), hot(place))
            how = "mode=ro&immutable=1" if place is path else "mode=rw"
            db = sqlite3.connect(f"{place.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
            try:
                layout.readable_version(db, path)
                yield db
            finally:
                db.close()
    except FAILURES as error:
        raise trouble_of(error, path) from error


def hot(path: Path) -> Path:
    """The rollback journal SQLite keeps beside a database."""
    return path.with_name(path.name + "-journal")


def look(path: Path) -> Health:
    """Whether a copy is whole, and how many events it holds; never raises for what is in it."""
    try:
        with opened(path) as db:
            return chain.health(db)
    except DamagedJournal as error:
        return Health(0, error.flaw)
