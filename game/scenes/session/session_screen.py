"""What all screens of a running session share: they go on by themselves, pause, and can be left at once.

The child is three metres away: nothing has to be pressed, and a press is always possible. While a screen shows its own
thing the pictures of the next one are made beside the loop.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

import pygame

from game.core.content import Exercise, Slot
from game.core.events import SessionEnding
from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.home.map_state import told
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.moving_screen import LiveScreen, shadowed
from game.scenes.session.demonstration import place_of
from game.scenes.session.session import RunningSession, Subject
from game.scenes.session.tray import sole_of
from game.ui.art.puppet_view import PuppetView
from game.ui.controls import Command, Hover, Input, Left, PadGone, PadHere, Returned, Slept
from game.ui.page_change import Arrival
from game.ui.stage import Backdrop, Stage
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Anchor, Box
from game.ui.widgets import Widget

COMPANY_AFTER = 120.0  # seconds of a pause until the voice says once that it is still there
BACK_WITHIN = 6.0  # seconds; what is back by then was not missed
PAUSED_DIM_AFTER = 300.0
WORDS = "words"  # where they stand: the words before stand in for the next ones
FORESEE_AFTER = 0.3  # seconds; the change of screens comes first


class FloorScene(LiveScreen):
    """A subclass gives `run` (time passes), `backdrop`, `moving`, and perhaps `own_widgets`, `skip` and `again`."""

    session: RunningSession
    arrival = Arrival.FADE
    shows_words = True
    big_icon, big_voice = "pause", "label_pause"

    def __init__(self, session: RunningSession) -> None:
        super().__init__(session.ctx)
        self.session = session
        self.exercise: Exercise = session.exercise
        self.about: tuple[Subject, ...] = (session.present,)  # whose exercise is seen, so that is what may hurt
        self.t = 0.0  # seconds this screen has run, pauses left out
        self.is_paused = False
        self._missing: set[type] = set()  # what went without anybody's press: the window, the pad in hand
        self._missing_for = 0.0
        self.paused_for = 0.0
        self._following: Next | None = None
        self._ribbon: tuple[object, Box] | None = None  # of the name, and what it depends on
        self._foreseen = False

    # ---------------------------------------------------------------- for subclasses
    def run(self, dt: float) -> Next | None:
        """`dt` seconds of this screen; the screen that follows by itself."""
        return None

    def backdrop(self, stage: Stage) -> Backdrop:
        return self.place_at_rest(stage)

    def place_at_rest(self, stage: Stage) -> pygame.Surface:
        """Where this exercise is played, the camera still."""
        return self.ctx.art.place(self.place, self.ctx.is_evening).still(stage.view.size)

    @property
    def place(self) -> str:
        """The scenery behind this screen."""
        return self.exercise.demonstration.place

    def own_widgets(self) -> tuple[Widget, ...]:
        """Targets beside the furniture."""
        return ()

    def skip(self) -> Next | None:
        """The big button, where it does not pause."""
        return None

    def again(self) -> tuple[str, ...]:
        """What "say it again" says."""
        return (f"{self.exercise.id}_how",)

    def resumed(self) -> Next:
        """The screen that follows when the child goes on after a pause or a card."""
        self._go_on()
        return self

    def upcoming(self) -> Iterator[PuppetView]:
        """Pictures to prepare while this screen is shown."""
        return iter(())

    @property
    def shows_name(self) -> bool:
        """Whether the exercise's name stands above."""
        return True

    @property
    def name_x(self) -> float:
        """Where the name's ribbon, and words, begin."""
        return 400

    @property
    def name_room(self) -> float:
        """How wide they may be: over no foot, under no button."""
        return min(660.0, 1090 - self.name_x)

    # ---------------------------------------------------------------- the protocol
    @property
    def dim_after(self) -> float:
        """A session runs untouched; only a pause lets the screen go dim."""
        return PAUSED_DIM_AFTER if self.is_paused else math.inf

    def build(self) -> tuple[Widget, ...]:
        icon, voice = ("play", "label_go_on") if self.is_paused else (self.big_icon, self.big_voice)
        command = Command.PAUSE if icon == "pause" or self.is_paused else None
        return (hud.stop(), hud.again(), *self.own_widgets(), hud.hurt(), hud.big(icon, voice, command))

    def press(self, name: str) -> Next | None:
        match name:
            case "stop":
                return self._stop()
            case "again":
                self.ctx.say(*self.again())
            case "hurt":
                self.hold()
                return routes.ItHurts(self.session, self.about, self)
            case "big":
                if self.is_paused:
                    return self.resumed()
                if self.big_icon != "pause":
                    return self.skip()
                self.pause()
        return None

    def command(self, command: Command) -> Next | None:
        if command is Command.PAUSE and not self.is_paused:
            self.pause()
            return None
        return super().command(command)

    def handle(self, event: Input) -> Next | None:
        """What comes back within seconds goes on by itself, when nobody has pressed anything: a child on the mat has
        no key at hand, and whatever jumped up over the window or shook at the cable is gone again."""
        match event:
            case Slept() if self._missing:
                self._missing.clear()
                self.pause()
                return None
            case Left() | PadGone(was_in_hand=True):
                if not self.is_paused:
                    self.hold()
                    self.ctx.narrator.stop()
                    self._missing_for = 0.0
                elif not self._missing:
                    return None
                self._missing.add(PadGone if isinstance(event, PadGone) else Left)
                return None
            case Returned() | PadHere():
                was_missing = bool(self._missing)
                self._missing.discard(PadGone if isinstance(event, PadHere) else Left)
                return self.resumed() if was_missing and not self._missing else None
            case Hover() | PadGone():
                return super().handle(event)
        self._missing.clear()
        return super().handle(event)

    def left(self) -> Next | None:
        """Something lies over the screen, or the computer slept: the child must not miss anything."""
        if not self.is_paused:
            self.pause()
        return None

    def update(self, dt: float) -> Next | None:
        if self._following:
            return self._following
        if self.age == 0:
            self.begin()
            self._prepare_places()
        super().update(dt)
        if self.is_paused:
            return self._wait(dt)
        self.t += dt
        self._foresee()
        self._following = self.run(dt)
        return self._following

    def begin(self) -> None:
        """The first moment of this screen."""

    def repeats_line(self) -> bool:
        return False

    # ---------------------------------------------------------------- pausing
    def hold(self) -> None:
        """Stands still without a word, under a card."""
        self.is_paused, self.paused_for = True, 0.0
        self.changed()

    def pause(self) -> None:
        self.hold()
        self.ctx.say("pause_on")

    def _go_on(self) -> None:
        self.is_paused = False
        self.changed()

    def _wait(self, dt: float) -> Next | None:
        """After two minutes a word of company, then silence; after an hour the rest is kept for later."""
        before = self.paused_for
        self.paused_for += dt
        self._missing_for += dt
        if self._missing and self._missing_for >= BACK_WITHIN:
            self._missing.clear()
            self.ctx.say("pause_left")
        if before < COMPANY_AFTER <= self.paused_for:
            self.ctx.say("pause_here")
        if self.paused_for < LATER_AFTER:
            return None
        self._following = routes.Later(self.session)
        return self._following

    def _stop(self) -> Next:
        """A card that asks; nothing was done yet: back to the map without a word, and everything waits there."""
        self.hold()
        company = self.session.company
        played = company or self.session
        if not played.is_untouched:
            return routes.Stop(self.session, self)
        played.end(SessionEnding.LATER)
        self.ctx.narrator.stop()
        return routes.Who() if company else routes.Trail(self.session.child_id)

    # ---------------------------------------------------------------- drawing
    def furniture(self, stage: Stage) -> None:
        """Buttons, ring and name over what moves."""
        is_clear = self.ctx.pictures.palette.border or not self.fades
        faded = 255 if is_clear else hud.opacity(self.quiet)
        self.put_buttons(stage, lambda widget: 255 if widget.name in ("hurt", "big") else faded)
        share = round(self.session_share() * 60) / 60
        night = self.ctx.is_evening
        self.piece(
            stage,
            ("ring", share, night),
            hud.ring_box(),
            lambda p: hud.paint_ring(p, share, night),
            faded,
            place="ring",
            anchor=Anchor.TOP_RIGHT,
        )
        self._head_line(stage, faded)
        if self.is_paused:
            self.piece(stage, "paused", shadowed(hud.PAUSED), hud.paint_paused, anchor=Anchor.LEFT)

    @property
    def fades(self) -> bool:
        """Whether what is not needed now grows pale after a while; on a card that would look like a fault."""
        return True

    def session_share(self) -> float:
        """0..1 of the session, for its ring."""
        return self.session.share(self.stretch_share())

    def stretch_share(self) -> float:
        """0..1 of the present stretch, for the session's ring."""
        return 0.0

    def _head_line(self, stage: Stage, faded: int) -> None:
        """What is being said, where there is no sound or words are wanted; else the exercise's name, which stays until
        the words are painted: nothing that moves waits for them."""
        if not self.has_words:
            self._put_before.is_gone(self.ctx.pictures, self.name, WORDS)
        elif self._put_words(stage):
            return
        if self.shows_name:
            self.name_ribbon(stage, faded)

    def _put_words(self, stage: Stage) -> bool:
        words, box = self.ctx.narrator.caption, self.words_box
        return self.piece(
            stage, ("words", words), shadowed(box), lambda p: hud.paint_words(p, box, words),
            place=WORDS, anchor=self.words_anchor, may_wait=True,
        )  # fmt: skip

    @property
    def has_words(self) -> bool:
        """Whether something is being said that is written as well."""
        return bool(self.ctx.narrator.caption) and self.ctx.wants_words

    @property
    def words_box(self) -> Box:
        """Where words stand: over no foot, under no button, above the lens."""
        return Box(self.name_x, 18, self.name_room, 92)

    @property
    def words_anchor(self) -> Anchor:
        return Anchor.TOP

    def name_ribbon(self, stage: Stage, faded: int) -> None:
        name, night = self.ctx.texts.exercise(self.exercise.id), self.ctx.is_evening
        picture = badge(self.exercise)
        of = name, self.name_x, self.ctx.pictures
        if self._ribbon is None or self._ribbon[0] != of:  # measuring a name takes longer than all the buttons
            wide = self.ctx.pictures.text_width(name, 38, EXTRA_BOLD)
            self._ribbon = of, hud.caption_box(wide, self.name_x, self.name_room)
        box = self._ribbon[1]
        self.piece(
            stage, ("name", name, night), shadowed(box),
            lambda p: hud.paint_caption(p, box, name, picture, night), faded, anchor=Anchor.TOP,
        )  # fmt: skip

    # ---------------------------------------------------------------- preparing
    def _foresee(self) -> None:
        """Has the frames of what comes next made beside the loop."""
        if not self._foreseen and self.ctx.art.prepares and self.t >= FORESEE_AFTER:
            self._foreseen = True
            self.ctx.art.foresee(self.upcoming())

    def _prepare_places(self) -> None:
        """The still pictures of where this level and the next are played, made beside the loop; once all are done the
        camp's, for which there is no room beside a how-to or a foot close up."""
        art, size, evening = self.ctx.art, self.ctx.pictures.view.size, self.ctx.is_evening
        if art.prepares:
            for level in self.session.levels[self.session.at : self.session.at + 2]:
                exercise = self.ctx.catalogue.exercises[level.exercise]
                for place in dict.fromkeys((exercise.demonstration.place, place_of(exercise))):
                    art.paint_soon(partial(art.place, place, evening), size)
            if self.session.level is None:
                week = len(told(self.ctx, self.session.child_id))
                art.paint_soon(partial(art.camp, week, self.ctx.today, self.session.slot is Slot.EVENING), size)

    @property
    def wants_ground(self) -> bool:
        """Whether the place passes here, or on the screen to come."""
        return False

    def fit(self) -> None:
        super().fit()
        if self.wants_ground:  # a use, by which the layers outlive the screen they were made on
            place = self.ctx.art.place(self.exercise.demonstration.place, self.ctx.is_evening)
            place.layers(self.ctx.pictures.view.size)

    def prepare_ground(self) -> None:
        """The layers of a place that will pass, made beside the loop."""
        place = self.ctx.art.place(self.exercise.demonstration.place, self.ctx.is_evening)
        self.ctx.art.pass_by(place, self.ctx.pictures.view.size)


def badge(exercise: Exercise, clip: str = "") -> str:
    """The picture in the name's ribbon: the friend's head in the foot theatre, else the sole that works; in a parade
    that of the way which is shown."""
    shown = exercise.demonstration
    return f"cast/{shown.host}" if shown.close_up else f"icons/{sole_of(exercise, clip)}"
