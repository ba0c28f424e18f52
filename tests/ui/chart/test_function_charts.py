"""The curve of what feet can do stays inside its box, whatever the values."""

from __future__ import annotations

from datetime import date, timedelta

import pygame
import pytest

from game.ui.chart.function_charts import Curve, curves
from game.ui.paper import Paper
from game.ui.view import Box
from tests.player import Player

BOX = Box(300, 200, 286, 56)
DAY = date(2026, 1, 5)


def drawn(player: Player, *lines: Curve) -> tuple[pygame.Rect, list[str]]:
    """What was inked, in pixels, and the texts that did not fit."""
    surface = pygame.Surface(player.ctx.pictures.view.size, pygame.SRCALPHA)
    paper = Paper(surface, player.ctx.pictures)
    curves(paper, BOX, lines, "5 Jan", "2 Mar")
    return surface.get_bounding_rect(), paper.problems


@pytest.mark.parametrize("values", [(7,), (0, 0), (5, 30, 1), tuple(range(40))])
def test_any_values_stay_in_their_box(player: Player, values: tuple[int, ...]):
    points = [(DAY + timedelta(days=28 * i), v) for i, v in enumerate(values)]
    inked, problems = drawn(player, Curve("L", points), Curve("R", points[:1]))
    k = player.ctx.pictures.view.k
    assert inked.left >= (BOX.x - 44) * k - 1 and inked.right <= (BOX.right + 8) * k + 1
    assert inked.top >= (BOX.y - 14) * k - 1 and inked.bottom <= (BOX.bottom + 30) * k + 1
    assert not problems


def test_without_values_nothing_is_drawn(player: Player):
    assert drawn(player)[0].size == (0, 0)
