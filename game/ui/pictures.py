"""Every still picture at the window's own size: rasterised once from SVG, kept, dropped when too many.

One `Pictures` belongs to one window size and one appearance; another of either makes another one. Sizes in design
units, surfaces in pixels.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Protocol

import pygame

from game.ui.appearance import PLAIN, Appearance
from game.ui.blit_only import makes, may_make
from game.ui.least_used import LeastUsed
from game.ui.memory import Memory, pixel_bytes
from game.ui.palette import Palette
from game.ui.raster import grain_over, rasterise, shadow, tile_from
from game.ui.typography.fallback_fonts import rendered, width
from game.ui.typography.legible import legible, legible_lines
from game.ui.view import View

Made = tuple[pygame.Surface, tuple[int, int]]


class Drawings(Protocol):
    """Where SVG texts and fonts come from; the art library is one."""

    def drawing(self, name: str) -> str:
        """The SVG text of a part, by its path without the ending."""
        ...

    def shapes(self, name: str) -> str:
        """What is inside a part's document."""
        ...

    def drawing_size(self, name: str) -> tuple[float, float]:
        """Width and height of the part's own box."""
        ...

    def font(self, weight: str) -> bytes:
        """The font file of a weight."""
        ...

    def picture(self, name: str) -> bytes:
        """A shipped raster picture."""
        ...


MOST_WIDTHS = 2048  # lines; a page with larger letters measures so many, most of them ten times


@dataclass(slots=True, eq=False)
class Piece:
    """A picture that is kept under `key`, or was; `made` is None once it was let go of."""

    key: Hashable
    made: Made | None
    used: int

    @property
    def is_kept(self) -> bool:
        return self.made is not None


