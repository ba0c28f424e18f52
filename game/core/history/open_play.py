"""A play while it is folded: the fields of an attempt, to be changed as more is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from game.core.content import Foot, Side, Slot
from game.core.events import Effort, Event, Grade, LevelPlayed, Outcome
from game.core.history.history import Attempt

FIELDS = attrgetter(*Attempt.__slots__)  # in the order of both; ten years have tens of thousands of plays


@dataclass(slots=True, eq=False, repr=False)
class OpenPlay:
    """The same fields in the same order as `Attempt`, which says what they mean."""

    id: str
    event: str
    session: str
    on: date
    slot: Slot
    exercise: str
    sets: int
    amount: int
    outcome: Outcome
    done_left: int
    done_right: int
    away: bool
    at: datetime
    grade: Grade | None
    effort: Effort | None
    word: str | None
    said_at: datetime | None
    ouch: int | None
    is_hurt: bool
    stars: int
    paid: tuple[str, ...]
    foot: Foot | None
    sore: Side | None
    is_together: bool

    @classmethod
    def told(cls, event: Event, f: LevelPlayed, ouch: int | None, is_hurt: bool) -> OpenPlay:
        """A play just told; pain may have been told while it was still going on."""
        return cls(
            f.attempt, event.id, f.session, f.on, f.slot, f.exercise, f.sets, f.amount, f.outcome, f.done_left,
            f.done_right, f.away, event.at, None, None, None, None, ouch, is_hurt, 0, (),
            f.foot, None, False,
        )  # fmt: skip

    @classmethod
    def of(cls, known: Attempt) -> OpenPlay:
        """A play as it was folded before."""
        return cls(*FIELDS(known))

    def frozen(self) -> Attempt:
        return Attempt(*FIELDS(self))
