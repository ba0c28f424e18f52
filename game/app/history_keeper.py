"""What is done about a family's history beside the loop: a start takes the diary on trust and shows the first picture.

Then, in a thread of its own: the whole diary is proven; what the checkpoint left in it is brought, where it is not too
much for a small computer's memory; the next checkpoint is written. A damage found there is `trouble`, for the loop to
show as soon as no child is playing.
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

from game.core.content import Catalogue
from game.core.history.history import Family
from game.core.reports.kept_ledger import LedgerGone
from game.data.checkpoint.archive import Archive
from game.data.checkpoint.checkpoint_file import remove_file, write_file
from game.data.checkpoint.family_history import FamilyHistory
from game.data.journal.errors import DamagedJournal, JournalError
from game.data.journal.journal import Journal

REST = 0.0005  # seconds the loop's thread is let through, after each fifth of a thousandth
BROUGHT = 60_000  # rows brought unasked: two years of two sessions a day, half a second and 40 MB
log = logging.getLogger(__name__)
Snapshot = Callable[[], tuple[Catalogue, Family, date]]


class _Closing(Exception):
    """The game closes: what was begun is left."""


class HistoryKeeper:
    """For one open diary; `path` is where its checkpoint is, None for none. `snapshot` gives the family as it is."""

    def __init__(
        self, journal: Journal, path: Path | None, key: str, history: FamilyHistory, snapshot: Snapshot
    ) -> None:  # fmt: skip
        self._journal, self._path, self._key, self._snapshot = journal, path, key, snapshot
        self._history: FamilyHistory | None = history
        self._hand = ThreadPoolExecutor(1, "history")
        self._file = threading.Lock()  # nothing is written there after it was forgotten
        self._is_begun = self._is_closing = False
        self.trouble: DamagedJournal | None = None  # found by the proof
        if history.archive is None:
            self._remove()  # it is of another diary, another program, or damaged

    @property
    def archive(self) -> Archive | None:
        """What was left in the diary; None when the family was read whole."""
        return self._history.archive if self._history else None

    def begin(self) -> None:
        """Soon after the first picture; again is once."""
        if not self._is_begun and not self._is_closing and self._path is not None:
            self._is_begun = True
            self._hand.submit(self._beside).add_done_callback(_tell)

    def forget(self) -> None:
        """The diary was written anew: nothing that was kept of it holds, and nothing is kept of what is there."""
        self._history = None
        self._remove()

    def _remove(self) -> None:
        """A file that cannot be removed is not believed either; whoever erases a child is told of it there."""
        with self._file, suppress(OSError):
            if self._path is not None:
                remove_file(self._path)

    def close(self) -> None:
        """Before the diary is closed, when all is written: what is new since the last checkpoint goes into the next."""
        self._is_closing = True
        self._hand.shutdown(wait=True)
        # A family that was read whole would be folded once more from its first day, and has its checkpoint already.
        if self._history and self._history.archive:
            try:
                self._settle()
            except Exception:  # a mistake of ours in a cache: the diary is closed all the same
                log.exception("no checkpoint")

    def _beside(self) -> None:
        try:
            self._journal.prove(self._rest)
            history = self._history
            if history and history.archive and history.place <= BROUGHT:
                history.archive.family(self._rest)
            elif history and not history.archive:
                self._settle()
        except _Closing:
            pass
        except DamagedJournal as error:
            self.trouble = error
        except JournalError as error:
            log.warning("the diary could not be proven: %s", error)

    def _settle(self) -> None:
        history = self._history
        if history is None or self._path is None or self.trouble:
            return
        from game.data.checkpoint.next_checkpoint import settle_family

        catalogue, family, today = self._snapshot()
        try:
            settled = settle_family(self._journal, catalogue, history, family, today)
            with self._file:
                if settled and self._history is history:
                    write_file(self._path, self._key, settled.kept)
        except (JournalError, OSError) as error:
            log.info("no checkpoint: %s", error)
        except LedgerGone as error:  # the next start reads all and makes both anew
            log.info("no checkpoint: the ledger's page %s is gone", error)
            self._remove()

    def _rest(self) -> None:
        if self._is_closing:
            raise _Closing
        time.sleep(REST)


def _tell(done: object) -> None:
    """A mistake of ours in that thread is in the log; the family plays on."""
    error = getattr(done, "exception", lambda: None)()
    if error is not None:
        log.error("beside the loop: %s", error, exc_info=error)
