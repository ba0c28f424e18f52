"""What ends the game, or takes something away, never stands where the button just pressed was: a second press of it,
by an impatient finger, must not reach it."""

from __future__ import annotations

import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import flow
from game.scenes.screen.screen import Screen
from game.ui.widgets import Widget

# By screen: targets that end the game, leave for good, or cannot be taken back by the same button.
GRAVE = {
    "close": {"good-night"}, "first-not-yet": {"close"}, "trouble": {"close", "anew", "copy"}, "stumbled": {"close"},
    "erase-child": {"erase"}, "bring-back": {"bring"}, "graduation": set(), "ouch": set(),
}  # fmt: skip


def grave_at(screen: Screen, x: float, y: float) -> str | None:
    """The name of what a press at that design point would end."""
    names = GRAVE.get(screen.name, set())
    return next((w.name for w in screen.widgets if w.is_enabled and w.name in names and w.holds(x, y)), None)


def points(widget: Widget) -> list[tuple[float, float]]:
    """Where it may have been pressed: its middle and near its corners."""
    box = widget.box
    (x, y), w, h = box.centre, box.w * 0.3, box.h * 0.3
    return [(x + i * w, y + j * h) for i in (-1, 0, 1) for j in (-1, 0, 1)]


@pytest.mark.parametrize("module", SCREENS)
def test_no_button_turns_into_one_that_ends_something(module: str) -> None:
    """Every button of every screen in its states is pressed; on what follows nothing grave stands there."""
    traps = []
    init_pygame_for_pictures()
    game = demo_game((640, 360), weeks=6)
    for state, scene in SCREENS[module].scenes(game.context):
        for button in [w for w in scene.widgets if w.is_enabled]:
            before = grave_at(scene, *button.box.centre)
            try:
                following = flow.open(game.context, scene.press(button.name) or scene)
            except (KeyError, StopIteration, IndexError, RuntimeError, AttributeError, ValueError, AssertionError):
                continue  # posed for a picture, and no session behind it, or changed by the button before
            if before is None:
                traps += [
                    f"{state}: {button.name} is {trap} on {following.name}"
                    for x, y in points(button)
                    if button.holds(x, y) and (trap := grave_at(following, x, y))
                ]
    game.close()
    assert sorted(set(traps)) == []
