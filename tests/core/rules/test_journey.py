"""What holds for every programme, age and diary: random lives, checked against the promises of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.core.content import Slot
from game.core.days import days_between, game_day, plus
from game.core.events import (
    DoctorAsked,
    Effort,
    Event,
    ExerciseAllowed,
    ExerciseSwitched,
    Fact,
    Grade,
    Held,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    QuestKind,
    Released,
    Resumed,
    Retracted,
    SessionStarted,
    SteppedBack,
    SteppedForward,
)
from game.core.history.fold import fold
from game.core.history.history import empty_family
from game.core.quest import Level
from game.core.reports.progress import PlayState, progress
from game.core.rules import journey
from game.core.rules.dose import Dose, is_above, work_seconds
from game.core.rules.pain import is_quiet
from game.core.rules.today import Doing, today
from game.core.simulate import diary_text
from game.core.simulate.diary_player import DiaryPlayer
from game.core.simulate.diary_text import DiaryError
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import begun, day_plan
from tests.diary import START, case, catalogue, lived, of_family

QUICK = settings(
    max_examples=25,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)

HOW = (
    "finished well right", "finished well right", "finished well easy", "finished well easy", "finished helped right",
    "finished well hard", "finished partly right", "stopped well right", "stopped partly hard", "not-today",
    "ouch 0", "ouch 2", "ouch 4", "ouch 8",
)  # fmt: skip
NAMES = ("bear_walk", "lego_bricks", "caterpillar", "starfish_toes", "mermaid_tail", "hedgehog_roll", "magic_toe")
STEER = (
    "hold", "release", "back", "forward", "allow *", "resume doctor-asked", "resume", "graduate", "age 7-10", "age 11+",
    "age 3-4", "programme prevention", "programme children", "back bear_walk", "forward caterpillar",
    "order bear_walk cap 25 sets 1", "order caterpillar left", "order caterpillar", "order magic_toe on", "order lego_bricks off",
    "order lego_bricks right sets 2", "order hold until +40",
)  # fmt: skip
WHO = st.sampled_from([
    case(), case(age="3-4"), case(age="7-10"), case("prevention", "11+"), case("grown_up", "11+"),
    case("after_surgery", "7-10", "2025-12-29", "2026-01-10", True), case(order=("duckling_walk",), age="11+"),
])  # fmt: skip


YEAR = 366  # days


def life_of(chance: Random, days: int) -> list[str]:
    """A random life: mostly play, some words of a parent, some told late, some taken back."""
    rows: list[str] = []
    keen = chance.choice([0.95, 0.7, 0.3])
    for n in range(days):
        for slot in Slot:
            if chance.random() < keen:
                how = chance.choice(HOW) if chance.random() < 0.15 else chance.choice(HOW[:4])
                what = chance.choice(NAMES) if chance.random() < 0.1 else "*"
                late = chance.choice([0, 0, 0, 0, 1, 2])
                rows.append(f"+{max(0, n - late)} {slot} {what} {how}")
        if chance.random() < 0.08:
            rows.append(f"+{n} {chance.choice(STEER)}")
        if chance.random() < 0.03:
            rows.append(f"+{n} pause ill until +{n + chance.randrange(30)}")
        if chance.random() < 0.03:
            rows.append(f"+{n} retract +{chance.randrange(n + 1)} {chance.choice(list(Slot))} *")
    return rows


def lines(days: int = 70) -> st.SearchStrategy[list[str]]:
    """Random lives by their seed: quick to draw, and a failure names it."""
    return st.integers(0, 10**9).map(lambda seed: life_of(Random(seed), days))


def told_leniently(rows: list[str], who, days: int = 70) -> tuple[SimulatedChild, list]:
    """Lives it, leaving out the lines that cannot be."""
    from tests.diary import dated

    robin = begun(catalogue(), who)
    telling, plans, at = DiaryPlayer(robin, who.start, []), [], 0
    read = [line for row in rows if (line := diary_text.read(dated(row))[0][0])]
    for n in range(days):
        day = plus(who.start, n)
        plans.append(day_plan(catalogue(), robin, day))
        while at < len(read) and (read[at].day <= day):
            try:
                telling.by_day = {day: [read[at]]}
                telling.tell(day)
            except DiaryError:
                pass
            at += 1
    return robin, plans


@QUICK
@given(lines(), WHO)
def test_every_promise_holds_on_every_day(rows: list[str], who) -> None:
    promises_hold(told_leniently(rows, who)[1])


@settings(QUICK, max_examples=7)
@given(lines(YEAR), WHO)
def test_every_promise_holds_through_any_year(rows: list[str], who) -> None:
    robin, plans = told_leniently(rows, who, YEAR)
    promises_hold(plans)
    steps_are_small_and_a_week_apart(robin, plans)


def promises_hold(plans: list) -> None:
    """What may be asked for on a day, whatever was told before."""
    for plan in plans:
        cap = max(catalogue().rules.ages[a].cap for a in catalogue().rules.ages)
        for quest in plan.slots:
            assert quest.planned_s <= quest.budget_s <= cap
            names = [level.exercise for level in quest.levels]
            assert len(names) == len(set(names))
            assert not {"bear_walk", "duckling_walk"} <= set(names)
            for level in quest.levels:
                assert work_seconds(catalogue().exercises[level.exercise], Dose(1, level.amount)) <= 120
                assert 1 <= level.sets <= 3
                assert level.reasons
        if plan.state in (PlayState.LOCKED, PlayState.PAUSED, PlayState.OFF_COURSE):
            assert plan.slots == () and plan.notes
        else:
            assert [q.slot for q in plan.slots] == [Slot.MORNING, Slot.EVENING]
            assert plan.slots[0].levels


@QUICK
@given(lines(), WHO)
def test_nothing_grows_by_more_than_a_step_or_within_seven_days_of_its_last_change(rows: list[str], who) -> None:
    steps_are_small_and_a_week_apart(*told_leniently(rows, who))


def steps_are_small_and_a_week_apart(robin: SimulatedChild, plans: list) -> None:
    """As it is known in the end: what was told late or taken back may have been shown otherwise meanwhile."""
    way = journey.journey(catalogue(), robin.child, plans[-1].day)
    changed: dict[str, tuple[date, Dose]] = {}
    budget, budget_day = way.morning(START).budget, plus(START, -7)
    for plan in plans:
        state = way.morning(plan.day)
        if state.last_play is None:  # another age before the first play is as if chosen at the start
            budget = state.budget
        if state.budget > budget:
            assert state.budget * 10 <= budget * 11 and days_between(budget_day, plan.day) >= 7
            assert not (state.gap or state.is_held or is_quiet(catalogue(), state, plan.day)), plan.day
        if state.budget != budget:
            budget, budget_day = state.budget, plan.day
        assert budget <= max(catalogue().rules.ages[a].cap for a in catalogue().rules.ages)
        for name, track in state.tracks.items():
            before = changed.get(name)
            if before is not None and is_above(track.dose, before[1]):
                assert days_between(before[0], plan.day) >= 7, (name, plan.day)
                assert not (state.gap or state.is_held or is_quiet(catalogue(), state, plan.day)), (name, plan.day)
                assert track.dose.sets + track.dose.amount <= before[1].sets + before[1].amount + 8
            if before is None or track.dose != before[1]:
                changed[name] = (plan.day, track.dose)


@QUICK
@given(lines(), WHO)
def test_told_in_time_what_is_shown_keeps_the_same_promises(rows: list[str], who) -> None:
    days: list[str] = []
    for row in rows:  # nothing late, nothing taken back
        if "retract" not in row and (not days or int(row.split()[0]) >= int(days[-1].split()[0])):
            days.append(row)
    _, plans = told_leniently(days, who)
    shown = [(p.day, p.slots[0].budget_s) for p in plans if p.slots]
    since = START
    for (before, old), (day, new) in zip(shown, shown[1:]):
        if new > old:
            assert new * 10 <= old * 11 and days_between(since, day) >= 7
        if new != old:  # after days with nothing to show, it changed on the first of them at the earliest
            since = day if days_between(before, day) == 1 else plus(before, 1)


@QUICK
@given(lines(40), WHO)
def test_folding_in_parts_equals_folding_at_once(rows: list[str], who) -> None:
    robin, plans = told_leniently(rows, who, 40)
    events, day = tuple(robin.events), plans[-1].day
    at_once = fold(empty_family(), events)
    for cut in (1, len(events) // 3, len(events) // 2, len(events) - 1):
        halves = fold(fold(empty_family(), events[:cut]), events[cut:])
        assert halves == at_once
    assert robin.family == at_once
    anew = journey.Journey(catalogue(), at_once.children["robin"], day)
    followed = journey.journey(catalogue(), robin.child, day)
    for n in range(40):
        assert anew.morning(plus(START, n)) == followed.morning(plus(START, n))
    assert anew.now(day) == followed.now(day)


@settings(QUICK, max_examples=15)
@given(st.integers(0, 10**9))
def test_following_what_is_told_equals_folding_at_once_whatever_the_clocks_said(seed: int) -> None:
    """Two devices, each with a clock that is at times ahead or back; the one looked from too."""
    chance, robin = Random(seed), begun(catalogue(), case())
    start, events, told = plus(START, chance.randrange(5)), list(robin.events), robin.family
    way = journey.Journey(catalogue(), told.children["robin"], start)
    for n in range(30):
        device = chance.choice(["simulation"] * 3 + ["other"])
        off = chance.choice([0] * 12 + [-400, -9000, -9, -3, -2, -1, 1, 2, 3, 9, 400])
        day = plus(start, n // 2 + off)
        facts = _any_facts(chance, n, day, events)
        new = [Event(f"n{n}-{i}", device, n * 10 + i, "robin", events[-1].at, day, 60, f) for i, f in enumerate(facts)]
        events, told = [*events, *new], fold(told, new)
        seen_from = plus(start, n // 2 + chance.choice([0] * 9 + [off, -1, 1, -4, 4, 30]))
        if chance.random() < 0.8:
            way.follow(told.children["robin"], seen_from)
            way.now(seen_from)
        if chance.random() < 0.3 or n == 29:
            way.follow(told.children["robin"], seen_from)
            anew = journey.Journey(catalogue(), told.children["robin"], seen_from)
            assert way.first == anew.first
            for back in (0, 1, 4, 15):
                on = plus(seen_from, -back)
                assert way.now(on) == anew.now(on)
                assert way.morning(on) == anew.morning(on) and way.attempts(on) == anew.attempts(on)
                for slot in Slot:
                    assert way.sessions(on, slot) == anew.sessions(on, slot)
                    assert way.planned(on, slot) == anew.planned(on, slot)


def test_what_was_planned_for_a_slot_is_planned_anew_when_something_is_told_before_it() -> None:
    robin = begun(catalogue(), case())
    way = journey.Journey(catalogue(), robin.child, START)
    before = way.planned(START, Slot.EVENING).exercises
    robin.record(START, 9, ExerciseSwitched("bear_walk", False))
    way.follow(robin.child, START)
    after = way.planned(START, Slot.EVENING).exercises
    assert set(before) - set(after) == {"bear_walk"}


def test_a_later_day_that_says_which_clock_was_wrong_refolds_what_it_moves() -> None:
    robin = begun(catalogue(), case())
    way, told = journey.Journey(catalogue(), robin.child, START), robin.family
    for n, (on, seen_from) in enumerate([(0, 0), (1, 1), (0, 1), (2, 2)]):
        day = plus(START, on)
        facts = (
            SessionStarted(f"s-{n}", day, Slot.MORNING, QuestKind.QUEST, ("bear_walk",)),
            LevelPlayed(f"play-{n}", f"s-{n}", day, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20),
            LevelConfirmed(f"play-{n}", Grade.WELL, Effort.EASY),
        )
        new = [
            Event(f"{n}-{i}", "one", 10 * n + i, "robin", robin.events[-1].at, day, 0, f) for i, f in enumerate(facts)
        ]
        told = fold(told, new)
        way.follow(told.children["robin"], plus(START, seen_from))
        way.now(plus(START, seen_from))
    anew = journey.Journey(catalogue(), told.children["robin"], plus(START, 2))
    assert [len(anew.attempts(plus(START, n))) for n in range(3)] == [1, 2, 1], (
        "the third was told by a clock that was back"
    )
    assert [way.attempts(plus(START, n)) for n in range(3)] == [anew.attempts(plus(START, n)) for n in range(3)]
    assert way.now(plus(START, 2)) == anew.now(plus(START, 2))


def test_a_word_that_is_in_time_after_all_refolds_the_play_it_is_about() -> None:
    """Told by a clock that was ahead it counted three days after the play; a day told later says that it was one."""
    robin = begun(catalogue(), case())
    way, told = journey.Journey(catalogue(), robin.child, START), robin.family
    play = LevelPlayed("play", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)
    begins = SessionStarted("s", START, Slot.MORNING, QuestKind.QUEST, ("bear_walk",))
    days: list[tuple[int, tuple[Fact, ...], int]] = [
        (0, (begins, play), 0), (4, (LevelConfirmed("play", Grade.PARTLY, Effort.RIGHT),), 1), (3, (Held(),), 6), (1, (Released(),), 7),
    ]  # fmt: skip
    for n, (on, facts, seen_from) in enumerate(days):
        new = [
            Event(f"{n}-{i}", "one", 10 * n + i, "robin", robin.events[-1].at, plus(START, on), 0, f)
            for i, f in enumerate(facts)
        ]
        told = fold(told, new)
        way.follow(told.children["robin"], plus(START, seen_from))
        way.now(plus(START, seen_from))
    anew = journey.Journey(catalogue(), told.children["robin"], plus(START, 7))
    (attempt,) = anew.attempts(START)
    assert attempt.grade is Grade.PARTLY and way.attempts(START) == (attempt,)
    assert way.now(plus(START, 7)) == anew.now(plus(START, 7))


def _any_facts(chance: Random, n: int, day: date, events: list[Event]) -> list[Fact]:
    plays = [e.fact.attempt for e in events if isinstance(e.fact, LevelPlayed)]
    name, on, slot = f"play-{n}", plus(day, -chance.choice([0, 0, 0, 0, 1])), chance.choice(list(Slot))
    words: list[Fact] = [
        Held(), Released(), SteppedBack("bear_walk"), SteppedBack(None), SteppedForward(None), ExerciseAllowed(None),
        DoctorAsked("pain"), Paused(PauseReason.ILL, day, plus(day, 3)), Resumed(), Retracted(chance.choice(events[3:] or events).id),
    ]  # fmt: skip
    if plays:
        words.append(OuchTold(chance.choice(plays), "bear_walk", on, slot, chance.choice([None, 2, 5])))
        words.append(LevelConfirmed(chance.choice(plays), Grade.PARTLY, Effort.RIGHT))
    if chance.random() < 0.35:
        return [chance.choice(words)]
    play = LevelPlayed(name, f"s-{n}", on, slot, chance.choice(NAMES), 1, 20, Outcome.FINISHED, 20)
    begins = SessionStarted(f"s-{n}", on, slot, QuestKind.QUEST, (play.exercise,))
    said = [LevelConfirmed(name, Grade.WELL, Effort.EASY)] if chance.random() < 0.7 else []
    return [begins, play, *said]


@QUICK
@given(lines(30), WHO)
def test_taking_everything_back_equals_never_having_played(rows: list[str], who) -> None:
    plays = [row for row in rows if "morning" in row or "evening" in row]
    robin, plans = told_leniently(plays, who, 30)
    day = plans[-1].day
    plays_told = [e.id for e in robin.events if isinstance(e.fact, LevelPlayed)]
    robin.record(day, 22, *map(Retracted, plays_told))
    never = begun(catalogue(), who)
    for n in range(35):
        assert day_plan(catalogue(), robin, plus(START, n)) == day_plan(catalogue(), never, plus(START, n))
    assert robin.child.stars == 0


@QUICK
@given(lines(40), WHO)
def test_stars_never_fall_but_by_a_retraction(rows: list[str], who) -> None:
    kept = [row for row in rows if "retract" not in row]
    _, plans = told_leniently(kept, who, 40)
    for before, after in zip(plans, plans[1:]):
        assert after.stars >= before.stars
        assert after.best_streak >= before.best_streak
        assert after.active_days >= before.active_days


@QUICK
@given(lines(25), WHO)
def test_the_same_life_gives_the_same_quests(rows: list[str], who) -> None:
    first, second = told_leniently(rows, who, 25), told_leniently(rows, who, 25)
    assert first[1] == second[1]
    assert first[0].events == second[0].events


def test_any_four_sessions_offer_every_exercise_twice() -> None:
    for age in ("3-4", "5-6", "7-10", "11+"):
        quests = [q for plan in of_family("perfect", 90, case(age=age)).plans for q in plan.slots]
        for n in range(len(quests) - 3):
            four = [{level.exercise for level in q.levels} for q in quests[n : n + 4]]
            for name in set().union(*(({level.exercise for level in q.levels}) for q in quests[max(0, n - 4) : n + 1])):
                assert sum(name in names for names in four) >= 2, (age, n, name)


def test_a_retraction_taken_back_makes_the_word_stand_again() -> None:
    life = lived("+0 morning * finished well right", 1)
    robin, day = life.robin, START
    before = robin.child
    taken = robin.record(day, 21, Retracted(next(a.event for a in before.attempts.values())))
    assert robin.child.stars == 10 - 3 - 1
    robin.record(day, 21, Retracted(taken[0].id))
    assert (robin.child.stars, robin.child.attempts) == (10, before.attempts)


def test_a_play_of_the_future_is_kept_and_counts_when_its_day_comes() -> None:
    robin = lived("+0 morning * finished well right", 1).robin
    robin.play(plus(START, 9), plus(START, 9), Slot.MORNING, ["bear_walk"], _well(), is_quest=True)
    early, then = (progress(catalogue(), robin.child, plus(START, n)) for n in (1, 10))
    assert (early.active_days, early.stars, then.active_days, then.stars) == (1, 10, 2, 13)


def test_a_clock_set_back_before_the_first_day_still_offers_a_quest() -> None:
    robin = begun(catalogue(), case())
    early = today(catalogue(), robin.child, datetime(2020, 3, 1, 9, tzinfo=UTC), Slot.MORNING)
    assert (early.doing, len(early.left)) == (Doing.READY, 3)


def test_a_date_lived_twice_is_one_game_day_and_a_date_left_out_is_a_rest_day() -> None:
    twice = lived(
        "+0 morning * finished well right\n+0 evening * finished well right\n+2 morning * finished well right", 4
    )
    assert [twice.on(n).active_days for n in range(4)] == [0, 1, 1, 2]
    assert twice.on(3).streak == 2


def test_in_every_zone_of_the_world_a_daily_child_keeps_its_run_for_a_year() -> None:
    """Played at 08:00 and 19:30 on the family's own clock, through every change of summer time."""
    results = set()
    for zone in sorted(available_timezones()):
        days = {game_day(_moment(n, 8, 0).replace(tzinfo=ZoneInfo(zone)), 4) for n in range(365)}
        days |= {game_day(_local(zone, n), 4) for n in range(365)}
        results.add((min(days), max(days), len(days)))
    assert results <= {(START, plus(START, 364), 365), (START, plus(START, 364), 366 - 1)}
    assert len(available_timezones()) > 500


