"""A child is forgotten: the diary and everything else of ours in the family's folder are written anew without it.

First all of it is looked at. What cannot be looked at, for want of room or of leave, may be the only good copy, and may
hold the child: then nothing is changed at all and the grown-up is told which file it is. Reports and exports a grown-up
has saved elsewhere are not ours to find; the screen that asks says so.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator
from math import inf
from pathlib import Path

from game.data.files import documents, our_files
from game.data.files.paths import BACKUPS
from game.data.journal import file_copies, migrations
from game.data.journal.errors import FAILURES, UnseenJournal, trouble_of
from game.data.journal.facts import UnreadableFact
from game.data.journal.file_copies import CheckResult, look
from game.data.journal.integrity import linked_rows
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow
from game.frozen import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A diary of the folder: its rows and device; None when it is damaged, and nobody can say what it still holds."""

    path: Path
    rows: tuple[JournalRow, ...] | None
    device: str = ""

    def holds(self, child: str) -> bool:
        return self.rows is None or any(row.profile == child for row in self.rows)


def erase(journal: Journal, child: str, data: Path | None) -> None:
    """Nothing of the child is left in the open diary, its copies and whatever else is ours; a JournalError when
    something cannot be looked at, or the disk refuses. The copies come first: what is gone there may be repeated."""
    journal.prove()  # what is written anew is whole by its own chain: damage would never be told again
    journal.keep_place()  # a file put in the diary's place would keep the child
    if data is not None:
        try:
            _forget(list(_looked_at(data)), child, data)
        except FAILURES as error:
            raise trouble_of(error, data) from error
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _fill(fresh, (row for row in journal.rows() if row.profile != child), journal.device)
        journal.become(fresh)
    finally:
        fresh.close()


def _looked_at(data: Path) -> Iterator[_Kept]:
    """Every other diary, before anything is touched."""
    for path in our_files.diaries(data):
        looked = look(path)
        if looked.sight is CheckResult.UNSEEN:
            raise UnseenJournal(f"nothing was erased: {path} could not be looked at ({looked.why})", path)
        if looked.sight is CheckResult.DAMAGED:
            yield _Kept(path, None)
            continue
        with file_copies.opened(path) as db:
            (device,) = db.execute("SELECT value FROM about WHERE name = 'device'").fetchone()
            yield _Kept(path, tuple(row for row, _ in linked_rows(db)), device)


def _forget(kept: list[_Kept], child: str, data: Path) -> None:
    for diary in kept:
        if not diary.holds(child):
            continue
        if diary.rows is None:
            log.warning("a diary that is damaged was removed: %s", diary.path)
            for file in (*our_files.sides(diary.path), diary.path):
                file.unlink(missing_ok=True)
        else:
            _rewrite(diary.path, diary.rows, diary.device, child)
    for name in (*our_files.second_names(data), *our_files.pages(data)):
        name.unlink(missing_ok=True)
    for export in our_files.exports(data):
        _without_lines(export, child)
    for folder in (data, data / BACKUPS):
        file_copies.sweep(folder, inf)


def _rewrite(path: Path, rows: Iterable[JournalRow], device: str, child: str) -> None:
    for side in our_files.sides(path):  # `rows` are what they led to
        if side != file_copies.hot(path):  # that one goes with the file it belongs to
            side.unlink(missing_ok=True)
    with file_copies.drafted(path) as db:
        _fill(db, (row for row in rows if row.profile != child), device)


def _fill(db: sqlite3.Connection, rows: Iterable[JournalRow], device: str) -> None:
    migrations.lay_out(db)
    db.execute("UPDATE about SET value = ? WHERE name = 'device'", (device,))
    Journal.over(db).write_rows(list(rows))


def _without_lines(path: Path, child: str) -> None:
    """An export without the child's rows; a file whose first line is no row is not ours."""
    lines = path.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines(keepends=True)
    if not lines or _owner(lines[0]) is None:
        return
    left = [line for line in lines if _owner(line) != (child,)]
    if len(left) < len(lines):
        documents.write(path, "".join(left).encode("utf-8", "replace").decode("utf-8"))


def _owner(line: str) -> tuple[str | None] | None:
    """Whose row it is, alone in a tuple; None for what is no row."""
    try:
        return (JournalRow.from_line(line).profile,)
    except UnreadableFact:
        return None
