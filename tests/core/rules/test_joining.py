"""Which exercise joins and when: in whole lives, and on the day, the week and the number themselves and beside them."""

from __future__ import annotations

import pytest

from game.core.content import AgeBand
from game.core.days import plus
from game.core.rules import joining, morning
from game.core.rules.state import GROWN_UP, ChildState
from tests.core.rules.playing import SHIPPED, playing
from tests.diary import START, both, case, lived, of_family


# ---------------------------------------------------------------- the first week, and what comes new
def test_in_the_first_week_the_first_three_come_and_nothing_grows() -> None:
    life = of_family("perfect", 8)
    for n in range(7):
        assert life.offered(n) == {"bear_walk", "lego_bricks", "caterpillar"}
        assert [len(q.levels) for q in life.on(n).slots] == [3, 3]
    assert "lift_ride" in life.offered(7)


def test_the_first_week_counts_from_the_first_active_day() -> None:
    life = lived(both(range(5, 13)), 14)
    assert life.offered(11) == {"bear_walk", "lego_bricks", "caterpillar"}
    assert life.budget(11) == 240
    assert life.budget(12) == 260


def test_a_new_exercise_comes_after_three_good_days_in_the_programmes_order() -> None:
    life = of_family("perfect", 25)
    joined = [n for n in range(1, 25) if life.offered(n) - set().union(*(life.offered(m) for m in range(n)))]
    assert joined[:3] == [7, 10, 13]
    first_seen = {e: next(n for n in range(25) if e in life.offered(n)) for e in life.offered(24)}
    assert first_seen["lift_ride"] < first_seen["river_stones"] < first_seen["starfish_toes"]


def test_at_most_one_new_exercise_a_day_and_none_before_its_week() -> None:
    life = of_family("perfect", 84, case(age="11+"))
    seen: set[str] = set()
    weeks = {"giraffe_walk": 3, "penguin_walk": 3, "animal_parade": 6, "lift_ride": 2, "river_stones": 2}
    for n in range(84):
        new = life.offered(n) - seen
        assert len(new) <= 1 or n == 0
        for name in new:
            assert n // 7 + 1 >= weeks.get(name, 1)
        seen |= new
    assert "duckling_walk" not in seen


def test_the_inner_edge_walk_comes_only_where_it_was_ordered_and_never_with_the_bear_walk() -> None:
    life = of_family("perfect", 84, case(order=("duckling_walk",)))
    first = next(n for n in range(84) if "duckling_walk" in life.offered(n))
    assert first >= 28
    for plan in life.plans:
        for quest in plan.slots:
            assert not {"bear_walk", "duckling_walk"} <= {level.exercise for level in quest.levels}


# ---------------------------------------------------------------- on the day itself
@pytest.mark.parametrize(("good", "joins"), [(2, False), (3, True), (4, True)])
def test_a_new_one_joins_after_three_good_days(good: int, joins: bool) -> None:
    state = playing("bear_walk", "lego_bricks", "caterpillar", good_since_new=good)
    morning.begin(SHIPPED, state, plus(START, 7))
    assert ("lift_ride" in state.tracks) is joins
    assert (state.good_since_new, state.last_new) == ((0, plus(START, 7)) if joins else (good, START))


@pytest.mark.parametrize(("day", "now"), [(13, None), (14, "giraffe_walk"), (15, "giraffe_walk")])
def test_a_new_one_waits_for_its_first_week(day: int, now: str | None) -> None:
    order = SHIPPED.programmes["children"].exercises
    state = playing(*order[: order.index("giraffe_walk")])
    assert joining.coming(SHIPPED, state, plus(START, day)) == "giraffe_walk"
    assert joining.coming_now(SHIPPED, state, plus(START, day)) == now


@pytest.mark.parametrize(("day", "name"), [(27, "lift_ride"), (28, "duckling_walk"), (29, "duckling_walk")])
def test_what_was_ordered_comes_first_from_its_own_first_week_on(day: int, name: str) -> None:
    state = playing("bear_walk", "lego_bricks", "caterpillar", switched={"duckling_walk": True})
    assert joining.coming(SHIPPED, state, plus(START, day)) == name


@pytest.mark.parametrize(("day", "good", "name"), [
    (14, 0, "lift_ride"), (17, 0, "lift_ride"), (18, 0, None), (18, 1, "lift_ride"), (20, 2, None), (20, 3, "lift_ride"),
    (13, 3, None), (21, 3, None), (28, 3, "lift_ride"),
])  # fmt: skip
def test_in_odd_weeks_room_is_kept_for_a_new_one_that_may_still_come_in_them(
    day: int, good: int, name: str | None
) -> None:
    state = playing("bear_walk", "lego_bricks", "caterpillar", good_since_new=good)
    assert joining.kept_free(SHIPPED, state, plus(START, day)) == name


@pytest.mark.parametrize(("since", "joins"), [(6, True), (7, True), (8, False)])
def test_after_graduation_one_in_seven_days_still_joins(since: int, joins: bool) -> None:
    state = playing("bear_walk", graduated_on=START, last_new=plus(START, since), last_play=plus(START, 13))
    morning.begin(SHIPPED, state, plus(START, 14))
    assert ("lego_bricks" in state.tracks) is joins


@pytest.mark.parametrize(("met", "come"), [(0, 3), (2, 3), (3, 3), (4, 4)])
def test_a_programme_begins_with_three_or_with_all_that_were_met(met: int, come: int) -> None:
    names = SHIPPED.programmes["children"].exercises
    state = playing(*names[:met])
    state.tracks = {n: state.tracks[n] for n in names[:met]}
    joining.fill_up(SHIPPED, state, plus(START, 7))
    assert list(state.tracks) == list(names[:come])
    grown_up = ChildState(AgeBand.ELEVEN_UP, GROWN_UP, budget=360)
    joining.fill_up(SHIPPED, grown_up, START)
    assert len(grown_up.tracks) == len(SHIPPED.programmes[GROWN_UP].exercises)
