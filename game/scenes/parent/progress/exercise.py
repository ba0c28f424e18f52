"""How is this one? One exercise of one child: what right looks like, its dose and why, both feet, how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.events import Fact, Retracted
from game.core.history.history import Child
from game.core.quest import Reason
from game.core.reports.period import days_of
from game.core.reports.progress import ExerciseProgress, exercise_progress
from game.core.reports.where_hurt import strongest_on, with_foot
from game.core.rules.journey import journey
from game.core.rules.parent_actions import allow, hold, leave_out, put_in, release, step_back, step_forward
from game.core.rules.rewards import RefusedByRules
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.let_grow import let_grow
from game.scenes.parent.progress import chart_picture, exercise_cards
from game.scenes.parent.progress.exercise_cards import DemonstrationWindow
from game.scenes.parent.progress.period_words import short_from_to
from game.scenes.parent.progress.road import road_within
from game.scenes.parent.progress.saves_charts import SavesCharts
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, short_date, sore_foot
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Box
from game.ui.widgets import Widget, button

BUTTONS = (Box(930, 552, 154, 62), Box(1098, 552, 154, 62), Box(930, 628, 154, 60), Box(1098, 628, 154, 60))
PERIOD, UNDO = Box(764, 30, 166, 52), Box(628, 554, 134, 44)
ParentAction = Callable[[Catalogue, Child, date], tuple[Fact, ...]]


class OneExercise(SavesCharts, GrownUpsPage):
    """Everything about `exercise`; a step, a hold and a leaving out act at once and can be undone on this page."""

    name = "exercise"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None, exercise: str, place: str = "progress") -> None:
        """`place` is the entry of the rail it was reached from, and goes back to."""
        super().__init__(ctx, child)
        self.exercise, self.place = exercise, place
        self.done: tuple[str, ...] = ()  # ids of what was told last, to be undone
        self.refused: Reason | None = None
        self.demonstration: DemonstrationWindow | None = None
        self._fold()

    @property
    def _child(self) -> Child:
        child = self.child
        assert child is not None
        return child

    def _fold(self) -> None:
        """The figures as they stand now."""
        catalogue, child, today = self.ctx.catalogue, self._child, self.ctx.today
        self.first, self.last = days_of(catalogue, child, self.ctx.period, today)
        found = exercise_progress(catalogue, child, self.exercise, today, self.first, self.last)
        named = tuple(with_foot(child, why) for why in found.reasons)
        latest = tuple(replace(s, why=with_foot(child, s.why)) if s.why else s for s in found.steps[-1:])
        self.figures: ExerciseProgress = replace(found, reasons=named, steps=(*found.steps[:-1], *latest))
        pains = self.figures.pains
        play = strongest_on(child, self.exercise, pains[-1].day) if pains else None
        self.sore = sore_foot(self.ctx.texts, catalogue, play) if play else ""
        way = journey(catalogue, child, today)
        rest = way.now(today).resting.get(self.exercise)
        self.waits_for_word = rest is not None and rest.is_awaited  # a parent's, to come again
        self.road = road_within(way, self.figures.steps, self.figures.pains, self.first, self.last)
        if self.demonstration is None or self.demonstration.foot is not self.figures.foot:
            exercise = catalogue.exercises[self.exercise]
            self.demonstration = DemonstrationWindow(self.ctx, exercise, child.skin, foot=self.figures.foot)

    def unlocked(self) -> Scene:
        self._fold()
        return super().unlocked()

    def title(self) -> str:
        return exercise_name(self.ctx.texts, self.ctx.catalogue, self.exercise)

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words, it = self.ctx.texts, self.figures
        undo = (button("undo", UNDO, words("confirm_undo"), glyph="undo", size=18, keys="u"),)
        return (
            button("period", PERIOD, words(f"period_{self.ctx.period.kind.value}_short"), glyph="plan", size=18),
            button("over-time", Box(942, 30, 148, 52), words("over_time"), glyph="chart", size=18),
            button("save-dose", exercise_cards.SAVE, "", glyph="save", is_enabled=bool(self.road.steps)),
            button("back", Box(1112, 30, 140, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
            *(undo if self.done else ()),
            button("why", Box(772, 554, 130, 44), words("progress_why"), size=18),
            button(
                "step-back", BUTTONS[0], words("exercise_back"), glyph="down", size=19,
                is_enabled=it.can_step_back and not it.is_out,
            ),
            self._onward(),
            self._holding(),
            self._in_or_out(),
        )  # fmt: skip

    def _in_or_out(self) -> Widget:
        words, may = self.ctx.texts, not self.figures.is_out
        if self.figures.is_left_out:
            return button("put-in", BUTTONS[3], words("exercise_put_in"), glyph="plus", size=19, is_enabled=may)
        return button("leave-out", BUTTONS[3], words("exercise_leave_out"), glyph="x", size=19, is_enabled=may)

    def _holding(self) -> Widget:
        """The hold is of the whole load, from here as well."""
        words, until = self.ctx.texts, self.figures.held_until
        if self.figures.is_held:
            if until is None:
                return button("release", BUTTONS[2], words("progress_release"), "on", glyph="up", size=19)
            # A therapist's: plain, for it undoes the order.
            sub = words("plan_held_until", date=short_date(words, until))
            return button("release", BUTTONS[2], words("progress_release"), size=19, sub=sub)
        return button("hold", BUTTONS[2], words("exercise_hold"), glyph="pause", size=19)

    def _onward(self) -> Widget:
        """One step up where the rules allow it; what rests after pain is allowed again here instead."""
        words, it = self.ctx.texts, self.figures
        if it.is_resting:
            may = self.waits_for_word  # else it is told, or rests today alone
            return button("allow", BUTTONS[1], words("exercise_allow"), "soft", size=19, is_enabled=may)
        may = it.is_in_play and not it.is_left_out and it.forward_why is None and not it.at_cap
        later = it.forward_from if it.forward_from and it.forward_from > self.ctx.today else None
        sub = words("exercise_from_date", date=short_date(words, later)) if later else None
        return button("step-on", BUTTONS[1], words("exercise_forward"), glyph="up", size=19, sub=sub, is_enabled=may)

    def missing(self, name: str) -> str:
        words, it = self.ctx.texts, self.figures
        if name == "save-dose":
            return words("says_dose_none")
        if it.is_out:
            return words("exercise_gone_why" if it.is_gone else "exercise_elsewhere_why")
        if name == "allow":
            return words.reason(it.reasons[0])
        if name == "step-back":
            return words("why_least")
        if it.forward_why is not None:
            return words.reason(it.forward_why)
        return words("why_left_out" if it.is_left_out or not it.is_in_play else "why_most")

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    def choose(self, name: str) -> Next | None:
        self.message = ""
        one: Callable[..., tuple[Fact, ...]] | None = {
            "step-back": step_back, "step-on": step_forward, "leave-out": leave_out, "put-in": put_in,
        }.get(name)  # fmt: skip
        if one:
            self._tell(lambda catalogue, child, day: one(catalogue, child, self.exercise, day))
        elif name == "allow" and self.child_id:
            return routes.AllowAgain(self, self.child_id, self.exercise, self._allow, routes.Back(self))
        elif name == "hold":
            self._tell(hold)
        elif name == "release":
            self.changed()
            return let_grow(self.ctx, self, self._child, lambda: self._tell(release))
        elif name == "undo":
            self._take_back()
        elif name == "why":
            return self._why()
        elif name == "period":
            return routes.ChoosePeriod(self)
        elif name == "save-dose":
            return self.save_picture(chart_picture.of_dose(self.ctx, self._child, self.title(), self.road))
        elif name == "over-time":
            return routes.OverTime(self.child_id, self.exercise, self.place)
        else:
            return self._before()
        self.changed()
        return None

    def _before(self) -> Next:
        if self.place == "progress":
            return routes.Progress(self.child_id, "exercises")
        return routes.Place(self.place, self.child_id)

    def _tell(self, word: ParentAction) -> None:
        """The parent's word, or why the rules do not take it."""
        self.refused = None
        try:
            facts = word(self.ctx.catalogue, self._child, self.ctx.today)
        except RefusedByRules as refused:
            self.refused = refused.reason
            return
        self.done = tuple(event.id for event in self.ctx.record(*facts, child=self.child_id))
        self._fold()

    def _allow(self) -> None:
        """It may come again, as the card that asked for it was answered."""
        self._tell(lambda catalogue, child, day: allow(catalogue, child, self.exercise, day))
        self.changed()

    def _take_back(self) -> None:
        self.ctx.record(*(Retracted(id_) for id_ in self.done), child=self.child_id)
        self.done, self.refused = (), None
        self._fold()

    def _why(self) -> Next:
        words, exercise = self.ctx.texts, self.ctx.catalogue.exercises[self.exercise]
        reasons = [words.reason(r) for r in (*self.figures.reasons, *filter(None, (self.figures.forward_why,)))]
        pieces = [Paragraph(text) for text in dict.fromkeys(reasons)]
        pieces.append(Paragraph(exercise.reason, words("exercise_dose")))
        pieces.append(Paragraph(words("exercise_source", source=exercise.source)))
        if exercise.note:
            pieces.append(Paragraph(exercise.note, exercise.what))
        steps = [s for s in reversed(self.figures.steps) if s.why]
        pieces += [Paragraph(words.reason(s.why), words.date(s.day, "long")) for s in steps if s.why]
        return routes.Reading(self, self.title(), tuple(pieces))

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        ctx, exercise = self.ctx, self.ctx.catalogue.exercises[self.exercise]
        exercise_cards.paint_form(paper, ctx, exercise)
        exercise_cards.paint_dose(paper, ctx, exercise, self.figures, self.road)
        if exercise.per_foot:
            when = short_from_to(ctx.texts, self.first, self.last)
            exercise_cards.paint_feet(paper, ctx.texts, self.figures, when)
        else:
            exercise_cards.paint_efforts(paper, ctx.texts, self.figures)
        exercise_cards.paint_grades(paper, ctx.texts, self.figures, self.sore, has_efforts=exercise.per_foot)
        if self.message:
            exercise_cards.paint_message(paper, self.message, is_good=self.is_good)
        else:
            exercise_cards.paint_why(paper, ctx.texts, exercise, self.figures, self.refused, ctx.today)

    def moving(self, stage: Stage) -> None:
        if self.demonstration:
            self.demonstration.show(stage, self.age, self.quiet)
