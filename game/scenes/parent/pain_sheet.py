"""The page to take to the doctor while the programme rests after pain: what hurt, what was done, one line to fill in.

It names nobody: the family writes name and birth date by hand. It reports and measures nothing.
"""

from __future__ import annotations

import logging

from game.core.history.history import Child
from game.core.reports.progress import ProgressReport
from game.core.rules.pain_correction import highest_told
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import done, exercise_name, hurt_name
from game.scenes.screen.printout import sheet

LINES = 24  # plays listed, the latest last: one page
log = logging.getLogger(__name__)


def pain_page(ctx: Context, child: Child, report: ProgressReport) -> str:
    """The page as HTML."""
    words = ctx.texts
    hurt = [
        words("paused_when", date=words.date(day, "date_year"), exercise=hurt_name(words, ctx.catalogue, id_), score=n)
        for day, id_, n in report.painful
    ]
    programme = words(f"programme_{child.programme}") if child.programme else ""
    did = words("doctor_sessions", done=report.done_sessions, planned=report.planned_sessions,
                percent=round(100 * report.done_sessions / max(1, report.planned_sessions)))  # fmt: skip
    return sheet(
        words("doctor_title"), words("pain_sheet_name"), f"{programme}. {did}", words("doctor_head_ouch"), hurt,
        words("pain_sheet_plays"), _plays(ctx, child), words("doctor_head_questions"), words("pain_sheet_question"),
        words("doctor_not_measured"), words("doctor_sign"), language=ctx.language,
    )  # fmt: skip


def _plays(ctx: Context, child: Child) -> list[str]:
    """The latest plays: day, exercise, what was done, and pain, with a word that was put right; first how many came
    before them."""
    words = ctx.texts
    row = sorted(child.attempts.values(), key=lambda a: (a.on, a.at))
    out = [words("pain_sheet_before", n=len(row) - LINES)] if len(row) > LINES else []
    for a in row[-LINES:]:
        told, pain = highest_told(child, a.id), ""
        if told is not None:
            pain = "; " + words("pain_told", words=told)
            if told > (a.ouch or 0):
                pain += "; " + words("progress_day_hurt_right", score=a.ouch or 0, told=told)
        name = exercise_name(words, ctx.catalogue, a.exercise)
        out.append(f"{words.date(a.on)}: {name}, {done(words, ctx.catalogue, a)}{pain}")
    return out


def print_pain_page(ctx: Context, child: Child, report: ProgressReport) -> str:
    """Shows the page for printing, from a private file that is gone again in two minutes. Where no program shows it, it
    is kept among the family's documents, for another computer: it names nobody. The line that says which."""
    name, page = f"{ctx.texts('pain_sheet_file')}.html", pain_page(ctx, child, report)
    try:
        ctx.files.show(name, page)
        return ctx.texts("first_signs_shown")
    except OSError as error:
        log.warning("the page for the doctor is not shown: %s", error)
    try:
        return ctx.texts("doctor_saved", file=ctx.files.save_text(name, page))
    except OSError as error:
        log.warning("nor is it saved: %s", error)
        return ctx.texts("first_not_printed")
