"""Who plays together: heads are pressed, then one button for two at once, or one for one after another.

Only who has something to play now can be chosen; of any other a press says and shows why. Two heads are chosen from
the beginning where there are no more, so the big button is the only press. Where fewer than two can play, that is what
is said. What the family has done together so far lies behind it all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.core.events import QuestKind
from game.core.first_look import Head, Heads
from game.core.rules.heads import head_of
from game.core.rules.today import Doing, today
from game.scenes import routes
from game.scenes.home.heads_screen import MIDDLE, HeadsScreen
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.moving_screen import shadowed
from game.scenes.together.not_now import card_box, paint_not_now, why_not
from game.scenes.together.picture import paint_picture
from game.ui import theme
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

AT_ONCE = 2  # see `company`
MOST = 4  # in turn: more than a page of heads would wait for too long


class ChooseTogether(HeadsScreen):
    """`chosen` are ids in the order they were pressed; the first pressed begins. `told` is who has nothing to play, and
    why is said and shown."""

    name = "together"
    told: str | None = None

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        ready = [child.id for child in self.children if self._is_ready(child.id)]
        self.chosen: list[str] = ready if len(ready) == AT_ONCE else []
        self.told = None if len(ready) >= AT_ONCE else next((c for c in self.doing if not self._is_ready(c)), None)

    def _is_ready(self, child: str) -> bool:
        return self.doing[child] is Doing.READY

    def _heads(self) -> Heads:
        ctx, rest = self.ctx, self.ctx.settings.rest_seconds
        self.today = {c: today(ctx.catalogue, ctx.child(c), ctx.now(), self.slot, rest) for c in ctx.children}
        self.doing = {child: now.doing for child, now in self.today.items()}
        return tuple(head_of(ctx.child(c), now, 0) for c, now in self.today.items())

    def _look(self) -> None:
        super()._look()
        self.chosen = [c for c in getattr(self, "chosen", []) if c in self.doing and self._is_ready(c)]
        self.told = None

    def lines(self) -> tuple[str, ...]:
        return self._why(self.told) if self.told else ("together_who",)

    def _why(self, child: str) -> tuple[str, ...]:
        return why_not(self.today[child], self.ctx.child(child)).lines

    def build(self) -> tuple[Widget, ...]:
        heads = [
            Widget(
                child.id, Box.around(x, MIDDLE, self.radius), Hotspot(), f"friend_{child.animal}",
                is_chosen=child.id in self.chosen, beside=self.beside(x),
            )
            for child, x in self.spots()
        ]  # fmt: skip
        back = hud.back()
        return (*heads, *self.page_buttons(), back, hud.again_right(), *self._ways())

    def _ways(self) -> list[Widget]:
        """At once where two are chosen, in turn from two on."""
        ways = []
        if len(self.chosen) >= AT_ONCE:
            x = 1010 if len(self.chosen) == AT_ONCE else 1180  # at the right: words lie at the left
            ways.append(
                round_button(
                    "turns",
                    x,
                    636,
                    60,
                    theme.NIGHT,
                    "icons/in_turn",
                    92,
                    voice="label_in_turn",
                    anchor=Anchor.BOTTOM_RIGHT,
                )
            )
        if len(self.chosen) == AT_ONCE:
            ways.append(
                round_button(
                    "big",
                    1180,
                    632,
                    70,
                    theme.TEAL,
                    "icons/together",
                    104,
                    voice="label_together",
                    anchor=Anchor.BOTTOM_RIGHT,
                )  # fmt: skip
            )
        return ways

    def first_focus(self, names: list[str]) -> str | None:
        heads = [name for name in names if name in self.doing]
        return "big" if "big" in names else heads[0] if heads else "back"

    def press(self, name: str) -> Next | None:
        if name != "again":
            self.told = None
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "back":
                return routes.Who()
            case "page_back" | "page_on":
                self.turn(1 if name == "page_on" else -1)
            case "turns":
                return routes.InTurn(tuple(self.chosen))
            case "big":
                first, second = self.chosen
                beside = second, self.today[second].left
                return routes.Shoes(first, QuestKind.QUEST, self.today[first].left, beside)
            case child:
                self._choose(child)
        return None

    def _choose(self, child: str) -> None:
        """Pressed again it is out; one more than may play lets go of the one chosen first."""
        if not self._is_ready(child):
            self.told = child
            self.ctx.say(*self._why(child))
            return
        if child in self.chosen:
            self.chosen.remove(child)
        else:
            self.chosen = [*self.chosen, child][-MOST:]
        focused = self.focused
        self.changed()
        self.focused = focused
        name = next(c.animal for c in self.children if c.id == child)
        self.ctx.say(f"friend_{name}")

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        paint_picture(paper, self.ctx)
        title = paper.view.anchored(Box(380, 34, 520, 92), Anchor.TOP)
        paper.panel(title, radius=46)
        paper.text(self.ctx.texts("together_title"), 40, 640, title.y + 45, width=title.w - 48)
        self.paint_heads(paper)

    def between(self, stage: Stage, child: Head, x: float) -> None:
        """Who is chosen has a ring and a tick, over the friend who leans out; the sun or moon lies over the ring. Whose
        press was refused has the reason below the face."""
        if child.id in self.chosen:
            box = Box.around(x, MIDDLE, self.radius + 40)
            self.sprite(stage, ("chosen", child.id, self.radius), box, partial(self._paint_chosen, x))
        if child.id == self.told:
            card, now = card_box(x, MIDDLE, self.radius), self.today[child.id]
            key = "why", child.id, now.doing, now.slot, now.opens
            self.piece(stage, key, shadowed(card), self._painter_why(card, child.id))

    def _painter_why(self, card: Box, child: str) -> Callable[[Paper], None]:
        return lambda paper: paint_not_now(paper, card, self.ctx.texts, self.today[child], self.ctx.child(child))

    def _paint_chosen(self, x: float, paper: Paper) -> None:
        r, (cx, cy) = self.radius, (x - self.radius * 0.8, MIDDLE + self.radius * 0.66)
        ring = f'<circle cx="{x}" cy="{MIDDLE}" r="{r + 12}" fill="none" stroke="{theme.TEAL.fill}" stroke-width="9"/>'
        paper.shape(ring, Box.around(x, MIDDLE, r + 20), alpha=0)
        paper.disc(cx, cy, 32, theme.TEAL, "icons/check", 44, ring=theme.PANEL, lip_depth=4)
