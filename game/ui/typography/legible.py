"""Whatever text comes from outside, as a font can take it: the one gate between the world's strings and the letters.

A nickname of an imported diary, a path with a byte of no alphabet, what a disk said: any of them may hold half a
character, a sign that turns the line round, a flood of accents or a million letters. Every font stumbles over some.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from game.core.bidi import MARKS

# Signs of no width that belong to the letter before them: joiners and the selectors of a letter's look.
CLINGING = frozenset("\u200c\u200d" + "".join(map(chr, range(0xFE00, 0xFE10))))
UNKNOWN = "\ufffd"  # what is no character at all
MORE = "…"
LONGEST = 500  # characters of a line; the widest screen shows a third of it
LONGEST_BLOCK = 2_000  # characters of a paragraph; ours are shorter by far
MOST_MARKS = 6  # accents on one letter; Vietnamese needs two, pointed Hebrew four


def legible(text: str, longest: int = LONGEST) -> str:
    """One line that every font of ours can measure and draw: no controls, no signs that turn the direction of what
    follows, no halves. The marks that only say which way a neighbour goes stay: languages from right to left need them.

    >>> legible("photos\\u202egpj.exe\\udcff\\n")
    'photosgpj.exe\\ufffd '
    """
    if len(text) <= longest and text.isascii() and text.isprintable():
        return text
    return _legible(text, longest)


def legible_lines(text: str) -> list[str]:
    """A paragraph's blocks, each legible; what is far too long ends with an ellipsis."""
    whole = text if len(text) <= LONGEST_BLOCK else text[:LONGEST_BLOCK] + MORE
    return [legible(line, LONGEST_BLOCK + 1) for line in whole.split("\n")]


@lru_cache(maxsize=1024)
def _legible(text: str, longest: int) -> str:
    is_cut = len(text) > longest
    return "".join(_kept(text[: longest - 1] if is_cut else text)) + MORE * is_cut


def _kept(text: str) -> Iterator[str]:
    marks = 0
    can_cling = False
    for char in text:
        kind = unicodedata.category(char)
        if char in CLINGING or kind in ("Mn", "Me", "Mc"):
            marks += 1
            if marks <= MOST_MARKS and (can_cling or char not in CLINGING):
                yield char
            continue
        if char in MARKS:
            yield char
            continue
        marks, can_cling = 0, kind not in ("Cc", "Cf", "Cs") and not char.isspace()
        if kind == "Cs":
            yield UNKNOWN
        elif kind in ("Cc", "Zl", "Zp"):
            yield " "
        elif kind != "Cf":
            yield char
