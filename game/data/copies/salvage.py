"""What there is to go on with after damage: what a damaged diary still says, joined with the newest good copy."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from game.data.copies import backup
from game.data.copies.backup import Copy
from game.data.copies.damaged_file import SalvagedRows, read_damaged, read_in_memory
from game.data.files import our_files
from game.data.journal import file_copies
from game.data.journal.errors import JournalError
from game.data.journal.integrity import linked_rows
from game.data.journal.rows import JournalRow
from game.frozen import dataclass

GATE = ("gate_set", "gate_tried", "gate_passed")  # the kinds of facts about the PIN
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SalvageOffer:
    """What there is to go on with. `rows` are whole, from the damaged file and the copy together; `all` is how many
    there were at least; `missing` the days of what is gone, where its neighbours tell. Where `is_end_known` is False
    the file could not be read to its end, and nobody can say how much is gone that was told after `since` (None when
    nothing at all is left)."""

    rows: tuple[JournalRow, ...]
    all: int
    missing: tuple[date, ...]
    copy: Copy | None
    copy_rows: tuple[JournalRow, ...] = ()
    is_end_known: bool = True
    since: datetime | None = None
    unseen: int = 0  # copies that could not be looked at just now: nobody may conclude that there are none

    @property
    def gate_rows(self) -> tuple[JournalRow, ...]:
        """All that can be read about the PIN and its tries."""
        return tuple(row for row in self.rows if row.kind in GATE)

    @property
    def whole(self) -> int:
        return len(self.rows)

    @property
    def gone(self) -> int:
        """How many can be counted that are gone; where the end is not known there may have been more."""
        return self.all - self.whole


def salvage(path: Path, data: Path) -> SalvageOffer:
    """Reads everything that can be read; changes nothing."""
    read = read_damaged(path)
    copy, copied = _copied(data, read)
    known = {row.id for row in copied}
    fresh = {place: row for place, row in read.rows.items() if row.id not in known}
    rows = (*copied, *fresh.values())
    places = {*fresh, *range(1, len(copied) + 1)}
    last = max((*places, *read.rows, read.last or 0), default=0)
    gone = [place for place in range(1, last + 1) if place not in places]
    since = None if read.last is not None else _since(copy, len(copied), fresh)
    return SalvageOffer(
        rows, len(rows) + len(gone), _days(gone, read.rows), copy, copied, read.last is not None, since,
        len(backup.unseen(data)),
    )  # fmt: skip


def readable(path: Path, data: Path) -> tuple[JournalRow, ...]:
    """Everything that can be read of a diary, whatever hinders writing it; nothing is written beside it either where
    the disk has no room."""
    try:
        return salvage(path, data).rows
    except (JournalError, OSError) as error:
        log.info("read in memory alone: %s", error)
    try:
        return tuple(read_in_memory(path).rows.values())
    except (JournalError, OSError) as error:
        log.warning("nothing of the diary can be read: %s", error)
        return ()


def _copied(data: Path, read: SalvagedRows) -> tuple[Copy | None, tuple[JournalRow, ...]]:
    """The best copy and its rows; where the game's own are none, what others made of the diary."""
    copy = backup.newest_good(data, read.hashes) or _of_others(data)
    if copy is None:
        return None, ()
    try:
        with file_copies.opened(copy.path) as db:
            return copy, tuple(row for row, _ in linked_rows(db))
    except JournalError:  # the disk is failing this very moment
        return None, ()


def _of_others(data: Path) -> Copy | None:
    """The whole one that says most."""
    looked = [(path, file_copies.look(path)) for path in our_files.second_diaries(data)]
    whole = [(found.events, path) for path, found in looked if found.is_whole and found.events]
    if not whole:
        return None
    _, path = max(whole)
    return Copy(datetime.fromtimestamp(path.stat().st_mtime).astimezone(), path)


def _since(copy: Copy | None, copied: int, fresh: Mapping[int, JournalRow]) -> datetime | None:
    """The moment up to which something is there: the copy's, or the last entry's that only the file had."""
    if fresh and max(fresh) > copied:
        return fresh[max(fresh)].when()[0].astimezone()
    return copy.made if copy else None


def _days(gone: Sequence[int], read: Mapping[int, JournalRow]) -> tuple[date, ...]:
    """The days next to the gaps."""
    days = {read[near].day for place in gone for near in (place - 1, place + 1) if near in read}
    return tuple(sorted(date.fromisoformat(day) for day in days))
