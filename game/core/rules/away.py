"""Done away from the computer and told by a grown-up: in time it counts like a play here, later it is for the record.

Told within `confirm_days`, or said anew after it was taken back, an exercise is a play at the dose of its day with its
word, its stars and, where it makes the slot's quest whole, that star. Told later it is a `ToldLater`, which earns
nothing. Both are refused alike: what was locked, stopped, resting or not in the programme on its own day. Pain told
with what is refused counts all the same: it is written down for the record, as of an exercise that was not done.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from itertools import count

from game.core.content import Catalogue, Side, Slot
from game.core.days import days_between, game_day
from game.core.events import (
    Effort,
    Fact,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    PainPlaced,
    QuestKind,
    Retracted,
    SessionEnding,
    SessionStarted,
    StarsAwarded,
    ToldLater,
)
from game.core.history.history import Child
from game.core.history.plays import plays_since
from game.core.quest import Reason, reason
from game.core.rules import rewards
from game.core.rules.dose import Dose, by_foot
from game.core.rules.journey import Journey, aside, journey
from game.core.rules.state import limits_of, locked_until, needs_surgeon, phase
from game.core.rules.supposing import supposing
from game.core.rules.timeline import was_taken_back
from game.core.rules.today import quest_names
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """One exercise done away in one slot: how it went, how much it hurt (0-10, None for no pain) and in which foot.
    "Not today" is told only where it hurt."""

    on: date
    slot: Slot
    exercise: str
    grade: Grade = Grade.WELL
    effort: Effort = Effort.RIGHT
    score: int | None = None
    sore: Side | None = None

    def __post_init__(self) -> None:
        if self.grade is Grade.NOT_TODAY and not self.score:
            raise ValueError(f"nothing was done of {self.exercise}, and nothing hurt")

    @property
    def place(self) -> tuple[date, Slot, str]:
        """What may be told once."""
        return self.on, self.slot, self.exercise


@dataclass(frozen=True, slots=True)
class ToldAway:
    """What a grown-up's ticks become: the facts to be recorded at once, the ticks that count and those for the record
    alone, the ticks refused with the reason, those of them whose pain is written down, and the stars of it all."""

    facts: tuple[Fact, ...]
    counting: tuple[Tick, ...]
    later: tuple[Tick, ...]
    refused: tuple[tuple[Tick, Reason], ...]
    hurt: tuple[Tick, ...]
    stars: int

    @property
    def written(self) -> tuple[Tick, ...]:
        """All of which something is written down."""
        return (*self.counting, *self.later, *self.hurt)

    @property
    def left_out(self) -> int:
        """How many of which nothing is."""
        return len(self.refused) - len(self.hurt)


# ---------------------------------------------------------------- what may be told
def still_counts(catalogue: Catalogue, child: Child, tick: Tick, day: date) -> bool:
    """Whether it counts when it is told on the game day `day`: in time, or taken back before and said anew."""
    is_late = days_between(tick.on, day) > catalogue.rules.confirm_days
    return not is_late or was_taken_back(child, *tick.place)


def told_already(child: Child, on: date) -> frozenset[tuple[Slot, str]]:
    """What is written down of a day, played here or told: nothing is told twice."""
    played = ((a.slot, a.exercise) for a in plays_since(child, on) if a.on == on)
    return frozenset((*played, *((row.told.slot, row.told.exercise) for row in child.later if row.told.on == on)))


def why_not_told(way: Journey, tick: Tick, day: date, begun: Slot) -> Reason | None:
    """Why it may not be told on the game day `day`, on which the slot `begun` is the last that has begun; None when it
    may."""
    if (tick.slot, tick.exercise) in told_already(way.child, tick.on):
        return reason("record_refused_twice")
    return why_closed(way, tick, day, begun)


def why_closed(way: Journey, tick: Tick, day: date, begun: Slot) -> Reason | None:
    """The same of what is not written down yet."""
    return _why_no_day(way, tick, day, begun) or _why_ruled_out(way, tick, day)


def _why_no_day(way: Journey, tick: Tick, day: date, begun: Slot) -> Reason | None:
    """Nothing at all is told of a day to come, or of one before the child was there."""
    added, on = way.child.added_on, tick.on
    if (on, phase(tick.slot)) > (day, phase(begun)):
        return reason("record_refused_future")
    if added is not None and on < added:
        return reason("record_refused_before", date=str(added))
    return None


def _why_ruled_out(way: Journey, tick: Tick, day: date) -> Reason | None:
    """Why the rules did not let it be played on its day."""
    on = tick.on
    if _is_in_operation_lock(way, on, day):
        return reason("confirm_refused_locked")
    state = way.through(on, tick.slot)
    if state.signs:
        return reason("record_refused_signs")
    return rewards.why_no_play(way.catalogue, state, tick.exercise, on)


def _is_in_operation_lock(way: Journey, on: date, day: date) -> bool:
    """Whether the day lies behind the operation's lock as it is known by now: the dates may have been told later."""
    state = way.now(day)
    if not needs_surgeon(state) or (state.surgery is not None and on < state.surgery):
        return False
    until = locked_until(way.catalogue, state)
    return until is None or not state.has_surgeon_agreed or on < until


