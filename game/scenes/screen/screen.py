"""What every screen has in common: widgets, focus, the still picture and the voice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.core.events import SettingChosen
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.input_grace import InputGrace
from game.scenes.screen.put_before import PutBefore
from game.ui import focus
from game.ui.blit_only import makes
from game.ui.controls import (
    Command,
    FocusStep,
    FocusTurn,
    Hover,
    Input,
    Key,
    Left,
    PadGone,
    PadHere,
    Press,
    Returned,
    Slept,
)
from game.ui.note import Note
from game.ui.page_change import Arrival
from game.ui.paper import Paper, grown_paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.typography.lettering import Inked
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Switch, Widget, paint

if TYPE_CHECKING:
    from game.scenes.session.session import RunningSession

RING_ROOM = 8.0  # design units about a button
NAME_AFTER = 0.6  # seconds until a focused button says its name
ENDS = {
    "minus": "why_least", "plus": "why_most", "up": "why_first", "back": "why_first", "down": "why_last",
    "next": "why_last",
}  # fmt: skip
REPEATS = (20.0, 60.0)  # seconds of silence after which the screen's line is said once more
DIM_AFTER = 300.0  # seconds until the picture is dimmed and the music stops


class Screen:
    """Widgets, focus, the still picture and the voice of one screen.

    A subclass gives `widgets` and `paint_still` (both read its state), `press`, and perhaps `lines`, `update`,
    `moving`. After its state changed in a visible way it calls `changed`.
    """

    name = "screen"
    is_child = True
    is_outside = is_cover = is_card = is_good_night = is_last_resort = is_gate = sets_pin = False
    hears_help = True
    shows_words = False
    arrival = Arrival.PAGE
    session: RunningSession | None = None  # the one that is played, or was just played

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.age = 0.0
        self.quiet = 0.0  # seconds since the last input
        self.silence = 0.0  # seconds since the last input or the voice's last word, whichever came later
        self.focused: str | None = None
        self.shows_focus = True
        self.hovered: str | None = None
        self._named = True
        self._walked = 0  # how often the ring went on by itself
        self._repeats = 0
        self._is_hushed = False
        self._put_before = PutBefore()
        self._still: pygame.Surface | None = None
        self._still_size: tuple[int, int] | None = None
        self._changes = 0  # of the state
        self._widgets: tuple[int, tuple[Widget, ...]] | None = None  # and after how many changes they were made
        self.problems: list[str] = []
        self.written: Sequence[Box] = ()
        self.inked: Sequence[Inked] = ()  # the lines of the still picture
        self._grace = InputGrace()
        self.note = Note()
        self._made_for = ctx.pictures
        self._is_evening = ctx.is_evening

    @property
    def looks(self) -> str | None:
        """All that its picture is drawn from when it comes, as text: two that say the same look the same. None for a
        screen that no start begins with."""
        return None

    # ---------------------------------------------------------------- for subclasses
    @property
    def dim_after(self) -> float:
        """Seconds without input until the picture is dimmed."""
        return DIM_AFTER

    def build(self) -> tuple[Widget, ...]:
        """The widgets in reading order, from the present state."""
        return ()

    def paint_still(self, paper: Paper) -> None:
        """The picture under the widgets and the moving things."""
        raise NotImplementedError

    def paint_over(self, paper: Paper) -> None:
        """What lies over the widgets, still as well."""

    def moving(self, stage: Stage) -> None:
        """What moves: puppets, stars, digits."""

    def press(self, name: str) -> Next | None:
        """A widget was pressed."""
        return None

    def missing(self, name: str) -> str:
        """Why a greyed button cannot be pressed now, in words for grown-ups. Signs of less, more, before and after are
        at their end then."""
        key = ENDS.get(getattr(self.widget(name).look, "glyph", None) or "")
        return self.ctx.texts(key) if key else ""

    def lead_to_missing(self, name: str) -> None:
        """A greyed button was pressed and `missing` was shown: the place where it is given may take the focus."""

    def lines(self) -> tuple[str, ...]:
        """Voice ids said on entering, and again after a while of silence."""
        return ()

    # ---------------------------------------------------------------- behind the gate
    @property
    def is_guarded(self) -> bool:
        """It is for those who know the PIN, and locks: see `game.app.lock`."""
        return False

    @property
    def is_at_work(self) -> bool:
        """The disk works for it: it must not be lost meanwhile, and hears nothing."""
        return False

    @property
    def tells_tries(self) -> bool:
        """It tells of wrong PINs itself; a strip would hide that."""
        return False

    def unlocked(self) -> Scene:
        """The screen again as it was, after the PIN."""
        self.come_again(0.01)
        return self

    def returned(self) -> Scene:
        """The screen again after one that lay over it: what was done there is shown."""
        return self.unlocked()

    # ---------------------------------------------------------------- state
    @property
    def widgets(self) -> tuple[Widget, ...]:
        kept = self._widgets
        if kept is None or kept[0] != self._changes:  # also by what changed while they were made
            view = self.ctx.pictures.plain.view
            kept = self._widgets = (self._changes, tuple(widget.placed(view) for widget in self.build()))
            if self.focused not in [w.name for w in kept[1] if w.is_stop]:
                self.focused = self.first_focus([w.name for w in kept[1] if w.is_enabled])
        return kept[1]

    def first_focus(self, names: list[str]) -> str | None:
        """The widget that has the focus at the start; the big button by default, else the first."""
        return "big" if "big" in names else (names[0] if names else None)

    def widget(self, name: str) -> Widget:
        """The widget of that name; KeyError when the screen has none."""
        for widget in self.widgets:
            if widget.name == name:
                return widget
        raise KeyError(f"{self.name} has no {name}")

    @property
    def hears(self) -> bool:
        """Whether a press counts by now."""
        return self._grace.is_over(self.age) and not self._grace.is_surprising

    def come_again(self, age: float = 0.0) -> None:
        """It is here once more, as one that is `age` seconds old; one of 0 says its line again."""
        self.age, self.quiet = age, 0.0
        self._grace.begin()
        self.changed()

    def shows_another(self) -> None:
        """Another thing has taken the place of what was pressed: a second press at once was meant for that one."""
        self._grace.begin(self.age)

    def held_up(self, seconds: float, is_seen: bool) -> None:
        """So many seconds went by of which `update` is not told; `is_seen` when its picture was there to be seen."""
        self._grace.held_up(seconds, is_seen)

    def came_by_itself(self) -> None:
        """Nobody pressed anything for what is to be seen now: the next press may be meant for what was there before.
        A child that says it hurts is heard all the same."""
        self._grace.surprise()

    def hush(self) -> None:
        """Nobody is there: it speaks once somebody has pressed something."""
        self._is_hushed = True

    def changed(self) -> None:
        """The state changed: widgets and the still picture are made anew."""
        self._changes += 1
        self._still = None

    def resized(self) -> None:
        """The window has another size: everything kept in pixels is made anew."""
        self.changed()

    # ---------------------------------------------------------------- the protocol
    def pictures_shown(self) -> Pictures:
        """Those it is drawn with: of the whole design, unless it is looked at in parts."""
        plain = self.ctx.pictures.plain
        return plain.mirrored() if self.begins_at_right else plain

    @property
    def begins_at_right(self) -> bool:
        """Whether it begins at the right: a grown-ups' page does in a language read from there. The child's world stays
        as it is drawn."""
        return not self.is_child and self.ctx.pictures.plain.appearance.is_rtl

    def fit(self) -> None:
        """Asked before every picture, so that a screen that lay under a card meanwhile fits as well; and one that was
        left standing puts on the evening's light, or the morning's."""
        self.ctx.pictures = self.pictures_shown()
        if self.ctx.pictures is not self._made_for:
            self._made_for = self.ctx.pictures
            self.resized()
        if self.is_child and self._is_evening != self.ctx.is_evening:
            self._is_evening = self.ctx.is_evening
            self.changed()

    def handle(self, event: Input) -> Next | None:
        """One input; see the table of keys in the README."""
        if isinstance(event, Hover):
            self._hover(event)
            return None
        match event:
            case PadGone(was_in_hand=False) | PadHere() | Returned():
                return None  # nobody did anything
            case Left() | PadGone() | Slept():
                return self.left()
        self.quiet, self.silence, self._repeats, self._is_hushed = 0.0, 0.0, 0, False
        match event:
            case Press(x, y):
                self.shows_focus = False
                return self._pressed_at(*self.ctx.pictures.view.design(x, y))
            case FocusTurn(by):
                self._move(focus.turned(self.widgets, self.focused, by))
            case FocusStep(dx, dy):
                self._move(focus.stepped(self.widgets, self.focused, dx, dy))
            case Key(command, char):
                self.shows_focus = True
                return self._key(command, char)
            case _:
                pass
        return None

    def went_back(self, given: Input) -> bool:
        """Whether an input that was just handled went one step back: Esc, B, or the button that means the same."""
        if isinstance(given, Key) and given.command is Command.BACK:
            return True
        return any(w.name == self.focused and w.command is Command.BACK for w in self.widgets)

    def left(self) -> Next | None:
        """The window was left or a pad unplugged; play pauses."""
        return None

    def update(self, dt: float) -> Next | None:
        """`dt` seconds passed. A subclass that overrides it calls this first and returns what it returns."""
        if self.age == 0 and self.lines() and not self._is_hushed:
            self.ctx.say(*self.lines())
        self.age += dt
        self.quiet += dt
        self._grace.pass_time(dt)
        self.silence = 0.0 if self.ctx.narrator.is_speaking else self.silence + dt
        self.note.update(dt)
        self._speak()
        return None

    def draw(self, stage: Stage) -> None:
        """Backdrop, moving things, focus ring."""
        with stage.seen_by(self.ctx.pictures.view):
            stage.backdrop(self._picture(stage))
            self.moving(stage)
            self.put_ring(stage)
            self.note.draw(stage, self.ctx.pictures)

    def put_ring(self, stage: Stage) -> None:
        """Around what has the focus, while keys or a pad are used."""
        if self.shows_focus and self.focused:
            self._put_before.ring(stage, self.ctx.pictures, self.widget(self.focused))

    # ---------------------------------------------------------------- privates
    def _picture(self, stage: Stage) -> pygame.Surface:
        if self._still is None or self._still_size != stage.view.size:
            makes(self.name)
            surface = pygame.Surface(stage.view.size)
            paper = grown_paper(surface, self.ctx.pictures, self._paint_all)
            self.problems, self.written, self.inked = paper.problems, tuple(paper.written), tuple(paper.inked)
            self._still, self._still_size = surface, stage.view.size
        return self._still

    def _paint_all(self, paper: Paper) -> None:
        """All that is still."""
        self.paint_still(paper)
        for widget in self.widgets:
            box = widget.box
            if isinstance(widget.look, Hotspot):
                paper.note(box)
            elif not isinstance(widget.look, Switch):
                paper.note(box.grown(RING_ROOM))  # larger words beside it stay off its ring
            lifted = replace(widget, box=Box(box.x, box.y - 2, box.w, box.h))
            paint(paper, lifted if widget.name == self.hovered else widget)
        self.paint_over(paper)

    def sprite(
        self, stage: Stage, key: Hashable, box: Box, draw: Callable[[Paper], None], opacity: int = 255,
        dx: float = 0.0, dy: float = 0.0, place: Hashable = None, anchor: Anchor = Anchor.PICTURE,
        may_wait: bool = False,
    ) -> bool:  # fmt: skip
        """A small picture drawn by `draw` in design units and kept under `key`, shown over the still picture, `dx`
        design units along the lines from where it was drawn and `dy` below, or as near to the window's edges as its
        `anchor` says. What was last shown in its `place` (None is the key's own) stands in for it while it is made
        beside the loop. Where there is nothing to stand in the screen waits for it, unless it `may_wait` itself: then
        it comes some frames later, and until then this is False."""
        aside, below = self.ctx.pictures.plain.view.shift(anchor)
        dx, dy = dx + aside, dy + below
        return self._put_before.sprite(
            stage, self.ctx.pictures, self.name, key, box, draw, opacity, dx, dy, place, may_wait
        )

    def piece(
        self, stage: Stage, key: Hashable, box: Box, draw: Callable[[Paper], None], opacity: int = 255,
        dx: float = 0.0, place: Hashable = None, anchor: Anchor = Anchor.PICTURE, may_wait: bool = False,
    ) -> bool:  # fmt: skip
        """A part of the picture drawn once and kept; text that did not fit is told in `problems`."""

        def painted(paper: Paper) -> None:
            draw(paper)
            self.problems += [p for p in paper.problems if p not in self.problems]

        return self.sprite(stage, key, box, painted, opacity, dx, place=place, anchor=anchor, may_wait=may_wait)

    def _pressed_at(self, x: float, y: float) -> Next | None:
        for widget in reversed(self.widgets):
            if widget.holds(x, y) and self._is_open(widget):
                if not (self.hears or self._is_cry(widget.command)):
                    return None
                return self._activate(widget)
        return None

    def _activate(self, widget: Widget, moves_focus: bool = True) -> Next | None:
        """Presses it. A shortcut leaves the ring where it is: the next Space is still the big button's."""
        if moves_focus:
            self.focused = widget.name
        self._named = True
        self.note.end()
        self.ctx.sound.effect("click")
        return self.press(widget.name)

    def _is_open(self, widget: Widget) -> bool:
        """Whether it may be pressed; a greyed one says what is missing."""
        if not widget.is_enabled and self.hears:
            self.note.say(self.missing(widget.name), widget.box)
            self.lead_to_missing(widget.name)
        return widget.is_enabled

    def _is_cry(self, command: Command | None) -> bool:
        return command is Command.HURT and self._grace.is_over(self.age)

    def _key(self, command: Command | None, char: str) -> Next | None:
        if not (self.hears or self._is_cry(command)):
            return None
        for widget in self.widgets:
            is_meant = (char and char in widget.keys) or (command and widget.command is command)
            if is_meant and self._is_open(widget):
                return self._activate(widget, moves_focus=False)
        if command is Command.ACTIVATE and self.focused:
            widget = self.widget(self.focused)
            return self._activate(widget) if self._is_open(widget) else None
        return self.command(command) if command else None

    def command(self, command: Command) -> Next | None:
        """A command no widget of this screen took."""
        if command is Command.AGAIN and self.lines():
            self.ctx.say(*self.lines())
        elif command is Command.WORDS:
            self._turn_words()
        return None

    def _turn_words(self) -> None:
        """Words on the picture, on or off, for the whole family from now on."""
        on = not self.ctx.settings.words
        self.ctx.record(SettingChosen("words", "on" if on else "off"))
        self.ctx.notices.append("words_on" if on else "words_off")
        self.changed()

    def _move(self, name: str | None) -> None:
        self.shows_focus = True
        if name and name != self.focused:
            self.focused, self._named = name, False

    def walk_on(self) -> None:
        """The ring goes to the next thing that can be pressed. In its first round each says its name, where nothing
        else is being said and no session runs by itself."""
        names = [w.name for w in self.widgets if w.is_enabled]
        if not names:
            return
        at = (names.index(self.focused) + 1) % len(names) if self.focused in names else 0
        self.focused, self._walked = names[at], self._walked + 1
        self._named = self._walked >= len(names) or not self.repeats_line() or self.ctx.narrator.is_speaking

    def _hover(self, event: Hover) -> None:
        x, y = self.ctx.pictures.view.design(event.x, event.y)
        over = next((w.name for w in self.widgets if w.is_enabled and w.holds(x, y)), None)
        if over != self.hovered:
            self.hovered, self._still = over, None

    def _speak(self) -> None:
        """A focused button says its name; the screen's line comes twice more in silence."""
        if not self._named and self.quiet >= NAME_AFTER and self.widgets and self.focused:
            self._named = True
            if voice := self.widget(self.focused).voice:
                self.ctx.say(voice)
        if not self.is_child or self._is_hushed:
            return
        if self._repeats < len(REPEATS) and self.silence >= REPEATS[self._repeats]:
            self._repeats += 1
            if self.repeats_line() and self.repeated():
                self.ctx.say(*self.repeated())

    def repeated(self) -> tuple[str, ...]:
        """What silence makes this screen say again: what to do now, which is the last thing it said on entering."""
        return self.lines()[-1:]

    def repeats_line(self) -> bool:
        """Whether silence makes this screen say its line again; not while a session runs by itself."""
        return True
