"""A question before what a single press would lose. What keeps everything has the focus, and Esc means it."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenes import routes
from game.scenes.parent.deed import Deed
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

LEFT, TOP, W = 250, 150, 780
X, WIDTH, GAP = LEFT + 40, W - 80, 16
SIZE, LINE_H, BETWEEN = 21, 90, 14  # of the sentences: letters, height at most, apart at least


class AskFirstPage(Overlay):
    """A card over the page: a title, a sentence or two, `keep`, and the `deeds` that may follow instead."""

    name = "ask-first"

    def __init__(self, below: Screen, title: str, lines: Sequence[str], keep: str, deeds: Sequence[Deed]) -> None:
        super().__init__(below)
        self._title, self._lines, self._keep, self._deeds = title, lines, keep, deeds
        self._card = Box(LEFT, TOP, W, 212 + 94 * len(lines))

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        n, y = len(self._deeds) + 1, self._card.bottom - 86
        w = (WIDTH - GAP * (n - 1)) / n
        keep = button("keep", Box(X, y, w, 56), self._keep, "primary", size=19, command=Command.BACK)
        deeds = (
            button(deed.name, Box(X + i * (w + GAP), y, w, 56), deed.label, size=19)
            for i, deed in enumerate(self._deeds, start=1)
        )
        return (keep, *deeds)

    def first_focus(self, names: list[str]) -> str | None:
        return "keep"

    def paint_still(self, paper: Paper) -> None:
        paint_below(paper, self.below)
        paper.panel(self._card)
        paper.glyph("warn", X + 18, TOP + 56, 36, WARN)
        paper.text(self._title, 28, X + 52, TOP + 56, WARN, align="l", width=WIDTH - 52)
        y, inks = TOP + 104.0, (INK, *(INK_2 for _ in self._lines[1:]))
        wide = sum(min(LINE_H, paper.paragraph_height(line, SIZE, WIDTH)) for line in self._lines)
        free = (self._card.bottom - 104 - y - wide) / len(self._lines)  # large letters grow into it
        for line, ink in zip(self._lines, inks, strict=True):
            y = paper.paragraph(line, SIZE, X, y, WIDTH, ink, SEMI_BOLD, height=LINE_H) + max(BETWEEN, free)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        deed = next((deed for deed in self._deeds if deed.name == name), None)
        following = deed.do() if deed else None
        return following or routes.Back(self.below)
