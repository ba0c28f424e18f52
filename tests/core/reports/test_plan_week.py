"""What the plan says of the week that runs and of those gone by: each week's own reason, and its own days."""

from __future__ import annotations

from random import Random

import pytest

from game.core.content import Foot, Slot, Weekday
from game.core.days import plus
from game.core.events import DaysPlanned, ExerciseOrdered, Held, OrderWritten
from game.core.numbers import for_sentences
from game.core.quest import Reason
from game.core.reports import why
from game.core.reports.ledger import entries
from game.core.reports.plan import PlanWeek, last_day, plan, why_cell
from game.core.reports.planned import WEEKDAYS
from game.core.reports.progress import day_rows
from game.core.reports.sessions import is_asked_on
from game.core.rules.dose import is_above
from game.core.rules.journey import journey
from game.core.simulate.ahead import DaysAhead
from game.core.simulate.simulation import begun
from game.data.texts.texts import Texts
from game.ui.chart.charts import DaySign, half_sign, signs_of_days
from tests.core.rules.test_journey import life_of, told_leniently
from tests.diary import START, Life, both, case, catalogue, every_day, lived, of_family


def weeks_of(life: Life, on: int) -> tuple[PlanWeek, ...]:
    return plan(journey(catalogue(), life.robin.child, plus(START, on)), None).weeks


def keys(why: tuple[Reason, ...]) -> list[str]:
    return [told.key for told in why]


def test_the_minutes_of_a_week_in_which_nothing_grew_do_not_give_the_growth_of_the_week_before_as_their_reason() -> (
    None
):
    life = lived(both([0, 1, 4, *range(7, 16)]), 17)  # the fourth good day of seven is told on the tenth
    *_, before, now = weeks_of(life, 15)
    state = now.state
    assert state.budget_since is not None and before.first <= state.budget_since < now.first
    assert now.budget_s == before.budget_s
    of_before, of_now = (why_cell(catalogue(), week, None) for week in (before, now))
    assert keys(of_before) == ["reason_budget_up"] and keys(of_now) == ["reason_budget_week", "reason_budget_up"]
    words = Texts("en")
    words.from_rules = for_sentences(catalogue().rules)
    assert "from 4:00\xa0min to 4:20\xa0min on 15 january, after 4 good days" in words.reason(of_before[0]).lower()


@pytest.mark.parametrize("seed", range(6))
def test_what_the_plan_calls_planned_are_the_minutes_that_progress_calls_planned(seed: int) -> None:
    """On the last day of every week shown, in lives with pauses, days told late and plays that were stopped."""
    chance = Random(seed)
    robin, _ = told_leniently(life_of(chance, 90), case(), 90)
    seen = 0
    for n in range(3, 90, 7):
        way, rest = journey(catalogue(), robin.child, plus(START, n)), chance.choice([None, 0, 45])
        for week in plan(way, None, rest=rest).weeks:
            (row,), (entry,) = day_rows(way, week.on, week.on, rest), entries(way, week.on, week.on)
            is_asked = is_asked_on(way.now(way.today), week.on, way.today)
            pairs = zip(week.laid_out, entry.slots, strict=True)
            assert row.planned_s == sum(s for s, slot in pairs if slot.is_played or (slot.is_meant and is_asked))
            seen += bool(row.planned_s)
    assert seen > 3


def test_a_session_that_was_stopped_is_planned_as_long_as_it_was_laid_out_and_the_most_is_called_the_most() -> None:
    life = lived("+0 morning bear_walk stopped well right\n", 1)
    (week,) = weeks_of(life, 0)
    (row,) = day_rows(journey(catalogue(), life.robin.child, START), START, START)
    assert (week.laid_out[0], row.planned_s, week.budget_s) == (140, 140, 240)


