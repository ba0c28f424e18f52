"""A question before what a single press would lose. What keeps everything has the focus, and Esc means it."""

from __future__ import annotations

from game.scenes import routes
from game.scenes.parent.deed import AskCard
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

LEFT, TOP, W = 250, 150, 780
X, WIDTH, GAP = LEFT + 40, W - 80, 16
HEAD, FOOT = 104, 104  # above and below the lines
BETWEEN = 14  # lines, apart at least


class AskFirstPage(Overlay):
    """A card over the page, as high as its lines want."""

    def __init__(self, below: Screen, card: AskCard) -> None:
        super().__init__(below)
        self.card = card
        self.name = card.name
        self._box = Box(LEFT, TOP, W, HEAD + FOOT + sum(line.height + BETWEEN for line in card.lines))

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        n, y = len(self.card.deeds) + 1, self._box.bottom - 86
        w = (WIDTH - GAP * (n - 1)) / n
        name, label = self.card.keep
        keep = button(name, Box(X, y, w, 56), label, "primary", size=19, command=Command.BACK)
        deeds = (
            button(deed.name, Box(X + i * (w + GAP), y, w, 56), deed.label, deed.kind, size=19)
            for i, deed in enumerate(self.card.deeds, start=1)
        )
        return (keep, *deeds)

    def first_focus(self, names: list[str]) -> str | None:
        return self.card.keep[0]

    def paint_still(self, paper: Paper) -> None:
        card, indent = self.card, 52 if self.card.glyph else 0
        paint_below(paper, self.below)
        paper.panel(self._box)
        if card.glyph:
            paper.glyph(card.glyph, X + 18, TOP + 56, 36, WARN)
        paper.text(card.title, 28, X + indent, TOP + 56, WARN if card.glyph else INK, align="l", width=WIDTH - indent)
        y = float(TOP + HEAD)
        wide = sum(min(line.height, paper.paragraph_height(line.text, line.size, WIDTH)) for line in card.lines)
        free = (self._box.bottom - FOOT - y - wide) / len(card.lines)  # large letters grow into it
        for line in card.lines:
            y = paper.paragraph(line.text, line.size, X, y, WIDTH, line.ink, line.weight, height=line.height)
            y += max(BETWEEN, free)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        deed = next((deed for deed in self.card.deeds if deed.name == name), None)
        following = deed.do() if deed else None
        return following or routes.Back(self.below)
