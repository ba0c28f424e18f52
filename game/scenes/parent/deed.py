"""What a button of a question does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.scenes.routes import Next


@dataclass(frozen=True, slots=True)
class Deed:
    """Its name, its words, and what is done; what follows, None where the page below comes again."""

    name: str
    label: str
    do: Callable[[], Next | None]
