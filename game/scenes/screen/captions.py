"""What the voice says, in words, for families without sound or who want to read along.

Lies over any child's screen that does not show them itself, at the first of a few places where nothing can be pressed
and nothing is written; all of them are clear of the feet. The words are as much larger as the family wants text, as far
as the paper holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from game.scenes.scene import Scene
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK
from game.ui.view import Box
from game.ui.widgets import Widget

SIZES, LEADING = (26.0, 22.0, 19.0), 1.25
ROOM, HEAD = 32, 13  # from the edges of the paper to the words
TALLEST = 84  # of the words; more would come near feet
SHADOW = 40
# Left, width, and the edge that stays: bottom middle, the same between three buttons, top middle, bottom left, right,
# and the top corners beside a sign.
TOP, BOTTOM = 18, 712
PLACES = (
    (210, 860, BOTTOM),
    (262, 714, BOTTOM),
    (270, 740, TOP),
    (28, 640, BOTTOM),
    (612, 640, BOTTOM),
    (28, 390, TOP),
    (862, 390, TOP),
)


class Captions:
    """Remembers the words' picture as long as the line and the screen stay the same."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._picture: pygame.Surface | None = None
        self._at = (0, 0)

    def draw(self, stage: Stage, scene: Scene) -> None:
        """The line being said on `scene` once it is painted, for nothing that moves waits for it; nothing in silence,
        where it is not wanted, or on a grown-ups' screen."""
        ctx = scene.ctx
        words = ctx.narrator.caption
        needs_none = scene.shows_words or not scene.is_child
        if not words or not ctx.wants_words or needs_none:
            return
        widgets, written = scene.widgets, scene.written
        of = words, widgets, written, ctx.pictures
        if self._picture is None or of != self._of:
            key = "caption", words, tuple(widget.box for widget in widgets), tuple(written)
            found = ctx.pictures.piece_soon(key, key, lambda: _picture(ctx.pictures, words, widgets, written))
            if found is None:
                return
            self._of, (self._picture, self._at) = of, found[1]
        stage.put(self._picture, *self._at)


def _picture(
    pictures: Pictures, words: str, widgets: Sequence[Widget], written: Sequence[Box]
) -> tuple[pygame.Surface, tuple[int, int]]:
    """The words on their paper, and the pixel of its corner."""
    box, size = place(pictures, words, widgets, written)
    rect = pictures.view.rect(box.grown(SHADOW))
    surface = pygame.Surface(rect.size, pygame.SRCALPHA)
    paint(Paper(surface, pictures, pictures.view.cut(rect)), box, words, size)
    return surface.convert_alpha(), rect.topleft


def place(pictures: Pictures, words: str, widgets: Sequence[Widget], written: Sequence[Box] = ()) -> tuple[Box, float]:
    """Where the words lie, and how large: the first place where nothing can be pressed and nothing is written, else
    the one that lies over fewest of them. A sign covered whole is seen as little as one that is not there."""

    def hides(box: Box) -> float:
        pressed, cut = (w.box for w in widgets), (line for line in written if box.meets(line))
        return sum(box.meets(other) for other in pressed) + sum(0.5 if box.covers(line) else 1 for line in cut)

    seen = []
    for at in places(pictures, words):
        seen.append((hides(at[0]), at))
        if not seen[-1][0]:
            return at
    return min(seen, key=lambda hidden: hidden[0])[1]


def places(pictures: Pictures, words: str) -> Iterator[tuple[Box, float]]:
    """Where the words may lie, the best place first; in a corner only what is short."""
    boxes = (_box(pictures, words, *corner) for corner in PLACES)
    return ((box, size) for box, size in boxes if box.h <= TALLEST + 2 * HEAD)


def _box(pictures: Pictures, words: str, x: float, w: float, edge: float) -> tuple[Box, float]:
    ruler = Paper(pygame.Surface((1, 1)), pictures)
    sizes = sorted({s * pictures.appearance.text for s in SIZES} | set(SIZES), reverse=True)
    for size in sizes:
        high = ruler.paragraph_height(words, size, w - 2 * ROOM, EXTRA_BOLD, LEADING)
        if high <= TALLEST:
            break
    if high <= size * LEADING:
        narrow = pictures.text_width(words, size, EXTRA_BOLD) + 2 * ROOM
        x, w = x + (w - narrow) / 2, narrow
    h = high + 2 * HEAD
    return Box(x, edge if edge == TOP else edge - h, w, h), size


def paint(paper: Paper, box: Box, words: str, size: float) -> None:
    """The paper and the words on it."""
    paper.panel(box, radius=28)
    paper.paragraph(
        words, size, box.centre[0], box.y + HEAD, box.w - 2 * ROOM + 1, INK, EXTRA_BOLD, LEADING, "c",
        height=box.h - 2 * HEAD,
    )  # fmt: skip
