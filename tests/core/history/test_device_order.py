"""One order for what several devices told, and one row of days from clocks that were wrong for a while."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.core.content import AgeBand, Slot
from game.core.events import (
    ChildAdded,
    DoctorAsked,
    Effort,
    Event,
    Fact,
    Grade,
    Held,
    LevelConfirmed,
    LevelPlayed,
    Outcome,
    Released,
    Retracted,
    SteppedBack,
)
from game.core.history.device_order import _names, _speaks_of, in_order, is_settled, steady
from game.core.history.fold import fold
from game.core.history.history import empty_family

START = date(2026, 1, 5)
TODAY = 50
NAMES = {"attempt", "session", "event", "about", "beside"}  # the fields that hold the name of a play, session or fact


def days(numbers: list[int]) -> list[date]:
    return [START + timedelta(days=n) for n in numbers]


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([], []),
        ([1, 2, 2, 5], [1, 2, 2, 5]),
        ([1, 2, 3, -900, 4], [1, 2, 3, 3, 4]),  # back for one session
        ([1, 2, 3, -900], [1, 2, 3, 3]),
        ([0, 1, 2, 3, -900, -900, -899, -897, 9], [0, 1, 2, 3, 3, 3, 4, 6, 9]),  # a week by the clock of another year
        ([1, 2, 3, -900, -890, 5], [1, 2, 3, 3, 5, 5]),  # no further than what was told next
        ([1, 2, 3, -900, -400], [1, 2, 3, 3, TODAY]),
        ([1, 2, 3, -900, -901, -900, 5], [1, 2, 3, 3, 3, 4, 5]),
        ([-900, 1, 2, 3], [-900, 1, 2, 3]),  # nothing says that the first one was wrong
        ([1, 2, 900, 3], [1, 2, 3, 3]),  # ahead for one session
        ([1, 2, 900], [1, 2, TODAY]),
        ([900, 901], [TODAY, TODAY]),
        ([0, -900, 1], [0, 0, 1]),  # a family of two days already
        ([0, -900], [0, 0]),
        ([1, 2, 10, 11, 3, 4, 5], [1, 2, 3, 3, 3, 4, 5]),  # ahead, and those days have come meanwhile
        ([1, 2, 10, 3], [1, 2, 3, 3]),  # of two rows equally long the later one
        ([1, 900, 2, -900, 3], [1, 2, 2, 2, 3]),
        ([38, 39, 40, 39, 41], [38, 39, 40, 40, 41]),  # one day back, one day ahead
        ([39, 41, 40, 41], [39, 40, 40, 41]),
        ([40, 41, 40, 41], [40, 40, 40, 41]),
        ([40, 41, 40], [40, 40, 40]),
    ],
)
def test_a_single_day_that_falls_out_of_the_row_was_told_by_a_wrong_clock(told: list[int], counted: list[int]) -> None:
    assert steady(days(told), days([TODAY])[0]) == days(counted)


@given(st.lists(st.integers(-20, 20), max_size=25))
@settings(max_examples=300)
def test_the_days_counted_never_fall_and_are_never_to_come(told: list[int]) -> None:
    counted = steady(days(told), START)
    assert len(counted) == len(told) and all(a <= b for a, b in pairwise(counted))
    assert all(day <= START for day in counted)
    if told == sorted(told) and all(n <= 0 for n in told):
        assert counted == days(told)


@given(st.lists(st.integers(-20, 20), max_size=25), st.integers(0, 20))
@settings(max_examples=300)
def test_one_more_day_at_the_end_of_the_row_changes_nothing_before_it(told: list[int], further: int) -> None:
    latest = START + timedelta(days=20)
    counted = steady(days(told), latest)
    more = START + timedelta(days=further)
    assume(not told or (more >= counted[-1] and is_settled(days(told), latest)))
    assert steady([*days(told), more], latest) == [*counted, more]


@given(st.lists(st.integers(-4, 4), max_size=9), st.lists(st.integers(0, 3), min_size=1, max_size=4))
@settings(max_examples=300)
def test_what_is_settled_stays_so_as_the_days_go_on(told: list[int], further: list[int]) -> None:
    assume(is_settled(days(told), START) and all(n <= 0 for n in told))
    row, counted, today = days(told), steady(days(told), START), START
    for n in further:  # each day told is today, and some days pass between them
        today += timedelta(days=n)
        row, counted = [*row, today], [*counted, today]
        assert steady(row, today) == counted


def test_a_day_told_again_is_not_settled_before_a_later_one_says_which_clock_was_wrong() -> None:
    told = days([4, 5, 4])
    assert steady(told, told[1]) == days([4, 4, 4])
    assert steady([*told, *days([6])], START + timedelta(days=6)) == days([4, 5, 5, 6])
    assert not is_settled(told, told[1])
    assert is_settled(days([4, 5, 4, 6]), START + timedelta(days=6))


# ---------------------------------------------------------------- several devices
def at(hours: float) -> datetime:
    return datetime(2026, 1, 5, tzinfo=UTC) + timedelta(hours=hours)


def event(id_: str, device: str, seq: int, hours: float, fact: Fact, child: str | None = "robin") -> Event:
    moment = at(hours)
    return Event(id_, device, seq, child, moment, moment.date(), 0, fact)


def played(name: str) -> LevelPlayed:
    return LevelPlayed(name, "session", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)


def confirmed(name: str) -> LevelConfirmed:
    return LevelConfirmed(name, Grade.WELL, Effort.RIGHT)


ADDED = event("added", "a", 1, 0, ChildAdded("Robin", "kva", AgeBand.FIVE_SIX, 1))


def ids(told: list[Event]) -> list[str]:
    return [e.id for e in in_order(told)]


def test_what_one_device_told_stays_as_it_was_told_whatever_its_clock_said() -> None:
    told = [ADDED, *(event(f"e{n}", "a", n, hours, Held()) for n, hours in ((2, 9), (3, -9000), (5, 9000), (9, 10)))]
    assert in_order(told) == tuple(told)
    assert in_order([told[3], *told[:3], told[4]]) == tuple(told)


def test_between_devices_the_clock_says_which_was_first() -> None:
    told = [
        ADDED,
        event("hold", "a", 2, 50, Held()),
        event("b1", "b", 1, 10, Held()),
        event("b2", "b", 2, 20, Released()),
    ]
    assert ids(told) == ["added", "b1", "b2", "hold"]
    assert ids([event("x", "b", 1, 5, Held()), event("y", "a", 2, 5, Held()), ADDED]) == ["added", "y", "x"]


@pytest.mark.parametrize("wrong", [-9000, 9000])
def test_a_clock_that_was_wrong_for_a_session_does_not_move_what_was_told_after_it(wrong: float) -> None:
    own = [event(f"a{n}", "a", n, hours, Held()) for n, hours in ((2, 10), (3, wrong), (4, 30), (5, 50))]
    other = [event(f"b{n}", "b", n, hours, Held()) for n, hours in ((1, 5), (2, 40))]
    order = ids([ADDED, *own, *other])
    assert order.index("a4") < order.index("b2") < order.index("a5")
    assert order.index("b1") < order.index("a3")


def test_a_word_never_comes_before_the_play_it_is_about_though_the_other_clock_is_ahead() -> None:
    told = [ADDED, event("play", "b", 1, 20, played("p")), event("word", "a", 2, 18, confirmed("p")),
            event("back", "a", 3, 18.5, Retracted("word"))]  # fmt: skip
    assert ids(told) == ids(told[::-1]) == ["added", "play", "word", "back"]
    assert fold(empty_family(), in_order(told[:3])).children["robin"].attempts["p"].is_told


def test_nothing_is_told_of_a_child_before_it_was_added_though_the_other_clock_is_behind() -> None:
    told = [event("step", "b", 1, -500, SteppedBack(None)), ADDED]
    assert ids(told) == ["added", "step"]


@pytest.mark.parametrize("kind", get_args(Fact), ids=lambda kind: kind.__name__)
def test_whatever_a_fact_names_was_told_before_it(kind: type[Fact]) -> None:
    named = [f.name for f in fields(kind) if f.name in NAMES and kind is not DoctorAsked]  # `about` is its wording
    fact = kind(**{f.name: f.name if f.name in NAMES else None for f in fields(kind)})
    told = Event("id", "dev", 1, None, datetime(2026, 1, 5, tzinfo=UTC), START, 0, fact)
    assert sorted({*_speaks_of(told), *_names(told)} - {"id"}) == sorted(named)


def test_words_that_wait_for_each_other_are_told_all_the_same() -> None:
    """No family can tell such a thing, an edited export can."""
    told = [event("a1", "a", 1, 1, Retracted("b1"), None), event("b1", "b", 1, 2, Retracted("a1"), None)]
    assert ids(told) == ids(told[::-1]) == ["a1", "b1"]


def test_numbers_given_again_after_a_copy_was_brought_back_are_told_apart_by_the_clock() -> None:
    lost = [event(f"lost{n}", "a", n, 10 * n, Held()) for n in (2, 3, 4)]
    anew = [event(f"anew{n}", "a", n, 100 + 10 * n, Released()) for n in (2, 3, 4, 5, 6)]
    assert ids([ADDED, *anew, *lost]) == ["added", *(e.id for e in (*lost, *anew))]


@given(st.integers(0, 10**9))
@settings(max_examples=100)
def test_the_order_is_the_same_however_the_facts_came_together(seed: int) -> None:
    chance = Random(seed)
    told, plays = [ADDED], list[str]()
    for n in range(2, 25):
        device = chance.choice("abc")
        fact: Fact = chance.choice(
            [Held(), confirmed(chance.choice(plays or ["none"])), Retracted(chance.choice(told).id)]
        )
        if chance.random() < 0.5:
            plays.append(f"p{n}")
            fact = played(plays[-1])
        told.append(event(f"e{n}", device, n - chance.randrange(2), n * 5 + chance.choice([0, 0, 0, 60, -300]), fact))
    mixed = chance.sample(told, len(told))
    assert in_order(told) == in_order(mixed) == in_order(in_order(mixed))
    assert sorted(e.id for e in in_order(told)) == sorted(e.id for e in told)
