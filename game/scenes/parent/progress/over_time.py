"""How did this one go over time? Dose, grades, effort, feet and pain of one exercise on the same days."""

from __future__ import annotations

from game.core.history.history import Child
from game.core.reports.ledger import road_of
from game.core.reports.over_time import ExerciseOverTime, over_time
from game.core.reports.period import days_of
from game.core.reports.play_tally import PlayTally
from game.core.rules.journey import journey
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.progress import chart_picture
from game.scenes.parent.progress.over_time_lanes import paint_lanes
from game.scenes.parent.progress.period_words import from_to, of_over_time
from game.scenes.parent.progress.road import Road, road_within
from game.scenes.parent.progress.saves_charts import SavesCharts
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(252, 100, 1000, 592)
LANES = Box(CARD.x + 22, 120, 956, 504)
SAVE = Box(1188, 645, 48, 44)
LINE_Y = 664


class OverTimePage(SavesCharts, GrownUpsPage):
    """The days are those of the period the context knows."""

    name = "over-time"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None, exercise: str, place: str = "progress") -> None:
        super().__init__(ctx, child)
        self.exercise, self.place = exercise, place
        self._fold()

    def _fold(self) -> None:
        """The figures as they stand now."""
        catalogue, child, today = self.ctx.catalogue, self._child, self.ctx.today
        first, last = days_of(catalogue, child, self.ctx.period, today)
        way = journey(catalogue, child, today)
        self.figures: ExerciseOverTime = over_time(way, self.exercise, first, last)
        steps = road_of(way, self.exercise)
        self.road: Road = road_within(way, steps, self.figures.pains, first, last)

    @property
    def _child(self) -> Child:
        child = self.child
        assert child is not None
        return child

    def unlocked(self) -> Scene:
        self._fold()
        return super().unlocked()

    def title(self) -> str:
        return exercise_name(self.ctx.texts, self.ctx.catalogue, self.exercise)

    @property
    def _is_empty(self) -> bool:
        """Neither played nor told of, nor was there a dose."""
        return not (self.figures.tally != PlayTally() or self.figures.pains or self.road.steps)

    def missing(self, name: str) -> str:
        return self.ctx.texts("says_over_time_none")

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        return (
            button(
                "period",
                Box(932, 30, 166, 52),
                words(f"period_{self.ctx.period.kind.value}_short"),
                glyph="plan",
                size=18,
            ),
            button("back", Box(1112, 30, 140, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
            button("save-over-time", SAVE, "", glyph="save", is_enabled=not self._is_empty),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    def choose(self, name: str) -> Next | None:
        self.message = ""
        match name:
            case "period":
                return routes.ChoosePeriod(self)
            case "save-over-time":
                exercise = self.ctx.catalogue.exercises[self.exercise]
                return self.save_picture(
                    chart_picture.of_exercise(self.ctx, self._child, exercise, self.figures, self.road)
                )
        return routes.ExerciseDetails(self.child_id, self.exercise, self.place)

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words, exercise = self.ctx.texts, self.ctx.catalogue.exercises[self.exercise]
        paper.card(CARD)
        if self._is_empty:
            paper.text(words("says_over_time_none"), 20, *CARD.centre, INK_2, SEMI_BOLD, width=CARD.w - 80)
            return
        paint_lanes(paper, self.ctx, exercise, self.figures, self.road, LANES)
        if self.message:
            colour = OK if self.is_good else WARN
            paper.paragraph(self.message, 17, LANES.x, LINE_Y - 22, SAVE.x - LANES.x - 14, colour, height=46)
            return
        when = paper.text(
            from_to(words, self.figures.first, self.figures.last), 17, SAVE.x - 14, LINE_Y, INK_2, SEMI_BOLD, "r", 270
        )
        line = of_over_time(words, self.figures, self.road.steps)
        paper.text(line, 18, LANES.x, LINE_Y, INK, EXTRA_BOLD, "l", when.x - LANES.x - 18)
