"""Somebody at the computer: presses, waits and looks, on real scenes with a real journal in memory.

Keys, mouse and fingers are the events pygame sends, read by the game's own controls. `layout` is the keyboard's.
`now` is the player's own clock: it moves only by `wait`, in steps of a frame, and by `next_day` and `at`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pygame

from game.app.game import Game
from game.app.lock import Lock
from game.app.navigator import Navigator
from game.app.one_button import OneButton
from game.app.window import init_pygame_for_pictures
from game.core.content import AgeBand
from game.core.events import ChildAdded, Fact, ProgrammeChosen, SignsTicked
from game.core.simulate.simulated_child import SimulatedChild
from game.data.checkpoint.past import Past
from game.data.files.paths import JOURNAL
from game.data.journal.journal import Journal
from game.scenes import flow
from game.scenes.routes import Next, Start
from game.scenes.scene import Scene
from game.scenes.screen.screen import Screen
from game.ui.controls import Command, Controls, Input, Left, along_the_lines
from game.ui.stage import Stage
from tests.data.disks import Disk
from tests.keyboards import place_of, pressed

ZONE = timezone(timedelta(hours=1))
PIN, CODE = "2580", "MOSS-RIVER-48-OTTER"
KEY_OF = {
    Command.ACTIVATE: "enter", Command.BACK: "escape", Command.HURT: "o", Command.PAUSE: "p", Command.AGAIN: "r",
    Command.MORE: "n", Command.GROWN_UPS: "g", Command.FULL_SCREEN: "f11", Command.HELP: "f1", Command.WORDS: "c",
}  # fmt: skip
ARROW_OF = {(-1, 0): "left", (1, 0): "right", (0, -1): "up", (0, 1): "down"}
STEP = 0.05  # seconds; 20 steps a second are plenty for a scene's logic


class Player:
    """Drives one `Game`. Small pictures keep it quick; the logic does not know."""

    def __init__(
        self, start: datetime | None = None, size: tuple[int, int] = (640, 360), journal: Journal | None = None,
        data: Path | None = None, levels: Path | None = None, mute: bool = True,
        past: Past | None = None,
    ):  # fmt: skip
        """`data` is a folder for a family that lives on the disk, `levels` one of level files; `past` what the
        journal was opened on. Not `mute`, it has the sound device that SDL_AUDIODRIVER names, if there is one."""
        init_pygame_for_pictures()
        self.clock = start or datetime(2026, 1, 5, 8, 0, tzinfo=ZONE)
        journal = journal or (Journal.open(data / JOURNAL) if data else Journal.in_memory())
        self.disk = journal if isinstance(journal, Disk) else Disk(journal)
        self.game = Game(self.disk, size, now=lambda: self.clock, data=data, mute=mute, seed=1, gate_cost=16,
                         levels=levels, past=past)  # fmt: skip
        self.ctx = self.game.context
        self.ctx.art.prepares = False  # nobody looks at most of what is played here
        self.controls = Controls(seconds=lambda: self.clock.timestamp())
        self.layout = "us"
        self.quit_asked = False
        self.ctx.request_quit = self._quit
        self.stage = Stage(pygame.Surface(size))
        self.lock = Lock()
        self.one_button = OneButton()
        self.navigator = Navigator(self.ctx, Start(), lambda scene, is_back: None)

    @property
    def scene(self) -> Scene:
        """The screen that is here. Setting it, also by a route, is how a test comes to where it begins."""
        return self.navigator.scene

    @scene.setter
    def scene(self, screen: Next) -> None:
        self.navigator.put(flow.open(self.ctx, screen))

    @property
    def screen(self) -> Screen:
        """The screen that is here, where it has buttons to look at."""
        assert isinstance(self.scene, Screen), self.scene.name
        return self.scene

    def _quit(self) -> None:
        self.quit_asked = True

    @classmethod
    def with_family(
        cls, *, start: datetime | None = None, nickname: str = "Anna", age: str = "5-6",
        size: tuple[int, int] = (640, 360), data: Path | None = None, mute: bool = True,
    ) -> Player:  # fmt: skip
        """A family as READY leaves it: PIN 2580, one child with the children's routine, nothing ticked."""
        player = cls(start, size, data=data, mute=mute)
        player.ctx.gate.set(PIN, CODE)
        player.add_child(nickname, age)
        player.scene = Start()
        return player

    @classmethod
    def of(cls, robin: SimulatedChild, *, size: tuple[int, int] = (640, 360)) -> Player:
        """The computer of a child whose life was made up, on the morning after its last event; the same PIN."""
        journal = Journal.in_memory()
        journal.write(robin.events)
        last = robin.events[-1].day
        player = cls(datetime(last.year, last.month, last.day, 8, tzinfo=ZONE) + timedelta(days=1), size, journal)
        player.ctx.gate.set(PIN, CODE)
        player.scene = Start()
        return player

    def add_child(self, nickname: str, age: str = "5-6", programme: str = "children", animal: str = "kva") -> str:
        """Another child; its id."""
        child = f"child-{len(self.ctx.family.children) + 1}"
        self.ctx.record(
            ChildAdded(nickname, animal, AgeBand(age), 1), SignsTicked(()), ProgrammeChosen(programme), child=child
        )
        return child

    # ---------------------------------------------------------------- the disk
    def hang(self) -> None:
        """The disk does not answer any more: what is told now is on its way to it."""
        self.disk.hangs.clear()

    def go_on(self) -> None:
        """It answers again, and has what was told."""
        self.disk.hangs.set()
        self.game.pen.then(lambda: None).result()

    def _quick_disk(self) -> None:
        """A busy test machine is no slow disk: only a test that says so has one."""
        journal = self.game.journal
        if self.ctx.is_writing and (not isinstance(journal, Disk) or journal.hangs.is_set()):
            self.game.pen.then(lambda: None).result()

    # ---------------------------------------------------------------- doing
    def give(self, event: Input) -> None:
        """One input; the scene may change. What the disk does beside the loop is waited for."""
        is_shut = self._lock()
        self.lock.touch(event)
        event = self.one_button.meant(event, self.scene)
        if not is_shut or isinstance(event, Left):
            self._go(self.scene.handle(along_the_lines(event, self.ctx.pictures.view.is_mirrored)))
        while self.scene.is_at_work:
            self._go(self.scene.update(0.0))
        self._lock()

    def _go(self, following: Next | None) -> None:
        self.navigator.go(following)
        while self.navigator.is_waiting:
            self.navigator.settle()

    def _lock(self) -> bool:
        """As the loop asks the lock before every input."""
        self.lock.pass_time(self.ctx, 0.0)
        gate = self.lock.ahead(self.navigator.under)
        self._go(gate)
        return gate is not None

    def event(self, event: pygame.event.Event) -> None:
        """What pygame tells of, through the controls."""
        for given in self.read(event):
            self.give(given)

    def read(self, event: pygame.event.Event) -> list[Input]:
        """What the controls make of it."""
        self.controls.obey(self.ctx.settings.keys)
        return list(self.controls.read((event,), self.ctx.pictures.view.size))

    def place(self, name: str) -> tuple[float, float]:
        """The middle of the widget of that name in the window; KeyError when there is none."""
        widget = next((w for w in self.screen.widgets if w.name == name), None)
        if widget is None:
            raise KeyError(f"{self.scene.name} has {[w.name for w in self.screen.widgets]}, not {name}")
        return self.ctx.pictures.view.pixel(*widget.box.centre)

    def tap(self, name: str) -> None:
        """Presses the widget of that name in its middle with the mouse."""
        self.wait(0.45)
        self.click(*self.place(name))

    def click(self, x: float, y: float) -> None:
        """The mouse, in pixels of the window."""
        self.event(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, y), touch=False))

    def touch(self, name: str) -> None:
        """Presses it with a finger, as the many systems tell of it: also as an unmarked mouse."""
        self.wait(0.45)
        (x, y), (w, h) = self.place(name), self.ctx.pictures.view.size
        finger = {"touch_id": 1, "finger_id": 1, "x": x / w, "y": y / h}
        self.event(pygame.event.Event(pygame.FINGERDOWN, finger))
        self.click(x, y)
        self.event(pygame.event.Event(pygame.FINGERUP, finger))

    def leave(self) -> None:
        """Another window has the keyboard."""
        self.event(pygame.event.Event(pygame.WINDOWFOCUSLOST))

    def come_back(self) -> None:
        """The window has the keyboard again."""
        self.event(pygame.event.Event(pygame.WINDOWFOCUSGAINED))

    def lose_pad(self) -> None:
        """The pad is unplugged, or switches itself off."""
        self.event(pygame.event.Event(pygame.JOYDEVICEREMOVED, instance_id=1))

    def pad(self, button: int) -> None:
        """A button of a pad that has a hat."""
        self.event(pygame.event.Event(pygame.JOYBUTTONDOWN, button=button, instance_id=1))

    def key(self, command: Command | None = None, char: str = "") -> None:
        """The key of a command (Enter for ACTIVATE), or of a letter, a digit, the space bar, or "ctrl+3"."""
        self.wait(0.45)
        key = {" ": "space", "": KEY_OF[command or Command.ACTIVATE]}.get(char, char)
        *ctrl, key = key.split("+")
        self.hardware(place_of(key, self.layout), pygame.KMOD_LCTRL if ctrl else 0)

    def hardware(self, key: str, mod: int = 0) -> None:
        """A key by its place on a US keyboard, see `tests/keyboards.py`; `mod` as in pygame."""
        self.event(pressed(key, self.layout, mod))

    def keys(self, chars: str) -> None:
        """Character keys one after another, e.g. a PIN."""
        for char in chars:
            self.key(None, char)

    def type(self, text: str) -> None:
        self.event(pygame.event.Event(pygame.TEXTINPUT, text=text))

    def tab(self, by: int = 1) -> None:
        self.hardware("tab", pygame.KMOD_LSHIFT if by < 0 else 0)

    def focus(self, name: str) -> None:
        """Moves the focus along the reading order until that widget has it; AssertionError when it never has."""
        widgets = self.screen.widgets
        for _ in range(len(widgets) + 1):
            if self.screen.focused == name:
                return
            self.tab()
        raise AssertionError(f"{name} is never focused on {self.scene.name}")

    def arrow(self, dx: int, dy: int) -> None:
        self.hardware(ARROW_OF[dx, dy])

    def wait(self, seconds: float) -> None:
        """Time passes; scenes may follow by themselves."""
        while seconds > 1e-9:
            dt = min(STEP, seconds)
            self.clock += timedelta(seconds=dt)
            self.ctx.narrator.update(dt)
            self._quick_disk()
            self._lock()
            self._go(self.scene.update(dt))
            self.one_button.pass_time(dt, self.scene)
            seconds -= dt

    def fetch(self) -> None:
        """Past the things to fetch, a press of the big button for each, as by somebody who does not wait for the
        voice."""
        assert self.scene.name == "shoes", self.scene.name
        while self.scene.name == "shoes":
            self.tap("big")

    def to_the_map(self) -> None:
        """From WHO to the first child's map, past the page that opens on the first day of a chapter."""
        self.tap(self.child)
        if self.scene.name == "story":
            self.key(Command.ACTIVATE)
        assert self.scene.name == "map", self.scene.name

    def wait_for(self, name: str, most: float = 600) -> None:
        """Until the screen of that name is there; AssertionError after `most` seconds."""
        waited = 0.0
        while self.scene.name != name and waited < most:
            self.wait(0.25)
            waited += 0.25
        assert self.scene.name == name, f"still {self.scene.name} after {most} s"

    def draw(self) -> pygame.Surface:
        """The picture of this moment."""
        self.scene.fit()
        self.scene.draw(self.stage)
        self.stage.present()
        return self.stage.surface

    def resize(self, size: tuple[int, int]) -> None:
        """The window has another size."""
        self.game.resized(self.ctx, size)
        self.ctx.art.prepares = False
        self.stage = Stage(pygame.Surface(size))

    def record(self, *facts: Fact, child: str | None = None) -> None:
        self.ctx.record(*facts, child=child)

    def next_day(self, hour: int = 8) -> None:
        """Tomorrow at that hour, at WHO."""
        tomorrow = self.clock.date() + timedelta(days=1)
        self.at(tomorrow, hour)

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        self.clock = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
        self.scene = Start()

    @property
    def child(self) -> str:
        """The id of the first child."""
        return next(iter(self.ctx.family.children))
