"""Which exercise stands beside which: everybody's own order, company for the shorter quest, the same where it is near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.core.content import Foot, Position
from game.core.session.pacing import OTHER_FOOT, Stretch
from game.core.session.side_by_side import Placed, pause, rows

NAMES = tuple("abcdefgh")
PLACES = {name: list(Position)[i % 5] for i, name in enumerate(NAMES)}
QUESTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True)


def quest(names: str | list[str]) -> list[Placed]:
    return [Placed(name, PLACES[name]) for name in names]


def pairs(first: str, second: str) -> list[str]:
    """What stands beside what, a dash for nobody."""
    out = []
    for row in rows(quest(list(first)), quest(list(second))):
        one, other = row.both
        out.append(("-" if one is None else first[one]) + ("-" if other is None else second[other]))
    return out


@given(QUESTS, QUESTS)
def test_everybody_keeps_every_exercise_in_the_own_order_and_the_shorter_quest_has_company(
    first: list[str], second: list[str]
) -> None:
    found = rows(quest(first), quest(second))
    for own, side in ((first, 0), (second, 1)):
        assert [row.both[side] for row in found if row.both[side] is not None] == list(range(len(own)))
    assert sum(row.is_together for row in found) == min(len(first), len(second))
    assert all(row.both != (None, None) for row in found)


@given(QUESTS, QUESTS)
def test_whoever_is_named_first_the_same_stand_side_by_side(first: list[str], second: list[str]) -> None:
    there = {row.both for row in rows(quest(first), quest(second)) if row.is_together}
    back = {row.both[::-1] for row in rows(quest(second), quest(first)) if row.is_together}
    same = [sum(first[a] == second[b] for a, b in found if a is not None and b is not None) for found in (there, back)]
    assert same[0] == same[1]


def test_the_same_exercise_is_waited_for_where_it_is_near() -> None:
    assert pairs("b", "ab") == ["-a", "bb"]
    assert pairs("c", "abc") == ["ca", "-b", "-c"]  # not for two exercises of the other one


def test_the_same_place_stands_side_by_side_where_nothing_is_the_same() -> None:
    assert PLACES["a"] is PLACES["f"]
    assert pairs("fb", "ab") == ["fa", "bb"]


def test_what_one_has_more_comes_last() -> None:
    assert pairs("ab", "abcd") == ["aa", "bb", "-c", "-d"]
    assert pairs("abcd", "ab") == ["aa", "bb", "c-", "d-"]


def test_the_pause_is_the_longer_of_what_each_one_needs() -> None:
    left, right, second = Stretch(1, 2, Foot.LEFT, 5), Stretch(1, 2, Foot.RIGHT, 5), Stretch(2, 2, Foot.LEFT, 5)
    assert pause([(left, right)], 30) == OTHER_FOOT
    assert pause([(left, right), (right, second)], 30) == 30
    assert pause([(right, second)], 0) == 0 == pause([], 30)
