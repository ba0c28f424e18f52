"""The doctor's report as one value: every figure that the page, the PDF, the HTML, the table and the JSON show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.core.content import AgeBand, Foot, Position, Side, Slot, Unit
from game.core.events import Effort, ExerciseOrdered, Grade, OrderWritten, PauseReason
from game.core.quest import Reason
from game.core.reports.changes import Change
from game.core.reports.records import DayRow, PlayRow
from game.core.reports.sessions import SessionCount
from game.core.rules.dose import Dose
from game.core.rules.function_quests import BestOfDay, Part
from game.core.rules.ordering import OrderRow
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Hurt:
    """One pain: 1 to 10, or None where "it hurts" was pressed and nobody said how much. `what` is an exercise, or a
    part of a function quest. `foot` is the one that worked at that moment, where the diary shows it; None: it does not.
    `sore` is the one that hurt, where a grown-up said it."""

    day: date
    what: str
    score: int | None
    foot: Foot | None = None
    slot: Slot | None = None
    is_later: bool = False  # told for the record, after the time in which a word counts
    sore: Side | None = None


@dataclass(frozen=True, slots=True)
class EarlierHurt:
    """A strong pain from before the period that still had its effect when it began: its exercise rests for it, or
    everything has been paused since a day."""

    hurt: Hurt
    rests: bool = False
    paused_since: date | None = None


@dataclass(frozen=True, slots=True)
class PutRight:
    """A pain that was `told` first and put right by a parent: `now` counts, 0 for none. The diary keeps both."""

    day: date
    slot: Slot
    exercise: str
    told: int
    now: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """A play here that was stopped without pain: `done` of `whole` units, both feet together."""

    day: date
    slot: Slot
    exercise: str
    done: int
    whole: int
    foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class PartlyAway:
    """Done away from the computer, in part and without pain: how much of it nobody counted."""

    day: date
    exercise: str


@dataclass(frozen=True, slots=True)
class LaterPlay:
    """Something done away from the computer and told when it counts no more: for the record alone, on `told`;
    with the one `foot` that was ordered, None for both, and the `sore` one, where it was said. `is_refused`: told in
    time, and the rules did not let it be played: its pain alone stands."""

    day: date
    slot: Slot
    exercise: str
    sets: int
    amount: int
    grade: Grade
    effort: Effort
    pain: int | None
    told: date
    foot: Foot | None = None
    sore: Side | None = None
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class PausedDays:
    """Days in a row on which nothing could be played. `why` is None for a lock, or a course's month off. `since` is the
    day on which pain paused everything, where that was before the period."""

    first: date
    last: date
    days: int
    why: PauseReason | None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One exercise over the whole period.

    `before` is its dose when the period began (or when it joined), `now` at its end; None before it came. `planned` and
    `done` count mornings and evenings. `left` and `right` are units done in the last days of the period, as many as
    the rules compare; `is_apart`: one foot has done lastingly less. Of the `untold` plays `waiting` still wait
    for a word. `later` words were told for the record: on plays, which are among the grades, or of what was done
    elsewhere, which is not. `again_on`: rests, and comes again on that day with the
    dose `again`.
    """

    exercise: str
    position: Position
    unit: Unit
    per_foot: bool
    before: Dose | None
    now: Dose | None
    is_in_play: bool
    is_resting: bool
    is_left_out: bool
    planned: int
    done: int
    grades: Mapping[Grade, int]
    efforts: Mapping[Effort, int]
    untold: int
    waiting: int
    later: int
    left: int
    right: int
    is_apart: bool
    again_on: date | None = None
    again: Dose | None = None


@dataclass(frozen=True, slots=True)
class FunctionCurve:
    """What one foot (None: both) could do, by day up to the end of the period."""

    part: Part
    foot: Foot | None
    points: tuple[BestOfDay, ...]


@dataclass(frozen=True, slots=True)
class Surgery:
    """The operation as it stands: None is a date not known."""

    surgery: date | None
    surgeon_start: date | None
    has_agreed: bool


@dataclass(frozen=True, slots=True)
class DoctorsReport:
    """One child over the game days `first`..`last`, both included, as seen on `today`.

    Sessions are mornings and evenings; from `strong_from` on, after graduation, days. `practice_days` of `days` (from
    the first play on, those that could not be played left out) had something tried, told of or not yet; `later_days`
    are further days on which the family says it practised, told later than it counts. Budgets are the seconds of one
    session. `signs` are those ticked last, on `signs_on`; None: never asked. The `question` is what the parents
    want to ask now, whatever the period; "" for nothing. `order` is the head of the therapist's page in force at
    the end of the period, `ordered` what it says of each exercise; what was written on the last day is among them,
    what has no file any more is not: nothing can be done of it; `may_order` is everything a therapist may order then.
    `is_let_go`: the parents have let go of its hold.
    """

    child: str
    nickname: str
    age: AgeBand
    programme: str | None
    programme_since: date | None
    first: date
    last: date
    today: date
    week: int
    planned: int
    done: int
    strong_from: date | None
    practice_days: int
    days: int
    later_days: int
    paused: tuple[PausedDays, ...]
    budget_before_s: int
    budget_s: int
    budget_cap_s: int
    planned_s: int
    done_s: int
    is_held: bool
    is_held_by_parents: bool
    weeks: tuple[SessionCount, ...]
    day_rows: tuple[DayRow, ...]
    plays: tuple[PlayRow, ...]
    later_plays: tuple[LaterPlay, ...]
    hurts: tuple[Hurt, ...]
    earlier_hurts: tuple[EarlierHurt, ...]
    put_right: tuple[PutRight, ...]
    stops: tuple[Stopped, ...]
    partly_away: tuple[PartlyAway, ...]
    signs: tuple[str, ...] | None
    signs_on: date | None
    is_doctor_asked: bool
    surgery: Surgery | None
    exercises: tuple[ExerciseRow, ...]
    changes: tuple[Change, ...]
    curves: tuple[FunctionCurve, ...]
    question: str
    closed: tuple[Reason, ...]
    order: OrderWritten | None
    ordered: tuple[ExerciseOrdered, ...]
    may_order: tuple[OrderRow, ...]
    is_let_go: bool
    tomorrow: Mapping[str, Dose]

    @property
    def paused_days(self) -> int:
        """All of them."""
        return sum(span.days for span in self.paused)

    @property
    def later_words(self) -> int:
        """How many words were told for the record, in all of it."""
        return sum(row.later for row in self.exercises)

    @property
    def family_days(self) -> int:
        """On how many days the family says it practised."""
        return self.practice_days + self.later_days

    @property
    def is_strong(self) -> bool:
        """Whether all of it is after graduation."""
        return self.strong_from is not None and self.strong_from <= self.first

    @property
    def worst(self) -> int | None:
        """The strongest pain told; None for none."""
        return max((hurt.score for hurt in self.hurts if hurt.score is not None), default=None)

    @property
    def percent(self) -> int | None:
        """Done of planned; None where nothing was planned."""
        return round(100 * self.done / self.planned) if self.planned else None
