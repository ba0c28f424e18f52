"""Type on paper: how wide words are, where lines break, where a base line lies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.core.bidi import MARKS, visual
from game.print.document import Run
from game.print.sheet import BLACK, BOLD, REGULAR, Mark, TextLine
from game.print.truetype import TrueType

LEADING = 1.36
UNWRITABLE = "?"  # stands for what the type has no letter for


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: its size in points, its colour, its line height in sizes."""

    size: float
    colour: str = BLACK
    leading: float = LEADING

    @property
    def height(self) -> float:
        """Of one line, in points."""
        return self.size * self.leading


class Type:
    """The two weights a page is set in."""

    def __init__(self, fonts: Mapping[str, TrueType]) -> None:
        self.fonts = fonts

    def can_write(self, text: str) -> bool:
        """Whether both weights have every letter of the text."""
        return all(
            letter.isspace() or letter in MARKS or all(font.has(letter) for font in self.fonts.values())
            for letter in unicodedata.normalize("NFC", text)
        )

    def written(self, text: str) -> str:
        """The text as it can be set: no control characters, letters put together, a sign for a letter that is missing.

        A family's own words may hold anything; who knows of a better sentence for them says it before (`can_write`).
        """
        out = ""
        for letter in unicodedata.normalize("NFC", text):
            if letter.isspace():
                out += letter if letter == "\u00a0" else " "
            elif letter in MARKS or all(font.has(letter) for font in self.fonts.values()):
                out += letter
            elif unicodedata.category(letter)[0] not in "CM" and out[-1:] != UNWRITABLE:
                out += UNWRITABLE
        return out

    def width(self, text: str, size: float, weight: str = REGULAR) -> float:
        """How wide a line is, in points."""
        return self.fonts[weight].width(visual(text) if any(mark in text for mark in MARKS) else text, size)

    def base(self, top: float, setting: Setting) -> float:
        """Where the base line of a line lies whose box begins at `top`."""
        font = self.fonts[REGULAR]
        high, low = font.ascent / 1000, -font.descent / 1000
        return top + (setting.height - (high + low) * setting.size) / 2 + high * setting.size

    def line(
        self, text: str, x: float, top: float, setting: Setting, weight: str = REGULAR, align: str = "l"
    ) -> TextLine:  # fmt: skip
        """One line whose box begins at `top`; `align` l, c or r about x."""
        shown = self.written(text)
        wide = self.width(shown, setting.size, weight)
        left = {"l": x, "c": x - wide / 2, "r": x - wide}[align]
        return TextLine(left, self.base(top, setting), shown, setting.size, weight, setting.colour)

    def lines(self, pieces: Sequence[Run], width: float, setting: Setting) -> list[list[tuple[float, Run]]]:
        """The pieces broken into lines of at most that width: of each line its runs with their left ends."""
        out: list[list[tuple[float, Run]]] = [[]]
        x = 0.0
        for word in self._words(pieces, width, setting.size):
            weight = BOLD if word.is_bold else REGULAR
            wide = self.width(word.text.rstrip(" "), setting.size, weight)
            if out[-1] and x + wide > width + 0.01:
                out.append([])
                x = 0.0
            line = out[-1]
            if line and line[-1][1].is_bold == word.is_bold:
                line[-1] = (line[-1][0], Run(line[-1][1].text + word.text, word.is_bold))
            else:
                line.append((x, word))
            x += self.width(word.text, setting.size, weight)
        for line in out:
            if line:  # a blank at its end would be counted by whoever sets it to the right
                line[-1] = (line[-1][0], Run(line[-1][1].text.rstrip(" "), line[-1][1].is_bold))
        return out

    def _words(self, pieces: Sequence[Run], width: float, size: float) -> Iterator[Run]:
        """Words with the blank after them; one that is wider than a line comes in parts."""
        for piece in pieces:
            weight = BOLD if piece.is_bold else REGULAR
            text = self.written(piece.text)
            while text:
                end = text.find(" ") + 1 or len(text)
                word, text = text[:end], text[end:]
                while (most := self._most(word, width, size, weight)) < len(word):
                    yield Run(word[:most], piece.is_bold)
                    word = word[most:]
                yield Run(word, piece.is_bold)

    def _most(self, word: str, width: float, size: float, weight: str) -> int:
        """How many letters of a word one line takes, at least one."""
        if self.width(word.rstrip(" "), size, weight) <= width:
            return len(word)
        return next((n for n in range(len(word) - 1, 1, -1) if self.width(word[:n], size, weight) <= width), 1)

    def set(
        self, pieces: Sequence[Run], x: float, top: float, width: float, setting: Setting
    ) -> tuple[list[Mark], float]:  # fmt: skip
        """Lines from `top` on, and where the next thing begins."""
        marks: list[Mark] = []
        lines = self.lines(pieces, width, setting)
        for n, line in enumerate(lines):
            base = self.base(top + n * setting.height, setting)
            marks += [
                TextLine(x + left, base, run.text, setting.size, BOLD if run.is_bold else REGULAR, setting.colour)
                for left, run in line
                if run.text
            ]
        return marks, top + len(lines) * setting.height
