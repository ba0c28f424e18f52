"""Left and right: which foot does less. Told to the parent as a question for the doctor, never to the child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.core.content import Catalogue, Foot
from game.core.days import days_between
from game.core.history.history import Attempt
from game.core.history.plays import was_tried
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Feet:
    """Units done in the last days by each foot; `apart` is the difference in percent of the better one."""

    left: int = 0
    right: int = 0
    is_lasting: bool = False

    @property
    def apart(self) -> int:
        better = max(self.left, self.right)
        return 100 * abs(self.left - self.right) // better if better else 0

    @property
    def lagging(self) -> Foot | None:
        if self.left == self.right:
            return None
        return Foot.LEFT if self.left < self.right else Foot.RIGHT


def of_attempts(catalogue: Catalogue, recent: Iterable[Attempt], day: date) -> Feet:
    """The feet of these attempts, none older than 14 days. Lasting: at least a quarter less on the same side in both of
    the two weeks. What a therapist ordered for one foot alone says nothing of the other."""
    days, percent = catalogue.rules.lagging_days, catalogue.rules.lagging_percent
    recent = [a for a in recent if a.foot is None and was_tried(a)]
    both = _sum(recent)
    halves = [
        _sum(a for a in recent if days_between(a.on, day) > days // 2),
        _sum(a for a in recent if days_between(a.on, day) <= days // 2),
    ]
    lasting = both.apart >= percent and all(h.apart >= percent and h.lagging is both.lagging for h in halves)
    return Feet(both.left, both.right, lasting)


def _sum(attempts: Iterable[Attempt]) -> Feet:
    row = list(attempts)
    return Feet(sum(a.done_left for a in row), sum(a.done_right for a in row))
