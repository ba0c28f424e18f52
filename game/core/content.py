"""What exists: exercises and programmes, as plain frozen values; the numbers of the rules are `game.core.numbers`.

Doses are whole numbers in the exercise's own unit; every time is in seconds unless its name says otherwise.
The level files are read into these by `game.data.levels.levels`; nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from game.core.numbers import Rules, Why
from game.frozen import dataclass


class Unit(StrEnum):
    """How an exercise is measured."""

    SECONDS = "seconds"
    REPS = "reps"
    PIECES = "pieces"
    SHAPES = "shapes"
    MINUTES = "minutes"


class Position(StrEnum):
    """How the body is placed; a quest is shown in this order, outdoors beside it."""

    LYING = "lying"
    FLOOR = "floor"
    CHAIR = "chair"
    STANDING = "standing"
    WALKING = "walking"
    OUTDOORS = "outdoors"


class AgeBand(StrEnum):
    """Age sets how long a session may get; a birth date is never asked."""

    THREE_FOUR = "3-4"
    FIVE_SIX = "5-6"
    SEVEN_TEN = "7-10"
    ELEVEN_UP = "11+"


# The friends: each child's picture is one of them, and one of them shows each exercise.
FRIENDS = ("bo", "pippa", "tik", "otto", "zuzu", "koko", "kva", "fay")


class Slot(StrEnum):
    """The two times of a game day."""

    MORNING = "morning"
    EVENING = "evening"


class Foot(StrEnum):
    """Left and right are the child's own."""

    LEFT = "left"
    RIGHT = "right"


class Side(StrEnum):
    """Where something was felt: the child's own left or right foot, or both."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Weekday(StrEnum):
    """A day of the week, Monday first as in `date.weekday()`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True)
class Ramp:
    """A dose's road: from `start` by `step` up to `cap`, in the exercise's unit, one set."""

    start: int
    step: int
    cap: int


@dataclass(frozen=True, slots=True)
class Clip:
    """One animation of one puppet: `rig` names the puppet, `clip` what it does."""

    rig: str
    clip: str


@dataclass(frozen=True, slots=True)
class Lens:
    """A close-up beside the whole figure: rig units (x, y) stand in the middle, `zoom` pixels a rig unit."""

    rig: str
    clip: str
    zoom: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Demonstration:
    """How an exercise is shown: who, the right way, the one common mistake (crossed out), and where."""

    host: str
    right: Clip
    mistake: Clip | None
    lens: Lens | None
    place: str
    close_up: bool
    sole: str
    variants: tuple[Clip, ...] = ()

    @property
    def beside_mistake(self) -> Clip | Lens:
        """The right way as seen beside the mistake: close up where only the lens looks from that side."""
        wrong, close = self.mistake, self.lens
        is_closer = wrong is not None and close is not None and wrong.rig == close.rig != self.right.rig
        return close if close is not None and is_closer else self.right

    @property
    def puppets(self) -> tuple[tuple[str, str], ...]:
        """Rig and clip of everything it may show, its friend first."""
        shown = (self.right, self.mistake, self.lens, *self.variants)
        return (f"{self.host}_front", "greet"), *((clip.rig, clip.clip) for clip in shown if clip)


@dataclass(frozen=True, slots=True)
class Words:
    """What an exercise's own file says beside its title, in the language that is played in; "" where it says nothing.

    `right` and `cheat` are read by a grown-up, the others told to the child. `things` names what is to be fetched. The
    words of the shipped exercises stand in the catalogue of texts, where the voice and the translators find them.
    """

    right: str = ""
    cheat: str = ""
    how: str = ""
    mistake: str = ""
    helper: str = ""
    story: str = ""
    go: str = ""
    cues: tuple[str, ...] = ()
    things: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as the routine has it.

    `seconds_per_unit` is the work one unit takes, one foot; `tempo` the seconds of one beat when the voice counts.
    `first_week` is the week of play (1 = the first) from which it may join. `equipment` names things, `swaps` what
    else will do for a thing. `ordered_only`: joins only where a therapist orders it. `beside`: a family quest
    outside slots and budgets. `title`, `what`, `note` and `words` are the file's own words; `reason` and `source` are
    those of the dose.
    """

    id: str
    position: Position
    unit: Unit
    per_foot: bool
    ramp: Ramp
    seconds_per_unit: int
    first_week: int
    equipment: tuple[str, ...]
    tempo: float
    demonstration: Demonstration
    swaps: Mapping[str, str]
    ordered_only: bool = False
    beside: bool = False
    never_with: tuple[str, ...] = ()
    title: str = ""
    what: str = ""
    note: str = ""
    reason: str = ""
    source: str = ""
    words: Words = field(default_factory=Words)

    @property
    def feet(self) -> int:
        """How often the amount is done in one set: once, or once a foot."""
        return 2 if self.per_foot else 1


@dataclass(frozen=True, slots=True)
class Programme:
    """An ordered set of exercises. `id` switches the special rules: after_surgery, grown_up."""

    id: str
    exercises: tuple[str, ...]
    beside: tuple[str, ...] = ()
    on_order: tuple[str, ...] = ()
    title: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the level files say. Mappings keep the files' order. `why` goes by the field of `Rules`, an age band's
    by the band."""

    exercises: Mapping[str, Exercise]
    programmes: Mapping[str, Programme]
    rules: Rules
    why: Mapping[str, Why]
