"""What a therapist ordered: it counts from the next morning, tightens and never loosens, and the last word counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import (
    ExerciseAllowed,
    ExerciseOrdered,
    ExerciseSwitched,
    Fact,
    Held,
    LevelPlayed,
    OrderWritten,
    Outcome,
    ProgrammeChosen,
    Released,
    Retracted,
    SignsTicked,
)
from game.core.reports.day_entries import done_seconds
from game.core.reports.progress import exercise_progress
from game.core.rules import ordering, parent_actions, reasons
from game.core.rules.dose import Dose, seconds
from game.core.rules.journey import journey
from game.core.rules.ordering import OrderPart
from game.core.rules.state import ChildState, holds, in_play, is_playable, is_resting, limits_of, rises_as_ordered
from game.core.rules.today import level, quest_of
from game.core.session.pacing import stretches
from game.core.simulate.simulated_child import HowItWent
from game.core.simulate.simulation import WELL, family_plays
from game.data.journal.facts import read, written
from tests.core.rules.lives import Steering, of_diary
from tests.diary import START, Life, both, case, catalogue, lived

WHO = "Ms Weber"


def order(exercise: str, **said: object) -> ExerciseOrdered:
    return ExerciseOrdered(exercise, WHO, START, **said)  # type: ignore[arg-type]


def steered(text: str, days: int, steering: Steering) -> Life:
    """A diary's life with facts told on the evenings of some of its days."""
    *_, (life, _) = of_diary(case(), days, text, steering)
    return life


def told(life: Life, day: int, *facts: Fact) -> None:
    life.robin.record(plus(START, day), 20, *facts)


def morning(life: Life, day: int) -> ChildState:
    return journey(catalogue(), life.robin.child, plus(START, day)).morning(plus(START, day))


def now(life: Life, day: int) -> ChildState:
    return journey(catalogue(), life.robin.child, plus(START, day)).now(plus(START, day))


# ---------------------------------------------------------------- from the next morning
def test_an_order_counts_from_the_next_morning_and_what_is_above_its_cap_falls_to_it_at_once() -> None:
    life = lived(both(range(22)), 23)
    before = morning(life, 22).tracks["bear_walk"].dose
    assert before.amount > 20
    told(life, 22, order("bear_walk", cap=20, most_sets=1))
    assert now(life, 22).tracks["bear_walk"].dose == before
    fallen = morning(life, 23).tracks["bear_walk"]
    assert fallen.dose == Dose(1, 20) and fallen.since == plus(START, 23) and fallen.clean == 0
    assert fallen.why and fallen.why.key == "reason_order_dose" and fallen.why.values["who"] == WHO


def test_a_later_order_on_the_same_exercise_replaces_the_earlier_with_all_it_said() -> None:
    life = lived(both(range(3)), 4)
    told(life, 3, order("caterpillar", cap=4, foot=Foot.LEFT))
    told(life, 4, order("caterpillar", most_sets=2))
    state, exercise = morning(life, 5), catalogue().exercises["caterpillar"]
    limit = limits_of(catalogue(), state, exercise, plus(START, 5))
    assert (limit.ramp, limit.most_sets, limit.foot) == (exercise.ramp, 2, None)


def test_an_order_taken_back_is_as_if_never_told() -> None:
    life = lived(both(range(10)), 11)
    was = morning(life, 12)
    told(life, 10, order("bear_walk", plays=False, cap=10), OrderWritten(WHO, START, plus(START, 30)))
    assert morning(life, 12) != was
    mine = [e.id for e in life.robin.events if isinstance(e.fact, ExerciseOrdered | OrderWritten)]
    told(life, 11, *map(Retracted, mine))
    assert morning(life, 12) == was


# ---------------------------------------------------------------- on and off
def test_what_is_ordered_on_joins_next_without_good_days_and_the_programme_s_own_waits_its_turn() -> None:
    hard = both(range(14), "finished partly hard")
    assert "toe_artist" not in morning(lived(hard, 15), 14).tracks
    life = steered(hard, 14, {6: (order("toe_artist", plays=True, start=1),)})
    assert "toe_artist" not in morning(life, 6).tracks  # nothing new in the first week
    track = morning(life, 7).tracks["toe_artist"]
    assert track.dose == Dose(1, 1) and track.why and track.why.key == "reason_order_start"
    assert in_play(catalogue(), morning(life, 14)) == ("bear_walk", "lego_bricks", "caterpillar", "toe_artist")


