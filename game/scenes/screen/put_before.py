"""What a screen put into its last picture, by its place in the order: most of the next one is the same again.

A piece's key has many parts (a button, its colours, its box). It is compared with the one of before, which is mostly
the very same object, and is only counted out where something else is put.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

import pygame

from game.ui import focus
from game.ui.blit_only import makes
from game.ui.flat_parts import look_for_core
from game.ui.paper import Paper, grown_paper
from game.ui.pictures import Made, Pictures, Piece
from game.ui.stage import Stage
from game.ui.view import Box
from game.ui.widgets import Widget

Nth = tuple[object, Piece, int, int]  # what it is a picture of, the picture, the pixel of its corner


class PutBefore:
    """Of one screen."""

    def __init__(self) -> None:
        self._nths: dict[int, Nth] = {}

    def ring(self, stage: Stage, pictures: Pictures, widget: Widget) -> None:
        """Puts the ring about what has the focus."""
        if not self._again(stage, pictures, widget):
            ring, x, y = focus.ring(pictures, widget)
            self._first(stage, pictures, widget, ring, stage.view.laid(ring[1][0].get_width(), x, y))

    def sprite(
        self, stage: Stage, pictures: Pictures, name: str, key: Hashable, box: Box, draw: Callable[[Paper], None],
        opacity: int, dx: float, dy: float, place: Hashable, may_wait: bool,
    ) -> bool:  # fmt: skip
        """Puts a small picture of the screen `name`: see `Screen.sprite`. Whether there is one by now."""
        along = -dx if pictures.view.is_mirrored else dx
        aside = round(along * pictures.k), round(dy * pictures.k)
        if self._again(stage, pictures, (key, box, opacity), *aside):
            return True
        whole = "sprite", name, key, box, opacity
        make = partial(_painted, pictures, box, draw, opacity)
        found = pictures.piece_soon((name, place or (key, box)), whole, make)
        if found is None:
            if not may_wait:
                makes(key)
            return False
        of = (key, box, opacity) if found[0].key == whole else None  # something else stands in for it
        self._first(stage, pictures, of, found, pictures.view.rect(box).topleft, *aside)
        return True

    def is_gone(self, pictures: Pictures, name: str, place: Hashable) -> None:
        """Nothing is shown in a place of that screen: what was shown last there stands in for nothing any more."""
        pictures.forget_last((name, place))

    def _again(self, stage: Stage, pictures: Pictures, of: object, dx: int = 0, dy: int = 0) -> bool:
        """Puts the picture that was put at this place in the order, `dx` and `dy` pixels aside, where it was one `of`
        the same and is still kept; whether it did."""
        found = self._nths.get(stage.said)
        if found is None or found[0] != (pictures, pictures.view, of):
            return False
        _, piece, left, top = found
        picture = pictures.again(piece)
        if picture is not None:
            stage.put(picture, left + dx, top + dy)
        return picture is not None

    def _first(
        self, stage: Stage, pictures: Pictures, of: object, found: tuple[Piece, Made], corner: tuple[int, int],
        dx: int = 0, dy: int = 0,
    ) -> None:  # fmt: skip
        """Puts another picture, and remembers it."""
        piece, (picture, _) = found
        self._nths[stage.said] = (pictures, pictures.view, of), piece, *corner
        stage.put(picture, corner[0] + dx, corner[1] + dy)


def _painted(pictures: Pictures, box: Box, draw: Callable[[Paper], None], opacity: int) -> Made:
    """A part of the design as a picture of its own."""
    whole = pygame.Surface(pictures.view.rect(box).size, pygame.SRCALPHA)
    grown_paper(whole, pictures, draw, box)
    if opacity != 255:
        whole.fill((255, 255, 255, opacity), special_flags=pygame.BLEND_RGBA_MULT)
    whole = whole.convert_alpha()
    look_for_core(whole)
    return whole, (0, 0)
