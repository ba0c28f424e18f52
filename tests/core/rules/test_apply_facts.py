"""Pain, pauses, operations, the grown-up's course, and what is told late or taken back."""

import pytest

from game.core.simulate.diary_text import DiaryError
from tests.diary import both, case, every_day, lived, of_family

ALL = "finished well right"


# ---------------------------------------------------------------- pain
def test_a_little_pain_steps_the_exercise_back_at_once() -> None:
    life = lived(both(range(14)) + "+14 morning bear_walk ouch 3", 16)
    assert (life.dose(14, "bear_walk"), life.dose(15, "bear_walk")) == ((1, 30), (1, 25))


def test_no_pain_after_all_changes_nothing() -> None:
    life = lived(both(range(14)) + "+14 morning bear_walk ouch 0", 16)
    assert life.dose(15, "bear_walk") == (1, 30)


def test_from_four_the_exercise_rests_in_the_same_days_evening_too() -> None:
    life = lived(both(range(8)) + "+8 morning bear_walk ouch 4\n+8 evening * finished well right", 12)
    assert not [
        a
        for a in life.robin.child.attempts.values()
        if a.exercise == "bear_walk" and str(a.slot) == "evening" and a.on.day == 13
    ]
    assert "bear_walk" not in life.offered(9) | life.offered(11)
    assert "reason_ouch_rest" in life.notes(9)


def test_what_rests_is_refused() -> None:
    with pytest.raises(DiaryError, match="bear_walk rests"):
        lived("+0 morning bear_walk ouch 4\n+0 evening bear_walk finished well right")
    with pytest.raises(DiaryError, match="bear_walk rests"):
        lived("+0 morning bear_walk ouch 4\n+3 morning bear_walk finished well right")


def test_only_a_parent_brings_it_back_from_the_next_day_on_at_its_start() -> None:
    life = lived(both(range(15)) + "+15 morning bear_walk ouch 4\n+15 allow bear_walk\n" + both(range(16, 24)), 24)
    assert life.dose(15, "bear_walk") == (1, 30)
    assert life.dose(16, "bear_walk") == (1, 20)
    assert life.dose(22, "bear_walk") == (1, 20)


def test_allowed_on_the_day_it_still_rests_that_evening() -> None:
    with pytest.raises(DiaryError, match="rests"):
        lived("+0 morning bear_walk ouch 4\n+0 allow bear_walk\n+0 evening bear_walk finished well right")


@pytest.mark.parametrize(("days_apart", "state"), [(1, "paused"), (6, "paused"), (7, "playing")])
def test_two_painful_days_at_most_six_days_apart_stop_the_programme(days_apart: int, state: str) -> None:
    text = f"+8 morning bear_walk ouch 4\n+{8 + days_apart} morning caterpillar ouch 6"
    life = lived(both(range(8)) + text, 18)
    assert life.on(9 + days_apart).state == state
    assert bool(life.on(9 + days_apart).slots) == (state == "playing")


def test_two_pains_on_one_day_are_one_painful_day() -> None:
    life = lived("+0 morning bear_walk ouch 4\n+0 morning caterpillar ouch 6", 2)
    assert life.on(1).state == "playing"
    assert life.offered(1) == {"lego_bricks"}


def test_only_the_doctors_word_resumes_and_what_hurt_rests_on() -> None:
    text = "+0 morning bear_walk ouch 4\n+1 morning caterpillar ouch 6\n+3 resume\n+4 allow *\n+6 resume doctor-asked"
    life = lived(text, 8)
    assert [life.on(n).state for n in (2, 4, 5, 6, 7)] == ["paused"] * 4 + ["playing"]
    assert "reason_painful_stop" in life.notes(5)
    untold = lived(text.replace("+4 allow *\n", ""), 8)
    assert untold.offered(7) == {"lego_bricks"}


