"""On paper: exercise cards, wall chart, the therapist's sheet and a kit for grandparents, of one child as it stands.

Pages are made beside the loop, shown by the computer's own program and gone again in two minutes, or kept among the
family's documents, also where no program shows them. While a child may not play only the therapist's sheet is printed:
paper opens no lock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.core.reports.handout import Handout, of_child
from game.print.handouts import CARDS, CHART, KINDS, KIT, PRESCRIPTION, Handouts
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.printed.doctor_prints import type_of
from game.scenes.parent.printed.print_thumbnails import thumbnail
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.printout import PrintsOut, made_up
from game.ui.audio.narrator import cue
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, OK, SEMI_BOLD, SKINS, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

CHOICES = Box(252, 100, 1000, 84)
CARD_W, CARD_H = 492, 204
ORDER = (CARDS, CHART, KIT, PRESCRIPTION)
PLACES = {kind: Box(252 + n % 2 * 508, 200 + n // 2 * 220, CARD_W, CARD_H) for n, kind in enumerate(ORDER)}
DRAWN_SKIN = 1  # the one the files are drawn in


class PrintCardsPage(PrintsOut, GrownUpsPage):
    """Four things to print. `place` is the entry of the rail it was opened from."""

    name = "print-cards"

    def __init__(self, ctx: Context, child: str | None, place: str = "help") -> None:
        super().__init__(ctx, child)
        self.place = place
        self.is_grey = self.keeps = self.is_refused = False
        self._look()

    def _look(self) -> None:
        self.handout: Handout | None = None
        if self.child is not None and self.child.programme in self.ctx.catalogue.programmes:
            self.handout = of_child(self.ctx.catalogue, self.child, self.ctx.today)

    def unlocked(self) -> Scene:
        self._look()
        return super().unlocked()

    def title(self) -> str:
        return self.ctx.texts("print_title")

    def about(self, child: str) -> Next:
        return routes.PrintCards(child, self.place)

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        y = CHOICES.y + 16
        choices = [
            ("colour", Box(274, y, 150, 52), not self.is_grey), ("grey", Box(430, y, 210, 52), self.is_grey),
            ("show", Box(760, y, 226, 52), not self.keeps), ("keep", Box(992, y, 238, 52), self.keeps),
        ]  # fmt: skip
        return (
            *(button(n, at, words(f"print_{n}"), "on" if is_on else "plain", size=18) for n, at, is_on in choices),
            *(self._button(kind) for kind in PLACES),
            button("back", Box(252, 640, 160, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )

    def _button(self, kind: str) -> Widget:
        at, is_there = PLACES[kind], self._is_there(kind)
        box = Box(at.right - 182, at.bottom - 66, 160, 52)
        glyph, key = ("save", "print_save") if self.keeps else ("print", "print_do")
        look = "primary" if is_there else "plain"
        return button(f"print-{kind}", box, self.ctx.texts(key), look, glyph=glyph, size=19, is_enabled=is_there)

    def _is_there(self, kind: str) -> bool:
        return self.handout is not None and (kind == PRESCRIPTION or bool(self.handout.in_play))

    def missing(self, name: str) -> str:
        return self._why()

    def first_focus(self, names: list[str]) -> str | None:
        return next((f"print-{kind}" for kind in PLACES if self._is_there(kind)), "back")

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        if name in ("colour", "grey"):
            self.is_grey = name == "grey"
        elif name in ("show", "keep"):
            self.keeps = name == "keep"
        elif name == "back":
            return routes.Place(self.place, self.child_id)
        else:
            return self._print(name.removeprefix("print-"))
        self.message, self.is_refused = "", False
        self.changed()
        return None

    def _print(self, kind: str) -> Next | None:
        assert self.handout is not None and kind in KINDS
        self.is_refused = False
        assert self.child is not None
        name = file_name(self.ctx, self.ctx.texts(f"print_{kind}"), "pdf", nickname=self.child.nickname)
        following = self.print_out(name, self.maker(kind), keeps=self.keeps)
        if self.is_at_work:
            self.message = self.ctx.texts("print_making")
        return following

    def maker(self, kind: str) -> Callable[[], bytes]:
        """Makes the page as the child and the choices are now, wherever it is called."""
        printed = self.handouts()
        return lambda: printed.pdf(kind)

    def handouts(self) -> Handouts:
        """Everything that is printed of the child, as it stands now."""
        ctx, child, handout = self.ctx, self.child, self.handout
        assert child is not None and handout is not None
        art = ctx.art.library
        skin = dict(zip(SKINS[DRAWN_SKIN], SKINS[child.skin], strict=True)) if child.skin != DRAWN_SKIN else {}
        return Handouts(
            handout, ctx.texts, partial(cue, ctx.spoken), art, type_of(ctx), language=ctx.language,
            is_grey=self.is_grey, swap=skin, note=made_up(ctx),
        )  # fmt: skip

    def was_printed(self, said: str, *, is_good: bool) -> None:
        self.message, self.is_refused = said, not is_good
        self.changed()

    def _line(self, kind: str) -> str:
        """What it is, in a sentence."""
        words = self.ctx.texts
        if kind == PRESCRIPTION:
            return words("print_prescription_line", plan=words("area_plan"), order=words("plan_order"))
        return words(f"print_{kind}_line")

    def _why(self) -> str:
        """Why there is nothing to print but the therapist's sheet."""
        if self.handout is None or not self.handout.closed:
            return self.ctx.texts("print_no_programme")
        return self.ctx.texts.reason(self.handout.closed[0])

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(CHOICES)
        for kind, at in PLACES.items():
            paper.card(at)
            thumbnail(paper, kind, at.x + 22, at.y + 24)
            x, width = at.x + 150, CARD_W - 172
            paper.text(words(f"print_{kind}"), 22, x, at.y + 38, weight=EXTRA_BOLD, align="l", width=width)
            is_there = self._is_there(kind)
            line = self._line(kind) if is_there else self._why()
            colour = INK_2 if is_there else WARN
            paper.paragraph(line, 17, x, at.y + 58, width, colour, SEMI_BOLD, height=74)
        colour = WARN if self.is_refused else OK
        paper.paragraph(self.message, 17, 432, 642, 820, colour, height=48)
