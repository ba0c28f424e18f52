"""Charts show what the figures say, and fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pygame
import pytest

from game.core.content import Slot
from game.core.reports.progress import DayRow, DoseStep, SlotShare, WeekRow
from game.data.files.art import ArtLibrary
from game.ui.chart.charts import (
    SHADES,
    DaySign,
    Grid,
    _day,
    calendar,
    day_legend,
    grid_step,
    half_sign,
    minutes,
    planned_bar,
    signs_of,
)
from game.ui.chart.dose_charts import BACK, Count, Span, counts, dose_steps, two_feet
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.view import Box, View

MONDAY = date(2026, 1, 5)
WHITE = (255, 255, 255)


@pytest.fixture
def paper() -> Paper:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((8, 8))
    surface = pygame.Surface((1280, 720))
    surface.fill(WHITE)
    return Paper(surface, Pictures(ArtLibrary(), View(1280, 720)))


def day(
    n: int, *, morning: SlotShare = SlotShare.NOTHING, evening: SlotShare = SlotShare.NOTHING, **more: bool
) -> DayRow:
    flags = {"is_active": False, "is_paused": False, "is_future": False, **more}
    return DayRow(MONDAY + timedelta(days=n), morning, evening, **flags, planned_s=300, done_s=0)


def week(days: list[DayRow]) -> WeekRow:
    return WeekRow(MONDAY, False, tuple(days))


def colour(paper: Paper, x: float, y: float) -> str:
    return "#{:02X}{:02X}{:02X}".format(*paper.surface.get_at((round(x), round(y)))[:3])


def test_a_day_s_upper_half_is_the_morning(paper: Paper) -> None:
    grid = Grid(100, 100)
    days = [day(0, morning=SlotShare.ALL, evening=SlotShare.PART)] + [day(n) for n in range(1, 7)]
    calendar(paper, grid, [week(days)], str, str, MONDAY + timedelta(days=6))
    cell = grid.cell(0, 0)
    assert colour(paper, cell.centre[0], cell.y + 10) == SHADES[SlotShare.ALL]
    assert colour(paper, cell.centre[0] - 12, cell.bottom - 10) == SHADES[SlotShare.PART]
    assert colour(paper, cell.centre[0], cell.bottom - 10) == SHADES[SlotShare.ALL]  # its dot


def test_a_half_that_was_not_meant_to_be_played_is_not_shown_as_missed(paper: Paper) -> None:
    grid = Grid(100, 100)
    free = replace(day(0), not_meant=frozenset({Slot.MORNING}))
    calendar(paper, grid, [week([free, *(day(n) for n in range(1, 7))])], str, str, MONDAY + timedelta(days=6))
    cell = grid.cell(0, 0)
    assert colour(paper, cell.centre[0], cell.y + 10) == "#FFFFFF"
    assert colour(paper, cell.centre[0], cell.bottom - 10) == SHADES[SlotShare.NOTHING]


EVERY_KIND = {
    DaySign.PART: day(0, morning=SlotShare.PART),
    DaySign.MOST: day(0, evening=SlotShare.MOST),
    DaySign.ALL: day(0, morning=SlotShare.ALL),
    DaySign.PAUSED: day(0, is_paused=True),
    DaySign.NOT_MEANT: replace(day(0), not_meant=frozenset({Slot.EVENING})),
    DaySign.OPEN: day(0, is_future=True),
    DaySign.BEFORE: day(0, is_before=True),
    DaySign.LATER: replace(day(0), later=frozenset({Slot.MORNING})),
    DaySign.WALK: day(0, is_active=True),
}


@pytest.mark.parametrize("sign", EVERY_KIND)
def test_every_sign_that_a_calendar_shows_is_in_its_legend(sign: DaySign) -> None:
    days = [EVERY_KIND[sign], *(day(n) for n in range(1, 7))]
    shades = {DaySign.NONE, DaySign.PART, DaySign.MOST, DaySign.ALL}
    assert set(signs_of([week(days)], MONDAY + timedelta(days=9))) == shades | {sign}
    bloom = replace(week(days), is_in_bloom=True)
    assert set(signs_of([bloom], MONDAY + timedelta(days=9))) == shades | {sign, DaySign.BLOOM}
    aside = replace(week(days), is_aside=True)
    assert set(signs_of([aside], MONDAY + timedelta(days=9))) == shades | {sign, DaySign.ASIDE}


def test_a_week_that_counts_neither_way_has_the_lines_of_a_pause_where_another_has_its_flower(paper: Paper) -> None:
    grid = Grid(100, 100)
    weeks = [replace(week([day(n) for n in range(7)]), is_aside=is_aside) for is_aside in (True, False)]
    calendar(paper, grid, weeks, str, str, MONDAY + timedelta(days=20))
    x = grid.x + 7 * (grid.w + grid.gap_x) + 18
    assert [colour(paper, x + 4.5, grid.cell(row, 0).centre[1]) for row in (0, 1)] == ["#8F8170", "#FFFFFF"]


def test_what_was_told_for_the_record_of_a_paused_day_is_seen_on_it_and_in_the_legend(paper: Paper) -> None:
    grid, told = Grid(100, 100), replace(day(0, is_paused=True), later=frozenset({Slot.EVENING}))
    days = [told, *(day(n) for n in range(1, 7))]
    calendar(paper, grid, [week(days)], str, str, MONDAY + timedelta(days=9))
    cell = grid.cell(0, 0)
    assert colour(paper, cell.right - 12 - 5.5, cell.y + cell.h * 0.75) == "#43304A"
    assert {DaySign.LATER, DaySign.PAUSED} <= set(signs_of([week(days)], MONDAY + timedelta(days=9)))


def test_today_is_open_and_nothing_of_it_is_missed() -> None:
    for slot in Slot:
        assert half_sign(day(0), slot, SlotShare.NOTHING, is_today=True) is DaySign.OPEN
    assert DaySign.OPEN in signs_of([week([day(n) for n in range(7)])], MONDAY)


def test_the_signs_of_the_legend_are_told_apart_without_colour(paper: Paper) -> None:
    signs = tuple(DaySign)
    box = Box(100, 100, 1000, 44)
    day_legend(paper, box, signs, lambda sign: "", 5)
    step = box.w / 5

    def seen(i: int) -> list[int]:
        x, y = round(box.x + i % 5 * step), round(box.y + i // 5 * 22) + 1
        return [sum(paper.surface.get_at((x + n % 22, y + n // 22))[:3]) // 3 for n in range(22 * 20)]

    greys = {sign: seen(i) for i, sign in enumerate(signs)}
    for i, one in enumerate(signs):
        for other in signs[i + 1 :]:
            assert max(abs(a - b) for a, b in zip(greys[one], greys[other], strict=True)) > 20, (one, other)


def test_a_paused_day_is_no_empty_day(paper: Paper) -> None:
    grid = Grid(100, 100)
    calendar(paper, grid, [week([day(n, is_paused=n == 0) for n in range(7)])], str, str, MONDAY)
    paused, empty = grid.cell(0, 0), grid.cell(0, 1)
    assert colour(paper, paused.x + 12, paused.y + 10) == "#FFFFFF"
    assert colour(paper, empty.x + 12, empty.y + 10) == SHADES[SlotShare.NOTHING]


def test_a_day_with_play_is_shown_even_inside_a_pause(paper: Paper) -> None:
    grid = Grid(100, 100)
    played = day(0, morning=SlotShare.ALL, is_paused=True, is_active=True)
    calendar(paper, grid, [week([played, *(day(n) for n in range(1, 7))])], str, str, MONDAY + timedelta(days=3))
    cell = grid.cell(0, 0)
    assert colour(paper, cell.centre[0], cell.y + 10) == SHADES[SlotShare.ALL]


def test_the_band_that_families_reach_is_drawn_on_the_bar(paper: Paper) -> None:
    planned_bar(paper, Box(100, 200, 400, 14), 0.3)
    left, right = 100 + 400 * 0.56, 100 + 400 * 0.63
    assert colour(paper, left, 197) == colour(paper, right, 197) == "#43304A"
    assert colour(paper, (left + right) / 2, 197) == "#FFFFFF"


def test_minutes_never_leave_their_box_however_many(paper: Paper) -> None:
    days = [DayRow(MONDAY, SlotShare.ALL, SlotShare.ALL, True, False, False, 600, 7200)] * 14
    box = Box(100, 200, 380, 120)
    minutes(paper, box, days, "first", "last")
    assert all(colour(paper, x, box.y - 8) == "#FFFFFF" for x in range(100, 480, 7))
    assert paper.problems == []


def test_the_axis_has_at_most_three_lines() -> None:
    assert all(most / grid_step(most) < 4 for most in range(1, 200))


def test_a_step_back_has_its_dot_and_a_pause_its_shade(paper: Paper) -> None:
    steps = [DoseStep(MONDAY, 1, 4, None), DoseStep(MONDAY + timedelta(days=10), 1, 3, None)]
    pause = Span(MONDAY + timedelta(days=3), MONDAY + timedelta(days=6))
    dose_steps(paper, Box(100, 100, 252, 160), steps, MONDAY + timedelta(days=20), [pause], "first", "today")
    seen = {colour(paper, x, y) for x in range(100, 352, 2) for y in range(100, 260, 2)}
    assert BACK in seen and colour(paper, 106 + 240 * 4.5 / 20, 110) != "#FFFFFF"


def test_one_dose_on_one_day_is_drawn(paper: Paper) -> None:
    dose_steps(paper, Box(100, 100, 252, 160), [DoseStep(MONDAY, 1, 3, None)], MONDAY, [], "first", "today")
    dose_steps(paper, Box(100, 100, 252, 160), [], MONDAY, [], "first", "today")


def test_feet_and_counts_of_nothing_are_drawn(paper: Paper) -> None:
    two_feet(paper, 100, 100, 0, 0, ("left", "right"))
    counts(paper, 100, 300, [Count("well", 0, "tick", "#1F7F79"), Count("partly", 900, "part", "#7A6278")])
    assert paper.problems == []


def test_a_dashed_edge_throws_no_line_across_its_row_at_any_size_of_the_window() -> None:
    """Today's evening, and a day to come beside it."""
    nothing, drawn = SlotShare.NOTHING, 0
    days = [DayRow(MONDAY, nothing, nothing, False, False, is_future, 60, 0) for is_future in (False, True)]
    body = _day(Box(260, 30, 34, 26), days[0], True) + _day(Box(310, 30, 34, 26), days[1], False)
    for percent in range(60, 220, 5):
        k = percent / 100
        w, h = int(400 * k), int(90 * k)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w / k} {h / k}">{body}</svg>'
        found = pygame.mask.from_surface(pygame.image.load(BytesIO(svg.encode()), "days.svg"), 10)
        drawn += found.count() > 0
        around = pygame.Rect(252 * k, 22 * k, 100 * k, 42 * k).inflate(2, 2)
        assert all(around.contains(rect) for rect in found.get_bounding_rects()), percent
    assert drawn == 32
