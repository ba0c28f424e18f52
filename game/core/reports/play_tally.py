"""How the plays of an exercise went: counts of them, wherever they are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field

from game.core.events import Effort, Grade
from game.core.reports.records import PlayRow
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PlayTally:
    """How many plays got which word (`untold`: tried, and nobody said), and the units each foot did. Nothing is said of
    how hard it was where it was not done, and no foot worked there. What was never said is not in the tables."""

    grades: Mapping[Grade, int] = field(default_factory=dict)
    efforts: Mapping[Effort, int] = field(default_factory=dict)
    untold: int = 0
    left: int = 0
    right: int = 0

    @classmethod
    def of(cls, plays: Sequence[PlayRow]) -> PlayTally:
        """Of these plays."""
        return cls(
            Counter(play.grade for play in plays if play.grade is not None),
            Counter(p.effort for p in plays if p.effort is not None and p.grade is not Grade.NOT_TODAY),
            sum(play.grade is None and play.is_tried for play in plays),
            sum(play.done_left for play in plays if play.is_tried),
            sum(play.done_right for play in plays if play.is_tried),
        )

    def __add__(self, other: PlayTally) -> PlayTally:
        return PlayTally(
            Counter(self.grades) + Counter(other.grades),
            Counter(self.efforts) + Counter(other.efforts),
            self.untold + other.untold,
            self.left + other.left,
            self.right + other.right,
        )

    @property
    def told(self) -> int:
        """Plays of which was said how they went, or that they were not played."""
        return sum(self.grades.values())
