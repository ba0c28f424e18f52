"""What is told of a picture's shape saves the stage work, and no pixel looks different."""

from __future__ import annotations

import random

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.ui import shape
from game.ui.art.art_cache import ArtRoom
from game.ui.art.lens import Framing, LensView
from game.ui.flat_parts import look_for_core, take_out, whole
from game.ui.pictures import Pictures
from game.ui.rects import area
from game.ui.shape import BAND, shape_of, tell_bands, tell_solid
from game.ui.stage import Stage
from game.ui.view import View

SIZE = (640, 360)
WHOLE = SIZE[0] * SIZE[1]


def sky() -> pygame.Surface:
    picture = pygame.Surface(SIZE)
    for x in range(0, SIZE[0], 8):
        picture.fill((x % 256, 143, 200), (x, 0, 8, SIZE[1]))
    return picture


def leg(lean: int) -> pygame.Surface:
    """From one corner of its box to the other, as a leg in a close-up."""
    picture = pygame.Surface((300, 320), pygame.SRCALPHA)
    pygame.draw.line(picture, (233, 150, 120, 255), (20, 0), (240 + lean, 319), 40)
    pygame.draw.line(picture, (67, 48, 74, 128), (26, 0), (246 + lean, 319), 12)
    return picture


def disc() -> pygame.Surface:
    picture = pygame.Surface((200, 200), pygame.SRCALPHA)
    pygame.draw.circle(picture, (95, 179, 164, 255), (100, 100), 99)
    return picture


@pytest.fixture(autouse=True)
def _display() -> None:
    init_pygame_for_pictures()


def test_a_frame_that_is_shown_is_told_where_it_is_not_clear():
    room = ArtRoom(ArtLibrary(), 0.5, None)
    for exercise in list(read_shipped().exercises.values())[::4]:
        clip = exercise.demonstration.right
        picture, _ = room.puppet(clip.rig, clip.clip).at(0.3)
        bands, clear = shape_of(picture).bands, pygame.mask.from_surface(picture, 0)
        assert bands
        for band in bands:
            clear.erase(pygame.Mask(band.size, fill=True), band.topleft)
        assert clear.count() == 0 and all(band.h <= BAND for band in bands)


def test_what_is_told_solid_of_a_lens_is_opaque_and_most_of_the_square_in_it():
    room, pictures = ArtRoom(ArtLibrary(), 0.5, None), Pictures(ArtLibrary(), View(*SIZE))
    for flip in (False, True):
        view = LensView(room, pictures, "bo_front", "bear_walk", Framing(260, 440, 0.98), flip=flip)
        _, (lens, _) = view._pane.back(pictures)
        solid = shape_of(lens).solid
        assert solid and solid.w * solid.h > 0.45 * lens.get_width() * lens.get_height()
        opaque = pygame.mask.from_surface(whole(lens), 254)
        assert opaque.overlap_area(pygame.Mask(solid.size, fill=True), solid.topleft) == solid.w * solid.h


def test_of_a_leg_that_moves_only_the_bands_it_crosses_are_drawn():
    stage = Stage(pygame.Surface(SIZE))
    stage.backdrop(sky())
    for lean in (0, 10):
        picture = leg(lean)
        tell_bands(picture)
        stage.put(picture, 100, 20)
        rects = stage.present()
    assert sum(r.w * r.h for r in rects) < 0.6 * 300 * 320


def test_under_a_solid_picture_nothing_is_drawn():
    """Told of one that is not, so that it is seen."""
    stage, glass = Stage(pygame.Surface(SIZE)), pygame.Surface((200, 200), pygame.SRCALPHA)
    glass.fill((255, 255, 255, 100))
    tell_solid(glass, pygame.Rect(20, 20, 160, 160))
    stage.surface.fill("red")
    stage.backdrop(sky())
    stage.put(leg(0), 90, 40)
    stage.put(glass, 100, 50)
    stage.present()
    within, beside = stage.surface.get_at((200, 150)), stage.surface.get_at((105, 150))
    assert within.r == 255 and within.g == within.b == 100, "the red that was there before"
    assert beside.g > 150


