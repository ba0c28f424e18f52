"""The computer's clocks; everything that needs the time is given it, and this is where it comes from."""

from __future__ import annotations

import time
from datetime import UTC, datetime

EARLIEST, LATEST = 1970, 8999  # years; `game.data.journal.import_limits` reads back what lies between


def local_now() -> datetime:
    """This moment with the computer's own offset."""
    return datetime.now(UTC).astimezone()


def believable(moment: datetime) -> datetime:
    """The moment, or the first or last noon that may be told: a clock that says 1901 says nothing, and what is told by
    it must be readable again.

    >>> believable(datetime(1901, 12, 13, 20, 45, tzinfo=UTC)).isoformat()
    '1970-01-01T12:00:00+00:00'
    """
    if EARLIEST <= moment.year <= LATEST:
        return moment
    if moment.year < EARLIEST:
        return datetime(EARLIEST, 1, 1, 12, tzinfo=moment.tzinfo)
    return datetime(LATEST, 12, 30, 12, tzinfo=moment.tzinfo)


def running_seconds() -> float:
    """Seconds on a clock that nobody can set and that goes on while the computer sleeps. Python's own monotonic clock
    stands still then, but for Windows."""
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)
