"""A page of the settings that picks one of a list and does one grave thing with it; *leave it* has the focus."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.routes import Next
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.grown_ups import GrownUpScreen
from game.scenes.screen.outside import BackgroundTask
from game.scenes.screen.pager import pager
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

LIST, SIDE = Box(60, 110, 560, 550), Box(650, 110, 570, 550)
KEEP, DO = Box(680, 576, 240, 60), Box(950, 576, 240, 60)
ROWS, ROW_Y, ROW_STEP = 5, 168, 84


class PickOne(BackgroundTaskPage, GrownUpScreen, ABC):
    """Goes back to the settings; to the children when only those put away are left, to the first screen when nobody."""

    title = ""  # text keys of the page and of its list
    list_title = ""

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page.ctx)
        self.page = page
        self.sheet = 0
        self.message = ""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many there are to pick from."""

    @property
    def sheets(self) -> int:
        return -(-self.count // ROWS)

    def shown(self) -> range:
        """The places in the list that are on this sheet."""
        return range(self.sheet * ROWS, min(self.count, (self.sheet + 1) * ROWS))

    # ---------------------------------------------------------------- looks
    def row(self, name: str, i: int, is_enabled: bool = True) -> Widget:
        return Widget(name, self.row_box(i), Hotspot(18), is_adult=True, is_enabled=is_enabled)

    def row_box(self, i: int) -> Box:
        return Box(84, ROW_Y + i % ROWS * ROW_STEP, 512, 72)

    def more(self) -> tuple[Widget, ...]:
        """The way to the next sheet, where there is one."""
        if self.sheets < 2:
            return ()
        return (pager(self.ctx.texts, "more", Box(400, 598, 200, 48), self.sheet, self.sheets),)

    def keep(self, key: str) -> Widget:
        return button("keep", KEEP, self.ctx.texts(key), "primary", glyph="back", command=Command.BACK)

    def first_focus(self, names: list[str]) -> str | None:
        return "keep"

    def paint_frame(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(words(self.title), 34, 60, 58, align="l", width=1100)
        paper.card(LIST, words(self.list_title))

    def paint_row(self, paper: Paper, i: int, name: str, about: str, *, x: float, is_warning: bool = False) -> Box:
        """A row with two lines beginning `x` inside it; the row's box, for what stands before them."""
        box = self.row_box(i)
        paper.panel(box, *theme.BUTTONS["plain"][:2], 18, lip_depth=4, blur=5, alpha=25)
        width = box.w - x - 66  # the tick of what is chosen stands at the end
        paper.text(name, 22, box.x + x, box.y + 26, align="l", width=width)
        paper.text(about, 17, box.x + x, box.y + 52, WARN if is_warning else INK_2, SEMI_BOLD, "l", width)
        return box

    # ---------------------------------------------------------------- acting
    def turn(self) -> None:
        """To the next sheet; after the last the first."""
        self.sheet = (self.sheet + 1) % self.sheets

    def do(self, deed: BackgroundTask, said: Callable[[str], str]) -> Next | None:
        """Has it done; then the page it leads to says so: the settings, or where somebody
        who plays is added or brought back. What cannot be done is told here and nothing has changed."""
        return self.begin(deed, lambda result: self._then(said(result)), self._refuse)

    def _refuse(self, why: str) -> None:
        self.message = why

    def _then(self, said: str) -> Next:
        if not self.ctx.family.children:
            return routes.Welcome(said=said)
        if not self.ctx.children:
            return routes.ChangeChildren(said)
        return routes.ChangeSettings(said)
