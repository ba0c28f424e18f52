"""What was played with the one foot that was ordered is said of that foot, where it is told and where it stands."""

from __future__ import annotations

import pytest

from game.core.content import Foot, Slot
from game.core.events import LevelPlayed, OuchTold, Outcome
from game.scenes import routes
from game.scenes.parent.confirm.confirm import ConfirmPage
from tests.diary import both, lived
from tests.player import Player
from tests.scenes.rooms import complaints, written_on


@pytest.fixture
def player() -> Player:
    """The caterpillar is ordered for the right foot; it was stopped there, and once it hurt."""
    text = both(range(10)) + "+10 order caterpillar on right\n" + both([11])
    player = Player.of(lived(text, 12).robin, size=(1280, 720))
    for id_, outcome, done in (("a", Outcome.HURT, 3), ("b", Outcome.STOPPED, 2), ("c", Outcome.FINISHED, 5)):
        played = LevelPlayed(id_, "s", player.ctx.today, Slot.MORNING, "caterpillar", 1, 5, outcome, 0, done,
                             foot=Foot.RIGHT)  # fmt: skip
        player.record(played, child=player.child)
    player.record(OuchTold("a", "caterpillar", player.ctx.today, Slot.MORNING, 2), child=player.child)
    return player


def test_the_row_to_be_confirmed_names_the_foot(player: Player) -> None:
    page = ConfirmPage(player.ctx, player.child, routes.Who())
    said = written_on(page)
    assert "stopped at 3 of 5 times right foot, it hurt" in said
    assert "stopped at 2 of 5 times right foot" in said
    assert "5 times right foot, whole dose" in said and complaints(page) == []
    rows = [line for line in said if not line.startswith("Keys ")]  # which say what they choose
    assert not [line for line in rows if "each foot" in line or "left" in line]


def test_the_day_names_it_too(player: Player) -> None:
    player.scene = routes.Day(player.child, player.ctx.today)
    said = written_on(player.scene)
    assert "stopped at 3 of 5 times right foot" in said and "it hurt, 2 of 10, right foot's turn" in said
    assert not [line for line in said if "each foot" in line] and complaints(player.scene) == []
