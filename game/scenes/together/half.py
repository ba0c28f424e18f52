"""One half of the picture while two play: a friend at one child's exercise, and the foot seen close. Design units.

The second half is the first one's mirror, so that both look into the middle. Who walks goes to and fro in his half;
who is done stands still there and claps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from game.core.content import Clip, Exercise, Foot, Position, Unit
from game.core.session.pacing import Stretch, loops_a_beat, next_way, way_at
from game.scenes.screen.context import Context
from game.scenes.screen.moving_screen import LiveScreen, shadowed
from game.scenes.session import picked
from game.scenes.session.demonstration import (
    MIRRORS,
    clips,
    framing,
    ground_colour,
    hops,
    shown_for,
    ways,
    with_its_way,
)  # fmt: skip
from game.scenes.session.session import RunningSession
from game.scenes.session.underfoot import put_underfoot
from game.ui.art import lens
from game.ui.art.lens import Framing, LensView, fitted
from game.ui.art.puppet_view import CoarseView, PuppetView
from game.ui.stage import Frame, Stage
from game.ui.view import DESIGN, Box

MIDDLE = 300  # x of the first half's middle
ALONE, BESIDE, BEHIND = (312, 366, 190), (438, 256, 108), (128, 334, 104)  # the lens: x, y, radius
GROUND = 592
SEAT_X, LONG_X, SEAT_SCALE = 249, 322, 0.72  # who lies or has the legs stretched out takes more room
REACH, WIDE_X, WIDE_SCALE = 50, 258, 0.64  # for who sits and moves a foot by more rig units to a side
WALK, WALK_SCALE = (308.0, 426.0), 0.47  # from where to where a walker goes
FRIEND_SCALE = 0.62
FIRST, SECOND = 0, 1


class Half:
    """`side` is FIRST (left) or SECOND; `beat` the seconds of one unit as both count. `stretch` None: nothing to do."""

    def __init__(
        self, session: RunningSession, side: int, exercise: Exercise, stretch: Stretch | None, beat: float
    ) -> None:  # fmt: skip
        self.session, self.side, self.exercise, self.stretch, self.beat = session, side, exercise, stretch, beat
        self.clips = clips(exercise, session.swapped, session.turn if stretch else 0)
        if exercise.unit is Unit.SECONDS:
            self.clips = ways(session.ctx, self.clips[0])
        self.resized()

    @property
    def ctx(self) -> Context:
        return self.session.ctx

    @property
    def host(self) -> str:
        return self.exercise.demonstration.host

    @property
    def foot(self) -> Foot | None:
        return self.stretch.foot if self.stretch else None

    @property
    def things(self) -> tuple[str, ...]:
        """What is picked up, one after another."""
        return picked.things(self.ctx, self.clips) if self.exercise.unit is Unit.PIECES else ()

    @property
    def is_walk(self) -> bool:
        return self.exercise.position in (Position.WALKING, Position.OUTDOORS)

    def x(self, x: float) -> float:
        """A place of the first half, in this one."""
        return x if self.side == FIRST else DESIGN[0] - x

    # ---------------------------------------------------------------- pictures
    def resized(self) -> None:
        """Puppet and lens in the window's size."""
        shown = self.exercise.demonstration
        self.lens_at = ALONE if shown.close_up else BEHIND if self.is_walk else BESIDE
        self.figures = () if shown.close_up else tuple(map(self._figure, self._row()))
        self.hops = tuple(map(self._figure, hops(self.ctx, self._row())))
        self._prepared_way = 0  # changes of the way of walking whose pictures were begun
        self.__dict__.pop("lenses", None)

    @cached_property
    def lenses(self) -> tuple[LensView, ...]:
        """The windows; fitting them takes pictures, so they come with the first drawing."""
        return self._closes() if self.exercise.demonstration.close_up else self._own_lens()

    def _row(self) -> tuple[Clip, ...]:
        """The clips a figure is shown with: of what is timed the ways of a parade, else the first."""
        return self.clips if self.exercise.unit is Unit.SECONDS else self.clips[:1]

    def _figure(self, clip: Clip) -> tuple[PuppetView, ...]:
        """The friend as he looks into the middle, and a walker back as well."""
        into = self.side == SECOND
        return tuple(self._looking(clip, flip) for flip in ((into, not into) if self.is_walk else (into,)))

    def _looking(self, clip: Clip, flip: bool) -> PuppetView:
        scale = WALK_SCALE if self.is_walk else self._seat[1]
        return self.ctx.art.puppet(
            clip.rig, clip.clip, skin=self.session.child.skin, scale=scale, flip=flip,
            seconds=self._shown_for(clip.rig, clip.clip),
        )  # fmt: skip

    def _shown_for(self, rig: str, clip: str) -> float | None:
        """Seconds one loop is shown, where that is not the clip's own time."""
        own = self.ctx.art.library.rig(rig).duration(clip)
        return shown_for(self.exercise, own, self.beat)

    def _pace(self, rig: str, clip: str) -> float:
        """How much of a close-up's own time passes in a second."""
        own = self.ctx.art.library.rig(rig).duration(clip)
        return own / (self._shown_for(rig, clip) or own)

    def _closes(self) -> tuple[LensView, ...]:
        """The foot itself, one window for each clip."""
        r = self.lens_at[2]
        shown = tuple(with_its_way(self.ctx, clip) for clip in self.clips)
        frame = fitted(self.ctx.art, shown[0].rig, tuple(clip.clip for clip in shown), r)
        return tuple(self._window(clip.rig, clip.clip, frame) for clip in shown)

    def _own_lens(self) -> tuple[LensView, ...]:
        own, frame = self.exercise.demonstration.lens, framing(self.exercise)
        if own is None or frame is None:
            return ()
        small = Framing(frame.x, frame.y, frame.zoom * self.lens_at[2] / lens.RADIUS)
        return tuple(self._window(clip.rig, clip.clip, small) for clip in ways(self.ctx, Clip(own.rig, own.clip)))

    def _window(self, rig: str, clip: str, frame: Framing) -> LensView:
        return LensView(
            self.ctx.art, self.ctx.pictures, rig, clip, frame, radius=self.lens_at[2],
            ground=ground_colour(self.ctx, self.exercise.demonstration.place),
            sky=lens.NIGHT_SKY if self.ctx.is_evening else lens.SKY, skin=self.session.child.skin,
            flip=self._is_other_foot(rig) or self._looks_back(rig), pace=self._pace(rig, clip),
        )  # fmt: skip

    def _looks_back(self, rig: str) -> bool:
        """Whether the close-up is of the friend himself, who looks to the left and stays so."""
        is_own = bool(self.figures) and rig == self.clips[0].rig
        return self.side == SECOND and is_own and not self.is_walk

    def _is_other_foot(self, rig: str) -> bool:
        return self.foot is not None and MIRRORS.get(rig) is self.foot

    def upcoming(self) -> Iterator[PuppetView]:
        """Its pictures, to be prepared."""
        yield from self.figures[0] if self.figures else ()
        for window in self.lenses[:1] if self.exercise.unit is Unit.SECONDS else self.lenses:
            yield window.puppet  # of a parade those it begins with

    def prepare_way(self, seconds: float) -> None:
        """Has the pictures of the next way of a parade begun beside the loop, where it comes soon."""
        change = next_way(seconds, len(self.figures))
        if change > self._prepared_way:
            self._prepared_way, way = change, change % len(self.figures)
            leap = self.hops[way] if self.hops else ()
            windows = (window.puppet for window in self.lenses[way : way + 1])
            self.ctx.art.foresee((*leap, *map(CoarseView, (*self.figures[way], *windows))))

    # ---------------------------------------------------------------- drawing
    def draw(self, screen: LiveScreen, stage: Stage, units: int, phase: float, seconds: float) -> None:
        """At work: `units` are counted, the present one stands at `phase`; `seconds` are gone."""
        if self.lenses:
            self._draw_lens(screen, stage, units, phase, seconds)
        if not self.figures:
            return
        frames, x = self.figure(units, phase, seconds)
        if self.is_walk:
            view = self._shown(seconds)[0]
            passed = 0.0 if self.ctx.art.calm else view.scroll * seconds
            own = Box(self.side * DESIGN[0] / 2, 0, DESIGN[0] / 2, DESIGN[1])
            put_underfoot(self.ctx, stage, view, x, GROUND, passed, own)
        for frame in frames:
            stage.put_frame(frame, x, GROUND)

    def figure(self, units: int, phase: float, seconds: float) -> tuple[tuple[Frame, ...], float]:
        """The friend's pictures, and x of the ground point."""
        view, x, into = self._shown(seconds)
        posed = None if self.exercise.unit is Unit.SECONDS else self._at(view, units, phase)
        return view.layers(into, posed), x

    def _shown(self, seconds: float) -> tuple[PuppetView, float, float]:
        """The pictures that play now, x of the ground point, and seconds into them."""
        changes, into = way_at(seconds, len(self.figures))
        way = changes % len(self.figures)
        figures, is_hop = self.figures[way], self._is_hop(way, changes, into)
        if self.is_walk:
            view, x = self._walking(self.hops[way] if is_hop else figures, seconds)
            return view, x, into if is_hop else seconds
        return figures[0], self.x(self._seat[0]), seconds

    @cached_property
    def _seat(self) -> tuple[float, float]:
        """Where a friend sits or lies in the first half, and how large: smaller and further in where feet that carry
        something from side to side would come onto the button in the corner."""
        if self.exercise.position in (Position.LYING, Position.FLOOR):
            return LONG_X, SEAT_SCALE
        clip = self.clips[0]
        goes_far = self.ctx.art.library.reach(clip.rig, clip.clip) > REACH
        return (WIDE_X, WIDE_SCALE) if goes_far else (SEAT_X, SEAT_SCALE)

    def _is_hop(self, way: int, changes: int, into: float) -> bool:
        """Whether one way of a parade is just becoming the next."""
        return changes > 0 and bool(self.hops) and into < self.hops[way][0].duration

    def _walking(self, figures: Sequence[PuppetView], seconds: float) -> tuple[PuppetView, float]:
        """Which way a walker goes now, and where he is: to the middle and back; with calm pictures he stays."""
        view = figures[0]
        left, right = WALK
        if self.ctx.art.calm or not view.scroll:
            return view, self.x((left + right) / 2)
        lap, gone = divmod(view.scroll * seconds, right - left)
        is_back = int(lap) % 2 == 1
        return figures[is_back], self.x(right - gone if is_back else left + gone)

    def _draw_lens(self, screen: LiveScreen, stage: Stage, units: int, phase: float, seconds: float) -> None:
        place, y, r = self.lens_at
        x = self.x(place)
        screen.piece(stage, ("rim", x, y, r), shadowed(lens.rim_box(x, y, r)), lambda p: lens.paint_rim(p, x, y, r))
        is_timed = self.exercise.unit is Unit.SECONDS
        changes, _ = way_at(seconds, len(self.lenses))
        window = self.lenses[(changes if is_timed else units) % len(self.lenses)]
        if is_timed:
            seen = window.puppet.frame(seconds)
        else:
            seen = window.puppet.posed(self._at(window.puppet, units, phase))
        window.put(stage, seen, x, y)

    def _at(self, view: PuppetView, units: int, phase: float) -> float:
        own = self.ctx.art.library.rig(view.rig.name).duration(view.clip)
        return (units + phase) * loops_a_beat(self.exercise, own) % 1.0

    def draw_friend(self, stage: Stage, clip: str, seconds: float) -> None:
        """The friend of the exercise, standing: greets, or claps for the other one."""
        view = self.ctx.art.puppet(f"{self.host}_front", clip, scale=FRIEND_SCALE)
        stage.put_frame(view.frame(0.0 if self.ctx.art.calm else seconds), self.x(MIDDLE), GROUND)
