"""The picture states of playing together put nobody out of the family who joined it for them."""

from __future__ import annotations

from game.gallery.screens import SCREENS
from tests.player import Player


def test_whoever_joins_the_family_for_a_picture_stays_in_it_with_the_screens_that_know_them():
    player = Player()
    player.add_child("Anna")
    for group in ("together/choose_together", "together/together_end"):
        assert len(list(SCREENS[group].scenes(player.ctx))) > 3
    told = {event.child for event in player.game.journal.events() if event.child}
    assert told and told == set(player.ctx.family.children)
    assert {child.together for child in player.ctx.family.children.values()} == {0}
