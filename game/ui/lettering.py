"""Text on a picture being made: one line, or a paragraph, made to fit what it has.

Text that does not fit its width is made smaller down to four fifths, then cut with an ellipsis and noted in `problems`,
so that no screen ever shows words over an edge unnoticed. A number is made smaller down to half.

Where a family wants larger text, the same painting is done twice: once on a paper with a `sketch`, which notes what is
drawn, and once with the `growth` that followed from it. What a call returns is the same both times and without either.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import pygame

from game.ui.legible import legible, legible_lines
from game.ui.pictures import Pictures
from game.ui.text_growth import Sketch, Written, ink
from game.ui.theme import EXTRA_BOLD, INK, SEMI_BOLD
from game.ui.view import Box, View

Colour = tuple[int, int, int]
SMALLEST_SHARE = 0.8
SMALLEST_NUMBER = 0.5  # a number that is cut off is another number: it may become smaller than words
MEETS = 2.0  # units of ink in common from which two lines are over each other: not every letter has a tail
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Inked:
    """A line as it stands on a picture: its colour, its size and the box of its ink in design units."""

    text: str
    colour: Colour
    size: float
    box: Box


def over_each_other(lines: Sequence[Inked]) -> list[str]:
    """The lines whose ink meets, as sentences."""
    return [
        f"{a.text[:40]!a} lies over {b.text[:40]!a}"
        for a, b in combinations(lines, 2)
        if min(a.box.right, b.box.right) - max(a.box.x, b.box.x) > 1
        and min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y) > MEETS
    ]


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

    def put(self, picture: pygame.Surface, x: float, y: float, offset: tuple[int, int] = (0, 0)) -> None:
        """A picture with its corner at a design point, moved by `offset` pixels."""
        px, py = self.view.pixel(x, y)
        self.surface.blit(picture, (px + offset[0], py + offset[1]))

    def text(
        self, text: str, size: float, x: float, y: float, colour: Colour = INK, weight: str = EXTRA_BOLD,
        align: str = "c", width: float | None = None,
    ) -> Box:  # fmt: skip
        """One line, vertically centred on y; `align` l, c or r about x. The box it takes, in design units."""
        asked = size
        text, size = self._fitted(text, size, weight, width)
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
            self.inked.append(Inked(text, self.pictures.palette.ink(colour), drawn, at))
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
        @cache
        def box(times: float) -> Box:
            lines = self._wrapped(text, size * times, weight, width)
            w = max((self.pictures.text_width(line, size * times, weight) for line in lines), default=0.0)
            high = ((len(lines) - 1) * leading + 1.13) * size * times  # from capitals to descenders
            return Box(_left(align, x, w), y + 0.2 * size * times, w, high - 0.2 * size * times)

        assert self.sketch
        most = None if height is None else max(height, box(1.0).h)
        row, column = (asked, align, round(y)), (asked, align, round(x))
        self.sketch.words.append(Written(key, size, row, column, box, None, most))

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
