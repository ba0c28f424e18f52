"""Sessions planned and done, day by day and week by week: the one count behind every page that says how many.

A session is a morning or an evening in which something was tried; planned are those that were on offer and that the
family means to play (`game.core.reports.planned`). After graduation days are counted instead, two a week
as the rules ask for: more is no duty, and is not counted as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from game.core.days import monday
from game.core.history.plays import was_tried
from game.core.reports.day_entries import DayEntry
from game.core.reports.ledger import entries
from game.core.rules.journey import Journey
from game.core.rules.state import ChildState, is_playable
from game.frozen import dataclass

DAYS_A_WEEK = 7  # the first day there is of all (ordinal 1) is a Monday


@dataclass(frozen=True, slots=True)
class SessionCount:
    """Sessions (after graduation: days) of a week or of what a period has of it. On the `practice_days` something was
    tried, told of or not yet; `paused_days` could not be played: nothing is planned on them."""

    monday: date
    planned: int
    done: int
    practice_days: int
    paused_days: int


def sessions_by_week(way: Journey, first: date, last: date) -> tuple[SessionCount, ...]:
    """The weeks of `first`..`last`, both included, from the first day of play on, oldest first; () before it. The day
    `way.today` is not over: of it what was played counts, and nothing else is planned."""
    state = way.now(way.today)
    first, last = max(first, state.first_active or way.today), min(last, way.today)
    return in_weeks(way, state, entries(way, first, last)) if first <= last else ()


def in_weeks(way: Journey, state: ChildState, days: Sequence[DayEntry]) -> tuple[SessionCount, ...]:
    """The same of days in a row that are at hand; `state` is today's."""
    weeks = (list(week) for _, week in groupby(days, key=lambda entry: (entry.day.toordinal() - 1) // DAYS_A_WEEK))
    return tuple(_week(way, state, week) for week in weeks)


def _week(way: Journey, state: ChildState, days: Sequence[DayEntry]) -> SessionCount:
    over = days if days[-1].day < way.today else [entry for entry in days if entry.day < way.today]
    plain, strong = _parted(state, over)
    done = sum(entry.played for entry in plain)
    # What was played on a day that was not meant stands for one of the week that was.
    planned = max(done, sum(entry.asked for entry in plain))
    asked, active = _days_asked(way, strong)
    played_today = sum(e.played for e in days if e.day == way.today and not is_strong(state, e.day))
    return SessionCount(
        monday(days[0].day),
        planned + asked + played_today,
        done + min(asked, active) + played_today,
        sum(entry.is_tried for entry in days),
        sum(entry.is_paused for entry in days),
    )


def _parted(state: ChildState, days: Sequence[DayEntry]) -> tuple[Sequence[DayEntry], Sequence[DayEntry]]:
    """Those up to graduation, and those after it; a week is seldom of both."""
    if not days or not is_strong(state, days[-1].day):
        return days, ()
    if is_strong(state, days[0].day):
        return (), days
    return [e for e in days if not is_strong(state, e.day)], [e for e in days if is_strong(state, e.day)]


def totals(weeks: tuple[SessionCount, ...]) -> tuple[int, int]:
    """Planned and done of all of them."""
    return sum(week.planned for week in weeks), sum(week.done for week in weeks)


def is_strong(state: ChildState, day: date) -> bool:
    """Whether the day is after graduation."""
    return state.graduated_on is not None and day > state.graduated_on


def is_asked_on(state: ChildState, day: date, today: date) -> bool:
    """Whether what a family meant to play on a day counts as planned: from the first play to graduation, when the day
    is over. `state` is today's."""
    return state.first_active is not None and state.first_active <= day < today and not is_strong(state, day)


def is_lived(state: ChildState, entry: DayEntry, today: date) -> bool:
    """Whether it is a day from the first of play on, which is not known before it is over. `state` is today's."""
    if state.first_active is None:
        return entry.day == today and entry.played > 0
    return entry.day >= state.first_active


def is_day_counted(state: ChildState, entry: DayEntry, today: date) -> bool:
    """Whether the day is one of those of which is said on how many there was practice: it could be played and was meant
    to be, or something was tried. Today counts where it was played. `state` is today's."""
    if not is_lived(state, entry, today) or entry.is_paused:
        return False
    return entry.is_tried or (entry.day < today and any(slot.is_asked for slot in entry.slots))


def is_paused_on(way: Journey, day: date) -> bool:
    """Whether nothing could be played, and nothing was."""
    return not any(was_tried(a) for a in way.attempts(day)) and not is_playable(way.catalogue, way.now(day), day)


def _days_asked(way: Journey, week: Sequence[DayEntry]) -> tuple[int, int]:
    """Of a week after graduation (or what there is of it): the active days asked for, and those there were."""
    active = sum(entry.is_active for entry in week)
    unpaused = sum(not entry.is_paused for entry in week)
    return min(unpaused, round(way.catalogue.rules.streak_days_strong * len(week) / 7)), active
