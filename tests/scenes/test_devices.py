"""Every screen, in every state of the gallery, by keyboard alone, by a pad alone, by mouse or finger alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from game.data.levels.playable import read_shipped
from game.data.texts.voices import shipped_clips
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen.screen import Screen
from game.ui import focus
from game.ui.controls import FocusStep, FocusTurn
from game.ui.widgets import Widget

ARROWS = ((1, 0), (-1, 0), (0, 1), (0, -1))


@pytest.fixture(scope="module")
def states() -> list[tuple[str, Screen]]:
    """Every picture's scene, half a second after it came."""
    from game.app.window import init_pygame_for_pictures

    init_pygame_for_pictures()
    found: list[tuple[str, Screen]] = []
    for name in SCREENS:
        game = demo_game((640, 360))
        for state, scene in SCREENS[name].scenes(game.context):
            scene.update(0.5)
            found.append((state, scene))
    return found


def enabled(scene: Screen) -> list[str]:
    return [w.name for w in scene.widgets if w.is_enabled]


def stops(scene: Screen) -> list[str]:
    """What keys can come to: a grown-up's greyed button as well, which says what is missing."""
    return [w.name for w in scene.widgets if w.is_enabled or w.is_adult]


def pressable(states: list[tuple[str, Screen]]) -> Iterator[tuple[str, Screen, list[str]]]:
    for state, scene in states:
        if names := stops(scene):
            yield state, scene, names


def test_the_gallery_holds_every_screen(states):
    assert len({state for state, _ in states}) == len(states) >= 60


def test_tab_alone_reaches_everything_and_comes_round(states):
    missed = {}
    for state, scene, names in pressable(states):
        seen = set()
        for _ in range(len(names) + 1):
            scene.handle(FocusTurn(1))
            seen.add(scene.focused)
        if rest := set(stops(scene)) - seen:
            missed[state] = rest
    assert not missed


def test_arrows_alone_or_the_cross_of_a_pad_reach_everything(states):
    missed = {}
    for state, scene, names in pressable(states):
        start = scene.focused or names[0]
        seen, open_ = {start}, [start]
        while open_:
            here = open_.pop()
            for arrow in ARROWS:
                there = focus.stepped(scene.widgets, here, *arrow)
                if there and there not in seen:
                    seen.add(there)
                    open_.append(there)
        if rest := set(stops(scene)) - seen:
            missed[state] = rest
    assert not missed


def test_arrows_move_the_ring_on_every_screen_with_two_buttons(states):
    stuck = []
    for state, scene, names in pressable(states):
        if len(names) < 2:
            continue
        rings = set()
        for arrow in ARROWS * 2:
            scene.handle(FocusStep(*arrow))
            rings.add(scene.focused)
        if len(rings) < 2:
            stuck.append(state)
    assert not stuck


Side = tuple[float, float, float, float]  # from, to along the arrow; from, to across it


def seen(widget: Widget, dx: int, dy: int) -> Side:
    """A box as somebody sees it who looks along an arrow: how far away it begins and ends, and what it spans across."""
    box = widget.box
    x, y = (box.x, box.x + box.w), (box.y, box.y + box.h)
    along, across = (x, y) if dx else (y, x)
    near, far = along if dx + dy > 0 else (-along[1], -along[0])
    return near, far, *across


def straight_ahead(scene: Screen, name: str, dx: int, dy: int) -> dict[str, float]:
    """What stands in the same row or column that way, and how far off it begins."""
    near, far, low, high = seen(scene.widget(name), dx, dy)
    found = {}
    for other in stops(scene):
        begins, ends, bottom, top = seen(scene.widget(other), dx, dy)
        if other != name and begins + ends > near + far + 2 and min(high, top) - max(low, bottom) > 1:
            found[other] = max(0.0, begins - far)
    return found


