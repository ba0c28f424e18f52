"""Arabic letters as they stand in a word: each has up to four looks, by whether it is joined to its neighbours.

Unicode has the looks as characters of their own (the blocks *Arabic Presentation Forms*), and Python's `unicodedata`
says of each which letters it is a look of. What sets a word letter by letter, as the PDF does, is given those; what
shapes by itself, a browser or the window's fonts, is not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
ALONE, END, BEGINNING, MIDDLE = "<isolated>", "<final>", "<initial>", "<medial>"
JOINS_BOTH = "\u0640\u200d"  # the stroke that lengthens a word, and the joiner that is not seen


def joined(text: str, has: Callable[[str], bool]) -> str:
    """The text, read as it is written, with the looks the type has; all else stays as it is.

    >>> [f"{ord(look):04X}" for look in joined("باب", lambda look: True)]
    ['FE91', 'FE8E', 'FE8F']
    """
    return "".join(_joined(text, has)) if any(char in looks() for char in text) else text


def _joined(text: str, has: Callable[[str], bool]) -> Iterator[str]:
    at, is_held = 0, False  # whether the letter before holds on to this one
    while at < len(text):
        letters = text[at]
        if _is_passed(letters):  # an accent stands over its letter and parts nothing
            yield letters
            at += 1
            continue
        pair = text[at : at + 2]
        if pair in looks() and has(looks()[pair].get(END if is_held else ALONE, "")):
            letters = pair  # lam and alef are one letter
        at += len(letters)
        following = next((char for char in text[at:] if not _is_passed(char)), "")
        mine = looks().get(letters, {})
        holds = letters in JOINS_BOTH or (BEGINNING in mine and _takes(following))
        held = is_held and (END in mine or letters in JOINS_BOTH)
        look = mine.get((MIDDLE if held else BEGINNING) if holds else (END if held else ALONE), "")
        yield look if look and has(look) else letters
        is_held = holds


def _takes(char: str) -> bool:
    """Whether a letter lets the one before it hold on to it."""
    return char != "" and (char in JOINS_BOTH or END in looks().get(char, {}))


def _is_passed(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


@cache
def looks() -> dict[str, dict[str, str]]:
    """Of each letter, and of lam with alef, its looks by where it stands."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for block in BLOCKS for code in block):
        kind, *letters = unicodedata.decomposition(chr(code)).split()[:3] or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        is_lam_alef = len(text) == 2 and text[0] == "\u0644" and code >= 0xFEF5
        if kind in (ALONE, END, BEGINNING, MIDDLE) and (len(text) == 1 or is_lam_alef):
            found.setdefault(text, {}).setdefault(kind, chr(code))
    return found
