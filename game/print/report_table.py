"""The report as a table for spreadsheet programs: every fact of it in a row, with nothing left out.

A byte-order mark says that it is UTF-8, lines end as RFC 4180 has them, and no text is taken for a formula. Fields are
parted by a semicolon where the language writes its decimals with a comma, as its spreadsheet programs expect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from game.core.content import Catalogue, Foot
from game.core.events import Grade
from game.core.reports.doctor_records import DoctorsReport
from game.core.rules.dose import Dose
from game.frozen import dataclass
from game.print.doctor_lines import earlier_sentences, hold_key, hurt_foot, order_parts
from game.print.page_parts import EVERYTHING, PageParts
from game.print.wording import Wording, bare_dose, exercise_name, hurt_name, short_date, sign_text

MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # what a program may carry out
LINE_END = "\r\n"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; its fields are the columns, named by the texts `table_<field>`. Numbers are whole."""

    kind: str
    day: date | None = None
    until: date | None = None
    slot: str = ""
    exercise: str = ""
    done: int | None = None
    planned: int | None = None
    left: int | None = None
    right: int | None = None
    unit: str = ""
    before: str = ""
    after: str = ""
    well: int | None = None
    helped: int | None = None
    partly: int | None = None
    easy: int | None = None
    just_right: int | None = None
    hard: int | None = None
    pain: int | None = None
    words: str = ""
    later: str = ""
    counts_from: date | None = None


def csv(
    report: DoctorsReport, catalogue: Catalogue, words: Wording, delimiter: str = ",", shown: PageParts = EVERYTHING,
    note: str = "",
) -> bytes:  # fmt: skip
    """The table as a file's content. A `note` is a last column: every row says it, whichever are taken out of it."""
    names, more = [field.name for field in fields(TableRow)], [note] if note else []
    lines = [[words(f"table_{name}") for name in names] + ([words("table_note")] if note else [])]
    lines += [[_cell(getattr(row, name)) for name in names] + more for row in rows(report, catalogue, words, shown)]
    text = "".join(delimiter.join(_quoted(cell, delimiter) for cell in line) + LINE_END for line in lines)
    return (MARK + text).encode("utf-8", "replace")


def _cell(value: object) -> str:
    """A value as it stands in a cell; a text that a program might carry out begins with an apostrophe."""
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text.lstrip(" \u00a0").startswith(FORMULA) else text


