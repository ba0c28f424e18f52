"""What was picked up stays picked up: it heaps in its box or bowl, each thing as it was when it lay on the floor.

A box and its things are drawn over the puppet's picture, the box's front last, so that they lie in it. Design units.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Clip
from game.frozen import dataclass
from game.scenes.screen.context import Context
from game.scenes.session.demonstration import Pose, ways
from game.ui.art.puppet_part import LaidPart
from game.ui.paper import Paper
from game.ui.view import Box

WIDEST = 0.5  # of a vessel's width: two things lie in it side by side, and what is soft crumples
# Where things of a heap lie, from the middle of the rim, in widths of one: the first where it fell, the lowest before
# those on top; more than these are under them.
PLACES = ((0.06, -0.02), (-0.42, 0.0), (0.41, -0.02), (-0.24, -0.34), (0.3, -0.36), (0.02, -0.56))
TURNS = (-8, 12, 4, 16, -14, 0)  # degrees
BRICKS = tuple(f"props/brick_{colour}" for colour in ("red", "blue", "yellow"))
RIMS = {"box_f": 0.37, "bowl1_f": 0.35, "bowl2_f": 0.35}  # of the height of a vessel's front, from above
FALLS_INTO = {"treasure_star": "bowl1_f", "treasure_acorn": "bowl2_f", "sort_sock": "bowl1_f", "sort_hanky": "bowl2_f"}


@dataclass(frozen=True, slots=True)
class Heap:
    """One box or bowl: the drawing of its front, its middle, width and rim, the pictures of what lies in it, and how
    wide one of them is."""

    front: str
    x: float
    y: float
    w: float
    rim: float
    things: tuple[str, ...]
    thing_w: float

    @property
    def box(self) -> Box:
        above = 1.2 * self.thing_w
        return Box(self.x - self.w / 2 - 30, self.rim - above, self.w + 60, self.y - self.rim + above + 100)


def things(ctx: Context, clips: Sequence[Clip]) -> tuple[str, ...]:
    """What the clips pick up, one after another, as it lies on the floor; else bricks."""
    seen = (_thing(ctx, way) for clip in clips for way in ways(ctx, clip))
    return tuple(filter(None, seen)) or BRICKS


def _thing(ctx: Context, clip: Clip) -> str:
    lying = _lying(ctx, clip)
    return lying.drawing if lying else ""


def _lying(ctx: Context, clip: Clip) -> LaidPart | None:
    return ctx.art.laid(clip.rig, clip.clip, "lying")


def heaps(ctx: Context, clips: Sequence[Clip], place: Pose, done: int) -> tuple[Heap, ...]:
    """The boxes and bowls with what is in them after `done` pieces; those that are empty are the puppet's own."""
    row = [way for clip in clips for way in ways(ctx, clip)]
    fallen: dict[str, list[str]] = {}
    for i in range(done):
        way = row[i % len(row)]
        fallen.setdefault(FALLS_INTO.get(way.clip, "box_f"), []).append(_thing(ctx, way))
    found = (_heap(ctx, row, name, place, tuple(inside)) for name, inside in fallen.items())
    return tuple(sorted(filter(None, found), key=lambda heap: heap.y))  # what stands further away is drawn first


def _heap(ctx: Context, row: Sequence[Clip], name: str, place: Pose, inside: tuple[str, ...]) -> Heap | None:
    front = ctx.art.laid(row[0].rig, row[0].clip, name)
    if front is None:
        return None
    k, aside = place.scale, front.x * place.scale
    x, top = place.x + (-aside if place.flip else aside), place.y + front.top * k
    own = next((lying.w for way in row if (lying := _lying(ctx, way)) and lying.drawing == inside[0]), 0.0)
    wide, rim = front.w * k, top + RIMS[name] * front.h * k
    return Heap(front.drawing, x, top + front.h * k / 2, wide, rim, inside, min(own * k, WIDEST * wide))


def paint(paper: Paper, heap: Heap, is_mirrored: bool) -> None:
    """The things, and the front of their box over them."""
    for i, thing in enumerate(heap.things[-len(PLACES) :]):
        dx, dy = PLACES[i]
        wide = heap.thing_w
        paper.part(thing, heap.x + dx * wide, heap.rim + dy * wide, wide, turn=TURNS[i], shadow=0)
    paper.part(heap.front, heap.x, heap.y, heap.w, shadow=0, flip=is_mirrored)
