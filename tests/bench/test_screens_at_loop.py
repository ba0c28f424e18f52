"""Frames are measured at the real loop, with their pictures made before, and told in floors of the same size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.bench.frames import figures
from game.bench.inside import counting
from game.bench.morning import settle
from game.bench.screens_at_loop import FIXED, HOME, QUIET, SCROLLING, AtLoop, Cost
from game.scenes.session.countdown import CountdownScreen

MS = 0.001


@pytest.fixture
def at_loop() -> Iterator[AtLoop]:
    at_loop = AtLoop((640, 360))
    yield at_loop
    at_loop.close()


def test_every_screen_named_is_measured_at_the_loop(at_loop: AtLoop):
    found = list(at_loop.costs(warm=2, frames=5, repeats=2, still=0.1))
    assert [cost.name for cost in found] == [*HOME, *FIXED, *SCROLLING, *QUIET]
    busy = [cost for cost in found if cost.name not in QUIET]
    assert all(len(rows) == 2 for cost in busy for rows in (cost.frames, cost.floors))
    assert all(len(row) == 5 for cost in busy for rows in (cost.frames, cost.floors) for row in rows)


@pytest.mark.parametrize("name", [*FIXED, *SCROLLING])
def test_a_play_goes_on_while_it_is_measured_and_makes_nothing_inside_the_loop(at_loop: AtLoop, name: str):
    scene = at_loop.screen(name)
    at_loop.show(scene, warm=60)
    with counting(looks=True) as count:
        for _ in range(120):
            at_loop.frame()
    assert at_loop.app.scene is scene
    assert scene.pace.seconds > 2 - 1e-6
    assert count.where == []


@pytest.mark.parametrize("name", SCROLLING)
def test_the_place_passes_by_where_a_scrolling_play_is_measured(at_loop: AtLoop, name: str):
    scene = at_loop.screen(name)
    at_loop.show(scene, warm=60)
    assert scene.passes


@pytest.mark.parametrize("name", QUIET)
def test_a_still_page_is_watched_itself_and_not_the_gate_before_it(at_loop: AtLoop, name: str):
    scene = at_loop.screen(name)
    at_loop.show(scene, warm=60)
    at_loop.frame()
    assert at_loop.app.scene is scene


def test_the_middle_repeat_is_told_in_its_own_floors_with_what_repeats_differ_by():
    rows = [[2 * MS] * 98 + [4 * MS] * 2, [3 * MS] * 98 + [9 * MS] * 2, [1 * MS] * 98 + [2 * MS] * 2]
    floors = [[1 * MS] * 100, [1 * MS] * 100, [0.5 * MS] * 100]
    frame, slowest, part = figures(Cost("play-reps", rows, floors, 0), "720p")
    assert (frame.name, frame.value, frame.goal) == ("720p play-reps: a frame", pytest.approx(2), 2.0)
    assert (slowest.value, slowest.goal, slowest.spread) == (pytest.approx(4), 3.5, pytest.approx(5))
    assert (part.value, part.goal, part.unit) == (pytest.approx(12), 10.0, "%")


def test_a_place_that_passes_by_has_goals_of_its_own():
    goals = [figure.goal for figure in figures(Cost("play-seconds", [[MS]], [[MS]], 0), "720p")]
    assert goals == [5.0, 7.0, 25.0]


def test_a_still_page_is_told_in_frames_that_need_not_be():
    (figure,) = figures(Cost("progress", [], [], 3), "1080p")
    assert (figure.value, figure.unit, figure.is_met) == (3, "frames", False)


def test_the_longest_close_up_of_a_foot_is_kept_in_all_its_frames_with_what_lies_about_it():
    """One frame too many, and every loop of the clip would have to be drawn anew, for as long as it is shown."""
    at_loop = AtLoop((1280, 720))
    play = at_loop._play("treasure_sort", 60)
    at_loop.show(play, warm=30)
    for _ in range(round(20 * 14)):  # twice round
        at_loop.app.step(1 / 20)
        settle(at_loop.app)
    shown = [*play.show_.views, *(close.puppet for close in play.show_._lenses)]
    assert not any(view._is_missing(i / view.count) for view in shown for i in range(view.count))
    at_loop.close()


def test_the_layers_made_on_one_screen_outlive_it_until_the_place_has_passed(at_loop: AtLoop):
    """They went with the screen they were made on, and were made again on each of the two that follow."""
    play = at_loop.screen(next(iter(SCROLLING)))
    at_loop.show(play, warm=60)
    ctx = play.ctx
    place, memory, size = ctx.art.place(play.place), ctx.art.memory, ctx.pictures.view.size
    made = place.layers(size)
    assert made is not None
    for scene in (CountdownScreen(play.session), play):
        memory.next_screen()
        scene.fit()
        with memory.in_hand(2**30):
            assert place.layers(size) is made
    memory.next_screen()
    with memory.in_hand(2**30):
        assert place.layers(size) is None