def test_the_doctors_word_begins_a_new_count() -> None:
    text = "+0 morning bear_walk ouch 4\n+1 morning caterpillar ouch 6\n+2 resume doctor-asked\n+3 morning lego_bricks ouch 5"
    life = lived(text + "\n+2 allow *", 5)
    assert life.on(4).state == "playing"


def test_stopped_by_pain_is_refused_in_words() -> None:
    with pytest.raises(DiaryError, match="stopped by pain"):
        lived("+0 morning bear_walk ouch 4\n+1 morning caterpillar ouch 6\n+1 evening lego_bricks finished well right")


def test_an_ouch_counts_after_a_confirmation_too() -> None:
    life = lived(f"+0 morning bear_walk {ALL}\n+0 morning bear_walk ouch 5", 2)
    assert "bear_walk" not in life.offered(1)


def test_an_ouch_and_a_stop_make_the_day() -> None:
    assert lived("+0 morning bear_walk ouch 7", 2).on(1).active_days == 1
    assert lived("+0 morning bear_walk stopped partly hard", 2).on(1).active_days == 1
    assert lived("+0 morning * not-today", 2).on(1).active_days == 0


def test_when_everything_rests_the_days_are_paused() -> None:
    life = lived(both(range(5)) + "+5 morning * ouch 4", 20)
    assert [life.on(n).state for n in (6, 19)] == ["paused", "paused"]
    assert life.on(19).streak == life.on(6).streak == 6


# ---------------------------------------------------------------- pauses
def test_paused_days_count_neither_way() -> None:
    life = lived(both(range(14)) + "+14 pause ill until +16\n" + both(range(17, 22)), 22)
    assert life.on(15).state == "paused" and life.on(15).slots == ()
    assert life.on(15).habit == life.on(16).habit == life.on(17).habit
    assert life.on(17).streak == life.on(14).streak == 14


def test_a_pause_ends_with_its_last_day_or_when_it_is_resumed() -> None:
    text = both(range(3)) + "+3 pause away until +9\n"
    assert [lived(text, 12).on(n).state for n in (4, 9, 10)] == ["paused", "paused", "playing"]
    assert [lived(text + "+6 resume", 12).on(n).state for n in (4, 6, 7)] == ["paused", "paused", "playing"]


def test_a_pause_may_be_told_afterwards_at_any_time() -> None:
    text = both(range(14)) + both(range(24, 26)) + "+14 pause away until +23"
    assert lived(text, 28, late=True).on(27).streak == 16
    assert lived(both(range(14)) + both(range(24, 26)), 28).on(27).streak < 7


def test_a_day_with_play_is_active_even_inside_a_pause() -> None:
    text = both(range(3)) + f"+3 pause ill until +6\n+5 morning bear_walk {ALL}"
    assert lived(text, 8).on(7).active_days == 4


# ---------------------------------------------------------------- after surgery
SURGERY = {"programme": "after_surgery", "age": "7-10", "surgery": "2025-12-29"}


def test_the_lock_opens_on_the_later_of_two_weeks_and_the_surgeons_date() -> None:
    two_weeks = lived("", 20, case(**SURGERY, surgeon="2026-01-06", cleared=True))
    assert [two_weeks.on(n).state for n in (6, 7)] == ["locked", "playing"]
    assert str(two_weeks.on(6).locked_until) == "2026-01-12"
    assert two_weeks.on(7).locked_until is None
    later = lived("", 20, case(**SURGERY, surgeon="2026-01-20", cleared=True))
    assert [later.on(n).state for n in (14, 15)] == ["locked", "playing"]


def test_the_calendar_alone_never_unlocks() -> None:
    for who in (
        case(**SURGERY, surgeon="2026-01-06"),
        case(**SURGERY, cleared=True),
        case("after_surgery", "7-10", cleared=True),
    ):
        assert {plan.state for plan in lived("", 40, who).plans} == {"locked"}
    assert lived("", 3, case(**SURGERY, cleared=True)).on(0).locked_until is None


