"""The end of the journey: earned by weeks in bloom with a good day, celebrated once, and on the right day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Graduated
from game.core.reports.progress import progress
from game.core.rules import parent_actions
from game.core.rules.journey import journey
from game.core.rules.rewards import RefusedByRules
from game.core.session.path_stations import played_on
from game.core.simulate.simulation import WELL
from tests.diary import START, both, case, catalogue, every_day, lived, of_family


def test_a_ceremony_under_a_clock_far_ahead_is_held_again_on_the_right_day() -> None:
    """Twelve weeks are played. On Saturday the computer starts 30 days ahead, and the ceremony is written there."""
    life = lived(both(range(82)), 83)
    robin, saturday, ahead, monday = life.robin, plus(START, 82), plus(START, 112), plus(START, 84)
    robin.record(ahead, 9, Graduated(early=False))
    early = journey(catalogue(), robin.child, ahead)
    assert early.is_celebrated(ahead) == (early.now(ahead).graduated_on is not None)
    right = journey(catalogue(), robin.child, saturday)
    assert right.now(saturday).graduated_on is None and not right.is_celebrated(saturday)
    robin._moment = datetime(2026, 3, 28, 7, tzinfo=UTC)  # the clock is right again
    for day in (saturday, plus(saturday, 1)):
        robin.play(day, day, Slot.MORNING, robin.whole_quest(day, day, Slot.MORNING), WELL, is_quest=True)
    way = journey(catalogue(), robin.child, monday)
    assert way.now(monday).graduated_on == monday and not way.is_celebrated(monday)
    robin.record(monday, 9, Graduated(early=False))
    for later in (monday, plus(monday, 40)):
        assert journey(catalogue(), robin.child, later).is_celebrated(later)


def test_a_ceremony_brought_forward_under_a_wrong_clock_stays_wished_for_and_is_held_again() -> None:
    robin = lived(both(range(60)), 60).robin
    today, ahead = plus(START, 60), plus(START, 400)
    robin.record(ahead, 9, Graduated(early=True))
    way = journey(catalogue(), robin.child, today)
    assert way.now(today).graduated_on == today and not way.is_celebrated(today)


def test_days_a_clock_ahead_brought_are_no_footprints_before_their_day() -> None:
    robin = lived("+0 morning * finished well right", 1).robin
    ahead = plus(START, 300)
    robin.play(ahead, ahead, Slot.MORNING, ["bear_walk"], WELL, is_quest=True)
    assert played_on(robin.child, plus(START, 1)) == {START}
    assert played_on(robin.child, ahead) == {START, ahead}


# ---------------------------------------------------------------- what a week must have
def test_twelve_weeks_in_bloom_without_a_good_day_do_not_graduate() -> None:
    life = of_family("hard", 100)
    assert {plan.state for plan in life.plans} == {"playing"}
    assert life.on(99).bloom_weeks == 14


@pytest.mark.parametrize("good", [0, 3, 8])
def test_where_no_ceremony_comes_after_twelve_weeks_the_next_step_says_what_it_waits_for(good: int) -> None:
    text = "".join(
        every_day(range(7 * week, 7 * week + 4), "morning * finished well hard")
        + (f"+{7 * week + 4} morning * finished well right\n" if week < good else "")
        for week in range(12)
    )
    robin = lived(text, 84).robin
    sunday, on_monday = (progress(catalogue(), robin.child, plus(START, n)).next_step for n in (83, 84))
    beside = progress(catalogue(), robin.child, plus(START, 84)).next_steps[1:]
    assert good == 8 or [r.key for r in beside] == ["reason_next_new"], "the next new exercise is told as well"
    assert sunday is None or sunday.key != "reason_next_ceremony"
    assert on_monday is not None
    assert (on_monday.key == "reason_next_ceremony") == (good < 8)
    if good < 8:
        assert dict(on_monday.values) == {"n": good, "weeks": 8}


@pytest.mark.parametrize(("good", "state"), [(7, "playing"), (8, "graduated")])
def test_eight_of_the_weeks_in_bloom_need_a_good_day(good: int, state: str) -> None:
    text = "".join(
        every_day(range(7 * week, 7 * week + 4), "morning * finished well hard")
        + (f"+{7 * week + 4} morning * finished well right\n" if week < good else "")
        for week in range(12)
    )
    life = lived(text, 85)
    assert (life.on(83).state, life.on(84).state) == ("playing", state)


@pytest.mark.parametrize(("good", "state"), [(7, "playing"), (8, "graduated")])
def test_brought_forward_from_the_eighth_week_in_bloom_with_a_good_day(good: int, state: str) -> None:
    text = "".join(
        every_day(range(7 * week, 7 * week + 4), f"morning * finished well {'right' if week < good else 'hard'}")
        for week in range(8)
    )
    life = lived(text + "+54 graduate\n", 57)
    assert life.on(55).state == state


@pytest.mark.parametrize(
    ("last", "state"),
    [("finished well right", "graduated"), ("finished well hard", "playing"), ("not-today", "playing")],
)
def test_brought_forward_on_the_fourth_good_day_of_the_eighth_week_itself(last: str, state: str) -> None:
    """The week blooms with today's session: the parent's wish and the button both see it, before the day is over."""
    text = both(range(49)) + every_day(range(49, 52), "morning * finished well hard")
    day, word = plus(START, 52), f"+52 morning * {last}\n"
    robin = lived(text + word, 53).robin
    try:
        facts = parent_actions.graduate(catalogue(), robin.child, day)
    except RefusedByRules:
        facts = ()
    assert bool(facts) == (state == "graduated")
    assert lived(text + word + "+52 graduate\n", 54).on(53).state == state


def test_the_wish_before_the_fourth_days_session_is_too_early() -> None:
    text = both(range(52)) + "+52 graduate\n+52 morning * finished well right\n"
    assert lived(text, 54).on(53).state == "playing"


def test_a_week_without_any_play_is_not_counted() -> None:
    # Eleven weeks played, one left out, one more: twelve counted weeks are over on day 91 and not on day 84.
    life = lived(both(range(77)) + both(range(84, 100)), 92)
    assert [life.on(n).state for n in (84, 90, 91)] == ["playing", "playing", "graduated"]


def test_a_week_with_one_day_of_play_is_counted() -> None:
    life = lived(both(range(77)) + every_day([80]) + both(range(84, 100)), 85)
    assert life.on(84).state == "graduated"


# ---------------------------------------------------------------- keep strong
def weekly(week: int) -> str:
    """Four days of a week, one of them good."""
    hard = every_day(range(7 * week, 7 * week + 3), "morning * finished well hard")
    return hard + f"+{7 * week + 3} morning * finished well right\n"


def test_after_graduation_what_was_never_met_still_joins_at_its_start_one_in_seven_days() -> None:
    # One good day a week: few have come by day 84. After it one joins every seven days where there is room; nothing grows.
    text = "".join(weekly(w) for w in range(17))
    life = lived(text, 118, case(age="11+"))
    assert life.on(84).state == "graduated"
    way = journey(catalogue(), life.robin.child, plus(START, 117))
    met = [set(way.morning(plus(START, n)).tracks) for n in range(118)]
    joined = [n for n in range(84, 118) if met[n] - met[n - 1]]
    assert len(joined) >= 3 and all(len(met[n] - met[n - 1]) == 1 for n in joined)
    assert all(b - a >= 7 for a, b in zip(joined, joined[1:]))
    for n in joined:
        (name,) = met[n] - met[n - 1]
        assert life.kept(n, name) == (1, catalogue().exercises[name].ramp.start)
    before, after = way.morning(plus(START, 84)), way.morning(plus(START, 117))
    assert {e: t.dose for e, t in after.tracks.items() if e in before.tracks} == {
        e: t.dose for e, t in before.tracks.items()
    }


@pytest.mark.parametrize("against", ["+85 hold\n", "+85 pause ill until +117\n", "+86 morning bear_walk ouch 4\n"])
def test_after_graduation_nothing_joins_while_held_in_a_pause_or_within_seven_days_of_pain(against: str) -> None:
    text = "".join(weekly(w) for w in range(12))
    life = lived(text + against + every_day([88, 92]), 94, case(age="11+"))
    way = journey(catalogue(), life.robin.child, plus(START, 93))
    assert set(way.morning(plus(START, 93)).tracks) == set(way.morning(plus(START, 85)).tracks)


# ---------------------------------------------------------------- nothing good in fourteen active days
def test_after_fourteen_active_days_without_a_good_one_the_parent_is_told_once() -> None:
    life = of_family("hard", 84)
    told = [n for n in range(84) if "reason_no_good_day" in life.notes(n)]
    assert told == [14]


def test_thirteen_days_or_a_good_one_among_them_or_a_dose_above_its_start_tell_nothing() -> None:
    hard = "morning * finished well hard"
    for text in (
        every_day(range(13), hard),
        every_day(range(7), hard) + every_day([7]) + every_day(range(8, 16), hard),
    ):
        life = lived(text, 18)
        assert not [n for n in range(18) if "reason_no_good_day" in life.notes(n)]
    grown = lived(both(range(22)) + every_day(range(22, 37), "morning lego_bricks finished well hard"), 37)
    assert not [n for n in range(37) if "reason_no_good_day" in grown.notes(n)]
