"""Tells a diary to a made-up child, line by line; what cannot be is refused with the number of its line.

A word with nothing to do has no effect: `release` without a hold, `forward` too early.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from game.core.content import AgeBand, Slot
from game.core.days import days_between
from game.core.events import (
    AgeChosen,
    DoctorAsked,
    ExerciseAllowed,
    ExerciseOrdered,
    Fact,
    Graduated,
    Held,
    Paused,
    PauseReason,
    ProgrammeChosen,
    Released,
    Resumed,
    SteppedBack,
    SteppedForward,
)
from game.core.profile import fits
from game.core.rules import ordering
from game.core.rules.journey import journey
from game.core.rules.rewards import RefusedByRules, programme_exercises
from game.core.simulate.diary_text import EVERY, DiaryError, DiaryLine
from game.core.simulate.simulated_child import SimulatedChild

TOLD_HOUR = 7  # when a parent's own words of a day are told
REFUSALS = {
    "confirm_refused_unknown": "was never told of",
    "confirm_refused_late": "was told too late",
    "confirm_refused_locked": "is locked on that day",
    "confirm_refused_stopped": "is stopped by pain until the doctor has been asked",
    "confirm_refused_resting": "rests after pain until it is allowed",
    "confirm_refused_programme": "is not in the programme",
}


ORDER_REFUSALS = {
    "order_refused_programme": "{exercise} cannot be ordered: it is not in the programme",
    "order_refused_cap": "{exercise} has a cap of {to}; an order may not go past it",
    "order_refused_course": "{exercise} has a cap of {to} in the course; an order may not go past it",
    "order_refused_least": "{exercise} has no less than {to}",
    "order_refused_start": "{exercise} cannot start at {from} with a cap of {to}",
    "order_refused_sets": "{exercise} has 1 to {to} sets",
    "order_refused_foot": "{exercise} is done with both feet at once",
    "order_refused_hold": "the hold ends before it begins, on the morning after",
    "order_refused_visit": "the next visit is over",
    "order_refused_date": "the order is of a day to come",
    "order_refused_who": "nobody is named who ordered it",
}


class DiaryPlayer:
    """The lines of a diary, told to Robin one after another."""

    def __init__(
        self, robin: SimulatedChild, start: date, lines: Sequence[DiaryLine], unread: DiaryError | None = None
    ) -> None:
        self.robin, self.catalogue, self.start = robin, robin.catalogue, start
        self.taken_back: set[tuple[date, Slot, str]] = set()
        self.by_day: dict[date, list[DiaryLine]] = {}
        self.unread = unread
        latest = start
        for line in lines:
            latest = max(latest, line.day)
            self.by_day.setdefault(latest, []).append(line)

    def tell(self, day: date) -> None:
        """The lines told on that day; DiaryError at the first that cannot be."""
        for line in self.by_day.pop(day, ()):
            try:
                self._tell(line, day)
            except RefusedByRules as refused:
                raise DiaryError(line.number, f"{line.what} {REFUSALS[refused.reason.key]}") from refused

    def _tell(self, line: DiaryLine, day: date) -> None:
        """One line; `RefusedByRules` where the rules say no."""
        if line.day < self.start:
            raise DiaryError(line.number, f"{line.day} is before the first day, {self.start}")
        if line.day < day and line.word not in ("play", "pause"):
            raise DiaryError(line.number, f"{line.word} cannot be told late, on {day} for {line.day}")
        if line.word == "play":
            self._play(line, day)
        elif line.word == "retract":
            self._retract(line, day)
        else:
            self.robin.record(day, TOLD_HOUR, *self._facts(line, day))

    def finish(self, most: int) -> None:
        """The lines after the last day lived, up to `most` days from the first, and the one that could not be read."""
        for day in [d for d in self.by_day if days_between(self.start, d) <= most]:
            self.tell(day)
        if self.unread is not None:
            raise self.unread

    # ---------------------------------------------------------------- plays
    def _play(self, line: DiaryLine, told: date) -> None:
        assert line.slot is not None and line.how is not None and line.what is not None
        is_late = self.robin.is_late(told, line.day)
        if line.what == EVERY:
            names = self.robin.whole_quest(told, line.day, line.slot)
            if is_late:
                names = tuple(e for e in names if (line.day, line.slot, e) in self.taken_back)
                if not names and not any(key[:2] == (line.day, line.slot) for key in self.taken_back):
                    raise DiaryError(line.number, self._too_late(line, told))
                if names and self.robin.is_locked(told):
                    raise DiaryError(line.number, f"the quest {REFUSALS['confirm_refused_locked']}")
            self.robin.play(told, line.day, line.slot, names, line.how, is_quest=True)
            return
        self._named(line, told, is_late)

    def _named(self, line: DiaryLine, told: date, is_late: bool) -> None:
        assert line.slot is not None and line.how is not None and line.what is not None
        self._known(line, line.what)
        if is_late and (line.day, line.slot, line.what) not in self.taken_back:
            raise DiaryError(line.number, self._too_late(line, told))
        if is_late and self.robin.is_locked(told):
            raise DiaryError(line.number, f"{line.what} {REFUSALS['confirm_refused_locked']}")
        before = self.robin.attempt(line.day, line.slot, line.what)
        if before is not None and (before.is_told or before.is_hurt):
            if line.how.score is not None:
                self.robin.hurt_again(told, before, line.how.score)
            elif (refusal := self.robin.why_not(told, line.day, line.slot, line.what)) is not None:
                raise DiaryError(line.number, f"{line.what} {REFUSALS[refusal.key]}")
            return
        refusal = self.robin.why_not(told, line.day, line.slot, line.what)
        if refusal is not None:
            raise DiaryError(line.number, f"{line.what} {REFUSALS[refusal.key]}")
        laid_out = self.robin.quest(told, line.day, line.slot)
        self.robin.play(told, line.day, line.slot, [line.what], line.how, is_quest=line.what in laid_out)

    def _known(self, line: DiaryLine, exercise: str) -> None:
        if exercise not in self.catalogue.exercises:
            raise DiaryError(line.number, f"there is no exercise {exercise}")

    def _retract(self, line: DiaryLine, told: date) -> None:
        assert line.slot is not None and line.until is not None and line.what is not None
        if line.what != EVERY:
            self._known(line, line.what)
        told_of = [
            a
            for a in self.robin.child.attempts.values()
            if (a.on, a.slot) == (line.until, line.slot) and line.what in (EVERY, a.exercise)
        ]
        if not told_of:
            what = "nothing" if line.what == EVERY else line.what
            raise DiaryError(line.number, f"{what} was told of {line.until} {line.slot}, so it cannot be taken back")
        self.taken_back |= {(a.on, a.slot, a.exercise) for a in told_of}
        self.robin.take_back(told, told_of)

    # ---------------------------------------------------------------- the parent
    def _facts(self, line: DiaryLine, day: date) -> Iterable[Fact]:
        match line.word, line.what:
            case "pause", str(why):
                assert line.until is not None
                return (Paused(PauseReason(why), line.day, line.until),)
            case "resume", None:
                return (Resumed(),)
            case "resume", _:
                return (DoctorAsked("pain"), Resumed())
            case "hold", _:
                return (Held(),)
            case "release", _:
                return (Released(),)
            case "graduate", _:
                return (Graduated(early=True),)
            case "programme", str(programme):
                return (self._programme(line, programme),)
            case "age", str(age):
                return (self._age(line, AgeBand(age)),)
            case "order", _:
                return (self._order(line, day),)
            case "allow", str(what):
                return (ExerciseAllowed(None if what == EVERY else self._own(line, what, day)),)
            case "back", what:
                return (SteppedBack(what and self._own(line, what, day)),)
            case _, what:
                return (SteppedForward(what and self._own(line, what, day)),)

    def _too_late(self, line: DiaryLine, told: date) -> str:
        days = self.catalogue.rules.confirm_days
        return f"{line.day} is more than {days} day{'s' * (days != 1)} before {told}, when this was told"

    def _own(self, line: DiaryLine, exercise: str, day: date) -> str:
        self._known(line, exercise)
        state = journey(self.catalogue, self.robin.child, day).now(day)
        if exercise not in programme_exercises(self.catalogue, state):
            raise DiaryError(line.number, f"{exercise} {REFUSALS['confirm_refused_programme']}")
        return exercise

    def _order(self, line: DiaryLine, day: date) -> Fact:
        assert line.order is not None
        if isinstance(line.order, ExerciseOrdered):
            self._known(line, line.order.exercise)
            refusals = ordering.refusals(self.catalogue, self.robin.child, line.order, day)
        else:
            refusals = ordering.refusals_of_head(line.order, day)
        if refusals:
            why = refusals[0].reason
            raise DiaryError(line.number, ORDER_REFUSALS[why.key].format(**why.values))
        return line.order

    def _programme(self, line: DiaryLine, programme: str) -> Fact:
        if programme not in self.catalogue.programmes:
            raise DiaryError(line.number, f"there is no programme {programme}; {_all(self.catalogue.programmes)}")
        if not fits(programme, self.robin.child.age):
            raise DiaryError(line.number, f"{programme} is for 11+, not for {self.robin.child.age}")
        return ProgrammeChosen(programme)

    def _age(self, line: DiaryLine, age: AgeBand) -> Fact:
        if not fits(self.robin.child.programme or "", age):
            raise DiaryError(line.number, f"{self.robin.child.programme} is for 11+, not for {age}")
        return AgeChosen(age)


def _all(names: Iterable[str]) -> str:
    return "there are " + ", ".join(names)
