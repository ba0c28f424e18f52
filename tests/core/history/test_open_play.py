"""A play being folded has the fields of an attempt, in their order: they are handed over by place."""

from __future__ import annotations

from typing import get_type_hints

from game.core.history.history import Attempt
from game.core.history.open_play import OpenPlay


def test_an_open_play_has_the_fields_of_an_attempt_in_their_order() -> None:
    assert list(get_type_hints(OpenPlay).items()) == list(get_type_hints(Attempt).items())
