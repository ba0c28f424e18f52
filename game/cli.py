"""The command line: `barefoot-trail`, `python -m game`.

Each command lives in `game/commands/`; it is imported only when asked for. No traceback ever reaches a family: one
line that says what is the matter and what to do next. Exit codes: 0 done, 1 the thing asked about has problems,
2 wrong usage or a clear refusal, 3 data cannot be written.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import sys
import traceback
from collections.abc import Collection, Sequence

from game import __version__
from game.commands.terminal import Parser, log_to_terminal, write_anything, write_line

# name -> (module, help); a command is listed only when it works.
COMMANDS: dict[str, tuple[str, str]] = {
    "play": ("play", "the game in a window (also without any command)"),
    "demo": ("demo", "a made-up family to look around in; nothing is kept"),
    "check": ("check", "reads level files and names every problem"),
    "report": ("report", "what was done at home, for a doctor: PDF, HTML, a table and JSON"),
    "card": ("card", "exercise cards, wall chart, the therapist's sheet and a kit for grandparents, to print"),
    "export": ("export", "the whole diary as JSON Lines, one event a line"),
    "import": ("import_", "joins an export into the diary; nothing is ever doubled"),
    "backup": ("backup", "a verified copy of the diary"),
    "restore": ("restore", "puts a copy back; what was there is kept"),
    "doctor": ("doctor", "looks at data, files, display and sound, and says how to mend them"),
    "calendar": ("calendar", "reminders for the family's own calendar, for one child"),
    "simulate": ("simulate", "what the rules would offer, day by day, without a screen"),
    "gallery": ("gallery", "draws every screen into pictures, without a window"),
    "bench": ("bench", "measures frames, start and diary, in ratios"),
}


class Refusal(Exception):
    """Something asked for cannot be done: one line for the user, and an exit code."""

    def __init__(self, line: str, code: int = 2) -> None:
        super().__init__(line)
        self.code = code


def parser(asked: Collection[str] = COMMANDS) -> argparse.ArgumentParser:
    """The command line; only the commands `asked` for are imported and bring their own options."""
    top = Parser(
        prog="barefoot-trail",
        description="A playful daily foot routine: animal friends show, the child plays, a grown-up confirms.",
    )
    top.add_argument("--version", action="version", version=f"barefoot-trail {__version__}")
    _common(top, is_top=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (module, line) in COMMANDS.items():
        sub = commands.add_parser(name, help=line, description=line)
        _common(sub, is_top=False)
        if name in asked:
            importlib.import_module(f"game.commands.{module}").add_arguments(sub)
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
        return int(importlib.import_module(f"game.commands.{COMMANDS[args.command][0]}").run(args))
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
