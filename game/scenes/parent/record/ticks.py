"""One exercise ticked on paper: how it went and whether it hurt, as a press turns it and as it looks in its cell.

A press goes on to the next: well, with help, partly, nothing. Solid counts, outlined is for the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.content import Side
from game.core.events import Grade
from game.frozen import dataclass
from game.scenes.parent.grade_keys import GRADE_KEYS
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import CREAM, EXTRA_BOLD, INK, INK_2, WARN
from game.ui.typography.lettering import SMALLEST_SHARE, Colour
from game.ui.view import Box

ORDER = (Grade.WELL, Grade.HELPED, Grade.PARTLY)
NAME, HIGH = 17.0, 46.0  # an exercise's name: its size, and what its lines may take
KEYS = {key: grade for grade, key in GRADE_KEYS.items()}  # what is not done has no tick


@dataclass(frozen=True, slots=True)
class Mark:
    """What is ticked of one exercise in one slot: how it went, how much it hurt (None: it did not) and in which foot.
    `NOT_TODAY` is one that only hurt."""

    grade: Grade = Grade.WELL
    score: int | None = None
    sore: Side | None = None


@dataclass(frozen=True, slots=True)
class MarkLook:
    """A grade in a cell: the glyph and its colours."""

    glyph: str
    fill: str
    ink: Colour


LOOKS = {
    Grade.WELL: MarkLook("tick", theme.TEAL.fill, (31, 127, 121)),
    Grade.HELPED: MarkLook("hand", theme.BLUE.fill, (60, 127, 158)),
    Grade.PARTLY: MarkLook("part", "#7A6278", (107, 89, 107)),
    Grade.NOT_TODAY: MarkLook("ouch", "#8A4A12", WARN),
}


def turned(mark: Mark | None) -> Mark | None:
    """After one press more; pain that was said stays until the mark is gone."""
    if mark is None:
        return Mark()
    if mark.grade not in ORDER:
        return replace(mark, grade=Grade.WELL)
    at = ORDER.index(mark.grade) + 1
    return replace(mark, grade=ORDER[at]) if at < len(ORDER) else None


def keyed(mark: Mark | None, key: str) -> Mark | None:
    """After one of the `KEYS`."""
    grade = KEYS[key]
    if grade is Grade.NOT_TODAY:
        return None
    return replace(mark, grade=grade) if mark else Mark(grade)


def hurting(mark: Mark | None, score: int | None) -> Mark | None:
    """With that pain; where nothing was ticked it only hurt. None or 0 takes the pain away, and what only hurt."""
    if score:
        return replace(mark, score=score) if mark else Mark(Grade.NOT_TODAY, score)
    if mark is None or mark.grade is Grade.NOT_TODAY:
        return None
    return replace(mark, score=None, sore=None)


# ---------------------------------------------------------------- looks
def paint_mark(paper: Paper, box: Box, mark: Mark | None, *, counts: bool, glyph: float = 26) -> None:
    """A cell's mark in a box of its size: solid where it counts, outlined where it is for the record."""
    look = LOOKS[mark.grade] if mark else None
    fill = look.fill if look and counts else "#FFFFFF"
    edge = look.fill if look else "#857A6C"
    w = 3 if look and not counts else 2
    body = (
        f'<rect x="{box.x + w / 2}" y="{box.y + w / 2}" width="{box.w - w}" height="{box.h - w}" rx="13" '
        f'fill="{fill}" stroke="{edge}" stroke-width="{w}"/>'
    )
    paper.shape(body, box.grown(2), alpha=0)
    if look:
        paper.glyph(look.glyph, *box.centre, glyph, CREAM if counts else look.ink, 3)
    if mark and mark.score and mark.grade is not Grade.NOT_TODAY:
        paint_pain(paper, box)


def paint_pain(paper: Paper, box: Box) -> None:
    """A small plaster at the cell's corner: it hurt."""
    x, y = box.right - 9, box.y + 9
    paper.shape(f'<circle cx="{x}" cy="{y}" r="10" fill="#FBEBD8" stroke="#8A4A12" stroke-width="1.5"/>',
                Box(x - 12, y - 12, 24, 24), alpha=0)  # fmt: skip
    paper.glyph("ouch", x, y, 14, WARN, 2.6)


def paint_written(paper: Paper, box: Box, grade: Grade | None, score: int | None, *, is_here: bool) -> None:
    """What is written down already and not pressed: played here, or how it was told."""
    body = (
        f'<rect x="{box.x + 2}" y="{box.y + 2}" width="{box.w - 4}" height="{box.h - 4}" rx="12" '
        f'fill="{"#CFE7DF" if is_here else "#E9E2D2"}"/>'
    )
    paper.shape(body, box.grown(2), alpha=0)
    name = "win" if is_here else LOOKS[grade].glyph if grade else "clock"
    paper.glyph(name, *box.centre, 22, (23, 97, 92) if is_here else INK_2, 2.6)
    if score:
        paint_pain(paper, box)


def name_size(paper: Paper, names: Sequence[str], width: float) -> float:
    """The size at which all names of exercises stand beside their friends, on as many lines as they need."""
    return paper.block_size(names, NAME, width, HIGH) or SMALLEST_SHARE * NAME


def paint_name(
    paper: Paper, name: str, size: float, x: float, middle: float, width: float, colour: Colour = INK
) -> None:  # fmt: skip
    """An exercise's name beside its friend."""
    paper.block(name, size, x, middle, width, colour, EXTRA_BOLD)
