"""Hard words and pain where no step is left below, and load that does not take the place of variety."""

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Effort, ExerciseSwitched, Grade, LevelConfirmed, LevelPlayed, Outcome
from game.core.rules.dose import Dose
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import HowItWent
from tests.diary import START, both, case, catalogue, every_day, lived, of_family

WELL = "finished well right"
FIRST = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.mark.parametrize(
    "word",
    ["finished well hard", "finished partly right", "stopped partly hard", "ouch 1", "ouch 3"],
)
def test_a_hard_word_at_the_start_begins_the_seven_days_and_the_counts_anew(word: str) -> None:
    # Played well on days 0-6, so day 7 brings a step. A hard word on day 2 counts from day 3: the step comes on day 10.
    plain = lived(both(range(12)), 13)
    assert [plain.dose(n, "bear_walk") for n in (6, 7)] == [(1, 20), (1, 25)]
    life = lived(both(range(2)) + f"+2 evening bear_walk {word}\n" + both(range(2, 12)), 13)
    assert [life.kept(n, "bear_walk") for n in (7, 9, 10)] == [(1, 20), (1, 20), (1, 25)]


def test_a_little_pain_at_the_start_gives_no_second_set_before_its_week_is_over() -> None:
    text = "+0 morning bear_walk finished well easy\n+1 morning bear_walk finished well easy\n+2 morning bear_walk ouch 3\n"
    life = lived(text + every_day([3, 4, 5, 6], "morning lego_bricks finished well right"), 14)
    assert [life.kept(n, "bear_walk") for n in (7, 9, 10, 13)] == [(1, 20)] * 4


def test_no_pain_after_all_moves_nothing_at_the_start() -> None:
    life = lived(both(range(2)) + "+2 evening bear_walk ouch 0\n" + both(range(3, 8)), 9)
    assert [life.kept(n, "bear_walk") for n in (6, 7)] == [(1, 20), (1, 25)]


def test_after_a_hard_word_at_the_start_three_clean_words_are_needed_anew() -> None:
    text = every_day([0, 1, 2]) + "+3 morning bear_walk finished well hard\n"
    two = lived(text + every_day([4, 5]) + every_day([6, 7], "morning lego_bricks finished well right"), 16)
    assert two.kept(15, "bear_walk") == (1, 20)
    three = lived(text + every_day([4, 5, 6]), 13)
    assert [three.kept(n, "bear_walk") for n in (10, 11)] == [(1, 20), (1, 25)]


def test_the_parent_reads_why_a_dose_that_cannot_fall_stays() -> None:
    life = lived("+0 morning * finished well hard", 2)
    reasons = [r.key for r in life.levels(1)["bear_walk"].reasons]
    assert "reason_hard_stays" in reasons


def test_a_parents_step_back_at_the_start_is_no_hard_word() -> None:
    life = lived(both(range(8)) + "+3 back bear_walk", 8)
    assert life.kept(7, "bear_walk") == (1, 25)


def test_what_was_stopped_on_an_easy_day_counts_neither_way() -> None:
    easy = both(range(5)) + "".join(
        f"+{n} morning * finished well easy\n+{n} evening * stopped well right\n" for n in (5, 6)
    )
    assert 2 in {lived(easy, 8).kept(7, name)[0] for name in ("bear_walk", "lego_bricks", "caterpillar")}


# ---------------------------------------------------------------- one set a week while others wait
def test_while_others_wait_to_join_one_exercise_in_seven_days_gets_a_set_and_the_rest_rise_by_a_step() -> None:
    # Day 7: three exercises are due and too easy. 240 becomes 260: two sessions hold 520 less the longest.
    # One set more for the first that has room, a step for the others that have it, never two sets.
    life = of_family("easy", 22, case(age="11+"))
    names = ("bear_walk", "lego_bricks", "caterpillar")
    for n in (7, 14, 21):
        more = [e for e in names if life.kept(n, e)[0] > life.kept(n - 1, e)[0]]
        up = [e for e in names if life.kept(n, e)[1] > life.kept(n - 1, e)[1]]
        assert len(more) <= 1 and not set(more) & set(up)
    assert [life.kept(7, e) for e in names] == [(2, 20), (1, 4), (1, 4)]


