"""A copy of the diary comes back: the copies by date with their entries, one chosen, what is there kept as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.pick_one import DO, SIDE, PickOne
from game.scenes.routes import Next
from game.scenes.screen.outside import CopyVerdict
from game.ui.paper import Paper
from game.ui.theme import WARN
from game.ui.widgets import Widget, button


class BringBackPage(PickOne):
    """What is there now is kept as one more copy."""

    name = "bring-back"
    title, list_title = "settings_back_title", "settings_back_which"

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page)
        self.copies = self.ctx.files.copies()
        self.chosen: int | None = None
        self._looked: dict[str, CopyVerdict] = {}

    @property
    def count(self) -> int:
        return len(self.copies)

    def looked(self, i: int) -> CopyVerdict:
        """A copy, looked at once."""
        name = self.copies[i][0]
        if name not in self._looked:
            self._looked[name] = self.ctx.files.look(name)
        return self._looked[name]

    def when(self, made: datetime) -> str:
        locale = self.ctx.texts.locale
        return locale.at(locale.beginning(locale.date(made.date(), "long")), made)

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        do = self.ctx.texts("settings_back_do")
        return (
            *(self.row(f"copy-{i}", i, self.looked(i).is_whole) for i in self.shown()),
            *self.more(),
            self.keep("settings_back_keep"),
            button("bring", DO, do, "warn", glyph="undo", is_enabled=self.chosen is not None),
        )

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_copy" if name == "bring" else "why_copy_damaged")

    def paint_still(self, paper: Paper) -> None:
        self.paint_frame(paper)
        for i in self.shown():
            self._paint_copy(paper, i)
        paper.card(SIDE)
        paper.glyph("disk", 700, 154, 36)
        paper.paragraph(self._line(), 23, 734, 140, 456, height=200)
        if self.message:
            paper.paragraph(self.message, 19, 680, 430, 510, WARN, height=120)

    def _paint_copy(self, paper: Paper, i: int) -> None:
        words, looked = self.ctx.texts, self.looked(i)
        about = words("settings_back_unseen" if looked.is_unseen else "settings_back_damaged")
        if looked.is_whole:
            about = words("settings_back_entries", n=looked.events)
        box = self.paint_row(paper, i, self.when(self.copies[i][1]), about, x=24, is_warning=not looked.is_whole)
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
    def press(self, name: str) -> Next | None:
        match name:
            case "keep":
                return routes.Back(self.page)
            case "bring":
                return self._bring()
            case "more":
                self.turn()
                self.chosen = None
            case _:
                self.chosen, self.message = int(name.removeprefix("copy-")), ""
        self.changed()
        return None

    def _bring(self) -> Next | None:
        assert self.chosen is not None
        copy, made = self.copies[self.chosen]
        when = self.when(made)
        return self.do(
            self.ctx.files.bring_back(copy), lambda kept: self.ctx.texts("settings_back_done", when=when, file=kept)
        )


@dataclass(frozen=True)
class LookedCopy:
    """What a look came to, for pictures."""

    events: int
    is_whole: bool = True
    is_unseen: bool = False
