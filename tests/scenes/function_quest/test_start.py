"""What my feet can do, played by a child and a grown-up: from the map's sign to the star, and every way out of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.content import Slot
from game.core.events import FunctionHurt, FunctionMeasured
from game.core.rules.function_quests import Part
from game.gallery.states import play
from game.scenes import routes
from game.scenes.function_quest.task import Phase
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import complaints
from tests.told import days_of_practice, facts, grown_ups, pass_gate

ROUTINE = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.fixture
def ready(player: Player) -> Player:
    """A week was played; the map asks what feet can do."""
    days_of_practice(player, 7, ROUTINE)
    player.scene = routes.Trail(player.child)
    return player


def names(player: Player) -> list[str]:
    return [w.name for w in player.scene.widgets]


def measured(player: Player) -> list[tuple[str, str, int]]:
    return [(m.what, m.foot, m.value) for m in player.ctx.child(player.child).measured]


def begin(player: Player) -> None:
    player.tap("feet")
    player.tap("big")


def start_task(player: Player) -> None:
    """The grown-up's press, and three, two, one."""
    player.tap("big")
    player.wait(3.1)
    assert player.scene.phase is Phase.RUNNING


def one_leg(player: Player, seconds: float) -> None:
    start_task(player)
    player.wait(seconds - 0.45 - 0.1)
    player.tap("big")


def bricks(player: Player, n: int) -> None:
    start_task(player)
    for _ in range(n):
        player.tap("more")
    player.wait(61)


def whole(player: Player) -> None:
    """Everything, as the family of these sentences does it."""
    begin(player)
    for seconds in (7.5, 12.5):
        one_leg(player, seconds)
        player.tap("big")
    for n in (4, 6):
        bricks(player, n)
        player.tap("big")
    start_task(player)
    player.wait(10.3)
    player.tap("big")
    player.tap("big")


# ---------------------------------------------------------------- the sign
def test_in_the_first_week_the_map_does_not_ask(player: Player):
    player.scene = routes.Trail(player.child)
    assert "feet" not in names(player)


def test_when_it_is_due_the_map_has_a_sign_of_its_own(ready: Player):
    assert "feet" in names(ready)
    assert not complaints(ready.scene)
    assert ready.scene.focused == "big", "the day's first exercise stays what a press begins"


def test_after_the_slots_first_exercise_feet_are_no_longer_fresh(ready: Player):
    play(ready.ctx, ready.child, Slot.MORNING, 1)
    ready.scene = routes.Trail(ready.child)
    assert "feet" not in names(ready)


# ---------------------------------------------------------------- the way through
def test_a_whole_one_is_kept_when_a_grown_up_vouches_for_it(ready: Player):
    stars = ready.ctx.child(ready.child).stars
    whole(ready)
    assert ready.scene.name == "function_numbers"
    assert measured(ready) == [], "nothing is written down without a grown-up"
    ready.key(Command.GROWN_UPS)
    pass_gate(ready)
    assert ready.scene.name == "function_check"
    ready.tap("keep")
    assert measured(ready) == [
        ("one_leg_seconds", "left", 7), ("one_leg_seconds", "right", 12), ("bricks_a_minute", "left", 4),
        ("bricks_a_minute", "right", 6), ("heel_raises", "both", 5),
    ]  # fmt: skip
    assert ready.ctx.child(ready.child).stars == stars + 1
    assert ready.scene.name == "function_kept"
    ready.tap("big")
    assert ready.scene.name == "map"
    assert "feet" not in names(ready)


def test_every_number_can_be_put_right_before_it_is_kept(ready: Player):
    begin(ready)
    one_leg(ready, 7.5)
    ready.tap("stop")
    ready.tap("big")
    pass_gate(ready)
    ready.tap("more-0")
    ready.tap("more-0")
    ready.tap("less-0")
    ready.tap("keep")
    assert measured(ready) == [("one_leg_seconds", "left", 8)]


def test_thrown_away_nothing_is_written_and_it_may_begin_again(ready: Player):
    begin(ready)
    one_leg(ready, 7.5)
    ready.tap("stop")
    ready.tap("big")
    pass_gate(ready)
    ready.tap("throw")
    assert (ready.scene.name, measured(ready)) == ("map", [])
    assert "feet" in names(ready)


def test_without_the_pin_nothing_is_written(ready: Player):
    begin(ready)
    one_leg(ready, 7.5)
    ready.tap("stop")
    ready.tap("stop")
    assert (ready.scene.name, measured(ready)) == ("map", [])


def test_only_after_the_grown_ups_word_the_own_best_is_said(ready: Player):
    child = ready.child
    ready.record(FunctionMeasured(ready.ctx.today - timedelta(days=40), "one_leg_seconds", "left", 5), child=child)
    ready.scene = routes.Trail(child)
    begin(ready)
    one_leg(ready, 9.5)
    ready.tap("stop")
    ready.wait(20)
    assert "function_best" not in ready.ctx.narrator.said
    ready.tap("big")
    pass_gate(ready)
    ready.tap("keep")
    ready.wait(20)
    assert "function_best" in ready.ctx.narrator.said


def test_a_smaller_number_is_never_spoken_of(ready: Player):
    child = ready.child
    ready.record(FunctionMeasured(ready.ctx.today - timedelta(days=40), "one_leg_seconds", "left", 20), child=child)
    ready.scene = routes.Trail(child)
    begin(ready)
    one_leg(ready, 3.5)
    ready.tap("stop")
    ready.tap("big")
    pass_gate(ready)
    ready.tap("keep")
    assert ready.scene.best == ()
    assert "function_best" not in ready.scene.lines()