def test_what_is_ordered_on_waits_for_its_first_week_and_lets_the_programme_s_own_pass() -> None:
    life = steered(both(range(21)), 21, {1: (order("giraffe_walk", plays=True),)})
    assert "giraffe_walk" not in morning(life, 13).tracks and "lift_ride" in morning(life, 13).tracks
    early = [n for n in range(22) if "giraffe_walk" in morning(life, n).tracks]
    assert early and early[0] >= 14 and early[0] <= 16, early


def test_nothing_is_brought_by_an_order_while_the_load_is_held_or_after_strong_pain() -> None:
    for steering in ("+7 hold\n", "+7 morning bear_walk ouch 5\n"):
        life = lived(both(range(7)) + steering + both([8]), 9)
        told(life, 7, order("magic_toe", plays=True), order("bear_walk", plays=True))
        assert "magic_toe" not in morning(life, 9).tracks
        assert is_resting(morning(life, 9), "bear_walk", plus(START, 9)) == ("ouch" in steering)


def test_what_is_ordered_off_frees_its_room_keeps_its_history_and_begins_again_where_it_stood() -> None:
    life = lived(both(range(16)), 17)
    told(life, 16, order("bear_walk", plays=False))
    state = morning(life, 17)
    assert "bear_walk" not in in_play(catalogue(), state) and "bear_walk" in state.tracks
    assert life.robin.child.attempts and any(a.exercise == "bear_walk" for a in life.robin.child.attempts.values())
    told(life, 18, order("bear_walk", plays=True))
    again = morning(life, 19)
    assert (
        "bear_walk" in in_play(catalogue(), again) and again.tracks["bear_walk"].dose == state.tracks["bear_walk"].dose
    )


def test_off_before_the_first_play_is_as_if_the_next_had_been_chosen() -> None:
    life = lived("", 1)
    told(life, 0, order("lego_bricks", plays=False))
    assert in_play(catalogue(), morning(life, 1)) == ("bear_walk", "caterpillar", "lift_ride")


@pytest.mark.parametrize("is_on", [True, False])
def test_of_an_order_and_the_parent_s_own_switch_the_last_word_counts(is_on: bool) -> None:
    life = lived(both(range(3)), 4)
    told(life, 3, order("bear_walk", plays=not is_on), ExerciseSwitched("bear_walk", is_on))
    assert ("bear_walk" in in_play(catalogue(), morning(life, 4))) is is_on
    told(life, 5, ExerciseSwitched("bear_walk", not is_on), order("bear_walk", plays=is_on))
    assert ("bear_walk" in in_play(catalogue(), now(life, 5))) is not is_on
    assert ("bear_walk" in in_play(catalogue(), morning(life, 6))) is is_on


def test_an_ordered_exercise_put_back_into_the_programme_s_turn_waits_for_good_days_again() -> None:
    words = {3: (order("toe_artist", plays=True),), 4: (order("toe_artist"),)}
    life = steered(both(range(12), "finished partly hard"), 13, words)
    assert "toe_artist" not in morning(life, 12).tracks


# ---------------------------------------------------------------- one side alone
def test_one_side_alone_has_that_foot_s_amount_half_the_seconds_and_no_other_foot() -> None:
    life = lived(both(range(2)), 3)
    told(life, 1, order("caterpillar", foot=Foot.RIGHT))
    way, day = journey(catalogue(), life.robin.child, plus(START, 2)), plus(START, 2)
    quest = quest_of(way, day, Slot.MORNING)
    mine = next(row for row in quest.levels if row.exercise == "caterpillar")
    rules, exercise = catalogue().rules, catalogue().exercises["caterpillar"]
    whole = seconds(rules, exercise, Dose(1, 3))
    assert (mine.foot, mine.first_foot, mine.amount) == (Foot.RIGHT, Foot.RIGHT, 3)
    assert mine.seconds == rules.change_seconds + (whole - rules.change_seconds) // 2
    assert [s.foot for s in stretches(mine)] == [Foot.RIGHT]
    assert "reason_order_foot" in [r.key for r in mine.reasons]
    assert "reason_feet_order" not in [r.key for r in mine.reasons]


