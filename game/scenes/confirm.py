"""The parent's word on each exercise: one press, oldest first; then the stars wake up.

Made only behind the gate. The first word on an attempt stands: a double press, a second window or a replay find it said
already and change nothing. Undo takes a word back for ten minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.core.events import Effort, Event, Grade, Outcome, StarsAwarded
from game.core.history import Attempt
from game.core.rewards import Refused, can_undo, confirm, undo
from game.core.today import waiting
from game.scenes import flow
from game.scenes.area import GrownUps
from game.scenes.confirm_rows import (
    MOST_ROWS,
    Presets,
    Row,
    current_widgets,
    layout,
    paint_current,
    paint_row,
    undo_widgets,
)
from game.scenes.context import Context
from game.scenes.dose_words import when
from game.scenes.exercise_cards import Demonstration, paint_window
from game.scenes.scene import Scene
from game.ui import theme
from game.ui.controls import Command, Input, Key, Press
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK_2, OK, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, slab

LAST_Y, GAP = 672, 17
WITH_FORM = 140  # height that what right looks like needs below the rows
DEMO = Box(64, 428, 320, 224)  # where it moves, when a single row is asked about
THANKS = 0.8  # seconds of "Thank you" before the stars
SETTLE = 0.4  # seconds after a grade in which another is not heard, so that a double press never grades two
GALLERY = ("confirm", "confirm-faces", "confirm-one", "confirm-many", "confirm-nothing")


class Confirm(GrownUps):
    """What waits for the parent, row by row. `only` names the attempts to ask about instead of all that wait."""

    name = "confirm"

    def __init__(
        self, ctx: Context, child: str, then: Callable[[], Scene], only: Sequence[str] | None = None
    ) -> None:
        super().__init__(ctx)
        self.child_id, self.then = child, then
        ids = only if only is not None else [a.id for a in waiting(ctx.child(child), ctx.today)]
        self.ids = tuple(ids)
        self.refused: dict[str, str] = {}  # why the rules take no word on it
        self.told: dict[str, tuple[Event, ...]] = {}  # what this visit wrote down
        self.effort, self.ouch, self.asks_face = Effort.RIGHT, None, False
        self.first = 0  # the first row shown
        self._undoable: set[str] = set()
        self._heard_from = 0.0
        self._thanks: float | None = None
        self._open()

    # ---------------------------------------------------------------- state
    def attempt(self, id_: str) -> Attempt:
        return self.ctx.child(self.child_id).attempts[id_]

    @property
    def current(self) -> str | None:
        """The oldest attempt nothing was said about yet; None when all is said."""
        return next((i for i in self.ids if not self.attempt(i).is_told and i not in self.refused), None)

    def _open(self) -> None:
        """The next row: its presets, and the focus on what is likely. A face the child chose is kept."""
        self.effort, self.ouch, self.asks_face = Effort.RIGHT, None, False
        if self.current is None:
            self._thanks = THANKS if self.told else None
        else:
            attempt = self.attempt(self.current)
            self.ouch = attempt.ouch
            self.asks_face = attempt.is_hurt and attempt.ouch is None
            self._thanks = None
            self.first = max(0, min(self.ids.index(self.current) - 1, len(self.ids) - MOST_ROWS))
        is_alone = self.current is not None and len(self.ids) == 1
        self.demonstration = self._demonstration() if is_alone else None
        self.focused = None
        self.changed()

    def _demonstration(self) -> Demonstration | None:
        exercise = self.ctx.catalogue.exercises.get(self.attempt(self.ids[0]).exercise)
        return Demonstration(self.ctx, exercise, self.ctx.child(self.child_id).skin, DEMO) if exercise else None

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        later = slab(
            "later", Box(40, 30, 150, 52), words("confirm_later" if self.current else "screen_back"), glyph="back",
            command=None if self.asks_face and self._may_close_faces else Command.BACK,
        )  # fmt: skip
        rows: list[Widget] = []
        for row in self.rows():
            is_last = bool(self.told) and row.attempt.id == list(self.told)[-1]
            rows += undo_widgets(row, words, is_last) + current_widgets(row, words, self.presets)
        return (*rows, *self._scroll(), later)

    def _scroll(self) -> tuple[Widget, ...]:
        if len(self.ids) <= MOST_ROWS:
            return ()
        last = len(self.ids) - MOST_ROWS
        return (
            slab("row-up", Box(1034, 30, 52, 52), "", glyph="up", is_enabled=self.first > 0),
            slab("row-down", Box(1098, 30, 52, 52), "", glyph="down", is_enabled=self.first < last),
        )

    @property
    def presets(self) -> Presets:
        """What is set before the grade."""
        return Presets(self.effort, self.ouch, self.asks_face, self._may_close_faces)

    @property
    def _may_close_faces(self) -> bool:
        """The faces can be put away again; not while "it hurts" was pressed and nobody has answered."""
        attempt = self.attempt(self.current) if self.current else None
        return attempt is None or not attempt.is_hurt or attempt.ouch is not None

    def rows(self) -> list[Row]:
        """The rows shown, each with what its line says."""
        now, child = self.ctx.now(), self.ctx.child(self.child_id)
        shown = self.ids[self.first : self.first + MOST_ROWS]
        boxes = layout([i == self.current for i in shown])
        rows = []
        for id_, box in zip(shown, boxes):
            may_undo = id_ in self.told and can_undo(child, id_, now)
            rows.append(Row(self.attempt(id_), box, id_ == self.current, may_undo, self.refused.get(id_)))
        return rows

    def first_focus(self, names: list[str]) -> str | None:
        if self.current is None:
            return "later"
        if self.asks_face:
            return next((n for n in names if n.startswith("face-")), "later")
        stopped = self.attempt(self.current).outcome is not Outcome.FINISHED
        likely = "grade-partly" if stopped else "grade-well"
        return likely if likely in names else names[0]

    # ---------------------------------------------------------------- the protocol
    def handle(self, event: Input) -> Scene | None:
        # What was pressed within the blink of a row's change was meant for the row before.
        if isinstance(event, (Key, Press)) and self.age < self._heard_from:
            return None
        return super().handle(event)

    def update(self, dt: float) -> Scene | None:
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
        child, now = self.ctx.child(self.child_id), self.ctx.now()
        may = {i for i in self.told if can_undo(child, i, now)}
        if may != self._undoable:
            self._undoable = may
            self.changed()

    def press(self, name: str) -> Scene | None:
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
            case "none":
                self.ouch, self.asks_face = None, False
            case "close":
                self.asks_face = False
            case "face":
                self.ouch, self.asks_face = int(value), False
                self.focused = None
            case "undo":
                self._undo(value)
            case "grade":
                self._grade(Grade(value))
        self.changed()
        return None

    def command(self, command: Command) -> Scene | None:
        if command is Command.BACK and self.asks_face:
            return self.press("close")
        return super().command(command)

    def unlocked(self) -> Scene:
        self._heard_from = 0.0
        return super().unlocked()

    # ---------------------------------------------------------------- words given and taken back
    def _grade(self, grade: Grade) -> None:
        id_ = self.current
        if id_ is None:
            return
        if self.asks_face and not self._may_close_faces:
            return  # "it hurts" was pressed: how much comes before how well
        child, ouch = self.ctx.child(self.child_id), self.ouch
        fresh = ouch if ouch != self.attempt(id_).ouch else None
        try:
            facts = confirm(self.ctx.catalogue, child, id_, grade, self.effort, fresh, self.ctx.now())
        except Refused as refused:
            self.refused[id_] = self.ctx.texts.reason(refused.reason)
        else:
            self.told[id_] = self.ctx.record(*facts, child=self.child_id)
        self._heard_from = self.age + SETTLE
        self._open()

    def _undo(self, id_: str) -> None:
        """Takes back the word on a row, while that is allowed."""
        child, now = self.ctx.child(self.child_id), self.ctx.now()
        if id_ not in self.told or not can_undo(child, id_, now):
            return
        self.ctx.record(*undo(child, id_, now), child=self.child_id)
        del self.told[id_]
        self._open()

    def _leave(self) -> Scene:
        """To the stars that woke up; straight on when none did."""
        events = tuple(e for events in self.told.values() for e in events)
        if any(isinstance(e.fact, StarsAwarded) for e in events):
            return flow.reward(self.ctx, self.child_id, events, self.then)
        return self.then()

    # ---------------------------------------------------------------- painting
    def paint_still(self, paper: Paper) -> None:
        words, child = self.ctx.texts, self.ctx.child(self.child_id)
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        head = paper.text(words("confirm_head"), 34, 216, 56, align="l", width=420)
        current = self.current
        if current:
            line = words("confirm_ask", name=child.nickname, when=when(words, self.attempt(current), self.ctx.today))
            paper.text(line, 20, head.right + 20, 60, INK_2, SEMI_BOLD, "l", 1010 - head.right - 20)
            count = words("confirm_count", n=self.ids.index(current) + 1, all=len(self.ids))
            paper.text(count, 22, 1240, 56, INK_2, EXTRA_BOLD, "r", 90)
        for row in self.rows():
            if row.is_current:
                paint_current(paper, row, self.ctx, child, self.presets, has_hint=self._room() < WITH_FORM)
            else:
                paint_row(paper, row, self.ctx)
        if not self.ids:
            self._paint_nothing(paper)
        elif self._thanks is not None:
            self._paint_thanks(paper)
        elif current:
            self._paint_below(paper, current)
            keys = "confirm_keys_faces" if self.asks_face else "confirm_keys"
            paper.text(words(keys), 18, 640, 697, INK_2, SEMI_BOLD, width=1200)

    def _bottom(self) -> float:
        return max((row.box.bottom for row in self.rows()), default=106)

    def _paint_thanks(self, paper: Paper) -> None:
        y = min(640, self._bottom() + 60)
        paper.disc(640 - 110, y, 26, theme.TEAL, "icons/check", 36, lip_depth=3, alpha=0)
        paper.text(self.ctx.texts("confirm_thanks"), 34, 640 - 70, y, OK, align="l", width=400)

    def _paint_nothing(self, paper: Paper) -> None:
        paper.card(Box(40, 106, 1200, 560))
        paper.part("cast/bo", 640, 320, 180, shadow=0)
        paper.text(self.ctx.texts("confirm_nothing"), 28, 640, 460, width=1000)

    def _room(self) -> float:
        """Height left below the rows."""
        return LAST_Y - self._bottom() - GAP

    def _paint_below(self, paper: Paper, current: str) -> None:
        """With few rows there is room for what right looks like, moving if there is more, and for how to say it."""
        top, words, id_ = self._bottom() + GAP, self.ctx.texts, self.attempt(current).exercise
        if self._room() < WITH_FORM:
            return
        x, h = 64.0, self._room()
        paper.card(Box(40, top, 1200, h))
        if self.demonstration:
            paint_window(paper, DEMO, self.ctx.catalogue.exercises[id_])
            x = DEMO.right + 28
        w = (1216 - x - 28) / 2
        for i, (title, key, colour) in enumerate((
            ("confirm_look", f"form_{id_}_right", OK), ("confirm_cheat", f"form_{id_}_cheat", theme.WARN),
        )):  # fmt: skip
            left = x + i * (w + 28)
            paper.text(words(title), 20, left, top + 34, colour, EXTRA_BOLD, "l", w)
            paper.paragraph(words(key), 20, left, top + 52, w, height=h - 72 if not self.demonstration else 110)
        if self.demonstration:
            paper.paragraph(words("confirm_say"), 19, x, top + h - 76, 1216 - x, INK_2, height=56)

    def moving(self, stage: Stage) -> None:
        if self.demonstration:
            self.demonstration.show(stage, self.age)


def gallery(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """One child's rows: at the second of them, with the faces, a single row, more than fit, and none."""
    child = next(iter(ctx.children))

    def leave() -> Scene:
        return flow.who(ctx)

    attempts = list(ctx.child(child).attempts.values())
    scene = Confirm(ctx, child, leave)
    if scene.current:
        scene.press(scene.first_focus([w.name for w in scene.widgets]) or "later")
    yield "confirm", scene
    scene.press("hurt")
    yield "confirm-faces", scene
    if waits := [a.id for a in waiting(ctx.child(child), ctx.today)]:
        yield "confirm-one", Confirm(ctx, child, leave, waits[-1:])
        yield "confirm-many", Confirm(ctx, child, leave, [a.id for a in attempts[-6:]])
    yield "confirm-nothing", Confirm(ctx, child, leave, ())