@pytest.mark.parametrize("light", [1.0, 0.6])
def test_a_hundred_frames_look_as_if_each_had_been_drawn_whole(light: float):
    chance, backdrop = random.Random(7), sky()
    quick, plain, drawn = Stage(pygame.Surface(SIZE)), Stage(pygame.Surface(SIZE)), 0
    quick.lit(light), plain.lit(light)
    legs, discs = [leg(lean) for lean in range(0, 60, 12)], [disc() for _ in range(3)]
    for picture in legs:
        tell_bands(picture)
    for picture in discs:
        tell_solid(picture, pygame.Rect(31, 31, 138, 138))
    card = pygame.Surface((200, 200), pygame.SRCALPHA)
    pygame.draw.rect(card, "#EAD9BB", (0, 0, 200, 190), border_radius=30)
    cut = card.copy()
    take_out(cut)
    tell_bands(cut)
    assert len(shape_of(cut).flat) == 5
    sign = pygame.Surface((120, 60), pygame.SRCALPHA)
    sign.fill((43, 30, 51, 130))
    for frame in range(100):
        one, other, lens = chance.choice(legs), chance.choice(legs), chance.choice(discs)
        at = chance.randrange(-40, 200), chance.randrange(-60, 60)
        for stage in (quick, plain):
            stage.backdrop(backdrop)
            stage.put(cut if stage is quick else card, 300 + at[0] // 2, at[1])
            stage.put(sign, 90, 300)
            stage.put(one, *at)
            if frame % 3:
                stage.put(other, at[0] + 90, at[1] + 30)
            stage.put(lens, 400, 40)
            stage.put(sign, 420 + frame % 5, 60)
        drawn += sum(r.w * r.h for r in quick.present())
        plain.present(whole=True)
        assert pygame.image.tobytes(quick.surface, "RGB") == pygame.image.tobytes(plain.surface, "RGB"), frame
    assert drawn < 0.75 * 100 * WHOLE


def test_a_picture_that_is_gone_is_remembered_by_nobody():
    picture = leg(0)
    tell_bands(picture)
    before = shape_of(picture)
    assert before.bands
    n = len(shape._shapes)
    del picture
    assert len(shape._shapes) == n - 1


def test_nothing_is_drawn_under_a_sheet_and_the_sheet_looks_as_it_is():
    quick, plain = Stage(pygame.Surface(SIZE)), Stage(pygame.Surface(SIZE))
    sheet = pygame.Surface((400, 300), pygame.SRCALPHA)
    pygame.draw.rect(sheet, (60, 40, 50, 45), (0, 0, 400, 300), border_radius=40)
    pygame.draw.rect(sheet, (255, 253, 247), (20, 20, 360, 260), border_radius=30)
    pygame.draw.line(sheet, (120, 70, 60), (60, 40), (340, 40), 3)
    known = sheet.copy()
    look_for_core(known)
    assert (shape_of(known).core or (None,))[0] == shape_of(known).solid
    assert area(shape_of(known).solid) > 0.6 * 400 * 300
    for lean in range(0, 60, 12):
        for stage, shown in ((quick, known), (plain, sheet)):
            stage.backdrop(sky())
            stage.put(shown, 50, 20)
            stage.put(leg(lean), 120, 10)
            stage.present()
        assert pygame.image.tobytes(quick.surface, "RGB") == pygame.image.tobytes(plain.surface, "RGB"), lean
    known.fill("red", shape_of(known).solid)
    quick.present(whole=True)
    quick.backdrop(sky())
    quick.put(known, 50, 20)
    quick.present(whole=True)
    assert pygame.image.tobytes(quick.surface.subsurface((80, 250, 20, 20)), "RGB") == bytes((255, 253, 247)) * 400


@pytest.mark.parametrize("hole", [(150, 120, 2, 2), (30, 150, 1, 1), (200, 150, 1, 1), (0, 0, 0, 0)])
def test_the_core_of_a_picture_holds_no_pixel_of_another_colour(hole: tuple[int, int, int, int]):
    sheet = pygame.Surface((400, 300), pygame.SRCALPHA)
    sheet.fill((255, 253, 247, 255), (10, 10, 380, 280))
    sheet.fill((255, 253, 247, 254), hole)
    look_for_core(sheet)
    core = shape_of(sheet).core
    if hole == (200, 150, 1, 1):
        assert core is None, "its middle is not opaque"
    else:
        assert core and not core[0].colliderect(hole) and pygame.Rect(10, 10, 380, 280).contains(core[0])
