"""What a child sees of an exercise: where friend or foot stands, close up or whole, mirrored for the other foot.

The picture is the metronome: a unit's `phase` 0..1 places the clip. Design units.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from game.core.content import Clip, Exercise, Foot, Position, Unit
from game.core.session.pacing import WAY_SECONDS, Stretch, loops_a_beat, next_way, way_at
from game.frozen import dataclass
from game.scenes.screen.context import Context
from game.scenes.session.crawl import BACK, BRIDGES, STEP_BACK, Crawl
from game.scenes.session.underfoot import put_underfoot
from game.ui.art import lens
from game.ui.art.lens import Framing, LensView
from game.ui.art.puppet_view import CoarseView, PuppetView
from game.ui.stage import Frame, Stage
from game.ui.view import DESIGN, Anchor, Box

GROUND = (450, 578)  # where a friend stands beside the lens
SEAT = (470, 584)
LENS = (930, 320)
FIGURE_SCALE = 0.94
TALL = {"forest_walk": (370, 578, 0.74)}  # a rig's ground point and scale where two walk and one is tall
UNDER_WORDS = 118.0  # what reaches higher needs room beside the words
CLOSE_UPS: dict[str, tuple[float, float, float]] = {  # a rig's ground point and scale in the foot theatre
    "foot_side": (270, 556, 0.86),
    "foot_top": (680, 566, 0.64),
    "feet_top": (640, 534, 1.0),
}
DRAWING = (640, 459, 0.52)  # a foot that draws on paper: a large figure, and the cuff above the tray
LEG_ENDS = 704  # y behind the tray of a 16:9 window, where a leg that is seen from above ends
SHEET = Box(330, 128, 640, 474)  # of paper, under a drawing foot
MAT = Box(250, 128, 780, 520)  # under feet that are seen from above and draw nothing
MIRRORS = {"foot_side": Foot.RIGHT, "foot_top": Foot.LEFT}  # drawn as the other foot
FLOOR = "floor"  # the place that is no exercise's own
BIG_PIECES, BIG_SORT = ("hanky", "sock"), "big_sort"  # for houses in which small things may not lie about


@dataclass(frozen=True, slots=True)
class Pose:
    """A puppet's place: ground point and scale in design units."""

    x: float
    y: float
    scale: float
    flip: bool = False


def clips(exercise: Exercise, swapped: frozenset[str] = frozenset(), turn: int = 0) -> tuple[Clip, ...]:
    """The clips a stretch shows. Shapes change with every unit, what is repeated goes from one clip to the next within
    the stretch; things to pick up, and walks, are others in each `turn`."""
    shown = exercise.demonstration
    right, alike = shown.right, tuple(c for c in shown.variants if c.rig == shown.right.rig)
    match exercise.unit:
        case Unit.SHAPES:
            return (right, *(c for c in shown.variants if c.clip != "pencil"))
        case Unit.REPS:
            return (right, *alike)
        case Unit.PIECES:
            row = _large(right) if "small" in swapped and right.rig == "foot_side" else (right, *alike)
            return (row[turn % len(row)],)
        case _:
            row = (right, *alike)
            return (row[turn % len(row)],)


def mistake_beside(ctx: Context, right: Clip, mistake: Clip) -> Clip:
    """The mistake as it is shown beside this way of doing it: with the same rope, where the other ones have stones."""
    wrong = ctx.art.library.rig(right.rig).clips[right.clip].wrong
    return Clip(right.rig, wrong) if wrong else mistake


def with_its_way(ctx: Context, clip: Clip) -> Clip:
    """The same for a window: with what the scene lays on the floor in play, where the rig has it so."""
    return Clip(clip.rig, ctx.art.library.rig(clip.rig).in_window(clip.clip))


def _large(right: Clip) -> tuple[Clip, ...]:
    """What is picked up where a baby lives, instead of small things: sorted where those are sorted."""
    names = (BIG_SORT,) if right.clip == "treasure_sort" else BIG_PIECES
    return tuple(Clip(right.rig, name) for name in names)


def shown_for(exercise: Exercise, own: float, beat: float) -> float | None:
    """Seconds one loop of a clip is shown that takes `own`, where a unit takes `beat`; None where that is its own."""
    if exercise.unit is Unit.SECONDS:
        return None
    shown = beat / loops_a_beat(exercise, own)
    return None if abs(shown - own) < 0.05 else shown


