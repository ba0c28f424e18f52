"""What was used longest ago of many things, each of which is used many times a second.

A use is one number written into the thing; the order is put right only when somebody asks for it.
"""

from __future__ import annotations

import heapq
import itertools
from typing import Generic, Protocol, TypeVar


class Used(Protocol):
    """Something kept. `used` is the moment of its last use and never goes back."""

    used: int

    @property
    def is_kept(self) -> bool:
        """False once it was let go of."""
        ...


T = TypeVar("T", bound=Used)


class LeastUsed(Generic[T]):
    """The things that are kept. Who shares it between threads locks it."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, int, T]] = []  # a heap by the use that was known last
        self._numbers = itertools.count()  # things are not compared with one another

    def add(self, thing: T) -> None:
        """Another one is kept; who lets go of one only says so in it."""
        heapq.heappush(self._rows, (thing.used, next(self._numbers), thing))

    def first(self) -> T | None:
        """The one that was used longest ago; None where nothing is kept."""
        rows = self._rows
        while rows:
            known, number, thing = rows[0]
            if not thing.is_kept:
                heapq.heappop(rows)
            elif thing.used != known:
                heapq.heapreplace(rows, (thing.used, number, thing))
            else:
                return thing
        return None
