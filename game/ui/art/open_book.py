"""The story's book lying open on a table: one double page, its picture cut to the pages, as one still.

What a page shows stands in its file; the book around it and its torn edge are the same on all. Nothing of it is made
while somebody waits: see `game.ui.art.kept_picture`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.puppet.spread import SpreadArt
from game.puppet.spread_sheets import PageDrawings, sheets
from game.ui.art.cut_sheets import drawn, lay, put
from game.ui.art.kept_picture import KeptPicture
from game.ui.memory import Memory
from game.ui.paper import Paper
from game.ui.raster import grain_over
from game.ui.view import Box, View

PAGES = (
    "M640 78C560 58 240 54 96 68C88 69 84 74 84 82V628C84 636 88 639 96 638C240 622 560 624 640 646"
    "C720 624 1040 622 1184 638C1192 639 1196 636 1196 628V82C1196 74 1192 69 1184 68C1040 54 720 58 640 78Z"
)
WHOLE = Box(60, 40, 1160, 640)  # the book
BAND = (
    "M60 552C160 538 250 554 350 546C450 538 540 556 640 558C740 558 830 538 930 546C1030 554 1110 540 1220 552V720H60Z"
)
CURL = (
    "M1196 506C1172 508 1118 520 1096 548C1080 572 1088 606 1070 632C1144 604 1186 560 1196 506Z",
    "M1196 506C1166 512 1122 528 1106 554C1094 576 1094 606 1070 632C1126 594 1172 558 1196 506Z",
)
UNDER_CURL = "M1196 506C1188 560 1150 600 1070 632L1184 639C1192 640 1196 636 1196 628Z"
PLANKS = ("#CFA572", "#C99D69", "#CFA572", "#C79A66")
PLANK = 182  # design units high
DUSK = (196, 192, 226)  # what the evening multiplies a page with
Colours = tuple[str, str, str]  # of the pages: paper, edge, line
DAY: Colours = ("#FFF6E3", "#E6D3AE", "#D9BE92")
EVENING: Colours = ("#E4DCEC", "#BDB3CF", "#A79CC0")


class OpenBook(KeptPicture):
    """One chapter's page, day or evening."""

    def __init__(
        self, chapter: int, is_evening: bool, art: Callable[[], SpreadArt], drawings: PageDrawings,
        grain: pygame.Surface, cache: Path | None, memory: Memory | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"page-{chapter:02}", cache, memory)
        self.chapter, self.is_evening = chapter, is_evening
        self._art, self._drawings, self._grain = art, drawings, grain
        self._read_art: SpreadArt | None = None

    @property
    def art(self) -> SpreadArt:
        """What the page's file says; read with the first picture, so beside the loop."""
        self._read_art = self._read_art or self._art()
        return self._read_art

    def drawn_from(self) -> str:
        return repr((self.art, self.is_evening))

    @property
    def shown_name(self) -> str:
        return f"{self.name}-{'evening' if self.is_evening else 'day'}"

    def flat(self, size: tuple[int, int]) -> pygame.Surface:
        view = View(*size)
        out = pygame.Surface(size)
        self._table(out, view)
        self._cover(out, view)
        if self.is_evening:
            out.fill(DUSK, special_flags=pygame.BLEND_RGB_MULT)
        self._pages(out, view)
        self._fold(out, view)
        return out.convert()

    # ---------------------------------------------------------------- the book
    def _table(self, out: pygame.Surface, view: View) -> None:
        """Planks over the whole window."""
        seen = view.visible()
        body, row = "", int(seen.y // PLANK)
        while row * PLANK < seen.bottom:
            y, colour = row * PLANK, PLANKS[row % len(PLANKS)]
            body += f'<rect x="{seen.x - 2}" y="{y}" width="{seen.w + 4}" height="{PLANK + 1}" fill="{colour}"/>'
            for x in range(-800, 2100, 520):
                grain_x = x + 170 * (row % 3)
                body += (
                    f'<path d="M{grain_x} {y + 60}q120 -16 240 0M{grain_x + 210} {y + 124}q160 -14 320 0" '
                    'stroke="#BC8E5A" stroke-width="5" stroke-linecap="round" fill="none"/>'
                )
            row += 1
        lay(out, view, body, seen)
        grain_over(out, self._grain)

    def _cover(self, out: pygame.Surface, view: View) -> None:
        body = (
            '<rect x="58" y="52" width="1164" height="624" rx="30" fill="#755588"/>'
            '<rect x="58" y="44" width="1164" height="624" rx="30" fill="#9A78AC"/>'
            '<path d="M640 44V668" stroke="#8A699C" stroke-width="30"/>'
        )
        lay(out, view, body, Box(54, 40, 1172, 644), (20, 130, 5))
        paper, edge, _ = self._colours
        for down, colour in ((12, edge), (8, paper), (4, edge)):
            body = f'<path d="{PAGES}" fill="{colour}" transform="translate(0 {down})"/>'
            lay(out, view, body, WHOLE, (5, 30, 5) if down == 12 else None)

    def _pages(self, out: pygame.Surface, view: View) -> None:
        """The picture, the torn paper with the words' place, cut to the shape of the pages."""
        rect = view.rect(WHOLE)
        page = pygame.Surface(rect.size)
        page.fill(pygame.Color(self.art.ground))
        own = view.cut(rect)
        for sheet in sheets(self.art, self._drawings):
            self.stop_if_closed()
            put(page, own, sheet)
        grain_over(page, self._grain)
        if self.is_evening:
            page.fill(DUSK, special_flags=pygame.BLEND_RGB_MULT)
        lay(page, own, f'<path d="{BAND}" fill="{self._colours[0]}"/>', WHOLE, (8, 80, -5))
        cut = pygame.Surface(rect.size, pygame.SRCALPHA)
        cut.blit(page, (0, 0))
        cut.blit(drawn(f'<path d="{PAGES}" fill="#ffffff"/>', WHOLE, rect.size), (0, 0), None, pygame.BLEND_RGBA_MULT)
        out.blit(cut, rect)

    @property
    def _colours(self) -> Colours:
        return EVENING if self.is_evening else DAY

    def _fold(self, out: pygame.Surface, view: View) -> None:
        """Both pages bend into the fold; a ridge of light lies left of it."""
        shade, ridge = "", ""
        for i in range(17):
            u = i / 8 - 1
            shade += (
                f'<stop offset="{i / 16:.4f}" stop-color="#43304A" stop-opacity="{0.275 * (1 - abs(u)) ** 3:.4f}"/>'
            )
            light = 0.18 * 2.718 ** -((u * 2.42) ** 2)
            ridge += f'<stop offset="{i / 16:.4f}" stop-color="#FFFFFF" stop-opacity="{light:.4f}"/>'
        body = (
            '<defs><linearGradient id="fold" gradientUnits="userSpaceOnUse" x1="560" y1="0" x2="720" y2="0">'
            f'{shade}</linearGradient><linearGradient id="ridge" gradientUnits="userSpaceOnUse" x1="514" y1="0" '
            f'x2="630" y2="0">{ridge}</linearGradient></defs>'
            '<path d="M560 64C600 66 620 72 640 78C660 72 680 66 720 64V628C690 632 660 640 640 646'
            'C620 640 590 632 560 628Z" fill="url(#fold)"/>'
            '<path d="M514 61C560 63 600 67 630 75V642C600 634 560 628 514 625Z" fill="url(#ridge)"/>'
            '<path d="M640 80V644" stroke="#43304A" stroke-width="2" stroke-opacity="0.4"/>'
        )
        lay(out, view, body, WHOLE)


def paint_corner(paper: Paper, is_evening: bool) -> None:
    """The right page's corner curls up: there is another page."""
    sheet, edge, _ = EVENING if is_evening else DAY
    box = Box(1050, 490, 160, 160)
    paper.shape(f'<path d="{UNDER_CURL}" fill="{sheet}"/>', box, alpha=0)
    paper.shape(f'<path d="{CURL[0]}" fill="{edge}"/><path d="{CURL[1]}" fill="{sheet}"/>', box, 9, 110, 5)
