"""The doctor's report from the grown-ups' pages: made of the family as it stands, printed or saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import PurePath

from game.core.history.history import Child
from game.core.reports.doctor import doctors_report, doctors_report_of
from game.core.reports.doctor_records import DoctorsReport
from game.core.reports.progress import FOUR_WEEKS
from game.core.rules.journey import apart
from game.print.doctor_files import DoctorsFiles
from game.print.page_parts import EVERYTHING, PageParts
from game.print.sheet import BOLD, REGULAR
from game.print.truetype import TrueType
from game.print.typeset import Type
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.printout import made_up
from game.ui.typography.paper_fonts import borrowed

NAMELESS = PageParts(nickname=False)


def type_of(ctx: Context) -> Type:
    """The game's own type, to print with, and this computer's for letters it lacks."""
    return Type({weight: TrueType(ctx.pictures.drawings.font(weight)) for weight in (REGULAR, BOLD)}, borrowed)


def doctors_files(
    ctx: Context, child: Child, first: date, last: date, type_: Type, shown: PageParts = EVERYTHING
) -> DoctorsFiles:  # fmt: skip
    """The report of these days."""
    report = doctors_report(ctx.catalogue, child, first, last, ctx.today, ctx.settings.rest_seconds)
    return files_of(ctx, report, type_, shown)


def files_of(ctx: Context, report: DoctorsReport, type_: Type, shown: PageParts = EVERYTHING) -> DoctorsFiles:
    """A report as files, in the family's language."""
    note = made_up(ctx)
    return DoctorsFiles(report, ctx.catalogue, ctx.texts, type_, language=ctx.language, shown=shown, note=note)


def file_names(ctx: Context, child: Child, parts: PageParts, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files under names a family finds again: whose they are, where the page says it too, and of which day."""
    who, kind = child.nickname if parts.nickname else "", ctx.texts("file_doctor")
    return {
        file_name(ctx, kind, PurePath(file).suffix.removeprefix("."), nickname=who): content
        for file, content in files.items()
    }


def print_for_doctor(ctx: Context, child: Child) -> Callable[[], bytes]:
    """Makes the page of the last four weeks as it stands now, wherever it is called; it names nobody."""
    way, today, rest = apart(ctx.catalogue, child, ctx.today), ctx.today, ctx.settings.rest_seconds

    def make() -> bytes:
        report = doctors_report_of(way, today - timedelta(days=FOUR_WEEKS), today, rest)
        return files_of(ctx, report, type_of(ctx), NAMELESS).pdf()

    return make
