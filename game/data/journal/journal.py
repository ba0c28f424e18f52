"""The family's diary: every event in the order it was told, in one SQLite file that can only be added to.

`append` returns when the events are on the disk, all of them or none. A start reads them once: the rows that prove the
chain are the rows that are folded, and there is no stored summary to go stale. How the file is had:
`game.data.journal.opening`; what happens when another program takes its place or writes into it:
`game.data.journal.moved_file`.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from game.core.events import Event, Fact
from game.data.files.clock import local_now
from game.data.files.paths import private_folder
from game.data.journal import file_copies, integrity, migrations, moved_file
from game.data.journal.errors import (
    FAILURES,
    BusyJournal,
    DamagedJournal,
    JournalError,
    LostJournal,
    NewerJournal,
    UnwritableJournal,
    trouble_of,
)
from game.data.journal.facts import UnreadableFact
from game.data.journal.foreign_writes import IN_PASSING, Witness, private_copy
from game.data.journal.import_limits import LAST_NUMBER
from game.data.journal.integrity import Health
from game.data.journal.migrations import COLUMNS, STEPS, Step
from game.data.journal.moved_file import Moved, Opened
from game.data.journal.opening import (
    LOCK_PATIENCE,
    ProvenPart,
    Rows,
    connect,
    create,
    had,
    is_known,
    make_durable,
    traces,
)
from game.data.journal.rows import JournalRow, event_of

__all__ = [
    "BusyJournal", "DamagedJournal", "Journal", "JournalError", "LostJournal", "NewerJournal", "UnwritableJournal",
]  # fmt: skip

log = logging.getLogger(__name__)


class Journal:
    """An open diary. It holds the file for itself until `close`; threads may share it, one writes at a time."""

    def __init__(self, there: Opened, read: Rows | None = None, proven: ProvenPart | None = None) -> None:
        """`read` are the rows that looking whether the file is whole has just read, given out once. `proven` is given
        where only that much of it is known to be whole: `prove` looks at the rest."""
        path = there.file
        self.path, self._read, self._there = path, read, there
        self._side = moved_file.identity(file_copies.hot(path)) if path else None  # what its rollback journal is called
        self._lock = threading.RLock()
        self._numbering = threading.Lock()  # of its own: a commit that hangs must not keep the loop from telling
        self._seq, self._is_closed, self.is_proven = 0, False, proven is None
        self.moved: deque[Moved] = deque()  # what became of the file meanwhile, for the parent
        self._read_device(proven)
        self._witness: Witness | None = None
        if self.is_proven:  # else it comes with the proof, beside the loop
            self._call_a_witness()

    @property
    def _db(self) -> sqlite3.Connection:
        return self._there.db

    @classmethod
    def in_memory(cls) -> Journal:
        """A diary nobody keeps, for the demo and for tests."""
        db = connect(":memory:")
        migrations.lay_out(db)
        return cls.over(db)

    @classmethod
    def over(cls, db: sqlite3.Connection) -> Journal:
        """To write into a database that is being made, under a name of its own or none."""
        return cls(Opened(db))

    @classmethod
    def open(
        cls, path: Path, *, steps: Sequence[Step] = STEPS, patience: float = LOCK_PATIENCE,
        proven: ProvenPart | None = None,
    ) -> Journal:  # fmt: skip
        """The diary at `path`, made when this family has never played; a `JournalError` says why it cannot be had.
        `patience` is how many seconds to wait for another window to let go. One that begins with what is `proven` is
        had at once; whether it is whole is for `prove` to say."""
        try:
            if not path.exists():
                private_folder(path.parent)
                # Asked for once more: a window started in the same moment may have made it, and its rollback journal.
                if traces(path) and not path.exists():
                    raise LostJournal("the file is gone, and this family has played before", path)
                create(path, steps)
        except FAILURES as error:
            raise trouble_of(error, path) from error
        there, read, is_proven = had(path, steps, patience, proven)
        return cls(there, read, None if is_proven else proven)

    def _read_device(self, proven: ProvenPart | None = None) -> None:
        (device,) = self._db.execute("SELECT value FROM about WHERE name = 'device'").fetchone()
        known = proven if proven and proven.device == device else None
        (last,) = self._db.execute(
            "SELECT max(seq) FROM event WHERE device = ? AND place > ?", (device, known.place if known else 0)
        ).fetchone()
        last = max(int(last or 0), known.seq if known else 0)
        if int(last or 0) >= LAST_NUMBER:  # somebody's file used this computer's numbers up: it begins anew as another
            device, last = str(uuid4()), 0
            self._db.execute("UPDATE about SET value = ? WHERE name = 'device'", (device,))
        with self._numbering:
            # What waits to be written has its numbers already.
            self._seq = max(int(last or 0), self._seq if device == getattr(self, "device", None) else 0)
            self.device: str = device

    def prove(self, rest: Callable[[], None] = lambda: None) -> None:
        """Looks whether all of it is whole, where the start had not the time; a DamagedJournal when it is not. To be
        asked beside the loop: it reads a copy, so that telling need not wait, and calls `rest` again and again."""
        with self._lock:
            if self.is_proven or self._is_closed:
                return
            try:
                twin = private_copy(self._db)
            except FAILURES as error:
                log.info("the diary is proven where it is: %s", error)
                found = self.health()
                twin = None
        if twin:
            try:
                found = integrity.health(twin.db, rest=rest)
            except FAILURES as error:
                raise trouble_of(error, self.path) from error
            finally:
                twin.close()
        if not found.is_whole:
            raise DamagedJournal(found.flaw, self.path)
        with self._lock:
            self.is_proven = True
            if not self._is_closed:
                self._call_a_witness()

    # ---------------------------------------------------------------- its place
    def keep_place(self, most: int | None = None) -> None:
        """Looks whether the diary's name still leads to the open file, and brings both together where it does not; see
        `game.data.journal.moved_file`. A JournalError when that cannot be done now. Of a file longer than `most` bytes
        only the beginning and the end are looked at."""
        with self._lock:
            lost, known = self._there, None
            if self.path is None or not lost.identity:
                return
            if lost.file == self.path and moved_file.identity(self.path) == lost.identity:
                if self._witness:
                    known = None if self._witness.is_as_written(most) else self._witness.rows()
                elif self.is_proven:
                    self._call_a_witness()
                if known is None:
                    self._keep_way_back()
                    return
            try:
                there, told = moved_file.settle(
                    lost, self.path, local_now(), lambda path: had(path, STEPS, 0.0)[0], known
                )  # fmt: skip
            except FAILURES as error:
                raise trouble_of(error, self.path) from error
            if there is not lost:
                self._there = there
                self._side = moved_file.identity(file_copies.hot(self.path))
                self._read, self.is_proven = None, True
                self._read_device()
                self._call_a_witness()
            if told:
                log.warning("the diary's file was replaced, removed or written into while it was open: %s", told)
                self.moved.append(told)

    def _keep_way_back(self) -> None:
        """SQLite writes on into a rollback journal that was removed or replaced, and after a kill in the middle of a
        commit nothing leads back: then it is given up, and the next commit begins one under the right name."""
        assert self.path is not None
        side = file_copies.hot(self.path)
        if moved_file.identity(side) == self._side:
            return
        try:
            self._db.execute("PRAGMA journal_mode=OFF")  # closes it, and keeps the lock
            make_durable(self._db)
            if self._side and side.exists() and side.stat().st_size:  # nothing of ours: it is empty between two commits
                side.unlink()
        except FAILURES as error:
            raise trouble_of(error, self.path) from error
        self._side = moved_file.identity(side)

    # ---------------------------------------------------------------- writing
    def numbered_events(
        self, facts: Sequence[Fact], *, child: str | None, at: datetime, day: date, offset: int, ids: Sequence[str]
    ) -> tuple[Event, ...]:
        """Facts in their envelopes, numbered, not yet written. UnreadableFact for what could not be read again: a
        mistake of ours, better met before it is told than when a diary is brought back."""
        with self._numbering:
            first = self._seq + 1
            self._seq += len(facts)
        events = tuple(
            Event(id_, self.device, first + i, child, at, day, offset, fact)
            for i, (id_, fact) in enumerate(zip(ids, facts, strict=True))
        )
        for event in events:
            JournalRow.checked(asdict(JournalRow.of(event)))
        return events

    def append(
        self, facts: Sequence[Fact], *, child: str | None, at: datetime, day: date, offset: int, ids: Sequence[str]
    ) -> tuple[Event, ...]:
        """Facts told now: `at` is UTC, `offset` minutes east of it. On the disk when it returns."""
        events = self.numbered_events(facts, child=child, at=at, day=day, offset=offset, ids=ids)
        self.write(events)
        return events

    def write(self, events: Sequence[Event]) -> int:
        """All events or none, durable on return; one already there (by id) stays as it is. How many were new."""
        return self.write_rows([JournalRow.of(event) for event in events])

    def write_rows(self, rows: Sequence[JournalRow]) -> int:
        """Like `write`, for rows from a copy or an export."""
        with self._lock:
            self.keep_place(IN_PASSING)
            looked = self._there
            try:
                new = self._add(rows)
            except UnwritableJournal:
                self.keep_place(IN_PASSING)
                if self._there is looked:
                    raise
                new = self._add(rows)  # refused for the name alone, which was taken away since the look
            if self._witness:
                try:
                    self._witness.saw(rows)
                except FAILURES as error:
                    self._dismiss_the_witness(error)
            self.keep_place(IN_PASSING)  # a name that was taken away meanwhile took these words along
        return new

    def _add(self, rows: Sequence[JournalRow]) -> int:
        with self._transaction() as db:
            self._read = None
            return integrity.add(db, rows)

    def _call_a_witness(self) -> None:
        """Of all that is in the file now. Nobody for a diary in memory, where no file can be told from another, and
        while there is no room for one."""
        self._dismiss_the_witness()
        there = self._there
        if there.raw and there.identity:
            try:
                self._witness = Witness(there.db, there.raw)
            except FAILURES as error:
                log.info("nobody sees what others write into the diary: %s", error)

    def _dismiss_the_witness(self, why: Exception | None = None) -> None:
        witness, self._witness = self._witness, None
        if why:
            log.info("what others write into the diary is not seen for now: %s", why)
        if witness:
            witness.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except BaseException as error:
                # A failed COMMIT may have reached the disk all the same; the ids make telling it again harmless.
                with contextlib.suppress(sqlite3.Error):
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                if self._witness:
                    self._witness.asks(self._db)
                # What breaks a rule of the table or misuses the connection is a mistake of ours, not the disk's.
                ours = isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError))
                if isinstance(error, sqlite3.Error) and not ours:
                    raise trouble_of(error, self.path) from error
                raise

    # ---------------------------------------------------------------- reading
    def rows(self) -> Iterator[JournalRow]:
        """Everything as written, also kinds this game does not know, in the order of telling."""
        return (JournalRow(*row[:9]) for row in self._kept())

    def events(self, after: int = 0, until: int = LAST_NUMBER) -> Iterator[Event]:
        """Everything this game can read, in the order of telling, of the places `after` < place <= `until`; what a
        newer game told is kept and passed over."""
        for row in self._kept(after, until):
            try:
                yield event_of(*row[:9])
            except UnreadableFact:
                continue

    def _kept(self, after: int = 0, until: int = LAST_NUMBER) -> Rows:
        with self._lock:
            read, self._read = self._read, None
            if read is not None and not after and until == LAST_NUMBER:
                return read
            try:
                kept: Rows = self._db.execute(
                    f"SELECT {COLUMNS} FROM event WHERE place > ? AND place <= ? ORDER BY place",  # noqa: S608
                    (after, until),
                ).fetchall()
                return kept
            except FAILURES as error:
                raise trouble_of(error, self.path) from error

    def count(self) -> int:
        """Events kept, readable or not."""
        with self._lock:
            return int(self._db.execute("SELECT count(*) FROM event").fetchone()[0])

    def health(self) -> Health:
        """Whether it is whole, read from the file now."""
        with self._lock:
            try:
                return integrity.health(self._db)
            except sqlite3.Error as error:
                raise trouble_of(error, self.path) from error

    def head(self) -> tuple[int, str] | None:
        """Number and hash of the last event; None before the first."""
        with self._lock:
            last: tuple[int, str] | None = self._db.execute(integrity.LAST).fetchone()
        return last

    def begins_with(self, proven: ProvenPart) -> bool:
        """Whether it begins with what was proven, as far as those rows tell."""
        with self._lock:
            try:
                return is_known(self._db, proven)
            except FAILURES as error:
                raise trouble_of(error, self.path) from error

    def link(self, place: int) -> str:
        """The hash of the row at that place; "" when there is none."""
        with self._lock:
            said = self._db.execute("SELECT hash FROM event WHERE place = ?", (place,)).fetchone()
        return str(said[0]) if said else ""

    def place_of(self, event: str) -> int:
        """Where the event of that id stands; 0 when it is not there."""
        with self._lock:
            said = self._db.execute("SELECT place FROM event WHERE id = ?", (event,)).fetchone()
        return int(said[0]) if said else 0

    @property
    def numbered(self) -> int:
        """The number this device gave last."""
        return self._seq

    def about(self, name: str) -> str:
        """What the file says about itself under that name; "" when it does not."""
        with self._lock:
            said = self._db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(said[0]) if said else ""

    def copy_to(self, target: Path) -> None:
        """The whole diary, verified, as a file at `target`."""
        with self._lock:
            try:
                file_copies.copy(self._db, target)
            except FAILURES as error:
                raise trouble_of(error, target) from error

    def become(self, other: sqlite3.Connection) -> None:
        """Takes over every page of another diary, whole or not at all, under the lock it holds: for bringing back a
        copy and for forgetting a child, the only two ways anything told ever goes."""
        with self._lock:
            try:
                self.keep_place()
                self._read = None
                try:
                    other.backup(self._db)
                    migrations.migrate(self._db)
                    self._read_device()
                finally:
                    self._call_a_witness()
                self.keep_place()
            except sqlite3.Error as error:
                raise trouble_of(error, self.path) from error

    def close(self) -> None:
        """Gives the file back; twice is once."""
        with self._lock:
            try:
                if not self._is_closed:
                    self.keep_place()
            except JournalError as error:
                log.warning("%s", error)
            self._is_closed = True
            self._dismiss_the_witness()
            with contextlib.suppress(sqlite3.Error, OSError):
                self._there.close()
