"""What a level file says, field by field, as its form has read it: every language still beside the others.

The forms in `game.data.levels.forms` make these, `game.data.levels.crosschecks` looks whether their fields fit each
other, and `game.data.levels.levels` makes of them what is played.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from game.core.numbers import AgeRule
from game.frozen import dataclass

Said = str | Mapping[str, str]  # a text in the family's language, or one for each language


class Named(Protocol):
    """A file that has an id."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class WrittenDose:
    """The numbers are in the exercise's unit, of one set."""

    start: int
    step: int
    cap: int
    reason: Said
    source: Said


@dataclass(frozen=True, slots=True)
class WrittenLens:
    """`clip` as rig/clip; `zoom` in pixels a unit of the drawing, (x, y) in its units."""

    clip: str
    zoom: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class WrittenDemonstration:
    """Clips as rig/clip."""

    host: str
    right: str
    mistake: str | None
    lens: WrittenLens | None
    place: str
    close_up: bool
    sole: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """What is said and read; "" where the file says nothing. `things` by the id of what is to be fetched."""

    right: Said = ""
    cheat: Said = ""
    how: Said = ""
    mistake: Said = ""
    helper: Said = ""
    story: Said = ""
    go: Said = ""
    cues: tuple[Said, ...] = ()
    things: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenExercise:
    """`position` and `unit` are values of their enumerations; `words` is None where the file has no such field."""

    id: str
    title: Said
    what: Said
    position: str
    unit: str
    per_foot: bool
    dose: WrittenDose
    seconds_per_unit: int
    tempo: float
    first_week: int
    equipment: tuple[str, ...]
    swaps: Mapping[str, str]
    never_with: tuple[str, ...]
    ordered_only: bool
    beside: bool
    note: Said
    words: WrittenWords | None
    demonstration: WrittenDemonstration


@dataclass(frozen=True, slots=True)
class WrittenProgramme:
    """The lists hold ids of exercises."""

    id: str
    title: Said
    what: Said
    exercises: tuple[str, ...]
    on_order: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """One number of the rules, in the unit of its bounds."""

    value: int
    reason: Said
    source: Said


@dataclass(frozen=True, slots=True)
class WrittenAge:
    """The budgets of one age band."""

    rule: AgeRule
    reason: Said
    source: Said

    @classmethod
    def of(cls, reason: Said, source: Said, **budgets: int) -> WrittenAge:
        return cls(AgeRule(**budgets), reason, source)


@dataclass(frozen=True, slots=True)
class WrittenRules:
    """`ages` by the band, `numbers` by the field of `Rules`."""

    ages: Mapping[str, WrittenAge]
    numbers: Mapping[str, WrittenNumber]

    @classmethod
    def of(cls, ages: Mapping[str, WrittenAge], **numbers: WrittenNumber) -> WrittenRules:
        return cls(ages, numbers)
