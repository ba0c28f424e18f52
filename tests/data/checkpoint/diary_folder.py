"""A family's folder whose diary is opened, told into and closed again."""

from __future__ import annotations

from pathlib import Path

from game.core.events import Event
from game.core.history.history import Family
from game.data.checkpoint.family_history import had
from game.data.files.paths import JOURNAL
from game.data.journal.journal import Journal


class DiaryFolder:
    """`journal` is the one that is open; a subclass says how a start opens it."""

    def __init__(self, data: Path) -> None:
        self.data, self.diary = data, data / JOURNAL
        self.journal: Journal | None = None

    def whole(self) -> Family:
        """As a start without anything left has it."""
        self.stop()
        self.journal = Journal.open(self.diary)
        return had(self.journal, None).family

    def tell(self, events: list[Event]) -> None:
        self.stop()
        self.journal = Journal.open(self.diary)
        self.journal.write(events)

    def stop(self) -> None:
        if self.journal:
            self.journal.close()
        self.journal = None
