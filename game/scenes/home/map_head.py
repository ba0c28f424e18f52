"""The map's head: sun and moon, whose map it is, days and stars, and a strip for the grown-up."""

from __future__ import annotations

from game.core.content import Slot
from game.scenes.home.map_state import MapState, is_near_bedtime
from game.scenes.home.sun_and_moon import paint_slot
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.context import Context
from game.ui import theme
from game.ui.paper import Paper
from game.ui.view import Box

SLOTS = {Slot.MORNING: (82.0, 82.0), Slot.EVENING: (214.0, 82.0)}
SLOT_RADIUS = 54
ME, ME_RADIUS = (606.0, 82.0), 50
DAYS, STARS = Box(846, 30, 176, 96), Box(1046, 30, 200, 96)
STRIP = Box(240, 150, 490, 46)


def paint_head(paper: Paper, ctx: Context, state: MapState) -> None:
    """Everything above the path."""
    for slot, at in SLOTS.items():
        ring = theme.SUN if slot is state.slot else theme.PANEL
        paint_slot(paper, slot, *at, SLOT_RADIUS, ring, state.is_done(slot))
    paper.disc(*ME, ME_RADIUS, theme.ANIMALS[state.child.animal], ring=theme.PANEL)
    paper.part(f"cast/{state.child.animal}", ME[0], ME[1] - 2, 76, shadow=0)
    paper.disc(ME[0] - 36, ME[1] + 34, 20, theme.CORAL, "icons/back", 28, lip_depth=3)
    if state.days:
        _paint_counter(paper, DAYS, "icons/step_on", ctx.texts.number(state.days))
    if state.days and state.has_stars:
        _paint_counter(paper, STARS, "icons/star", ctx.texts.number(state.child.stars))
    if state.is_strong:
        paper.panel(Box(452, 150, 280, 64), radius=32, lip_depth=6)
        paper.text(ctx.texts("map_strong"), 32, 592, 181, width=240)
    elif is_near_bedtime(ctx, state):
        paint_strip(paper, STRIP, ctx.texts("map_bedtime"), 18)


def _paint_counter(paper: Paper, box: Box, icon: str, count: str) -> None:
    left = box.x + 48
    paper.panel(Box(box.x, box.y + 4, box.w, 88), radius=44)
    paper.part(icon, left, 78, 66, shadow=0)
    paper.text(count, 46, (left + 33 + box.right - 12) / 2, 78, width=box.right - left - 51)