def test_the_lock_belongs_to_the_child_and_not_to_a_programme() -> None:
    life = lived(
        "+0 programme children\n+1 age 5-6\n+2 resume\n+3 allow *",
        9,
        case(**SURGERY, surgeon="2026-01-20", cleared=True),
    )
    assert {life.on(n).state for n in range(9)} == {"locked"}
    assert all(not life.on(n).slots for n in range(9))


def test_nothing_can_be_confirmed_while_locked() -> None:
    who = case(**SURGERY, surgeon="2026-01-20", cleared=True)
    with pytest.raises(DiaryError, match="hedgehog_roll is locked"):
        lived(f"+1 morning hedgehog_roll {ALL}", 9, who)
    assert lived(f"+1 morning * {ALL}", 9, who).on(8).active_days == 0


def test_half_doses_for_28_days_of_play_and_at_least_until_six_weeks() -> None:
    life = of_family("perfect", 70, case(**SURGERY, surgeon="2026-01-12", cleared=True))
    assert life.dose(7, "hedgehog_roll") == (1, 3)
    assert life.dose(7, "caterpillar") == (1, 2)
    assert life.dose(7, "magic_toe") == (1, 1)
    for n in range(7, 35):  # 28 days of play from day 7; six weeks after the operation is day 35
        for quest in life.on(n).slots:
            for level in quest.levels:
                assert level.sets == 1
                assert (
                    level.amount
                    <= {"hedgehog_roll": 7, "caterpillar": 5, "magic_toe": 3, "seal_ball": 5, "treasure_sort": 5}[
                        level.exercise
                    ]
                )
    before, after = life.dose(34, "magic_toe"), life.dose(35, "magic_toe")
    assert after[1] - before[1] <= 1
    assert life.dose(69, "magic_toe")[1] > 3


# ---------------------------------------------------------------- the grown-up's programme
def test_the_grown_ups_set_is_whole_from_the_first_day_with_five_to_seven_of_each() -> None:
    life = of_family("perfect", 28, case("grown_up", "11+"))
    assert len(life.offered(0)) == 8
    for plan in life.plans:
        for quest in plan.slots:
            for level in quest.levels:
                assert level.unit == "seconds" or 5 <= level.amount <= 7
    assert life.on(27).stars == 0


def test_28_days_on_30_days_off_by_the_calendar_from_the_first_session() -> None:
    life = of_family("perfect", 90, case("grown_up", "11+"))
    states = [plan.state for plan in life.plans]
    assert states == ["playing"] * 28 + ["off_course"] * 30 + ["playing"] * 28 + ["off_course"] * 4
    assert life.notes(30) == ["reason_grown_up_off"]
    assert life.on(58).streak == 28


def test_the_grown_ups_course_begins_with_its_first_session_and_never_graduates() -> None:
    life = lived(both(range(3, 31)), 34, case("grown_up", "11+"))
    assert [life.on(n).state for n in (30, 31)] == ["playing", "off_course"]
    assert "graduated" not in {p.state for p in of_family("perfect", 150, case("grown_up", "11+")).plans}


# ---------------------------------------------------------------- told late, taken back
def test_told_late_is_as_told_in_time() -> None:
    in_time = lived(both(range(7)) + f"+7 morning * {ALL}\n+7 evening * {ALL}\n+8 morning * {ALL}", 12)
    late = lived(both(range(7)) + f"+8 morning * {ALL}\n+7 evening * {ALL}\n+7 morning * {ALL}", 12, late=True)
    a, b = in_time.on(11), late.on(11)
    assert (a.streak, a.active_days, a.habit, a.bloom_weeks) == (b.streak, b.active_days, b.habit, b.bloom_weeks)
    assert in_time.dose(11, "bear_walk") == late.dose(11, "bear_walk")


