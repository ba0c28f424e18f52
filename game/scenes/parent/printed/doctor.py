"""What do I bring? The page for the doctor as it will be printed, what is on it, and the family's own question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from game.core.days import days_between
from game.core.events import QuestionNoted
from game.core.history.history import Child
from game.core.reports.doctor import last_visit
from game.core.reports.progress import FOUR_WEEKS
from game.core.reports.saved_page import days_new_since, is_new_since, page_saved, saved_at
from game.print.doctor_files import CSV, JSON, DoctorsFiles
from game.print.page_parts import PageParts
from game.print.sheet import A4, Sheet
from game.print.wording import span
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.printed.doctor_prints import file_names
from game.scenes.parent.printed.page_layout import LaidOut, PageLayout
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.context import Context
from game.scenes.screen.field_screen import FieldScreen
from game.ui.paper import Paper
from game.ui.text_field import TextField
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, TEAL, WARN
from game.ui.typography.lettering import Colour
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

SHORTEST_VISIT = 7  # days from a visit until the page begins with it: on the day of an order nothing is to report
PREVIEW, CHOICE = Box(252, 100, 452, 592), Box(720, 100, 532, 248)
QUESTION, SAID = Box(720, 360, 532, 150), Box(720, 600, 532, 92)
QUARTER = 91  # days
LONGEST_QUESTION = 240  # characters: as many as stand in the box, and on the page
PERIOD_GAP = 10
PARTS = ("pain", "feet", "question", "nickname")


class DoctorPage(BackgroundTaskPage, FieldScreen, GrownUpsPage):
    """`period` is visit, weeks, months or all; `parts` what is on the page; `at` the sheet that is seen. The question
    is written down when its line is left."""

    name = "doctor"
    place = "doctor"
    field_name = "question"
    field_box = Box(QUESTION.x + 20, QUESTION.y + 54, QUESTION.w - 40, QUESTION.h - 66)
    letters_title = "doctor_question"
    is_prose = True

    def __init__(self, ctx: Context, child: str | None = None) -> None:
        super().__init__(ctx, child)
        self.parts, self.at = PageParts(), 0
        self.message, self.is_good = "", True
        self._layout, self._is_awaited = PageLayout(ctx), False
        self.visit = self._last_visit()
        self.period = self._likely_period()
        self.field = TextField(self.child.question if self.child else "", LONGEST_QUESTION)
        self._lay_out()

    # ---------------------------------------------------------------- what it shows
    def _last_visit(self) -> date | None:
        return last_visit(self.ctx.catalogue, self.child, self.ctx.today) if self.child else None

    def _lay_out(self) -> None:
        """Anew, as everything stands now."""
        if self.child:
            k = self.ctx.pictures.k
            self._layout.ask(self.child, *self.days(), self.parts, lambda many: round(seen_box(many).w * k))
            self._is_awaited = not self._layout.is_there
            self.changed()

    def _likely_period(self) -> str:
        """Since the last visit, where that was long enough ago to have something to show; else three months."""
        is_told = self.visit is not None and (self.ctx.today - self.visit).days >= SHORTEST_VISIT
        return "visit" if is_told else "months"

    def days(self) -> tuple[date, date]:
        """From when to when."""
        today = self.ctx.today
        match self.period:
            case "visit" if self.visit:
                return self.visit, today
            case "weeks":
                return today - timedelta(days=FOUR_WEEKS), today
            case "all":
                return date.min, today
            case _:
                return today - timedelta(days=QUARTER), today

    @property
    def stands(self) -> bool:
        """Whether the page is laid out."""
        return self.child is not None and self._layout.is_there

    @property
    def laid(self) -> LaidOut:
        """The page as it is laid out, waited for."""
        return self._layout.laid

    @property
    def made(self) -> DoctorsFiles:
        """The report as it stands, waited for."""
        return self.laid.files

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages as they will be printed, waited for."""
        return self.laid.sheets

    @property
    def sheet_at(self) -> int:
        """Which of them is seen."""
        return min(self.at, len(self.sheets) - 1)

    def unlocked(self) -> Scene:
        self.visit = self._last_visit()
        self._lay_out()
        return super().unlocked()

    def update(self, dt: float) -> Next | None:
        if self._is_awaited and self._layout.is_there:
            self._is_awaited = False
            self.changed()
        return super().update(dt)

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        if self.child is None:
            return ()
        words, may = self.ctx.texts, self.stands
        many = len(self.sheets) if may else 0
        deeds = (
            button(
                "save", Box(720, 522, 250, 64), words("doctor_save"), "primary", glyph="print", size=22, is_enabled=may
            ),
            button("table", Box(984, 522, 116, 64), words("doctor_table"), size=20, is_enabled=may),
            button("stick", Box(1114, 522, 138, 64), words("doctor_stick"), glyph="save", size=18, is_enabled=may),
        )
        line = Widget("question", self.field_box, Hotspot(16), is_adult=True)
        turning: tuple[Widget, ...] = ()
        if many > 1:
            turning = (
                button("earlier", Box(PREVIEW.x + 20, 638, 52, 44), "", glyph="back", is_enabled=self.sheet_at > 0),
                button(
                    "later", Box(PREVIEW.right - 72, 638, 52, 44), "", glyph="next",
                    is_enabled=self.sheet_at < many - 1,
                ),
            )  # fmt: skip
        seen = (Widget("sheet", seen_box(many), Hotspot(4), is_adult=True),) if many else ()
        return (*self._periods(), *self._parts(), line, *deeds, *seen, *turning)

    def missing(self, name: str) -> str:
        return self.ctx.texts("doctor_laying_out_why")

    def _periods(self) -> tuple[Widget, ...]:
        """Side by side, each as wide as its words need."""
        names = [name for name in ("visit", "weeks", "months", "all") if name != "visit" or self.visit]
        labels = [self.ctx.texts(f"doctor_period_{name}") for name in names]
        needed = [self.ctx.pictures.text_width(label, 17, EXTRA_BOLD) for label in labels]
        room = CHOICE.w - 44 - PERIOD_GAP * (len(names) - 1)
        more = (room - sum(needed)) / len(names)
        out, x = [], CHOICE.x + 22
        for name, label, width in zip(names, labels, needed, strict=True):
            kind = "on" if name == self.period else "plain"
            out.append(button(f"period-{name}", Box(x, CHOICE.y + 55, width + more, 44), label, kind, size=17))
            x += width + more + PERIOD_GAP
        return tuple(out)

    def _parts(self) -> tuple[Widget, ...]:
        return tuple(
            Widget(
                f"part-{name}", Box(CHOICE.x + 16 + n % 2 * 254, CHOICE.y + 148 + n // 2 * 48, 246, 44), Hotspot(12),
                is_adult=True,
            )
            for n, name in enumerate(PARTS)
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "save" if "save" in names else super().first_focus(names)

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        self._keep_question()
        match what:
            case "period":
                self.period, self.at = value, 0
                self._lay_out()
            case "part":
                self.parts = replace(self.parts, **{value: not getattr(self.parts, value)})
                self._lay_out()
            case "earlier" | "later":
                self.at = self.sheet_at + (1 if what == "later" else -1)
            case "sheet":
                return routes.LargeSheet(self)
            case "question":
                return self.letters() if not self.shows_focus else None
            case "save":
                return self._save(self.made.to_look_at, "doctor_saved_open", opens=True)
            case "table":
                made = self.made
                return self._save(lambda: {CSV: made.csv(), JSON: made.json()}, "doctor_saved")
            case "stick":
                return self._save(self.made.all, "doctor_saved", on_stick=True)
        self.changed()
        return None

    def _save(
        self, make: Callable[[], Mapping[str, bytes]], said: str, *, opens: bool = False, on_stick: bool = False
    ) -> Next | None:  # fmt: skip
        """Saves the files under names that tell whose they are, and shows the first where that was asked for."""
        assert self.child
        named = partial(file_names, self.ctx, self.child, self.parts)

        def done(path: str) -> None:
            self.message, self.is_good = self.ctx.texts(said, file=path), True
            if self.child_id:
                self.ctx.record(page_saved(self.child_id, self.ctx.now()), child=self.child_id)
            if opens:
                try:
                    self.ctx.files.open(path)
                except OSError:
                    self.message = self.ctx.texts("doctor_saved_closed", file=path)
            self.changed()

        def refused(why: str) -> None:
            self.message, self.is_good = why, False
            self.changed()

        return self.begin(self.ctx.files.save_files(lambda: named(make()), on_stick=on_stick), done, refused)

    # ---------------------------------------------------------------- the question
    def was_typed(self) -> None:
        self.message = ""

    def enter(self) -> Next | None:
        self._keep_question()
        self.focused = "save"
        self.changed()
        return None

    def left(self) -> Next | None:
        self._keep_question()
        return super().left()

    def left_for(self, following: Next | None) -> Next | None:
        if not self.is_typing or (following is not None and following is not self):
            self._keep_question()
        return super().left_for(following)

    def returned(self) -> Scene:
        self._keep_question()
        return super().returned()

    def _keep_question(self) -> None:
        """What stands in the line is what the parents ask, as soon as they are done with it."""
        child, text = self.child, self.field.name
        if child is not None and text != child.question:
            self.ctx.record(QuestionNoted(text), child=child.id)
            self._lay_out()

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(PREVIEW)
        if self.child is None:
            paper.paragraph(words("doctor_no_child"), 20, PREVIEW.x + 22, PREVIEW.y + 40, PREVIEW.w - 44)
            return
        self._paint_preview(paper)
        paper.card(CHOICE, words("doctor_from_to"))
        paper.text(self._time(), 18, CHOICE.x + 22, CHOICE.y + 122, align="l", width=CHOICE.w - 44)
        for widget in self.widgets:
            if widget.name.startswith("part-"):
                self._paint_part(paper, widget)
        paper.card(QUESTION, words("doctor_question"))
        self.field.paint_lines(paper, self.field_box, self.is_typing, words("doctor_question_hint"))
        paper.card(SAID, fill="#FBF1DC", lip="#EFE0C0")
        said, colour = (self.message, OK if self.is_good else WARN) if self.message else self._since_saved(self.child)
        paper.paragraph(said, 17, SAID.x + 20, SAID.y + 10, SAID.w - 40, colour, height=74)

    def _since_saved(self, child: Child) -> tuple[str, Colour]:
        """When it was saved and what is new since then; before that, how to go on."""
        words, moment = self.ctx.texts, saved_at(self.ctx.family, child.id)
        if moment is None:
            is_pdf = not self.stands or self.made.can_be_a_pdf
            return words("doctor_hint" if is_pdf else "doctor_hint_browser"), INK
        if n := len(days_new_since(child, moment, self.ctx.today)):
            return words("doctor_since_saved", date=moment.date(), n=n), WARN
        if is_new_since(child, moment):
            return words("doctor_since_told", date=moment.date()), WARN
        return words("doctor_saved_all", date=moment.date()), INK

    def _time(self) -> str:
        """The days of the page in words, as soon as it stands."""
        if not self.stands:
            return self.ctx.texts("doctor_laying_out")
        words, report = self.ctx.texts, self.made.report
        time = words("doctor_period", **{"from": words.date(report.first), "to": words.date(report.last)})
        days = days_between(report.first, report.last)
        is_whole = report.last == report.today and days >= FOUR_WEEKS and days % 7 == 0  # today is not over yet
        return f"{time}, {span(words, days if is_whole else days + 1)}"

    def _paint_part(self, paper: Paper, widget: Widget) -> None:
        name = widget.name.removeprefix("part-")
        is_on = bool(getattr(self.parts, name))
        x, y = widget.box.x + 8, widget.box.centre[1]
        fill, edge = (TEAL.fill, TEAL.fill) if is_on else ("#FFFFFF", "#857A6C")
        body = f'<rect x="1" y="1" width="26" height="26" rx="7" fill="{fill}" stroke="{edge}" stroke-width="2"/>'
        paper.drawn(body, x, y - 14, 28, 28)
        if is_on:
            paper.glyph("tick", x + 14, y, 22, (255, 255, 255), 3)
        paper.text(self.ctx.texts(f"doctor_part_{name}"), 18, x + 40, y, INK, SEMI_BOLD, "l", widget.box.w - 54)

    def _paint_preview(self, paper: Paper) -> None:
        many = len(self.sheets) if self.stands else 0
        box = seen_box(many)
        edge = f'<rect x="{box.x - 1}" y="{box.y - 1}" width="{box.w + 2}" height="{box.h + 2}" fill="#B9AC95"/>'
        paper.shape(edge, box.grown(2), 6, 40, 3)
        if not many:
            paper.panel(box, "#FFFFFF", "#FFFFFF", 0, lip_depth=0, alpha=0)
            paper.text(self.ctx.texts("doctor_laying_out"), 19, *box.centre, INK_2, SEMI_BOLD, width=box.w - 40)
            return
        picture = self.laid.picture(
            self.sheet_at, max(1, paper.pictures.px(box.w)), paper.pictures.drawings
        )  # fmt: skip
        paper.blit(picture, box.x, box.y)
        paper.disc(box.right - 4, box.y + 22, 18, TEAL, lip_depth=3, blur=4, alpha=40)
        paper.glyph("plus", box.right - 4, box.y + 22, 22, (255, 255, 255), 3)
        if many > 1:
            of = self.ctx.texts("doctor_sheet_of", n=self.sheet_at + 1, all=many)
            paper.text(of, 18, PREVIEW.centre[0], 660, INK_2, EXTRA_BOLD)


def seen_box(many: int) -> Box:
    """Where one of so many sheets is seen."""
    high = 514 if many > 1 else 562
    wide = high * A4[0] / A4[1]
    return Box(PREVIEW.x + (PREVIEW.w - wide) / 2, PREVIEW.y + 15, wide, high)
