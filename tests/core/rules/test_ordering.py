"""Writing an order down: what stands on the page, what is refused and why, and that nothing of a refused page is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.core.content import Foot
from game.core.days import plus
from game.core.events import ExerciseOrdered, ExerciseSwitched, Fact, OrderWritten
from game.core.history.history import Child
from game.core.rules import ordering
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.ordering import OrderPart, OrderRow, Standing
from game.core.rules.rewards import RefusedByRules
from game.core.simulate.diary_text import DiaryError
from game.data.texts.texts import Texts
from tests.diary import START, Life, both, case, catalogue, lived

WHO, DAY = "Ms Weber", plus(START, 9)
HEAD = OrderWritten(WHO, plus(START, 8))
TEXTS = Texts("en", ("parent", "screens"))


@pytest.fixture(scope="module")
def life() -> Life:
    return lived(both(range(8)) + "+8 morning bear_walk ouch 5", 9)


def order(exercise: str, **said: object) -> ExerciseOrdered:
    return ExerciseOrdered(exercise, WHO, START, **said)  # type: ignore[arg-type]


def refused(life: Life, *orders: ExerciseOrdered, head: OrderWritten = HEAD) -> list[tuple[OrderPart, str]]:
    found = [*ordering.refusals_of_head(head, DAY)]
    found += [r for o in orders for r in ordering.refusals(catalogue(), life.robin.child, o, DAY)]
    return [(r.part, r.reason.key) for r in found]


def row(life: Life, exercise: str, day: date = DAY) -> OrderRow:
    return next(r for r in ordering.sheet(catalogue(), life.robin.child, day).rows if r.exercise == exercise)


# ---------------------------------------------------------------- refused
@pytest.mark.parametrize(
    ("said", "part", "key"),
    [
        ({"cap": 61}, OrderPart.CAP, "order_refused_cap"), ({"start": 90}, OrderPart.START, "order_refused_cap"),
        ({"start": 4}, OrderPart.START, "order_refused_least"), ({"cap": 0}, OrderPart.CAP, "order_refused_least"),
        ({"start": 30, "cap": 25}, OrderPart.START, "order_refused_start"),
        ({"most_sets": 4}, OrderPart.SETS, "order_refused_sets"), ({"most_sets": 0}, OrderPart.SETS, "order_refused_sets"),
        ({"foot": Foot.LEFT}, OrderPart.FOOT, "order_refused_foot"),
        ({"first_foot": Foot.LEFT}, OrderPart.FOOT, "order_refused_foot"),
    ],
    ids=str,
)  # fmt: skip
def test_a_value_past_a_bound_is_refused_with_the_reason(
    life: Life, said: dict[str, object], part: OrderPart, key: str
) -> None:
    assert refused(life, order("bear_walk", **said)) == [(part, key)]
    [refusal] = ordering.refusals(catalogue(), life.robin.child, order("bear_walk", **said), DAY)
    sentence = TEXTS.reason(refusal.reason)
    assert not set("[]{}_") & set(sentence) and sentence.startswith("Bear walk: ")


@pytest.mark.parametrize(
    "said", [{"cap": 60, "start": 60}, {"start": 5, "cap": 5}, {"most_sets": 3}, {"most_sets": 1}, {"cap": 10}], ids=str
)
def test_a_value_at_a_bound_is_taken(life: Life, said: dict[str, object]) -> None:
    assert refused(life, order("bear_walk", **said)) == []


def test_past_a_cap_is_refused_with_which_cap_and_where_it_comes_from(life: Life) -> None:
    [refusal] = ordering.refusals(catalogue(), life.robin.child, order("bear_walk", cap=90), DAY)
    bear = catalogue().exercises["bear_walk"]
    assert (refusal.reason.values["from"], refusal.reason.values["to"]) == (90, 60)
    assert refusal.why and (refusal.why.reason, refusal.why.source) == (bear.reason, bear.source)
    assert TEXTS.reason(refusal.reason) == "Bear walk: 90 seconds is not taken, 60 seconds is the game's cap."


def test_in_the_course_its_own_cap_is_the_most_and_says_so() -> None:
    grown = lived("", 1, case("grown_up", "11+"))
    [refusal] = ordering.refusals(catalogue(), grown.robin.child, order("starfish_toes", cap=8), START)
    assert refusal.reason.key == "order_refused_course" and refusal.why == catalogue().why["course_most"]
    assert ordering.refusals(catalogue(), grown.robin.child, order("starfish_toes", cap=7), START) == ()


def test_what_is_not_in_the_programme_can_not_be_ordered_and_what_only_comes_on_order_can(life: Life) -> None:
    assert refused(life, order("forest_walk")) == [(OrderPart.PLAYS, "order_refused_programme")]
    assert refused(life, order("moon_walk")) == [(OrderPart.PLAYS, "order_refused_programme")]
    assert refused(life, order("duckling_walk", plays=True)) == []


def test_a_family_s_own_exercise_in_its_programme_can_be_ordered() -> None:
    own = replace(catalogue().exercises["caterpillar"], id="heel_knock")
    children = catalogue().programmes["children"]
    levels = replace(
        catalogue(),
        exercises={**catalogue().exercises, "heel_knock": own},
        programmes={
            **catalogue().programmes,
            "children": replace(children, exercises=(*children.exercises, "heel_knock")),
        },
    )
    child = lived("", 1).robin.child
    assert ordering.refusals(levels, child, order("heel_knock", plays=True, foot=Foot.LEFT), START) == ()


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (replace(HEAD, said_by=" "), OrderPart.WHO), (replace(HEAD, said_on=plus(DAY, 1)), OrderPart.SAID_ON),
        (replace(HEAD, hold_until=plus(DAY, 1)), OrderPart.HOLD), (replace(HEAD, next_visit=plus(DAY, -1)), OrderPart.VISIT),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_head_that_cannot_be_is_refused(life: Life, head: OrderWritten, part: OrderPart) -> None:
    assert [p for p, _ in refused(life, head=head)] == [part]


def test_a_head_of_today_that_holds_until_the_day_after_tomorrow_is_taken(life: Life) -> None:
    assert refused(life, head=OrderWritten(WHO, DAY, plus(DAY, 2), DAY)) == []


def test_of_a_page_with_one_refused_value_nothing_is_written(life: Life) -> None:
    child = life.robin.child
    with pytest.raises(RefusedByRules) as caught:
        ordering.written(catalogue(), child, HEAD, [order("caterpillar", cap=5), order("bear_walk", cap=90)], DAY)
    assert caught.value.reason.key == "order_refused_cap"
    taken = order("caterpillar", cap=5)
    assert ordering.written(catalogue(), child, HEAD, [taken], DAY) == (HEAD, taken)


# ---------------------------------------------------------------- what stands
def test_the_page_says_where_each_exercise_stands(life: Life) -> None:
    rows = {r.exercise: r.standing for r in ordering.sheet(catalogue(), life.robin.child, DAY).rows}
    assert rows["bear_walk"] is Standing.RESTS and rows["caterpillar"] is Standing.IN_PLAY
    assert rows["giraffe_walk"] is Standing.IN_TURN and rows["duckling_walk"] is Standing.ON_ORDER
    assert "forest_walk" not in rows and len(rows) == 19


def after(life: Life, *facts: Fact) -> Life:
    """The same life, told more on `DAY`."""
    again = lived(both(range(8)) + "+8 morning bear_walk ouch 5", 9)
    again.robin.record(DAY, 20, *facts)
    return again


def test_what_is_ordered_on_joins_next_where_nothing_joins_before_it(life: Life) -> None:
    told = after(life, HEAD, order("magic_toe", plays=True), order("giraffe_walk", plays=True))
    assert (row(told, "magic_toe").standing, row(told, "giraffe_walk").standing) == (
        Standing.JOINS_NEXT, Standing.AS_ORDERED,
    )  # fmt: skip


STANDS = ("standing", "dose", "is_told_today", "is_off_tomorrow", "is_on_its_way")  # what the morning changes


def test_what_was_written_today_stands_on_the_page_at_once_though_it_counts_from_tomorrow(life: Life) -> None:
    told = after(
        life, HEAD, order("giraffe_walk", plays=True), order("lego_bricks", plays=False, foot=Foot.LEFT, cap=7),
        order("caterpillar", start=1, most_sets=1, begins_anew=True),
    )  # fmt: skip
    assert ordering.sheet(catalogue(), told.robin.child, DAY).head == HEAD
    assert row(told, "giraffe_walk").standing is Standing.AS_ORDERED, "its week has not come, and another joins before"
    lego, caterpillar = row(told, "lego_bricks"), row(told, "caterpillar")
    assert (lego.standing, lego.plays, lego.feet, lego.cap) == (Standing.AWAY, False, OrderedFeet.LEFT, 7)
    assert (caterpillar.start, caterpillar.cap, caterpillar.most_sets) == (1, 10, 1)
    assert lego.is_off_tomorrow and not row(told, "lego_bricks", plus(DAY, 1)).is_off_tomorrow
    for name in ("giraffe_walk", "lego_bricks", "caterpillar"):
        here, tomorrow = row(told, name), row(told, name, plus(DAY, 1))
        stands = {name: getattr(tomorrow, name) for name in STANDS}
        assert replace(here, **stands) == tomorrow


def test_what_a_parent_left_out_since_is_away_though_it_was_ordered_on(life: Life) -> None:
    told = after(life, order("lego_bricks", plays=True), ExerciseSwitched("lego_bricks", False))
    assert row(told, "lego_bricks").standing is Standing.AWAY and row(told, "lego_bricks").plays is False


def test_a_page_without_a_programme_is_empty() -> None:
    assert ordering.sheet(catalogue(), Child("anna"), DAY) == ordering.OrderSheet(None, ())


# ---------------------------------------------------------------- as a diary
@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("order bear_walk cap 90", "bear_walk has a cap of 60; an order may not go past it"),
        ("order bear_walk sets 5", "bear_walk has 1 to 3 sets"),
        ("order bear_walk left", "bear_walk is done with both feet at once"),
        ("order bear_walk cap many", '"many" is no whole number after cap'),
        ("order bear_walk on off", '"order bear_walk on off" is not how order is told'),
        ("order bear_walk tomorrow", '"order bear_walk tomorrow" is not how order is told'),
        ("order moon_walk on", "there is no exercise moon_walk"),
        ("order forest_walk on cap 500", "forest_walk cannot be ordered: it is not in the programme"),
        ("order hold until +1", "the hold ends before it begins, on the morning after"),
        ("order", '"order" is not how order is told'),
    ],
)
def test_an_order_that_cannot_be_is_refused_by_its_line(line: str, why: str) -> None:
    with pytest.raises(DiaryError) as caught:
        lived(f"+0 {line}", 2)
    assert (caught.value.line, caught.value.message) == (1, why)


def test_an_order_of_a_diary_is_told_with_all_it_says() -> None:
    life = lived("+0 order caterpillar sets 2 right cap 8 on start 4\n+0 order hold until +9", 1)
    said = [e.fact for e in life.robin.events if isinstance(e.fact, ExerciseOrdered | OrderWritten)]
    assert said == [
        ExerciseOrdered("caterpillar", "the therapist", START, True, Foot.RIGHT, 4, 8, 2, begins_anew=True),
        OrderWritten("the therapist", START, plus(START, 9)),
    ]
