"""What the child will see: the stage of play itself with this exercise's pictures, tempo and tray, and the mistake.

Nothing is counted and nothing is told; a grown-up looks, with either foot that works.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from game.core.content import Exercise, Foot, Unit
from game.core.session import pacing
from game.core.session.pacing import PIECE_LANDS, Pace, Stretch
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.grown_ups import GrownUpScreen
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.crossed_out import ALONE, MARK, SIDE, cross_out
from game.scenes.session.demonstration import MIRRORS, ExerciseAnimation, ground_colour, place_of
from game.scenes.session.session_screen import badge
from game.scenes.session.stretch_stage import StretchStage
from game.ui.art import lens
from game.ui.art.lens import HOW_TO_RADIUS, LensView, fitted
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Backdrop, Stage
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button, paint

BACK = Box(1112, 24, 140, 56)
NAME_X = 400
WORDS, WORDS_H, WORDS_SIZE = Box(392, 14, 704, 104), 96, 22
FEET = {Foot.LEFT: Box(24, 92, 200, 56), Foot.RIGHT: Box(24, 160, 200, 56)}
SHOWN_AS = {"right": Box(24, 24, 170, 56), "mistake": Box(202, 24, 170, 56)}


@dataclass(frozen=True)
class LookedAt:
    """What the picture of a stretch asks for, without a session."""

    ctx: Context
    exercise: Exercise
    stretch: Stretch
    skin: int
    swapped: frozenset[str] = frozenset()

    @property
    def beat(self) -> float:
        """As it is counted once the first plays are over."""
        return pacing.beat(self.exercise, pacing.FIRST_PLAYS)


class OwnPreviewPage(StretchStage, GrownUpScreen):
    """Over the page `below`, which comes again. `foot` is the one ordered alone."""

    name = "own-preview"

    def __init__(self, below: GrownUpScreen, exercise: Exercise, foot: Foot | None, skin: int) -> None:
        super().__init__(below.ctx)
        self.below, self.exercise, self.only, self._skin = below, exercise, foot, skin
        self.foot = (foot or Foot.LEFT) if exercise.per_foot else None
        self.shows_mistake = False
        self._begin()

    def _begin(self) -> None:
        amount = self.exercise.ramp.start
        self.stretch = Stretch(1, 1, self.foot, amount)
        looked = LookedAt(self.ctx, self.exercise, self.stretch, self._skin)
        self.show_ = ExerciseAnimation(looked)
        self.pace = Pace(amount, looked.beat, PIECE_LANDS if self.exercise.unit is Unit.PIECES else 1.0)
        self._wrong: LensView | None = None

    def resized(self) -> None:
        super().resized()
        self.show_.resized()
        self._wrong = None

    # ---------------------------------------------------------------- widgets
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        ways = ["right", "mistake"] if self.exercise.demonstration.mistake else ["right"]
        here = "mistake" if self.shows_mistake else "right"
        feet = FEET if self.foot and self.only is None else {}
        return (
            *(button(way, SHOWN_AS[way], words(f"own_shows_{way}"), "on" if way == here else "plain", size=19)
              for way in ways),
            *(button(f"foot-{foot.value}", box, words(f"own_shows_foot_{foot.value}"),
                     "on" if foot is self.foot else "plain", size=19)
              for foot, box in feet.items()),
            button("back", BACK, words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    def press(self, name: str) -> Next | None:
        if name == "back":
            return routes.Again(self.below)
        if name in ("right", "mistake"):
            self.shows_mistake = name == "mistake"
        else:
            self.foot = Foot(name.removeprefix("foot-"))
        self._begin()
        self.changed()
        return None

    def unlocked(self) -> Scene:
        self.below.unlocked()
        return super().unlocked()

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if self.pace.is_over:
            self.pace = Pace(self.pace.amount, self.pace.beat, self.pace.lands)
        self.pace.go_on(dt)
        return following

    # ---------------------------------------------------------------- drawing
    @property
    def begins_at_right(self) -> bool:
        """It is the child's picture, which stays as it is drawn."""
        return False

    def own_words(self) -> str:
        """The family's words to what is shown, as they stand on the picture where no voice reads them: how it is done,
        or the usual cheat; "" where nothing was written."""
        exercise = self.exercise
        if self.shows_mistake:
            return exercise.words.cheat
        return exercise.what if exercise.what != exercise.title else ""

    def backdrop(self, stage: Stage) -> Backdrop:
        place = self.exercise.demonstration.place if self.shows_mistake else place_of(self.exercise)
        return self.ctx.art.place(place, self.ctx.is_evening).still(stage.view.size)

    def moving(self, stage: Stage) -> None:
        if not self.shows_mistake:
            super().moving(stage)
            return
        wrong = self._mistake()
        self.piece(stage, "rim", SIDE, lambda p: lens.paint_rim(p, *ALONE, HOW_TO_RADIUS))
        wrong.show(stage, self.age, *ALONE)
        self.piece(stage, "crossed out", MARK, lambda p: cross_out(p, ALONE))

    def _mistake(self) -> LensView:
        clip = self.exercise.demonstration.mistake
        assert clip
        if self._wrong is None:
            frame = fitted(self.ctx.art, clip.rig, (clip.clip,), HOW_TO_RADIUS)
            self._wrong = LensView(
                self.ctx.art, self.ctx.pictures, clip.rig, clip.clip, frame, radius=HOW_TO_RADIUS, is_wrong=True,
                ground=ground_colour(self.ctx, self.exercise.demonstration.place), skin=self._skin,
                sky=lens.NIGHT_SKY if self.ctx.is_evening else lens.SKY,
                flip=self.foot is not None and MIRRORS.get(clip.rig) is self.foot,
            )  # fmt: skip
        return self._wrong

    def furniture(self, stage: Stage) -> None:
        name, night = self.exercise.title, self.ctx.is_evening
        box = hud.caption_box(self.ctx.pictures.text_width(name, 38, EXTRA_BOLD), NAME_X)
        picture = badge(self.exercise)
        if words := self.own_words():
            self.piece(stage, ("words", words), shadowed(WORDS), lambda p: _paint_words(p, words))
        elif not self.shows_mistake:  # its window stands where the name was
            self.piece(
                stage, ("name", name, picture, night), shadowed(box),
                lambda p: hud.paint_caption(p, box, name, picture, night),
            )  # fmt: skip
        for widget in self.widgets:
            self.piece(stage, ("slab", widget), shadowed(widget.box), partial(_paint, widget))


def _paint_words(paper: Paper, text: str) -> None:
    paper.panel(WORDS, radius=36)
    high = min(WORDS_H, paper.paragraph_height(text, WORDS_SIZE, WORDS.w - 56, EXTRA_BOLD, 1.2))
    top = WORDS.y + (WORDS.h - high) / 2
    paper.paragraph(text, WORDS_SIZE, WORDS.centre[0], top, WORDS.w - 56, weight=EXTRA_BOLD, leading=1.2, align="c",
                    height=WORDS_H)  # fmt: skip


def _paint(widget: Widget, paper: Paper) -> None:
    paint(paper, widget)
