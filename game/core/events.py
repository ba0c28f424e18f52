"""What happened: every fact the journal keeps, in the past tense.

A fact is a frozen dataclass of plain values; `Event` is its envelope. The game day and the offset are computed once,
when the event is made, and stored with it, so a flight or a changed clock never rewrites history. Nothing is ever
changed: undo is the fact `Retracted`, and everything is folded anew without what it names.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from game.core.content import AgeBand, Foot, Side, Slot, Weekday
from game.frozen import dataclass


class Grade(StrEnum):
    """The parent's word on how a level was done."""

    WELL = "well"
    HELPED = "helped"
    PARTLY = "partly"
    NOT_TODAY = "not_today"


class Effort(StrEnum):
    """How hard it was; `EASY` means too easy."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"


class Outcome(StrEnum):
    """How one play of a level ended, as the game saw it."""

    FINISHED = "finished"
    STOPPED = "stopped"
    HURT = "hurt"


class QuestKind(StrEnum):
    """Which way a session was begun: the whole quest, what fits two minutes, one exercise, or told afterwards."""

    QUEST = "quest"
    TWO_MINUTES = "two_minutes"
    ONE = "one"
    AWAY = "away"


class SessionEnding(StrEnum):
    """Why a session is over; `LATER` leaves the rest waiting until the slot ends."""

    WHOLE = "whole"
    LATER = "later"
    STOPPED = "stopped"
    HURT = "hurt"


class PauseReason(StrEnum):
    """Why a stretch of days counts neither way."""

    ILL = "ill"
    AWAY = "away"
    OUCH = "ouch"
    DOCTOR = "doctor"


# ---------------------------------------------------------------- the family
# A course told of without its length, as the first diaries did. The rules keep every length within theirs.
COURSE_DAYS = 28


@dataclass(frozen=True, slots=True)
class GateSet:
    """A PIN and a recovery code were chosen; both only as salted hashes (`game.data.journal.gate` makes and reads
    them)."""

    pin: str
    recovery: str


@dataclass(frozen=True, slots=True)
class GateTried:
    """A PIN or recovery code is about to be checked: counted before the check, so a kill does not give a free try."""


@dataclass(frozen=True, slots=True)
class GatePassed:
    """The try just counted was right; the count begins anew."""


@dataclass(frozen=True, slots=True)
class SettingChosen:
    """One setting of the family, by name; the last word counts."""

    name: str
    value: str


# ---------------------------------------------------------------- a child's profile
@dataclass(frozen=True, slots=True)
class ChildAdded:
    """A child (or a grown-up who joins in). `skin` is 0..3, the colour of the foot in the pictures."""

    nickname: str
    animal: str
    age: AgeBand
    skin: int


@dataclass(frozen=True, slots=True)
class ChildChanged:
    """Name, picture or foot colour changed; the age has a fact of its own because rules hang on it."""

    nickname: str
    animal: str
    skin: int


@dataclass(frozen=True, slots=True)
class AgeChosen:
    """Another age band from the next fold on."""

    age: AgeBand


@dataclass(frozen=True, slots=True)
class ChildPutAway:
    """Hidden from WHO, everything kept."""


@dataclass(frozen=True, slots=True)
class ChildBroughtBack:
    """Shown again."""


@dataclass(frozen=True, slots=True)
class SignsTicked:
    """The signs that need a doctor, as the parent ticked them; an empty tuple: none of these."""

    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoctorAsked:
    """The parent's word that a doctor was asked. `about`: signs, or pain (ends the painful stop)."""

    about: str


@dataclass(frozen=True, slots=True)
class ProgrammeChosen:
    """The programme from now on. `course_days`: the grown-up's days on, 14-28, ignored elsewhere."""

    programme: str
    course_days: int = COURSE_DAYS


@dataclass(frozen=True, slots=True)
class SurgeryPlanned:
    """The two dates; None is a date not known yet, which keeps the lock shut."""

    surgery: date | None
    surgeon_start: date | None


