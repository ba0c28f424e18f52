"""Python's search for garbage, kept out of the way of a long diary.

A diary of years becomes half a million small things, none of them garbage: looking through them again and again while
they are made takes as long as making them, and later a search of all of them would cost a frame.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
    gc.enable()
