"""No string whatever stops a screen: everything written with the shipped or the computer's letters is made legible."""

from __future__ import annotations

import random
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.bidi import MARKS
from game.ui.theme import EXTRA_BOLD, SEMI_BOLD
from game.ui.typography.legible import CLINGING, LONGEST, MOST_MARKS, legible, legible_lines
from tests.ui.test_paper import paper

ODD = ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Mc", "Zl", "Zp", "Zs", "So", "Sk", "Lm", "Lo")
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
DRAWN = paper((640, 360))


def drawn_everywhere(text: str) -> None:
    """As a line, as one that must fit, and as a paragraph."""
    DRAWN.problems.clear()
    box = DRAWN.text(text, 24, 320, 100)
    assert box.w >= 0
    DRAWN.text(text, 24, 320, 150, width=200)
    DRAWN.paragraph(text, 20, 20, 20, 300, weight=SEMI_BOLD, height=100)
    picture = DRAWN.pictures.text(text, 24, (0, 0, 0), EXTRA_BOLD)
    assert picture.get_height() < 200, ascii(text[:40])
    assert picture.get_width() == pytest.approx(DRAWN.pictures.text_width(text, 24, EXTRA_BOLD) * DRAWN.view.k, abs=1)


@pytest.mark.parametrize("cling", ["\u200c", "\u200d", "\ufe0e", "\ufe0f"])
@pytest.mark.parametrize("letter", ["A", "Я", "م", "李", "🐻", " ", ""])
def test_a_letter_with_a_sign_of_no_width_is_drawn(letter: str, cling: str) -> None:
    drawn_everywhere(letter + cling)
    drawn_everywhere(cling + letter)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\n\n\n", "\x00", "a\x00b", "\ud800", "\udcff/home/x", "\ufffe", "\U0010ffff", "\U000e0041", "\u2028",
     "\x1b[31m", "\t\r\x0b", TURNING, "\u115f\u3164", "a" * 300_000, "ab " * 100_000, "\u0301" * 50_000,
     "e" + "\u0301" * 3_000, "\u200d" * 10_000, "م" * 5_000, "李" * 5_000, "x\n" * 50_000],
    ids=lambda text: ascii(text[:6]),
)  # fmt: skip
def test_no_odd_or_endless_text_stops_a_screen(text: str) -> None:
    drawn_everywhere(text)


def test_every_odd_kind_of_character_is_drawn() -> None:
    by_kind: dict[str, list[str]] = {kind: [] for kind in ODD}
    for code in range(sys.maxunicode + 1):
        kind = unicodedata.category(chr(code))
        if kind in by_kind:
            by_kind[kind].append(chr(code))
    chance = random.Random(17)
    tried = 0
    for kind, chars in by_kind.items():
        for char in chars if len(chars) <= 80 else chance.sample(chars, 80):
            text = f"A{char}b"
            assert DRAWN.pictures.text(text, 24, (0, 0, 0), EXTRA_BOLD).get_width() > 0, (kind, ascii(char))
            assert DRAWN.pictures.text_width(char, 24, EXTRA_BOLD) >= 0, (kind, ascii(char))
            DRAWN.pictures.text(char, 24, (0, 0, 0), EXTRA_BOLD)
            tried += 1
    assert tried > 700


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_no_string_of_any_characters_stops_a_screen(text: str) -> None:
    drawn_everywhere(text)


@given(st.text(st.characters() | st.sampled_from(TURNING), max_size=60))
def test_what_is_legible_stays_as_it_is_and_holds_no_half_no_control_and_nothing_that_turns(text: str) -> None:
    out = legible(text)
    assert legible(out) == out
    kinds = {unicodedata.category(char) for char in out if char not in CLINGING and char not in MARKS}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    out.encode("utf-8")


def test_the_letters_of_a_name_keep_their_accents_and_joiners() -> None:
    for name in ("Zoë", "Nguyễn", "می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧", "שָׁלוֹם", "❤\ufe0f", "Anna 12-'"):
        assert legible(name) == name


def test_a_flood_of_accents_ends_and_a_line_without_end_says_that_it_goes_on() -> None:
    assert legible("e" + "\u0301" * 99 + "x") == "e" + "\u0301" * MOST_MARKS + "x"
    assert len(legible("a" * 9_999)) == LONGEST
    assert legible("a" * 9_999).endswith("…")
    assert sum(map(len, legible_lines("abc " * 9_999))) < 2_100


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_says_which_way_its_neighbour_goes_stays_and_turns_no_letter(mark: str) -> None:
    assert legible(f"a{mark}b") == f"a{mark}b"
    assert unicodedata.bidirectional(mark) in {"L", "R", "AL"}  # no embedding, override or isolate: it has no reach
    drawn_everywhere(mark)


def test_a_path_with_a_sign_that_turns_the_line_reads_from_left_to_right() -> None:
    assert legible("/media/\u202egnp.exe\u202c/b\udcff") == "/media/gnp.exe/b\ufffd"