@dataclass(frozen=True, slots=True)
class SurgeonAgreed:
    """The parent's tick that the surgeon said exercises may begin; False takes it away."""

    agreed: bool


@dataclass(frozen=True, slots=True)
class ExerciseSwitched:
    """An exercise put in by a therapist's order (True) or left out by the parent (False)."""

    exercise: str
    on: bool


@dataclass(frozen=True, slots=True)
class QuestionNoted:
    """What the parents want to ask at the next visit, in their own words; the last one counts, "" is none any more. No
    rule reads it."""

    text: str


@dataclass(frozen=True, slots=True)
class ExerciseOrdered:
    """What a therapist ordered of one exercise; it counts from the next morning, and a later one replaces it.

    `said_by` and `said_on` are the paper's. `plays`: True on, False off, None in the programme's own turn. `foot`: that
    one alone, None both; of both `first_foot` begins, None the lagging one. `start`, `cap` (units) and `most_sets` bind
    beside the game's own; None: as the game has it. `begins_anew`: what is in play goes to that start; else the start
    only says where it would begin.
    """

    exercise: str
    said_by: str
    said_on: date
    plays: bool | None = None
    foot: Foot | None = None
    start: int | None = None
    cap: int | None = None
    most_sets: int | None = None
    begins_anew: bool = False
    first_foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class OrderWritten:
    """The head of a therapist's page; a later one replaces it. Until the morning of `hold_until` nothing grows (None:
    not held); `next_visit` is a day to be told of."""

    said_by: str
    said_on: date
    hold_until: date | None = None
    next_visit: date | None = None


@dataclass(frozen=True, slots=True)
class DaysPlanned:
    """Which weekdays and slots the family means to play, from this day on: what progress and report call planned."""

    weekdays: tuple[Weekday, ...]
    slots: tuple[Slot, ...]


# ---------------------------------------------------------------- play
@dataclass(frozen=True, slots=True)
class SessionStarted:
    """One played quest begins. `on` and `slot` are where it counts; `exercises` in the order shown."""

    session: str
    on: date
    slot: Slot
    quest: QuestKind
    exercises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelPlayed:
    """One play of one level. `amount` x `sets` was the dose (one foot's amount); `done_left` and `done_right` are
    units done in all sets (both feet together: `done_left` alone). `foot` is the one asked for alone, None for both.
    `attempt` is the id the parent's word names."""

    attempt: str
    session: str
    on: date
    slot: Slot
    exercise: str
    sets: int
    amount: int
    outcome: Outcome
    done_left: int
    done_right: int = 0
    away: bool = False
    foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The session is over, or waits until the slot ends."""

    session: str
    ending: SessionEnding


@dataclass(frozen=True, slots=True)
class OuchTold:
    """It hurt, 0-10. `attempt` names the play it belongs to; `score` None: pressed, not yet answered."""

    attempt: str
    exercise: str
    on: date
    slot: Slot
    score: int | None


@dataclass(frozen=True, slots=True)
class PainPlaced:
    """Which foot hurt in a play, as a grown-up says it; the last word stands. For the doctor alone: no rule asks for
    it, so that to name a foot moves no dose."""

    attempt: str
    side: Side


@dataclass(frozen=True, slots=True)
class LevelConfirmed:
    """The parent's word on an attempt. The first word stands until retracted."""

    attempt: str
    grade: Grade
    effort: Effort


@dataclass(frozen=True, slots=True)
class ToldLater:
    """Done away from the computer and told of when it counts no more, or refused by the rules while its pain is told:
    for the record alone, at the dose of its day (`sets` x `amount`, one foot's). It earns nothing and no rule asks for
    it, save strong pain (`score`, 0-10, None for none): the exercise rests from the day that is told, and the pain
    counts for the painful stop by its own day `on`. `foot` is the one that was asked for alone, None for both; `sore`
    the one that hurt, where it was said.
    """

    on: date
    slot: Slot
    exercise: str
    sets: int
    amount: int
    grade: Grade
    effort: Effort
    score: int | None
    foot: Foot | None = None
    sore: Side | None = None


