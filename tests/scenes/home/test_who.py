"""Who is playing: one press to a child's trail, whatever the device."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.content import Slot
from game.core.events import SignsTicked
from game.gallery.states import play
from game.scenes import routes
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import PIN, Player


def test_a_child_reaches_the_map_by_one_press_of_the_keyboard(player: Player):
    player.key(Command.ACTIVATE)
    player.wait_for("map", 60)  # by way of the page of the first chapter, which goes on by itself


def test_a_child_reaches_the_map_by_one_press_of_the_mouse(player: Player):
    player.tap(player.child)
    player.wait_for("map", 60)


@pytest.mark.parametrize("nth", [0, 1], ids=["sign", "name"])
def test_a_press_on_the_sign_or_the_name_beside_a_friend_is_a_press_on_the_friend(player: Player, nth: int):
    player.wait(0.45)
    x, y = player.screen.widget(player.child).beside[nth].centre
    player.click(*player.ctx.pictures.view.pixel(x, y))
    player.wait_for("map", 60)


def test_a_child_reaches_the_map_by_one_press_of_the_pad(player: Player):
    player.wait(0.5)
    player.pad(0)
    player.wait_for("map", 60)


def test_a_press_in_the_first_moments_does_nothing(player: Player):
    x, y = player.ctx.pictures.view.pixel(*player.scene.widgets[0].box.centre)
    player.click(x, y)
    assert player.scene.name == "who"


def test_it_asks_who_is_playing_and_names_the_focused_animal(player: Player):
    player.add_child("Leo", animal="tik")
    player.at(player.clock.date(), 8)
    player.wait(0.2)
    assert player.ctx.narrator.said[-1] == "who_is_playing"
    player.tab()
    player.wait(1)
    assert player.ctx.narrator.said[-1] == "friend_tik"


def test_who_played_last_has_the_focus(player: Player):
    second = player.add_child("Leo", animal="tik")
    play(player.ctx, second, Slot.MORNING, 1)
    player.next_day()
    player.draw()
    assert player.scene.focused == second


def test_five_children_take_two_pages(player: Player):
    others = [player.add_child(name) for name in ("Leo", "Ida", "Mia", "Tom")]
    player.at(player.clock.date(), 8)
    names = [w.name for w in player.scene.widgets]
    assert others[2] in names and others[3] not in names
    assert not check_layout(player.scene.widgets)
    player.tap("page_on")
    assert [w.name for w in player.scene.widgets if w.name in (player.child, *others)] == [others[3]]
    player.tap(others[3])
    player.wait_for("map", 60)
    assert player.scene.id == others[3]


def test_a_locked_child_is_told_why_and_offered_the_stickers(player: Player):
    player.record(SignsTicked(("pain",)), child=player.child)
    player.at(player.clock.date(), 8)
    player.tap(player.child)
    player.wait(0.3)
    assert "ouch_programme_rests" in player.ctx.narrator.said
    assert "big" not in [w.name for w in player.scene.widgets]
    assert player.scene.focused == "book"


def test_exercises_that_wait_make_a_strip_for_the_grown_up(player: Player):
    assert "confirm" not in [w.name for w in player.scene.widgets]
    play(player.ctx, player.child, Slot.MORNING, grade=None)
    player.at(player.clock.date(), 9)
    assert not check_layout(player.scene.widgets)
    player.key(Command.GROWN_UPS)
    assert player.scene.name == "gate"
    player.keys(PIN)
    player.wait(1)
    assert player.scene.name == "confirm"


def test_without_a_waiting_exercise_g_opens_the_grown_ups_area(player: Player):
    player.key(Command.GROWN_UPS)
    player.keys(PIN)
    player.wait(1)
    assert player.scene.name == "progress"


def test_escape_asks_before_closing(player: Player):
    player.key(Command.BACK)
    assert player.scene.name == "close"


def test_coming_back_lets_sun_and_moon_follow_the_clock_again(player: Player):
    player.to_the_map()
    player.tap("evening")
    assert player.ctx.slot is Slot.EVENING
    player.key(Command.BACK)
    assert (player.scene.name, player.ctx.slot) == ("who", Slot.MORNING)


def test_left_standing_overnight_it_shows_the_new_morning(player: Player):
    player.at(player.clock.date(), 20)
    play(player.ctx, player.child, Slot.EVENING)
    player.scene = routes.Who()
    who = player.scene
    player.wait(1)
    assert (who.slot, who.children[0].is_done) == (Slot.EVENING, True)
    player.clock += timedelta(hours=11)
    player.wait(0.1)
    assert player.scene is who
    assert (who.slot, who.children[0].is_done) == (Slot.MORNING, False)


def test_a_grown_ups_word_that_was_due_last_night_is_counted_anew(player: Player):
    play(player.ctx, player.child, Slot.MORNING, 1, grade=None)
    player.scene = routes.Who()
    assert "confirm" in [w.name for w in player.scene.widgets]
    player.clock += timedelta(days=10)
    player.wait(0.1)
    assert "confirm" not in [w.name for w in player.scene.widgets]


@pytest.mark.parametrize("animals", [("kva",), ("kva", "bo"), ("kva", "fay", "zuzu"), ("kva", "fay", "zuzu", "otto")])
def test_nothing_is_cut_or_overlaps_for_any_number_of_children(player: Player, animals: tuple[str, ...]):
    for animal in animals[1:]:
        player.add_child("Maximiliane-Sophie", animal=animal)
    player.at(player.clock.date(), 8)
    player.draw()
    assert not check_layout(player.scene.widgets)
    assert not [p for p in player.scene.problems if "Maximiliane" not in p]


def test_a_still_screen_costs_nothing(player: Player):
    player.draw()
    player.wait(6)
    player.draw()
    player.wait(0.1)
    player.scene.draw(player.stage)
    assert player.stage.present() == []
