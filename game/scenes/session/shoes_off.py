"""Shoes off, and fetch the things: one press on "ready", and from then on nothing has to be pressed.

A thing is ticked by a press, which nobody needs; the round button beside it takes what else will do, for the whole
session. Where a baby crawls, only large things are ever shown. What one sheet has no room for lies on the next, and the
big button leads through all of them: nothing that is needed stays unseen or unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from game.scenes.together.company import Company
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import CORAL, INK_2, LILAC, SEMI_BOLD, TEAL, Paint
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, round_button

SHOES, FETCH = Box(60, 30, 560, 500), Box(660, 30, 560, 500)
NARROW_SHOES, WIDE_FETCH = Box(60, 30, 240, 500), Box(330, 30, 890, 500)
SWAP_PAINT = Paint("#F2E4FA", "#CDB6DC")
SWAP_R = 50
ROWS = 3
ROOM = 3 * ROWS  # things on one sheet


@dataclass(frozen=True, slots=True)
class ThingPlace:
    """Where a thing lies: its tile, and the middle of its swap button."""

    tile: Box
    swap: tuple[float, float]


def places(count: int) -> tuple[ThingPlace, ...]:
    """Up to three things lie in a column, up to six in two, up to `ROOM` in three; ValueError beyond."""
    if count > ROOM:
        raise ValueError(f"{count} things on a sheet for {ROOM}")
    if count <= ROWS:
        return tuple(ThingPlace(Box(692, 135 + i * 126, 360, 102), (1136, 186 + i * 126)) for i in range(count))
    columns, left, width, tile = (2, 686, 264, 112) if count <= 2 * ROWS else (3, 350, 290, 134)
    out = []
    for i in range(count):
        x, y = left + i % columns * width, 135 + i // columns * 126
        out.append(ThingPlace(Box(x, y, tile, 102), (x + tile + 24 + SWAP_R, y + 51)))
    return tuple(out)


def sheets(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """All of them, on as few sheets as have room and about as many on each; one empty sheet where nothing is needed.

    >>> [len(sheet) for sheet in sheets("abcdefghij")]
    [5, 5]
    """
    count = max(1, -(-len(names) // ROOM))
    cuts = [len(names) * i // count for i in range(count + 1)]
    return tuple(tuple(names[a:b]) for a, b in zip(cuts, cuts[1:]))


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
        self.sheets = sheets(tuple(self.things))
        self.sheet = 0  # the one that is seen

    @property
    def _places(self) -> dict[str, ThingPlace]:
        """The things of the present sheet, and where they lie."""
        names = self.sheets[self.sheet]
        return dict(zip(names, places(len(names))))

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
            for level in self.levels:
                art.read_soon(self.ctx.catalogue.exercises[level.exercise].demonstration.puppets)
        return super().update(dt)

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
        for thing, place in self._places.items():
            tile, voice = place.tile, self._voice(thing)
            widgets.append(Widget(f"thing-{thing}", tile, Hotspot(34), voice, is_chosen=thing in self.ticked))
            if self._may_swap(thing):
                line = f"swap_{thing}"
                voice = line if self._has_line(line) else "label_swap"
                widgets.append(Widget(f"swap-{thing}", Box.around(*place.swap, SWAP_R), Hotspot(), voice))
        home = round_button("stop", 88, 636, 48, CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        big = hud.big("play", "label_play", None)
        if not self._is_last:
            big = round_button("big", *hud.BIG, 66, TEAL, "icons/play", 84, voice="label_next")
        if self.sheet:
            widgets.append(round_button("page_back", 1030, 636, 48, TEAL, "icons/back", 60, voice="label_back"))
        return (*widgets, home, hud.again((208, 636)), big)

    def press(self, name: str) -> Next | None:
        kind, _, thing = name.partition("-")
        match kind:
            case "thing":
                self.ticked ^= {thing}
                self.changed()
            case "swap":
                self.swapped ^= {thing}
                self.changed()
            case "again":
                self.ctx.say(*self.lines())
            case "stop":
                return self._way_back
            case "page_back":
                self._turn(-1)
            case "big" if not self._is_last:
                self._turn(1)
            case "big":
                return self._ready()
        return None

    def _turn(self, by: int) -> None:
        """The next sheet, or the one before; its things are told."""
        self.sheet += by
        self.focused = None
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
            _paint_bare(paper, Box(270, 30, 740, 500), self.ctx.texts("shoes_title"))
            return
        is_wide = len(self.sheets[self.sheet]) > 2 * ROWS
        shoes, fetch = (NARROW_SHOES, WIDE_FETCH) if is_wide else (SHOES, FETCH)
        _paint_bare(paper, shoes, self.ctx.texts("shoes_title"))
        paper.panel(fetch, radius=48, blur=20)
        paper.text(self.ctx.texts("shoes_fetch"), 44, fetch.x + fetch.w / 2, 82, width=fetch.w - 80)
        for thing, place in self._places.items():
            self._paint_thing(paper, thing, place)
        for i in range(len(self.sheets) if len(self.sheets) > 1 else 0):
            x = fetch.x + fetch.w / 2 + (i - (len(self.sheets) - 1) / 2) * 34
            fill = "#43304A" if i == self.sheet else "#DCCBB0"
            paper.shape(f'<circle cx="{x}" cy="{fetch.bottom + 24}" r="10" fill="{fill}"/>', fetch.grown(40), alpha=0)

    def _paint_thing(self, paper: Paper, thing: str, place: ThingPlace) -> None:
        tile, shown = place.tile, self.shown(thing)
        body = f'<rect x="{tile.x}" y="{tile.y}" width="{tile.w}" height="{tile.h}" rx="34" fill="#F7EEDD"/>'
        paper.shape(body, tile.grown(4), alpha=0)
        middle = tile.y + tile.h / 2
        if tile.w > 200:
            equipment.paint(paper, shown, tile.x + 76, middle, 100)
            if shown == "small":
                for dx, colour in ((80, "blue"), (154, "yellow")):
                    paper.part(f"props/brick_{colour}", tile.x + 76 + dx, middle + 6, 84)
            else:
                paper.text(self.ctx.texts.thing(shown), 26, tile.x + 142, middle, INK_2, SEMI_BOLD, "l", tile.w - 200)
        elif equipment.is_drawn(shown):
            equipment.paint(paper, shown, tile.x + tile.w / 2, middle, min(88, tile.w - 14))
        else:
            equipment.paint(paper, shown, tile.x + tile.w / 2, tile.y + 30, 54)
            name, room = self.ctx.texts.thing(shown), tile.w - 12
            paper.paragraph(name, 19, tile.x + tile.w / 2, tile.y + 52, room, INK_2, leading=1.1, align="c", height=46)
        if thing in self.ticked:
            x = tile.right - 46 if tile.w > 200 else tile.right - 18
            y = middle if tile.w > 200 else tile.y + 20
            paper.disc(x, y, 30 if tile.w > 200 else 20, TEAL, "icons/check", 42 if tile.w > 200 else 28, lip_depth=4)
        if self._may_swap(thing):
            self._paint_swap(paper, thing, place)

    def _paint_swap(self, paper: Paper, thing: str, place: ThingPlace) -> None:
        """The other of the two, small, and an arrow around."""
        x, y = place.swap
        r = SWAP_R
        other = thing if thing in self.swapped else self.things[thing]
        paper.disc(x, y, r, SWAP_PAINT)
        equipment.paint(paper, other or thing, x, y, 66)
        paper.disc(x + 36, y - 34, 19, LILAC, "icons/again", 26, lip_depth=3)


def _paint_bare(paper: Paper, box: Box, title: str) -> None:
    """Shoe and sock go, two bare feet stay."""
    paper.panel(box, "#FFF3D9", radius=48, blur=20)
    cx = box.x + box.w / 2
    apart = 110 if box.w > 300 else 52
    size = 1.0 if box.w > 300 else 0.55
    paper.text(title, 44, cx, 82, width=box.w - 40)
    paper.part("icons/shoe", cx - apart, 214, 170 * size)
    paper.part("icons/sock", cx + apart, 214, 150 * size)
    arrow = (
        f'<path d="M{cx} 306V346M{cx - 18} 330L{cx} 350L{cx + 18} 330" stroke="#E8694E" stroke-width="12" '
        'stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
    )
    paper.shape(arrow, Box(cx - 40, 290, 80, 80), alpha=0)
    step = 150 * size
    paper.part("icons/step_on", cx - step / 2, 437, step)
    paper.part("icons/step_on", cx + step / 2, 437, step, flip=True)


def _dose(level: Level) -> tuple[str, int, int]:
    return level.exercise, level.sets, level.amount
