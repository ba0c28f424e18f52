"""Which foot hurt, asked wherever pain is told: three buttons with a key each, one press, and no answer is one too."""

from __future__ import annotations

from game.core.content import Side
from game.scenes.parent.grade_keys import FOOT_KEYS
from game.scenes.screen.button_row import as_feet_stand, in_a_row
from game.scenes.screen.context import Context
from game.ui.view import Box
from game.ui.widgets import Widget, button

SIDE_WORDS = {Side.LEFT: "pain_left", Side.BOTH: "pain_both", Side.RIGHT: "pain_right_foot"}  # as the feet stand


def foot_buttons(ctx: Context, row: Box, chosen: Side | None, size: float, about: str = "") -> tuple[Widget, ...]:
    """Left, both and right, as the feet stand; `about` is what their names end with, on a page that asks more than
    once: no key could say there which is meant."""
    sides = as_feet_stand(ctx, tuple(SIDE_WORDS))
    names = [ctx.texts(SIDE_WORDS[side]) for side in sides]
    return tuple(
        button(
            f"side-{side.value}{about}", at, name, "on" if side is chosen else "plain", size=size,
            keys="" if about else FOOT_KEYS[side], shows_key=True,
        )
        for side, name, at in zip(sides, names, in_a_row(ctx, row, names, size), strict=True)
    )  # fmt: skip
