"""What is handed out on paper: of a programme as it begins, of a child as it stands."""

from __future__ import annotations

import pytest

from game.core.content import Foot
from game.core.days import plus
from game.core.events import ExerciseOrdered, SignsTicked
from game.core.reports.handout import of_child, of_programme
from game.core.rules.dose import Dose
from game.core.rules.journey import journey
from game.core.simulate.simulation import begun
from tests.diary import START, both, case, catalogue, lived, of_family


@pytest.mark.parametrize("programme", catalogue().programmes)
def test_every_exercise_of_every_programme_has_its_card(programme: str) -> None:
    known, handout = catalogue().programmes[programme], of_programme(catalogue(), programme)
    named = [row.exercise.id for row in handout.cards]
    assert named == [*known.exercises, *known.on_order, *known.beside]
    assert [row.exercise.id for row in handout.in_play] == list(known.exercises)
    assert handout.cards == handout.rows and not handout.closed


def test_a_programme_is_printed_at_its_first_doses_within_its_caps() -> None:
    for programme in catalogue().programmes:
        for row in of_programme(catalogue(), programme).rows:
            assert row.dose == row.limits.first and row.dose.amount <= row.limits.ramp.cap <= row.exercise.ramp.cap
            assert not row.is_todays


def test_after_an_operation_half_of_it_is_printed_and_says_whose_word_it_needs() -> None:
    row = of_programme(catalogue(), "after_surgery").rows[0]
    assert row.after_surgery and row.limits.most_sets == 1
    assert row.may_order.ramp == row.exercise.ramp and row.may_order.most_sets == catalogue().rules.sets_most
    assert row.limits.ramp.cap <= max(row.exercise.ramp.cap // 2, row.dose.amount)


def test_what_needs_an_order_says_so() -> None:
    ordered = [row.exercise.id for row in of_programme(catalogue(), "children").rows if row.on_order]
    assert ordered == list(catalogue().programmes["children"].on_order)


def test_a_child_gets_what_it_plays_at_todays_dose_and_the_whole_programme_for_the_therapist() -> None:
    life = lived(both(range(21)), 22)
    handout = of_child(catalogue(), life.robin.child, plus(START, 21))
    assert {row.exercise.id for row in handout.in_play} >= life.offered(21)
    for row in handout.in_play:
        assert row.is_todays and row.dose == Dose(*life.kept(21, row.exercise.id))
    assert handout.cards == handout.in_play
    assert {row.exercise.id for row in handout.rows} == set(catalogue().exercises)


def test_what_was_played_most_stands_first() -> None:
    few = "\n".join(f"+{n} morning lego_bricks finished well right" for n in range(3))
    life = lived(f"+0 morning bear_walk finished well right\n{few}", 4)
    played = of_child(catalogue(), life.robin.child, plus(START, 3)).in_play
    assert [row.exercise.id for row in played][:2] == ["lego_bricks", "bear_walk"]


def test_a_child_that_has_not_played_yet_gets_its_first_exercises() -> None:
    handout = of_child(catalogue(), begun(catalogue(), case()).child, START)
    assert [row.exercise.id for row in handout.in_play] == ["bear_walk", "lego_bricks", "caterpillar"]


def test_what_rests_after_pain_is_not_handed_out() -> None:
    life = lived(both(range(3)) + "+3 morning bear_walk ouch 5", 5)
    handout = of_child(catalogue(), life.robin.child, plus(START, 4))
    assert "bear_walk" not in [row.exercise.id for row in handout.in_play]
    assert "bear_walk" not in [row.exercise.id for row in handout.cards]
    assert "bear_walk" in [row.exercise.id for row in handout.rows], "the therapist may still order it"


def test_a_painful_stop_hands_nothing_out_and_says_why() -> None:
    robin = of_family("ouch", 20).robin
    handout = of_child(catalogue(), robin.child, plus(START, 19))
    assert [reason.key for reason in handout.closed] == ["reason_painful_stop"]
    assert (handout.cards, handout.in_play) == ((), ()) and handout.rows


@pytest.mark.parametrize(("why", "closes"), [("ill", False), ("away", False), ("ouch", True), ("doctor", True)])
def test_a_journey_to_the_grandparents_closes_nothing_and_a_pause_for_pain_does(why: str, closes: bool) -> None:
    life = lived(both(range(3)) + f"+3 pause {why} until 2026-01-20", 5)
    handout = of_child(catalogue(), life.robin.child, plus(START, 4))
    assert bool(handout.closed) == closes and bool(handout.in_play) != closes


def test_an_order_is_printed_as_it_is_in_force_and_its_sheet_keeps_the_games_own_bounds() -> None:
    robin = lived(both(range(3)), 4).robin
    order = ExerciseOrdered("lego_bricks", "Ms Weber", plus(START, 3), foot=Foot.RIGHT, cap=2, most_sets=1)
    robin.record(plus(START, 3), 9, order)
    handout = of_child(catalogue(), robin.child, plus(START, 4))
    row = next(row for row in handout.in_play if row.exercise.id == "lego_bricks")
    assert row.dose == Dose(1, 2, Foot.RIGHT) and row.limits.ramp.cap == 2
    assert row.may_order.ramp.cap == row.exercise.ramp.cap and row.may_order.most_sets == 3


def test_what_was_ordered_today_is_printed_as_it_counts_from_tomorrow() -> None:
    robin, day = lived(both(range(20)), 21).robin, plus(START, 20)
    robin.record(
        day, 21,
        ExerciseOrdered("caterpillar", "Ms Weber", day, foot=Foot.LEFT, start=2, most_sets=1, begins_anew=True),
        ExerciseOrdered("bear_walk", "Ms Weber", day, plays=False),
        ExerciseOrdered("magic_toe", "Ms Weber", day, plays=True, start=1),
    )  # fmt: skip
    handout = of_child(catalogue(), robin.child, day)
    rows = {row.exercise.id: row for row in handout.rows}
    assert rows["caterpillar"].dose == Dose(1, 2, Foot.LEFT) and rows["caterpillar"].from_on == plus(START, 21)
    assert "bear_walk" not in [row.exercise.id for row in handout.chart] and rows["bear_walk"].is_off
    now = {name: track.dose for name, track in journey(catalogue(), robin.child, day).now(day).tracks.items()}
    changed = {"bear_walk", *(r.exercise.id for r in handout.in_play if r.dose != now.get(r.exercise.id))}
    assert {name for name, row in rows.items() if row.from_on} == changed and not set(now) <= changed
    assert rows["magic_toe"].dose.amount == 1
    assert all(rows["magic_toe"] in which for which in (handout.cards, handout.chart))
    tomorrow = of_child(catalogue(), robin.child, plus(START, 21))
    assert {row.exercise.id: row.dose for row in handout.in_play} == {r.exercise.id: r.dose for r in tomorrow.in_play}


def test_what_is_ordered_and_waits_for_room_has_a_card_and_a_row_of_the_chart_and_is_in_no_kit() -> None:
    robin, day = lived(both(range(3)), 4).robin, plus(START, 3)
    robin.record(day, 21, ExerciseOrdered("magic_toe", "Ms Weber", day, plays=True))
    handout = of_child(catalogue(), robin.child, plus(day, 1))
    (row,) = [row for row in handout.rows if row.exercise.id == "magic_toe"]
    assert row.is_coming and row in handout.cards and row in handout.chart and row not in handout.in_play


def test_signs_close_it_even_on_a_journey() -> None:
    robin = lived(both(range(3)) + "+3 pause away until 2026-01-20", 5).robin
    robin.record(plus(START, 4), 9, SignsTicked(("pain",)))
    handout = of_child(catalogue(), robin.child, plus(START, 4))
    assert [reason.key for reason in handout.closed] == ["reason_signs"] and not handout.cards


def test_a_lock_after_an_operation_is_not_opened_by_paper() -> None:
    robin = begun(catalogue(), case("after_surgery", surgery="2026-01-01", surgeon="2026-03-01"))
    handout = of_child(catalogue(), robin.child, START)
    assert handout.closed and handout.cards == ()
    assert all(row.after_surgery for row in handout.rows)
