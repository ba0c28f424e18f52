"""The figures are there, whole and named; how large they are is for the command to say, never for a test."""

from __future__ import annotations

import math

from game.bench import diary, long_life, start, still
from game.bench.pairs import REPEATS, Figure, in_turn, ratio, share


def is_whole(measure: Figure) -> bool:
    return bool(measure.name) and measure.unit in ("x", "x floor", "x smallest window", "%", "ms", "frames") and (
        math.isfinite(measure.value) and measure.value >= 0
    )  # fmt: skip


def test_two_things_are_measured_in_turn():
    said: list[str] = []
    ones, others = in_turn(lambda: said.append("one"), lambda: said.append("other"), 3)
    assert said == ["one", "other"] * 3
    assert len(ones) == len(others) == 3


def test_a_ratio_is_the_middle_of_the_rounds_own():
    assert ratio([2, 30, 8], [1, 10, 2]) == 3


def test_a_share_of_one_is_the_largest():
    assert share([3, 1, 2], 1.0) == 3


def test_a_figure_without_a_goal_is_always_met():
    assert Figure("anything", 1e9, "x").is_met


def test_a_long_life_is_begun_from_what_its_last_good_night_left():
    begun, beside, page, after, page_opened, after_opened, *whole = list(long_life.measures(few=30, many=60))
    assert all(figure.goal == 20.0 and figure.value > 0 for figure in (page_opened, after_opened))
    assert begun.unit == "x bare reading" and begun.value > 0 and begun.goal == 0.05
    assert all(figure.value > 0 and figure.goal == 1.15 for figure in (beside, page, after))
    assert len(whole) == 3 and all(figure.value > 0 for figure in whole)


def test_a_short_and_a_long_diary_are_measured():
    found = list(diary.measures(few=2, many=20))
    assert all(is_whole(m) for m in found)
    assert len(found) == 5


def test_the_start_is_measured():
    found = list(start.measures(rounds=1))
    assert all(is_whole(m) for m in found)
    assert [m.name.partition(",")[0] for m in found[:3:2]] == ["start to the window", "start to who is playing"]
    assert len(found) == 7


def test_a_still_page_is_watched_from_beside_and_given_keys_at_the_real_loop() -> None:
    found = still.watched(settles=0, watches=0.01, apart=0.01)
    assert len(found.cpu) == len(found.wake_ups) == len(found.drawn) == REPEATS
    assert len(found.seen) == REPEATS and all(0 < seen < 5000 for seen in found.seen)
