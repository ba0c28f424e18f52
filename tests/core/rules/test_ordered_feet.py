"""Which foot begins: the lagging one by itself, or the one a therapist ordered; an order of it moves nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import ExerciseOrdered, LevelPlayed
from game.core.numbers import for_sentences
from game.core.quest import Level, Quest
from game.core.reports.changes import ChangeKind, changes
from game.core.rules.journey import journey
from game.core.rules.ordered_feet import OrderedFeet, first_ordered
from game.core.rules.ordering import OrderPart, refusals, sheet
from game.core.rules.today import quest_of
from game.core.session.pacing import other, stretches
from game.core.simulate.simulation import SimulatedFamily
from game.data.journal.facts import read, written
from game.data.texts.texts import Texts
from tests.diary import START, Life, both, case, catalogue, lived

WHO = "Ms Weber"
TEXTS = Texts("en", ("parent", "screens"))
TEXTS.from_rules = for_sentences(catalogue().rules)
FAMILIES = {
    "children": case(), "prevention": case("prevention"), "grown_up": case("grown_up", "11+"),
    "after_surgery": case("after_surgery", "7-10", "2025-12-20", "2026-01-03", True),
}  # fmt: skip


def first(exercise: str, foot: Foot | None) -> ExerciseOrdered:
    return ExerciseOrdered(exercise, WHO, START, first_foot=foot)


def quests(life: Life, day: int) -> tuple[Quest, ...]:
    way = journey(catalogue(), life.robin.child, plus(START, day))
    return tuple(quest_of(way, plus(START, day), slot) for slot in Slot)


def caterpillar(life: Life, day: int) -> Level:
    return next(row for quest in quests(life, day) for row in quest.levels if row.exercise == "caterpillar")


def right_lags() -> Life:
    """Two days played, on the second the right foot did less."""
    life = lived(both(range(2)), 3)
    played = next(e.fact for e in life.robin.events
                  if isinstance(e.fact, LevelPlayed) and e.fact.exercise == "caterpillar")  # fmt: skip
    less = replace(played, attempt="less", on=plus(START, 1), done_left=3, done_right=1)
    life.robin.record(plus(START, 1), 21, less)
    return life


@pytest.mark.parametrize("foot", list(Foot))
@pytest.mark.parametrize("programme", FAMILIES)
def test_the_ordered_foot_begins_every_set_from_the_next_morning_and_nothing_else_changes(
    programme: str, foot: Foot
) -> None:
    who: SimulatedFamily = FAMILIES[programme]
    exercises, days = catalogue().exercises, 24
    each = [name for name in catalogue().programmes[programme].exercises if exercises[name].per_foot]
    told = {0: [first(name, foot) for name in each]}
    life, plain = (lived(both(range(days)), days, who, told_besides=besides) for besides in (told, None))
    assert quests(life, 0) == quests(plain, 0), "it counts from the next morning"
    seen = set()
    pairs = [pair for n in range(1, days + 1) for pair in zip(quests(life, n), quests(plain, n), strict=True)]
    for quest, as_before in pairs:
        assert quest.planned_s == as_before.planned_s
        for row, before in zip(quest.levels, as_before.levels, strict=True):
            assert (row.exercise, row.sets, row.amount, row.seconds, row.foot) == (
                before.exercise, before.sets, before.amount, before.seconds, before.foot
            )  # fmt: skip
            if exercises[row.exercise].per_foot:
                seen.add(row.exercise)
                assert [s.foot for s in stretches(replace(row, sets=2))] == [foot, other(foot)] * 2
                said = [TEXTS.reason(why) for why in row.reasons if why.key == "reason_order_first"]
                assert len(said) == 1 and f"the {foot} foot begins, as Ms Weber ordered on 5 January" in said[0]
            else:
                assert row == before
    assert seen


def test_an_ordered_first_foot_stands_over_the_lagging_one_and_the_sentence_of_the_other_is_not_said() -> None:
    life = right_lags()
    assert caterpillar(life, 2).first_foot is Foot.RIGHT
    life.robin.record(plus(START, 1), 22, first("caterpillar", Foot.LEFT))
    row = caterpillar(life, 2)
    assert row.first_foot is Foot.LEFT
    assert {"reason_order_first", "reason_feet_order"} & {why.key for why in row.reasons} == {"reason_order_first"}


def test_a_later_order_that_names_no_first_foot_lets_the_lagging_one_begin_again() -> None:
    life = right_lags()
    life.robin.record(plus(START, 1), 22, first("caterpillar", Foot.LEFT))
    life.robin.record(plus(START, 2), 22, first("caterpillar", None))
    assert [caterpillar(life, day).first_foot for day in (2, 3)] == [Foot.LEFT, Foot.RIGHT]
    assert "reason_feet_order" in {why.key for why in caterpillar(life, 3).reasons}


def test_of_one_foot_alone_none_is_first() -> None:
    life = lived(both(range(2)), 3)
    alone = ExerciseOrdered("caterpillar", WHO, START, foot=Foot.RIGHT, first_foot=Foot.LEFT)
    life.robin.record(plus(START, 1), 22, alone)
    row = caterpillar(life, 2)
    assert (row.foot, row.first_foot, OrderedFeet.of(alone)) == (Foot.RIGHT, Foot.RIGHT, OrderedFeet.RIGHT)
    assert "reason_order_first" not in {why.key for why in row.reasons}


def test_where_both_feet_work_at_once_none_can_be_ordered_first() -> None:
    life, order = lived("", 1), first("bear_walk", Foot.LEFT)
    (found,) = refusals(catalogue(), life.robin.child, order, START)
    assert (found.part, found.reason.key) == (OrderPart.FOOT, "order_refused_foot")
    assert "first" in TEXTS.reason(found.reason)
    assert first_ordered(order, catalogue().exercises["bear_walk"]) is None


def test_the_page_has_the_feet_that_are_ordered_and_none_of_them_moves_a_dose() -> None:
    life = lived(both(range(9)), 10)
    day = plus(START, 9)
    before = journey(catalogue(), life.robin.child, plus(day, 1)).morning(plus(day, 1)).tracks["caterpillar"]
    life.robin.record(day, 22, first("caterpillar", Foot.RIGHT))
    rows = {row.exercise: row.feet for row in sheet(catalogue(), life.robin.child, day).rows}
    assert rows["caterpillar"] is OrderedFeet.RIGHT_FIRST and rows["lego_bricks"] is OrderedFeet.BOTH
    after = journey(catalogue(), life.robin.child, plus(day, 1)).morning(plus(day, 1)).tracks["caterpillar"]
    assert after == before


def test_an_order_of_an_older_diary_names_no_first_foot_and_a_newer_one_keeps_it() -> None:
    kind, body = written(first("caterpillar", Foot.RIGHT))
    assert read(kind, body) == first("caterpillar", Foot.RIGHT)
    assert read(kind, body.replace('"first_foot":"right",', "")) == first("caterpillar", None)


def test_which_foot_begins_is_told_as_a_change_on_the_morning_it_counts_from() -> None:
    life = lived(both(range(6)), 7)
    orders = (
        first("caterpillar", Foot.LEFT), first("caterpillar", None),
        ExerciseOrdered("caterpillar", WHO, START, foot=Foot.RIGHT), first("caterpillar", Foot.RIGHT),
    )  # fmt: skip
    for n, order in enumerate(orders, 1):
        life.robin.record(plus(START, n), 22, order)
    day = plus(START, 6)
    rows = changes(journey(catalogue(), life.robin.child, day), START, day)
    said = [((row.day - START).days, TEXTS.reason(row.why)) for row in rows if row.kind is ChangeKind.FOOT]
    by = "as Ms Weber ordered on 5 January"
    assert [(day, text.removesuffix(".")) for day, text in said] == [
        (2, f"Caterpillar: the left foot begins, {by}"),
        (3, f"Caterpillar: the foot that has done less begins again, {by}"),
        (4, f"Caterpillar: the right foot alone, {by}"),
        (5, f"Caterpillar: both feet again, {by}"),
        (5, f"Caterpillar: the right foot begins, {by}"),
    ]


def test_a_diary_for_the_simulation_says_which_foot_begins() -> None:
    life = lived("+0 order caterpillar left-first\n+0 order lego_bricks right-first sets 2", 1)
    said = [e.fact for e in life.robin.events if isinstance(e.fact, ExerciseOrdered)]
    assert [(order.foot, order.first_foot, order.most_sets) for order in said] == [
        (None, Foot.LEFT, None), (None, Foot.RIGHT, 2),
    ]  # fmt: skip
