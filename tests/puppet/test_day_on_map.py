"""What is new on the map on a day."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from game.core.content import FRIENDS
from game.data.files.art import ArtLibrary
from game.puppet.day_on_map import DayOnMap, day_on_map
from game.puppet.landscape import TrailLandscape
from game.ui.view import Box

LIBRARY = ArtLibrary()
PLACES = ("meadow", "brook", "wood", "ice", "beach")
CHAPTERS = {
    place: [c.n for c in LIBRARY.story() if {"moss": "wood"}.get(c.place, c.place) == place] for place in PLACES
}
MONDAY = date(2026, 1, 5)


def day(place: str, n: int, child: str = "anna", nth: int = 1) -> DayOnMap:
    return day_on_map(LIBRARY.day(place), child, MONDAY + timedelta(days=n), nth, FRIENDS, {"bo", "koko"})


@pytest.mark.parametrize("place", PLACES)
def test_two_days_running_differ_in_who_comes_the_weather_and_the_friend_who_waits(place: str):
    for n in range(60):
        today, next_day = day(place, n), day(place, n + 1)
        assert today.weather != next_day.weather
        assert today.visitor.part != next_day.visitor.part
        assert today.flyer.part != next_day.flyer.part
        assert today.friend != next_day.friend


@pytest.mark.parametrize("place", PLACES)
def test_a_weekday_has_other_weather_and_another_visitor_in_the_week_after(place: str):
    """Every Tuesday on the meadow had wind."""
    for n in range(77):
        today, after = day(place, n), day(place, n + 7)
        assert today.weather != after.weather and today.visitor.part != after.visitor.part, n


@pytest.mark.parametrize("place", PLACES)
def test_a_day_is_the_same_all_day_and_another_one_for_another_child(place: str):
    assert day(place, 3) == day(place, 3)
    assert any(day(place, n) != day(place, n, "leo") for n in range(3))


@pytest.mark.parametrize("place", PLACES)
def test_more_blooms_every_day_of_a_week_and_another_kind_the_week_after(place: str):
    week = [day(place, n).blooms for n in range(7)]
    assert all(
        before == after[: len(before)] and len(after) == len(before) + 1 for before, after in zip(week, week[1:])
    )
    assert day(place, 7).blooms[0].part != week[0][0].part


@pytest.mark.parametrize("place", PLACES)
def test_who_comes_on_a_day_is_not_there_on_every_other_day_as_well(place: str):
    always = {part for layer in LIBRARY.trail(place).layers for props in layer.props for part in props.part}
    assert not always & {part for part, _ in LIBRARY.day(place).visitors}


def test_a_nest_grows_with_the_chapters_days_and_then_stays():
    assert [day("meadow", 0, nth=nth).nest for nth in (1, 2, 3, 4, 5, 6, 30)] == [1, 2, 3, 4, 5, 5, 5]


def test_a_friend_who_stands_on_the_path_does_not_peek_out_as_well():
    assert {day("brook", n).friend for n in range(40)} == set(FRIENDS) - {"bo", "koko"}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_stands_on_the_path_before_a_friend_or_under_a_button(place: str):
    land = TrailLandscape(LIBRARY.trail(place), False, LIBRARY.shapes, LIBRARY.drawing_size)
    art = LIBRARY.day(place)
    for x, y in (*art.ground, *art.bloom, art.nest):
        assert not any(abs(x - a) < 72 and b - 118 < y < b + 60 for a, b in land.nodes), (place, x, y)
        assert not any(math.dist((x, y - 8), p) < 34 for p in land.line[::2]), (place, x, y)
        assert all(math.dist((x, y - 10), c) > r for c, r in (((76, 646), 52), ((76, 530), 52), ((1198, 646), 60)))


HEAD = 62.0  # wide, of the friend who peeks out


@pytest.mark.parametrize("place", PLACES)
def test_no_station_lies_on_the_face_of_the_friend_who_peeks_out(place: str):
    """On the beach the stone of a caterpillar lay on a penguin's forehead."""
    land = TrailLandscape(LIBRARY.trail(place), False, LIBRARY.shapes, LIBRARY.drawing_size)
    for x, y in LIBRARY.day(place).peek:
        head = lies("cast/tik", (x + 6, y - 18), HEAD)
        assert not any(head.meets(Box(a - 63, b - 118, 126, 168)) for a, b in land.nodes), (place, x, y)


