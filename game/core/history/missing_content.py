"""What the diary knows and no level file describes any more: an own exercise taken out, or a file with a mistake in it.

It stays known by name, so that what was done stays done; it is in no programme, so it is never offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.core.content import Catalogue, Clip, Demonstration, Exercise, Position, Programme, Ramp, Unit
from game.core.events import Event, ProgrammeChosen
from game.core.history.history import Child
from game.core.history.plays import exercises_played
from game.core.own_files import OwnRead
from game.frozen import dataclass

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


def remembering(catalogue: Catalogue, named: NamesTold, kept: OwnRead | None = None) -> Catalogue:
    """The catalogue with a stand-in for each exercise and programme that only the diary knows: as its file last was,
    where that is `kept`, else bare."""
    known, routines = (kept.exercises, kept.programmes) if kept else ({}, {})
    lost = sorted(named.exercises - set(catalogue.exercises))
    exercises = {name: known.get(name) or _exercise(name) for name in lost}
    gone = sorted(named.programmes - set(catalogue.programmes))
    programmes = {name: routines.get(name) or Programme(name, ()) for name in gone}
    return replace(
        catalogue,
        exercises={**catalogue.exercises, **exercises},
        programmes={**catalogue.programmes, **programmes},
    )


def without_file(catalogue: Catalogue, child: Child) -> tuple[str, ...]:
    """What the child has played and no programme has any more: its file is gone, or has a mistake."""
    return tuple(sorted(exercises_played(child) - in_programmes(catalogue)))


def played_elsewhere(catalogue: Catalogue, child: Child) -> tuple[str, ...]:
    """What the child has played and another programme has, but not the one chosen now."""
    if child.programme is None or child.programme not in catalogue.programmes:
        return ()
    here = catalogue.programmes[child.programme]
    others = in_programmes(catalogue) - {*here.exercises, *here.on_order, *here.beside}
    return tuple(sorted(exercises_played(child) & others))


def in_programmes(catalogue: Catalogue) -> frozenset[str]:
    """The exercises of all programmes: what is in none has no file any more."""
    programmes = catalogue.programmes.values()
    return frozenset(name for p in programmes for name in (*p.exercises, *p.on_order, *p.beside))


def _exercise(name: str) -> Exercise:
    return Exercise(name, Position.CHAIR, Unit.REPS, False, Ramp(1, 1, 1), 1, 1, (), 1.0, SHOWN, {}, title=name)
