"""The six faces of pain: each is another, and the number beside it is clear of it, in every box it is a button in."""

from __future__ import annotations

import pygame
import pytest

from game.data.files.art import ArtLibrary
from game.ui.art.faces import SCORES, face_key, paint_numbered_face
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.view import Box, View

WHITE = (255, 255, 255)
BOXES = [Box(40, 30, 56, 44), Box(40, 30, 66, 44), Box(40, 30, 72, 56)]  # of the record, the wall chart, the word
SIZES = [(1280, 720), (1024, 768), (1920, 1080)]


def drawn(box: Box, score: int, size: tuple[int, int] = (1280, 720)) -> tuple[pygame.Surface, View, Paper]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((8, 8))
    surface, view = pygame.Surface(size), View(*size)
    surface.fill(WHITE)
    paper = Paper(surface, Pictures(ArtLibrary(), view))
    paint_numbered_face(paper, box, score)
    return surface, view, paper


def ink_of(surface: pygame.Surface) -> pygame.mask.Mask:
    """What is drawn, without the soft shadow under it."""
    mask = pygame.mask.from_threshold(surface, WHITE, (48, 48, 48, 255))
    mask.invert()
    return mask


def columns_of(mask: pygame.mask.Mask) -> list[int]:
    """Those with anything in them."""
    wide, tall = mask.get_size()
    return [x for x in range(wide) if mask.overlap_area(pygame.mask.Mask((1, tall), fill=True), (x, 0))]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("box", BOXES, ids=str)
@pytest.mark.parametrize("score", SCORES)
def test_the_number_stands_beside_its_face_and_both_within_the_button(
    box: Box, score: int, size: tuple[int, int]
) -> None:
    surface, view, paper = drawn(box, score, size)
    button, mask = view.rect(box), ink_of(surface)
    assert all(button.contains(rect) for rect in mask.get_bounding_rects())
    columns = columns_of(mask)
    gaps = [a for a, b in zip(columns, columns[1:], strict=False) if b - a > 1]
    assert gaps, "the number touches its face"
    face, number = gaps[0] - columns[0] + 1, columns[-1] - gaps[-1]
    assert face > number, "the face is the larger of the two"
    assert [line.text for line in paper.inked] == [str(score)]


def test_each_face_is_another_and_has_a_key_of_its_own() -> None:
    pictures = {pygame.image.tobytes(drawn(BOXES[2], score)[0].subsurface((0, 0, 85, 120)), "RGB") for score in SCORES}
    assert len(pictures) == len(SCORES) == len(set(map(face_key, SCORES)))
