"""A few words beside a greyed button that was pressed: what is missing. They leave by themselves."""

from __future__ import annotations

import pygame

from game.ui import theme
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.view import DESIGN, Box

SHOWN_FOR = 6.0  # seconds
SIZE, WIDEST, EDGE = 19, 520.0, 16.0
FILL, LIP = "#4A3144", "#38232F"


class Note:
    """At most one on a screen."""

    def __init__(self) -> None:
        self.text = ""
        self._at = Box(0, 0, 0, 0)
        self._left = 0.0

    def say(self, text: str, at: Box) -> None:
        """Beside the button at `at`, in design units; nothing for no text."""
        self.text, self._at, self._left = text, at, SHOWN_FOR if text else 0.0

    def end(self) -> None:
        """Something else was pressed."""
        self._left = 0.0

    def update(self, dt: float) -> None:
        self._left = max(0.0, self._left - dt)

    def draw(self, stage: Stage, pictures: Pictures) -> None:
        """Above the button, below it where there is no room, and never off the screen."""
        if not self._left:
            return
        size = _size(self.text, pictures)
        seen = stage.view.visible()
        left, top, right = max(0.0, seen.x) + EDGE, max(0.0, seen.y) + EDGE, min(DESIGN[0], seen.right) - EDGE
        x = min(max(left, self._at.centre[0] - size[0] / 2), right - size[0])
        above = self._at.y - size[1] - 10
        y = above if above >= top else self._at.bottom + 10
        area = Box(0, 0, size[0] + 16, size[1] + 16)

        def make() -> tuple[pygame.Surface, tuple[int, int]]:
            rect = pictures.view.rect(area)
            surface = pygame.Surface(rect.size, pygame.SRCALPHA)
            paper = Paper(surface, pictures, pictures.view.cut(rect))
            paper.panel(Box(8, 4, *size), FILL, LIP, 16, lip_depth=3, blur=6, alpha=60)
            letters = _type(pictures)
            paper.paragraph(
                self.text, letters, 8 + size[0] / 2, 12, size[0] - 36, theme.WHITE, align="c", height=size[1] - 12
            )
            return surface.convert_alpha(), (0, 0)

        picture, _ = pictures.kept(("note", self.text, size), make)
        stage.put_corner(picture, x - 8, y - 4)


def _size(text: str, pictures: Pictures) -> tuple[float, float]:
    """Width and height of the card: one line where it fits."""
    ruler = Paper(pygame.Surface((1, 1)), pictures)
    width = min(WIDEST, pictures.text_width(text, _type(pictures), theme.SEMI_BOLD) + 56)
    return float(round(width)), float(round(ruler.paragraph_height(text, _type(pictures), width - 36) + 18))


def _type(pictures: Pictures) -> float:
    """The size of the words: a note has the room it needs."""
    return SIZE * pictures.appearance.text
