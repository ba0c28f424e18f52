"""What is drawn again and again takes the same memory, and nobody's picture changes under them."""

from __future__ import annotations

import pygame
import pytest

from game.ui.reused_pixels import ReusedPixels


@pytest.fixture
def original() -> pygame.Surface:
    picture = pygame.Surface((20, 10), pygame.SRCALPHA)
    picture.fill((10, 200, 30, 255), (4, 2, 9, 6))
    picture.fill((90, 20, 130, 77), (15, 0, 5, 10))
    return picture


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def test_a_copy_is_the_original_pixel_for_pixel_also_where_another_was_drawn_before(original: pygame.Surface):
    copies = ReusedPixels(original)
    copies.copy().fill((1, 2, 3, 4))
    assert pixels(copies.copy()) == pixels(original)


def test_a_picture_that_somebody_holds_stays_as_it_is(original: pygame.Surface):
    copies = ReusedPixels(original)
    held = [copies.copy() for _ in range(3)]
    for i, picture in enumerate(held):
        picture.fill((i, i, i, 255))
    before = [pixels(picture) for picture in held]
    copies.copy().fill((99, 99, 99, 255))
    assert [pixels(picture) for picture in held] == before


def test_a_picture_that_nobody_holds_gives_its_memory_to_the_next_which_is_another_picture(original: pygame.Surface):
    copies = ReusedPixels(original)
    shown = copies.copy()
    memory = {shown._pixels_address}
    for _ in range(10):
        coming = copies.copy()
        assert coming is not shown
        shown = coming
        memory.add(shown._pixels_address)
    assert len(memory) == 2, "the one that is shown and the next"


def test_the_original_is_left_alone(original: pygame.Surface):
    before = pixels(original)
    ReusedPixels(original).copy().fill((1, 2, 3))
    assert pixels(original) == before
