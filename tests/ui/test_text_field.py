"""One line of typed text in any script."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.events import SettingChosen
from game.ui.paper import Paper, grown_paper
from game.ui.text_field import LONGEST, TextField, clean, shorter
from game.ui.view import Box
from tests.player import Player


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


@pytest.mark.parametrize("times", ["100", "125", "150"])
@pytest.mark.parametrize("lines", [False, True], ids=["a line", "lines"])
def test_the_caret_stands_after_the_name_however_large_the_family_wants_its_text(times: str, lines: bool) -> None:
    player = Player(size=(1280, 720))
    player.record(SettingChosen("text_size", times))
    pictures, field, box = player.ctx.pictures, TextField("Anna"), Box(100, 100, 500, 76)
    assert pictures.appearance.text == int(times) / 100

    def draw(paper: Paper) -> None:
        (field.paint_lines if lines else field.paint)(paper, box, True)

    surface = pygame.Surface((1280, 720), pygame.SRCALPHA)
    paper = grown_paper(surface, pictures, draw)
    dark = [x for x in range(104, 596) if any(surface.get_at((x, y))[:3] == (67, 48, 74) for y in range(104, 172))]
    name = paper.inked[0]
    assert name.size > (18 if lines else 34) * int(times) / 100 - 1
    assert name.box.right < dark[-1] < name.box.right + 8
    tall = [y for y in range(104, 172) if surface.get_at((dark[-1], y))[:3] == (67, 48, 74)]
    assert len(tall) >= name.size
