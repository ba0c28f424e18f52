"""Pictures of one child's days, from map to camp, to be looked at: `python -m tests.days_pictures OUT [WIDTHxHEIGHT]`.

Ten days of a long way, by day and in the evening, and two different weeks of maps side by side.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from functools import partial
from operator import add
from pathlib import Path

import pygame

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.states import at_hour, lived
from game.gallery.story import camp
from game.scenes.home.adventure_map import AdventureMap
from game.scenes.scene import Scene
from game.ui.stage import Stage

DAYS = (1, 2, 3, 8, 9, 20, 30, 50, 80, 84)
WEEKS = (1, 5)  # the chapters of the two weeks side by side
COLUMNS, GAP = 2, 8


def picture(scene: Scene, size: tuple[int, int]) -> pygame.Surface:
    stage = Stage(pygame.Surface(size))
    scene.draw(stage)
    stage.present()
    return stage.surface


def main(out: Path, size: tuple[int, int]) -> None:
    """Writes them all into the folder."""
    init_pygame_for_pictures()
    out.mkdir(parents=True, exist_ok=True)
    game = demo_game(size)
    start, weeks = game.context.now(), []
    for nth in sorted({*DAYS, *(7 * week - 6 + day for week in WEEKS for day in range(7))}):
        ctx = game.context
        ctx.now = partial(add, start, timedelta(days=nth - 1))
        child = lived(at_hour(ctx, 8), nth - 1)
        shown = picture(AdventureMap(ctx, child), size)
        weeks += [(nth, pygame.transform.smoothscale(shown, (640, round(640 * size[1] / size[0]))))]
        if nth in DAYS:
            pygame.image.save(shown, out / f"day-{nth:02}-map.png")
            pygame.image.save(picture(camp(ctx, child), size), out / f"day-{nth:02}-camp.png")
            child = lived(at_hour(ctx, 19), nth - 1)
            pygame.image.save(picture(AdventureMap(ctx, child), size), out / f"day-{nth:02}-map-evening.png")
            pygame.image.save(picture(camp(ctx, child), size), out / f"day-{nth:02}-camp-evening.png")
    w, h = weeks[0][1].get_size()
    sheet = pygame.Surface((COLUMNS * (w + GAP), 7 * (h + GAP)))
    sheet.fill("#FFFFFF")
    for column, week in enumerate(WEEKS):
        row = [shown for nth, shown in weeks if (nth - 1) // 7 == week - 1]
        for i, shown in enumerate(row):
            sheet.blit(shown, (column * (w + GAP), i * (h + GAP)))
    pygame.image.save(sheet, out / "two-weeks.png")
    game.close()


if __name__ == "__main__":
    wide, _, high = (sys.argv[2] if len(sys.argv) > 2 else "1280x720").partition("x")
    main(Path(sys.argv[1]), (int(wide), int(high)))
