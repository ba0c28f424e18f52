"""Who is playing: every child's animal in a round window, four a page, one press to its trail; or two together."""

from __future__ import annotations

from functools import partial

from game.scenes import routes
from game.scenes.home.heads_screen import MIDDLE, HeadsScreen
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.context import Context
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

STRIP = Box(372, 640, 536, 56)
TOGETHER = (1050, 92)  # beside the speaker: the corner at the left is for words
FORESEE_AFTER = 1.0  # seconds; the first wave comes first


class WhoScreen(HeadsScreen):
    """Entering it ends whatever a child had chosen: sun or moon follow the clock again."""

    name = "who"
    is_outside = True

    def __init__(self, ctx: Context) -> None:
        ctx.slot_chosen = None
        super().__init__(ctx)
        self._is_fresh = True

    def build(self) -> tuple[Widget, ...]:
        out = [
            Widget(
                child.id, Box.around(x, MIDDLE, self.radius), Hotspot(), f"friend_{child.animal}", beside=self.beside(x)
            )
            for child, x in self.spots()
        ]  # fmt: skip
        out += self.page_buttons()
        waits = any(child.waits for child in self.children)
        if len(self.children) > 1:
            out.append(
                round_button(
                    "together",
                    *TOGETHER,
                    64,
                    theme.TEAL,
                    "icons/together",
                    92,
                    voice="label_together",
                    anchor=Anchor.TOP_RIGHT,
                )  # fmt: skip
            )
        out += [
            round_button(
                "grown_ups", 76, 636, 48, theme.EARTH, "icons/adult", 60,
                voice="label_grown_up", command=None if waits else Command.GROWN_UPS, anchor=Anchor.BOTTOM_LEFT,
            ),
            round_button(
                "close", 1204, 636, 48, theme.PLUM, "icons/bed", 62, voice="label_bye", command=Command.BACK,
                anchor=Anchor.BOTTOM_RIGHT,
            ),
            hud.again_right(),
        ]  # fmt: skip
        if waits:
            out.append(
                Widget("confirm", STRIP, Hotspot(28), command=Command.GROWN_UPS, is_adult=True, anchor=Anchor.BOTTOM)
            )
        return tuple(out)

    def first_focus(self, names: list[str]) -> str | None:
        if self.last and self.last.id in names:
            return self.last.id
        return names[0] if names else None

    def lines(self) -> tuple[str, ...]:
        return ("who_is_playing",)

    @property
    def looks(self) -> str:
        ctx, settings = self.ctx, self.ctx.settings
        heads = [(c.nickname, c.animal, c.is_asleep, c.is_done) for c in self.shown]
        words = ctx.texts("who_title"), ctx.texts("who_waiting", n=sum(c.waits for c in self.children))
        ring = [widget.name == self.focused for widget in self.widgets] if self.shows_focus else None
        return repr((
            ctx.language, words, settings.text_size, settings.contrast, settings.calm, ctx.is_evening, self.slot.name,
            heads, self.page, self.pages, len(self.children), any(c.waits for c in self.children), ring,
        ))  # fmt: skip

    # ---------------------------------------------------------------- doing
    def press(self, name: str) -> Next | None:
        ctx = self.ctx
        match name:
            case "again":
                ctx.say(*self.lines())
            case "close":
                return routes.Close(self)
            case "together":
                return routes.Together()
            case "grown_ups":
                return routes.Gate(routes.GrownUps(self.last.id if self.last else None), routes.Who())
            case "confirm":
                return routes.Gate(routes.ConfirmNext(), routes.Who())
            case "page_back" | "page_on":
                self.turn(1 if name == "page_on" else -1)
            case _:
                return routes.Enter(name)
        return None

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._is_fresh and self.age > FORESEE_AFTER:
            self._is_fresh = False
            self._foresee()

    def _foresee(self) -> None:
        """The map of who played last is painted beside the loop, so that it is there with the press."""
        if self.last and self.ctx.art.prepares:
            self.ctx.art.baker.run(partial(_paint_map, self.ctx, self.last.id))

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        title = paper.view.anchored(Box(430, 34, 420, 92), Anchor.TOP)
        paper.panel(title, radius=46)
        paper.text(ctx.texts("who_title"), 40, 640, title.y + 45, width=title.w - 48)
        self.paint_heads(paper)
        if count := sum(child.waits for child in self.children):
            paint_strip(paper, paper.view.anchored(STRIP, Anchor.BOTTOM), ctx.texts("who_waiting", n=count))


def _paint_map(ctx: Context, child: str) -> None:
    """Beside the loop; what the map is drawn from is read there as well."""
    from game.scenes.home.map_state import look

    trail = ctx.art.trail(look(ctx, child).map, ctx.is_evening)
    trail.still_behind(ctx.pictures.view.size)
    ctx.art.library.stickers()