def test_what_is_kept_back_by_the_waiting_ones_alone_rises_with_two_easy_words_though_three_are_clean_elsewhere() -> (
    None
):
    text = "".join(f"+{n} morning * finished well easy\n" for n in (0, 1)) + both(range(2, 7), "not-today")
    life = lived(text + "+6 evening bear_walk stopped well right\n", 8, case(age="11+"))
    assert [life.kept(7, e) for e in ("bear_walk", "lego_bricks", "caterpillar")] == [(2, 20), (1, 4), (1, 4)]
    assert "reason_step_easy" in [r.key for r in life.levels(7)["lego_bricks"].reasons]


def test_when_nothing_waits_every_easy_one_may_get_its_set() -> None:
    # The grown-up's whole set is in play from the first day: nothing waits, only room is asked for.
    life = of_family("easy", 8, case("grown_up", "11+"))
    assert {life.kept(7, e)[0] for e in ("starfish_toes", "crab_shuffle")} <= {1, 2}


# ---------------------------------------------------------------- the first play
def test_a_new_exercise_stays_at_its_start_for_seven_days_from_its_first_play() -> None:
    # It joins on day 7 and is left alone until day 10: seven days from there it may grow, on day 17 and not on 14.
    rest = "".join(
        f"+{n} {slot} {e} {WELL}\n"
        for n in range(7, 10)
        for slot in ("morning", "evening")
        for e in ("bear_walk", "lego_bricks", "caterpillar")
    )
    life = lived(both(range(7)) + rest + both(range(10, 20)), 19)
    assert "lift_ride" in life.offered(7)
    assert [life.kept(n, "lift_ride") for n in (14, 16, 17)] == [(1, 5), (1, 5), (1, 6)]


def test_done_away_before_it_has_come_is_no_first_play() -> None:
    life = lived(f"+0 morning starfish_toes {WELL}\n" + both(range(0, 30)), 31)
    came = next(n for n in range(31) if "starfish_toes" in life.offered(n))
    assert came > 7 and "starfish_toes" in life.levels(came), "never tried, so it is first on the morning it comes"
    assert {life.kept(n, "starfish_toes") for n in range(came, min(31, came + 7))} == {(1, 5)}


def test_a_hard_word_never_raises_an_amount_that_was_begun_at_half() -> None:
    # The hedgehog begins at 3, half of 5; two easy days after the halves are lifted make 2 x 3, partly makes 1 x 3.
    who = case("after_surgery", "7-10", "2025-12-01", "2025-12-15", True)
    text = every_day([0, 6, 12, 18, 24]) + every_day([27, 28, 33, 34], "morning * finished well easy")
    text += "+36 morning hedgehog_roll finished partly easy\n"
    life = lived(text, 38, who)
    sets, amount = life.kept(36, "hedgehog_roll")
    assert sets == 2
    assert life.kept(37, "hedgehog_roll") == (1, amount)


def test_what_was_played_shorter_than_the_start_and_called_hard_never_falls_below_the_start() -> None:
    robin = lived(both(range(15)), 15).robin
    day = plus(START, 15)
    robin.record(
        day, 9,
        LevelPlayed("short", "s", day, Slot.MORNING, "bear_walk", 1, 15, Outcome.FINISHED, 15),
        LevelConfirmed("short", Grade.WELL, Effort.HARD),
    )  # fmt: skip
    state = journey(catalogue(), robin.child, plus(day, 1)).morning(plus(day, 1))
    assert state.tracks["bear_walk"].dose == Dose(1, 20)


def test_what_rests_after_pain_cannot_join_and_keeps_no_set_back() -> None:
    """Three are in play, the fourth hurt on the second day, away from the computer; the parent left out the rest."""
    robin = lived("+0 morning * finished well easy\n", 1, case(age="11+")).robin
    fourth, *others = [e for e in catalogue().programmes["children"].exercises if e not in FIRST]
    robin.record(START, 9, *(ExerciseSwitched(e, False) for e in others))
    hurting = plus(START, 1)
    robin.play(hurting, hurting, Slot.MORNING, [fourth], HowItWent(Outcome.HURT, score=5), is_quest=False)
    for n in range(1, 24):
        day = plus(START, n)
        for slot in Slot:
            names = robin.whole_quest(day, day, slot)
            robin.play(day, day, slot, names, HowItWent(Outcome.FINISHED, Grade.WELL, Effort.EASY), is_quest=True)
    way = journey(catalogue(), robin.child, plus(START, 23))
    mornings = [way.morning(plus(START, n)) for n in range(24)]
    assert all(set(state.tracks) == set(FIRST) for state in mornings)
    why = {t.why.key for state in mornings for t in state.tracks.values() if t.why}
    assert "reason_more_sets" in why and "reason_step_easy" not in why
