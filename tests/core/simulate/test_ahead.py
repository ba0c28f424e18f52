"""The days to come are those the game would give, and looking at them changes nothing."""

from __future__ import annotations

from datetime import date

from game.core.content import Foot, Slot, Weekday
from game.core.days import plus
from game.core.events import DaysPlanned, ExerciseOrdered, Held, OrderWritten
from game.core.reports.plan import Plan, last_day, plan, why_cell
from game.core.rules.dose import is_above
from game.core.rules.journey import Journey, journey
from game.core.rules.state import in_play
from game.core.simulate.ahead import DaysAhead
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL
from tests.core.rules.lives import of_diary
from tests.diary import START, both, case, catalogue, lived

TODAY = plus(START, 20)


def life(*steering: object) -> SimulatedChild:
    *_, (found, _) = of_diary(case(), 21, both(range(21)), {20: steering})  # type: ignore[dict-item]
    return found.robin


def looked(robin: SimulatedChild, days: int = 28) -> DaysAhead:
    ahead = DaysAhead(catalogue(), robin.child, TODAY, plus(TODAY, days))
    while not ahead.is_over:
        ahead.go_on()
    return ahead


def test_what_is_shown_ahead_is_what_comes_when_every_session_goes_well() -> None:
    robin = life()
    ahead = looked(robin).way()
    for n in range(21, 49):
        day = plus(START, n)
        for slot in Slot:
            robin.play(day, day, slot, robin.whole_quest(day, day, slot), WELL, is_quest=True)
    came = journey(catalogue(), robin.child, plus(START, 48))
    for n in range(21, 49):
        shown, was = ahead.now(plus(START, n)), came.now(plus(START, n))
        assert (shown.budget, shown.tracks) == (was.budget, was.tracks), n


def test_looking_ahead_leaves_the_child_and_its_days_as_they_were() -> None:
    robin = life()
    before, events = journey(catalogue(), robin.child, TODAY).now(TODAY), len(robin.child.events)
    looked(robin)
    assert journey(catalogue(), robin.child, TODAY).now(TODAY) == before and len(robin.child.events) == events


def test_only_the_days_a_family_plans_are_taken_to_be_played() -> None:
    robin = life(DaysPlanned((Weekday.SATURDAY,), (Slot.MORNING,)))
    days = {a.on.weekday() for a in looked(robin).way().child.attempts.values() if a.on > TODAY}
    assert days == {5}


def test_a_held_load_stays_held_ahead_and_an_ordered_hold_lets_go_on_its_morning() -> None:
    robin = life(Held())
    held = plan(journey(catalogue(), robin.child, TODAY), looked(robin).way())
    assert all(week.is_held for week in held.weeks[2:])
    robin = life(OrderWritten("Ms Weber", TODAY, plus(TODAY, 10)))
    way = journey(catalogue(), robin.child, TODAY)
    weeks = plan(way, looked(robin, 40).way()).weeks
    assert [week.is_held for week in weeks] == [False, False, False, True, True, False, False, False]
    assert weeks[-1].budget_s > weeks[3].budget_s
    assert [week.held_until for week in weeks] == [None] * 4 + [plus(TODAY, 10)] + [None] * 3
    assert weeks[3].doses == weeks[2].doses and weeks[3].budget_s == weeks[2].budget_s
    (held,) = why_cell(catalogue(), weeks[4], None)
    assert (held.key, held.values["date"]) == ("reason_budget_order_held", str(plus(TODAY, 10)))


def ordered_and_hurt() -> tuple[SimulatedChild, Journey, Plan]:
    """Play from a Tuesday on; on the Sunday, the last day but one of a week of play, an order and strong pain."""
    order = ExerciseOrdered("caterpillar", "Ms Weber", TODAY, foot=Foot.LEFT, start=3, begins_anew=True)
    steering = {20: (OrderWritten("Ms Weber", TODAY, plus(TODAY, 5)), order)}
    text = both(range(1, 20)) + "+20 morning bear_walk ouch 6\n"
    *_, (found, _) = of_diary(case(), 21, text, steering)
    ahead = looked(found.robin, 30).way()
    return found.robin, ahead, plan(journey(catalogue(), found.robin.child, TODAY), ahead)


