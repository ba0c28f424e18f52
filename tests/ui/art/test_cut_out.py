"""Whole friends cut out of paper."""

from __future__ import annotations

from datetime import date

import pygame
import pytest

from game.core.content import Catalogue
from game.scenes.session.demonstration import clips
from game.ui.art.cut_out import EDGE, cut_out
from tests.player import Player

HIGH, WIDE = 112.0, 126.0
DAY = date(2026, 1, 5)


@pytest.fixture(scope="module")
def player() -> Player:
    return Player.with_family()


def shapes(player: Player) -> dict[str, str]:
    catalogue: Catalogue = player.ctx.catalogue
    return {e.id: player.ctx.art.figure(e, e.demonstration.host).svg for e in catalogue.exercises.values()}


def test_no_two_exercises_stand_on_the_map_in_the_same_pose(player: Player):
    drawn = shapes(player)
    assert len(set(drawn.values())) == len(drawn)


def test_every_shipped_exercise_is_drawn_as_a_whole_friend_of_its_own(player: Player):
    library = player.ctx.art.library
    assert all(library.figure(exercise) for exercise in player.ctx.catalogue.exercises)


def test_what_the_toes_pick_up_on_the_map_is_what_the_next_play_picks_up(player: Player):
    """The map showed ducks on a day on which bricks were played."""
    exercise = player.ctx.catalogue.exercises["lego_bricks"]
    names = {
        "brick": "brick_red", "brick_blue": "brick_blue", "brick_yellow": "brick_yellow", "toy": "toy_duck",
        "hanky": "hanky_held", "pencil_pick": "pencil_lying",
    }  # fmt: skip
    art = player.ctx.art.library.figure("lego_bricks")
    for heard in range(7):
        picked = {clips(exercise, turn=2 * heard + stretch)[0].clip for stretch in (0, 1)}
        shown = {laid.part.removeprefix("props/") for laid in art.turns[heard % len(art.turns)]}
        assert shown == {names[clip] for clip in picked}, heard
    plays = [player.ctx.art.figure(exercise, "koko", heard).svg for heard in range(6)]
    assert len(set(plays)) == 3 and plays[:3] == plays[3:]


def test_where_a_baby_lives_no_small_thing_lies_before_the_toes_on_the_map(player: Player):
    exercise = player.ctx.catalogue.exercises["lego_bricks"]
    art = player.ctx.art.library.figure("lego_bricks")
    assert {laid.part for laid in art.large} == {"props/hanky_held", "props/sock_floor"}
    small = player.ctx.art.figure(exercise, "koko").svg
    assert player.ctx.art.figure(exercise, "koko", is_large=True).svg != small


def test_a_figure_fits_and_reaches_the_ground(player: Player):
    k = player.ctx.pictures.view.k
    for exercise in player.ctx.catalogue.exercises.values():
        sheet = player.ctx.art.figure(exercise, exercise.demonstration.host)
        picture, (_, top) = cut_out(player.ctx.pictures, sheet, HIGH, WIDE)
        used = pygame.mask.from_surface(picture, 200).get_bounding_rects()
        whole = used[0].unionall(used[1:])
        assert whole.h <= (HIGH + 10) * k and whole.w <= (WIDE + 10) * k, exercise.id
        assert -14 * k <= top + whole.bottom <= 14 * k, exercise.id


def test_who_is_to_come_is_paper_and_who_was_there_is_coloured(player: Player):
    exercise = player.ctx.catalogue.exercises["lego_bricks"]
    sheet = player.ctx.art.figure(exercise, "koko")

    def brightest_colour(picture: pygame.Surface) -> int:
        """How far from grey its most colourful pixel is."""
        points = ((x, y) for x in range(0, picture.get_width(), 3) for y in range(0, picture.get_height(), 3))
        solid = (picture.get_at(p) for p in points if picture.get_at(p).a == 255)
        return max(max(c.r, c.g, c.b) - min(c.r, c.g, c.b) for c in solid)

    assert brightest_colour(cut_out(player.ctx.pictures, sheet, HIGH, WIDE)[0]) > 120
    assert brightest_colour(cut_out(player.ctx.pictures, sheet, HIGH, WIDE, is_paper=True)[0]) < 90


def test_an_edge_of_cream_holds_it_off_the_ground(player: Player):
    exercise = player.ctx.catalogue.exercises["bear_walk"]
    sheet = player.ctx.art.figure(exercise, "bo")
    with_edge, _ = cut_out(player.ctx.pictures, sheet, HIGH, WIDE)
    without, _ = cut_out(player.ctx.pictures, sheet, HIGH, WIDE, edge=0)

    def cream(picture: pygame.Surface) -> int:
        return pygame.mask.from_threshold(picture, EDGE, (3, 3, 3, 255)).count()

    assert cream(with_edge) > 4 * cream(without)
