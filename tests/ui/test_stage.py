"""Only what changed is drawn, and it looks as if everything had been."""

from __future__ import annotations

import random

import pygame
import pytest

from game.ui.stage import Stage

SIZE = (320, 180)


def paper(colour: str, size: tuple[int, int] = SIZE, alpha: bool = False) -> pygame.Surface:
    surface = pygame.Surface(size, pygame.SRCALPHA if alpha else 0)
    surface.fill(pygame.Color(colour))
    return surface


@pytest.fixture
def stage() -> Stage:
    pygame.display.init()
    stage = Stage(pygame.Surface(SIZE))
    stage.backdrop(SKY)
    stage.present()
    return stage


SKY, GRASS = paper("#BFE3E8"), paper("#7FB97E")
BALL, BOX = paper("#DD5B3D", (30, 30)), paper("#43304A80", (50, 20), alpha=True)


def test_a_still_frame_changes_no_pixel(stage):
    for _ in range(3):
        stage.backdrop(SKY)
        stage.put(BALL, 10, 10)
        rects = stage.present()
    assert rects == []


def test_a_moved_picture_changes_where_it_was_and_where_it_is(stage):
    stage.put(BALL, 10, 10)
    stage.present()
    stage.put(BALL, 200, 100)
    assert sorted(tuple(r) for r in stage.present()) == [(10, 10, 30, 30), (200, 100, 30, 30)]


def test_a_picture_that_went_leaves_the_backdrop(stage):
    stage.put(BALL, 10, 10)
    stage.present()
    stage.present()
    assert stage.surface.get_at((20, 20)) == SKY.get_at((0, 0))


def test_two_pictures_that_change_places_in_the_order_are_drawn_anew(stage):
    stage.put(BALL, 10, 10)
    stage.put(BOX, 15, 15)
    stage.present()
    stage.put(BOX, 15, 15)
    stage.put(BALL, 10, 10)
    assert stage.present() == [pygame.Rect(0, 0, *SIZE)]
    assert stage.surface.get_at((20, 20)) == BALL.get_at((0, 0))


def test_another_backdrop_draws_everything(stage):
    stage.backdrop(GRASS)
    assert stage.present() == [pygame.Rect(0, 0, *SIZE)]


def test_after_somebody_else_drew_the_next_frame_is_whole(stage):
    stage.surface.fill("red")
    stage.forget()
    stage.backdrop(SKY)
    stage.present()
    assert stage.surface.get_at((0, 0)) == SKY.get_at((0, 0))


def test_a_frame_before_any_backdrop_is_our_mistake():
    with pytest.raises(ValueError, match="backdrop"):
        Stage(pygame.Surface(SIZE)).present()


def test_less_light_dims_every_pixel_once_and_full_light_brings_them_back(stage):
    stage.lit(0.5)
    for _ in range(3):
        stage.backdrop(SKY)
        stage.put(BALL, 10, 10)
        stage.present()
    sky, ball = SKY.get_at((0, 0)), BALL.get_at((0, 0))
    assert abs(stage.surface.get_at((100, 100)).r - sky.r // 2) <= 1
    assert abs(stage.surface.get_at((20, 20)).r - ball.r // 2) <= 1
    stage.lit(1.0)
    stage.backdrop(SKY)
    stage.present()
    assert stage.surface.get_at((100, 100)) == sky


@pytest.mark.parametrize("light", [1.0, 0.7, 0.35])
def test_three_hundred_frames_look_as_if_each_had_been_drawn_whole(light):
    pygame.display.init()
    chance = random.Random(4)
    quick, whole = Stage(pygame.Surface(SIZE)), Stage(pygame.Surface(SIZE))
    quick.lit(light), whole.lit(light)
    things = [[p, chance.randrange(300), chance.randrange(160)] for p in (BALL, BOX, BALL, BOX)]
    drawn = 0
    for frame in range(300):
        for stage in (quick, whole):
            stage.backdrop(SKY if frame % 100 < 50 else GRASS)
            for picture, x, y in things:
                stage.put(picture, x, y)
        drawn += sum(r.w * r.h for r in quick.present())
        whole.present(whole=True)
        assert quick.surface.get_buffer().raw == whole.surface.get_buffer().raw, frame
        moved = chance.choice(things)
        moved[1:] = chance.randrange(-20, 310), chance.randrange(-20, 170)
        if frame % 7 == 0:
            chance.shuffle(things)
    assert drawn < 300 * SIZE[0] * SIZE[1] * 0.6, "it did less work"


def test_a_wide_and_a_high_picture_that_meet_are_not_drawn_as_the_box_about_both(stage):
    wide, high = paper("#DD5B3D", (300, 20)), paper("#43304A", (20, 160))
    for x in (0, 2):
        stage.put(wide, x, 150)
        stage.put(high, x, 0)
        drawn = stage.present()
    assert sum(r.w * r.h for r in drawn) < 0.3 * SIZE[0] * SIZE[1]
