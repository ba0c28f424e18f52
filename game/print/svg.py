"""Sheets as SVG: the same marks for a browser, or for a picture on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from game.print.sheet import Mark, Picture, Shape, Sheet, TextLine, Window, box_outline


def svg(sheet: Sheet, family: str, label: str = "") -> str:
    """A drawing to be put into a page, its words in the font `family`; `label` says what it shows to who cannot see
    it. ValueError for a raster picture: none is drawn here yet."""
    said = f' role="img" aria-label="{escape(label)}"' if label else ""
    size = f'viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}"'
    body = "".join(_mark(mark, family, sheet.is_rtl) for mark in sheet.marks)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}{said}>{body}</svg>'


def direction(is_rtl: bool) -> str:
    """The attribute of a page whose language is read from right to left; nothing else."""
    return ' dir="rtl"' if is_rtl else ""


def outlines(marks: Iterable[Mark]) -> str:
    """The shapes alone, as SVG elements: whoever shows them writes the words."""
    return "".join(_shape(mark) for mark in marks if isinstance(mark, Shape))


def _mark(mark: Mark, family: str, is_rtl: bool) -> str:
    match mark:
        case TextLine():
            anchor = "" if mark.width else ' text-anchor="end"'  # its end is the left one
            side = f' direction="rtl"{anchor}' if is_rtl else ""
            return (
                f'<text{side} x="{_n(mark.x + mark.width)}" y="{_n(mark.y)}" font-family="{escape(family)}" '
                f'font-size="{_n(mark.size)}" '
                f'font-weight="{WEIGHTS[mark.weight]}" fill="{mark.colour}">{escape(mark.text)}</text>'
            )
        case Shape():
            return _shape(mark)
        case Picture():
            raise ValueError("a raster picture stands in no drawing of outlines")
        case Window():
            return _window(mark, family, is_rtl)


def _window(window: Window, family: str, is_rtl: bool) -> str:
    """Its marks cut at its edge. The edge is named after where it lies: two of one name are the same."""
    place = (window.x, window.y, window.w, window.h, window.radius)
    name = "w" + "-".join(_n(value) for value in place).replace(".", "_")
    said = f' role="img" aria-label="{escape(window.said)}"' if window.said else ""
    inside = "".join(_mark(mark, family, is_rtl) for mark in window.marks)
    edge = f'<clipPath id="{name}"><path d="{box_outline(*place)}"/></clipPath>'
    return f'{edge}<g clip-path="url(#{name})"{said}>{inside}</g>'


WEIGHTS = {"SemiBold": 600, "ExtraBold": 800, "Black": 900}


def _shape(shape: Shape) -> str:
    said = [f'd="{shape.outline}"', f'fill="{shape.fill or "none"}"']
    if shape.stroke:
        said.append(f'stroke="{shape.stroke}" stroke-width="{_n(shape.width)}"')
        if shape.is_round:
            said.append('stroke-linecap="round" stroke-linejoin="round"')
        if shape.dash:
            said.append(f'stroke-dasharray="{" ".join(_n(value) for value in shape.dash)}"')
    if shape.is_even_odd:
        said.append('fill-rule="evenodd"')
    if shape.opacity < 1:
        said.append(f'opacity="{_n(shape.opacity)}"')
    if shape.turned != (1, 0, 0, 1, 0, 0):
        said.append(f'transform="matrix({" ".join(_n(value) for value in shape.turned)})"')
    return f"<path {' '.join(said)}/>"


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
