"""Stretches, beats and presses: what goes by itself and what follows a child."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.content import Foot, Position, Unit
from game.core.quest import Level
from game.core.session.pacing import (
    BOUNCE,
    PIECE_LANDS,
    Pace,
    beat,
    breath,
    is_shown_whole,
    loops_a_beat,
    place_line,
    stretches,
)
from game.core.settings import Settings
from game.data.levels.playable import read_shipped


def level(sets: int = 1, amount: int = 3, per_foot: bool = True, first: Foot = Foot.LEFT) -> Level:
    return Level("caterpillar", sets, amount, Unit.REPS, per_foot, 50, (), first)


def test_the_lagging_foot_goes_first_in_every_set():
    feet = [s.foot for s in stretches(level(sets=2, first=Foot.RIGHT))]
    assert feet == [Foot.RIGHT, Foot.LEFT, Foot.RIGHT, Foot.LEFT]


def test_both_feet_together_are_one_stretch_a_set():
    assert [(s.n, s.foot) for s in stretches(level(sets=3, per_foot=False))] == [(1, None), (2, None), (3, None)]


def test_without_a_press_the_beat_counts_every_unit():
    pace = Pace(3, 4.0)
    counted = []
    for _ in range(130):
        pace.go_on(0.1)
        counted.append(pace.units)
    assert counted[38] == 0 and counted[40] == 1 and counted[80] == 2 and pace.is_over


def test_a_piece_counts_as_it_falls_and_the_foot_still_goes_home():
    pace = Pace(1, 6.0, PIECE_LANDS)
    pace.go_on(5.2)
    assert pace.units == 1 and not pace.is_over
    pace.go_on(0.9)
    assert pace.is_over


def test_the_game_follows_presses_and_waits_for_the_next():
    pace = Pace(4, 6.0, PIECE_LANDS)
    pace.go_on(2)
    assert pace.press()
    pace.go_on(12)
    assert pace.units == 1


def test_three_beats_without_a_press_bring_the_beat_back():
    pace = Pace(4, 6.0, PIECE_LANDS)
    pace.go_on(2)
    pace.press()
    pace.go_on(18 + 6)
    assert pace.units == 2


def test_a_press_just_after_a_piece_fell_is_that_piece():
    pace = Pace(4, 6.0, PIECE_LANDS)
    pace.go_on(5.3)
    assert not pace.press()
    assert pace.units == 1


def test_a_double_press_is_one():
    pace = Pace(4, 6.0)
    pace.go_on(2)
    pace.press()
    pace.go_on(BOUNCE / 2)
    assert not pace.press()
    assert pace.units == 1


def test_presses_alone_finish_a_stretch():
    pace = Pace(2, 6.0, PIECE_LANDS)
    for _ in range(2):
        pace.go_on(1)
        pace.press()
    assert pace.is_over


@pytest.mark.parametrize("step", [0.01, 0.05, 1.0, 30.0])
def test_the_length_of_a_frame_changes_nothing(step):
    pace, gone = Pace(5, 3.0), 0.0
    while not pace.is_over:
        pace.go_on(step)
        gone += step
    assert 15 - 1e-6 <= gone < 15 + step + 1e-6 and pace.units == 5


def test_the_belly_is_full_after_four_seconds_and_empty_after_ten():
    assert breath(4, False)[0] == 1 and breath(9.999, False)[0] < 0.01


def test_evening_breath_goes_out_longer():
    assert breath(8, True)[0] > breath(8, False)[0]


@pytest.mark.parametrize(("chosen", "kept"), [(10, 30), (29, 30), (30, 30), (60, 60), (61, 60), (99, 60)])
def test_nobody_is_given_less_than_half_a_minute_of_rest_nor_more_than_a_whole_one(chosen, kept):
    assert Settings.of({"rest_seconds": str(chosen)}).within(read_shipped().rules).rest_seconds == kept


COUNTED = [e for e in read_shipped().exercises.values() if e.unit in (Unit.REPS, Unit.PIECES, Unit.SHAPES)]


@pytest.mark.parametrize("exercise", COUNTED, ids=lambda e: e.id)
def test_the_first_three_plays_of_whatever_is_counted_are_slower_by_half(exercise):
    assert [beat(exercise, n) for n in range(3)] == [pytest.approx(1.5 * exercise.tempo)] * 3
    assert beat(exercise, 3) == exercise.tempo


@pytest.mark.parametrize("exercise", [e for e in COUNTED if e.unit is Unit.PIECES], ids=lambda e: e.id)
def test_a_beginners_piece_takes_eight_to_ten_seconds(exercise):
    assert 8 <= beat(exercise, 0) <= 10


def test_a_quick_piece_of_a_familys_own_file_takes_eight_seconds_at_first():
    assert beat(replace(read_shipped().exercises["lego_bricks"], tempo=2), 0) == 8


# ---------------------------------------------------------------- on the moment, before and after it
@pytest.mark.parametrize(("seconds", "counts"), [(0.1, False), (0.4, False), (0.5, True), (0.6, True)])
def test_a_second_press_counts_from_half_a_second_on(seconds, counts):
    pace = Pace(4, 6.0)
    pace.press()
    pace.go_on(seconds)
    assert pace.press() is counts and pace.units == 1 + counts


@pytest.mark.parametrize(("seconds", "follows"), [(1.0, True), (5.75, True), (6.0, False), (6.25, False)])
def test_the_beat_goes_on_after_three_beats_of_silence(seconds, follows):
    pace = Pace(4, 2.0)  # steps of a quarter: sums of them are exact
    pace.press()
    for _ in range(int(seconds / 0.0625)):
        pace.go_on(0.0625)
    assert pace.follows_presses is follows


def test_the_picture_waits_for_a_press_at_seven_tenths_of_a_beat():
    pace = Pace(4, 2.0)
    pace.press()
    pace.go_on(1.0)
    assert pace.phase == pytest.approx(0.5)
    pace.go_on(3.0)
    assert pace.phase == pytest.approx(0.7) and pace.share == pytest.approx(1.7 / 4)


def test_nothing_counts_when_a_stretch_is_over():
    pace = Pace(1, 2.0)
    pace.go_on(2.0)
    assert pace.is_over and pace.share == 1.0 and not pace.press() and pace.units == 1
    seconds = pace.seconds
    pace.go_on(5.0)
    assert pace.seconds == seconds


def test_a_piece_that_has_landed_stays_one_until_its_beat_is_over():
    pace = Pace(2, 4.0, PIECE_LANDS)
    pace.go_on(3.3)
    assert (pace.units, pace.share) == (0, pytest.approx(3.3 / 8))
    pace.go_on(0.2)
    assert (pace.units, pace.share) == (1, pytest.approx(3.5 / 8))
    pace.go_on(0.6)
    assert (pace.units, pace.share, pace.is_over) == (1, pytest.approx(4.1 / 8), False)


@pytest.mark.parametrize(("longer", "loops"), [(1.0, 1.0), (1.15, 1.0), (1.16, 0.5), (2.0, 0.5)])
def test_a_clip_that_holds_two_is_shown_at_half_a_loop_a_beat(longer, loops):
    exercise = replace(COUNTED[0], tempo=4.0)
    assert loops_a_beat(exercise, longer * 4.0) == loops
    for walk in (Unit.SECONDS, Unit.MINUTES):
        assert loops_a_beat(replace(exercise, unit=walk), longer * 4.0) == pytest.approx(1 / longer)


@pytest.mark.parametrize(
    ("seconds", "is_evening", "full", "fills"),
    [
        (0, False, 0, True), (2, False, 0.5, True), (4, False, 1, False), (7, False, 0.5, False), (10, False, 0, True),
        (8, True, 0.5, False), (12, True, 0, True), (14, True, 0.5, True),
    ],
)  # fmt: skip
def test_the_belly_fills_in_four_seconds_and_empties_in_six_or_eight(seconds, is_evening, full, fills):
    assert breath(seconds, is_evening) == (pytest.approx(full), fills)


@pytest.mark.parametrize(("plays", "whole"), [(0, True), (1, True), (2, False), (3, False)])
def test_an_exercise_is_shown_whole_the_first_two_times_it_is_played_here(plays, whole):
    assert is_shown_whole(plays) is whole


def test_seconds_are_counted_as_seconds_however_often_a_walk_was_played():
    walk = read_shipped().exercises["bear_walk"]
    assert [beat(replace(walk, tempo=3.0), n) for n in (0, 2, 3)] == [1.0, 1.0, 1.0]


def test_each_place_has_its_line():
    lines = [place_line(p) for p in Position]
    assert lines == ["play_lying", "play_floor", "play_chair", "play_stand", "play_mat", "play_mat"]
