"""The run, weeks in bloom, habit strength and graduation."""

import pytest

from tests.diary import both, case, every_day, lived, of_family


def test_a_missed_day_keeps_the_run() -> None:
    life = lived(every_day([0, 1, 2, 3, 5, 6]), 8)
    assert [life.on(n).streak for n in range(8)] == [0, 1, 2, 3, 4, 4, 5, 6]


def test_three_rest_days_in_seven_are_free_and_the_fourth_begins_a_new_path() -> None:
    free = lived(every_day([0, 1, 2, 3, 7, 8, 9, 10]), 12)
    assert free.on(11).streak == 8
    broken = lived(every_day([0, 1, 2, 3, 8, 9, 10, 11]), 13)
    assert broken.on(8).streak == 2
    assert broken.on(12).streak < 8
    assert broken.on(12).best_streak == 4


def test_the_run_fades_while_a_family_is_away_and_the_best_stays() -> None:
    life = lived(both(range(14)), 30)
    assert [life.on(n).streak for n in (14, 17, 18, 19, 20, 21, 22)] == [14, 14, 2, 1, 0, 0, 0]
    assert {life.on(n).best_streak for n in range(14, 30)} == {14}
    assert {life.on(n).active_days for n in range(14, 30)} == {14}


def test_playing_never_makes_the_run_smaller() -> None:
    for days in ([0, 1, 2, 3, 4, 5, 6], [0, 2, 4, 6, 8], [0, 1, 5, 6, 7, 12]):
        life = lived(every_day(days), 15)
        for n in days:
            idle = lived(every_day([d for d in days if d < n]), 15)
            assert life.on(n + 1).streak >= idle.on(n + 1).streak


def test_a_week_blooms_from_its_fourth_active_day() -> None:
    life = lived(every_day([0, 2, 3, 6]), 9)
    assert [life.on(n).bloom_weeks for n in (3, 4, 6, 7)] == [0, 0, 0, 1]
    assert lived(every_day([0, 1, 2, 3]), 5).on(4).bloom_weeks == 1


def test_a_week_with_a_pause_that_did_not_bloom_is_set_aside() -> None:
    perfect = of_family("perfect", 92).plans
    assert perfect[84].state == "graduated"
    ill = both(range(14)) + "+14 pause ill until +18\n" + both(range(19, 100))
    life = lived(ill, 93)
    assert [life.on(n).state for n in (84, 91)] == ["playing", "graduated"]


def test_a_week_begun_in_its_middle_counts_only_when_it_bloomed() -> None:
    begun_on_friday = lived(both(range(4, 100)), 92)
    assert [begun_on_friday.on(n).state for n in (84, 91)] == ["playing", "graduated"]
    begun_on_wednesday = lived(both(range(2, 100)), 92)
    assert begun_on_wednesday.on(84).state == "graduated"


def test_a_first_week_from_its_monday_on_counts_even_without_bloom() -> None:
    from_monday = lived(every_day([0, 2, 4]) + both(range(7, 100)), 92)
    assert [from_monday.on(n).state for n in (83, 84)] == ["playing", "graduated"]
    from_tuesday = lived(every_day([1, 3, 5]) + both(range(7, 100)), 92)
    assert [from_tuesday.on(n).state for n in (84, 91)] == ["playing", "graduated"]


def test_the_habit_halves_in_thirteen_days_without_play() -> None:
    life = lived(both(range(10)), 24)
    assert life.on(23).habit == pytest.approx(life.on(10).habit / 2)
    keep = 0.5 ** (1 / 13)
    assert life.on(1).habit == pytest.approx(1 - keep)
    assert life.on(2).habit == pytest.approx((1 - keep) * keep + (1 - keep))


def test_graduation_is_on_a_monday_after_twelve_weeks_with_eight_in_bloom() -> None:
    life = of_family("perfect", 92)
    assert [life.on(n).state for n in (83, 84)] == ["playing", "graduated"]
    assert life.on(84).day.weekday() == 0


def test_who_has_fewer_weeks_in_bloom_plays_on_until_the_eighth() -> None:
    quiet = "".join(every_day([7 * w, 7 * w + 2, 7 * w + 4]) for w in range(6))
    life = lived(quiet + both(range(42, 110)), 100)
    assert [life.on(n).state for n in (84, 91, 97, 98)] == ["playing", "playing", "playing", "graduated"]


def test_a_parent_may_bring_it_forward_from_the_eighth() -> None:
    life = lived(both(range(70)) + "+30 graduate\n+57 graduate", 62)
    assert [life.on(n).state for n in (31, 57, 58)] == ["playing", "playing", "graduated"]


def test_after_graduation_nothing_grows_and_two_days_a_week_keep_the_run() -> None:
    text = both(range(84)) + "".join(every_day([n, n + 3]) for n in range(84, 126, 7))
    life = lived(text, 126)
    assert {life.budget(n) for n in range(84, 126)} == {600}
    assert life.on(125).streak == 84 + 12
    assert life.on(125).habit == life.on(84).habit
    assert life.on(125).bloom_weeks == 12 + 6


@pytest.mark.parametrize("age", ["3-4", "5-6", "7-10", "11+"])
def test_a_typical_family_turns_up_for_six_sessions_of_ten(age: str) -> None:
    life = of_family("typical", 84, case(age=age))
    sessions = {(a.on, a.slot) for a in life.robin.child.attempts.values()}
    assert 0.55 <= len(sessions) / 168 <= 0.63
    assert 0.15 <= 1 - len({on for on, _ in sessions}) / 84 <= 0.25, "one day in five without any"
    assert life.on(83).best_streak > 20
