"""What of a name may stand in a file's name, on any system."""

from __future__ import annotations

import unicodedata


def in_file_name(text: str) -> str:
    """Letters, digits, blanks and hyphens; a mark belongs to its letter.

    >>> in_file_name("Heel/toe: over time")
    'Heeltoe over time'
    """
    return "".join(c for c in text if c.isalnum() or c in " -" or unicodedata.category(c).startswith("M")).strip()


def name_for_child(about: str, nickname: str, ending: str) -> str:
    """A file of one child's, told from those of the others; without a name where nothing of it may stand there.

    >>> name_for_child("barefoot-trail-cards", "Anna Maria", "pdf")
    'barefoot-trail-cards-Anna-Maria.pdf'
    """
    pieces = (about, *in_file_name(nickname).replace("-", " ").split())
    return f"{'-'.join(pieces)}.{ending}"