def test_a_confirmation_is_late_by_two_days_at_most() -> None:
    assert lived(f"+2 hold\n+0 morning * {ALL}", 4, late=True).on(3).active_days == 1
    with pytest.raises(DiaryError, match="more than 2 days"):
        lived(f"+3 hold\n+0 morning * {ALL}", 5, late=True)
    with pytest.raises(DiaryError, match="more than 2 days"):
        lived(f"+3 hold\n+0 morning bear_walk {ALL}", 5, late=True)


@pytest.mark.parametrize(
    "word", ["hold", "release", "resume", "allow *", "back", "forward", "programme children", "age 5-6", "graduate"]
)
def test_every_other_word_is_never_late(word: str) -> None:
    with pytest.raises(DiaryError, match="cannot be told late"):
        lived(f"+1 hold\n+0 {word}", late=True)


def test_taken_back_is_as_if_never_done_and_may_be_said_anew_at_any_time() -> None:
    text = f"+0 morning * {ALL}\n+9 retract +0 morning *"
    gone = lived(text, 12)
    assert (gone.on(9).stars, gone.on(10).stars, gone.on(10).active_days) == (10, 0, 0)
    again = lived(text + f"\n+10 hold\n+0 morning * {ALL}", 12, late=True)
    assert (again.on(11).stars, again.on(11).active_days) == (10, 1)


def test_only_what_was_told_can_be_taken_back() -> None:
    with pytest.raises(DiaryError, match="cannot be taken back"):
        lived("+1 retract +0 morning *")
    with pytest.raises(DiaryError, match="cannot be taken back"):
        lived(f"+0 morning bear_walk {ALL}\n+1 retract +0 morning caterpillar")


def test_a_retracted_pain_lets_the_exercise_come_again() -> None:
    life = lived("+0 morning bear_walk ouch 5\n+1 retract +0 morning bear_walk", 4)
    assert "bear_walk" not in life.offered(1)
    assert "bear_walk" in life.offered(2)


def test_the_first_word_stands() -> None:
    once = lived(f"+0 morning bear_walk {ALL}", 2)
    twice = lived(f"+0 morning bear_walk {ALL}\n+0 morning bear_walk finished partly hard", 2)
    assert once.on(1) == twice.on(1)


def test_what_has_not_come_yet_earns_its_stars_and_comes_no_sooner() -> None:
    life = lived(f"+0 morning sky_bike {ALL}", 4)
    assert (life.on(1).stars, life.on(1).active_days) == (3, 1)
    assert "sky_bike" not in life.offered(3)


def test_an_exercise_of_another_programme_is_refused() -> None:
    for name in ("bear_walk", "duckling_walk"):
        with pytest.raises(DiaryError, match="not in the programme"):
            lived(f"+0 morning {name} {ALL}", who=case("prevention", "7-10"))


def test_an_evening_after_a_missed_morning_is_the_mornings_quest() -> None:
    life = lived(both(range(30)), 31)
    morning = [level.exercise for level in life.on(30).slots[0].levels]
    evening = [level.exercise for level in life.on(30).slots[1].levels]
    assert morning != evening
    robin = lived(both(range(30)) + f"+30 evening * {ALL}", 31).robin
    played = [a.exercise for a in robin.child.attempts.values() if str(a.on) == "2026-02-04"]
    assert played == morning


def test_a_star_lies_on_leaving_out_what_was_told() -> None:
    life = lived(f"+0 morning bear_walk stopped helped right\n+0 morning * {ALL}", 2)
    assert life.on(1).stars == 1 + 3 + 3 + 1


def test_every_star_of_a_session() -> None:
    for how, stars in (
        ("finished well hard", 3),
        ("finished helped easy", 2),
        ("finished partly right", 1),
        ("stopped well right", 1),
        ("ouch 2", 1),
        ("not-today", 0),
    ):
        assert lived(f"+0 morning bear_walk {how}", 2).on(1).stars == stars
    assert lived(every_day([0]), 2).on(1).stars == 10
