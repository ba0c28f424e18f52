"""Two quests side by side: which exercise stands beside which, and the one pause between two rounds of them.

Each keeps its own exercises in its own order. The same exercise stands beside itself where waiting for it is short;
whoever has fewer is never left without company until the last of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from game.core.content import Position
from game.core.session.pacing import OTHER_FOOT, Stretch
from game.frozen import dataclass

SAME, ALIKE, ALONE = 4, 1, -2  # worth of the same exercise, of the same position, of one who waits for the other


@dataclass(frozen=True, slots=True)
class Row:
    """What is done at once: which level of the first one's quest and of the second one's; None: that one waits."""

    first: int | None
    second: int | None

    @property
    def both(self) -> tuple[int | None, int | None]:
        return self.first, self.second

    @property
    def is_together(self) -> bool:
        return None not in self.both


@dataclass(frozen=True, slots=True)
class Placed:
    """An exercise, and where the body is in it."""

    exercise: str
    position: Position


def rows(first: Sequence[Placed], second: Sequence[Placed]) -> tuple[Row, ...]:
    """The rows of two quests. Every exercise of the shorter one has company; what the longer one has beside that comes
    where it makes most of the same stand side by side, else last.

    >>> bear, tail = Placed("bear_walk", Position.WALKING), Placed("mermaid_tail", Position.FLOOR)
    >>> [row.both for row in rows([bear], [tail, bear])]
    [(None, 0), (0, 1)]
    """
    if len(first) > len(second):
        return tuple(Row(row.second, row.first) for row in rows(second, first))
    few, many = tuple(first), tuple(second)

    @cache
    def best(i: int, j: int) -> tuple[int, tuple[Row, ...]]:
        """What the rest from there on is worth, and its rows."""
        if i == len(few):
            return 0, tuple(Row(None, n) for n in range(j, len(many)))
        worth, rest = best(i + 1, j + 1)
        found = worth + _worth(few[i], many[j]), (Row(i, j), *rest)
        if len(many) - j > len(few) - i:  # enough are left for everybody's company
            worth, rest = best(i, j + 1)
            if worth + ALONE > found[0]:
                found = worth + ALONE, (Row(None, j), *rest)
        return found

    return best(0, 0)[1]


def _worth(one: Placed, other: Placed) -> int:
    if one.exercise == other.exercise:
        return SAME
    return ALIKE if one.position is other.position else 0


def pause(changes: Sequence[tuple[Stretch, Stretch]], rest: float) -> float:
    """Seconds between two rounds: the longest of what each one needs between its own two stretches. `rest` is what the
    family rests between two sets; another foot needs a moment; who is done needs nothing.

    >>> from game.core.content import Foot
    >>> left, right = (Stretch(1, 2, foot, 5) for foot in (Foot.LEFT, Foot.RIGHT))
    >>> pause([(left, right), (Stretch(1, 2, None, 5), Stretch(2, 2, None, 5))], 30.0), pause([(left, right)], 30.0)
    (30.0, 6.0)
    """
    return max((OTHER_FOOT if before.n == after.n else rest for before, after in changes), default=0.0)
