"""The shipped type, to print with."""

from __future__ import annotations

from collections.abc import Callable

from game.data.files.resources import resource
from game.print.sheet import BOLD, REGULAR
from game.print.truetype import TrueType
from game.print.typeset import Type, no_other


def type_on_paper(other: Callable[[str], TrueType | None] = no_other) -> Type:
    """Both weights a page is set in, and what writes a letter they lack. OSError or ValueError where they are gone or
    damaged."""
    fonts = resource("assets") / "fonts"
    return Type({weight: TrueType((fonts / f"Nunito-{weight}.ttf").read_bytes()) for weight in (REGULAR, BOLD)}, other)
