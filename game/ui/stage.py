"""The one small class all drawing goes through: a still backdrop and the pictures that move over it.

A scene says every frame what stands where; the stage compares that with the frame before and touches only what
changed, so a still screen costs no pixel and no flip. Pictures are immutable: a changed look is another surface, and
another view of a place that goes by another painter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, Protocol

import pygame

from game.ui.flat_parts import fill
from game.ui.near_blit import lay
from game.ui.rects import apart, area, beyond
from game.ui.shape import outline, shape_of
from game.ui.view import View

# Above this share of the window one full redraw is cheaper than many clipped ones.
FULL_REDRAW_SHARE = 0.85
HIDES = 16000  # pixels under a solid picture that are worth leaving out
NOTHING = pygame.Rect(0, 0, 0, 0)

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

    def moved(self, before: Painter) -> Sequence[pygame.Rect] | None:
        """Where it looks different from the one of the frame before, in pixels; None where it may anywhere."""
        ...


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

    @contextmanager
    def seen_by(self, view: View) -> Iterator[None]:
        """Design points lie where another view has them for so long, and no longer: also where what is drawn cannot be
        said to the end."""
        before, self.view = self.view, view
        try:
            yield
        finally:
            self.view = before

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

    def put_corner(self, picture: pygame.Surface, x: float, y: float) -> None:
        """A picture with the corner where its lines begin at the design point (x, y)."""
        self.put(picture, *self.view.laid(picture.get_width(), x, y))

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
        dirty = None if whole else self._changed(backdrop, sprites)
        self._backdrop, self._shown = backdrop, sprites
        drawn = [self.surface.get_rect()] if dirty is None else dirty
        self._redraw(drawn)
        return drawn

    def _changed(self, backdrop: Backdrop, sprites: list[Sprite]) -> list[pygame.Rect] | None:
        """Where the next frame looks different, in rectangles that do not meet; None where it is drawn whole."""
        moved, screen = self._moved(backdrop), self.surface.get_rect()
        changed = [] if sprites == self._shown else self._exchanged(sprites)
        if moved is None or changed is None:
            return None
        rects = apart([rect.clip(screen) for rect in (*moved, *changed)])
        return rects if sum(map(area, rects)) <= FULL_REDRAW_SHARE * area(screen) else None

    def _moved(self, backdrop: Backdrop) -> Sequence[pygame.Rect] | None:
        """Where the backdrop looks different; None where it is another one."""
        before = self._backdrop
        if backdrop is before:
            return ()
        if before is None or isinstance(before, pygame.Surface) or isinstance(backdrop, pygame.Surface):
            return None
        return backdrop.moved(before)

    def _exchanged(self, after: list[Sprite]) -> list[pygame.Rect] | None:
        """Where pictures came, went or moved; None where two that stayed changed places in the order of drawing."""
        before = self._shown
        was, is_now = set(before), set(after)
        if [s for s in before if s in is_now] != [s for s in after if s in was]:
            return None  # also where the very same picture is there twice, and then once
        exchanged = [s for s in before if s not in is_now] + [s for s in after if s not in was]
        shaped = [s for s in exchanged if shape_of(s.picture).bands is not None]
        return [s.rect for s in exchanged if s not in shaped] + outline(shaped)

    def _redraw(self, rects: Sequence[pygame.Rect]) -> None:
        backdrop, surface = self._backdrop, self.surface
        if not rects:
            return
        assert backdrop is not None
        places = [sprite.rect for sprite in self._shown]
        shapes = [shape_of(sprite.picture) for sprite in self._shown]
        solids = [(i, solid.move(places[i].topleft)) for i, shape in enumerate(shapes) if (solid := shape.solid)]
        for rect in rects:
            surface.set_clip(rect)
            hiding, hidden = max(
                ((i, cut) for i, solid in solids if area(cut := solid.clip(rect)) > HIDES),
                key=lambda found: area(found[1]), default=(0, NOTHING),
            )  # fmt: skip
            if not isinstance(backdrop, pygame.Surface):
                backdrop.paint(surface)  # whose pieces are many: it takes less time to draw than to leave some out
            else:
                for part in beyond(rect, hidden) if hidden else (rect,):
                    lay(surface, backdrop, 0, 0, part)
            over: list[tuple[pygame.Surface, tuple[int, int]]] = []
            for i in rect.collidelistall(places):
                picture, x, y = self._shown[i]
                if i < hiding and places[i].colliderect(hidden):
                    surface.fblits(over)
                    over.clear()
                    for part in beyond(places[i].clip(rect), hidden):
                        surface.blit(picture, part, part.move(-x, -y))
                else:
                    over.append((picture, (x, y)))
                if flat := shapes[i].flat:
                    surface.fblits(over)
                    over.clear()
                    fill(surface, flat, x, y)
            surface.fblits(over)
            if self.light < 1:  # multiplied, which is quicker than a veil with alpha and touches only what was drawn
                surface.fill((round(255 * self.light),) * 3, rect, special_flags=pygame.BLEND_RGB_MULT)
        surface.set_clip(None)
