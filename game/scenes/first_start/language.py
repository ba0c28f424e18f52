"""Before the welcome, where the game speaks several languages and nobody has chosen one: each by its own name.

A flag is a country's and no language's, and who cannot read a name can hear it: the speaker beside a name says a line
of it, and the page stays as it is. Only a press of a name chooses: a ring that passes over it changes nothing.
"""

from __future__ import annotations

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import INK_2
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(520, 60, 700, 600)
X, NAME_W, SPEAKER_W, ROW_H, STEP, TOP = 560, 516, 88, 70, 84, 166
A_PAGE = 4


class LanguageScreen(Screen):
    """Leads to `then`."""

    name = "language"
    is_outside = True
    is_child = False

    def __init__(self, ctx: Context, then: Next) -> None:
        super().__init__(ctx)
        self.then = then
        self.sample = ""  # the words of the line that was asked for last
        self.page = ctx.languages.index(ctx.language) // A_PAGE if ctx.language in ctx.languages else 0

    @property
    def shown(self) -> tuple[str, ...]:
        return self.ctx.languages[self.page * A_PAGE : (self.page + 1) * A_PAGE]

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        found: list[Widget] = []
        for i, language in enumerate(self.shown):
            y = TOP + i * STEP
            kind = "on" if language == self.ctx.language else "plain"
            called = self.ctx.locale_of(language).name
            found.append(button(f"language-{language}", Box(X, y, NAME_W, ROW_H), called, kind, size=28))
            found.append(button(f"hear-{language}", Box(X + NAME_W + 16, y, SPEAKER_W, ROW_H), "", glyph="voice"))
        if len(self.ctx.languages) > A_PAGE:
            found.append(button("more", Box(X, 584, 88, 56), "", glyph="next"))
        going_on = button("big", Box(930, 584, 250, 56), self.ctx.texts("screen_go_on"), "primary", glyph="next")
        return (*found, going_on)

    def first_focus(self, names: list[str]) -> str | None:
        return next((name for name in (f"language-{self.ctx.language}",) if name in names), names[0])

    def lines(self) -> tuple[str, ...]:
        return ("hear_bo",)

    def paint_still(self, paper: Paper) -> None:
        words, ctx = self.ctx.texts, self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        paper.panel(CARD, "#FFFDF7", radius=48, blur=20)
        paper.text(words("language_title"), 38, X, 116, align="l", width=620)
        if self.sample:
            paper.paragraph(self.sample, 22, X, 506, 620, height=66)
        elif not words.locale.is_read:
            paper.paragraph(words("language_not_read"), 18, X, 508, 620, INK_2, height=66)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "wave", 280, 590, 0.92, self.age, quiet=self.quiet)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        ctx, (what, _, language) = self.ctx, name.partition("-")
        match what:
            case "language":
                if language != ctx.language:
                    ctx.speak(language)
                    ctx.say(*self.lines())
                return self._chosen()
            case "big":
                return self._chosen()
            case "hear":
                self.sample = ctx.sample(language, *self.lines())
                self.changed()
            case "more":
                self.page = (self.page + 1) % -(-len(self.ctx.languages) // A_PAGE)
                self.changed()
        return None

    def command(self, command: Command) -> Next | None:
        """Esc asks whether to close, as at the welcome."""
        return routes.Close(self) if command is Command.BACK else super().command(command)

    def _chosen(self) -> Next:
        self.ctx.asks_language = False
        return self.then
