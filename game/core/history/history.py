"""What was told, in order: the family and each child's records as `game.core.history.fold` makes them.

Nothing here is a rule: attempts, sessions, words and switches stand as they were said, less what was taken back. What
follows from them (budget, doses, streak, today's quest) is `game.core.rules.journey` and `game.core.rules.today`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from types import MappingProxyType

from game.core.content import AgeBand, Foot, Side, Slot
from game.core.events import (
    COURSE_DAYS,
    DaysPlanned,
    Effort,
    Event,
    FunctionMeasured,
    GateSet,
    Grade,
    Outcome,
    QuestKind,
    SessionEnding,
    ToldLater,
)
from game.core.history.persistent import AppendOnly, Records
from game.core.history.play_sums import PlaySums
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Attempt:
    """One play of one level with everything told about it.

    `amount` x `sets` was the dose (one foot's amount); `done_left`, `done_right` units done in all sets (both feet
    together: `done_left` alone). `foot` is the one a therapist ordered alone. `ouch` is the highest score told, None
    for none; `is_hurt` also covers a press of "it hurts" nobody has answered, and `sore` is the foot a grown-up named.
    `event` and `word` are the ids of the play and of the parent's word, to be retracted. `stars` is what was awarded
    for it so far. `is_together`: it is the later one of two that were done together.
    """

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
    grade: Grade | None = None
    effort: Effort | None = None
    word: str | None = None
    said_at: datetime | None = None
    ouch: int | None = None
    is_hurt: bool = False
    stars: int = 0
    paid: tuple[str, ...] = ()
    foot: Foot | None = None
    sore: Side | None = None
    is_together: bool = False

    @property
    def is_told(self) -> bool:
        """A parent has given the word."""
        return self.grade is not None


@dataclass(frozen=True, slots=True)
class Session:
    """One played quest: what it was to be, and how it ended (None: still running, or cut off by a crash)."""

    id: str
    on: date
    slot: Slot
    quest: QuestKind
    exercises: tuple[str, ...]
    at: datetime
    ending: SessionEnding | None = None
    ended_at: datetime | None = None
    stars: int = 0
    paid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterEntry:
    """Something told for the record alone: the id of its event, to be retracted, and the game day it was told on."""

    event: str
    day: date
    told: ToldLater


@dataclass(frozen=True, slots=True)
class PlannedFrom:
    """What a family means to play, from a game day on."""

    day: date
    plan: DaysPlanned


@dataclass(frozen=True, slots=True)
class Child:
    """A profile and its records. `attempts` and `sessions` are by id, in the order of telling; `events` is everything
    of this child that stands (nothing retracted, no retraction), for the rules to fold. `later` is what was told for
    the record alone, once for each exercise of a slot, in the order of telling. `withdrawn` is what does not stand,
    with its place in the whole telling, `gone` the plays and sessions taken back, `unsaid` the plays whose word was
    taken back and may be said anew at any time. `past` is the same child as it stood at an earlier moment, from which
    it is folded (None: from nothing); between two sessions, so that no fact after it speaks of a play not told yet;
    `sums` are those of whoever is a past. `plans` are the days the family meant to play, the latest word last.
    `together` counts the plays that were the later one of two done together, `pages` are the chapters of the story
    whose page has opened by itself."""

    id: str
    nickname: str = ""
    animal: str = "bo"
    age: AgeBand = AgeBand.FIVE_SIX
    skin: int = 1
    added_on: date | None = None
    is_put_away: bool = False
    programme: str | None = None
    course_days: int = COURSE_DAYS
    signs: tuple[str, ...] | None = None
    is_doctor_asked: bool = False
    surgery: date | None = None
    surgeon_start: date | None = None
    has_surgeon_agreed: bool = False
    question: str = ""
    plans: tuple[PlannedFrom, ...] = ()
    switched: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    attempts: Records[Attempt] = field(default_factory=lambda: Records[Attempt]())
    sessions: Records[Session] = field(default_factory=lambda: Records[Session]())
    stars: int = 0
    together: int = 0
    stickers: tuple[str, ...] = ()
    pages: frozenset[int] = frozenset()
    measured: tuple[FunctionMeasured, ...] = ()
    later: tuple[LaterEntry, ...] = ()
    events: AppendOnly[Event] = field(default_factory=lambda: AppendOnly[Event]())
    withdrawn: tuple[tuple[int, Event], ...] = ()
    gone: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    past: Child | None = field(default=None, compare=False, repr=False)
    sums: PlaySums | None = field(default=None, compare=False, repr=False)

    @property
    def told_before(self) -> int:
        """How many of `events` were told before the moment it is folded from."""
        return len(self.past.events) if self.past else 0

    @property
    def waits_for_doctor(self) -> bool:
        """A sign was ticked and nobody has said that a doctor was asked."""
        return bool(self.signs) and not self.is_doctor_asked


@dataclass(frozen=True, slots=True)
class Family:
    """Everything folded so far. `tries` are the moments (UTC) of the gate's wrong tries since it was last passed,
    `missed` those before that which no parent has read of yet."""

    children: Mapping[str, Child]
    settings: Mapping[str, str]
    gate: GateSet | None = None
    tries: tuple[datetime, ...] = ()
    missed: tuple[datetime, ...] = ()


def empty_family() -> Family:
    """Before the first event."""
    return Family(MappingProxyType({}), MappingProxyType({}))
