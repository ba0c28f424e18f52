"""Rectangles to be drawn anew cover all of it and meet nowhere."""

from __future__ import annotations

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.rects import apart


def rects(most: int) -> st.SearchStrategy[list[pygame.Rect]]:
    places, sizes = st.integers(0, 300), st.integers(0, 200)
    return st.lists(st.builds(pygame.Rect, places, places, sizes, sizes), max_size=most)


def covered(some: list[pygame.Rect]) -> pygame.Mask:
    mask = pygame.Mask((500, 500))
    for rect in some:
        mask.draw(pygame.Mask(rect.size, fill=True), rect.topleft)
    return mask


@given(rects(8))
def test_what_is_drawn_anew_is_all_that_changed_and_no_pixel_twice(some: list[pygame.Rect]):
    found = apart(some)
    mask, drawn = covered(some), covered(found)
    assert drawn.overlap_area(mask, (0, 0)) == mask.count()
    assert drawn.count() == sum(r.w * r.h for r in found)
