"""Puts a copy back in the diary's place; what was there is kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.diary import in_one_line
from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.data.copies import restore
from game.data.files.clock import local_now
from game.data.files.paths import JOURNAL, data_dir, private_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a copy made by the game or by backup")


def run(args: argparse.Namespace) -> int:
    """0 when the copy is in place; 1 when it is damaged and nothing was changed."""
    data = data_dir(args.data_dir)
    if not args.file.is_file():
        raise Refusal(f"{args.file} is no file; the game's own copies are in {data / 'backups'}")
    with in_one_line():
        private_folder(data)
        if (data / JOURNAL).exists() and (data / JOURNAL).samefile(args.file):
            raise Refusal(f"{args.file} is the diary itself; name a copy")
        found, kept = restore.restore(args.file, data, local_now())
    write_line(f"{found.events} events are back", to_err=True)
    if kept is not None:
        write_line(f"what was there is kept in {kept}", to_err=True)
    return 0
