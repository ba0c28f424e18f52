"""A child is forgotten: the diary and every copy are written anew without it.

Reports and exports a grown-up has saved elsewhere are not ours to find; the screen that asks says so.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from math import inf
from pathlib import Path

from game.data import copies, layout
from game.data.backup import all_copies
from game.data.chain import linked_rows
from game.data.journal import Journal
from game.data.paths import BACKUPS, JOURNAL, LOG, REPORT
from game.data.rows import Row
from game.data.troubles import FAILURES, JournalError, trouble_of

log = logging.getLogger(__name__)


def erase(journal: Journal, child: str, data: Path | None) -> None:
    """Nothing of the child is left in the open diary, its copies and what was kept aside; a JournalError when the disk
    refuses, and then the copies come first: what is gone there may be repeated."""
    if data is not None:
        try:
            _forget_copies(data, child)
        except FAILURES as error:
            raise trouble_of(error, data) from error
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _fill(fresh, (row for row in journal.rows() if row.profile != child), journal.device)
        journal.become(fresh)
    finally:
        fresh.close()


def _forget_copies(data: Path, child: str) -> None:
    for copy in all_copies(data):
        _rewrite(copy.path, child)
    for kept in (*data.glob(f"{Path(JOURNAL).stem}-damaged-*"), data / LOG, data / REPORT):
        kept.unlink(missing_ok=True)
    for folder in (data, data / BACKUPS):
        copies.sweep(folder, inf)


def _fill(db: sqlite3.Connection, rows: Iterable[Row], device: str) -> None:
    layout.lay_out(db)
    db.execute("UPDATE about SET value = ? WHERE name = 'device'", (device,))
    Journal(db, None).write_rows(list(rows))


def _rewrite(path: Path, child: str) -> None:
    """A copy without the child; one that cannot be read whole is removed, for nobody can say what it still holds."""
    try:
        with copies.opened(path) as db:
            rows = [row for row, _ in linked_rows(db)]
            (device,) = db.execute("SELECT value FROM about WHERE name = 'device'").fetchone()
    except (JournalError, sqlite3.Error, TypeError) as error:
        log.warning("a copy that could not be read was removed: %s", error)
        path.unlink(missing_ok=True)
        return
    if all(row.profile != child for row in rows):
        return
    with copies.drafted(path) as db:
        _fill(db, (row for row in rows if row.profile != child), device)
