"""What the diary knows and no level file describes any more: an own exercise taken out, or a file with a mistake in it.

It stays known by name, so that what was done stays done; it is in no programme, so it is never offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.core.content import Catalogue, Clip, Demonstration, Exercise, Position, Programme, Ramp, Unit
from game.core.events import Event, ProgrammeChosen

SHOWN = Demonstration("bo", Clip("bo_front", "idle"), None, None, "meadow", False, "sole_flat")


@dataclass(frozen=True, slots=True)
class NamesTold:
    """The exercises and programmes that facts name."""

    exercises: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()

    @classmethod
    def by(cls, events: Iterable[Event]) -> NamesTold:
        """All that these facts name."""
        exercises, programmes = set(), set()
        for event in events:
            if name := getattr(event.fact, "exercise", None):
                exercises.add(name)
            if isinstance(event.fact, ProgrammeChosen):
                programmes.add(event.fact.programme)
        return cls(frozenset(exercises), frozenset(programmes))

    def __or__(self, other: NamesTold) -> NamesTold:
        return NamesTold(self.exercises | other.exercises, self.programmes | other.programmes)


def remembering(catalogue: Catalogue, named: NamesTold) -> Catalogue:
    """The catalogue with a bare stand-in for each exercise and programme that only the diary knows."""
    exercises = {name: _exercise(name) for name in sorted(named.exercises - set(catalogue.exercises))}
    programmes = {name: Programme(name, ()) for name in sorted(named.programmes - set(catalogue.programmes))}
    return replace(
        catalogue,
        exercises={**catalogue.exercises, **exercises},
        programmes={**catalogue.programmes, **programmes},
    )


def _exercise(name: str) -> Exercise:
    return Exercise(name, Position.CHAIR, Unit.REPS, False, Ramp(1, 1, 1), 1, 1, (), 1.0, SHOWN, {}, title=name)
