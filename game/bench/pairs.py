"""Two things measured in turn, so that whatever else the computer does falls on both alike.

Times are seconds. A ratio means the same on a fast and a slow computer; a time does not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from game.frozen import dataclass

REPEATS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `goal` is the most it should be, None where it is only told; `unit` is read after the value. `spread`
    is what five repeats differed by: a goal is missed when it is missed by more."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    note: str = ""
    spread: float = 0.0

    @property
    def is_met(self) -> bool:
        """
        >>> Figure("start", 2.4, "x", goal=2.0, spread=0.5).is_met, Figure("start", 2.4, "x", goal=2.0).is_met
        (True, False)
        """
        return self.goal is None or self.value - self.spread <= self.goal


def share(values: Sequence[float], part: float) -> float:
    """The value below which that part of all lies.

    >>> share([4, 1, 3, 2], 0.5), share([4, 1, 3, 2], 0.99)
    (3, 4)
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def median(values: Sequence[float]) -> float:
    return share(values, 0.5)


def seconds(doing: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    doing()
    return time.perf_counter() - start


def in_turn(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    """The times of both, one call each a round."""
    ones, others = [], []
    for _ in range(rounds):
        ones.append(seconds(one))
        others.append(seconds(other))
    return ones, others


def ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    """The median of the rounds' own ratios."""
    return median(ratios(ones, others))


def spread_of(values: Sequence[float]) -> float:
    """By how much repeats differ: each fifth of the values, in the order they came, is one repeat.

    >>> spread_of([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]), spread_of([3])
    (4, 0)
    """
    n = min(REPEATS, len(values))
    parts = [median(values[len(values) * i // n : len(values) * (i + 1) // n]) for i in range(n)]
    return max(parts) - min(parts)


def ratios(ones: Sequence[float], others: Sequence[float]) -> list[float]:
    """The rounds' own ratios."""
    return [a / b for a, b in zip(ones, others, strict=True) if b > 0]