def test_what_one_foot_was_ordered_alone_is_written_down_for_it_and_makes_no_foot_lag() -> None:
    life = lived(both(range(2)), 3)
    told(life, 1, order("caterpillar", foot=Foot.RIGHT))
    for n in range(2, 20):
        day = plus(START, n)
        for slot in Slot:
            names = life.robin.whole_quest(day, day, slot)
            life.robin.play(day, day, slot, names, WELL, is_quest=True)
    alone = [a for a in life.robin.child.attempts.values() if a.exercise == "caterpillar" and a.on > plus(START, 1)]
    assert alone and all((a.foot, a.done_left, a.done_right) == (Foot.RIGHT, 0, a.sets * a.amount) for a in alone)
    one = replace(alone[0], sets=2, amount=3)
    assert done_seconds(catalogue(), one) == seconds(
        catalogue().rules, catalogue().exercises["caterpillar"], Dose(2, 3, Foot.RIGHT)
    )
    feet = journey(catalogue(), life.robin.child, plus(START, 20)).feet(plus(START, 20))["caterpillar"]
    assert feet.lagging is None and not feet.is_lasting


def test_both_feet_again_take_twice_the_time_and_step_back_where_it_would_not_fit() -> None:
    life = lived(both(range(4)), 5, case(age="3-4"))
    told(life, 4, order("lego_bricks", foot=Foot.LEFT, start=10))
    told(life, 5, order("lego_bricks"))
    rules, exercise = catalogue().rules, catalogue().exercises["lego_bricks"]
    for day in (5, 6, 7):
        state = morning(life, day)
        assert seconds(rules, exercise, state.tracks["lego_bricks"].dose) <= state.budget


# ---------------------------------------------------------------- within the game's own
def test_half_doses_after_an_operation_bind_beside_an_order() -> None:
    who = case("after_surgery", "7-10", "2025-12-20", "2026-01-03", True)
    life = lived("", 1, who)
    told(life, 0, order("magic_toe", start=6, cap=6, most_sets=3), order("hedgehog_roll", start=2, cap=3))
    state, day = morning(life, 1), plus(START, 1)
    magic, roll = (limits_of(catalogue(), state, catalogue().exercises[e], day) for e in ("magic_toe", "hedgehog_roll"))
    assert (magic.ramp.start, magic.ramp.cap, magic.most_sets) == (1, 3, 1)
    assert (roll.ramp.start, roll.ramp.cap) == (2, 3)


def test_the_course_s_few_bind_beside_an_order() -> None:
    life = lived("", 1, case("grown_up", "11+"))
    told(life, 0, order("starfish_toes", start=6, cap=15))
    limit = limits_of(catalogue(), morning(life, 1), catalogue().exercises["starfish_toes"], plus(START, 1))
    assert (limit.ramp.start, limit.ramp.cap) == (6, 7)


def test_a_dose_grows_no_further_than_the_ordered_cap_and_sets() -> None:
    life = lived("", 1)
    told(life, 0, order("bear_walk", cap=30, most_sets=2))
    for n in range(60):
        family_plays(life.robin, "easy", START, plus(START, n))
    dose = morning(life, 60).tracks["bear_walk"].dose
    assert dose == Dose(2, 30)
    reasons = level(
        journey(catalogue(), life.robin.child, plus(START, 60)), morning(life, 60), plus(START, 60), "bear_walk"
    )
    assert "reason_order_cap" in [r.key for r in reasons.reasons]


@pytest.mark.parametrize("lock", ["stop", "rest", "surgery", "signs"])
def test_nothing_in_an_order_opens_what_is_shut(lock: str) -> None:
    texts = {
        "stop": "+1 morning bear_walk ouch 5\n+3 morning caterpillar ouch 5\n",
        "rest": "+3 morning bear_walk ouch 5",
    }
    who = case("after_surgery", "7-10", "2025-12-29", "2026-02-10", True) if lock == "surgery" else case()
    life = lived(texts.get(lock, ""), 4, who)
    if lock == "signs":
        told(life, 3, SignsTicked(("limp",)))
    told(life, 4, *(order(e, plays=True) for e in catalogue().programmes[who.programme].exercises))
    day = plus(START, 5)
    if lock == "rest":
        assert is_resting(morning(life, 5), "bear_walk", day)
    else:
        assert not is_playable(catalogue(), morning(life, 5), day)


# ---------------------------------------------------------------- a start for what is in play
def anew(exercise: str, start: int, **said: object) -> ExerciseOrdered:
    return order(exercise, start=start, begins_anew=True, **said)


def test_a_start_below_the_dose_of_what_is_in_play_counts_from_the_next_morning() -> None:
    life = lived(both(range(30), "finished well easy"), 31)
    before = morning(life, 30).tracks["bear_walk"].dose
    assert before.sets > 1
    told(life, 30, anew("bear_walk", 15))
    assert now(life, 30).tracks["bear_walk"].dose == before
    track = morning(life, 31).tracks["bear_walk"]
    assert track.dose == Dose(1, 15) and track.since == plus(START, 31) and track.clean == track.easy_days == 0
    assert track.why and track.why.key == "reason_order_begun" and track.why.values["who"] == WHO


