"""What can be pressed: frozen values that are painted, hit, focused, spoken and found by name.

A child's target is at least 96 design units across, an adult's 44; no two may overlap. `check_layout` says which rule
a screen breaks, and a test asks it about every screen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from game.frozen import dataclass
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD, Paint
from game.ui.view import DESIGN, Anchor, Box, View

CHILD_TARGET, ADULT_TARGET = 96, 44
APART = 4  # between two buttons at least: nearer, their borders in high contrast are one line in a small window
SUB_ROOM = 54  # how high a button's second line is written as large as on a page
HINT_SIZE = 15  # of the key in a button's corner
HINT_ROOM = 19  # from a button's edge to where its words may begin beside the key
AIR = 0.12  # of a small button's width that its words leave free
ROUNDED = 0.01  # design units that a place in the window may be off by its arithmetic
GREYED_EDGE = "6 6"  # dashes about a greyed button in high contrast, where its colour tells little


@dataclass(frozen=True, slots=True)
class RoundButton:
    """The look of a child's round button."""

    paint: Paint
    icon: str
    icon_size: float | None = None
    ring: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """The look of an adult's button: `kind` names a row of `theme.BUTTONS`, `hint` is the key that presses it, small in
    its corner."""

    label: str
    kind: str = "plain"
    glyph: str | None = None
    size: float | None = None
    sub: str | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """An on/off switch at the right end of its target; `word` is on or off in the language."""

    is_on: bool
    word: str


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A target the scene paints itself; `radius` rounds its focus ring (None: a disc), `is_arch`: it is a gate, round
    at the top."""

    radius: float | None = None
    is_arch: bool = False


Look = RoundButton | Button | Switch | Hotspot


@dataclass(frozen=True, slots=True)
class Widget:
    """One focus stop. `voice` is said when it is focused, `command` and `keys` press it from the keyboard or pad. What
    is drawn `beside` it, its sign or its name, is pressed for it. Its boxes are those of a window of 16:9; in any other
    it lies as near to the edges its `anchor` names."""

    name: str
    box: Box
    look: Look
    voice: str | None = None
    command: Command | None = None
    keys: str = ""
    is_adult: bool = False
    is_enabled: bool = True
    is_chosen: bool = False
    beside: tuple[Box, ...] = ()
    anchor: Anchor = Anchor.PICTURE

    def placed(self, view: View) -> Widget:
        """The widget where it lies in that window, for good."""
        if self.anchor is Anchor.PICTURE:
            return self
        box, *beside = (view.anchored(one, self.anchor) for one in (self.box, *self.beside))
        return replace(self, box=box, beside=tuple(beside), anchor=Anchor.PICTURE)

    @property
    def is_stop(self) -> bool:
        """Whether keys can come to it: a grown-up's greyed button as well, which says what is missing."""
        return self.is_enabled or self.is_adult

    @property
    def radius(self) -> float | None:
        """Corner radius of the focus ring; None for a disc."""
        match self.look:
            case RoundButton():
                return None
            case Button():
                return min(20, self.box.h / 2)
            case Switch():
                return 16
            case Hotspot(radius):
                return radius

    def holds(self, x: float, y: float) -> bool:
        """Whether a press at a design point means this widget; a disc is round."""
        if any(box.holds(x, y) for box in self.beside):
            return True
        if self.radius is None:
            cx, cy = self.box.centre
            return (x - cx) ** 2 + (y - cy) ** 2 <= (self.box.w / 2 + 6) ** 2
        return self.box.holds(x, y)


def round_button(
    name: str, cx: float, cy: float, r: float, paint: Paint, icon: str, icon_size: float | None = None, *,
    ring: str | None = None, voice: str | None = None, command: Command | None = None, is_chosen: bool = False,
    anchor: Anchor = Anchor.PICTURE,
) -> Widget:  # fmt: skip
    """A child's round button of radius `r`."""
    return Widget(
        name, Box.around(cx, cy, r), RoundButton(paint, icon, icon_size, ring), voice, command, is_chosen=is_chosen,
        anchor=anchor,
    )  # fmt: skip


def button(
    name: str, box: Box, label: str, kind: str = "plain", *, glyph: str | None = None, size: float | None = None,
    sub: str | None = None, command: Command | None = None, keys: str = "", is_enabled: bool = True,
    shows_key: bool = False,
) -> Widget:  # fmt: skip
    """An adult's button; `shows_key`: the first of its keys stands in its corner."""
    return Widget(
        name,
        box,
        Button(label, kind, glyph, size, sub, keys[:1] if shows_key else ""),
        command=command,
        keys=keys,
        is_adult=True,
        is_enabled=is_enabled,
    )


def switch(name: str, box: Box, is_on: bool, word: str, *, is_enabled: bool = True) -> Widget:
    """An adult's on/off switch."""
    return Widget(name, box, Switch(is_on, word), is_adult=True, is_enabled=is_enabled)


