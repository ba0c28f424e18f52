"""The order of a line in which some letters are read from right to left."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.bidi import levels, visual, visual_runs

UNICODES = Path(__file__).parent / "bidi_character_test.txt"


def lines_of_unicode() -> list[tuple[str, bool, list[int | None], list[int]]]:
    """Of each its text, its direction, the levels and the places of its letters."""
    found = []
    for line in UNICODES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            codes, _, direction, depths, places = line.split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            told = [None if depth == "x" else int(depth) for depth in depths.split()]
            found.append((text, direction == "1", told, [int(n) for n in places.split()]))
    return found


def test_every_letter_is_as_deep_as_unicode_says() -> None:
    wrong = [text for text, is_rtl, told, _ in lines_of_unicode() if levels(text, is_rtl) != told]
    assert len(lines_of_unicode()) == 399
    assert wrong == []


def test_the_letters_stand_in_the_order_unicode_says() -> None:
    for text, is_rtl, told, places in lines_of_unicode():
        drawn = [i for i in places if text[i] not in "\u200e\u200f\u061c"]
        runs = visual_runs(text, is_rtl)
        stands = "".join(piece[::-1] if is_turned else piece for piece, is_turned in runs)
        assert stands == "".join(text[i] for i in drawn), (text, told)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("נועה שיחקה 3 דקות", "תוקד 3 הקחיש העונ"),
        ("Anna שיחקה 12:30", "12:30 הקחיש Anna"),
        ("היום (Anna) 40%", "40% (Anna) םויה"),
        ("ליאור, Anna ו-Bo", "Bo-ו Anna ,רואיל"),
        ("(אב)", "(בא)"),
        ("Go on.", ".Go on"),
    ],
)  # fmt: skip
def test_numbers_and_latin_names_in_a_hebrew_line_are_read_from_left_to_right(said: str, stands: str) -> None:
    assert visual(said, is_rtl=True) == stands


def test_a_hebrew_name_in_an_english_line_turns_alone() -> None:
    assert visual("Today נועה played 3 days") == "Today העונ played 3 days"
    assert visual("Today Anna played 3 days (well)") == "Today Anna played 3 days (well)"


def test_a_mark_parts_two_words_and_is_not_drawn() -> None:
    assert visual("oG\u200f no", is_rtl=True) == "no oG"
    assert visual_runs("\u200f", is_rtl=True) == ()


def test_accents_stay_behind_their_letters() -> None:
    assert visual("שָׁלוֹם", is_rtl=True) == "םוֹלשָׁ"
