"""A verified copy of the diary, among the game's own copies or in a file of your choice."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.diary import diary
from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.data.copies.backup import back_up
from game.data.files.clock import local_now


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to; else among the game's own copies")


def run(args: argparse.Namespace) -> int:
    """0 and the copy's path when it is made and whole."""
    if args.file is not None and args.file.exists():
        raise Refusal(f"{args.file} is there already; name a new file")
    with diary(args) as (journal, data):
        if args.file is None:
            made = back_up(journal, data, local_now())
        else:
            made = args.file
            journal.copy_to(made)
        write_line(made)
    return 0
