"""The lens: a round paper window in which a clip is seen close, its ground in the colour of the place.

Framing is rig units in the middle and pixels a rig unit. A clip without a framing of its own is fitted into the round.
"""

from __future__ import annotations

import math
import threading
import weakref

import pygame

from game.frozen import dataclass
from game.puppet.rig import key_phases
from game.ui.art.art_cache import ArtRoom
from game.ui.art.frame_store import encode_when_drawn
from game.ui.art.puppet_view import PuppetView
from game.ui.flat_parts import take_out
from game.ui.paper import Paper
from game.ui.pictures import Made, Pictures, Piece
from game.ui.raster import rasterise
from game.ui.shape import tell_solid
from game.ui.stage import Frame, Stage
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
CLEAR = (0, 0, 0, 0)
_MIXING = threading.Lock()  # a picture that one thread reads for its mask cannot be drawn by another meanwhile


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


@dataclass(frozen=True, slots=True)
class Pane:
    """The round through which a clip is seen: what stands behind the puppet, `size` design units wide, and by how many
    pixels the rig's origin is off its middle. The pictures of another window or appearance are another pane's."""

    pictures: weakref.ref[Pictures]
    body: str
    size: float
    aside: float
    down: float

    def ground(self, pictures: Pictures) -> pygame.Surface:
        """What stands behind, as a square."""
        return pictures.svg(self.body, 0, 0, self.size, self.size)

    def back(self, pictures: Pictures) -> tuple[Piece, Made]:
        """The round without the soft pixels of its edge, which belong to every frame."""
        return pictures.piece(("pane", self), lambda: (self._back(pictures), (0, 0)))

    def _back(self, pictures: Pictures) -> pygame.Surface:
        disc, ground = self._disc(pictures), self.ground(pictures)
        with _MIXING:
            out = pygame.mask.from_surface(disc, 254).to_surface(setsurface=ground, unsetcolor=CLEAR)
        take_out(out)
        tell_solid(out, _square(out.get_width()))
        encode_when_drawn(out)
        return out

    def cut(self, picture: pygame.Surface, left: int, top: int) -> tuple[pygame.Surface, int, int]:
        """What a frame changes in the round, and where it lies from its corner: the puppet, and the edge's soft pixels
        with what is behind them. All else is clear, or as it is to be seen: nothing is mixed once more when it is
        drawn."""
        pictures = self.pictures()
        if pictures is None:
            return picture, left, top  # of an appearance that is gone: nobody asks for it
        disc, ground = self._disc(pictures), self.ground(pictures)
        with _MIXING:
            out = ground.copy()
            half = out.get_width() / 2
            at = round(half + self.aside + left), round(half + self.down + top)
            out.blit(picture, at)
            out.blit(disc, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            changed = pygame.mask.from_surface(disc, 0)
            changed.erase(pygame.mask.from_surface(disc, 254), (0, 0))
        changed.draw(pygame.mask.from_surface(picture, 0), at)
        cut = changed.to_surface(setsurface=out, unsetcolor=CLEAR)
        used = cut.get_bounding_rect()
        return cut.subsurface(used).copy(), used.x, used.y

    def _disc(self, pictures: Pictures) -> pygame.Surface:
        r = self.size / 2
        return pictures.svg(f'<circle cx="{r}" cy="{r}" r="{r}" fill="#ffffff"/>', 0, 0, self.size, self.size)


def _square(n: int) -> pygame.Rect:
    """Within a round of so many pixels."""
    side = 2 * math.floor(n / 2 / math.sqrt(2) - 2)
    return pygame.Rect((n - side) // 2, (n - side) // 2, side, side)


class LensView:
    """One clip in a lens, without its rim. `pace` is `PuppetView`'s."""

    def __init__(
        self, art: ArtRoom, pictures: Pictures, rig: str, clip: str, framing: Framing, *, radius: float = RADIUS,
        ground: str = "#7FB97E", sky: str = SKY, is_wrong: bool = False, skin: int | None = None, flip: bool = False,
        pace: float = 1.0,
    ) -> None:  # fmt: skip
        self.radius, self.framing, self._pictures = radius, framing, pictures
        self._rig = art.library.rig(rig)
        clips = self._rig.clips
        self._clip = (flip and clip in clips and clips[clip].mirrored) or clip
        self._is_wrong = is_wrong
        k, aside = art.k * framing.zoom, self._rig.origin[0] - framing.x
        body = self._round(art, *((WRONG_SKY, WRONG_GROUND) if is_wrong else (sky, ground)))
        down = self._rig.origin[1] - framing.y
        self._pane = Pane(weakref.ref(pictures), body, 2 * radius, (-aside if flip else aside) * k, down * k)
        seen = Box.around(framing.x, framing.y, radius / framing.zoom)
        _, top, _, high = art.library.rig(rig).view  # a leg goes on beyond it, and what falls may fall out of it
        taller, deeper = max(0, math.ceil(top - seen.y)), max(0, math.ceil(seen.bottom - top - high))
        self.puppet: PuppetView = art.puppet(
            rig, clip, skin=skin, scale=framing.zoom, flip=flip, grey=is_wrong, has_shadow=False, seen=seen,
            taller=taller, deeper=deeper, pane=self._pane, pace=pace,
        )  # fmt: skip
        self._back: Piece | None = None

    def put(self, stage: Stage, frame: Frame, x: float, y: float) -> None:
        """The round about a design point, with one of the puppet's frames."""
        back = self._pictures.again(self._back) if self._back else None
        if back is None:
            self._back, (back, _) = self._pane.back(self._pictures)
        px, py = stage.view.laid(back.get_width(), x - self.radius, y - self.radius)
        picture, (dx, dy) = frame
        stage.put(back, px, py)
        stage.put(picture, px + dx, py + dy)

    def show(self, stage: Stage, seconds: float, x: float, y: float) -> None:
        """The same, `seconds` into its clip."""
        self.put(stage, self.puppet.frame(seconds), x, y)

    @property
    def ground(self) -> pygame.Surface:
        """What stands behind the puppet, before it is cut round."""
        return self._pane.ground(self._pictures)

    def _bar(self) -> str:
        """What crosses a mistake out: behind the puppet, so that it never hides what is wrong."""
        r, ring = self.radius, self.radius - 8  # at the edge: what is wrong, and how it shakes, is seen inside it
        a, b = r - 0.65 * r, r + 0.65 * r
        paint = f'fill="none" stroke="{WRONG_BAR}" stroke-width="14" stroke-linecap="round"'
        return f'<circle cx="{r}" cy="{r}" r="{ring:.1f}" {paint}/><path d="M{a:.1f} {a:.1f}L{b:.1f} {b:.1f}" {paint}/>'

    def _round(self, art: ArtRoom, sky: str, ground: str) -> str:
        n = 2 * self.radius
        contact = self.radius + (self._rig.origin[1] - self.framing.y) * self.framing.zoom
        top = 0.0 if self._rig.name.endswith("_top") else contact - GROUND_ABOVE_CONTACT * n
        return (
            f'<rect width="{n}" height="{n}" fill="{sky}"/>'
            f'<rect y="{max(0, min(n, top)):.1f}" width="{n}" height="{n}" fill="{ground}"/>'
            f"{self._along(art)}{self._bar() if self._is_wrong else ''}"
        )

    def _along(self, art: ArtRoom) -> str:
        """What the ground carries along the whole way, a rope, from edge to edge: it is no part of the puppet."""
        lies = clip.carries if (clip := self._rig.clips.get(self._clip)) else None  # an unknown one is named below
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


def rim_box(cx: float, cy: float, radius: float = RADIUS) -> Box:
    """What the ring of `paint_rim` covers."""
    return Box.around(cx, cy, radius + RIM)


def paint_rim(paper: Paper, cx: float, cy: float, radius: float = RADIUS) -> None:
    """The paper ring a lens lies in."""
    r = radius + RIM
    body = (
        f'<circle cx="{cx}" cy="{cy + 6}" r="{r}" fill="#EAD9BB"/><circle cx="{cx}" cy="{cy}" r="{r}" fill="#FFF9EC"/>'
    )
    paper.shape(body, Box(cx - r - 4, cy - r - 4, 2 * r + 8, 2 * r + 14), 14, 90)
