"""One exercise only."""

from __future__ import annotations

from game.scenes import routes
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import Player


def test_three_friends_are_named_and_one_press_begins(player: Player):
    player.scene = routes.Choose(player.child)
    player.draw()
    assert not check_layout(player.scene.widgets)
    assert not player.scene.problems
    assert len(player.scene.levels) == 3
    assert player.scene.focused == player.scene.levels[0].exercise
    player.tap(player.scene.levels[1].exercise)
    assert player.scene.name == "shoes"


def test_the_question_is_followed_by_the_friends_exercises(player: Player):
    player.scene = routes.Choose(player.child)
    player.wait(12)
    assert player.ctx.narrator.said[-4:] == [
        "two_minutes_choose",
        *(f"{level.exercise}_name" for level in player.scene.levels),
    ]


def test_back_goes_to_the_map(player: Player):
    player.scene = routes.Choose(player.child)
    player.key(Command.BACK)
    assert player.scene.name == "map"
