"""Growth: the budget and doses, as the rules have it."""

import pytest

from game.core.days import plus
from tests.diary import START, both, case, every_day, lived, of_family


@pytest.mark.parametrize(
    ("age", "first", "cap", "weeks"),
    [("3-4", 180, 360, 8), ("5-6", 240, 600, 11), ("7-10", 300, 900, 13), ("11+", 360, 900, 11)],
)
def test_a_budget_grows_from_the_first_to_the_cap_in_its_weeks(age: str, first: int, cap: int, weeks: int) -> None:
    who = case(age=age)
    life = of_family("perfect", 84, who)
    assert life.budget(0) == first
    if weeks <= 11:
        assert life.budget(7 * weeks) == cap
        assert life.budget(7 * weeks - 1) < cap
    else:
        assert life.budget(83) == 815


def test_at_seven_to_ten_graduation_finds_815_seconds() -> None:
    life = of_family("perfect", 92, case(age="7-10"))
    assert (life.on(84).state, life.budget(84), life.budget(91)) == ("graduated", 815, 815)


def test_a_tenth_is_taken_in_whole_numbers_and_floored_to_five() -> None:
    life = of_family("perfect", 36, case(age="7-10"))
    assert [life.budget(7 * n) for n in range(6)] == [300, 330, 360, 395, 430, 470]


def test_three_good_days_a_week_earn_nothing() -> None:
    life = lived(every_day([0, 2, 4]) + every_day([7, 9, 11]), 15)
    assert {life.budget(n) for n in range(15)} == {240}
    assert "reason_budget_days" in life.notes(14)


def test_four_good_days_a_week_earn_a_tenth() -> None:
    life = lived(every_day([0, 2, 4, 6]), 9)
    assert (life.budget(6), life.budget(7)) == (240, 260)


@pytest.mark.parametrize("how", ["finished well hard", "finished partly right", "ouch 2"])
def test_a_day_with_something_hard_partly_or_hurting_is_not_good(how: str) -> None:
    life = lived(every_day([0, 2, 4]) + f"+6 morning bear_walk {how}\n+6 morning * finished well right", 9)
    assert life.budget(8) == 240


def test_a_late_good_week_grows_as_soon_as_the_fourth_good_day_is_there() -> None:
    life = lived(every_day([0, 3, 6, 9]) + every_day([7]), 12)
    assert [life.budget(n) for n in (7, 8, 9, 10)] == [240, 240, 240, 260]


def test_strong_pain_keeps_everything_as_it_is_for_seven_days() -> None:
    text = both(range(10)) + "+10 morning bear_walk ouch 4\n" + both(range(10, 24))
    life = lived(text, 24)
    before = life.budget(10)
    assert {life.budget(n) for n in range(10, 18)} == {before}
    assert life.budget(18) > before
    assert life.offered(17) <= life.offered(10) | life.offered(9)


def test_held_nothing_grows_and_nothing_new_comes_until_released() -> None:
    life = lived("+5 hold\n" + both(range(16)) + "+15 release", 17)
    assert {life.budget(n) for n in range(16)} == {240}
    assert life.offered(15) == life.offered(0)
    assert life.dose(15, "bear_walk") == (1, 20)
    assert life.budget(16) == 260
    assert "reason_budget_held" in life.notes(14)


def test_held_a_hard_word_still_steps_back() -> None:
    life = lived(both(range(8)) + "+8 hold\n+8 morning bear_walk finished well hard", 10)
    assert (life.dose(8, "bear_walk"), life.dose(9, "bear_walk")) == ((1, 25), (1, 20))


# ---------------------------------------------------------------- doses
def test_a_dose_stays_at_its_start_for_seven_days_and_then_grows_one_step() -> None:
    life = of_family("perfect", 15)
    assert [life.dose(n, "bear_walk") for n in (0, 6, 7, 13, 14)] == [(1, 20), (1, 20), (1, 25), (1, 25), (1, 30)]


def test_two_clean_confirmations_are_not_enough() -> None:
    life = lived(
        every_day([0, 3]) + "+5 morning caterpillar finished well right\n+6 morning caterpillar finished well right", 8
    )
    assert life.dose(7, "bear_walk") == (1, 20)
    assert life.dose(7, "caterpillar") == (1, 4)


