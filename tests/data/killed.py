"""A diary as a kill in the middle of a commit leaves it: half of the pages new, the old ones in its rollback journal."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from game.data.journal.file_copies import hot


def killed_in_mid_commit(path: Path) -> None:
    """Leaves the diary at `path` so: all that counts is what it said before."""
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript("PRAGMA cache_size = 1; BEGIN; DROP TRIGGER never_changed; UPDATE event SET body = body || ' '")
    half, old = path.read_bytes(), hot(path).read_bytes()
    assert old
    db.close()  # rolls back; a killed game does not
    path.write_bytes(half)
    hot(path).write_bytes(old)
