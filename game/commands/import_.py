"""Joins an export into the diary, event by event; what is there already stays as it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.diary import diary, in_one_line
from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.data.copies.backup import back_up
from game.data.files.clock import local_now
from game.data.files.paths import JOURNAL, data_dir
from game.data.journal import transfer
from game.data.journal.transfer import NotAnExport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a file written by export, or another diary")


def run(args: argparse.Namespace) -> int:
    """0 when everything in the file is in the diary, 1 when the file is no export; then nothing was changed."""
    if not args.file.is_file():
        raise Refusal(f"{args.file} is no file; name one written by export")
    own = data_dir(args.data_dir) / JOURNAL
    if own.exists() and own.samefile(args.file):
        raise Refusal(f"{args.file} is the diary itself; name another")
    with in_one_line():
        try:
            rows = transfer.read(args.file)
        except NotAnExport as error:
            raise Refusal(str(error), 1) from error
    with diary(args, may_begin=True) as (journal, data):
        if journal.count():
            back_up(journal, data, local_now())
        joined = transfer.join(journal, rows)
    left = f", {joined.left} settings of the other computer left out" if joined.left else ""
    write_line(f"{joined.new} new events, {joined.known} were there already{left}", to_err=True)
    return 0