def _local(zone: str, n: int) -> datetime:
    """The moment on the wall clock, found by way of UTC as a computer does."""
    wall = _moment(n, 19, 30).replace(tzinfo=ZoneInfo(zone))
    return wall.astimezone(UTC).astimezone(ZoneInfo(zone))


def _moment(n: int, hour: int, minute: int) -> datetime:
    return datetime(START.year, START.month, START.day, hour, minute) + timedelta(days=n)


def _well():
    from game.core.simulate.simulation import WELL

    return WELL


def test_a_new_fact_of_today_refolds_only_today() -> None:
    robin = of_family("typical", 60).robin
    today = plus(START, 60)
    way = journey.journey(catalogue(), robin.child, today)
    way.now(today)
    kept = way.start(plus(START, 59))
    robin.play(today, today, Slot.MORNING, ["bear_walk"], _well(), is_quest=True)
    again = journey.journey(catalogue(), robin.child, today)
    assert again.start(plus(START, 59)) is kept


def test_two_children_of_one_name_are_never_mixed_up() -> None:
    one, other = lived("+0 morning * finished well right", 3), lived("", 3)
    assert progress(catalogue(), one.robin.child, plus(START, 3)).active_days == 1
    assert progress(catalogue(), other.robin.child, plus(START, 3)).active_days == 0
    assert progress(catalogue(), one.robin.child, plus(START, 3)).active_days == 1


