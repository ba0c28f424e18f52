"""Shall the ceremony be held now? The card that asks again before it is brought forward; *later* has the focus."""

from __future__ import annotations

from game.core.rules.parent_actions import graduate
from game.core.rules.rewards import RefusedByRules
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(290, 130, 700, 440)
X, WIDTH = CARD.x + 40, CARD.w - 80


class EarlyCeremonyPage(Overlay):
    """Over the page it was pressed on; the ceremony begins at once, and the trail follows it."""

    name = "early-ceremony"

    def __init__(self, below: Screen, child: str) -> None:
        super().__init__(below)
        self._child = child

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words, y = self.ctx.texts, CARD.bottom - 86
        return (
            button("later", Box(X, y, 300, 56), words("ceremony_later"), "primary", size=20, command=Command.BACK),
            button("now", Box(CARD.right - 340, y, 300, 56), words("ceremony_now"), glyph="tick", size=20),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "later"

    def paint_still(self, paper: Paper) -> None:
        words, child = self.ctx.texts, self.ctx.child(self._child)
        paint_below(paper, self.below)
        paper.panel(CARD)
        paper.text(words("ceremony_title", name=child.nickname), 30, X, CARD.y + 56, align="l", width=WIDTH)
        y = paper.paragraph(words("ceremony_line"), 21, X, CARD.y + 92, WIDTH, INK, height=96) + 14
        y = paper.paragraph(words("ceremony_after"), 21, X, y, WIDTH, INK, height=96) + 14
        paper.paragraph(words("ceremony_there"), 19, X, y, WIDTH, INK_2, SEMI_BOLD, height=52)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        ctx, child = self.ctx, self._child
        if name == "later":
            return routes.Back(self.below)
        try:
            ctx.record(*graduate(ctx.catalogue, ctx.child(child), ctx.today), child=child)
        except RefusedByRules:  # a word was taken back meanwhile
            return routes.Back(self.below)
        return routes.Graduation(child, routes.Trail(child))
