"""Nicknames, typed here or told by another computer: one rule for what of a text is a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

# Joiners are format characters that Persian, Hindi and family emoji cannot be written without.
JOINERS = "\u200c\u200d"
LONGEST = 24  # characters that are typed here
NO_SIGN = "\u115f\u1160\u3164\uffa0\u2800"  # letters by their class that show nothing


def clean(text: str) -> str:
    """The text without control, format and private characters; any blank is a plain space.

    >>> clean("An\\x00na\\u202e\\t!")
    'Anna !'
    """
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if char.isspace() or kind.startswith("Z"):
            kept.append(" ")
        elif kind not in ("Cc", "Cf", "Cs", "Co") or char in JOINERS:  # Cn may be a letter newer than this Python
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))  # last: what went may have stood between a letter and its accent


def as_kept(text: str) -> str:
    """The name of a text: clean, no blanks around it, none doubled; "" where nothing of it can be seen.

    >>> as_kept("  Anna   Maria ")
    'Anna Maria'
    """
    name = " ".join(clean(text).split())
    return name if any(_is_seen(char) for char in name) else ""


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The nickname, with a number when another child has it; capitals do not make a difference.

    >>> free_name("Anna", ["anna", "Anna 2"])
    'Anna 3'
    """
    used = {name.casefold() for name in taken}
    name, n = wanted, 1
    while name.casefold() in used:
        n += 1
        name = f"{wanted} {n}"
    return name


def _is_seen(char: str) -> bool:
    kind = unicodedata.category(char)
    return (kind == "Cn" or kind[0] not in "MCZ") and char not in NO_SIGN
