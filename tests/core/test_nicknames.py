"""What of a text is a name, in any script, and what becomes of one that is taken."""

from __future__ import annotations

import pytest

from game.core.nicknames import as_kept, clean, free_name


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Anna", "Anna"), ("  Anna \t Maria\n", "Anna Maria"), ("Jo\u0301", "J\u00f3"), ("Jo\x00\u0301", "J\u00f3"),
        ("\u202eAnna\u2066", "Anna"), ("An\ue000na\ud800", "Anna"), ("\u0628\u200c\u0628", "\u0628\u200c\u0628"),
        ("\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467"), ("Anna\u3000B", "Anna B"), ("\u2028Anna", "Anna"),
        ("1", "1"), ("!", "!"), ("\U0001f98a", "\U0001f98a"),
    ],
)  # fmt: skip
def test_a_name_keeps_what_is_written_and_nothing_that_steers_the_writing(told: str, name: str) -> None:
    assert as_kept(told) == name


@pytest.mark.parametrize(
    "told", ["", "   ", "\t\n", "\u200d\u200c", "\u3164", "\u115f \u1160", "\uffa0", "\u2800", "\u0301", "\x07"]
)
def test_what_nobody_can_see_is_no_name(told: str) -> None:
    assert as_kept(told) == ""


def test_a_letter_newer_than_this_python_is_one() -> None:
    assert as_kept("\U0003fffd") == clean("\U0003fffd") == "\U0003fffd"


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "Anna"), (["Ann"], "Anna"), (["Anna"], "Anna 2"), (["ANNA"], "Anna 2"), (["anna 2"], "Anna"),
        (["Anna", "Anna 2"], "Anna 3"), (["Anna", "Anna 3"], "Anna 2"), (["anna", "Anna 2", "ANNA 3"], "Anna 4"),
    ],
)  # fmt: skip
def test_a_name_that_is_taken_gets_the_first_free_number(taken: list[str], free: str) -> None:
    assert free_name("Anna", taken) == free
