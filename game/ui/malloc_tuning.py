"""Gives the memory of freed pictures back to the system."""

from __future__ import annotations

import contextlib
import ctypes
import sys

MMAP_THRESHOLD, ARENA_MAX = -3, -8  # of mallopt, glibc's malloc.h
LARGE = 256 * 1024  # bytes


def give_back_pictures() -> None:
    """From now on large blocks return to the system when freed. glibc would learn from the first freed picture to keep
    all later ones, and a session's comings and goings would double what the game takes. Elsewhere nothing happens."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None)
            libc.mallopt(MMAP_THRESHOLD, LARGE)
            libc.mallopt(ARENA_MAX, 2)