# ---------------------------------------------------------------- at work
def test_nothing_begins_without_a_press(ready: Player):
    begin(ready)
    ready.wait(120)
    assert ready.scene.phase is Phase.SHOWN


def test_on_one_leg_ends_by_itself_after_half_a_minute(ready: Player):
    begin(ready)
    start_task(ready)
    ready.wait(31)
    assert (ready.scene.phase, ready.scene.value) == (Phase.OVER, 30)


def test_heels_end_by_themselves_after_fifteen(ready: Player):
    begin(ready)
    ready.scene.run.at = len(ready.scene.run.tasks) - 2
    ready.scene = ready.scene.run.next()
    start_task(ready)
    ready.wait(31)
    assert (ready.scene.phase, ready.scene.value) == (Phase.OVER, 15)


def test_bricks_are_counted_by_n_by_the_tray_and_by_the_big_button(ready: Player):
    begin(ready)
    ready.scene.run.at = 1
    ready.scene = ready.scene.run.next()
    assert ready.scene.task.part is Part.BRICKS
    start_task(ready)
    ready.key(Command.MORE)
    ready.tap("more")
    ready.key(Command.ACTIVATE)
    assert ready.scene.value == 3


def test_a_slip_can_be_done_again(ready: Player):
    begin(ready)
    one_leg(ready, 2.5)
    ready.tap("redo")
    assert (ready.scene.phase, ready.scene.run.values) == (Phase.SHOWN, {})
    one_leg(ready, 6.5)
    assert list(ready.scene.run.values.values()) == [6]


@pytest.mark.parametrize("wait", [1.0, 8.0])
def test_the_window_left_means_to_begin_anew(ready: Player, wait: float):
    begin(ready)
    ready.tap("big")
    ready.wait(wait)
    ready.leave()
    assert (ready.scene.phase, ready.scene.value) == (Phase.SHOWN, 0)


# ---------------------------------------------------------------- it hurts, and stop
def test_stopped_before_anything_was_counted_it_is_the_map_again(ready: Player):
    begin(ready)
    ready.tap("stop")
    assert ready.scene.name == "map"


def test_it_hurts_is_there_at_every_moment_and_ends_it_with_a_star(ready: Player):
    begin(ready)
    stars = ready.ctx.child(ready.child).stars
    start_task(ready)
    ready.key(Command.HURT)
    ready.tap("face-6")
    assert ready.scene.name == "function_numbers"
    assert ready.scene.lines() == ("ouch_told", "grown_up_call")
    assert [(f.what, f.score) for f in facts(ready, FunctionHurt)] == [("one_leg_seconds", 6)]
    assert ready.ctx.child(ready.child).stars == stars + 1
    ready.tap("big")
    assert ready.scene.name == "map"
    assert "feet" not in names(ready)


def test_no_pain_after_all_goes_back_to_the_same_part(ready: Player):
    begin(ready)
    ready.tap("hurt")
    ready.tap("face-0")
    assert (ready.scene.name, ready.scene.phase) == ("function_task", Phase.SHOWN)


def test_pressed_by_mistake_changes_nothing(ready: Player):
    begin(ready)
    before = len(ready.ctx.child(ready.child).events)
    ready.tap("hurt")
    ready.tap("back")
    assert ready.scene.name == "function_task"
    assert len(ready.ctx.child(ready.child).events) == before


def test_pressed_by_mistake_after_a_part_its_number_stays(ready: Player):
    begin(ready)
    one_leg(ready, 7.5)
    ready.tap("hurt")
    ready.tap("back")
    assert (ready.scene.phase, ready.scene.value) == (Phase.OVER, 7)
    ready.tap("stop")
    assert list(ready.scene.run.values.values()) == [7]


def test_no_pain_after_all_begins_a_finished_part_anew_and_says_so(ready: Player):
    begin(ready)
    one_leg(ready, 7.5)
    ready.tap("hurt")
    ready.tap("face-0")
    assert (ready.scene.phase, ready.scene.run.values) == (Phase.SHOWN, {})
    assert ready.ctx.narrator.said[-1] == "ouch_none"


def test_what_was_counted_before_it_hurt_may_still_be_kept(ready: Player):
    begin(ready)
    one_leg(ready, 7.5)
    ready.tap("big")
    ready.tap("hurt")
    ready.tap("face-4")
    ready.tap("big")
    pass_gate(ready)
    ready.tap("keep")
    assert measured(ready) == [("one_leg_seconds", "left", 7)]


# ---------------------------------------------------------------- the grown-ups' page
def to_feet(player: Player) -> None:
    grown_ups(player)
    player.tap("tab-feet")


def test_the_progress_page_begins_one_where_it_is_due(ready: Player):
    to_feet(ready)
    ready.tap("feet-begin")
    assert ready.scene.name == "function"


def test_where_it_is_not_due_the_page_says_from_when(ready: Player):
    ready.record(FunctionMeasured(ready.ctx.today, "heel_raises", "both", 8), child=ready.child)
    to_feet(ready)
    button = ready.scene.widget("feet-begin")
    assert not button.is_enabled
    assert button.look.label == "next from 9 Feb"
    assert not complaints(ready.scene)


def test_the_latest_numbers_can_be_taken_back_and_that_undone(ready: Player):
    ready.record(FunctionMeasured(ready.ctx.today, "heel_raises", "both", 8), child=ready.child)
    to_feet(ready)
    ready.tap("feet-take")
    assert measured(ready) == []
    ready.key(None, "u")
    assert measured(ready) == [("heel_raises", "both", 8)]


def test_before_anything_was_counted_the_page_says_what_will_be_there(ready: Player):
    to_feet(ready)
    assert "feet-take" not in names(ready)
    assert not complaints(ready.scene)
