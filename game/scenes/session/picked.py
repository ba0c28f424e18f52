"""What was picked up stays picked up: it heaps in its box or bowl, each thing as it was when it lay on the floor.

A box and its things are drawn over the puppet's picture, the box's front last, so that they lie in it. Design units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.content import Clip
from game.scenes.screen.context import Context
from game.scenes.session.demonstration import Pose, ways
from game.ui.paper import Paper
from game.ui.view import Box

THING = 58.0  # width of a thing in a heap
# Where things of a heap lie, from the middle of the rim: the lowest first; more than these are under them.
PLACES = ((-30.0, -5.0), (28.0, -3.0), (0.0, -12.0), (-16.0, -24.0), (18.0, -26.0), (2.0, -36.0))
TURNS = (-8, 12, 4, 16, -14, 0)  # degrees
BRICKS = tuple(f"props/brick_{colour}" for colour in ("red", "blue", "yellow"))
RIMS = {"box_f": 0.37, "bowl1_f": 0.35, "bowl2_f": 0.35}  # of the height of a vessel's front, from above
FALLS_INTO = {"treasure_star": "bowl1_f", "treasure_acorn": "bowl2_f", "sort_sock": "bowl1_f", "sort_hanky": "bowl2_f"}


@dataclass(frozen=True, slots=True)
class Heap:
    """One box or bowl: the drawing of its front, its middle, width and rim, and the pictures of what lies in it."""

    front: str
    x: float
    y: float
    w: float
    rim: float
    things: tuple[str, ...]

    @property
    def box(self) -> Box:
        return Box(self.x - self.w / 2 - 30, self.rim - 90, self.w + 60, self.y - self.rim + 190)


def things(ctx: Context, clips: Sequence[Clip]) -> tuple[str, ...]:
    """What the clips pick up, one after another, as it lies on the floor; else bricks."""
    seen = (_thing(ctx, way) for clip in clips for way in ways(ctx, clip))
    return tuple(filter(None, seen)) or BRICKS


def _thing(ctx: Context, clip: Clip) -> str:
    lying = ctx.art.laid(clip.rig, clip.clip, "lying")
    return lying.drawing if lying else ""


def heaps(ctx: Context, clips: Sequence[Clip], place: Pose, done: int) -> tuple[Heap, ...]:
    """The boxes and bowls with what is in them after `done` pieces; those that are empty are the puppet's own."""
    row = [way for clip in clips for way in ways(ctx, clip)]
    fallen: dict[str, list[str]] = {}
    for i in range(done):
        way = row[i % len(row)]
        fallen.setdefault(FALLS_INTO.get(way.clip, "box_f"), []).append(_thing(ctx, way))
    found = (_heap(ctx, row[0], name, place, tuple(inside)) for name, inside in fallen.items())
    return tuple(sorted(filter(None, found), key=lambda heap: heap.y))  # what stands further away is drawn first


def _heap(ctx: Context, clip: Clip, name: str, place: Pose, inside: tuple[str, ...]) -> Heap | None:
    front = ctx.art.laid(clip.rig, clip.clip, name)
    if front is None:
        return None
    k, aside = place.scale, front.x * place.scale
    x, top = place.x + (-aside if place.flip else aside), place.y + front.top * k
    return Heap(front.drawing, x, top + front.h * k / 2, front.w * k, top + RIMS[name] * front.h * k, inside)


def paint(paper: Paper, heap: Heap, is_mirrored: bool) -> None:
    """The things, and the front of their box over them."""
    for i, thing in enumerate(heap.things[-len(PLACES) :]):
        dx, dy = PLACES[i]
        k = heap.w / 240  # a box's own width, nearly: in a bowl they lie closer
        paper.part(thing, heap.x + dx * k, heap.rim + dy * k, THING, turn=TURNS[i], shadow=0)
    paper.part(heap.front, heap.x, heap.y, heap.w, shadow=0, flip=is_mirrored)
