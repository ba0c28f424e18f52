"""What long ago adds up to is asked for every day: what is wanted of it is read, and no more."""

from __future__ import annotations

from datetime import date

import pytest

from game.core.history.play_sums import PlaySums, text_of


def test_the_first_day_of_ten_years_is_had_without_the_others() -> None:
    sums = PlaySums(tried=f"{text_of(date(2026, 1, 5))} and ten years that nobody reads")
    assert sums.first_tried() == date(2026, 1, 5)
    with pytest.raises(ValueError):
        sums.tried_days()


def test_before_any_play_there_is_no_first_day() -> None:
    assert PlaySums().first_tried() is None
    assert PlaySums().tried_days() == frozenset()
