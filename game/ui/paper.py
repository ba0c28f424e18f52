"""A still picture being made: the cut-paper vocabulary (panel, disc, card, text, ring) in design units.

Scenes use it for what does not move. Text that does not fit its width is made smaller down to four fifths, then cut
with an ellipsis and noted in `problems`, so that no screen ever shows words over an edge unnoticed. A number is made
smaller down to half.
"""

from __future__ import annotations

import logging
import math
from bisect import bisect_right
from collections.abc import Callable

import pygame

from game.ui import theme
from game.ui.glyphs import GLYPHS
from game.ui.legible import legible, legible_lines
from game.ui.pictures import Pictures
from game.ui.raster import rasterise
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD, Paint
from game.ui.view import Box, View

Colour = tuple[int, int, int]
SMALLEST_SHARE = 0.8
SMALLEST_NUMBER = 0.5  # a number that is cut off is another number: it may become smaller than words
SIGN = 120  # the highest panel that is one with the words on it; a higher one is a card
log = logging.getLogger(__name__)


def hexa(colour: Colour) -> str:
    """The SVG name of a text colour."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


class Paper:
    """Draws on `surface`; the view says where the design lies on it. `problems` lists text that did not fit, `written`
    where words stand, each with the sign it is written on."""

    def __init__(self, surface: pygame.Surface, pictures: Pictures, view: View | None = None) -> None:
        self.surface = surface
        self.pictures = pictures
        self.view = view or pictures.view
        self.problems: list[str] = []
        self.written: list[Box] = []
        self._sign: Box | None = None

    # ---------------------------------------------------------------- placing
    def blit(self, picture: pygame.Surface, x: float, y: float, offset: tuple[int, int] = (0, 0)) -> None:
        """A picture with its corner at a design point, moved by `offset` pixels."""
        px, py = self.view.pixel(x, y)
        self.surface.blit(picture, (px + offset[0], py + offset[1]))

    def fill(self, colour: str) -> None:
        """The whole surface in one colour."""
        self.surface.fill(pygame.Color(colour))

    def backdrop(self, picture: pygame.Surface) -> None:
        """A picture of the window's size under everything."""
        self.written.clear()
        self.surface.blit(picture, (0, 0))

    def veil(self, strength: float = theme.DIM) -> None:
        """Dims what is there, for a card over a scene; multiplied, never a full-screen alpha layer."""
        r, g, b = (round(255 - (255 - c) * strength) for c in INK)
        self.surface.fill((r, g, b), special_flags=pygame.BLEND_RGB_MULT)

    def grain(self) -> None:
        self.pictures.grain(self.surface)

    # ---------------------------------------------------------------- shapes
    def shape(self, body: str, box: Box, blur: float = 8, alpha: int = 70, dy: float = 5) -> None:
        """SVG shapes in design coordinates inside `box`, with a paper shadow unless alpha is 0."""
        # The body is drawn about (0, 0) so that the same button elsewhere is the same picture.
        picture = self.pictures.svg(body, box.x, box.y, box.w, box.h)
        if not alpha:
            self.blit(picture, box.x, box.y)
            return
        key = (body, box.w, box.h)
        made, offset = self.pictures.shadowed(picture, key, blur, alpha, 0, dy)
        self.blit(made, box.x, box.y, offset)

    def panel(
        self, box: Box, fill: str = theme.PANEL, lip: str = theme.PANEL_LIP, radius: float = 32, lip_depth: float = 8,
        blur: float = 14, alpha: int = 80,
    ) -> None:  # fmt: skip
        """A sheet of paper with a darker lip below it."""
        self.written = [b for b in self.written if not box.holds(*b.centre)]
        self._sign = box if box.h <= SIGN else None
        body = (
            f'<rect x="2" y="{2 + lip_depth}" width="{box.w}" height="{box.h}" rx="{radius}" fill="{lip}"/>'
            f'<rect x="2" y="2" width="{box.w}" height="{box.h}" rx="{radius}" fill="{fill}"/>'
        )
        self._local(body, box.x - 2, box.y - 2, box.w + 4, box.h + lip_depth + 4, blur, alpha, 7)

    def card(self, box: Box, title: str | None = None, fill: str = "#FFFFFF", lip: str = "#EFE6D4") -> None:
        """A grown-ups' card, its title small at the top."""
        self.panel(box, fill, lip, radius=20, lip_depth=3, blur=8, alpha=30)
        if title:
            self.text(title, 20, box.x + 22, box.y + 30, INK_2, SEMI_BOLD, "l", box.w - 44)

    def disc(
        self, cx: float, cy: float, r: float, paint: Paint, icon: str | None = None, icon_size: float | None = None,
        ring: str | None = None, lip_depth: float = 8, blur: float = 9, alpha: int = 80,
    ) -> None:  # fmt: skip
        """A round button's body: lip, fill, perhaps a ring around it and an icon on it."""
        m = r + 24
        body = ""
        if ring:
            body = f'<circle cx="{m}" cy="{m + lip_depth / 2}" r="{r + lip_depth / 2 + 8}" fill="{ring}"/>'
        body += f'<circle cx="{m}" cy="{m + lip_depth}" r="{r}" fill="{paint.lip}"/>'
        body += f'<circle cx="{m}" cy="{m}" r="{r}" fill="{paint.fill}"/>'
        self._local(body, cx - m, cy - m, 2 * m, 2 * m, blur, alpha, 5)
        if icon:
            self.part(icon, cx, cy, icon_size or r * 1.2, shadow=0)

    def _local(self, body: str, x: float, y: float, w: float, h: float, blur: float, alpha: int, dy: float) -> None:
        """Shapes drawn about their own corner: the same shape anywhere is one kept picture."""
        picture = self.pictures.svg(body, 0, 0, w, h)
        if alpha:
            made, offset = self.pictures.shadowed(picture, (body, w, h), blur, alpha, 0, dy)
            self.blit(made, x, y, offset)
        else:
            self.blit(picture, x, y)

    def part(
        self, name: str, cx: float, cy: float, w: float, h: float | None = None, turn: float = 0, opacity: int = 255,
        shadow: int = 55, blur: float = 6, dy: float = 4, flip: bool = False,
    ) -> None:  # fmt: skip
        """A drawing centred on a design point; `shadow` is the alpha of its paper shadow, 0 for none."""
        picture = self.pictures.part(name, w, h, turn, opacity, flip)
        offset = -picture.get_width() // 2, -picture.get_height() // 2
        if shadow:
            key = (name, w, h, turn, opacity, flip)
            picture, moved = self.pictures.shadowed(picture, key, blur, shadow, 1, dy)
            offset = offset[0] + moved[0], offset[1] + moved[1]
        self.blit(picture, cx, cy, offset)

    def glyph(self, name: str, cx: float, cy: float, size: float, colour: Colour = INK, width: float = 2.4) -> None:
        """A line drawing of the grown-ups' side."""
        body = (
            f'<path d="{GLYPHS[name]}" fill="none" stroke="{hexa(colour)}" stroke-width="{width}" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
        pictures = self.pictures
        px = max(1, pictures.px(size))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">{body}</svg>'
        picture = pictures.kept(("glyph", svg, px), lambda: (_raster(svg, px), (0, 0)))[0]
        self.blit(picture, cx - size / 2, cy - size / 2)

    def ring(self, cx: float, cy: float, r: float, share: float, width: float = 16, colour: str = "#E8694E") -> None:
        """A round gauge on a cream disc, `share` 0..1 clockwise from the top."""
        m = r + width + 2
        body = f'<circle cx="{m}" cy="{m}" r="{r + width}" fill="{theme.PANEL}"/>'
        body += gauge(m, m, r, share, width, colour)
        self._local(body, cx - m, cy - m, 2 * m, 2 * m, 10, 70, 5)

    def donut(self, cx: float, cy: float, r: float, share: float, width: float, colour: str = theme.TEAL.fill) -> None:
        """A bare gauge for cards."""
        m = r + width
        self._local(gauge(m, m, r, share, width, colour, "#F1E9DA"), cx - m, cy - m, 2 * m, 2 * m, 0, 0, 0)

    def bar(self, box: Box, share: float, colour: str = theme.TEAL.fill, track: str = "#F1E9DA") -> None:
        """A horizontal bar with round ends, filled `share` 0..1."""
        rx = box.h / 2
        body = f'<rect x="0" y="0" width="{box.w}" height="{box.h}" rx="{rx}" fill="{track}"/>'
        if share > 0:
            filled = max(box.h, box.w * min(1, share))
            body += f'<rect x="0" y="0" width="{filled:.1f}" height="{box.h}" rx="{rx}" fill="{colour}"/>'
        self._local(body, box.x, box.y, box.w, box.h, 0, 0, 0)

    def chosen_disc(self, cx: float, cy: float, r: float) -> None:
        """Chosen, not focused: a teal ring and a tick."""
        m = r + 10
        body = f'<circle cx="{m}" cy="{m}" r="{r + 5}" fill="none" stroke="{theme.TEAL.fill}" stroke-width="6"/>'
        self._local(body, cx - m, cy - m, 2 * m, 2 * m, 0, 0, 0)
        self.disc(cx + r * 0.8, cy - r * 0.72, 19, theme.TEAL, "icons/check", 26, lip_depth=2, alpha=0)

    def chosen_box(self, box: Box, radius: float) -> None:
        """The same for a rectangle."""
        body = (
            f'<rect x="4" y="4" width="{box.w + 2}" height="{box.h + 2}" rx="{radius}" fill="none" '
            f'stroke="{theme.TEAL.fill}" stroke-width="6"/>'
        )
        self._local(body, box.x - 5, box.y - 5, box.w + 10, box.h + 10, 0, 0, 0)
        self.disc(box.right - 20, box.y + 20, 17, theme.TEAL, "icons/check", 24, lip_depth=2, alpha=0)

    # ---------------------------------------------------------------- text
    def text(
        self, text: str, size: float, x: float, y: float, colour: Colour = INK, weight: str = EXTRA_BOLD,
        align: str = "c", width: float | None = None,
    ) -> Box:  # fmt: skip
        """One line, vertically centred on y; `align` l, c or r about x. The box it takes, in design units."""
        text, size = self._fitted(text, size, weight, width)
        w = self.pictures.text_width(text, size, weight)
        picture = self.pictures.text(text, size, colour, weight)
        left = {"l": x, "c": x - w / 2, "r": x - w}[align]
        self.blit(picture, left, y, (0, -picture.get_height() // 2))
        h = picture.get_height() / self.view.k
        box = Box(left, y - h / 2, w, h)
        self.written.append(self._sign if self._sign and self._sign.holds(*box.centre) else box)
        return box

    def _fitted(self, text: str, size: float, weight: str, width: float | None) -> tuple[str, float]:
        """The line made to fit: smaller first, then cut, which is noted."""
        text = legible(text)
        if width is None or (w := self.pictures.text_width(text, size, weight)) <= width:
            return text, size
        share = SMALLEST_NUMBER if _is_number(text) else SMALLEST_SHARE
        least = max(size * share, min(size, 12))
        smaller = max(least, min(size - 1, size * width / w))
        while smaller > least and self.pictures.text_width(text, smaller, weight) > width:
            smaller = max(least, smaller - 0.5)  # type comes in whole pixels: the next may be a little too wide again
        if self.pictures.text_width(text, smaller, weight) <= width:
            return text, smaller
        self._problem(f"{text!a:.200} is {w:.0f} wide and has {width:.0f}")
        n = _most(len(text), lambda n: self.pictures.text_width(text[:n] + "…", smaller, weight) <= width)
        return text[:n].rstrip() + "…", smaller

    def paragraph(
        self, text: str, size: float, x: float, y: float, width: float, colour: Colour = INK, weight: str = SEMI_BOLD,
        leading: float = 1.3, align: str = "l", height: float | None = None,
    ) -> float:  # fmt: skip
        """Wrapped lines from the top y; the y below the last one. A given height makes the type smaller to fit it."""
        lines = self._wrapped(text, size, weight, width)
        full = size
        while height is not None and len(lines) * size * leading > height and size > full * SMALLEST_SHARE:
            size -= 0.5
            lines = self._wrapped(text, size, weight, width)
        if height is not None and len(lines) * size * leading > height + 1:
            self._problem(f"{text[:40]!a}... needs {len(lines) * size * leading:.0f} high and has {height:.0f}")
        for line in lines:
            self.text(line, size, x, y + size * 0.65, colour, weight, align, None)
            y += size * leading
        return y

    def paragraph_height(
        self, text: str, size: float, width: float, weight: str = SEMI_BOLD, leading: float = 1.3
    ) -> float:
        """How high `paragraph` would be, without drawing it."""
        return len(self._wrapped(text, size, weight, width)) * size * leading

    def _wrapped(self, text: str, size: float, weight: str, width: float) -> list[str]:
        lines: list[str] = []
        for block in legible_lines(text):
            line = ""
            for word in block.split(" "):
                longer = f"{line} {word}".strip()
                if line and self.pictures.text_width(longer, size, weight) > width:
                    lines.append(line)
                    longer = word
                if longer == word:
                    longer = self._cut(word, size, weight, width, lines)
                line = longer
            lines.append(line)
        return lines

    def _cut(self, word: str, size: float, weight: str, width: float, lines: list[str]) -> str:
        """The end of a word too wide for a line, as a path can be; what comes before it becomes lines."""

        start = 0

        def fits(n: int) -> bool:
            return n == 1 or self.pictures.text_width(word[start : start + n], size, weight) <= width

        while (n := _most(len(word) - start, fits)) < len(word) - start:
            lines.append(word[start : start + n])
            start += n
        return word[start:]

    def _problem(self, what: str) -> None:
        self.problems.append(what)
        log.warning("text does not fit: %s", what)

    def stars(self, cx: float, cy: float, got: int, of: int, size: float = 40, gap: float | None = None) -> None:
        """A row of stars centred on a point, the earned ones bright."""
        gap = gap or size * 0.95
        for i in range(of):
            name = "icons/star" if i < got else "icons/star_empty"
            self.part(name, cx + (i - (of - 1) / 2) * gap, cy, size, shadow=40, blur=3, dy=2)


def _most(of: int, fits: Callable[[int], bool]) -> int:
    """How many letters of so many fit, when fewer always fit better. Looked for from the front in growing steps, then
    by halves: a text may be very long, and what fits is short."""
    far = 1
    while far < of and fits(far):
        far *= 2
    return bisect_right(range(1, min(far, of) + 1), False, lo=far // 2, key=lambda n: not fits(n))


def _raster(svg: str, px: int) -> pygame.Surface:
    return rasterise(svg, (px, px))


def _is_number(text: str) -> bool:
    """Whether a line is digits and their marks alone.

    >>> [_is_number(t) for t in ("200,416", "+12", "27 948", "3 stars", "")]
    [True, True, True, False, False]
    """
    return bool(text) and all(c.isdecimal() or c in "+-., \u00a0%" for c in text)


def gauge(cx: float, cy: float, r: float, share: float, width: float, colour: str, track: str = theme.PANEL_LIP) -> str:
    """SVG of a round gauge; `share` is clamped to 0..1.

    >>> '<path' in gauge(0, 0, 10, 0, 4, '#000000')
    False
    """
    share = max(0.0, min(1.0, share))
    out = f'<circle cx="{cx}" cy="{cy}" r="{r}" fill="none" stroke="{track}" stroke-width="{width}"/>'
    style = f'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"'
    if share >= 0.999:
        return out + f'<circle cx="{cx}" cy="{cy}" r="{r}" {style}/>'
    if share <= 0:
        return out
    a = share * 2 * math.pi
    x, y = cx + r * math.sin(a), cy - r * math.cos(a)
    return out + f'<path d="M{cx} {cy - r}A{r} {r} 0 {int(share > 0.5)} 1 {x:.1f} {y:.1f}" {style}/>'