def test_a_week_to_come_shows_no_more_than_is_played_from_its_first_day_on() -> None:
    _, ahead, shown = ordered_and_hurt()
    held = shown.weeks[3]
    assert (held.first, held.last) == (plus(START, 22), plus(START, 28)), "the pain is a week ago on its last day"
    assert ahead.morning(held.last).budget > ahead.morning(held.first).budget
    assert held.budget_s == shown.weeks[2].budget_s
    before = shown.weeks[2].doses
    assert all(held.doses[name] == dose for name, dose in before.items() if name not in ("caterpillar", "bear_walk"))
    assert (held.doses["caterpillar"].amount, held.doses["caterpillar"].foot) == (3, Foot.LEFT)
    for week in (week for week in shown.weeks if week.is_ahead):
        for n in range(7):
            morning = ahead.morning(plus(week.first, n))
            assert morning.budget >= week.budget_s, (week.number, n)
            assert not any(is_above(dose, morning.tracks[name].dose) for name, dose in week.doses.items()
                           if name in morning.tracks), (week.number, n)  # fmt: skip


def joined(way: Journey, exercise: str) -> date | None:
    return way.now(way.today).tracks[exercise].joined


def test_what_joins_in_the_middle_of_a_week_to_come_stands_in_it() -> None:
    robin = life(OrderWritten("Ms Weber", TODAY), ExerciseOrdered("sky_bike", "Ms Weber", TODAY, plays=True))
    ahead = looked(robin, 40).way()
    for week in plan(journey(catalogue(), robin.child, TODAY), ahead).weeks:
        if week.is_ahead:
            assert set(week.doses) == set(in_play(catalogue(), ahead.now(week.last))), week.number
            new = {name for name in week.doses if name not in ahead.morning(week.first).tracks}
            told = {name for name in week.doses for why in why_cell(catalogue(), week, name)
                    if (why.key, why.values.get("date")) == ("plan_why_joins", str(joined(ahead, name)))}  # fmt: skip
            assert told == new, week.number


def test_a_dose_that_fell_by_an_order_says_whose_and_a_week_that_is_held_says_no_growth_in_it() -> None:
    _, _, shown = ordered_and_hurt()
    held = shown.weeks[3]
    assert shown.fell(3, "caterpillar")
    said = [why.key for why in why_cell(catalogue(), held, "caterpillar")]
    assert {"plan_ahead_order_begun", "reason_order_foot"} <= set(said), said
    for name in (None, *shown.weeks[2].doses):
        told = " ".join(why.key for why in why_cell(catalogue(), held, name))
        assert "held" in told or "pain" in told or "ouch" in told, (name, told)


def test_the_weeks_are_whole_weeks_of_play_and_those_to_come_are_there_when_they_were_lived() -> None:
    robin = lived(both(range(17)), 18).robin
    day = plus(START, 17)
    way = journey(catalogue(), robin.child, day)
    assert [week.number for week in plan(way, None).weeks] == [1, 2, 3]
    ahead = DaysAhead(catalogue(), robin.child, day, last_day(way))
    assert ahead.last == plus(START, 55)
    while not ahead.is_over:
        ahead.go_on()
    whole = plan(way, ahead.way())
    assert [week.number for week in whole.weeks] == list(range(1, 9))
    assert [(week.first, week.last) for week in whole.weeks] == [
        (plus(START, 7 * n), plus(START, 7 * n + 6)) for n in range(8)
    ]
    assert all(why_cell(catalogue(), week, name) for week in whole.weeks for name in (None, *whole.exercises))


def test_a_week_in_which_nothing_could_be_played_is_a_pause_and_a_dose_that_fell_is_marked() -> None:
    text = both(range(14)) + "+14 pause ill until +20\n" + both(range(21, 24), "finished partly hard")
    robin = lived(text, 25).robin
    shown = plan(journey(catalogue(), robin.child, plus(START, 24)), None)
    assert [week.is_paused for week in shown.weeks] == [False, False, True, False]
    assert any(shown.fell(at, name) for at in range(4) for name in shown.exercises)
    assert not shown.fell(0, None)
