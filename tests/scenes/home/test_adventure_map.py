"""The map: what may be played, what sleeps, and that nothing lures after the session."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from game.core.content import Slot
from game.core.events import Graduated, Paused, PauseReason, QuestKind, SessionEnded, SessionEnding, SessionStarted
from game.core.rules.today import Doing
from game.core.session.path_stations import StationKind
from game.gallery.states import play
from game.scenes import flow, routes
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.diary import of_family
from tests.player import Player
from tests.scenes.rooms import written_on


def on_the_map(player: Player) -> list[str]:
    """Enters the first child's map; the names of what can be pressed."""
    player.scene = routes.Trail(player.child)
    player.draw()
    assert not check_layout(player.scene.widgets)
    assert not player.scene.problems
    return [w.name for w in player.scene.widgets]


def test_one_press_on_the_bright_station_begins(player: Player):
    on_the_map(player)
    assert player.scene.focused == "big"
    player.key(Command.ACTIVATE)
    assert player.scene.name == "shoes"


@pytest.mark.parametrize("days", [2, 19, 40, 61, 80])  # in five places, beside five stations
def test_the_red_sign_beside_the_next_friend_begins_as_well(days: int):
    """A grown-up pressed it first, and nothing came of it."""
    player = Player.of(of_family("perfect", days).robin)
    on_the_map(player)
    player.wait(0.45)
    player.click(*player.ctx.pictures.view.pixel(*player.screen.widget("big").beside[0].centre))
    assert player.scene.name == "shoes"


def test_a_morning_of_ten_levels_begins_with_one_press_at_the_first_and_holds_them_all():
    player = Player.of(of_family("perfect", 80).robin)
    on_the_map(player)
    left = player.scene.state.now.left
    assert (player.ctx.today, len(left)) == (date(2026, 3, 26), 10)
    assert player.scene.focused == "big"
    assert player.scene.state.stations[player.scene.state.here].exercise == left[0].exercise
    player.key(Command.ACTIVATE)
    assert (player.scene.name, player.scene.levels) == ("shoes", left)


def test_friends_who_stand_together_say_who_they_are():
    player = Player.of(of_family("perfect", 80).robin)
    on_the_map(player)
    later = [level.exercise for level in player.scene.state.now.left[8:]]
    player.tap("station_9")
    player.wait(15)
    assert player.ctx.narrator.said[-3:] == [*(f"{e}_name" for e in later), "map_ahead"]
    assert player.scene.name == "map"


def test_the_first_day_tells_bos_name_the_place_and_a_scene(player: Player):
    on_the_map(player)
    player.wait(60)
    said = player.ctx.narrator.said
    assert said[said.index("greet_bo_first") :][:2] == ["greet_bo_first", "place_meadow"]
    assert any(line.startswith("story_01_") for line in said)
    assert "map_hello" in said


def test_a_scene_is_told_once_even_when_the_map_is_left_and_entered(player: Player):
    on_the_map(player)
    player.wait(60)
    on_the_map(player)
    assert player.scene.lines() == ("map_hello",)


def test_after_the_first_session_of_a_day_no_story_is_told_again(player: Player):
    play(player.ctx, player.child, Slot.MORNING, 1)
    player.clock += timedelta(hours=8)
    on_the_map(player)
    assert player.scene.lines() == ("map_hello",)


def test_todays_levels_glow_and_the_others_sleep(player: Player):
    on_the_map(player)
    kinds = [s.kind for s in player.scene.state.stations]
    quest = player.scene.state.now.quest
    assert kinds[: len(quest.levels)] == [StationKind.HERE] + [StationKind.TODAY] * (len(quest.levels) - 1)
    assert set(kinds[len(quest.levels) :]) == {StationKind.AHEAD}


def test_pressing_a_sleeping_station_says_that_it_comes_later(player: Player):
    on_the_map(player)
    player.tap("station_9")
    assert player.ctx.narrator.said[-1] == "map_ahead"
    assert player.scene.name == "map"


def test_sun_and_moon_choose_the_slot(player: Player):
    on_the_map(player)
    player.tap("evening")
    assert player.scene.state.slot is Slot.EVENING
    assert player.scene.is_evening
    player.tap("morning")
    assert player.scene.state.slot is Slot.MORNING
    assert not player.scene.is_evening


def test_after_the_session_the_trail_sleeps_and_nothing_lures(player: Player):
    play(player.ctx, player.child, Slot.MORNING)
    names = on_the_map(player)
    assert names == ["morning", "evening", "who", "again", "book", "story", "grown_ups"]
    assert player.scene.focused == "book"
    player.wait(1)
    assert player.ctx.narrator.said[-1] == "map_morning_done"


def test_the_other_session_too_soon_lies_under_a_cloud_until_its_hour(player: Player):
    play(player.ctx, player.child, Slot.MORNING)
    player.ctx.slot_chosen = Slot.EVENING
    player.clock += timedelta(hours=2)
    on_the_map(player)
    assert player.scene.state.now.doing is Doing.TOO_SOON
    player.tap("big")
    assert (player.scene.name, player.ctx.narrator.said[-1]) == ("map", "map_too_soon")
    player.clock += timedelta(hours=1)
    player.wait(0.1)
    player.tap("big")
    assert player.scene.name == "shoes"


