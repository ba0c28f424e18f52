"""Pauses and the order of a day's facts: first and last days, and those beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    Effort,
    Grade,
    Held,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    Released,
    Resumed,
    ToldLater,
)
from game.core.rules.journey import journey
from game.core.rules.state import RestingExercise
from game.core.rules.timeline import BORN, Pause, days_counted
from tests.diary import START, both, catalogue, lived


@pytest.mark.parametrize(("day", "is_on"), [(1, False), (2, True), (3, True), (4, True), (5, False)])
def test_a_pause_is_on_from_its_first_day_to_its_last(day: int, is_on: bool) -> None:
    pause = Pause(PauseReason.ILL, plus(START, 2), plus(START, 4), told=START)
    assert pause.is_on(plus(START, day)) is is_on is pause.is_known(plus(START, day)), "told before it began"


@pytest.mark.parametrize(("told", "known"), [(1, [2, 3, 4]), (2, [3, 4]), (3, [3, 4])])
def test_a_morning_knows_a_pause_that_began_before_it_or_was_told_before(told: int, known: list[int]) -> None:
    pause = Pause(PauseReason.ILL, plus(START, 2), plus(START, 4), told=plus(START, told))
    assert [n for n in range(7) if pause.is_known(plus(START, n))] == known


@pytest.mark.parametrize(("ended", "known"), [(3, [2, 3]), (4, [2, 3, 4])])
def test_the_morning_of_the_day_it_was_ended_on_still_stood_under_it(ended: int, known: list[int]) -> None:
    last = plus(START, ended - 1)
    pause = Pause(PauseReason.ILL, plus(START, 2), last, told=START, ended=plus(START, ended))
    assert [n for n in range(7) if pause.is_known(plus(START, n))] == known
    assert not pause.is_on(plus(START, ended))


@pytest.mark.parametrize(("resumed", "paused"), [(1, [2, 3, 4]), (2, []), (3, [2]), (4, [2, 3]), (5, [2, 3, 4])])
def test_only_a_pause_that_is_on_ends_the_day_before(resumed: int, paused: list[int]) -> None:
    robin = lived("", 1).robin
    robin.record(START, 9, Paused(PauseReason.AWAY, plus(START, 2), plus(START, 4)))
    robin.record(plus(START, resumed), 9, Resumed())
    way = journey(catalogue(), robin.child, plus(START, 6))
    assert [n for n in range(7) if way.pause(plus(START, n))] == paused


def test_of_two_pauses_the_one_that_lasts_longest_is_told() -> None:
    robin = lived("", 1).robin
    robin.record(
        START, 9, Paused(PauseReason.ILL, START, plus(START, 5)), Paused(PauseReason.AWAY, START, plus(START, 3))
    )
    way = journey(catalogue(), robin.child, plus(START, 6))
    assert [pause.reason for n in (0, 3, 5) if (pause := way.pause(plus(START, n)))] == [PauseReason.ILL] * 3


@pytest.mark.parametrize(("later", "grown"), [(0, 25), (2, 25), (3, 20)])
def test_a_word_counts_in_time_for_two_days_and_later_for_the_record_alone(later: int, grown: int) -> None:
    # Two clean mornings, and the word on the third play told so many days later: three clean ones are a step.
    robin = lived("+0 morning * finished well right\n+1 morning * finished well right\n", 2).robin
    day = plus(START, 4)
    robin.record(day, 8, LevelPlayed("third", "s", day, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20))
    robin.record(plus(day, later), 20, LevelConfirmed("third", Grade.WELL, Effort.RIGHT))
    assert (
        journey(catalogue(), robin.child, plus(START, 9)).morning(plus(START, 9)).tracks["bear_walk"].dose.amount
        == grown
    )


def test_what_is_told_late_of_the_morning_comes_before_what_was_told_of_the_evening() -> None:
    robin = lived("", 1).robin
    for slot, at in ((Slot.EVENING, 18), (Slot.MORNING, 20)):
        robin.record(START, at, LevelPlayed(slot, "s", START, slot, "bear_walk", 1, 20, Outcome.FINISHED, 20))
    way = journey(catalogue(), robin.child, START)
    assert [a.slot for a in way.attempts(START)] == [Slot.MORNING, Slot.EVENING]
    assert way.at(START, Slot.EVENING).tried["bear_walk"] == (START, 0), "the evening's quest knows of the morning"
    assert way.now(START).tried["bear_walk"] == (START, 1)


def test_what_a_parent_steers_keeps_its_place_among_the_plays_told_before() -> None:
    life = lived(both(range(9)), 9)
    day = plus(START, 9)
    life.robin.record(day, 7, Held())
    life.robin.record(day, 21, Released())
    way = journey(catalogue(), life.robin.child, day)
    assert way.at(day, Slot.MORNING).is_held is False and way.now(day).is_held is False
    assert [e.fact for e in life.robin.child.events][-2:] == [Held(), Released()]


@pytest.mark.parametrize(("outcome", "score", "ouch", "hurts"), [
    (Outcome.FINISHED, None, None, False), (Outcome.FINISHED, 2, 2, True), (Outcome.HURT, None, None, True), (Outcome.HURT, 0, 0, True),
])  # fmt: skip
def test_of_a_play_with_a_word_told_later_the_rules_know_what_was_told_in_time(
    outcome: Outcome, score: int | None, ouch: int | None, hurts: bool
) -> None:
    robin = lived("", 1).robin
    robin.record(START, 8, LevelPlayed("a", "s", START, Slot.MORNING, "bear_walk", 1, 20, outcome, 20))
    if score is not None:
        robin.record(START, 9, OuchTold("a", "bear_walk", START, Slot.MORNING, score))
    robin.record(
        plus(START, 3),
        9,
        LevelConfirmed("a", Grade.WELL, Effort.RIGHT),
        OuchTold("a", "bear_walk", START, Slot.MORNING, 3),
    )
    (known,) = journey(catalogue(), robin.child, plus(START, 3)).attempts(START)
    assert (known.grade, known.effort, known.ouch, known.is_hurt) == (None, None, ouch, hurts)
    assert (robin.child.attempts["a"].grade, robin.child.attempts["a"].ouch) == (Grade.WELL, 3), (
        "the records know it all"
    )


def test_pain_told_later_before_the_mornings_play_rests_in_the_mornings_quest() -> None:
    robin = lived(both(range(4)), 4).robin
    old = next(a for a in robin.child.attempts.values() if a.exercise == "bear_walk")
    day = plus(START, 5)
    robin.record(day, 7, OuchTold(old.id, "bear_walk", old.on, old.slot, 5))
    robin.record(day, 8, LevelPlayed("a", "s", day, Slot.MORNING, "caterpillar", 1, 3, Outcome.FINISHED, 3, 3))
    assert journey(catalogue(), robin.child, day).at(day, Slot.MORNING).resting["bear_walk"] == RestingExercise(
        day, 5, hurt_on=START
    )


@pytest.mark.parametrize(("told", "counted"), [
    (date(1970, 1, 1), date(2026, 1, 4)), (date(2024, 12, 31), date(2026, 1, 4)), (date(2025, 1, 1), date(2025, 1, 1)),
    (date(2025, 1, 2), date(2025, 1, 2)),
])  # fmt: skip
def test_a_day_before_there_was_a_game_belongs_to_the_day_before_what_was_told_next(told: date, counted: date) -> None:
    robin = lived("", 1).robin
    (first, second) = (
        replace(robin.events[0], day=day, at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
        for day in (told, START)
    )
    assert days_counted([first, second], plus(START, 1)) == [counted, START]


@pytest.mark.parametrize(("first", "counted"), [(-1, 4), (0, -1), (1, 0), (5, 4)])
def test_a_clock_never_set_counts_for_the_day_before_any_others_first_day_of_play(first: int, counted: int) -> None:
    robin = lived("", 1).robin
    odd, other, last = (
        replace(robin.events[0], day=day, device=device, at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
        for day, device in ((date(1970, 1, 1), "odd"), (plus(BORN, first), "other"), (plus(BORN, 5), "other"))
    )
    assert days_counted([odd, other, last], plus(BORN, 10))[0] == plus(BORN, counted)


@pytest.mark.parametrize(("today", "counted"), [(-1, date(1970, 1, 1)), (0, plus(BORN, -1)), (1, BORN)])
def test_from_the_first_day_of_the_game_on_a_clock_nobody_set_counts_for_yesterday(today: int, counted: date) -> None:
    event = replace(lived("", 1).robin.events[0], day=date(1970, 1, 1))
    assert days_counted([event], plus(BORN, today)) == [counted]


@pytest.mark.parametrize(("on", "painful"), [(5, 15), (9, 19), (40, 20)])
def test_pain_for_the_record_told_by_a_clock_that_was_back_is_of_a_day_as_much_later_and_never_of_one_to_come(
    on: int, painful: int
) -> None:
    """Twenty days told by a clock that was right, one by a clock ten days behind, and one more by the right one."""
    robin = lived(both(range(21)), 21).robin
    fact = ToldLater(plus(START, on), Slot.MORNING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, 6)
    robin.record(plus(START, 10), 9, fact)
    robin.record(plus(START, 21), 9, Held())
    state = journey(catalogue(), robin.child, plus(START, 21)).now(plus(START, 21))
    assert state.pain_days == (plus(START, painful),)
    assert state.resting == {
        "bear_walk": RestingExercise(plus(START, 20), 6, hurt_on=plus(START, painful) if painful != 20 else None)
    }