@pytest.mark.parametrize(("told_on", "rises_on"), [(10, 16), (17, 18)])
def test_a_start_one_step_above_the_dose_comes_in_the_morning_where_seven_days_have_passed(
    told_on: int, rises_on: int
) -> None:
    """Three of it are partly done up to the eighth day, so the seven days begin with the ninth; too few clean times
    follow for a step of its own."""
    text = both(range(9), "finished partly right") + "+12 morning * finished well right\n"
    text += "+16 morning * finished well right"
    assert morning(lived(text, 20), 19).tracks["caterpillar"].dose == Dose(1, 3)
    life = lived(text, 20, told_besides={told_on: [anew("caterpillar", 4)]})
    doses = [morning(life, n).tracks["caterpillar"].dose.amount for n in range(told_on, 20)]
    assert doses == [4 if n >= rises_on else 3 for n in range(told_on, 20)]
    why = morning(life, rises_on).tracks["caterpillar"].why
    assert why and (why.key, why.values["from"], why.values["to"]) == ("reason_order_step", 3, 4)


def test_a_start_far_above_the_dose_comes_by_one_step_in_seven_days_without_clean_times() -> None:
    life = lived(both(range(8), "finished partly right"), 8)
    told(life, 8, anew("bear_walk", 40))
    for n in range(9, 50):
        family_plays(life.robin, "typical", START, plus(START, n))
    doses = [(n, morning(life, n).tracks["bear_walk"].dose) for n in range(9, 50)]
    rises = [n for (n, new), (_, old) in zip(doses[1:], doses, strict=False) if new.amount > old.amount]
    assert all(b - a >= 7 for a, b in zip(rises, rises[1:], strict=False)), rises
    assert all(b.amount - a.amount <= 5 for (_, b), (_, a) in zip(doses[1:], doses, strict=False))
    assert doses[-1][1].amount >= 40


def test_more_sets_than_one_are_given_up_for_one_step_towards_an_ordered_start() -> None:
    life = lived(both(range(30), "finished well easy"), 31)
    dose = morning(life, 30).tracks["bear_walk"].dose
    assert dose.sets > 1 and dose.amount < 50
    told(life, 30, anew("bear_walk", 60))
    assert morning(life, 31).tracks["bear_walk"].dose == Dose(1, dose.amount + 5)


@pytest.mark.parametrize("stands", ["held", "hurt"])
def test_no_start_that_was_ordered_rises_where_nothing_may_grow(stands: str) -> None:
    text = both(range(20), "finished well right") + ("+19 hold\n" if stands == "held" else "")
    life = lived(text + ("+20 morning bear_walk ouch 5\n" if stands == "hurt" else ""), 21)
    was = morning(life, 21).tracks["caterpillar"].dose
    told(life, 21, anew("caterpillar", was.amount + 1))
    for n in range(22, 27):
        state = morning(life, n)
        assert state.tracks["caterpillar"].dose == was, n
        assert rises_as_ordered(catalogue(), state, "caterpillar", plus(START, n))


def test_after_the_ceremony_no_start_rises_and_a_higher_one_is_refused_with_the_reason() -> None:
    days = [n for n in range(86) if n % 7 < 5]
    name, day = "starfish_toes", plus(START, 86)
    life = lived(both(days), 86, case("prevention", "11+"), told_besides={3: [order(name, cap=8)]})
    dose = now(life, 86).tracks[name].dose
    assert now(life, 86).graduated_on is not None and dose.amount == 8
    asked = anew(name, dose.amount + 1)
    (refused,) = ordering.refusals(catalogue(), life.robin.child, asked, day)
    assert refused.part is OrderPart.START and refused.reason.key == "order_refused_strong"
    assert ordering.refusals(catalogue(), life.robin.child, anew(name, dose.amount - 1), day) == ()
    told(life, 86, asked)  # on another computer, before it was known there
    assert morning(life, 87).tracks[name].dose == dose
    assert not rises_as_ordered(catalogue(), morning(life, 87), name, plus(START, 87))


