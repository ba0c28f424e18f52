"""The one small class all drawing goes through: a still backdrop and the pictures that move over it.

A scene says every frame what stands where; the stage compares that with the frame before and touches only what
changed, so a still screen costs no pixel and no flip. Pictures are immutable: a changed look is another surface, and
another view of a place that goes by another painter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

import pygame

from game.ui.flat_parts import fill_part, laid
from game.ui.near_blit import lay
from game.ui.rects import apart, area, beyond
from game.ui.shape import outline, shape_of
from game.ui.view import View

# Above this share of the window one full redraw is cheaper than many clipped ones.
FULL_REDRAW_SHARE = 0.85
HIDES = 16000  # pixels under a solid picture that are worth leaving out
NOTHING, NO_COLOUR = pygame.Rect(0, 0, 0, 0), (0, 0, 0, 0)

Frame = tuple[pygame.Surface, tuple[int, int]]  # a picture, and where its corner lies from its own point, in pixels


class Sprite:
    """A picture with its top left corner at a pixel. What stands where it stood in the frame before is the very same
    one: what is told of its picture is asked for once."""

    __slots__ = ("box", "colour", "core", "fills", "flat", "key", "laid", "picture", "shape")

    def __init__(self, picture: pygame.Surface, x: int, y: int) -> None:
        self.picture = picture
        self.key = picture, x, y  # two are the same where the very same picture is
        self.laid = picture, (x, y)
        self.box = pygame.Rect(x, y, *picture.get_size())
        self.shape = shape_of(picture)
        core, self.colour = self.shape.core or (None, NO_COLOUR)
        self.core = core.move(x, y) if core else None  # of that colour
        self.fills = laid(self.shape.flat, x, y) if self.shape.flat else []
        self.flat = [pygame.Rect(corner, part[2:]) for _, corner, part in self.fills]  # where each of them lies


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
        said, shown = self._next, self._shown
        key = picture, round(x), round(y)
        before = shown[len(said)] if len(said) < len(shown) else None
        said.append(before if before is not None and before.key == key else Sprite(*key))

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
        pairs = [(b, a) for b, a in zip(before, after) if b is not a]
        went, came = [b for b, _ in pairs], [a for _, a in pairs]
        if len(before) != len(after) or not {b.key for b in went}.isdisjoint([a.key for a in came]):
            was, is_now = {s.key for s in before}, {s.key for s in after}
            if [s.key for s in before if s.key in is_now] != [s.key for s in after if s.key in was]:
                return None  # also where the very same picture is there twice, and then once
            went, came = [s for s in before if s.key not in is_now], [s for s in after if s.key not in was]
        exchanged = [(s.shape.bands, s.box) for s in (*went, *came)]
        plain = [box for bands, box in exchanged if bands is None]
        return plain + outline([(bands, box) for bands, box in exchanged if bands is not None])

    def _redraw(self, rects: Sequence[pygame.Rect]) -> None:
        backdrop, surface, shown = self._backdrop, self.surface, self._shown
        if not rects:
            return
        assert backdrop is not None
        boxes = [sprite.box for sprite in shown]
        solids = [(i, s.shape.solid.move(s.box.topleft)) for i, s in enumerate(shown) if s.shape.solid]
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
            for i in rect.collidelistall(boxes):
                sprite = shown[i]
                if i < hiding and sprite.box.colliderect(hidden):
                    surface.fblits(over)
                    over.clear()
                    x, y = sprite.box.topleft
                    for part in beyond(sprite.box.clip(rect), hidden):
                        surface.blit(sprite.picture, part, part.move(-x, -y))
                elif sprite.core and (core := sprite.core.clip(rect)):
                    surface.fblits(over)
                    over.clear()
                    x, y = sprite.box.topleft
                    for part in beyond(sprite.box.clip(rect), core):
                        surface.blit(sprite.picture, part, part.move(-x, -y))
                    fill_part(surface, sprite.colour, core)
                else:
                    over.append(sprite.laid)
                if sprite.fills:
                    surface.fblits(over)
                    over.clear()
                    surface.blits([sprite.fills[n] for n in rect.collidelistall(sprite.flat)], False)
            surface.fblits(over)
            if self.light < 1:  # multiplied, which is quicker than a veil with alpha and touches only what was drawn
                surface.fill((round(255 * self.light),) * 3, rect, special_flags=pygame.BLEND_RGB_MULT)
        surface.set_clip(None)
