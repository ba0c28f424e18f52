"""What is drawn stands where it was said to, and no word is ever cut without a note."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui import theme
from game.ui.appearance import Appearance
from game.ui.palette import hexa
from game.ui.paper import Paper, gauge
from game.ui.pictures import Pictures
from game.ui.typography.lettering import off_their_sheets
from game.ui.typography.text_growth import Sketch, grown
from game.ui.view import Box, View
from game.ui.widgets import button, paint

WHITE = (255, 255, 255)


def paper(size: tuple[int, int] = (1280, 720), text: float = 1.0) -> Paper:
    init_pygame_for_pictures()
    surface = pygame.Surface(size)
    surface.fill(WHITE)
    return Paper(surface, Pictures(ArtLibrary(), View(*size), appearance=Appearance(text)))


def ink(drawn: Paper) -> pygame.Rect:
    """The rectangle of everything that is not white any more."""
    mask = pygame.mask.from_threshold(drawn.surface, WHITE, (6, 6, 6, 255))
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


@pytest.mark.parametrize("align", ["l", "c", "r"])
def test_a_line_takes_the_box_it_says(align: str):
    drawn = paper()
    box = drawn.text("Bear walk", 40, 640, 300, align=align)
    inked = ink(drawn)
    assert box.x - 2 <= inked.left and inked.right <= box.right + 2
    assert {"l": box.x, "c": box.centre[0], "r": box.right}[align] == pytest.approx(640, abs=1)
    assert box.y <= inked.top and inked.bottom <= box.bottom


def test_a_line_a_little_too_long_is_made_smaller():
    drawn = paper()
    whole = drawn.pictures.text_width("Good morning, Anna", 40, theme.EXTRA_BOLD)
    box = drawn.text("Good morning, Anna", 40, 100, 100, align="l", width=whole * 0.9)
    assert box.w <= whole * 0.9
    assert not drawn.problems


def test_a_line_much_too_long_is_cut_with_a_sign_and_noted():
    drawn = paper()
    box = drawn.text("Good morning, Anna", 40, 100, 100, align="l", width=120)
    assert box.w <= 120
    assert len(drawn.problems) == 1
    assert "Good morning" in drawn.problems[0]


@settings(max_examples=60)
@given(st.text(alphabet="abcdefghijklmnop ÄЖé", min_size=0, max_size=60), st.integers(30, 500))
def test_no_line_is_ever_wider_than_its_room(text: str, width: int):
    assert paper((640, 360)).text(text, 24, 0, 100, align="l", width=width).w <= width + 1


def test_a_paragraph_keeps_every_word_and_its_width():
    drawn = paper()
    text = "The routine was made by a grown-up for feet that roll inwards. " * 4
    bottom = drawn.paragraph(text, 20, 100, 100, 400)
    inked = ink(drawn)
    assert inked.left >= 98 and inked.right <= 502
    assert inked.bottom <= bottom
    assert not drawn.problems


def test_a_path_wider_than_a_paragraph_goes_on_in_the_next_line():
    drawn = paper()
    bottom = drawn.paragraph("Saved: C:/" + "documents/" * 12, 20, 100, 100, 300)
    inked = ink(drawn)
    assert inked.left >= 98 and inked.right <= 402
    assert bottom > 100 + 3 * 20 * 1.3


@pytest.mark.parametrize("word", ["Закончить", "Stop"])
def test_larger_text_breaks_no_word_that_was_whole(word: str):
    drawn = paper()
    drawn.sketch = Sketch()
    width = drawn.pictures.text_width("Закончить", 26, theme.EXTRA_BOLD) * 1.2
    drawn.paragraph(word, 26, 640, 300, width, weight=theme.EXTRA_BOLD, align="c")
    (times,) = grown(drawn.sketch, 1.5).values()
    assert drawn.lines(word, 26 * times, width, theme.EXTRA_BOLD) == [word]
    assert times == (1.5 if word == "Stop" else pytest.approx(1.2, abs=0.051))


def test_a_paragraph_that_does_not_fit_its_height_is_noted():
    drawn = paper()
    drawn.paragraph("word " * 200, 20, 100, 100, 200, height=60)
    assert drawn.problems


def test_a_paragraph_is_made_smaller_before_that():
    drawn = paper()
    full = drawn.paragraph("word " * 40, 20, 0, 0, 300)
    assert drawn.paragraph("word " * 40, 20, 0, 300, 300, height=full * 0.8) <= 300 + full * 0.8 + 1
    assert not drawn.problems


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_a_disc_stands_at_its_place_at_every_size(size: tuple[int, int]):
    drawn = paper(size)
    drawn.disc(640, 360, 66, theme.TEAL, alpha=0, lip_depth=8)
    view = View(*size)
    inked = ink(drawn)
    left, top = view.pixel(640 - 66, 360 - 66)
    right, bottom = view.pixel(640 + 66, 360 + 66 + 8)
    for seen, said in zip((inked.left, inked.top, inked.right, inked.bottom), (left, top, right, bottom)):
        assert abs(seen - said) <= 2


def test_a_shadow_falls_below_and_never_above_its_panel_alone():
    drawn = paper()
    drawn.panel(Box(400, 200, 300, 200), fill="#FFFFFF", lip="#FFFFFF", lip_depth=0)
    inked = ink(drawn)
    assert inked.bottom - 400 > 200 - inked.top


@pytest.mark.parametrize(("share", "most"), [(0.0, 0.02), (0.5, 0.6), (1.0, 1.01)])
def test_a_bar_is_filled_by_its_share(share: float, most: float):
    drawn = paper()
    drawn.bar(Box(100, 100, 400, 20), share, colour="#000000", track="#FFFFFF")
    assert ink(drawn).width <= 400 * most + 2


def test_a_gauge_never_goes_round_twice():
    assert gauge(0, 0, 10, 7.5, 4, "#000000") == gauge(0, 0, 10, 1.0, 4, "#000000")
    assert gauge(0, 0, 10, -1, 4, "#000000") == gauge(0, 0, 10, 0, 4, "#000000")


def test_a_veil_darkens_and_keeps_what_is_seen_apart():
    drawn = paper()
    drawn.surface.fill((0, 0, 0), (0, 0, 640, 720))
    drawn.veil()
    black, white = drawn.surface.get_at((10, 10)), drawn.surface.get_at((1000, 10))
    assert sum(white[:3]) < 3 * 255
    assert sum(white[:3]) - sum(black[:3]) > 300


def test_stars_earned_are_the_first():
    drawn, none = paper(), paper()
    drawn.stars(640, 360, 2, 3, 40)
    none.stars(640, 360, 0, 3, 40)
    apart = pygame.mask.from_threshold(drawn.surface, (0, 0, 0), (8, 8, 8, 255), none.surface)
    apart.invert()
    assert apart.get_bounding_rects()
    assert max(r.right for r in apart.get_bounding_rects()) <= 640 + 22


def test_a_colour_is_written_as_svg_has_it():
    assert hexa((67, 48, 74)) == "#43304A"


# ---------------------------------------------------------------- words that need more room
def said(drawn: Paper) -> list[str]:
    return [line.text for line in drawn.inked]


def slab(drawn: Paper, label: str, width: float, glyph: str | None = None) -> list[str]:
    """The lines of a grown-ups' button of that width."""
    paint(drawn, button("deed", Box(100, 100, width, 56), label, glyph=glyph))
    assert drawn.problems == [] and all(line.box.x >= 100 and line.box.right <= 100 + width for line in drawn.inked)
    return said(drawn)


