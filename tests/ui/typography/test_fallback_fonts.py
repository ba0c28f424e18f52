"""Nicknames in scripts the shipped letters do not have."""

from __future__ import annotations

import io

import pygame
import pytest

from game.data.files.art import ArtLibrary
from game.ui.typography.fallback_fonts import can_write, rendered, runs, width


@pytest.fixture
def font() -> pygame.font.Font:
    pygame.font.init()
    return pygame.font.Font(io.BytesIO(ArtLibrary().font("ExtraBold")), 30)


def test_the_shipped_letters_write_latin_and_cyrillic(font: pygame.font.Font) -> None:
    assert can_write(font, "Zoë Łukasz Аня Ґ 12-'")
    assert not can_write(font, "李")


def test_a_line_is_cut_where_the_shipped_letters_end(font: pygame.font.Font) -> None:
    assert runs(font, "Bo says to ليلى محمد:") == [("Bo says to ", True), ("ليلى محمد", False), (":", True)]


@pytest.mark.parametrize("name", ["Anna", "李小龍 Lee", "ليلى", "नेहा", "e\u0301"])
def test_a_line_is_as_wide_as_it_is_measured_whatever_fonts_this_computer_has(
    font: pygame.font.Font, name: str
) -> None:
    assert rendered(font, name, 30, (0, 0, 0)).get_width() == width(font, name, 30)


def test_without_any_such_font_the_name_is_still_shown_somehow(font: pygame.font.Font) -> None:
    nobodys = "\ue123\ue124"  # letters for private use: no font of a system has them
    assert rendered(font, nobodys, 30, (0, 0, 0)).get_width() > 0


def test_a_line_read_from_right_to_left_is_drawn_as_it_stands(font: pygame.font.Font) -> None:
    read = rendered(font, "oG\u200f no\u200f (3)", 30, (0, 0, 0), is_rtl=True)
    stands = rendered(font, "(3) no oG", 30, (0, 0, 0))
    assert pygame.image.tobytes(read, "RGBA") == pygame.image.tobytes(stands, "RGBA")


def test_a_hebrew_line_has_its_number_and_its_latin_name_where_they_belong(font: pygame.font.Font) -> None:
    line = rendered(font, "נועה Anna 37", 30, (0, 0, 0), is_rtl=True)
    begins = rendered(font, "Anna 37", 30, (0, 0, 0))
    left = line.subsurface((0, (line.get_height() - begins.get_height()) // 2, *begins.get_size()))
    assert pygame.image.tobytes(left, "RGBA") == pygame.image.tobytes(begins, "RGBA")
    assert line.get_width() == width(font, "נועה Anna 37", 30, is_rtl=True) > begins.get_width()
