"""Colours without colour, for a printer that has only black: as light as the eye takes them for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.print.sheet import Mark, Picture, Shape, Sheet, TextLine, Window

WEIGHTS = (0.299, 0.587, 0.114)  # of red, green and blue in brightness (ITU-R BT.601)


def grey(colour: str, share: float = 1.0) -> str:
    """A colour (#RRGGBB) on its way to the grey of the same brightness; `share` 1 is all the way.

    >>> grey("#FF0000"), grey("#FF0000", 0.5)
    ('#4C4C4C', '#A52626')
    """
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    light = sum(weight * part for weight, part in zip(WEIGHTS, parts, strict=True))
    return "#" + "".join(f"{int(part + (light - part) * share):02X}" for part in parts)


def greyed(marks: Iterable[Mark], share: float = 1.0) -> tuple[Mark, ...]:
    """The same marks in greys. ValueError for a raster picture in a format that is not read here."""
    return tuple(_greyed(mark, share) for mark in marks)


def grey_sheet(sheet: Sheet) -> Sheet:
    """A page without any colour."""
    return replace(sheet, marks=greyed(sheet.marks))


def _greyed(mark: Mark, share: float) -> Mark:
    match mark:
        case TextLine():
            return replace(mark, colour=grey(mark.colour, share))
        case Shape():
            fill = grey(mark.fill, share) if mark.fill else None
            return replace(mark, fill=fill, stroke=grey(mark.stroke, share) if mark.stroke else None)
        case Window():
            return replace(mark, marks=greyed(mark.marks, share))
        case Picture():
            raise ValueError("a raster picture is not made grey here")
