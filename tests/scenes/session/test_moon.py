"""The evening's moon stands in the open sky: no friend walks before its face, and no lens lies on it."""

from __future__ import annotations

import pygame
import pytest

from game.core.events import QuestKind
from game.data.levels.playable import read_shipped
from game.scenes import routes
from game.scenes.session.session import as_level
from game.ui.view import View
from tests.player import Player

MOONLIGHT = pygame.Color("#F7E3A4")
PLAYED = [e.id for e in read_shipped().exercises.values() if not e.beside and e.demonstration.place != "room"]


def moonlit(picture: pygame.Surface, box: pygame.Rect) -> int:
    return pygame.mask.from_threshold(picture.subsurface(box), MOONLIGHT, (9, 9, 9, 255)).count()


@pytest.mark.parametrize("exercise", PLAYED)
def test_nobody_who_shows_an_exercise_stands_before_the_moon(player: Player, exercise: str):
    player.next_day(19)
    player.scene = routes.Shoes(player.child, QuestKind.ONE, (as_level(player.ctx, exercise, 1),))
    player.fetch()
    player.tap("big")  # the how-to is skipped
    place = player.ctx.art.place(player.ctx.catalogue.exercises[exercise].demonstration.place, True)
    (moon,) = (p for layer in place.land.layers for props in layer.props if "ui/moon" in props.part for p in props.at)
    view = View(*player.stage.surface.get_size())
    x, y = view.pixel(moon[0], moon[1])
    r = round(moon[2] / 2 * view.k)
    box = pygame.Rect(x - r, y - r, 2 * r, 2 * r)
    whole = moonlit(place.still(view.size), box)
    assert whole > 100
    seen = set()
    for _ in range(12):
        player.wait(1.2)
        seen.add(player.scene.name)
        if player.scene.name in ("countdown", "play"):
            assert moonlit(player.draw(), box) >= 0.9 * whole, player.scene.name
    assert seen >= {"countdown", "play"}
