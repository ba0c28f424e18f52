"""Somebody hits every device at random for hours: nothing raises, nothing grows, no grown-up's word without the gate.

Each round is a seeded family of its own, played through the real loop with real pygame events. Most monkeys are
children: what they type at the gate is chance. Some know the PIN, so that the grown-ups' side is met too.

    figures = run(frames=20_000, seed=1)   # a dictionary of counts, and `faults`, which must be empty
"""

from __future__ import annotations

import ctypes
import gc
import os
import random
import sys
import tempfile
import traceback
import typing
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pygame

from game.app.game import Game
from game.app.lock import Lock
from game.app.loop import App
from game.core.content import AgeBand
from game.core.events import (
    ChildAdded,
    DoneTogether,
    Event,
    Fact,
    FunctionHurt,
    FunctionMeasured,
    GatePassed,
    GateSet,
    GateTried,
    Graduated,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    PageShown,
    ProgrammeChosen,
    QuestKind,
    Retracted,
    SessionEnded,
    SessionStarted,
    SettingChosen,
    SignsTicked,
    StarsAwarded,
    StickerFound,
)
from game.data.journal.journal import Journal
from game.demo.family import tell
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.grown_ups import GrownUpScreen, Overlay
from game.ui.malloc_tuning import give_back_pictures
from tests.data.disks import Disk
from tests.player import CODE, PIN

ZONE = timezone(timedelta(hours=1))
SIZE = (640, 360)
ROUND = 25_000  # frames with one family; then a new one, so that what a round leaves behind is seen
DRAW_EVERY = 30  # frames from one drawn frame to the next
TELEPORT_EVERY = 500  # frames until another screen is looked up in the gallery
STAY = timedelta(minutes=20)  # how long one PIN may hold for confirming
HANGS_EVERY = 400  # frames, on the average, until the disk of a round with a slow one hangs
REMEMBERED = 80  # frames that are told where a fact came without the gate
# Made only behind the gate; a jump there would be a confirmation without it.
BEHIND_THE_GATE = frozenset(n for n in SCREENS if n.startswith("parent/"))
BEHIND_THE_GATE -= {"parent/gate"}
BEHIND_TOO = frozenset({"function-check", "function-kept"})  # states of a screen that is in front of it
LEAVES_THE_GATE = frozenset({"who", "map"})
# What the screens in front of the gate tell, and the gate itself; whatever else there is is a grown-up's word.
CHILDS = frozenset({
    GateTried, GatePassed, SessionStarted, LevelPlayed, SessionEnded, OuchTold, StarsAwarded, StickerFound,
    PageShown, FunctionHurt, DoneTogether,
})  # fmt: skip
GUARDED = frozenset(typing.get_args(Fact)) - CHILDS

KEYS = [
    pygame.K_SPACE, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_BACKSPACE, pygame.K_LEFT, pygame.K_RIGHT,
    pygame.K_UP, pygame.K_DOWN, pygame.K_F1, pygame.K_F5, pygame.K_DELETE, pygame.K_HOME, pygame.K_LALT,
    *(ord(c) for c in "oprngcuehxyz0123456789"),
]  # fmt: skip
WORDS = ("Anna", "Jürgen", "Мая", "ليلى", "花", "👣", "a" * 200, "\u202eabc", "'", "<b>")


@dataclass
class Figures:
    """What was done and what went wrong."""

    frames: int = 0
    inputs: Counter[str] = field(default_factory=Counter)
    screens: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    drawn: int = 0
    closings: int = 0
    rounds: int = 0
    gate_passes: int = 0
    leavings: int = 0  # the window left while a grown-ups' page was open
    hangs: int = 0  # times the disk did not answer for a while
    confirmations: int = 0
    unauthorised: int = 0
    faults: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    def as_dict(self) -> dict[str, object]:
        """Plain values for printing."""
        return {
            "frames": self.frames,
            "rounds": self.rounds,
            "inputs": sum(self.inputs.values()),
            "presses": sum(n for k, n in self.inputs.items() if k in ("key", "mouse", "finger", "pad")),
            "devices": dict(self.inputs),
            "screens": dict(self.screens),
            "drawn": self.drawn,
            "closings": self.closings,
            "events": dict(self.events),
            "gate_passes": self.gate_passes,
            "leavings": self.leavings,
            "hangs": self.hangs,
            "confirmations": self.confirmations,
            "unauthorised": self.unauthorised,
            "memory_growth_mb": round(growth(self.memory), 1),
            "faults": list(self.faults),
        }