@dataclass(frozen=True, slots=True)
class StarsAwarded:
    """Stars given: `about` is an attempt or a session, `why` one of tried, finished, careful, quest."""

    about: str
    stars: int
    why: str


@dataclass(frozen=True, slots=True)
class StickerFound:
    """A sticker went into the book."""

    sticker: str


@dataclass(frozen=True, slots=True)
class DoneTogether:
    """The play `attempt` was done beside another's, `beside`, or in turn with it: one exercise done together, told with
    the later of the two. The family's shared picture counts them; nobody earns anything by it."""

    attempt: str
    beside: str


@dataclass(frozen=True, slots=True)
class PageShown:
    """The page of a chapter, by its number from 1, opened by itself; it does so once."""

    chapter: int


@dataclass(frozen=True, slots=True)
class FunctionMeasured:
    """A function quest every four weeks: one_leg_seconds, bricks_a_minute or heel_raises; `foot` left, right, both."""

    on: date
    what: str
    foot: str
    value: int


@dataclass(frozen=True, slots=True)
class FunctionHurt:
    """It hurt in a function quest, 0-10, None: pressed, not answered. `what` as in `FunctionMeasured`; no exercise
    steps back for it, but a strong pain is a painful day."""

    on: date
    what: str
    score: int | None


# ---------------------------------------------------------------- the parent steers
@dataclass(frozen=True, slots=True)
class Retracted:
    """The event with this id is taken back, and what hung on it."""

    event: str


@dataclass(frozen=True, slots=True)
class Paused:
    """Days `first`..`last`, both included, count neither way."""

    reason: PauseReason
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Resumed:
    """The running pause ends; today is played again."""


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing grows and nothing new comes until `Released`."""


@dataclass(frozen=True, slots=True)
class Released:
    """The hold ends."""


@dataclass(frozen=True, slots=True)
class SteppedBack:
    """One step down by the parent: an exercise's dose, or the budget (None)."""

    exercise: str | None


@dataclass(frozen=True, slots=True)
class SteppedForward:
    """One step up by the parent, where the rules allow it: an exercise's dose, or the budget (None)."""

    exercise: str | None


@dataclass(frozen=True, slots=True)
class ExerciseAllowed:
    """A resting exercise may come again, from the next game day on; None: all of them."""

    exercise: str | None


@dataclass(frozen=True, slots=True)
class Graduated:
    """The ceremony was held; `early` when the parent brought it forward."""

    early: bool


Fact = (
    GateSet | GateTried | GatePassed | SettingChosen
    | ChildAdded | ChildChanged | AgeChosen | ChildPutAway | ChildBroughtBack | SignsTicked | DoctorAsked
    | ProgrammeChosen | SurgeryPlanned | SurgeonAgreed | ExerciseSwitched | QuestionNoted
    | ExerciseOrdered | OrderWritten | DaysPlanned
    | SessionStarted | LevelPlayed | SessionEnded | OuchTold | PainPlaced | LevelConfirmed | ToldLater | StarsAwarded
    | StickerFound | PageShown
    | DoneTogether | FunctionMeasured | FunctionHurt
    | Retracted | Paused | Resumed | Held | Released | SteppedBack | SteppedForward | ExerciseAllowed | Graduated
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """A fact with its envelope.

    `id` is a UUID, the same on every retry. `child` is the profile's id, None for the family. `at` is UTC; `day` the
    game day (local date, turning at 04:00) and `offset` the minutes east of UTC when it was made. `seq` counts per
    device from 1; the order of the journal is the order of telling.
    """

    id: str
    device: str
    seq: int
    child: str | None
    at: datetime
    day: date
    offset: int
    fact: Fact
