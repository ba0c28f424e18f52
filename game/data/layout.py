"""How the journal's file is laid out, and how an older one becomes today's.

One table of events that can only be added to, and one small table about the file itself. Each event keeps its own hash
and the one before it, so that it can be proved by itself when its neighbours are gone. `user_version` is the number
of the layout; each step of `STEPS` turns version n into n + 1, inside one transaction with the new number.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Sequence

APPLICATION = 0x42466F74  # "BFot": SQLite's application_id, so that no other program's file is taken for a diary
FIRST = 1
Step = Callable[[sqlite3.Connection], None]
STEPS: tuple[Step, ...] = ()  # the first layout is still the only one

# recursive_triggers must be on, else INSERT OR REPLACE deletes without asking these triggers.
TABLES = (
    """CREATE TABLE event (
        place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, device TEXT NOT NULL, seq INTEGER NOT NULL, profile TEXT,
        at TEXT NOT NULL, day TEXT NOT NULL, offset INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
        previous TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TRIGGER never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
    """CREATE TRIGGER never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
)
COLUMNS = "id, device, seq, profile, at, day, offset, kind, body, previous, hash"


def lay_out(db: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """An empty database becomes a journal of the newest layout, with a device of its own."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {FIRST}")
    for table in TABLES:
        db.execute(table)
    db.execute("INSERT INTO about VALUES ('device', ?)", (str(uuid.uuid4()),))
    db.execute("COMMIT")
    migrate(db, steps)


def version(db: sqlite3.Connection) -> int:
    """The layout's number."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def newest(steps: Sequence[Step] = STEPS) -> int:
    """The layout these steps lead to."""
    return FIRST + len(steps)


def migrate(db: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Every step that is missing, each whole or not at all."""
    for number in range(version(db), newest(steps)):
        db.execute("BEGIN IMMEDIATE")
        steps[number - FIRST](db)
        db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute("COMMIT")