class WatchedGame(Game):
    """The real game, with somebody looking at every fact it tells."""

    def __init__(self, *given: object, told: Callable[[Event], None], **named: object) -> None:
        self._told_to = told
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def _told(self, events) -> None:
        super()._told(events)
        for event in events:
            self._told_to(event)


class Monkey:
    """One family, one seed. `knows_pin`: a grown-up who types it at the gate; else only chance opens it."""

    def __init__(self, seed: int, figures: Figures, folder: Path, knows_pin: bool, first: Scene | None = None) -> None:
        self.chance = random.Random(seed)
        self.seed, self.figures, self.knows_pin = seed, figures, knows_pin
        self.now = datetime(2026, 1, 5, 8, 0, tzinfo=ZONE)
        self._gate_open_since: datetime | None = None
        self._hands_off = 0  # frames without any input
        self._is_area_open = self._is_posed = self._has_gate = False
        self._goes_away = self._is_away = False  # the window is left in this frame; whoever passed the gate has gone
        self._hangs_for = 0  # frames until a disk that hangs answers again
        self._given: list[str] = []  # inputs of this frame, in words
        self._seen: deque[str] = deque(maxlen=REMEMBERED)  # the last frames, in words
        path = folder / f"family-{seed}.sqlite"
        pygame.display.set_mode(SIZE, pygame.RESIZABLE)
        self.game = WatchedGame(
            self._journal(path), SIZE, now=lambda: self.now, cache=folder / "cache", mute=True, seed=seed, gate_cost=16,
            told=self._told,
        )  # fmt: skip
        self.ctx = self.game.context
        self._has_gate, self._is_area_open = bool(self.ctx.family.gate), True  # grown-ups made this family
        self._family()
        self._is_area_open = False
        self.app = self._start(first)
        self._jumps: Iterator[Scene] = iter(())

    def _journal(self, path: Path) -> Journal:
        """A diary in a file; every third family has played for weeks."""
        journal = Journal.open(path)
        if self.seed % 3 == 2:
            tell(journal, self.now, self.chance.randint(1, 8))
        # Every second pair of families lives on a disk that hangs now and then: each way behind the gate waits for it.
        self._disk = Disk(journal) if self.seed % 4 >= 2 else None
        return self._disk or journal

    def _family(self) -> None:
        """One to five children, as chance likes; sometimes nobody yet, and the game begins at the beginning."""
        if self.ctx.children or self.chance.random() < 0.15:
            return
        self.ctx.gate.set(PIN, CODE)
        ages = [AgeBand(v) for v in ("3-4", "5-6", "7-10", "11+")]
        for i, animal in enumerate(self.chance.sample(("kva", "tik", "fay", "bo", "otto"), self.chance.randint(1, 5))):
            programme = self.chance.choice(("children", "children", "prevention", "after_surgery"))
            facts = ChildAdded(f"Child {i}", animal, self.chance.choice(ages), i % 4), SignsTicked(())
            self.ctx.record(*facts, ProgrammeChosen(programme), child=f"child-{i}")
        if self.chance.random() < 0.5:  # somebody to play beside a child, in a programme of its own
            facts = ChildAdded("Mum", "koko", AgeBand.ELEVEN_UP, 2), SignsTicked(()), ProgrammeChosen("grown_up")
            self.ctx.record(*facts, child="child-mum")
        for name in ("calm", "words", "baby", "stay"):
            if self.chance.random() < 0.3:
                self.ctx.record(SettingChosen(name, "on"))
        if self.chance.random() < 0.3:
            self.ctx.record(SettingChosen("confirm_when", "each"))

    def _start(self, first: Scene | None = None) -> App:
        window = pygame.display.get_surface()
        assert window is not None
        pygame.event.clear()
        return App(window, self.ctx, first or routes.Start(), self.game.resized)

    # ---------------------------------------------------------------- what is looked at
    def _told(self, event: Event) -> None:
        self.figures.events[type(event.fact).__name__] += 1
        if isinstance(event.fact, GatePassed):
            self._gate_open_since, self._is_area_open, self._is_away = self.now, True, False
            self.figures.gate_passes += 1
            self._hang(1 / 2)  # what comes after the gate waits for the disk
        elif not self._is_posed:
            self._guard(event.fact)
        if isinstance(event.fact, GateSet):
            # The very first start has no gate to pass: whoever sets the PIN goes on to the first child.
            self._is_area_open |= not self._has_gate
            self._has_gate = True

    def _guard(self, fact: Fact) -> None:
        """A grown-up's word is a fault where the gate was not passed."""
        self.figures.confirmations += isinstance(fact, LevelConfirmed | FunctionMeasured)
        is_first_pin = isinstance(fact, GateSet) and not self._has_gate
        is_open = self._is_area_open and not self._is_away
        if is_open or is_first_pin or not needs_gate(fact):
            return
        if not (isinstance(fact, LevelConfirmed | Retracted) and self._stays):
            self.figures.unauthorised += 1
            kind = type(fact).__name__
            before = "\n  ".join(self._seen)
            self.figures.faults.append(
                f"seed {self.seed}: {kind} on {self.app.scene.name} without the gate\n  {before}"
            )

    @property
    def _stays(self) -> bool:
        """The PIN typed for confirming may still hold."""
        since = self._gate_open_since
        return self.ctx.settings.stay and since is not None and timedelta(0) <= self.now - since <= STAY

    def _look(self) -> None:
        name = self.app.scene.name
        self.figures.screens[name] += 1
        if self._goes_away and self._has_gate:
            # Whoever comes back need not be who left: from here on only the PIN lets anything be told.
            self._is_away = True
            self.figures.leavings += 1
        self._goes_away = False
        if name in (*LEAVES_THE_GATE, "gate") and not self.app.navigator.is_waiting:  # a slow disk holds what is coming
            self._is_area_open = False

    # ---------------------------------------------------------------- what it does
    def frame(self, i: int) -> None:
        """One frame of the loop with whatever the monkey does before it."""
        dt = self.chance.choice((0.02, 0.05, 0.1, 0.5, 2.0))
        self._answer()
        self._hang(1 / HANGS_EVERY)
        self._hands_off -= 1
        if self._hands_off < 0:
            for _ in range(self.chance.choice((0, 1, 1, 1, 2, 5))):
                self._input()
            if self.knows_pin and self.app.scene.name == "gate" and self.chance.random() < 0.3:
                self._type_pin()
        if i % TELEPORT_EVERY == TELEPORT_EVERY - 1:
            self._jump()
        if self.chance.random() < 0.0005:
            hours = self.chance.choice((1, 3, 12, 24, 24 * 8, -2))
            self.now += timedelta(hours=hours)
            self._is_away |= hours > 0 and self._has_gate and self._is_area_open  # the computer slept
        self.app.view.is_hidden = i % DRAW_EVERY != 0
        self.figures.drawn += not self.app.view.is_hidden
        self.now += timedelta(seconds=dt)
        self._seen.append(self._state(i))
        self.app.step(dt)
        self._look()
        if not self.app.running:
            self.figures.closings += 1
            self._is_area_open = False
            self.app = self._start()

    def _state(self, i: int) -> str:
        """What the loop and this book-keeping hold for true before frame `i` is played."""
        app, lock = self.app, self.app.lock
        under = " < ".join(scene.name for scene in app.navigator.under)
        held = [name for name, value in vars(lock).items() if value is True]
        mine = [name for name in ("_is_area_open", "_is_away", "_goes_away") if getattr(self, name)]
        disk = "writing" if self.ctx.is_writing else "quiet"
        given, self._given = " ".join(self._given), []
        return f"{i} {app.scene.name} [{under}] disk {disk}; lock {held} {lock._quiet:.0f} s; book {mine}; {given}"

    def _hang(self, likely: float) -> None:
        """A slow disk does not answer for a while; whatever was told meanwhile is written when it does."""
        if self._disk and self._disk.hangs.is_set() and self.chance.random() < likely:
            self._hangs_for = self.chance.choice((3, 20, 60))
            self._disk.hangs.clear()
            self.figures.hangs += 1

    def _answer(self) -> None:
        self._hangs_for -= 1
        if self._disk and self._hangs_for <= 0:
            self._disk.hangs.set()

    def _jump(self) -> None:
        """To another screen of the gallery, in one of its states."""
        self._is_posed = True  # a screen's state may need facts nobody played
        scene = next(self._jumps, None)
        if scene is None:
            self._jumps = gallery_scenes(self.chance, self.ctx)
            scene = next(self._jumps, None)
        self._is_posed = False
        if scene is not None and self.ctx.children:
            self._is_area_open = isinstance(scene, GrownUpScreen | Overlay)  # as if the gate had been passed
            self._is_away = False
            self.app.navigator._covered.clear()
            self.app.lock = Lock()
            self.app.navigator.go(scene)

    def _input(self) -> None:
        kind = self.chance.choices(
            ("key", "mouse", "finger", "pad", "stick", "text", "hover", "window"), (30, 20, 12, 14, 6, 3, 6, 1)
        )[0]
        self.figures.inputs[kind] += 1
        getattr(self, f"_{kind}")()

    def _post(self, kind: int, **values: object) -> None:
        self._given.append(f"{pygame.event.event_name(kind)}:{values.get('unicode', '')}")
        pygame.event.post(pygame.event.Event(kind, **values))

    def _key(self) -> None:
        code = self.chance.choice(KEYS)
        if code == pygame.K_F1 and self.chance.random() < 0.8:
            code = pygame.K_SPACE  # the safety page is left by few keys, and would be met too often
        char = chr(code) if 32 <= code < 127 else ""
        self._post(pygame.KEYDOWN, key=code, unicode=char, mod=self.chance.choice((0, 0, 0, pygame.KMOD_SHIFT)))

    def _place(self) -> tuple[float, float]:
        """Anywhere, or more often on something that can be pressed."""
        w, h = self.app.view.size
        widgets = getattr(self.app.scene, "widgets", ())
        if widgets and self.chance.random() < 0.7:
            return self.ctx.pictures.view.pixel(*self.chance.choice(widgets).box.centre)
        return self.chance.uniform(0, w), self.chance.uniform(0, h)

    def _mouse(self) -> None:
        self._post(pygame.MOUSEBUTTONDOWN, button=self.chance.choice((1, 1, 1, 2, 3)), pos=self._place(), touch=False)

    def _finger(self) -> None:
        (x, y), (w, h) = self._place(), self.app.view.size
        self._post(pygame.FINGERDOWN, x=x / w, y=y / h, touch_id=1, finger_id=self.chance.randrange(5))
        self._post(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, y), touch=True)

    def _pad(self) -> None:
        if self.chance.random() < 0.03:
            self._post(pygame.JOYDEVICEREMOVED, instance_id=1)
        elif self.chance.random() < 0.03:
            self._post(pygame.JOYDEVICEADDED, device_index=0)
        else:
            self._post(pygame.JOYBUTTONDOWN, button=self.chance.randrange(16), instance_id=1)

    def _stick(self) -> None:
        if self.chance.random() < 0.5:
            value = self.chance.choice(((1, 0), (-1, 0), (0, 1), (0, -1), (0, 0)))
            self._post(pygame.JOYHATMOTION, hat=0, value=value, instance_id=1)
        else:
            axis, value = self.chance.randrange(6), self.chance.uniform(-1, 1)
            self._post(pygame.JOYAXISMOTION, axis=axis, value=value, instance_id=1)

    def _text(self) -> None:
        kind = self.chance.choice((pygame.TEXTINPUT, pygame.TEXTEDITING))
        self._post(kind, text=self.chance.choice(WORDS), start=0, length=0)

    def _hover(self) -> None:
        self._post(pygame.MOUSEMOTION, pos=self._place(), touch=False)

    def _window(self) -> None:
        match self.chance.randrange(8):
            case 0:
                self._post(pygame.WINDOWCLOSE)
                self._post(pygame.QUIT)
            case 1:
                size = self.chance.choice((SIZE, (800, 450), (640, 480), (300, 200), (860, 360)))
                pygame.display.set_mode(size, pygame.RESIZABLE)
                self._post(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1])
            case 2:
                self._post(pygame.WINDOWMINIMIZED)
                self._post(pygame.WINDOWRESTORED)
                self._goes_away = self._is_area_open
            case 3:
                self._post(pygame.WINDOWEXPOSED)
            case 4:
                self._post(pygame.AUDIODEVICEREMOVED, iscapture=False, which=0)
            case _:
                self._post(pygame.WINDOWFOCUSLOST)
                self._goes_away = self._is_area_open

    def _type_pin(self) -> None:
        """A grown-up who knows it, and waits until the door opens."""
        self.figures.inputs["pin"] += 1
        pygame.event.clear()
        self._goes_away = False  # the game does not hear of it
        for char in PIN:
            self._post(pygame.KEYDOWN, key=ord(char), unicode=char, mod=0)
        self._hands_off = 12

    def close(self) -> None:
        if self._disk:
            self._disk.hangs.set()
        self.game.close()