def test_every_arrow_goes_where_an_eye_would_follow_it(states):
    """From every button of every screen: the nearest in the same row or column, else something that lies that way."""
    wrong = []
    for state, scene, names in pressable(states):
        for name, (dx, dy) in itertools.product(names, ARROWS):
            to = focus.stepped(scene.widgets, name, dx, dy)
            ahead = straight_ahead(scene, name, dx, dy)
            if ahead and (to not in ahead or ahead[to] > min(ahead.values()) + 1):
                wrong.append(
                    f"{state}: {(dx, dy)} from {name} leads to {to}, not to {min(ahead, key=ahead.__getitem__)}"
                )
    assert not wrong


def test_no_arrow_goes_back_or_round_to_what_does_not_lie_that_way(states):
    """What it leads to ends further that way, and stands aside only where it begins behind this one's edge."""
    astray = []
    for state, scene, names in pressable(states):
        for name, (dx, dy) in itertools.product(names, ARROWS):
            to = focus.stepped(scene.widgets, name, dx, dy)
            if to in (None, name):
                continue
            near, far, low, high = seen(scene.widget(name), dx, dy)
            begins, ends, bottom, top = seen(scene.widget(to), dx, dy)
            is_aside = min(high, top) - max(low, bottom) <= 1
            if begins + ends <= near + far or (is_aside and begins < far - 1):
                astray.append(f"{state}: {(dx, dy)} from {name} leads to {to}")
    assert not astray


def test_the_arrow_back_returns_where_one_button_is_the_nearest_that_way(states):
    lost = []
    for state, scene, names in pressable(states):
        for name, (dx, dy) in itertools.product(names, ARROWS):
            to = focus.stepped(scene.widgets, name, dx, dy)
            if to is None or to not in straight_ahead(scene, name, dx, dy):
                continue
            back = straight_ahead(scene, to, -dx, -dy)
            others = [gap for other, gap in back.items() if other != name]
            is_clear = name in back and all(back[name] < gap - 1 for gap in others)
            if is_clear and focus.stepped(scene.widgets, to, -dx, -dy) != name:
                lost.append(f"{state}: {name} to {to} and not back")
    assert not lost


def test_a_mouse_or_a_finger_reaches_everything(states):
    covered = []
    for state, scene, _ in pressable(states):
        for name in enabled(scene):
            x, y = scene.widget(name).box.centre
            top = next(w for w in reversed(scene.widgets) if w.is_enabled and w.holds(x, y))
            if top.name != name:
                covered.append(f"{state}: {name} lies under {top.name}")
    assert not covered


def test_no_key_means_two_things_on_one_screen(states):
    twice = []
    for state, scene, _ in pressable(states):
        used: dict[object, str] = {}
        for widget in scene.widgets:
            for key in (*widget.keys, *([widget.command] if widget.command else [])):
                if widget.is_enabled and key in used:
                    twice.append(f"{state}: {key} presses {used[key]} and {widget.name}")
                used[key] = widget.name
    assert not twice


def test_every_screen_lets_go_by_escape_or_has_a_way_on(states):
    """Nobody is ever caught: something can be pressed, or the screen goes on by itself."""
    goes_on_alone = {"close", "confirm", "reward", "praise", "walk_on", "other_foot", "graduation"}
    caught = [s for s, scene in states if not enabled(scene) and scene.name not in goes_on_alone]
    assert not caught


def test_every_button_of_a_child_says_its_name(states):
    silent = sorted(
        {
            f"{scene.name}: {w.name}"
            for _, scene in states
            if scene.is_child
            for w in scene.widgets
            if w.is_enabled and not w.is_adult and not w.voice
        }
    )
    assert not silent


def test_every_name_a_button_says_has_been_recorded(states):
    """But for a thing that only a family's own exercise needs: its name is written beside its picture."""
    ours = {f"things_{thing}" for exercise in read_shipped().exercises.values() for thing in exercise.equipment}
    said = {(s, w.voice) for s, scene in states for w in scene.widgets if w.voice}
    known = {*shipped_clips("en"), *(v for _, v in said if v.startswith("things_") and v not in ours)}
    assert not {(s, voice) for s, voice in said if voice not in known}
