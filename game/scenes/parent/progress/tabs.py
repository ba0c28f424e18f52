"""The tabs over the figures: the row's width is shared out by what each language's words need."""

from __future__ import annotations

from game.scenes.screen.context import Context
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button

NAMES = {"days": "progress_days", "exercises": "progress_exercises", "feet": "function_tab", "journey": "journey_tab"}
ROW, ROW_UNDER_CARDS = Box(430, 276, 366, 44), Box(384, 376, 296, 44)
BESIDE_CARDS = ("days", "exercises", "feet")  # what has room while what waits stands on top
GAP, SIZE = 8.0, 18


def tabs(ctx: Context, chosen: str, under_cards: bool) -> tuple[Widget, ...]:
    """A button for each, the one whose figures are shown pressed in."""
    names = BESIDE_CARDS if under_cards else tuple(NAMES)
    words = [ctx.texts(NAMES[name]) for name in names]
    boxes = shared_out(ROW_UNDER_CARDS if under_cards else ROW, [_width(ctx, word) for word in words])
    return tuple(
        button(f"tab-{name}", box, word, "on" if name == chosen else "plain", size=SIZE)
        for name, word, box in zip(names, words, boxes, strict=True)
    )


def shared_out(row: Box, needs: list[float]) -> list[Box]:
    """A box for each need side by side in the row, with the same air on both sides of each.

    >>> [(box.x, box.w) for box in shared_out(Box(0, 0, 128, 44), [20, 40])]
    [(0, 50.0), (58.0, 70.0)]
    """
    air = (row.w - GAP * (len(needs) - 1) - sum(needs)) / len(needs)
    boxes, x = [], row.x
    for need in needs:
        boxes.append(Box(x, row.y, need + air, row.h))
        x += need + air + GAP
    return boxes


def _width(ctx: Context, word: str) -> float:
    return ctx.pictures.text_width(word, SIZE, EXTRA_BOLD)
