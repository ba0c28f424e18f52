"""Keyboard, mouse, touch and gamepad as one small language of inputs.

A scene never sees which device it was: each input only moves the focus, presses a place, or gives a command. Acts on
press, never on release, hold or repeat. A game pad uses the common order: A B X Y, bumpers, back, start.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from enum import Enum, auto

import pygame

from game.core.keys import DEFAULTS
from game.frozen import dataclass
from game.ui.keyboard import char_of, name_of
from game.ui.touch import DoubleTellings

# Half of the stick's way counts as a push; back below a third before the next one.
STICK_ON, STICK_OFF = 0.5, 0.33
IN_HAND = 120.0  # seconds since its last input until a pad is one that lies about


class Command(Enum):
    """What a key or pad button asks for, on any screen."""

    ACTIVATE = auto()
    BACK = auto()
    HURT = auto()
    PAUSE = auto()
    AGAIN = auto()
    MORE = auto()
    GROWN_UPS = auto()
    FULL_SCREEN = auto()
    HELP = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Press:
    """Mouse button or finger, in pixels of the window."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Hover:
    """The mouse moved, in pixels of the window."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class FocusStep:
    """Focus to the neighbour in a direction: -1, 0 or 1 each way, y down."""

    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class FocusTurn:
    """Focus to the next (1) or the one before (-1) in reading order."""

    by: int


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel: look further, in shares of what is seen, right and down."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Key:
    """A command or a character key; `char` is lower case, '' for keys without one, "ctrl+1" for Ctrl and a digit."""

    command: Command | None
    char: str = ""
    from_pad: bool = False
    name: str = field(default="", compare=False)  # by which a family may choose it, see `game.core.keys`


@dataclass(frozen=True, slots=True)
class Typed:
    """Text from the keyboard or an input method."""

    text: str


@dataclass(frozen=True, slots=True)
class Composing:
    """Text an input method has not finished yet."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase:
    """Backspace."""


@dataclass(frozen=True, slots=True)
class Left:
    """The window lost the keyboard or was hidden."""


@dataclass(frozen=True, slots=True)
class Covered(Left):
    """Something lies over the scene: what runs pauses, but nobody has left the window."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The window has the keyboard again."""


@dataclass(frozen=True, slots=True)
class Slept:
    """The computer was asleep, or the game was held up for long."""


@dataclass(frozen=True, slots=True)
class PadGone:
    """A game pad was unplugged or switched itself off; `was_in_hand` when somebody had used it just before."""

    was_in_hand: bool = True


@dataclass(frozen=True, slots=True)
class PadHere:
    """A game pad was plugged in."""


Input = (
    Press
    | Hover
    | FocusStep
    | FocusTurn
    | Scroll
    | Key
    | Typed
    | Composing
    | Erase
    | Left
    | Returned
    | Slept
    | PadGone
    | PadHere
)


def along_the_lines(given: Input, is_mirrored: bool) -> Input:
    """An input on a page that begins at the right, if `is_mirrored`, as its layout has it: an arrow to the left leads
    on. A press already lies where the layout has it."""
    match given:
        case FocusStep(dx, dy) if is_mirrored:
            return FocusStep(-dx, dy)
        case Scroll(across, down) if is_mirrored:
            return Scroll(-across, down)
    return given


KEYS: dict[int, Command] = {
    pygame.K_SPACE: Command.ACTIVATE,
    pygame.K_RETURN: Command.ACTIVATE,
    pygame.K_KP_ENTER: Command.ACTIVATE,
    pygame.K_ESCAPE: Command.BACK,
    pygame.K_AC_BACK: Command.BACK,
    pygame.K_F11: Command.FULL_SCREEN,
    pygame.K_F1: Command.HELP,
}
CHOSEN: dict[str, Command] = {  # those whose key a family may choose
    "hurt": Command.HURT,
    "pause": Command.PAUSE,
    "again": Command.AGAIN,
    "more": Command.MORE,
    "grown_ups": Command.GROWN_UPS,
    "words": Command.WORDS,
    "big": Command.ACTIVATE,
}
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
# Two orders of buttons are common. A pad with a hat for its cross counts as XInput does; one whose cross is four
# buttons (11 up, 12 down, 13 left, 14 right) counts as SDL's own drivers for PlayStation and Switch pads do.
HAT_PAD: dict[int, Command] = {
    0: Command.ACTIVATE,
    1: Command.BACK,
    2: Command.HURT,
    3: Command.AGAIN,
    5: Command.MORE,
    6: Command.GROWN_UPS,
    7: Command.PAUSE,
}
CROSS_PAD: dict[int, Command] = {
    0: Command.ACTIVATE,
    1: Command.BACK,
    2: Command.HURT,
    3: Command.AGAIN,
    4: Command.GROWN_UPS,
    6: Command.PAUSE,
    10: Command.MORE,
}
CROSS: dict[int, tuple[int, int]] = {11: (0, -1), 12: (0, 1), 13: (-1, 0), 14: (1, 0)}
NOTCH = 0.2  # of what is seen, by which a notch of the wheel scrolls
CROSS_BUTTONS = 15  # a pad with at least so many and no hat is of the second kind


