"""What reports count of the days that are over for good, written down once: ten years of them open like one.

A ledger goes with a checkpoint (`game.core.rules.checkpoint`) and ends on the day that one begins with. It is a
memory: whoever has none, or one whose page cannot be read, looks at the days themselves and finds the same. Pages are
bytes, rows of one length in the order of the days, so that of ten years only what is asked for is unpacked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from game.core.days import days_between, plus
from game.core.reports import ledger_rows as rows
from game.core.reports.day_entries import DayEntry, looked_at, plays_on
from game.core.reports.dose_road import DoseMark, roads_between
from game.core.reports.kept_ledger import Ledger, LedgerGone, kept_with, let_go
from game.core.reports.play_tally import PlayTally
from game.core.reports.records import DoseStep, PlayRow
from game.core.rules.journey import Journey

V = TypeVar("V")
DAYS, HURTS, ROAD, PLAYS = "days", "hurts", "road of ", "plays of "


# ---------------------------------------------------------------- writing
def written(way: Journey, before: Ledger | None, until: date) -> Ledger:
    """The ledger of a child's days up to the one before `until`, gone on with from `before`. LedgerGone where that
    cannot be read, or where the diary says numbers that no row holds."""
    first = before.first if before else way.first
    begins = before.until if before else first
    exercises = list(before.exercises) if before else []
    pages = {name: [before.page(name)] for name in before.pages} if before else {DAYS: [], HURTS: []}
    try:
        for n in range(max(0, days_between(begins, until))):
            day = plus(begins, n)
            pages[DAYS].append(rows.day_row(looked_at(way, day)))
            for play in plays_on(way, day):
                if play.exercise not in exercises:
                    exercises.append(play.exercise)
                row = rows.play_row(play, exercises.index(play.exercise))
                pages.setdefault(PLAYS + play.exercise, []).append(row)
                if play.is_hurt or play.pain:
                    pages[HURTS].append(row)
        old = _roads(before) if before else {}
        new = roads_between(way, begins, until, old)
    except rows.NO_ROW as error:
        raise LedgerGone(str(error)) from error
    for name, marks in new.items():
        pages[ROAD + name] = [rows.road_page([*old.get(name, ()), *marks])]
    whole = {name: b"".join(parts) for name, parts in pages.items()}
    return Ledger(first, max(until, begins), tuple(exercises), whole)


# ---------------------------------------------------------------- what stands on the pages
def _entries(ledger: Ledger, first: date, last: date) -> list[DayEntry]:
    """The entries of `first` to `last`, as far as they are in it."""
    begin, end = _span(ledger, first, last)
    return list(rows.days_of(ledger.page(DAYS), begin, end, ledger.first)) if begin < end else []


def _span(ledger: Ledger, first: date, last: date) -> tuple[int, int]:
    """The places of those days among the days."""
    end = min(days_between(ledger.first, ledger.until), days_between(ledger.first, last) + 1)
    return max(0, days_between(ledger.first, first)), end


def _hurts(ledger: Ledger, first: date, last: date) -> list[PlayRow]:
    """The plays that hurt on those days."""
    return list(rows.plays_of(*_places(ledger, HURTS, first, last), ledger.exercises))


def _tally(ledger: Ledger, exercise: str, first: date, last: date) -> PlayTally:
    """How the plays of an exercise on those days went."""
    if PLAYS + exercise not in ledger.pages:
        return PlayTally()
    page, begin, end = _places(ledger, PLAYS + exercise, first, last)
    return rows.tally(page, begin, end, ledger.exercises)


def _paused_and_held(ledger: Ledger, first: date, last: date) -> tuple[list[date], list[date]]:
    """The days of those on which nothing could be played, and on which nothing could grow."""
    begin, end = _span(ledger, first, last)
    return rows.paused_and_held(ledger.page(DAYS), begin, end, ledger.first) if begin < end else ([], [])


def _places(ledger: Ledger, name: str, first: date, last: date) -> tuple[bytes, int, int]:
    """A page of plays, and where those of these days begin and end on it."""
    page = ledger.page(name)
    many = range(len(page) // rows.PLAY.size)
    begin, end = (
        bisect_left(many, at.toordinal(), key=lambda n: rows.day_at(page, n)) for at in (first, plus(last, 1))
    )
    return page, begin, end


def _road(ledger: Ledger, exercise: str) -> list[DoseMark]:
    """The changes of an exercise's dose."""
    return rows.road_of(ledger.page(ROAD + exercise)) if ROAD + exercise in ledger.pages else []


