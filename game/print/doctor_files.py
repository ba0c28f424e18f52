"""The report as files: a PDF, the same for a browser, a table, and JSON; all four of one value."""

from __future__ import annotations

from dataclasses import replace

from game.core.content import Catalogue
from game.core.reports.doctor_records import DoctorsReport
from game.print.doctor_page import doctors_page
from game.print.html import html
from game.print.layout import sheets
from game.print.made_up import marked
from game.print.page_parts import EVERYTHING, PageParts, as_shown
from game.print.pdf import pdf
from game.print.report_json import as_json
from game.print.report_table import csv
from game.print.sheet import Sheet
from game.print.typeset import Type
from game.print.wording import Wording

PDF, HTML, CSV, JSON = "report.pdf", "report.html", "report.csv", "report.json"


class DoctorsFiles:
    """What can be made of one report; `told` is what the family lets it say, `note` marks each of the files as a
    made-up family's."""

    def __init__(
        self, report: DoctorsReport, catalogue: Catalogue, words: Wording, type_: Type, *, language: str = "en",
        shown: PageParts = EVERYTHING, note: str = "",
    ) -> None:  # fmt: skip
        self.report, self.catalogue, self.words, self.type, self.note = report, catalogue, words, type_, note
        # Of a question that nobody wrote nothing is left out.
        self.shown = shown if report.question else replace(shown, question=True)
        self.language, self.told = language, as_shown(report, self.shown)

    def sheets(self) -> tuple[Sheet, ...]:
        """The pages as they are printed."""
        page = doctors_page(self.told, self.catalogue, self.words, self.language, self.shown, self.type.can_write)
        return marked(sheets(page, self.type), self.type, self.note)

    def pdf(self) -> bytes:
        return pdf(self.sheets(), self.type, self.words("doctor_paper_title"), self.language)

    def html(self) -> bytes:
        """A browser has other fonts at hand, so that it writes whatever a family wrote."""
        page = doctors_page(self.told, self.catalogue, self.words, self.language, self.shown)
        page = replace(page, foot=". ".join(said for said in (self.note, page.foot) if said))
        return html(page, self.type).encode("utf-8", "replace")

    def csv(self) -> bytes:
        parted_by = ";" if self.words.locale.decimal == "," else ","
        return csv(self.told, self.catalogue, self.words, parted_by, self.shown, self.note)

    def json(self) -> bytes:
        return as_json(self.told, self.words, self.shown, is_made_up=bool(self.note))

    @property
    def can_be_a_pdf(self) -> bool:
        """Whether the type has the letters of the family's language; a browser has others at hand."""
        return self.type.can_write(self.words("doctor_paper_title"))

    def to_look_at(self) -> dict[str, bytes]:
        """The page as a file that is opened and printed."""
        return {PDF: self.pdf()} if self.can_be_a_pdf else {HTML: self.html()}

    def all(self) -> dict[str, bytes]:
        """The four files by name."""
        return {PDF: self.pdf(), HTML: self.html(), CSV: self.csv(), JSON: self.json()}