def dose_of(way: Journey, on: date, slot: Slot, exercise: str) -> Dose:
    """An exercise's dose of that day's slot; its start where it had not come yet."""
    state = way.at(on, slot)
    track = state.tracks.get(exercise)
    return track.dose if track else limits_of(way.catalogue, state, way.catalogue.exercises[exercise], on).first


# ---------------------------------------------------------------- telling it
def told_away(
    catalogue: Catalogue, child: Child, ticks: Iterable[Tick], begun: Slot, now: datetime, ids: Iterator[str]
) -> ToldAway:
    """Everything ticked, as facts to be recorded at once. `now` is the local moment, `begun` the last slot of its game
    day that has begun; `ids` gives a name for each session and play that must be made.

    What counts is told first, in the order of its days, so that pain told for the record alone or with what is refused,
    which rests an exercise from now on, refuses nothing that was done before it was told.
    """
    teller = _Teller(catalogue, child, begun, now, ids)
    rows = sorted(ticks, key=lambda tick: (tick.on, phase(tick.slot)))
    rows = list({tick.place: tick for tick in reversed(rows)}.values())[::-1]
    counting = [tick for tick in rows if still_counts(catalogue, child, tick, teller.day)]
    for on, slot in dict.fromkeys((tick.on, tick.slot) for tick in counting):
        teller.tell_slot([tick for tick in counting if (tick.on, tick.slot) == (on, slot)], on, slot)
    teller.tell_later([tick for tick in rows if tick not in counting])
    teller.tell_pain_of_refused()
    return teller.told()


def whole_quest(
    catalogue: Catalogue, child: Child, on: date, slots: Iterable[Slot], begun: Slot, now: datetime
) -> tuple[Tick, ...]:  # fmt: skip
    """What is left to be told of a day's quests, all of it done well: the evening's as it was laid out when the
    morning's was done too. () where nothing was on offer, or all of it is written down."""
    teller, found = _Teller(catalogue, child, begun, now, (f"whole-{n}" for n in count())), list[Tick]()
    for slot in sorted(slots, key=phase):
        names, told = quest_names(teller.way, on, slot), told_already(child, on)
        ticks = [Tick(on, slot, name) for name in names if (slot, name) not in told]
        found += [tick for tick in ticks if why_closed(teller.way, tick, teller.day, begun) is None]
        teller.suppose_played([tick for tick in found if tick.slot is slot])
    return tuple(found)


