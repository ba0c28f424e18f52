"""A page in larger text that has no room for it: all of it is drawn so much larger, and the window shows a part.

The page keeps its layout, so nothing on it is cut, covered or left small. What is looked at goes along with the ring;
the wheel, Page Up and Page Down, an arrow key where nothing more is seen that way, and the round arrows at the window's
edges lead to the rest; those lie where nothing else does, as near the middle of their edge as they can. Without larger
text a page is as it always was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

import pygame

from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import focus, theme
from game.ui.controls import Command, FocusStep, Input, Key, Press, Scroll
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.view import DESIGN, Box, Point, View

AIR = 16.0  # design units kept about what has the ring
PAGE, STEP = 0.8, 0.5  # of what is seen: a key or a round arrow, and an arrow key, lead so much further
EDGE, ARROW_R = 19.0, 18.0  # of a round arrow: its middle from the window's edge, its radius; words begin beside it
AWAY = 10.0  # a round arrow keeps so far from what lies on the page, and its shadow and lip with it
ROUND = 2.0  # of its box's rim that it leaves free, as it is round
CORNER, NUDGE = 58.0, 10.0  # it stays so far from the window's corners, and is moved along its edge in such steps
OFF_EDGE = 3  # such steps it may be off its edge, where it would lie on letters
EMPTY = 20.0  # along a page's edge nothing stands: no arrow leads there
GLYPHS = {(-1, 0): "back", (1, 0): "next", (0, -1): "up", (0, 1): "down"}
KEYS = {"page up": -PAGE, "page down": PAGE}


class Magnifier:
    """Which part of a page is looked at, in windows so much smaller as its text is larger. `home` is the left edge that
    is looked at where all that has the ring is to be seen from there."""

    def __init__(self, ctx: Context, home: float) -> None:
        self.ctx, self.home = ctx, home
        self.corner: Point | None = None  # of what is looked at, its top left; None before it was shown

    @property
    def is_used(self) -> bool:
        """Whether the family wants larger text."""
        return self.ctx.pictures.plain.appearance.text > 1

    @property
    def view(self) -> View:
        """Where the design lies in the window now."""
        plain = self.ctx.pictures.plain
        return replace(plain.view, zoom=plain.appearance.text, corner=self.corner or (0.0, 0.0))

    @property
    def seen(self) -> Box:
        """The part of the design that is looked at."""
        return self.view.visible()

    def begin(self) -> None:
        """At the top, from home; where it was once it was shown. What the window's shape leaves no more room for is
        held within."""
        self.corner = self._nearest(*(self.corner or (self.home, 0.0)))

    def _nearest(self, x: float, y: float) -> Point:
        """The corner nearest to that from which nothing but the design is seen; what has room stands in the middle."""
        seen = self.seen
        return _kept(x, seen.w, DESIGN[0]), _kept(y, seen.h, DESIGN[1])

    def show(self, box: Box) -> bool:
        """Until all of a box is seen: from home where that will do, else no further than it must. Whether anything else
        is seen by it."""
        seen, home = self.seen, self._nearest(self.home, 0.0)[0]
        is_near = home <= box.x - AIR / 2 and box.right + AIR / 2 <= home + seen.w
        x = home if is_near else _moved(seen.x, seen.w, box.x - AIR, box.right + AIR)
        return self._look_from(x, _moved(seen.y, seen.h, box.y - AIR, box.bottom + AIR))

    def further(self, dx: float, dy: float) -> bool:
        """So many windows to the right and down; whether there was more."""
        seen = self.seen
        return self._look_from(seen.x + dx * seen.w, seen.y + dy * seen.h)

    def _look_from(self, x: float, y: float) -> bool:
        before, self.corner = self.corner, self._nearest(x, y)
        return self.corner != before

    def arrows(self, letters: Iterable[Box], things: Iterable[Box]) -> dict[tuple[int, int], Box]:
        """The directions in which there is more, and where the round arrow of each lies: off all of the boxes, or over
        as little as may be of the letters, and then of the things."""
        seen = self.seen
        x, y = seen.centre
        found = {
            (-1, 0): (seen.x > EMPTY, seen.x + EDGE, y),
            (1, 0): (seen.right < DESIGN[0] - EMPTY, seen.right - EDGE, y),
            (0, -1): (seen.y > EMPTY, x, seen.y + EDGE),
            (0, 1): (seen.bottom < DESIGN[1] - EMPTY, x, seen.bottom - EDGE),
        }
        near, under = ([box for box in boxes if box.meets(seen)] for boxes in (letters, things))
        return {
            way: _free_place(near, under, seen, Box.around(cx, cy, ARROW_R), way)
            for way, (is_more, cx, cy) in found.items()
            if is_more
        }


class MagnifiedScreen(Screen):
    """A screen that is looked at in parts where the family wants larger text."""

    home = 0.0

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.magnifier = Magnifier(ctx, self.home)
        self._shown_for: str | None = None  # what had the ring when it was last shown
        self._arrows: tuple[object, dict[tuple[int, int], Box]] | None = None  # of which widgets, words and view

    @property
    def _is_magnified(self) -> bool:
        return self.ctx.pictures.view.zoom != 1

    def pictures_shown(self) -> Pictures:
        glass = self.magnifier
        if not glass.is_used:
            return super().pictures_shown()
        before = glass.corner
        glass.begin()
        if self.shows_focus and self.focused != self._shown_for and self.widgets and self.focused:
            self._shown_for = self.focused
            glass.show(self.widget(self.focused).box)
        if glass.corner != before:
            self._still = None
        return self._magnified()

    def _magnified(self) -> Pictures:
        view = replace(self.magnifier.view, is_mirrored=self.begins_at_right)
        return self.ctx.pictures.plain.magnified(view)

    def _looks(self, is_elsewhere: bool) -> bool:
        """Another part is looked at from now on, if `is_elsewhere`."""
        if is_elsewhere:
            self._still = None
            self.ctx.pictures = self._magnified()
        return is_elsewhere

    @property
    def arrows(self) -> dict[tuple[int, int], Box]:
        """The round arrows that are seen: the directions in which they lead, and where they lie in the design."""
        if not self._is_magnified:
            return {}
        widgets, written, view = self.widgets, self.written, self.magnifier.view
        if self._arrows is None or self._arrows[0] != (id(widgets), id(written), view):
            things = (*(widget.box for widget in widgets), *written)
            found = self.magnifier.arrows([line.box for line in self.inked], things)
            self._arrows = (id(widgets), id(written), view), found
        return self._arrows[1]

    # ---------------------------------------------------------------- inputs
    def handle(self, event: Input) -> Next | None:
        if not self._is_magnified or not self._leads_on(event):
            return super().handle(event)
        self.quiet = self.silence = 0.0
        self.note.end()
        return None

    def _leads_on(self, event: Input) -> bool:
        """Whether the input only leads to another part of the page."""
        glass = self.magnifier
        match event:
            case Scroll(dx, dy):
                self._looks(glass.further(dx, dy))
                return True
            case Key(name=name) if name in KEYS:
                self._looks(glass.further(0.0, KEYS[name]))
                return True
            case Press(x, y):
                at = self.ctx.pictures.view.design(x, y)
                way = next((way for way, box in self.arrows.items() if box.grown(4).holds(*at)), None)
                if way:
                    self.ctx.sound.effect("click")
                    self._looks(glass.further(PAGE * way[0], PAGE * way[1]))
                return way is not None
            case FocusStep(dx, dy):
                return self._leads_first(dx, dy)
            case Key(Command.ACTIVATE) if self.focused and self.shows_focus:
                box = self.widget(self.focused).box
                return not glass.seen.meets(box) and self._looks(glass.show(box))  # nobody presses what is not seen
        return False

    def _leads_first(self, dx: int, dy: int) -> bool:
        """An arrow key leads on where the next thing that way is not seen yet: what lies between is not passed over."""
        to, glass = focus.stepped(self.widgets, self.focused, dx, dy), self.magnifier
        box = self.widget(to).box if to and to != self.focused else None
        if box and glass.seen.covers(box):
            return False
        if not self._looks(glass.further(STEP * dx, STEP * dy)):
            return False
        if box and glass.seen.covers(box):
            self._move(to)
        self.shows_focus, self._shown_for = True, self.focused
        return True

    def draw(self, stage: Stage) -> None:
        with stage.seen_by(self.ctx.pictures.view):
            super().draw(stage)
            for way, box in self.arrows.items():
                stage.put_centre(_arrow(self.ctx.pictures, GLYPHS[way]), *box.centre)


def _free_place(letters: list[Box], things: list[Box], seen: Box, middle: Box, way: tuple[int, int]) -> Box:
    """Along the edge, or where letters run all along it a little off it."""
    best: tuple[tuple[float, ...], Box] | None = None
    for n in range(OFF_EDGE + 1):
        off = Box(middle.x - way[0] * n * NUDGE, middle.y - way[1] * n * NUDGE, middle.w, middle.h)
        found = _freest(_along(seen, off, is_beside=bool(way[0])), letters, things)
        if best is None or found[0][0] < best[0][0]:
            best = found
        if not best[0][0]:
            break
    assert best
    return best[1]


def _along(seen: Box, middle: Box, *, is_beside: bool) -> Iterator[Box]:
    """Places of a round arrow along its edge of what is seen, the middle first; `is_beside`: an edge at the side."""
    yield middle
    room = (seen.h if is_beside else seen.w) / 2 - CORNER
    for n in range(1, int(room / NUDGE) + 1):
        for by in (-n * NUDGE, n * NUDGE):
            dx, dy = (0.0, by) if is_beside else (by, 0.0)
            yield Box(middle.x + dx, middle.y + dy, middle.w, middle.h)


def _freest(
    places: Iterable[Box], letters: Sequence[Box], things: Sequence[Box]
) -> tuple[tuple[float, ...], Box]:  # fmt: skip
    """The first of the places that lies over the least, and how much that is."""
    tried: list[tuple[tuple[float, ...], Box]] = []
    for place in places:
        tried.append((_covered(letters, things, place), place))
        if not any(tried[-1][0]):
            return tried[-1]
    return min(tried, key=itemgetter(0))


def _covered(letters: Iterable[Box], things: Iterable[Box], arrow: Box) -> tuple[float, ...]:
    """Square units of the letters that an arrow there would lie over, of the things, and of those that it would be near
    to."""

    def area(boxes: Iterable[Box], own: Box) -> float:
        across = (
            (min(own.right, box.right) - max(own.x, box.x), min(own.bottom, box.bottom) - max(own.y, box.y))
            for box in boxes
        )
        return sum(w * h for w, h in across if w > 0 and h > 0)

    return area(letters, arrow.grown(-ROUND)), area(things, arrow.grown(-ROUND)), area(things, arrow.grown(AWAY))


def _kept(at: float, seen: float, whole: float) -> float:
    return (whole - seen) / 2 if seen >= whole else max(0.0, min(whole - seen, at))


def _moved(at: float, seen: float, first: float, last: float) -> float:
    """Where to look from so that all of it is seen, its beginning where it is too long."""
    return min(max(at, last - seen), first)


def _arrow(pictures: Pictures, glyph: str) -> pygame.Surface:
    """A round arrow on its shadow."""
    box = Box.around(ARROW_R + 8, ARROW_R + 8, ARROW_R + 8)

    def make() -> tuple[pygame.Surface, tuple[int, int]]:
        rect = pictures.view.rect(box)
        surface = pygame.Surface(rect.size, pygame.SRCALPHA)
        paper, (x, y) = Paper(surface, pictures, pictures.view.cut(rect)), box.centre
        paper.disc(x, y, ARROW_R, theme.TEAL, lip_depth=3, blur=5, alpha=60)
        paper.glyph(glyph, x, y + 1, 22, theme.WHITE, 3)
        return surface.convert_alpha(), (0, 0)

    return pictures.kept(("round arrow", glyph), make)[0]
