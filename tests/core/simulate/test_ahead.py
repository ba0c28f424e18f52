"""The days to come are those the game would give, and looking at them changes nothing."""

from __future__ import annotations

from game.core.content import Slot, Weekday
from game.core.days import plus
from game.core.events import DaysPlanned, Held, OrderWritten
from game.core.reports.plan import last_day, plan, why_cell
from game.core.rules.journey import journey
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
    assert "plan_why_held" in [why.key for why in why_cell(catalogue(), weeks[4], None)]


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
