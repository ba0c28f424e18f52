"""Which feet an order names: one alone, or both and which of them begins."""

from __future__ import annotations

from enum import StrEnum

from game.core.content import Exercise, Foot
from game.core.events import ExerciseOrdered


class OrderedFeet(StrEnum):
    """As a therapist says it, from the left foot alone to the right one; of `BOTH` the lagging one begins."""

    LEFT = "left"
    LEFT_FIRST = "left_first"
    BOTH = "both"
    RIGHT_FIRST = "right_first"
    RIGHT = "right"

    @classmethod
    def of(cls, order: ExerciseOrdered | None) -> OrderedFeet:
        """What an order says, None: none was written. Where one foot works alone, none is first."""
        if order is None:
            return cls.BOTH
        if order.first_foot is not None and order.foot is None:
            return cls(f"{order.first_foot}_first")
        return cls.of_one(order.foot)

    @classmethod
    def of_one(cls, foot: Foot | None) -> OrderedFeet:
        """That foot alone, None: both."""
        return cls(foot.value) if foot else cls.BOTH

    @property
    def alone(self) -> Foot | None:
        """The foot that works alone."""
        return {OrderedFeet.LEFT: Foot.LEFT, OrderedFeet.RIGHT: Foot.RIGHT}.get(self)

    @property
    def first(self) -> Foot | None:
        """The foot that begins where both work."""
        return {OrderedFeet.LEFT_FIRST: Foot.LEFT, OrderedFeet.RIGHT_FIRST: Foot.RIGHT}.get(self)

    def stepped(self, by: int) -> OrderedFeet:
        """So many further along them, no further than the ends."""
        every = tuple(OrderedFeet)
        return every[max(0, min(len(every) - 1, every.index(self) + by))]


def first_ordered(order: ExerciseOrdered | None, exercise: Exercise) -> Foot | None:
    """The foot that begins where both work after one another; None where the game chooses or one works alone."""
    return OrderedFeet.of(order).first if exercise.per_foot else None
