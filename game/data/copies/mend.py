"""Something whole takes a damaged diary's place, which is kept aside under a dated name."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from game.data.files.paths import STAMP, sync_folder
from game.data.journal import file_copies, migrations
from game.data.journal.errors import BusyJournal, DamagedJournal, trouble_of
from game.data.journal.file_copies import drafted, hot
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow

log = logging.getLogger(__name__)


def mend(path: Path, rows: Sequence[JournalRow], now: datetime) -> Path | None:
    """A whole diary of these rows takes the damaged one's place; where the damaged one is kept now."""
    _refuse_if_mended(path)
    kept = put_aside(path, now)
    try:
        with drafted(path) as db:
            migrations.lay_out(db)
            Journal.over(db).write_rows(rows)
    except BaseException as error:
        if kept:
            _take_back(path, kept)
        if isinstance(error, sqlite3.OperationalError):
            raise trouble_of(error, path) from error
        raise
    return kept


def put_aside(path: Path, now: datetime) -> Path | None:
    """What is in the diary's place, with its rollback journal, under a dated name beside it, the damaged file itself
    left where it is; None when there is nothing to keep. A rollback journal alone is kept as well."""
    there = [file for file in (path, hot(path)) if file.exists()]
    if not there:
        return None
    kept = _free(path, now)
    if path.is_dir():
        path.rename(kept)
    for source, target in ((path, kept), (hot(path), hot(kept))):
        if source.is_file():
            _keep(source, target)
    sync_folder(path.parent)
    return kept if kept.exists() else hot(kept)


def _keep(source: Path, target: Path) -> None:
    """A second name for the file itself, with all that the disk cannot read today; a copy where a disk has no links, as
    USB sticks have none."""
    try:
        os.link(source.resolve(), target)
    except OSError:
        if unread := file_copies.copy_blocks(source, target):
            log.warning("%s: %d blocks cannot be read and are zeros in %s", source, unread, target)
    target.chmod(0o600)


def _take_back(path: Path, kept: Path) -> None:
    """The diary stayed as it was: a second name would only change with it."""
    pairs = [(file, kept_file) for file, kept_file in ((path, kept), (hot(path), hot(kept))) if kept_file.exists()]
    with suppress(OSError):
        if all(file.exists() and file.samefile(kept_file) for file, kept_file in pairs):
            for _, kept_file in pairs:
                kept_file.unlink()


def _free(path: Path, now: datetime) -> Path:
    stamp = now.strftime(STAMP)
    names = (f"{path.stem}-damaged-{stamp}{n}{path.suffix}" for n in ("", *(f"-{i}" for i in range(2, 1000))))
    kept = (path.with_name(name) for name in names)
    return next(free for free in kept if not free.exists() and not hot(free).exists())


def _refuse_if_mended(path: Path) -> None:
    """Two windows may show the same trouble; the second must not undo what the first has mended."""
    try:
        Journal.open(path).close()
    except DamagedJournal:
        return
    raise BusyJournal(f"{path} was mended meanwhile", path)
