"""Text on a picture being made: one line, or a paragraph, made to fit what it has.

Text that does not fit its width is made smaller down to four fifths, then parted on two lines, then cut with an
ellipsis and noted in `problems`, so that no screen ever shows words over an edge unnoticed. A number is made smaller
down to half.

Where a family wants larger text, the same painting is done twice: once on a paper with a `sketch`, which notes what is
drawn, and once with the `growth` that followed from it. What a call returns is the same both times and without either.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from itertools import combinations

import pygame

from game.frozen import dataclass
from game.ui.pictures import Pictures
from game.ui.theme import EXTRA_BOLD, INK, SEMI_BOLD
from game.ui.typography.legible import legible, legible_lines
from game.ui.typography.text_growth import Sketch, Written, ink
from game.ui.view import DESIGN, Box, View

Colour = tuple[int, int, int]
SMALLEST_SHARE = 0.8
SMALLEST_NUMBER = 0.5  # a number that is cut off is another number: it may become smaller than words
MOST_LINES = 4  # of a few words
MUCH_LARGER, LARGER = 1.15, 1.05  # from where they are better on one line more; where they had to become smaller
BLOCK_LEADING = 1.12  # of the type's size, from line to line of a few words
OVERHANG = 1.0  # units of ink over the edge of its paper that nobody sees
USUAL_WORD = 32  # letters of one that is measured as a whole at once: what somebody types may be endless
MEETS = 2.0  # units of ink in common from which two lines are over each other: not every letter has a tail
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Inked:
    """A line as it stands on a picture: its colour, its size, the box of its ink and that of the paper it stands on, in
    design units."""

    text: str
    colour: Colour
    size: float
    box: Box
    sheet: Box


def over_each_other(lines: Sequence[Inked]) -> list[str]:
    """The lines whose ink meets, as sentences."""
    return [
        f"{a.text[:40]!a} lies over {b.text[:40]!a}"
        for a, b in combinations(lines, 2)
        if min(a.box.right, b.box.right) - max(a.box.x, b.box.x) > 1
        and min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y) > MEETS
    ]


def off_their_sheets(lines: Sequence[Inked]) -> list[str]:
    """The lines whose ink leaves the paper they stand on, or the picture, as sentences."""
    return [f"{line.text[:40]!a} leaves its paper" for line in lines if not line.sheet.grown(OVERHANG).covers(line.box)]


class Lettering:
    """Writes on `surface`; the view says where the design lies on it. `problems` lists text that did not fit, `written`
    where words stand, each with the sign it is written on, `inked` every line as it was drawn. `growth` says how many
    times its size a line is drawn; `is_exact`, from then on sizes are meant as they are said."""

    def __init__(
        self, surface: pygame.Surface, pictures: Pictures, view: View | None = None, *, sketch: Sketch | None = None,
        growth: Mapping[Hashable, float] | None = None,
    ) -> None:  # fmt: skip
        self.surface = surface
        self.pictures = pictures
        self.view = view or pictures.view
        self.sketch, self.growth = sketch, growth or {}
        self.is_exact = False
        self.problems: list[str] = []
        self.written: list[Box] = []
        self.inked: list[Inked] = []
        self._sign: Box | None = None
        self._sheets = [Box(0, 0, *DESIGN)]  # paper laid so far, the last on top

    def put(self, picture: pygame.Surface, x: float, y: float, offset: tuple[int, int] = (0, 0)) -> None:
        """A picture with the corner where its lines begin at a design point, moved by `offset` pixels."""
        px, py = self.view.laid(picture.get_width(), x, y, offset[0])
        self.surface.blit(picture, (px, py + offset[1]))

    def text(
        self, text: str, size: float, x: float, y: float, colour: Colour = INK, weight: str = EXTRA_BOLD,
        align: str = "c", width: float | None = None,
    ) -> Box:  # fmt: skip
        """One line, vertically centred on y; `align` l, c or r about x. The box it takes, in design units."""
        asked = size
        text, size = self._fitting(text, size, weight, width)
        if width is not None and self.pictures.text_width(text, size, weight) > width:
            if self._parts_in_two(text, size, weight, width):
                return self.block(text, size, x, y, width, colour, weight, align, leading=1.0)
            text = self._shortened(text, asked, size, weight, width)
        w = self.pictures.text_width(text, size, weight)
        picture = self.pictures.text(text, size, colour, weight)
        left = _left(align, x, w)
        h = picture.get_height() / self.view.k
        box = Box(left, y - h / 2, w, h)
        self.written.append(self._sign if self._sign and self._sign.holds(*box.centre) else box)
        key = (text, asked, x, y)
        if self.sketch and text and not self.is_exact:
            self._note_line(key, text, asked, size, x, y, weight, align, width)
        if (times := self._times(key)) > 1:
            picture = self.pictures.text(text, size * times, colour, weight)
            left = _left(align, x, self.pictures.text_width(text, size * times, weight))
        self.put(picture, left, y, (0, -picture.get_height() // 2))
        if text.strip():
            drawn = size * times
            at = ink(left, y, self.pictures.text_width(text, drawn, weight), drawn)
            begun = {"l": x + 1, "c": x, "r": x - 1}[align]
            sheet = next((b for b in reversed(self._sheets) if b.holds(begun, y)), self._sheets[0])
            self.inked.append(Inked(text, self.pictures.palette.ink(colour), drawn, at, sheet))
        return box

    def _times(self, key: Hashable) -> float:
        return 1.0 if self.is_exact else self.growth.get(key, 1.0)

    def _note_line(
        self, key: Hashable, text: str, asked: float, size: float, x: float, y: float, weight: str, align: str,
        width: float | None, lead: float = 0,
    ) -> None:  # fmt: skip
        @cache
        def box(times: float) -> Box:
            w = self.pictures.text_width(text, size * times, weight)
            return ink(_left(align, x, w + lead), y, w + lead, size * times)

        assert self.sketch
        most = None if width is None else width + lead
        row, column = (asked, align, round(y)), (asked, align, round(x))
        self.sketch.words.append(Written(key, size, row, column, box, most))

    def _fitted(self, text: str, size: float, weight: str, width: float | None) -> tuple[str, float]:
        """The line made to fit: smaller first, then cut, which is noted."""
        text, smaller = self._fitting(text, size, weight, width)
        if width is None or self.pictures.text_width(text, smaller, weight) <= width:
            return text, smaller
        return self._shortened(text, size, smaller, weight, width), smaller

    def _shortened(self, text: str, asked: float, size: float, weight: str, width: float) -> str:
        """The line cut off, which is noted."""
        w = self.pictures.text_width(text, asked, weight)
        self._problem(f"{text!a:.200} is {w:.0f} wide and has {width:.0f}")
        n = _most(len(text), lambda n: self.pictures.text_width(text[:n] + "…", size, weight) <= width)
        return text[:n].rstrip() + "…"

    def _parts_in_two(self, text: str, size: float, weight: str, width: float) -> bool:
        """Whether a line too wide at the smallest size it may have stands on two of that size."""
        lines = self._wrapped(text, size, weight, width)
        return len(lines) == 2 and " ".join(lines) == text

    def _fitting(self, text: str, size: float, weight: str, width: float | None) -> tuple[str, float]:
        """The line, and the size at which it fits, or the smallest it may have."""
        text = legible(text)
        if width is None or (w := self.pictures.text_width(text, size, weight)) <= width:
            return text, size
        share = SMALLEST_NUMBER if _is_number(text) else SMALLEST_SHARE
        least = max(size * share, min(size, 12))
        smaller = max(least, min(size - 1, size * width / w))
        while smaller > least and self.pictures.text_width(text, smaller, weight) > width:
            smaller = max(least, smaller - 0.5)  # type comes in whole pixels: the next may be a little too wide again
        return text, smaller

    def paragraph(
        self, text: str, size: float, x: float, y: float, width: float, colour: Colour = INK, weight: str = SEMI_BOLD,
        leading: float = 1.3, align: str = "l", height: float | None = None,
    ) -> float:  # fmt: skip
        """Wrapped lines from the top y; the y below the last one. A given height makes the type smaller to fit it."""
        align, x = self.beginning(x, width) if align == "l" else (align, x)
        asked = size
        size, lines = self._block(text, size, weight, width, leading, height)
        if height is not None and len(lines) * size * leading > height + 1:
            self._problem(f"{text[:40]!a}... needs {len(lines) * size * leading:.0f} high and has {height:.0f}")
        end = y + len(lines) * size * leading
        key = (text, asked, x, y)
        if self.sketch and not self.is_exact:
            self._note_block(key, text, asked, size, x, y, width, weight, leading, align, height)
        if (times := self._times(key)) > 1:
            size *= times
            lines = self._wrapped(text, size, weight, width)
        was_exact, self.is_exact = self.is_exact, True
        for line in lines:
            self.text(line, size, x, y + size * 0.65, colour, weight, align, None)
            y += size * leading
        self.is_exact = was_exact
        return end

    def beginning(self, x: float, width: float) -> tuple[str, float]:
        """How lines are aligned, and about where, in a column from `x` on: at its right edge where the language is read
        from there and the picture is not mirrored besides."""
        is_at_right = self.pictures.appearance.is_rtl and not self.view.is_mirrored
        return ("r", x + width) if is_at_right else ("l", x)

    def _block(
        self, text: str, size: float, weight: str, width: float, leading: float, height: float | None
    ) -> tuple[float, list[str]]:
        """The size at which a paragraph is as high as it may be, and its lines."""
        lines = self._wrapped(text, size, weight, width)
        full = size
        while height is not None and len(lines) * size * leading > height and size > full * SMALLEST_SHARE:
            size -= 0.5
            lines = self._wrapped(text, size, weight, width)
        return size, lines

    def _note_block(
        self, key: Hashable, text: str, asked: float, size: float, x: float, y: float, width: float, weight: str,
        leading: float, align: str, height: float | None,
    ) -> None:  # fmt: skip
        words = [word for word in text.split() if self.pictures.text_width(word, size, weight) <= width]

        @cache
        def box(times: float) -> Box:
            rows = *self._wrapped(text, size * times, weight, width), *words  # a word that is whole stays whole
            w = max((self.pictures.text_width(row, size * times, weight) for row in rows), default=0.0)
            lines = rows[: len(rows) - len(words)]
            high = ((len(lines) - 1) * leading + 1.13) * size * times  # from capitals to descenders
            return Box(_left(align, x, w), y + 0.2 * size * times, w, high - 0.2 * size * times)

        assert self.sketch
        most = None if height is None else max(height, box(1.0).h)
        row, column = (asked, align, round(y)), (asked, align, round(x))
        self.sketch.words.append(Written(key, size, row, column, box, max(width, box(1.0).w), most))

    def block_size(
        self, texts: Sequence[str], size: float, width: float, height: float, weight: str = EXTRA_BOLD
    ) -> float:
        """The size, as much above `size` as the family wants and down to four fifths of it, at which each of the texts
        stands in so much room, no word cut; on more lines only where it is much larger so. 0 where there is none."""
        best = 0.0
        for lines in range(1, MOST_LINES + 1):
            now = self.lines_size(texts, size, width, height, lines, weight)
            best = now if now > best * (MUCH_LARGER if best >= size else LARGER) else best
        return best

    def lines_size(
        self, texts: Sequence[str], size: float, width: float, height: float, lines: int, weight: str = EXTRA_BOLD
    ) -> float:
        """The same on so many lines at most."""
        now = size * self.pictures.appearance.text
        while now >= size * SMALLEST_SHARE:
            if all(self._stands(text, now, width, height, weight, lines) for text in texts):
                return now
            now -= 0.5
        return 0.0

    def _stands(self, text: str, size: float, width: float, height: float, weight: str, most: int) -> bool:
        lines = self._wrapped(text, size, weight, width)
        is_whole = " ".join(lines) == " ".join(legible_lines(text))
        return is_whole and len(lines) <= most and len(lines) * size * BLOCK_LEADING <= height

    def block(
        self, text: str, size: float, x: float, y: float, width: float, colour: Colour = INK, weight: str = EXTRA_BOLD,
        align: str = "l", leading: float = BLOCK_LEADING,
    ) -> Box:  # fmt: skip
        """Lines at just that size (see `block_size`), their middle at `y`. The box of their ink."""
        lines = self._wrapped(text, size, weight, width)
        w = max(self.pictures.text_width(line, size, weight) for line in lines)
        was_exact, self.is_exact = self.is_exact, True
        high = (len(lines) - 1) * size * leading
        for n, line in enumerate(lines):
            self.text(line, size, x, y - high / 2 + n * size * leading, colour, weight, align)
        self.is_exact = was_exact
        top = ink(_left(align, x, w), y - high / 2, w, size)
        box = Box(top.x, top.y, top.w, top.h + high)
        if self.sketch:
            self.sketch.solids.append(box)
        return box

    def paragraph_height(
        self, text: str, size: float, width: float, weight: str = SEMI_BOLD, leading: float = 1.3
    ) -> float:
        """How high `paragraph` would be, without drawing it."""
        return len(self._wrapped(text, size, weight, width)) * size * leading

    def lines(self, text: str, size: float, width: float, weight: str = SEMI_BOLD) -> list[str]:
        """The lines a paragraph of that width has."""
        return self._wrapped(text, size, weight, width)

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
        if len(word) <= USUAL_WORD and self.pictures.text_width(word, size, weight) <= width:
            return word
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


def _most(of: int, fits: Callable[[int], bool]) -> int:
    """How many letters of so many fit, when fewer always fit better. Looked for from the front in growing steps, then
    by halves: a text may be very long, and what fits is short."""
    far = 1
    while far < of and fits(far):
        far *= 2
    return bisect_right(range(1, min(far, of) + 1), False, lo=far // 2, key=lambda n: not fits(n))


def _left(align: str, x: float, width: float) -> float:
    """Where a line of that width begins."""
    return {"l": x, "c": x - width / 2, "r": x - width}[align]


def _is_number(text: str) -> bool:
    """Whether a line is digits and their marks alone.

    >>> [_is_number(t) for t in ("200,416", "+12", "27 948", "3 stars", "")]
    [True, True, True, False, False]
    """
    return bool(text) and all(c.isdecimal() or c in "+-., \u00a0%" for c in text)