class Pictures:
    """Rasterised parts, shadowed shapes and text of one window size, as `appearance` says."""

    comes_again = False

    def __init__(
        self, drawings: Drawings, view: View, appearance: Appearance = PLAIN,
        ask: Callable[[Callable[[], object]], None] | None = None, memory: Memory | None = None,
    ) -> None:  # fmt: skip
        """`ask` has something done beside the loop, `memory` is the budget the pictures are kept under."""
        self.drawings = drawings
        self.view = view
        self.appearance = appearance
        self.memory = memory or Memory(view.k)
        self._kept: dict[Hashable, Piece] = {}
        self._by_use = LeastUsed[Piece]()
        self.bytes = 0
        self.ask = ask
        self._asked: set[Hashable] = set()
        self._last: dict[Hashable, Hashable] = {}  # what was shown last in a place
        self._in_hand: dict[Hashable, threading.Event] = {}  # what is being made, and when it is there
        self._lock = threading.Lock()  # a picture may be drawn beside the loop
        self._fonts: dict[tuple[int, str], pygame.font.Font] = {}
        self._sizes: dict[str, tuple[float, float]] = {}
        self._widths: dict[tuple[str, int, str], int] = {}
        self._tile: pygame.Surface | None = None
        self.plain = self  # those of the whole design, of which these show a part larger
        self._large: Pictures | None = None
        self._turned: Pictures | None = None
        self.memory.join(self)

    @property
    def palette(self) -> Palette:
        return self.appearance.palette

    @property
    def k(self) -> float:
        return self.view.k

    def px(self, units: float) -> int:
        """Design units as whole pixels."""
        return round(units * self.k)

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The picture under `key` with its offset in pixels, made on first use; the least used go over the budget."""
        return self.piece(key, make)[1]

    def piece(self, key: Hashable, make: Callable[[], Made]) -> tuple[Piece, Made]:
        """The same, with what it can be asked for `again` by."""
        while True:
            with self._lock:
                if found := self._found(key):
                    return found
                other = self._in_hand.get(key)
            makes(key)
            with self._lock:
                if other is None and key not in self._in_hand:
                    mine = self._in_hand[key] = threading.Event()
                    break
            if other:  # two of a large panel at once would take as much again
                other.wait()
        try:
            made = make()
            with self._lock:
                piece = self._kept[key] = Piece(key, made, self.memory.use())
                self._by_use.add(piece)
                self.bytes += pixel_bytes(made[0])
        finally:
            with self._lock:
                del self._in_hand[key]
            mine.set()
        self.memory.make_room()
        return piece, made

    def _found(self, key: Hashable) -> tuple[Piece, Made] | None:
        """What is kept under `key`, used now."""
        piece = self._kept.get(key)
        if piece is None or piece.made is None:
            return None
        piece.used = self.memory.use()
        return piece, piece.made

    def again(self, piece: Piece) -> pygame.Surface | None:
        """The picture of a piece these gave before, used now; None once it was let go of. Quicker than by a key of many
        parts, which is counted out anew each time."""
        made = piece.made
        if made is None:
            return None
        piece.used = self.memory.use()
        return made[0]

    def oldest(self) -> int | None:
        """For the budget: when what was used longest ago was used."""
        with self._lock:
            piece = self._by_use.first()
            return piece.used if piece else None

    def let_go(self) -> None:
        """For the budget: of what was used longest ago."""
        with self._lock:
            piece = self._by_use.first()
            if piece and piece.made:
                self.bytes -= pixel_bytes(piece.made[0])
                piece.made = None  # whoever remembers the piece does not keep its picture
                del self._kept[piece.key]

    def close(self) -> None:
        """Others take over: these do not count any more."""
        for others in (self._large, self._turned):
            if others:
                others.close()
        self.memory.leave(self)

    def mirrored(self) -> Pictures:
        """Those of a page that begins at the right."""
        if self._turned is None:
            view = replace(self.view, is_mirrored=True)
            self._turned = Pictures(self.drawings, view, self.appearance, self.ask, self.memory)
            self._turned.plain = self
        return self._turned

    def magnified(self, view: View) -> Pictures:
        """Those of a part of the design shown larger. Text is larger there with everything else, so it does not grow
        besides."""
        if self._large is None or self._large.view.k != view.k:
            if self._large:
                self._large.close()
            self._large = Pictures(self.drawings, view, replace(self.appearance, text=1.0), self.ask, self.memory)
            self._large.plain = self
        self._large.view = view
        return self._large

    def soon(self, place: Hashable, key: Hashable, make: Callable[[], Made]) -> pygame.Surface | None:
        """The picture under `key`; in the loop, until it is made beside it, the one that was last shown in its place.
        None where there was none. For what changes a little at a time: a gauge, a bit of confetti that turns."""
        found = self.piece_soon(place, key, make)
        return found[1][0] if found else None

    def piece_soon(self, place: Hashable, key: Hashable, make: Callable[[], Made]) -> tuple[Piece, Made] | None:
        """The same, with what it can be asked for `again` by; it stands under another key while it stands in."""
        with self._lock:
            found = self._found(key)
            if found is not None:
                self._last[place] = key
                return found
        if may_make() or self.ask is None:
            self._last[place] = key
            return self.piece(key, make)
        if key not in self._asked:
            self._asked.add(key)
            self.ask(lambda: self._make_asked(key, make))
        last = self._kept.get(self._last.get(place))
        return (last, last.made) if last and last.made else None

    def forget_last(self, place: Hashable) -> None:
        """What was last shown in a place does not stand in for the next one there."""
        self._last.pop(place, None)

    def _make_asked(self, key: Hashable, make: Callable[[], Made]) -> None:
        try:
            self.kept(key, make)
        finally:
            self._asked.discard(key)

    def _font(self, size: float, weight: str) -> pygame.font.Font:
        """The font at a design size; never below 8 pixels. Its own alone: text goes through `legible` first."""
        key = max(8, self.px(size)), weight
        if key not in self._fonts:
            makes(key)
            self._fonts[key] = pygame.font.Font(io.BytesIO(self.drawings.font(weight)), key[0])
        return self._fonts[key]

    def part(
        self, name: str, w: float, h: float | None = None, turn: float = 0, opacity: int = 255, flip: bool = False
    ) -> pygame.Surface:
        """A drawing in a box of design units (height left out: its own shape), turned counter-clockwise in degrees."""
        if h is None:
            own = self._own_size(name)
            h = w * own[1] / own[0]
        key, make = self._part(name, w, h, turn, opacity, flip)
        return self.kept(key, make)[0]

    def part_soon(self, place: Hashable, name: str, w: float, h: float, turn: float = 0) -> pygame.Surface | None:
        """A drawing whose size or turn changes from frame to frame, as `soon` gives it."""
        return self.soon(place, *self._part(name, w, h, turn))

    def _part(
        self, name: str, w: float, h: float, turn: float = 0, opacity: int = 255, flip: bool = False
    ) -> tuple[Hashable, Callable[[], Made]]:
        """Under which key a part is kept, and how it is made."""
        size = max(1, self.px(w)), max(1, self.px(h))

        def make() -> tuple[pygame.Surface, tuple[int, int]]:
            picture = rasterise(self.drawings.drawing(name), size)
            if flip:
                picture = pygame.transform.flip(picture, True, False)
            if turn:
                picture = pygame.transform.rotozoom(picture, turn, 1)
            if opacity != 255:
                picture.fill((255, 255, 255, opacity), special_flags=pygame.BLEND_RGBA_MULT)
            return picture, (0, 0)

        return ("part", name, size, turn, opacity, flip), make

    def _own_size(self, name: str) -> tuple[float, float]:
        """Width and height of a drawing's own box."""
        if name not in self._sizes:
            makes(name)
            self._sizes[name] = self.drawings.drawing_size(name)
        return self._sizes[name]

    def svg(self, body: str, x: float, y: float, w: float, h: float) -> pygame.Surface:
        """SVG shapes given in design coordinates, as a picture of the box (x, y, w, h)."""
        return self.svg_piece(body, x, y, w, h)[1][0]

    def svg_piece(self, body: str, x: float, y: float, w: float, h: float) -> tuple[Piece, Made]:
        """The same, with what it can be asked for `again` by."""
        text, size = self._shapes(body, x, y, w, h)
        return self.piece(("svg", text, size), lambda: (rasterise(text, size), (0, 0)))

    def svg_once(self, body: str, x: float, y: float, w: float, h: float) -> pygame.Surface:
        """The same picture as `svg` gives, made anew and not kept."""
        return rasterise(*self._shapes(body, x, y, w, h))

    def _shapes(self, body: str, x: float, y: float, w: float, h: float) -> tuple[str, tuple[int, int]]:
        """The document of SVG shapes in that box, and its size in pixels."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}" width="{w}" height="{h}">'
        return f"{head}{self.palette.shapes(body)}</svg>", (max(1, self.px(w)), max(1, self.px(h)))

    def svg_shadowed(
        self, body: str, box: tuple[float, float, float, float], blur: float, alpha: int, dy: float
    ) -> tuple[pygame.Surface, tuple[int, int]]:
        """SVG shapes as `svg` gives them, over their own soft shadow as in `shadowed`; without it they are not kept
        besides, which would be as much again."""
        text, size = self._shapes(body, *box)

        def make() -> Made:
            return self._over_shadow(rasterise(text, size), blur, alpha, 0, dy, is_shared=False)

        return self.kept(("shadowed", (body, *box[2:]), blur, alpha, 0, dy), make)

    def shadowed(
        self, picture: pygame.Surface, key: Hashable, blur: float, alpha: int, dx: float, dy: float
    ) -> tuple[pygame.Surface, tuple[int, int]]:
        """`picture` over its own soft shadow, and where its corner now lies (pixels, mostly negative)."""

        def make() -> Made:
            return self._over_shadow(picture, blur, alpha, dx, dy, is_shared=True)

        return self.kept(("shadowed", key, blur, alpha, dx, dy), make)

    def _over_shadow(
        self, picture: pygame.Surface, blur: float, alpha: int, dx: float, dy: float, is_shared: bool
    ) -> Made:
        soft, pad = shadow(picture, max(1, blur * self.k), alpha, is_shared=is_shared)
        left, top = min(0, self.px(dx) - pad), min(0, self.px(dy) - pad)
        w = max(picture.get_width(), self.px(dx) - pad + soft.get_width()) - left
        h = max(picture.get_height(), self.px(dy) - pad + soft.get_height()) - top
        out = pygame.Surface((w, h), pygame.SRCALPHA)
        out.blit(soft, (self.px(dx) - pad - left, self.px(dy) - pad - top))
        del soft  # a panel is nearly as large as the window
        # Blending into a half-clear surface takes the shadow's dark colour as if it were solid: without the
        # picture's own colour laid under them first, its soft edges would wear a dark rim.
        out.blit(picture.premul_alpha(), (-left, -top), special_flags=pygame.BLEND_RGB_MAX)
        out.blit(picture, (-left, -top))
        return out.convert_alpha(), (left, top)

    def text(self, text: str, size: float, colour: tuple[int, int, int], weight: str) -> pygame.Surface:
        """One line of text; whatever it holds, see `legible`."""
        font, px, text = self._font(size, weight), max(8, self.px(size)), legible(text)
        colour = self.palette.ink(colour)

        def make() -> tuple[pygame.Surface, tuple[int, int]]:
            return rendered(font, text, px, colour, self.appearance.is_rtl).convert_alpha(), (0, 0)

        return self.kept(("text", text, px, colour, weight), make)[0]

    def text_width(self, text: str, size: float, weight: str) -> float:
        """Width of one line in design units."""
        px = max(8, self.px(size))
        pixels = self._widths.get((text, px, weight))
        if pixels is None:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            pixels = width(self._font(size, weight), legible(text), px, self.appearance.is_rtl)
            self._widths[text, px, weight] = pixels
        return pixels / self.k

    def block(self, text: str, size: float, colour: tuple[int, int, int], weight: str, w: int) -> pygame.Surface:
        """Lines of the shipped letters, wrapped at `w` pixels where words allow it."""
        return self._font(size, weight).render("\n".join(legible_lines(text)), True, colour, None, max(1, w))

    def grain(self, surface: pygame.Surface) -> None:
        """The paper's grain over an opaque background."""
        if self._tile is None:
            makes("grain")
            self._tile = tile_from(self.drawings.picture("grain.png"))
        grain_over(surface, self._tile)
