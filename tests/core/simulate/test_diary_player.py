"""What cannot be told, line by line, in words."""

from __future__ import annotations

import pytest

from game.core.simulate.diary_text import DiaryError
from tests.diary import case, lived


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+1 retract +0 morning *", "nothing was told of 2026-01-05 morning, so it cannot be taken back"),
        ("+0 morning * not-today\n+1 retract +0 evening *", "nothing was told of 2026-01-05 evening"),
        ("+1 retract +0 morning bear_walk", "bear_walk was told of 2026-01-05 morning, so it cannot"),
        ("+1 retract +0 morning moon_walk", "there is no exercise moon_walk"),
        ("+0 morning moon_walk finished well right", "there is no exercise moon_walk"),
        ("+0 morning duckling_walk finished well right", "duckling_walk is not in the programme"),
        ("+0 back duckling_walk", "duckling_walk is not in the programme"),
        ("+0 programme nothing", "there is no programme nothing; there are after_surgery, children"),
        ("+0 programme grown_up", "grown_up is for 11+, not for 5-6"),
        ("2026-01-04 hold", "2026-01-04 is before the first day, 2026-01-05"),
        ("+3 hold\n+0 morning bear_walk finished well right", "2026-01-05 is more than 2 days before 2026-01-08"),
        ("+3 hold\n+0 morning * finished well right", "2026-01-05 is more than 2 days before 2026-01-08"),
        ("+3 hold\n+2 release", "release cannot be told late, on 2026-01-08 for 2026-01-07"),
    ],
)  # fmt: skip
def test_a_line_the_rules_refuse_says_why(text: str, message: str) -> None:
    with pytest.raises(DiaryError) as error:
        lived(text, 5, late=True)
    assert error.value.message.startswith(message) and error.value.line == len(text.splitlines())


def test_a_play_may_be_told_two_days_later_and_a_pause_at_any_time() -> None:
    told = lived("+2 hold\n+0 morning bear_walk finished well right", 5, late=True).robin
    assert [a.on.day for a in told.child.attempts.values()] == [5]
    assert lived("+4 hold\n+1 pause ill until +2", 6, late=True).robin.events


def test_a_grown_up_stays_one() -> None:
    with pytest.raises(DiaryError, match="grown_up is for 11\\+, not for 7-10"):
        lived("+0 age 7-10", 2, case("grown_up", "11+"))


def test_what_was_done_partly_is_half_of_it_and_not_today_nothing() -> None:
    robin = lived(
        "+0 morning bear_walk stopped partly hard\n+0 morning caterpillar not-today\n+0 morning lego_bricks ouch 2", 1
    ).robin
    done = {a.exercise: (a.amount, a.done_left, a.done_right) for a in robin.child.attempts.values()}
    assert done == {"bear_walk": (20, 10, 0), "caterpillar": (3, 0, 0), "lego_bricks": (3, 1, 1)}
