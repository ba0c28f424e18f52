"""The stage of one stretch: the friend or foot at work, the tray below, the number last said.

Mixed in before the screen that gives it time: play itself, and the preview a grown-up looks at.
"""

from __future__ import annotations

from functools import partial

from game.core.content import Exercise, Unit
from game.core.session.pacing import COUNTED_DOWN, Pace, Stretch
from game.scenes.screen.moving_screen import LiveScreen, shadowed
from game.scenes.session import picked
from game.scenes.session import tray as play_tray
from game.scenes.session.demonstration import LENS, MAT, SHEET, ExerciseAnimation
from game.ui.art import lens
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box

WALKED_STEPS = 120  # the walked path is drawn in so many lengths
HEAD = 84
CRAWL_WAY = Box(0, 540, 1280, 84)  # on the mat, where a caterpillar foot crawls


class StretchStage(LiveScreen):
    """A subclass sets what is shown, and moves `pace` on."""

    exercise: Exercise
    stretch: Stretch
    show_: ExerciseAnimation
    pace: Pace
    is_paused = False

    @property
    def _is_timed(self) -> bool:
        return self.exercise.unit is Unit.SECONDS

    @property
    def tray_anchor(self) -> Anchor:
        """With a child's buttons at the window's edge; a grown-ups' page stays as it is laid out."""
        return Anchor.BOTTOM if self.is_child else Anchor.PICTURE

    def moving(self, stage: Stage) -> None:
        if self.show_.lens:
            self.piece(
                stage, ("rim", self.show_.lens.radius), shadowed(lens.rim_box(*LENS)),
                lambda p: lens.paint_rim(p, *LENS, lens.RADIUS),
            )  # fmt: skip
        if self.show_.draws_on_paper:
            night = self.ctx.is_evening
            self.piece(stage, ("sheet", night), SHEET.grown(20), partial(_paint_sheet, night))
        if self.show_.stands_on_mat:
            night = self.ctx.is_evening
            self.piece(stage, ("mat", night), MAT.grown(20), partial(_paint_mat, night))
        if self.show_.crawl:
            marks = self.show_.crawl.marks(self.show_.poses[0].x, self.stretch.amount)
            night, is_mirrored = self.ctx.is_evening, self.show_.is_mirrored
            self.piece(stage, ("way", marks, night), CRAWL_WAY, partial(_paint_crawl_way, marks, night, is_mirrored))
            if trail := self.show_.crawl.trail(self.show_.poses[0].x, self.show_.loops(*self._moment)):
                left, right = sorted(trail)
                box = Box(left - 20, CRAWL_WAY.y, right - left + 40, CRAWL_WAY.h)
                self.piece(stage, ("trail", trail), box, partial(_paint_trail, trail), place="trail")
        self.show_.draw(stage, *self._moment, self.pace.seconds)
        self._draw_heaps(stage)
        self._draw_tray(stage)
        self._draw_digit(stage)

    @property
    def _moment(self) -> tuple[int, float]:
        """How many units lie behind the picture, and how much of the present one."""
        if self.pace.is_over:
            return self.stretch.amount - 1, 0.999
        is_landing = self.pace.phase >= self.pace.lands < 1 and self.pace.units > 0
        return self.pace.units - is_landing, self.pace.phase  # counted as it lands, while the picture is still at it

    @property
    def _things(self) -> tuple[str, ...]:
        """What is picked up, one after another."""
        return picked.things(self.ctx, self.show_.clips) if self.exercise.unit is Unit.PIECES else ()

    def _draw_heaps(self, stage: Stage) -> None:
        """What was picked up, in its box."""
        if self.exercise.unit is Unit.PIECES:
            place = self.show_.poses[0]
            for heap in picked.heaps(self.ctx, self.show_.clips, place, self.pace.units):
                self.piece(
                    stage, heap, heap.box, partial(_paint_heap, heap, place.flip), place=("heap", heap.x), may_wait=True
                )

    def _draw_tray(self, stage: Stage) -> None:
        clips = tuple(c.clip for c in self.show_.clips)
        way = self.show_.step(self.pace.seconds).way if self._is_timed else 0
        tray = play_tray.tray(self.exercise, self.stretch, self.pace.units, clips, self._things, way)
        box = shadowed(play_tray.TRAY)
        self.piece(stage, tray, box, lambda p: play_tray.paint(p, tray), place="tray", anchor=self.tray_anchor)
        if self._is_timed:
            share = round(self.pace.share * WALKED_STEPS) / WALKED_STEPS
            left = play_tray.path_point(self.stretch, 0) - 16
            walked = Box(left, 650, play_tray.path_point(self.stretch, share) - left + 16, 32)
            key = "walked", self.stretch, share
            self.piece(
                stage, key, walked, lambda p: play_tray.paint_walked(p, self.stretch, share), place="walked",
                anchor=self.tray_anchor,
            )  # fmt: skip
            head = self.ctx.pictures.part(f"cast/{self.exercise.demonstration.host}", HEAD)
            below = self.ctx.pictures.plain.view.shift(self.tray_anchor)[1]
            stage.put_centre(head, play_tray.path_point(self.stretch, share), 660 + below)

    def _draw_digit(self, stage: Stage) -> None:
        """The number last said: what is done, or the seconds of the last five. None beside a shape, which may itself be
        a number: the tray tells how many are drawn."""
        if self.exercise.unit is Unit.SHAPES:
            return
        if self._is_timed:
            n = self.stretch.amount - self.pace.units
            if n > COUNTED_DOWN or self.stretch.amount <= COUNTED_DOWN or self.pace.is_over:
                return
        else:
            n = self.pace.units
            if not n:
                return
        on_right = self.exercise.demonstration.close_up and not self.show_.is_mirrored
        if self.is_paused and not on_right:
            return  # the sign of the pause is there
        box = play_tray.DIGIT_RIGHT if on_right else play_tray.DIGIT_LEFT
        key = "digit", n, on_right
        self.piece(
            stage, key, shadowed(box), lambda p: play_tray.paint_digit(p, box, n), place="digit",
            may_wait=True,
        )  # fmt: skip


