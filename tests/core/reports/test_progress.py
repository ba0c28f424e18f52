"""What the progress screen is given."""

from __future__ import annotations

import pytest

from game.core.days import plus
from game.core.events import LevelPlayed, Outcome
from game.core.reports.progress import PlayState, SlotShare, blooms_by, exercise_progress, exercises_shown, progress
from game.core.rules.journey import journey
from game.core.simulate.simulation import begun
from tests.diary import START, both, case, catalogue, every_day, lived, of_family


def test_an_empty_page_before_the_first_play() -> None:
    shown = progress(catalogue(), begun(catalogue(), case()).child, START)
    assert (shown.planned_sessions, shown.done_sessions, shown.streak, shown.last_active) == (0, 0, 0, None)
    assert len(shown.weeks) >= 1 and shown.state is PlayState.PLAYING


def test_today_counts_where_it_was_played() -> None:
    robin = lived(every_day([0, 1]), 2).robin
    shown = progress(catalogue(), robin.child, plus(START, 1))
    assert (shown.active_days, shown.streak, shown.best_streak) == (2, 2, 2)


def test_each_day_has_two_halves() -> None:
    text = "+0 morning * finished well right\n+0 evening bear_walk finished well right\n+1 morning lego_bricks finished well right\n+1 morning caterpillar finished well right"
    (week,) = progress(catalogue(), lived(text, 3).robin.child, plus(START, 2)).weeks
    assert [(d.morning, d.evening) for d in week.days[:3]] == [
        (SlotShare.ALL, SlotShare.PART), (SlotShare.MOST, SlotShare.NOTHING), (SlotShare.NOTHING, SlotShare.NOTHING),
    ]  # fmt: skip
    assert (week.days[0].planned_s, week.days[0].done_s) == (280, 180)
    assert [d.is_future for d in week.days] == [False] * 3 + [True] * 4


def test_paused_days_are_shown_as_pauses_and_not_planned() -> None:
    robin = lived(both(range(4)) + "+4 pause ill until +6", 8).robin
    shown = progress(catalogue(), robin.child, plus(START, 5))
    assert [d.is_paused for d in shown.weeks[0].days] == [False] * 4 + [True] * 2 + [False]
    assert (shown.state, str(shown.paused_since)) == (PlayState.PAUSED, "2026-01-09")
    assert shown.planned_sessions == 8


def test_a_week_comes_into_bloom_by_the_word_that_makes_its_fourth_active_day() -> None:
    child = lived(every_day([0, 1, 2, 3]), 4).robin.child
    by_day = {day: {a.id for a in child.attempts.values() if a.on == day} for day in (plus(START, n) for n in range(4))}
    last = by_day[plus(START, 3)]
    assert len(last) > 1 and blooms_by(catalogue(), child, last, plus(START, 3))
    assert blooms_by(catalogue(), child, by_day[plus(START, 2)], plus(START, 3)), (
        "a late word on an earlier day as well"
    )
    assert not blooms_by(catalogue(), child, set(list(last)[1:]), plus(START, 3)), "the day was active without it"
    assert not blooms_by(catalogue(), child, by_day[plus(START, 2)], plus(START, 2))


def test_four_weeks_of_sessions_planned_and_done() -> None:
    shown = progress(catalogue(), of_family("typical", 60).robin.child, plus(START, 60))
    assert shown.planned_sessions == 56
    assert 0.5 < shown.done_sessions / shown.planned_sessions < 0.7
    assert shown.week == 9 and shown.budget_cap_s == 600


def test_after_graduation_two_days_a_week_are_what_was_planned() -> None:
    for days, done in (([0, 3], 8), ([0], 4), (range(7), 8)):
        text = both(range(84)) + "".join(every_day([n + d for d in days]) for n in range(84, 119, 7))
        shown = progress(catalogue(), lived(text, 120).robin.child, plus(START, 119))
        assert (shown.planned_sessions, shown.done_sessions) == (8, done)


def test_a_paused_week_after_graduation_asks_for_nothing() -> None:
    text = both(range(84)) + "+84 pause away until +111\n"
    shown = progress(catalogue(), lived(text, 113).robin.child, plus(START, 112))
    assert (shown.planned_sessions, shown.done_sessions) == (0, 0)


