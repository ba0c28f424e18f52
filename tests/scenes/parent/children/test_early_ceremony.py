"""From the eighth week in bloom a parent may hold the ceremony early: on the children's page, by the keyboard alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.content import Slot
from game.core.events import Graduated
from game.gallery.states import play
from game.scenes.home.graduation import is_due
from game.scenes.parent.children.children import Children
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import complaints
from tests.told import facts

ANNA = "child-1"
BUTTON = f"ceremony:{ANNA}"


def after(weeks: int, days: int = 0) -> Player:
    """At the page after so many weeks of four days each and so many days of the next, on its fourth day or before."""
    player = Player.with_family(size=(1280, 720))
    for n in [
        *(7 * week + day for week in range(weeks) for day in (0, 1, 3, 4)),
        *(7 * weeks + d for d in range(days)),
    ]:
        player.clock = player.clock.replace(month=1, day=5) + timedelta(days=n)
        play(player.ctx, player.child, Slot.MORNING)
    player.scene = Children(player.ctx)
    return player


def test_the_keyboard_leads_from_the_button_to_the_ceremony_and_the_trail() -> None:
    player = after(7, days=4)
    player.focus(BUTTON)
    player.key(Command.ACTIVATE)
    assert player.scene.name == "early-ceremony" and complaints(player.scene) == []
    player.wait(0.5)
    player.focus("now")
    player.key(Command.ACTIVATE)
    assert player.scene.name == "graduation" and facts(player, Graduated) == [Graduated(early=True)]
    assert not is_due(player.ctx, player.child), "it is held once"
    player.wait(0.5)
    player.focus("big")
    player.key(Command.ACTIVATE)
    assert player.scene.name == "map" and player.scene.state.is_strong
    player.scene = Children(player.ctx)
    assert BUTTON not in [w.name for w in player.scene.widgets]


def test_not_yet_has_the_focus_and_changes_nothing() -> None:
    player = after(7, days=4)
    player.tap(BUTTON)
    player.wait(0.5)
    player.key(Command.ACTIVATE)
    assert player.scene.name == "children" and facts(player, Graduated) == []


@pytest.mark.parametrize(("weeks", "days", "so_far"), [(0, 1, 0), (2, 0, 2), (7, 3, 7)])
def test_before_it_is_grey_and_says_when_it_may_be_held(weeks: int, days: int, so_far: int) -> None:
    player = after(weeks, days)
    (button,) = [w for w in player.scene.widgets if w.name == BUTTON]
    assert not button.is_enabled
    player.tap(BUTTON)
    assert player.scene.name == "children" and facts(player, Graduated) == []
    said = player.ctx.texts("steer_not_graduated", n=so_far)
    assert player.scene.note.text == said


def test_a_grown_up_and_who_is_put_away_have_no_ceremony() -> None:
    player = Player.with_family(size=(1280, 720))
    player.add_child("Mum", "11+", "grown_up", "fay")
    player.scene = Children(player.ctx)
    assert [w.name for w in player.scene.widgets if w.name.startswith("ceremony")] == [BUTTON]
