"""Another program writes into the very file that is open: a synchronising client, `cat OLD > FILE`, a cut.

No name and no lock tells of it, and SQLite, which holds the file for itself, reads what it remembers. So what was
written is kept a second time, in a file nobody else sees, and the diary's bytes are compared with it: after every
commit, and whenever the diary was changed by somebody since. A quiet look costs one question to the system; a
comparison about 1 ms a megabyte, and a megabyte is half a year. Neither file is ever held in memory whole.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from game.data.journal import integrity
from game.data.journal.integrity import LAST, linked_rows
from game.data.journal.migrations import COLUMNS
from game.data.journal.rows import JournalRow

# What SQLite counts for itself in a file's first page and otherwise in a copy of it: how often the file and how often
# its layout was changed, at which change the length was noted, by which SQLite
# (https://www.sqlite.org/fileformat2.html#the_database_header).
COUNTED = (slice(24, 28), slice(40, 44), slice(92, 100))
PART = 1 << 18  # bytes compared at once
# Bytes a commit waits for: a diary of half a year, so that one of ten takes it no longer. Of a longer one it compares
# the beginning and the end, where what is told goes; the rest is for the next quiet look.
IN_PASSING = 1 << 20
# A twin that is lost is made anew: the disk may take its time, and no second file stands beside it.
PASSING = ("journal_mode=MEMORY", "synchronous=OFF", "locking_mode=EXCLUSIVE")
Stamp = tuple[int, int, int]  # length, last change, last change of anything, in ns
log = logging.getLogger(__name__)


class Witness:
    """What the open file must say: all this game read and wrote."""

    def __init__(self, db: sqlite3.Connection, raw: FileIO) -> None:
        """`raw` is the same file, open for reading, closed after `db`: see `game.data.journal.moved_file.Opened`.
        sqlite3.Error or OSError where there is no room for a second one."""
        self._raw = raw
        self._stamp: Stamp | None = None  # None: it is compared at the next look
        self._seen_in_part: Stamp | None = None  # when its beginning and its end were compared
        self._twin = private_copy(db)

    def close(self) -> None:
        """Nothing of the second one is left."""
        self._twin.close()

    def saw(self, rows: Iterable[JournalRow]) -> None:
        """These were just written, by a commit that was answered."""
        with integrity.transaction(self._twin.db):
            integrity.add(self._twin.db, rows)
        self._stamp = self._seen_in_part = None

    def asks(self, db: sqlite3.Connection) -> None:
        """After a commit that failed, and may have reached the disk all the same."""
        with suppress(sqlite3.Error):
            place, hash_ = self._twin.db.execute(LAST).fetchone() or (0, "")
            said = db.execute(f"SELECT {COLUMNS} FROM event WHERE place > ? ORDER BY place", (place,)).fetchall()  # noqa: S608
            if said and said[0][-2] == hash_:
                self.saw(JournalRow(*row[:-2]) for row in said)

    def is_as_written(self, most: int | None = None) -> bool:
        """Whether the file says nothing but what this game wrote; of a file longer than `most` bytes only its beginning
        and its end are asked. An unreadable disk says nothing against it."""
        try:
            stamp = _stamp(self._raw)
            if stamp == self._stamp or (most is not None and stamp == self._seen_in_part):
                return True
            start = stamp[0] - most if most is not None and stamp[0] > most else 0
            if not self._agrees(0, PART) or not self._agrees(start):
                return False
        except OSError as error:
            log.info("the open diary cannot be looked at: %s", error)
            return True
        # Of before the comparison: what is written during it is seen next time.
        self._stamp, self._seen_in_part = None if start else stamp, stamp
        return True

    def rows(self) -> list[JournalRow]:
        """All that was read and written."""
        return [row for row, _ in linked_rows(self._twin.db)]

    def _agrees(self, start: int, most: int | None = None) -> bool:
        """Whether both say the same from byte `start` on, for `most` bytes or to the end."""
        for own in (self._raw, self._twin.raw):
            own.seek(start)
        at, end = start, None if most is None else start + most
        while end is None or at < end:
            said, known = bytearray(self._raw.read(PART)), bytearray(self._twin.raw.read(PART))
            if not at:
                for own_part in (said, known):
                    for part in COUNTED:
                        own_part[part] = bytes(len(own_part[part]))
            if said != known:
                return False
            if not said:
                return True
            at += len(said)
        return True


class PrivateCopy(NamedTuple):
    """A second database, and its bytes as the disk has them."""

    db: sqlite3.Connection
    raw: FileIO
    file: Path | None  # where a name has to be taken away at the end

    def close(self) -> None:
        self.db.close()
        self.raw.close()
        if self.file:
            self.file.unlink(missing_ok=True)


def private_copy(db: sqlite3.Connection) -> PrivateCopy:
    """In the system's folder for passing files, for this user alone. It loses its name at once where a system lets it,
    so that not even a kill leaves anything of it."""
    handle, name = tempfile.mkstemp(prefix="barefoot-trail-")
    os.close(handle)
    file = Path(name)
    # isolation_level=None: Python must not open transactions behind our back.
    twin = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    try:
        for setting in PASSING:
            twin.execute(f"PRAGMA {setting}")
        db.backup(twin)
        raw = file.open("rb", buffering=0)
    except BaseException:
        twin.close()
        file.unlink(missing_ok=True)
        raise
    try:
        file.unlink()
    except PermissionError:  # Windows lets no open file lose its name
        return PrivateCopy(twin, raw, file)
    return PrivateCopy(twin, raw, None)


def _stamp(raw: FileIO) -> Stamp:
    said = os.fstat(raw.fileno())
    return said.st_size, said.st_mtime_ns, said.st_ctime_ns
