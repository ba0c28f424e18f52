"""Erasing one child for good: choose it, type its nickname, press. Nothing else in the game deletes anything."""

from __future__ import annotations

from game.core.history.history import Child
from game.core.nicknames import LONGEST, as_kept
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage, age_key
from game.scenes.parent.pick_one import DO, SIDE, PickOne
from game.scenes.routes import Next
from game.scenes.screen.field_screen import FieldScreen
from game.ui.controls import Input
from game.ui.paper import Paper
from game.ui.text_field import TextField
from game.ui.theme import WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

FIELD = Box(680, 330, 510, 64)


class EraseChildPage(FieldScreen, PickOne):
    """The nickname must be typed; capitals do not matter."""

    name = "erase-child"
    title, list_title = "settings_erase_title", "settings_erase_which"
    field_name, field_box, letters_title = "nickname", FIELD, "settings_erase_title"

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page)
        self.chosen = page.child_id or next(iter(self.ctx.family.children), None)
        self.field = self._empty_field()

    @property
    def child(self) -> Child | None:
        return self.ctx.family.children.get(self.chosen or "")

    @property
    def is_sure(self) -> bool:
        name = as_kept(self.child.nickname) if self.child else ""
        return bool(name) and self.field.name.casefold() == name.casefold()

    def _empty_field(self) -> TextField:
        """As long as the name asks for: one from another computer may be longer than those typed here."""
        return TextField(longest=max(LONGEST, len(self.child.nickname) if self.child else 0))

    @property
    def count(self) -> int:
        """Those put away are there as well."""
        return len(self.ctx.family.children)

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words, is_chosen = self.ctx.texts, self.child is not None
        ids = list(self.ctx.family.children)
        return (
            *(self.row(f"child-{ids[i]}", i) for i in self.shown()),
            *self.more(),
            Widget("nickname", FIELD, Hotspot(18), is_adult=True, is_enabled=is_chosen),
            button("letters", Box(680, 418, 260, 52), words("first_child_keyboard"), glyph="edit", size=19,
                 is_enabled=is_chosen),
            self.keep("settings_erase_kept"),
            button("erase", DO, words("settings_erase_do"), "warn", glyph="x", is_enabled=self.is_sure),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_name" if self.child else "why_child")

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        self.paint_frame(paper)
        for i in self.shown():
            self._paint_child(paper, i)
        paper.card(SIDE, fill="#FBEBD8", lip="#E8CDA8")
        paper.glyph("warn", 700, 154, 36, WARN)
        if self.child:
            line = words("settings_erase_line", name=self.child.nickname)
            paper.paragraph(line, 23, 734, 140, 456, height=160)
            self.field.paint(paper, FIELD, self.is_typing, words("settings_erase_field"))
        if self.message:
            paper.paragraph(self.message, 19, 680, 490, 510, WARN, height=76)

    def _paint_child(self, paper: Paper, i: int) -> None:
        words, child = self.ctx.texts, list(self.ctx.family.children.values())[i]
        about = words("children_away") if child.is_put_away else words(age_key(child.age))
        box = self.paint_row(paper, i, child.nickname, about, x=84)
        paper.part(f"cast/{child.animal}", box.x + 44, box.y + 36, 52, shadow=0)
        if child.id == self.chosen:
            paper.chosen_box(box, 18)

    # ---------------------------------------------------------------- acting
    def enter(self) -> Next | None:
        self._move("erase" if self.is_sure else "keep")
        self.changed()
        return None

    def press(self, name: str) -> Next | None:
        match name:
            case "keep":
                return routes.Back(self.page)
            case "letters":
                return self.letters()
            case "erase":
                return self._erase()
            case "more":
                self.turn()
            case "nickname":
                pass
            case _:
                self.chosen, self.message = name.removeprefix("child-"), ""
                self.field = self._empty_field()
                self._move("nickname")  # typing comes next
        self.changed()
        return None

    def handle(self, event: Input) -> Next | None:
        return None if self.is_at_work else super().handle(event)

    def _erase(self) -> Next | None:
        child = self.child
        assert child
        return self.do(self.ctx.files.erase(child.id), lambda _: self.ctx.texts("settings_erased", name=child.nickname))
