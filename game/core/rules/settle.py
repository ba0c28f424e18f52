"""Makes the checkpoints of a family: which days are over for good, and what is carried over from them.

The days of the last two weeks stay open: what is told in them is looked at anew at every start, the feet of fourteen
days with it, and a word may still be said on any play that was not told of. What lies before is settled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from types import MappingProxyType

from game.core.content import Catalogue
from game.core.days import plus
from game.core.events import Event
from game.core.history.fold import fold, is_between_sessions, seen_from
from game.core.history.history import Child, Family
from game.core.history.plays import added_up
from game.core.rules.checkpoint import Checkpoint
from game.core.rules.journey import Journey
from game.core.rules.timeline import DaysBefore, DaysTold, NotAsSettled
from game.frozen import dataclass

NEAR = 4  # days before the checkpoint's day whose plays are held: a word may be said for two, and it is said of a night
MARGIN = 2  # days beyond those the feet are compared over: one is the running day, one its night
TRIES = 7  # days before that on which the past may end as well, where a session went on into the night
RECORDS = ("attempts", "sessions", "events", "past", "sums", "withdrawn")


@dataclass(frozen=True, slots=True)
class Settled:
    """A family as it stood when the first `told` of the facts had been told, and where its days go on from. `family`
    holds the records of the children as far as they were held before, and their sums of the days before `near`."""

    told: int
    near: date
    family: Family
    checkpoints: Mapping[str, Checkpoint]


def settle(
    catalogue: Catalogue, past: Family, told: Sequence[Event], now: Family, journeys: Mapping[str, Journey]
) -> Settled | None:  # fmt: skip
    """Where the next start may go on from: `past` with `told` after it is `now`, and the journeys are of its children,
    as they are now. Each child of `past` has itself for its past. None where nothing may be stood on: a clock was
    wrong, or something long ago was just taken back."""
    if not told or not all(way.told.is_plain for way in journeys.values()):
        return None
    last = max(event.day for event in told)
    for n in range(TRIES):
        day = plus(last, -(catalogue.rules.lagging_days + MARGIN + n))
        place = next((i for i, event in enumerate(told) if event.day >= day), len(told))
        if all(event.day >= day for event in told[place:]):
            with suppress(NotAsSettled):
                return _settled_on(catalogue, past, told, place, day, now, journeys)
    return None


def _settled_on(
    catalogue: Catalogue, past: Family, told: Sequence[Event], place: int, day: date, now: Family,
    journeys: Mapping[str, Journey],
) -> Settled:  # fmt: skip
    family = fold(past, told[:place])
    if any(event.day >= day for event in told[:place]):
        raise NotAsSettled
    near = plus(day, -NEAR)
    summed = {id_: replace(child, sums=added_up(child, near, day)) for id_, child in family.children.items()}
    family = replace(family, children=MappingProxyType(summed))
    later = fold(_gone_on_from(family), told[place:])
    checkpoints = {}
    for id_, child in family.children.items():
        _check_telling(child, later.children[id_])
        _check_same(later.children[id_], now.children[id_])
        if id_ in journeys:
            checkpoints[id_] = _checkpoint(catalogue, later.children[id_], day, journeys[id_])
    return Settled(place, near, family, checkpoints)


def _gone_on_from(family: Family) -> Family:
    return replace(family, children={id_: seen_from(child) for id_, child in family.children.items()})


def _check_telling(past: Child, later: Child) -> None:
    """What was taken back since was told since, and nothing told since speaks of a play told before it was begun."""
    if not is_between_sessions(past) or later.past is not past:
        raise NotAsSettled


def _check_same(found: Child, wanted: Child) -> None:
    """The child folded from its past is the child that was folded from the first day."""
    for field in fields(Child):
        if field.name not in RECORDS and getattr(found, field.name) != getattr(wanted, field.name):
            raise NotAsSettled
    since = [event.id for event in found.events[found.told_before :]]
    if len(found.events) != len(wanted.events) or since != [e.id for e in wanted.events[found.told_before :]]:
        raise NotAsSettled


def _checkpoint(catalogue: Catalogue, child: Child, day: date, way: Journey) -> Checkpoint:
    past, old = child.past, way.checkpoint
    assert past is not None
    if day < way.begins or any(played.on >= day for played in past.attempts.held().values()):
        raise NotAsSettled
    before = old.before if old and old.past is past.past else None
    known = DaysTold(past, way.today, catalogue.rules.confirm_days, before)
    found = Checkpoint(
        past,
        DaysBefore(
            day, known.first, max(known.reached.values()), dict(known.reached), tuple(known.pauses),
            tuple(known.ceremonies), frozenset(way.told.touched(way.child, len(past.events), day)),
        ),
        way.start(day).copy(),
    )  # fmt: skip
    again = Journey(catalogue, child, way.today, found)
    if again.begins != day or again.now(way.today) != way.now(way.today):
        raise NotAsSettled
    return found
