"""The story's book: one double page a chapter.

On the way to the map a chapter's page opens by itself, once, with the scene of the day; whatever is pressed goes on,
and so does the end of the telling. From the map the book opens at the present chapter, every page that was reached can
be turned to, and each tells all of its chapter that was told. Nothing on it moves.
"""

from __future__ import annotations

from functools import partial

from game.core.events import PageShown
from game.core.session.heard import knows_bo
from game.core.session.story import ToldChapter
from game.scenes import routes
from game.scenes.home.map_state import MapState, look, may_tell
from game.scenes.home.page_words import paint_band, said_in
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.open_book import OpenBook, paint_corner
from game.ui.controls import Command, Input, Key, Press
from game.ui.paper import Paper
from game.ui.view import Anchor
from game.ui.widgets import Widget, round_button

LEAST, AFTER = 5.0, 2.5  # seconds a page that came by itself stays, and those after the last word
STAYS = (Command.AGAIN, Command.WORDS, Command.HELP, Command.FULL_SCREEN)  # keys that turn no page
FORESEE_AFTER = 0.6  # seconds; the page that is seen comes first


def is_new(state: MapState) -> bool:
    """Whether the page of the present chapter opens by itself now: where the day's scene is told, and once."""
    return may_tell(state) and state.story.chapter.n not in state.child.pages


class StoryPage(Screen):
    """`opens_itself`: on the way to the map. Else it is looked at from there, `at` one of the child's pages."""

    name = "story"
    shows_words = True

    def __init__(self, ctx: Context, child: str, opens_itself: bool = False) -> None:
        super().__init__(ctx)
        self.id, self.opens_itself = child, opens_itself
        self.state = look(ctx, child)
        self.told = self.state.told
        self.at = len(self.told) - 1
        self._words = ""
        self._foreseen = False

    @property
    def page(self) -> ToldChapter:
        """The chapter that lies open."""
        return self.told[self.at]

    @property
    def has_next(self) -> bool:
        return self.at + 1 < len(self.told)

    def _book(self, at: int) -> OpenBook:
        return self.ctx.art.page(self.told[at].chapter.n, self.ctx.is_evening)

    # ---------------------------------------------------------------- widgets and voice
    def build(self) -> tuple[Widget, ...]:
        out = [] if self.opens_itself else [
            round_button("back", 76, 76, 48, theme.CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        ]  # fmt: skip
        out.append(hud.again(hud.AGAIN_RIGHT, Anchor.PICTURE))
        if self.at and not self.opens_itself:
            out.append(round_button("page_back", 50, 640, 48, theme.TEAL, "icons/back", 60, voice="label_back"))
        if self.has_next or self.opens_itself:
            voice = "label_map" if self.opens_itself else "label_next"
            out.append(round_button("big", 1196, 640, 56, theme.TEAL, "icons/play", 72, ring=theme.PANEL, voice=voice))
        return tuple(out)

    def lines(self) -> tuple[str, ...]:
        if not self.opens_itself:
            return self.page.lines
        hello = () if knows_bo(self.state.child) else ("greet_bo_first",)
        return (*hello, self.page.lines[0], *self.state.story.lines)

    def repeats_line(self) -> bool:
        return False  # it is told once; the speaker tells it again

    # ---------------------------------------------------------------- doing
    def handle(self, event: Input) -> Next | None:
        following = super().handle(event)
        if following or not self.opens_itself or not self.hears:
            return following
        match event:
            case Press(x, y):
                point = self.ctx.pictures.view.design(x, y)
                return None if self.widget("again").holds(*point) else self._onward()
            case Key(command) if command not in STAYS and self.focused != "again":
                return self._onward()
            case _:
                return None

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "back":
                return self._onward()
            case "big" if self.opens_itself:
                return self._onward()
            case _:
                self._turn(-1 if name == "page_back" else 1)
        return None

    def _onward(self) -> Next:
        self.ctx.narrator.stop()
        return routes.Trail(self.id)

    def _turn(self, by: int) -> None:
        """Another page, which tells itself; the arrow keeps the focus where there is one more."""
        arrow = self.focused
        self.at = max(0, min(len(self.told) - 1, self.at + by))
        self.ctx.sound.effect("whoosh")
        self.focused, self._foreseen = None, False
        self.changed()
        if arrow in [w.name for w in self.widgets]:
            self.focused = arrow
        self.ctx.say(*self.lines())

    def update(self, dt: float) -> Next | None:
        if self.age == 0 and self.opens_itself:
            self._opened()
        following = super().update(dt)
        if (words := said_in(self.ctx, self.page)) != self._words:
            self._words = words
            self._still = None
        if not self._foreseen and self.age > FORESEE_AFTER:
            self._foresee()
        if self.opens_itself and self.age >= LEAST and self.silence >= AFTER:
            return self._onward()
        return following

    def _opened(self) -> None:
        """It has been seen now, and what it says is told for today."""
        self.ctx.record(PageShown(self.page.chapter.n), child=self.id)
        self.ctx.told_today.add((self.id, self.state.now.day))
        if not knows_bo(self.state.child):
            self.ctx.introduced.add((self.id, self.state.now.day))

    def _foresee(self) -> None:
        """What can be turned to, or the map, is painted beside the loop."""
        self._foreseen = True
        size = self.ctx.pictures.view.size
        if not self.ctx.art.prepares:
            return
        if self.opens_itself:
            self.ctx.art.paint_soon(partial(self.ctx.art.trail, self.state.map, self.ctx.is_evening), size)
            return
        for at in (self.at + 1, self.at - 1):
            if 0 <= at < len(self.told):
                self._book(at).still_behind(size)

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        paper.backdrop(self._book(self.at).still(paper.view.size))
        paint_band(paper, self.page, self._words or said_in(self.ctx, self.page), self.ctx.is_evening)
        if self.has_next:
            paint_corner(paper, self.ctx.is_evening)
