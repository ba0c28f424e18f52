"""The shipped type, to print with."""

from __future__ import annotations

from game.data.files.resources import resource
from game.print.sheet import BOLD, REGULAR
from game.print.truetype import TrueType
from game.print.typeset import Type


def type_on_paper() -> Type:
    """Both weights a page is set in. OSError or ValueError where they are gone or damaged."""
    fonts = resource("assets") / "fonts"
    return Type({weight: TrueType((fonts / f"Nunito-{weight}.ttf").read_bytes()) for weight in (REGULAR, BOLD)})
