"""The comparer of pictures sees what a person would see, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from tests import pictures


def paper(colour: tuple[int, int, int] = (200, 180, 160)) -> pygame.Surface:
    surface = pygame.Surface((200, 100))
    surface.fill(colour)
    return surface


def test_the_same_picture_does_not_differ():
    assert pictures.largest_patch(paper(), paper()) == 0


@pytest.mark.parametrize("by", [8, -8])
def test_a_little_lighter_or_darker_is_the_same(by: int):
    assert pictures.largest_patch(paper(), paper((200 + by, 180 + by, 160 + by))) == 0


@pytest.mark.parametrize("by", [9, -9, 55, -55])
@pytest.mark.parametrize("channel", [0, 1, 2])
def test_one_channel_further_away_is_another_picture(channel: int, by: int):
    colour = [200, 180, 160]
    colour[channel] += by
    assert pictures.largest_patch(paper(), paper((colour[0], colour[1], colour[2]))) == 200 * 100


def test_exactly_what_changed_is_counted():
    changed = paper()
    changed.fill((0, 0, 0), (10, 20, 30, 40))
    mask = pictures.differing(paper(), changed)
    assert mask.count() == 30 * 40
    assert mask.get_bounding_rects() == [pygame.Rect(10, 20, 30, 40)]


@pytest.mark.parametrize(
    ("wide", "fails"), [(pictures.PATCH - 1, False), (pictures.PATCH, False), (pictures.PATCH + 1, True)]
)
def test_what_hangs_together_fails_from_one_pixel_more_than_a_patch(
    wide: int, fails: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(pictures.ACCEPT, raising=False)
    pygame.image.save(paper(), str(tmp_path / "map.png"))
    changed = paper()
    changed.fill((0, 0, 0), (10, 20, wide, 1))
    if fails:
        with pytest.raises(AssertionError, match=f"{wide} pixels differ"):
            pictures.check("map", changed, tmp_path, tmp_path)
    else:
        pictures.check("map", changed, tmp_path, tmp_path)


def test_single_pixels_here_and_there_are_another_rounding():
    dotted = paper()
    for x in range(0, 200, 2):
        for y in range(0, 100, 2):
            dotted.set_at((x, y), (0, 0, 0))
    assert pictures.largest_patch(paper(), dotted) == 1


def test_pictures_of_two_sizes_are_not_compared():
    with pytest.raises(ValueError, match="cannot be compared"):
        pictures.differing(paper(), pygame.Surface((10, 10)))


def test_a_difference_is_left_to_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(pictures.ACCEPT, raising=False)
    pygame.image.save(paper(), str(tmp_path / "map.png"))
    pictures.check("map", paper(), tmp_path, tmp_path)
    with pytest.raises(AssertionError, match="20000 pixels differ around"):
        pictures.check("map", paper((0, 0, 0)), tmp_path, tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"map.png", "map-seen.png", "map-differs.png"}


def test_a_picture_nobody_has_looked_at_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(pictures.ACCEPT, raising=False)
    with pytest.raises(AssertionError, match="no map.png"):
        pictures.check("map", paper(), tmp_path, tmp_path)
