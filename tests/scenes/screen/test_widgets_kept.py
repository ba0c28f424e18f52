"""A screen's buttons are those of its present state."""

from __future__ import annotations

from game.scenes.routes import Next
from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from game.ui.view import Box
from game.ui.widgets import Widget, button
from tests.player import Player


class Counted(Screen):
    """One button, named by the state; while it is made for the first time somebody presses, as it may be beside the
    loop."""

    name = "counted"
    state = 0

    def build(self) -> tuple[Widget, ...]:
        name = f"state-{self.state}"
        if self.state == 0:
            self.state = 1
            self.changed()
        return (button(name, Box(100, 100, 200, 60), name),)

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#FFFFFF")

    def press(self, name: str) -> Next | None:
        return None


def test_buttons_that_were_made_while_the_state_changed_are_made_anew() -> None:
    """Kept, they were those of the state before for as long as nothing else changed, and a press on one named what the
    screen no longer had."""
    screen = Counted(Player.with_family().ctx)
    assert [w.name for w in screen.widgets] == ["state-0"]
    assert [w.name for w in screen.widgets] == ["state-1"]
    kept = screen.widgets
    assert screen.widgets is kept, "and then they are kept"
