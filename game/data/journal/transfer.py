"""The whole diary as text, one event a line, and back: to take it along, and to join what two computers know.

Joining goes by the events' ids: what is there already is left alone, so importing twice, or both ways, doubles nothing.
Stars that both gave for one exercise count once. The other diary's PIN and settings come along only into a diary that
has no PIN yet, whoever's they say they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from game.core.history.fold import FAMILY
from game.data.journal import file_copies, integrity
from game.data.journal.errors import DamagedJournal
from game.data.journal.facts import UnreadableFact, kind_of
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow
from game.frozen import dataclass

DIARY = b"SQLite format 3\0"  # how a diary's file begins
LONGEST_LINE = 200_000  # characters
FAMILY_KINDS = frozenset(kind_of(cls) for cls in FAMILY)  # the fold takes these from any child's rows
LARGEST = 256 << 20  # bytes; ten years of two sessions a day are a tenth of it


class NotAnExport(ValueError):
    """A file that cannot be read in, with the line that says why."""

    def __init__(self, name: str, line: int, why: str) -> None:
        super().__init__(f"{name}:{line}: {why}")


@dataclass(frozen=True, slots=True)
class Joined:
    """What an import did: rows `new` here, rows `known` already, rows `left` out as the other family's own."""

    new: int
    known: int
    left: int


def lines(rows: Iterable[JournalRow]) -> Iterator[str]:
    """The export, line by line, each with its line end."""
    for row in rows:
        yield row.line() + "\n"


def read(path: Path) -> list[JournalRow]:
    """The rows of an export, or of a whole diary, as a synchronised folder leaves one in two; NotAnExport names the
    first line that is none, OSError what the disk says."""
    if path.stat().st_size > LARGEST:
        raise NotAnExport(str(path), 1, "the file is too large to be an export of this game")
    with path.open("rb") as start:
        if start.read(len(DIARY)) == DIARY:
            return _of_a_diary(path)
    rows = []
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline=None) as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if not line.strip():
                continue
            try:
                if len(line) == LONGEST_LINE:
                    raise UnreadableFact("the line is too long")
                rows.append(JournalRow.from_line(line))
            except UnreadableFact as error:
                raise NotAnExport(str(path), number, str(error)) from error
    return rows


def _of_a_diary(path: Path) -> list[JournalRow]:
    try:
        with file_copies.opened(path) as db:
            found = integrity.health(db)
            rows = [row for row, _ in integrity.linked_rows(db)] if found.is_whole else []
    except DamagedJournal as error:
        raise NotAnExport(str(path), 1, error.flaw) from error
    if not found.is_whole:
        raise NotAnExport(str(path), found.events + 1, found.flaw)
    for number, row in enumerate(rows, 1):
        try:
            JournalRow.checked(asdict(row))
        except UnreadableFact as error:
            raise NotAnExport(str(path), number, str(error)) from error
    return rows


def join(journal: Journal, rows: Iterable[JournalRow]) -> Joined:
    """Adds what is not there yet, all of it or nothing."""
    given = list(rows)
    here = list(journal.rows())
    is_ours, known = any(row.kind == "gate_set" for row in here), {row.id for row in here}
    taken = [row for row in given if not is_ours or not _is_of_the_family(row) or row.id in known]
    new = journal.write_rows(taken)
    return Joined(new, len(taken) - new, len(given) - len(taken))


def _is_of_the_family(row: JournalRow) -> bool:
    """Of a family and not of one child: the PIN and its tries, a newer game's kinds of them too, and settings."""
    return row.profile is None or row.kind in FAMILY_KINDS or row.kind.startswith("gate_")
