"""The days to come, if all that is planned goes well: the same rules as in the game, from where a child stands today.

Nothing of it is told to anybody or written down. It is lived a day at a time, so that whoever shows it can do so while
the picture goes on.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from game.core.content import Catalogue, Slot
from game.core.days import plus
from game.core.history.history import Child, Family
from game.core.reports.planned import slots_planned
from game.core.rules.journey import Journey, aside, journey
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL

DEVICE = "ahead"  # tells by a clock of its own, after all that was told


class DaysAhead:
    """One child's days from the day after `today` to `last`, every planned session played, finished and done well.

    What is locked, held or resting stays so: nobody is taken to let go, to allow or to ask a doctor; unless that is
    told of the `supposed` child, which then lives them (`game.core.rules.supposing`).
    """

    def __init__(
        self, catalogue: Catalogue, child: Child, today: date, last: date, supposed: Child | None = None
    ) -> None:
        # Its days go on from those of the real child, which are not led into the future.
        self._catalogue, self.last = aside(catalogue, child, today), last
        family = Family(MappingProxyType({child.id: supposed or child}), MappingProxyType({}))
        self._child = SimulatedChild(self._catalogue, child.id, device=DEVICE, family=family)
        self._known, self.lived = child, today

    @property
    def is_over(self) -> bool:
        return self.lived >= self.last

    def go_on(self) -> None:
        """One day more."""
        if self.is_over:
            return
        self.lived = plus(self.lived, 1)
        meant = slots_planned(self._known, self.lived)
        for slot in (slot for slot in Slot if slot in meant):
            names = self._child.whole_quest(self.lived, self.lived, slot)
            self._child.play(self.lived, self.lived, slot, names, WELL, is_quest=True)

    def way(self) -> Journey:
        """The child's days as far as they were lived."""
        return journey(self._catalogue, self._child.child, self.lived)
