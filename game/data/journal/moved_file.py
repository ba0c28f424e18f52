"""The diary's file is replaced, renamed, removed or written over while it is open: by a synchronising client, by hand,
with a stick.

SQLite writes on into the file that lost its name, and after a kill the next start reads another one. So before and
after each word to the disk the name is compared with the file that is open; where they differ, or where another program
wrote into it (`game.data.journal.foreign_writes`), all that was told goes into a copy first, and then into the file the
next start will open. Nothing that lies there is ever written
over: the same family's diary is joined, anything else is put aside under a name of its own.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from io import FileIO
from pathlib import Path

from game.data.files.paths import BACKUPS, STAMP, private_folder, sync_folder
from game.data.journal import file_copies, integrity, migrations
from game.data.journal.errors import (
    FAILURES,
    DamagedJournal,
    JournalError,
    NewerJournal,
    UnwritableJournal,
    trouble_of,
)
from game.data.journal.integrity import linked_rows
from game.data.journal.rows import JournalRow
from game.frozen import dataclass

Identity = tuple[int, int]  # device and number of a file
BESIDE = "-beside"  # ends the name of a copy that holds what the diary does not have yet
log = logging.getLogger(__name__)


class How(StrEnum):
    """What became of the diary."""

    JOINED = "joined"  # another diary of this family lay there: both are in it now
    ANEW = "anew"  # nothing of this family's lay there: the diary was written there again
    BESIDE = "beside"  # the place cannot be had yet: the diary goes on in a copy, joined as soon as it can


@dataclass(frozen=True, slots=True)
class Moved:
    """`missing` entries were not in the file that lay there, `new` ones only there. `kept`: where what lay there is
    now, or where the diary goes on."""

    how: How
    missing: int = 0
    new: int = 0
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, the file it is (None: memory) and what the system calls that file; None where it cannot be told
    from another one. `raw` shows the file's bytes as any other program sees them."""

    db: sqlite3.Connection
    file: Path | None = None
    identity: Identity | None = None
    raw: FileIO | None = None

    def close(self) -> None:
        """In this order, and before the file is opened anew: a system gives up all locks on a file when any of its
        openings is closed (https://www.sqlite.org/howtocorrupt.html#posix_close_bug)."""
        self.db.close()
        if self.raw:
            self.raw.close()


Open = Callable[[Path], Opened]


def identity(path: Path) -> Identity | None:
    """What the system calls the file a name leads to now; None when it leads to none. Asked for by name alone: opening
    and closing the file would give up the lock SQLite holds on it."""
    try:
        said = path.stat()
    except OSError:
        return None
    return said.st_dev, said.st_ino


def settle(
    lost: Opened, path: Path, now: datetime, open_at: Open, known: list[JournalRow] | None = None
) -> tuple[Opened, Moved | None]:  # fmt: skip
    """The diary at its place again, with all that `lost` says, or `known` where its file is not to be believed; nothing
    to tell (None) where the other file says the same. A JournalError when that cannot be: then `lost` is still open, or
    its words are in the copy it says."""
    rows = _read(lost) if known is None else known
    if rows is None:  # the medium was pulled out with the file; it may be back, and then it holds what was written
        there = open_at(path)
        lost.close()
        return there, None
    _ask_for_the_medium(lost, path)
    if lost.file == path:
        beside = _write_beside(rows, lost, path, now)
        # Only now, and before the place is opened: it may take the rollback journal of that name with it.
        lost.close()
    else:
        assert lost.file is not None
        beside = lost.file
    try:
        return _join(rows, path, beside, now, open_at, lost)
    except (JournalError, *FAILURES) as error:
        log.warning("the diary goes on in %s: %s", beside, error)
        if lost.file != path:
            return lost, None  # told already
        return open_at(beside), Moved(How.BESIDE, kept=beside)


def _read(lost: Opened) -> list[JournalRow] | None:
    try:
        return [row for row, _ in linked_rows(lost.db)]
    except FAILURES as error:
        log.warning("the open diary cannot be read any more: %s", error)
        return None


