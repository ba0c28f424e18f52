"""The lens: a round paper window in which a clip is seen close, its ground in the colour of the place.

Framing is rig units in the middle and pixels a rig unit. A clip without a framing of its own is fitted into the round.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import pygame

from game.puppet.rig import key_phases
from game.ui.art.art_cache import ArtRoom
from game.ui.art.puppet_view import PuppetView
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.raster import rasterise
from game.ui.reused_pixels import ReusedPixels
from game.ui.shape import tell_solid
from game.ui.stage import Frame
from game.ui.view import Box

RADIUS, HOW_TO_RADIUS = 172, 190
RIM = 14
GROUND_ABOVE_CONTACT = 0.14  # of the lens's width: the ground is seen a little from above
PEEK = 0.2  # scale at which a clip is looked at to fit it
LEG_SEEN = 330  # rig units of a leg above the ground that a fitted lens has to show
BELOW = 0.22  # of a lens's height under a foot
WRONG_SKY, WRONG_GROUND = "#E9D8CF", "#B9A79B"
WRONG_BAR = "#D4694F"
SKY, NIGHT_SKY = "#BFE3D3", "#8E93C0"


@dataclass(frozen=True, slots=True)
class Framing:
    """`x`, `y` in rig units stand in the middle; `zoom` design units a rig unit."""

    x: float
    y: float
    zoom: float


def fitted(art: ArtRoom, rig: str, clips: tuple[str, ...], radius: float) -> Framing:
    """The framing that shows everything these clips of a rig do, in their key poses."""
    values = art.library.rig(rig)
    x, y, w, h = values.view
    used: pygame.Rect | None = None
    for clip in clips:
        for phase in key_phases(values, clip):
            picture = rasterise(art.library.frame(rig, clip, phase, {}), (round(w * PEEK), round(h * PEEK)))
            seen = picture.get_bounding_rect()
            used = seen if used is None else used.union(seen)
    assert used is not None
    left, top, right, bottom = (v / PEEK for v in (used.left, used.top, used.right, used.bottom))
    left, right, top, bottom = left + x, right + x, top + y, bottom + y
    if values.chains and not values.name.endswith("_top"):  # a leg goes up out of any frame
        top = max(top, values.origin[1] - LEG_SEEN)
    room = 2 * radius
    zoom = min(room * 0.86 / (right - left), room * 0.78 / (bottom - top), 1.4)
    middle = (top + bottom) / 2
    if values.chains and not values.name.endswith("_top"):  # room that is left shows more of the leg, with its sleeve
        middle = min(middle, max(bottom - (0.5 - BELOW) * room / zoom, y + radius / zoom))
    if values.name.endswith("_top"):  # a leg that is seen from above goes down out of any frame
        middle = min(middle, y + h - radius / zoom)
    return Framing((left + right) / 2, middle, zoom)


class LensView:
    """One clip in a lens. `picture(seconds)` is the round window without its rim."""

    def __init__(
        self, art: ArtRoom, pictures: Pictures, rig: str, clip: str, framing: Framing, *, radius: float = RADIUS,
        ground: str = "#7FB97E", sky: str = SKY, is_wrong: bool = False, skin: int | None = None, flip: bool = False,
    ) -> None:  # fmt: skip
        self.radius, self.framing, self._pictures, self._flip = radius, framing, pictures, flip
        seen = Box.around(framing.x, framing.y, radius / framing.zoom)
        _, top, _, high = art.library.rig(rig).view  # a leg goes on beyond it, and what falls may fall out of it
        taller, deeper = max(0, math.ceil(top - seen.y)), max(0, math.ceil(seen.bottom - top - high))
        self.puppet: PuppetView = art.puppet(
            rig, clip, skin=skin, scale=framing.zoom, flip=flip, grey=is_wrong, has_shadow=False, seen=seen,
            taller=taller, deeper=deeper,
        )  # fmt: skip
        sky, ground = (WRONG_SKY, WRONG_GROUND) if is_wrong else (sky, ground)
        self._colours, self._is_wrong = (sky, ground), is_wrong
        self._underfoot = self._along(art)
        self._shown: tuple[pygame.Surface, pygame.Surface] | None = None

    @cached_property
    def _bases(self) -> ReusedPixels:
        return ReusedPixels(self._base)

    @cached_property
    def _base(self) -> pygame.Surface:
        return self._round(*self._colours, self._bar() if self._is_wrong else "")

    @cached_property
    def _mask(self) -> pygame.Surface:
        return self._disc()

    def picture(self, seconds: float) -> pygame.Surface:
        return self.of(self.puppet.frame(seconds))

    def of(self, frame: Frame) -> pygame.Surface:
        """The window on a frame; made anew only when the frame is another."""
        if self._shown is None or self._shown[0] is not frame[0]:
            self._shown = frame[0], self._seen(frame)
        return self._shown[1]

    def _seen(self, frame: Frame) -> pygame.Surface:
        picture, (dx, dy) = frame
        out = self._bases.copy()
        rig, k = self.puppet.rig, self.puppet.pixels
        half = out.get_width() / 2
        aside = (rig.origin[0] - self.framing.x) * k
        left = half + (-aside if self._flip else aside) + dx
        out.blit(picture, (round(left), round(half + (rig.origin[1] - self.framing.y) * k + dy)))
        out.blit(self._mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        tell_solid(out, self._square)
        return out

    @cached_property
    def _square(self) -> pygame.Rect:
        """Within the round."""
        n = self._mask.get_width()
        side = 2 * math.floor(n / 2 / math.sqrt(2) - 2)
        return pygame.Rect((n - side) // 2, (n - side) // 2, side, side)

    def _bar(self) -> str:
        """What crosses a mistake out: behind the puppet, so that it never hides what is wrong."""
        r, ring = self.radius, self.radius - 8  # at the edge: what is wrong, and how it shakes, is seen inside it
        a, b = r - 0.65 * r, r + 0.65 * r
        paint = f'fill="none" stroke="{WRONG_BAR}" stroke-width="14" stroke-linecap="round"'
        return f'<circle cx="{r}" cy="{r}" r="{ring:.1f}" {paint}/><path d="M{a:.1f} {a:.1f}L{b:.1f} {b:.1f}" {paint}/>'

    def _round(self, sky: str, ground: str, over: str) -> pygame.Surface:
        n = 2 * self.radius
        contact = self.radius + (self.puppet.rig.origin[1] - self.framing.y) * self.framing.zoom
        top = 0.0 if self.puppet.rig.name.endswith("_top") else contact - GROUND_ABOVE_CONTACT * n
        body = (
            f'<rect width="{n}" height="{n}" fill="{sky}"/>'
            f'<rect y="{max(0, min(n, top)):.1f}" width="{n}" height="{n}" fill="{ground}"/>{self._underfoot}{over}'
        )
        return self._pictures.svg(body, 0, 0, n, n)

    def _along(self, art: ArtRoom) -> str:
        """What the ground carries along the whole way, a rope, from edge to edge: it is no part of the puppet."""
        lies = self.puppet.rig.clips[self.puppet.clip].carries
        if lies is None:
            return ""
        drawing, every, _, top = lies
        k = self.framing.zoom
        y = self.radius + (top - self.framing.y) * k
        one, pale = art.library.shapes(drawing), ' opacity="0.5"' if self._is_wrong else ""
        row = "".join(
            f'<g transform="translate({i * every * k:.2f} {y:.2f}) scale({k:g})">{one}</g>'
            for i in range(math.ceil(2 * self.radius / (every * k)) + 1)
        )
        return f"<g{pale}>{row}</g>"

    def _disc(self) -> pygame.Surface:
        r = self.radius
        return self._pictures.svg(f'<circle cx="{r}" cy="{r}" r="{r}" fill="#ffffff"/>', 0, 0, 2 * r, 2 * r)


def paint_rim(paper: Paper, cx: float, cy: float, radius: float = RADIUS) -> None:
    """The paper ring a lens lies in."""
    r = radius + RIM
    body = (
        f'<circle cx="{cx}" cy="{cy + 6}" r="{r}" fill="#EAD9BB"/><circle cx="{cx}" cy="{cy}" r="{r}" fill="#FFF9EC"/>'
    )
    paper.shape(body, Box(cx - r - 4, cy - r - 4, 2 * r + 8, 2 * r + 14), 14, 90)
