"""The game's pen: folds facts in at once and brings them to the disk, whatever the disk does.

The writing is done beside the loop, in one thread, one batch after another in the order of telling. Most disks answer
within a few thousandths of a second and the pen simply waits for that. A slow one must not freeze the picture: after
`PATIENCE` the pen lets go, and the loop keeps the old screen there, its voice and window alive, until `is_writing` is
over, so that what a child is shown as won is on the disk even then. What the disk refuses stays here with its ids and
is told again; an id that got there after all is not doubled.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from typing import TypeVar
from uuid import uuid4

from game.core.days import game_day, minutes_east
from game.core.events import Event, Fact
from game.data.journal.errors import JournalError, UnwritableJournal
from game.data.journal.journal import Journal

PATIENCE = 0.1  # seconds the loop stands still for the disk at most
LAST_PATIENCE = 20.0  # seconds the closing game waits for a disk that is still writing
log = logging.getLogger(__name__)
Folder = Callable[[Sequence[Event]], None]
T = TypeVar("T")


class JournalWriter:
    """Writes down for one family. `told` is called with the events at once, in the caller's thread; `morning_hour` is
    when the game day turns."""

    def __init__(self, journal: Journal, now: Callable[[], datetime], told: Folder, morning_hour: int) -> None:
        self._journal, self._now, self._told, self._morning_hour = journal, now, told, morning_hour
        self._waiting: deque[tuple[Event, ...]] = deque()
        self._lock = threading.Lock()
        self._refused: JournalError | None = None
        self._hand = ThreadPoolExecutor(1, "journal")
        self._writing: Future[None] | None = None
        self._looking: Future[None] | None = None
        self.is_closed = False

    def __call__(self, *facts: Fact, child: str | None = None) -> tuple[Event, ...]:
        """Facts told now, about a child or the family. Folded in when it returns; on the disk too, unless `is_writing`
        or `unsaved` say otherwise."""
        if not facts:
            return ()
        moment = self._now()
        events = self._journal.numbered_events(
            facts,
            child=child,
            at=moment.astimezone(UTC),
            day=game_day(moment, self._morning_hour),
            offset=minutes_east(moment),
            ids=tuple(str(uuid4()) for _ in facts),
        )
        with self._lock:
            self._waiting.append(events)
        self._told(events)
        self._write(PATIENCE)
        return events

    @property
    def is_writing(self) -> bool:
        """A slow disk has not answered yet."""
        return self._writing is not None and not self._writing.done()

    @property
    def unsaved(self) -> int:
        """Facts the disk has refused so far and that are kept in memory."""
        with self._lock:
            return sum(len(batch) for batch in self._waiting) if self._refused else 0

    @property
    def is_disk_full(self) -> bool:
        """Whether making room would help."""
        refused = self._refused
        return isinstance(refused, UnwritableJournal) and refused.is_full

    def kept_in_memory(self) -> tuple[Event, ...]:
        """What is not on the disk, in the order of telling."""
        with self._lock:
            return tuple(event for batch in self._waiting for event in batch)

    def forget(self, child: str) -> None:
        """Nothing of this child waits to be written any more."""
        with self._lock:
            self._waiting = deque(
                kept for batch in self._waiting if (kept := tuple(event for event in batch if event.child != child))
            )

    def retry(self, patience: float = PATIENCE) -> bool:
        """Tells again what is kept in memory; whether everything is on the disk after so many seconds."""
        self._write(patience)
        return not self.kept_in_memory()

    def look_after(self) -> None:
        """Sees beside the loop whether the diary's file is still where the next start looks for it."""
        is_looking = self._looking is not None and not self._looking.done()
        if not self.is_writing and not is_looking and not self.is_closed:
            self._looking = self._hand.submit(self._keep_place)  # no fact: no screen waits for it

    def then(self, task: Callable[[], T]) -> Future[T]:
        """Runs beside the loop, after what was told so far has had its turn at the disk."""

        def in_turn() -> T:
            self._empty()
            return task()

        return self._hand.submit(in_turn)

    def close(self) -> bool:
        """The last try; whether everything is on the disk. Twice is once."""
        if self.is_closed:
            return not self.kept_in_memory()
        self.is_closed = True
        is_whole = self.retry(LAST_PATIENCE)
        # A thread that still waits for a stuck disk must not hold up the end.
        self._hand.shutdown(wait=is_whole)
        if not is_whole:
            log.warning("%d facts could not be written: %s", len(self.kept_in_memory()), self._refused)
        return is_whole

    def _write(self, patience: float) -> None:
        self._writing = self._hand.submit(self._empty)
        done, _ = wait((self._writing,), timeout=patience)
        for writing in done:
            writing.result()  # a mistake of ours in that thread is a mistake here

    def _keep_place(self) -> None:
        try:
            self._journal.keep_place()
        except JournalError as error:
            log.info("the diary is not in its place: %s", error)

    def _empty(self) -> None:
        """In the pen's own thread: batch after batch until none is left or the disk refuses."""
        while True:
            with self._lock:
                if not self._waiting:
                    self._refused = None
                    return
                batch = self._waiting[0]
            try:
                self._journal.write(batch)
            except JournalError as error:
                log.info("not written down yet: %s", error)
                self._refused = error
                return
            with self._lock:
                if self._waiting and self._waiting[0] is batch:  # else its child was forgotten meanwhile
                    self._waiting.popleft()