def test_strong_pain_of_today_is_told_before_the_growth_that_says_that_there_was_none() -> None:
    life = lived(both(range(15)) + "+15 morning bear_walk ouch 6\n", 16)
    *_, now = weeks_of(life, 15)
    assert keys(why_cell(catalogue(), now, None)) == ["reason_budget_ouch", "reason_budget_up"]


def test_a_step_of_an_earlier_week_says_since_when_it_stands() -> None:
    life = lived(both(range(15)), 16)
    seen = 0
    for week in weeks_of(life, 14):
        for name in week.doses:
            track, why = week.state.tracks[name], why_cell(catalogue(), week, name)
            if track.why in why and track.since is not None:
                seen += track.since < week.first
                assert ("plan_why_since" in keys(why)) is (track.since < week.first)
    assert seen


def test_what_was_ordered_today_stands_in_this_week_with_its_amount_and_whose_word_it_is() -> None:
    life, who, day = lived(both(range(15)), 16), "Ms Weber", plus(START, 15)
    head = OrderWritten(who, day, plus(START, 29))
    right = ExerciseOrdered("caterpillar", who, day, foot=Foot.RIGHT, start=4, begins_anew=True)
    life.robin.record(day, 20, head, right, ExerciseOrdered("lift_ride", who, day, plays=False))
    *_, now = weeks_of(life, 15)
    (dose, away) = (now.tomorrow["caterpillar"], now.tomorrow["lift_ride"])
    assert dose and (dose.amount, dose.foot) == (4, Foot.RIGHT) and away is None
    (told, *_), (off, *_), (hold, *_) = (
        why_cell(catalogue(), now, name) for name in ("caterpillar", "lift_ride", None)
    )
    assert (told.key, told.values["amount"], told.values["foot"]) == ("plan_why_tomorrow_foot", 4, "right")
    assert (off.key, hold.key) == ("plan_why_tomorrow_off", "reason_budget_order_held")
    words = Texts("en")
    assert words.reason(hold).endswith("stays: nothing grows before 3 February, as Ms Weber ordered.")
    way = journey(catalogue(), life.robin.child, day)
    assert why.next_steps(catalogue(), way.now(day), day) == (hold,), "the next step knows the hold that was ordered"
    assert not any(week.tomorrow for week in weeks_of(life, 15)[:-1])


def test_the_first_week_begins_with_the_first_day_of_play_on_that_day_itself() -> None:
    life = lived(both([0]), 1)
    way = journey(catalogue(), life.robin.child, START)
    ahead = DaysAhead(catalogue(), life.robin.child, START, last_day(way))
    while not ahead.is_over:
        ahead.go_on()
    shown = plan(way, ahead.way())
    first, second, *_ = shown.weeks
    assert (first.number, first.first, first.is_now) == (1, START, True) and second.first == plus(START, 7)
    assert len(first.doses) == 3 and len(second.doses) > 3, "the fourth joins in week 2 at the earliest"
    assert not shown.is_earned(0, None) and shown.is_earned(1, None)


def test_before_the_first_play_no_session_of_the_first_week_is_called_earned_and_none_of_a_locked_child() -> None:
    for life in (lived("", 1), Life(begun(catalogue(), case("after_surgery", "7-10", "2026-01-02", "", True)), [])):
        way = journey(catalogue(), life.robin.child, START)
        ahead = DaysAhead(catalogue(), life.robin.child, START, last_day(way))
        while not ahead.is_over:
            ahead.go_on()
        shown = plan(way, ahead.way())
        assert not any(shown.is_earned(0, name) for name in (None, *shown.exercises))
        for i, week in enumerate(shown.weeks):
            assert shown.is_earned(i, None) is (week.budget_s > shown.weeks[0].budget_s)


def test_a_step_back_is_marked_in_its_week_where_the_week_before_ended_as_low() -> None:
    """It rose and fell in one week: 20, 25 and 20 again."""
    hard = "+10 morning bear_walk finished partly hard\n"
    life = lived(both(range(10)) + hard, 11)
    shown = plan(journey(catalogue(), life.robin.child, plus(START, 13)), None)
    *_, before, now = shown.weeks
    at = len(shown.weeks) - 1
    assert before.doses["bear_walk"] == now.doses["bear_walk"] and shown.fell(at, "bear_walk")
    assert not shown.fell(at, "caterpillar")


