"""Where a child's days can be folded on from, instead of from the first: what the rules knew as one day began.

Only a plain past can be stood on: told by clocks that were right, in the order of its days. What touches a day before
it (a word on an old play taken back, a pause told for last month) lets go of it, and all is folded from the beginning.
"""

from __future__ import annotations

from game.core.history.history import Child
from game.core.rules.state import ChildState
from game.core.rules.timeline import DaysBefore
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The days from `before.day` on, of whoever is folded on from `past`: `state` as that day began."""

    past: Child
    before: DaysBefore
    state: ChildState
