"""Buttons side by side: the row's width is shared out by what each language's words need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from game.scenes.screen.context import Context
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Box

GAP = 9.0
T = TypeVar("T")


def as_feet_stand(ctx: Context, row: tuple[T, ...]) -> tuple[T, ...]:
    """What is said of the left foot, of both and of the right one, in the order in which a grown-ups' page is laid out
    so that the left one stands left."""
    return row[::-1] if ctx.pictures.appearance.is_rtl else row


def in_a_row(ctx: Context, row: Box, labels: Sequence[str], size: float) -> list[Box]:
    """A button's box for each label in type of that size."""
    return shared_out(row, [ctx.pictures.text_width(label, size, EXTRA_BOLD) for label in labels])


def shared_out(row: Box, needs: Sequence[float]) -> list[Box]:
    """A box for each need side by side in the row, with the same air on both sides of each.

    >>> [(box.x, box.w) for box in shared_out(Box(0, 0, 129, 44), [20, 40])]
    [(0, 50.0), (59.0, 70.0)]
    """
    air = (row.w - GAP * (len(needs) - 1) - sum(needs)) / len(needs)
    boxes, x = [], row.x
    for need in needs:
        boxes.append(Box(x, row.y, need + air, row.h))
        x += need + air + GAP
    return boxes