class Controls:
    """Turns pygame's events into inputs; remembers plugged pads and where their sticks are. `seconds` is a clock that
    never goes back."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._touches = DoubleTellings(seconds)
        self._used: dict[int, float] = {}  # when each pad last said something
        self._pads: dict[int, pygame.joystick.JoystickType] = {}
        self._sticks: dict[tuple[int, int], int] = {}
        self._by_key: dict[str, Command] = {}
        self.obey(DEFAULTS)

    def obey(self, keys: Mapping[str, str]) -> None:
        """The keys as the family chose them, see `game.core.keys`."""
        self._by_key = {key: CHOSEN[what] for what, key in keys.items() if key}

    def read(self, events: Iterable[pygame.event.Event], size: tuple[int, int]) -> Iterator[Input]:
        """The inputs of this frame; `size` is the window's, for touch."""
        for event in events:
            yield from self._one(event, size)

    def _one(self, event: pygame.event.Event, size: tuple[int, int]) -> Iterator[Input]:
        match event.type:
            case pygame.KEYDOWN:
                yield from self._key(event)
            case pygame.TEXTINPUT if event.text:
                yield Typed(event.text)
            case pygame.TEXTEDITING:
                yield Composing(event.text)
            case pygame.MOUSEBUTTONDOWN if event.button == 1 and not getattr(event, "touch", False):
                x, y = event.pos
                if self._touches.is_new("mouse", x, y, size):
                    yield Press(x, y)
            case pygame.MOUSEMOTION if not getattr(event, "touch", False):
                yield Hover(*event.pos)
            case pygame.MOUSEWHEEL:
                yield Scroll(NOTCH * event.x, -NOTCH * event.y)
            case pygame.FINGERDOWN:
                x, y = event.x * size[0], event.y * size[1]
                if self._touches.is_new(event.touch_id, x, y, size, event.finger_id):
                    yield Press(x, y)
            case pygame.FINGERUP:
                self._touches.lifted(event.touch_id, event.finger_id)
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWMINIMIZED:
                yield Left()
            case pygame.WINDOWFOCUSGAINED:
                yield Returned()
            case _:
                yield from self._pad(event)

    def _pad(self, event: pygame.event.Event) -> Iterator[Input]:
        match event.type:
            case pygame.JOYDEVICEADDED:
                # The object must be kept, or SDL closes the device; instance ids never shift, indices do.
                try:
                    pad = pygame.joystick.Joystick(event.device_index)
                except pygame.error:
                    return  # gone again already
                self._pads[pad.get_instance_id()] = pad
                yield PadHere()
            case pygame.JOYDEVICEREMOVED:
                self._pads.pop(event.instance_id, None)
                self._sticks = {k: v for k, v in self._sticks.items() if k[0] != event.instance_id}
                used = self._used.pop(event.instance_id, None)
                yield PadGone(used is not None and self._seconds() - used <= IN_HAND)
            case _:
                for given in self._pushed(event):
                    self._used[getattr(event, "instance_id", -1)] = self._seconds()
                    yield given

    def _pushed(self, event: pygame.event.Event) -> Iterator[Input]:
        match event.type:
            case pygame.JOYBUTTONDOWN:
                yield from self._button(event)
            case pygame.JOYHATMOTION if any(event.value):
                yield FocusStep(event.value[0], -event.value[1])
            case pygame.JOYAXISMOTION if event.axis in (0, 1):
                yield from self._stick(event)

    def _button(self, event: pygame.event.Event) -> Iterator[Input]:
        pad = self._pads.get(getattr(event, "instance_id", -1))
        has_cross = pad is not None and pad.get_numhats() == 0 and pad.get_numbuttons() >= CROSS_BUTTONS
        if has_cross and event.button in CROSS:
            yield FocusStep(*CROSS[event.button])
        elif command := (CROSS_PAD if has_cross else HAT_PAD).get(event.button):
            yield Key(command, from_pad=True)

    def _stick(self, event: pygame.event.Event) -> Iterator[Input]:
        key = (getattr(event, "instance_id", 0), event.axis)
        before = self._sticks.get(key, 0)
        now = before
        if abs(event.value) >= STICK_ON:
            now = 1 if event.value > 0 else -1
        elif abs(event.value) < STICK_OFF:
            now = 0
        self._sticks[key] = now
        if now and now != before:
            yield FocusStep(now, 0) if event.axis == 0 else FocusStep(0, now)

    def _key(self, event: pygame.event.Event) -> Iterator[Input]:
        if event.key in ARROWS:
            yield FocusStep(*ARROWS[event.key])
        elif event.key == pygame.K_TAB:
            yield FocusTurn(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif event.key == pygame.K_BACKSPACE:
            yield Erase()
        else:
            char, name = char_of(event), name_of(event)
            if event.mod & pygame.KMOD_CTRL and "1" <= char <= "9":
                yield Key(None, f"ctrl+{char}")
            else:
                yield Key(KEYS.get(event.key) or self._by_key.get(name), char, name=name)
