"""Erasing one child for good: choose it, type its nickname, press. Nothing else in the game deletes anything."""

from __future__ import annotations

import logging

from game.core.history import Child
from game.scenes import flow
from game.scenes.area import GrownUps, age_key
from game.scenes.field_screen import FieldScreen
from game.scenes.parent_settings import Settings
from game.scenes.scene import Scene
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.text_field import TextField
from game.ui.theme import INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Bare, Widget, slab

LIST, SIDE = Box(60, 110, 560, 550), Box(650, 110, 570, 550)
FIELD = Box(680, 330, 510, 64)
ROWS, ROW_Y, ROW_STEP = 5, 168, 84
log = logging.getLogger(__name__)


class EraseChild(FieldScreen, GrownUps):
    """Goes back to the settings; to the first screen when nobody is left."""

    name = "erase-child"
    field_name, field_box, letters_title = "nickname", FIELD, "settings_erase_title"

    def __init__(self, page: Settings) -> None:
        super().__init__(page.ctx)
        self.page = page
        self.field = TextField()
        self.sheet = 0
        self.chosen = page.child_id or next(iter(self.ctx.family.children), None)
        self.message = ""

    @property
    def child(self) -> Child | None:
        return self.ctx.family.children.get(self.chosen or "")

    @property
    def is_sure(self) -> bool:
        """The nickname was typed; capitals do not matter."""
        return self.child is not None and self.field.name.casefold() == self.child.nickname.casefold()

    @property
    def sheets(self) -> int:
        return -(-len(self.ctx.family.children) // ROWS)

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        rows = [Widget(f"child-{i}", self._row(k), Bare(18), is_adult=True) for k, i in enumerate(self._shown())]
        more = (slab("more", Box(400, 598, 200, 48), words("who_page_on"), size=19),)
        return (
            *rows,
            *(more if self.sheets > 1 else ()),
            Widget("nickname", FIELD, Bare(18), is_adult=True, is_enabled=self.child is not None),
            slab("letters", Box(680, 418, 260, 52), words("first_child_keyboard"), glyph="edit", size=19,
                 is_enabled=self.child is not None),
            slab("keep", Box(680, 576, 240, 60), words("settings_erase_kept"), "primary", glyph="back",
                 command=Command.BACK),
            slab("erase", Box(950, 576, 240, 60), words("settings_erase_do"), "warn", glyph="x",
                 is_enabled=self.is_sure),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "keep"

    def _shown(self) -> list[str]:
        """The ids on this sheet; those put away are there as well."""
        return list(self.ctx.family.children)[self.sheet * ROWS : (self.sheet + 1) * ROWS]

    def _row(self, i: int) -> Box:
        return Box(84, ROW_Y + i * ROW_STEP, 512, 72)

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(words("settings_erase_title"), 34, 60, 58, align="l", width=1100)
        paper.card(LIST, words("settings_erase_which"))
        for i, id_ in enumerate(self._shown()):
            self._paint_child(paper, self.ctx.family.children[id_], self._row(i))
        paper.card(SIDE, fill="#FBEBD8", lip="#E8CDA8")
        paper.glyph("warn", 700, 154, 36, WARN)
        if self.child:
            line = words("settings_erase_line", name=self.child.nickname)
            paper.paragraph(line, 23, 734, 140, 456, height=160)
            self.field.paint(paper, FIELD, self.is_typing, words("settings_erase_field"))
        if self.message:
            paper.paragraph(self.message, 19, 680, 490, 510, WARN, height=76)

    def _paint_child(self, paper: Paper, child: Child, box: Box) -> None:
        words = self.ctx.texts
        paper.panel(box, *theme.BUTTONS["plain"][:2], 18, lip_depth=4, blur=5, alpha=25)
        paper.part(f"cast/{child.animal}", box.x + 44, box.y + 36, 52, shadow=0)
        about = words("children_away") if child.is_put_away else words(age_key(child.age))
        paper.text(child.nickname, 22, box.x + 84, box.y + 26, align="l", width=box.w - 140)
        paper.text(about, 17, box.x + 84, box.y + 52, INK_2, SEMI_BOLD, "l", box.w - 140)
        if child.id == self.chosen:
            paper.chosen_box(box, 18)

    # ---------------------------------------------------------------- acting
    def enter(self) -> Scene | None:
        self._move("erase" if self.is_sure else "keep")
        self.changed()
        return None

    def press(self, name: str) -> Scene | None:
        match name:
            case "keep":
                return self.page.unlocked()
            case "letters":
                return self.letters()
            case "erase":
                return self._erase()
            case "more":
                self.sheet = (self.sheet + 1) % self.sheets
            case "nickname":
                pass
            case _:
                self.chosen, self.field, self.message = name.removeprefix("child-"), TextField(), ""
        self.changed()
        return None

    def _erase(self) -> Scene | None:
        child = self.child
        assert child
        try:
            self.ctx.files.erase(child.id)
        except OSError as error:
            log.warning("not erased: %s", error)
            self.message = str(error.strerror or error)
            self.changed()
            return None
        if not self.ctx.children:
            return flow.start(self.ctx)
        page = Settings(self.ctx, None)
        page.message = self.ctx.texts("settings_erased", name=child.nickname)
        return page
