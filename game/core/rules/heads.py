"""The heads of who is playing, as the rules say them: of a moment, or beforehand of a whole day's slot.

Beforehand and at the moment they are the same: whether a child sleeps or is done hangs on the day and the slot alone;
only when the next session opens hangs on the hour, and no head shows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from game.core.content import Catalogue, Slot
from game.core.days import plus
from game.core.first_look import Head, Heads
from game.core.history.history import Child
from game.core.history.plays import last_begun
from game.core.rules.journey import Journey, journey
from game.core.rules.today import Doing, Today, today_on
from game.core.rules.waiting import waiting_on

ASLEEP = (Doing.LOCKED, Doing.PAUSED, Doing.RESTING, Doing.OFF_COURSE)
NOON = 12  # any hour of a day that is surely in it


def heads_now(catalogue: Catalogue, children: Iterable[Child], day: date, slot: Slot) -> Heads:
    """Of the game day `day`."""
    return tuple(_head(journey(catalogue, child, day), day, slot) for child in children)


def heads_of_days(ways: Iterable[Journey], day: date, days: int) -> Mapping[tuple[date, Slot], Heads]:
    """Of the slots of `days` days from `day` on, if nothing more is told; the journeys are theirs by then."""
    found: dict[tuple[date, Slot], Heads] = {(plus(day, n), slot): () for n in range(days) for slot in Slot}
    for way in ways:
        for on, slot in found:
            way.follow(way.child, on)
            found[on, slot] += (_head(way, on, slot),)
    return found


def head_of(child: Child, now: Today, waits: int) -> Head:
    """Of a slot as it stands."""
    begun = last_begun(child)
    at = begun.timestamp() if begun else 0.0
    return Head(child.id, child.nickname, child.animal, now.doing in ASLEEP, now.is_done, waits, at)


def _head(way: Journey, day: date, slot: Slot) -> Head:
    noon = datetime(day.year, day.month, day.day, NOON, tzinfo=UTC)
    return head_of(way.child, today_on(way, noon, slot), len(waiting_on(way, day)))
