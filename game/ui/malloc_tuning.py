"""Gives the memory of freed pictures back to the system."""

from __future__ import annotations

import contextlib
import ctypes
import sys

MMAP_THRESHOLD, ARENA_MAX = -3, -8  # of mallopt, glibc's malloc.h
LARGE = 64 * 1024  # bytes; a packed frame, a shadow before it is stretched


def give_back_pictures() -> None:
    """From now on large blocks return to the system when freed. glibc would learn from the first freed picture to keep
    all later ones, and a session's comings and goings would double what the game takes. Elsewhere nothing happens."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None)
            libc.mallopt(MMAP_THRESHOLD, LARGE)
            libc.mallopt(ARENA_MAX, 2)


def give_back_gaps() -> None:
    """What was freed between things that stay returns to the system now: a drawing is made of thousands of small
    blocks, and of ten megabytes they leave behind nobody else would take the pages. A millisecond; for threads beside
    the loop. Elsewhere nothing happens."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
