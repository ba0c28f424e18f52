"""Who is playing: every child's animal in a round window, four a page, one press to its trail."""

from __future__ import annotations

from collections.abc import Callable

from game.core.history.history import Child
from game.core.history.plays import last_begun
from game.core.rules.today import Doing, today, waiting
from game.scenes import routes
from game.scenes.home.map_state import look
from game.scenes.home.sun_and_moon import paint_slot
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.portrait import Portraits
from game.ui.stage import Frame, Stage
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, round_button

A_PAGE = 4
MIDDLE = 340  # y of the windows' middles
PLACES = {1: (640,), 2: (470, 810), 3: (300, 640, 980), 4: (262, 514, 766, 1018)}
RADIUS, RADIUS_OF_FOUR = 124, 106
STRIP = Box(372, 640, 536, 56)
FORESEE_AFTER = 1.0  # seconds; the first wave comes first
HELLO_SECONDS = 3.2  # the focused friend waves twice
ASLEEP = (Doing.LOCKED, Doing.PAUSED, Doing.RESTING, Doing.OFF_COURSE)


class WhoScreen(Screen):
    """Entering it ends whatever a child had chosen: sun or moon follow the clock again."""

    name = "who"
    is_outside = True

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        ctx.slot_chosen = None
        self._look()
        self.last = max(self.children, key=_last_played, default=None)
        self.page = self.children.index(self.last) // A_PAGE if self.last else 0
        self.hello = 0.0  # seconds since the focus came to this child
        self._greeted: str | None = None
        self._portraits = Portraits()
        self._is_fresh = True

    def _look(self) -> None:
        """Everything that hangs on the moment, read anew."""
        ctx = self.ctx
        self._moment = ctx.today, ctx.slot, ctx.is_evening
        self.children = list(ctx.children.values())
        self.slot = ctx.slot
        self.doing = {c.id: today(ctx.catalogue, c, ctx.now(), self.slot).doing for c in self.children}
        self.waits = {c.id: len(waiting(ctx.catalogue, c, ctx.today)) for c in self.children}
        self.changed()

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

    def build(self) -> tuple[Widget, ...]:
        out = [
            Widget(child.id, Box.around(x, MIDDLE, self.radius), Hotspot(), voice=f"friend_{child.animal}")
            for child, x in self.spots()
        ]
        if self.page > 0:
            out.append(round_button("page_back", 76, 360, 48, theme.EARTH, "icons/back", 60, voice="label_back"))
        if self.page + 1 < self.pages:
            out.append(round_button("page_on", 1204, 360, 48, theme.CORAL, "icons/play", 60, voice="label_next"))
        waits = any(self.waits.values())
        out += [
            round_button(
                "grown_ups", 76, 636, 48, theme.EARTH, "icons/adult", 60,
                voice="label_grown_up", command=None if waits else Command.GROWN_UPS,
            ),
            round_button("close", 1204, 636, 48, theme.PLUM, "icons/bed", 62, voice="label_bye", command=Command.BACK),
            hud.again((1204, 76)),
        ]  # fmt: skip
        if waits:
            out.append(Widget("confirm", STRIP, Hotspot(28), command=Command.GROWN_UPS, is_adult=True))
        return tuple(out)

    def first_focus(self, names: list[str]) -> str | None:
        if self.last and self.last.id in names:
            return self.last.id
        return names[0] if names else None

    def lines(self) -> tuple[str, ...]:
        return ("who_is_playing",)

    # ---------------------------------------------------------------- doing
    def press(self, name: str) -> Next | None:
        ctx = self.ctx
        match name:
            case "again":
                ctx.say(*self.lines())
            case "close":
                return routes.Close(self)
            case "grown_ups":
                return routes.Gate(routes.GrownUps(self._first_id()), routes.Who())
            case "confirm":
                return routes.Gate(routes.ConfirmNext(), routes.Who())
            case "page_back" | "page_on":
                self._turn(1 if name == "page_on" else -1)
            case _:
                return routes.Enter(name)
        return None

    def _first_id(self) -> str | None:
        return self.last.id if self.last else None

    def _turn(self, by: int) -> None:
        self.page = max(0, min(self.pages - 1, self.page + by))
        self.focused = None
        self.changed()
        self.focused = self.shown[0].id if self.shown else None

    def update(self, dt: float) -> Next | None:
        if self._moment != (self.ctx.today, self.ctx.slot, self.ctx.is_evening):
            self._look()
        if self.focused != self._greeted:
            self._greeted, self.hello = self.focused, 0.0
        self.hello += dt
        if self._is_fresh and self.age > FORESEE_AFTER:
            self._is_fresh = False
            self._foresee()
        return super().update(dt)

    def _foresee(self) -> None:
        """The map of who played last is painted beside the loop, so that it is there with the press."""
        if self.last and self.ctx.art.prepares:
            chapter = look(self.ctx, self.last.id).map
            self.ctx.art.trail(chapter, self.ctx.is_evening).still_behind(self.ctx.pictures.view.size)

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        title = Box(430, 34, 420, 92)
        paper.panel(title, radius=46)
        paper.text(ctx.texts("who_title"), 40, 640, 79, width=title.w - 48)
        for child, x in self.spots():
            tint, r = theme.ANIMALS[child.animal], self.radius
            paper.disc(x, MIDDLE, r, tint, ring=theme.PANEL, lip_depth=12)
            paper.panel(Box(x - 100, MIDDLE + r + 32, 200, 66), radius=33)
            paper.text(child.nickname, 34, x, MIDDLE + r + 64, width=176)
        if count := sum(self.waits.values()):
            paint_strip(paper, STRIP, ctx.texts("who_waiting", n=count))

    def draw(self, stage: Stage) -> None:
        """The friends lean out over the focus ring, the signs lie over the friends."""
        super().draw(stage)
        for child, x in self.spots():
            stage.put_frame(self._portrait(child), x, MIDDLE)
            self.sprite(stage, ("sign", child.id, self.doing[child.id]), self._sign_box(x), self._painter(child, x))

    def _portrait(self, child: Child) -> Frame:
        """Waves while it has the focus, sleeps where nothing may be played, else stands still."""
        is_asleep = self.doing[child.id] in ASLEEP
        waves = child.id == self.focused and self.hello < HELLO_SECONDS and not is_asleep and not self.ctx.settings.calm
        clip = "sleepy" if is_asleep else "greet" if waves else "idle"
        return self._portraits.of(self.ctx.art, child.animal, clip, self.radius).frame(self.hello if waves else 0.0)

    def _sign_box(self, x: float) -> Box:
        return Box.around(x + self.radius * 0.84, MIDDLE - self.radius * 0.71, 58)

    def _painter(self, child: Child, x: float) -> Callable[[Paper], None]:
        cx, cy = self._sign_box(x).centre
        doing = self.doing[child.id]

        def draw(paper: Paper) -> None:
            if doing in ASLEEP:
                paper.disc(cx, cy, 34, theme.NIGHT, "icons/nap", 44, ring=theme.PANEL, lip_depth=4)
            else:
                paint_slot(paper, self.slot, cx, cy, 34, theme.PANEL, doing is Doing.DONE)

        return draw


def _last_played(child: Child) -> float:
    """The moment of the child's last session, 0 for none."""
    begun = last_begun(child)
    return begun.timestamp() if begun else 0.0
