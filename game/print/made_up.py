"""The mark of a made-up family on each of its sheets: a page that was saved is found again without the game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.print.sheet import Sheet
from game.print.typeset import Setting, Type

LETTERS = Setting(8, "#5B5249")
ABOVE_END = 16.0  # points from the paper's lower end, below what the sheets hold and where most printers still print


def marked(sheets: Sequence[Sheet], type_: Type, note: str) -> tuple[Sheet, ...]:
    """The sheets with the note in the middle of their lower edge; without one ("") as they are."""
    if not note:
        return tuple(sheets)
    return tuple(
        replace(
            sheet,
            marks=(*sheet.marks, type_.line(note, sheet.width / 2, sheet.height - ABOVE_END, LETTERS, align="c")),
        )
        for sheet in sheets
    )