def _paint_heap(heap: picked.Heap, is_mirrored: bool, paper: Paper) -> None:
    picked.paint(paper, heap, is_mirrored)


def _paint_crawl_way(marks: tuple[float, ...], night: bool, is_mirrored: bool, paper: Paper) -> None:
    """A stitch for every bridge, and the leaf the caterpillar crawls to: so it is seen how far the foot comes."""
    colour = "#B4D2D6" if night else "#E9F5EC"
    stitches = "".join(f"M{x:.1f} 584V600" for x in marks)
    body = f'<path d="{stitches}" stroke="{colour}" stroke-width="7" stroke-linecap="round" fill="none"/>'
    paper.shape(body, CRAWL_WAY, alpha=0)
    paper.part("stickers/leaf", marks[-1] + (-58 if is_mirrored else 58), 574, 72, flip=is_mirrored)


def _paint_trail(trail: tuple[float, float], paper: Paper) -> None:
    """How far the heel has come, behind it."""
    start, end = trail
    body = (
        f'<path d="M{start:.1f} 592H{end:.1f}" stroke="#FFC94D" stroke-width="12" stroke-linecap="round" fill="none"/>'
        f'<path d="M{start:.1f} 578V606" stroke="#FFF6E6" stroke-width="8" stroke-linecap="round" fill="none"/>'
    )
    paper.shape(body, Box(min(trail) - 20, CRAWL_WAY.y, abs(end - start) + 40, CRAWL_WAY.h), alpha=0)


def _paint_sheet(night: bool, paper: Paper) -> None:
    x, y, w, h = SHEET.x, SHEET.y, SHEET.w, SHEET.h
    colour = "#CFC9E2" if night else "#FFFDF7"
    paper.shape(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="16" fill="{colour}"/>', SHEET, 8, 60, 4)


def _paint_mat(night: bool, paper: Paper) -> None:
    x, y, w, h = MAT.x, MAT.y, MAT.w, MAT.h
    colour, seam = ("#5F5A94", "#7A75B0") if night else ("#A99CCB", "#C4B9DF")
    inside = f'x="{x + 22}" y="{y + 22}" width="{w - 44}" height="{h - 44}" rx="18" fill="none"'
    body = (
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="30" fill="{colour}"/>'
        f'<rect {inside} stroke="{seam}" stroke-width="5" stroke-dasharray="3 16" stroke-linecap="round"/>'
    )
    paper.shape(body, MAT, 8, 60, 4)
