"""A made-up child who lives by the same rules as a real one: what a simulation or a demo tells becomes real events.

Nothing is invented here: quests come from `today`, stars from `rewards`, doses from the journey. Moments are local
times of a fixed offset, ids follow from the child's, so the same telling gives the same events on any machine.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

from game.core.content import Catalogue, Slot
from game.core.days import days_between
from game.core.events import (
    Effort,
    Event,
    Fact,
    Grade,
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    Retracted,
    SessionEnded,
    SessionEnding,
    SessionStarted,
)
from game.core.history.fold import fold
from game.core.history.history import Attempt, Child, Family, empty_family
from game.core.quest import Reason
from game.core.rules import rewards
from game.core.rules.dose import Dose, by_foot
from game.core.rules.journey import journey
from game.core.rules.state import is_playable, limits_of, offered
from game.core.rules.today import quest_names
from game.frozen import dataclass

HOURS = {Slot.MORNING: 8, Slot.EVENING: 18}
LATE_HOUR = 20  # a parent tells of earlier days after bedtime


@dataclass(frozen=True, slots=True)
class HowItWent:
    """How a level went: `score` for "it hurts", else a grade with an effort; not today is a grade alone."""

    outcome: Outcome
    grade: Grade | None = None
    effort: Effort = Effort.RIGHT
    score: int | None = None


class SimulatedChild:
    """One made-up child and its events so far."""

    def __init__(
        self,
        catalogue: Catalogue,
        child: str,
        *,
        device: str = "rehearsal",
        offset: int = 60,
        family: Family | None = None,
    ) -> None:
        self.catalogue, self.id, self.device, self.offset = catalogue, child, device, offset
        self.family = family or empty_family()
        self.events: list[Event] = []
        self._moment = datetime.min.replace(tzinfo=UTC)

    @property
    def child(self) -> Child:
        return self.family.children.get(self.id) or Child(self.id)

    @property
    def zone(self) -> timezone:
        return timezone(timedelta(minutes=self.offset))

    def record(self, day: date, hour: int, *facts: Fact) -> tuple[Event, ...]:
        """Tells facts on a game day at an hour of the day, or a second after what was told last."""
        if not facts:
            return ()
        natural = datetime.combine(day, time(hour), self.zone).astimezone(UTC)
        self._moment = max(natural, self._moment + timedelta(seconds=1))
        first = len(self.events)
        events = tuple(
            Event(
                str(uuid.uuid5(uuid.NAMESPACE_OID, f"{self.id} {first + n}")), self.device, first + n + 1, self.id,
                self._moment, day, self.offset, fact,
            )
            for n, fact in enumerate(facts)
        )  # fmt: skip
        self.events += events
        self.family = fold(self.family, events)
        return events

    # ---------------------------------------------------------------- the quest
    def quest(self, told: date, day: date, slot: Slot) -> tuple[str, ...]:
        """The exercises of a slot's quest as seen on the game day `told`."""
        return quest_names(journey(self.catalogue, self.child, told), day, slot)

    def whole_quest(self, told: date, day: date, slot: Slot) -> tuple[str, ...]:
        """What of the slot's quest may still be told of: neither told already nor resting; () on a day without one."""
        way = journey(self.catalogue, self.child, told)
        state = way.through(day, slot)
        if not is_playable(self.catalogue, state, day):
            return ()
        done = {a.exercise for a in way.attempts(day) if a.slot is slot and (a.is_told or a.is_hurt)}
        names = quest_names(way, day, slot)
        may = offered(self.catalogue, state, day)
        return tuple(e for e in names if e not in done and e in may)

    def why_not(self, told: date, day: date, slot: Slot, exercise: str) -> Reason | None:
        """Why an exercise may not be told of in that slot; None when it may."""
        state = journey(self.catalogue, self.child, told).through(day, slot)
        return rewards.why_no_play(self.catalogue, state, exercise, day)

    def is_locked(self, told: date) -> bool:
        """Whether an operation's lock is shut on the day `told`."""
        return rewards.is_locked_by_operation(self.catalogue, journey(self.catalogue, self.child, told).now(told), told)

    def attempt(self, day: date, slot: Slot, exercise: str) -> Attempt | None:
        """The play of an exercise in a slot."""
        own = (a for a in self.child.attempts.values() if (a.on, a.slot, a.exercise) == (day, slot, exercise))
        return next(own, None)

    # ---------------------------------------------------------------- play
    def play(
        self,
        told: date,
        day: date,
        slot: Slot,
        exercises: Sequence[str],
        word: HowItWent,
        *,
        is_quest: bool,
        say: bool = True,
    ) -> None:
        """These exercises of a slot, each with the same word, told on `told`. `say` False leaves the word for later."""
        if not exercises:
            return
        hour = HOURS[slot] if told == day else LATE_HOUR
        way = journey(self.catalogue, self.child, told)
        quest = quest_names(way, day, slot)
        kind = QuestKind.QUEST if is_quest else QuestKind.AWAY
        session = f"{self.id} {day} {slot} {kind}"
        played = [self._played(told, day, slot, session, e, word, quest) for e in exercises]
        begun: tuple[Fact, ...] = ()
        if session not in self.child.sessions:
            names = quest if is_quest else tuple(exercises)
            begun = (SessionStarted(session, day, slot, kind, names),)
        hurts = [OuchTold(p.attempt, p.exercise, day, slot, word.score) for p in played if word.score is not None]
        self.record(told, hour, *begun, *played, *hurts)
        self.record(
            told,
            hour,
            *(star for p in played for star in rewards.for_level(self.catalogue, self.child, p.attempt, told)),
        )
        if say and word.grade is not None:
            now = datetime.combine(told, time(hour, 59), self.zone)
            said = [
                rewards.confirm(self.catalogue, self.child, p.attempt, word.grade, word.effort, None, now)
                for p in played
            ]
            self.record(told, hour, *(f for facts in said for f in facts))
        ended, *star = rewards.for_session(self.catalogue, self.child, session, SessionEnding.WHOLE, told)
        self.record(told, hour, ended if star else SessionEnded(session, SessionEnding.LATER), *star)

    def _played(
        self, told: date, day: date, slot: Slot, session: str, name: str, word: HowItWent, quest: tuple[str, ...]
    ) -> LevelPlayed:
        exercise, dose = self.catalogue.exercises[name], self.dose(told, day, slot, name)
        units = dose.sets * dose.amount
        if word.grade is Grade.NOT_TODAY:
            units = 0
        elif word.outcome is not Outcome.FINISHED:
            units //= 2
        is_away = name not in quest
        attempt = f"{session} {name} {len(self.events)}"
        left, right = by_foot(exercise, dose, units)
        return LevelPlayed(
            attempt, session, day, slot, name, dose.sets, dose.amount, word.outcome, left, right, is_away, dose.foot
        )

    def dose(self, told: date, day: date, slot: Slot, name: str) -> Dose:
        """An exercise's dose in a slot; its start when it has not come yet."""
        state = journey(self.catalogue, self.child, told).at(day, slot)
        if name in state.tracks:
            return state.tracks[name].dose
        return limits_of(self.catalogue, state, self.catalogue.exercises[name], day).first

    def hurt_again(self, told: date, attempt: Attempt, score: int) -> None:
        """Pain told about a level that was told of before: it always counts, and may make the quest whole."""
        hour = HOURS[attempt.slot] if told == attempt.on else LATE_HOUR
        self.record(told, hour, *rewards.pain_told(self.catalogue, self.child, attempt.id, score, told))
        if rewards.is_whole(self.catalogue, self.child, attempt.session, told):
            session = attempt.session
            self.record(
                told, hour, *rewards.for_session(self.catalogue, self.child, session, SessionEnding.WHOLE, told)
            )

    def take_back(self, told: date, attempts: Sequence[Attempt]) -> None:
        """As if never done."""
        self.record(told, LATE_HOUR, *(Retracted(a.event) for a in attempts))

    def is_late(self, told: date, day: date) -> bool:
        """More than two days after the play."""
        return days_between(day, told) > self.catalogue.rules.confirm_days
