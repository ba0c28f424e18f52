"""A page of a language read from right to left: it is laid out as any other, then begins at the right."""

from __future__ import annotations

from dataclasses import replace

from game.print.sheet import Mark, Shape, Sheet, TextLine, moved
from game.print.typeset import Type


def in_reading_order(sheet: Sheet, type_: Type, is_rtl: bool) -> Sheet:
    """The sheet as it is, or each of its marks as far from the right as it was from the left: words are moved and not
    turned, and neither are pictures, in which a left foot is a left foot."""
    if not is_rtl:
        return sheet
    return replace(sheet, marks=tuple(_mirrored(mark, sheet.width, type_) for mark in sheet.marks), is_rtl=True)


def _mirrored(mark: Mark, width: float, type_: Type) -> Mark:
    match mark:
        case TextLine():
            wide = type_.width(mark.text, mark.size, mark.weight)
            return replace(mark, x=width - mark.x - wide, width=wide)
        case Shape():
            a, b, c, d, e, f = mark.turned
            return replace(mark, turned=(-a, b, -c, d, width - e, f))
    return moved(mark, width - 2 * mark.x - mark.w, 0)
