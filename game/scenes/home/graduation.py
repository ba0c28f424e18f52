"""The end of the journey: all friends stand up, one flower for every week, a certificate, and a quieter trail."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial

from game.core.events import Graduated
from game.core.reports.progress import progress
from game.core.rules.journey import journey
from game.scenes.home.certificate import certificate
from game.scenes.routes import Next
from game.scenes.screen import hud, mascot
from game.scenes.screen.celebration import paint_feast, paint_garland, put_confetti
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.printout import printed
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.cut_out import Figure, cut_out, paint_cut_out
from game.ui.controls import Command
from game.ui.effects import HOP_AFTER, confetti, hop
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Widget, button

FRIENDS = (  # two rows on the hills, each in the pose of what it has shown all the way, feet to be seen
    ("pippa", "penguin_walk", 84, 590), ("zuzu", "caterpillar", 312, 590), ("otto", "river_stones", 900, 590),
    ("fay", "starfish_toes", 1034, 590), ("tik", "giraffe_walk", 186, 640), ("kva", "crab_shuffle", 452, 640),
    ("koko", "toe_artist", 790, 640),
)  # fmt: skip
FRIEND_HIGH, FRIEND_WIDE = 156.0, 156.0
TURN_SECONDS = 1.6  # one friend after another hops
FEAST_SECONDS = 26.0  # then everybody stands still
PRINT = Box(28, 140, 270, 52)
FLOWERS = 984  # design units of the row of weeks
log = logging.getLogger(__name__)


def is_due(ctx: Context, child: str) -> bool:
    """Whether the rules have graduated the child and the ceremony was not held yet."""
    way = journey(ctx.catalogue, ctx.child(child), ctx.today)
    return way.now(ctx.today).graduated_on is not None and not way.is_celebrated(ctx.today)


class GraduationScreen(Screen):
    """Entering it is the ceremony: it is written down once."""

    name = "graduation"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        super().__init__(ctx)
        self.id, self.then = child, then
        if is_due(ctx, child):
            ctx.record(Graduated(early=False), child=child)
        self.bloom = progress(ctx.catalogue, ctx.child(child), ctx.today, since=ctx.today).bloom_weeks
        self.pieces = () if ctx.settings.calm else confetti(12, ctx.is_evening, (640, 420, 190))
        self.message = ""  # what came of printing

    def build(self) -> tuple[Widget, ...]:
        return (
            replace(
                button("print", PRINT, self.ctx.texts("graduation_print"), glyph="print", size=19),
                anchor=Anchor.TOP_LEFT,
            ),
            hud.again((1204, 156), Anchor.TOP_RIGHT),
            hud.big("play", "label_go_on", Command.BACK, theme.TEAL, 86),
        )

    def lines(self) -> tuple[str, ...]:
        return ("graduate_hello", "graduate_feet", "graduate_friends", "graduate_strong", "graduate_next")

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "print":
                self._print()
            case _:
                return self.then
        return None

    def _print(self) -> None:
        """Saves the certificate and shows it with the computer's own program, which prints it."""
        ctx = self.ctx
        try:
            child = ctx.child(self.id)
            name = file_name(ctx, ctx.texts("file_certificate"), "html", nickname=child.nickname)
            path = printed(ctx, name, certificate(ctx, child, self.bloom))
            self.message = ctx.texts("graduation_saved", path=path)
        except OSError as error:
            log.warning("certificate not saved: %s", error)
            self.message = str(error.strerror or error)
        self.changed()

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paint_feast(paper, ctx.is_evening, has_rays=not ctx.is_evening and not ctx.settings.calm, middle=(640, 330))
        paint_garland(paper)
        banner = paper.view.anchored(Box(420, 20, 440, 84), Anchor.TOP)
        paper.panel(banner, radius=42)
        paper.text(ctx.texts("graduation_banner"), 44, 640, banner.y + 40, weight=theme.BLACK, width=400)
        weeks = ctx.catalogue.rules.graduation_weeks
        for week in range(weeks):
            left, top = 96 + week * FLOWERS / weeks, 690 - week % 2 * 8
            opacity = 255 if week < self.bloom else 70
            paper.part("bg/flower_coral", left, top, 46, 61, opacity=opacity, shadow=0)
        if self.message:
            said = paper.view.anchored(Box(28, 204, 400, 138), Anchor.TOP_LEFT)
            paper.panel(said, radius=16, lip_depth=3, blur=6, alpha=40)
            paper.paragraph(self.message, 17, said.x + 18, said.y + 6, 364, weight=theme.SEMI_BOLD, height=126)

    def moving(self, stage: Stage) -> None:
        put_confetti(
            stage, self.ctx.pictures, self.pieces, self.age, self.ctx.is_evening, self.widget("print").box.grown(24)
        )
        calm = self.ctx.settings.calm or self.age > FEAST_SECONDS
        turn = int(self.age / TURN_SECONDS) % len(FRIENDS)
        for i, (animal, exercise, x, y) in enumerate(FRIENDS):
            hops = i == turn and not calm
            sheet = self.ctx.art.figure(self.ctx.catalogue.exercises.get(exercise), animal)
            box = Box(x - FRIEND_WIDE * 0.6, y - FRIEND_HIGH - 12, FRIEND_WIDE * 1.2, FRIEND_HIGH + 44)
            stood = partial(_friend, sheet=sheet, x=x, y=y)
            dy = -hop(HOP_AFTER + self.age % TURN_SECONDS) if hops else 0.0
            self.sprite(stage, ("friend", animal), box, stood, dy=dy)
        clip = "idle" if calm else "greet" if self.ctx.is_evening else "cheer"
        mascot.show(self.ctx, stage, clip, 640, 586, 0.7, 0.0 if calm else self.age)


def _friend(paper: Paper, sheet: Figure, x: float, y: float) -> None:
    """A whole friend with its shadow on the grass."""
    shade = f'<ellipse cx="{x}" cy="{y}" rx="54" ry="9" fill="#2E2A3A" fill-opacity="0.16"/>'
    paper.shape(shade, Box(x - 56, y - 12, 112, 24), alpha=0)
    paint_cut_out(paper, cut_out(paper.pictures, sheet, FRIEND_HIGH, FRIEND_WIDE, edge=0), x, y)
