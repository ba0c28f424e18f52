"""Shoes off, and fetch the things: one press on "ready", and from then on nothing has to be pressed.

The friend of the first exercise shows one thing after the other, large, as the voice names it; all of them stand small
below. Who has heard them out presses once; who does not wait for the voice ticks with each press of the big button the
thing that is shown and those before it, the next one comes, and the voice goes on from there. A press on a thing shows
and ticks it as well, which nobody needs; the round button beside the large one takes what else will do, for the whole
session. Where a baby crawls, only large things are ever shown. What one sheet has no room for lies on the next, and the
big button leads through all of them: nothing that is needed stays unseen or unsaid.
"""

from __future__ import annotations

from functools import partial

from game.core.events import QuestKind
from game.core.quest import Level
from game.core.rules.today import Doing, today
from game.scenes import routes
from game.scenes.routes import Next, Route
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.scenes.session import equipment
from game.scenes.session.session import RunningSession
from game.scenes.session.things_laid import (
    FETCH,
    LARGE,
    ROW,
    SWAP_R,
    LaidThings,
    laid,
    paint_bare,
    paint_large,
    paint_now,
    paint_shoes,
    paint_tile,
    sheets,
)
from game.scenes.together.company import Company
from game.ui.art.puppet_view import PuppetView
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import CORAL, TEAL
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

FRIEND, FRIEND_SCALE = (222, 566), 0.68


