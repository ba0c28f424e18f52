"""The camp at the end of a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pygame
import pytest

from game.core.content import Foot
from game.core.events import Outcome, QuestKind
from game.puppet.camp import GUESTS, guest_on
from game.puppet.spread import PlacedPart, PosedFriend
from game.scenes.session.session import RunningSession, as_level
from game.scenes.session.session_end import DIM_AFTER, SessionEnd
from game.ui.art.camp import FIRE_BOX, HOOKS, NEST, STRING, flame_at, paint_nest, paint_string
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Box
from tests.player import Player


def end(player: Player, done: int = 2) -> SessionEnd:
    levels = tuple(as_level(player.ctx, exercise) for exercise in ("bear_walk", "caterpillar"))
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, levels)
    session.begin()
    for _ in range(done):
        session.units = {Foot.LEFT: 3, Foot.RIGHT: 3}
        session.end_level(Outcome.FINISHED)
    return SessionEnd(session)


@pytest.fixture(scope="module")
def player() -> Player:
    return Player.with_family()


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGB")


def painted(player: Player, draw: Callable[[Paper], None]) -> pygame.Surface:
    surface = pygame.Surface(player.ctx.pictures.view.size)
    surface.fill("#7FB97E")
    draw(Paper(surface, player.ctx.pictures, player.ctx.pictures.view))
    return surface


def test_each_week_of_the_story_brings_no_less_to_the_camp_and_most_weeks_bring_something_more(player: Player):
    art = player.ctx.art.library.camp()
    for evening in (False, True):
        seen = [{s.part for s in art.laid(week, evening, 0) if isinstance(s, PlacedPart)} for week in range(1, 13)]
        assert all(before <= after for before, after in zip(seen, seen[1:]))
        assert sum(len(after - before) > 0 for before, after in zip(seen, seen[1:])) >= 9


def test_every_drawing_of_the_camp_is_there_and_every_light_is_named(player: Player):
    art, library = player.ctx.art.library.camp(), player.ctx.art.library
    for week in (1, 12):
        for laid in (*art.laid(week, False, 0), *art.laid(week, True, 0)):
            if isinstance(laid, PlacedPart):
                assert library.drawing_size(laid.part)


@pytest.mark.parametrize("evening", [False, True])
def test_another_friend_sits_by_the_fire_on_the_next_day_and_all_come_in_turn(player: Player, evening: bool):
    art = player.ctx.art.library.camp()
    days = [guest_on(date(2026, 1, 5) + timedelta(days=n)) for n in range(9)]
    by_day = [[s.friend for s in art.laid(3, evening, guest) if isinstance(s, PosedFriend)] for guest in days]
    assert all(sum("seat" in friend for friend in there) == 1 and "bo_side" in there for there in by_day)
    assert all(today != next_day for today, next_day in zip(by_day, by_day[1:]))
    assert len({tuple(there) for there in by_day}) == GUESTS


@pytest.mark.parametrize("is_evening", [False, True])
def test_every_star_that_was_won_hangs_on_the_string_and_none_beside_it(player: Player, is_evening: bool):
    box = Box(STRING[0][0] - 60, 90, STRING[1][0] - STRING[0][0] + 120, 260)
    rect = player.ctx.pictures.view.rect(box)
    before = pixels(painted(player, lambda paper: None))
    for hooks, won in ((3, 1), (3, 3), (HOOKS + 4, HOOKS + 4), (1, 4)):
        picture = painted(player, lambda paper, h=hooks, w=won: paint_string(paper, h, w, is_evening))
        gold = pygame.mask.from_threshold(picture, pygame.Color("#FFC94D"), (26, 26, 40, 255))
        stars = [c for c in gold.connected_components(40)]
        assert len(stars) == min(HOOKS, won), (hooks, won)
        outside = picture.copy()
        outside.fill("#7FB97E", rect)
        assert pixels(outside) == before


def test_no_nest_stands_where_no_star_sleeps_and_seven_are_the_most_in_it(player: Player):
    pictures = [pixels(painted(player, lambda paper, n=n: paint_nest(paper, n, False))) for n in (0, 1, 3, 7, 30)]
    assert pictures[0] == pixels(painted(player, lambda paper: None))
    assert len(set(pictures[:4])) == 4
    assert pictures[3] == pictures[4]
    assert NEST[0] + 110 * NEST[2] < 372, "the nest stands beside the grown-up's strip"


def test_the_fire_sways_until_it_grows_dim_and_then_the_picture_stands_still(player: Player):
    scene = end(player)
    stage = Stage(pygame.Surface(player.ctx.pictures.view.size))
    scene.draw(stage)
    assert stage.present()
    changed = []
    for _ in range(30):
        scene.update(0.1)
        scene.draw(stage)
        changed += stage.present()
    assert changed
    fire = player.ctx.pictures.view.rect(FIRE_BOX.grown(4))
    assert all(fire.contains(rect) for rect in changed), "nothing else is drawn again"
    scene.age = DIM_AFTER + 1
    scene.draw(stage)
    stage.present()
    for _ in range(10):
        scene.update(0.2)
        scene.draw(stage)
        assert stage.present() == []


def test_flames_stand_still_for_who_wants_calm_pictures():
    assert {flame_at(seconds / 7, True) for seconds in range(30)} == {0}
    assert len({flame_at(seconds / 7, False) for seconds in range(30)}) > 3


def test_the_days_title_stands_beside_the_sounds_button_and_under_nothing(player: Player):
    scene = end(player)
    scene.draw(Stage(pygame.Surface(player.ctx.pictures.view.size)))
    assert scene.problems == []