def test_a_split_session_goes_on_at_its_bookmark(player: Player):
    play(player.ctx, player.child, Slot.MORNING, 1, SessionEnding.LATER)
    on_the_map(player)
    assert player.scene.state.now.is_part
    assert player.scene.lines() == ("map_wait_here",)
    assert player.scene.focused == "big"


def test_a_session_cut_off_is_welcomed_back(player: Player):
    row = tuple(level.exercise for level in flow.open(player.ctx, routes.Trail(player.child)).state.now.left)
    play(player.ctx, player.child, Slot.MORNING, 1, SessionEnding.LATER)
    player.record(SessionStarted("cut", player.ctx.today, Slot.MORNING, QuestKind.QUEST, row), child=player.child)
    on_the_map(player)
    assert player.scene.lines() == ("back_kept", "map_wait_here")


def test_after_a_short_way_the_rest_may_be_played_but_does_not_ask(player: Player):
    play(player.ctx, player.child, Slot.MORNING, 1, SessionEnding.LATER)
    first = tuple(level.exercise for level in flow.open(player.ctx, routes.Trail(player.child)).state.now.left)[:1]
    player.record(
        SessionStarted("short", player.ctx.today, Slot.MORNING, QuestKind.TWO_MINUTES, first),
        SessionEnded("short", SessionEnding.WHOLE),
        child=player.child,
    )
    names = on_the_map(player)
    assert "big" in names
    assert player.scene.focused == "book"


def test_the_card_of_a_pause_says_until_when_it_lasts(player: Player):
    last = player.ctx.today + timedelta(days=4)
    player.record(Paused(PauseReason.ILL, player.ctx.today, last), child=player.child)
    on_the_map(player)
    assert player.ctx.texts("map_paused_until", date=last) in written_on(player.scene)


def test_a_paused_child_is_told_that_it_is_a_rest_day(player: Player):
    player.record(Paused(PauseReason.ILL, player.ctx.today, player.ctx.today), child=player.child)
    assert "big" not in on_the_map(player)
    assert player.scene.lines()[0] == "hibernate_hello"


def test_two_minutes_and_one_exercise_are_one_press_away(player: Player):
    on_the_map(player)
    player.tap("one")
    assert player.scene.name == "choose"
    player.key(Command.BACK)
    player.tap("two_minutes")
    assert player.scene.name == "shoes"


def test_the_forest_walk_is_told_beside_the_sessions(player: Player):
    on_the_map(player)
    player.tap("outing")
    assert player.scene.name == "outing"
    player.wait(1)
    assert player.ctx.narrator.said[-1] == "forest_walk_name"
    player.draw()
    assert not check_layout(player.scene.widgets)
    player.tap("big")
    assert player.scene.name == "map"


def test_a_programme_without_a_family_walk_shows_none(player: Player):
    child = player.add_child("Mum", "11+", "prevention", "fay")
    player.scene = routes.Trail(child)
    assert "outing" not in [w.name for w in player.scene.widgets]


def test_the_head_shows_no_number_a_child_cannot_read(player: Player):
    play(player.ctx, player.child, Slot.MORNING, 1, SessionEnding.LATER)
    on_the_map(player)
    player.draw()
    assert not player.scene.inked


def test_after_the_ceremony_the_map_says_keep_strong():
    player = Player.of(of_family("perfect", 98).robin)
    player.record(Graduated(early=False), child=player.child)
    on_the_map(player)
    assert player.scene.state.is_strong


def test_the_path_moves_towards_the_gift_and_finds_the_thing_on_the_fourth_day(player: Player):
    places = []
    for _ in range(4):
        on_the_map(player)
        places.append(player.scene.state.here)
        play(player.ctx, player.child, Slot.MORNING)
        if len(places) < 4:
            player.next_day()
    assert places == sorted(places) and places[0] == 0
    player.scene = routes.Trail(player.child)
    assert player.scene.state.story.is_found
    assert player.scene.state.stations[-1].is_todays


def test_before_bed_a_strip_asks_the_grown_up_to_come_earlier(player: Player):
    player.at(date(2026, 1, 5), 19, 0)
    on_the_map(player)
    from game.scenes.home.map_state import is_near_bedtime

    assert is_near_bedtime(player.ctx, player.scene.state)
    assert "big" in [w.name for w in player.scene.widgets]


def test_the_next_friend_waits_after_a_while_and_then_the_map_costs_nothing(player: Player):
    on_the_map(player)
    player.wait(40)
    player.draw()
    player.wait(0.1)
    player.scene.draw(player.stage)
    assert player.stage.present() == []


def test_a_station_shows_what_was_picked_up_and_the_next_one_what_will_be(player: Player):
    """The map showed ducks on a day on which bricks were played; and after the play the bricks had become others."""
    art, lego = player.ctx.art, player.ctx.catalogue.exercises["lego_bricks"]

    def shown(*kinds: StationKind) -> object:
        """Koko on the station of such a kind."""
        on_the_map(player)
        row = player.scene.state.stations
        i = next(i for i, s in enumerate(row) if s.kind in kinds and s.exercise == "lego_bricks")
        return player.scene._shown(i).friends[0]

    assert shown(StationKind.HERE) == art.figure(lego, "koko", 0)
    play(player.ctx, player.child, Slot.MORNING, 1)
    assert shown(StationKind.PLAYED) == art.figure(lego, "koko", 0)
    player.next_day()
    assert shown(StationKind.HERE, StationKind.TODAY) == art.figure(lego, "koko", 1)
