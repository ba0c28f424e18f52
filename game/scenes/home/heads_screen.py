"""The family as heads in round windows, four a page: who waves, who sleeps, and whose sun or moon has a tick."""

from __future__ import annotations

from collections.abc import Callable

from game.core.first_look import Head, Heads
from game.scenes.home.sun_and_moon import paint_slot
from game.scenes.screen.context import Context
from game.scenes.screen.moving_screen import shadowed
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.portrait import Portraits
from game.ui.paper import Paper
from game.ui.stage import Frame, Stage
from game.ui.view import Box
from game.ui.widgets import Widget, round_button

A_PAGE = 4
MIDDLE = 340  # y of the windows' middles
PLACES = {1: (640,), 2: (470, 810), 3: (300, 640, 980), 4: (262, 514, 766, 1018)}
RADIUS, RADIUS_OF_FOUR = 124, 106
SIGN_R = 34  # of the sun, moon or sleep at a window's rim
HELLO_SECONDS = 3.2  # the focused friend waves twice


class HeadsScreen(Screen):
    """A subclass gives the widgets of `spots`; their names are the children's ids."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._look()
        self.last = max(self.children, key=lambda head: head.begun, default=None)
        self.page = self.children.index(self.last) // A_PAGE if self.last else 0
        self.hello = 0.0  # seconds since the focus came to this child
        self._greeted: str | None = None
        self._portraits = Portraits()

    def _look(self) -> None:
        """Everything that hangs on the moment, read anew."""
        ctx = self.ctx
        self._moment = ctx.today, ctx.slot, ctx.is_evening
        self.slot = ctx.slot
        self.children = list(self._heads())
        self.changed()

    def _heads(self) -> Heads:
        """Those of now."""
        ctx = self.ctx
        if known := ctx.told.heads(ctx.today, self.slot):
            return known
        from game.core.rules.heads import heads_now

        return heads_now(ctx.catalogue, ctx.children.values(), ctx.today, self.slot)

    def update(self, dt: float) -> None:
        if self._moment != (self.ctx.today, self.ctx.slot, self.ctx.is_evening):
            self._look()
        if self.focused != self._greeted:
            self._greeted, self.hello = self.focused, 0.0
        self.hello += dt
        super().update(dt)

    # ---------------------------------------------------------------- what is there
    @property
    def pages(self) -> int:
        return max(1, -(-len(self.children) // A_PAGE))

    @property
    def shown(self) -> list[Head]:
        """The children of this page."""
        return self.children[self.page * A_PAGE : (self.page + 1) * A_PAGE]

    @property
    def radius(self) -> float:
        return RADIUS_OF_FOUR if len(self.shown) == A_PAGE or self.pages > 1 else RADIUS

    def spots(self) -> list[tuple[Head, float]]:
        """Each child of this page and the x of its window."""
        return list(zip(self.shown, PLACES.get(len(self.shown), ())))

    def beside(self, x: float) -> tuple[Box, ...]:
        """What lies beside a window and is pressed for it: its sign and its name."""
        return Box.around(*self.sign_box(x).centre, SIGN_R), self._name_box(x)

    def _name_box(self, x: float) -> Box:
        return Box(x - 100, MIDDLE + self.radius + 32, 200, 66)

    def page_buttons(self) -> list[Widget]:
        """To the page before and to the next, where there is one."""
        out = []
        if self.page > 0:
            out.append(round_button("page_back", 76, 360, 48, theme.EARTH, "icons/back", 60, voice="label_back"))
        if self.page + 1 < self.pages:
            out.append(round_button("page_on", 1204, 360, 48, theme.CORAL, "icons/play", 60, voice="label_next"))
        return out

    def turn(self, by: int) -> None:
        """Another page, its first child in the ring."""
        self.page = max(0, min(self.pages - 1, self.page + by))
        self.focused = None
        self.changed()
        self.focused = self.shown[0].id if self.shown else None

    # ---------------------------------------------------------------- picture
    def paint_heads(self, paper: Paper) -> None:
        """Windows and names; the friends in them move."""
        for child, x in self.spots():
            tint, r = theme.ANIMALS[child.animal], self.radius
            paper.disc(x, MIDDLE, r, tint, ring=theme.PANEL, lip_depth=12)
            paper.panel(self._name_box(x), radius=33)
            paper.text(child.nickname, 34, x, MIDDLE + r + 64, width=176)

    def draw(self, stage: Stage) -> None:
        """The friends lean out over the focus ring, the signs lie over the friends."""
        super().draw(stage)
        for child, x in self.spots():
            stage.put_frame(self._portrait(child), x, MIDDLE)
            self.between(stage, child, x)
            key = "sign", child.id, child.is_asleep, child.is_done, self.slot
            self.sprite(stage, key, shadowed(self.sign_box(x)), self._painter(child, x))

    def between(self, stage: Stage, child: Head, x: float) -> None:
        """What a subclass puts over a friend and below its sign."""

    def _portrait(self, child: Head) -> Frame:
        """Waves while it has the focus, sleeps where nothing may be played, else stands still."""
        is_greeted = child.id == self.focused and self.hello < HELLO_SECONDS
        waves = is_greeted and not child.is_asleep and not self.ctx.settings.calm
        clip = "sleepy" if child.is_asleep else "greet" if waves else "idle"
        return self._portraits.of(self.ctx.art, child.animal, clip, self.radius).frame(self.hello if waves else 0.0)

    def sign_box(self, x: float) -> Box:
        return Box.around(x + self.radius * 0.84, MIDDLE - self.radius * 0.71, 58)

    def _painter(self, child: Head, x: float) -> Callable[[Paper], None]:
        cx, cy = self.sign_box(x).centre

        def draw(paper: Paper) -> None:
            if child.is_asleep:
                paper.disc(cx, cy, SIGN_R, theme.NIGHT, "icons/nap", 44, ring=theme.PANEL, lip_depth=4)
            else:
                paint_slot(paper, self.slot, cx, cy, SIGN_R, theme.PANEL, child.is_done)

        return draw
