"""Sheets as one self-contained page for a browser: the same marks as on paper, with the letters they are written in.

Nothing is fetched from anywhere: fonts and drawings stand in the file.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from game.print.sheet import MM, Mark, Sheet, TextLine, Window
from game.print.svg import WEIGHTS, direction, svg
from game.print.truetype import TrueType

FAMILY = "Barefoot"
STYLE = (
    "@page{size:A4;margin:0}@page lying{size:A4 landscape;margin:0}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "body{margin:0;background:#D9D6D0}svg{display:block}"
    "section{background:#FFFFFF;margin:6mm auto;overflow:hidden;break-after:page}"
    "section:last-of-type{break-after:auto}section.lying{page:lying}"
    "@media print{body{background:none}section{margin:0}}"
)


def sheets_html(sheets: Sequence[Sheet], fonts: Mapping[str, TrueType], title: str, language: str = "en") -> str:
    """The document, a section for each sheet. `fonts` by the weight the words name."""
    faces = "".join(_face(weight, fonts[weight], letters) for weight, letters in sorted(_letters(sheets).items()))
    body = "".join(_section(sheet) for sheet in sheets)
    said = f'lang="{escape(language)}"{direction(any(sheet.is_rtl for sheet in sheets))}'
    return (
        f'<!doctype html>\n<html {said}><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{faces}{STYLE}</style></head><body>{body}</body></html>\n"
    )


def _section(sheet: Sheet) -> str:
    wide, high = sheet.width / MM, sheet.height / MM
    lying = ' class="lying"' if wide > high else ""
    drawn = svg(sheet, f"{FAMILY}, sans-serif")
    # A hair less than the page: browsers round up, and a page that is a hair too long is followed by an empty one.
    return f'<section{lying} style="width:{wide:.1f}mm;height:{high - 0.3:.1f}mm">{drawn}</section>'


def _face(weight: str, font: TrueType, letters: Iterable[str]) -> str:
    data = base64.b64encode(font.subset(letters)).decode("ascii")
    return (
        f"@font-face{{font-family:{FAMILY};font-weight:{WEIGHTS[weight]};"
        f"src:url(data:font/ttf;base64,{data})format('truetype')}}"
    )


def _letters(sheets: Iterable[Sheet]) -> dict[str, set[str]]:
    """By weight, the letters that are written."""
    found: dict[str, set[str]] = {}
    for sheet in sheets:
        for line in _lines(sheet.marks):
            found.setdefault(line.weight, set()).update(line.text)
    return found


def _lines(marks: Iterable[Mark]) -> Iterator[TextLine]:
    for mark in marks:
        if isinstance(mark, TextLine):
            yield mark
        elif isinstance(mark, Window):
            yield from _lines(mark.marks)
