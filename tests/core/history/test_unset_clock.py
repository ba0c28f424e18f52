"""A computer without a battery begins in 1970: what was told by that clock counts, and the years between do not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    ChildAdded,
    Event,
    Fact,
    LevelPlayed,
    Outcome,
    Paused,
    PauseReason,
    ProgrammeChosen,
    SignsTicked,
)
from game.core.history.fold import fold
from game.core.history.history import Child, empty_family
from game.core.reports import progress
from game.core.rules.journey import Journey
from game.core.rules.timeline import BORN
from tests.diary import catalogue

WOKE = date(1970, 1, 1)
SET = date(2026, 11, 10)
BEGUN = (ChildAdded("Anna", "kva", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"))


def played(name: str, on: date) -> LevelPlayed:
    return LevelPlayed(name, f"{name}-s", on, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)


def family(*told: tuple[date, Fact]) -> Child:
    """Anna, as one device told of her, each fact with the day its clock said."""
    events = tuple(
        Event(f"e{n}", "home", n, "anna", datetime(day.year, day.month, day.day, 8, tzinfo=UTC), day, 0, fact)
        for n, (day, fact) in enumerate(told, 1)
    )
    return fold(empty_family(), events).children["anna"]


def woke_and_was_set(days: int = 10) -> Child:
    begun = [(WOKE, fact) for fact in BEGUN]
    later = [(plus(SET, n), played(f"p{n}", plus(SET, n))) for n in range(days)]
    return family(*begun, (WOKE, played("odd", WOKE)), (plus(WOKE, 1), played("odd-2", plus(WOKE, 1))), *later)


def test_the_years_between_are_not_folded_day_by_day() -> None:
    today = plus(SET, 12)
    way = Journey(catalogue(), woke_and_was_set(), today)
    way.now(today)
    assert way.first == plus(SET, -2) and len(way._starts) < 20


def test_what_was_told_by_it_belongs_to_the_days_just_before_and_keeps_its_distances() -> None:
    way = Journey(catalogue(), woke_and_was_set(), plus(SET, 12))
    assert [len(way.attempts(plus(SET, n))) for n in (-3, -2, -1, 0, 1)] == [0, 1, 1, 1, 1]


def test_the_week_and_the_calendar_are_those_that_were_lived() -> None:
    report = progress.progress(catalogue(), woke_and_was_set(), plus(SET, 12))
    assert report.week == 3 and len(report.weeks) == 3 and report.active_days == 12


def test_a_child_added_by_it_that_has_never_played_has_no_long_calendar() -> None:
    report = progress.progress(catalogue(), family(*((WOKE, fact) for fact in BEGUN)), SET)
    assert len(report.weeks) <= 2


@pytest.mark.parametrize("idle", [1, 2, 40])
def test_a_play_by_it_never_stands_in_the_way_of_today_s(idle: int) -> None:
    child = family(*((WOKE, fact) for fact in BEGUN), (WOKE, played("odd", WOKE)))
    today = plus(SET, idle)
    assert not Journey(catalogue(), child, today).attempts(today)


def test_followed_day_by_day_it_is_the_same_as_folded_at_once() -> None:
    begun = [*((WOKE, fact) for fact in BEGUN), (WOKE, played("odd", WOKE))]
    way = Journey(catalogue(), family(*begun), plus(SET, -3))
    for n in range(-2, 9):
        begun += [(plus(SET, n), played(f"p{n}", plus(SET, n)))] if n >= 0 else []
        child, today = family(*begun), plus(SET, n)
        way.follow(child, today)
        assert way.now(today) == Journey(catalogue(), child, today).now(today), n


def test_a_clock_that_is_never_set_is_all_a_family_has() -> None:
    child = family(*((WOKE, fact) for fact in BEGUN), (plus(WOKE, 3), played("p", plus(WOKE, 3))))
    way = Journey(catalogue(), child, plus(WOKE, 5))
    assert len(way.attempts(plus(WOKE, 3))) == 1


def test_a_pause_told_by_it_is_moved_with_it() -> None:
    pause = Paused(PauseReason.ILL, WOKE, plus(WOKE, 4))
    child = family(*((WOKE, fact) for fact in BEGUN), (WOKE, pause), (SET, played("p", SET)))
    way = Journey(catalogue(), child, plus(SET, 1))
    found = way.pause(plus(SET, 1))
    assert found and (found.first, found.last) == (plus(SET, -1), plus(SET, 3))


def test_what_was_told_before_the_game_began_moves_with_the_first_day_that_is_told_after_it() -> None:
    odd = [(WOKE, fact) for fact in (*BEGUN, played("odd", WOKE))]
    way = Journey(catalogue(), family(*odd), BORN)
    way.now(BORN)
    child = family(*odd, (plus(BORN, 3), played("set", plus(BORN, 3))))
    way.follow(child, plus(BORN, 3))
    anew = Journey(catalogue(), child, plus(BORN, 3))
    assert way.first == anew.first == plus(BORN, 2)
    assert way.attempts(plus(BORN, 2)) == anew.attempts(plus(BORN, 2)) != ()
