"""The file of what is new on a day into what it says. What nobody knows is refused with its name."""

from __future__ import annotations

from game.data.files.fixed import Values, fixed, row
from game.puppet.day_on_map import DayArt, Small


def days_of(values: Values) -> dict[str, DayArt]:
    """By the name of the map. Raises TypeError for a field that is not known or not there."""
    return {place: DayArt(**fixed(said)) for place, said in values["places"].items()}


def landmarks_of(values: Values) -> dict[int, tuple[Small, ...]]:
    """By the number of the chapter. Raises TypeError for what is no drawing, point and width."""
    return {int(chapter): tuple(Small(*said) for said in row(stood)) for chapter, stood in values["landmarks"].items()}
