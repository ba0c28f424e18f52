"""The shipped fonts, as they are printed."""

from __future__ import annotations

import io

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from game.data.files.art import ArtLibrary
from game.print.sheet import BOLD, REGULAR
from game.print.truetype import TrueType, missing

SAID = "Füße, żółw, öğün, їжак ½ · – × 42 %"


@pytest.fixture(scope="module", params=[REGULAR, BOLD])
def data(request: pytest.FixtureRequest) -> bytes:
    return ArtLibrary().font(request.param)


def test_it_has_the_letters_and_widths_that_another_reader_finds(data: bytes) -> None:
    ours, theirs = TrueType(data), TTFont(io.BytesIO(data))
    letters = theirs.getBestCmap()
    assert {code for code in range(0x3000) if ours.has(chr(code))} == {code for code in letters if 0 < code < 0x3000}
    for code, name in ((code, name) for code, name in letters.items() if code):
        assert ours.glyph(chr(code)) == theirs.getGlyphID(name)
        assert ours.advance(ours.glyph(chr(code))) == theirs["hmtx"][name][0] * 1000 // theirs["head"].unitsPerEm
    assert (ours.ascent, ours.descent) == (theirs["hhea"].ascent, theirs["hhea"].descent)


def test_a_line_is_as_wide_as_its_letters(data: bytes) -> None:
    font = TrueType(data)
    assert font.width("Anna", 10) == pytest.approx(sum(font.width(c, 10) for c in "Anna"))
    assert font.width("Anna", 20) == pytest.approx(2 * font.width("Anna", 10))


def test_a_part_of_it_draws_the_letters_asked_for_and_no_others(data: bytes) -> None:
    part = TTFont(io.BytesIO(TrueType(data).subset(SAID)))
    whole = TTFont(io.BytesIO(data))
    part.ensureDecompiled()
    assert part["maxp"].numGlyphs == whole["maxp"].numGlyphs
    for letter in SAID:
        name, here = whole.getBestCmap()[ord(letter)], part.getBestCmap()[ord(letter)]
        assert part.getGlyphID(here) == whole.getGlyphID(name)
        drawn, wanted = RecordingPen(), RecordingPen()
        part.getGlyphSet()[here].draw(drawn)
        whole.getGlyphSet()[name].draw(wanted)
        assert [step for step, _ in drawn.value] == [step for step, _ in wanted.value] and (
            drawn.value or letter == " "
        )
    unused = part["glyf"][part.getBestCmap()[ord("Q")]]
    assert unused.numberOfContours == 0
    assert len(TrueType(data).subset(SAID)) < len(data) / 4


def test_the_sums_of_a_part_are_right(data: bytes) -> None:
    made = TrueType(data).subset("Anna")
    font = TTFont(io.BytesIO(made), checkChecksums=2)
    for tag in font.reader.tables:
        font.reader[tag]
    whole = sum(int.from_bytes(made[n : n + 4], "big") for n in range(0, len(made), 4)) & 0xFFFFFFFF
    assert whole == 0xB1B0AFBA


def test_a_letter_made_of_others_brings_them_along() -> None:
    whole = TTFont(io.BytesIO(ArtLibrary().font(REGULAR)))
    made = [chr(code) for code, name in whole.getBestCmap().items() if whole["glyf"][name].isComposite()]
    assert made
    part = TTFont(io.BytesIO(TrueType(ArtLibrary().font(REGULAR)).subset(made[:5])))
    for letter in made[:5]:
        for piece in part["glyf"][part.getBestCmap()[ord(letter)]].components:
            assert part["glyf"][piece.glyphName].numberOfContours > 0


def test_what_it_has_no_letter_for_is_known() -> None:
    font = TrueType(ArtLibrary().font(REGULAR))
    assert missing((font,), "Anna și ნინო") == "ნიო"
    assert font.glyph("ნ") == 0 and not font.has("ნ")


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04" + bytes(200), b"\x00\x01\x00\x00\x00\x09" + bytes(20)])
def test_what_is_no_font_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="no TrueType font"):
        TrueType(broken)
