"""The one loop: read inputs, let the scene decide, draw what changed.

The loop slows down when nothing moves. Frames are paced by sleeping to an absolute deadline, which is steadier than a
clock that counts whole milliseconds; waiting for events inside pygame would poll a thousand times a second. After ten
still seconds the loop waits for the window system itself, where it can.

The one catch of the game lies around it: a mistake of ours shows a kind card, leaves its trace in the log beside the
diary, and the session goes on at the present exercise; a second one soon after leads to who is playing.
"""

from __future__ import annotations

import logging
import time

import pygame

from game.app.crash_log import keep_trace
from game.app.event_wait import EventWait
from game.app.first_pictures import FirstPictures
from game.app.garbage import search_all, search_young
from game.app.lock import SLEPT, Lock
from game.app.navigator import Navigator
from game.app.one_button import OneButton
from game.app.window_view import Resized, WindowView
from game.scenes import routes
from game.scenes.flow import ahead
from game.scenes.routes import Next, Route
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.notices import NoticeStrips
from game.ui.controls import (
    Command,
    Controls,
    Covered,
    Hover,
    Input,
    Key,
    Left,
    PadGone,
    PadHere,
    Returned,
    Slept,
    along_the_lines,
)
from game.ui.page_change import Arrival

FRAME = 1 / 60
QUIET_AFTER, QUIET_FRAME = 1.0, 1 / 30  # nothing moved for a second: look for inputs 30 times a second
ASLEEP_AFTER, ASLEEP_FRAME = 10.0, 1 / 15
QUIET_WAIT = 0.5  # seconds between two looks at the clock where the window system tells of inputs by itself
LONGEST_STEP = 0.1  # seconds; a computer that slept does not wake up in the middle of an exercise's end
IDLE_LIGHT = 0.5  # of a forgotten game; in the evening only the scenery is darker, by its own colours
SECOND_STUMBLE = 30.0  # seconds in which another mistake leads to the beginning instead of back to the session
READ_AHEAD_AFTER = 0.3  # seconds the first screen is looked at
LOOK_AFTER = 5.0  # seconds between two looks whether the diary's file is still in its place
log = logging.getLogger(__name__)