def _roads(ledger: Ledger) -> dict[str, list[DoseMark]]:
    """Those of every exercise."""
    return {name.removeprefix(ROAD): rows.road_of(ledger.page(name)) for name in ledger.pages if name.startswith(ROAD)}


# ---------------------------------------------------------------- reading
def _of(way: Journey) -> Ledger | None:
    """The one that goes with what the child's way is folded on from."""
    point = way.checkpoint
    ledger = kept_with(point.past) if point else None
    return ledger if ledger and point and point.before.day == ledger.until else None


def settled_until(way: Journey) -> date:
    """The day from which on the days themselves are looked at."""
    ledger = _of(way)
    return ledger.until if ledger else date.min


def entries(way: Journey, first: date, last: date) -> list[DayEntry]:
    """The days `first` to `last`; at the earliest the first day there is, at the latest today."""
    first, last = max(first, way.first), min(last, way.today)
    found = _kept(way, lambda ledger: _entries(ledger, first, last))
    begin = plus(found[-1].day, 1) if found else first
    return [*found, *(way.looked_up(day, looked_at) for day in _days(begin, last))]


def tallies_of(way: Journey, exercise: str, spans: Sequence[tuple[date, date]]) -> list[PlayTally]:
    """How the plays of an exercise went in each of these spans of days, which follow one another."""
    kept = _kept(way, lambda ledger: [_tally(ledger, exercise, *span) for span in spans])
    begin, last = max(settled_until(way), way.first), min(spans[-1][1], way.today)
    rest = [play for day in _days(max(begin, spans[0][0]), last) for play in plays_on(way, day)]
    new = [[p for p in rest if p.exercise == exercise and first <= p.day <= last] for first, last in spans]
    if not kept:
        return [PlayTally.of(plays) for plays in new]
    return [tally + PlayTally.of(plays) if plays else tally for tally, plays in zip(kept, new, strict=True)]


def paused_and_held(way: Journey, first: date, last: date) -> tuple[list[date], list[date]]:
    """The days of those on which nothing could be played, and on which nothing could grow."""
    kept = _kept(way, lambda ledger: [_paused_and_held(ledger, first, last)])
    paused, held = kept[0] if kept else ([], [])
    rest = entries(way, max(first, settled_until(way)), last)
    return (
        [*paused, *(entry.day for entry in rest if entry.is_paused)],
        [*held, *(entry.day for entry in rest if entry.is_held)],
    )


def hurts_of(way: Journey, first: date, last: date) -> list[PlayRow]:
    """The plays that hurt on those days, in their order; not, which foot was sore."""
    kept, rest = _kept_and_rest(way, first, last, lambda ledger: _hurts(ledger, first, last))
    return [*kept, *(_of_any_foot(play) for play in rest if play.is_hurt or play.pain)]


def _of_any_foot(play: PlayRow) -> PlayRow:
    return replace(play, sore=None) if play.sore else play


def road_of(way: Journey, exercise: str) -> list[DoseStep]:
    """Every change of an exercise's dose, from the first play on."""
    return [mark.step for mark in doses_of(way, exercise)]


def doses_of(way: Journey, exercise: str) -> list[DoseMark]:
    """The same with the doses themselves, of which foot they were too."""
    until = settled_until(way)
    before = _kept(way, lambda ledger: _road(ledger, exercise))
    begins = until if _of(way) else way.first
    new = roads_between(way, begins, plus(way.today, 1), {exercise: before})
    return [*before, *new.get(exercise, ())]


def _kept(way: Journey, asked: Callable[[Ledger], list[V]]) -> list[V]:
    """What the ledger says; nothing where there is none, and where a page of it cannot be read it is let go of."""
    ledger = _of(way)
    try:
        return asked(ledger) if ledger else []
    except LedgerGone:
        let_go(way.child.id)
        return []


def _kept_and_rest(
    way: Journey, first: date, last: date, asked: Callable[[Ledger], list[PlayRow]]
) -> tuple[list[PlayRow], Iterator[PlayRow]]:
    kept = _kept(way, asked)
    begin = max(first, settled_until(way), way.first)
    return kept, (play for day in _days(begin, min(last, way.today)) for play in plays_on(way, day))


def _days(first: date, last: date) -> Iterator[date]:
    return (plus(first, n) for n in range(days_between(first, last) + 1))
