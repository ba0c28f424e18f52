"""The run, weeks in bloom, habit strength and graduation."""

from dataclasses import replace

import pytest

from game.core.days import plus
from game.core.rules import streak
from game.core.rules.state import ChildState, Streak
from tests.diary import START, both, case, catalogue, every_day, lived, of_family


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


# ---------------------------------------------------------------- counted on the run itself
def after(run: Streak, *days: bool, graduated: bool = False) -> Streak:
    """The run after these unpaused days, active or not."""
    state = ChildState(programme="children", first_active=START, run=run, graduated_on=START if graduated else None)
    for n, is_active in enumerate(days, start=1):
        state.run = streak.day_over(
            catalogue(), state, plus(START, n), is_active=is_active, is_good=is_active, is_paused=False
        )
    return state.run


@pytest.mark.parametrize(
    ("pattern", "run", "tail"),
    [
        ("111000", 3, 6), ("1110000", 2, 6), ("1111000", 4, 6), ("11110001", 5, 6), ("11110000", 2, 6), ("1111111", 7, 6),
        ("0001111", 4, 6), ("111", 3, 3),
    ],
)  # fmt: skip
def test_any_seven_days_hold_four_active_ones_or_the_run_begins_after_the_first_of_them(
    pattern: str, run: int, tail: int
) -> None:
    done = after(Streak(), *(day == "1" for day in pattern))
    assert (done.streak, len(done.tail)) == (run, tail)
    assert done.active_days == pattern.count("1") and done.best >= done.streak


def test_the_best_run_is_the_run_as_it_stood_on_an_evening() -> None:
    assert after(Streak(), *[True] * 5, *[False] * 9).best == 5
    assert after(Streak(streak=3, best=9, tail=(True,) * 3), True).best == 9


@pytest.mark.parametrize(
    ("pattern", "run"), [("1100000", 2), ("1000000", 0), ("11000000", 0), ("01100000", 2), ("011000000", 0)]
)
def test_after_graduation_two_of_seven_days_keep_it(pattern: str, run: int) -> None:
    assert after(Streak(), *(day == "1" for day in pattern), graduated=True).streak == run


def test_habit_is_half_after_thirteen_days_and_frozen_after_graduation() -> None:
    assert after(Streak(habit=1.0), *[False] * 13).habit == pytest.approx(0.5)
    assert after(Streak(), *[True] * 13).habit == pytest.approx(0.5)
    assert after(Streak(habit=0.7), True, False, graduated=True).habit == 0.7


@pytest.mark.parametrize(
    ("active", "good", "partial", "counted", "blooms", "good_blooms"),
    [
        (0, 0, False, 0, 0, 0), (1, 0, False, 1, 0, 0), (1, 0, True, 0, 0, 0), (3, 3, False, 1, 0, 0), (3, 3, True, 0, 0, 0),
        (4, 0, False, 1, 1, 0), (4, 1, False, 1, 1, 1), (4, 1, True, 1, 1, 1), (7, 7, False, 1, 1, 1),
    ],
)  # fmt: skip
def test_a_week_counts_blooms_and_counts_for_graduation(
    active: int, good: int, partial: bool, counted: int, blooms: int, good_blooms: int
) -> None:
    run = Streak(week_active=active, week_good=good, is_week_partial=partial)
    state = ChildState(programme="children", first_active=START, run=run)
    done = streak.week_over(catalogue(), state, plus(START, 7))
    assert (done.counted_weeks, done.bloom_weeks, done.good_bloom_weeks) == (counted, blooms, good_blooms)
    assert (done.week_active, done.week_good, done.is_week_partial) == (0, 0, False)
    assert streak.week_over(catalogue(), state, START) == run, "the adventure begins on this Monday"
    assert streak.bloom_weeks(catalogue(), state, plus(START, 6)) == blooms
    assert streak.good_bloom_weeks(catalogue(), state, plus(START, 6)) == good_blooms


@pytest.mark.parametrize(("first", "paused", "partial"), [(0, False, False), (1, False, True), (0, True, True)])
def test_a_week_is_broken_by_a_paused_day_and_by_beginning_in_its_middle(
    first: int, paused: bool, partial: bool
) -> None:
    day = plus(START, first)
    state = ChildState(programme="children", first_active=day)
    run = streak.day_over(catalogue(), state, day, is_active=True, is_good=True, is_paused=paused)
    assert run.is_week_partial is partial
    later = ChildState(programme="children", first_active=plus(START, -7))
    assert not streak.day_over(
        catalogue(), later, plus(START, 3), is_active=True, is_good=True, is_paused=False
    ).is_week_partial


@pytest.mark.parametrize(("graduated", "needs"), [(None, 4), (-1, 2), (0, 2), (6, 2), (7, 4), (8, 4)])
def test_the_week_of_an_early_graduation_needs_two_days_already(graduated: int | None, needs: int) -> None:
    state = ChildState(graduated_on=None if graduated is None else plus(START, graduated))
    assert streak.week_needs(catalogue(), state, START) == needs


@pytest.mark.parametrize(
    ("weeks", "blooms", "ends", "waits"),
    [
        (11, 8, False, None), (12, 7, False, 7), (12, 8, True, None), (13, 7, False, 7), (13, 9, True, None), (11, 7, False, None),
        (12, 0, False, 0),
    ],
)  # fmt: skip
def test_the_journey_ends_after_twelve_weeks_with_eight_in_bloom(
    weeks: int, blooms: int, ends: bool, waits: int | None
) -> None:
    state = ChildState(programme="children", run=Streak(counted_weeks=weeks, good_bloom_weeks=blooms))
    assert (streak.may_graduate(catalogue(), state), streak.ceremony_waits_for(catalogue(), state)) == (ends, waits)
    for other in (replace(state, graduated_on=START), replace(state, programme="grown_up")):
        assert not streak.may_graduate(catalogue(), other) and streak.ceremony_waits_for(catalogue(), other) is None


@pytest.mark.parametrize(
    ("whole", "active", "good", "may"),
    [
        (7, 0, 0, False),
        (8, 0, 0, True),
        (9, 0, 0, True),
        (7, 3, 3, False),
        (7, 4, 1, True),
        (7, 4, 0, False),
        (6, 4, 4, False),
    ],
)
def test_a_ceremony_may_be_brought_forward_from_the_eighth_week_in_bloom_the_running_one_too(
    whole: int, active: int, good: int, may: bool
) -> None:
    state = ChildState(programme="children", run=Streak(good_bloom_weeks=whole, week_active=active, week_good=good))
    assert streak.may_graduate_early(catalogue(), state, START) is may
    assert not streak.may_graduate_early(catalogue(), replace(state, graduated_on=START), START)
    assert not streak.may_graduate_early(catalogue(), replace(state, programme="grown_up"), START)


@pytest.mark.parametrize(("is_active", "is_good"), [(False, False), (True, False), (True, True)])
def test_todays_play_is_in_the_running_week_before_the_day_is_over(is_active: bool, is_good: bool) -> None:
    run = streak.with_today(Streak(week_active=3, week_good=2), is_active=is_active, is_good=is_good)
    assert (run.week_active, run.week_good) == (3 + is_active, 2 + is_good)
