"""The game's drawings on paper: what the artists and the puppets write, as outlines."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

from game.data.files.art import ArtLibrary
from game.print.drawing import bounds, drawing, mirrored, placed
from game.print.grey import grey, grey_sheet
from game.print.pdf import pdf
from game.print.sheet import Picture, Pixels, Shape, Sheet, TextLine, Window, box, moved
from game.print.typeset import Type
from tests.paper import Pdf, shown

ART = ArtLibrary()
FOLDER = Path(__file__).resolve().parents[2] / "assets" / "parts"
PARTS = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.svg"))


def svg(body: str, box: str = "0 0 100 100") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'


def drawn(marks: tuple[Shape, ...], folder: Path) -> pygame.Surface:
    """What poppler shows of marks on a sheet of 100 x 100 points, a pixel a point."""
    return pygame.image.load(shown(pdf([Sheet(100, 100, marks)], Type({}), "drawing"), folder, 72)[0])


def test_every_part_the_artists_drew_can_be_printed() -> None:
    assert len(PARTS) > 300
    for name in PARTS:
        assert drawing(ART.drawing(name)).shapes, name


def test_every_movement_of_every_puppet_can_be_printed() -> None:
    for name in ART.rig_names():
        for clip in ART.rig(name).clips:
            phase = ART.telling(name, clip)[-1]
            found = drawing(ART.frame(name, clip, phase, {}))
            assert found.box == ART.rig(name).view
            assert found.shapes, (name, clip)


def test_groups_hand_down_their_transform_and_opacity() -> None:
    body = '<g transform="translate(10 20)" opacity="0.5"><g transform="scale(2)"><rect width="5" height="5" fill="#F00"/></g></g>'
    (shape,) = drawing(svg(body)).shapes
    assert shape.turned == (2, 0, 0, 2, 10, 20)
    assert (shape.fill, shape.opacity) == ("#FF0000", 0.5)


def test_fill_and_stroke_of_different_strength_are_two_shapes() -> None:
    body = '<circle cx="5" cy="5" r="4" fill="#112233" fill-opacity="0.3" stroke="#445566"/>'
    fill, stroke = drawing(svg(body)).shapes
    assert (fill.fill, fill.stroke, fill.opacity) == ("#112233", None, 0.3)
    assert (stroke.fill, stroke.stroke, stroke.opacity) == (None, "#445566", 1)


def test_a_straight_line_is_not_filled() -> None:
    (shape,) = drawing(svg('<path d="M26 20H140" stroke="#FFC22E" stroke-width="10"/>')).shapes
    assert shape.fill is None


def test_a_turn_about_a_point_leaves_the_point() -> None:
    (shape,) = drawing(svg('<rect x="40" y="48" width="20" height="4" transform="rotate(90 50 50)"/>')).shapes
    assert bounds([shape]) == pytest.approx((48, 40, 4, 20))


def test_what_is_moved_and_made_larger_is_where_it_is_said_to_be() -> None:
    shapes = drawing(svg('<rect x="1" y="2" width="3" height="4"/>')).shapes
    assert bounds(placed(shapes, 10, 5, 6)) == pytest.approx((15, 26, 30, 40))


def test_a_mirror_turns_left_and_right() -> None:
    shapes = drawing(svg('<rect x="1" y="2" width="3" height="4"/>')).shapes
    assert bounds(mirrored(shapes, 10)) == pytest.approx((16, 2, 3, 4))


def test_a_stroke_belongs_to_what_is_drawn() -> None:
    shapes = drawing(
        svg('<rect x="10" y="10" width="10" height="10" fill="none" stroke="#000" stroke-width="2"/>')
    ).shapes
    assert bounds(shapes) == pytest.approx((9, 9, 12, 12))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not a drawing", "no SVG document"),
        ("<svg/>", "viewBox"),
        (svg("<text>Anna</text>"), "<text> is not drawn on paper"),
        (svg('<rect width="1" height="1" fill="red"/>'), "red is no colour"),
        (svg('<rect width="1" height="1" transform="skewX(3)"/>'), "skewX"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_never_left_out(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        drawing(text)


def test_a_drawing_looks_on_paper_as_on_the_screen(tmp_path: Path) -> None:
    face = drawing(ART.drawing("cast/bo"))
    seen = drawn(placed(face.shapes, 100 / face.box[2], 0, 0), tmp_path)
    asked = pygame.image.load_sized_svg((FOLDER / "cast" / "bo.svg").open("rb"), (100, 100))
    for x, y in ((50, 55), (20, 22), (50, 75), (50, 92)):
        there, here = asked.get_at((x, y)), seen.get_at((x, y))
        if there.a == 255:
            assert all(abs(a - b) < 26 for a, b in zip(there[:3], here[:3], strict=True)), (x, y, there, here)


# ---------------------------------------------------------------- a window, and greys
def test_nothing_is_seen_outside_a_window(tmp_path: Path) -> None:
    window = Window(20, 20, 40, 40, 5, (box(0, 0, 100, 100, fill="#FF0000"),))
    seen = pygame.image.load(shown(pdf([Sheet(100, 100, (window,))], Type({}), "window"), tmp_path, 72)[0])
    assert seen.get_at((40, 40))[:3] == (255, 0, 0)
    assert seen.get_at((10, 40))[:3] == (255, 255, 255)
    assert seen.get_at((70, 40))[:3] == (255, 255, 255)


def test_a_window_moves_with_what_is_in_it() -> None:
    window = moved(Window(1, 2, 3, 4, 0, (TextLine(1, 2, "a", 9), Shape("M0 0h1v1z", "#000000"))), 10, 20)
    assert isinstance(window, Window)
    text, shape = window.marks
    assert (window.x, window.y) == (11, 22)
    assert isinstance(text, TextLine) and (text.x, text.y) == (11, 22)
    assert isinstance(shape, Shape) and shape.turned[4:] == (10, 20)


def test_a_grey_sheet_uses_no_coloured_ink() -> None:
    face = drawing(ART.drawing("cast/bo"))
    sheet = grey_sheet(Sheet(160, 160, (Window(0, 0, 160, 160, 4, face.shapes),)))
    drawn_ = Pdf(pdf([sheet], Type({}), "grey"))
    (page,) = drawn_.named(b"/Type/Page/")
    content = drawn_.stream(int(re.search(rb"/Contents (\d+) 0 R", drawn_.objects[page])[1])).decode()
    assert re.search(r"\bg\b", content)
    assert not re.search(r"\b(rg|RG|k|K|sc|SC|scn|SCN)\b", content)


def test_grey_is_as_light_as_the_colour() -> None:
    assert grey("#FFFFFF") == "#FFFFFF"
    assert grey("#000000") == "#000000"
    assert grey("#FFC22E") > grey("#C4814C") > grey("#1F7F79")


def test_a_raster_picture_is_not_taken_for_grey() -> None:
    with pytest.raises(ValueError, match="raster"):
        grey_sheet(Sheet(9, 9, (Picture(0, 0, 9, 9, Pixels(1, 1, b"\xff\x00\x00")),)))
