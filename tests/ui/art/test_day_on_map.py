"""What the weather leaves on the map suits the hour."""

from __future__ import annotations

from datetime import date, timedelta

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.content import FRIENDS
from game.data.files.art import ArtLibrary
from game.puppet.day_on_map import day_on_map
from game.puppet.landscape import TrailLandscape
from game.ui.art.day_on_map import NEAR, STAR_Y, WhoseDay, paint_beams, paint_day
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.view import Box, View

SKY = pygame.Color("#4A5596")


def painted(place: str, weather: str, is_evening: bool = False) -> pygame.Surface:
    """The first day of that weather."""
    init_pygame_for_pictures()
    library = ArtLibrary()
    art = library.day(place)
    day = next(
        day
        for day in (date(2026, 1, 5) + timedelta(days=n) for n in range(60))
        if day_on_map(art, "anna", day, 1, FRIENDS, frozenset()).weather == weather
    )
    surface = pygame.Surface((1280, 720))
    surface.fill(SKY)
    paper = Paper(surface, Pictures(library, View(1280, 720)))
    land = TrailLandscape(library.trail(place), is_evening, library.shapes, library.drawing_size)
    paint_day(paper, art, WhoseDay("anna", day, 1, frozenset()), "bg/bush", land)
    return surface


def light(colour: pygame.Color) -> float:
    return 0.3 * colour.r + 0.6 * colour.g + 0.1 * colour.b


def pixels_like(picture: pygame.Surface, colour: str) -> int:
    return pygame.mask.from_threshold(picture, pygame.Color(colour), (6, 6, 6, 255)).count()


@pytest.mark.parametrize("place", ["brook", "meadow", "beach"])
def test_a_rainbow_is_of_the_day_and_a_star_falls_in_the_evening(place: str):
    assert pixels_like(painted(place, "rainbow"), "#FFF3D0") < 60
    assert pixels_like(painted(place, "rainbow", is_evening=True), "#FFF3D0") >= 100


def test_light_falls_through_the_leaves_by_sun_and_moon_and_has_no_edge_where_it_ends():
    """Shafts began and ended in the air, and in the evening a star fell before the tree house."""
    init_pygame_for_pictures()
    for is_evening in (False, True):
        surface = pygame.Surface((1280, 720))
        surface.fill(SKY)
        paint_beams(Paper(surface, Pictures(ArtLibrary(), View(1280, 720))), 560, is_evening=is_evening)
        row = [max(light(surface.get_at((x, y))) for x in range(300, 1000, 4)) for y in range(60, 500, 4)]
        assert row[0] > light(SKY) + 15
        assert max(abs(a - b) for a, b in zip(row, row[1:])) <= 3  # from one step to the next a shade, no edge
        assert row[-1] <= light(SKY) + 1


@pytest.mark.parametrize("place", ["brook", "meadow", "beach"])
def test_a_star_falls_where_the_sky_is_open(place: str):
    """Clear of the discs at the top, of every tree and of every house."""
    library = ArtLibrary()
    land = TrailLandscape(library.trail(place), True, library.shapes, library.drawing_size)
    for x, _ in library.day(place).sky:
        star, trail = Box(x - 78, STAR_Y - 9, 26, 24), Box(x - 54, STAR_Y - 35, 140, 34)
        assert trail.y >= 146
        for layer in land.layers:
            for prop in land.placed(layer) if layer.id in NEAR else ():
                w, h = library.drawing_size(prop.name)
                high = prop.size * h / w
                stands = Box(prop.x - prop.size * 0.4, (prop.y or 0) - high, prop.size * 0.8, high)
                assert not stands.meets(star) and not stands.meets(trail), (x, prop)


@pytest.mark.parametrize("place", ["brook", "meadow", "beach"])
def test_a_kite_flies_by_day_and_a_lantern_shines_in_the_evening(place: str):
    kite, lantern = painted(place, "kite"), painted(place, "kite", is_evening=True)
    assert pixels_like(kite, "#5FB3A4") >= 100 and pixels_like(lantern, "#5FB3A4") == 0
    assert pixels_like(lantern, "#FFD98A") >= pixels_like(kite, "#FFD98A") + 200


def test_a_rainbow_stands_below_the_discs_at_the_top():
    top = painted("brook", "rainbow").subsurface((0, 0, 1280, 132))
    assert pygame.mask.from_threshold(top, SKY, (2, 2, 2, 255)).count() == 1280 * 132


HOUSES = {
    "meadow": {"bg/cottage", "bg/windmill"},
    "brook": {"bg/mill"},
    "wood": {"bg/treehouse"},
    "beach": {"bg/lighthouse", "bg/hut"},
}


@pytest.mark.parametrize("place", HOUSES)
def test_nothing_of_a_day_stands_on_the_wall_of_a_house(place: str):
    """A puddle lay on the ladder of the tree house."""
    library, seen = ArtLibrary(), set()
    props = [prop for layer in library.trail(place).layers for prop in layer.props if prop.at]
    for prop in props:
        for part in HOUSES[place].intersection(prop.part):
            seen.add(part)
            w, h = library.drawing_size(part)
            for x, foot, wide, *_ in prop.at or ():
                for px, py in library.day(place).ground:
                    assert abs(px - x) >= wide / 2 or not foot - wide * h / w < py < foot, (part, (px, py))
    assert seen == HOUSES[place]
