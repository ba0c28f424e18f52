"""One page of the first questions: paper, a title, how far it is, *Back* and *Go on*.

A grown-up reads, a child may look on; every page can go back.
"""

from __future__ import annotations

from game.core.history.history import Child
from game.scenes.first_start.draft import Draft
from game.scenes.first_start.order import Wizard
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.grown_ups import GrownUpScreen
from game.ui import theme
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

LEFT, RIGHT, FOOT = 60, 1220, 604
BACK_BOX = Box(LEFT, FOOT, 170, 56)
ON_BOX = Box(1000, FOOT, 220, 56)


class WizardPage(GrownUpScreen):
    """A subclass gives `page`, `title`, `sub` (text keys), its widgets and its cards. Before there is a PIN no page
    locks."""

    arrival = Arrival.PAGE
    page = ""
    title = ""
    sub = ""

    def __init__(self, ctx: Context, order: Wizard) -> None:
        super().__init__(ctx)
        self.order = order

    @property
    def draft(self) -> Draft:
        return self.order.draft

    # ---------------------------------------------------------------- furniture
    def back_button(self, box: Box = BACK_BOX) -> Widget:
        return button("back", box, self.ctx.texts("screen_back"), glyph="back", command=Command.BACK)

    def on_button(self, is_enabled: bool = True, box: Box = ON_BOX) -> Widget:
        key = self.order.on_key(self.page)
        glyph = "tick" if key == "screen_keep" else "next"
        return button("big", box, self.ctx.texts(key), "primary", glyph=glyph, is_enabled=is_enabled)

    def paint_still(self, paper: Paper) -> None:
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(self.ctx.texts(self.title), 34, LEFT, 58, align="l", width=700)
        if line := self.line():
            paper.text(line, 20, LEFT, 96, INK_2, SEMI_BOLD, "l", 1100)
        if place := self.order.place(self.page):
            self._progress(paper, *place)
        elif about := self.order.about():
            self._about(paper, about)
        self.paint_cards(paper)

    def line(self) -> str:
        """The sentence below the title."""
        return self.ctx.texts(self.sub) if self.sub else ""

    def paint_cards(self, paper: Paper) -> None:
        """The page's own cards."""

    def _about(self, paper: Paper, child: Child) -> None:
        """Whose page it is, in the corner."""
        w = min(360, 92 + paper.pictures.text_width(child.nickname, 22, EXTRA_BOLD))
        body = f'<rect x="2" y="2" width="{w}" height="56" rx="28" fill="#FFFFFF"/>'
        body = f'<g transform="translate({RIGHT - w - 2} 28)">{body}</g>'
        paper.shape(body, Box(RIGHT - w - 2, 28, w + 4, 60), 5, 30, 2)
        paper.part(f"cast/{child.animal}", RIGHT - w + 36, 57, 44, shadow=0)
        paper.text(child.nickname, 22, RIGHT - w + 68, 57, align="l", width=w - 92)

    def _progress(self, paper: Paper, n: int, of: int) -> None:
        x = RIGHT - of * 46
        body = "".join(
            f'<rect x="{i * 46}" y="0" width="36" height="12" rx="6" fill="{theme.TEAL.fill if i < n else "#E6DAC4"}"/>'
            for i in range(of)
        )
        paper.drawn(body, x, 52, of * 46, 12)
        paper.text(self.ctx.texts("screen_step", n=n, all=of), 17, x - 14, 58, INK_2, SEMI_BOLD, "r", 220)

    def check_box(self, paper: Paper, x: float, y: float, is_on: bool, colour: str = "#7A6278", size: int = 30) -> None:
        """A square to tick with its top left corner at (x, y)."""
        fill = colour if is_on else "#FFFFFF"
        style = f'fill="{fill}" stroke="{colour}" stroke-width="3"'
        body = f'<rect x="3" y="3" width="{size}" height="{size}" rx="9" {style}/>'
        paper.drawn(body, x - 3, y - 3, size + 6, size + 6)
        if is_on:
            paper.glyph("tick", x + size / 2, y + size / 2, size - 6, theme.WHITE, 3)

    def ticked(self, name: str, box: Box) -> Widget:
        """A row to tick that the page paints itself."""
        return Widget(name, box, Hotspot(14), is_adult=True)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        if name == "back":
            return self.order.back(self.page)
        if name == "big":
            return self.order.on(self.page)
        self.choose(name)
        self.changed()
        return None

    def command(self, command: Command) -> Next | None:
        """The words on the picture are only asked here; the setting is written down with everything else."""
        if command is Command.WORDS and not self.ctx.family.children:
            self.draft.words = not self.draft.words
            return None
        return super().command(command)

    def choose(self, name: str) -> None:
        """A widget of the page itself was pressed; the picture is made anew afterwards."""
