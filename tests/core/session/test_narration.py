"""What the voice says: spaced, never twice, never two at once; for every exercise the game ships."""

from __future__ import annotations

import json

import pytest

from game.core.content import Exercise, Unit
from game.core.session.narration import CUES, Counting, closing, walk
from game.data.files.resources import resource
from game.data.levels.levels import read_shipped

SECONDS = json.loads((resource("assets") / "voice" / "en" / "seconds.json").read_text(encoding="utf-8"))
EXERCISES = read_shipped().exercises
WALKS = [e for e in EXERCISES.values() if e.unit is Unit.SECONDS]
COUNTED = [e for e in EXERCISES.values() if e.unit in (Unit.REPS, Unit.PIECES, Unit.SHAPES)]


def length(line: str) -> float:
    return float(SECONDS[line])


def names(row: list[Exercise]) -> list[str]:
    return [e.id for e in row]


@pytest.mark.parametrize("exercise", WALKS, ids=names(WALKS))
@pytest.mark.parametrize("turn", [0, 1])
def test_no_two_lines_of_a_walk_are_spoken_at_once(exercise, turn):
    for seconds in range(exercise.ramp.start, exercise.ramp.cap + 1, exercise.ramp.step):
        lines = walk(exercise, seconds, turn, length)
        for a, b in zip(lines, lines[1:]):
            assert a.at + length(a.id) <= b.at + 0.05, (seconds, a, b)


@pytest.mark.parametrize("exercise", WALKS, ids=names(WALKS))
def test_no_cue_comes_twice_in_a_walk(exercise):
    said = [line.id for line in walk(exercise, exercise.ramp.cap, 0, length)]
    assert len(said) == len(set(said))


def test_the_last_five_seconds_are_counted():
    lines = walk(EXERCISES["bear_walk"], 20, 0, length)
    assert [(line.at, line.id) for line in lines[-5:]] == [(15 + i, f"number_{5 - i}") for i in range(5)]


def test_a_long_walk_is_never_silent_for_long():
    lines = walk(EXERCISES["bear_walk"], 60, 0, length)
    gaps = [b.at - (a.at + length(a.id)) for a, b in zip(lines, lines[1:])]
    assert max(gaps) < 8


@pytest.mark.parametrize("exercise", COUNTED, ids=names(COUNTED))
def test_what_is_said_at_a_count_is_over_before_the_next(exercise):
    clips = (exercise.demonstration.right.clip,)
    counting = Counting(exercise, exercise.ramp.cap, 0, clips, length)
    for n in range(1, exercise.ramp.cap + 1):
        assert sum(length(line) for line in counting.counted(n)) <= exercise.tempo, n


@pytest.mark.parametrize("exercise", [e for e in COUNTED if e.unit is not Unit.SHAPES], ids=lambda e: e.id)
def test_every_one_is_counted_aloud(exercise):
    counting = Counting(exercise, 8, 0, (exercise.demonstration.right.clip,), length)
    assert [counting.counted(n)[0] for n in range(1, 9)] == [f"number_{n}" for n in range(1, 9)]


def test_the_last_one_is_announced():
    counting = Counting(EXERCISES["lift_ride"], 5, 0, ("squat",), length)
    said = [counting.counted(n) for n in range(1, 6)]
    assert said[3] == ("number_4", "play_and_last")


def test_a_bowl_is_not_called_a_box():
    counting = Counting(EXERCISES["treasure_sort"], 4, 0, ("treasure_sort",), length)
    assert "play_in_the_box" not in counting.counted(1)


def test_the_shape_to_come_is_named_before_it_is_drawn():
    counting = Counting(EXERCISES["toe_artist"], 3, 1, ("draw_circle", "draw_two"), length)
    assert [counting.at_start(), counting.counted(1), counting.counted(2), counting.counted(3)] == [
        ("shape_circle",), ("shape_two",), ("shape_circle",), (),
    ]  # fmt: skip


def test_who_sits_is_not_told_to_stand_still():
    assert closing(EXERCISES["caterpillar"], is_last=True) == "play_done"
    assert closing(EXERCISES["caterpillar"], is_last=False) is None
    assert closing(EXERCISES["bear_walk"], is_last=True) == "play_stand_still"


@pytest.mark.parametrize("exercise", [e for e in EXERCISES.values() if e.unit is not Unit.MINUTES], ids=lambda e: e.id)
def test_every_exercise_has_its_own_short_cues_that_fit_beside_a_number(exercise):
    cues = [f"{exercise.id}_cue_{n + 1}" for n in range(CUES)]
    assert max(length(cue) for cue in cues) <= 3.6


@pytest.mark.parametrize("exercise", WALKS, ids=names(WALKS))
def test_seven_walks_on_seven_days_do_not_hear_one_cue(exercise):
    """Each begins with another cue than the one before, and none is the only one."""
    seconds = max(15, exercise.ramp.start)
    first = [walk(exercise, seconds, 0, length, heard)[1].id for heard in range(7)]
    assert all(a != b for a, b in zip(first, first[1:]))
    assert len(set(first)) >= 3


@pytest.mark.parametrize("exercise", [e for e in COUNTED if e.unit is not Unit.SHAPES], ids=lambda e: e.id)
def test_a_slower_beat_leaves_room_and_is_never_overrun(exercise):
    slow = 1.5 * exercise.tempo
    for heard in range(8):
        counting = Counting(exercise, exercise.ramp.cap, 0, ("any",), length, slow, heard)
        for n in range(1, exercise.ramp.cap + 1):
            assert sum(length(line) for line in counting.counted(n)) <= slow
