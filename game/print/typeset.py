"""Type on paper: how wide words are, where lines break, where a base line lies."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from game.core.bidi import MARKS, visual
from game.core.joined_letters import joined
from game.frozen import dataclass
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


def _accents_first(line: str) -> Iterator[str]:
    """The letters of a line, each with its accents; those of a letter from right to left before it."""
    groups: list[str] = []
    for char in line:
        if groups and unicodedata.category(char) == "Mn":
            groups[-1] += char
        else:
            groups.append(char)
    for group in groups:
        is_turned = unicodedata.bidirectional(group[0]) in ("R", "AL")
        yield group[1:] + group[0] if is_turned else group


def no_other(letter: str) -> TrueType | None:
    """No other type is here."""
    return None


class Type:
    """The two weights a page is set in. `other` gives the type for a letter that these lack, None where there is none;
    it is asked once."""

    def __init__(
        self, fonts: Mapping[str, TrueType], other: Callable[[str], TrueType | None] = no_other
    ) -> None:  # fmt: skip
        self.fonts, self._other = fonts, other
        self._borrowed: dict[str, TrueType | None] = {}

    def has(self, letter: str) -> bool:
        """Whether it can write the letter in both weights, or another type can."""
        return all(font.has(letter) for font in self.fonts.values()) or self.borrowed(letter) is not None

    def borrowed(self, letter: str) -> TrueType | None:
        """The type that writes a letter these lack."""
        if letter not in self._borrowed:
            self._borrowed[letter] = self._other(letter) if len(letter) == 1 else None
        return self._borrowed[letter]

    def font(self, letter: str, weight: str) -> TrueType:
        """What writes the letter; the weight's own type for one that nothing here has."""
        own = self.fonts[weight]
        return own if own.has(letter) else self.borrowed(letter) or own

    def stands(self, text: str, is_rtl: bool = False) -> str:
        """The line's glyphs as they stand from left to right, each by a letter: joined, turned, without marks of
        direction, and the accents of what is read from the right before it, over which their type draws them."""
        line = visual(joined(text, self.has), is_rtl)
        return line if line.isascii() else "".join(_accents_first(line))

    def can_write(self, text: str) -> bool:
        """Whether every letter of the text can be set."""
        letters = unicodedata.normalize("NFC", text)
        return all(letter.isspace() or letter in MARKS or self.has(letter) for letter in letters)

    def written(self, text: str) -> str:
        """The text as it can be set: no control characters, letters put together, a sign for a letter that is missing.

        A family's own words may hold anything; who knows of a better sentence for them says it before (`can_write`).
        """
        out = ""
        for letter in unicodedata.normalize("NFC", text):
            if letter.isspace():
                out += letter if letter == "\u00a0" else " "
            elif letter in MARKS or self.has(letter):
                out += letter
            elif unicodedata.category(letter)[0] not in "CM" and out[-1:] != UNWRITABLE:
                out += UNWRITABLE
        return out

    def width(self, text: str, size: float, weight: str = REGULAR) -> float:
        """How wide a line is, in points."""
        own = self.fonts[weight]
        if text.isascii() or all(map(own.has, text)):
            return own.width(text, size)
        set_in = ((self.font(letter, weight), letter) for letter in self.stands(text))
        return sum(font.advance(font.glyph(letter)) for font, letter in set_in) * size / 1000

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
