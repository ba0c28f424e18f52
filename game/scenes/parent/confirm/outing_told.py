"""The walk told by a grown-up: which day, how long, how it went; then its stars.

Made only behind the gate. A day's walk is told once; its page in Progress takes it back.
"""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from game.core.events import Grade
from game.core.rules.outings import days_open, last_told, minutes, told_on, walked
from game.core.rules.rewards import RefusedByRules
from game.frozen import dataclass
from game.scenes import routes
from game.scenes.parent.grade_keys import GRADE_KEYS
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name
from game.scenes.screen.grown_ups import GrownUpScreen
from game.scenes.screen.mascot import SHOWS, until_rest
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

PICTURE = Box(40, 108, 420, 480)
LEFT, WIDTH = 500, 740
FIGURE, SCALE = (262, 540), 0.42


@dataclass(frozen=True, slots=True)
class OutingGradeLook:
    """A way the walk may have gone: text keys, colours, glyph."""

    grade: Grade
    word: str
    line: str
    paint: theme.Paint
    disc: str
    glyph: str


GRADES = (
    OutingGradeLook(
        Grade.WELL, "outing_well", "outing_well_line", theme.Paint("#E3F1EC", "#BBDCD2"), theme.TEAL.fill, "tick"
    ),
    OutingGradeLook(
        Grade.HELPED, "outing_helped", "outing_helped_line", theme.Paint("#E2EEF5", "#BAD3E1"), theme.BLUE.fill, "hand"
    ),
)


