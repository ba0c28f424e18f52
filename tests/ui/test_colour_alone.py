"""Nothing is told by colour alone: states that mean different things differ in shape or in how light they are, for eyes
that lack one kind of cone as well, and on a printer without colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.content import Slot
from game.core.events import Grade
from game.core.reports.records import DayRow, SlotShare, WeekRow
from game.data.files.art import ArtLibrary
from game.scenes.parent.confirm.confirm_rows import GRADES
from game.scenes.parent.record.ticks import Mark, paint_mark
from game.ui.chart.charts import Grid, calendar
from game.ui.chart.function_charts import Curve, curves
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.theme import TEAL
from game.ui.view import Box, View
from game.ui.widgets import button, paint, switch
from tests.sight import DEFICIENCIES, Matrix, luminance, seen_with

SIZE = (640, 360)  # half of the design's size
NOTICED = 1.4  # by how much lighter or darker a spot must be; WCAG asks for 3 where nothing else tells, here shape does
SPOT = 8  # so many pixels that differ at this size are seen
MONDAY = date(2026, 11, 16)
EYES: Mapping[str, Matrix | None] = {"every cone": None, **DEFICIENCIES}
Draw = Callable[[Paper], None]


def drawn(draw: Draw) -> pygame.Surface:
    init_pygame_for_pictures()
    surface = pygame.Surface(SIZE)
    paper = Paper(surface, Pictures(ArtLibrary(), View(*SIZE)))
    paper.fill("#FFFFFF")
    draw(paper)
    return surface


def lights(picture: pygame.Surface, eyes: Matrix | None) -> list[float]:
    """How light every pixel is to these eyes."""
    pixels = pygame.image.tobytes(picture, "RGB")
    known: dict[bytes, float] = {}
    out = []
    for i in range(0, len(pixels), 3):
        rgb = pixels[i : i + 3]
        if rgb not in known:
            known[rgb] = luminance(tuple(rgb) if eyes is None else seen_with(eyes, tuple(rgb)))
        out.append(known[rgb])
    return out


def differing(a: Draw, b: Draw, eyes: Matrix | None) -> int:
    """How many pixels of two pictures are lighter or darker enough to be noticed."""
    return noticed(lights(drawn(a), eyes), lights(drawn(b), eyes))


def noticed(a: list[float], b: list[float]) -> int:
    """The same of pictures that were looked at already."""
    pairs = ((x, y) for x, y in zip(a, b) if x != y)
    return sum(max(x, y) + 0.05 >= NOTICED * (min(x, y) + 0.05) for x, y in pairs)


def day(morning: SlotShare, **changed: object) -> DayRow:
    plain = DayRow(MONDAY, morning, SlotShare.NOTHING, False, False, False, 0, 0)
    return replace(plain, **changed)  # type: ignore[arg-type]


def cell(row: DayRow) -> Draw:
    week = WeekRow(MONDAY, False, (row,))
    grid = Grid(100, 100)
    return lambda paper: calendar(paper, grid, [week], lambda n: "", lambda d: "", date(2030, 1, 1))


def sign(name: str) -> Draw:
    return lambda paper: paper.disc(300, 200, 40, TEAL, name, 48)


def part(name: str) -> Draw:
    return lambda paper: paper.part(name, 300, 200, 40, shadow=0)


def widget(kind: str) -> Draw:
    return lambda paper: paint(paper, button("b", Box(100, 100, 200, 60), "Go", kind))


def turned(on: bool) -> Draw:
    return lambda paper: paint(paper, switch("s", Box(100, 100, 300, 60), on, ""))


def curve(first: bool) -> Draw:
    """A line's dots alone, in the colours' order."""
    dot, none = Curve("", ((MONDAY, 5),)), Curve("", ())
    return lambda paper: curves(paper, Box(100, 100, 200, 100), [dot, none] if first else [none, dot], "", "")


STATES: Mapping[str, Mapping[str, Draw]] = {
    "a half day": {str(share): cell(day(share)) for share in SlotShare},
    "a day": {
        "played": cell(day(SlotShare.ALL, is_active=True)), "paused": cell(day(SlotShare.NOTHING, is_paused=True)),
        "to come": cell(day(SlotShare.NOTHING, is_future=True)), "nothing": cell(day(SlotShare.NOTHING)),
        "not meant": cell(day(SlotShare.NOTHING, not_meant=frozenset(Slot))),
        "before the start": cell(day(SlotShare.NOTHING, is_before=True)),
    },
    "a star": {"awarded": part("icons/star"), "waiting": part("icons/star_empty")},
    "a station": {"next": sign("icons/play"), "locked": sign("icons/lock"), "asleep": sign("icons/nap")},
    "right and wrong": {"right": sign("icons/check"), "wrong": sign("icons/cross")},
    "a foot's curve": {"left": curve(True), "right": curve(False)},
    "a choice": {"chosen": widget("on"), "not": widget("plain")},
    "a switch": {"on": turned(True), "off": turned(False)},
}  # fmt: skip


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("what", STATES)
def test_two_states_differ_in_more_than_colour(what: str, eyes: str) -> None:
    alike = [
        (a, b, n)
        for (a, one), (b, other) in combinations(STATES[what].items(), 2)
        if (n := differing(one, other, EYES[eyes])) < SPOT
    ]
    assert alike == []


def test_a_grade_has_a_sign_of_its_own() -> None:
    signs = [look.glyph for look in GRADES]
    assert len(set(signs)) == len(signs)


def test_the_simulation_leaves_greys_alone_and_makes_red_and_green_one_kind_of_yellow() -> None:
    for matrix in DEFICIENCIES.values():
        assert all(abs(c - 128) <= 2 for c in seen_with(matrix, (128, 128, 128)))
    red, green = (seen_with(DEFICIENCIES["deuteranopia"], c) for c in ((200, 60, 60), (150, 150, 60)))
    assert red[2] < red[0] and abs(red[0] - red[1]) < 60 and abs(green[0] - green[1]) < 20


@pytest.mark.parametrize("eyes", EYES)
def test_a_tick_tells_how_it_went_and_whether_it_counts(eyes: str) -> None:
    box = Box(200, 200, 51, 46)
    looks = [
        (mark, counts)
        for mark in (None, *(Mark(grade) for grade in Grade), Mark(Grade.WELL, 4))
        for counts in (True, False)
        if mark or counts
    ]

    def draw(mark: Mark | None, counts: bool) -> Draw:
        return lambda paper: paint_mark(paper, box, mark, counts=counts)

    cell = pygame.Rect(box.x / 2 - 4, box.y / 2 - 4, box.w / 2 + 8, box.h / 2 + 8)
    seen = [lights(drawn(draw(*look)).subsurface(cell), EYES[eyes]) for look in looks]
    for (one, mine), (other, theirs) in combinations(zip(looks, seen, strict=True), 2):
        assert noticed(mine, theirs) >= SPOT, (one, other)
