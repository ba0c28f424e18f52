"""Another program writes into the very file that is open: a synchronising client, `cat OLD > FILE`, a cut.

No name and no lock tells of it, and SQLite, which holds the file for itself, reads what it remembers. So what was
written is kept in memory as well, and the file's bytes are compared with it: after every commit, and whenever the file
was changed by somebody since. A quiet look costs one question to the system; a comparison about 4 ms a megabyte, and a
megabyte is a year.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO

from game.data.journal import integrity
from game.data.journal.integrity import LAST, linked_rows
from game.data.journal.migrations import COLUMNS
from game.data.journal.rows import JournalRow

# What SQLite counts for itself in a file's first page and otherwise in a copy of it: how often the file and how often
# its layout was changed, at which change the length was noted, by which SQLite
# (https://www.sqlite.org/fileformat2.html#the_database_header).
COUNTED = (slice(24, 28), slice(40, 44), slice(92, 100))
Stamp = tuple[int, int, int]  # length, last change, last change of anything, in ns
log = logging.getLogger(__name__)


class Witness:
    """What the open file must say: all this game read and wrote."""

    def __init__(self, db: sqlite3.Connection, raw: FileIO) -> None:
        """`raw` is the same file, open for reading, closed after `db`: see `game.data.journal.moved_file.Opened`."""
        self._raw = raw
        self._stamp: Stamp | None = None  # None: it is compared at the next look
        self._known = _in_memory(db)

    def renew(self, db: sqlite3.Connection) -> None:
        """All pages of the diary were changed by ourselves."""
        known, self._known = self._known, _in_memory(db)
        known.close()
        self._stamp = None

    def saw(self, rows: Iterable[JournalRow]) -> None:
        """These were just written, by a commit that was answered."""
        with integrity.transaction(self._known):
            integrity.add(self._known, rows)
        self._stamp = None

    def asks(self, db: sqlite3.Connection) -> None:
        """After a commit that failed, and may have reached the disk all the same."""
        with suppress(sqlite3.Error):
            place, hash_ = self._known.execute(LAST).fetchone() or (0, "")
            said = db.execute(f"SELECT {COLUMNS} FROM event WHERE place > ? ORDER BY place", (place,)).fetchall()  # noqa: S608
            if said and said[0][-2] == hash_:
                self.saw(JournalRow(*row[:-2]) for row in said)

    def is_as_written(self) -> bool:
        """Whether the file says nothing but what this game wrote. An unreadable disk says nothing against it."""
        try:
            stamp = _stamp(self._raw)
            if stamp == self._stamp:
                return True
            if not self._is_the_same():
                return False
        except OSError as error:
            log.info("the open diary cannot be looked at: %s", error)
            return True
        self._stamp = stamp  # of before the comparison: what is written during it is seen next time
        return True

    def rows(self) -> list[JournalRow]:
        """All that was read and written."""
        return [row for row, _ in linked_rows(self._known)]

    def _is_the_same(self) -> bool:
        self._raw.seek(0)
        said, known = bytearray(self._raw.read()), bytearray(self._known.serialize())
        for own in (said, known):
            for part in COUNTED:
                own[part] = bytes(part.stop - part.start)
        return said == known


def _in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    # isolation_level=None: Python must not open transactions behind our back.
    known = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    db.backup(known)
    return known


def _stamp(raw: FileIO) -> Stamp:
    said = os.fstat(raw.fileno())
    return said.st_size, said.st_mtime_ns, said.st_ctime_ns