def test_fourteen_active_days_without_a_good_one_are_shown_until_one_comes() -> None:
    hard = every_day(range(16), "morning * finished well hard")
    shown = progress(catalogue(), lived(hard, 17).robin.child, plus(START, 16))
    assert shown.no_good_since == plus(START, 14)
    good = progress(catalogue(), lived(hard + every_day([16]), 18).robin.child, plus(START, 17))
    assert good.no_good_since is None


def test_the_road_of_a_dose_with_its_reasons() -> None:
    robin = lived(both(range(14)) + "+14 morning bear_walk finished well hard", 16).robin
    shown = exercise_progress(catalogue(), robin.child, "bear_walk", plus(START, 15))
    assert [(str(s.day)[5:], s.amount, s.why and s.why.key) for s in shown.steps] == [
        ("01-05", 20, "reason_start"), ("01-12", 25, "reason_step"), ("01-19", 30, "reason_step"), ("01-20", 25, "reason_hard"),
    ]  # fmt: skip
    assert shown.can_step_back and shown.clean_to_go == 3


def test_a_quarter_less_on_one_side_for_two_weeks_is_lasting() -> None:
    robin = begun(catalogue(), case())
    for n in range(14):
        day = plus(START, n)
        fact = LevelPlayed(f"a{n}", "s", day, "morning", "caterpillar", 1, 4, Outcome.FINISHED, 4, 3)  # type: ignore[arg-type]
        robin.record(day, 8, fact)
    lasting = exercise_progress(catalogue(), robin.child, "caterpillar", plus(START, 13))
    assert (lasting.left, lasting.right, lasting.apart, lasting.is_apart) == (56, 42, 25, True)
    early = exercise_progress(catalogue(), robin.child, "caterpillar", plus(START, 5))
    assert early.is_apart is False


def test_the_list_shows_what_is_in_play_first_and_what_is_ordered_last() -> None:
    shown = exercises_shown(catalogue(), lived(both(range(8)), 8).robin.child, plus(START, 8))
    assert shown[:4] == ("bear_walk", "lego_bricks", "caterpillar", "lift_ride")
    assert shown[-1] == "duckling_walk"
    with pytest.raises(KeyError):
        exercise_progress(catalogue(), lived("", 1).robin.child, "no_such_thing", START)


def test_strong_pain_of_the_last_four_weeks_is_listed() -> None:
    robin = lived("+0 morning bear_walk ouch 4\n+1 morning lego_bricks ouch 2\n+1 morning caterpillar ouch 6", 3).robin
    shown = progress(catalogue(), robin.child, plus(START, 2))
    assert [(name, score) for _, name, score in shown.painful] == [("bear_walk", 4), ("caterpillar", 6)]
    assert shown.state is PlayState.PAUSED


def test_after_graduation_two_sessions_a_week_are_planned() -> None:
    robin = of_family("perfect", 140).robin
    day = plus(START, 140)
    shown = progress(catalogue(), robin.child, day)
    assert shown.state is PlayState.GRADUATED and shown.planned_sessions == 8
    graduated = journey(catalogue(), robin.child, day).now(day).graduated_on
    assert graduated is not None
    days = [d for week in shown.weeks for d in week.days if graduated < d.day <= day]
    assert all(d.planned_s == 0 for d in days if not d.done_s), "nobody plans a day that was not played"


def test_four_weeks_around_graduation_plan_both_ways() -> None:
    robin = of_family("perfect", 140).robin
    graduated = journey(catalogue(), robin.child, plus(START, 140)).now(plus(START, 140)).graduated_on
    assert graduated is not None
    halfway = progress(catalogue(), robin.child, plus(graduated, 14))
    assert halfway.planned_sessions == 14 * 2 + 2 + round(13 * 2 / 7)


def test_what_was_played_in_a_pause_is_not_one_of_none() -> None:
    robin = lived("+0 pause ill until +6\n+2 morning bear_walk finished well right", 8).robin
    shown = progress(catalogue(), robin.child, plus(START, 5))
    assert (shown.done_sessions, shown.planned_sessions) == (1, 1)