def _quoted(cell: str, delimiter: str) -> str:
    if any(sign in cell for sign in (delimiter, '"', "\r", "\n")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def rows(
    report: DoctorsReport, catalogue: Catalogue, words: Wording, shown: PageParts = EVERYTHING
) -> Iterator[TableRow]:  # fmt: skip
    """All rows, by kind; the parts that are left out of the report are named."""
    yield from _figures(report, words, shown)
    for part in shown.left_out:
        yield TableRow(words("table_left_out"), words=words(f"doctor_part_{part}"))
    for week in report.weeks:
        said = words("table_week_words", active=week.practice_days, paused=week.paused_days)
        yield TableRow(words("table_week"), week.monday, done=week.done, planned=week.planned, words=said)
    for day in report.day_rows:
        if day.is_future:
            continue
        said = words("progress_legend_paused") if day.is_paused else ""
        later = words("table_is_later") if day.later else ""
        unit = _unit(words, "seconds")
        yield TableRow(words("table_a_day"), day.day, done=day.done_s, planned=day.planned_s, unit=unit, words=said,
                       later=later)  # fmt: skip
    yield from _exercises(report, catalogue, words, shown)
    yield from _plays(report, catalogue, words, shown)
    yield from _later(report, catalogue, words)
    yield from _pains(report, catalogue, words)
    for span in report.paused:
        why = words(f"pause_{span.why.value}") if span.why else words("doctor_paused_locked")
        row = [why, words("table_since", date=str(span.since))] if span.since else [why]
        yield TableRow(words("table_pause"), span.first, span.last, done=span.days, words=words.locale.in_row(row))
    for change in report.changes:
        before, after = _both(words, change.before, change.after, change.budget)
        name = exercise_name(words, catalogue, change.exercise) if change.exercise else ""
        yield TableRow(
            words("table_change"),
            change.said_on,
            exercise=name,
            before=before,
            after=after,
            words=words.reason(change.why),
            counts_from=change.day,
        )
    yield from _ordered(report, catalogue, words)
    for curve in report.curves:
        for point in curve.points:
            left, right = (point.value if curve.foot is foot else None for foot in Foot)
            both = point.value if curve.foot is None else None
            name = words(f"function_{curve.part.name.lower()}")
            yield TableRow(words("table_function"), point.on, exercise=name, done=both, left=left, right=right)
    if report.question:
        yield TableRow(words("doctor_head_questions"), words=report.question)


def _ordered(report: DoctorsReport, catalogue: Catalogue, words: Wording) -> Iterator[TableRow]:
    """The page's head with its hold and visit, then what it says of each exercise."""
    if head := report.order:
        said = [head.said_by]
        said += [words(hold_key(report), date=head.hold_until)] if head.hold_until else []
        said += [words("doctor_ordered_visit", date=head.next_visit)] if head.next_visit else []
        yield TableRow(words("table_order"), head.said_on, words="; ".join(said))
    for order in report.ordered:
        name, parts = exercise_name(words, catalogue, order.exercise), order_parts(words, catalogue, order)
        yield TableRow(
            words("table_order"), order.said_on, exercise=name, words=words.locale.in_row([*parts, order.said_by])
        )


def _figures(report: DoctorsReport, words: Wording, shown: PageParts) -> Iterator[TableRow]:
    head = words("table_figure")
    yield TableRow(head, report.first, report.last, words=report.nickname)
    yield TableRow(head, done=report.done, planned=report.planned, words=words("table_sessions"))
    yield TableRow(head, done=report.practice_days, planned=report.days, words=words("doctor_figure_days"))
    if report.later_days:
        yield TableRow(head, done=report.later_days, words=words("table_later_days"), later=words("table_is_later"))
    yield TableRow(head, done=report.paused_days, words=words("table_paused_days"))
    seconds = _unit(words, "seconds")
    yield TableRow(
        head, before=str(report.budget_before_s), after=str(report.budget_s), unit=seconds, words=words("table_length")
    )
    yield TableRow(head, done=report.done_s, planned=report.planned_s, unit=seconds, words=words("table_time"))
    if shown.pain:
        yield TableRow(head, done=len(report.hurts), pain=report.worst, words=words("table_ouches"))
    if report.signs is not None:
        said = "; ".join(sign_text(words, sign) for sign in report.signs) or words("first_signs_none")
        yield TableRow(words("doctor_head_signs"), report.signs_on, words=said)
    if report.surgery is not None:
        agreed = words("doctor_surgeon_agreed" if report.surgery.has_agreed else "doctor_surgeon_open")
        yield TableRow(words("table_operation"), report.surgery.surgery, report.surgery.surgeon_start, words=agreed)


def _exercises(report: DoctorsReport, catalogue: Catalogue, words: Wording, shown: PageParts) -> Iterator[TableRow]:
    for row in report.exercises:
        before, after = _both(words, row.before, row.now, None)
        grades, efforts = list(row.grades.values()), list(row.efforts.values())
        marks = [
            words(key)
            for key, is_so in (
                ("doctor_mark_rests", row.is_resting and not row.again_on),
                ("doctor_mark_left_out", row.is_left_out),
                ("doctor_mark_not_in_play", not row.is_in_play),
            )
            if is_so
        ]
        if row.again_on:
            marks.insert(0, words("doctor_mark_again", date=short_date(words, row.again_on)))
            after = _both(words, None, row.again, None)[1]
        yield TableRow(
            words("table_exercise"), report.first, report.last, exercise=exercise_name(words, catalogue, row.exercise),
            done=row.done, planned=row.planned, left=row.left if row.per_foot and shown.feet else None,
            right=row.right if row.per_foot and shown.feet else None, unit=_unit(words, row.unit.value),
            before=before, after=after,
            well=grades[0], helped=grades[1], partly=grades[2], easy=efforts[0], just_right=efforts[1], hard=efforts[2],
            words=words.locale.in_row(marks), later=str(row.later) if row.later else "",
        )  # fmt: skip


def _plays(report: DoctorsReport, catalogue: Catalogue, words: Wording, shown: PageParts) -> Iterator[TableRow]:
    for play in report.plays:
        exercise = catalogue.exercises[play.exercise]
        said = [words(f"grade_short_{play.grade.value}") if play.grade else words("table_untold")]
        is_done = play.grade not in (None, Grade.NOT_TODAY)  # else nothing is said of how hard it was
        said += [words(f"effort_short_{play.effort.value}")] if play.effort and is_done else []
        said += [words("table_stopped")] if play.outcome.value == "stopped" and play.is_counted and shown.pain else []
        said += [words("confirm_away")] if play.is_away else []
        later = words("table_is_later") if play.is_word_later or play.is_pain_later else ""
        done = (play.done_left, play.done_right) if play.is_counted and play.is_tried else (None, None)
        left, right = done if exercise.per_foot and shown.feet else (None, None)
        yield TableRow(
            words("table_play"), play.day, slot=words(f"table_{play.slot.value}"),
            exercise=exercise_name(words, catalogue, play.exercise), done=None if exercise.per_foot else done[0],
            planned=play.sets * play.amount, left=left, right=right, unit=_unit(words, exercise.unit.value),
            pain=play.pain, words=words.locale.in_row(said), later=later,
        )  # fmt: skip


def _later(report: DoctorsReport, catalogue: Catalogue, words: Wording) -> Iterator[TableRow]:
    for row in report.later_plays:
        said = words(f"grade_short_{row.grade.value}")
        if row.grade is not Grade.NOT_TODAY:
            said = f"{said}, {words(f'effort_short_{row.effort.value}')}"
        yield TableRow(
            words("table_play"), row.day, row.told, words(f"table_{row.slot.value}"),
            exercise_name(words, catalogue, row.exercise), planned=row.sets * row.amount,
            unit=_unit(words, catalogue.exercises[row.exercise].unit.value), pain=row.pain, words=said,
            later=words("table_is_refused" if row.is_refused else "table_is_later"),
        )  # fmt: skip


def _pains(report: DoctorsReport, catalogue: Catalogue, words: Wording) -> Iterator[TableRow]:
    earlier = [(row.hurt, list(earlier_sentences(words, report, row))) for row in report.earlier_hurts]
    for hurt, more in (*earlier, *((hurt, list[str]()) for hurt in report.hurts)):
        open_ = words("pain_open") if hurt.score is None else ""
        said = " ".join(piece for piece in (open_, hurt_foot(words, hurt), *more) if piece)
        yield TableRow(
            words("table_a_pain"), hurt.day, slot=words(f"table_{hurt.slot.value}") if hurt.slot else "",
            exercise=hurt_name(words, catalogue, hurt.what), pain=hurt.score, words=said,
            later=words("table_is_later") if hurt.is_later else "",
        )  # fmt: skip
    for right in report.put_right:
        yield TableRow(
            words("table_a_pain"), right.day, slot=words(f"table_{right.slot.value}"),
            exercise=exercise_name(words, catalogue, right.exercise), before=str(right.told), after=str(right.now),
            words=words("table_put_right"),
        )  # fmt: skip
    for stop in report.stops:
        said = words("doctor_hurt_foot", foot=words(f"word_{stop.foot.value}")) if stop.foot else ""
        yield TableRow(
            words("table_stop"), stop.day, slot=words(f"table_{stop.slot.value}"),
            exercise=exercise_name(words, catalogue, stop.exercise), done=stop.done, planned=stop.whole,
            unit=_unit(words, catalogue.exercises[stop.exercise].unit.value), words=said,
        )  # fmt: skip


def _unit(words: Wording, unit: str) -> str:
    return words(f"table_unit_{unit}")


def _both(
    words: Wording, before: Dose | None, after: Dose | None, budget: tuple[int, int] | None
) -> tuple[str, str]:  # fmt: skip
    """From and to, as a table has them."""
    if budget:
        return str(budget[0]), str(budget[1])
    return bare_dose(words, before) if before else "", bare_dose(words, after) if after else ""
