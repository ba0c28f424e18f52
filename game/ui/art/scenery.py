"""Places at the window's size: flattened once for a still camera, or as layers for a walk past them.

A layer is a tile of 1680 design units. Rows that still have holes become a premultiplied alpha strip, rows below an
opaque body, cut where a nearer body hides them: scrolling then costs a few plain copies. A strip as high as its highest
tree is mostly air, and air costs as much as leaves: narrow pieces, each no higher than what is in it, halve the work
and draw the same pixels. Flattened pictures are kept on disk as raw pixels, because making one takes far longer than
reading it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import NamedTuple

import pygame

from game.frozen import dataclass
from game.puppet.landscape import LEFT, PERIOD, Landscape, TrailLandscape
from game.puppet.matrix import Point
from game.puppet.place import Layer
from game.ui.art.band_boxes import BandBoxes
from game.ui.art.kept_picture import AT_ONCE, KeptPicture
from game.ui.beside import Beside
from game.ui.malloc_tuning import give_back_gaps
from game.ui.memory import Memory, pixel_bytes
from game.ui.near_blit import lay
from game.ui.raster import grain_over, rasterise, shadow
from game.ui.stage import Painter
from game.ui.view import View

PATH = "path"  # the layer of a map's path: it leads on beyond the window, and begins nowhere else again
PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
PIECE = 96  # pixels; wider ones waste air beside tall things, narrower ones cost more calls than they save


@dataclass(frozen=True, slots=True)
class Band:
    """One layer ready to scroll: `parallax` 0 sky .. 1 ground, `drift` design units a second by itself.

    `pieces` are what has holes, with their places in the tile: a tall tree is a tall piece, the grass beside it a low
    one, which is half the pixels of one strip as high as the tree.
    """

    parallax: float
    drift: float
    pieces: tuple[tuple[pygame.Surface, int, int], ...]
    body: pygame.Surface | None
    body_y: int

    def boxes(self, wide: int) -> BandBoxes:
        """Where it is seen in its tile of that width."""
        pieces = [picture.get_rect(topleft=(x, y)) for picture, x, y in self.pieces]
        high = self.body.get_height() if self.body else 0
        return BandBoxes.about(pieces, (self.body_y, self.body_y + high), wide)


@dataclass(frozen=True, eq=False, slots=True)
class Layers:
    """A place ready to scroll in a window of `size` pixels, furthest band first. Whoever paints it holds it: the place
    may let go of it, or have made another size, at any moment."""

    size: tuple[int, int]
    bands: tuple[Band, ...]
    boxes: tuple[BandBoxes, ...] = field(init=False)  # where each band is seen

    def __post_init__(self) -> None:
        object.__setattr__(self, "boxes", tuple(band.boxes(self.period) for band in self.bands))

    @property
    def bytes(self) -> int:
        """What its pictures take."""
        pieces = (piece for band in self.bands for piece, _, _ in band.pieces)
        bodies = (band.body for band in self.bands if band.body)
        return sum(map(pixel_bytes, (*pieces, *bodies)))

    @property
    def period(self) -> int:
        """Pixels from a tile to the next."""
        return round(PERIOD * View(*self.size).k)

    def shifts(self, camera: float, seconds: float) -> list[int]:
        """The pixel of each band's first tile, left of the window."""
        view, period = View(*self.size), self.period
        left = view.visible().x
        return [
            round((LEFT - left - camera * band.parallax + band.drift * seconds) * view.k) % period - period
            for band in self.bands
        ]

    def placed(self, shifts: Sequence[int]) -> list[PlacedBand]:
        """What of its bands may be seen in the window where they stand at these pixels, furthest first."""
        width, period = self.size[0], self.period
        out: list[PlacedBand] = []
        for band, boxes, first in zip(self.bands, self.boxes, shifts):
            tiles = range(first, width, period)
            pieces = [
                (picture, (x + dx, y))
                for x in tiles for picture, dx, y in band.pieces if -PIECE < x + dx < width
            ]  # fmt: skip
            body = band.body
            bodies = [(body, body.get_rect(topleft=(x, band.body_y))) for x in tiles] if body else []
            out.append(PlacedBand(boxes.top, boxes.rows[1], pieces, bodies))
        return out


class PlacedBand(NamedTuple):
    """A band where it stands in the window: the rows it may be seen in, its pieces with their corners, its body with
    the box of each tile."""

    top: int
    bottom: int
    pieces: list[tuple[pygame.Surface, tuple[int, int]]]
    bodies: list[tuple[pygame.Surface, pygame.Rect]]

    def paint(self, surface: pygame.Surface, clip: pygame.Rect) -> None:
        """It, within the surface's clip."""
        if self.top >= clip.bottom or self.bottom <= clip.top:
            return
        surface.fblits(self.pieces, PREMULTIPLIED)  # which leaves out what lies beside the clip
        for body, box in self.bodies:
            if seen := clip.clip(box):
                lay(surface, body, box.x, box.y, seen)


