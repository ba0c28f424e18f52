"""The doctor's report from the grown-ups' pages: made of the family as it stands, printed or saved."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import PurePath

from game.core.history.history import Child
from game.core.reports.doctor import doctors_report
from game.core.reports.progress import FOUR_WEEKS
from game.print.doctor_files import EVERYTHING, DoctorsFiles
from game.print.doctor_page import PageParts
from game.print.sheet import BOLD, REGULAR
from game.print.truetype import TrueType
from game.print.typeset import Type
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import in_file_name

NAMELESS = PageParts(nickname=False)
log = logging.getLogger(__name__)


def type_of(ctx: Context) -> Type:
    """The game's own type, to print with."""
    return Type({weight: TrueType(ctx.pictures.drawings.font(weight)) for weight in (REGULAR, BOLD)})


def doctors_files(
    ctx: Context, child: Child, first: date, last: date, type_: Type, shown: PageParts = EVERYTHING
) -> DoctorsFiles:  # fmt: skip
    """The report of these days."""
    report = doctors_report(ctx.catalogue, child, first, last, ctx.today, ctx.settings.rest_seconds)
    return DoctorsFiles(report, ctx.catalogue, ctx.texts, type_, language=ctx.language, shown=shown)


def file_names(ctx: Context, child: Child, parts: PageParts, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files under names a family finds again: whose they are, where the page says it too, and of which day."""
    who = in_file_name(child.nickname) if parts.nickname else ""
    name = " ".join(piece for piece in (ctx.texts("doctor_file"), who, str(ctx.today)) if piece)
    return {name + PurePath(file).suffix: content for file, content in files.items()}


def print_for_doctor(ctx: Context, child: Child) -> str:
    """Shows the last four weeks for printing, from a private file that is gone again in two minutes. Where no program
    shows it, it is kept among the family's documents, for another computer: it names nobody. The line that says
    which."""
    first = ctx.today - timedelta(days=FOUR_WEEKS)
    name = f"{ctx.texts('doctor_file')}.pdf"
    page = doctors_files(ctx, child, first, ctx.today, type_of(ctx), NAMELESS).pdf()
    try:
        ctx.files.show(name, page)
        return ctx.texts("first_signs_shown")
    except OSError as error:
        log.warning("the page for the doctor is not shown: %s", error)
    try:
        return ctx.texts("doctor_saved", file=ctx.files.save_file(name, page))
    except OSError as error:
        log.warning("nor is it saved: %s", error)
        return ctx.texts("first_not_printed")
