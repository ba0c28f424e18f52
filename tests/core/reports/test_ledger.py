"""What is written down of the days that are over says what looking at them says: in every figure, over random lives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from game.core.days import days_between, plus
from game.core.events import Paused, PauseReason
from game.core.history.fold import fold
from game.core.history.history import Child, empty_family
from game.core.reports.day_entries import looked_at
from game.core.reports.kept_ledger import Ledger, LedgerGone, keep
from game.core.reports.ledger import (
    entries,
    hurts_of,
    paused_and_held,
    road_of,
    settled_until,
    written,
)
from game.core.reports.over_time import over_time
from game.core.reports.progress import days_shown, exercise_progress, exercises_shown, progress, weeks_shown
from game.core.reports.sessions import sessions_by_week
from game.core.rules.journey import Journey, forget, go_on_from, journey
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import begun, family_plays
from tests.core.rules.test_settle import DAYS, Start, lives, lives_told_later
from tests.diary import START, case, catalogue

LIVES = 5


def started(start: Start, until: int, today: date) -> Journey:
    """As the game has it: gone on from the checkpoint, its ledger known."""
    (child,) = start.family(until).children.values()
    forget([child.id])
    go_on_from(catalogue(), start.checkpoints)
    keep({id_: (point.past, start.ledgers[id_]) for id_, point in start.checkpoints.items()})
    return journey(catalogue(), child, today)


def whole(told: list, until: int, today: date) -> Journey:
    (child,) = fold(empty_family(), told[:until]).children.values()
    return Journey(catalogue(), child, today)


def figures(child: Child, today: date, rest: int | None) -> Iterator[object]:
    """Everything the grown-ups' pages ask, as `child` is known."""
    yield progress(catalogue(), child, today, rest)
    yield [exercise_progress(catalogue(), child, name, today) for name in exercises_shown(catalogue(), child, today)]


@pytest.mark.parametrize("families", [lives, lives_told_later])
def test_every_figure_of_a_ledger_is_that_of_the_days_themselves(
    families: Callable[[], list[tuple[int, SimulatedChild]]],
) -> None:
    by_ledger = archived = 0
    for seed, robin in families()[:LIVES]:
        chance, told = Random(1000 + seed), list(robin.events)
        start = Start(told)
        for day in sorted({event.day for event in told}):
            until = sum(event.day <= day for event in told)
            if any(event.day > day for event in told[:until]) or chance.random() < 0.85:
                continue
            rest, found = chance.choice([None, 0, 45]), started(start, until, day)
            wanted = whole(told, until, day)
            first = plus(wanted.first, chance.randrange(max(1, days_between(wanted.first, day))))
            last = plus(first, chance.randrange(max(1, days_between(first, day) + 1)))
            assert entries(found, first, last) == [looked_at(wanted, d.day) for d in entries(wanted, first, last)]
            assert sessions_by_week(found, first, last) == sessions_by_week(wanted, first, last)
            assert hurts_of(found, first, last) == hurts_of(wanted, first, last)
            for exercise in catalogue().exercises:
                assert road_of(found, exercise) == road_of(wanted, exercise)
                assert over_time(found, exercise, first, last) == over_time(wanted, exercise, first, last)
            assert paused_and_held(found, first, last) == paused_and_held(wanted, first, last)
            mine = list(figures(found.child, day, rest))
            if settled_until(found) > date.min:
                by_ledger += 1
                archived += not start.archive.is_here
            forget([robin.child.id])
            assert mine == list(figures(wanted.child, day, rest)), (seed, day)
            if chance.random() < 0.5:
                start = start.settled_anew(until, plus(day, chance.randrange(2))) or start
    assert by_ledger > 2 * LIVES and archived > LIVES


def perfect(days: int) -> tuple[list, date]:
    robin = begun(catalogue(), case())
    for n in range(days):
        family_plays(robin, "perfect", START, plus(START, n))
    return list(robin.events), plus(START, days - 1)


class Torn(Mapping[str, bytes]):
    """Pages of which one cannot be read any more."""

    def __init__(self, pages: Mapping[str, bytes], torn: str) -> None:
        self.pages, self.torn = pages, torn

    def __getitem__(self, name: str) -> bytes:
        if name.startswith(self.torn):
            raise OSError("the stick was pulled")
        return self.pages[name]

    def __contains__(self, name: object) -> bool:
        return name in self.pages

    def __iter__(self) -> Iterator[str]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)


