"""A card that asks which of two it is: two large heads with their names, spoken, nothing suggested."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenes.screen.context import Context
from game.scenes.screen.meadow import paint_meadow
from game.scenes.session.session import RunningSession
from game.ui import theme
from game.ui.art.portrait import Portraits
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import Paint
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget

CARD = Box(150, 84, 980, 560)
RADIUS = 134
PLACES, MIDDLE = (388, 892), 384
SIGN = (640, 66, 56)


class TwoHeads:
    """The heads of a card about `asked`; one alone where only one may be meant."""

    def __init__(self, ctx: Context, asked: Sequence[RunningSession]) -> None:
        self.ctx, self.asked = ctx, tuple(asked)
        self._portraits = Portraits()
        self.places = PLACES if len(self.asked) > 1 else (640,)

    def widgets(self) -> tuple[Widget, ...]:
        """Named whose-0 and whose-1."""
        return tuple(
            Widget(
                f"whose-{i}",
                Box.around(x, MIDDLE, RADIUS),
                Hotspot(),
                f"friend_{session.child.animal}",
                keys=str(i + 1),
                beside=(Box(x - 150, MIDDLE + RADIUS + 30, 300, 52),),
            )
            for i, (session, x) in enumerate(zip(self.asked, self.places))
        )

    def paint(self, paper: Paper, title: str, icon: str, paint: Paint) -> None:
        """Card, sign and question, and the windows with their names."""
        paint_meadow(self.ctx, paper)
        paper.panel(CARD, radius=48, blur=20)
        x, y, r = SIGN
        paper.disc(x, y + 22, r, paint, icon, 1.5 * r, ring=theme.PANEL)
        paper.text(title, 42, 640, 192, width=CARD.w - 120)
        for session, x in zip(self.asked, self.places):
            child = session.child
            paper.disc(x, MIDDLE, RADIUS, theme.ANIMALS[child.animal], ring=theme.PANEL, lip_depth=12)
            paper.text(child.nickname, 36, x, MIDDLE + RADIUS + 56, width=300)

    def draw(self, stage: Stage) -> None:
        """The friends lean out over the ring."""
        for session, x in zip(self.asked, self.places):
            stage.put_frame(
                self._portraits.of(self.ctx.art, session.child.animal, "idle", RADIUS).frame(0.0), x, MIDDLE
            )
