"""What can be wrong with the family's diary, as errors with the file, a line for the terminal and an exit code."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path


class JournalError(Exception):
    """The diary cannot be used as asked. `path` is the file, `code` the exit code of the command line."""

    code = 1

    def __init__(self, line: str, path: Path | None = None) -> None:
        super().__init__(line)
        self.path = path


class BusyJournal(JournalError):
    """Another window of the game has it."""

    code = 2


class NewerJournal(JournalError):
    """A newer game wrote it; it was not touched. `newer` is what wrote it, in its own words or as a layout's number."""

    code = 2

    def __init__(self, line: str, path: Path | None = None, newer: str = "") -> None:
        super().__init__(line, path)
        self.newer = newer


class DamagedJournal(JournalError):
    """It is there and not whole; `flaw` is the first thing found wrong."""

    word = "is damaged: "

    def __init__(self, flaw: str, path: Path | None = None) -> None:
        super().__init__(f"{path or 'the diary'} {self.word}{flaw}", path)
        self.flaw = flaw


class LostJournal(DamagedJournal):
    """It is missing or empty where a family has played before."""

    word = "is lost: "


class UnwritableJournal(JournalError):
    """The disk refuses: full, read only, not allowed, or failing. `is_full`: making room would help."""

    code = 3

    def __init__(self, line: str, path: Path | None = None, *, is_full: bool = False) -> None:
        super().__init__(line, path)
        self.is_full = is_full


class UnseenJournal(UnwritableJournal):
    """The copy at `path` could not be looked at, for want of room or of leave: nothing was changed."""


# Python cannot even read SQLite's message about a damaged text, and raises UnicodeDecodeError in its place.
FAILURES = (sqlite3.Error, OSError, UnicodeDecodeError)
# The disk took the words once and cannot give them back: that is damage, and a copy helps. Not so a refused write.
UNREADABLE = (
    "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS", "SQLITE_IOERR_DATA",
    "SQLITE_IOERR_IN_PAGE",
)  # fmt: skip
# What the disk or the computer says about itself and not about the file: no reason to call a diary damaged.
NOT_OF_THE_FILE = (
    "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_READONLY",
    "SQLITE_NOMEM", "SQLITE_NOLFS", "SQLITE_INTERRUPT", "SQLITE_PROTOCOL",
)  # fmt: skip


def trouble_of(error: sqlite3.Error | OSError | UnicodeDecodeError, path: Path | None) -> JournalError:
    """SQLite's or the system's error in our words; `FAILURES` are the ones it takes."""
    where = path or "the diary"
    if isinstance(error, OSError):
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return UnwritableJournal(f"{where}: {error.strerror or error}", path, is_full=is_full)
    if isinstance(error, UnicodeDecodeError):
        return DamagedJournal("a text in it cannot be read", path)
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyJournal(f"{where} is open in another window of the game; close that one first", path)
    if name.startswith("SQLITE_FULL"):
        return UnwritableJournal(f"{where}: the disk is full; make room and try again", path, is_full=True)
    if name in UNREADABLE:
        return DamagedJournal(f"a part of it cannot be read from the disk ({error})", path)
    if name.startswith(NOT_OF_THE_FILE):
        return UnwritableJournal(f"{where} cannot be written ({error}); choose another folder with --data-dir", path)
    return DamagedJournal(str(error), path)
