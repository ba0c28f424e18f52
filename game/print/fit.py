"""Words that must fit a box, and sentences with lines to write on.

What does not fit is set smaller; what would be too small to read ends with an ellipsis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.print.document import Run
from game.print.sheet import BOLD, MM, REGULAR, Mark, TextLine, line
from game.print.typeset import Setting, Type

LEAST = 6.6  # points: smaller words are not read on paper
STEP = 0.2  # points between two sizes that are tried
BLANK = "\ue000"  # around a width, it stands in a sentence where something is written by hand
TO_WRITE = "#777777"
BELOW = 2.4  # points from a base line down to the line that is written on
Lines = list[list[tuple[float, Run]]]


def fitted(
    type_: Type, blocks: Sequence[Sequence[Run]], width: float, height: float, setting: Setting, gap: float = 0.0
) -> tuple[list[Lines], Setting]:
    """The lines of each block, at the largest size up to the setting's at which they fit below one another."""
    while True:
        found = [type_.lines(runs, width, setting) for runs in blocks]
        room = height - gap * (len(blocks) - 1)
        many = int(room / setting.height + 0.01)
        if sum(map(len, found)) <= many:
            return found, setting
        if setting.size - STEP < LEAST:
            return _cut(type_, found, max(len(found), many), width, setting), setting
        setting = replace(setting, size=setting.size - STEP)


def _cut(type_: Type, blocks: list[Lines], most: int, width: float, setting: Setting) -> list[Lines]:
    """As many lines as there is room for, taken from the longest block."""
    while sum(map(len, blocks)) > most:
        longest = max(range(len(blocks)), key=lambda n: len(blocks[n]))
        kept = blocks[longest][:-1]
        runs = [run for _, run in kept[-1]]
        last = runs[-1].text
        while True:
            shown = [*runs[:-1], Run(last.rstrip(" ,;.") + "…", runs[-1].is_bold)]
            lines = type_.lines(shown, width, setting)
            if len(lines) == 1 or len(last) < 2:
                break
            last = last[:-1]
        blocks[longest] = [*kept[:-1], lines[0]]
    return blocks


def set_lines(type_: Type, lines: Lines, x: float, top: float, setting: Setting) -> Iterator[TextLine]:
    """Lines below one another from `top` on."""
    for n, row in enumerate(lines):
        for left, run in row:
            weight = BOLD if run.is_bold else REGULAR
            text, begins = _after_blanks(type_, run.text, x + left, setting, weight)
            if text:
                yield type_.line(text, begins, top + n * setting.height, setting, weight)


def blank(width: float) -> str:
    """A line to write on, `width` millimetres long, to be put into a sentence for `by_hand`."""
    return f"{BLANK}{width:.1f}{BLANK}"


def by_hand(type_: Type, text: str, x: float, top: float, setting: Setting, weight: str = REGULAR) -> Iterator[Mark]:
    """One line of a sentence with lines to write on."""
    for n, piece in enumerate(text.split(BLANK)):
        if n % 2:
            wide = float(piece) * MM
            base = type_.base(top, setting) + BELOW
            yield line(x, base, x + wide, base, 0.7, TO_WRITE)
            x += wide
        elif piece:
            text, begins = _after_blanks(type_, type_.written(piece), x, setting, weight)
            yield type_.line(text, begins, top, setting, weight)
            x += type_.width(type_.written(piece), setting.size, weight)


def fitting_by_hand(type_: Type, text: str, width: float, setting: Setting, weight: str = REGULAR) -> Setting:
    """The setting at the largest size at which such a line fits; its lines to write on stay as long as they are."""
    pieces = text.split(BLANK)
    room = width - sum(float(piece) * MM for piece in pieces[1::2])
    wide = sum(type_.width(type_.written(piece), setting.size, weight) for piece in pieces[::2])
    return replace(setting, size=max(LEAST, min(setting.size, setting.size * room / max(1.0, wide))))


def _after_blanks(type_: Type, text: str, x: float, setting: Setting, weight: str) -> tuple[str, float]:
    """A text without the blanks around it, and where it begins then: a browser shows none at a line's beginning."""
    bare = text.lstrip(" ")
    return bare.rstrip(" "), x + type_.width(text[: len(text) - len(bare)], setting.size, weight)
