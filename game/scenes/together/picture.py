"""The shared picture as it is seen: a place of the trail, and in it the small things that were played for."""

from __future__ import annotations

from game.core.session.shared_picture import THINGS, SharedPicture, done_together, shared_picture
from game.frozen import dataclass
from game.scenes.screen.context import Context
from game.ui.paper import Paper

# What comes into each place, in turn.
ROWS = {
    "meadow": ("bg/flower", "bg/mushroom", "bg/flower_coral", "bg/snail", "bg/flower", "bg/hedgehog"),
    "brook": ("bg/lily", "bg/lily_pad", "bg/dragonfly", "bg/lily", "bg/butterfly_blue", "bg/lily_pad"),
    "wood": ("bg/fern", "bg/mushrooms", "bg/hedgehog", "bg/flower_coral", "bg/mushroom", "bg/snail"),
    "beach": ("bg/shell", "bg/starfish", "bg/crab", "bg/bucket", "bg/shell", "bg/sandcastle"),
    "ice": ("bg/ice_block", "bg/snowman", "bg/flag", "bg/pine_snow", "bg/sled", "bg/igloo"),
}  # fmt: skip
GOLDEN = 0.618  # of a turn: no two neighbours in time are neighbours in place
LEFT, WIDE, TOP, DEEP = 44, 1192, 452, 216  # where the ground is, design units
LARGEST = 104


@dataclass(frozen=True, slots=True)
class Thing:
    """Where a thing stands (its foot, design units), how wide it is, and what it is."""

    x: float
    y: float
    size: float
    part: str


def things(picture: SharedPicture) -> list[Thing]:
    """Those in the picture, the first one first; further up is further away, and smaller."""
    row = ROWS[picture.place]
    out = []
    for i in range(picture.things):
        near = ((i * 7) % THINGS) / (THINGS - 1)
        x = LEFT + WIDE * ((0.12 + i * GOLDEN) % 1.0)
        out.append(Thing(x, TOP + DEEP * near, LARGEST * (0.55 + 0.45 * near), row[i % len(row)]))
    return out


def present(ctx: Context) -> SharedPicture:
    """The family's picture now."""
    return shared_picture(done_together(ctx.family))


def paint_picture(paper: Paper, ctx: Context, picture: SharedPicture | None = None) -> None:
    """Place and things over the whole window: scenery, like a place of the trail."""
    picture = picture or present(ctx)
    scenery = ctx.art.place(picture.place, ctx.is_evening).still(paper.view.size).copy()
    sheet = Paper(scenery, ctx.pictures, paper.view)
    for thing in sorted(things(picture), key=lambda t: t.y):
        sheet.part(thing.part, thing.x, thing.y - thing.size * 0.4, thing.size, shadow=40)
    paper.backdrop(scenery)
