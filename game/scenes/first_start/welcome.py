"""The first screen a new family sees: what this is, whether Bo can be heard, begin or look around."""

from __future__ import annotations

from game.scenes import routes
from game.scenes.first_start.order import FirstStart
from game.scenes.routes import Next
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import INK_2, OK, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(520, 60, 700, 590)
X, ROOM = 560, 620
HEAR_Y = 392
SAID = Box(520, 662, 700, 52)  # below the card


class WelcomeScreen(Screen):
    """`order` holds what was said already, when somebody goes back to this page; `said` is what was just done, after
    which nobody was left."""

    name = "welcome"
    is_outside = True
    is_child = False

    def __init__(self, ctx: Context, order: FirstStart | None = None, said: str = "") -> None:
        super().__init__(ctx)
        self.said = said
        self.order = order or FirstStart(ctx)
        if ctx.sound.is_silent:
            self.order.draft.words = True

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words, is_silent = self.ctx.texts, self.order.draft.words
        demo = (button("look", Box(X, 556, 280, 64), words("welcome_look"), size=22),)
        language = button("language", Box(60, 40, 240, 52), words.locale.name, glyph="voice", size=20)
        return (
            *((language,) if len(self.ctx.languages) > 1 else ()),
            button("again", Box(760, HEAR_Y - 26, 180, 52), words("welcome_play_again"), glyph="next", size=20,
                 is_enabled=not self.ctx.sound.is_silent, command=Command.AGAIN),
            button("silent", Box(956, HEAR_Y - 26, 224, 52), words("welcome_no_sound"), "on" if is_silent else "plain",
                 glyph="mute", size=20),
            *(demo if self.ctx.start_demo else ()),
            button("big", Box(900, 556, 280, 64), words("welcome_begin"), "primary", glyph="next"),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("notice_sound")

    def lines(self) -> tuple[str, ...]:
        return ("hear_bo",)

    def paint_still(self, paper: Paper) -> None:
        words, ctx = self.ctx.texts, self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        paper.panel(CARD, "#FFFDF7", radius=48, blur=20)
        paper.text(words("app_name"), 40, X, 128, align="l", width=ROOM)
        y = paper.paragraph(words("welcome_line"), 22, X, 164, ROOM)
        paper.paragraph(words("welcome_time"), 22, X, y + 12, ROOM, INK_2, height=HEAR_Y - 40 - y)
        paper.text(words("welcome_hear"), 20, X, HEAR_Y, INK_2, SEMI_BOLD, "l", 190)
        if self.order.draft.words:
            paper.paragraph(words("welcome_words"), 18, 760, HEAR_Y + 38, 420, INK_2, height=50)
        paper.paragraph(words("welcome_limits"), 18, X, 488, ROOM, INK_2, height=50)
        if self.said:
            paper.panel(SAID, "#FFFDF7", radius=18, lip_depth=5)
            paper.paragraph(words("welcome_nobody", said=self.said), 17, X, SAID.y + 4, ROOM, OK, height=46)
        if ctx.start_demo:
            paper.text(words("welcome_look_line"), 17, X + 140, 637, INK_2, SEMI_BOLD, width=300)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "wave", 280, 590, 0.92, self.age, quiet=self.quiet)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.order.draft.words = False
                self.ctx.say(*self.lines())
                self.changed()
            case "silent":
                self.order.draft.words = not self.order.draft.words
                self.changed()
            case "language":
                return routes.ChooseLanguage(routes.Welcome(self.order))
            case "look" if self.ctx.start_demo:
                return routes.Demo(self.order)
            case "big":
                return self.order.begin()
        return None

    def command(self, command: Command) -> Next | None:
        """Esc asks whether to close, as at who is playing; C is the button about sound."""
        if command is Command.WORDS:
            return self.press("silent")
        if command is Command.BACK:
            return routes.Close(self)
        return super().command(command)
