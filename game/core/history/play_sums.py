"""What a child's plays of long ago add up to: as much of them as anybody asks for every day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from game.core.events import Event, Grade
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ExerciseSums:
    """Of one exercise: plays here (not told from elsewhere), the days with one, the grade told last."""

    plays: int = 0
    days: int = 0
    last_grade: Grade | None = None


NEVER = ExerciseSums()


@dataclass(frozen=True, slots=True)
class PlaySums:
    """Of all plays on days before `until`, and of all facts told on days before `told_until`.

    `exercises` has every exercise ever played, also elsewhere. `days` are days with a play here, `slots` morning and
    evenings with something tried, `sessions` those begun here, `last_begun` the moment of the last (UTC), `graded` the
    days on which a grade was told. `tried` are the days on which something was tried, in order; `quests` and `first`
    say what a day's first session here was made of. The last three are text, taken apart only when they are asked for.
    """

    until: date = date.min
    told_until: date = date.min
    exercises: Mapping[str, ExerciseSums] = field(default_factory=dict)
    days: int = 0
    slots: int = 0
    sessions: int = 0
    last_begun: datetime | None = None
    graded: Mapping[Grade, int] = field(default_factory=dict)
    rare: tuple[Event, ...] = ()
    quests: tuple[str, ...] = ()
    first: str = ""
    tried: str = ""

    def of(self, exercise: str) -> ExerciseSums:
        """Of that exercise, also where it was never played."""
        return self.exercises.get(exercise, NEVER)

    def tried_days(self) -> frozenset[date]:
        """The days on which something was tried, here or elsewhere."""
        return frozenset(map(day_of, self.tried.split()))

    def first_tried(self) -> date | None:
        """The first of them; None before any."""
        return day_of(self.tried.partition(" ")[0]) if self.tried else None

    def first_sessions(self) -> dict[date, frozenset[str]]:
        """By day on which something was tried here, in order: the exercises of the day's first session."""
        quests = [frozenset(quest.split()) for quest in self.quests]
        pairs = (row.split(":") for row in self.first.split())
        return {day_of(day): quests[int(quest)] for day, quest in pairs}


NOTHING = PlaySums()


def text_of(day: date) -> str:
    """A day as it stands in the sums."""
    return str(day.toordinal())


def day_of(text: str) -> date:
    """The day again."""
    return date.fromordinal(int(text))
