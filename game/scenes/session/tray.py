"""The tray below a playing foot: what is done and what is to come, told by pictures alone.

Seconds are a path with one stretch for each set and a star at its end; repetitions light footprints; pieces and drawn
shapes fill in. A working foot is shown as the large one of a pair of prints.
"""

from __future__ import annotations

from game.core.content import Exercise, Foot, Unit
from game.core.session.pacing import Stretch
from game.frozen import dataclass
from game.ui.paper import Paper
from game.ui.theme import PANEL, PANEL_LIP, TEAL
from game.ui.view import Box

TRAY = Box(250, 626, 700, 78)
TARGET = Box(250, 612, 700, 96)  # what a press may hit
LINE = 664  # where its pictures are centred
PATH = (346.0, 820.0)  # left and right end of the path to the star
PATH_GAP = 46.0
CORAL, TRACK, DOTS, SHEET = "#E8694E", "#EAD9BB", "#B89A63", "#FFFFFF"
SHEET_SIDE = 66.0  # of the sheet a shape is drawn on, where the shape is 48 high
WAY_SOLES = {  # what touches the floor in each way of walking of a parade
    "parade_giraffe": "sole_tiptoe",
    "parade_penguin": "sole_heel",
    "parade_bear": "sole_bear",
    "parade_duck": "sole_inner",
}
SHAPES = {
    "circle": "M0 -24A24 24 0 1 1 -.1 -24",
    "two": "M-16 -14C-12 -30 16 -28 14 -10C12 4 -10 12 -16 26H18",
    "three": "M-14 -22C0 -32 18 -22 14 -10C12 -2 4 0 -2 0C8 0 18 6 16 16C12 30 -10 30 -16 18",
}


@dataclass(frozen=True, slots=True)
class Tray:
    """What one moment's tray shows; `clips` are the names of the drawn shapes in turn, `things` the pictures of what is
    picked up."""

    exercise: str
    unit: Unit
    stretch: Stretch
    done: int
    clips: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    host: str = "bo"
    sole: str = "sole_flat"


def tray(
    exercise: Exercise, stretch: Stretch, done: int, clips: tuple[str, ...], things: tuple[str, ...] = (), way: int = 0
) -> Tray:
    """The tray of a moment; `way` is the clip that is walked now."""
    shown = exercise.demonstration
    if exercise.unit is not Unit.SECONDS:
        return Tray(exercise.id, exercise.unit, stretch, done, clips, things, shown.host, shown.sole)
    return Tray(exercise.id, exercise.unit, stretch, 0, clips, things, shown.host, sole_of(exercise, clips[way]))


def sole_of(exercise: Exercise, clip: str) -> str:
    """What touches the floor while a clip is shown: in a parade that of the way that is walked."""
    return WAY_SOLES.get(clip, exercise.demonstration.sole)


def paint(paper: Paper, tray: Tray) -> None:
    """The still part; what moves on the path is `path_point`."""
    paper.panel(TRAY, radius=39, lip_depth=6)
    if tray.unit is Unit.SECONDS:
        _paint_path(paper, tray)
        return
    left = TRAY.x + 62
    if tray.stretch.foot is not None:
        paint_prints(paper, 320, LINE, tray.stretch.foot, 66)
        _line(paper, "M392 642V686", TRACK, 4)
        left = 452
    right = TRAY.right - 62
    step = min(104.0 if tray.unit is not Unit.REPS else 82.0, (right - left) / max(1, tray.stretch.amount - 1))
    start = left + (right - left - step * (tray.stretch.amount - 1)) / 2
    for i in range(tray.stretch.amount):
        _paint_unit(paper, tray, i, start + i * step, step)


def _paint_unit(paper: Paper, tray: Tray, i: int, x: float, step: float) -> None:
    is_done = i < tray.done
    if tray.unit is Unit.REPS:
        size = min(58.0, step * 0.95)
        name = "step_on" if is_done else "step_now" if i == tray.done else "step_off"
        size *= 1.3 if name == "step_now" else 1
        paper.part(f"icons/{name}", x, LINE - (6 if name == "step_now" else 0), size, shadow=0)
        return
    size = min(80.0, step * 0.86)
    if tray.unit is Unit.PIECES:
        thing = tray.things[i % len(tray.things)]
        paper.part(thing, x, LINE - 1, size, shadow=0, opacity=255 if is_done else 60)
    elif tray.unit is Unit.MINUTES:
        paper.shape(minute_ring(x, LINE + 1, 0.36 * size, is_done), Box(x - 40, LINE - 40, 80, 80), alpha=0)
    else:
        body = shape_on_its_sheet(tray.clips[i % len(tray.clips)], x, LINE + 1, size / 80, is_done)
        paper.shape(body, Box(x - 40, LINE - 40, 80, 80), alpha=0)
    if is_done:
        r = max(9.0, 14 * size / 80)
        paper.disc(x + size * 0.4, LINE - size * 0.25, r, TEAL, "icons/check", r * 1.4, lip_depth=2, alpha=0)


