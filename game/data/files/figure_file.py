"""The file of whole friends into what it says. What nobody knows is refused with its name."""

from __future__ import annotations

from game.data.files.fixed import Values, fixed
from game.data.files.spread_file import laid_of
from game.puppet.figure import FigureArt


def figures_of(values: Values) -> dict[str, FigureArt]:
    """A figure for each exercise that is named. Raises TypeError for a field, ValueError for a sheet not known."""
    return {exercise: _figure(said) for exercise, said in values["figures"].items()}


def _figure(said: Values) -> FigureArt:
    around = {name: tuple(map(laid_of, said.get(name) or ())) for name in ("behind", "before", "large")}
    turns = tuple(tuple(map(laid_of, turn)) for turn in said.get("turns") or ())
    return FigureArt(**{**fixed(said), **around, "turns": turns})
