"""Python's search for garbage, kept out of the way of a long diary.

A diary of years becomes half a million small things, none of them garbage: looking through them again and again while
they are made takes as long as making them, and later a search of all of them would cost a frame.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, OLDER = 700, 10  # new objects after which they are searched, searches after which those left are: Python's own
MOST_YOUNG = 10_000  # new objects that are searched wherever that is, so that memory has a bound where all moves


@contextmanager
def resting() -> Iterator[None]:
    """No search in this block, or until `leave_alone_what_is_here`."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave_alone_what_is_here() -> None:
    """What has been made by now is never looked through again, what comes from now on is: for a process that plays one
    family to its end."""
    gc.freeze()
    gc.set_threshold(MOST_YOUNG, OLDER, OLDER)
    gc.enable()


def search_young() -> None:
    """In a frame in which nothing moved: what has come lately, where that is enough to be searched."""
    young, older, _ = gc.get_count()
    if young >= YOUNG and gc.isenabled():
        gc.collect(1 if older >= OLDER else 0)


def search_all() -> None:
    """Between two screens: everything that was not left alone. Nothing where nothing was."""
    if gc.isenabled() and gc.get_freeze_count():
        gc.collect()
