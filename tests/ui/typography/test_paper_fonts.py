"""What this computer's own fonts write on paper."""

from __future__ import annotations

import pytest

from game.core.joined_letters import looks
from game.ui.typography.computers_fonts import known
from game.ui.typography.fallback_fonts import FAMILIES
from game.ui.typography.paper_fonts import borrowed


@pytest.mark.parametrize("letter", ["ש", "λ", "ბ", "熊", "ب"])
def test_a_letter_is_written_by_a_font_that_has_it_and_all_its_looks(letter: str) -> None:
    font = borrowed(letter)
    if font is None:
        pytest.skip("no font of this computer has it")
    assert font.may_be_put_in and all(map(font.has, (letter, *looks().get(letter, {}).values())))
    assert len(font.subset(letter)) < len(b"".join(font.tables.values()))
    assert borrowed(letter) is font, "looked for once"


@pytest.mark.parametrize("letter", ["न", "ខ", "\ue123"])
def test_what_changes_by_rules_a_font_holds_and_what_none_has_is_not_set(letter: str) -> None:
    assert borrowed(letter) is None


def test_no_font_of_this_computer_stops_the_search() -> None:
    assert borrowed("\U0001f9b6") is None or known(FAMILIES), "a foot: emoji stand beyond the letters that are read"
