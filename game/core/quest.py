"""What a session asks for: levels with their doses and the reasons for every number."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.content import Foot, Slot, Unit
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: the key of a text and the values it names.

    By convention `exercise` is an id, `unit` a unit or "budget", `amount`, `from`, `to` are numbers in it, `date` an
    ISO date, `n` chooses the plural form; see `game.data.texts.texts.Texts.reason`.
    """

    key: str
    values: Mapping[str, int | str]


def reason(key: str, **values: int | str) -> Reason:
    """A reason, briefly."""
    return Reason(key, values)


@dataclass(frozen=True, slots=True)
class Level:
    """An exercise with today's dose: `sets` times `amount` in `unit` (one foot's where `per_foot`); `seconds` with the
    change to it and the rests between its sets. The lagging foot goes first, or the one that was ordered; `foot` is
    the one ordered alone."""

    exercise: str
    sets: int
    amount: int
    unit: Unit
    per_foot: bool
    seconds: int
    reasons: tuple[Reason, ...]
    first_foot: Foot = Foot.LEFT
    is_new: bool = False
    foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class Quest:
    """The levels of one slot in the order shown; seconds."""

    slot: Slot
    budget_s: int
    levels: tuple[Level, ...]

    @property
    def planned_s(self) -> int:
        """Never above the budget."""
        return sum(level.seconds for level in self.levels)