def needs_gate(fact: Fact) -> bool:
    """Whether it is a grown-up's word. The words on the picture are for everybody, and a ceremony that is due is held;
    a walk told afterwards is not."""
    match fact:
        case SettingChosen("words", _) | Graduated(early=False):
            return False
        case SessionStarted(quest=QuestKind.AWAY) | LevelPlayed(away=True):
            return True
    return type(fact) in GUARDED


def gallery_scenes(chance: random.Random, ctx: Context) -> Iterator[Scene]:
    """Every screen in front of the gate, in its important states, in a chance order."""
    modules = [m for m in SCREENS if m not in BEHIND_THE_GATE]
    chance.shuffle(modules)
    for name in modules:
        # A gallery may set the clock for its pictures, and puts things back only at its end.
        now, slot = ctx.now, ctx.slot_chosen
        try:
            scenes = [scene for state, scene in SCREENS[name].scenes(ctx) if state not in BEHIND_TOO]
        except (KeyError, StopIteration, IndexError, RuntimeError):
            scenes = []  # made for the family of the demo, and this one is smaller
        ctx.now, ctx.slot_chosen = now, slot
        yield from scenes


def growth(memory: list[int]) -> float:
    """MB that stay behind: between the end of the second round, when everything was met once, and that of the last.

    Within a round the bounded stores of pictures fill up, each family's differently; between rounds nothing may stay.
    """
    return max(0.0, (memory[-1] - memory[1]) / 2**20) if len(memory) > 2 else 0.0


