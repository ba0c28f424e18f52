"""What one frame of a screen costs, beside the least a frame can cost: one opaque picture of the window's size.

The window is the dummy driver's at 1920 x 1080: nothing waits for a screen, so what is measured is our own work.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pygame

from game.app.window import init_pygame_for_pictures
from game.bench.pairs import REPEATS, Figure, median, seconds, share
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import flow
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.ui.stage import Stage

SIZE = 1920, 1080
FRAME = 1 / 60  # seconds
WARM, FRAMES = 90, 300  # frames before and while measuring: pictures are made when first shown
MOST_WARM = 900
STILL = 5.0  # seconds a still screen is watched for

# Name of the picture, its scene module, and the most its median and its slowest hundredth may be, in floors.
BUSY = (
    ("who", "home/who", 2.0, 3.5),
    ("map", "home/adventure_map", 2.0, 3.5),
    ("play-reps", "session/play", 2.0, 3.5),
    ("play-seconds", "session/play", 5.0, 7.0),  # the scenery passes by
)
QUIET = (("confirm", "parent/confirm"), ("progress", "parent/progress"), ("settings", "parent/settings"))


def measures(size: tuple[int, int] = SIZE, warm: int = WARM, frames: int = FRAMES) -> Iterator[Figure]:
    """Every screen's figures, then what a still one draws."""
    init_pygame_for_pictures()
    window = pygame.display.set_mode(size)
    game = demo_game(size, weeks=6)
    game.context.art.prepares = True
    try:
        for name, module, middle, slowest in BUSY:
            if scene := _screen(module, name, game.context):
                shown = _Shown(scene, window, warm)
                yield from _busy(name, shown, _floor(window), frames, middle, slowest)
        for name, module in QUIET:
            if scene := _screen(module, name, game.context):
                yield _still(name, _Shown(scene, window, warm))
    finally:
        game.close()


def _screen(module: str, name: str, context: Context) -> Scene | None:
    """A screen in the state of its picture; None when it has no such one."""
    return next((scene for found, scene in SCREENS[module].scenes(context) if found == name), None)


def _floor(window: pygame.Surface) -> Callable[[], object]:
    picture = pygame.Surface(window.get_size()).convert()
    picture.fill((143, 199, 192))

    def draw() -> None:
        window.blit(picture, (0, 0))
        pygame.display.flip()

    return draw


class _Shown:
    """A scene in the window, a frame at a time, after `warm` of them; it may be followed by another."""

    def __init__(self, scene: Scene, window: pygame.Surface, warm: int) -> None:
        self.scene, self.stage, self._window = scene, Stage(window), window
        art = scene.ctx.art
        self.first = seconds(self.frame)  # with the place and all its buttons; a page slides over it in play
        took: list[float] = []
        while len(took) < warm or (not art.baker.is_idle and len(took) < MOST_WARM):
            took.append(seconds(self.frame))
            time.sleep(max(0.0, FRAME - took[-1]))  # as in play: pictures are made beside the loop meanwhile
        self.longest = max(took, default=0.0)

    def frame(self) -> list[pygame.Rect]:
        self.scene.ctx.art.store.encode_one(self._window)
        self.scene = flow.open(self.scene.ctx, self.scene.update(FRAME) or self.scene)
        self.scene.draw(self.stage)
        rects = self.stage.present()
        if rects:
            pygame.display.update(rects)
        return rects


def _busy(
    name: str, shown: _Shown, floor: Callable[[], object], frames: int, middle: float, slowest: float
) -> Iterator[Figure]:
    ours, floors, scene = [], [], shown.scene
    for _ in range(frames):
        took = seconds(shown.frame)
        if shown.scene is not scene:
            break  # the change to another screen is no frame of this one
        ours.append(took)
        floors.append(seconds(floor))
    least = median(floors)
    fifths = [
        [t / least for t in ours[len(ours) * i // REPEATS : len(ours) * (i + 1) // REPEATS]] for i in range(REPEATS)
    ]
    for part, what, goal in ((0.5, "a frame", middle), (0.99, "the slowest of a hundred", slowest)):
        each = [share(fifth, part) for fifth in fifths if fifth]
        spread = max(each) - min(each)
        yield Figure(f"{name}: {what}", share(ours, part) / least, "x floor", goal, "", spread)
    yield Figure(f"{name}: its first picture", 1000 * shown.first, "ms", None, "here, nothing kept on disk")
    yield Figure(f"{name}: the longest while pictures are made", 100 * shown.longest / FRAME, "%", None, "here")
    yield Figure(f"{name}: share of a sixtieth of a second", 100 * median(ours) / FRAME, "%", None, "here")


def _still(name: str, shown: _Shown) -> Figure:
    drawn = sum(bool(shown.frame()) for _ in range(round(STILL / FRAME)))
    return Figure(f"{name}: frames drawn in {STILL:.0f} s of nothing", drawn, "frames", 0)
