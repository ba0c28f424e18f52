"""One line of typed text in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.text_field import LONGEST, TextField, clean, shorter


@pytest.mark.parametrize(
    "name, less",
    [("Anna", "Ann"), ("Zoe\u0308", "Zo"), ("नेहा", "ने"), ("👩‍👧", ""), ("A👍🏽", "A"), ("", "")],
)
def test_backspace_takes_what_a_reader_calls_one_letter(name: str, less: str) -> None:
    assert shorter(name) == less


def test_controls_and_marks_that_turn_the_writing_are_left_out() -> None:
    assert clean("\u202eAn\x00na\u2066") == "Anna"


@given(st.lists(st.text(max_size=40), max_size=6))
def test_whatever_is_typed_a_name_is_short_and_has_no_blanks_around_it(pieces: list[str]) -> None:
    field = TextField()
    for piece in pieces:
        field.compose(piece)
        field.typed(piece)
    assert len(field.value) <= LONGEST
    assert field.name == field.name.strip()
    assert "  " not in field.name
    while field.value:
        before = field.value
        field.erase()
        assert len(field.value) < len(before)
