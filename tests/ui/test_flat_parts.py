"""What has one colour is taken out of a picture, and nobody sees it."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui.art.art_cache import ArtRoom
from game.ui.flat_parts import LEAST, ROWS, fill, take_out, whole
from game.ui.shape import shape_of, tell_bands

SIZE = (240, 200)
SKIN = (243, 188, 150)


def paper() -> pygame.Surface:
    """A sheet with a soft edge, a line across and a pane of glass."""
    out = pygame.Surface(SIZE, pygame.SRCALPHA)
    pygame.draw.rect(out, (60, 40, 50, 45), (10, 10, 200, 180), border_radius=40)
    pygame.draw.rect(out, SKIN, (20, 20, 180, 160), border_radius=40)
    pygame.draw.line(out, (120, 70, 60), (60, 20), (90, 180), 3)
    out.fill((200, 220, 230, 100), (120, 100, 60, 40))
    return out


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def seen(picture: pygame.Surface) -> int:
    return pygame.mask.from_surface(picture, 0).count()


def test_a_picture_is_what_it_was_once_its_flat_parts_are_filled():
    picture = paper()
    before = pixels(picture)
    take_out(picture)
    assert pixels(picture) != before
    assert pixels(whole(picture)) == before


def test_only_what_is_opaque_and_large_enough_is_taken_out():
    picture = paper()
    take_out(picture)
    flat = shape_of(picture).flat
    assert flat and all(colour == (*SKIN, 255) and part.w >= LEAST and part.h == ROWS for part, colour in flat)
    assert not any(part.colliderect((120, 100, 60, 40)) for part, _ in flat), "the pane lets the backdrop through"


def test_a_picture_too_small_for_a_flat_part_stays_as_it_is():
    picture = pygame.Surface((LEAST - 1, ROWS), pygame.SRCALPHA)
    picture.fill(SKIN)
    before = pixels(picture)
    take_out(picture)
    assert pixels(picture) == before and shape_of(picture).flat == ()


def test_flat_parts_are_filled_within_the_clip_alone():
    picture, window = paper(), pygame.Surface((400, 300))
    take_out(picture)
    window.set_clip((0, 0, 150, 120))
    fill(window, shape_of(picture).flat, 30, 40)
    assert window.get_at((120, 110))[:3] == SKIN
    window.set_clip(None)
    window.fill("black", (0, 0, 150, 120))
    assert not pygame.mask.from_threshold(window, SKIN, (1, 1, 1, 255)).count()


def test_a_band_of_which_nothing_else_is_left_is_still_drawn():
    picture = pygame.Surface((80, 64), pygame.SRCALPHA)
    picture.fill(SKIN, (8, 0, 64, 64))
    take_out(picture)
    picture.fill((0, 0, 0, 0))
    tell_bands(picture)
    (band,) = shape_of(picture).bands or ()
    assert (band.x, band.y, band.h) == (8, 0, 64) and band.w >= 63


@pytest.mark.parametrize(("rig", "clip", "most"), [("foot_side", "brick", 0.75), ("bo_front", "greet", 1.0)])
def test_a_foot_close_up_takes_a_quarter_less_without_its_flat_parts(rig: str, clip: str, most: float):
    init_pygame_for_pictures()
    room = ArtRoom(ArtLibrary(), 0.9, None)
    view = room.puppet(rig, clip, seconds=2.0)  # a slow loop's pictures stay as they are
    picture, _ = view._draw(view._text(0.2))
    assert seen(picture) <= most * seen(whole(picture))
