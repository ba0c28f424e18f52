"""The family's diary for the commands that need it; what is the matter is one line and an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.cli import Refusal
from game.data.journal import Journal, JournalError, traces
from game.data.paths import JOURNAL, data_dir


@contextmanager
def diary(args: argparse.Namespace, *, may_begin: bool = False) -> Iterator[tuple[Journal, Path]]:
    """The open diary and its data folder, closed at the end. Unless it `may_begin` here, it must be there already."""
    data = data_dir(args.data_dir)
    with in_one_line():
        if not may_begin and not (data / JOURNAL).exists() and not traces(data / JOURNAL):
            raise Refusal(f"there is no diary in {data} yet; name the family's folder with --data-dir")
        journal = Journal.open(data / JOURNAL)
        try:
            yield journal, data
        finally:
            journal.close()


@contextmanager
def in_one_line() -> Iterator[None]:
    """What the journal and the disk raise becomes a refusal: 1 damaged, 2 in use or newer, 3 cannot be written."""
    try:
        yield
    except JournalError as error:
        raise Refusal(str(error), error.code) from error
    except OSError as error:
        raise Refusal(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "), 3) from error
