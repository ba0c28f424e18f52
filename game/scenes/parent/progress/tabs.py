"""The tabs over the figures: the row's width is shared out by what each language's words need."""

from __future__ import annotations

from game.scenes.screen.button_row import in_a_row
from game.scenes.screen.context import Context
from game.ui.view import Box
from game.ui.widgets import Widget, button

NAMES = {"days": "progress_days", "exercises": "progress_exercises", "feet": "function_tab", "journey": "journey_tab"}
ROW, ROW_UNDER_CARDS = Box(424, 276, 372, 44), Box(384, 376, 296, 44)
BESIDE_CARDS = ("days", "exercises", "feet")  # what has room while what waits stands on top
SIZE = 17


def tabs(ctx: Context, chosen: str, under_cards: bool) -> tuple[Widget, ...]:
    """A button for each, the one whose figures are shown pressed in."""
    names = BESIDE_CARDS if under_cards else tuple(NAMES)
    words = [ctx.texts(NAMES[name]) for name in names]
    boxes = in_a_row(ctx, ROW_UNDER_CARDS if under_cards else ROW, words, SIZE)
    return tuple(
        button(f"tab-{name}", box, word, "on" if name == chosen else "plain", size=SIZE)
        for name, word, box in zip(names, words, boxes, strict=True)
    )
