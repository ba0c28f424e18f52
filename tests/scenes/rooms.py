"""Plain rooms before and behind a screen under test, and what every screen must keep to."""

from __future__ import annotations

from typing import Any

import pygame

from game.scenes.parent.area import PLACES
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.typography.lettering import off_their_sheets, over_each_other
from game.ui.view import Box
from game.ui.widgets import Widget, check_layout, paint


class Room(Screen):
    """A green field that knows only its name; a child's where it says so, perhaps with buttons that do nothing."""

    def __init__(self, ctx: Context, name: str, *buttons: Widget, is_child: bool = False) -> None:
        super().__init__(ctx)
        self.name, self.is_child, self._buttons = name, is_child, buttons

    def build(self) -> tuple[Widget, ...]:
        return self._buttons

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#7FB97E")


class Ear(Paper):
    """Paper that remembers every line written on it."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(pygame.Surface(ctx.pictures.view.size), ctx.pictures)
        self.heard: list[str] = []

    def text(self, text: str, *how: Any, **more: Any) -> Box:
        self.heard.append(text)
        return super().text(text, *how, **more)

    def paragraph(self, text: str, *how: Any, **more: Any) -> float:
        self.heard.append(text)
        return super().paragraph(text, *how, **more)


def written_on(scene: Scene) -> list[str]:
    """The lines a screen's still picture says, without the labels of its buttons."""
    assert isinstance(scene, Screen)
    paper = Ear(scene.ctx)
    scene.paint_still(paper)
    return paper.heard


def all_written_on(scene: Scene) -> list[str]:
    """The same with the labels of its buttons."""
    assert isinstance(scene, Screen)
    paper = Ear(scene.ctx)
    scene.paint_still(paper)
    for widget in scene.widgets:
        paint(paper, widget)
    scene.paint_over(paper)
    return paper.heard


def place_key(name: str) -> str:
    """The keys that lead to a place of the rail, wherever it stands: "ctrl+2"."""
    return f"ctrl+{[place.name for place in PLACES].index(name) + 1}"


def complaints(scene: Scene) -> list[str]:
    """Every target too small or too near, every text cut off, over another or off its paper, of the scene as it
    stands."""
    assert isinstance(scene, Screen)
    stage = Stage(pygame.Surface(scene.ctx.pictures.view.size))
    scene.fit()
    scene.draw(stage)
    stage.present()
    found = [*check_layout(scene.widgets, scene.ctx.pictures.plain.view.visible()), *scene.problems]
    return [*found, *over_each_other(scene.inked), *off_their_sheets(scene.inked)]