class ShoesOff(Screen):
    """Before a session; nothing is recorded until "ready". `beside` is who plays at the same time, and what: their
    things are fetched as well."""

    name = "shoes"

    def __init__(
        self, ctx: Context, child: str, kind: QuestKind, levels: tuple[Level, ...],
        beside: tuple[str, tuple[Level, ...]] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx)
        self.child, self.kind, self.own = child, kind, levels
        self.beside = beside
        self.levels = (*levels, *(beside[1] if beside else ()))
        self._moment = ctx.today, ctx.slot
        self.things = equipment.needed(ctx.catalogue, levels)
        self.swapped: set[str] = set(equipment.BIG_ONLY & self.things.keys()) if ctx.settings.baby else set()
        self.ticked: set[str] = set()
        self._seen: set[str] = set()  # were shown large
        self.sheets = sheets(tuple(self.things))
        self.sheet = 0  # the one that is seen
        self._spot = ""  # the thing that is shown large, where it was chosen
        self._is_led = True  # by the voice; whoever has pressed a thing looks by himself

    @property
    def _laid(self) -> LaidThings:
        return laid(len(self.sheets[self.sheet]))

    @property
    def _tiles(self) -> dict[str, Box]:
        """The things of the present sheet, and where they stand."""
        return dict(zip(self.sheets[self.sheet], self._laid.tiles))

    @property
    def spot(self) -> str:
        """The thing that is shown large; "" where nothing is needed."""
        names = self.sheets[self.sheet]
        return self._spot if self._spot in names else next(iter(names), "")

    @property
    def _unseen(self) -> tuple[str, ...]:
        """What of this sheet was not shown yet; the first thing is from the beginning."""
        return tuple(thing for thing in self.sheets[self.sheet] if thing not in {*self._seen, self.spot})

    def _show(self, thing: str) -> None:
        if thing == self.spot:
            return
        had_more = bool(self._unseen)
        self._seen |= {self.spot, thing}
        self._spot, self._widgets = thing, None
        if had_more and not self._unseen:
            self.changed()  # the big button leads on from here

    def _follow_voice(self) -> None:
        """What is being named is shown."""
        narrator = self.ctx.narrator
        if self._is_led and narrator.is_speaking and narrator.said:
            for thing in self.sheets[self.sheet]:
                if self._voice(thing) == narrator.said[-1]:
                    self._show(thing)

    @property
    def _is_last(self) -> bool:
        return self.sheet + 1 == len(self.sheets)

    def lines(self) -> tuple[str, ...]:
        if not self.things:
            return ("ready_shoes_off", "ready_check")
        known = (line for line in map(self._voice, self.sheets[self.sheet]) if self._has_line(line))
        first = () if self.sheet else ("ready_shoes_off", "things_needed")
        return (*first, *known, "ready_check" if self._is_last else "label_next")

    def _has_line(self, line: str) -> bool:
        return self.ctx.narrator.knows(line)

    def _voice(self, thing: str) -> str:
        """The thing's line, or that of what was taken for it, where the voice has one."""
        swap = f"swap_{thing}"
        return swap if thing in self.swapped and self._has_line(swap) else f"things_{thing}"

    def shown(self, thing: str) -> str:
        """The thing itself, or what was taken for it."""
        return (self.things[thing] or thing) if thing in self.swapped else thing

    def _other(self, thing: str) -> str | None:
        """What may be taken for what is shown; None where nothing may."""
        if not self._may_swap(thing):
            return None
        return thing if thing in self.swapped else self.things[thing]

    def _may_swap(self, thing: str) -> bool:
        return self.things[thing] is not None and not (self.ctx.settings.baby and thing in equipment.BIG_ONLY)

    def update(self, dt: float) -> Next | None:
        if self._moment != (self.ctx.today, self.ctx.slot):
            self._moment = self.ctx.today, self.ctx.slot
            offered = self._offered_now()
            if [_dose(level) for level in offered] != [_dose(level) for level in self.levels]:
                return routes.MadeWay(self._way_back)
            self._take(offered)
        if self.age == 0 and self.ctx.art.prepares and self.levels:
            first = self.ctx.catalogue.exercises[self.levels[0].exercise].demonstration.place
            art = self.ctx.art
            art.paint_soon(partial(art.place, first, self.ctx.is_evening), self.ctx.pictures.view.size)
            art.foresee((self._friend,))
            for level in self.levels:
                art.read_soon(self.ctx.catalogue.exercises[level.exercise].demonstration.puppets)
        found = super().update(dt)
        self._follow_voice()
        return found

    @property
    def _way_back(self) -> Route:
        return routes.Together() if self.beside else routes.Trail(self.child)

    def _take(self, offered: tuple[Level, ...]) -> None:
        """The same levels, as this moment gives them."""
        self.levels, n = offered, len(self.own)
        self.own = offered[:n]
        if self.beside:
            self.beside = self.beside[0], offered[n:]

    def _offered_now(self) -> tuple[Level, ...]:
        """What the same presses would begin now, of everybody who plays."""
        other = self._offered_to(self.beside[0]) if self.beside else ()
        return (*self._offered_to(self.child), *other)

    def _offered_to(self, child: str) -> tuple[Level, ...]:
        """What the same press on the map would begin now; day or slot may turn while things are fetched."""
        ctx = self.ctx
        now = today(ctx.catalogue, ctx.child(child), ctx.now(), ctx.slot, ctx.settings.rest_seconds)
        match self.kind:
            case QuestKind.QUEST:
                return now.left if now.doing is Doing.READY else ()
            case QuestKind.TWO_MINUTES:
                return now.two_minutes
            case _:
                mine = {level.exercise for level in self.levels}
                return tuple(level for level in now.choices if level.exercise in mine)

    # ---------------------------------------------------------------- inputs
    def build(self) -> tuple[Widget, ...]:
        widgets: list[Widget] = []
        if self.spot and self._may_swap(self.spot):
            line = f"swap_{self.spot}"
            voice = line if self._has_line(line) else "label_swap"
            widgets.append(Widget(f"swap-{self.spot}", Box.around(*self._laid.swap, SWAP_R), Hotspot(), voice))
        for thing, tile in self._tiles.items():
            voice = self._voice(thing)
            widgets.append(Widget(f"thing-{thing}", tile, Hotspot(30), voice, is_chosen=thing in self.ticked))
        home = round_button(
            "stop", 88, 636, 48, CORAL, "icons/back", 60, voice="label_back", command=Command.BACK,
            anchor=Anchor.BOTTOM_LEFT,
        )  # fmt: skip
        big = hud.big("play", "label_play", None)
        if self._unseen or not self._is_last:
            big = hud.big("play", "label_next", None, TEAL, 84)
        if self.sheet:
            widgets.append(
                round_button(
                    "page_back", 1030, 636, 48, TEAL, "icons/back", 60, voice="label_back", anchor=Anchor.BOTTOM_RIGHT
                )
            )
        return (*widgets, home, hud.again((208, 636), Anchor.BOTTOM_LEFT), big)

    def press(self, name: str) -> Next | None:
        kind, _, thing = name.partition("-")
        match kind:
            case "thing":
                self.ticked ^= {thing}
                self._is_led = False
                self._show(thing)
                self.changed()
            case "swap":
                self.swapped ^= {thing}
                self._is_led = False
                self.changed()
            case "again":
                self._is_led = True
                self.ctx.say(*self.lines())
            case "stop":
                return self._way_back
            case "page_back":
                self._turn(-1)
            case "big" if self._unseen:
                self._next_thing()
            case "big" if not self._is_last:
                self._turn(1)
            case "big":
                return self._ready()
        return None

    def _next_thing(self) -> None:
        """What was shown so far is there; the next one is shown and named, and those after it, and then what to do."""
        self.ticked |= {thing for thing in self.sheets[self.sheet] if thing not in self._unseen}
        self._is_led = True
        coming = self._unseen
        self._show(coming[0])
        self.changed()
        self.ctx.say(*filter(self._has_line, map(self._voice, coming)), self.lines()[-1])

    def _turn(self, by: int) -> None:
        """The next sheet, or the one before; its things are told."""
        self.sheet += by
        self._is_led, self.focused = True, None
        self.ctx.sound.effect("whoosh")
        self.changed()
        self.ctx.say(*self.lines())

    def command(self, command: Command) -> Next | None:
        """It hurts before anything was done: nothing begins, and a grown-up is called."""
        if command is Command.HURT:
            self.ctx.say("ouch_heard", "grown_up_call")
            return None
        return super().command(command)

    def repeated(self) -> tuple[str, ...]:
        """Everything that is to be done, not the last thing alone."""
        return self.lines()

    def _ready(self) -> Next:
        session = self._session(self.child, self.own)
        if self.beside:
            company = Company(session, self._session(*self.beside))
            company.begin()
            return routes.NextRow(company)
        session.partner = self.ctx.turns
        session.begin()
        return routes.NextLevel(session)

    def _session(self, child: str, levels: tuple[Level, ...]) -> RunningSession:
        return RunningSession(self.ctx, child, self.kind, levels, frozenset(self.swapped))

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        paper.backdrop(self.ctx.art.place("room", self.ctx.is_evening).still(paper.surface.get_size()))
        if not self.things:
            paint_bare(paper, Box(430, 30, 740, 500), self.ctx.texts("shoes_title"))
            return
        paint_shoes(paper, self.ctx.texts("shoes_title"))
        paper.panel(FETCH, radius=48, blur=20)
        paper.text(self.ctx.texts("shoes_fetch"), 44, FETCH.centre[0], 82, width=FETCH.w - 80)
        for thing, tile in self._tiles.items():
            paint_tile(paper, self.ctx.texts, self.shown(thing), tile, is_ticked=thing in self.ticked)
        for i in range(len(self.sheets) if len(self.sheets) > 1 else 0):
            x = FETCH.centre[0] + (i - (len(self.sheets) - 1) / 2) * 34
            fill = "#43304A" if i == self.sheet else "#DCCBB0"
            paper.shape(f'<circle cx="{x}" cy="{FETCH.bottom + 24}" r="10" fill="{fill}"/>', FETCH.grown(40), alpha=0)

    def moving(self, stage: Stage) -> None:
        """The friend, and what he shows now."""
        stage.put_frame(self._friend.frame(0.0 if self.ctx.art.calm else self.age), *FRIEND)
        if not self.spot:
            return
        thing, shown = self.spot, self.shown(self.spot)
        many = len(self._laid.tiles) > ROW
        large = partial(paint_large, self._laid, self.ctx.texts, shown, self._other(thing))
        self.piece(stage, ("large", thing, shown, many), LARGE, large, place="large")
        tile = self._tiles[thing].grown(6)
        self.piece(stage, ("now", tile), tile.grown(6), partial(paint_now, tile), place="now")

    @property
    def _friend(self) -> PuppetView:
        """Of the first exercise; he points at what is to be fetched."""
        host = self.ctx.catalogue.exercises[self.levels[0].exercise].demonstration.host if self.levels else "bo"
        return self.ctx.art.puppet(f"{host}_front", "point", scale=FRIEND_SCALE)


def _dose(level: Level) -> tuple[str, int, int]:
    return level.exercise, level.sets, level.amount