@pytest.mark.parametrize("first", [True, False])
def test_an_event_told_twice_changes_nothing(first: bool) -> None:
    robin = lived("+0 morning * finished well right\n+1 evening * finished well easy", 2).robin
    words: list[Event] = [
        e for e in robin.events if type(e.fact).__name__ in ("LevelPlayed", "LevelConfirmed", "OuchTold")
    ]
    again = fold(robin.family, words if first else words[-1:])
    a, b = (progress(catalogue(), f.children["robin"], plus(START, 3)) for f in (robin.family, again))
    assert a == b


@pytest.mark.parametrize("days_later", [2, 3, 5])
def test_a_play_that_closed_itself_counts_whatever_is_told_next(days_later: int) -> None:
    robin, later = begun(catalogue(), case()), plus(START, days_later + 1)
    quest = day_plan(catalogue(), robin, START).slots[0]
    robin.record(START, 8, *(_untold(n, level) for n, level in enumerate(quest.levels)))
    journey.journey(catalogue(), robin.child, plus(START, 1)).now(plus(START, 1))  # looked at then, and not since
    robin.record(later, 8, ExerciseSwitched("lift_ride", on=False))
    seen = journey.journey(catalogue(), robin.child, later)
    anew = journey.Journey(catalogue(), robin.child, later)
    assert seen.now(later) == anew.now(later)
    assert seen.now(later).first_active == START


def _untold(n: int, level: Level) -> LevelPlayed:
    played = (level.exercise, level.sets, level.amount, Outcome.FINISHED, level.amount, level.amount)
    return LevelPlayed(f"play-{n}", "session", START, Slot.MORNING, *played)