def paint(paper: Paper, widget: Widget) -> None:
    """Draws a widget's own look; a bare one is the scene's."""
    match widget.look:
        case RoundButton() as look:
            _paint_disc(paper, widget, look)
        case Button() as look:
            _paint_slab(paper, widget, look)
        case Switch() as look:
            _paint_switch(paper, widget, look)
        case Hotspot():
            pass


def _paint_disc(paper: Paper, widget: Widget, look: RoundButton) -> None:
    (cx, cy), r = widget.box.centre, widget.box.w / 2
    paper.disc(cx, cy, r, look.paint, look.icon, look.icon_size, look.ring, lip_depth=10 if r > 60 else 8)
    if widget.is_chosen:
        paper.chosen_disc(cx, cy + 3, r + 4)


def _paint_slab(paper: Paper, widget: Widget, look: Button) -> None:
    box, kind = widget.box, look.kind if widget.is_enabled else "off"
    fill, lip, colour = theme.BUTTONS[kind]
    radius = min(20, box.h / 2)
    paper.panel(box, fill, lip, radius, lip_depth=4, blur=5, alpha=30 if widget.is_enabled else 0,
                edge="" if widget.is_enabled else GREYED_EDGE)  # fmt: skip
    if look.glyph and not look.label:
        paper.glyph(look.glyph, *box.centre, 26, colour)
        return
    size = look.size or (22 if box.h < 60 else 24)
    air = 2 * HINT_ROOM if look.hint else min(24, AIR * box.w)
    room = box.w - air - (34 if look.glyph else 0)
    up, down, small = (10, 16, 17) if box.h >= SUB_ROOM else (8, 10, 16)
    high = 0 if look.sub else box.h - 8  # of its words: with a line below them they stand on one
    y = box.y + box.h / 2 - (up if look.sub else 1)
    paper.label(look.label, size, box, y, colour, look.glyph, room, high)
    if look.sub:
        sub = colour if kind in ("primary", "on") else INK_2
        paper.text(look.sub, small, box.x + box.w / 2, box.y + box.h / 2 + down, sub, SEMI_BOLD, "c", box.w - 20)
    if look.hint:
        paper.text(look.hint, HINT_SIZE, box.right - 9, box.y + 12, colour if kind == "on" else INK_2, align="r")
    if widget.is_chosen:
        paper.chosen_box(box, radius)


def _paint_switch(paper: Paper, widget: Widget, look: Switch) -> None:
    x, y = widget.box.right - 66, widget.box.y + widget.box.h / 2
    fill = (theme.TEAL.fill if look.is_on else "#857A6C") if widget.is_enabled else theme.BUTTONS["off"][1]
    body = (
        f'<rect x="0" y="0" width="64" height="34" rx="17" fill="{fill}"/>'
        f'<circle cx="{47 if look.is_on else 17}" cy="17" r="13" fill="#FFFFFF"/>'
    )
    paper.drawn(body, x, y - 17, 64, 34)
    paper.text(look.word, 17, x - 12, y, INK_2, SEMI_BOLD, "r")


def check_layout(widgets: Sequence[Widget], window: Box | None = None) -> list[str]:
    """Every rule of targets that is broken, as sentences; empty when all is well. `window` is what is seen of the
    design plane, the design alone where nobody says."""
    problems = []
    screen = window or Box(0, 0, *DESIGN)
    for i, widget in enumerate(widgets):
        least = ADULT_TARGET if widget.is_adult else CHILD_TARGET
        if min(widget.box.w, widget.box.h) < least:
            problems.append(f"{widget.name} is {widget.box.w:.0f}x{widget.box.h:.0f}, needs {least}")
        if not screen.grown(ROUNDED).covers(widget.box):
            problems.append(f"{widget.name} leaves the screen")
        for other in widgets[:i]:
            if other.name == widget.name:
                problems.append(f"{widget.name} is there twice")
            if widget.box.meets(other.box) and not _round_apart(widget, other):
                problems.append(f"{widget.name} overlaps {other.name}")
            elif _touch(widget, other):
                problems.append(f"{widget.name} touches {other.name}")
    return problems


def _touch(a: Widget, b: Widget) -> bool:
    """Two slabs that are too near each other to be seen as two."""
    are_slabs = isinstance(a.look, Button) and isinstance(b.look, Button)
    return are_slabs and a.box.grown(APART / 2).meets(b.box.grown(APART / 2))


def _round_apart(a: Widget, b: Widget) -> bool:
    """Two discs whose squares meet may still be apart."""
    if a.radius is not None or b.radius is not None:
        return False
    (ax, ay), (bx, by) = a.box.centre, b.box.centre
    return math.hypot(ax - bx, ay - by) >= (a.box.w + b.box.w) / 2