def ways(ctx: Context, clip: Clip) -> tuple[Clip, ...]:
    """The ways of walking a parade is made of; a clip that is no parade is its only one."""
    row = ctx.art.library.rig(clip.rig).clips[clip.clip].seq
    return tuple(Clip(clip.rig, name) for name, _ in row) or (clip,)


def hops(ctx: Context, ways: Sequence[Clip]) -> tuple[Clip, ...]:
    """How the way before becomes each of them; none where there is one alone, or where pictures are calm."""
    if len(ways) < 2 or ctx.art.calm:
        return ()
    rig = ctx.art.library.rig(ways[0].rig)
    names = [rig.hop(before.clip, after.clip) for before, after in zip((ways[-1], *ways), ways)]
    return tuple(Clip(rig.name, name) for name in names) if all(names) else ()


def pose(exercise: Exercise, clip: Clip, foot: Foot | None) -> Pose:
    """Where the clip's puppet stands."""
    flip = foot is not None and MIRRORS.get(clip.rig) is foot
    if exercise.demonstration.close_up:
        x, y, scale = CLOSE_UPS.get(clip.rig, (*GROUND, FIGURE_SCALE))
        if exercise.unit is Unit.SHAPES and clip.rig == "foot_top":
            x, y, scale = DRAWING
        return Pose(DESIGN[0] - x if flip else x, y, scale, flip)
    seat = SEAT if "seat" in clip.rig or "front" in clip.rig else GROUND
    return Pose(*TALL.get(clip.rig, (*seat, FIGURE_SCALE)), flip)


def taller(ctx: Context, rig: str, y: float, scale: float) -> float:
    """Rig units by which a leg that stands at `y` must be seen further up, to come from beyond a high window's edge."""
    if rig != "foot_side":
        return 0.0
    drawn = ctx.art.library.rig(rig)
    top = y - (drawn.origin[1] - drawn.view[1]) * scale
    return max(0.0, math.ceil((top - ctx.pictures.view.visible().y) / scale))


def deeper(ctx: Context, rig: str, y: float, scale: float) -> float:
    """Rig units by which a leg seen from above must be seen further down, to end behind the tray."""
    if rig not in ("foot_top", "feet_top"):
        return 0.0
    drawn, ends = ctx.art.library.rig(rig), LEG_ENDS + ctx.pictures.view.shift(Anchor.BOTTOM)[1]
    return max(0.0, math.ceil((ends - y) / scale + drawn.origin[1] - drawn.view[1] - drawn.view[3]))


def is_from_above(exercise: Exercise) -> bool:
    """Whether feet are seen as who sits there sees them: on a mat, or on paper, on the floor."""
    return exercise.demonstration.close_up and exercise.demonstration.right.rig.endswith("_top")


def place_of(exercise: Exercise) -> str:
    """The place behind the work. Seen from above it is the floor: mat and paper hung on the wall of the room."""
    return FLOOR if is_from_above(exercise) else exercise.demonstration.place


def ground_colour(ctx: Context, place: str) -> str:
    """What feet stand on in a place, as the scenery has it."""
    land = ctx.art.place(place, ctx.is_evening).land
    return land.colour(land.place.feet)


def host(ctx: Context, exercise: Exercise) -> str:
    """The rig of the friend who greets and shows the way: on a chair where the exercise is done on one, since a foot
    close up does not tell."""
    front, seat = (f"{exercise.demonstration.host}_{way}" for way in ("front", "seat"))
    return seat if exercise.position is Position.CHAIR and seat in ctx.art.library.rig_names() else front


def framing(exercise: Exercise) -> Framing | None:
    """The framing of an exercise's own lens."""
    close = exercise.demonstration.lens
    return Framing(close.x, close.y, close.zoom) if close else None


def close_ups(ctx: Context, session: ShownStretch) -> tuple[LensView, ...]:
    """The lens beside the friend, for each clip of its row; none where the foot fills the screen anyway."""
    own = session.exercise.demonstration.lens
    return _lenses(ctx, session, ways(ctx, Clip(own.rig, own.clip))) if own else ()


