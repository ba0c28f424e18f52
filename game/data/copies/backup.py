"""Copies of the diary: one at each start and end with something new, thinned as they age.

Kept are all of the last two days, then the last of each day, of each week and of each month, as Anki does.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from game.data.files.paths import BACKUPS, STAMP, private_folder
from game.data.journal import file_copies
from game.data.journal.errors import JournalError, trouble_of
from game.data.journal.file_copies import look
from game.data.journal.integrity import LAST
from game.data.journal.journal import Journal
from game.data.journal.moved_file import BESIDE
from game.frozen import dataclass

NAME = "journal-%s.sqlite"
ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
STALE = 600  # seconds after which a draft belongs to nobody any more
NOTHING: Mapping[int, str] = MappingProxyType({})
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Copy:
    """A file in the backups and the local time its name says it was made."""

    made: datetime
    path: Path


def back_up(journal: Journal, data: Path, now: datetime) -> Path:
    """A verified copy made now, the older ones thinned; a JournalError when it cannot be made."""
    folder = data / BACKUPS
    try:
        private_folder(folder)
        file_copies.sweep(folder, time.time() - STALE)
        target = free_name(folder, now)
        journal.copy_to(target)
        thin(data, now.date())
    except (OSError, sqlite3.Error) as error:
        raise trouble_of(error, folder) from error
    return target


def back_up_if_changed(journal: Journal, data: Path, now: datetime) -> Path | None:
    """A copy when there is something the newest good one does not have. It must not keep a family from playing: what
    goes wrong is only logged."""
    try:
        last = _last_made(all_copies(data), now)
        if not journal.count() or (last and _says_the_same(journal, last)):
            return None
        return back_up(journal, data, now)
    except (JournalError, sqlite3.Error) as error:
        log.warning("no copy of the diary made: %s", error)
        return None


def free_name(folder: Path, now: datetime) -> Path:
    """A name for a copy made now; two in one second get two names."""
    target, n = folder / (NAME % now.strftime(STAMP)), 2
    while target.exists():
        target, n = folder / (NAME % f"{now.strftime(STAMP)}-{n}"), n + 1
    return target


def all_copies(data: Path) -> list[Copy]:
    """The copies by their names, newest first; none is opened."""
    return copies_in(data / BACKUPS)


def copies_in(folder: Path) -> list[Copy]:
    """The same in any folder of copies."""
    found = []
    for path in folder.glob(NAME % "*"):
        try:
            made = _made(path.stem.removeprefix("journal-")[:17])
        except ValueError:
            continue
        found.append(Copy(made, path))
    return sorted(found, key=lambda copy: (copy.made, len(copy.path.name), copy.path.name), reverse=True)


def _made(stamp: str) -> datetime:
    """The moment of a `STAMP`; ValueError for what is none. The family's own clock wrote it, without an offset. To ask
    `strptime` would cost every start four milliseconds."""
    if len(stamp) != 17 or not stamp.replace("-", "").isdecimal():
        raise ValueError(stamp)
    return datetime.fromisoformat(f"{stamp[:10]}T{stamp[11:]}").astimezone()


def newest_backup(data: Path, now: datetime | None = None) -> datetime | None:
    """When the newest copy was made; None when there is none. Told what time it is, it passes over copies dated
    ahead."""
    last = _last_made(all_copies(data), now)
    return last.made if last else None


def _last_made(found: Sequence[Copy], now: datetime | None) -> Copy | None:
    """The newest by name that is not dated ahead of `now`, else the newest: one evening of a wrong clock must not
    stand for all that came after it."""
    in_time = (copy for copy in found if now is None or copy.made <= now)
    return next(in_time, found[0] if found else None)


def newest_good(data: Path, known: Mapping[int, str] = NOTHING) -> Copy | None:
    """The copy that is whole and says most, looked at now: the newest by its name, or the longest that goes on where
    that one ends. A name holds what the clock said, which may have been wrong; the chain does not depend on it.

    `known` are the hashes by place that can still be read of the diary. A longer copy that contradicts them is of what
    a family left when it brought an older copy back. One that told nothing since gets the longer copy: too much can be
    undone once more, too little is lost.
    """
    found = all_copies(data)
    best = next((copy for copy in found if look(copy.path).is_whole), None)
    if best is None:
        return None
    place, link = end_of(best) or (0, "")
    ends = [(end[0], copy) for copy in found if (end := end_of(copy)) and end[0] > place]
    for _, copy in sorted(ends, key=lambda end: end[0], reverse=True):
        if agrees(copy, {**known, place: link}) and look(copy.path).is_whole:
            return copy
    return best


def unseen(data: Path) -> tuple[Copy, ...]:
    """The copies that cannot be looked at now, which says nothing against them."""
    return tuple(copy for copy in all_copies(data) if look(copy.path).is_unseen)


def end_of(copy: Copy) -> tuple[int, str] | None:
    """Number and hash of a copy's last event; None when it has none or cannot be read."""
    try:
        with file_copies.opened(copy.path) as db:
            end: tuple[int, str] | None = db.execute(LAST).fetchone()
    except JournalError:
        return None
    return end


def agrees(copy: Copy, known: Mapping[int, str]) -> bool:
    """Whether a copy says the same wherever both say something."""
    try:
        with file_copies.opened(copy.path) as db:
            said = dict(db.execute("SELECT place, hash FROM event"))
    except JournalError:
        return False
    return all(said.get(place, link) == link for place, link in known.items())


def says(copy: Copy, end: str) -> bool:
    """Whether a copy holds the entry of that place and hash, "" between them."""
    place, _, link = end.partition(" ")
    return agrees(copy, {int(place): link}) and (end_of(copy) or (0, ""))[0] >= int(place)


def thin(data: Path, today: date) -> None:
    """Removes the copies that have had their time."""
    thin_folder(data / BACKUPS, today)


def thin_folder(folder: Path, today: date) -> None:
    """The same in any folder of copies."""
    found = copies_in(folder)
    keep = kept([copy.made for copy in found], today)
    for copy in found:
        if copy.made not in keep and BESIDE not in copy.path.stem:
            copy.path.unlink(missing_ok=True)


def kept(made: Iterable[datetime], today: date) -> set[datetime]:
    """Which copies stay. A copy dated in the future stays: the clock may have been wrong then or be wrong now."""
    newest_first = sorted(made, reverse=True)
    keep = {m for m in newest_first if today - m.date() < ALL_OF}
    older = [m for m in newest_first if m not in keep]
    steps: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda m: m.date()),
        (WEEKLY, lambda m: m.isocalendar()[:2]),
        (MONTHLY, lambda m: (m.year, m.month)),
    )
    for most, part in steps:
        older = _last_of_each(older, most, part, keep)
    return keep


def _last_of_each(
    older: list[datetime], most: int, part: Callable[[datetime], object], keep: set[datetime]
) -> list[datetime]:
    """Keeps the newest of each of `most` parts; what is older than those is left for the next step."""
    seen: list[object] = []
    for i, made in enumerate(older):
        if part(made) in seen:
            continue
        if len(seen) == most:
            return older[i:]
        seen.append(part(made))
        keep.add(made)
    return []


def _says_the_same(journal: Journal, copy: Copy) -> bool:
    """A copy was whole when it was made; its end says whether there is more to keep by now."""
    end = end_of(copy)
    return end is not None and end == journal.head()