class App:
    """Runs scenes in a window until somebody closes it.

    `first` is where it begins, `resized` makes a context's pictures anew, `begins` are the pictures earlier starts
    began with. The context followed is always the present scene's, so that a card shown before the diary is open may
    hand over to the real game.
    """

    def __init__(
        self, window: pygame.Surface, context: Context, first: Next, resized: Resized, *,
        is_kiosk: bool = False, is_windowed: bool = False, begins: FirstPictures | None = None,
    ) -> None:  # fmt: skip
        self.ctx, self._is_kiosk, self._is_windowed = context, is_kiosk, is_windowed
        self.view = WindowView(window, resized, begins or FirstPictures(None))
        self.controls = Controls()
        self.strips = NoticeStrips()
        self.running = True
        self._idle_for = 0.0
        self._has_read_ahead = False
        self._is_live = False  # in `run`: what is made beside the loop is not waited for
        self._kept_events: list[pygame.event.Event] = []
        self._unheard: list[Input] = []  # inputs for a screen that is being drawn
        self._unnoticed = 0.0  # seconds of the day that passed while a picture was drawn beside the loop
        self._owed = 0.0  # seconds of a motion that stood still while its picture was drawn beside the loop
        self._is_dim = False
        self._hushed: str | None = None  # the tune that stopped when the picture was dimmed
        self.lock = Lock()
        self.one_button = OneButton()
        self._since_stumble = SECOND_STUMBLE
        self._is_unsaved_told = False
        self._looked_after = LOOK_AFTER - 1  # soon after a start: something may have come of it there
        self._wants_full_screen = self.view.is_full_screen and context.settings.full_screen
        self._adopt(context)
        self.navigator = Navigator(context, first, self._arrived)
        self._follow(self.scene)

    @property
    def scene(self) -> Scene:
        """The present screen."""
        return self.navigator.scene

    def quit(self) -> None:
        """Ends the loop after this frame."""
        self.running = False

    def run(self) -> None:
        """Until the game is closed."""
        deadline = before = time.perf_counter()
        longest, events = LONGEST_STEP, EventWait()
        self.view.is_live = self.ctx.sound.is_live = self._is_live = True
        while self.running:
            now = time.perf_counter()
            try:
                self.step(min(now - before, longest), now - before)
            except Exception as error:  # the one last catch: the family sees a kind card, the log has the trace
                self.stumble(error)
            before = now
            deadline = max(deadline + self.frame, now)
            if self.frame == ASLEEP_FRAME and events.is_quiet and not self._is_heard:
                events.wait(QUIET_WAIT)
                longest = QUIET_WAIT + LONGEST_STEP
            elif self.view.is_drawing:  # nothing moves until that picture is there, and then it is shown at once
                self.view.wait(max(0.0, deadline - time.perf_counter()))
                deadline, longest = time.perf_counter(), LONGEST_STEP
            else:
                time.sleep(max(0.0, deadline - time.perf_counter()))
                longest = LONGEST_STEP
        self.view.close()

    @property
    def _is_heard(self) -> bool:
        """Something is being said or played, and goes on with the clock."""
        return self.ctx.narrator.is_speaking or self.ctx.music.playing is not None

    @property
    def frame(self) -> float:
        """Seconds from one look at the inputs to the next."""
        if self.view.is_drawing or self.view.is_changing or self.view.still_for < QUIET_AFTER:
            return FRAME
        return QUIET_FRAME if self.view.still_for < ASLEEP_AFTER else ASLEEP_FRAME

    def step(self, dt: float, passed: float | None = None) -> None:
        """One frame: inputs, time, picture. `dt` seconds for what moves and speaks, of the `passed` seconds of the day
        since the last one, if those are more."""
        passed = dt if passed is None else passed
        if self.view.is_held:
            pygame.event.pump()  # inputs wait for the screen that is being drawn
            self._speak(dt)
            self._owed += dt
            self._unnoticed += passed
            return
        owed, self._owed = (0.0 if self.view.is_changing else min(self._owed, LONGEST_STEP)), 0.0
        # Before the inputs: they came in these seconds.
        unnoticed, self._unnoticed = self._unnoticed + passed - dt - owed, 0.0
        self.scene.held_up(unnoticed, is_seen=self.view.is_in_sight)
        events, self._kept_events = [*self._kept_events, *pygame.event.get()], []
        screens = self.navigator
        has_slept = self.lock.pass_time(self.ctx, dt) >= SLEPT
        self._lock()
        if has_slept:
            self._input(Slept())
        if self.view.is_drawing:
            self._kept_events = events
            return
        self._window_events(events)
        self.controls.obey(self.ctx.settings.keys)
        self._unheard += self.controls.read(events, self.view.size)
        while self._unheard and not self.view.is_drawing:
            given = self._unheard.pop(0)
            is_shut = self._lock()
            self.lock.touch(given)
            given = self.one_button.meant(given, self.scene)
            if screens.is_waiting and isinstance(given, Left | PadGone):
                screens.here.handle(given)  # what is on its way pauses as well
            elif not screens.is_waiting and (not is_shut or isinstance(given, Left)):
                self._input(given)
        self._speak(dt)
        if self.view.is_drawing:
            return
        self._lock()
        if self.view.settle(dt, self.ctx):
            screens.put(screens.pause())
        if screens.is_waiting:
            screens.settle()
        elif not self.view.is_too_small:
            screens.go(self.scene.update(dt + owed), is_by_itself=True)
            self.one_button.pass_time(dt, self.scene)
        if self.view.is_drawing:
            return
        self._look_after_the_diary(dt)
        self._obey_settings()
        self._rest(dt)
        self._read_ahead()
        self.strips.update(dt, self.scene)
        if self.view.is_drawn:  # by the frame before: that one waited for nothing, and no press is heard yet
            self.ctx.told.fetch()
        self.view.show(dt, passed, self.scene, self.strips)
        if self.view.still_for:
            search_young()

    def _speak(self, dt: float) -> None:
        self.ctx.narrator.update(dt)
        self.ctx.music.is_ducked = self.ctx.narrator.is_speaking
        self.ctx.sound.update(dt)
        self.ctx.music.update(dt)

    # ---------------------------------------------------------------- inputs
    def _window_events(self, events: list[pygame.event.Event]) -> None:
        kinds = {event.type for event in events}
        for event in events:
            self.view.handle(event, self.scene)
            if event.type in (pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED) and not event.iscapture:
                sound = self.ctx.sound
                sound.device_here() if event.type == pygame.AUDIODEVICEADDED else sound.device_gone()
        if pygame.WINDOWHIDDEN in kinds:
            self.lock.touch(Left())
        if pygame.QUIT in kinds:
            # Closing the window says so, and on a Mac Cmd with Q; a signal or the computer going off only says that it
            # is over.
            is_by_hand = pygame.WINDOWCLOSE in kinds or pygame.key.get_mods() & pygame.KMOD_META
            self._close() if is_by_hand else self.quit()

    def _close(self) -> None:
        """The window's x asks once with the card; a second x closes at once. In kiosk the card's own gate decides. A
        running session is paused under the card."""
        here = self.navigator.here
        is_asked = here.is_card or self.view.is_too_small
        if not is_asked:
            here = self.navigator.pause()
            self.navigator.cover(routes.Close(here), here)
        elif not self.ctx.asks_before_closing:
            if here.is_good_night:  # the second x, too, says first what would be lost
                self.navigator.go(routes.LastLook(routes.Bye(here)))
            else:
                self.quit()

    def _input(self, given: Input) -> None:
        if not isinstance(given, Hover | Left | Returned | Slept):
            self.view.still_for = self._idle_for = 0.0
        match given:
            case Key(Command.FULL_SCREEN):
                self._turn_full_screen(not self.view.is_full_screen)
                return
            case Key(Command.HELP) if self.scene.hears_help:
                self._help()
                return
            case PadGone(was_in_hand=True):
                self.ctx.notices.append("pad")
            case PadHere():
                self.strips.take_down("pad")
        if self.view.is_too_small and not isinstance(given, Left | PadGone | Slept):
            return
        before = self.scene
        given = along_the_lines(given, self.ctx.pictures.view.is_mirrored)
        self.navigator.go(before.handle(given), is_back=before.went_back(given))

    def _lock(self) -> bool:
        """Whether the gate is shut before what is here: nothing but the PIN is heard then."""
        # A screen on its way waits for the disk and hears nothing; it is looked at once it is there.
        gate = self.lock.ahead(self.navigator.under)
        if gate is None or self.navigator.is_waiting:
            return False
        self.scene.handle(Covered())  # it will be here again
        self.navigator.go(gate, is_by_itself=True)
        return True

    def _help(self) -> None:
        """F1: the safety page over anything, a running session paused meanwhile."""
        here = self.navigator.pause()
        self.ctx.narrator.stop()
        self.navigator.cover(routes.Safety(here), here)

    # ---------------------------------------------------------------- scenes
    def _arrived(self, scene: Scene, is_back: bool) -> None:
        """It comes into the window."""
        self._idle_for = 0.0
        self._follow(scene)
        arrival = scene.arrival
        if self.ctx.settings.calm and arrival is Arrival.PAGE:
            arrival = Arrival.FADE
        self.view.change(scene, arrival, self._light(), is_back)
        search_all()
        self._tell_unsaved()

    def _look_after_the_diary(self, dt: float) -> None:
        """Its file may be replaced while nobody tells anything. What came of it is told when no session runs: all is
        kept, and a child is playing."""
        self._looked_after += dt
        if self._looked_after < LOOK_AFTER:
            return
        self._looked_after = 0.0
        self.ctx.record.look_after()
        is_whole, here = self.ctx.files.look_after(), self.scene
        if self.navigator.is_waiting or here.is_card or here.session is not None:
            return
        if not is_whole and self.ctx.damaged:
            self._begin_again(routes.Damaged())
            return
        if told := self.ctx.files.mishap():
            here = self.navigator.pause()  # a PIN half typed is not gone on with after the card
            self.navigator.cover(routes.Replaced(told, here), here, is_by_itself=True)

    def _begin_again(self, at: Route) -> None:
        """There, and nothing of what was shown before is left."""
        self.navigator.start_afresh(at)
        self._follow(self.scene)

    def _follow(self, scene: Scene) -> None:
        log.debug("screen %s", scene.name)
        if scene.ctx is not self.ctx:
            self._adopt(scene.ctx)

    def _adopt(self, context: Context) -> None:
        """Another context comes with the first scene of the real game."""
        self.ctx = context
        context.request_quit, context.turn_full_screen = self.quit, self._turn_full_screen
        context.is_full_screen = self.view.is_full_screen
        context.is_kiosk = self._is_kiosk
        context.sound.is_live = self._is_live
        if self._is_windowed:  # asked for by name: the settings decide from their next change on
            self._wants_full_screen = context.settings.full_screen
        self.view.fit(context)
        self.strips.look(context)

    def _tell_unsaved(self) -> None:
        """A disk that refuses gets its card once, when a screen has just changed; from then on a strip is enough."""
        if not self.ctx.unsaved:
            self._is_unsaved_told = False
        elif not self._is_unsaved_told:
            self._is_unsaved_told = True
            self.navigator.cover(routes.Unsaved(self.scene), self.scene, is_by_itself=True)

    def stumble(self, error: Exception) -> None:
        """A mistake of ours: the trace is kept, and the family goes on where the diary says. Where it is the diary that
        could not be read, as its proof would have found in a moment, its card comes.

        Raises it when even the card cannot be shown.
        """
        keep_trace(error, self.ctx.files.folder())
        if self.scene.is_last_resort:
            raise error
        if self.scene.session is None and self.ctx.damaged and not self.ctx.files.look_after():
            self.view.start_afresh()
            self._begin_again(routes.Damaged())
            return
        session, is_second = self.scene.session, self._since_stumble < SECOND_STUMBLE
        self._since_stumble = 0.0
        self.view.start_afresh()
        # The session's present exercise from its beginning; after a second mistake, who is playing.
        again = routes.Start() if session is None or is_second else routes.NextLevel(session)
        self._begin_again(routes.Stumbled(again))
        self.scene.came_by_itself()

    # ---------------------------------------------------------------- rest and settings
    def _rest(self, dt: float) -> None:
        """Five minutes without anybody dim the picture and stop the music; the first input brings both back."""
        self._since_stumble += dt
        self.ctx.files.tidy()
        self._idle_for += dt
        is_dim = self._idle_for >= self.scene.dim_after
        if is_dim != self._is_dim:
            self._is_dim = is_dim
            pygame.display.set_allow_screensaver(is_dim)
            if is_dim:
                self._hushed = self.ctx.music.playing
                self.ctx.music.stop()
            elif self._hushed and not self.ctx.music.playing:
                self.ctx.music.play(self._hushed)
        self.view.stage.lit(self._light())

    def _read_ahead(self) -> None:
        """Once, while somebody looks at the first screen: the code of those that follow."""
        if not self._has_read_ahead and self.scene.quiet >= READ_AHEAD_AFTER and self.ctx.art.prepares:
            self._has_read_ahead = True
            for errand in ahead.LIKELY:
                self.ctx.art.baker.run(errand)

    def _light(self) -> float:
        """The share of full brightness."""
        return IDLE_LIGHT if self._is_dim else 1.0

    def _obey_settings(self) -> None:
        """The whole screen as the settings last said; F11 changes it for now and not for the next time."""
        wanted = self.ctx.settings.full_screen
        if wanted != self._wants_full_screen:
            self._wants_full_screen = wanted
            self._turn_full_screen(wanted)

    def _turn_full_screen(self, on: bool) -> None:
        self.view.turn_full_screen(on, self.scene)
        self.ctx.is_full_screen = self.view.is_full_screen
