"""One exercise only: three friends, the one least played first, one press to begin."""

from __future__ import annotations

from functools import partial

from game.core.events import QuestKind
from game.core.quest import Level
from game.core.rules.today import today
from game.scenes import routes
from game.scenes.home.map_pictures import friend
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.portrait import Portraits
from game.ui.stage import Stage
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, round_button

PLACES = {0: (), 1: (640,), 2: (470, 810), 3: (300, 640, 980)}
MIDDLE, RADIUS = 340, 124
HELLO_SECONDS = 3.2


class ChooseScreen(Screen):
    """The focused friend waves; its exercise is named when it has the focus."""

    name = "choose"

    def __init__(self, ctx: Context, child: str) -> None:
        super().__init__(ctx)
        self.id = child
        self.levels = today(ctx.catalogue, ctx.child(child), ctx.now(), ctx.slot).choices
        self._moment = ctx.today, ctx.slot
        self.hello = 0.0
        self._greeted: str | None = None
        self._portraits = Portraits()

    def spots(self) -> list[tuple[Level, str, float]]:
        """Level, friend and x of each window."""
        return [
            (level, friend(self.ctx.catalogue, level.exercise, "bo"), x)
            for level, x in zip(self.levels, PLACES[len(self.levels)])
        ]

    def build(self) -> tuple[Widget, ...]:
        friends = [
            Widget(level.exercise, Box.around(x, MIDDLE, RADIUS), Hotspot(), voice=f"{level.exercise}_name")
            for level, _, x in self.spots()
        ]
        back = round_button("back", 76, 76, 48, theme.CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        return (*friends, back, hud.again((1204, 76)))

    def lines(self) -> tuple[str, ...]:
        """The question, then the friends' exercises from left to right."""
        return ("two_minutes_choose", *(f"{level.exercise}_name" for level in self.levels))

    def press(self, name: str) -> Next | None:
        match name:
            case "back":
                return routes.Trail(self.id)
            case "again":
                self.ctx.say(*self.lines())
                return None
            case _:
                chosen = tuple(level for level in self.levels if level.exercise == name)
                return routes.Shoes(self.id, QuestKind.ONE, chosen)

    def update(self, dt: float) -> Next | None:
        if self._moment != (self.ctx.today, self.ctx.slot):
            return routes.MadeWay(routes.Trail(self.id))  # left standing: another slot has other friends
        if self.focused != self._greeted:
            self._greeted, self.hello = self.focused, 0.0
        self.hello += dt
        return super().update(dt)

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        paper.panel(Box(490, 34, 300, 92), radius=46)
        paper.text(ctx.texts("choose_title"), 40, 640, 79, width=260)
        for level, animal, x in self.spots():
            paper.disc(x, MIDDLE, RADIUS, theme.ANIMALS[animal], ring=theme.PANEL, lip_depth=12)
            self._paint_name(paper, ctx.texts.exercise(level.exercise), x)

    def _paint_name(self, paper: Paper, name: str, x: float) -> None:
        """On one line, or on two where it is long."""
        if paper.pictures.text_width(name, 32, theme.EXTRA_BOLD) <= 250:
            paper.panel(Box(x - 140, 504, 280, 66), radius=33)
            paper.text(name, 32, x, 536)
            return
        paper.panel(Box(x - 140, 504, 280, 92), radius=40)
        paper.paragraph(name, 28, x, 514, 250, weight=theme.EXTRA_BOLD, leading=1.25, align="c", height=76)

    def draw(self, stage: Stage) -> None:
        """The friends lean out over the focus ring; the exercise's sole lies over them."""
        super().draw(stage)
        for level, animal, x in self.spots():
            waves = level.exercise == self.focused and self.hello < HELLO_SECONDS and not self.ctx.settings.calm
            view = self._portraits.of(self.ctx.art, animal, "greet" if waves else "idle", RADIUS)
            stage.put_frame(view.frame(self.hello if waves else 0.0), x, MIDDLE)
            sole = self.ctx.catalogue.exercises[level.exercise].demonstration.sole
            box = Box.around(x + 100, MIDDLE + 88, 60)
            self.sprite(stage, ("sole", sole), box, partial(_sole, box=box, sole=sole))


def _sole(paper: Paper, box: Box, sole: str) -> None:
    """The part of the foot an exercise loads."""
    cx, cy = box.centre
    paper.disc(cx, cy, 44, theme.Paint(theme.PANEL, theme.PANEL_LIP), f"icons/{sole}", 68, lip_depth=5)
