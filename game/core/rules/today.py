"""What may be played now: the quest of the slot, what is left of it, and the two short ways.

A quest follows the state until its first play, then stays, less what hurts: so a missed morning's quest is the
evening's with no rule of its own. Two minutes and one exercise are chosen from what is left of it, so a slot never asks
for more than its budget. The scenes ask only this module; how budget and doses came about is `game.core.rules.journey`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from game.core.content import Catalogue, Foot, Slot
from game.core.days import game_day, plus
from game.core.events import QuestKind, SessionEnding
from game.core.history.history import Attempt, Child
from game.core.history.plays import was_tried
from game.core.quest import Level, Quest, Reason, reason
from game.core.rules import reasons
from game.core.rules.apply_facts import is_beside
from game.core.rules.dose import Dose, longer_rest, seconds
from game.core.rules.journey import Journey, journey
from game.core.rules.ordered_feet import first_ordered
from game.core.rules.quest_choice import chosen, in_order
from game.core.rules.state import (
    ChildState,
    is_locked,
    is_new,
    is_off_course,
    is_playable,
    lock_shown,
    offered,
)
from game.frozen import dataclass

RECENT_DAYS = 7


class Doing(StrEnum):
    """What a child finds on the map."""

    READY = "ready"  # the quest is open, or the part of it that waits
    TOO_SOON = "too_soon"  # less than three hours since the other session; `opens` says when
    DONE = "done"  # nothing is left in this slot
    PAUSED = "paused"  # ill, away, or a painful stop
    RESTING = "resting"  # everything in play rests after pain
    LOCKED = "locked"  # signs without a doctor's word, or surgery
    OFF_COURSE = "off_course"  # the grown-up's month off


@dataclass(frozen=True, slots=True)
class Today:
    """One child's slot as it stands at a moment.

    `quest` is what was laid out when the slot began (None when nothing may be played), `left` the levels still to be
    done, `played` the attempts of this slot so far. `is_part`: a session of this slot was split and waits. `opens` is
    when the next session may begin (local), `locked_until` the surgeon's date if known. `why` explains the state to a
    grown-up. `two_minutes` and `choices` (at most three, least played first) are the short ways, empty when nothing
    may be played.
    """

    day: date
    slot: Slot
    doing: Doing
    quest: Quest | None
    left: tuple[Level, ...]
    played: tuple[Attempt, ...]
    is_part: bool
    opens: datetime | None
    locked_until: date | None
    why: tuple[Reason, ...]
    two_minutes: tuple[Level, ...]
    choices: tuple[Level, ...]
    paused_until: date | None = None  # the last day of a pause a parent told of, where that is what closes the slot

    @property
    def is_done(self) -> bool:
        """Nothing is left, and something was tried: what was graded "not today" is over without being done."""
        return self.doing is Doing.DONE and any(was_tried(a) for a in self.played)


def today(catalogue: Catalogue, child: Child, now: datetime, slot: Slot, rest: int | None = None) -> Today:
    """The slot as it stands at the local moment `now`. `rest` is how many seconds the family rests between two sets."""
    return today_on(journey(catalogue, child, game_day(now, catalogue.rules.morning_hour)), now, slot, rest)


def today_on(way: Journey, now: datetime, slot: Slot, rest: int | None = None) -> Today:
    """The same of a way as seen from the game day of `now`."""
    catalogue, day = way.catalogue, way.today
    state = way.now(day)
    played = tuple(a for a in way.attempts(day) if a.slot is slot and not is_beside(catalogue, a))
    until = lock_shown(catalogue, state, day)
    closed = reasons.of_rest(catalogue, state, day)
    if closed:
        doing = _why_closed(catalogue, state, day)
        paused_until = state.pause_until if doing is Doing.PAUSED and state.stopped_on is None else None
        return Today(day, slot, doing, None, (), played, False, None, until, closed, (), (), paused_until)
    quest = quest_of(way, day, slot)
    left = _left(way, state, quest, played)
    opens = _opens(way, now, day, slot)
    why = (*reasons.of_budget(catalogue, state, day), *reasons.of_resting(state, day))
    if _is_ended(way, day, slot) or not left:
        return Today(day, slot, Doing.DONE, quest, (), played, False, None, None, why, (), ())
    if opens is not None:
        why = (reason("reason_two_sessions", time=f"{opens:%H:%M}"), *why)
        return Today(day, slot, Doing.TOO_SOON, quest, left, played, False, opens, None, why, (), ())
    return Today(
        day, slot, Doing.READY, quest, left, played, any(was_tried(a) for a in played), None, None, why,
        two_minutes(catalogue, left, rest), _choices(way, left, day),
    )  # fmt: skip


# ---------------------------------------------------------------- the quest
def quest_of(way: Journey, day: date, slot: Slot) -> Quest:
    """The quest as it was laid out when its slot began."""
    return as_quest(way, way.at(day, slot), day, slot, quest_names(way, day, slot))


def quest_names(way: Journey, day: date, slot: Slot) -> tuple[str, ...]:
    """The exercises of a slot's quest. One that was begun keeps them, whatever is told about earlier days meanwhile."""
    state = way.at(day, slot)
    if not is_playable(way.catalogue, state, day) or _is_day_full(way, day, slot):
        return ()
    names = chosen(way.catalogue, state, day)
    begun = way.begun(day, slot)
    if begun and set(begun) != set(names) and all(e in state.tracks for e in begun):
        kept = in_order(way.catalogue, state, begun)
        doses = ((way.catalogue.exercises[e], state.tracks[e].dose) for e in kept)
        if sum(seconds(way.catalogue.rules, exercise, dose) for exercise, dose in doses) <= state.budget:
            names = kept
    return names


