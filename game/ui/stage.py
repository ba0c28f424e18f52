"""The one small class all drawing goes through: a still backdrop and the pictures that move over it.

A scene says every frame what stands where; the stage compares that with the frame before and touches only what
changed, so a still screen costs no pixel and no flip. Pictures are immutable: a changed look is another surface, and
another view of a place that goes by another painter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import pygame

from game.ui.view import View

# Above this share of the window one full redraw is cheaper than many clipped ones.
FULL_REDRAW_SHARE = 0.6

Frame = tuple[pygame.Surface, tuple[int, int]]  # a picture, and where its corner lies from its own point, in pixels


class Sprite(NamedTuple):
    """A picture with its top left corner at a pixel. Two are the same where the very same picture is."""

    picture: pygame.Surface
    x: int
    y: int

    @property
    def rect(self) -> pygame.Rect:
        return pygame.Rect(self.x, self.y, *self.picture.get_size())


class Painter(Protocol):
    """A backdrop that is painted where it is needed instead of being kept: always the same, within the clip."""

    def paint(self, surface: pygame.Surface) -> None: ...


Backdrop = pygame.Surface | Painter


class Stage:
    """Draws frames onto `surface`, which may be the window or any surface of its size."""

    def __init__(self, surface: pygame.Surface) -> None:
        self.surface = surface
        self.view = View(*surface.get_size())
        self._backdrop: Backdrop | None = None
        self._shown: list[Sprite] = []
        self._next_backdrop: Backdrop | None = None
        self._next: list[Sprite] = []
        self.light = 1.0

    def lit(self, light: float) -> None:
        """How bright everything is from the next frame on, 0..1: a forgotten game is dimmed."""
        if light != self.light:
            self.light = light
            self.forget()

    def backdrop(self, picture: Backdrop) -> None:
        """The opaque picture of the whole window that everything stands on, or who paints it."""
        self._next_backdrop = picture

    @property
    def said(self) -> int:
        """How many pictures the next frame has so far."""
        return len(self._next)

    def put(self, picture: pygame.Surface, x: float, y: float) -> None:
        """A picture with its top left corner at pixel (x, y), over what was put before."""
        self._next.append(Sprite(picture, round(x), round(y)))

    def put_frame(self, frame: Frame, x: float, y: float) -> None:
        """A picture whose own point lies on the design point (x, y)."""
        picture, (dx, dy) = frame
        px, py = self.view.pixel(x, y)
        self.put(picture, px + dx, py + dy)

    def put_centre(self, picture: pygame.Surface | None, x: float, y: float) -> None:
        """A picture centred on the design point (x, y); nothing where it is not made yet."""
        if picture is None:
            return
        px, py = self.view.pixel(x, y)
        self.put(picture, px - picture.get_width() / 2, py - picture.get_height() / 2)

    def forget(self) -> None:
        """The surface was changed by somebody else: draw the next frame whole."""
        self._backdrop = None

    def abandon(self) -> None:
        """What was said of the next frame is taken back: it could not be said to the end."""
        self._next, self._next_backdrop = [], None

    def present(self, whole: bool = False) -> list[pygame.Rect]:
        """Draw the frame said since the last call; the changed pixels' rectangles, empty when nothing changed."""
        backdrop, sprites = self._next_backdrop or self._backdrop, self._next
        self._next, self._next_backdrop = [], None
        if backdrop is None:
            raise ValueError("a frame needs a backdrop before it is presented")
        if backdrop is not self._backdrop or whole:
            dirty: Sequence[pygame.Rect] | None = None
        elif sprites == self._shown:
            return []
        else:
            dirty = self._changed(sprites)
        self._backdrop, self._shown = backdrop, sprites
        drawn = [self.surface.get_rect()] if dirty is None else list(dirty)
        self._redraw(drawn)
        return drawn

    def _changed(self, sprites: list[Sprite]) -> list[pygame.Rect] | None:
        """Where the next frame looks different; None where it is drawn whole: nearly everywhere, or two pictures that
        stayed changed places in the order of drawing."""
        before, after = self._shown, sprites
        was, is_now = set(before), set(after)
        if len(was) < len(before) or len(is_now) < len(after):  # the very same picture twice in one place
            was_often, often = Counter(before), Counter(after)
            gone, come = list(was_often - often), list(often - was_often)
        else:
            gone, come = [s for s in before if s not in is_now], [s for s in after if s not in was]
        if [s for s in before if s in is_now] != [s for s in after if s in was]:
            return None
        screen = self.surface.get_rect()
        rects = _merged([s.rect.clip(screen) for s in (*gone, *come)])
        return rects if sum(r.w * r.h for r in rects) <= FULL_REDRAW_SHARE * screen.w * screen.h else None

    def _redraw(self, rects: Sequence[pygame.Rect]) -> None:
        backdrop, surface = self._backdrop, self.surface
        assert backdrop is not None
        places = [sprite.rect for sprite in self._shown]
        for rect in rects:
            surface.set_clip(rect)
            if isinstance(backdrop, pygame.Surface):
                surface.blit(backdrop, rect, rect)
            else:
                backdrop.paint(surface)
            over = (self._shown[i] for i in rect.collidelistall(places))
            surface.fblits([(picture, (x, y)) for picture, x, y in over])
            if self.light < 1:  # multiplied, which is quicker than a veil with alpha and touches only what was drawn
                surface.fill((round(255 * self.light),) * 3, rect, special_flags=pygame.BLEND_RGB_MULT)
        surface.set_clip(None)


def _merged(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """Overlapping rectangles made one, so that no pixel is drawn twice; empty ones left out."""
    out: list[pygame.Rect] = []
    for rect in rects:
        if not rect.w or not rect.h:
            continue
        while (hit := rect.collidelist(out)) >= 0:
            rect = rect.union(out.pop(hit))
        out.append(rect)
    return out
