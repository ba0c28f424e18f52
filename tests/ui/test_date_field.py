"""The month from which a day is chosen."""

from __future__ import annotations

from datetime import date

import pytest

from game.ui.date_field import FIRST_YEAR, LAST_YEAR, MonthField, days_of, moved, name_of
from game.ui.widgets import check_layout


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2028, 2, 29), date(2026, 8, 31), date(2026, 12, 1)])
def test_every_day_of_a_month_is_a_button_of_its_own(day: date) -> None:
    field = MonthField(350, 112, day, day, day)
    names = [w.name for w in field.widgets() if w.name.startswith("day-")]
    assert names == [name_of(d) for d in days_of(day)]
    assert check_layout(field.widgets()) == []


def test_a_pressed_day_is_given_back_and_a_turned_page_gives_none() -> None:
    field = MonthField(0, 0, date(2026, 1, 5), None, date(2026, 1, 5))
    assert field.press("month-on") is None
    assert field.press("year-back") is None
    assert field.press("day-2025-02-28") == date(2025, 2, 28)
    assert field.press("day-2026-01-05") is None  # not on this page


def test_the_calendar_has_a_first_and_a_last_year() -> None:
    assert moved(date(FIRST_YEAR, 1, 1), -1) == date(FIRST_YEAR, 1, 1)
    assert moved(date(LAST_YEAR, 12, 1), 12) == date(LAST_YEAR, 12, 1)
