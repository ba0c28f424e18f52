"""What the weather leaves on the map suits the hour."""

from __future__ import annotations

from datetime import date, timedelta

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.content import FRIENDS
from game.data.files.art import ArtLibrary
from game.puppet.day_on_map import day_on_map
from game.ui.art.day_on_map import WhoseDay, paint_day
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.view import View

SKY = pygame.Color("#4A5596")
NIGHT = "#A3A6D6"


def painted(place: str, weather: str, tint: str | None) -> pygame.Surface:
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
    paint_day(paper, art, WhoseDay("anna", day, 1, frozenset()), "bg/bush", tint)
    return surface


def pixels_like(picture: pygame.Surface, colour: str) -> int:
    return pygame.mask.from_threshold(picture, pygame.Color(colour), (6, 6, 6, 255)).count()


@pytest.mark.parametrize(("place", "weather"), [("brook", "rainbow"), ("meadow", "rainbow"), ("wood", "beams")])
def test_sunlight_is_of_the_day_and_a_star_falls_in_the_evening(place: str, weather: str):
    assert pixels_like(painted(place, weather, None), "#FFF3D0") < 60
    assert pixels_like(painted(place, weather, NIGHT), "#FFF3D0") >= 100


@pytest.mark.parametrize("place", ["brook", "meadow", "beach"])
def test_a_kite_flies_by_day_and_a_lantern_shines_in_the_evening(place: str):
    kite, lantern = painted(place, "kite", None), painted(place, "kite", NIGHT)
    assert pixels_like(kite, "#5FB3A4") >= 100 and pixels_like(lantern, "#5FB3A4") == 0
    assert pixels_like(lantern, "#FFD98A") >= pixels_like(kite, "#FFD98A") + 200


def test_a_rainbow_stands_below_the_discs_at_the_top():
    top = painted("brook", "rainbow", None).subsurface((0, 0, 1280, 132))
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
