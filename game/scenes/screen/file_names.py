"""The names of all files that are saved for people: what is in them, whose and of which day, in the family's words."""

from __future__ import annotations

import unicodedata

from game.scenes.screen.context import Context

LONGEST = 200  # octets before the ending: what every system takes, with room for the number of a second one
BETWEEN = " - "


def file_name(ctx: Context, kind: str, ending: str, *, nickname: str = "") -> str:
    """A name that may stand on any disk: the game, that the family is a made-up one where it is, the kind in words, the
    child where the file is one child's, and the day. A kind too long for a name is cut."""
    words = ctx.texts
    made_up = words("file_made_up") if ctx.is_demo else ""
    kind = in_file_name(kind)
    while True:
        pieces = (words("file_game"), made_up, kind, in_file_name(nickname), str(ctx.today))
        name = BETWEEN.join(piece for piece in pieces if piece)
        if len(name.encode()) <= LONGEST or not kind:
            return f"{name}.{ending}"
        kind = kind[:-1].rstrip()


def in_file_name(text: str) -> str:
    """Letters, digits, blanks and hyphens; a mark belongs to its letter.

    >>> in_file_name("Heel/toe: over time")
    'Heeltoe over time'
    """
    letters = unicodedata.normalize("NFC", text)
    kept = "".join(c for c in letters if c.isalnum() or c in " -" or unicodedata.category(c).startswith("M"))
    return " ".join(kept.split())