def test_a_line_of_two_words_stands_on_two_lines_before_it_is_cut():
    drawn = paper()
    drawn.text("Good morning, Anna", 40, 100, 100, align="l", width=260)
    assert said(drawn) == ["Good morning,", "Anna"] and drawn.problems == []


def test_a_button_s_words_stand_on_two_lines_where_one_would_be_cut_and_no_word_is_broken():
    assert slab(paper(), "Another exercise", 140) == ["Another", "exercise"]
    assert slab(paper(), "Another exercise", 240) == ["Another exercise"]


def test_a_button_s_glyph_makes_way_for_a_word_that_has_no_room_beside_it():
    drawn, bare = paper(), paper()
    assert slab(drawn, "Programmes", 130, "list") == slab(bare, "Programmes", 130) == ["Programmes"]
    assert ink(drawn) == ink(bare)


def test_larger_words_take_the_second_line_of_a_button_and_a_block_grows_to_its_room():
    drawn = paper(text=1.5)
    slab(drawn, "Another exercise", 160)
    assert len(drawn.inked) == 2 and drawn.inked[0].size > 1.15 * 17
    assert drawn.block_size(["Bear walk"], 18, 300, 60) == 27 and drawn.block_size(["Bear walk"], 18, 300, 30) < 27
    assert drawn.block_size(["Caterpillar"], 18, 60, 60) == 0, "no word is cut"


def test_a_line_that_leaves_its_paper_is_told():
    drawn = paper()
    drawn.panel(Box(100, 100, 200, 80))
    drawn.text("Bear", 24, 120, 140, align="l")
    assert off_their_sheets(drawn.inked) == []
    drawn.text("Bear walk through the house", 24, 140, 140, align="l")
    assert len(off_their_sheets(drawn.inked)) == 1
