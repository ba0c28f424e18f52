"""A copy of the diary comes back: the copies by date with their entries, one chosen, what is there kept as well."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime

from game.scenes import flow
from game.scenes.area import GrownUps
from game.scenes.parent_settings import Settings
from game.scenes.scene import Scene
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Bare, Widget, slab

LIST, SIDE = Box(60, 110, 560, 550), Box(650, 110, 570, 550)
ROWS, ROW_Y, ROW_STEP = 5, 168, 84
log = logging.getLogger(__name__)


class BringBack(GrownUps):
    """Goes back to the settings; to the first screen when the copy knows nobody who plays."""

    name = "bring-back"

    def __init__(self, page: Settings) -> None:
        super().__init__(page.ctx)
        self.page = page
        self.copies = self.ctx.files.copies()
        self.sheet = 0
        self.chosen: int | None = None
        self.message = ""
        self._entries: dict[str, int | None] = {}

    @property
    def sheets(self) -> int:
        return -(-len(self.copies) // ROWS)

    def entries(self, i: int) -> int | None:
        """Of a copy, looked at once; None: it cannot come back."""
        name = self.copies[i][0]
        if name not in self._entries:
            self._entries[name] = self.ctx.files.entries(name)
        return self._entries[name]

    def when(self, made: datetime) -> str:
        return f"{self.ctx.texts.date(made.date(), 'date_long')}, {made:%H:%M}"

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        rows = [
            Widget(f"copy-{i}", self._row(i), Bare(18), is_adult=True, is_enabled=self.entries(i) is not None)
            for i in self._shown()
        ]
        more = (slab("more", Box(400, 598, 200, 48), words("who_page_on"), size=19),)
        return (
            *rows,
            *(more if self.sheets > 1 else ()),
            slab("keep", Box(680, 576, 240, 60), words("settings_back_keep"), "primary", glyph="back",
                 command=Command.BACK),
            slab("bring", Box(950, 576, 240, 60), words("settings_back_do"), "warn", glyph="undo",
                 is_enabled=self.chosen is not None),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "keep"

    def _shown(self) -> range:
        return range(self.sheet * ROWS, min(len(self.copies), (self.sheet + 1) * ROWS))

    def _row(self, i: int) -> Box:
        return Box(84, ROW_Y + i % ROWS * ROW_STEP, 512, 72)

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(words("settings_back_title"), 34, 60, 58, align="l", width=1100)
        paper.card(LIST, words("settings_back_which"))
        for i in self._shown():
            self._paint_copy(paper, i)
        paper.card(SIDE)
        paper.glyph("disk", 700, 154, 36)
        paper.paragraph(self._line(), 23, 734, 140, 456, height=200)
        if self.message:
            paper.paragraph(self.message, 19, 680, 430, 510, WARN, height=120)

    def _paint_copy(self, paper: Paper, i: int) -> None:
        words, box, n = self.ctx.texts, self._row(i), self.entries(i)
        paper.panel(box, *theme.BUTTONS["plain"][:2], 18, lip_depth=4, blur=5, alpha=25)
        paper.text(self.when(self.copies[i][1]), 22, box.x + 24, box.y + 26, align="l", width=box.w - 90)
        about = words("settings_back_damaged") if n is None else words("settings_back_entries", n=n)
        paper.text(about, 17, box.x + 24, box.y + 52, WARN if n is None else INK_2, SEMI_BOLD, "l", box.w - 90)
        if i == self.chosen:
            paper.chosen_box(box, 18)

    def _line(self) -> str:
        words = self.ctx.texts
        if not self.copies:
            return words("settings_back_none")
        if self.chosen is None:
            return words("settings_back_choose")
        return words("settings_back_line", when=self.when(self.copies[self.chosen][1]))

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Scene | None:
        match name:
            case "keep":
                return self.page.unlocked()
            case "bring":
                return self._bring()
            case "more":
                self.sheet = (self.sheet + 1) % self.sheets
                self.chosen = None
            case _:
                self.chosen, self.message = int(name.removeprefix("copy-")), ""
        self.changed()
        return None

    def _bring(self) -> Scene | None:
        assert self.chosen is not None
        copy, made = self.copies[self.chosen]
        try:
            kept = self.ctx.files.bring_back(copy)
        except OSError as error:
            log.warning("not brought back: %s", error)
            self.message = str(error.strerror or error)
            self.changed()
            return None
        if not self.ctx.children:
            return flow.start(self.ctx)
        page = Settings(self.ctx, None)
        page.message = self.ctx.texts("settings_back_done", when=self.when(made), file=kept)
        return page


def gallery(page: Settings) -> Iterator[tuple[str, Scene]]:
    """Some copies, one of them damaged, and none yet."""
    ctx = page.ctx
    some = BringBack(page)
    made = [ctx.now().replace(hour=h, minute=m) for h, m in ((19, 12), (8, 5), (7, 58))]
    some.copies = tuple((f"copy-{i}", moment) for i, moment in enumerate(made))
    some._entries = {"copy-0": 812, "copy-1": None, "copy-2": 788}
    some.chosen = 2
    yield "settings-bring-back", some
    none = BringBack(page)
    none.copies = ()
    yield "settings-bring-back-none", none
