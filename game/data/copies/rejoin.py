"""At a start: whatever the copies know of this diary and its file does not say any more comes into it again.

A copy the diary went on in while its place could not be had; a copy that goes on where the diary ends, because an older
file was put in its place. The tries at the PIN come with them: nobody gets new ones by putting an old file there.
"""

from __future__ import annotations

import logging
from pathlib import Path

from game.data.copies import backup
from game.data.files.paths import BACKUPS
from game.data.journal import file_copies, integrity
from game.data.journal.errors import JournalError
from game.data.journal.journal import Journal
from game.data.journal.moved_file import BESIDE, How, Moved, file_away
from game.data.journal.rows import JournalRow

LEFT = "left"  # what `about` calls the last entry of a diary that a parent changed for an older copy
log = logging.getLogger(__name__)


def rejoin(journal: Journal, data: Path) -> Moved | None:
    """Joins what was lost from the diary's file, told in `journal.moved` as well; None when nothing was."""
    missing = _from_beside(journal, data) + _from_the_longest(journal, data)
    if not missing:
        return None
    told = Moved(How.JOINED, missing)
    log.warning("%d entries that only copies had are in the diary again", missing)
    journal.moved.append(told)
    return told


def _from_beside(journal: Journal, data: Path) -> int:
    missing = 0
    for beside in sorted((data / BACKUPS).glob(f"journal-*{BESIDE}*.sqlite")):
        rows = _rows(beside)
        known = {row.id for row in journal.rows()}
        if rows and (not known or not known.isdisjoint(row.id for row in rows)):
            missing += journal.write_rows(rows)
            file_away(beside)
    return missing


def _from_the_longest(journal: Journal, data: Path) -> int:
    """From the copy that says all the diary says and more. A parent who brought an older copy back meant it."""
    head = journal.head() or (0, "")
    longer = [(end, copy) for copy in backup.all_copies(data) if (end := backup.end_of(copy)) and end[0] > head[0]]
    if not longer:
        return 0
    left = journal.about(LEFT)
    for end, copy in sorted(longer, key=lambda pair: pair[0][0], reverse=True):
        if left and (end[0] <= int(left.partition(" ")[0]) or backup.says(copy, left)):
            continue
        if not head[0] or backup.agrees(copy, {head[0]: head[1]}):
            rows = _rows(copy.path)
            if rows:
                return journal.write_rows(rows)
    return 0


def _rows(path: Path) -> list[JournalRow]:
    """Of a whole copy; none of another one."""
    try:
        with file_copies.opened(path) as db:
            return [row for row, _ in integrity.linked_rows(db)] if integrity.health(db).is_whole else []
    except JournalError as error:
        log.warning("%s", error)
        return []
