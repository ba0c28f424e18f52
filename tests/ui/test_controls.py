"""Four kinds of devices, one small language."""

from __future__ import annotations

from types import SimpleNamespace

import pygame
import pytest

from game.ui.controls import (
    Command,
    Composing,
    Controls,
    Erase,
    FocusStep,
    FocusTurn,
    Hover,
    Key,
    Left,
    PadGone,
    PadHere,
    Press,
    Returned,
    Typed,
)

SIZE = (1000, 500)


@pytest.fixture
def controls() -> Controls:
    pygame.display.init()
    return Controls()


def event(kind: int, **values: object) -> pygame.event.Event:
    return pygame.event.Event(kind, **values)


def key(code: int, char: str = "", mod: int = 0) -> pygame.event.Event:
    return event(pygame.KEYDOWN, key=code, unicode=char, mod=mod)


def read(controls: Controls, *events: pygame.event.Event) -> list[object]:
    return list(controls.read(events, SIZE))


def plug(controls: Controls, id_: int, hats: int, buttons: int) -> None:
    """A pad as SDL describes it, without the hardware."""
    pad = SimpleNamespace(get_numhats=lambda: hats, get_numbuttons=lambda: buttons)
    controls._pads[id_] = pad  # type: ignore[assignment]


# ---------------------------------------------------------------- keyboard
@pytest.mark.parametrize(
    ("code", "char", "command"),
    [
        (pygame.K_SPACE, " ", Command.ACTIVATE),
        (pygame.K_RETURN, "\r", Command.ACTIVATE),
        (pygame.K_ESCAPE, "\x1b", Command.BACK),
        (pygame.K_o, "o", Command.HURT),
        (pygame.K_p, "p", Command.PAUSE),
        (pygame.K_r, "r", Command.AGAIN),
        (pygame.K_n, "n", Command.MORE),
        (pygame.K_g, "g", Command.GROWN_UPS),
        (pygame.K_F11, "", Command.FULL_SCREEN),
        (pygame.K_F1, "", Command.HELP),
        (pygame.K_c, "c", Command.WORDS),
    ],
)
def test_every_key_of_the_table_gives_its_command(controls, code, char, command):
    assert [k.command for k in read(controls, key(code, char))] == [command]


def test_a_control_character_is_no_letter(controls):
    assert read(controls, key(pygame.K_RETURN, "\r"))[0].char == ""
    assert read(controls, key(pygame.K_a, "A"))[0].char == "a"


def test_arrows_step_and_tab_turns(controls):
    arrows = [key(k) for k in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)]
    assert read(controls, *arrows) == [FocusStep(-1, 0), FocusStep(1, 0), FocusStep(0, -1), FocusStep(0, 1)]
    assert read(controls, key(pygame.K_TAB), key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)) == [FocusTurn(1), FocusTurn(-1)]


def test_releasing_a_key_or_a_button_does_nothing(controls):
    up = event(pygame.KEYUP, key=pygame.K_SPACE, unicode=" ", mod=0)
    released = event(pygame.MOUSEBUTTONUP, button=1, pos=(1, 1)), event(pygame.JOYBUTTONUP, button=0)
    assert read(controls, up, *released) == []


def test_typed_text_composing_and_erasing_are_told_apart(controls):
    events = (
        event(pygame.TEXTINPUT, text="Ж"), event(pygame.TEXTINPUT, text=""), event(pygame.TEXTEDITING, text="に"),
        key(pygame.K_BACKSPACE),
    )  # fmt: skip
    assert read(controls, *events) == [Typed("Ж"), Composing("に"), Erase()]


# ---------------------------------------------------------------- mouse and touch
def test_only_the_left_button_presses(controls):
    presses = [event(pygame.MOUSEBUTTONDOWN, button=b, pos=(10, 20), touch=False) for b in (1, 2, 3, 4, 5)]
    assert read(controls, *presses) == [Press(10, 20)]


def test_a_finger_presses_once_although_it_also_sends_a_mouse(controls):
    finger = event(pygame.FINGERDOWN, x=0.5, y=0.2, touch_id=1, finger_id=1)
    ghost = event(pygame.MOUSEBUTTONDOWN, button=1, pos=(500, 100), touch=True)
    moved = event(pygame.MOUSEMOTION, pos=(500, 100), touch=True)
    assert read(controls, finger, ghost, moved) == [Press(500, 100)]


