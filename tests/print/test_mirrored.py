"""A printed page of a language read from right to left begins at the right; its pictures stay as they are."""

from __future__ import annotations

import pytest

from game.core.locales import ENGLISH
from game.data.files.art import ArtLibrary
from game.print.mirrored import in_reading_order
from game.print.pdf import pdf
from game.print.sheet import BOLD, REGULAR, Shape, Sheet, TextLine, Window, line
from game.print.svg import svg
from game.print.truetype import TrueType
from game.print.typeset import Setting, Type


@pytest.fixture(scope="module")
def type_() -> Type:
    return Type({weight: TrueType(ArtLibrary().font(weight)) for weight in (REGULAR, BOLD)})


def test_a_line_that_began_at_the_left_ends_as_far_from_the_right(type_: Type) -> None:
    word = type_.line("oG no", 40, 10, Setting(10))
    (mark,) = in_reading_order(Sheet(200, 100, (word,)), type_, is_rtl=True).marks
    assert isinstance(mark, TextLine)
    assert mark.x + type_.width(mark.text, mark.size, mark.weight) == pytest.approx(160)
    assert (mark.text, mark.y) == ("oG no", word.y)


def test_rules_are_mirrored_and_pictures_only_moved(type_: Type) -> None:
    foot = Shape("M0 0h4v9z", fill="#000000", turned=(1, 0, 0, 1, 22, 5))
    sheet = Sheet(200, 100, (line(10, 10, 60, 10), Window(20, 0, 30, 20, 3, (foot,), "a left foot")))
    rule, window = in_reading_order(sheet, type_, is_rtl=True).marks
    assert isinstance(rule, Shape) and rule.turned == (-1, 0, 0, 1, 200, 0)
    assert isinstance(window, Window) and window.x == 150
    assert window.marks == (Shape("M0 0h4v9z", fill="#000000", turned=(1, 0, 0, 1, 152, 5)),)


def test_a_page_of_any_other_language_is_the_very_same(type_: Type) -> None:
    sheet = Sheet(200, 100, (type_.line("Go on", 40, 10, Setting(10)),))
    assert in_reading_order(sheet, type_, ENGLISH.is_rtl) is sheet


def test_a_mark_of_direction_takes_no_room_and_no_sign(type_: Type) -> None:
    assert type_.can_write("oG\u200f no") and type_.written("oG\u200f no") == "oG\u200f no"
    assert type_.width("oG\u200f no", 10) == type_.width("oG no", 10)


def test_a_pdf_has_the_letters_as_they_stand_and_a_browser_as_they_are_read(type_: Type) -> None:
    read, stands = type_.line("oG\u200f no\u200f 3", 40, 10, Setting(10)), type_.line("3 no oG", 40, 10, Setting(10))
    sheet = Sheet(200, 100, (read,), is_rtl=True)
    assert pdf([sheet], type_, "t") == pdf([Sheet(200, 100, (stands,))], type_, "t")
    said = svg(sheet, "Nunito")
    assert 'direction="rtl" text-anchor="end"' in said and "oG\u200f no\u200f 3</text>" in said
    assert "direction" not in svg(Sheet(200, 100, (stands,)), "Nunito")


def test_in_a_browser_a_line_begins_at_its_right_end_however_wide_its_letters_are_there(type_: Type) -> None:
    word = type_.line("oG no", 40, 10, Setting(10))
    sheet = in_reading_order(Sheet(200, 100, (word,)), type_, is_rtl=True)
    assert '<text direction="rtl" x="160"' in svg(sheet, "Nunito")
