"""The parent's word on each exercise: one press, oldest first; then the stars wake up.

Made only behind the gate. The first word on an attempt stands: a double press, a second window or a replay find it said
already and change nothing. Undo takes a word back for ten minutes.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Side
from game.core.events import Effort, Grade, Outcome
from game.core.rules.rewards import woken
from game.scenes import routes
from game.scenes.parent.confirm import confirm_cards
from game.scenes.parent.confirm.confirm_rows import (
    MOST_ROWS,
    ConfirmRow,
    Presets,
    current_widgets,
    layout,
    paint_current,
    paint_row,
    undo_widgets,
)
from game.scenes.parent.confirm.confirmations import WordsGiven, waiting_of
from game.scenes.parent.progress.exercise_cards import DemonstrationWindow
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import when
from game.scenes.screen.grown_ups import GrownUpScreen
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button

THANKS = 0.8  # seconds of "Thank you" before the stars


class ConfirmPage(GrownUpScreen):
    """What waits for the parent, row by row, of one child, or of `others` as well. `only` names the attempts to ask
    about instead of all that wait. `then` follows, or `after` where stars woke: the child has seen them, so a
    grown-up's page is no place to go back to. Without `has_reward` the stars are told by the page that follows."""

    name = "confirm"

    def __init__(
        self, ctx: Context, child: str, then: Next, only: Sequence[str] | None = None,
        goes_on: bool = False, after: Next | None = None, others: Sequence[str] = (), has_reward: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(ctx)
        self.children, self.then, self.after, self.goes_on = (child, *others), then, after or then, goes_on
        self.has_reward = has_reward
        self.is_whole = only is None  # all that waits, not what was named
        ids = only if only is not None else waiting_of(ctx, self.children)
        self.words = WordsGiven(ctx, self.children, ids)
        self.effort, self.asks_face = Effort.RIGHT, False
        self.ouch: int | None = None
        self.sore: Side | None = None  # the foot that hurt, where one was named
        self.first = 0  # the first row shown
        self._undoable: set[str] = set()
        self._thanks: float | None = None
        self._open()

    # ---------------------------------------------------------------- state
    def _open(self) -> None:
        """The next row: its presets, and the focus on what is likely. A face the child chose is kept."""
        attempt, ids = self.words.current, self.words.ids
        self.effort, self.focused, self.demonstration = Effort.RIGHT, None, None
        if attempt is None:
            self.ouch, self.sore, self.asks_face = None, None, False
            self._thanks = THANKS if self.words.told else None
        else:
            self.ouch, self.sore = attempt.ouch, attempt.sore
            self.asks_face = attempt.is_hurt and attempt.ouch is None
            self._thanks = None
            self.first = max(0, min(ids.index(attempt.id) - 1, len(ids) - MOST_ROWS))
            exercise = self.ctx.catalogue.exercises.get(attempt.exercise)
            if len(ids) == 1 and exercise:
                skin = self.words.child_of(attempt.id).skin
                self.demonstration = DemonstrationWindow(self.ctx, exercise, skin, confirm_cards.DEMO, attempt.foot)
        self.changed()

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        later = button(
            "later", Box(40, 30, 150, 52), words("confirm_later" if self.words.current else "screen_back"),
            glyph="back", command=None if self.asks_face and self._may_close_faces else Command.BACK,
        )  # fmt: skip
        rows: list[Widget] = []
        for row in self.rows():
            is_last = [row.attempt.id] == list(self.words.told)[-1:]
            rows += undo_widgets(row, words, is_last) + current_widgets(row, self.ctx, self.presets)
        return (*rows, *self._scroll(), later)

    def _scroll(self) -> tuple[Widget, ...]:
        last = len(self.words.ids) - MOST_ROWS
        if last <= 0:
            return ()
        return (
            button("row-up", Box(1034, 30, 52, 52), "", glyph="up", is_enabled=self.first > 0),
            button("row-down", Box(1098, 30, 52, 52), "", glyph="down", is_enabled=self.first < last),
        )

    @property
    def presets(self) -> Presets:
        """What is set before the grade."""
        return Presets(self.effort, self.ouch, self.sore, self.asks_face, self._may_close_faces)

    @property
    def _may_close_faces(self) -> bool:
        """The faces can be put away again; not while "it hurts" was pressed and nobody has answered."""
        attempt = self.words.current
        return attempt is None or not attempt.is_hurt or attempt.ouch is not None

    def rows(self) -> list[ConfirmRow]:
        """The rows shown, each with what its line says."""
        words, current = self.words, self.words.current
        shown = [words.attempt(i) for i in words.ids[self.first : self.first + MOST_ROWS]]
        boxes = layout([attempt == current for attempt in shown])
        return [
            ConfirmRow(
                attempt, box, attempt == current, words.may_undo(attempt.id), words.refused.get(attempt.id),
                words.child_of(attempt.id) if len(self.children) > 1 else None,
            )
            for attempt, box in zip(shown, boxes)
        ]  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        if self.words.current is None:
            return "later"
        if self.asks_face:
            return next((n for n in names if n.startswith("face-")), "later")
        is_whole = self.words.current.outcome is Outcome.FINISHED
        likely = "grade-well" if is_whole else "grade-partly"
        return likely if likely in names else names[0]

    # ---------------------------------------------------------------- the protocol
    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if following is not None:
            return following
        self._forget_undo()
        if self._thanks is None:
            return None
        self._thanks -= dt
        return self._leave() if self._thanks <= 0 else None

    def _forget_undo(self) -> None:
        """An undo button leaves when its ten minutes are over."""
        may = {i for i in self.words.told if self.words.may_undo(i)}
        if may != self._undoable:
            self._undoable = may
            self.changed()

    def press(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        match what:
            case "later":
                return self._leave()
            case "row":
                self.first += 1 if value == "down" else -1
            case "effort":
                self.effort = Effort.RIGHT if self.effort.value == value else Effort(value)
            case "hurt":
                self.asks_face = not self.asks_face or not self._may_close_faces
            case "right" if self.words.current:
                child = self.words.child_of(self.words.current.id)
                return routes.Pain(child.id, self.words.current.session, routes.Back(self))
            case "none":
                self.ouch, self.sore, self.asks_face = None, None, False
            case "close":
                self.asks_face = False
            case "face":
                self.ouch, self.asks_face = int(value), False
                self.focused = None
            case "side" if self.words.current:
                self.sore = self.words.current.sore if self.sore is Side(value) else Side(value)
            case "undo":
                self.words.undo(value)
                self._open()
            case "grade":
                self._grade(Grade(value))
        self.changed()
        return None

    def command(self, command: Command) -> Next | None:
        if command is Command.BACK and self.asks_face:
            return self.press("close")
        return super().command(command)

    def returned(self) -> Scene:
        """Back from the page of what hurt; a play it made waits for its word as well."""
        if self.is_whole:
            self.words.also(waiting_of(self.ctx, self.children))
        self._open()
        return self.unlocked()

    def _grade(self, grade: Grade) -> None:
        attempt = self.words.current
        if attempt is None:
            return
        if self.asks_face and not self._may_close_faces:
            self.focused = None  # "it hurts" was pressed: how much comes before how well
            return
        self.words.grade(attempt, grade, self.effort, self.ouch, self.sore if self.presets.asks_foot else None)
        self.shows_another()  # the next row: a double press never grades two
        self._open()

    def _leave(self) -> Next:
        """To the stars that woke up, of one child after another; straight on when none did."""
        if not self.has_reward:
            return self.then
        told = [(child, self.words.events(child)) for child in self.children]
        won = [(child, events) for child, events in told if woken(self.ctx.child(child), events)]
        following: Next = self.after if won else self.then
        for child, events in reversed(won):
            following = routes.Reward(child, events, following, self.goes_on, len(self.children) > 1)
        return following

    # ---------------------------------------------------------------- painting
    def paint_still(self, paper: Paper) -> None:
        words, ids = self.ctx.texts, self.words.ids
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        head = paper.text(words("confirm_head"), 34, 216, 56, align="l", width=420)
        current = self.words.current
        if current:
            child = self.words.child_of(current.id)
            line = words("confirm_ask", name=child.nickname, when=when(words, current, self.ctx.today))
            paper.text(line, 20, head.right + 20, 60, INK_2, SEMI_BOLD, "l", 1010 - head.right - 20)
            count = words("confirm_count", n=ids.index(current.id) + 1, all=len(ids))
            paper.text(count, 22, 1240, 56, INK_2, EXTRA_BOLD, "r", 90)
        rows = self.rows()
        bottom = rows[-1].box.bottom if rows else 0
        has_form = confirm_cards.room_below(bottom) >= confirm_cards.FORM_HEIGHT
        for row in rows:
            if row.is_current:
                late = words("confirm_for_record") if self.words.is_late(row.attempt) else ""
                asked = self.words.child_of(row.attempt.id)
                paint_current(paper, row, self.ctx, asked, self.presets, has_hint=not has_form, late=late)
            else:
                paint_row(paper, row, self.ctx)
        if not ids:
            confirm_cards.paint_nothing(paper, words)
        elif self._thanks is not None:
            confirm_cards.paint_thanks(paper, words, bottom)
        elif current:
            exercise = self.ctx.catalogue.exercises.get(current.exercise)
            if has_form and exercise:
                confirm_cards.paint_form(paper, words, exercise, bottom, self.demonstration is not None)
            asks = "confirm_keys_foot" if self.presets.asks_foot else "confirm_keys"
            keys = "confirm_keys_faces" if self.asks_face else asks
            paper.text(words(keys), 18, 640, 697, INK_2, SEMI_BOLD, width=1200)

    def moving(self, stage: Stage) -> None:
        if self.demonstration:
            self.demonstration.show(stage, self.age, self.quiet)
