"""One exercise only: three friends, the one least played first, one press to begin."""

from __future__ import annotations

from functools import partial

from game.core.events import QuestKind
from game.core.quest import Level
from game.core.rules.today import today
from game.core.session.heard import plays
from game.scenes import routes
from game.scenes.home.map_pictures import friend
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.moving_screen import shadowed
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.cut_out import Figure, cut_out, paint_cut_out
from game.ui.effects import hop
from game.ui.focus import arch
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget

PLACES = {0: (), 1: (640,), 2: (436, 844), 3: (236, 640, 1044)}
GATE = Box(-150, 158, 300, 372)  # about its middle line
GROUND, HIGH, WIDE = 572, 372.0, 330.0
LEANS = 230  # from the middle line: the widest friend, its shadow and what it holds
SUN = (66, 262, 34)  # middle from the middle line, y, radius
CLOUDS = ((-62, 240, 1.25), (22, 300, 1.0), (-84, 336, 0.8))  # from the middle line, y, how large
NAME_WIDE, SOLE_RADIUS = 300, 40
SOLE_AT, NAME_AT, NAME_ROOM = -134, 24, 220  # middle of sole and name from the middle line; how wide the name may be
TITLE, WORDS = Box(490, 26, 300, 88), Box(150, 18, 980, 104)  # what is said is written in the title's place


class ChooseScreen(Screen):
    """Each friend in the pose of its exercise, feet to be seen; the focused one hops and its exercise is named."""

    name = "choose"
    shows_words = True

    def __init__(self, ctx: Context, child: str) -> None:
        super().__init__(ctx)
        self.id = child
        self.levels = today(ctx.catalogue, ctx.child(child), ctx.now(), ctx.slot).choices
        self._moment = ctx.today, ctx.slot
        self.hello = 0.0
        self._greeted: str | None = None

    def spots(self) -> list[tuple[Level, str, float]]:
        """Level, friend and x of each window."""
        return [
            (level, friend(self.ctx.catalogue, level.exercise, "bo"), x)
            for level, x in zip(self.levels, PLACES[len(self.levels)])
        ]

    def build(self) -> tuple[Widget, ...]:
        friends = [
            Widget(level.exercise, _gate(x), Hotspot(150, is_arch=True), voice=f"{level.exercise}_name")
            for level, _, x in self.spots()
        ]
        back = hud.back()
        return (*friends, back, hud.again_right())

    def lines(self) -> tuple[str, ...]:
        """The question, then the friends' exercises from left to right."""
        return ("two_minutes_choose", *(f"{level.exercise}_name" for level in self.levels))

    def press(self, name: str) -> Next | None:
        match name:
            case "back":
                return routes.Trail(self.id)
            case "again":
                self.ctx.say(*self.lines())
                return None
            case _:
                chosen = tuple(level for level in self.levels if level.exercise == name)
                return routes.Shoes(self.id, QuestKind.ONE, chosen)

    def update(self, dt: float) -> Next | None:
        if self._moment != (self.ctx.today, self.ctx.slot):
            return routes.MadeWay(routes.Trail(self.id))  # left standing: another slot has other friends
        if self.focused != self._greeted:
            self._greeted, self.hello = self.focused, 0.0
        self.hello += dt
        return super().update(dt)

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        for level, animal, x in self.spots():
            _paint_gate(paper, x, theme.ANIMALS[animal])
            sole = ctx.catalogue.exercises[level.exercise].demonstration.sole
            _paint_name(paper, ctx.texts.exercise(level.exercise), sole, x)

    def draw(self, stage: Stage) -> None:
        """The friends lean out over the focus ring."""
        super().draw(stage)
        if self.ctx.wants_words and (words := self.ctx.narrator.caption):
            self.piece(
                stage,
                ("words", words),
                shadowed(WORDS),
                lambda p: hud.paint_words(p, WORDS, words),
                anchor=Anchor.TOP,
            )
        else:
            title = self.ctx.texts("choose_title")
            self.piece(stage, ("title", title), shadowed(TITLE), lambda p: _paint_title(p, title), anchor=Anchor.TOP)
        for level, animal, x in self.spots():
            exercise = self.ctx.catalogue.exercises[level.exercise]
            hops = level.exercise == self.focused and not self.ctx.settings.calm
            turn = plays(self.ctx.child(self.id), exercise.id)
            sheet = self.ctx.art.figure(exercise, animal, turn, is_large=self.ctx.settings.baby)
            stood = partial(_friend, sheet=sheet, x=x)
            box = Box(x - LEANS, GROUND - HIGH - 20, 2 * LEANS, HIGH + 60)
            self.sprite(stage, ("friend", level.exercise), box, stood, dy=-hop(self.hello) if hops else 0.0)


def _paint_title(paper: Paper, title: str) -> None:
    paper.panel(TITLE, radius=44)
    paper.text(title, 40, *TITLE.centre, width=TITLE.w - 40)


