"""What the check of a diary's file finds."""

from __future__ import annotations

import sqlite3
from itertools import combinations
from pathlib import Path

from game.data.journal import integrity, migrations
from game.data.journal.integrity import linked_rows
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow
from tests.data.family import tell

PAGE = 4096


def _diary(path: Path, days: int) -> bytes:
    journal = Journal.open(path)
    tell(journal, days)
    journal.close()
    return path.read_bytes()


def _ids(db: sqlite3.Connection) -> set[str]:
    return {row.id for row, _ in linked_rows(db)}


def _told_again(path: Path, rows: list[JournalRow]) -> tuple[bool, bool]:
    """Whether the check calls the file whole, and whether all is in it once these rows were told again."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        migrations.readable_version(db, path)
        if not integrity.health(db).is_whole:
            return False, False
        with integrity.transaction(db):
            integrity.add(db, rows)
        return True, {row.id for row in rows} <= _ids(db)
    finally:
        db.close()


def test_a_file_with_pages_of_two_times_is_never_called_whole_and_then_deaf(tmp_path: Path) -> None:
    """As a client leaves it that writes an older diary into the open file while the game writes its own pages."""
    path = tmp_path / "journal.sqlite"
    older = _diary(path, 5)
    newer = _diary(path, 9)
    older = older.ljust(len(newer), b"\0")
    db = sqlite3.connect(path)
    rows = [row for row, _ in linked_rows(db)]
    db.close()
    pages = range(0, len(newer), PAGE)
    changed = [start for start in pages if newer[start : start + PAGE] != older[start : start + PAGE]]
    tried = whole = 0
    for count in range(len(changed) + 1):
        for old in combinations(changed, count):
            mixed = bytearray(newer)
            for start in old:
                mixed[start : start + PAGE] = older[start : start + PAGE]
            path.write_bytes(mixed)
            is_whole, has_all = _told_again(path, rows)
            assert has_all or not is_whole, f"pages of before: {[start // PAGE + 1 for start in old]}"
            tried, whole = tried + 1, whole + is_whole
    assert tried >= 16 and whole >= 2, "the newer one and the older one are whole, what lies between is not"