@dataclasses.dataclass
class _Teller:
    """Ticks being told, one slot after another: the child with those told so far, and the facts."""

    catalogue: Catalogue
    child: Child
    begun: Slot
    now: datetime
    ids: Iterator[str]
    facts: list[Fact] = field(default_factory=list)
    counting: list[Tick] = field(default_factory=list)
    later: list[Tick] = field(default_factory=list)
    refused: list[tuple[Tick, Reason]] = field(default_factory=list)
    hurt: list[Tick] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.day = game_day(self.now, self.catalogue.rules.morning_hour)
        self.catalogue = aside(self.catalogue, self.child, self.day)

    @property
    def way(self) -> Journey:
        return journey(self.catalogue, self.child, self.day)

    def told(self) -> ToldAway:
        stars = sum(fact.stars for fact in self.facts if isinstance(fact, StarsAwarded))
        return ToldAway(
            tuple(self.facts), tuple(self.counting), tuple(self.later), tuple(self.refused), tuple(self.hurt), stars
        )  # fmt: skip

    def tell_slot(self, ticks: Sequence[Tick], on: date, slot: Slot) -> None:
        """What counts of one slot: a session of plays, each with its word and its stars."""
        taken = [tick for tick in ticks if self._may(tick)]
        if not taken:
            return
        session, names = next(self.ids), tuple(tick.exercise for tick in taken)
        is_paid = rewards.is_paid(self.way, on)
        plays = [(tick, self._level(tick, next(self.ids), session)) for tick in taken]
        hurts = [
            OuchTold(played.attempt, tick.exercise, on, slot, tick.score)
            for tick, played in plays
            if tick.score is not None
        ]
        feet = [PainPlaced(played.attempt, tick.sore) for tick, played in plays if tick.score and tick.sore]
        begun = SessionStarted(session, on, slot, QuestKind.AWAY, names)
        self._tell([begun, *(played for _, played in plays), *hurts, *feet])
        self._tell([fact for tick, played in plays for fact in self._word(tick, played.attempt, is_paid)])
        self._tell(rewards.for_session(self.catalogue, self.child, session, SessionEnding.WHOLE, self.day))
        self.counting += taken

    def tell_later(self, ticks: Sequence[Tick]) -> None:
        """For the record alone: none of it changes what may be told of another day."""
        taken = [tick for tick in ticks if self._may(tick)]
        self._tell_for_the_record(taken)
        self.later += taken

    def tell_pain_of_refused(self) -> None:
        """The word is refused, the pain told with it is not: an ouch always counts."""
        self.hurt = [tick for tick, _ in self.refused if tick.score and self._is_new(tick)]
        self._tell_for_the_record([replace(tick, grade=Grade.NOT_TODAY) for tick in self.hurt])

    def _is_new(self, tick: Tick) -> bool:
        """Of a day of which something may be told, and not written down yet."""
        is_told = (tick.slot, tick.exercise) in told_already(self.child, tick.on)
        return not is_told and _why_no_day(self.way, tick, self.day, self.begun) is None

    def _tell_for_the_record(self, ticks: Sequence[Tick]) -> None:
        way = self.way
        doses = [(tick, dose_of(way, *tick.place)) for tick in ticks]
        self._tell(
            ToldLater(
                *tick.place, dose.sets, dose.amount, tick.grade, tick.effort, tick.score, dose.foot,
                tick.sore if tick.score else None,
            )
            for tick, dose in doses
        )  # fmt: skip

    def suppose_played(self, ticks: Sequence[Tick]) -> None:
        """They were done, with no word on how: what is chosen after them knows that."""
        self._tell(self._level(tick, next(self.ids), "supposed") for tick in ticks)

    def _may(self, tick: Tick) -> bool:
        refusal = why_not_told(self.way, tick, self.day, self.begun)
        if refusal is not None:
            self.refused.append((tick, refusal))
        return refusal is None

    def _word(self, tick: Tick, attempt: str, is_paid: bool) -> list[Fact]:
        """The word on a play just told, and its stars: the one for trying, and what the word adds."""
        tried = self.catalogue.rules.stars_tried
        stars, why = rewards.earned(self.catalogue, self.child.attempts[attempt], tick.grade)
        facts: list[Fact] = [StarsAwarded(attempt, tried, rewards.TRIED)] if is_paid else []
        facts.append(LevelConfirmed(attempt, tick.grade, tick.effort))
        if is_paid and stars > tried:
            facts.append(StarsAwarded(attempt, stars - tried, why))
        return facts

    def _level(self, tick: Tick, attempt: str, session: str) -> LevelPlayed:
        exercise, dose = self.catalogue.exercises[tick.exercise], dose_of(self.way, *tick.place)
        is_whole = tick.grade in (Grade.WELL, Grade.HELPED)
        outcome = Outcome.FINISHED if is_whole else Outcome.HURT if tick.score else Outcome.STOPPED
        whole = dose.sets * dose.amount
        units = whole if is_whole else whole // 2 if tick.grade is Grade.PARTLY else 0
        return LevelPlayed(
            attempt, session, *tick.place, dose.sets, dose.amount, outcome, *by_foot(exercise, dose, units), away=True,
            foot=dose.foot,
        )  # fmt: skip

    def _tell(self, facts: Iterable[Fact]) -> None:
        """The child with these told as well."""
        new = list(facts)
        self.child = supposing(self.catalogue, self.child, new, self.now, len(self.facts))
        self.facts += new


# ---------------------------------------------------------------- taking it back
def taken_back(child: Child, names: Iterable[str]) -> tuple[Retracted, ...]:
    """Takes plays told from away (by their attempts) and entries for the record (by their events) back, as if they had
    never been told; () for what is not there. A session all of whose plays go is taken back with them."""
    wanted = set(names)
    plays = [a for a in child.attempts.values() if a.away and a.id in wanted]
    later = [row.event for row in child.later if row.event in wanted]
    left = {a.session for a in child.attempts.values() if a.id not in wanted}
    empty = {a.session for a in plays} - left
    begun = [e.id for e in child.events if isinstance(e.fact, SessionStarted) and e.fact.session in empty]
    return tuple(Retracted(event) for event in (*begun, *(a.event for a in plays), *later))
