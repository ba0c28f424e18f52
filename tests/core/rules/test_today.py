"""What the map offers at a moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from game.core.content import AgeBand, Slot
from game.core.events import (
    ExerciseSwitched,
    LevelPlayed,
    Outcome,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    SignsTicked,
)
from game.core.numbers import AgeRule
from game.core.quest import Level
from game.core.rules.dose import Dose, seconds
from game.core.rules.today import Doing, today, two_minutes
from game.core.rules.waiting import waiting
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL, begun
from tests.diary import START, both, by, case, catalogue, every_day, lived

ZONE = timezone(timedelta(hours=1))


def at(robin: SimulatedChild, n: int, hour: int, slot: Slot = Slot.MORNING, minute: int = 0):
    moment = datetime(START.year, START.month, START.day, hour, minute, tzinfo=ZONE) + timedelta(days=n)
    return today(catalogue(), robin.child, moment, slot)


def played(robin: SimulatedChild, n: int, slot: Slot, names: list[str] | None = None) -> None:
    day = START + timedelta(days=n)
    robin.play(day, day, slot, names or robin.whole_quest(day, day, slot), WELL, is_quest=True)


def test_the_first_quest_has_three_levels_and_two_short_ways() -> None:
    now = at(begun(catalogue(), case()), 0, 8)
    assert now.doing is Doing.READY
    assert [level.exercise for level in now.left] == ["lego_bricks", "caterpillar", "bear_walk"]
    assert sum(level.seconds for level in now.two_minutes) <= 120
    assert [level.exercise for level in now.two_minutes] == ["lego_bricks", "caterpillar"]
    assert len(now.choices) == 3


def test_one_exercise_is_chosen_among_as_many_friends_as_are_left() -> None:
    """Two monkeys beside one another are one choice to a child who does not read."""
    robin, asked = begun(catalogue(), case()), 0
    for n in range(40):
        now = at(robin, n, 8)
        hosts = [catalogue().exercises[level.exercise].demonstration.host for level in now.choices]
        there = {catalogue().exercises[level.exercise].demonstration.host for level in now.left}
        assert len(set(hosts)) == min(len(hosts), len(there)), (n, hosts)
        asked += len(now.left) > len(there)
        for slot in Slot:
            played(robin, n, slot)
    assert asked > 5  # days on which two of what is left are one friend's


def test_two_minutes_are_there_even_when_every_level_is_longer() -> None:
    life = lived(both(range(60), "finished well easy"), 61, case("prevention", "11+"))
    for n in range(61):
        now = at(life.robin, n, 8)
        if now.doing is Doing.READY:
            assert 0 < sum(level.seconds for level in now.two_minutes) <= 120


def test_a_quest_begun_waits_for_its_rest_until_the_slot_ends() -> None:
    robin = begun(catalogue(), case())
    played(robin, 0, Slot.MORNING, ["bear_walk"])
    now = at(robin, 0, 9)
    assert (now.doing, now.is_part, [level.exercise for level in now.left]) == (
        Doing.READY, True, ["lego_bricks", "caterpillar"],
    )  # fmt: skip


def test_a_played_quest_is_done_and_the_evening_opens_three_hours_later() -> None:
    robin = begun(catalogue(), case())
    played(robin, 0, Slot.MORNING)
    assert at(robin, 0, 9).doing is Doing.DONE
    soon = at(robin, 0, 10, Slot.EVENING)
    assert (soon.doing, soon.opens and soon.opens.hour) == (Doing.TOO_SOON, 11)
    assert at(robin, 0, 11, Slot.EVENING, 1).doing is Doing.READY


def test_a_session_that_was_stopped_is_over_for_its_slot() -> None:
    robin = begun(catalogue(), case())
    played(robin, 0, Slot.MORNING, ["bear_walk"])
    session = next(iter(robin.child.sessions))
    robin.record(START, 9, SessionEnded(session, SessionEnding.STOPPED))
    assert at(robin, 0, 9).doing is Doing.DONE
    assert at(robin, 0, 18, Slot.EVENING).doing is Doing.READY


def test_a_session_that_was_stopped_with_nothing_of_it_played_leaves_the_quest_open() -> None:
    robin = begun(catalogue(), case())
    robin.record(START, 9, SessionStarted("s", START, Slot.MORNING, QuestKind.QUEST, ("bear_walk",)))
    robin.record(START, 9, SessionEnded("s", SessionEnding.STOPPED))
    now = at(robin, 0, 9)
    assert (now.doing, now.is_part, len(now.left)) == (Doing.READY, False, 3)


def test_what_hurts_leaves_the_quest_at_once() -> None:
    robin = lived("+0 morning bear_walk ouch 5", 1).robin
    assert "bear_walk" not in [level.exercise for level in at(robin, 0, 9).left]


def test_closed_says_how() -> None:
    assert at(begun(catalogue(), case("after_surgery", "7-10")), 0, 8).doing is Doing.LOCKED
    assert at(lived("+0 pause ill until +5", 1).robin, 2, 8).doing is Doing.PAUSED
    assert at(lived("+0 morning * ouch 4", 2).robin, 1, 8).doing is Doing.RESTING
    assert at(lived(both(range(29)), 30, case("grown_up", "11+")).robin, 29, 8).doing is Doing.OFF_COURSE
    ticked = begun(catalogue(), case())
    ticked.record(START, 5, SignsTicked(("stiff",)))
    now = at(ticked, 0, 8)
    assert (now.doing, now.quest, now.two_minutes, now.choices, [r.key for r in now.why]) == (
        Doing.LOCKED, None, (), (), ["reason_signs"],
    )  # fmt: skip


def test_a_clock_that_was_ahead_keeps_nobody_waiting() -> None:
    robin = begun(catalogue(), case())
    played(robin, 0, Slot.MORNING)
    assert at(robin, 0, 6, Slot.EVENING).doing is Doing.READY


def test_what_a_parent_leaves_out_leaves_the_quest() -> None:
    robin = begun(catalogue(), case())
    robin.record(START, 5, ExerciseSwitched("bear_walk", False))
    assert "bear_walk" not in [level.exercise for level in at(robin, 0, 8).left]


def test_plays_wait_for_a_word_today_and_two_game_days_longer_oldest_first() -> None:
    robin = begun(catalogue(), case())
    for n, slot in ((1, Slot.EVENING), (0, Slot.MORNING), (2, Slot.MORNING)):
        day = START + timedelta(days=n)
        robin.play(day, day, slot, ["bear_walk"], WELL, is_quest=True, say=False)
    assert [a.on.day for a in waiting(robin.catalogue, robin.child, date(2026, 1, 7))] == [5, 6, 7]
    assert [a.on.day for a in waiting(robin.catalogue, robin.child, date(2026, 1, 8))] == [6, 7]


def test_a_play_nobody_told_of_makes_its_day_once_it_has_closed_itself() -> None:
    from game.core.reports.progress import progress

    robin = begun(catalogue(), case())
    robin.play(START, START, Slot.MORNING, ["bear_walk"], WELL, is_quest=True, say=False)
    shown = [progress(catalogue(), robin.child, START + timedelta(days=n)).active_days for n in (0, 1, 2, 3, 2)]
    assert shown == [0, 0, 0, 1, 0]
    assert robin.child.stars == 1


def test_a_level_opened_and_left_is_not_tried() -> None:
    robin = begun(catalogue(), case())
    fact = LevelPlayed("a", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.STOPPED, 0)
    robin.record(START, 8, fact)
    assert at(robin, 5, 8).doing is Doing.READY
    assert robin.child.stars == 0


def test_what_hurt_nobody_knows_how_much_rests_for_the_day() -> None:
    robin = begun(catalogue(), case())
    fact = LevelPlayed("a", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.HURT, 5)
    robin.record(START, 8, fact)
    assert "bear_walk" not in [level.exercise for level in at(robin, 0, 18, Slot.EVENING).left]
    assert "bear_walk" in [level.exercise for level in at(robin, 1, 8).left]


# ---------------------------------------------------------------- to the second
@pytest.mark.parametrize(
    ("after", "doing"),
    [
        (timedelta(seconds=-1), Doing.READY), (timedelta(0), Doing.TOO_SOON), (timedelta(hours=3, seconds=-1), Doing.TOO_SOON),
        (timedelta(hours=3), Doing.READY), (timedelta(hours=3, seconds=1), Doing.READY),
    ],
)  # fmt: skip
def test_the_evening_opens_three_hours_after_the_last_play_to_the_second(after: timedelta, doing: Doing) -> None:
    robin = begun(catalogue(), case())
    played(robin, 0, Slot.MORNING)
    last = max(a.at for a in robin.child.attempts.values())
    now = today(catalogue(), robin.child, (last + after).astimezone(ZONE), Slot.EVENING)
    assert now.doing is doing and now.opens == (last + timedelta(hours=3) if doing is Doing.TOO_SOON else None)


def test_what_was_done_elsewhere_and_in_the_same_slot_keeps_nobody_waiting() -> None:
    robin = begun(catalogue(), case())
    away = LevelPlayed("a", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20, away=True)
    robin.record(START, 17, away)
    assert at(robin, 0, 18, Slot.EVENING).doing is Doing.READY
    played(robin, 0, Slot.EVENING, ["bear_walk"])
    assert at(robin, 0, 18, Slot.EVENING, 30).doing is Doing.READY
    assert at(robin, 1, 5).doing is Doing.READY, "the next day, eleven hours later"


def level(exercise: str, sets: int, amount: int) -> Level:
    about = catalogue().exercises[exercise]
    takes = seconds(catalogue().rules, about, Dose(sets, amount))
    return Level(exercise, sets, amount, about.unit, about.per_foot, takes, ())


@pytest.mark.parametrize(
    ("amounts", "taken"), [((20, 60), [20, 60]), ((20, 61), [20]), ((20, 59), [20, 59]), ((20, 61, 60), [20, 60])]
)
def test_the_first_levels_that_fit_two_minutes_to_the_second(amounts: tuple[int, ...], taken: list[int]) -> None:
    row = tuple(level("bear_walk", 1, amount) for amount in amounts)  # each takes its seconds and twenty more
    short = two_minutes(catalogue(), row)
    assert [one.amount for one in short] == taken
    assert {one.reasons[0].key for one in short} == {"reason_two_minutes"}


@pytest.mark.parametrize(
    ("exercise", "sets", "amount", "fitted"),
    [
        ("bear_walk", 3, 60, (1, 60, 80)), ("lego_bricks", 1, 11, (1, 10, 120)), ("lego_bricks", 3, 10, (1, 10, 120)),
        ("toe_artist", 2, 6, (1, 5, 120)), ("forest_walk", 1, 10, (1, 1, 80)),
    ],
)  # fmt: skip
def test_where_none_fits_the_shortest_is_one_set_of_as_much_as_two_minutes_hold(
    exercise: str, sets: int, amount: int, fitted: tuple[int, int, int]
) -> None:
    (short,) = two_minutes(catalogue(), (level("forest_walk", 1, 30), level(exercise, sets, amount)))
    assert (short.exercise, short.sets, short.amount, short.seconds) == (exercise, *fitted)


@pytest.mark.parametrize(("rest", "taken"), [(None, 2), (0, 3), (20, 2), (30, 2), (60, 2), (61, 1)])
def test_two_minutes_count_the_rest_a_family_chose(rest: int | None, taken: int) -> None:
    # 20, twice 20 and a rest of 30, each; then 60, which fit where the two before are 60 shorter and leave 120
    row = (level("bear_walk", 2, 20), level("lift_ride", 2, 5), level("bear_walk", 1, 100))
    room = 2 * 90 + 2 * 30
    assert len(two_minutes(by(two_minutes_seconds=room), row, rest)) == taken


def test_a_unit_longer_than_two_minutes_is_still_one() -> None:
    (short,) = two_minutes(by(two_minutes_seconds=60), (level("forest_walk", 1, 10),))
    assert (short.amount, short.seconds) == (1, 80) and two_minutes(catalogue(), ()) == ()


@pytest.mark.parametrize(("day", "waits"), [(-1, False), (0, True), (1, True), (2, True), (3, False)])
def test_a_play_waits_for_a_word_on_its_day_and_two_days_longer(day: int, waits: bool) -> None:
    robin = begun(catalogue(), case())
    robin.play(START, START, Slot.MORNING, ["bear_walk"], WELL, is_quest=True, say=False)
    assert bool(waiting(catalogue(), robin.child, START + timedelta(days=day))) is waits


def test_a_quest_begun_with_what_has_not_come_after_all_is_laid_out_anew() -> None:
    robin = lived(every_day(range(7)), 8).robin
    day = START + timedelta(days=7)
    begun_with = robin.quest(day, day, Slot.MORNING)
    assert "lift_ride" in begun_with
    robin.play(day, day, Slot.MORNING, begun_with[:1], WELL, is_quest=True)
    for n in range(2, 7):  # two good days are too few for a new one
        robin.take_back(day, [a for a in robin.child.attempts.values() if a.on == START + timedelta(days=n)])
    assert set(robin.quest(day, day, Slot.MORNING)) == set(begun_with) - {"lift_ride"}


@pytest.mark.parametrize(("budget", "is_kept"), [(89, False), (90, True), (91, True)])
def test_a_quest_begun_stays_while_it_fits_the_budget_to_the_second(budget: int, is_kept: bool) -> None:
    levels = by(ages={**catalogue().rules.ages, AgeBand.FIVE_SIX: AgeRule(budget, 600)})  # type: ignore[arg-type]
    laid_out = set(begun(levels, case()).quest(START, START, Slot.MORNING))
    (other,) = {"lego_bricks", "caterpillar"} - laid_out  # each takes 50 seconds, the bear walk 40
    robin = begun(levels, case())
    robin.record(START, 8, SessionStarted("s", START, Slot.MORNING, QuestKind.QUEST, (other, "bear_walk")))
    robin.record(START, 8, LevelPlayed("a", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20))
    assert (set(robin.quest(START, START, Slot.MORNING)) == {other, "bear_walk"}) is is_kept


def test_a_part_of_a_quest_waits_where_any_of_it_was_tried() -> None:
    robin = begun(catalogue(), case())
    assert not at(robin, 0, 8).is_part
    for name, left, is_part in (("bear_walk", 0, False), ("caterpillar", 3, True)):
        robin.record(START, 8, LevelPlayed(name, "s", START, Slot.MORNING, name, 1, 20, Outcome.STOPPED, left))
        now = at(robin, 0, 9)
        assert (now.doing, now.is_part) == (Doing.READY, is_part)


@pytest.mark.parametrize(("sessions", "doing"), [(1, Doing.DONE), (2, Doing.READY)])
def test_a_day_has_as_many_sessions_as_the_rules_say(sessions: int, doing: Doing) -> None:
    robin = begun(by(sessions_a_day=sessions), case())
    played(robin, 0, Slot.MORNING)
    evening = datetime(START.year, START.month, START.day, 18, tzinfo=ZONE)
    assert today(by(sessions_a_day=sessions), robin.child, evening, Slot.EVENING).doing is doing
