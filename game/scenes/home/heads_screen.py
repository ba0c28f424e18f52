"""The family as heads in round windows, four a page: who waves, who sleeps, and whose sun or moon has a tick."""

from __future__ import annotations

from collections.abc import Callable

from game.core.history.history import Child
from game.core.history.plays import last_begun
from game.core.rules.today import Doing, today
from game.scenes.home.sun_and_moon import paint_slot
from game.scenes.screen.context import Context
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
ASLEEP = (Doing.LOCKED, Doing.PAUSED, Doing.RESTING, Doing.OFF_COURSE)


class HeadsScreen(Screen):
    """A subclass gives the widgets of `spots`; their names are the children's ids."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._look()
        self.last = max(self.children, key=_last_played, default=None)
        self.page = self.children.index(self.last) // A_PAGE if self.last else 0
        self.hello = 0.0  # seconds since the focus came to this child
        self._greeted: str | None = None
        self._portraits = Portraits()

    def _look(self) -> None:
        """Everything that hangs on the moment, read anew."""
        ctx = self.ctx
        self._moment = ctx.today, ctx.slot, ctx.is_evening
        self.children = list(ctx.children.values())
        self.slot = ctx.slot
        rest = ctx.settings.rest_seconds
        self.today = {c.id: today(ctx.catalogue, c, ctx.now(), self.slot, rest) for c in self.children}
        self.doing = {child: now.doing for child, now in self.today.items()}
        self.changed()

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
    def shown(self) -> list[Child]:
        """The children of this page."""
        return self.children[self.page * A_PAGE : (self.page + 1) * A_PAGE]

    @property
    def radius(self) -> float:
        return RADIUS_OF_FOUR if len(self.shown) == A_PAGE or self.pages > 1 else RADIUS

    def spots(self) -> list[tuple[Child, float]]:
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
            now = self.today[child.id]
            key = "sign", child.id, now.doing, now.is_done, self.slot
            self.sprite(stage, key, self.sign_box(x), self._painter(child, x))

    def between(self, stage: Stage, child: Child, x: float) -> None:
        """What a subclass puts over a friend and below its sign."""

    def _portrait(self, child: Child) -> Frame:
        """Waves while it has the focus, sleeps where nothing may be played, else stands still."""
        is_asleep = self.doing[child.id] in ASLEEP
        waves = child.id == self.focused and self.hello < HELLO_SECONDS and not is_asleep and not self.ctx.settings.calm
        clip = "sleepy" if is_asleep else "greet" if waves else "idle"
        return self._portraits.of(self.ctx.art, child.animal, clip, self.radius).frame(self.hello if waves else 0.0)

    def sign_box(self, x: float) -> Box:
        return Box.around(x + self.radius * 0.84, MIDDLE - self.radius * 0.71, 58)

    def _painter(self, child: Child, x: float) -> Callable[[Paper], None]:
        cx, cy = self.sign_box(x).centre
        doing, is_done = self.doing[child.id], self.today[child.id].is_done

        def draw(paper: Paper) -> None:
            if doing in ASLEEP:
                paper.disc(cx, cy, SIGN_R, theme.NIGHT, "icons/nap", 44, ring=theme.PANEL, lip_depth=4)
            else:
                paint_slot(paper, self.slot, cx, cy, SIGN_R, theme.PANEL, is_done)

        return draw


def _last_played(child: Child) -> float:
    """The moment of the child's last session, 0 for none."""
    begun = last_begun(child)
    return begun.timestamp() if begun else 0.0
