"""Days without play: the body knows no pauses, and nothing grows before somebody plays again."""

import pytest

from tests.diary import both, case, every_day, lived


@pytest.mark.parametrize(
    ("pause", "before", "after", "then"),
    [("", [30, 5, 5, 6], [25, 4, 4, 5], 30), ("+9 pause ill until +20\n", [25, 4, 4, 5], [20, 3, 3, 5], 25)],
)
def test_from_the_eighth_idle_morning_nothing_grows_and_nothing_comes_paused_or_not(
    pause: str, before: list[int], after: list[int], then: int
) -> None:
    # 5-13 January well (days 0-8): the doses grow on day 7, unpaused on day 14; day 16 is the eighth idle morning.
    life = lived(both(range(9)) + pause + both(range(21, 30)), 30)
    names = ("bear_walk", "lego_bricks", "caterpillar", "lift_ride")
    assert [life.kept(15, e)[1] for e in names] == before
    for n in range(16, 28):
        assert [life.kept(n, e)[1] for e in names] == after
    assert [life.budget(n) for n in (21, 27, 28)] == [240, 240, 260]
    assert life.kept(28, "bear_walk") == (1, then)


def test_seven_idle_days_are_a_gap_and_six_are_none() -> None:
    six = lived(both(range(9)) + both(range(15, 20)), 20)  # days 9-14 without play
    seven = lived(both(range(9)) + both(range(16, 20)), 20)  # days 9-15
    assert (six.budget(15), seven.budget(15), seven.budget(16)) == (260, 260, 240)


def test_growth_stops_on_the_eighth_idle_morning_and_not_before() -> None:
    # Day 14 is due and earned: days 7-10 were good. It is the fourth idle morning, so it grows.
    life = lived(both(range(11)), 26)
    assert [life.budget(n) for n in (13, 14)] == [260, 285]
    assert [life.budget(n) for n in (17, 18)] == [285, 260]


def test_after_a_gap_clean_easy_and_good_days_are_counted_anew() -> None:
    # Two good days before the gap and one after it bring nothing new: three after it do.
    life = lived(every_day([0, 1, 9, 10, 11]), 13)
    joined = [n for n in range(13) if "lift_ride" in life.offered(n)]
    assert joined == [12]


def test_what_stood_at_its_start_waits_seven_days_from_the_first_day_back_too() -> None:
    life = lived(every_day([0, 1, 2]) + every_day(range(12, 22)), 22)
    assert [life.kept(n, "bear_walk") for n in (12, 18, 19)] == [(1, 20), (1, 20), (1, 25)]


def test_a_step_forward_is_not_taken_in_a_gap() -> None:
    life = lived(both(range(9)) + "+17 forward\n+17 forward bear_walk", 20)
    assert (life.budget(19), life.kept(19, "bear_walk")) == (240, (1, 25))


def test_a_pause_told_today_and_one_ended_today_count_from_the_next_morning() -> None:
    # Day 7 is earned. A pause told on that day takes nothing of its morning back; ended on it, it still held there.
    told = lived(both(range(7)) + "+7 pause ill until +9\n" + both(range(10, 15)), 15)
    assert [told.budget(n) for n in (10, 13, 14)] == [260, 260, 285]
    ended = lived(both(range(7)) + "+6 pause ill until +9\n+7 resume\n", 10)
    assert [ended.budget(n) for n in (8, 9)] == [260, 260]
    way = lived(both(range(7)) + "+6 pause ill until +9\n+7 resume\n", 8)
    assert way.on(7).slots == ()


def test_a_budget_steps_back_to_the_lowest_first_budget_of_the_bands_a_child_has_had() -> None:
    older = lived(both(range(15)) + "+9 age 11+\n+15 back\n+16 back\n+17 back\n+18 back\n", 20)
    assert [older.budget(n) for n in (14, 16, 17, 18, 19)] == [285, 260, 240, 240, 240]
    younger = lived(both(range(3)) + "+1 age 3-4\n+3 back\n+4 back\n+5 back\n+6 back\n", 9)
    assert [younger.budget(n) for n in (3, 4, 5, 6, 7, 8)] == [240, 220, 200, 185, 180, 180]


def test_an_age_chosen_before_the_first_play_is_as_if_chosen_at_the_start() -> None:
    life = lived("+0 age 11+\n" + both(range(9)), 9)
    assert [life.budget(n) for n in (1, 6, 7)] == [360, 360, 395]
    back = lived("+0 age 11+\n+1 age 5-6\n+1 morning * finished well right\n", 3)
    assert back.budget(2) == 240


def test_a_band_left_before_the_first_play_was_never_had() -> None:
    life = lived("+0 age 3-4\n+0 age 7-10\n+0 morning * finished well right\n+1 back\n", 3)
    assert life.budget(2) == 300


def test_what_is_brought_back_stands_at_its_start_or_where_it_stood_if_that_was_less() -> None:
    who = case("after_surgery", "7-10", "2025-12-01", "2025-12-15", True)
    # Half until 2 February: 28 days from the first play, day 0. The hedgehog's half start is 3, its whole one 5.
    text = both(range(9)) + "+9 morning hedgehog_roll ouch 5\n" + both(range(10, 32)) + "+30 allow hedgehog_roll\n"
    life = lived(text, 33, who)
    assert [life.kept(n, "hedgehog_roll") for n in (0, 7, 30, 31)] == [(1, 3), (1, 4), (1, 4), (1, 4)]
    whole = lived(both(range(15)) + "+15 morning bear_walk ouch 5\n+16 allow bear_walk\n", 18)
    assert [whole.kept(n, "bear_walk") for n in (14, 17)] == [(1, 30), (1, 20)]
