"""A mistake in a file, said so that whoever wrote the file can mend it: where, what, and the nearest right word."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import field
from difflib import get_close_matches
from typing import Protocol

from game.core.level_messages import Told, told
from game.frozen import dataclass

SHOWN = 40  # characters of a found value that a message repeats
MOST = 100  # problems told of one file; a hostile file must not fill the screen


class TextPlace(Protocol):
    """Anything with a position in a file; lines and columns count from 1."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `where` is the path inside the file ("dose.cap"), "" for the whole of it.

    >>> str(Problem("bear_walk.yaml", 8, 8, "dose.cap", "10 is below the start, 20"))
    'bear_walk.yaml:8:8: dose.cap: 10 is below the start, 20'
    """

    file: str
    line: int
    column: int
    where: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.where}: {self.message}" if self.where else f"{place}: {self.message}"


@dataclasses.dataclass(slots=True)
class Findings:
    """The problems of one file as they are found; at most `MOST` are kept. `remarks` are no mistakes: what is left out,
    and what the game does instead."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    found: int = 0  # problems, also those not kept

    def add(self, place: TextPlace | None, where: str, message: str) -> None:
        """Notes a mistake at `place`; None is the beginning of the file."""
        self.found += 1
        if len(self.problems) < MOST:
            line, column = (place.line, place.column) if place else (1, 1)
            self.problems.append(Problem(self.file, line, column, where, message))

    def remark(self, place: TextPlace | None, where: str, message: str) -> None:
        """Notes something that may stay as it is."""
        line, column = (place.line, place.column) if place else (1, 1)
        self.remarks.append(Problem(self.file, line, column, where, message))


def shown(text: str) -> str:
    """A found value as a message repeats it: quoted, on one line, never long.

    >>> shown("ten")
    "'ten'"
    """
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")


def nearest(problem: Told, word: str, words: Iterable[str]) -> Told:
    """The problem with the most similar of `words` to the one that is wrong, where one is like it.

    >>> nearest(told("unknown"), "bear_wlak", ["bear_walk", "lift_ride"])
    'is not a known field (did you mean bear_walk?)'
    """
    close = like(word, words)
    return told("meant", problem=problem, word=close) if close else problem


def like(word: str, words: Iterable[str]) -> str:
    """The most similar of `words`; "" when none is like it."""
    return next(iter(get_close_matches(word[:SHOWN], list(words), 1, 0.6)), "")


def hint(word: str, words: Iterable[str]) -> str:
    """ " (did you mean …?)" with the most similar of `words`, or "" when none is like it.

    >>> hint("bear_wlak", ["bear_walk", "lift_ride"])
    ' (did you mean bear_walk?)'
    """
    close = like(word, words)
    return f" (did you mean {close}?)" if close else ""
