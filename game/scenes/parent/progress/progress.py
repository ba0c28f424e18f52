"""Are we doing it? What waits for the parent first; planned and done, habit, run, days, minutes, and one next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from game.core.content import Catalogue
from game.core.days import monday, plus
from game.core.events import Fact, Retracted
from game.core.history.history import Child
from game.core.reports.needs import NeedKind
from game.core.reports.period import PeriodReport, days_of, period_report
from game.core.reports.progress import (
    PlayState,
    ProgressReport,
    WeekRow,
    exercises_shown,
    first_week,
    progress,
)
from game.core.reports.where_hurt import with_foot
from game.core.rules.function_quests import Due, due, take_back
from game.core.rules.parent_actions import hold, release
from game.core.rules.rewards import RefusedByRules
from game.core.session.path_stations import played_on
from game.scenes import routes
from game.scenes.parent import remarks
from game.scenes.parent.area import RIGHT, rests_after_pain
from game.scenes.parent.let_grow import let_grow
from game.scenes.parent.printed.doctor_prints import print_for_doctor
from game.scenes.parent.progress import chart_picture, function_cards, paused, progress_cards, progress_first
from game.scenes.parent.progress.chart_picture import MakesFiles
from game.scenes.parent.progress.needs_board import NeedsBoard
from game.scenes.parent.progress.progress_cards import (
    DAYS,
    GRID,
    PERIOD,
    SAVE_DAYS,
    SAVE_MINUTES,
    list_box,
)
from game.scenes.parent.progress.progress_sheets import ProgressSheets
from game.scenes.parent.progress.saves_charts import SavesCharts
from game.scenes.parent.progress.tabs import tabs
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.printout import PrintsOut
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

ParentAction = Callable[[Catalogue, Child, date], tuple[Fact, ...]]


class ProgressPage(SavesCharts, PrintsOut, ProgressSheets):
    """`tab` is needs, days, exercises, feet or journey, "" for what waits or else the days; `back` counts sheets turned
    back, of weeks or of exercises. The figures are of the period the context knows."""

    name = "progress"
    place = "progress"

    def __init__(self, ctx: Context, child: str | None = None, tab: str = "") -> None:
        super().__init__(ctx, child)
        self.tab, self.back = tab, 0
        self.looks_past_rest = False  # the charts were asked for although the programme rests
        self.taken: tuple[str, ...] = ()  # ids of what took the latest numbers of the feet back, to be undone
        self.report: ProgressReport | None = None
        self.board = NeedsBoard(ctx, self.child_id)
        self._fold()
        if tab == "exercises":
            self.back = self.sheets() - 1  # its first sheet

    def _fold(self) -> None:
        """The figures as they stand now."""
        child = self.child
        rest = self.ctx.settings.rest_seconds
        today = self.ctx.today
        since = plus(
            monday(today), -7 * (progress_first.WEEKS - 1)
        )  # earlier weeks are looked up when somebody turns to them
        self.report = progress(self.ctx.catalogue, child, today, rest, since) if child and child.programme else None
        self.figures_of: PeriodReport | None = None
        if self.report and child:
            first, last = days_of(self.ctx.catalogue, child, self.ctx.period, today)
            self.figures_of = period_report(self.ctx.catalogue, child, first, last, today, rest)
        self.begun = first_week(self.ctx.catalogue, child, today) if self.report and child else today
        self.is_resting = child is not None and rests_after_pain(self.ctx, child)
        self.feet: Due | None = due(self.ctx.catalogue, child, self.ctx.today) if self.report and child else None
        self.exercises_shown = exercises_shown(self.ctx.catalogue, child, self.ctx.today) if child else ()
        self.forget_figures()
        self.board.fold()
        if not self.board.all and self.tab == "needs" or not self.tab:
            self.tab = "needs" if self.board.all else "days"
        if self.figures_of:  # another period may have fewer sheets
            self.back = max(0, min(self.back, self.sheets() - 1))

    def unlocked(self) -> Scene:
        self._fold()
        return super().unlocked()

    @property
    def tells_tries(self) -> bool:
        return any(need.kind is NeedKind.TRIES for need in self.board.all)

    # ---------------------------------------------------------------- which of its pages
    @property
    def shows(self) -> str:
        """empty, rests or charts."""
        if self.is_resting and not self.looks_past_rest:
            return "rests"
        return "charts" if self.report and self.report.active_days else "empty"

    def subtitle(self) -> str:
        words, report = self.ctx.texts, self.report
        if self.leads:
            return words("progress_needs", n=len(self.board.all))
        if report is None:
            return ""
        if report.state is PlayState.LOCKED:
            until = report.locked_until
            return words("children_locked", date=until) if until else words("children_locked_word")
        if report.state is PlayState.PAUSED and report.paused_until:
            return words("progress_paused_until", date=report.paused_until)
        if report.state is PlayState.PAUSED and report.paused_since:
            return words("progress_paused_since", date=report.paused_since)
        if not report.active_days:
            return words("progress_first_day")
        return words("progress_strong" if report.state is PlayState.GRADUATED else "progress_week", n=report.week)

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words, head = self.ctx.texts, (*self._head(), *remarks.widgets(self.ctx))
        cards = self.board.widgets() if self.leads else ()
        if self.shows == "rests":
            return (*paused.widgets(words), *head)
        if self.shows == "empty" or self.report is None:
            to = ("help", "help_tips", "shield") if self.child else ("children", "area_children", "people")
            at = Box(640, 610 if cards else 510, 260, 56)
            return (*cards, button(f"to-{to[0]}", at, words(to[1]), "primary", glyph=to[2]), *head)
        row = tabs(self.ctx, self.tab, under_cards=bool(cards))
        if cards:
            return (
                *cards,
                *row,
                *progress_first.step_widgets(words, self.report, *progress_first.STEP),
                *head,
                *self._days_of(self._first_weeks(), progress_first.day_box),  # last: many, where one button goes round
            )
        step = progress_first.step_widgets(words, self.report, *progress_cards.STEP)
        own = {"exercises": self._exercises, "feet": self._feet, "journey": tuple}.get(self.tab, self._days)()
        return (*row, *self._turning(), *self._period(), *step, *own, *head)

    @property
    def leads(self) -> bool:
        """What waits stands on top of this page as cards."""
        return bool(self.board.all) and self.shows != "rests" and (self.tab == "needs" or self.shows == "empty")

    def _head(self) -> tuple[Widget, ...]:
        """Beside the title: the way to what waits, or to the rest of it."""
        right = self.chooser_box().x - 26 if self.child else RIGHT
        return self.board.more(right) if self.leads else self.board.back(right, but=self.shows == "rests")

    def _period(self) -> tuple[Widget, ...]:
        """Which days, and the charts as pictures."""
        words = self.ctx.texts
        save = () if self.tab in ("exercises", "feet") else (button(f"save-{self.tab}", SAVE_DAYS, "", glyph="save"),)
        return (
            button("period", PERIOD, words(f"period_{self.ctx.period.kind.value}_short"), glyph="plan", size=18),
            *save,
            button("save-minutes", SAVE_MINUTES, "", glyph="save"),
        )

    def _turning(self) -> tuple[Widget, ...]:
        many = self.sheets()
        if many < 2:
            return ()
        return (
            button("earlier", Box(318, 276, 46, 44), "", glyph="back", is_enabled=self.back < many - 1),
            button("later", Box(372, 276, 46, 44), "", glyph="next", is_enabled=self.back > 0),
        )

    def _days(self) -> tuple[Widget, ...]:
        return self._days_of(self.weeks(), GRID.cell)

    def _days_of(self, weeks: Sequence[WeekRow], place: Callable[[int, int], Box]) -> tuple[Widget, ...]:
        """The days of a calendar: each leads to what is written down of it; one to come says that it has not come."""
        begun = self.child.added_on if self.child else None  # of no day before it anything may be told
        return tuple(
            Widget(f"day-{day.day.isoformat()}", place(row, day.day.weekday()), Hotspot(14), is_adult=True)
            for row, week in enumerate(weeks)
            for day in week.days
            if not (day.is_before and begun and day.day < begun)
        )

    def _first_weeks(self) -> Sequence[WeekRow]:
        """Those of the small calendar under what waits."""
        return self.report.weeks[-progress_first.SHOWN :] if self.report else ()

    def _exercises(self) -> tuple[Widget, ...]:
        return tuple(
            Widget(f"exercise-{id_}", list_box(i), Hotspot(16), is_adult=True) for i, id_ in enumerate(self.listed())
        )

    def _feet(self) -> tuple[Widget, ...]:
        return (
            function_cards.widgets(self.ctx.texts, self.child, self.feet, self.ctx.today, may_undo=bool(self.taken))
            if self.child and self.feet
            else ()
        )

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        self.message = ""
        if need := self.board.asked(name):
            following = self.board.answer(need, name, self, routes.Progress(self.child_id))
            self._fold()
            self.focused = None
            self.changed()
            return following
        match what:
            case "needs":
                self.tab, self.looks_past_rest = "needs", True
            case "more":
                self.board.turn()
            case "remark":
                title, pieces = remarks.told(self.ctx)
                remarks.read(self.ctx)
                self.changed()
                return routes.Reading(self, title, pieces)
            case "tab":
                self.tab = value
                self.back = self.sheets() - 1 if value == "exercises" else 0
            case "period":
                return routes.ChoosePeriod(self)
            case "save":
                return self.save_picture(self._chart(value))
            case "feet" if value == "begin":
                assert self.child_id
                return routes.FunctionQuest(self.child_id)
            case "feet" if self.child:
                facts = map(Retracted, self.taken) if value == "undo" else take_back(self.child, self.ctx.today)
                told = self.ctx.record(*facts, child=self.child_id)
                self.taken = () if value == "undo" else tuple(event.id for event in told)
                self._fold()
            case "earlier" | "later":
                self.back += 1 if what == "earlier" else -1
            case "why":
                return self._why()
            case "hold":
                self._tell(hold)
            case "release" if self.child:
                self.changed()
                return let_grow(self.ctx, self, self.child, lambda: self._tell(release))
            case "day" if date.fromisoformat(value) > self.ctx.today:
                self.message, self.is_good = self.ctx.texts("record_refused_future"), False
            case "day":
                back = routes.Progress(self.child_id, self.tab)
                return routes.Day(self.child_id, date.fromisoformat(value), back, self.half)
            case "exercise":
                return routes.ExerciseDetails(self.child_id, value)
            case "to":
                return routes.Place(value, self.child_id)
            case "print" if self.child and self.report:
                return self._print(self.child)
            case "look":
                self.looks_past_rest = True
        self.changed()
        return None

    def _print(self, child: Child) -> Next | None:
        """Shows the last four weeks for printing, from a private file that is gone again in two minutes. Where no
        program shows it, it is kept among the family's documents, for another computer."""
        words = self.ctx.texts
        name = file_name(self.ctx, words("file_doctor"), "pdf")  # the page names nobody, so its file does not either
        return self.print_out(name, print_for_doctor(self.ctx, child))

    def was_printed(self, said: str, *, is_good: bool) -> None:
        self.message = said
        self.changed()

    def _chart(self, what: str) -> MakesFiles:
        """The chart as a file."""
        assert self.child and self.figures_of
        if what == "minutes":
            return chart_picture.of_minutes(self.ctx, self.child, self.figures_of)
        if what == "journey":
            return chart_picture.of_journey(self.ctx, self.child, self.journey(), self.chapter_titles())
        return chart_picture.of_days(self.ctx, self.child, self.weeks())

    def _tell(self, word: ParentAction) -> None:
        """A word of `game.core.rules.parent_actions` about the whole load; what is refused changes nothing."""
        assert self.child and self.child_id
        try:
            facts: tuple[Fact, ...] = word(self.ctx.catalogue, self.child, self.ctx.today)
        except RefusedByRules:
            return
        self.ctx.record(*facts, child=self.child_id)
        self._fold()

    def _why(self) -> Next:
        assert self.report and self.child
        words = self.ctx.texts
        reasons = (*self.report.next_steps, *(with_foot(self.child, why) for why in self.report.why))
        pieces = [Paragraph(text) for text in dict.fromkeys(words.reason(r) for r in reasons)]
        return routes.Reading(self, words("progress_why"), (*pieces, Paragraph(words("progress_why_numbers"))))

    def about(self, child: str) -> Next:
        return routes.Progress(child, "" if self.tab == "needs" else self.tab)

    # ---------------------------------------------------------------- painting
    def missing(self, name: str) -> str:
        return self.ctx.texts("why_feet") if name == "feet-begin" else super().missing(name)

    def paint_page(self, paper: Paper) -> None:
        words, report = self.ctx.texts, self.report
        if self.leads:
            self.board.paint(paper)
        if self.shows == "rests" and self.child and report:
            paused.paint(paper, self.ctx, self.child, report, self.message)
        elif self.shows == "empty" or report is None or self.child is None:
            progress_cards.paint_empty(paper, words, self._tip(), is_small=self.leads, waits=self._waits_for_a_word)
        elif self.leads:
            title = words("progress_held" if report.is_held and report.state is PlayState.PLAYING else "progress_next")
            weeks, days = self._first_weeks(), played_on(self.child, self.ctx.today)
            progress_first.paint(paper, words, report, weeks, self.ctx.today, len(days), title, self.message)
        else:
            assert self.figures_of
            progress_cards.paint_figures(paper, self.ctx, report, self.child, self.figures_of)
            progress_cards.paint_minutes(paper, words, self.figures_of, self.ctx.today)
            self._paint_step(paper, report)
            paper.card(DAYS)
            if self.tab == "feet" and self.feet:
                function_cards.paint(paper, words, self.child, self.feet, self.ctx.today)
            elif self.tab == "journey":
                progress_cards.paint_journey(paper, words, self.journey(), self.chapter_titles())
            elif self.tab == "exercises":
                progress_cards.paint_list(paper, self.ctx, [self.figures(id_) for id_ in self.listed()])
            else:
                progress_cards.paint_days(paper, words, self.weeks(), self.figures_of, self.ctx.today)

    def _paint_step(self, paper: Paper, report: ProgressReport) -> None:
        """One next step, or where the picture of a chart was saved."""
        progress_cards.paint_next_step(paper, self.ctx.texts, report, self.message, is_good=self.is_good)

    @property
    def _waits_for_a_word(self) -> bool:
        """Something was played, and nobody said yet how it went."""
        return self.child is not None and any(not a.is_told for a in self.child.attempts.values())

    def _tip(self) -> str:
        """How to begin; where nothing may be played yet, why."""
        report = self.report
        if report and report.why and report.state is not PlayState.PLAYING:
            return "\n".join(self.ctx.texts.reason(r) for r in report.why)
        return self.ctx.texts("progress_empty_tip")

    def moving(self, stage: Stage) -> None:
        if self.shows == "empty":
            y, scale = (668, 0.52) if self.leads else (560, 0.72)
            clip = "greet" if self.age < 4 else "idle"
            mascot.show(self.ctx, stage, clip, 450, y, scale, self.age, quiet=self.quiet)
