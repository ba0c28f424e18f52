"""What is done about a family's history beside the loop: a start takes the diary on trust and shows the first picture.

Then, in a thread of its own: the history is had, where the first picture needed none; the whole diary is proven; what
the checkpoint left in it is brought, where it is not too much for a small computer's memory; the next checkpoint is
written. A damage found there is `trouble`, for the loop to show as soon as no child is playing.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.content import Catalogue
from game.core.history.history import Family
from game.data.checkpoint.summed_file import remove_file
from game.data.files.paths import CHECKPOINT, FIRST_LOOK
from game.data.journal.errors import DamagedJournal, JournalError
from game.data.journal.journal import Journal

if TYPE_CHECKING:
    from game.data.checkpoint.archive import Archive
    from game.data.checkpoint.family_history import FamilyHistory

REST = 0.0005  # seconds the loop's thread is let through, after each fifth of a thousandth
BROUGHT = 60_000  # rows brought unasked: two years of two sessions a day, half a second and 40 MB
log = logging.getLogger(__name__)
Snapshot = Callable[[], tuple[Catalogue, Family, date]]


class _Closing(Exception):
    """The game closes: what was begun is left."""


class HistoryKeeper:
    """For one open diary, whose history `read` gives; `folder` is where its checkpoint is, None for none. `snapshot`
    gives the family as it is."""

    def __init__(
        self, journal: Journal, folder: Path | None, key: str, read: Callable[[], FamilyHistory], snapshot: Snapshot
    ) -> None:  # fmt: skip
        self._journal, self._folder, self._key, self._snapshot = journal, folder, key, snapshot
        self._read, self._having = read, threading.Lock()
        self._history: FamilyHistory | None = None
        self._next: FamilyHistory | None = None  # as the next start has it, where this one read all
        self._hand = ThreadPoolExecutor(1, "history")
        self._file = threading.Lock()  # nothing is written there after it was forgotten
        self._is_begun = self._is_closing = self._is_forgotten = False
        self.trouble: DamagedJournal | None = None  # found by the proof, or where the history was read

    def history(self) -> FamilyHistory:
        """What the start went on from, had when it is first asked for; a JournalError when it cannot be read."""
        with self._having:
            if self._history is None:
                try:
                    self._history = self._read()
                except DamagedJournal as error:
                    self.trouble = error
                    raise
                if self._history.archive is None:
                    self._remove()  # it is of another diary, another program, or damaged
            return self._history

    @property
    def archive(self) -> Archive | None:
        """What was left in the diary; None when the family was read whole."""
        return self._history.archive if self._history else None

    def begin(self) -> None:
        """Soon after the first picture; again is once."""
        if not self._is_begun and not self._is_closing and self._folder is not None:
            self._is_begun = True
            self.beside(self._beside)

    def beside(self, errand: Callable[[], object]) -> None:
        """Done in that thread, after what it does already."""
        self._hand.submit(errand).add_done_callback(_tell)

    def forget(self) -> None:
        """The diary was written anew: nothing that was kept of it holds, and nothing is kept of what is there."""
        self._is_forgotten = True
        self._remove()

    def _remove(self) -> None:
        """A file that cannot be removed is not believed either; whoever erases a child is told of it there."""
        with self._file, suppress(OSError):
            if self._folder is not None:
                remove_file(self._folder / FIRST_LOOK)
                remove_file(self._folder / CHECKPOINT)

    def close(self) -> None:
        """Before the diary is closed, when all is written: what is new since the last checkpoint goes into the next."""
        self._is_closing = True
        self._hand.shutdown(wait=True)
        try:
            # A family that was read whole would be folded once more from its first day, and has its checkpoint already.
            if self._history and self._history.archive:
                self._settle()
            self._look_ahead()
        except Exception:  # a mistake of ours in a cache: the diary is closed all the same
            log.exception("no checkpoint")

    def _beside(self) -> None:
        try:
            history = self.history()
            self._fetch_names(history)
            self._journal.prove(self._rest)
            if history.archive and history.place <= BROUGHT:
                history.archive.family(self._rest)
            elif not history.archive:
                self._settle()
        except _Closing:
            pass
        except DamagedJournal as error:
            self.trouble = error
        except JournalError as error:
            log.warning("the diary could not be proven: %s", error)

    def _fetch_names(self, history: FamilyHistory) -> None:
        """What the loop asks for with the next play. Where it is gone the diary is asked, and nothing is gone on from
        it any more."""
        from game.data.checkpoint.archive import NamesGone

        try:
            for child in history.archived.values():
                child.plays.fetch()
                child.sessions.fetch()
        except NamesGone as error:
            log.info("the checkpoint's names are gone: %s", error)
            self._remove()

    def _settle(self) -> None:
        history = self._history
        if history is None or not self._keeps:
            return
        from game.core.reports.kept_ledger import LedgerGone
        from game.data.checkpoint.archive import NamesGone
        from game.data.checkpoint.checkpoint_file import write_file
        from game.data.checkpoint.next_checkpoint import settle_family

        catalogue, family, today = self._snapshot()
        try:
            settled = settle_family(self._journal, catalogue, history, family, today)
            with self._file:
                if settled and self._folder and self._keeps:
                    write_file(self._folder / CHECKPOINT, self._key, settled.kept)
                    self._next = settled.history
        except (JournalError, OSError) as error:
            log.info("no checkpoint: %s", error)
        except (LedgerGone, NamesGone) as error:  # the next start reads all and makes both anew
            log.info("no checkpoint: a page is gone: %s", error)
            self._remove()

    @property
    def _keeps(self) -> bool:
        """Whether anything that is learnt of the diary is kept for the next start."""
        return self._folder is not None and not self.trouble and not self._is_forgotten

    def _look_ahead(self) -> None:
        """What the next start shows first, if nothing more is told."""
        history = self._history if self._history and self._history.archive else self._next
        if history is None or not self._keeps:
            return
        from game.data.checkpoint.first_look_file import write_look
        from game.data.checkpoint.next_look import look_ahead

        catalogue, _, today = self._snapshot()
        try:
            look = look_ahead(self._journal, catalogue, history, today)
            with self._file:
                if look and self._folder and self._keeps:
                    write_look(self._folder / FIRST_LOOK, self._key, look)
        except (JournalError, OSError) as error:
            log.info("nothing to show first: %s", error)

    def _rest(self) -> None:
        if self._is_closing:
            raise _Closing
        time.sleep(REST)


def _tell(done: object) -> None:
    """A mistake of ours in that thread is in the log; the family plays on."""
    error = getattr(done, "exception", lambda: None)()
    if error is not None:
        log.error("beside the loop: %s", error, exc_info=error)
