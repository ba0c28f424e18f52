"""What the progress screen and the doctor's page are given: one child at a glance, a day, a week, one exercise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from game.core.content import Foot, Side, Slot
from game.core.events import Effort, Grade, Outcome
from game.core.quest import Reason
from game.core.rules.dose import Dose
from game.frozen import dataclass


class PlayState(StrEnum):
    """As `simulate` names it."""

    PLAYING = "playing"
    PAUSED = "paused"
    LOCKED = "locked"
    GRADUATED = "graduated"
    OFF_COURSE = "off_course"


class SlotShare(StrEnum):
    """How much of a slot's quest was done: how many exercises, these or others; all of it is none of them in part."""

    NOTHING = "nothing"
    PART = "part"
    MOST = "most"  # half of its levels or more
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DayRow:
    """One game day. Seconds are of work planned and done, changes and rests included. `is_future`: still to come (and
    `is_paused` where that is known already),
    `is_before`: before the first day of play, with nothing played; neither is missed. `is_counted`: one of the days of
    which is said on how many there was practice. `not_meant` are the slots the family does not plan on that day,
    `not_offered` those in which there was nothing to play: what was not played there was not missed; of those in
    `later` something was told for the record alone."""

    day: date
    morning: SlotShare
    evening: SlotShare
    is_active: bool
    is_paused: bool
    is_future: bool
    planned_s: int
    done_s: int
    not_meant: frozenset[Slot] = frozenset()
    later: frozenset[Slot] = frozenset()
    not_offered: frozenset[Slot] = frozenset()
    is_before: bool = False
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class PlayRow:
    """One play as it stands in the records: what was asked, what was done, and the words on it. `done_left` and
    `done_right` as in `LevelPlayed`; `is_hurt` without `pain`: nobody said how much. `is_word_later` and
    `is_pain_later`: told for the record, after the time in which a word counts."""

    day: date
    slot: Slot
    exercise: str
    sets: int
    amount: int
    outcome: Outcome
    done_left: int
    done_right: int
    is_away: bool
    grade: Grade | None
    effort: Effort | None
    is_hurt: bool
    pain: int | None
    is_word_later: bool
    is_pain_later: bool
    foot: Foot | None = None  # ordered alone
    sore: Side | None = None  # the foot that was told to hurt

    @property
    def is_tried(self) -> bool:
        """As `game.core.history.plays.was_tried` says it of an attempt."""
        if self.is_hurt:
            return True
        if self.grade is not None:
            return self.grade is not Grade.NOT_TODAY
        return self.outcome is Outcome.FINISHED or self.done_left + self.done_right > 0

    @property
    def is_counted(self) -> bool:
        """Whether somebody counted what was done: told from away as partly, the diary only supposes a half of it."""
        return not self.is_away or self.outcome is Outcome.FINISHED

    @property
    def hurts(self) -> bool:
        """It hurt, whether or not somebody said how much; a pain of 0 is none."""
        return self.is_hurt and self.pain != 0


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Monday to Sunday. It has no number: weeks of the adventure are counted from the first day of play. `is_aside`: it
    is over, since the first play, and counts neither way."""

    monday: date
    is_in_bloom: bool
    days: tuple[DayRow, ...]
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """One child at a glance, as of a game day that is not over (today counts where it was played). `course_day` is of
    the grown-up's course, the month off counted on, `course_days` its days on as the rules keep them. `active_days` are
    all of them, `streak` those of the run, which goes on while at most `rest_days` of any seven are without play. The
    `aside_weeks` are over and count neither way. After graduation `planned_sessions` and `done_sessions` are days: two
    a week are asked for. `no_good_since` is the morning from which the physiotherapist should be shown that nothing
    goes well; None when it does."""

    state: PlayState
    week: int
    course_day: int
    course_days: int
    planned_sessions: int
    done_sessions: int
    habit: float
    streak: int
    rest_days: int
    best_streak: int
    active_days: int
    bloom_weeks: int
    counted_weeks: int
    aside_weeks: int
    stars: int
    budget_s: int
    budget_cap_s: int
    is_held: bool
    paused_since: date | None
    paused_until: date | None  # None of a painful stop, which ends by a word
    locked_until: date | None
    weeks: tuple[WeekRow, ...]
    next_steps: tuple[Reason, ...]
    why: tuple[Reason, ...]
    painful: tuple[tuple[date, str, int], ...]
    last_active: date | None
    no_good_since: date | None
    held_until: date | None = None  # by a therapist's order alone

    @property
    def next_step(self) -> Reason:
        """The first thing that comes next; where nothing may be played, why."""
        return (*self.next_steps, *self.why)[0]


@dataclass(frozen=True, slots=True)
class PainOn:
    """A pain of 1 to 10 on that day, or None where nobody said how much."""

    day: date
    score: int | None


@dataclass(frozen=True, slots=True)
class DoseStep:
    """The dose from `day` on, and why it changed."""

    day: date
    sets: int
    amount: int
    why: Reason | None


@dataclass(frozen=True, slots=True)
class ExerciseProgress:
    """One exercise of one child. `foot` is the one ordered alone, `next_amount` what a step up would come to. What a
    therapist ordered off (`is_ordered_off`) is left out as well. `left` and `right` are units done in 14 days; `apart`
    the difference in percent of the better foot; `done_left` and `done_right` the units of all the days asked for, as
    grades, efforts and pains are. `forward_from` is the day a parent may step on (None: not in sight), `forward_why`
    why not today. `is_on_order`: it waits for an order, `is_ordered_on`: it has one. `is_gone`: its file is not
    there, `is_elsewhere`: another programme has it, and it was played in that. What was ordered today counts from
    tomorrow (`is_from_tomorrow`): `tomorrow` is the dose then of what is in play; of what is not, foot and dose are
    what is ordered. `is_held`: nothing grows, as ordered until `held_until`. A step up comes on the morning of
    `next_from` at the earliest (None: only after a play), and where it `has_room`.
    """

    exercise: str
    is_in_play: bool
    is_resting: bool
    is_left_out: bool
    sets: int
    amount: int
    at_cap: bool
    clean_to_go: int
    steps: tuple[DoseStep, ...]
    left: int
    right: int
    apart: int
    is_apart: bool
    grades: Mapping[Grade, int]
    efforts: Mapping[Effort, int]
    pains: tuple[PainOn, ...]
    reasons: tuple[Reason, ...]
    can_step_back: bool
    forward_from: date | None
    forward_why: Reason | None
    foot: Foot | None
    next_amount: int
    is_ordered_off: bool
    is_on_order: bool = False
    is_gone: bool = False
    is_elsewhere: bool = False
    done_left: int = 0
    done_right: int = 0
    is_ordered_on: bool = False
    is_from_tomorrow: bool = False
    tomorrow: Dose | None = None
    is_held: bool = False
    held_until: date | None = None
    comes_again: date | None = None  # while it rests after pain: the day a parent lets it come back
    is_grown: bool = False  # after the ceremony, when nothing grows
    next_from: date | None = None
    has_room: bool = True

    @property
    def is_out(self) -> bool:
        """Whether nothing of it can be played or steered: only what was done of it is left."""
        return self.is_gone or self.is_elsewhere