class Scenery(KeptPicture):
    """One place, day or evening. `cache` is a folder for flattened pictures, None for none."""

    def __init__(
        self, name: str, land: Landscape, grain: pygame.Surface | None, cache: Path | None = None,
        memory: Memory | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, cache, memory)
        self.land, self._grain = land, grain
        self._layers: Layers | None = None
        self._layers_used = 0
        self._baker = Beside()

    @property
    def shown_name(self) -> str:
        return f"{self.name}-{self.land.time}"

    def drawn_from(self) -> str:
        return repr((self.land.place, self.land.evening))

    def close(self) -> None:
        """Ends what is made beside the loop, at the next layer."""
        super().close()
        self._baker.wait()

    def _bake_all(self, size: tuple[int, int]) -> None:
        steps = self.bake(size)
        is_done = False
        while not is_done and not self._is_closed:
            with self._memory.large_work:
                is_done = next(steps, self) is self
        give_back_gaps()

    @property
    def bytes(self) -> int:
        layers = self._layers
        return super().bytes + (layers.bytes if layers else 0)

    def oldest(self) -> int | None:
        still = super().oldest()
        if self._layers is None:
            return still
        return self._layers_used if still is None else min(still, self._layers_used)

    def let_go(self) -> None:
        still = super().oldest()
        if self._layers is not None and (still is None or self._layers_used < still):
            self._layers = None
        else:
            super().let_go()

    def flat(self, size: tuple[int, int]) -> pygame.Surface:
        out = pygame.Surface(size)
        for layer in self.land.layers:
            self.stop_if_closed()
            self._stamp(out, layer, size)
        if self._grain and self.land.place.grain:
            grain_over(out, self._grain)
        return out

    def _stamp(self, out: pygame.Surface, layer: Layer, size: tuple[int, int]) -> None:
        """One layer straight onto the picture; a window wider than the tile gets it again at both sides."""
        view = View(*size)
        seen = view.visible()
        is_whole = seen.x >= LEFT and seen.right <= LEFT + PERIOD
        shifts = [0] if is_whole or layer.id == PATH else [-PERIOD, 0, PERIOD]
        box = f'viewBox="{seen.x:.3f} {seen.y:.3f} {seen.w:.3f} {seen.h:.3f}" width="{size[0]}" height="{size[1]}"'
        for cut in self.land.cuts(layer, seen.y, seen.bottom):
            body = "".join(f'<g transform="translate({s} 0)">{cut.svg}</g>' if s else cut.svg for s in shifts)
            picture = rasterise(f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>', size)
            if cut.shadow:
                blur, alpha, down = cut.shadow
                soft, pad = shadow(picture, max(1, round(blur * view.k)), alpha, is_shared=False)
                out.blit(soft, (-pad + view.k, -pad + down * view.k))
                del soft
            out.blit(picture, (0, 0))
            del picture  # before the next one is made

    # ---------------------------------------------------------------- scrolling
    def bake(self, size: tuple[int, int]) -> Iterator[None]:
        """Makes the scrolling layers, a step a layer, nearest first."""
        low = size[1]
        bands: list[Band] = []
        for layer in reversed(self.land.layers):
            with self._memory.in_hand(AT_ONCE * 4 * size[0] * size[1]):
                tile = self._tile(layer, size)
            hole = pygame.mask.from_surface(tile, 254)
            hole.invert()
            solid = size[1] if layer.ceiling is not None else max([r.bottom for r in hole.get_bounding_rects()] or [0])
            used = tile.get_bounding_rect()
            end = min(solid, low, used.bottom)
            pieces = _pieces(tile, used.top, end) if end > used.top else ()
            body = tile.subsurface((0, solid, tile.get_width(), low - solid)) if low > solid else None
            bands.insert(
                0,
                Band(
                    layer.par, layer.drift, pieces, body.convert() if body else None, solid,
                ),
            )  # fmt: skip
            low = min(low, solid) if solid < size[1] else low
            yield
        self._layers, self._layers_used = Layers(size, tuple(bands)), self._memory.use()
        self._memory.make_room()

    def bake_behind(self, size: tuple[int, int]) -> None:
        """Makes the scrolling layers beside the loop: a layer takes longer than a frame, and rasterising lets go."""
        if self.layers(size) is None:
            self._baker.begin(lambda: self._bake_all(size), f"bake {self.name}")

    def forget_layers(self) -> None:
        """Frees the scrolling layers, the largest thing there is, when another place passes."""
        self._layers = None

    def layers(self, size: tuple[int, int]) -> Layers | None:
        """The scrolling layers for that size; None until they are baked."""
        self._layers_used = self._memory.use()
        layers = self._layers  # the baker's thread may put others there
        return layers if layers and layers.size == size else None

    def _tile(self, layer: Layer, size: tuple[int, int]) -> pygame.Surface:
        """One layer as a premultiplied tile; straight alpha would leave dark fringes over the shadows."""
        view = View(*size)
        k, seen, margin = view.k, view.visible(), 48
        wide = round(PERIOD * k) + 2 * margin
        out: pygame.Surface | None = (
            None  # not before there is something to lay in it: it is the largest picture of all
        )
        box = (
            f'viewBox="{LEFT - margin / k:.3f} {seen.y:.3f} {wide / k:.3f} {size[1] / k:.3f}" '
            f'width="{wide}" height="{size[1]}"'
        )
        for cut in self.land.cuts(layer, seen.y, seen.bottom):
            picture = rasterise(f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{cut.svg}</svg>', (wide, size[1]))
            if cut.shadow:
                soft, pad = shadow(picture, max(1, round(cut.shadow[0] * k)), cut.shadow[1], is_shared=False)
                out = out or pygame.Surface((wide, size[1]), pygame.SRCALPHA)
                out.blit(soft.premul_alpha_ip(), (-pad + k, -pad + cut.shadow[2] * k), special_flags=PREMULTIPLIED)
                del soft
            if out is None and picture.get_size() == (wide, size[1]):
                out = picture.premul_alpha_ip()
            else:
                out = out or pygame.Surface((wide, size[1]), pygame.SRCALPHA)
                out.blit(picture.premul_alpha_ip(), (0, 0), special_flags=PREMULTIPLIED)
            del picture
        out = out or pygame.Surface((wide, size[1]), pygame.SRCALPHA)
        if self._grain and self.land.place.grain and layer.grain:
            grain_over(out, self._grain)
        return out.subsurface((margin, 0, wide - 2 * margin, size[1]))


def _pieces(tile: pygame.Surface, top: int, bottom: int) -> tuple[tuple[pygame.Surface, int, int], ...]:
    """The rows from `top` to `bottom` as narrow pieces, each no higher than what is in it."""
    out = []
    for x in range(0, tile.get_width(), PIECE):
        column = tile.subsurface((x, top, min(PIECE, tile.get_width() - x), bottom - top))
        used = column.get_bounding_rect()
        if used.w:
            out.append((column.subsurface(used).copy().convert_alpha(), x + used.x, top + used.y))
    return tuple(out)


@dataclass(frozen=True, eq=False, slots=True)
class Passing:
    """A place at one moment of a walk past it, `camera` design units further on and after `seconds` of drifting clouds,
    for a stage to paint where it needs it."""

    layers: Layers
    camera: float
    seconds: float
    shifts: Sequence[int] = field(init=False)  # where its bands stand
    placed: Sequence[PlacedBand] = field(init=False)  # a stage paints several rectangles of a moment

    def __post_init__(self) -> None:
        object.__setattr__(self, "shifts", self.layers.shifts(self.camera, self.seconds))
        object.__setattr__(self, "placed", self.layers.placed(self.shifts))

    def paint(self, surface: pygame.Surface) -> None:
        clip = surface.get_clip()
        for band in self.placed:
            band.paint(surface, clip)

    def moved(self, before: Painter) -> Sequence[pygame.Rect] | None:
        """Where bands are that are a pixel further on: the sky stands still, and far hills mostly do."""
        if not isinstance(before, Passing) or before.layers is not self.layers:
            return None
        layers = self.layers
        width, period = layers.size[0], layers.period
        moved = [(boxes, x, to) for boxes, x, to in zip(layers.boxes, before.shifts, self.shifts) if x != to]
        filled = _joined(boxes.rows for boxes, _, _ in moved)
        rows = [pygame.Rect(0, top, width, bottom - top) for top, bottom in filled]
        boxes_moved = (box for boxes, x, to in moved for box in boxes.moved(x, to, period, width))
        return rows + [box for box in boxes_moved if not any(row.contains(box) for row in rows)]


def _joined(rows: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same rows of pixels, those that meet as one."""
    out: list[tuple[int, int]] = []
    for top, bottom in sorted(rows):
        if out and top <= out[-1][1]:
            out[-1] = out[-1][0], max(bottom, out[-1][1])
        elif bottom > top:
            out.append((top, bottom))
    return out


class TrailMap(Scenery):
    """A chapter of the map; nodes and gift in design units, in walking order."""

    land: TrailLandscape

    @property
    def nodes(self) -> tuple[Point, ...]:
        return self.land.nodes

    @property
    def gift(self) -> Point:
        return self.land.gift
