"""One after another: now it is the next one's turn, told by a large head and a voice; after the last, the picture.

Who may not play now is passed over. Nobody has to hurry: the next one begins with a press.
"""

from __future__ import annotations

from game.core.rules.today import Doing, today
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.scenes.together.picture import paint_picture
from game.ui import theme
from game.ui.art.portrait import Portraits
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import TEAL
from game.ui.view import Anchor, Box
from game.ui.widgets import Widget

MIDDLE, RADIUS = (640, 330), 150
SMALL, SMALL_Y = 84, 340


class HandOverScreen(Screen):
    """Coming to it takes the next one's turn."""

    name = "hand_over"

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        turns = ctx.turns
        self._next = turns.next([child for child in ctx.children if _may_play(ctx, child)]) if turns else None
        self._children = turns.children if turns else ()
        if self._next is None:
            ctx.turns = None
        self._portraits = Portraits()
        self._day = ctx.today

    @property
    def child(self) -> str | None:
        """Whose turn it is; None after the last."""
        return self._next if self._next in self.ctx.children else None

    @property
    def all(self) -> list[str]:
        """Who played, but for whom a grown-up has put away or erased meanwhile."""
        return [child for child in self._children if child in self.ctx.children]

    def update(self, dt: float) -> Next | None:
        super().update(dt)
        is_gone = self._next is not None and self.child is None
        return routes.MadeWay(routes.Who()) if is_gone or self.ctx.today != self._day else None

    def lines(self) -> tuple[str, ...]:
        if self.child is None:
            return ("sleepy_end",) if self.ctx.is_evening else ("together_end",)
        return (f"friend_{self.ctx.child(self.child).animal}", "play_your_turn")

    def build(self) -> tuple[Widget, ...]:
        again = hud.again_right()
        back = hud.back()
        if self.child is None:
            bed = hud.big("bed", "label_bye", Command.BACK, TEAL, 88)
            return (again, bed)
        big = hud.big("play", "label_play", None, TEAL, 88)
        return (back, again, big)

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "big" if self.child:
                return routes.Enter(self.child)
            case "back" | "big":
                return routes.Who()
        return None

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paint_picture(paper, ctx)
        if self.child is None:
            title = ctx.texts("together_end_title")
        else:
            title = ctx.texts("together_turn", name=ctx.child(self.child).nickname)
        plate = paper.view.anchored(Box(330, 34, 620, 92), Anchor.TOP)
        paper.panel(plate, radius=46)
        paper.text(title, 42, 640, plate.y + 45, width=570)
        for child, x, y, r in self._windows():
            paper.disc(x, y, r, theme.ANIMALS[ctx.child(child).animal], ring=theme.PANEL, lip_depth=12)
            paper.panel(Box(x - 100, y + r + 26, 200, 62), radius=31)
            paper.text(ctx.child(child).nickname, 32, x, y + r + 56, width=176)

    def _windows(self) -> list[tuple[str, float, float, float]]:
        """The next one's large head; at the end everybody's."""
        if self.child:
            return [(self.child, *MIDDLE, RADIUS)]
        n = len(self.all)
        return [(child, 640 + (i - (n - 1) / 2) * 232, SMALL_Y, SMALL) for i, child in enumerate(self.all)]

    def draw(self, stage: Stage) -> None:
        super().draw(stage)
        still = self.ctx.settings.calm or self.quiet > 12
        for child, x, y, r in self._windows():
            clip = "greet" if self.child else "sleepy" if self.ctx.is_evening else "idle"
            view = self._portraits.of(self.ctx.art, self.ctx.child(child).animal, clip, r)
            stage.put_frame(view.frame(0.0 if still else self.age), x, y)


def _may_play(ctx: Context, child: str) -> bool:
    return today(ctx.catalogue, ctx.child(child), ctx.now(), ctx.slot).doing is Doing.READY
