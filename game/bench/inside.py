"""Counts what must not happen while a picture moves: drawings rasterised, shadows blurred, frames unpacked, clips
decoded, art parsed, files opened, and in which thread.

Whoever does such a thing raises an audit event, which costs nothing where nobody listens and needs no import from here;
Python itself tells of every file. A hook of Python's cannot be taken away again, so one stays and is usually deaf.
"""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

KINDS = {
    "barefoot.raster": "raster", "barefoot.blur": "blur", "barefoot.unpack": "unpack", "barefoot.decode": "decode",
    "barefoot.parse": "parse", "open": "open",
}  # fmt: skip
DEEP = 12  # calls told of one place
_listening: list[WorkCount] = []


@dataclass
class WorkCount:
    """What was counted so far. `inside` is by screen and kind, `beside` by kind alone: what other threads did.
    `where` has the place in the code of each thing done inside, newest last, where `looks` is set."""

    loop: int  # the thread that runs the loop
    looks: bool = False
    screen: str = ""
    inside: Counter[tuple[str, str]] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    where: list[str] = field(default_factory=list)

    def _heard(self, kind: str, args: tuple[object, ...]) -> None:
        if threading.get_ident() != self.loop:
            self.beside[kind] += 1
            return
        self.inside[self.screen, kind] += 1
        if self.looks:
            self.where.append(f"{self.screen}: {kind} {args[:1]} {_calls()}")


@contextmanager
def counting(looks: bool = False) -> Iterator[WorkCount]:
    """Counts in this block; the thread that enters it counts as the loop's."""
    if _hear not in _hooked:
        sys.addaudithook(_hear)
        _hooked.append(_hear)
    count = WorkCount(threading.get_ident(), looks)
    _listening.append(count)
    try:
        yield count
    finally:
        _listening.remove(count)


def _hear(event: str, args: tuple[object, ...]) -> None:
    if _listening and event in KINDS:
        for count in _listening:
            count._heard(KINDS[event], args)


def _calls() -> str:
    """Which lines of ours led here, the nearest first."""
    out: list[str] = []
    frame = sys._getframe(3)
    while frame.f_back is not None and len(out) < DEEP:
        name = frame.f_code.co_filename
        if "game" in name.split("/"):
            out.append(f"{name.rsplit('/', 1)[-1]}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(out)


_hooked: list[object] = []
