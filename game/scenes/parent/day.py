"""One day of one child: every play with the parent's word, which can be taken back here at any time and said anew."""

from __future__ import annotations

from datetime import date, timedelta

from game.core.content import Slot
from game.core.history.history import Attempt
from game.core.reports.progress import DayRow, progress
from game.core.rules.pain_correction import highest_told
from game.core.rules.rewards import undo
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.confirm_rows import said
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import done, exercise_name
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

ROWS, ROW_H, PITCH = 6, 78, 90


class DayPage(GrownUpsPage):
    """What was told of `day`, morning first; `sheet` where there is more than fits."""

    name = "day"
    place = "progress"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None, day: date) -> None:
        super().__init__(ctx, child)
        self.day, self.sheet = day, 0
        self.taken_back: set[str] = set()

    def title(self) -> str:
        return self.ctx.texts.date(self.day, "date_long")

    # ---------------------------------------------------------------- what is shown
    def attempts(self) -> list[Attempt]:
        """The day's plays in the order they were played."""
        own = [a for a in self.child.attempts.values() if a.on == self.day] if self.child else []
        return sorted(own, key=lambda a: (a.slot is Slot.EVENING, a.at))

    def shown(self) -> list[tuple[Attempt, Box]]:
        """Those of this sheet with their rows."""
        rows = self.attempts()[self.sheet * ROWS : (self.sheet + 1) * ROWS]
        return [(a, Box(252, 100 + i * PITCH, 1000, ROW_H)) for i, a in enumerate(rows)]

    def page(self) -> tuple[Widget, ...]:
        words, many = self.ctx.texts, -(-len(self.attempts()) // ROWS)
        own: list[Widget] = []
        for attempt, box in self.shown():
            at = Box(box.right - 184, box.y + 15, 164, 48)
            if attempt.is_told:
                own.append(button(f"take-{attempt.id}", at, words("progress_take_back"), glyph="undo", size=18))
            else:
                own.append(button(f"say-{attempt.id}", at, words("progress_confirm"), "primary", glyph="edit", size=18))
            own.append(button(f"pain-{attempt.id}", Box(at.x - 60, at.y, 50, 48), "", glyph="ouch"))
        turn = (button("sheet", Box(1112, 640, 140, 52), words("screen_of", n=self.sheet + 1, all=many), glyph="down"),)
        return (
            *own,
            *(turn if many > 1 else ()),
            button("before", Box(252, 640, 220, 52), words("progress_day_before"), glyph="back", size=19),
            button("after", Box(486, 640, 220, 52), words("progress_day_after"), glyph="next", size=19,
                 is_enabled=self.day < self.ctx.today),
            button("back", Box(1112, 30, 140, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_tomorrow")

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        what, _, id_ = name.partition("-")
        match what:
            case "take" if self.child:
                self.ctx.record(*undo(self.child, id_), child=self.child_id)
                self.taken_back.add(id_)
            case "say" if self.child_id:
                return routes.ConfirmOf(self.child_id, self._again, (id_,))
            case "pain" if self.child and self.child_id:
                return routes.Pain(self.child_id, self.child.attempts[id_].session, self._again)
            case "sheet":
                self.sheet = (self.sheet + 1) % max(1, -(-len(self.attempts()) // ROWS))
            case "before" | "after":
                step = timedelta(days=-1 if what == "before" else 1)
                return routes.Day(self.child_id, self.day + step)
            case "back":
                return routes.Progress(self.child_id)
        self.changed()
        return None

    @property
    def _again(self) -> Next:
        return routes.Day(self.child_id, self.day)

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        if not self.attempts():
            paper.card(Box(252, 100, 1000, 520))
            row = self._row()
            line = "progress_day_paused" if row and row.is_paused else "progress_day_empty"
            if row and not row.is_paused and not row.is_future and row.not_meant == set(Slot):
                line = "progress_day_not_meant"
            paper.text(words(line), 24, 752, 360, INK_2, SEMI_BOLD, width=900)
        for attempt, box in self.shown():
            self._paint(paper, attempt, box)

    def _row(self) -> DayRow | None:
        """The calendar's cell of this day."""
        if not self.child or not self.child.programme:
            return None
        weeks = progress(self.ctx.catalogue, self.child, self.ctx.today).weeks
        return next((d for week in weeks for d in week.days if d.day == self.day), None)

    def _paint(self, paper: Paper, attempt: Attempt, box: Box) -> None:
        words, middle = self.ctx.texts, box.y + ROW_H / 2
        exercise = self.ctx.catalogue.exercises.get(attempt.exercise)
        paper.card(box)
        paper.part(f"ui/{'moon' if attempt.slot is Slot.EVENING else 'sun'}", box.x + 36, middle, 40, shadow=0)
        paper.part(f"cast/{exercise.demonstration.host if exercise else 'bo'}", box.x + 92, middle, 56, shadow=0)
        name = exercise_name(words, self.ctx.catalogue, attempt.exercise)
        paper.text(name, 22, box.x + 132, box.y + 27, align="l", width=340)
        line = done(words, self.ctx.catalogue, attempt)
        if attempt.away:
            line = words("confirm_away")
        paper.text(line, 18, box.x + 132, box.y + 54, INK_2, SEMI_BOLD, "l", 340)
        if attempt.is_told:
            word, colour = said(words, attempt), OK
        else:
            word, colour = words("progress_taken_back" if attempt.id in self.taken_back else "confirm_waiting"), INK_2
        hurt = self._pain(attempt)
        paper.text(word, 19, box.x + 484, middle - (13 if hurt else 0), colour, EXTRA_BOLD, "l", 190)
        if hurt:
            paper.text(hurt, 17, box.x + 484, middle + 14, WARN, SEMI_BOLD, "l", 190)
        paper.stars(box.x + 710, middle, min(3, attempt.stars), 3, 24)

    def _pain(self, attempt: Attempt) -> str:
        """What was told of pain, with a word that was put right; "" for none."""
        assert self.child
        words, told = self.ctx.texts, highest_told(self.child, attempt.id)
        now = attempt.ouch if attempt.is_hurt else None
        if told is not None and told > (now or 0):
            key = "progress_day_hurt_right" if now else "progress_day_hurt_taken"
            return words(key, score=now or 0, told=told)
        if not attempt.is_hurt:
            return ""
        return words("confirm_hurt_unsaid") if now is None else words("progress_day_hurt", score=now)
