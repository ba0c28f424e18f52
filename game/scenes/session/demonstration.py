"""What a child sees of an exercise: where friend or foot stands, close up or whole, mirrored for the other foot.

The picture is the metronome: a unit's `phase` 0..1 places the clip. Design units.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from game.core.content import Clip, Exercise, Foot, Unit
from game.core.session.pacing import Stretch, loops_a_beat
from game.scenes.screen.context import Context
from game.ui import lens
from game.ui.lens import Framing, LensView
from game.ui.puppet_view import PuppetView
from game.ui.stage import Stage
from game.ui.view import DESIGN, Box

GROUND = (450, 578)  # where a friend stands beside the lens
SEAT = (470, 584)
LENS = (930, 306)
FIGURE_SCALE = 0.94
CLOSE_UPS: dict[str, tuple[float, float, float]] = {  # a rig's ground point and scale in the foot theatre
    "foot_side": (262, 556, 0.86),
    "foot_top": (680, 566, 0.64),
    "feet_top": (640, 552, 1.0),
}
SHEET = Box(330, 146, 640, 456)  # of paper, under a drawing foot
MIRRORS = {"foot_side": Foot.RIGHT, "foot_top": Foot.LEFT}  # drawn as the other foot
CRAWL_STARTS = 150  # ground point of the caterpillar's first bridge
CRAWLS = 6  # bridges until it starts at the edge again
BIG_PIECE = "hanky"  # the clip for houses in which small things may not lie about


@dataclass(frozen=True, slots=True)
class Pose:
    """A puppet's place: ground point and scale in design units."""

    x: float
    y: float
    scale: float
    flip: bool = False


def clips(exercise: Exercise, swapped: frozenset[str] = frozenset()) -> tuple[Clip, ...]:
    """The clips a stretch shows in turn, a unit each: shapes change, everything else repeats its own."""
    shown = exercise.demonstration
    if exercise.unit is Unit.SHAPES:
        return (shown.right, *(c for c in shown.variants if c.clip != "pencil"))
    if "small" in swapped and shown.right.rig == "foot_side":
        return (Clip("foot_side", BIG_PIECE),)
    return (shown.right,)


def pose(exercise: Exercise, clip: Clip, foot: Foot | None) -> Pose:
    """Where the clip's puppet stands."""
    flip = foot is not None and MIRRORS.get(clip.rig) is foot
    if exercise.demonstration.close_up:
        x, y, scale = CLOSE_UPS.get(clip.rig, (*GROUND, FIGURE_SCALE))
        return Pose(DESIGN[0] - x if flip else x, y, scale, flip)
    x, y = SEAT if "seat" in clip.rig or "front" in clip.rig else GROUND
    return Pose(x, y, FIGURE_SCALE, flip)


def taller(ctx: Context, rig: str, y: float, scale: float) -> float:
    """Rig units by which a leg that stands at `y` must be seen further up, to come from beyond a high window's edge."""
    if rig != "foot_side":
        return 0.0
    drawn = ctx.art.library.rig(rig)
    top = y - (drawn.origin[1] - drawn.view[1]) * scale
    return max(0.0, math.ceil((top - ctx.pictures.view.visible().y) / scale))


def ground_colour(ctx: Context, place: str) -> str:
    """What feet stand on in a place, as the scenery has it."""
    land = ctx.art.place(place, ctx.is_evening).land
    return land.colour(land.place.feet)


def framing(exercise: Exercise) -> Framing | None:
    """The framing of an exercise's own lens."""
    close = exercise.demonstration.lens
    return Framing(close.x, close.y, close.zoom) if close else None


def close_up(ctx: Context, session: ShownStretch) -> LensView | None:
    """The lens beside the friend; None where the foot fills the screen anyway."""
    exercise = session.exercise
    own, frame = exercise.demonstration.lens, framing(exercise)
    if own is None or frame is None:
        return None
    return LensView(
        ctx.art, ctx.pictures, own.rig, own.clip, frame, ground=ground_colour(ctx, exercise.demonstration.place),
        sky=lens.NIGHT_SKY if ctx.is_evening else lens.SKY, skin=session.skin,
    )  # fmt: skip


class ShownStretch(Protocol):
    """What the picture of a stretch asks of the session it belongs to, or of whoever only looks."""

    @property
    def ctx(self) -> Context: ...

    @property
    def exercise(self) -> Exercise: ...

    @property
    def stretch(self) -> Stretch: ...

    @property
    def swapped(self) -> frozenset[str]: ...

    @property
    def beat(self) -> float: ...

    @property
    def skin(self) -> int: ...


class ExerciseAnimation:
    """The moving picture of one stretch."""

    def __init__(self, session: ShownStretch) -> None:
        self.ctx, self.session, self.exercise = session.ctx, session, session.exercise
        self.foot = session.stretch.foot
        self.clips = clips(self.exercise, session.swapped)
        self.poses = tuple(pose(self.exercise, clip, self.foot) for clip in self.clips)
        self.resized()

    def resized(self) -> None:
        """Puppets and lens in the window's size."""
        self.views = tuple(self._view(clip, p) for clip, p in zip(self.clips, self.poses))
        self.lens = close_up(self.ctx, self.session)

    def _view(self, clip: Clip, p: Pose) -> PuppetView:
        own = self.ctx.art.library.rig(clip.rig).duration(clip.clip)
        if self.exercise.unit is Unit.SECONDS:
            shown_for = own
        else:
            shown_for = self.session.beat / loops_a_beat(self.exercise, own)
        return self.ctx.art.puppet(
            clip.rig, clip.clip, skin=self.session.skin, scale=p.scale, flip=p.flip,
            seconds=None if abs(shown_for - own) < 0.05 else shown_for,
            taller=taller(self.ctx, clip.rig, p.y, p.scale),
        )  # fmt: skip

    @property
    def is_mirrored(self) -> bool:
        return self.poses[0].flip

    @property
    def draws_on_paper(self) -> bool:
        return self.clips[0].rig == "foot_top" and self.exercise.unit is Unit.SHAPES

    @property
    def scroll(self) -> float:
        """Design units of ground a second; 0 where nothing passes."""
        return self.views[0].scroll

    def upcoming(self) -> Iterator[PuppetView]:
        """Its pictures, to be prepared."""
        yield from self.views
        if self.lens:
            yield self.lens.puppet

    def draw(self, stage: Stage, units: int, phase: float, seconds: float) -> None:
        """`units` are counted, the present one stands at `phase`; `seconds` of work are gone."""
        i = units % len(self.views)
        view, p = self.views[i], self.poses[i]
        close = self.lens and self.lens.puppet
        if self.exercise.unit is Unit.SECONDS:
            frames, x = view.layers(seconds), p.x
            seen = close and close.frame(seconds)
        else:
            loops = loops_a_beat(self.exercise, self.ctx.art.library.rig(view.rig.name).duration(view.clip))
            at = (units + phase) * loops
            frames, seen = view.layers(seconds, at % 1.0), close and close.posed(at % 1.0)
            x = p.x + self._crawled(view, int(at))
        for frame in frames:
            stage.put_frame(frame, x, p.y)
        if self.lens and seen:
            stage.put(self.lens.of(seen), *stage.view.pixel(LENS[0] - self.lens.radius, LENS[1] - self.lens.radius))

    def _crawled(self, view: PuppetView, loops: int) -> float:
        """How far a crawling foot has come."""
        if not view.advance:
            return 0.0
        way = (loops % CRAWLS) * view.advance - (CLOSE_UPS["foot_side"][0] - CRAWL_STARTS)
        return -way if view.flip else way
