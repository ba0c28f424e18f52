"""What the diary knows and no level file describes any more: an own exercise taken out, or a file with a mistake in it.

It stays known by name, so that what was done stays done; it is in no programme, so it is never offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.core.content import Catalogue, Clip, Demonstration, Exercise, Position, Programme, Ramp, Unit
from game.core.events import Event, ProgrammeChosen

SHOWN = Demonstration("bo", Clip("bo_front", "idle"), None, None, "meadow", False, "sole_flat")


def remembering(catalogue: Catalogue, events: Iterable[Event]) -> Catalogue:
    """The catalogue with a bare stand-in for each exercise and programme that only the events know."""
    exercises, programmes = dict(catalogue.exercises), dict(catalogue.programmes)
    for event in events:
        name = getattr(event.fact, "exercise", None)
        if name and name not in exercises:
            exercises[name] = _exercise(name)
        if isinstance(event.fact, ProgrammeChosen) and event.fact.programme not in programmes:
            programmes[event.fact.programme] = Programme(event.fact.programme, ())
    return replace(catalogue, exercises=exercises, programmes=programmes)


def _exercise(name: str) -> Exercise:
    return Exercise(name, Position.CHAIR, Unit.REPS, False, Ramp(1, 1, 1), 1, 1, (), 1.0, SHOWN, {}, title=name)
