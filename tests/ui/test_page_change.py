"""How one picture gives way to the next, without a third one beside them where they fade."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.ui.page_change import FADE_SECONDS, Arrival, PageChange

SIZE = (64, 36)
OLD, NEW = (12, 200, 77), (240, 31, 128)


def page(colour: tuple[int, int, int] | str) -> pygame.Surface:
    out = pygame.Surface(SIZE)
    out.fill(colour)
    return out


@pytest.fixture
def window() -> pygame.Surface:
    init_pygame_for_pictures()
    return page(OLD)


@pytest.mark.parametrize("a_second", [10, 30, 60])
def test_a_fade_looks_as_if_the_new_picture_lay_over_the_old_with_its_share(window: pygame.Surface, a_second: int):
    """Mixed into what is there already, a step at a time, by three of 255 levels at most."""
    change, gone = PageChange(window, page(NEW), 1.0, Arrival.FADE), 0.0
    while not change.is_over:
        change.draw(window, 1 / a_second)
        gone += 1 / a_second
        share = min(1.0, gone / FADE_SECONDS)
        mixed = [old + (new - old) * share for old, new in zip(OLD, NEW)]
        assert list(window.get_at((5, 5)))[:3] == pytest.approx(mixed, abs=3)


def test_a_fade_ends_with_the_very_pixels_of_the_new_picture(window: pygame.Surface):
    new = page(NEW)
    new.set_at((9, 9), (1, 2, 3))
    change = PageChange(window, new, 1.0, Arrival.FADE)
    while not change.is_over:
        change.draw(window, 1 / 60)
    assert pygame.image.tobytes(window, "RGB") == pygame.image.tobytes(new, "RGB")
    assert new.get_alpha() in (None, 255)


def test_a_page_slides_over_the_picture_that_was_there(window: pygame.Surface):
    change = PageChange(window, page(NEW), 1.0, Arrival.PAGE)
    change.draw(window, 0.0)
    assert window.get_at((1, 5))[:3] == OLD
    while not change.is_over:
        change.draw(window, 0.05)
    assert window.get_at((1, 5))[:3] == NEW
