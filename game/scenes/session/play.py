"""The work itself, one stretch of it: the friend shows, the voice counts, and at the end the next thing follows.

Nothing has to be pressed. For pieces, repetitions and shapes N, or a press on the tray, says one more is done, and the
game follows the presses until three beats pass without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.core.content import Unit
from game.core.session.narration import AIR, Counting, SpokenLine, closing, parade, walk
from game.core.session.pacing import PIECE_LANDS, Pace, Stretch
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.session import tray as play_tray
from game.scenes.session.demonstration import ExerciseAnimation, place_of
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene
from game.scenes.session.stretch_stage import StretchStage
from game.scenes.session.what_follows import after_stretch
from game.ui.art.puppet_view import PuppetView
from game.ui.art.scenery import Passing
from game.ui.controls import Command
from game.ui.stage import Backdrop, Stage
from game.ui.widgets import Hotspot, Widget

END_PAUSE, SHORT_PAUSE = 2.6, 1.2  # seconds of standing still, or only of the gong, after the last unit


class PlayScreen(StretchStage, FloorScene):
    """One stretch of a level."""

    name = "play"

    def __init__(self, session: RunningSession, show: ExerciseAnimation | None = None) -> None:
        super().__init__(session)
        self.stretch: Stretch = session.stretch
        self.show_ = show or ExerciseAnimation(session, session.turn)
        self.pace = Pace(self.stretch.amount, session.beat, PIECE_LANDS if self.exercise.unit is Unit.PIECES else 1.0)
        self._ended_for = 0.0
        self._seen = 0  # units the voice has told
        self._by_press = False
        length = self.ctx.narrator.duration
        clips = tuple(c.clip for c in self.show_.clips)
        turn, heard, amount = session.stretch_at, session.heard, self.stretch.amount
        told, cues = session.cue_told, session.cues
        self._lines: list[SpokenLine] = []
        if len(clips) > 1 and self._is_timed:
            self._lines += parade(self.exercise, amount, turn, clips, length)
        elif self._is_timed:
            self._lines += walk(self.exercise, amount, turn, length, heard, cues, told)
        self._counting = Counting(self.exercise, amount, turn, clips, length, session.beat, heard, cues, told)
        opening = self._counting.at_start()
        self._lead = 0.0 if self._is_timed else max(0.0, length(*opening) + AIR - session.beat)
        self._ground_from: float | None = None  # what had passed when the ground was ready
        self._passing: Passing | None = None
        self._prepared_way = 0  # changes of the way of walking whose pictures were begun

    # ---------------------------------------------------------------- state
    @property
    def name_x(self) -> float:
        if not self.exercise.demonstration.close_up:
            return 560 if self.show_.is_tall else 400
        if self._is_carried:
            return 254 if self.show_.is_mirrored else 690
        return 280 if self.show_.is_mirrored else 600

    @property
    def name_room(self) -> float:
        """A leg comes in from above beside it, and the other foot's on its side of the window."""
        if not self.show_.is_mirrored or self.show_.clips[0].rig != "foot_side":
            return super().name_room
        return 324 if self._is_carried else 460

    @property
    def _is_carried(self) -> bool:
        """The foot carries what it picks up half across the window, its smiling cuff as high as the words."""
        return self.exercise.unit is Unit.PIECES

    @property
    def place(self) -> str:
        return place_of(self.exercise)

    def own_widgets(self) -> tuple[Widget, ...]:
        if self._is_timed:
            return ()
        return (
            Widget(
                "tray", play_tray.TARGET, Hotspot(39), voice="label_done", command=Command.MORE, anchor=self.tray_anchor
            ),
        )

    def press(self, name: str) -> Next | None:
        if name == "tray":
            if not self.is_paused and self.pace.press():
                self._by_press = True
            return None
        return super().press(name)

    def stretch_share(self) -> float:
        return self.pace.share

    def upcoming(self) -> Iterator[PuppetView]:
        return self.show_.upcoming()

    # ---------------------------------------------------------------- time
    def begin(self) -> None:
        self.ctx.sound.effect("go")
        if not self.ctx.is_evening:
            self.ctx.music.play("play_100")
        if not self._is_timed:
            self.ctx.say(*self._counting.at_start())

    def run(self, dt: float) -> Next | None:
        if self.pace.is_over:
            return self._end(dt)
        if self.t < self._lead:
            return None  # a quick beat waits until the first words are over
        self.pace.go_on(dt)
        if self.wants_ground and self._has_ground() and self._ground_from is None:
            self._ground_from = self.show_.step(self.pace.seconds).passed
        self._prepare_way()
        self._narrate()
        if self.pace.is_over:
            self.session.count(self.stretch.amount)
            self.changed()
        return None

    def _prepare_way(self) -> None:
        """Has the pictures of the next way of walking begun beside the loop."""
        change = self.show_.next_way(self.pace.seconds)
        if change > self._prepared_way:
            self._prepared_way = change
            self.ctx.art.foresee(self.show_.sketches(change))

    def _narrate(self) -> None:
        if self._is_timed:
            while self._lines and self._lines[0].at <= self.pace.seconds + 1e-6:
                self.ctx.say(self._lines.pop(0).id)
        if self.pace.units == self._seen:
            return
        self._seen = self.pace.units
        self.session.count(self._seen)
        if self._is_timed:
            return
        self.ctx.sound.effect("plop" if self.exercise.unit is Unit.PIECES else "tick")
        if lines := self._counting.counted(self._seen, self._by_press):
            self.ctx.say(*lines)
        self._by_press = False

    def _end(self, dt: float) -> Next | None:
        """The gong, a moment of standing still, then what follows."""
        is_last = self.session.stretch_at + 1 == len(self.session.stretches)
        line = closing(self.exercise, is_last)
        if self._ended_for == 0:
            self.ctx.sound.effect("go" if not is_last else "star" if self.ctx.is_evening else "fanfare")
            if line:
                self.ctx.narrator.say(line, interrupt=self._is_timed)
        self._ended_for += dt
        still_speaks = self.ctx.narrator.is_speaking and self._ended_for < 2 * END_PAUSE
        if still_speaks or self._ended_for < (END_PAUSE if line else SHORT_PAUSE):
            return None
        return after_stretch(self.session)

    def resumed(self) -> Next:
        """After a pause three, two, one comes again."""
        self.fit()
        if self.pace.is_over:
            return super().resumed()
        self._go_on()
        self._drop_late_lines()
        return routes.Countdown(self.session, back=self)

    def _drop_late_lines(self) -> None:
        """What the pause cut off is not said again."""
        self._lines = [line for line in self._lines if line.at > self.pace.seconds]

    # ---------------------------------------------------------------- drawing
    @property
    def wants_ground(self) -> bool:
        return self.show_.scroll != 0 and not self.ctx.art.calm

    def _has_ground(self) -> bool:
        """Has the layers of the passing ground made, and says whether they are there."""
        self.prepare_ground()
        place = self.ctx.art.place(self.place, self.ctx.is_evening)
        return place.layers(self.ctx.pictures.view.size) is not None

    def resized(self) -> None:
        super().resized()
        self.show_.resized()

    def backdrop(self, stage: Stage) -> Backdrop:
        place = self.ctx.art.place(self.place, self.ctx.is_evening)
        layers = place.layers(stage.view.size)
        if self._ground_from is None or layers is None:
            return super().backdrop(stage)
        camera = self.show_.step(self.pace.seconds).passed - self._ground_from
        if self._passing is None or self._passing.layers is not layers or self._passing.camera != camera:
            self._passing = Passing(layers, camera, self.pace.seconds)  # anew with the friend's own picture, no oftener
        return self._passing

    @property
    def passes(self) -> bool:
        """The place goes by, since its layers were ready."""
        return self._ground_from is not None
