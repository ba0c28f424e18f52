"""What a card that asks first says, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable

from game.frozen import dataclass
from game.scenes.routes import Next
from game.ui.theme import INK, INK_2, SEMI_BOLD
from game.ui.typography.lettering import Colour


@dataclass(frozen=True, slots=True)
class Deed:
    """Its name, its words, and what is done; what follows, None where the page below comes again. `kind` is the look of
    its button."""

    name: str
    label: str
    do: Callable[[], Next | None]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class AskLine:
    """A sentence or two of a card, at most `height` high."""

    text: str
    size: int = 21
    ink: Colour = INK
    weight: str = SEMI_BOLD
    height: int = 90

    @classmethod
    def small(cls, text: str) -> AskLine:
        """What is said besides."""
        return cls(text, 19, INK_2, height=54)


@dataclass(frozen=True, slots=True)
class AskCard:
    """A question: `keep`, a name and its words, changes nothing; the deeds follow instead. `glyph` is its sign, "" for
    a glad one."""

    name: str
    title: str
    lines: tuple[AskLine, ...]
    keep: tuple[str, str]
    deeds: tuple[Deed, ...]
    glyph: str = "warn"
