"""Three, two, one: what is shown and said before work begins."""

from __future__ import annotations

SPOKEN = {3: "count_three", 2: "count_two", 1: "count_one"}


def counted(left: float) -> int:
    """Three, two or one, with so many seconds left.

    >>> counted(3.0), counted(2.5), counted(0.0)
    (3, 3, 1)
    """
    return max(1, int(left + 0.999))  # a rounding error begins no new second
