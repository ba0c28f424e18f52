"""Larger text on a page laid out for text as it is for everybody: how far each line has room.

A page is painted twice. The first time what is drawn and where is only noted (`Sketch`); from that follows how large
each line may be (`grown`) without leaving the paper it stands on and without coming nearer to anything than it was.
Lines of one column, or of one row of a card, grow alike. A line keeps the place it has: whatever comes after it stays
where it was.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import field
from itertools import combinations

from game.frozen import dataclass
from game.ui.view import DESIGN, Box

STEP = 0.05  # of the size drawn for everybody, from one try to the next
EDGE = 8.0  # from a paper's edge to the words on it, unless they were nearer
ASIDE, APART = 10.0, 2.0  # between a line and what stands beside it, and over or below it, unless they were nearer
CARD_H = 120.0  # a paper higher than that is a card, no row of one
ABOVE, BELOW = 0.40, 0.48  # of the type's size, from a line's middle to the top of its capitals and to its descenders


@dataclass(frozen=True, slots=True)
class Written:
    """A line or a paragraph as it was noted: `box` is the ink it takes at so many times its own size."""

    key: Hashable
    size: float
    row: tuple[float, str, float]  # lines alike in these grow alike: size, alignment, and where on a card they stand
    column: tuple[float, str, float]
    box: Callable[[float], Box]
    width: float | None = None  # the most it may take
    height: float | None = None


@dataclasses.dataclass
class Sketch:
    """What a page has drawn: words, and everything they may not run into."""

    words: list[Written] = field(default_factory=list)
    solids: list[Box] = field(default_factory=list)

    def cover(self, box: Box) -> None:
        """Paper is laid over what was there."""
        self.words = [w for w in self.words if not box.holds(*w.box(1.0).centre)]
        self.solids = [b for b in self.solids if not box.covers(b)]
        self.solids.append(box)


def ink(left: float, y: float, width: float, size: float) -> Box:
    """The ink of a line of type whose middle is at `y`."""
    return Box(left, y - ABOVE * size, width, (ABOVE + BELOW) * size)


def grown(sketch: Sketch, most: float, page: Box | None = None, *, needs_paper: bool = False) -> dict[Hashable, float]:
    """How many times its own size each line may be, up to `most`, by its key. Lines leave `page` no further than they
    do now; with `needs_paper` only those that stand on paper grow."""
    page = page or Box(0, 0, *DESIGN)
    times = tuple(tries(most))
    groups = _groups(sketch.words, sketch.solids)
    level = {
        i: max(_alone(w, sketch.solids, page, times, needs_paper) for w in group) for i, group in enumerate(groups)
    }
    of = {id(w): i for i, group in enumerate(groups) for w in group}
    near = [
        (a, b)
        for a, b in combinations(sketch.words, 2)
        if _may_meet(a, b, times[level[of[id(a)]]], times[level[of[id(b)]]])
    ]
    last = len(times) - 1
    while True:
        lower: set[int] = set()
        for a, b in near:
            i, j = of[id(a)], of[id(b)]
            boxes = a.box(times[level[i]]), a.box(1.0), b.box(times[level[j]]), b.box(1.0)
            if min(level[i], level[j]) < last and _comes_nearer(*boxes):
                lower |= {i} if level[i] < level[j] else {j} if level[j] < level[i] else {i, j}
        if not lower:
            return {w.key: times[level[of[id(w)]]] for w in sketch.words}
        for i in lower:
            level[i] = min(last, level[i] + 1)


def tries(most: float) -> Iterator[float]:
    """From `most` down to as it is for everybody."""
    for n in range(round((most - 1) / STEP), 0, -1):
        yield 1 + n * STEP
    yield 1.0


def _groups(words: Sequence[Written], solids: Sequence[Box]) -> list[list[Written]]:
    """Those that share a column, or a row of one card, taken together."""
    groups: dict[int, list[Written]] = {}
    first: dict[tuple[object, ...], int] = {}
    cards = [box for box in solids if box.h > CARD_H]
    for n, word in enumerate(words):
        card = next((box for box in reversed(cards) if box.holds(*word.box(1.0).centre)), None)
        row = ("row", card, *word.row)
        joined = {first[k] for k in (row, ("column", *word.column)) if k in first}
        mine = [word]
        for i in joined:
            mine += groups.pop(i)
        groups[n] = mine
        for key, i in first.items():
            if i in joined:
                first[key] = n
        first[row] = first["column", *word.column] = n
    return list(groups.values())


def _alone(word: Written, solids: Sequence[Box], page: Box, times: Sequence[float], needs_paper: bool) -> int:
    """The first try at which it stays on its paper and runs into nothing drawn."""
    now = word.box(1.0)
    papers = [box for box in solids if box.holds(*now.centre)]
    if needs_paper and not papers:
        return len(times) - 1
    others = [box for box in solids if not box.holds(*now.centre)]
    for i, by in enumerate(times[:-1]):
        box = word.box(by)
        if word.width is not None and box.w > word.width or word.height is not None and box.h > word.height:
            continue
        if all(_stays(box, now, paper) for paper in (page, *papers)) and not any(
            _comes_nearer(box, now, other, other) for other in others
        ):
            return i
    return len(times) - 1


def _stays(box: Box, now: Box, paper: Box) -> bool:
    """On the paper, or off it no further than now."""
    return (
        box.x >= min(now.x, paper.x + EDGE)
        and box.y >= min(now.y, paper.y + EDGE)
        and box.right <= max(now.right, paper.right - EDGE)
        and box.bottom <= max(now.bottom, paper.bottom - EDGE)
    )


def _common(a: Box, b: Box) -> float:
    """The area two boxes share."""
    w, h = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0


def _comes_nearer(box: Box, now: Box, other: Box, other_now: Box) -> bool:
    """Whether two things that are `now` as they are for everybody would stand too near, or meet more than they do."""
    across = max(now.x, other_now.x) - min(now.right, other_now.right)
    down = max(now.y, other_now.y) - min(now.bottom, other_now.bottom)
    aside, apart = max(0.0, min(ASIDE, across)), max(0.0, min(APART, down))
    before = _common(_around(now, aside, apart), other_now)
    return _common(_around(box, aside, apart), other) > before + 1e-6


def _around(box: Box, aside: float = ASIDE, apart: float = APART) -> Box:
    """With the room that is kept about it."""
    return Box(box.x - aside, box.y - apart, box.w + 2 * aside, box.h + 2 * apart)


def _may_meet(a: Written, b: Written, by: float, other: float) -> bool:
    return _common(_around(a.box(by)), b.box(other)) > 0