class OutingToldPage(GrownUpScreen):
    """`back` is where it leads without telling; `on` the day that was asked about."""

    name = "outing_told"

    def __init__(self, ctx: Context, child: str, back: Next, on: date | None = None) -> None:
        super().__init__(ctx)
        self.id, self.back = child, back
        programme = ctx.catalogue.programmes[ctx.child(child).programme or ""]
        self.exercise = ctx.catalogue.exercises[programme.beside[0]]
        self.lengths = minutes(self.exercise)
        last = last_told(ctx.child(child), self.exercise.id)
        self.length = last if last in self.lengths else self.lengths[0]
        self.grade = Grade.WELL
        self.refused: str | None = None
        self.on = on if on in self.days() else self._likely_day()

    def _likely_day(self) -> date:
        return next((day for day in self.days() if not self._is_told(day)), self.ctx.today)

    def unlocked(self) -> Scene:
        """After some nights the day that was chosen may be neither today nor yesterday."""
        if self.on not in self.days():
            self.on = self._likely_day()
        return super().unlocked()

    def days(self) -> tuple[date, ...]:
        """Today and yesterday, but none before the child came."""
        return days_open(self.ctx.child(self.id), self.ctx.today)

    def _is_told(self, day: date) -> bool:
        return told_on(self.ctx.child(self.id), self.exercise.id, day)

    # ---------------------------------------------------------------- widgets
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        when = tuple(
            button(f"day-{i}", Box(LEFT + i * 252, 150, 240, 60), words(key), _kind(self.on == day), size=22)
            for i, (key, day) in enumerate(zip(("screen_today", "screen_yesterday"), self.days()))
        )
        step = (WIDTH + 12) / len(self.lengths)
        length = tuple(
            button(
                f"minutes-{n}", Box(LEFT + i * step, 270, step - 12, 84), str(n), _kind(self.length == n), size=34,
            )
            for i, n in enumerate(self.lengths)
        )  # fmt: skip
        how = tuple(
            Widget(
                f"grade-{g.grade.value}", Box(LEFT + i * 376, 414, 364, 92), Hotspot(22), is_adult=True,
                is_chosen=self.grade is g.grade, keys=GRADE_KEYS[g.grade],
            )
            for i, g in enumerate(GRADES)
        )  # fmt: skip
        keep = button(
            "keep", Box(900, 630, 340, 60), words("outing_keep"), "primary", glyph="tick", size=22,
            is_enabled=not self._is_told(self.on),
        )  # fmt: skip
        return (
            *when, *length, *how, keep,
            button("back", Box(1100, 30, 140, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("outing_told_today" if self.on == self.ctx.today else "outing_told_yesterday")

    def first_focus(self, names: list[str]) -> str | None:
        return f"minutes-{self.length}" if f"minutes-{self.length}" in names else names[0]

    def press(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        self.refused = None
        match what:
            case "day":
                self.on = self.days()[int(value)]
            case "minutes":
                self.length = int(value)
            case "grade":
                self.grade = Grade(value)
            case "keep":
                return self._keep()
            case _:
                return self.back
        self.changed()
        return None

    def _keep(self) -> Next | None:
        """Written down at once, with its stars; or why it may not be."""
        ctx, child = self.ctx, self.id
        try:
            facts = walked(
                ctx.catalogue, ctx.child(child), self.exercise.id, self.length, self.grade, self.on, ctx.slot,
                ctx.now(), (str(uuid4()), str(uuid4())),
            )  # fmt: skip
        except RefusedByRules as refused:
            self.refused = ctx.texts.reason(refused.reason)
            self.changed()
            return None
        events = ctx.record(*facts, child=child)
        return routes.Reward(child, events, routes.Trail(child))

    # ---------------------------------------------------------------- painting
    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        name = exercise_name(words, self.ctx.catalogue, self.exercise.id)
        head = paper.text(name, 34, 40, 56, align="l", width=400)
        paper.text(self.ctx.child(self.id).nickname, 20, head.right + 20, 60, INK_2, SEMI_BOLD, "l", 300)
        self._paint_wood(paper)
        paper.paragraph(words("outing_line"), 19, PICTURE.x, 606, PICTURE.w + 20, INK_2, height=80)
        titles = ((124, "outing_when"), (244, "outing_length"), (386, "outing_how"))
        for y, key in titles:
            paper.text(words(key), 20, LEFT, y, INK_2, SEMI_BOLD, "l", 400)
        for i, look in enumerate(GRADES):
            self._paint_grade(paper, look, LEFT + i * 376)
        if self.refused:
            paper.paragraph(self.refused, 20, LEFT, 530, WIDTH, WARN, height=88)
        elif self._is_told(self.on):
            key = "outing_told_today" if self.on == self.ctx.today else "outing_told_yesterday"
            paper.paragraph(words(key), 20, LEFT, 530, WIDTH, height=88)

    def _paint_wood(self, paper: Paper) -> None:
        """A clearing on a card."""
        x, y, w, h = PICTURE.x, PICTURE.y, PICTURE.w, PICTURE.h
        paper.card(PICTURE, fill="#DCEFE6", lip="#BFD6A8")
        ground = y + h - 148
        body = (
            f'<path d="M{x} {ground}Q{x + w * 0.3} {ground - 34} {x + w * 0.6} {ground - 8}T{x + w} {ground - 16}'
            f'V{y + h - 20}Q{x + w} {y + h} {x + w - 20} {y + h}H{x + 20}Q{x} {y + h} {x} {y + h - 20}Z" '
            'fill="#8CC28B"/>'
        )
        for part, px, size in (("bg/pine", x + 66, 84), ("bg/tree", x + 362, 120), ("bg/pine", x + 148, 58)):
            paper.part(part, px, ground - size * 0.72, size, shadow=30)
        paper.shape(body, PICTURE.grown(4), alpha=0)

    def _paint_grade(self, paper: Paper, look: OutingGradeLook, x: float) -> None:
        box = Box(x, 414, 364, 86)
        paper.panel(box, look.paint.fill, look.paint.lip, 22, lip_depth=5, blur=5, alpha=35)
        paper.disc(x + 48, 457, 26, theme.Paint(look.disc, look.disc), lip_depth=0, alpha=0)
        paper.glyph(look.glyph, x + 48, 457, 30, theme.CREAM, 3)
        paper.text(self.ctx.texts(look.word), 24, x + 90, 443, align="l", weight=EXTRA_BOLD, width=200)
        paper.text(self.ctx.texts(look.line), 18, x + 90, 472, INK_2, SEMI_BOLD, "l", 250)
        paper.text(GRADE_KEYS[look.grade], 17, box.right - 44, 430, INK_2, EXTRA_BOLD, "r")
        if self.grade is look.grade:
            paper.chosen_box(box, 22)

    def moving(self, stage: Stage) -> None:
        clip = self.exercise.demonstration.right
        view = self.ctx.art.puppet(clip.rig, clip.clip, scale=SCALE * stage.view.zoom)
        seconds = until_rest(self.age, self.quiet, view, SHOWS)
        stage.put_frame(view.frame(0.0 if self.ctx.settings.calm else seconds), *FIGURE)


def _kind(is_on: bool) -> str:
    return "on" if is_on else "plain"