def _friend(paper: Paper, sheet: Figure, x: float) -> None:
    """A whole friend on the stone before its gate."""
    paint_cut_out(paper, cut_out(paper.pictures, sheet, HIGH, WIDE, edge=0), x, GROUND)


def _gate(x: float) -> Box:
    return Box(x + GATE.x, GATE.y, GATE.w, GATE.h)


def _paint_gate(paper: Paper, x: float, tint: theme.Paint) -> None:
    """A gate in the friend's colour, and the round stone before it."""
    box = _gate(x)
    inner = Box(box.x + 12, box.y + 12, box.w - 24, box.h - 18)
    ground = (
        f"M{inner.x} {inner.bottom - 74}C{x - 70} {inner.bottom - 100} {x + 60} {inner.bottom - 94} {inner.right} "
        f"{inner.bottom - 68}V{inner.bottom}C{x + 80} {inner.bottom + 14} {x - 80} {inner.bottom + 14} {inner.x} "
        f"{inner.bottom}Z"
    )
    body = _arch(box, theme.PANEL_LIP, 8) + _arch(box, theme.PANEL) + _arch(inner, tint.fill) + _far(x, inner, tint)
    body += f'<path d="{ground}" fill="{tint.lip}"/>'
    paper.shape(body, Box(box.x - 4, box.y - 4, box.w + 8, box.h + 40), 12, 80)
    y = GROUND + 6
    stone = (
        f'<ellipse cx="{x}" cy="{y + 10}" rx="150" ry="38" fill="#B98A55"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="150" ry="37" fill="{theme.PANEL}"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="138" ry="31" fill="#7FB97E"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="92" ry="15" fill="#5E9B63" fill-opacity="0.7"/>'
    )
    paper.shape(stone, Box(x - 156, y - 42, 312, 96), 6, 60)


def _far(x: float, inner: Box, tint: theme.Paint) -> str:
    """What is seen far behind a friend: a low sun, clouds and a hill; above one who lies there was a bare wall."""
    hill = (
        f"M{inner.x} {inner.bottom - 128}C{x - 84} {inner.bottom - 176} {x - 20} {inner.bottom - 150} "
        f"{x + 30} {inner.bottom - 134}S{x + 100} {inner.bottom - 164} {inner.right} {inner.bottom - 146}"
        f"V{inner.bottom - 40}H{inner.x}Z"
    )
    clouds = "".join(_cloud(x + dx, y, k) for dx, y, k in CLOUDS)
    return (
        f'<circle cx="{x + SUN[0]}" cy="{SUN[1]}" r="{SUN[2]}" fill="{theme.PANEL}" fill-opacity="0.5"/>{clouds}'
        f'<path d="{hill}" fill="{tint.lip}" fill-opacity="0.4"/>'
    )


def _cloud(x: float, y: float, k: float) -> str:
    """A flat cloud about (x, y), `k` times as wide as 60 design units."""
    return (
        f'<path transform="translate({x} {y}) scale({k})" fill="{theme.PANEL}" fill-opacity="0.7" '
        'd="M-30 10C-34 -2 -22 -8 -14 -5C-10 -18 10 -18 13 -6C24 -10 33 0 30 10Z"/>'
    )


def _arch(box: Box, colour: str, down: float = 0) -> str:
    return f'<path d="{arch(box.x, box.y + down, box.w, box.h)}" fill="{colour}"/>'


def _paint_name(paper: Paper, name: str, sole: str, x: float) -> None:
    """The part of the foot an exercise loads, and its name: on one line, a little smaller if it must be, or on two."""
    left, middle = x - NAME_WIDE / 2, x + NAME_AT
    one = [size for size in (32, 29, 26, 24) if paper.pictures.text_width(name, size, theme.EXTRA_BOLD) <= NAME_ROOM]
    if one:
        paper.panel(Box(left, 628, NAME_WIDE, 66), radius=33)
        paper.text(name, one[0], middle, 660)
    else:
        paper.panel(Box(left, 622, NAME_WIDE, 80), radius=40)
        paper.paragraph(
            name, 26, middle, 629, _even(paper, name), weight=theme.EXTRA_BOLD, leading=1.2, align="c", height=64
        )
    disc = theme.Paint(theme.PANEL, theme.PANEL_LIP)
    paper.disc(x + SOLE_AT, 658, SOLE_RADIUS, disc, f"icons/{sole}", 62, lip_depth=5)


def _even(paper: Paper, name: str) -> float:
    """How wide two lines of about one length are: no word stands alone below the others."""
    bold = theme.EXTRA_BOLD
    longest = max(paper.pictures.text_width(word, 26, bold) for word in name.split())
    widths = (wide for wide in range(round(longest) + 4, NAME_ROOM, 6))
    return next((w for w in widths if paper.paragraph_height(name, 26, w, bold, 1.2) <= 64), NAME_ROOM)
