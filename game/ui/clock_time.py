"""Times of day as the settings keep them, "HH:MM"."""

from __future__ import annotations

from game.core.settings import minutes


def shifted(clock: str, by: int, first: int, last: int) -> str:
    """A time of day so many minutes on, kept between two others (minutes since midnight).

    >>> shifted("17:00", 30, 720, 1320)
    '17:30'
    """
    at = max(first, min(last, (minutes(clock) or 0) + by))
    return f"{at // 60:02d}:{at % 60:02d}"
