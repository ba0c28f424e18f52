"""Pain for the doctor's page: what was told of a period's days, what was put right, and from before them what a rest or
a pause that reaches into them came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from game.core.content import Foot
from game.core.days import days_between, plus
from game.core.events import OuchTold, PauseReason
from game.core.reports.day_entries import plays_on
from game.core.reports.doctor_records import EarlierHurt, Hurt, LaterPlay, PutRight
from game.core.reports.over_time import pains_of
from game.core.reports.records import PlayRow
from game.core.reports.where_hurt import foot_at_work
from game.core.rules.function_quests import pains
from game.core.rules.journey import Journey
from game.core.rules.state import ChildState, is_resting

LOOKED_BACK = 365  # days before a rest in which the pain behind it is looked for; it may be told later than it was


def later_plays(way: Journey, first: date, last: date) -> Iterator[LaterPlay]:
    """In the order of the days they are about."""
    for row in sorted(way.child.later, key=lambda row: row.told.on):
        told, in_time = row.told, days_between(row.told.on, row.day) <= way.catalogue.rules.confirm_days
        if first <= told.on <= last and row.day <= way.today:
            yield LaterPlay(
                told.on, told.slot, told.exercise, told.sets, told.amount, told.grade, told.effort, told.score, row.day,
                told.foot, told.sore, is_refused=in_time,
            )  # fmt: skip


def hurts(
    way: Journey, plays: Iterable[PlayRow], later: Iterable[LaterPlay], first: date, last: date
) -> tuple[Hurt, ...]:  # fmt: skip
    """Every pain told of these days, the oldest first; `plays` and `later` are theirs."""
    found = [
        Hurt(play.day, play.exercise, play.pain, foot_of(way, play), play.slot, play.is_pain_later, play.sore)
        for play in plays
        if play.hurts
    ]
    found += [
        Hurt(row.day, row.exercise, row.pain, row.foot, row.slot, not row.is_refused, row.sore)
        for row in later
        if row.pain
    ]
    found += [Hurt(fact.on, fact.what, fact.score) for fact in pains(way.child, last, days_between(first, last))]
    return tuple(sorted(found, key=lambda hurt: hurt.day))


def foot_of(way: Journey, play: PlayRow) -> Foot | None:
    """The foot at work when a play ended, where the diary shows it."""
    return foot_at_work(play, way.catalogue.exercises[play.exercise])


def put_right(way: Journey, days: Sequence[date]) -> Iterator[PutRight]:
    """What was told of these days first, and counts for less now."""
    told: dict[str, int] = {}
    for _, event in way.child.withdrawn:
        match event.fact:
            case OuchTold(attempt=id_, score=score) if score is not None:
                told[id_] = max(score, told.get(id_, 0))
            case _:
                pass
    for day in days:
        for attempt in way.attempts(day):
            now = way.child.attempts[attempt.id].ouch or 0
            if told.get(attempt.id, 0) > now:
                yield PutRight(day, attempt.slot, attempt.exercise, told[attempt.id], now)


# ------------------------------------------------------------------------------------------ from before the period
def earlier_hurts(way: Journey, first: date) -> tuple[EarlierHurt, ...]:
    """The strong pain from before the day `first` for which an exercise, or everything, still rested on it."""
    if first <= way.first:
        return ()
    state, found = way.now(first), dict[Hurt, EarlierHurt]()
    since = paused_since(state, first)
    for day in _days_behind(way, state, first) if since else ():
        for hurt in _strong_on(way, day):
            found[hurt] = EarlierHurt(hurt, paused_since=since)
    for name, rest in state.resting.items():
        rested = rest.since < first and is_resting(state, name, first)
        if rested and (behind := _behind_rest(way, name, rest.since)):
            found[behind] = replace(found.get(behind, EarlierHurt(behind)), rests=True)
    return tuple(sorted(found.values(), key=lambda row: row.hurt.day))


def paused_since(state: ChildState, first: date) -> date | None:
    """The day before `first` on which a pause after pain began; `state` is of `first`. None: none reaches into it."""
    if state.stopped_on is not None:
        since: date | None = state.stopped_on
    else:
        since = state.pause_from if state.pause is PauseReason.OUCH else None
    return since if since is not None and since < first else None


def _days_behind(way: Journey, state: ChildState, first: date) -> list[date]:
    """The days whose pain paused everything: those the rules counted, or where parents paused, the week up to it."""
    if state.stopped_on is not None:
        return [day for day in state.pain_days if day < first]
    until = min(plus(first, -1), state.pause_from or first)
    return [plus(until, -n) for n in reversed(range(way.catalogue.rules.ouch_stop_within + 1))]


def _strong_on(way: Journey, day: date) -> Iterator[Hurt]:
    found = hurts(way, plays_on(way, day), later_plays(way, day, day), day, day)
    return (hurt for hurt in found if (hurt.score or 0) >= way.catalogue.rules.ouch_rest)


def _behind_rest(way: Journey, exercise: str, since: date) -> Hurt | None:
    """The pain an exercise rests for: its latest strong one up to the day it rests from."""
    strong = way.catalogue.rules.ouch_rest
    told = pains_of(way, exercise, max(way.first, plus(since, -LOOKED_BACK)), since)
    days = [pain.day for pain in told if (pain.score or 0) >= strong]
    return next((hurt for hurt in _strong_on(way, days[-1]) if hurt.what == exercise), None) if days else None
