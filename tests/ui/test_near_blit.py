"""What is laid is the picture itself, and never by the way that goes past the processor's cache."""

from __future__ import annotations

import random

import pygame
import pytest

from game.ui.flat_parts import ROWS, fill
from game.ui.near_blit import AT_ONCE, lay
from game.ui.stage import Stage

SIZE = (64, 40)


class WatchedWindow(pygame.Surface):
    """Knows which of its columns each blit began at, and which of the picture's; SDL's far way begins where both are
    multiples of four."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size)
        self.begun: list[tuple[int, int, int]] = []  # of each blit the first column here, there, and how many are laid

    def blit(self, source, dest, area=None, special_flags=0):
        here = super().blit(source, dest, area, special_flags)
        x, from_x = pygame.Rect(dest, (0, 0)).x if len(dest) == 2 else dest[0], area[0] if area else 0
        self.begun.append((here.x, from_x + here.x - x, here.w))
        return here

    def blits(self, blit_sequence, doreturn=1):
        return [self.blit(*one) for one in blit_sequence]

    @property
    def goes_far(self) -> bool:
        return any(w >= AT_ONCE and not (x % AT_ONCE or there % AT_ONCE) for x, there, w in self.begun)


def noise(size: tuple[int, int]) -> pygame.Surface:
    out, chance = pygame.Surface(size), random.Random(1)
    for x in range(size[0]):
        for y in range(size[1]):
            out.set_at((x, y), [chance.randrange(256) for _ in range(3)])
    return out


@pytest.mark.parametrize("x", range(-4, 5))
@pytest.mark.parametrize("wide", [1, 3, 4, 9, 40])
def test_what_is_laid_is_the_part_of_the_picture_that_lies_there(x: int, wide: int):
    picture = noise(SIZE)
    for left in range(8, 13):
        part, window, expected = pygame.Rect(left, 5, wide, 20), WatchedWindow(SIZE), pygame.Surface(SIZE)
        lay(window, picture, x, -3, part)
        expected.set_clip(part)
        expected.blit(picture, (x, -3))
        assert pygame.image.tobytes(window, "RGB") == pygame.image.tobytes(expected, "RGB")
        assert not window.goes_far


def test_a_backdrop_is_laid_where_it_is_at_hand_wherever_something_moved():
    window = WatchedWindow(SIZE)
    stage, ball = Stage(window), pygame.Surface((12, 12))
    stage.backdrop(noise(SIZE))
    stage.present()
    for x in range(20):
        stage.put(ball, x, 7)
        stage.present()
    assert len(window.begun) > 20 and not window.goes_far


@pytest.mark.parametrize("clip", range(20, 25))
def test_flat_parts_are_laid_where_they_are_at_hand(clip: int):
    colour = (243, 188, 150, 255)
    for x in range(8):
        window = WatchedWindow((400, 40))
        window.set_clip((clip, 0, 376, 40))
        fill(window, ((pygame.Rect(16, 4, 300, ROWS), colour),), x, 0)
        assert len(window.begun) == 2 and not window.goes_far
        seen = pygame.mask.from_threshold(window, colour, (1, 1, 1, 255))
        left = max(clip, x + 16)
        assert seen.get_bounding_rects() == [pygame.Rect(left, 4, x + 316 - left, ROWS)]