def _lenses(ctx: Context, session: ShownStretch, clips: Sequence[Clip]) -> tuple[LensView, ...]:
    exercise = session.exercise
    frame = framing(exercise)
    assert frame
    shown = exercise.demonstration.right  # whose moments the lens shows, whatever its own clip takes
    own = ctx.art.library.rig(shown.rig).duration(shown.clip)
    seconds = shown_for(exercise, own, session.beat)

    def pace(clip: Clip) -> float:
        return ctx.art.library.rig(clip.rig).duration(clip.clip) / seconds if seconds else 1.0

    return tuple(
        LensView(
            ctx.art, ctx.pictures, clip.rig, clip.clip, frame, skin=session.skin, pace=pace(clip),
            ground=ground_colour(ctx, exercise.demonstration.place),
            sky=lens.NIGHT_SKY if ctx.is_evening else lens.SKY,
        )
        for clip in clips
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


@dataclass(frozen=True, slots=True)
class WalkedStep:
    """One moment of a walk: which way of walking, `seconds` into it, whether it is still the hop that begins it, its
    picture, and the design units of ground that have passed with that picture since the walk began."""

    way: int
    seconds: float
    is_hop: bool
    frame: Frame
    passed: float


class ExerciseAnimation:
    """The moving picture of one stretch."""

    def __init__(self, session: ShownStretch, turn: int = 0) -> None:
        """`turn` chooses among the clips that come in turn."""
        self.ctx, self.session, self.exercise = session.ctx, session, session.exercise
        self.foot = session.stretch.foot
        self.is_timed = self.exercise.unit is Unit.SECONDS
        self.clips = clips(self.exercise, session.swapped, turn)
        self._turn = turn
        if self.is_timed:
            self.clips = ways(self.ctx, self.clips[0])
        self.poses = tuple(pose(self.exercise, clip, self.foot) for clip in self.clips)
        self.resized()

    def resized(self) -> None:
        """Puppets and lens in the window's size."""
        self.views = tuple(self._view(clip, p) for clip, p in zip(self.clips, self.poses))
        self._lenses = close_ups(self.ctx, self.session)
        leaps = hops(self.ctx, self.clips) if self.is_timed else ()
        self._hops = tuple(self._view(clip, p) for clip, p in zip(leaps, self.poses))
        self._hop_lenses = _lenses(self.ctx, self.session, leaps) if self._lenses else ()
        self._step: tuple[float, WalkedStep] | None = None
        self._is_tall: bool | None = None  # seen in its first frame
        self.crawl = self._crawling(self.views[0], self.poses[0])

    def _crawling(self, bridge: PuppetView, p: Pose) -> Crawl | None:
        if not bridge.advance or STEP_BACK not in bridge.rig.clips:
            return None
        back = self._view(Clip(bridge.rig.name, STEP_BACK), p, BACK * bridge.duration)
        return Crawl(bridge, back, p.scale, p.flip)

    def _view(self, clip: Clip, p: Pose, seconds: float | None = None) -> PuppetView:
        """Its pictures; `seconds` for one loop, where that is not what a unit takes."""
        own = self.ctx.art.library.rig(clip.rig).duration(clip.clip)
        return self.ctx.art.puppet(
            clip.rig, clip.clip, skin=self.session.skin, scale=p.scale, flip=p.flip,
            seconds=seconds or shown_for(self.exercise, own, self.session.beat),
            taller=taller(self.ctx, clip.rig, p.y, p.scale), deeper=deeper(self.ctx, clip.rig, p.y, p.scale),
        )  # fmt: skip

    @property
    def lens(self) -> LensView | None:
        """The lens beside the friend as the stretch begins."""
        return self._lenses[self._lens_of(0)] if self._lenses else None

    def _lens_of(self, i: int) -> int:
        """Which lens belongs to the i-th clip: of walks in turn that of the one shown."""
        return (i if len(self.views) > 1 else self._turn) % len(self._lenses)

    @property
    def is_tall(self) -> bool:
        """Whether hands or horns reach where a name or words would stand."""
        if self._is_tall is None:
            _, (_, top) = self.views[0].at(0.0)
            is_high = self.poses[0].y + top / self.views[0].k < UNDER_WORDS
            self._is_tall = is_high and not self.exercise.demonstration.close_up
        return self._is_tall

    @property
    def is_mirrored(self) -> bool:
        return self.poses[0].flip

    @property
    def draws_on_paper(self) -> bool:
        return self.clips[0].rig == "foot_top" and self.exercise.unit is Unit.SHAPES

    @property
    def stands_on_mat(self) -> bool:
        """Whether it is seen from above, where the room behind would be a wall under the feet."""
        return is_from_above(self.exercise) and not self.draws_on_paper

    @property
    def scroll(self) -> float:
        """Design units of ground a second; 0 where nothing passes."""
        return self.views[0].scroll

    def upcoming(self) -> Iterator[PuppetView]:
        """Its pictures, to be prepared; of a parade those it begins with, for all of them would push each other out."""
        yield from self.views[:1] if self.is_timed else self.views
        if self.crawl and self.session.stretch.amount > BRIDGES:
            yield self.crawl.back
        if self.lens:
            yield self.lens.puppet

    def next_way(self, seconds: float) -> int:
        """Which change of the way of walking comes soon; where none does, the one that was, or 0."""
        return next_way(seconds, len(self.views))

    def sketches(self, change: int) -> Iterator[PuppetView | CoarseView]:
        """The pictures of that change and after it, to be prepared while the way before it is shown."""
        way = change % len(self.views)
        yield from self._hops[way : way + 1]
        yield CoarseView(self.views[way])
        if self._lenses:
            yield from (close.puppet for close in self._hop_lenses[way : way + 1])
            yield CoarseView(self._lenses[self._lens_of(way)].puppet)

    def step(self, seconds: float) -> WalkedStep:
        """The moment of a walk; the same one however often it is asked for."""
        if self._step is None or self._step[0] != seconds:
            gone, into = way_at(seconds, len(self.views))
            way = gone % len(self.views)
            is_hop = gone > 0 and bool(self._hops) and into < self._hops[way].duration
            view = (self._hops if is_hop else self.views)[way]
            frame, passed = (view.frame(into), 0.0) if self.ctx.art.calm else view.walked(into)
            before = sum(self.views[i % len(self.views)].scroll for i in range(gone)) * WAY_SECONDS
            self._step = seconds, WalkedStep(way, into, is_hop, frame, before + passed)
        return self._step[1]

    def draw(self, stage: Stage, units: int, phase: float, seconds: float) -> None:
        """`units` are counted, the present one stands at `phase`; `seconds` of work are gone."""
        if self.is_timed:
            step = self.step(seconds)
            way, p = step.way, self.poses[step.way]
            frames = self.views[way].layers(seconds) if self.ctx.art.calm else (step.frame,)
            put_underfoot(self.ctx, stage, self.views[way], p.x, p.y, step.passed)
            self._put(stage, frames, p.x, p.y)
            if step.is_hop and self._hop_lenses:
                self._put_close(stage, self._hop_lenses[way], lambda close: close.frame(step.seconds))
            else:
                self._put_lens(stage, way, lambda close: close.frame(step.seconds))
            return
        i = self._at(units)
        view, p = self.views[i], self.poses[i]
        at = self.loops(units, phase)
        if self.crawl and i == 0:
            crawled = self.crawl.at(at)
            self._put(stage, crawled.view.layers(seconds, crawled.phase), p.x + crawled.x, p.y)
        else:
            self._put(stage, view.layers(seconds, at % 1.0), p.x, p.y)
        self._put_lens(stage, i, lambda close: close.posed(at % 1.0))

    def loops(self, units: int, phase: float) -> float:
        """How many loops of its clip were shown until then; a unit may be two of them."""
        view = self.views[self._at(units)]
        own = self.ctx.art.library.rig(view.rig.name).duration(view.clip)
        return (units + phase) * loops_a_beat(self.exercise, own)

    def _at(self, units: int) -> int:
        """Which clip the present unit is shown with: shapes change with each, repetitions once on the way."""
        if self.exercise.unit is Unit.REPS:
            return min(len(self.views) - 1, units * len(self.views) // max(1, self.session.stretch.amount))
        return units % len(self.views)

    def _put(self, stage: Stage, frames: tuple[Frame, ...], x: float, y: float) -> None:
        for frame in frames:
            stage.put_frame(frame, x, y)

    def _put_lens(self, stage: Stage, i: int, seen: Callable[[PuppetView], Frame]) -> None:
        """The lens that belongs to the i-th clip."""
        if self._lenses:
            self._put_close(stage, self._lenses[self._lens_of(i)], seen)

    @staticmethod
    def _put_close(stage: Stage, close: LensView, seen: Callable[[PuppetView], Frame]) -> None:
        close.put(stage, seen(close.puppet), *LENS)
