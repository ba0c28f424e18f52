"""A clock that was set back or ahead for a while: no dose rises by it, no lock opens, and no run of days shrinks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.core.content import Slot
from game.core.days import days_between, plus
from game.core.events import (
    DoctorAsked,
    Event,
    ExerciseAllowed,
    Fact,
    Held,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    QuestKind,
    Released,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    SignsTicked,
    SteppedBack,
)
from game.core.history.fold import fold
from game.core.history.history import Child, empty_family
from game.core.rules import timeline
from game.core.rules.dose import is_above
from game.core.rules.journey import Journey
from game.core.rules.state import ChildState, is_playable
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL
from tests.diary import START, both, case, catalogue, lived

LIVED = 40  # days
THEN = plus(START, LIVED)  # the day something is steered on


def session(name: str, on: date, score: int | None = None) -> tuple[Fact, ...]:
    """One exercise, nobody's word on it yet; `score` when it hurt."""
    where = (f"{name}-session", on, Slot.MORNING)
    outcome = Outcome.FINISHED if score is None else Outcome.HURT
    hurts = () if score is None else (OuchTold(name, "bear_walk", on, Slot.MORNING, score),)
    return (
        SessionStarted(*where, QuestKind.ONE, ("bear_walk",)),
        LevelPlayed(name, *where, "bear_walk", 1, 20, outcome, 20),
        *hurts,
        SessionEnded(where[0], SessionEnding.WHOLE),
    )


@cache
def _forty_days() -> SimulatedChild:
    return lived(both(range(LIVED)), LIVED).robin


def robin_after(*facts: Fact) -> SimulatedChild:
    """Forty good days, and what a grown-up said on the day after."""
    robin = copy(_forty_days())
    robin.events = list(robin.events)
    robin.record(THEN, 12, *facts)
    return robin


STEERED = {
    "steps back": (SteppedBack("bear_walk"), SteppedBack(None)),
    "a hold": (Held(),),
    "a hold that ended": (Held(), Released()),
    "signs": (SignsTicked(("fever",)),),
    "a doctor asked": (*session("p1", plus(THEN, -1), 6), *session("p2", THEN, 7), DoctorAsked("pain"),
                       ExerciseAllowed(None)),
    "a painful stop": (*session("p1", plus(THEN, -1), 6), *session("p2", THEN, 7)),
}  # fmt: skip
BACK = [date(2000, 1, 1), date(1970, 1, 1), date(2025, 12, 1), plus(START, -1), plus(START, 20), plus(START, 38)]


@pytest.mark.parametrize("facts", STEERED.values(), ids=STEERED)
@pytest.mark.parametrize("wrong", BACK, ids=str)
@pytest.mark.parametrize("score", [None, 5], ids=["well", "hurting"])
def test_a_session_of_a_clock_set_back_belongs_to_the_day_told_before_it(
    wrong: date, facts: tuple[Fact, ...], score: int | None
) -> None:
    back, right, without = robin_after(*facts), robin_after(*facts), robin_after(*facts)
    back.record(wrong, 8, *session("bear", wrong, score))
    right.record(THEN, 8, *session("bear", THEN, score))
    for robin in (back, right, without):
        robin.record(plus(THEN, 1), 8, *session("later", plus(THEN, 1)))
    for n in (1, 2, 5, 20):
        day = plus(THEN, n)
        seen, expected, before = (Journey(catalogue(), r.child, day) for r in (back, right, without))
        assert seen.morning(day) == expected.morning(day)
        assert locks(seen.morning(day)) >= locks(before.morning(day))
        assert seen.morning(day).run.counted_weeks == before.morning(day).run.counted_weeks
        if score is None:
            assert_no_dose_rises(before.morning(day), seen.morning(day))
        assert [replace(a, at=None) for a in seen.attempts(THEN)] == [
            replace(a, at=None) for a in expected.attempts(THEN)
        ]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "word", [Held(), SteppedBack("bear_walk"), SteppedBack(None), SignsTicked(("fever",))], ids=str
)
@pytest.mark.parametrize("wrong", [*BACK, plus(START, 400)], ids=str)
def test_a_word_told_by_a_wrong_clock_is_kept(wrong: date, word: Fact) -> None:
    robin, right = robin_after(), robin_after()
    for who, on in ((robin, wrong), (right, plus(THEN, -1 if wrong < THEN else 1))):
        who.record(on, 9, word)
        who.record(plus(THEN, 1), 8, *session("later", plus(THEN, 1)))
    day = plus(THEN, 3)
    seen, expected = (Journey(catalogue(), r.child, day).morning(day) for r in (robin, right))
    assert locks(seen) == locks(expected) and seen.budget == expected.budget
    assert {e: t.dose for e, t in seen.tracks.items()} == {e: t.dose for e, t in expected.tracks.items()}