def test_days_to_come_that_the_family_does_not_plan_are_unplanned_in_the_week_that_runs() -> None:
    life, day = lived(both(range(2)), 3), plus(START, 1)
    weekdays = tuple(day for day in Weekday if day not in (Weekday.SATURDAY, Weekday.SUNDAY))
    life.robin.record(day, 20, DaysPlanned(weekdays, (Slot.MORNING,)))
    rows = day_rows(journey(catalogue(), life.robin.child, day), plus(START, 2), plus(START, 6))
    both_slots, evening = frozenset(Slot), frozenset({Slot.EVENING})
    assert [row.not_meant for row in rows] == [evening, evening, evening, both_slots, both_slots]
    signs = [half_sign(row, Slot.MORNING, row.morning, is_today=False) for row in rows]
    assert signs == [DaySign.OPEN] * 3 + [DaySign.NOT_MEANT] * 2 and all(row.is_future for row in rows)
    assert signs_of_days(rows[-1:], day) == (DaySign.NOT_MEANT,)


def test_what_is_another_from_tomorrow_is_not_said_to_stay_while_a_parent_holds_the_load() -> None:
    life, day = lived(both(range(22)), 23, told_besides={8: [Held()]}), plus(START, 22)
    life.robin.record(day, 20, ExerciseOrdered("caterpillar", "Ms Weber", day, start=2, begins_anew=True))
    *_, now = weeks_of(life, 22)
    told, others = (keys(why_cell(catalogue(), now, name)) for name in ("caterpillar", "lego_bricks"))
    assert "plan_why_tomorrow" in told and "reason_held" not in told and "reason_held" in others


def test_a_session_that_is_not_meant_to_be_played_is_not_called_planned() -> None:
    """Mornings from Monday to Friday, the fifth week's Friday and Saturday; an evening that was played is one all the
    same."""
    mornings = DaysPlanned(WEEKDAYS[:5], (Slot.MORNING,))
    robin = lived(every_day(range(32)), 32, told_besides={0: (mornings,)}).robin
    (friday,) = (week for week in plan(journey(catalogue(), robin.child, plus(START, 32)), None).weeks if week.is_now)
    assert friday.laid_out[0] > 0 and friday.laid_out[1] == 0
    (saturday,) = (week for week in plan(journey(catalogue(), robin.child, plus(START, 33)), None).weeks if week.is_now)
    assert saturday.laid_out == (0, 0)
    robin = lived(both(range(33)), 33, told_besides={0: (mornings,)}).robin
    (friday,) = (week for week in plan(journey(catalogue(), robin.child, plus(START, 32)), None).weeks if week.is_now)
    assert all(friday.laid_out)


def test_with_fewer_sessions_planned_some_steps_come_later_and_some_sooner() -> None:
    """Days and room let a dose grow, not how often it is played: "Days we plan" says so."""
    today = plus(START, 28)
    robin = of_family("typical", 28).robin
    told = robin.family
    doses = []
    for told_besides in ((), (DaysPlanned(WEEKDAYS[:5], (Slot.MORNING,)),)):
        robin.family = told
        robin.record(today, 20, *told_besides)
        days = DaysAhead(catalogue(), robin.child, today, plus(today, 28))
        while not days.is_over:
            days.go_on()
        mornings = [days.way().morning(plus(today, n)).tracks for n in range(1, 29)]
        doses.append({(n, name): track.dose for n, row in enumerate(mornings) for name, track in row.items()})
    many, few = doses
    assert any(key not in few or is_above(many[key], few[key]) for key in many), "some later"
    assert any(key not in many or is_above(few[key], many[key]) for key in few), "some sooner"
