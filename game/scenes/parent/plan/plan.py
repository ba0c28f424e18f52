"""What comes, and why: eight weeks of minutes and doses, past and to come, and what a parent may change of them.

The days to come are lived while the picture goes on, one with each update: see `game.core.simulate.ahead`.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Slot
from game.core.events import ExerciseAllowed, Fact
from game.core.history.history import Child
from game.core.reports.plan import WEEKS, Plan, PlanWeek, first_week, last_day, plan, source_of, why_cell
from game.core.reports.planned import EVERY_SLOT, plan_on
from game.core.reports.where_hurt import with_foot
from game.core.rules.journey import Journey, journey
from game.core.rules.parent_actions import hold, release
from game.core.rules.state import hold_ordered, will_hold
from game.core.rules.supposing import supposing
from game.core.simulate.ahead import DaysAhead
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.let_grow import let_grow
from game.scenes.parent.plan.plan_board import (
    ROWS,
    Cell,
    bar_box,
    cell_box,
    dose_line,
    paint_doses,
    paint_minutes,
    row_box,
)
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import each_foot, exercise_name, short_date
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.controls import Input
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

REASON = Box(252, 564, 548, 128)
WHY, REASON_Y = Box(690, 570, 102, 44), 626  # the words begin below the ring of the button
HOLD, ORDER = Box(816, 564, 212, 58), Box(1040, 564, 212, 58)
DAYS, MORE = Box(816, 634, 212, 58), Box(1040, 634, 212, 58)
EARLIER, LATER = Box(640, 32, 60, 48), Box(706, 32, 60, 48)
UP, DOWN = Box(796, 32, 60, 48), Box(862, 32, 60, 48)
DAYS_A_SECOND, MOST_AT_ONCE = 60, 6  # of those to come that are lived, also where the loop looks more seldom


class PlanPage(GrownUpsPage):
    """`back` counts pages of eight weeks turned back, `sheet` sheets of exercises."""

    name = "plan"
    place = "plan"

    def __init__(self, ctx: Context, child: str | None = None) -> None:
        super().__init__(ctx, child)
        self.back = self.sheet = 0
        self._cell: Cell | None = None  # the one told of last
        self._told: Cell | None = None  # the one that was told of before this input
        self._fold()

    def _fold(self) -> None:
        """As it stands now; the days to come begin anew."""
        child = self.child
        self._ahead: DaysAhead | None = None
        self._come: Journey | None = None  # those days, when they are lived
        self._allowed: DaysAhead | None = None  # the same if what rests came again tomorrow, lived after them
        self.plan: Plan | None = None
        if child is None or child.programme is None:
            return
        way = journey(self.ctx.catalogue, child, self.ctx.today)
        self.state = way.now(self.ctx.today)
        until = last_day(way, self.back)
        if until > self.ctx.today:
            self._ahead = DaysAhead(self.ctx.catalogue, child, self.ctx.today, until)
        self._look()

    def _look(self) -> None:
        """The weeks as far as they are known."""
        assert self.child
        if self._come is None and self._ahead and self._ahead.is_over:
            self._come = self._ahead.way()
        allowed = self._allowed.way() if self._allowed and self._allowed.is_over else None
        way, rest = journey(self.ctx.catalogue, self.child, self.ctx.today), self.ctx.settings.rest_seconds
        self.plan = plan(way, self._come, self.back, rest, allowed)
        if self._ahead is None or self._ahead.is_over:  # until then what the days to come bring keeps its sheet
            self.sheet = min(self.sheet, self._sheets - 1)

    def unlocked(self) -> Scene:
        self._fold()
        return super().unlocked()

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if days := self._to_live():
            for _ in range(max(1, min(MOST_AT_ONCE, round(dt * DAYS_A_SECOND)))):
                days.go_on()
            if days.is_over:
                self._look()
                self.changed()
        return following

    def _to_live(self) -> DaysAhead | None:
        """The days to come that are not lived yet: as it stands; then, where something rests, as if it were allowed."""
        if self._ahead is None or not self._ahead.is_over:
            return self._ahead
        is_asked = self.child and self.state.stopped_on is None
        if self._allowed is None and is_asked and any(rest.is_awaited for rest in self.state.resting.values()):
            ctx, child = self.ctx, self._child
            other = supposing(ctx.catalogue, child, (ExerciseAllowed(None),), ctx.now())
            self._allowed = DaysAhead(ctx.catalogue, child, ctx.today, self._ahead.last, other)
        return self._allowed if self._allowed and not self._allowed.is_over else None

    def finish(self) -> None:
        """All the days to come at once, for pictures."""
        while days := self._to_live():
            while not days.is_over:
                days.go_on()
            self._look()
        if self.plan:
            self._look()
        self.changed()

    # ---------------------------------------------------------------- what is shown
    def title(self) -> str:
        return self.ctx.texts("plan_weeks_title", weeks=WEEKS)

    @property
    def _child(self) -> Child:
        assert self.child
        return self.child

    @property
    def _sheets(self) -> int:
        known = -(-len(self.plan.exercises) // ROWS) if self.plan else 1
        return max(1, known, self.sheet + 1 if self._ahead and not self._ahead.is_over else 1)

    def listed(self) -> Sequence[str]:
        """The exercises on this sheet."""
        return self.plan.exercises[self.sheet * ROWS : (self.sheet + 1) * ROWS] if self.plan else ()

    def chosen(self) -> Cell | None:
        """The cell whose reason is told: the one that had the focus last, else this week's session."""
        if self.plan is None or not self.plan.weeks:
            return None
        self._cell = Cell.named(self.focused) or self._cell
        if self._cell and self._cell.week < len(self.plan.weeks):
            return self._cell
        now = next((i for i, week in enumerate(self.plan.weeks) if week.is_now), 0)
        return Cell(now, None)

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words, child = self.ctx.texts, self.child
        if child is None or self.plan is None:
            to = ("children", "area_children", "people")
            return (button(f"to-{to[0]}", Box(640, 510, 260, 56), words(to[1]), "primary", glyph=to[2]),)
        return (*self._turning(), *self._cells(), *self._buttons())

    def _turning(self) -> tuple[Widget, ...]:
        first = first_week(self.state, self.ctx.today, self.back)
        weeks = (
            button("earlier", EARLIER, "", glyph="back", is_enabled=first > 1),
            button("later", LATER, "", glyph="next", is_enabled=self.back > 0),
        )
        rows = (
            button("up", UP, "", glyph="up", is_enabled=self.sheet > 0),
            button("down", DOWN, "", glyph="down", is_enabled=self.sheet < self._sheets - 1),
        )
        return (*(weeks if first > 1 or self.back else ()), *(rows if self._sheets > 1 else ()))

    def _cells(self) -> tuple[Widget, ...]:
        assert self.plan
        weeks, look = range(len(self.plan.weeks)), Hotspot(12)
        bars = tuple(Widget(Cell(i, None).name, bar_box(i), look, is_adult=True) for i in weeks)
        rows = [
            widget
            for row, name in enumerate(self.listed())
            for widget in (
                Widget(f"exercise:{name}", row_box(row), look, is_adult=True),
                *(Widget(Cell(i, name).name, cell_box(i, row), look, is_adult=True) for i in weeks),
            )
        ]
        return (*bars, *rows)

    def _buttons(self) -> tuple[Widget, ...]:
        words, until = self.ctx.texts, hold_ordered(self.state)
        is_held = will_hold(self.state)
        held = words("plan_held_until", date=short_date(words, until)) if until and not self.state.is_held else None
        return (
            button("why", WHY, words("progress_why"), size=17),
            button("release", HOLD, words("progress_release"), size=19, sub=held)  # plain, for it undoes an order
            if is_held and held
            else button("release", HOLD, words("progress_release"), "on", glyph="up", size=19)
            if is_held
            else button("hold", HOLD, words("plan_hold"), glyph="pause", size=19),
            button("order", ORDER, words("plan_order"), size=19, sub=self._order_line() or words("plan_no_order")),
            button("days", DAYS, words("plan_days"), size=19, sub=self._days_line()),
            button("more", MORE, words("plan_more"), glyph="list", size=19),
        )

    def _order_line(self) -> str | None:
        """Who ordered last, and when."""
        head = self.state.order_told or self.state.order
        if head is None:
            return None
        line = self.ctx.texts("plan_order_of", who=head.said_by, date=short_date(self.ctx.texts, head.said_on))
        return line if self.ctx.pictures.text_width(line, 17, SEMI_BOLD) * 0.8 <= ORDER.w - 20 else short_date(
            self.ctx.texts, head.said_on
        )  # fmt: skip

    def _days_line(self) -> str:
        """How many days a week are planned, and in which slots."""
        words, meant = self.ctx.texts, plan_on(self._child, self.ctx.today)
        if meant == EVERY_SLOT:
            return words("plan_every_day")
        slots = "both" if len(meant.slots) == len(Slot) else meant.slots[0].value if meant.slots else "none"
        return words(f"plan_days_{slots}", n=len(meant.weekdays))

    def first_focus(self, names: list[str]) -> str | None:
        cell = self.chosen()
        return cell.name if cell and cell.name in names else super().first_focus(names)

    # ---------------------------------------------------------------- presses
    def handle(self, event: Input) -> Next | None:
        before, self._told = self.focused, self.chosen()
        following = super().handle(event)
        if self.focused != before and Cell.named(self.focused):
            self.changed()  # another reason is told
        return following

    def choose(self, name: str) -> Next | None:
        what, _, about = name.partition(":")
        match what:
            case "why":
                return self._why()
            case "cell" if Cell.named(name) == self._told:
                return self._why()
            case "exercise":
                return routes.ExerciseDetails(self.child_id, about, self.place)
            case "earlier" | "later":
                self.back += 1 if what == "earlier" else -1
                self._cell = None
                self._fold()
            case "up" | "down":
                self.sheet += 1 if what == "down" else -1
            case "hold":
                self._tell(*hold(self.ctx.catalogue, self._child, self.ctx.today))
            case "release":
                self.changed()
                facts = release(self.ctx.catalogue, self._child, self.ctx.today)
                return let_grow(self.ctx, self, self._child, lambda: self._tell(*facts))
            case "order":
                return routes.Ordered(self.child_id)
            case "days":
                return routes.PlannedDays(self)
            case "more":
                return routes.PlanChanges(self)
            case "to-children":
                return routes.Place("children", self.child_id)
        self.changed()
        return None

    def _tell(self, *facts: Fact) -> None:
        self.ctx.record(*facts, child=self.child_id)
        self._fold()

    # ---------------------------------------------------------------- why
    def told(self, cell: Cell) -> str:
        """What a cell says, in a line: whose, which week, how much."""
        words, week = self.ctx.texts, self._week(cell)
        if cell.exercise is None:
            planned = self._planned(week)
            key = ("plan_told_minutes", "plan_told_planned_one", "plan_told_planned")[len(planned)]
            return words(key, n=week.number, budget=words.clock(week.budget_s), **planned)
        catalogue = self.ctx.catalogue
        name, dose = exercise_name(words, catalogue, cell.exercise), week.doses.get(cell.exercise)
        if dose is None:
            return words("plan_told_none", exercise=name, n=week.number)
        exercise = catalogue.exercises[cell.exercise]
        amount = each_foot(words, exercise, dose_line(words, catalogue, cell.exercise, dose), dose.foot)
        return words("plan_told_dose", exercise=name, n=week.number, amount=amount)

    def _planned(self, week: PlanWeek) -> dict[str, str]:
        """How long the sessions of its last day so far are laid out, that are meant to be played: `morning` and
        `evening`, or the `one` there is."""
        clocks = [self.ctx.texts.clock(seconds) for seconds in week.laid_out if seconds]
        return dict(zip(("morning", "evening") if len(clocks) > 1 else ("one",), clocks, strict=False))

    def _week(self, cell: Cell) -> PlanWeek:
        assert self.plan
        return self.plan.weeks[cell.week]

    def reasons(self, cell: Cell) -> tuple[str, ...]:
        """Why, in sentences; of what is more than today's that it is so only if it is earned."""
        words, week = self.ctx.texts, self._week(cell)
        assert self.plan
        if_earned = self.plan.is_earned(cell.week, cell.exercise)
        whys = why_cell(self.ctx.catalogue, week, cell.exercise)
        said = [words.reason(with_foot(self._child, why)) for why in whys]
        return (*((words("plan_if_earned"),) if if_earned else ()), *dict.fromkeys(said))

    def _why(self) -> Next | None:
        cell = self.chosen()
        if cell is None:
            return None
        words = self.ctx.texts
        pieces, week = [Paragraph(line) for line in self.reasons(cell)], self._week(cell)
        if cell.exercise is None and any(week.laid_out):
            planned = self._planned(week)
            key = "plan_laid_out" if len(planned) > 1 else "plan_laid_out_one"
            pieces.append(Paragraph(words(key, date=short_date(words, week.on), **planned)))
        source = source_of(self.ctx.catalogue, week.state, cell.exercise)
        if source:
            heading = words("plan_most" if cell.exercise is None else "exercise_dose")
            pieces.append(Paragraph(source.reason, heading))
            pieces.append(Paragraph(words("exercise_source", source=source.source)))
        if cell.exercise is None:
            pieces.append(Paragraph(words("plan_counted"), words("plan_counted_title")))
        return routes.Reading(self, self.told(cell), tuple(pieces))

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        if self.plan is None or self.child is None:
            paper.card(Box(252, 100, 1000, 590))
            line = words("reason_no_programme") if self.child else words("plan_nobody")
            paper.paragraph(line, 22, 640, 260, 560)
            return
        lines = [words("plan_cap", budget=words.clock(self.plan.cap_s))]
        if len(plan_on(self._child, self.ctx.today).slots) > 1:
            lines += [words("plan_apart", n=self.ctx.catalogue.rules.hours_between_sessions), words("plan_once")]
        else:
            lines.append(words("plan_once_a_day"))
        lines.append(words("plan_clock"))
        head = self.state.order_told or self.state.order
        visit = head and head.next_visit
        if visit and visit >= self.ctx.today:
            lines.append(words("plan_visit", date=short_date(words, visit)))
        if until := hold_ordered(self.state):
            lines.append(words("plan_held_until", date=short_date(words, until)))
        paint_minutes(paper, self.ctx, self.plan, lines)
        paint_doses(paper, self.ctx, self.plan, self.listed(), {*self.state.orders, *self.state.orders_told})
        self._paint_reason(paper)

    def _paint_reason(self, paper: Paper) -> None:
        paper.card(REASON, fill="#FDF3DC", lip="#EBD9AE")
        cell = self.chosen()
        if cell is None:
            paper.text(self.ctx.texts("plan_looking"), 18, REASON.x + 22, 628, INK_2, SEMI_BOLD, "l", 400)
            return
        x, width = REASON.x + 22, WHY.x - REASON.x - 34
        paper.text(self.told(cell), 19, x, 592, INK, EXTRA_BOLD, "l", width)
        lines, room = list[str](), REASON.bottom - REASON_Y - 4
        for line in self.reasons(cell):
            if paper.paragraph_height("\n".join([*lines, line]), 16, REASON.w - 44, leading=1.25) <= room:
                lines.append(line)
        paper.paragraph("\n".join(lines), 16, x, REASON_Y, REASON.w - 44, INK, leading=1.25, height=room)
