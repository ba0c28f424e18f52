"""Was there no operation? The card that asks again before it is taken back; *keep* has the focus, changes nothing."""

from __future__ import annotations

from game.core.rules.parent_actions import no_operation, programme_without
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(290, 130, 700, 440)
X, WIDTH = CARD.x + 40, CARD.w - 80


class NoOperationPage(Overlay):
    """Over the page it was pressed on. A child that had another programme has that one again, and `then` follows;
    else the programme is asked for, and only with it anything is written."""

    name = "no-operation"

    def __init__(self, below: Screen, child: str, then: Next) -> None:
        super().__init__(below)
        self._child, self._then = child, then

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words, y = self.ctx.texts, CARD.bottom - 86
        return (
            button("keep", Box(X, y, 300, 56), words("no_operation_keep"), "primary", size=20, command=Command.BACK),
            button("none", Box(CARD.right - 340, y, 300, 56), words("no_operation_do"), "warn", size=20),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "keep"

    def paint_still(self, paper: Paper) -> None:
        words, child = self.ctx.texts, self.ctx.child(self._child)
        paint_below(paper, self.below)
        paper.panel(CARD)
        paper.glyph("warn", X + 18, CARD.y + 56, 36, WARN)
        title = words("no_operation_title", name=child.nickname)
        paper.text(title, 30, X + 52, CARD.y + 56, WARN, align="l", width=WIDTH - 52)
        y = paper.paragraph(words("no_operation_line"), 21, X, CARD.y + 100, WIDTH, INK, height=96) + 14
        y = paper.paragraph(words("no_operation_real"), 21, X, y, WIDTH, INK, height=66) + 14
        before = programme_without(child)
        after = words("no_operation_before", programme=words(f"programme_{before}")) if before else None
        paper.paragraph(after or words("no_operation_ask"), 19, X, y, WIDTH, INK_2, SEMI_BOLD, height=52)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        if name == "keep":
            return routes.Back(self.below)
        if programme_without(self.ctx.child(self._child)) is None:
            return routes.WithoutOperation(self._child, self._then)
        self.ctx.record(*no_operation(self.ctx.child(self._child)), child=self._child)
        return self._then
