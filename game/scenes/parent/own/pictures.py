"""Which pictures show it? Every movement of the game, moving, those of the chosen position first."""

from __future__ import annotations

from game.core.own_draft import PictureSet
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.own.picture_taker import PictureTaker
from game.scenes.parent.progress.exercise_cards import DemonstrationWindow, paint_window
from game.scenes.routes import Next
from game.scenes.screen.dose_words import exercise_name
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

COLUMNS, ROWS = 4, 2
BACK, EARLIER, LATER = Box(1112, 30, 140, 52), Box(252, 644, 56, 48), Box(424, 644, 56, 48)


def picture_card(i: int) -> Box:
    """The i-th of a sheet."""
    row, column = divmod(i, COLUMNS)
    return Box(252 + column * 252, 100 + row * 268, 244, 258)


def window_of(card: Box) -> Box:
    return Box(card.x + 12, card.y + 12, card.w - 24, 168)


class OwnPicturesPage(GrownUpsPage):
    """Gives the form the pictures that were pressed."""

    name = "own-pictures"
    place = "own"
    has_chooser = False

    def __init__(self, form: PictureTaker) -> None:
        super().__init__(form.ctx, form.child_id)
        self.form_page = form
        self.sets = form.sets()
        self.sheet = 0
        self._windows: dict[str, DemonstrationWindow] = {}

    def title(self) -> str:
        return self.ctx.texts("own_pictures_title")

    @property
    def _sheets(self) -> int:
        return -(-len(self.sets) // (COLUMNS * ROWS))

    def listed(self) -> tuple[PictureSet, ...]:
        """Those on this sheet."""
        many = COLUMNS * ROWS
        return self.sets[self.sheet * many : (self.sheet + 1) * many]

    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        return (
            *(
                Widget(f"set:{one.like}", picture_card(i), Hotspot(20), is_adult=True)
                for i, one in enumerate(self.listed())
            ),
            button("earlier", EARLIER, "", glyph="up", is_enabled=self.sheet > 0),
            button("later", LATER, "", glyph="down", is_enabled=self.sheet < self._sheets - 1),
            button("back", BACK, words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_last" if name == "later" else "why_first")

    def choose(self, name: str) -> Next | None:
        what, _, like = name.partition(":")
        if what == "set":
            return self.form_page.take_pictures(next(one for one in self.sets if one.like == like))
        if name == "back":
            return self.form_page.unlocked()
        self.sheet += 1 if name == "later" else -1
        self.changed()
        return None

    def paint_page(self, paper: Paper) -> None:
        words, catalogue = self.ctx.texts, self.ctx.catalogue
        for i, one in enumerate(self.listed()):
            card, exercise = picture_card(i), catalogue.exercises[one.like]
            paper.card(card)
            paint_window(paper, window_of(card), exercise)
            like = words("own_pictures_like", name=exercise_name(words, catalogue, one.like))
            paper.text(like, 18, card.centre[0], card.y + 204, INK, EXTRA_BOLD, width=card.w - 20)
            fetch = words.locale.listed([words.thing(thing) for thing in one.equipment])
            line = words("own_fetch", things=fetch) if fetch else words(f"own_position_{one.position.value}")
            paper.text(line, 16, card.centre[0], card.y + 232, INK_2, SEMI_BOLD, width=card.w - 20)
        count = words("help_page", n=self.sheet + 1, all=self._sheets)
        paper.text(count, 18, 366, 668, INK_2, EXTRA_BOLD, width=110)

    def moving(self, stage: Stage) -> None:
        for i, one in enumerate(self.listed()):
            window = self._windows.get(one.like)
            if window is None:
                skin = self.child.skin if self.child else 1
                exercise = self.ctx.catalogue.exercises[one.like]
                window = DemonstrationWindow(self.ctx, exercise, skin, window_of(picture_card(i)))
                self._windows[one.like] = window
            window.show(stage, self.age, self.quiet)
