"""The family's shared picture: one small thing in it for every exercise done together, and when it is full, another.

It is counted from what was told and kept nowhere. It pays nothing, is in no star total, and says of nobody how much was
his or hers.
"""

from __future__ import annotations

from game.core.history.history import Family
from game.frozen import dataclass

THINGS = 24  # in a full picture: about four weeks of two who play three exercises together on two days a week
PLACES = ("meadow", "brook", "wood", "beach", "ice")  # the pictures in turn


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that is being filled: its place, how many were full before it, and how many things are in it."""

    place: str
    full: int
    things: int


def done_together(family: Family) -> int:
    """Exercises done together so far, by whoever in the family."""
    return sum(child.together for child in family.children.values())


def shared_picture(count: int) -> SharedPicture:
    """The picture after so many exercises done together. A full one stays until the next thing begins another.

    >>> shared_picture(24).things, shared_picture(25)
    (24, SharedPicture(place='brook', full=1, things=1))
    """
    full, things = divmod(max(0, count - 1), THINGS)
    return SharedPicture(PLACES[full % len(PLACES)], full, things + 1 if count else 0)
