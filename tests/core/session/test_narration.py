"""What the voice says: spaced, never twice, never two at once; for every exercise the game ships."""

from __future__ import annotations

import json

import pytest

from game.core.content import Exercise, Unit
from game.core.session.narration import (
    AIR,
    CUES,
    SHARED,
    Counting,
    Cues,
    SharedCues,
    closing,
    opening,
    own_cues,
    parade,
    walk,
)
from game.core.session.pacing import WAY_SECONDS
from game.data.files.resources import resource
from game.data.levels.playable import read_shipped

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


WAY_CALLED = {
    "parade_giraffe": "giraffe_walk",
    "parade_penguin": "penguin_walk",
    "parade_bear": "bear_walk",
}
WAYS = ("parade_giraffe", "parade_penguin", "parade_bear")


@pytest.mark.parametrize("ways", [WAYS, WAYS[:2]], ids=["three", "two"])
@pytest.mark.parametrize("turn", [0, 1])
def test_each_change_of_a_parade_is_called_as_it_comes_and_never_over_another_line(ways, turn):
    exercise = EXERCISES["animal_parade"]
    for seconds in range(exercise.ramp.start, exercise.ramp.cap + 1, exercise.ramp.step):
        lines = parade(exercise, seconds, turn, ways, length)
        for a, b in zip(lines, lines[1:]):
            assert a.at + length(a.id) <= b.at + 0.05, (seconds, a, b)
        called = {line.at: line.id for line in lines if "_walk_" in line.id}
        for n in range(1, int((seconds - 8) / WAY_SECONDS) + 1):
            assert called[n * WAY_SECONDS].startswith(WAY_CALLED[ways[n % len(ways)]]), (seconds, n)
        assert [line.id for line in lines[-5:]] == [f"number_{5 - i}" for i in range(5)]


def test_a_parade_of_ways_that_have_no_call_still_begins_and_is_counted_down():
    lines = parade(EXERCISES["animal_parade"], 40, 0, ("moon", "mars"), length)
    assert [line.id for line in lines] == ["animal_parade_go", *(f"number_{n}" for n in (5, 4, 3, 2, 1))]


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


# ---------------------------------------------------------------- with lines of a known length
def lasting(**seconds: float):
    """Lines of these lengths; any other takes one second."""
    return lambda line: seconds.get(line, 1.0)


BEAR, LIFT, BRICKS = EXERCISES["bear_walk"], EXERCISES["lift_ride"], EXERCISES["lego_bricks"]


@pytest.mark.parametrize(("seconds", "halfway"), [(13, None), (14, 7.0), (15, 7.5), (20, 10.0)])
def test_a_walk_of_fourteen_seconds_or_more_has_a_half_way_line(seconds, halfway):
    at = {line.id: line.at for line in walk(BEAR, seconds, 0, lasting())}
    assert at.get("play_halfway") == halfway


@pytest.mark.parametrize(("length_", "is_said"), [(1.9, True), (2.0, True), (2.1, False)])
def test_a_half_way_line_is_said_where_it_ends_before_the_counting(length_, is_said):
    lines = walk(BEAR, 14, 0, lasting(play_halfway=length_))  # from the seventh second to the ninth
    assert ("play_halfway" in [line.id for line in lines]) is is_said


@pytest.mark.parametrize(("seconds", "counted"), [(9, 3), (10, 5), (11, 5)])
def test_a_walk_of_ten_seconds_or_more_has_its_last_five_counted_and_a_shorter_one_three(seconds, counted):
    lines = walk(BEAR, seconds, 0, lasting())
    numbers = [(line.at, line.id) for line in lines if line.id.startswith("number_")]
    assert numbers == [(seconds - n, f"number_{n}") for n in range(counted, 0, -1)]


def test_the_first_cue_comes_after_six_seconds_and_the_others_after_seven_or_as_there_is_air():
    cues = [line.at for line in walk(BEAR, 60, 0, lasting()) if not line.id.startswith(("number_", "play_halfway"))]
    assert cues[:5] == [0.0, 6.0, 13.0, 20.0, 27.0]
    slow = [line.at for line in walk(BEAR, 60, 0, lasting(bear_walk_go=7.0))]
    assert slow[1] == pytest.approx(7.4)


@pytest.mark.parametrize(("turn", "go"), [(0, "bear_walk_go"), (1, "count_go"), (2, "count_go")])
def test_the_exercises_own_line_opens_its_first_stretch(turn, go):
    assert opening(BEAR, turn) == go == walk(BEAR, 20, turn, lasting())[0].id


@pytest.mark.parametrize(("room", "fits"), [(0.9, False), (1.0, True), (1.1, True)])
def test_a_cue_is_said_where_it_fits_to_the_moment(room, fits):
    assert (Cues(BEAR, 0, lasting()).take(room) is not None) is fits


def test_a_cue_without_a_clip_is_never_taken_and_none_comes_twice():
    cues = Cues(BEAR, 0, lasting(**dict.fromkeys(SHARED, 0.0), bear_walk_cue_2=0.0, bear_walk_how=9.0))
    assert [cues.take(2.0) for _ in range(3)] == ["bear_walk_cue_1", "bear_walk_cue_3", None]


