"""Twenty thousand frames of everything at random; and a monkey that could not find anything would be of no use."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.events import Effort, Grade, LevelConfirmed, LevelPlayed, Outcome, QuestKind, SessionStarted
from game.scenes.context import Context
from game.scenes.scene import Scene, Screen
from game.ui.paper import Paper
from tests.faults import monkey


class Broken(Screen):
    """Raises on the first thing it is given."""

    name = "broken"

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#BFE3E8")

    def handle(self, event: object) -> Scene | None:
        raise ValueError("a mistake of ours")


class Unguarded(Screen):
    """Gives a grown-up's word to any child."""

    name = "unguarded"

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#BFE3E8")

    def handle(self, event: object) -> Scene | None:
        child, day, morning = next(iter(self.ctx.children), "child-0"), self.ctx.today, Slot.MORNING
        self.ctx.record(
            SessionStarted("s", day, morning, QuestKind.ONE, ("bear_walk",)),
            LevelPlayed("a", "s", day, morning, "bear_walk", 1, 20, Outcome.FINISHED, 20),
            LevelConfirmed("a", Grade.WELL, Effort.RIGHT),
            child=child,
        )
        return None


def test_twenty_thousand_frames_of_every_device_find_no_fault():
    figures = monkey.run(frames=20_000, seed=3)
    print({k: v for k, v in figures.items() if k not in ("devices", "events")})
    assert figures["faults"] == []
    assert figures["unauthorised"] == 0
    # It did its work:
    assert figures["presses"] > 20_000
    assert set(figures["devices"]) >= {"key", "mouse", "finger", "pad", "stick", "text", "window"}
    assert len(figures["screens"]) >= 25
    assert figures["drawn"] > 500
    assert figures["closings"] > 10
    assert figures["events"]["LevelPlayed"] > 10


@pytest.mark.parametrize("scene", [Broken, Unguarded])
def test_a_monkey_finds_what_is_broken(scene):
    def first(ctx: Context) -> Scene:
        return scene(ctx)

    figures = monkey.run(frames=200, seed=1, first=first)
    assert figures["faults"]
    assert figures["unauthorised"] or scene is Broken