@pytest.mark.parametrize("torn", ["days", "hurts", "road", "plays"])
def test_a_page_that_cannot_be_read_costs_time_and_no_figure(torn: str) -> None:
    told, day = perfect(70)
    start = Start(told).settled_anew(len(told), day)
    assert start
    (id_, ledger), *_ = start.ledgers.items()
    start.ledgers[id_] = replace(ledger, pages=Torn(ledger.pages, torn))
    found = list(figures(started(start, len(told), day).child, day, None))
    forget([id_])
    assert found == list(figures(whole(told, len(told), day).child, day, None))
    way = started(start, len(told), day)
    with pytest.raises(LedgerGone):
        written(way, start.ledgers[id_], plus(ledger.until, 3))


def test_a_ledger_that_says_something_else_would_be_noticed() -> None:
    told, day = perfect(70)
    start = Start(told).settled_anew(len(told), day)
    assert start
    (id_, ledger), *_ = start.ledgers.items()
    days = bytearray(ledger.pages["days"])
    days[-1] ^= 1
    start.ledgers[id_] = Ledger(ledger.first, ledger.until, ledger.exercises, {**ledger.pages, "days": bytes(days)})
    found = progress(catalogue(), started(start, len(told), day).child, day, 10)
    forget([id_])
    assert found != progress(catalogue(), whole(told, len(told), day).child, day, 10)


def test_the_ledger_gone_on_with_is_the_one_written_at_once() -> None:
    told, day = perfect(DAYS)
    at_once = Start(told).settled_anew(len(told), day)
    start: Start | None = Start(told)
    for n in (50, 75, 90, DAYS - 1):
        until = sum(event.day <= plus(START, n) for event in told)
        start = (start and start.settled_anew(until, plus(START, n))) or start
    assert start and at_once and start.settled == at_once.settled
    for id_, ledger in at_once.ledgers.items():
        assert start.ledgers[id_] == ledger and len(ledger.pages) > 6


def test_a_play_that_touches_a_day_long_ago_lets_go_of_the_ledger_too() -> None:
    told, day = perfect(70)
    start = Start(told).settled_anew(len(told), day)
    assert start
    robin_events = [*told]
    way = started(start, len(told), day)
    assert settled_until(way) > START
    last = told[-1]
    fact = Paused(PauseReason.ILL, plus(START, 10), plus(START, 12))
    robin_events.append(replace(last, id="late", seq=last.seq + 1, fact=fact))
    start.told = robin_events
    again = started(start, len(robin_events), day)
    assert settled_until(again) == date.min
    assert days_shown(catalogue(), again.child, plus(START, 10), plus(START, 12), day) == days_shown(
        catalogue(), whole(robin_events, len(robin_events), day).child, plus(START, 10), plus(START, 12), day
    )
    assert weeks_shown(catalogue(), again.child, START, day, day)[1].days[3].is_paused is False


@pytest.mark.parametrize("families", [lives, lives_told_later])
def test_a_day_looked_at_once_is_looked_at_again_when_something_told_changes_it(
    families: Callable[[], list[tuple[int, SimulatedChild]]],
) -> None:
    """The same way followed from word to word, beside one that is folded anew each time."""
    compared = 0
    for seed, robin in families()[:LIVES]:
        chance, told, until = Random(2000 + seed), list(robin.events), 0
        forget([robin.id])
        while until < len(told):
            until = min(len(told), until + chance.choice([1, 2, 5, 60, 200]))
            day = plus(max(event.day for event in told[:until]), chance.choice([0, 0, 0, 1, 3]))
            children = fold(empty_family(), told[:until]).children
            if robin.id not in children or not children[robin.id].programme:
                continue
            child = children[robin.id]
            followed = entries(journey(catalogue(), child, day), date.min, day)
            fresh = Journey(catalogue(), child, day)
            assert followed == [looked_at(fresh, entry.day) for entry in followed], (seed, until)
            compared += 1
    assert compared > 6 * LIVES
