"""The command line: `barefoot-trail`, `python -m game`.

Each command lives in `game/commands/`; it is imported only when asked for. No traceback ever reaches a family: one
line that says what is the matter and what to do next. Exit codes: 0 done, 1 the thing asked about has problems,
2 wrong usage or a clear refusal, 3 data cannot be written.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import traceback
from collections.abc import Collection, Sequence
from typing import Protocol

from game import __version__
from game.commands.refusal import Refusal
from game.commands.terminal import Parser, log_to_terminal, write_anything, write_line

# name -> help; a command is listed only when it works.
COMMANDS: dict[str, str] = {
    "play": "the game in a window (also without any command)",
    "demo": "a made-up family to look around in; nothing is kept",
    "check": "reads level files and names every problem",
    "report": "what was done at home, for a doctor: PDF, HTML, a table and JSON",
    "card": "exercise cards, wall chart, the therapist's sheet and a kit for grandparents, to print",
    "export": "the whole diary as JSON Lines, one event a line",
    "import": "joins an export into the diary; nothing is ever doubled",
    "backup": "a verified copy of the diary",
    "restore": "puts a copy back; what was there is kept",
    "doctor": "looks at data, files, display and sound, and says how to mend them",
    "calendar": "reminders for the family's own calendar, for one child",
    "simulate": "what the rules would offer, day by day, without a screen",
    "gallery": "draws every screen into pictures, without a window",
    "bench": "measures frames, start and diary, in ratios",
}


class CommandFile(Protocol):
    """What a command's file holds."""

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, args: argparse.Namespace, /) -> int: ...


def command_file(name: str) -> CommandFile:
    """The file of a command. Named by imports and never by strings, for what builds a bundle follows imports."""
    match name:
        case "play":
            from game.commands import play

            return play
        case "demo":
            from game.commands import demo

            return demo
        case "check":
            from game.commands import check

            return check
        case "report":
            from game.commands import report

            return report
        case "card":
            from game.commands import card

            return card
        case "export":
            from game.commands import export

            return export
        case "import":
            from game.commands import import_

            return import_
        case "backup":
            from game.commands import backup

            return backup
        case "restore":
            from game.commands import restore

            return restore
        case "doctor":
            from game.commands import doctor

            return doctor
        case "calendar":
            from game.commands import calendar

            return calendar
        case "simulate":
            from game.commands import simulate

            return simulate
        case "gallery":
            from game.commands import gallery

            return gallery
        case "bench":
            from game.commands import bench

            return bench
    raise ValueError(f"there is no command {name}")


def parser(asked: Collection[str] = COMMANDS) -> argparse.ArgumentParser:
    """The command line of the commands `asked` for, which are imported and bring their own options; of all, by name
    alone, where none is asked for. Each costs a start a fifth of a millisecond."""
    top = Parser(
        prog="barefoot-trail",
        description="A playful daily foot routine: animal friends show, the child plays, a grown-up confirms.",
    )
    top.add_argument("--version", action="version", version=f"barefoot-trail {__version__}")
    _common(top, is_top=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, line in COMMANDS.items():
        if asked and name not in asked:
            continue
        sub = commands.add_parser(name, help=line, description=line)
        _common(sub, is_top=False)
        if name in asked:
            command_file(name).add_arguments(sub)
    return top


def _common(sub: argparse.ArgumentParser, is_top: bool) -> None:
    """Options before and after the command's name; the later one counts."""
    default = None if is_top else argparse.SUPPRESS
    sub.add_argument("--data-dir", metavar="DIR", default=default, help="where the family's diary is kept")
    off = False if is_top else argparse.SUPPRESS
    sub.add_argument("--debug", action="store_true", default=off, help="show the trace of an error")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code."""
    write_anything()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    words = list(sys.argv[1:] if argv is None else argv)
    if not any(w in COMMANDS or w in ("-h", "--help", "--version") for w in words):
        words = ["play", *words]
    args = parser([w for w in words if w in COMMANDS]).parse_args(words)
    log_to_terminal(logging.DEBUG if args.debug else logging.WARNING)
    try:
        return command_file(args.command).run(args)
    except Refusal as refusal:
        write_line(f"barefoot-trail: {refusal}", to_err=True)
        return refusal.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        for line in traceback.format_exc().splitlines() if args.debug else [f"barefoot-trail: {_why(error)}"]:
            write_line(line, to_err=True)
        return 1


def _why(error: Exception) -> str:
    """What went wrong, in one line: a shipped file that is broken or gone explains more than what it led to."""
    from game.data.files import shipped

    said = f"{type(error).__name__}: {error}"
    broken = list(shipped.problems())
    if not broken:
        return f"{said}. Add --debug to see where."
    more = f", and {len(broken) - 1} more" if len(broken) > 1 else ""
    return f"{said.splitlines()[0]}. {broken[0]}{more}: install the game again. The command doctor names every file."
