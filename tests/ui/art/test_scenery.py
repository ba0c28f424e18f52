"""Places at the window's size: one picture for a still camera, layers for a walk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.puppet.landscape import PERIOD, Landscape
from game.ui.art.scenery import Layers, Passing, Scenery
from game.ui.stage import Stage

SIZE = (320, 180)
LIBRARY = ArtLibrary()


@pytest.fixture(scope="module", autouse=True)
def _display() -> None:
    init_pygame_for_pictures()


def scenery(name: str = "meadow", cache: Path | None = None) -> Scenery:
    land = Landscape(LIBRARY.place(name), False, LIBRARY.shapes, LIBRARY.drawing_size)
    return Scenery(name, land, None, cache)


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("size", [(320, 180), (320, 240), (420, 180), (180, 320)])
def test_the_picture_fills_a_window_of_any_shape(size: tuple[int, int]):
    picture = scenery().still(size)
    assert picture.get_size() == size
    corners = [(0, 0), (size[0] - 1, 0), (0, size[1] - 1), (size[0] - 1, size[1] - 1)]
    assert all(picture.get_at(c)[:3] != (0, 0, 0) for c in corners)


def test_a_still_picture_is_made_once():
    place = scenery()
    assert place.still(SIZE) is place.still(SIZE)


def test_a_picture_begun_beside_the_loop_is_the_one_shown():
    place = scenery()
    place.still_behind(SIZE)
    picture = place.still(SIZE)
    assert place.still(SIZE) is picture
    assert pixels(picture) == pixels(scenery().still(SIZE))


def test_a_picture_kept_on_disk_is_the_picture(tmp_path: Path):
    first = pixels(scenery(cache=tmp_path).still(SIZE))
    assert len(list(tmp_path.glob("*.rgb"))) == 1
    assert pixels(scenery(cache=tmp_path).still(SIZE)) == first


def test_a_broken_file_on_disk_only_costs_time(tmp_path: Path):
    first = pixels(scenery(cache=tmp_path).still(SIZE))
    next(tmp_path.glob("*.rgb")).write_bytes(b"short")
    assert pixels(scenery(cache=tmp_path).still(SIZE)) == first


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    assert scenery(cache=file / "below").still(SIZE).get_size() == SIZE


def baked(place: Scenery, size: tuple[int, int] = SIZE) -> Layers:
    for _ in place.bake(size):
        pass
    layers = place.layers(size)
    assert layers is not None
    return layers


def passing(layers: Layers, camera: float) -> bytes:
    surface = pygame.Surface(layers.size)
    Passing(layers, camera, 0.0).paint(surface)
    return pixels(surface)


def test_the_walk_comes_round_after_one_period():
    layers = baked(scenery())
    assert passing(layers, 0.0) == passing(layers, PERIOD * 100.0)  # every parallax is a whole number of hundredths


@pytest.mark.parametrize(
    ("name", "most"), [("meadow", 0.75), ("beach", 0.55), ("ice", 0.7), ("brook", 0.7), ("wood", 0.9)]
)
def test_a_place_that_passes_is_painted_only_where_it_moves_and_looks_as_if_all_of_it_were(name: str, most: float):
    """At a walk's pace: the sky stands still, and far hills are a pixel further on only now and then."""
    layers = baked(scenery(name), (640, 360))
    quick, whole, drawn = Stage(pygame.Surface((640, 360))), Stage(pygame.Surface((640, 360))), 0
    sign, friend = pygame.Surface((60, 40), pygame.SRCALPHA), pygame.Surface((90, 160), pygame.SRCALPHA)
    sign.fill((67, 48, 74, 128)), friend.fill((221, 91, 61, 200))
    for step in range(90):
        for stage in (quick, whole):
            stage.backdrop(Passing(layers, 2.5 * step, step / 30))
            stage.put(friend, 150 + step % 3, 90)
            stage.put(sign, 20, 10)
        drawn += sum(r.w * r.h for r in quick.present())
        whole.present(whole=True)
        assert quick.surface.get_buffer().raw == whole.surface.get_buffer().raw, step
    assert 0 < drawn < 90 * 640 * 360 * most


def test_another_place_or_the_same_in_another_size_is_painted_whole():
    place = scenery()
    first, other = Passing(baked(place), 3.0, 1.0), Passing(baked(scenery("beach")), 3.0, 1.0)
    assert other.moved(first) is None
    assert Passing(baked(place, (480, 270)), 3.0, 1.0).moved(first) is None
    assert Passing(first.layers, 3.0, 1.0).moved(first) == []


@pytest.mark.parametrize("loses", [Scenery.forget_layers, lambda place: baked(place, (480, 270))])
def test_a_place_on_the_stage_is_painted_whatever_becomes_of_its_layers(loses: Callable[[Scenery], object]):
    """Another place passes by, or the layers of the size before a resize are done only now."""
    place = scenery()
    shown = Passing(baked(place), 300.0, 1.0)
    before, after = pygame.Surface(SIZE), pygame.Surface(SIZE)
    shown.paint(before)
    loses(place)
    shown.paint(after)
    assert place.layers(SIZE) is None
    assert pixels(after) == pixels(before)
