"""A screen that was left standing while the day or the slot turned is the one that entering it now would show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pygame
import pytest

from game.core.content import Slot
from game.core.days import game_day
from game.core.events import FunctionHurt, Paused, PauseReason, QuestKind, SessionEnding, SettingChosen
from game.core.rules.today import Doing, today
from game.gallery.states import play
from game.scenes import flow, routes
from game.scenes.scene import Scene
from game.scenes.session.session import RunningSession
from game.ui.controls import Command
from tests.player import ZONE, Player
from tests.told import days_of_practice, pass_gate

Enter = Callable[[Player], Scene]


def at_who(player: Player) -> Scene:
    return flow.open(player.ctx, routes.Who())


def on_the_map(player: Player) -> Scene:
    return flow.open(player.ctx, routes.Trail(player.child))


def by_the_moon(player: Player) -> Scene:
    """The map, moon pressed."""
    player.ctx.slot_chosen = Slot.EVENING
    return flow.open(player.ctx, routes.Trail(player.child))


def choosing(player: Player) -> Scene:
    """One exercise, where the map offers it."""
    is_offered = on_the_map(player).state.now.choices  # type: ignore[attr-defined]
    return flow.open(player.ctx, routes.Choose(player.child)) if is_offered else on_the_map(player)


def shoes_off(player: Player) -> Scene:
    """Behind the big button, where the map has one."""
    now = today(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.now(), player.ctx.slot)
    if now.doing is not Doing.READY:
        return on_the_map(player)
    return flow.open(player.ctx, routes.Shoes(player.child, QuestKind.QUEST, now.left))


def in_the_book(player: Player) -> Scene:
    return flow.open(player.ctx, routes.Stickers(player.child, routes.Trail(player.child)))


def nothing(player: Player) -> None:
    """Nothing was done yet."""


def morning_done(player: Player) -> None:
    play(player.ctx, player.child, Slot.MORNING)


def all_done(player: Player) -> None:
    for slot in Slot:
        player.ctx.slot_chosen = slot
        play(player.ctx, player.child, slot)
    player.ctx.slot_chosen = None


def in_parts(player: Player) -> None:
    play(player.ctx, player.child, player.ctx.slot, 1, SessionEnding.LATER)


def away_today(player: Player) -> None:
    player.record(Paused(PauseReason.AWAY, date(2026, 1, 6), date(2026, 1, 6)), child=player.child)


TURNS = {  # from a moment to another one, the screen standing meanwhile
    "slot": (datetime(2026, 1, 6, 13, 50, tzinfo=ZONE), timedelta(minutes=20)),
    "evening": (datetime(2026, 1, 6, 16, 50, tzinfo=ZONE), timedelta(minutes=20)),
    "bedtime": (datetime(2026, 1, 6, 18, 10, tzinfo=ZONE), timedelta(minutes=40)),
    "midnight": (datetime(2026, 1, 6, 23, 50, tzinfo=ZONE), timedelta(minutes=20)),
    "day": (datetime(2026, 1, 7, 3, 50, tzinfo=ZONE), timedelta(minutes=20)),
    "night": (datetime(2026, 1, 6, 20, 0, tzinfo=ZONE), timedelta(hours=12)),
    "week": (datetime(2026, 1, 6, 9, 0, tzinfo=ZONE), timedelta(days=8)),
}
SCREENS: dict[str, Enter] = {
    "who": at_who, "map": on_the_map, "moon": by_the_moon, "choose": choosing, "shoes": shoes_off, "book": in_the_book,
}  # fmt: skip
DONE = (nothing, morning_done, all_done, in_parts, away_today)


def seen(player: Player, scene: Scene) -> dict[str, object]:
    """What can be pressed, what Space does, what it would begin, and how it looks."""
    widgets = [(w.name, w.voice) for w in scene.widgets]  # type: ignore[attr-defined]
    state = getattr(scene, "state", None)
    return {
        "screen": scene.name,
        "focus": scene.focused,  # type: ignore[attr-defined]
        "widgets": widgets,
        "levels": getattr(scene, "levels", state and (state.slot, state.now.doing, state.now.left, state.now.choices)),
        "evening": player.ctx.is_evening,
        "doing": getattr(scene, "doing", None),
    }


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("done", DONE, ids=lambda d: d.__name__)
def test_what_stood_while_the_clock_turned_is_as_if_entered_now(
    turn: str, screen: str, done: Callable[[Player], None]
) -> None:
    start, while_standing = TURNS[turn]
    player = Player.with_family(start=start)
    done(player)
    player.scene = SCREENS[screen](player)
    player.draw()
    player.wait(0.5)
    before = seen(player, player.scene)
    player.clock += while_standing
    player.wait(0.5)
    picture = player.draw().copy()
    stood = player.scene
    is_another_day = game_day(start, player.ctx.catalogue.rules.morning_hour) != player.ctx.today
    enter = SCREENS[screen]
    if stood.name != before["screen"] or (stood.name == "map" and (screen != "moon" or is_another_day)):
        enter = on_the_map  # the moon was yesterday's
    player.scene = enter(player)
    player.wait(0.5)
    player.draw()
    assert seen(player, stood) == seen(player, player.scene)
    assert stood.name == player.scene.name
    assert picture.get_size() == player.draw().get_size()


def test_the_morning_after_a_night_on_the_sleeping_map_space_begins_the_session() -> None:
    player = Player.with_family(start=datetime(2026, 1, 6, 19, 0, tzinfo=ZONE))
    all_done(player)
    player.scene = on_the_map(player)
    player.draw()
    player.wait(1)
    assert player.scene.focused == "book"  # type: ignore[attr-defined]
    player.clock = datetime(2026, 1, 7, 7, 30, tzinfo=ZONE)
    player.wait(1)
    player.key(Command.ACTIVATE)
    assert player.scene.name == "shoes"


def test_the_moon_pressed_yesterday_is_not_pressed_today() -> None:
    player = Player.with_family(start=datetime(2026, 1, 6, 9, 0, tzinfo=ZONE))
    player.ctx.slot_chosen = Slot.EVENING
    assert (player.ctx.slot, player.ctx.is_evening) == (Slot.EVENING, True)
    player.clock += timedelta(days=1)
    assert (player.ctx.slot, player.ctx.is_evening) == (Slot.MORNING, False)


def test_shoes_left_overnight_lead_to_the_map_of_the_new_day_unless_it_offers_the_same() -> None:
    player = Player.with_family(start=datetime(2026, 1, 6, 9, 0, tzinfo=ZONE))
    player.scene = shoes_off(player)
    player.clock += timedelta(days=1)
    player.wait(0.5)
    now = today(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.now(), player.ctx.slot)
    assert now.doing is Doing.READY
    assert player.scene.name == "map" or player.scene.levels == now.left  # type: ignore[attr-defined]


def test_the_end_of_a_session_left_overnight_makes_way() -> None:
    player = Player.with_family(start=datetime(2026, 1, 6, 9, 0, tzinfo=ZONE))
    scene = shoes_off(player)
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, scene.levels)  # type: ignore[attr-defined]
    session.begin()
    player.scene = routes.SessionOver(session)
    player.wait(1)
    assert player.scene.name == "session_end"
    player.clock += timedelta(days=1)
    player.wait(1)
    assert player.scene.name == "who"


def the_end(player: Player) -> Scene:
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, shoes_off(player).levels)  # type: ignore[attr-defined]
    session.begin()
    return flow.open(player.ctx, routes.SessionOver(session))


@pytest.mark.parametrize("enter", [the_end, choosing], ids=["the end", "choosing"])
def test_what_makes_way_at_four_in_the_morning_speaks_once_somebody_has_pressed(enter: Enter) -> None:
    player = Player.with_family(start=datetime(2026, 1, 6, 19, 0, tzinfo=ZONE))
    player.scene = enter(player)
    player.wait(60)
    before = player.scene.name
    player.ctx.narrator.said.clear()
    player.clock = datetime(2026, 1, 7, 4, 0, 30, tzinfo=ZONE)
    player.wait(120)
    assert player.scene.name != before and not player.ctx.narrator.said
    player.arrow(1, 0)
    player.wait(60)
    assert player.ctx.narrator.said


# ---------------------------------------------------------------- what my feet can do
EVE = datetime(2026, 1, 20, 19, 0, tzinfo=ZONE)


def asked_for_feet() -> Player:
    """A family that was asked in the evening what feet can do; a week was played."""
    player = Player.with_family(start=datetime(2026, 1, 5, 8, 0, tzinfo=ZONE))
    days_of_practice(player, 7, ("bear_walk", "lego_bricks", "caterpillar"))
    player.clock = EVE
    player.scene = routes.FunctionQuest(player.child)
    return player


def overnight(player: Player) -> None:
    player.wait(1)
    player.draw()
    player.clock += timedelta(hours=12)
    player.wait(1)


def held(player: Player, seconds: float) -> None:
    """The first part, with the first foot."""
    for name in ("big", "big"):
        player.tap(name)
    player.wait(3.1 + seconds)
    player.tap("big")


def test_a_function_quest_left_before_it_began_makes_way_for_the_map_of_the_new_day() -> None:
    player = asked_for_feet()
    overnight(player)
    assert player.scene.name == "map"


def test_one_left_at_its_first_part_makes_way_too() -> None:
    player = asked_for_feet()
    player.tap("big")
    overnight(player)
    assert player.scene.name == "map"
    assert player.ctx.child(player.child).measured == ()


def test_what_was_counted_waits_for_the_grown_up_and_keeps_its_day() -> None:
    player = asked_for_feet()
    held(player, 7)
    overnight(player)
    assert player.scene.name == "function_numbers"
    overnight(player)
    player.tap("keep")
    pass_gate(player)
    player.tap("keep")
    assert [(m.on, m.value) for m in player.ctx.child(player.child).measured] == [(EVE.date(), 7)]
    overnight(player)
    assert player.scene.name == "who"


def test_one_that_hurt_makes_way_with_its_pain_kept() -> None:
    player = asked_for_feet()
    player.tap("big")
    player.tap("hurt")
    player.tap("face-4")
    assert player.scene.name == "function_numbers"
    overnight(player)
    assert player.scene.name == "who"
    hurt = [e.fact for e in player.ctx.child(player.child).events if isinstance(e.fact, FunctionHurt)]
    assert [(f.on, f.score) for f in hurt] == [(EVE.date(), 4)]


def test_a_part_that_runs_at_four_in_the_morning_runs_to_its_end() -> None:
    player = asked_for_feet()
    player.clock = datetime(2026, 1, 21, 3, 59, 50, tzinfo=ZONE)
    player.scene = routes.FunctionQuest(player.child)
    held(player, 9)
    player.wait(1)
    assert (player.ctx.today, player.scene.name) == (date(2026, 1, 21), "function_numbers")
    assert list(player.scene.run.values.values()) == [9]  # type: ignore[attr-defined]


# ---------------------------------------------------------------- the light
def book(player: Player) -> Scene:
    return in_the_book(player)


def walk(player: Player) -> Scene:
    return flow.open(player.ctx, routes.Outing(player.child))


@pytest.mark.parametrize("enter", [at_who, on_the_map, choosing, shoes_off, book, walk], ids=lambda e: e.__name__)
@pytest.mark.parametrize("hour", [16, 3])
def test_a_screen_that_stood_while_evening_came_or_went_has_the_light_of_one_entered_now(
    hour: int, enter: Enter
) -> None:
    player = Player.with_family(start=datetime(2026, 1, 6, hour, 50, tzinfo=ZONE))
    player.record(SettingChosen("calm", "on"))
    player.scene = enter(player)
    player.draw()
    player.wait(0.5)
    before = player.draw().copy()
    player.clock += timedelta(minutes=20)
    player.wait(0.5)
    stood = player.draw().copy()
    assert corner(before) != corner(stood)
    player.scene = {"map": on_the_map}.get(player.scene.name, enter)(player)
    player.draw()
    player.wait(0.5)
    assert corner(player.draw()) == corner(stood)


def corner(picture: pygame.Surface) -> tuple[int, ...]:
    """The light of the picture's upper edge, where nothing moves."""
    w = picture.get_width()
    return tuple(picture.get_at((x, 4))[:3] for x in range(4, w, w // 9))  # type: ignore[return-value]
