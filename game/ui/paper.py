"""A still picture being made: the cut-paper vocabulary (panel, disc, card, text, ring) in design units.

Scenes use it for what does not move. How text is made to fit, and to grow, stands in `game.ui.typography.lettering`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pygame

from game.ui import theme
from game.ui.glyphs import DIRECTED, GLYPHS
from game.ui.palette import hexa
from game.ui.pictures import Pictures
from game.ui.raster import rasterise
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD, Paint
from game.ui.typography.lettering import LARGER, MUCH_LARGER, Colour, Lettering
from game.ui.typography.text_growth import Sketch, grown
from game.ui.view import Box

BORDER = 2.0  # design units, of the line about paper and buttons in high contrast
SIGN = 120  # the highest panel that is one with the words on it; a higher one is a card


class Paper(Lettering):
    """Text and shapes. What is drawn is noted for who wants larger text."""

    def note(self, box: Box) -> None:
        """Something is drawn there that words may not run into."""
        if self.sketch:
            self.sketch.solids.append(box)

    def _begin_anew(self) -> None:
        """What was drawn is under something now."""
        self.written.clear()
        self.inked.clear()
        del self._sheets[1:]
        if self.sketch:
            self.sketch.words.clear()
            self.sketch.solids.clear()

    # ---------------------------------------------------------------- placing
    def blit(self, picture: pygame.Surface, x: float, y: float, offset: tuple[int, int] = (0, 0)) -> None:
        """A picture of the scene's own, as `put` does."""
        k = self.view.k
        self.note(Box(x + offset[0] / k, y + offset[1] / k, picture.get_width() / k, picture.get_height() / k))
        self.put(picture, x, y, offset)

    def fill(self, colour: str) -> None:
        """The whole surface in one colour."""
        self._begin_anew()
        self.surface.fill(pygame.Color(self.pictures.palette.fill(colour)))

    def backdrop(self, picture: pygame.Surface) -> None:
        """A picture of the window's size under everything."""
        self._begin_anew()
        self.surface.blit(picture, (0, 0))

    def veil(self, strength: float = theme.DIM) -> None:
        """Dims what is there, for a card over a scene; multiplied, never a full-screen alpha layer."""
        r, g, b = (round(255 - (255 - c) * strength) for c in INK)
        self.surface.fill((r, g, b), special_flags=pygame.BLEND_RGB_MULT)

    def grain(self) -> None:
        self.pictures.grain(self.surface)

    def drawn(self, body: str, x: float, y: float, w: float, h: float) -> None:
        """SVG shapes about their own corner, laid with it at (x, y)."""
        self.blit(self.pictures.svg(self._as_read(body, 0, w), 0, 0, w, h), x, y)

    def _as_read(self, body: str, x: float, w: float) -> str:
        """Shapes from `x` on, `w` wide, as they lie on a page that begins at the right: bars and rails as well."""
        return f'<g transform="matrix(-1 0 0 1 {2 * x + w:g} 0)">{body}</g>' if self.view.is_mirrored else body

    @contextmanager
    def upright(self, box: Box) -> Iterator[None]:
        """What is drawn in that box keeps its left and right: feet as they stand, digits on their keys."""
        before, self.view = self.view, self.view.upright(box)
        try:
            yield
        finally:
            self.view = before

    # ---------------------------------------------------------------- shapes
    def shape(
        self, body: str, box: Box, blur: float = 8, alpha: int = 70, dy: float = 5, comes_again: bool = True
    ) -> None:
        """SVG shapes in design coordinates inside `box`, with a paper shadow unless alpha is 0. What does not come
        again, a gauge's step, is not kept besides the picture it is drawn into."""
        # The body is drawn about (0, 0) so that the same button elsewhere is the same picture.
        self.note(box)
        body = self._as_read(body, box.x, box.w)
        if not alpha:
            draw = self.pictures.svg if comes_again else self.pictures.svg_once
            self.put(draw(body, box.x, box.y, box.w, box.h), box.x, box.y)
            return
        made, offset = self.pictures.svg_shadowed(body, (box.x, box.y, box.w, box.h), blur, alpha, dy)
        self.put(made, box.x, box.y, offset)

    def panel(
        self, box: Box, fill: str = theme.PANEL, lip: str = theme.PANEL_LIP, radius: float = 32, lip_depth: float = 8,
        blur: float = 14, alpha: int = 80, edge: str = "",
    ) -> None:  # fmt: skip
        """A sheet of paper with a darker lip below it. In high contrast it has a border, of the dashes `edge` says;
        that of a button stays within its box, or near ones would touch."""
        self.written = [b for b in self.written if not box.holds(*b.centre)]
        self.inked = [line for line in self.inked if not box.holds(*line.box.centre)]
        self._sign = box if box.h <= SIGN else None
        self._sheets.append(box)
        if self.sketch:
            self.sketch.cover(box)
        under = self.pictures.palette.border or lip
        is_small = self.pictures.palette.border and box.h <= SIGN
        x, y, w, h = (
            (2 + BORDER, 2 + BORDER / 2, box.w - 2 * BORDER, box.h - BORDER - lip_depth)
            if is_small
            else (2.0, 2.0, box.w, box.h)
        )
        body = (
            f'<rect x="{x}" y="{y + lip_depth}" width="{w}" height="{h}" rx="{radius}" fill="{under}"/>'
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}" fill="{fill}"{self._border(edge)}/>'
        )
        self._local(body, box.x - 2, box.y - 2, box.w + 4, box.h + lip_depth + 4, blur, alpha, 7)

    def _border(self, dashes: str = "") -> str:
        """SVG of the line about paper in high contrast; nothing else."""
        border = self.pictures.palette.border
        # Round at the joints: where a dash ends in a corner, a sharp one may be as long as the page.
        dash = f' stroke-dasharray="{dashes}" stroke-linejoin="round"' if dashes else ""
        return f' stroke="{border}" stroke-width="{BORDER}"{dash}' if border else ""

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
        self.note(Box.around(cx, cy, r))
        m = r + 24
        body = ""
        if ring:
            body = f'<circle cx="{m}" cy="{m + lip_depth / 2}" r="{r + lip_depth / 2 + 8}" fill="{ring}"/>'
        body += f'<circle cx="{m}" cy="{m + lip_depth}" r="{r}" fill="{paint.lip}"/>'
        body += f'<circle cx="{m}" cy="{m}" r="{r}" fill="{paint.fill}"{self._border()}/>'
        self._local(body, cx - m, cy - m, 2 * m, 2 * m, blur, alpha, 5)
        if icon:
            self.part(icon, cx, cy, icon_size or r * 1.2, shadow=0)

    def _local(self, body: str, x: float, y: float, w: float, h: float, blur: float, alpha: int, dy: float) -> None:
        """Shapes drawn about their own corner: the same shape anywhere is one kept picture."""
        body = self._as_read(body, 0, w)
        if alpha:
            made, offset = self.pictures.svg_shadowed(body, (0, 0, w, h), blur, alpha, dy)
            self.put(made, x, y, offset)
        else:
            self.put(self.pictures.svg(body, 0, 0, w, h), x, y)

    def part(
        self, name: str, cx: float, cy: float, w: float, h: float | None = None, turn: float = 0, opacity: int = 255,
        shadow: int = 55, blur: float = 6, dy: float = 4, flip: bool = False,
    ) -> None:  # fmt: skip
        """A drawing centred on a design point; `shadow` is the alpha of its paper shadow, 0 for none."""
        picture = self.pictures.part(name, w, h, turn, opacity, flip)
        if self.sketch:
            high = picture.get_height() / self.view.k
            self.note(Box(cx - w / 2, cy - high / 2, w, high))
        offset = -picture.get_width() // 2, -picture.get_height() // 2
        if shadow:
            key = (name, w, h, turn, opacity, flip)
            picture, moved = self.pictures.shadowed(picture, key, blur, shadow, 1, dy)
            offset = offset[0] + moved[0], offset[1] + moved[1]
        self.put(picture, cx, cy, offset)

    def glyph(self, name: str, cx: float, cy: float, size: float, colour: Colour = INK, width: float = 2.4) -> None:
        """A line drawing of the grown-ups' side."""
        self.note(Box.around(cx, cy, size / 2))
        stroke = hexa(self.pictures.palette.ink(colour))
        body = (
            f'<path d="{GLYPHS[name]}" fill="none" stroke="{stroke}" stroke-width="{width}" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
        body = self._as_read(body, 0, 24) if name in DIRECTED else body
        pictures = self.pictures
        px = max(1, pictures.px(size))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">{body}</svg>'
        picture = pictures.kept(("glyph", svg, px), lambda: (_raster(svg, px), (0, 0)))[0]
        self.put(picture, cx - size / 2, cy - size / 2)

    def ring(self, cx: float, cy: float, r: float, share: float, width: float = 16, colour: str = "#E8694E") -> None:
        """A round gauge on a cream disc, `share` 0..1 clockwise from the top."""
        self.note(Box.around(cx, cy, r + width))
        m = r + width + 2
        body = f'<circle cx="{m}" cy="{m}" r="{r + width}" fill="{theme.PANEL}"/>'
        body += gauge(m, m, r, share, width, colour)
        with self.upright(Box.around(cx, cy, m)):  # clockwise for everybody
            self._local(body, cx - m, cy - m, 2 * m, 2 * m, 10, 70, 5)

    def donut(self, cx: float, cy: float, r: float, share: float, width: float, colour: str = theme.TEAL.fill) -> None:
        """A bare gauge for cards."""
        self.note(Box.around(cx, cy, r + width / 2))
        m = r + width
        with self.upright(Box.around(cx, cy, m)):
            self._local(gauge(m, m, r, share, width, colour, "#F1E9DA"), cx - m, cy - m, 2 * m, 2 * m, 0, 0, 0)

    def bar(self, box: Box, share: float, colour: str = theme.TEAL.fill, track: str = "#F1E9DA") -> None:
        """A horizontal bar with round ends, filled `share` 0..1."""
        self.note(box)
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

    def label(
        self, text: str, size: float, box: Box, y: float, colour: Colour, glyph: str | None, width: float,
        height: float = 0,
    ) -> None:  # fmt: skip
        """A button's word in the middle of its box, perhaps with a glyph before it, at most `width` wide: on two lines
        where they fit `height` and it has no room on one, or grows much larger so; the glyph makes way for words that
        have no room beside it."""
        lead = 34 if glyph else 0
        key = ("label", text, box)
        one, two = (self.lines_size([text], size, width, high, n) for n, high in ((1, 4 * size), (2, height)))
        if glyph and not one and not two:
            self.label(text, size, box, y, colour, None, width + lead, height)
            return
        if two > one * (MUCH_LARGER if one >= size else LARGER):
            self._label_lines(text, two, box, y, colour, glyph, width)
            return
        if self.sketch and not self.is_exact:
            _, fitted = self._fitting(text, size, EXTRA_BOLD, width)
            self._note_line(key, text, size, fitted, box.centre[0], y, EXTRA_BOLD, "c", width, lead)
        times = self._times(key)
        if times > 1:
            text, size = self._fitted(text, size, EXTRA_BOLD, width)
            size *= times
        w = min(width, self.pictures.text_width(text, size, EXTRA_BOLD))
        x = box.x + (box.w - w - lead) / 2
        was_exact, self.is_exact = self.is_exact, True
        sketch, self.sketch = self.sketch, None
        if glyph:
            self.glyph(glyph, x + 12, box.y + box.h / 2, 26, colour)
        if one or times > 1:
            self.text(text, size, x + lead, y, colour, EXTRA_BOLD, "l", None if times > 1 else width)
        else:
            self.text(text, size, x + lead + w / 2, y, colour, EXTRA_BOLD, "c", width)
        self.is_exact, self.sketch = was_exact, sketch

    def _label_lines(
        self, text: str, size: float, box: Box, y: float, colour: Colour, glyph: str | None, width: float
    ) -> None:
        """The same on two lines."""
        lead = 34 if glyph else 0
        w = max(self.pictures.text_width(line, size, EXTRA_BOLD) for line in self.lines(text, size, width, EXTRA_BOLD))
        x = box.x + (box.w - w - lead) / 2
        if glyph:
            self.glyph(glyph, x + 12, box.y + box.h / 2, 26, colour)
        self.block(text, size, x + lead + w / 2, y, width, colour, align="c")

    def stars(self, cx: float, cy: float, got: int, of: int, size: float = 40, gap: float | None = None) -> None:
        """A row of stars centred on a point, the earned ones bright."""
        gap = gap or size * 0.95
        for i in range(of):
            name = "icons/star" if i < got else "icons/star_empty"
            self.part(name, cx + (i - (of - 1) / 2) * gap, cy, size, shadow=40, blur=3, dy=2)


def grown_paper(
    surface: pygame.Surface, pictures: Pictures, draw: Callable[[Paper], None], part: Box | None = None
) -> Paper:
    """`surface` with what `draw` draws, its text as large as the family wants it and there is room. `part` is the part
    of the design it shows, None for all: around a part nobody knows what stands, so there only words on paper grow."""
    view = pictures.view.cut(pictures.view.rect(part)) if part else pictures.view
    most, growth = pictures.appearance.text, None
    if most > 1:
        sketch = Sketch()
        draw(Paper(surface, pictures, view, sketch=sketch))
        growth = grown(sketch, most, part or view.visible(), needs_paper=part is not None)
        surface.fill((0, 0, 0, 0))
    paper = Paper(surface, pictures, view, growth=growth)
    draw(paper)
    return paper


def _raster(svg: str, px: int) -> pygame.Surface:
    return rasterise(svg, (px, px))


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