def test_after_strong_pain_an_exercise_rises_no_more_to_the_start_ordered_before() -> None:
    life = lived(both(range(16)), 17)
    told(life, 16, anew("bear_walk", 60))
    strong = HowItWent(Outcome.HURT, score=5)
    life.robin.play(plus(START, 17), plus(START, 17), Slot.MORNING, ["bear_walk"], strong, is_quest=False)
    told(life, 18, ExerciseAllowed("bear_walk"))
    for n in range(19, 40):
        state = morning(life, n)
        assert not rises_as_ordered(catalogue(), state, "bear_walk", plus(START, n))


@pytest.mark.parametrize(("ordered_on", "start", "again"), [(19, 40, 20), (19, 15, 15), (17, 40, 20), (17, 15, 15)])
def test_what_comes_again_after_pain_begins_at_the_game_s_own_start_or_at_a_smaller_one_that_was_ordered(
    ordered_on: int, start: int, again: int
) -> None:
    """On the day it is allowed or before it hurt: an order lifts no rest after pain."""
    life = lived(both(range(16)), 17)
    if ordered_on < 18:
        told(life, ordered_on, anew("bear_walk", start))
    strong = HowItWent(Outcome.HURT, score=5)
    life.robin.play(plus(START, 18), plus(START, 18), Slot.MORNING, ["bear_walk"], strong, is_quest=False)
    if ordered_on > 18:
        told(life, ordered_on, anew("bear_walk", start))
    told(life, 19, ExerciseAllowed("bear_walk"))
    assert morning(life, 20).tracks["bear_walk"].dose == Dose(1, again)
    rises = rises_as_ordered(catalogue(), morning(life, 20), "bear_walk", plus(START, 20))
    assert rises is (ordered_on > 18 and start > again), "by steps, where it was ordered since"


def test_an_order_of_before_this_was_asked_changes_no_dose_of_what_is_in_play() -> None:
    fact = read("exercise_ordered", '{"cap":null,"exercise":"caterpillar","foot":null,"most_sets":null,"plays":null,'
                '"said_by":"Ms Weber","said_on":"2026-01-05","start":2}')  # fmt: skip
    life = lived(both(range(30)), 31)
    was = morning(life, 30).tracks["caterpillar"]
    told(life, 30, fact)
    assert morning(life, 31).tracks["caterpillar"] == was


# ---------------------------------------------------------------- hold until a date
def held_on(life: Life, days: range) -> list[bool]:
    return [holds(morning(life, n)) for n in days]


def test_a_hold_until_a_day_begins_the_next_morning_and_lets_go_by_itself_on_that_morning() -> None:
    life = lived(both(range(2)), 3)
    told(life, 2, OrderWritten(WHO, START, plus(START, 6)))
    assert held_on(life, range(1, 9)) == [False, False, True, True, True, False, False, False]


def test_a_page_without_a_hold_ends_the_hold_of_the_page_before_and_a_parent_may_let_go_as_well() -> None:
    life = lived(both(range(2)), 3)
    told(life, 2, OrderWritten(WHO, START, plus(START, 20)))
    told(life, 4, OrderWritten(WHO, plus(START, 4)))
    assert held_on(life, range(3, 6)) == [True, True, False]
    told(life, 6, OrderWritten(WHO, START, plus(START, 20)))
    child, day = life.robin.child, plus(START, 8)
    assert parent_actions.release(catalogue(), child, day) == (Released(),)
    told(life, 8, Released())
    assert held_on(life, range(8, 10)) == [True, False]


def test_a_hold_ordered_today_is_let_go_of_on_the_same_day() -> None:
    life = lived(both(range(20)), 21)
    told(life, 21, OrderWritten(WHO, START, date(2026, 2, 20)))
    child, day = life.robin.child, plus(START, 21)
    assert parent_actions.hold(catalogue(), child, day) == (), "it holds from tomorrow already"
    assert parent_actions.release(catalogue(), child, day) == (Released(),)
    told(life, 21, Released())
    assert held_on(life, range(22, 30)) == [False] * 8
    assert parent_actions.release(catalogue(), life.robin.child, day) == ()
    state = now(life, 21)
    said = [*reasons.of_budget(catalogue(), state, day), *reasons.of_level(catalogue(), state, "bear_walk", day)]
    assert not [why.key for why in said if "held" in why.key]
    told(life, 21, OrderWritten(WHO, START, plus(START, 25)))
    assert held_on(life, range(22, 27)) == [True, True, True, False, False], "ordered anew, it holds anew"


