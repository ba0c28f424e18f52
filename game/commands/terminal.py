"""The one gate between the commands and a terminal: whatever is written there is seen.

A folder, a file or a nickname may hold signs that colour the terminal, move its cursor, break the line or turn the
direction of reading: `photos<U+202E>gpj.exe` reads like a picture. They are written as JSON writes them, so that a
line of JSON stays one.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import sys
import unicodedata
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, signs of format, half characters, breaks of line and paragraph
JOINERS = "\u200c\u200d"  # they make one letter, or one picture, of two


def write_line(what: object, *, to_err: bool = False) -> None:
    """One line, at once on the screen."""
    print(visible(str(what)), file=sys.stderr if to_err else sys.stdout, flush=True)


def visible(line: str) -> str:
    """One line in which nothing acts on the terminal.

    >>> visible("photos\\u202egpj.exe\\x1b[31m\\n")
    'photos\\\\u202egpj.exe\\\\u001b[31m\\\\n'
    """
    if line.isascii() and line.isprintable():
        return line
    return "".join(c if c in JOINERS or unicodedata.category(c) not in UNSEEN else json.dumps(c)[1:-1] for c in line)


def visible_lines(text: str) -> str:
    """The same of several lines."""
    return "\n".join(map(visible, text.split("\n")))


def write_anything() -> None:
    """A path or a name that the terminal's encoding has no letters for is written with escapes, never refused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class Parser(argparse.ArgumentParser):
    """Refuses in words that may hold what was typed."""

    def error(self, message: str) -> NoReturn:
        super().error(visible(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(visible_lines(message) if message else message, file)


class LogLines(logging.Formatter):
    """What is logged may hold a path, and a trace has several lines."""

    def format(self, record: logging.LogRecord) -> str:
        return visible_lines(super().format(record))


def log_to_terminal(level: int) -> None:
    """Everything from `level` on goes to the error stream, seen as it is."""
    lines: logging.StreamHandler[TextIO] = logging.StreamHandler()
    lines.setFormatter(LogLines("%(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[lines])
