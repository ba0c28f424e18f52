"""Sessions planned and done, day by day and week by week: the one count behind every page that says how many.

A session is a morning or an evening in which something was tried; planned are those that were on offer and that the
family means to play (`game.core.reports.planned`). After graduation days are counted instead, two a week
as the rules ask for: more is no duty, and is not counted as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.core.content import Slot
from game.core.days import days_between, monday, plus
from game.core.history.plays import was_tried
from game.core.reports.activity import is_active_on
from game.core.reports.planned import slots_planned
from game.core.rules.apply_facts import is_beside
from game.core.rules.journey import Journey
from game.core.rules.state import ChildState, is_playable


@dataclass(frozen=True, slots=True)
class SessionCount:
    """Sessions (after graduation: days) of a week or of what a period has of it. `paused_days` could not be played:
    nothing is planned on them."""

    monday: date
    planned: int
    done: int
    active_days: int
    paused_days: int


def sessions_by_week(way: Journey, first: date, last: date) -> tuple[SessionCount, ...]:
    """The weeks of `first`..`last`, both included, from the first day of play on, oldest first; () before it. The day
    `way.today` is not over: of it what was played counts, and nothing else is planned."""
    state = way.now(way.today)
    first, last = max(first, state.first_active or way.today), min(last, way.today)
    mondays = range(days_between(monday(first), last) // 7 + 1) if first <= last else range(0)
    return tuple(_week(way, state, plus(monday(first), 7 * n), first, last) for n in mondays)


def _week(way: Journey, state: ChildState, begins: date, first: date, last: date) -> SessionCount:
    days = [day for n in range(7) if first <= (day := plus(begins, n)) <= last]
    over = [day for day in days if day < way.today]
    strong = [day for day in over if is_strong(state, day)]
    plain = [day for day in over if day not in strong]
    done = sum(played_slots(way, day) for day in plain)
    # What was played on a day that was not meant stands for one of the week that was.
    planned = max(done, sum(_asked(way, day) for day in plain))
    asked, active = _days_asked(way, strong)
    today = [day for day in days if day == way.today and not is_strong(state, day)]
    played_today = sum(played_slots(way, day) for day in today)
    return SessionCount(
        begins,
        planned + asked + played_today,
        done + min(asked, active) + played_today,
        sum(is_active_on(way, day) for day in days),
        sum(is_paused_on(way, day) for day in days),
    )


def _asked(way: Journey, day: date) -> int:
    """The sessions of a day that were on offer and meant to be played."""
    meant = slots_planned(way.child, day)
    offer = sum(bool(way.planned(day, slot).exercises) for slot in meant)
    # What was played where nothing was on offer, told afterwards or paused since, is no more than all of it.
    return offer if meant != frozenset(Slot) else max(offer, played_slots(way, day))


def totals(weeks: tuple[SessionCount, ...]) -> tuple[int, int]:
    """Planned and done of all of them."""
    return sum(week.planned for week in weeks), sum(week.done for week in weeks)


def is_strong(state: ChildState, day: date) -> bool:
    """Whether the day is after graduation."""
    return state.graduated_on is not None and day > state.graduated_on


def is_paused_on(way: Journey, day: date) -> bool:
    """Whether nothing could be played, and nothing was."""
    return not any(was_tried(a) for a in way.attempts(day)) and not is_playable(way.catalogue, way.now(day), day)


def played_slots(way: Journey, day: date) -> int:
    """Morning and evening with something tried; a walk outdoors is neither."""
    return len({a.slot for a in way.attempts(day) if was_tried(a) and not is_beside(way.catalogue, a)})


def _days_asked(way: Journey, week: list[date]) -> tuple[int, int]:
    """Of a week after graduation (or what there is of it): the active days asked for, and those there were."""
    active = sum(is_active_on(way, day) for day in week)
    unpaused = sum(not is_paused_on(way, day) for day in week)
    return min(unpaused, round(way.catalogue.rules.streak_days_strong * len(week) / 7)), active