@pytest.mark.parametrize("wrong", [date(1, 1, 1), date(1970, 1, 1), date(2000, 1, 1)], ids=str)
def test_only_days_that_were_lived_are_folded(wrong: date) -> None:
    robin = robin_after(Held())
    robin.record(wrong, 8, *session("bear", wrong))
    way = Journey(catalogue(), robin.child, plus(THEN, 1))
    way.now(plus(THEN, 1))
    assert way.first == plus(START, -1)
    assert len(way._starts) == days_between(plus(START, -1), plus(THEN, 1)) + 1


def test_a_word_on_a_play_of_a_clock_set_back_counts_on_its_day() -> None:
    robin = robin_after()
    robin.play(date(2000, 1, 1), date(2000, 1, 1), Slot.MORNING, ["bear_walk"], WELL, is_quest=False)
    way = Journey(catalogue(), robin.child, plus(THEN, 1))
    (play,) = way.attempts(plus(START, LIVED - 1))[-1:]
    assert (play.on, play.is_told) == (plus(START, LIVED - 1), True)
    assert robin.child.attempts[play.id].is_told
    assert way.before(robin.child.attempts[play.id]).last_play == plus(START, LIVED - 1)


def test_a_week_by_the_clock_of_another_year_stays_a_week() -> None:
    robin, right = robin_after(), robin_after()
    for n in range(7):
        for who, on in ((robin, plus(date(2003, 5, 1), n)), (right, plus(START, LIVED - 1 + n))):
            who.record(on, 8, *session(f"s{n}", on))
    day = plus(START, LIVED + 8)
    seen, expected = (Journey(catalogue(), r.child, day).morning(day) for r in (robin, right))
    assert seen.run == expected.run and seen.run.streak == LIVED + 6


def test_a_pause_told_by_a_clock_set_back_is_as_long_as_it_was_told() -> None:
    robin = robin_after()
    robin.record(THEN, 8, *session("s", THEN))
    robin.record(date(2000, 1, 1), 9, Paused(PauseReason.ILL, date(2000, 1, 1), date(2000, 1, 4)))
    way = Journey(catalogue(), robin.child, plus(THEN, 9))
    assert [way.pause(plus(THEN, n)) is not None for n in (-1, 0, 3, 4)] == [False, True, True, False]


# ---------------------------------------------------------------- any jumps
@dataclass(frozen=True)
class Told:
    """An event, the day it was really told on, and whether it is of a session of a wrong clock."""

    event: Event
    day: date
    is_jumped: bool = False


def locks(state: ChildState) -> set[str]:
    """What keeps a child from playing or growing."""
    shut = {f"rests {name}" for name, rest in state.resting.items() if rest.returns is None}
    shut |= {"held"} if state.is_held else set()
    shut |= {"stopped"} if state.stopped_on is not None else set()
    return shut | ({"signs"} if state.signs else set())


def assert_no_dose_rises(before: ChildState, after: ChildState) -> None:
    assert after.budget <= before.budget
    assert set(after.tracks) <= set(before.tracks)
    for name, track in after.tracks.items():
        assert not is_above(track.dose, before.tracks[name].dose), name


HOW = ("finished well right",) * 5 + ("finished well easy", "finished helped right", "stopped partly hard")
STEER = ("hold", "release", "back", "back bear_walk", "forward bear_walk")
PAIN = ("ouch 4", "ouch 6", *HOW)
DAYS, PAINFUL_FROM = 36, 30


