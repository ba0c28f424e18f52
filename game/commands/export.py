"""The whole diary as JSON Lines, one event a line: to take along, to read, and to import elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.diary import in_one_line, rows_of
from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.data.files import documents
from game.data.journal import transfer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write")


def run(args: argparse.Namespace) -> int:
    """0 when every event is in the file; a file that was there is replaced only when the new one is whole."""
    target: Path = args.file
    if target.is_dir():
        raise Refusal(f"{target} is a folder; name a file")
    if not target.absolute().parent.is_dir():
        raise Refusal(f"{target.parent} is no folder to write into", 3)
    rows = rows_of(args)
    with in_one_line():
        documents.write(target, "".join(transfer.lines(rows)))
    write_line(f"{len(rows)} events in {target}", to_err=True)
    return 0
