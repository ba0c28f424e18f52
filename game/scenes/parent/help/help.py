"""Is this all right? The signs, the ouch rules, what the game is not, a safe place; tips, keys, sources,
every number, sound check.

`Help` is a page of the grown-ups' area; `SafetyPage` is the same without a PIN, on F1, to read only.
"""

from __future__ import annotations

from game.scenes import routes
from game.scenes.parent.area import LEFT, GrownUpsPage
from game.scenes.parent.help import help_cards
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.view import Box
from game.ui.widgets import Widget, button

OPEN_LEFT = 140  # where the cards lie without the rail


class Help(GrownUpsPage):
    """In the rail."""

    name = "help"
    place = "help"
    has_chooser = False

    def title(self) -> str:
        return self.ctx.texts("help_title")

    def page(self) -> tuple[Widget, ...]:
        words, sheets = self.ctx.texts, help_cards.widgets(self.ctx, LEFT)
        if not self.child:
            return sheets
        return (
            *sheets,
            button("print", Box(1072, 30, 180, 52), words("print_title"), glyph="print", size=20),
            *(button(name, box, words(f"changes_{name}"), glyph=glyph, size=18)
              for name, glyph, box in help_cards.ways_to_the_doctor(LEFT)),
        )  # fmt: skip

    def paint_page(self, paper: Paper) -> None:
        help_cards.paint(paper, self.ctx.texts, LEFT)

    def choose(self, name: str) -> Next | None:
        if name == "print":
            return routes.PrintCards(self.child_id, self.place)
        if name in ("signs", "operation") and self.child_id:
            return routes.EditChild("signs" if name == "signs" else "surgery", self.child_id, routes.Back(self))
        return sheet(self, name)


class SafetyPage(Screen):
    """From anywhere and back there; nothing can be changed here."""

    name = "safety"
    is_cover = True
    hears_help = False  # F1 leads back
    is_child = False

    def __init__(self, ctx: Context, back: Next) -> None:
        super().__init__(ctx)
        self._back = back

    def build(self) -> tuple[Widget, ...]:
        back = button(
            "back", Box(OPEN_LEFT + 860, 30, 140, 52), self.ctx.texts("screen_back"), glyph="back", size=20,
            command=Command.BACK,
        )  # fmt: skip
        return (back, *help_cards.widgets(self.ctx, OPEN_LEFT))

    def paint_still(self, paper: Paper) -> None:
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(self.ctx.texts("help_title"), 34, OPEN_LEFT, 56, align="l", width=820)
        help_cards.paint(paper, self.ctx.texts, OPEN_LEFT)

    def press(self, name: str) -> Next | None:
        return self._back if name == "back" else sheet(self, name)

    def command(self, command: Command) -> Next | None:
        return self._back if command is Command.HELP else super().command(command)


def sheet(page: Screen, name: str) -> Next:
    """One of the sheets over the page; the sound check says a line at once."""
    ctx = page.ctx
    title, pieces = help_cards.SHEETS[name]
    if name == "sound":
        ctx.say("help_hello")
    return routes.Reading(page, ctx.texts(title), tuple(pieces(ctx)))
