"""How long a time is, in words that are true of any number of days."""

from __future__ import annotations

import pytest

from game.data.texts.texts import Texts
from game.print.wording import span


@pytest.mark.parametrize(("days", "said"), [
    (1, "1 day"), (6, "6 days"), (7, "1 week"), (10, "10 days"), (13, "13 days"), (14, "2 weeks"),
    (15, "2 weeks, 1 day"), (28, "4 weeks"), (87, "12 weeks, 3 days"),
])  # fmt: skip
def test_a_time_is_called_so_many_weeks_only_where_it_has_them(days: int, said: str) -> None:
    assert span(Texts("en"), days) == said
    number = said.split()[0]
    assert span(Texts("ru"), days).startswith(number)