def test_a_page_of_today_without_a_hold_leaves_nothing_that_a_parent_would_be_said_to_hold() -> None:
    life = lived(both(range(20)), 21)
    told(life, 20, OrderWritten(WHO, START, date(2026, 2, 20)))
    told(life, 22, OrderWritten(WHO, plus(START, 22)))
    state, day = now(life, 22), plus(START, 22)
    assert holds(state), "today's morning was held"
    said = [*reasons.of_budget(catalogue(), state, day), *reasons.of_level(catalogue(), state, "bear_walk", day)]
    assert not [why.key for why in said if "held" in why.key]
    assert parent_actions.release(catalogue(), life.robin.child, day) == ()
    assert parent_actions.hold(catalogue(), life.robin.child, day) == (Held(),)


def test_a_parent_s_own_hold_outlives_the_ordered_one() -> None:
    life = lived(both(range(2)) + "+2 hold", 3)
    told(life, 2, OrderWritten(WHO, START, plus(START, 5)))
    assert held_on(life, range(3, 8)) == [True] * 5


def test_a_held_dose_and_a_held_session_say_who_ordered_it_and_until_when() -> None:
    life = lived(both(range(20)), 21)
    told(life, 20, OrderWritten(WHO, START, date(2026, 2, 20)))
    state = now(life, 21)
    for what in ("bear_walk", None):
        refusal = parent_actions.why_not_forward(catalogue(), state, what, plus(START, 21))
        assert refusal and refusal.values["who"] == WHO and refusal.values["date"] == "2026-02-20"


def test_a_hold_that_begins_tomorrow_takes_no_step_forward_any_more() -> None:
    life = lived(both(range(20)), 21)
    told(life, 21, OrderWritten(WHO, START, date(2026, 2, 20)))
    for what in ("bear_walk", None):
        refusal = parent_actions.why_not_forward(catalogue(), now(life, 21), what, plus(START, 21))
        assert refusal and refusal.values["date"] == "2026-02-20"


def test_what_is_another_from_tomorrow_is_never_said_to_stay_by_the_hold_that_comes_with_it() -> None:
    life = lived(both(range(20)), 21)
    head = OrderWritten(WHO, START, date(2026, 2, 20))
    told(life, 21, head, ExerciseOrdered("caterpillar", WHO, START, foot=Foot.LEFT, start=2, begins_anew=True))
    shown = exercise_progress(catalogue(), life.robin.child, "caterpillar", plus(START, 21))
    assert shown.tomorrow is not None and shown.tomorrow.amount == 2 < shown.amount
    said = [why.key for why in (*shown.reasons, *filter(None, (shown.forward_why,)))]
    assert "reason_order_tomorrow" in said and "reason_order_held" not in said


# ---------------------------------------------------------------- a family that changes
def test_an_order_stays_with_the_child_in_another_programme() -> None:
    life = lived(both(range(8)), 9)
    told(life, 8, order("starfish_toes", cap=4), ProgrammeChosen("prevention"))
    state = morning(life, 9)
    assert limits_of(catalogue(), state, catalogue().exercises["starfish_toes"], plus(START, 9)).ramp.cap == 4


def test_after_a_long_gap_no_dose_comes_back_above_what_was_ordered_meanwhile() -> None:
    life = lived(both(range(40), "finished well easy"), 41)
    told(life, 50, order("bear_walk", cap=20, most_sets=2))
    for n in range(51, 75):
        dose = morning(life, n).tracks["bear_walk"].dose
        assert dose.amount <= 20 and dose.sets <= 2


def test_the_foot_of_a_play_is_kept_in_the_diary_and_older_diaries_have_none() -> None:
    played = LevelPlayed("a", "s", START, Slot.MORNING, "caterpillar", 1, 3, Outcome.FINISHED, 0, 3, foot=Foot.RIGHT)
    kind, body = written(played)
    assert '"foot":"right"' in body
    older = body.replace('"foot":"right",', "")
    fact = read(kind, older)
    assert isinstance(fact, LevelPlayed) and fact.foot is None


def test_a_parent_s_page_says_that_it_is_out_by_an_order_until_it_is_put_in_again() -> None:
    life = lived(both(range(3)), 4)
    told(life, 3, order("bear_walk", plays=False))
    shown = exercise_progress(catalogue(), life.robin.child, "bear_walk", plus(START, 4))
    assert shown.is_left_out and shown.is_ordered_off and shown.reasons[0].key == "reason_order_off"
    told(life, 4, ExerciseSwitched("bear_walk", True))
    assert not exercise_progress(catalogue(), life.robin.child, "bear_walk", plus(START, 4)).is_left_out
