"""A family's disk that can be full, or hang until it is let go: the diary on it is a real one, and so is the pen."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from game.data.journal.errors import UnwritableJournal
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow


class Disk(Journal):
    """`hangs` and `looks` are set while it answers: what is told, and where the file lies. `looked_by` are the threads
    that looked where it lies."""

    answers: int | None = None  # so many more writes, and then it hangs
    is_full = False
    writes_then_fails = stumbles = False

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal._there)
        self.is_proven = journal.is_proven
        self.hangs, self.looks = threading.Event(), threading.Event()
        self.looked_by: list[threading.Thread] = []
        self.hangs.set()
        self.looks.set()

    def keep_place(self, most: int | None = None) -> None:
        self.looked_by.append(threading.current_thread())
        self.looks.wait(10)
        super().keep_place(most)

    def write_rows(self, rows: Sequence[JournalRow]) -> int:
        if self.answers is not None:
            self.answers -= 1
            if self.answers < 0:
                self.answers = None
                self.hangs.clear()
        self.hangs.wait(10)
        if self.stumbles:
            raise ZeroDivisionError("a mistake of ours")
        if self.is_full and not self.writes_then_fails:
            raise UnwritableJournal("the disk is full", self.path, is_full=True)
        count = super().write_rows(rows)
        if self.writes_then_fails:
            raise UnwritableJournal("the disk could not say whether it is written", self.path)
        return count
