"""A sheet to read over a grown-ups' page: headings and paragraphs, turned page by page."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.frozen import dataclass
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.theme import EXTRA_BOLD, OK
from game.ui.typography.text_growth import tries
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(258, 44, 990, 632)
X, WIDTH = CARD.x + 40, CARD.w - 80
HEAD, FOOT = 96, 92  # above and below the text
MOST = CARD.h - HEAD - FOOT  # height of the text on a sheet
SIZE, HEAD_SIZE, AFTER = 20, 21, 16


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, perhaps with a heading."""

    text: str
    heading: str = ""


class ReadingScreen(Overlay):
    """Keeps the screen below and returns it."""

    name = "reading"

    def __init__(self, below: Screen, title: str, pieces: Sequence[Paragraph]) -> None:
        super().__init__(below)
        self.title, self.pieces = title, tuple(pieces)
        self.sheet = 0
        self._fitted: tuple[Pictures, float] | None = None  # how much larger the words are on these pictures

    @property
    def sheets(self) -> list[list[Paragraph]]:
        """The pieces page by page; one longer than a page has it to itself."""
        ruler = Paper(pygame.Surface((1, 1)), self.ctx.pictures)
        out: list[list[Paragraph]] = [[]]
        y = 0.0
        for piece in self.pieces:
            h = self._height(ruler, piece)
            if out[-1] and y + h > MOST:
                out.append([])
                y = 0.0
            out[-1].append(piece)
            y += h
        return out

    @property
    def card(self) -> Box:
        """The sheet: as high as a single page needs."""
        if len(self.sheets) > 1:
            return CARD
        ruler = Paper(pygame.Surface((1, 1)), self.ctx.pictures)
        h = min(CARD.h, HEAD + FOOT + sum(self._height(ruler, piece) for piece in self.pieces))
        return Box(CARD.x, CARD.y + (CARD.h - h) / 2, CARD.w, h)

    @property
    def _times(self) -> float:
        """The sheet's words are as much larger as the family wants, but no piece is higher than a page; what has no
        room comes on the next one."""
        pictures = self.ctx.pictures
        if self._fitted is None or self._fitted[0] is not pictures:
            ruler = Paper(pygame.Surface((1, 1)), pictures)
            whole = (t for t in tries(pictures.appearance.text) if all(_high(ruler, p, t) <= MOST for p in self.pieces))
            self._fitted = pictures, next(whole, 1.0)
        return self._fitted[1]

    def _height(self, paper: Paper, piece: Paragraph) -> float:
        return _high(paper, piece, self._times) + AFTER

    def build(self) -> tuple[Widget, ...]:
        words, many = self.ctx.texts, len(self.sheets)
        y = self.card.bottom - 78
        back = button("back", Box(X, y, 160, 56), words("screen_back"), glyph="back", command=Command.BACK)
        if many == 1:
            return (back,)
        to, fro = Box(CARD.right - 200, y, 160, 56), Box(CARD.right - 376, y, 160, 56)
        return (
            button("on", to, words("screen_next_page"), size=20, is_enabled=self.sheet < many - 1),
            button("page-back", fro, words("who_page_back"), size=20, is_enabled=self.sheet > 0),
            back,
        )

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_last" if name == "on" else "why_first")

    def paint_still(self, paper: Paper) -> None:
        paint_below(paper, self.below)
        sheets, card = self.sheets, self.card
        paper.panel(card)
        size, head = SIZE * self._times, HEAD_SIZE * self._times
        paper.text(self.title, 30, X, card.y + 50, align="l", width=WIDTH)
        paper.is_exact = True
        y = card.y + HEAD
        for piece in sheets[min(self.sheet, len(sheets) - 1)]:
            if piece.heading:
                paper.text(piece.heading, head, X, y + head * 0.65, OK, EXTRA_BOLD, "l", WIDTH)
                y += head * 1.5
            y = paper.paragraph(piece.text, size, X, y, WIDTH) + AFTER
        paper.is_exact = False
        if len(sheets) > 1:
            count = self.ctx.texts("help_page", n=self.sheet + 1, all=len(sheets))
            paper.text(count, 18, card.x + card.w / 2 - 40, card.bottom - 50, width=200)

    def press(self, name: str) -> Next | None:
        if name == "back":
            return routes.Back(self.below)
        self.sheet += 1 if name == "on" else -1
        self.changed()
        return None


def _high(ruler: Paper, piece: Paragraph, times: float) -> float:
    """How high a piece is in letters so many times as large as everybody's, without the gap after it."""
    head = HEAD_SIZE * times * 1.5 if piece.heading else 0
    return head + ruler.paragraph_height(piece.text, SIZE * times, WIDTH)
