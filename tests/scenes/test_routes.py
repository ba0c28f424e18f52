"""A screen says where it leads as a value, before anything is made or written down for it."""

from __future__ import annotations

import pytest

from game.core.events import QuestKind, SettingChosen
from game.scenes import flow, routes
from game.scenes.home.adventure_map import AdventureMap
from game.scenes.home.who import WhoScreen
from game.scenes.routes import Close, Enter, Gate, GrownUps, NextLevel, Outing, Shoes, Start, Stickers, Trail
from game.scenes.session.session import RunningSession, as_level
from tests.player import Player
from tests.scenes.rooms import Room


@pytest.fixture
def player() -> Player:
    return Player.with_family()


def test_a_press_says_where_it_leads_without_anything_being_drawn(player: Player) -> None:
    anna = player.child
    page = AdventureMap(player.ctx, anna)
    assert page.press("book") == Stickers(anna, back=Trail(anna))
    assert page.press("grown_ups") == Gate(then=GrownUps(anna), back=Trail(anna))
    assert page.press("outing") == Outing(anna)
    assert page.press("big") == Shoes(anna, QuestKind.QUEST, page.state.now.left)


def test_a_card_says_what_it_lies_over(player: Player) -> None:
    who = WhoScreen(player.ctx)
    assert who.press("close") == Close(who)
    assert who.press(player.child) == Enter(player.child)


def test_what_a_route_leads_to_is_written_down_only_when_it_is_come_to(player: Player) -> None:
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (as_level(player.ctx, "bear_walk"),))
    session.begin()
    count = player.game.journal.count()
    later = routes.Later(session)
    assert session.ending is None and player.game.journal.count() == count
    assert flow.open(player.ctx, later).name == "session_end"
    assert session.ending is not None and player.game.journal.count() > count


def test_a_held_screen_is_that_screen(player: Player) -> None:
    room = Room(player.ctx, "held")
    assert flow.open(player.ctx, room) is room


def test_a_route_that_stands_for_another_leads_on_to_a_screen(player: Player) -> None:
    assert flow.open(player.ctx, Start()).name == "who"
    assert flow.open(Player().ctx, Start()).name == "welcome"
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (as_level(player.ctx, "bear_walk"),))
    assert flow.open(player.ctx, NextLevel(session)).name == "intro"


def test_every_end_asks_for_the_pin_where_a_child_may_not_close_the_game(player: Player) -> None:
    room = Room(player.ctx, "here")
    player.record(SettingChosen("kiosk", "on"))
    assert flow.open(player.ctx, routes.Ending(routes.Bye(room), room)).name == "gate"
    assert not player.quit_asked
    player.record(SettingChosen("kiosk", "off"))
    assert flow.open(player.ctx, routes.Ending(routes.Bye(room), room)) is room
    assert player.quit_asked
