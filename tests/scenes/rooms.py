"""Plain rooms before and behind a screen under test, and what every screen must keep to."""

from __future__ import annotations

import pygame

from game.scenes.context import Context
from game.scenes.scene import Scene, Screen
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.widgets import check_layout


class Room(Screen):
    """An empty screen that knows only its name."""

    is_child = False

    def __init__(self, ctx: Context, name: str) -> None:
        super().__init__(ctx)
        self.name = name

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#FFFFFF")


def complaints(scene: Scene) -> list[str]:
    """Every target too small or too near, every text cut off, of the scene as it stands."""
    stage = Stage(pygame.Surface(scene.ctx.pictures.view.size))
    scene.draw(stage)
    stage.present()
    return [*check_layout(scene.widgets), *scene.problems]  # type: ignore[attr-defined]
