"""Everything a family or a therapist prints of a handout, as sheets, as PDF and for a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from game.core.reports.handout import Handout
from game.print.card_pictures import COLOUR, GREY, Models, Photographer
from game.print.cards import CardWords, Printer, card_sheets
from game.print.chart import chart_sheets
from game.print.grey import grey_sheet
from game.print.kit import kit_sheets
from game.print.made_up import marked
from game.print.mirrored import in_reading_order
from game.print.pdf import pdf
from game.print.prescription import prescription_sheets
from game.print.sheet import Sheet
from game.print.sheets_html import sheets_html
from game.print.typeset import Type

CARDS, CHART, PRESCRIPTION, KIT = "cards", "chart", "prescription", "kit"
KINDS = (CARDS, CHART, PRESCRIPTION, KIT)


class HandoutArt(Models, Protocol):
    """Models and the friends' faces; the art library has both."""

    def drawing(self, name: str) -> str: ...


class Handouts:
    """What is printed of one handout. `say` gives a line to say for an exercise, "" where there is none; `swap` colours
    a child's own foot; `is_grey` is for a printer without colours; `note` stands on every page."""

    def __init__(
        self, handout: Handout, words: CardWords, say: Callable[[str], str], art: HandoutArt, type_: Type, *,
        language: str = "en", is_grey: bool = False, swap: Mapping[str, str] | None = None, note: str = "",
    ) -> None:  # fmt: skip
        self.handout, self.language, self.is_grey, self.note = handout, language, is_grey, note
        photographer = Photographer(art, GREY if is_grey else COLOUR, swap)
        self.printer = Printer(words, say, photographer, art, type_)

    def kinds(self) -> tuple[str, ...]:
        """What can be printed: for a child that may not play just now the therapist's sheet alone."""
        return KINDS if self.handout.in_play else (PRESCRIPTION,)

    def sheets(self, kind: str) -> tuple[Sheet, ...]:
        """The pages of one of `KINDS`. ValueError for what cannot be printed."""
        if kind not in self.kinds():
            raise ValueError(f"{kind} cannot be printed just now")
        handout, printer = self.handout, self.printer
        match kind:
            case "cards":
                pages = card_sheets(printer, handout.cards)
            case "chart":
                pages = chart_sheets(printer, handout.chart, handout.friend, planned=handout.planned)
            case "prescription":
                pages = prescription_sheets(printer, handout)
            case _:
                pages = kit_sheets(printer, handout)
        pages = marked(pages, printer.type, self.note)
        pages = tuple(in_reading_order(page, printer.type, printer.words.locale.is_rtl) for page in pages)
        return tuple(map(grey_sheet, pages)) if self.is_grey else pages

    def pdf(self, kind: str) -> bytes:
        """The pages of one of `KINDS` for a printer."""
        return pdf(self.sheets(kind), self.printer.type, self.title(kind), self.language)

    def title(self, kind: str) -> str:
        """The document's title."""
        return self.printer.words(f"print_{kind}")

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Every page that can be printed, as PDF and for a browser: its file's name and what stands in it."""
        for kind in self.kinds():
            yield f"{kind}.pdf", self.pdf(kind)
            yield (
                f"{kind}.html",
                sheets_html(self.sheets(kind), self.printer.type.fonts, self.title(kind), self.language),
            )
