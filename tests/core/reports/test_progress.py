"""What the progress screen is given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.content import Slot, Weekday
from game.core.days import days_between, plus
from game.core.events import DaysPlanned, Effort, FunctionHurt, Grade, LevelPlayed, Outcome, StarsAwarded, ToldLater
from game.core.history.fold import fold
from game.core.history.history import Child
from game.core.reports.activity import is_active_on
from game.core.reports.day_entries import done_seconds
from game.core.reports.planned import EVERY_SLOT
from game.core.reports.progress import (
    PlayState,
    SlotShare,
    blooms_by,
    days_shown,
    exercise_progress,
    exercises_shown,
    progress,
    stars_by,
    state_of,
)
from game.core.reports.records import PainOn
from game.core.rules.dose import Dose, is_above
from game.core.rules.journey import journey
from game.core.rules.state import ChildState, Track, in_play
from game.core.simulate.diary_player import DiaryPlayer
from game.core.simulate.diary_text import read
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL, begun
from tests.core.rules.lives import of_diary
from tests.diary import START, both, case, catalogue, dated, every_day, lived, of_family


def test_an_empty_page_before_the_first_play() -> None:
    shown = progress(catalogue(), begun(catalogue(), case()).child, START)
    assert (shown.planned_sessions, shown.done_sessions, shown.streak, shown.last_active) == (0, 0, 0, None)
    assert len(shown.weeks) >= 1 and shown.state is PlayState.PLAYING


def test_today_counts_where_it_was_played() -> None:
    robin = lived(every_day([0, 1]), 2).robin
    shown = progress(catalogue(), robin.child, plus(START, 1))
    assert (shown.active_days, shown.streak, shown.best_streak) == (2, 2, 2)


def test_each_day_has_two_halves() -> None:
    text = "+0 morning * finished well right\n+0 evening bear_walk finished well right\n+1 morning lego_bricks finished well right\n+1 morning caterpillar finished well right"
    (week,) = progress(catalogue(), lived(text, 3).robin.child, plus(START, 2)).weeks
    assert [(d.morning, d.evening) for d in week.days[:3]] == [
        (SlotShare.ALL, SlotShare.PART), (SlotShare.MOST, SlotShare.NOTHING), (SlotShare.NOTHING, SlotShare.NOTHING),
    ]  # fmt: skip
    assert (week.days[0].planned_s, week.days[0].done_s) == (280, 180)
    assert [d.is_future for d in week.days] == [False] * 3 + [True] * 4


def test_as_many_other_exercises_as_an_evening_asked_for_are_all_of_it() -> None:
    day = plus(START, 30)
    before = journey(catalogue(), lived(both(range(30)), 30).robin.child, day)
    asked = before.planned(day, Slot.EVENING).exercises
    others = [name for name in before.now(day).tracks if name not in asked]
    for many, share in ((len(asked), SlotShare.ALL), (len(asked) - 1, SlotShare.MOST), (1, SlotShare.PART)):
        played = "".join(f"+30 evening {name} finished well right\n" for name in (*others, *asked)[:many])
        (row,) = days_shown(catalogue(), lived(both(range(30)) + played, 31).robin.child, day, day, plus(day, 1))
        assert row.evening is share, (many, asked, others)


def test_paused_days_are_shown_as_pauses_and_not_planned() -> None:
    robin = lived(both(range(4)) + "+4 pause ill until +6", 8).robin
    shown = progress(catalogue(), robin.child, plus(START, 5))
    assert [d.is_paused for d in shown.weeks[0].days] == [False] * 4 + [True] * 3, "the day to come is known"
    assert [d.is_future for d in shown.weeks[0].days] == [False] * 6 + [True]
    assert (shown.state, str(shown.paused_since)) == (PlayState.PAUSED, "2026-01-09")
    assert shown.planned_sessions == 8


def test_a_week_comes_into_bloom_by_the_word_that_makes_its_fourth_active_day() -> None:
    child = lived(every_day([0, 1, 2, 3]), 4).robin.child
    by_day = {day: {a.id for a in child.attempts.values() if a.on == day} for day in (plus(START, n) for n in range(4))}
    last = by_day[plus(START, 3)]
    assert len(last) > 1 and blooms_by(catalogue(), child, last, plus(START, 3))
    assert blooms_by(catalogue(), child, by_day[plus(START, 2)], plus(START, 3)), (
        "a late word on an earlier day as well"
    )
    assert not blooms_by(catalogue(), child, set(list(last)[1:]), plus(START, 3)), "the day was active without it"
    assert not blooms_by(catalogue(), child, by_day[plus(START, 2)], plus(START, 2))


def test_four_weeks_of_sessions_planned_and_done() -> None:
    shown = progress(catalogue(), of_family("typical", 60).robin.child, plus(START, 60))
    assert shown.planned_sessions == 56
    assert 0.5 < shown.done_sessions / shown.planned_sessions < 0.7
    assert shown.week == 9 and shown.budget_cap_s == 600


def test_after_graduation_two_days_a_week_are_what_was_planned() -> None:
    for days, done in (([0, 3], 8), ([0], 4), (range(7), 8)):
        text = both(range(84)) + "".join(every_day([n + d for d in days]) for n in range(84, 119, 7))
        shown = progress(catalogue(), lived(text, 120).robin.child, plus(START, 119))
        assert (shown.planned_sessions, shown.done_sessions) == (8, done)


def test_a_paused_week_after_graduation_asks_for_nothing() -> None:
    text = both(range(84)) + "+84 pause away until +111\n"
    shown = progress(catalogue(), lived(text, 113).robin.child, plus(START, 112))
    assert (shown.planned_sessions, shown.done_sessions) == (0, 0)


def test_fourteen_active_days_without_a_good_one_are_shown_until_one_comes() -> None:
    hard = every_day(range(16), "morning * finished well hard")
    shown = progress(catalogue(), lived(hard, 17).robin.child, plus(START, 16))
    assert shown.no_good_since == plus(START, 14)
    good = progress(catalogue(), lived(hard + every_day([16]), 18).robin.child, plus(START, 17))
    assert good.no_good_since is None


def test_the_road_of_a_dose_with_its_reasons() -> None:
    robin = lived(both(range(14)) + "+14 morning bear_walk finished well hard", 16).robin
    shown = exercise_progress(catalogue(), robin.child, "bear_walk", plus(START, 15))
    assert [(str(s.day)[5:], s.amount, s.why and s.why.key) for s in shown.steps] == [
        ("01-05", 20, "reason_start"), ("01-12", 25, "reason_step"), ("01-19", 30, "reason_step"), ("01-20", 25, "reason_hard"),
    ]  # fmt: skip
    assert shown.can_step_back and shown.clean_to_go == 3


def test_a_quarter_less_on_one_side_for_two_weeks_is_lasting() -> None:
    robin = begun(catalogue(), case())
    for n in range(14):
        day = plus(START, n)
        fact = LevelPlayed(f"a{n}", "s", day, "morning", "caterpillar", 1, 4, Outcome.FINISHED, 4, 3)  # type: ignore[arg-type]
        robin.record(day, 8, fact)
    lasting = exercise_progress(catalogue(), robin.child, "caterpillar", plus(START, 13))
    assert (lasting.left, lasting.right, lasting.apart, lasting.is_apart) == (56, 42, 25, True)
    early = exercise_progress(catalogue(), robin.child, "caterpillar", plus(START, 5))
    assert early.is_apart is False


def test_the_list_shows_what_is_in_play_first_and_what_is_ordered_last() -> None:
    shown = exercises_shown(catalogue(), lived(both(range(8)), 8).robin.child, plus(START, 8))
    assert shown[:4] == ("bear_walk", "lego_bricks", "caterpillar", "lift_ride")
    assert shown[-1] == "duckling_walk"
    with pytest.raises(KeyError):
        exercise_progress(catalogue(), lived("", 1).robin.child, "no_such_thing", START)


def test_strong_pain_of_the_last_four_weeks_is_listed() -> None:
    robin = lived("+0 morning bear_walk ouch 4\n+1 morning lego_bricks ouch 2\n+1 morning caterpillar ouch 6", 3).robin
    shown = progress(catalogue(), robin.child, plus(START, 2))
    assert [(name, score) for _, name, score in shown.painful] == [("bear_walk", 4), ("caterpillar", 6)]
    assert shown.state is PlayState.PAUSED


def test_after_graduation_two_sessions_a_week_are_planned() -> None:
    robin = of_family("perfect", 140).robin
    day = plus(START, 140)
    shown = progress(catalogue(), robin.child, day)
    assert shown.state is PlayState.GRADUATED and shown.planned_sessions == 8
    graduated = journey(catalogue(), robin.child, day).now(day).graduated_on
    assert graduated is not None
    days = [d for week in shown.weeks for d in week.days if graduated < d.day <= day]
    assert all(d.planned_s == 0 for d in days if not d.done_s), "nobody plans a day that was not played"


def test_four_weeks_around_graduation_plan_both_ways() -> None:
    robin = of_family("perfect", 140).robin
    graduated = journey(catalogue(), robin.child, plus(START, 140)).now(plus(START, 140)).graduated_on
    assert graduated is not None
    halfway = progress(catalogue(), robin.child, plus(graduated, 14))
    assert halfway.planned_sessions == 14 * 2 + 2 + round(13 * 2 / 7)


def test_what_was_played_in_a_pause_is_not_one_of_none() -> None:
    robin = lived("+0 pause ill until +6\n+2 morning bear_walk finished well right", 8).robin
    shown = progress(catalogue(), robin.child, plus(START, 5))
    assert (shown.done_sessions, shown.planned_sessions) == (1, 1)


def test_a_next_step_is_promised_no_sooner_than_it_comes_and_only_where_there_is_room() -> None:
    robin, promised = of_family("typical", 57).robin, 0
    way = journey(catalogue(), robin.child, plus(START, 56))
    for n in range(8, 50, 6):
        day = plus(START, n)
        seen = journey(catalogue(), robin.child, day).now(day)
        for name in in_play(catalogue(), seen):
            shown = exercise_progress(catalogue(), robin.child, name, day, day, day)
            if shown.next_from is None:
                assert seen.tracks[name].since is None, "played, and yet nobody knows from when"
                continue
            for later in range(1, min(7, days_between(day, shown.next_from))):
                dose = way.morning(plus(day, later)).tracks[name].dose
                assert not is_above(dose, seen.tracks[name].dose), (n, later, name)
                promised += 1
            said = {why.key for why in shown.reasons} & {"reason_same_room", "reason_same_reserved"}
            assert not (said and shown.has_room), (n, name)
    assert promised > 20


def test_after_strong_pain_no_exercise_promises_a_step_within_the_seven_days() -> None:
    robin = lived(both(range(15)) + "+15 morning bear_walk ouch 6\n", 16).robin
    for name in ("lego_bricks", "caterpillar", "lift_ride"):
        shown = exercise_progress(catalogue(), robin.child, name, plus(START, 15))
        assert shown.next_from is not None and shown.next_from >= plus(START, 23), name


# ---------------------------------------------------------------- on the day, the count and the second
@pytest.mark.parametrize(("clean", "to_go"), [(0, 3), (1, 2), (2, 1), (3, 0), (4, 0)])
def test_a_dose_has_so_many_clean_words_to_go_and_never_less_than_none(clean: int, to_go: int) -> None:
    robin = lived(every_day(range(clean)), max(1, clean)).robin
    day = plus(START, clean)  # words count when their day is over
    shown = exercise_progress(catalogue(), robin.child, "bear_walk", day)
    assert (shown.clean_to_go, shown.at_cap, shown.is_in_play) == (to_go, False, True)
    coming = exercise_progress(catalogue(), robin.child, "sky_bike", day)
    assert (coming.clean_to_go, coming.is_in_play, coming.amount, coming.steps) == (3, False, 6, ())


@pytest.mark.parametrize(("n", "listed"), [(27, True), (28, True), (29, False)])
def test_strong_pain_is_listed_for_four_weeks(n: int, listed: bool) -> None:
    robin = lived("+0 morning bear_walk ouch 4", 1).robin
    robin.record(START, 20, FunctionHurt(START, "bricks_a_minute", 5), FunctionHurt(START, "heel_raises", 3))
    painful = progress(catalogue(), robin.child, plus(START, n)).painful
    assert painful == (((START, "bear_walk", 4), (START, "bricks_a_minute", 5)) if listed else ())


@pytest.mark.parametrize(
    ("played", "half"), [(0, SlotShare.NOTHING), (1, SlotShare.PART), (2, SlotShare.MOST), (3, SlotShare.MOST), (4, SlotShare.ALL)]
)  # fmt: skip
def test_half_of_a_quests_levels_or_more_are_most_of_it(played: int, half: SlotShare) -> None:
    life = lived(both(range(9)), 10)
    quest = [level.exercise for level in life.on(9).slots[0].levels]
    assert len(quest) == 4
    life.robin.play(plus(START, 9), plus(START, 9), Slot.MORNING, quest[:played], WELL, is_quest=True)
    row = progress(catalogue(), life.robin.child, plus(START, 9)).weeks[1].days[2]
    assert (row.day, row.morning, row.evening) == (plus(START, 9), half, SlotShare.NOTHING)
    assert row.is_active is (played > 0)


@pytest.mark.parametrize(
    ("outcome", "left", "right", "takes"),
    [
        (Outcome.FINISHED, 0, 0, 50), (Outcome.STOPPED, 0, 0, 20), (Outcome.STOPPED, 1, 0, 25), (Outcome.STOPPED, 2, 1, 35),
        (Outcome.STOPPED, 3, 3, 50), (Outcome.HURT, 9, 9, 50),
    ],
)  # fmt: skip
def test_what_was_not_finished_took_the_change_and_what_was_done_of_it(
    outcome: Outcome, left: int, right: int, takes: int
) -> None:
    robin = begun(catalogue(), case())
    robin.record(START, 8, LevelPlayed("a", "s", START, Slot.MORNING, "caterpillar", 1, 3, outcome, left, right))
    assert done_seconds(catalogue(), robin.child.attempts["a"]) == takes  # 20, and 5 for each with either foot


@pytest.mark.parametrize(("rest", "longer"), [(None, 0), (0, -30), (30, 0), (45, 15), (60, 30)])
def test_minutes_count_a_rest_as_long_as_the_family_makes_it(rest: int | None, longer: int) -> None:
    life = lived(both(range(16), "finished well easy"), 17, case(age="11+"))
    sets = [level.sets for quest in life.on(15).slots for level in quest.levels]
    planned = sum(quest.planned_s for quest in life.on(15).slots)
    assert max(sets) > 1
    row = progress(catalogue(), life.robin.child, plus(START, 16), rest).weeks[2].days[1]
    assert row.planned_s == row.done_s == planned + sum(n - 1 for n in sets) * longer


def test_stars_of_a_clock_ahead_count_when_their_day_comes() -> None:
    robin = lived(every_day([0, 1]), 2).robin
    before = robin.child.stars
    robin.record(plus(START, 9), 8, StarsAwarded("later", 3, "careful"))
    assert [stars_by(robin.child, plus(START, n)) for n in (1, 8, 9, 10)] == [before, before, before + 3, before + 3]
    assert stars_by(robin.child, START) == before // 2


def test_a_word_that_is_asked_about_is_left_out_of_a_day() -> None:
    robin = lived(every_day([0]), 1).robin
    way = journey(catalogue(), robin.child, START)
    assert is_active_on(way, START) and not is_active_on(way, START, set(robin.child.attempts))


@pytest.mark.parametrize(("day", "last"), [(0, 0), (1, 1), (5, 1), (8, 8)])
def test_the_last_active_day_is_none_to_come(day: int, last: int) -> None:
    robin = lived(every_day([0, 1, 8]), 9).robin
    assert progress(catalogue(), robin.child, plus(START, day)).last_active == plus(START, last)


@pytest.mark.parametrize(("n", "weeks"), [(3, 1), (6, 1), (7, 2), (13, 2), (14, 3)])
def test_a_week_has_a_row_from_the_first_of_play_to_this_one(n: int, weeks: int) -> None:
    shown = progress(catalogue(), lived(every_day([2]), 4).robin.child, plus(START, n))
    assert [row.monday for row in shown.weeks] == [plus(START, 7 * k) for k in range(weeks)]
    assert shown.weeks[0].days[2].is_active and not shown.weeks[0].days[3].is_active


@pytest.mark.parametrize(
    ("n", "from_day", "key"),
    [
        (6, None, "steer_first_week"),
        (7, 7, None),
        (8, 15, "reason_same_days"),
        (14, 15, "reason_same_days"),
        (15, 15, None),
    ],
)
def test_a_step_forward_is_possible_from_the_end_of_the_seven_days_on(
    n: int, from_day: int | None, key: str | None
) -> None:
    robin = lived(every_day([0, 1, 8]) + "+7 forward bear_walk", 9).robin
    shown = exercise_progress(catalogue(), robin.child, "bear_walk", plus(START, n))
    assert shown.forward_from == (None if from_day is None else plus(START, from_day))
    assert (shown.forward_why.key if shown.forward_why else None) == key


def test_the_state_of_a_day_is_one_word() -> None:
    day, tracks = plus(START, 9), {"bear_walk": Track(Dose(1, 20), START, START)}
    states = {
        PlayState.PLAYING: {}, PlayState.LOCKED: {"signs": True}, PlayState.PAUSED: {"pause": "ill"}, PlayState.GRADUATED: {"graduated_on": START},
        PlayState.OFF_COURSE: {"programme": "grown_up", "course_days": 9, "course_from": START},
    }  # fmt: skip
    for state, values in states.items():
        one = ChildState(**({"programme": "children", "tracks": tracks} | values))  # type: ignore[arg-type]
        assert state_of(catalogue(), one, day) is state
    assert state_of(catalogue(), ChildState(), day) is PlayState.LOCKED, "no programme"
    stopped = ChildState(programme="children", tracks=tracks, stopped_on=day, graduated_on=START)
    assert state_of(catalogue(), stopped, day) is PlayState.PAUSED
    assert state_of(catalogue(), ChildState(programme="children"), day) is PlayState.PAUSED, "nothing is offered"


@pytest.mark.parametrize(("day", "steps"), [(6, [20]), (7, [20, 25]), (8, [20, 25])])
def test_the_road_of_a_dose_has_this_mornings_step(day: int, steps: list[int]) -> None:
    shown = exercise_progress(catalogue(), lived(both(range(7)), 7).robin.child, "bear_walk", plus(START, day))
    assert [step.amount for step in shown.steps] == steps


def test_nothing_is_missed_before_the_first_play() -> None:
    robin = begun(catalogue(), case())
    first = journey(catalogue(), robin.child, START).first
    rows = {row.day: row for week in progress(catalogue(), robin.child, plus(first, 1)).weeks for row in week.days}
    shown = [(n, row.is_before, row.is_future) for n in (-1, 0, 1, 2) if (row := rows.get(plus(first, n)))]
    assert (0, True, False) in shown and shown == [(n, n < 1, n > 1) for n, *_ in shown]


@pytest.mark.parametrize(("back", "is_shown"), [(27, True), (28, True), (29, False)])
def test_strong_pain_told_for_the_record_stands_with_the_others_by_its_own_day(back: int, is_shown: bool) -> None:
    robin = lived(both(range(36)), 36).robin
    day, on = plus(START, 40), plus(START, 40 - back)
    for slot, score in ((Slot.MORNING, 4), (Slot.EVENING, 3)):
        robin.record(day, 20, ToldLater(on, slot, "bear_walk", 1, 20, Grade.PARTLY, Effort.RIGHT, score))
    assert progress(catalogue(), robin.child, day).painful == (((on, "bear_walk", 4),) if is_shown else ())
    assert exercise_progress(catalogue(), robin.child, "bear_walk", day).pains == (PainOn(on, 4), PainOn(on, 3))
    assert exercise_progress(catalogue(), robin.child, "caterpillar", day).pains == ()


# ---------------------------------------------------------------- what the family means to play
WORKDAYS = DaysPlanned(tuple(Weekday)[:5], (Slot.EVENING,))


def planned_life(*played: int, days: int = 28, plan: DaysPlanned = WORKDAYS, slot: str = "evening") -> Child:
    """Four whole weeks; the plan is told on the first day, before anything is played."""
    text = every_day(sorted(played), f"{slot} * finished well right")
    *_, (life, _) = of_diary(case(), 1, "", {0: (plan,)})
    player = DiaryPlayer(life.robin, START, *read(dated(text)))
    for n in range(days):
        player.tell(plus(START, n))
    return life.robin.child


def sessions(child: Child, day: int = 28) -> tuple[int, int]:
    shown = progress(catalogue(), child, plus(START, day))
    return shown.planned_sessions, shown.done_sessions


def test_a_family_that_plans_five_evenings_is_not_shown_as_missing_the_other_nine_sessions() -> None:
    workdays = [7 * week + n for week in range(4) for n in range(5)]
    assert sessions(planned_life(*workdays)) == (20, 20)
    assert sessions(planned_life(*workdays, plan=EVERY_SLOT)) == (56, 20)


def test_a_session_on_a_day_that_was_not_planned_stands_for_one_of_its_week_that_was_missed() -> None:
    most = [0, 1, 2, 3, 5, *(7 * week + n for week in range(1, 4) for n in range(5))]  # Saturday for Friday
    assert sessions(planned_life(*most)) == (20, 20)
    assert sessions(planned_life(*most, 6)) == (21, 21)


def test_another_plan_counts_from_the_day_it_is_told_and_the_days_before_stay_as_they_were_meant() -> None:
    child = planned_life(*range(14), days=14)
    robin = SimulatedChild(catalogue(), "anna")
    robin.record(START, 7, *(e.fact for e in child.events if e.day < START))
    told = [e for e in child.events if e.day >= START]
    robin.family = fold(robin.family, [replace(e, child="anna") for e in told])
    robin.record(plus(START, 14), 20, DaysPlanned((Weekday.SATURDAY,), tuple(Slot)))
    assert sessions(robin.child, 28) == (14 + 2 * 2, 14)  # two weeks of seven evenings; then Saturdays, both slots


def test_the_plan_changes_nothing_but_what_is_called_planned() -> None:
    played = [n for n in range(28) if n % 3]
    one, other = planned_life(*played), planned_life(*played, plan=EVERY_SLOT)
    ways = [journey(replace(catalogue()), child, plus(START, 28)).now(plus(START, 28)) for child in (one, other)]
    assert ways[0] == ways[1]
    reports = [progress(catalogue(), child, plus(START, 28)) for child in (one, other)]
    same = [(r.streak, r.habit, r.bloom_weeks, r.budget_s, r.stars, r.active_days) for r in reports]
    assert same[0] == same[1] and reports[0].planned_sessions < reports[1].planned_sessions


def test_minutes_of_what_was_not_meant_are_not_planned_and_its_halves_are_told_apart_from_missed_ones() -> None:
    child = planned_life(0, 5)
    monday, saturday = (progress(catalogue(), child, plus(START, 28)).weeks[0].days[n] for n in (0, 5))
    sunday = progress(catalogue(), child, plus(START, 28)).weeks[0].days[6]
    assert monday.planned_s == monday.done_s > 0 and monday.not_meant == {Slot.MORNING}
    assert saturday.planned_s == saturday.done_s > 0 and saturday.not_meant == set(Slot)
    assert sunday.planned_s == 0 and not sunday.is_paused


def test_weeks_that_count_neither_way_are_told_beside_those_in_bloom() -> None:
    """The second week: three active days and a pause. The third: none at all. The fourth runs."""
    text = every_day([0, 1, 2, 3, 7, 8, 9]) + "+10 pause away until +13\n"
    shown = progress(catalogue(), lived(text, 22).robin.child, plus(START, 22))
    assert (shown.bloom_weeks, shown.counted_weeks, shown.aside_weeks) == (1, 1, 2)
    assert [week.is_aside for week in shown.weeks].count(True) == 2
    assert [week.is_in_bloom for week in shown.weeks].count(True) == 1


@pytest.mark.parametrize(("strong", "rest"), [(False, 3), (True, 5)])
def test_a_run_says_how_many_of_seven_days_may_be_without_play(strong: bool, rest: int) -> None:
    life = lived(every_day(range(92)) if strong else every_day([0, 2, 4, 6, 8, 10]), 92 if strong else 11)
    shown = progress(catalogue(), life.robin.child, plus(START, 92 if strong else 11))
    assert shown.rest_days == rest
