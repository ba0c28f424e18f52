"""Was the child asked about its pain? The card before an exercise that rests comes again; *not yet* has the focus and
changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from game.core.reports.where_hurt import strongest_on
from game.scenes import routes
from game.scenes.parent.after_pain import state_now
from game.scenes.routes import Next
from game.scenes.screen.dose_words import exercise_name, sore_foot
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(270, 120, 740, 480)
X, WIDTH = CARD.x + 40, CARD.w - 80


class AllowAgainPage(Overlay):
    """Over the page it was pressed on. The *yes* does `allow`, and `then` follows."""

    name = "allow-again"

    def __init__(self, below: Screen, child: str, exercise: str, allow: Callable[[], None], then: Next) -> None:
        super().__init__(below)
        self._child, self._exercise, self._allow, self._then = child, exercise, allow, then

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words, y, w = self.ctx.texts, CARD.bottom - 86, (WIDTH - 20) / 2
        return (
            button("not-yet", Box(X, y, w, 56), words("allow_not_yet"), "primary", size=20, command=Command.BACK),
            button("allow", Box(X + w + 20, y, w, 56), words("allow_yes"), size=20),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "not-yet"

    def paint_still(self, paper: Paper) -> None:
        words, ctx, child = self.ctx.texts, self.ctx, self.ctx.child(self._child)
        state = state_now(ctx, child)
        paint_below(paper, self.below)
        paper.panel(CARD)
        paper.glyph("ouch", X + 18, CARD.y + 54, 36, WARN)
        named = exercise_name(words, ctx.catalogue, self._exercise)
        paper.text(words("allow_title", exercise=named), 28, X + 52, CARD.y + 54, WARN, align="l", width=WIDTH - 52)
        y: float = CARD.y + 96
        if rest := state.resting.get(self._exercise):
            play = strongest_on(child, self._exercise, rest.of)
            pain = words("allow_pain", score=rest.score, date=rest.of)
            foot = sore_foot(words, ctx.catalogue, play) if play else ""
            said = words.locale.in_row([pain, foot]) if foot else pain
            y = paper.paragraph(said, 20, X, y, WIDTH, INK_2, SEMI_BOLD, height=28) + 14
        y = paper.paragraph(words("allow_ask", name=child.nickname), 23, X, y, WIDTH, INK, EXTRA_BOLD, height=92) + 14
        y = paper.paragraph(words("allow_watch", name=child.nickname), 20, X, y, WIDTH, INK, height=54) + 14
        after = "after_pain_stopped" if state.stopped_on else "need_resting_small"
        paper.paragraph(words(after), 18, X, y, WIDTH, INK_2, SEMI_BOLD, height=48)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        if name == "not-yet":
            return routes.Back(self.below)
        self._allow()
        return self._then
