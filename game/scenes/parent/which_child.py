"""Which child a grown-ups' page is about: a card over the page with everybody's animal."""

from __future__ import annotations

from game.core.reports.needs import NeedKind, needs
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage, age_key
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import GrownUpScreen, paint_below
from game.scenes.screen.pager import pager
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CARD = Box(330, 90, 844, 560)
COLUMNS, ROWS = 2, 5  # children on one sheet


class WhichChildPage(GrownUpScreen):
    """Holds the page and returns it, about the child chosen."""

    name = "which-child"

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page.ctx)
        self.page = page
        ids = list(page.ctx.children)
        own = {id_: needs(page.ctx.catalogue, page.ctx.family, id_, page.ctx.today) for id_ in ids}
        self.waits = {id_: sum(n.kind is not NeedKind.TRIES for n in row) for id_, row in own.items()}
        self.sheet = ids.index(page.child_id) // (COLUMNS * ROWS) if page.child_id in ids else 0

    @property
    def sheets(self) -> int:
        return -(-len(self.ctx.children) // (COLUMNS * ROWS))

    @property
    def shown(self) -> list[str]:
        """The ids on this sheet."""
        first = self.sheet * COLUMNS * ROWS
        return list(self.ctx.children)[first : first + COLUMNS * ROWS]

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        children = [
            Widget(f"child-{id_}", self._box(i), Hotspot(20), is_adult=True, is_chosen=id_ == self.page.child_id)
            for i, id_ in enumerate(self.shown)
        ]
        back = button(
            "back", Box(CARD.right - 164, CARD.y + 20, 140, 52), words("screen_back"), glyph="back", size=20,
            command=Command.BACK,
        )  # fmt: skip
        more = (pager(words, "more", Box(CARD.right - 330, CARD.y + 20, 150, 52), self.sheet, self.sheets),)
        return (*children, *(more if self.sheets > 1 else ()), back)

    def first_focus(self, names: list[str]) -> str | None:
        here = f"child-{self.page.child_id}"
        return here if here in names else names[0]

    def paint_still(self, paper: Paper) -> None:
        paint_below(paper, self.page)
        paper.panel(CARD)
        paper.text(self.ctx.texts("screen_which_child"), 30, CARD.x + 36, CARD.y + 48, align="l", width=460)
        for i, id_ in enumerate(self.shown):
            child, box = self.ctx.children[id_], self._box(i)
            fill, lip, _ = theme.BUTTONS["plain"]
            paper.panel(box, fill, lip, 20, lip_depth=4, blur=5, alpha=30)
            paper.part(f"cast/{child.animal}", box.x + 46, box.y + 38, 54, shadow=0)
            paper.text(child.nickname, 22, box.x + 84, box.y + 29, align="l", width=box.w - 104)
            # Whose page to open first: one child's need must not hide behind another's page.
            n = self.waits[id_]
            line = self.ctx.texts("progress_needs", n=n) if n else self.ctx.texts(age_key(child.age))
            paper.text(line, 17, box.x + 84, box.y + 55, WARN if n else INK_2, SEMI_BOLD, "l", box.w - 104)
            if id_ == self.page.child_id:
                paper.chosen_box(box, 20)

    def press(self, name: str) -> Next | None:
        if name.startswith("child-"):
            return self.page.about(name.removeprefix("child-"))
        if name == "back":
            return routes.Back(self.page)
        self.sheet = (self.sheet + 1) % self.sheets
        self.changed()
        return None

    def _box(self, i: int) -> Box:
        return Box(CARD.x + 36 + i % COLUMNS * 392, CARD.y + 96 + i // COLUMNS * 90, 376, 76)