TWINS = {
    "finger first": ("down", "mouse", "up"),
    "mouse first": ("mouse", "down", "up"),
    "mouse when lifted": ("down", "up", "mouse"),
    "another screen driver too": ("down", "down2", "up", "mouse"),
    "marked and unmarked": ("down", "marked", "mouse", "up"),
}


@pytest.mark.parametrize("tale", TWINS.values(), ids=TWINS)
def test_one_touch_is_one_press_however_many_tell_of_it(tale):
    now = [10.0]
    controls = Controls(seconds=lambda: now[0])

    def told(x: float) -> dict[str, pygame.event.Event]:
        finger = {"x": x / SIZE[0], "y": 0.2, "touch_id": 1, "finger_id": int(now[0] * 100)}
        mouse = {"button": 1, "pos": (x + 3, 101)}
        return {
            "down": event(pygame.FINGERDOWN, **finger), "up": event(pygame.FINGERUP, **finger),
            "down2": event(pygame.FINGERDOWN, **finger | {"touch_id": 2}),
            "mouse": event(pygame.MOUSEBUTTONDOWN, **mouse, touch=False),
            "marked": event(pygame.MOUSEBUTTONDOWN, **mouse, touch=True),
        }  # fmt: skip

    for x in (500.0, 500.0, 520.0, 100.0, 500.0):  # the same digit twice, its neighbour, a far one
        one = told(x)
        now[0] += 0.2
        presses = []
        for name in tale:
            now[0] += 0.03
            presses += read(controls, one[name])
        assert len(presses) == 1


def test_fast_taps_of_one_finger_and_of_one_mouse_all_count(controls):
    for n in range(4):
        finger = {"x": 0.5, "y": 0.2, "touch_id": 1, "finger_id": n}
        assert len(read(controls, event(pygame.FINGERDOWN, **finger), event(pygame.FINGERUP, **finger))) == 1
    mouse = event(pygame.MOUSEBUTTONDOWN, button=1, pos=(10, 10), touch=False)
    assert len(read(controls, mouse, mouse)) == 2


def test_a_mouse_pressed_elsewhere_or_later_than_a_finger_is_a_press_of_its_own():
    now = [10.0]
    controls = Controls(seconds=lambda: now[0])
    finger = {"x": 0.5, "y": 0.2, "touch_id": 1, "finger_id": 1}
    mouse = event(pygame.MOUSEBUTTONDOWN, button=1, pos=(500, 100), touch=False)
    elsewhere = event(pygame.MOUSEBUTTONDOWN, button=1, pos=(700, 100), touch=False)
    assert len(read(controls, event(pygame.FINGERDOWN, **finger), elsewhere)) == 2
    read(controls, event(pygame.FINGERUP, **finger))
    now[0] += 1
    assert len(read(controls, mouse)) == 1


def test_moving_the_mouse_only_hovers(controls):
    assert read(controls, event(pygame.MOUSEMOTION, pos=(5, 6), touch=False)) == [Hover(5, 6)]


# ---------------------------------------------------------------- game pads
HAT_PAD = {0: "ACTIVATE", 1: "BACK", 2: "HURT", 3: "AGAIN", 5: "MORE", 6: "GROWN_UPS", 7: "PAUSE"}
CROSS_PAD = {0: "ACTIVATE", 1: "BACK", 2: "HURT", 3: "AGAIN", 4: "GROWN_UPS", 6: "PAUSE", 10: "MORE"}


@pytest.mark.parametrize(("hats", "buttons", "table"), [(1, 11, HAT_PAD), (0, 16, CROSS_PAD), (0, 10, HAT_PAD)])
def test_every_pad_button_gives_its_command(controls, hats, buttons, table):
    plug(controls, 7, hats, buttons)
    for button in range(11):
        got = read(controls, event(pygame.JOYBUTTONDOWN, button=button, instance_id=7))
        assert [k.command.name for k in got] == ([table[button]] if button in table else [])
        assert all(k.from_pad for k in got)


