"""A friend in a round window: head and hands over the rim's upper half, the body cut off by its lower half.

Made from a puppet's own frames, so that whoever is in the window can wave, breathe or sleep.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.ui.art.art_cache import ArtRoom
    from game.ui.art.puppet_view import PuppetView

HEAD_ROOM = 0.98  # the ears' height above the middle, in radii
TALL = 430  # rig units from the ground to the top of a head
FRAMES_KEPT = 40


class Portrait:
    """One clip in a window of radius `r` design units; the picture's corner lies `frame`'s offset from the middle."""

    def __init__(self, view: PuppetView, r: float) -> None:
        self.view, self.r = view, r
        self._made: OrderedDict[int, tuple[pygame.Surface, pygame.Surface, tuple[int, int]]] = OrderedDict()

    @staticmethod
    def scale(r: float) -> float:
        """Design units a rig unit so that head and belly fill a window of radius `r`."""
        return r * 0.0061

    def frame(self, seconds: float) -> tuple[pygame.Surface, tuple[int, int]]:
        """The picture `seconds` into the clip and where its corner lies from the window's middle, in pixels."""
        source, offset = self.view.frame(seconds)
        kept = self._made.get(id(source))
        if kept is None or kept[0] is not source:  # the source is kept too: an id is only unique while it lives
            kept = (source, *self._cut(source, offset))
            self._made[id(source)] = kept
            while len(self._made) > FRAMES_KEPT:
                self._made.popitem(last=False)
        return kept[1], kept[2]

    def _cut(self, source: pygame.Surface, offset: tuple[int, int]) -> tuple[pygame.Surface, tuple[int, int]]:
        """Everything above the middle, and below it what lies in the circle."""
        k, r = self.view.k, round(self.r * self.view.k)
        left, top = offset[0], offset[1] + round((TALL * self.view.scale - HEAD_ROOM * self.r) * k)
        picture = source.copy()
        mask = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
        mask.fill((255, 255, 255, 0))
        pygame.draw.rect(mask, (255, 255, 255, 255), (0, 0, picture.get_width(), max(0, -top)))
        big = _disc(r)
        mask.blit(big, (-left - r, -top - r))
        picture.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        used = picture.get_bounding_rect()
        return picture.subsurface(used).copy().convert_alpha(), (left + used.x, top + used.y)


class Portraits:
    """The portraits of one screen, each made when first shown and made anew for another window size."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, float], Portrait] = {}

    def of(self, art: ArtRoom, animal: str, clip: str, r: float) -> Portrait:
        """A friend doing something in a window of radius `r`."""
        view = art.puppet(f"{animal}_front", clip, scale=Portrait.scale(r), has_shadow=False)
        key = (animal, clip, r)
        if key not in self._made or self._made[key].view is not view:
            self._made[key] = Portrait(view, r)
        return self._made[key]


def _disc(r: int) -> pygame.Surface:
    """A white disc with a smooth edge."""
    large = pygame.Surface((4 * r, 4 * r), pygame.SRCALPHA)
    large.fill((255, 255, 255, 0))
    pygame.draw.circle(large, (255, 255, 255, 255), (2 * r, 2 * r), 2 * r)
    return pygame.transform.smoothscale(large, (2 * r, 2 * r))
