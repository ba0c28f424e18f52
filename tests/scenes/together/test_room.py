"""While two play, a friend, his close-up and the jar between them keep out of each other's way."""

from __future__ import annotations

import math

import pygame
import pytest

from game.core.content import Exercise, Unit
from game.data.levels.playable import read_shipped
from game.puppet.rig import pose_at
from game.scenes.together.half import GROUND, Half
from game.scenes.together.jar import JAR
from game.scenes.together.play_together import TogetherPlayScreen
from game.ui.art.lens import RIM
from tests.lens_picture import shown
from tests.puppet_points import place
from tests.scenes.together.two import at_work, family

SHOWN = [e for e in read_shipped().exercises.values() if not e.demonstration.close_up and e.unit is not Unit.MINUTES]
AIR = 8  # design units that stay free
MOMENTS = 48


def outline(half: Half, units: int, phase: float, seconds: float) -> list[tuple[float, float]]:
    """Where the friend's picture has something, in design units, coarsely."""
    view = half.ctx.pictures.view
    found = []
    frames, x = half.figure(units, phase, seconds)
    for picture, (dx, dy) in frames:
        solid = pygame.mask.from_surface(picture, 160)
        ox, oy = view.pixel(x, GROUND)
        for px, py in solid.outline(4):
            found.append(view.design(ox + dx + px, oy + dy + py))
    return found


@pytest.mark.parametrize("exercise", SHOWN, ids=lambda e: e.id)
def test_a_friend_touches_neither_the_close_up_nor_the_jar_nor_a_button(exercise: Exercise):
    player, *_ = family()
    dose = (exercise.id, 1, 40 if exercise.unit is Unit.SECONDS else 6)
    at_work(player, (dose,), (dose,))
    scene = player.scene
    assert isinstance(scene, TogetherPlayScreen)
    for half in scene.halves:
        place, y, r = half.lens_at
        x, walk = half.x(place), 40.0 if exercise.unit is Unit.SECONDS else half.beat
        for i in range(MOMENTS):
            points = outline(half, 0, i / MOMENTS, walk * i / MOMENTS)
            near = min(math.dist(p, (x, y)) for p in points) - r - RIM
            assert near >= AIR, f"{near:.0f} from the close-up at {i / MOMENTS:.2f}"
            for button in (w for w in scene.widgets if w.name in ("pause", "hurt")):
                bx, by = button.box.centre
                assert min(math.dist(p, (bx, by)) for p in points) >= button.box.w / 2, f"on {button.name}"
            beside = JAR.x - max(px for px, _ in points) if half.side == 0 else min(px for px, _ in points) - JAR.right
            assert beside >= 0, f"{beside:.0f} from the jar at {i / MOMENTS:.2f}"


@pytest.mark.parametrize("exercise", ["mermaid_tail", "sky_bike"])
def test_a_close_up_of_the_friend_looks_where_the_friend_looks(exercise: str):
    player, *_ = family()
    at_work(player, ((exercise, 1, 6),), ((exercise, 1, 6),))
    scene = player.scene
    assert isinstance(scene, TogetherPlayScreen)
    seen = [shown(half.lenses[0], 0.0, player.ctx.pictures.view.size) for half in scene.halves]
    pictures = [pygame.transform.flip(picture, half.side == 1, False) for picture, half in zip(seen, scene.halves)]
    near = pygame.mask.from_threshold(pictures[0], pygame.Color(0, 0, 0, 255), (24, 24, 24, 255), pictures[1])
    assert near.count() >= 0.97 * pictures[0].get_width() * pictures[0].get_height()


def test_a_foot_in_a_window_has_what_lies_on_the_floor_in_play_and_no_foot_jumps_back() -> None:
    """The caterpillar crawled without marks or leaf, and stood where it began at every count; the pen drew on no paper."""
    player, *_ = family()
    at_work(player, (("caterpillar", 1, 4),), (("toe_artist", 1, 4),))
    scene = player.scene
    assert isinstance(scene, TogetherPlayScreen)
    crawls, draws = (half.lenses[0].puppet for half in scene.halves)
    for view, part in ((crawls, "ticks"), (crawls, "leaf"), (draws, "paper")):
        assert pose_at(view.rig, view.clip, 0.5)[part]["show"] == 1
    first, last = (place("foot_side", crawls.clip, phase, "foot") for phase in (0.0, 0.999))
    assert math.dist(first, last) <= 1
    on_way = [place("foot_side", crawls.clip, i / 96, "foot") for i in range(96)]
    assert max(x for x, _ in on_way) - first[0] >= 90, "it comes further"
    back = [(a, b) for a, b in zip(on_way, on_way[1:]) if b[0] < a[0] - 0.5]
    assert back and all(min(a[1], b[1]) < first[1] - 10 for a, b in back), "lifted on its way back"