def _is_day_full(way: Journey, day: date, slot: Slot) -> bool:
    """Whether the day's sessions were played in its other slots: a day has as many as the rules say, or fewer."""
    others = {a.slot for a in way.attempts(day) if not a.away and a.slot is not slot}
    return len(others) >= way.catalogue.rules.sessions_a_day


def as_quest(way: Journey, state: ChildState, day: date, slot: Slot, names: tuple[str, ...]) -> Quest:
    """These exercises at the state's doses."""
    return Quest(slot, state.budget, tuple(level(way, state, day, name) for name in names))


def level(way: Journey, state: ChildState, day: date, name: str) -> Level:
    """One exercise at the state's dose, with its reasons."""
    exercise, track = way.catalogue.exercises[name], state.tracks[name]
    takes = seconds(way.catalogue.rules, exercise, track.dose)
    ordered = track.dose.foot or first_ordered(state.orders.get(name), exercise)
    lagging = way.feet(day)[name].lagging if name in way.feet(day) and ordered is None else None
    return Level(
        name, track.dose.sets, track.dose.amount, exercise.unit, exercise.per_foot, takes,
        reasons.of_level(way.catalogue, state, name, day, lagging),
        first_foot=ordered or lagging or Foot.LEFT,
        is_new=is_new(state, name, day),
        foot=track.dose.foot,
    )  # fmt: skip


def _left(way: Journey, state: ChildState, quest: Quest, played: tuple[Attempt, ...]) -> tuple[Level, ...]:
    """What of the quest is still to be done: not played, not resting, not left out or changed for another programme."""
    done = {a.exercise for a in played}
    may = offered(way.catalogue, state, way.today)
    return tuple(row for row in quest.levels if row.exercise not in done and row.exercise in may)


# ---------------------------------------------------------------- now or later
def _why_closed(catalogue: Catalogue, state: ChildState, day: date) -> Doing:
    if state.programme is None or is_locked(catalogue, state, day):
        return Doing.LOCKED
    if state.stopped_on is not None or state.pause:
        return Doing.PAUSED
    return Doing.OFF_COURSE if is_off_course(catalogue, state, day) else Doing.RESTING


def _is_ended(way: Journey, day: date, slot: Slot) -> bool:
    """The last session of the slot was stopped or hurt: enough for this slot. One that was stopped with nothing of it
    played, because the other one of two ended, leaves the quest where it was."""
    row = [s for s in way.sessions(day, slot) if s.quest is not QuestKind.AWAY]
    if not row or row[-1].ending is not SessionEnding.STOPPED:
        return bool(row) and row[-1].ending is SessionEnding.HURT
    return any(a.session == row[-1].id for a in way.attempts(day))


def _opens(way: Journey, now: datetime, day: date, slot: Slot) -> datetime | None:
    """When the next session may begin, if that is later than now: three hours after the last of another slot.

    Moments ahead of the clock are no reason to wait: the clock was moved.
    """
    wait = timedelta(hours=way.catalogue.rules.hours_between_sessions)
    near = way.recent(plus(day, 2), 3)
    ends = [a.at for a in near if (a.on, a.slot) != (day, slot) and not a.away and timedelta(0) <= now - a.at < wait]
    return (max(ends) + wait).astimezone(now.tzinfo) if ends else None


# ---------------------------------------------------------------- the short ways
def two_minutes(catalogue: Catalogue, left: tuple[Level, ...], rest: int | None = None) -> tuple[Level, ...]:
    """The first levels that fit two minutes, with rests of `rest` seconds instead of the plan's; when
    none does, the shortest one, made to fit."""
    room, longer = catalogue.rules.two_minutes_seconds, longer_rest(catalogue.rules, rest)
    most, taken = room, list[Level]()
    for row in left:
        takes = row.seconds + (row.sets - 1) * longer
        if takes <= room:
            taken.append(row)
            room -= takes
    if left and not taken:
        taken = [_shortened(catalogue, min(left, key=lambda row: row.seconds), most)]
    return tuple(replace(t, reasons=(reason("reason_two_minutes"), *t.reasons)) for t in taken)


def _shortened(catalogue: Catalogue, row: Level, most: int) -> Level:
    exercise = catalogue.exercises[row.exercise]
    dose = Dose(1, row.amount, row.foot)
    while seconds(catalogue.rules, exercise, dose) > most and dose.amount > 1:
        dose = replace(dose, amount=dose.amount - 1)
    return replace(row, sets=1, amount=dose.amount, seconds=seconds(catalogue.rules, exercise, dose))


def _choices(way: Journey, left: tuple[Level, ...], day: date) -> tuple[Level, ...]:
    """At most three of what is left, least played in the last seven days first; of as many friends as there are, for a
    child who does not read chooses by who is shown."""
    recent = [a.exercise for a in way.recent(plus(day, 1), RECENT_DAYS)]
    row = sorted(left, key=lambda level: recent.count(level.exercise))
    hosts = [way.catalogue.exercises[level.exercise].demonstration.host for level in row]
    apart = sorted(range(len(row)), key=lambda i: hosts[i] in hosts[:i])[: way.catalogue.rules.short_choices]
    return tuple(replace(row[i], reasons=(reason("reason_one_only"), *row[i].reasons)) for i in sorted(apart))
