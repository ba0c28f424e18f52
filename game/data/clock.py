"""The computer's clocks; everything that needs the time is given it, and this is where it comes from."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def local_now() -> datetime:
    """This moment with the computer's own offset."""
    return datetime.now(UTC).astimezone()


def running_seconds() -> float:
    """Seconds on a clock that nobody can set and that goes on while the computer sleeps. Python's own monotonic clock
    stands still then, but for Windows."""
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)