def shape_on_its_sheet(clip: str, x: float, y: float, k: float, is_done: bool) -> str:
    """What a clip draws as SVG about (x, y): dots to be traced, a line once it is done. Side by side without sheets of
    their own a circle and a two were read as one number."""
    data, half = SHAPES.get(clip.rpartition("_")[2], SHAPES["circle"]), SHEET_SIDE / 2
    line = (
        f'stroke="{CORAL}" stroke-width="8"'
        if is_done
        else f'stroke="{DOTS}" stroke-width="6" stroke-dasharray="0.1 11"'
    )
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) scale({k:.2f})"><rect x="{-half}" y="{-half}" width="{2 * half}" '
        f'height="{2 * half}" rx="10" fill="{SHEET}" stroke="{TRACK}" stroke-width="3"/><path d="{data}" fill="none" '
        f'{line} stroke-linecap="round" stroke-linejoin="round"/></g>'
    )


def minute_ring(x: float, y: float, r: float, is_done: bool) -> str:
    """One minute as SVG about (x, y): a ring, full once it is over."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{CORAL if is_done else SHEET}" '
        f'stroke="{CORAL if is_done else DOTS}" stroke-width="{r / 4:.1f}"/>'
    )


# -------------------------------------------------------------------- the path to the star
def _stretch_ends(n: int, of: int) -> tuple[float, float]:
    """Left and right end of the n-th of so many stretches."""
    w = (PATH[1] - PATH[0] - PATH_GAP * (of - 1)) / of
    left = PATH[0] + (n - 1) * (w + PATH_GAP)
    return left, left + w


def path_point(stretch: Stretch, share: float) -> float:
    """Where on the path the friend is, `share` 0..1 of the stretch."""
    left, right = _stretch_ends(stretch.n, stretch.of)
    return left + (right - left) * share


def _paint_path(paper: Paper, tray: Tray) -> None:
    paper.part(f"icons/{tray.sole}", 292, LINE, 50, shadow=0)
    for n in range(1, tray.stretch.of + 1):
        left, right = _stretch_ends(n, tray.stretch.of)
        _line(paper, f"M{left:.1f} 666H{right:.1f}", CORAL if n < tray.stretch.n else TRACK, 24)
    paper.part("icons/star", 890, 662, 66, shadow=0)


def paint_walked(paper: Paper, stretch: Stretch, share: float) -> None:
    """The piece of the present stretch that is walked."""
    left, _ = _stretch_ends(stretch.n, stretch.of)
    _line(paper, f"M{left:.1f} 666H{max(left + 1, path_point(stretch, share)):.1f}", CORAL, 24, comes_again=False)


def _line(paper: Paper, data: str, colour: str, width: float, comes_again: bool = True) -> None:
    body = f'<path d="{data}" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" fill="none"/>'
    paper.shape(body, TRAY, alpha=0, comes_again=comes_again)


# -------------------------------------------------------------------- prints and digits
def paint_prints(paper: Paper, x: float, y: float, foot: Foot, size: float) -> None:
    """Both prints about (x, y); the working one is large and coral. A print is drawn as a left one."""
    for own, side in ((Foot.LEFT, -1), (Foot.RIGHT, 1)):
        name, w = ("step_on", size) if foot is own else ("step_off", size * 0.8)
        paper.part(f"icons/{name}", x + side * (w / 2 + 2), y, w, shadow=0, flip=own is Foot.RIGHT)


DIGIT_LEFT, DIGIT_RIGHT = Box(76, 318, 164, 196), Box(1064, 178, 164, 196)


def paint_digit(paper: Paper, box: Box, n: int) -> None:
    """One number as tall as a hand, seen from the mat."""
    paper.panel(box, PANEL, PANEL_LIP, radius=40, lip_depth=8, blur=12)
    paper.text(str(n), 150 if n < 10 else 112, box.x + box.w / 2, box.y + box.h / 2 - 2, weight="Black")
