"""What in the family's folder is ours, by its name or by its content: one list for erasing, for doctor and for import.

A synchronising client, an editor, a person make more of a diary than the game ever did: `journal (conflicted copy).
sqlite`, `journal.sync-conflict-….sqlite`, `journal.sqlite~`, `backups/my copy.sqlite`. What such a file is called says
little, what it begins with says all; a damaged one is known by its name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.data.files.paths import BACKUPS, JOURNAL
from game.data.journal import file_copies
from game.data.journal.migrations import APPLICATION

SQLITE = b"SQLite format 3\0"  # how every database begins
NAMED = slice(68, 72)  # where it says whose it is
# Where synchronising clients keep what they replaced.
KEPT_BY_OTHERS = (".stversions", ".sync/Archive", ".dropbox.cache", ".owncloudsync.trash")
_STEM, _ENDING = (re.escape(part) for part in re.split(r"(?=\.)", JOURNAL))
LIKE_A_DIARY = re.compile(rf"(?i).*{_STEM}.*{_ENDING}.*")
LIKE_A_PAGE = re.compile(
    r"(?i)(log|diary-report)([-.~]\d[\d-]*|[ ._-]*\(.*\)|[.-]sync-conflict-[^.]*)?\.txt([.~].*)?"
    r"|.*checkpoint.*\.json.*|first-picture-.*\.rgb.*"
)
MADE_BY_US = re.compile(rf"{_STEM}-((damaged|other)-)?\d{{4}}-\d\d-\d\d-\d{{6}}.*{_ENDING}")
SIDES = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a database


def is_diary(path: Path) -> bool:
    """Whether the file begins as a diary of this game does; OSError when it cannot be looked at. Never to be asked of
    the diary that is open here: closing the file again would give up its lock."""
    with path.open("rb") as file:
        start = file.read(NAMED.stop)
    return start[: len(SQLITE)] == SQLITE and int.from_bytes(start[NAMED], "big") == APPLICATION


def diaries(data: Path) -> Iterator[Path]:
    """Every diary in the folder but the family's own: copies, what was kept aside, what others made of it. OSError when
    a file cannot be looked at."""
    own, same = data / JOURNAL, second_names(data)
    for path in _files(data):
        if path.name.endswith(SIDES) or path == own or path in same:
            continue
        if LIKE_A_DIARY.fullmatch(path.name) or is_diary(path):
            yield path


def second_names(data: Path) -> list[Path]:
    """Other names of the very file that is the diary: to open one would give up its lock."""
    own = data / JOURNAL
    return [path for path in _files(data) if path != own and own.exists() and path.samefile(own)]


def second_diaries(data: Path) -> list[Path]:
    """Those of `diaries` that no game made: what became of two in a synchronised folder, copies under other names."""
    return sorted(path for path in diaries(data) if not MADE_BY_US.fullmatch(path.name))


def sides(path: Path) -> tuple[Path, ...]:
    """What SQLite may have left beside a diary."""
    return tuple(side for end in SIDES if (side := path.with_name(path.name + end)).exists())


def pages(data: Path) -> Iterator[Path]:
    """Files of the game about the diary: the log, the report on a damaged one, the checkpoint, the first pictures,
    older ones and others' copies too."""
    return (path for path in _files(data) if LIKE_A_PAGE.fullmatch(path.name))


def exports(data: Path) -> Iterator[Path]:
    """Files of rows, line by line, by their ending."""
    return (path for path in _files(data) if path.suffix.casefold() == ".jsonl")


def _files(data: Path) -> Iterator[Path]:
    kept = (data / name for name in KEPT_BY_OTHERS)
    folders = (data, data / BACKUPS, *(f for k in kept for f in (k, k / BACKUPS)))
    for folder in folders:
        if folder.is_dir():
            yield from sorted(p for p in folder.iterdir() if p.is_file() and not p.is_symlink() and not _is_draft(p))


def _is_draft(path: Path) -> bool:
    return path.match(file_copies.DRAFTS)
