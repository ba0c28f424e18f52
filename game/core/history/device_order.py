"""In which order facts count, and which clock is believed: one row from the rows of several devices.

A device numbers what it tells, so its own order is always known. Its clock may be wrong for a while, ahead or back, and
two devices' clocks are all that says which of them told first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import groupby, islice
from operator import le
from typing import TypeVar

from game.core.events import (
    ChildAdded,
    DoneTogether,
    Event,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    PainPlaced,
    Retracted,
    SessionEnded,
    SessionStarted,
    StarsAwarded,
)

Moment = TypeVar("Moment", date, datetime)
Key = tuple[datetime, str, int, str]


# ---------------------------------------------------------------- a clock that was wrong for a while
def steady(told: Sequence[Moment], latest: Moment) -> list[Moment]:
    """What each of a device's days (or moments), in the order of telling, counts as: a row that never falls and never
    passes `latest`.

    Believed is the longest row that never falls, each stretch told at one value counted once: what falls out of it was
    told by a wrong clock. Nothing after `latest` is believed. Of rows equally long it is the one that begins latest, so
    that a clock of another year brings no years with it; then the one of more different values; then what was told
    later, for a clock that was ahead is soon set right.

    - Ahead (more was told later, and earlier in the calendar): it counts as the next one that is believed.
    - Behind: it counts as what was told before it. Further ones behind keep their distance from each other, as far as
      there is room before the next one that is believed, so a week told by the clock of another year stays a week.
    """
    if not told or (told[-1] <= latest and all(map(le, told, islice(told, 1, None)))):
        return list(told)
    runs = [(value, sum(1 for _ in same)) for value, same in groupby(told)]
    values = [value for value, _ in runs]
    row, nexts, following = _longest(values, latest), list[Moment](), latest
    for place in range(len(values) - 1, -1, -1):
        following = values[place] if place in row else following
        nexts.append(following)
    steadied: list[Moment] = []
    now, behind = latest, None
    for (value, count), following in zip(runs, reversed(nexts), strict=True):
        if value >= following:  # believed, or ahead
            now, behind = following, None
        else:
            gone = value - behind if behind is not None else timedelta(0)
            now, behind = now + max(timedelta(0), min(gone, following - now)), value
        steadied += [now] * count
    return steadied


def is_settled(told: Sequence[date], latest: date) -> bool:
    """Whether one day more, on `latest` or after it, would change nothing before it.

    A day that was told already and one that was not may each decide which clock was wrong: 4, 5, 4 counts as three
    times the 4th until the 6th is told, and then the last one as the 5th.
    """
    after = latest + min(timedelta(days=1), date.max - latest)
    return all(steady([*told, day], day)[:-1] == steady(told, latest) for day in (latest, after))


def _longest(values: Sequence[Moment], latest: Moment) -> set[int]:
    """Places of the longest row up to `latest` that never falls, by patience sorting."""
    ends: list[Moment] = []  # of the rows of each length the lowest last value
    places: list[list[int]] = []  # of each length where a row may end; their values fall
    rows = [(value, 1, place) for place, value in enumerate(values)]  # by its end: first value, different ones, end
    before: dict[int, int] = {}
    for place, value in enumerate(values):
        if value > latest:
            continue
        length = bisect_right(ends, value)
        if length:
            fitting = ((rows[p], values[p] < value) for p in places[length - 1] if values[p] <= value)
            first, different, before[place] = max((f, n + more, p) for (f, n, p), more in fitting)
            rows[place] = first, different, place
        if length == len(ends):
            places.append([])
        ends[length : length + 1] = [value]
        places[length].append(place)
    here = max(places[-1], key=lambda p: (rows[p][0], p)) if places else None  # how it goes on is not known yet
    row: set[int] = set()
    while here is not None:
        row.add(here)
        here = before.get(here)
    return row


# ---------------------------------------------------------------- several devices
def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Everything told, as it is to be folded: the same for the same facts, in whichever order they came together.

    Of one device: as it numbered them. Between devices: by their clocks, made steady within each; but nothing before
    what it speaks of, a word on a play before the play. Two facts of one device may bear one number, told before and
    after a copy was brought back: then the clock says which was first.
    """
    told = tuple(events)
    numbers = {(event.device, event.seq) for event in told}
    if len({device for device, _ in numbers}) <= 1 and len(numbers) == len(told):
        return told if _is_rising(told) else tuple(sorted(told, key=lambda event: event.seq))
    return tuple(_merged([_keyed(row) for row in _rows(told)]))


def _is_rising(told: Sequence[Event]) -> bool:
    return all(a.seq < b.seq for a, b in zip(told, islice(told, 1, None)))


def _rows(told: Sequence[Event]) -> Iterator[list[Event]]:
    """The devices' rows by number; whatever bears a number again begins a row of its own."""
    rows: dict[tuple[str, int], list[Event]] = {}
    row = sorted(told, key=lambda event: (event.device, event.seq, event.at, event.id))
    for (device, _), same in groupby(row, key=lambda event: (event.device, event.seq)):
        for again, event in enumerate(same):
            rows.setdefault((device, again), []).append(event)
    yield from rows.values()


def _keyed(row: Sequence[Event]) -> list[tuple[Key, Event]]:
    moments = [event.at for event in row]
    steadied = steady(moments, max(moments))
    return [((at, e.device, e.seq, e.id), e) for at, e in zip(steadied, row, strict=True)]


def _merged(rows: Sequence[Sequence[tuple[Key, Event]]]) -> Iterator[Event]:
    """The rows' heads, lowest key first; a row waits while its head speaks of what another row has not told yet."""
    owners = {name: n for n, row in enumerate(rows) for _, event in reversed(row) for name in _names(event)}
    heads, done = [0] * len(rows), set[str]()
    ready = [(row[0][0], n) for n, row in enumerate(rows)]
    heapify(ready)
    waiting: dict[str, list[tuple[Key, int]]] = {}
    while ready or waiting:
        if not ready:  # they wait for each other, which no family can tell: the first goes on
            key, n = min(pair for pairs in waiting.values() for pair in pairs)
            waiting = {name: rest for name, pairs in waiting.items() if (rest := [p for p in pairs if p[1] != n])}
            missing = None
        else:
            key, n = heappop(ready)
            event = rows[n][heads[n]][1]
            missing = next((w for w in _speaks_of(event) if owners.get(w, n) != n and w not in done), None)
        if missing is not None:
            waiting.setdefault(missing, []).append((key, n))
            continue
        event = rows[n][heads[n]][1]
        yield event
        heads[n] += 1
        if heads[n] < len(rows[n]):
            heappush(ready, (rows[n][heads[n]][0], n))
        for name in _names(event):
            done.add(name)
            for pair in waiting.pop(name, ()):
                heappush(ready, pair)


def _names(event: Event) -> Iterator[str]:
    """What can be spoken of once the event is told."""
    yield event.id
    match event.fact:
        case LevelPlayed(attempt=name) | SessionStarted(session=name):
            yield name
        case ChildAdded() if event.child is not None:
            yield event.child
        case _:
            pass


def _speaks_of(event: Event) -> Iterator[str]:
    """What the event is about, which was told before it."""
    if event.child is not None:
        yield event.child
    match event.fact:
        case (
            LevelConfirmed(attempt=name) | OuchTold(attempt=name) | PainPlaced(attempt=name) | StarsAwarded(about=name)
        ):
            yield name
        case DoneTogether(attempt, beside):
            yield attempt
            yield beside
        case LevelPlayed(session=name) | SessionEnded(session=name) | Retracted(event=name):
            yield name
        case _:
            pass
