"""The doctor's page in words: the report's figures as blocks, none of them counted here.

What does not fit is never cut silently: how much more there is stands beside it, and the table (CSV) has all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from game.core.content import Catalogue, Foot, Slot, Unit
from game.core.days import days_between, monday, plus
from game.core.events import Effort, Grade
from game.core.reports.doctor_records import DoctorsReport, ExerciseRow, FunctionCurve
from game.core.rules.function_quests import Part
from game.core.rules.ordering import OrderRow, Standing
from game.print.doctor_changes import change_lines
from game.print.doctor_lines import order_line, pain_lines, pause_lines, period, sign_lines, year_date
from game.print.document import (
    AnswerLines,
    Blank,
    Block,
    Bullets,
    Cell,
    CurveCard,
    CurveLine,
    Curves,
    Document,
    Figures,
    Heading,
    Masthead,
    Run,
    RunningText,
    ShareBar,
    Split,
    Tabular,
    TabularColumn,
    TickBox,
    TickRow,
    WeekBar,
    WeekBars,
    runs,
)
from game.print.order_form import amount_text, head_fields, row_fields, row_heads
from game.print.page_parts import EVERYTHING, PageParts
from game.print.wording import Wording, bare_dose, clock, exercise_name, short_date, table_dose

MOST_BARS = 16  # bars of the weeks; a longer time has several weeks in one
SIGNED = 70.0  # millimetres to sign on
BLANK = "\ue000"  # stands in a sentence where something is written by hand
MOST_TICKED = 40  # exercises in one box, which no page divides


def doctors_page(
    report: DoctorsReport,
    catalogue: Catalogue,
    words: Wording,
    language: str,
    shown: PageParts = EVERYTHING,
    can_write: Callable[[str], bool] = lambda text: True,
) -> Document:
    """The page. `can_write` says whether the type that will set it has the letters of a family's own words; what it
    cannot write is said in other words, and stands on the page for a browser."""
    return _Page(report, catalogue, words, language, shown, can_write).document()


class _Page:
    def __init__(
        self, report: DoctorsReport, catalogue: Catalogue, words: Wording, language: str, shown: PageParts,
        can_write: Callable[[str], bool],
    ) -> None:  # fmt: skip
        self.report, self.catalogue, self.words, self.language = report, catalogue, words, language
        self.shown, self.can_write = shown, can_write

    def document(self) -> Document:
        words, report = self.words, self.report
        title, time = words("doctor_paper_title"), period(words, report)
        return Document(
            title=title,
            language=self.language,
            blocks=tuple(self._blocks(title)),
            foot=words("doctor_paper_foot", date=year_date(words, report.today), scale=words("pain_scale")),
            running=f"{title} \u00b7 {time}",
            is_rtl=words.locale.is_rtl,
        )

    def _blocks(self, title: str) -> Iterator[Block]:
        words, report = self.words, self.report
        yield Masthead(title, tuple(self._about()), (words("doctor_paper_name"), words("doctor_paper_born")))
        yield RunningText(runs(words("doctor_paper_told") + " ", Run(words("doctor_paper_no_measure"), True)))
        yield Figures(tuple(self._figures()))
        if report.later_days:
            said = words("doctor_family_days", n=report.family_days, late=words.amount("days", report.later_days))
            yield RunningText(runs(Run(said, True)))
        yield from self._question()
        yield Split(tuple(self._weeks()), tuple(self._pain()), rest=tuple(self._signs()))
        yield from self._to_tick()  # before what may be long: it is filled in on the first page
        yield Heading(words("doctor_head_exercises"))
        if self.report.exercises:
            yield self._exercises()
            if self.shown.feet and any(row.is_apart for row in self.report.exercises):
                yield RunningText(runs(words("doctor_apart_note")), is_small=True)
            if waiting := sum(row.waiting for row in self.report.exercises):
                yield RunningText(runs(words("doctor_untold_note", n=waiting)), is_small=True)
            if unsaid := sum(row.untold - row.waiting for row in self.report.exercises):
                yield RunningText(runs(words("doctor_unsaid_note", n=unsaid)), is_small=True)
            if any(row.later for row in self.report.exercises):
                yield RunningText(runs(words("doctor_later_note", n=self.report.later_words)), is_small=True)
        else:
            yield RunningText(runs(words("doctor_no_exercise")))
        if ordered := order_line(words, self.catalogue, self.report):
            yield Heading(words("doctor_head_ordered"))
            yield RunningText(runs(ordered if self.can_write(ordered) else words("doctor_unwritable_order")))
        if self.shown.feet and self.report.curves:
            yield Heading(words("doctor_head_function"))
            yield Curves(tuple(self._curves()))
        yield Heading(words("doctor_head_changes"))
        yield from self._changes()

    # -------------------------------------------------------------------------------------- the head
    def _about(self) -> Iterator[str]:
        words, report = self.words, self.report
        programme = words(f"programme_{report.programme}") if report.programme else words("doctor_no_programme")
        yield f"{period(words, report)} \u00b7 {programme}, {words('doctor_week', n=report.week)}"
        name = report.nickname if self.can_write(report.nickname) else words("doctor_unwritable_name")
        age = words("age_" + report.age.value.replace("-", "_").rstrip("+"))
        yield f"{name}, {age}" if self.shown.nickname else age

    def _figures(self) -> Iterator[tuple[str, str]]:
        words, report = self.words, self.report
        key = "doctor_figure_strong" if report.is_strong else "doctor_figure_sessions"
        share = words(key, percent=report.percent) if report.percent is not None else words("doctor_figure_none")
        yield words("doctor_figure_of", done=report.done, planned=report.planned), share
        days = words("doctor_figure_days")
        if report.paused_days:
            days = words("doctor_figure_days_paused", n=report.paused_days)
        if report.later_days:
            days = words("doctor_figure_days_later", days=days, n=report.later_days)
        yield words("doctor_figure_of", done=report.practice_days, planned=report.days), days
        yield (
            words("doctor_figure_minutes", time=clock(report.budget_s)),
            words("doctor_figure_length", before=clock(report.budget_before_s)),
        )
        if not self.shown.pain:
            yield "\u2013", words("doctor_figure_pain_left_out")
            return
        worst = report.worst
        told = words("doctor_figure_unsaid") if worst is None else words("doctor_figure_worst", score=worst)
        yield (
            words("doctor_figure_ouches", n=len(report.hurts)),
            told if report.hurts else words("doctor_figure_no_pain"),
        )

    # -------------------------------------------------------------------------------------- weeks and pain
    def _weeks(self) -> Iterator[Block]:
        words, report = self.words, self.report
        weeks = list(report.weeks)
        while weeks and not (weeks[-1].planned or weeks[-1].paused_days):
            weeks.pop()  # the running week, of which nothing is over yet
        together = max(1, -(-len(weeks) // MOST_BARS))
        yield Heading(words("doctor_head_weeks", n=together))
        paused = self._paused()
        groups = [weeks[n : n + together] for n in range(0, len(weeks), together)]
        bars = tuple(
            WeekBar(
                short_date(words, max(report.first, rows[0].monday)),
                sum(row.planned for row in rows),
                sum(row.done for row in rows),
                sum(paused.get(row.monday, 0) for row in rows),
            )
            for rows in groups
        )
        said = "; ".join(
            words("doctor_week_said", date=bar.label, done=bar.done, planned=bar.planned, paused=bar.paused)
            for bar in bars
        )
        if bars:
            yield WeekBars(bars, said)
            yield RunningText(runs(words("doctor_weeks_legend")), is_small=True)
        else:
            yield RunningText(runs(words("doctor_no_week")))
        if report.strong_from and not report.is_strong:
            strong = words("doctor_weeks_strong", date=short_date(words, report.strong_from))
            yield RunningText(runs(strong), is_small=True)
        if pauses := pause_lines(words, report):
            yield RunningText(runs("; ".join(pauses)), is_small=True)

    def _paused(self) -> dict[date, int]:
        """By week, the sessions that would have been meant on days that could not be played."""
        out: dict[date, int] = {}
        for row in self.report.day_rows:
            if any(span.first <= row.day <= span.last for span in self.report.paused):
                out[monday(row.day)] = out.get(monday(row.day), 0) + len(Slot) - len(row.not_meant)
        return out

    def _pain(self) -> Iterator[Block]:
        words = self.words
        yield Heading(words("doctor_head_pain"))
        if self.shown.pain:
            yield Bullets(pain_lines(words, self.catalogue, self.report))
        else:
            yield RunningText(runs(words("doctor_pain_left_out")))

    def _signs(self) -> Iterator[Block]:
        yield Heading(self.words("doctor_head_signs"))
        yield from (RunningText(line, is_small=True) for line in sign_lines(self.words, self.report))

    # -------------------------------------------------------------------------------------- exercises
    def _exercises(self) -> Tabular:
        words, days = self.words, self.report
        most = max(row.planned for row in days.exercises)
        columns = [
            TabularColumn(words("doctor_col_exercise"), 107), TabularColumn(words("doctor_col_position"), 56),
            TabularColumn(words("doctor_col_dose"), 80), TabularColumn(words("doctor_col_bar"), 44),
            TabularColumn(words("doctor_col_times"), 54, True), TabularColumn(words("doctor_col_well"), 26, True),
            TabularColumn(words("doctor_col_helped"), 27, True), TabularColumn(words("doctor_col_partly"), 31, True),
            TabularColumn(words("doctor_col_effort"), 53, True),
        ]  # fmt: skip
        if self.shown.feet:
            columns.append(TabularColumn(words("doctor_col_feet"), 50, True))
        return Tabular(tuple(columns), tuple(tuple(self._row(row, most)) for row in days.exercises))

    def _row(self, row: ExerciseRow, most: int) -> Iterator[Cell]:
        words = self.words
        yield Run(self._name(row), True)
        yield words(f"position_{row.position.value}")
        yield self._dose(row)
        yield ShareBar(row.planned, row.done, most)
        yield words("doctor_figure_of", done=row.done, planned=row.planned)
        yield from (str(row.grades[grade]) for grade in (Grade.WELL, Grade.HELPED, Grade.PARTLY))
        yield " / ".join(str(row.efforts[effort]) for effort in (Effort.EASY, Effort.RIGHT, Effort.HARD))
        if self.shown.feet:
            apart = " *" if row.is_apart else ""
            is_of_both = row.per_foot and not (row.now and row.now.foot)
            unit = "\u00a0s" if row.unit is Unit.SECONDS else ""
            yield f"{row.left} / {row.right}{unit}{apart}" if is_of_both else "\u2013"

    def _name(self, row: ExerciseRow) -> str:
        words = self.words
        name = exercise_name(words, self.catalogue, row.exercise)
        name = name if self.can_write(name) else row.exercise
        marks = [
            words(key)
            for key, is_so in (
                ("doctor_mark_rests", row.is_resting and not row.again_on),
                ("doctor_mark_left_out", row.is_left_out),
                ("doctor_mark_not_in_play", not row.is_in_play and not row.is_left_out),
            )
            if is_so
        ]
        if row.again_on:
            marks.insert(0, words("doctor_mark_again", date=short_date(words, row.again_on)))
        if row.waiting:
            marks.append(words("doctor_mark_untold", n=row.waiting))
        if unsaid := row.untold - row.waiting:
            marks.append(words("doctor_mark_unsaid", n=unsaid))
        if row.later:
            marks.append(words("doctor_mark_later", n=row.later))
        return f"{name} ({self.words.locale.in_row(marks)})" if marks else name

    def _dose(self, row: ExerciseRow) -> str:
        """From which dose to which, with the unit once; one that did not change stands once, and of what comes again
        after pain only what it comes again with."""
        if row.now is None:
            return "\u2013"
        dose = row.again or row.now
        now = table_dose(self.words, self.catalogue.exercises[row.exercise], dose)
        each = " " + self.words(f"doctor_{dose.foot}_foot" if dose.foot else "doctor_a_foot") if row.per_foot else ""
        if row.again_on and row.again:
            return self.words("doctor_tick_from", date=short_date(self.words, row.again_on), amount=now) + each
        if row.before is None or row.before == row.now:
            return now + each
        return self.words("doctor_dose_changed", before=bare_dose(self.words, row.before), now=now) + each

    # -------------------------------------------------------------------------------------- feet
    def _curves(self) -> Iterator[CurveCard]:
        words = self.words
        for part in Part:
            rows = [curve for curve in self.report.curves if curve.part is part]
            if not rows:
                continue
            days = sorted({point.on for curve in rows for point in curve.points})
            title = words(f"function_{part.name.lower()}")
            if part is not Part.BRICKS:  # they have their unit in their name
                title += ", " + words(f"function_{part.name.lower()}_unit")
            lines = tuple(
                CurveLine(
                    self._foot(curve), tuple((days_between(days[0], point.on), point.value) for point in curve.points)
                )
                for curve in rows
            )
            said = "; ".join(
                f"{short_date(words, point.on)} {self._foot(curve)} {point.value}".replace("  ", " ")
                for curve in rows
                for point in curve.points
            )
            yield CurveCard(title, lines, short_date(words, days[0]), short_date(words, days[-1]), f"{title}: {said}")

    def _foot(self, curve: FunctionCurve) -> str:
        short = {Foot.LEFT: "function_left_short", Foot.RIGHT: "function_right_short"}
        return self.words(short[curve.foot]) if curve.foot else ""

    # -------------------------------------------------------------------------------------- changes, question, box
    def _changes(self) -> Iterator[Block]:
        yield Bullets(change_lines(self.words, self.catalogue, self.report))

    def _question(self) -> Iterator[Block]:
        words, question = self.words, self.report.question
        yield Heading(words("doctor_head_questions"))
        if not self.shown.question:
            yield RunningText(runs(words("doctor_question_left_out")))
        elif question:
            yield RunningText(runs(question if self.can_write(question) else words("doctor_unwritable_question")))
        yield AnswerLines(1)

    def _to_tick(self) -> Iterator[TickBox]:
        words, rows = self.words, self.report.may_order
        note = words("doctor_tick_note", plan=words("area_plan"), order=words("plan_order"))
        signed, _, after = words("print_order_signed", blank=BLANK).partition(BLANK)
        end = tuple(piece for piece in (signed.strip(), Blank(SIGNED), after.strip()) if piece)
        for first in range(0, max(1, len(rows)), MOST_TICKED):
            shown = tuple(self._to_order(row) for row in rows[first : first + MOST_TICKED])
            is_last = first + MOST_TICKED >= len(rows)
            yield TickBox(
                words("doctor_tick_title"), () if first else head_fields(words), words("print_order_exercise"),
                row_heads(words), shown, note if is_last else "", end if is_last else (),
            )  # fmt: skip

    def _to_order(self, row: OrderRow) -> TickRow:
        """One exercise with the values that the game's page would show beside it now."""
        words, exercise = self.words, self.catalogue.exercises[row.exercise]
        name = exercise_name(words, self.catalogue, row.exercise)
        said = runs(Run(name if self.can_write(name) else row.exercise, True))
        if row.plays is False:
            key = "print_order_off_from" if row.is_off_tomorrow else "print_order_now_off"
            said += runs(" " + words(key, date=self._tomorrow()))
        elif row.comes_again:
            said += runs(f" ({words('doctor_mark_again', date=short_date(words, row.comes_again))})")
        elif row.standing is Standing.RESTS:
            said += runs(f" ({words('doctor_mark_rests')})")
        is_now = row.dose is not None and not row.is_on_its_way
        key = "doctor_tick_now" if is_now else "doctor_tick_ordered" if row.order else "print_order_game"
        start = words(key, amount=amount_text(words, exercise, row.start))
        if row.comes_again:
            start = words(
                "doctor_tick_from", date=short_date(words, row.comes_again),
                amount=amount_text(words, exercise, row.start),
            )  # fmt: skip
        if row.plays is not False and (then := self.report.tomorrow.get(row.exercise)):
            start = words("doctor_tick_from", date=self._tomorrow(), amount=amount_text(words, exercise, then.amount))
        most = amount_text(words, exercise, row.cap) if row.cap < row.game.ramp.cap else ""
        return TickRow(said, row_fields(words, exercise, row.game, start, most))

    def _tomorrow(self) -> str:
        """The day from which what was told today counts."""
        return short_date(self.words, plus(self.report.last, 1))
