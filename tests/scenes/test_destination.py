"""A route's value: made like a dataclass, frozen, compared by what it says."""

from __future__ import annotations

import pytest

from game.scenes.destination import Destination


class Pond(Destination):
    depth: int
    name: str = "still"


class Lake(Destination):
    depth: int
    name: str = "still"


def test_fields_are_given_by_place_or_by_name_and_the_last_may_have_a_default() -> None:
    assert Pond(3) == Pond(depth=3) == Pond(3, "still") == Pond(name="still", depth=3)
    assert (Pond(3).depth, Pond(3).name, repr(Pond(3, "deep"))) == (3, "still", "Pond(depth=3, name='deep')")


def test_another_value_and_another_route_with_the_same_values_are_not_equal() -> None:
    assert Pond(3) != Pond(4) and Pond(3) != Lake(3) and Pond(3) != 3
    assert len({Pond(3), Pond(3, "still"), Pond(4), Lake(3)}) == 3


def test_it_is_matched_by_its_fields() -> None:
    match Pond(3):
        case Pond(depth, name=name):
            assert (depth, name) == (3, "still")


@pytest.mark.parametrize(("values", "named"), [((), {}), ((3, "a", 5), {}), ((3,), {"depth": 4}), ((3,), {"wide": 4})])
def test_what_is_missing_unknown_or_given_twice_is_refused(values: tuple, named: dict) -> None:
    with pytest.raises(TypeError, match="Pond needs"):
        Pond(*values, **named)


def test_it_does_not_change_and_takes_nothing_more() -> None:
    pond = Pond(3)
    with pytest.raises(AttributeError):
        pond.depth = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        pond.wide = 4  # type: ignore[attr-defined]
    assert not hasattr(pond, "__dict__")


def test_a_route_with_nothing_to_say_is_equal_to_its_like() -> None:
    class Home(Destination):
        """Nothing is needed for it."""

    assert Home() == Home() and repr(Home()).endswith("Home()")