def test_a_cross_made_of_buttons_moves_the_focus(controls):
    plug(controls, 7, 0, 16)
    presses = [event(pygame.JOYBUTTONDOWN, button=b, instance_id=7) for b in (11, 12, 13, 14)]
    assert read(controls, *presses) == [FocusStep(0, -1), FocusStep(0, 1), FocusStep(-1, 0), FocusStep(1, 0)]


def test_a_hat_moves_the_focus_and_its_return_does_nothing(controls):
    hats = [event(pygame.JOYHATMOTION, value=v, hat=0, instance_id=7) for v in ((1, 0), (0, 0), (0, 1), (0, 0))]
    assert read(controls, *hats) == [FocusStep(1, 0), FocusStep(0, -1)]


def stick(value: float, axis: int = 0) -> pygame.event.Event:
    return event(pygame.JOYAXISMOTION, axis=axis, value=value, instance_id=7)


def test_a_stick_steps_once_per_push_however_it_trembles(controls):
    way = (0.2, 0.49, 0.51, 0.8, 0.45, 0.6, 1.0, 0.4, 0.3, 0.1, 0.7)
    assert read(controls, *(stick(v) for v in way)) == [FocusStep(1, 0), FocusStep(1, 0)]


def test_a_stick_thrown_to_the_other_side_steps_there(controls):
    assert read(controls, stick(0.9, 1), stick(-0.9, 1)) == [FocusStep(0, 1), FocusStep(0, -1)]


def test_triggers_and_the_second_stick_do_nothing(controls):
    assert read(controls, *(stick(1.0, axis) for axis in (2, 3, 4, 5))) == []


def test_a_pad_pulled_out_is_told_and_its_stick_forgotten(controls):
    read(controls, stick(1.0))
    assert read(controls, event(pygame.JOYDEVICEREMOVED, instance_id=7)) == [PadGone(was_in_hand=True)]
    assert read(controls, stick(1.0)) == [FocusStep(1, 0)], "the next pad begins anew"


@pytest.mark.parametrize(("idle", "was_in_hand"), [(1, True), (119, True), (121, False), (900, False)])
def test_a_pad_is_in_hand_for_two_minutes_after_its_last_input(idle, was_in_hand):
    now = [10.0]
    controls = Controls(seconds=lambda: now[0])
    read(controls, event(pygame.JOYBUTTONDOWN, button=0, instance_id=7))
    now[0] += idle
    assert read(controls, event(pygame.JOYDEVICEREMOVED, instance_id=7)) == [PadGone(was_in_hand)]


def test_a_pad_nobody_touched_was_in_no_hand(controls):
    read(controls, event(pygame.JOYBUTTONDOWN, button=0, instance_id=8), stick(0.1))
    assert read(controls, event(pygame.JOYDEVICEREMOVED, instance_id=7)) == [PadGone(was_in_hand=False)]


def test_buttons_of_a_pad_nobody_announced_work(controls):
    press = event(pygame.JOYBUTTONDOWN, button=0, instance_id=99)
    assert read(controls, press) == [Key(Command.ACTIVATE, from_pad=True)]


def test_a_pad_that_is_gone_before_it_was_opened_is_no_crash(controls):
    pygame.joystick.init()
    assert read(controls, event(pygame.JOYDEVICEADDED, device_index=77)) == []


def test_a_pad_that_stays_is_told(controls, monkeypatch):
    pad = SimpleNamespace(get_instance_id=lambda: 4, get_numhats=lambda: 1, get_numbuttons=lambda: 11)
    monkeypatch.setattr(pygame.joystick, "Joystick", lambda _: pad)
    assert read(controls, event(pygame.JOYDEVICEADDED, device_index=0)) == [PadHere()]
    assert controls._pads == {4: pad}, "kept, or SDL closes it"


# ---------------------------------------------------------------- the window
@pytest.mark.parametrize("kind", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED])
def test_leaving_the_window_is_told(controls, kind):
    assert read(controls, event(kind)) == [Left()]


def test_coming_back_to_the_window_is_told(controls):
    assert read(controls, event(pygame.WINDOWFOCUSGAINED)) == [Returned()]
