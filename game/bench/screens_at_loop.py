"""What one frame of a screen costs the loop, beside the least a frame can cost: one opaque picture of the window's size
and a flip.

The screens are at the loop as they are in play, and their pictures are made before a frame counts. Time is that of the
loop's thread, so that a busy computer and what is made beside the loop add nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pygame

from game.app import garbage
from game.app.game import Game
from game.app.loop import FRAME, App
from game.app.window import init_pygame_for_pictures
from game.bench.morning import settle
from game.bench.own_process import say
from game.bench.pairs import REPEATS
from game.core.events import QuestKind
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.routes import Start
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.ui.malloc_tuning import give_back_pictures

WARM, FRAMES = 150, 600  # frames before and while measuring: two seconds and a half, and ten
MOST_WARM = 1800
STILL = 5.0  # seconds a still screen is watched for

# Exercise, and how much of it, so that it lasts: repetitions, pieces and shapes stand where they are, a walk's place
# passes by.
FIXED = {"play-reps": ("lift_ride", 12), "play-pieces": ("lego_bricks", 12), "play-shapes": ("toe_artist", 8)}
SCROLLING = {"play-seconds": ("bear_walk", 60)}
HOME = {"who": "home/who", "map": "home/adventure_map"}  # the name of the picture and its screen in the gallery
QUIET = {"confirm": "parent/confirm", "progress": "parent/progress", "settings": "parent/settings"}


class Cost(NamedTuple):
    """Of one screen and each repeat, seconds of every frame and of a floor drawn after each; of a still one how many
    frames were drawn in `STILL` seconds."""

    name: str
    frames: list[list[float]]
    floors: list[list[float]]
    drawn: int


def print_costs(w: int, h: int) -> None:
    """For a process of its own: one line of JSON."""
    give_back_pictures()
    at_loop = AtLoop((w, h))
    garbage.leave_alone_what_is_here()
    say((list(at_loop.costs()),))


class AtLoop:
    """The loop in a window of the dummy driver, and one screen after another at it."""

    def __init__(self, size: tuple[int, int]) -> None:
        init_pygame_for_pictures()
        self.window = pygame.display.set_mode(size)
        self._flat = pygame.Surface(size).convert()
        self._flat.fill((143, 199, 192))
        pygame.event.clear()
        self.game: Game = demo_game(size, weeks=6)
        self.ctx: Context = self.game.context
        self.app = App(self.window, self.ctx, Start(), self.game.resized)

    def costs(
        self, warm: int = WARM, frames: int = FRAMES, repeats: int = REPEATS, still: float = STILL
    ) -> Iterator[Cost]:
        """Every screen's, one after another."""
        for name in (*HOME, *FIXED, *SCROLLING):
            cost = Cost(name, [], [], 0)
            for _ in range(repeats):
                self.show(self.screen(name), warm)
                self._repeat(cost, frames)
            yield cost
        for name in QUIET:
            self.show(self.screen(name), warm)
            yield Cost(name, [], [], self._drawn(still))

    def close(self) -> None:
        self.app.view.close()
        self.game.close()
        pygame.display.set_mode((8, 8))

    def screen(self, name: str) -> Scene:
        """One of those that are measured, as it begins."""
        if played := (FIXED | SCROLLING).get(name):
            return self._play(*played)
        module = (HOME | QUIET)[name]
        return next(scene for found, scene in SCREENS[module].scenes(self.ctx) if found == name)

    def _play(self, exercise: str, amount: int) -> PlayScreen:
        level = as_level(self.ctx, exercise, 1, amount)
        play = PlayScreen(RunningSession(self.ctx, next(iter(self.ctx.children)), QuestKind.QUEST, (level,)))
        place = self.ctx.art.place(play.exercise.demonstration.place, self.ctx.is_evening)
        if play.show_.scroll and place.layers(self.app.view.size) is None:
            for _ in place.bake(self.app.view.size):  # in a session while the exercise is explained
                pass
        return play

    def show(self, scene: Scene, warm: int) -> None:
        """It comes, and is shown for `warm` frames and until no frame asks for pictures any more."""
        self.app.navigator.go(scene)
        for shown in range(MOST_WARM):
            self.app.step(FRAME)
            if shown >= warm and self.ctx.art.baker.is_idle and not self.app.view.is_changing:
                return
            settle(self.app)

    def frame(self) -> float:
        """Seconds of the loop's thread in one turn of it."""
        took = _own_seconds(lambda: self.app.step(FRAME))
        settle(self.app)  # as on a computer that is quick enough
        return took

    def _repeat(self, cost: Cost, frames: int) -> None:
        ours, floors, scene = [], [], self.app.scene
        for _ in range(frames):
            took = self.frame()
            if self.app.scene is not scene:
                break  # the change to another screen is no frame of this one
            ours.append(took)
            floors.append(_own_seconds(self._floor))
        cost.frames.append(ours)
        cost.floors.append(floors)

    def _floor(self) -> None:
        self.window.blit(self._flat, (0, 0))
        pygame.display.flip()

    def _drawn(self, seconds: float) -> int:
        drawn = 0
        for _ in range(round(seconds / FRAME)):
            self.frame()
            drawn += not self.app.view.still_for
        return drawn


def _own_seconds(doing: Callable[[], object]) -> float:
    begun = time.thread_time()
    doing()
    return time.thread_time() - begun