def story(seed: int) -> list[Told]:
    """Thirty-six days told by a right clock, pain and a doctor's word among the last; between them three sessions with
    the clock up to 400 days off, nobody's word on them."""
    from tests.core.rules.test_journey import told_leniently

    chance = Random(seed)
    rows: list[str] = []
    for n in range(DAYS):
        how, steer = (HOW, STEER) if n < PAINFUL_FROM else (PAIN, (*STEER, "allow *", "resume doctor-asked"))
        rows += [f"+{n} {slot} * {chance.choice(how)}" for slot in Slot if chance.random() < 0.95]
        rows += [f"+{n} {chance.choice(steer)}"] if chance.random() < 0.2 else []
    robin, _ = told_leniently(rows, case(), DAYS)
    told = [Told(event, event.day) for event in robin.events]
    for n, place in enumerate(sorted(chance.sample(range(len(told) // 4, len(told)), 3), reverse=True)):
        before = told[place - 1]
        off = chance.choice([-400, -30, -7, -2, -1, 1, 2, 7, 30, 400, chance.randrange(-400, 400)])
        wrong = plus(before.day, off)
        told[place:place] = [
            Told(Event(f"jump-{n}-{i}", "simulation", 0, "robin", before.event.at, wrong, 60, fact), before.day, True)
            for i, fact in enumerate(session(f"jump-{n}", wrong))
        ]
    return told


def child_of(told: Sequence[Told]) -> Child:
    return fold(empty_family(), [t.event for t in told]).children["robin"]


def check(seed: int) -> None:
    """On each real day the child is no further, and no less shut, than had the sessions of wrong clocks never been."""
    told = story(seed)
    first = next(n for n, t in enumerate(told) if t.is_jumped)
    began, end = told[first].day, plus(told[-1].day, 6)  # later, a gap makes less of what was not played
    for day in {plus(began, n) for n in (1, 2, 3, 5, 9)} | {plus(end, -n) for n in (0, 3, 5)}:
        if not began < day <= end:
            continue
        known = [t for t in told if t.day < day]
        before = Journey(catalogue(), child_of([t for t in known if not t.is_jumped]), day).morning(day)
        after = Journey(catalogue(), child_of(known), day).morning(day)
        assert_no_dose_rises(before, after)
        assert locks(after) >= locks(before)
        assert after.run.streak >= before.run.streak and after.run.best >= before.run.best
        bloomed = after.run.bloom_weeks - before.run.bloom_weeks  # by what was played in them
        assert after.run.counted_weeks <= before.run.counted_weeks + bloomed
        assert not is_playable(catalogue(), after, day) or is_playable(catalogue(), before, day)


@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate))
@given(st.integers(0, 10**9))
def test_no_dose_rises_no_lock_opens_and_no_run_shrinks_by_a_clock(seed: int) -> None:
    check(seed)


def _as_told(events: Sequence[Event], today: date) -> list[date]:
    return [min(event.day, today) for event in events]


def _at_the_latest(events: Sequence[Event], today: date) -> list[date]:
    counted = [event.day for event in events]
    for n in range(len(counted) - 1, -1, -1):
        counted[n] = today = min(counted[n], today)
    return counted


@pytest.mark.parametrize("reading", [_as_told, _at_the_latest])
def test_that_promise_is_broken_by_a_reading_that_believes_every_clock(
    reading: Callable[[Sequence[Event], date], list[date]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: were it kept here, the test above would prove nothing."""
    monkeypatch.setattr(timeline, "days_counted", reading)
    with pytest.raises(AssertionError):
        for seed in range(30):
            check(seed)


def test_pain_told_by_a_clock_set_back_hurts_after_all_that_was_said_before() -> None:
    """Though that clock says morning, and in the evening before it the exercise was allowed again."""
    evening = (THEN, Slot.EVENING)
    hurting = LevelPlayed("evening", "evening-session", *evening, "bear_walk", 1, 20, Outcome.HURT, 5)
    robin = robin_after(hurting, OuchTold("evening", "bear_walk", *evening, 5), ExerciseAllowed(None))
    assert not locks(Journey(catalogue(), robin.child, plus(THEN, 1)).morning(plus(THEN, 1)))
    robin.record(date(2000, 1, 1), 8, *session("bear", date(2000, 1, 1), 5))
    assert locks(Journey(catalogue(), robin.child, plus(THEN, 1)).morning(plus(THEN, 1))) == {"rests bear_walk"}


def test_what_was_told_next_shows_which_of_two_days_was_wrong() -> None:
    """A single day that is the only one later than what was told after it: ahead, as it seems, until it goes on."""
    robin, day = robin_after(SteppedBack(None)), plus(THEN, 1)
    robin.record(plus(THEN, -1), 20, *session("back", plus(THEN, -1)))
    way = Journey(catalogue(), robin.child, day)
    assert way.morning(day).budget_since == THEN
    robin.record(day, 8, *session("next", day))
    way.follow(robin.child, day)
    assert way.morning(day).budget_since == day
    assert way.morning(day) == Journey(catalogue(), robin.child, day).morning(day)
