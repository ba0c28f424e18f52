"""What level files may name: a value that needs no reader of YAML."""

from __future__ import annotations

from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """The names that level files may use: clips ("rig/clip"), places, ids of spoken lines, and things with a name."""

    clips: frozenset[str]
    places: frozenset[str]
    lines: frozenset[str]
    things: frozenset[str]

    @property
    def to_fetch(self) -> frozenset[str]:
        """The things the voice asks for. Not all its lines that begin so are things: one says that some are needed."""
        return frozenset(thing for thing in self.things if f"things_{thing}" in self.lines)
