"""How the journal's file is laid out, and how an older one becomes today's.

One table of events that can only be added to, and one small table about the file itself. Each event keeps its own hash
and the one before it, so that it can be proved by itself when its neighbours are gone. The number of the layout stands
twice, in `user_version` and in `about`, now and in every layout to come: one flipped bit must not look like a newer
game's diary for ever. Each step of `STEPS` turns version n into n + 1, inside one transaction with the new number.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

from game.data.journal.errors import DamagedJournal, NewerJournal

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
STATE = "INSERT OR REPLACE INTO about VALUES ('layout', ?)"
COLUMNS = "id, device, seq, profile, at, day, offset, kind, body, previous, hash"


def lay_out(db: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """An empty database becomes a journal of the newest layout, with a device of its own."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {FIRST}")
    for table in TABLES:
        db.execute(table)
    db.execute("INSERT INTO about VALUES ('device', ?)", (str(uuid.uuid4()),))
    db.execute(STATE, (str(FIRST),))
    db.execute("COMMIT")
    migrate(db, steps)


def version(db: sqlite3.Connection) -> int:
    """The layout's number."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def readable_version(db: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> int:
    """The layout's number of a diary this game can read. DamagedJournal for another program's file and where the two
    numbers differ; NewerJournal where both name a layout this game does not know. Only reads."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise DamagedJournal("it is not a diary of this game", path)
    number = version(db)
    said = db.execute("SELECT value FROM about WHERE name = 'layout'").fetchone()
    # The very first diaries said it in one place only.
    if (said[0] if said else str(FIRST)) != str(number):
        raise DamagedJournal(f"it says layout {number} in one place and not in the other", path)
    if number > newest(steps):
        line = f"{path} was written by a newer game (layout {number}, this one knows {newest(steps)})"
        raise NewerJournal(f"{line}; it was left as it is", path, str(number))
    return number


def newest(steps: Sequence[Step] = STEPS) -> int:
    """The layout these steps lead to."""
    return FIRST + len(steps)


def migrate(db: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Every step that is missing, each whole or not at all."""
    for number in range(version(db), newest(steps)):
        db.execute("BEGIN IMMEDIATE")
        steps[number - FIRST](db)
        db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute(STATE, (str(number + 1),))
        db.execute("COMMIT")
