"""What of a name may stand in a file's name, on any system."""

from __future__ import annotations

import unicodedata


def in_file_name(text: str) -> str:
    """Letters, digits, blanks and hyphens; a mark belongs to its letter.

    >>> in_file_name("Heel/toe: over time")
    'Heeltoe over time'
    """
    return "".join(c for c in text if c.isalnum() or c in " -" or unicodedata.category(c).startswith("M")).strip()