def test_own_and_shared_cues_take_turns_and_the_next_time_the_shared_one_comes_first():
    for turn, first in ((0, "own"), (1, "shared"), (2, "own")):
        cues = Cues(BEAR, turn, lasting())
        taken = ["shared" if cues.take(2.0) in SHARED else "own" for _ in range(6)]
        assert taken == [first, *["shared", "own", "shared", "own", "shared", "own"][first == "shared" :][:5]]


def test_of_four_own_cues_each_turn_begins_with_another():
    muted = lasting(**dict.fromkeys(SHARED, 0.0))
    first = [Cues(BEAR, turn, muted).take(2.0) for turn in range(9)]
    row = [*own_cues(BEAR), "bear_walk_how"]
    assert [row.index(cue) for cue in first] == [0, 1, 2, 3, 1, 2, 3, 0, 2]
    two = lasting(**dict.fromkeys((*SHARED, "bear_walk_cue_3", "bear_walk_how"), 0.0))
    assert [row.index(Cues(BEAR, turn, two).take(2.0)) for turn in range(4)] == [0, 1, 0, 1]


def test_the_shared_cues_begin_with_another_in_each_session():
    assert [SHARED.index(SharedCues(n).turn) for n in range(9)] == [0, 2, 1, 3, 0, 2, 1, 3, 0]
    shared = SharedCues(1)
    shared.heard()
    assert shared.turn == SHARED[3]


@pytest.mark.parametrize(("longer", "is_said"), [(-0.1, True), (0.0, True), (0.1, False)])
def test_the_last_one_is_announced_where_its_line_fits_into_the_beat(longer, is_said):
    room = 2.5 - 1.0 - AIR  # beside the number, with silence around
    counting = Counting(LIFT, 5, 0, ("squat",), lasting(play_and_last=room + longer), 2.5)
    assert [counting.counted(n) for n in range(1, 5)][3] == ("number_4", "play_and_last")[: 1 + is_said]


def test_the_number_the_box_half_way_and_the_last_have_their_places():
    said = [Counting(BRICKS, 6, turn, ("any",), lasting(), 3.0).counted for turn in (0, 1)]
    assert [said[0](n) for n in range(1, 7)] == [
        ("number_1", "play_in_the_box"), ("number_2",), ("number_3", "play_halfway"), ("number_4",),
        ("number_5", "play_and_last"), ("number_6",),
    ]  # fmt: skip
    assert said[1](1) == ("number_1",), "the box is named to the first foot"


@pytest.mark.parametrize(("beat", "nth"), [(3.4, 3), (3.5, 2), (7.0, 1)])
def test_a_cue_comes_when_seven_seconds_have_passed(beat, nth):
    counting = Counting(LIFT, 9, 0, ("squat",), lasting(), beat)
    assert next(n for n in range(1, 9) if len(counting.counted(n)) > 1) == nth


def test_who_presses_hears_the_number_alone_and_past_twenty_nothing():
    counting = Counting(LIFT, 30, 0, ("squat",), lasting(), 8.0)
    assert [counting.counted(n, is_by_press=True) for n in (1, 20, 21)] == [("number_1",), ("number_20",), ()]


@pytest.mark.parametrize(("turn", "heard", "cue"), [(0, 0, 1), (0, 2, 3), (1, 1, 3), (2, 0, 3)])
def test_stretches_of_this_session_and_plays_of_earlier_ones_move_the_cues_on_alike(turn, heard, cue):
    assert walk(BEAR, 20, turn, lasting(), heard)[1].id == f"bear_walk_cue_{cue}"


def test_the_first_stretch_of_shapes_is_opened_by_the_exercises_own_line():
    counting = Counting(EXERCISES["toe_artist"], 3, 0, ("draw_circle", "draw_two"), lasting())
    assert [counting.at_start(), counting.counted(1), counting.counted(2)] == [
        ("toe_artist_go",), ("shape_two",), ("shape_circle",),
    ]  # fmt: skip


def test_who_is_not_said_to_have_heard_it_before_hears_it_for_the_first_time():
    row = [[Counting(LIFT, 9, 0, ("squat",), lasting(), 7.0, *heard).counted(1)[1]] for heard in ((), (0,), (1,))]
    assert row[0] == row[1] != row[2]


def lines_of(exercise: Exercise, heard: int, said: str) -> list[str]:
    if exercise.unit is Unit.SECONDS:
        return [line.id for line in walk(exercise, exercise.ramp.cap, 0, length, heard, None, said)]
    work = Counting(exercise, exercise.ramp.cap, 0, ("draw_two",), length, heard=heard, said=said)
    return [line for n in range(1, exercise.ramp.cap + 1) for line in work.counted(n)]


def test_the_line_an_exercise_was_shown_with_is_not_said_again_at_its_work():
    """Fifteen seconds after it a child would hear the same words again."""
    without = 0
    for exercise in (*WALKS, *COUNTED):
        for said in (*own_cues(exercise), f"{exercise.id}_how"):
            if said in SECONDS:
                for heard in range(12):
                    without += said in lines_of(exercise, heard, "")
                    assert said not in lines_of(exercise, heard, said), (exercise.id, said)
    assert without > 300, "else nothing is proved"
