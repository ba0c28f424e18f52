"""Sheets as a PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pygame
import pytest

from game.data.files.art import ArtLibrary
from game.print.pdf import pdf
from game.print.sheet import (
    A4,
    BOLD,
    REGULAR,
    Jpeg,
    Mark,
    Picture,
    Pixels,
    Shape,
    Sheet,
    TextLine,
    box,
    disc,
    line,
    moved,
)
from game.print.truetype import TrueType
from game.print.typeset import Type
from tests.paper import Pdf, check_table, poppler, shown

FONTS = {weight: TrueType(ArtLibrary().font(weight)) for weight in (REGULAR, BOLD)}
SAID = "Füße, żółw, öğün, їжак – ½ × (a) \\ 42 %"
RED = Pixels(2, 1, b"\xff\x00\x00\xff\x00\x00")


def document(*marks: Mark, pages: int = 1) -> bytes:
    return pdf([Sheet(*A4, marks)] * pages, Type(FONTS), "Foot exercises – “at home”", "en")


def jpeg() -> bytes:
    surface = pygame.Surface((40, 20))
    surface.fill((0, 0, 255))
    out = io.BytesIO()
    pygame.image.save(surface, out, "x.jpg")
    return out.getvalue()


def colour_at(picture: Path, x: float, y: float, dpi: int = 50) -> tuple[int, int, int]:
    surface = pygame.image.load(picture)
    return tuple(surface.get_at((round(x * dpi / 72), round(y * dpi / 72)))[:3])


def test_what_is_written_can_be_read_back_letter_by_letter() -> None:
    made = Pdf(document(TextLine(40, 60, SAID, 12), TextLine(40, 90, "Anna", 18, BOLD), pages=2))
    assert made.pages() == [[SAID, "Anna"]] * 2


def test_every_object_is_where_the_table_says() -> None:
    check_table(document(TextLine(40, 60, SAID, 12), Picture(0, 0, 9, 9, RED), pages=3))


def test_the_same_sheets_are_the_same_bytes() -> None:
    assert document(TextLine(40, 60, SAID, 12)) == document(TextLine(40, 60, SAID, 12))


def test_a_font_is_put_in_with_the_letters_used_alone() -> None:
    made = Pdf(document(TextLine(40, 60, "Anna", 12)))
    (font,) = made.named(b"/Length1")
    assert len(made.stream(font)) < 20_000
    assert TrueType(made.stream(font)).glyphs == FONTS[REGULAR].glyphs


def test_a_letter_no_font_has_is_no_mistake() -> None:
    assert Pdf(document(TextLine(40, 60, "Nino ნ", 12))).pages() == [["Nino ნ"]]


def test_a_mark_moved_is_the_same_mark_elsewhere() -> None:
    marks = (TextLine(1, 2, "a", 9), Picture(1, 2, 3, 4, RED), box(1, 2, 3, 4))
    for mark in marks:
        assert moved(moved(mark, 5, 6), -5, -6) == mark and moved(mark, 5, 6) != mark


def test_a_picture_of_too_few_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="need 12 bytes"):
        Pixels(2, 2, b"\xff")
    with pytest.raises(ValueError, match="no JPEG"):
        document(Picture(0, 0, 9, 9, Jpeg(b"\x89PNG")))
    with pytest.raises(ValueError, match="no colour"):
        document(TextLine(0, 0, "a", 9, colour="red"))


def test_poppler_reads_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(document(TextLine(40, 60, SAID, 12), TextLine(40, 90, "Anna", 18, BOLD)))
    assert poppler("pdftotext", str(file), "-").split("\n")[0] == SAID
    about = poppler("pdfinfo", str(file))
    assert "Foot exercises – “at home”" in about and "A4" in about
    assert poppler("pdffonts", str(file)).count(" yes yes yes ") == 2


def test_poppler_sees_shapes_and_pictures_where_they_were_put(tmp_path: Path) -> None:
    half = Pixels(2, 1, bytes(6), b"\xff\x00")
    marks = (
        box(72, 72, 144, 72, fill="#00FF00", radius=9), line(0, 300, 595, 300, 6), disc(400, 144, 36, fill="#FF0000"),
        Picture(72, 400, 144, 72, RED), Picture(288, 400, 144, 72, Jpeg(jpeg())), Picture(72, 600, 144, 72, half),
        Shape("M0 0h10v10h-10z", "#0000FF", opacity=0.5, turned=(10, 0, 0, 10, 400, 600)),
        Shape("M300 600h60v60h-60zm20 20h20v20h-20z", "#000000", is_even_odd=True),
    )  # fmt: skip
    (page,) = shown(document(*marks), tmp_path)
    white = (255, 255, 255)
    assert colour_at(page, 144, 108) == (0, 255, 0) and colour_at(page, 144, 60) == white
    assert max(colour_at(page, 300, 300)) < 60 and colour_at(page, 400, 144) == (255, 0, 0)
    assert colour_at(page, 144, 436) == (255, 0, 0)
    red, _, blue = colour_at(page, 360, 436)
    assert blue > 240 and red < 20
    assert max(colour_at(page, 90, 636)) < 10 and colour_at(page, 198, 636) == white, "a clear pixel is clear"
    assert colour_at(page, 450, 650) == pytest.approx((127, 127, 255), abs=2)
    assert max(colour_at(page, 305, 630)) < 10 and colour_at(page, 330, 630) == white