def test_with_help_is_as_good_as_well() -> None:
    assert lived(both(range(7), "finished helped right"), 8).dose(7, "bear_walk") == (1, 25)


def test_stopped_without_hard_or_partly_moves_a_dose_neither_way() -> None:
    life = lived(both(range(9)) + "+9 morning bear_walk stopped well right\n" + both(range(9, 12)), 12)
    assert life.dose(10, "bear_walk") == (1, 25)


def test_too_easy_twice_is_a_set_more_and_never_more_than_three() -> None:
    life = of_family("easy", 84, case(age="11+"))
    sets = [level.sets for plan in life.plans for quest in plan.slots for level in quest.levels]
    assert max(sets) in (2, 3)
    lego = [life.dose(n, "lego_bricks") for n in range(84) if "lego_bricks" in life.offered(n)]
    assert lego[0] == (1, 3) and {sets for sets, _ in lego} >= {1, 2}


def test_easy_on_one_day_only_is_no_set_more() -> None:
    life = lived(both(range(6)) + "+6 morning * finished well easy", 8)
    assert life.dose(7, "bear_walk") == (1, 25)


def test_a_hard_evening_undoes_an_easy_morning() -> None:
    text = both(range(4)) + "".join(
        f"+{n} morning * finished well easy\n+{n} evening * finished well hard\n" for n in (5, 6)
    )
    assert lived(text, 8).dose(7, "bear_walk") == (1, 20)


def test_hard_steps_back_at_once_to_one_under_what_was_played() -> None:
    life = lived(both(range(14)) + "+14 morning bear_walk finished well hard", 16)
    assert (life.dose(14, "bear_walk"), life.dose(15, "bear_walk")) == ((1, 30), (1, 25))


def test_after_a_step_back_the_next_step_up_takes_seven_days() -> None:
    life = lived(both(range(14)) + "+14 morning bear_walk finished partly right\n" + both(range(14, 24)), 25)
    doses = {n: life.dose(n, "bear_walk")[1] for n in range(15, 25) if "bear_walk" in life.offered(n)}
    assert all(doses[n] == 25 for n in doses if n < 22)
    assert doses[max(doses)] == 30


def test_two_hards_about_the_same_dose_are_one_step() -> None:
    # Both slots are told late, so both were played at the same dose.
    text = (
        both(range(14))
        + "+15 allow *\n+14 morning bear_walk finished well hard\n+14 evening bear_walk finished well hard"
    )
    assert lived(text, 17).dose(16, "bear_walk")[1] in (20, 25)


def test_a_hard_word_at_the_start_stays_at_the_start() -> None:
    assert lived("+0 morning bear_walk finished well hard", 2).dose(1, "bear_walk") == (1, 20)


def test_a_set_goes_back_before_an_amount() -> None:
    life = of_family("easy", 40, case(age="11+"))
    n, (sets, amount) = next(
        (n, life.dose(n, e))
        for n in range(40)
        for e in ["lego_bricks"]
        if e in life.offered(n) and life.dose(n, e)[0] == 2
    )
    text = both(range(n), "finished well easy") + f"+{n} morning lego_bricks finished well hard"
    assert lived(text, n + 2, case(age="11+")).dose(n + 1, "lego_bricks") == (sets - 1, amount)


# ---------------------------------------------------------------- gaps
def test_after_a_week_without_play_budget_and_doses_go_one_step_back_once() -> None:
    life = lived(both(range(15)), 36)
    assert [life.budget(n) for n in (14, 21, 22, 28)] == [285, 285, 260, 260]
    assert life.dose(21, "bear_walk") == (1, 30)
    assert life.dose(22, "bear_walk") == (1, 25)
    assert "reason_budget_gap_week" in life.notes(22)