SOFT = ("tuft", "grass_clump", "fern", "dune_grass", "snowdrift", "bush_snow", "pebbles", "lumi_print_snow")
BUSH = 92.0  # wide, as what hides the friend who peeks out


def lies(part: str, at: tuple[float, float], wide: float, is_middle: bool = False) -> Box:
    w, h = LIBRARY.drawing_size(part)
    high = wide * h / w
    return Box(at[0] - wide / 2, at[1] - (high / 2 if is_middle else high), wide, high)


def hidden(a: Box, b: Box) -> float:
    """How much of the smaller of two lies with the other."""
    wide = max(0.0, min(a.right, b.right) - max(a.x, b.x))
    high = max(0.0, min(a.bottom, b.bottom) - max(a.y, b.y))
    return wide * high / min(a.w * a.h, b.w * b.h)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_new_hides_another_new_thing_or_what_is_there_every_day(place: str):
    """A turtle stood on the crab, flowers grew through puddles, and a snail sat in a tuft of grass."""
    trail = LIBRARY.trail(place)
    land = TrailLandscape(trail, False, LIBRARY.shapes, LIBRARY.drawing_size)
    middle = {part for layer in land.layers for props in layer.props if props.anchor == "mid" for part in props.part}
    always = [
        lies(prop.name, (prop.x, prop.y), prop.size, prop.name in middle)
        for layer in land.layers if layer.id == "top"
        for prop in land.placed(layer) if prop.y is not None and prop.name.split("/")[1] not in SOFT
    ]  # fmt: skip
    for child in ("anna", "leo", "mia"):
        for n in range(84):
            today = day(place, n, child, nth=5)
            new = [lies(small.part, small.at, small.size) for small in (today.visitor, today.flyer, *today.blooms)]
            new += [lies("map/nest_5", LIBRARY.day(place).nest, 66.0), lies("bg/bush", today.peek, BUSH)]
            if today.weather == "puddles":
                new += [lies("map/puddle", at, 96.0) for at in today.puddles]
            for chapter in CHAPTERS[place]:
                marks = [lies(mark.part, mark.at, mark.size) for mark in LIBRARY.landmarks(chapter)]
                assert not any(hidden(mark, other) > 0.2 for mark in marks for other in new), (place, chapter, n)
            for i, thing in enumerate(new):
                assert all(hidden(thing, other) <= 0.2 for other in (*new[:i], *always)), (place, child, n, thing)


@pytest.mark.parametrize("place", PLACES)
def test_no_two_weeks_of_a_place_have_the_same_landmark_and_none_is_in_the_way(place: str):
    """The meadow of the second week was the meadow of the first."""
    land = TrailLandscape(LIBRARY.trail(place), False, LIBRARY.shapes, LIBRARY.drawing_size)
    marks = [LIBRARY.landmarks(chapter) for chapter in CHAPTERS[place]]
    assert all(marks)
    drawn = [{(mark.part, mark.at) for mark in row} for row in marks]
    assert not any(a & b for i, a in enumerate(drawn) for b in drawn[:i])
    for mark in (mark for row in marks for mark in row):
        box = lies(mark.part, mark.at, mark.size)
        assert not any(box.meets(Box(x - 63, y - 118, 126, 168)) for x, y in land.nodes), mark
        assert not any(box.holds(*p) for p in land.line), mark
        assert box.x >= 0 and box.right <= 1280
        for (x, y), r in (((76, 646), 48), ((76, 530), 48), ((1198, 646), 56), ((1212, 254), 60)):
            near = min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
            assert math.dist(near, (x, y)) > r, mark


@pytest.mark.parametrize("place", PLACES)
def test_every_drawing_that_may_come_is_there(place: str):
    art = LIBRARY.day(place)
    for part, _ in (*art.visitors, *art.flyers, *art.blooms):
        assert LIBRARY.drawing_size(part)
    assert all(LIBRARY.drawing_size(f"map/nest_{n}") for n in range(1, 6))
