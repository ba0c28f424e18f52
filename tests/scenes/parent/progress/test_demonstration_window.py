"""The small moving window of an exercise keeps its own pixels: those of a frame are given back once it is encoded."""

from __future__ import annotations

import pygame

from game.scenes.parent.progress.exercise_cards import WINDOW, DemonstrationWindow
from game.ui.stage import Stage
from tests.player import Player


def test_what_is_shown_stays_whole_while_the_frames_are_encoded_for_the_window() -> None:
    player = Player.with_family(size=(1280, 720))
    window = DemonstrationWindow(player.ctx, player.ctx.catalogue.exercises["hedgehog_roll"], 1)

    def shown() -> bytes:
        stage = Stage(pygame.Surface((1280, 720)))
        stage.backdrop(pygame.Surface((1280, 720)))
        window.show(stage, 0.4, 0.4)
        stage.present()
        return pygame.image.tobytes(stage.surface.subsurface(stage.view.rect(WINDOW)), "RGB")

    before = shown()
    assert window._last and window._last[1].get_parent() is None, "its pixels belong to nobody else"
    for _ in range(50):
        player.ctx.art.store.encode_one(player.stage.surface)
    assert shown() == before
    player.game.close()