def test_after_three_weeks_without_play_it_is_half_of_what_it_was_but_never_below_the_start() -> None:
    long = lived(both(range(63)), 90)
    assert [long.budget(n) for n in (63, 69, 70, 83, 84)] == [530, 530, 485, 485, 265]
    assert long.dose(63, "bear_walk") == (1, 50)
    assert long.kept(84, "bear_walk") == (1, 25)
    assert long.dose(84, "starfish_toes") == (1, 5)


def test_a_pause_does_not_spare_the_body_the_step_back() -> None:
    life = lived(both(range(15)) + "+15 pause ill until +24", 27)
    assert life.on(22).state == "paused"
    assert life.budget(25) == 260


def test_after_a_gap_the_seven_days_begin_with_the_first_day_back() -> None:
    life = lived(both(range(15)) + both(range(24, 34)), 33)
    assert {life.budget(n) for n in range(24, 31)} == {260}
    assert life.budget(31) == 285


# ---------------------------------------------------------------- a parent steps
def test_a_parent_steps_the_budget_back_and_never_below_the_first() -> None:
    life = lived(both(range(8)) + "+8 back\n+9 back\n", 11)
    assert [life.budget(n) for n in (8, 9, 10)] == [260, 240, 240]


def test_a_parent_steps_a_dose_back() -> None:
    assert lived(both(range(14)) + "+14 back bear_walk", 16).dose(15, "bear_walk") == (1, 25)


def test_a_step_forward_waits_seven_days_and_needs_no_clean_words() -> None:
    text = (
        every_day([0, 2, 4]) + "+3 forward bear_walk\n+9 morning lego_bricks finished well right\n+9 forward bear_walk"
    )
    life = lived(text, 11)
    assert (life.dose(4, "bear_walk"), life.dose(10, "bear_walk")) == ((1, 20), (1, 25))


def test_a_step_forward_of_the_budget_needs_no_good_days() -> None:
    life = lived(every_day([0, 3]) + "+7 morning bear_walk finished well right\n+8 forward", 10)
    assert (life.budget(8), life.budget(9)) == (240, 260)


def test_held_a_parent_cannot_step_forward() -> None:
    life = lived(
        every_day([0, 3]) + "+7 morning lego_bricks finished well right\n+8 hold\n+8 forward\n+8 forward bear_walk", 10
    )
    assert life.budget(9) == 240
    assert life.dose(9, "bear_walk") == (1, 20)


# ---------------------------------------------------------------- age and programme
def test_another_age_keeps_the_budget_and_grows_towards_the_new_cap() -> None:
    life = lived(both(range(16)) + "+8 age 7-10", 16)
    assert [life.budget(n) for n in (8, 9, 14)] == [260, 260, 285]


def test_above_a_lower_cap_the_budget_falls_to_it() -> None:
    life = lived(both(range(45)) + "+43 age 3-4", 46)
    assert (life.budget(43), life.budget(44)) == (405, 360)


def test_another_programme_keeps_the_budget_and_shared_doses_and_fills_up_to_three() -> None:
    life = lived(both(range(28)) + "+20 programme prevention", 29)
    assert life.budget(21) == life.budget(20) + 25
    assert "starfish_toes" in life.offered(21)
    assert life.offered(21) == {"starfish_toes", "mermaid_tail", "sky_bike"}
    assert life.on(21).streak == 21


def test_back_in_the_old_programme_everything_met_is_in_play() -> None:
    life = lived(both(range(23)) + "+20 programme prevention\n+22 programme children", 25)
    assert {"bear_walk", "lego_bricks", "caterpillar", "lift_ride"} <= life.offered(23)


def test_a_longer_session_asked_for_is_told_with_the_day_of_asking() -> None:
    life = lived(every_day([0, 7]) + "+8 forward\n", 11)
    told = [note for note in life.on(9).notes if note.key == "reason_parent_forward"]
    assert [note.values["date"] for note in told] == [str(plus(START, 8))]


def test_a_bigger_dose_asked_for_is_told_with_the_day_of_asking() -> None:
    levels = lived(every_day([0, 7]) + "+8 forward bear_walk", 11).levels(9)
    told = [why for why in levels["bear_walk"].reasons if why.key == "reason_parent_forward"]
    assert [why.values["date"] for why in told] == [str(plus(START, 8))]
