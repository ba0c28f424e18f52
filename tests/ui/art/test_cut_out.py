"""Whole friends cut out of paper."""

from __future__ import annotations

from datetime import date, timedelta

import pygame
import pytest

from game.core.content import Catalogue
from game.ui.art.cut_out import EDGE, cut_out
from tests.player import Player

HIGH, WIDE = 112.0, 126.0
DAY = date(2026, 1, 5)


@pytest.fixture(scope="module")
def player() -> Player:
    return Player.with_family()


def shapes(player: Player) -> dict[str, str]:
    catalogue: Catalogue = player.ctx.catalogue
    return {e.id: player.ctx.art.figure(e, e.demonstration.host, DAY).svg for e in catalogue.exercises.values()}


def test_no_two_exercises_stand_on_the_map_in_the_same_pose(player: Player):
    drawn = shapes(player)
    assert len(set(drawn.values())) == len(drawn)


def test_every_shipped_exercise_is_drawn_as_a_whole_friend_of_its_own(player: Player):
    library = player.ctx.art.library
    assert all(library.figure(exercise) for exercise in player.ctx.catalogue.exercises)


def test_what_the_toes_pick_up_on_the_map_is_another_thing_each_day(player: Player):
    exercise = player.ctx.catalogue.exercises["lego_bricks"]
    days = [player.ctx.art.figure(exercise, "koko", DAY + timedelta(days=n)).svg for n in range(8)]
    assert all(today != after for today, after in zip(days, days[1:]))
    assert len(set(days)) == 4 and days[:4] == days[4:]


def test_a_figure_fits_and_reaches_the_ground(player: Player):
    k = player.ctx.pictures.view.k
    for exercise in player.ctx.catalogue.exercises.values():
        sheet = player.ctx.art.figure(exercise, exercise.demonstration.host, DAY)
        picture, (_, top) = cut_out(player.ctx.pictures, sheet, HIGH, WIDE)
        used = pygame.mask.from_surface(picture, 200).get_bounding_rects()
        whole = used[0].unionall(used[1:])
        assert whole.h <= (HIGH + 10) * k and whole.w <= (WIDE + 10) * k, exercise.id
        assert -14 * k <= top + whole.bottom <= 14 * k, exercise.id


def test_who_is_to_come_is_paper_and_who_was_there_is_coloured(player: Player):
    exercise = player.ctx.catalogue.exercises["lego_bricks"]
    sheet = player.ctx.art.figure(exercise, "koko", DAY)

    def brightest_colour(picture: pygame.Surface) -> int:
        """How far from grey its most colourful pixel is."""
        points = ((x, y) for x in range(0, picture.get_width(), 3) for y in range(0, picture.get_height(), 3))
        solid = (picture.get_at(p) for p in points if picture.get_at(p).a == 255)
        return max(max(c.r, c.g, c.b) - min(c.r, c.g, c.b) for c in solid)

    assert brightest_colour(cut_out(player.ctx.pictures, sheet, HIGH, WIDE)[0]) > 120
    assert brightest_colour(cut_out(player.ctx.pictures, sheet, HIGH, WIDE, is_paper=True)[0]) < 90


def test_an_edge_of_cream_holds_it_off_the_ground(player: Player):
    exercise = player.ctx.catalogue.exercises["bear_walk"]
    sheet = player.ctx.art.figure(exercise, "bo", DAY)
    with_edge, _ = cut_out(player.ctx.pictures, sheet, HIGH, WIDE)
    without, _ = cut_out(player.ctx.pictures, sheet, HIGH, WIDE, edge=0)

    def cream(picture: pygame.Surface) -> int:
        return pygame.mask.from_threshold(picture, EDGE, (3, 3, 3, 255)).count()

    assert cream(with_edge) > 4 * cream(without)