def _ask_for_the_medium(lost: Opened, path: Path) -> None:
    """A folder may be made anew, a stick's may not: what is written under its name would be hidden when it is back."""
    near = path.parent
    while not near.exists() and near != near.parent:
        near = near.parent
    if lost.identity and near.stat().st_dev != lost.identity[0]:
        raise UnwritableJournal(f"{path}: the medium it was on is not there", path)


def _write_beside(rows: Sequence[JournalRow], lost: Opened, path: Path, now: datetime) -> Path:
    try:
        folder = private_folder(private_folder(path.parent) / BACKUPS)
        beside = _free(folder / f"journal-{now.strftime(STAMP)}{BESIDE}.sqlite")
        (device,) = lost.db.execute("SELECT value FROM about WHERE name = 'device'").fetchone()
        with file_copies.drafted(beside) as db:
            migrations.lay_out(db)
            db.execute("UPDATE about SET value = ? WHERE name = 'device'", (device,))
            with integrity.transaction(db):
                integrity.add(db, rows)
    except FAILURES as error:
        raise trouble_of(error, path) from error
    return beside


def _join(
    rows: Sequence[JournalRow], path: Path, beside: Path, now: datetime, open_at: Open, lost: Opened
) -> tuple[Opened, Moved | None]:  # fmt: skip
    aside, how, word = None, How.JOINED, "other"
    try:
        there = _of_this_family(open_at(path), rows) if path.exists() else None
    except NewerJournal:
        there = None
    except DamagedJournal:
        there, word = None, "damaged"
    if there is None:
        how, aside = How.ANEW, _put_aside(path, now, word)
        _put_in_place(rows, beside, path)
        there = open_at(path)
    try:
        known = {row.id for row, _ in linked_rows(there.db)}
        with integrity.transaction(there.db):
            missing = integrity.add(there.db, rows)
    except BaseException as error:
        there.close()
        if isinstance(error, FAILURES):
            raise trouble_of(error, path) from error
        raise
    if lost.file != path:
        lost.close()
    file_away(beside)
    new = len(known - {row.id for row in rows})
    if how is How.JOINED and not missing and not new:
        return there, None
    return there, Moved(how, len(rows) if how is How.ANEW else missing, new, aside)


def _of_this_family(there: Opened, rows: Sequence[JournalRow]) -> Opened | None:
    """The other diary, closed and left alone (None) when it shares nothing with this one."""
    known = {row.id for row, _ in linked_rows(there.db)}
    if known and rows and known.isdisjoint(row.id for row in rows):
        there.close()
        return None
    return there


def _put_aside(path: Path, now: datetime, word: str) -> Path | None:
    """Whatever lies in the diary's place gets a name beside it; None when nothing does."""
    there = [file for file in (path, file_copies.hot(path)) if os.path.lexists(file)]
    if not there:
        return None
    aside = _free(path.with_name(f"{path.stem}-{word}-{now.strftime(STAMP)}{path.suffix}"))
    try:
        for file, target in ((path, aside), (file_copies.hot(path), file_copies.hot(aside))):
            if file in there:
                file.rename(target)
        sync_folder(path.parent)
    except OSError as error:
        raise trouble_of(error, path) from error
    return aside


def _put_in_place(rows: Sequence[JournalRow], beside: Path, path: Path) -> None:
    """A second copy of what is beside gets the diary's name, whole or not at all."""
    try:
        with file_copies.opened(beside) as db:
            file_copies.copy(db, path)
    except FAILURES as error:
        raise trouble_of(error, path) from error


def file_away(beside: Path) -> None:
    """What was beside is one copy among the others from now on."""
    plain = beside.with_name(beside.name.replace(BESIDE, ""))
    with suppress(OSError):
        beside.replace(_free(plain))
        sync_folder(beside.parent)


def _free(path: Path) -> Path:
    names = (path, *(path.with_stem(f"{path.stem}-{n}") for n in range(2, 1000)))
    return next(name for name in names if not os.path.lexists(name))
