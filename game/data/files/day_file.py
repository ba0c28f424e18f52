"""The file of what is new on a day into what it says. What nobody knows is refused with its name."""

from __future__ import annotations

from game.data.files.fixed import Values, fixed
from game.puppet.day_on_map import DayArt


def days_of(values: Values) -> dict[str, DayArt]:
    """By the name of the map. Raises TypeError for a field that is not known or not there."""
    return {place: DayArt(**fixed(said)) for place, said in values["places"].items()}
