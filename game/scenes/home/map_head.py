"""The map's head: sun and moon, two short ways, whose map it is, and a strip for the grown-up."""

from __future__ import annotations

from game.core.content import Slot
from game.scenes.home.map_state import MapState, is_near_bedtime
from game.scenes.home.sun_and_moon import paint_slot
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.context import Context
from game.ui import theme
from game.ui.paper import Paper
from game.ui.view import Anchor, Box, Point

# From left to right, no two touching: RIM is of the paper about a disc.
RIM = 12
HEAD = Anchor.TOP_LEFT  # all of it keeps to that corner
SLOTS = {Slot.MORNING: (76.0, 82.0), Slot.EVENING: (206.0, 82.0)}
SLOT_RADIUS = 48
ME, ME_RADIUS = (630.0, 82.0), 48
OUTING, OUTING_RADIUS = (746.0, 82.0), 48
# Two short ways: what each is called, where its sign stands, and what is drawn on it.
SIGNS = {
    "two_minutes": (Box(272, 34, 143, 96), "map/trail_few", "label_two_minutes"),
    "one": (Box(421, 34, 143, 96), "map/trail_one", "label_one_only"),
}
SIGN_WIDE = 132
STRIP, STRONG = Box(240, 150, 490, 46), Box(452, 150, 280, 64)


def paint_head(paper: Paper, ctx: Context, state: MapState) -> None:
    """Everything above the path."""
    for slot, at in SLOTS.items():
        ring = theme.SUN if slot is state.slot else theme.PANEL
        paint_slot(paper, slot, *_in_corner(paper, at), SLOT_RADIUS, ring, state.is_done(slot))
    x, y = _in_corner(paper, ME)
    paper.disc(x, y, ME_RADIUS, theme.ANIMALS[state.child.animal], ring=theme.PANEL)
    paper.part(f"cast/{state.child.animal}", x, y - 2, 73, shadow=0)
    paper.disc(x - 36, y + 34, 20, theme.CORAL, "icons/back", 28, lip_depth=3)
    if not state.card:
        for sign, (box, part, _) in SIGNS.items():
            if state.has_short_way(sign):
                _paint_sign(paper, paper.view.anchored(box, HEAD), part)
    if state.is_strong:
        plate = paper.view.anchored(STRONG, HEAD)
        paper.panel(plate, radius=32, lip_depth=6)
        paper.text(ctx.texts("map_strong"), 32, plate.centre[0], plate.y + 31, width=240)
    elif is_near_bedtime(ctx, state):
        paint_strip(paper, paper.view.anchored(STRIP, HEAD), ctx.texts("map_bedtime"), 18)


def _paint_sign(paper: Paper, box: Box, part: str) -> None:
    """A short way: so many steps and the tent."""
    paper.part(part, box.centre[0], box.centre[1], SIGN_WIDE, shadow=80, blur=9, dy=5)


def _in_corner(paper: Paper, at: Point) -> Point:
    dx, dy = paper.view.shift(HEAD)
    return at[0] + dx, at[1] + dy
