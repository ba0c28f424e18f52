"""An older copy of the diary comes back; what was there is kept."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from game.data import backup, copies
from game.data.chain import Health, linked_rows
from game.data.journal import Journal
from game.data.paths import JOURNAL
from game.data.salvage import mend
from game.data.troubles import DamagedJournal, trouble_of


def restore(source: Path, data: Path, now: datetime) -> tuple[Health, Path | None]:
    """Puts the copy at `source` in the diary's place: its health, and where what was there is kept now.

    The copy is looked at first: a damaged one changes nothing (DamagedJournal). A diary that is whole goes into the
    backups, a damaged one aside.
    """
    found = copies.look(source)
    if not found.is_whole:
        raise DamagedJournal(f"{found.flaw}; nothing was changed", source)
    path = data / JOURNAL
    try:
        present = Journal.open(path)
    except DamagedJournal:
        with copies.opened(source) as db:
            rows = [row for row, _ in linked_rows(db)]
        return found, mend(path, rows, now)
    try:
        kept = backup.back_up(present, data, now) if present.count() else None
        with copies.opened(source) as db:
            present.become(db)
    except (sqlite3.Error, OSError) as error:
        raise trouble_of(error, path) from error
    finally:
        present.close()
    return found, kept
