"""The family's diary for the commands that need it; what is the matter is one line and an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.commands.refusal import Refusal
from game.data.files.paths import JOURNAL, data_dir
from game.data.journal import file_copies
from game.data.journal.integrity import linked_rows
from game.data.journal.journal import Journal, JournalError, UnwritableJournal
from game.data.journal.opening import traces
from game.data.journal.rows import JournalRow


@contextmanager
def diary(args: argparse.Namespace, *, may_begin: bool = False) -> Iterator[tuple[Journal, Path]]:
    """The open diary and its data folder, closed at the end. Unless it `may_begin` here, it must be there already."""
    data = data_dir(args.data_dir)
    with in_one_line():
        if not may_begin:
            _ask_for_a_family(data)
        journal = Journal.open(data / JOURNAL)
        try:
            yield journal, data
        finally:
            journal.close()


def rows_of(args: argparse.Namespace) -> list[JournalRow]:
    """Every row of the family's diary, also from a folder or a medium that can only be read."""
    data = data_dir(args.data_dir)
    with in_one_line():
        _ask_for_a_family(data)
        try:
            journal = Journal.open(data / JOURNAL)
        except UnwritableJournal:
            with file_copies.opened(data / JOURNAL) as db:
                return [row for row, _ in linked_rows(db)]
        try:
            return list(journal.rows())
        finally:
            journal.close()


def _ask_for_a_family(data: Path) -> None:
    if not (data / JOURNAL).exists() and not traces(data / JOURNAL):
        raise Refusal(f"there is no diary in {data} yet; name the family's folder with --data-dir")


@contextmanager
def in_one_line() -> Iterator[None]:
    """What the journal and the disk raise becomes a refusal: 1 damaged, 2 in use or newer, 3 cannot be written."""
    try:
        yield
    except JournalError as error:
        raise Refusal(str(error), error.code) from error
    except OSError as error:
        raise Refusal(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "), 3) from error