def resident() -> int:
    """Bytes of this process in memory once everything free is given back to the system."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def run(
    frames: int, seed: int = 1, first: Callable[[Context], Scene] | None = None, knows_pin: bool | None = None
) -> dict[str, object]:
    """The figures of so many frames. `first` puts another scene before the start: a control for the tests. `knows_pin`
    None: every second monkey does."""
    pygame.display.init()
    pygame.font.init()
    figures = Figures()
    give_back_pictures()  # as the game does when it opens its window
    with tempfile.TemporaryDirectory() as folder:
        while figures.frames < frames and len(figures.faults) < 5:
            knows = figures.rounds % 2 == 1 if knows_pin is None else knows_pin
            monkey = Monkey(seed * 1000 + figures.rounds, figures, Path(folder), knows_pin=knows)
            if first:
                monkey.app.navigator.go(first(monkey.ctx))
            _round(monkey, min(frames - figures.frames, ROUND))
            figures.rounds += 1
            del monkey
            figures.memory.append(resident())
    return figures.as_dict()


def _round(monkey: Monkey, frames: int) -> None:
    figures = monkey.figures
    for i in range(frames):
        figures.frames += 1
        try:
            monkey.frame(i)
        except Exception:
            scene = monkey.app.scene.name
            figures.faults.append(f"seed {monkey.seed}, frame {i}, {scene}: {traceback.format_exc(limit=-6)}")
            return  # this family is over; the next one begins
    monkey.close()
