"""The one way to the next sheet of a list that does not fit: every grown-ups' page has the same button."""

from __future__ import annotations

from game.scenes.screen.outside import TextSource
from game.ui.view import Box
from game.ui.widgets import Widget, button


def pager(words: TextSource, name: str, box: Box, sheet: int, sheets: int) -> Widget:
    """The button to the sheet after `sheet` (0 is the first) of `sheets`; after the last comes the first."""
    is_last = sheet + 1 >= sheets
    label = words("screen_first_page" if is_last else "screen_next_page")
    where = words("screen_of", n=sheet + 1, all=sheets)
    return button(name, box, label, glyph="undo" if is_last else "next", size=17, sub=where)
