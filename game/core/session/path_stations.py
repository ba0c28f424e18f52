"""What stands on the path: nine stations, each one exercise with its friend.

Today's levels glow in the order they are played; behind them lie the last ones that were played, with their stars;
what comes after them sleeps. With every day of a chapter today's stations move on towards the gift, which they reach
on the day the chapter's thing is found.

Where today has more levels than stations, the path is a window that goes along with the next one: who is far behind
stands together at its beginning, who is far ahead at its end. Nobody is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from game.core.content import Catalogue, Slot
from game.core.history.history import Attempt, Child
from game.core.history.plays import plays_since, tried_days, was_tried
from game.core.quest import Level
from game.core.rules.today import Doing, Today
from game.core.rules.waiting import waiting
from game.frozen import dataclass

COUNT = 9
LOOKS_BACK = 3  # stations before the next one, where there are more levels than stations


class StationKind(StrEnum):
    """How a station looks."""

    WALKED = "walked"  # passed without a game, on a short day
    PLAYED = "played"
    HERE = "here"  # the next one: pressing it starts
    TODAY = "today"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Station:
    """One place on the path. `attempt` is the play whose stars it shows; `is_todays`: it belongs to this slot.

    `together` are the stations that share this place, in walking order, two or more; () where it stands for itself.
    """

    kind: StationKind
    exercise: str | None = None
    attempt: Attempt | None = None
    is_todays: bool = False
    together: tuple[Station, ...] = ()


def stations(now: Today, before: Sequence[Attempt], share: float, count: int = COUNT) -> tuple[Station, ...]:
    """The path's `count` (3 or more) stations in walking order. `before` are the earlier plays of the chapter, oldest
    first; `share` 0..1 says how far the chapter is."""
    shows_today = now.doing in (Doing.READY, Doing.TOO_SOON, Doing.DONE)
    todays = windowed(_todays(now), count) if shows_today else []
    start = round((count - len(todays)) * max(0.0, min(1.0, share)))
    behind = (
        [Station(StationKind.PLAYED, a.exercise, a) for a in before[max(0, len(before) - start) :]] if start else []
    )
    walked = [Station(StationKind.WALKED)] * (start - len(behind))
    ahead = [Station(StationKind.AHEAD)] * (count - start - len(todays))
    return (*walked, *behind, *todays, *ahead)


def windowed(row: Sequence[Station], count: int) -> list[Station]:
    """At most `count` places for a slot's stations. The next one always has a place of its own; the others stand
    together where the window ends: at its first place what was played, at its last what comes later."""
    if len(row) <= count:
        return list(row)
    row = sorted(row, key=lambda station: station.kind is not StationKind.PLAYED)  # else one place would hold both
    here = next((i for i, station in enumerate(row) if station.kind is StationKind.HERE), len(row) - 1)
    first = max(0, min(here - LOOKS_BACK, len(row) - count))
    last = first + count - 1
    begin = _together(row[: first + 1]) if first else row[0]
    end = _together(row[last:]) if last < len(row) - 1 else row[last]
    return [begin, *row[first + 1 : last], end]


def _together(row: Sequence[Station]) -> Station:
    """Some stations of one kind at one place."""
    return Station(row[0].kind, row[0].exercise, is_todays=True, together=tuple(row))


def _todays(now: Today) -> list[Station]:
    """The levels of the slot: played ones first seen with their best stars, the next one, the others."""
    plays: dict[str, Attempt] = {}
    for attempt in now.played:
        if attempt.exercise not in plays or attempt.stars >= plays[attempt.exercise].stars:
            plays[attempt.exercise] = attempt
    left = [level.exercise for level in now.left]
    laid_out: tuple[Level, ...] = now.quest.levels if now.quest else ()
    order = [level.exercise for level in laid_out]
    order += [e for e in (*plays, *left) if e not in order]
    row = []
    for exercise in dict.fromkeys(order):
        if exercise in left:
            kind = StationKind.HERE if exercise == left[0] else StationKind.TODAY
        elif exercise in plays:
            kind = StationKind.PLAYED
        else:
            continue
        row.append(Station(kind, exercise, plays.get(exercise), is_todays=True))
    return row


def played_on(child: Child, today: date) -> frozenset[date]:
    """The days up to `today` on which something was tried, here or away from the computer, told or not yet. What a
    clock ahead brought waits for its day."""
    return frozenset(day for day in tried_days(child) if day <= today)


def waits_on(catalogue: Catalogue, child: Child, today: date) -> frozenset[date]:
    """Those of them that wait for the parent's word alone: the run does not count them yet."""
    open_ = {a.on for a in waiting(catalogue, child, today) if not a.is_hurt and was_tried(a)}
    near = plays_since(child, min(open_, default=today))
    return frozenset(open_) - {a.on for a in near if was_tried(a) and (a.is_told or a.is_hurt)}


def before(child: Child, now: Today, first: date) -> tuple[Attempt, ...]:
    """The earlier plays of a chapter that began on day `first`, this slot's left out; oldest first."""
    plays = [
        a
        for a in plays_since(child, first)
        if first <= a.on <= now.day and not (a.on == now.day and a.slot is now.slot) and was_tried(a)
    ]
    return tuple(sorted(plays, key=lambda a: (a.on, a.slot is Slot.EVENING, a.at)))
