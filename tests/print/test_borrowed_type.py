"""Letters the shipped type lacks are set in another where there is one: joined, from the right, and to be copied."""

from __future__ import annotations

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from game.core.joined_letters import looks
from game.data.files.art import ArtLibrary
from game.print.pdf import pdf
from game.print.sheet import A4, BOLD, REGULAR, Sheet
from game.print.truetype import TrueType
from game.print.typeset import Setting, Type
from tests.paper import Pdf

HEBREW, ARABIC = "שלום דוב", "باب ١"
WIDE = 700  # thousandths, of every letter of the other type


def other_type(letters: str, *, kind: int = 0) -> bytes:
    """A font of these letters and their looks, each a box; `kind` is its fsType."""
    wanted = {char for letter in letters for char in (letter, *looks().get(letter, {}).values())} - {" "}
    names = [".notdef", *(f"u{ord(char):04X}" for char in sorted(wanted))]
    pen = TTGlyphPen(None)
    for step in ((0, 0), (0, 500), (500, 500), (500, 0)):
        pen.moveTo(step) if step == (0, 0) else pen.lineTo(step)
    pen.closePath()
    glyph = pen.glyph()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord(char): f"u{ord(char):04X}" for char in wanted})
    made.setupGlyf(dict.fromkeys(names, glyph))
    made.setupHorizontalMetrics(dict.fromkeys(names, (WIDE, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Other", "styleName": "Regular"})
    made.setupOS2(fsType=kind)
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def type_() -> Type:
    other = TrueType(other_type(HEBREW + ARABIC))
    own = {weight: TrueType(ArtLibrary().font(weight)) for weight in (REGULAR, BOLD)}
    return Type(own, lambda letter: other if other.has(letter) else None)


def test_a_word_in_other_letters_is_written_and_measured(type_: Type) -> None:
    assert type_.can_write(f"Anna {HEBREW} {ARABIC}") and type_.written(HEBREW) == HEBREW
    assert not type_.can_write("熊") and type_.written("熊 3") == "? 3"
    blank = type_.fonts[REGULAR].width(" ", 10)
    assert type_.width(HEBREW, 10) == pytest.approx(7 * 7 + blank)
    assert type_.width(f"Anna {HEBREW}", 10) == pytest.approx(type_.width("Anna ", 10) + 7 * 7 + blank)


def test_without_another_type_a_sign_stands_for_them_as_ever(type_: Type) -> None:
    alone = Type(type_.fonts)
    assert not alone.can_write(HEBREW) and alone.written(HEBREW) == "? ?"


def test_in_a_pdf_they_stand_joined_from_right_to_left_and_are_copied_as_letters(type_: Type) -> None:
    line = type_.line(ARABIC, 40, 60, Setting(12))
    made = Pdf(pdf([Sheet(*A4, (line,), is_rtl=True)], type_, "t", "ar"))
    assert made.pages() == [[ARABIC[::-1]]], "the last letter stands first, and each is the letter and not its look"
    assert type_.stands(ARABIC, is_rtl=True) == "\u0661 " + "\ufe8f\ufe8e\ufe91"
    parts = [TTFont(io.BytesIO(made.stream(font))) for font in made.named(b"/Length1")]
    assert len(parts) == 2, "the blank is the shipped type's"


def test_an_accent_stands_before_its_letter_where_it_is_read_from_the_right(type_: Type) -> None:
    assert type_.stands("בַּי", is_rtl=True) == "י\u05b7\u05bcב"
    assert type_.stands("e\u0323a") == "e\u0323a"


def test_the_shipped_type_writes_what_it_can_and_the_document_stays_as_it_was(type_: Type) -> None:
    sheet = Sheet(*A4, (type_.line("Anna, 5 reps", 40, 60, Setting(12)),))
    assert pdf([sheet], type_, "t") == pdf([sheet], Type(type_.fonts), "t")


@pytest.mark.parametrize(("kind", "may"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x204, False)])
def test_a_font_its_maker_does_not_let_into_a_document_is_told_from_others(kind: int, may: bool) -> None:
    assert TrueType(other_type("ש", kind=kind)).may_be_put_in is may


def test_of_a_collection_the_first_font_is_read() -> None:
    data = other_type("ש")
    n = int.from_bytes(data[4:6], "big")
    head = b"ttcf" + (0x00010000).to_bytes(4, "big") + (1).to_bytes(4, "big") + (16).to_bytes(4, "big")
    rows = b""
    for row in (data[12 + 16 * i : 28 + 16 * i] for i in range(n)):
        rows += row[:8] + (int.from_bytes(row[8:12], "big") + len(head)).to_bytes(4, "big") + row[12:]
    assert TrueType(head + data[:12] + rows + data[12 + 16 * n :]).has("ש")
