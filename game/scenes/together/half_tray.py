"""The trays of two: whose it is, what is done and what is to come; no number, so that nobody is behind."""

from __future__ import annotations

from game.core.content import Unit
from game.core.session.pacing import Stretch
from game.frozen import dataclass
from game.scenes.session.tray import CORAL, SHEET_SIDE, TRACK, paint_prints, shape_on_its_sheet
from game.scenes.together.out import Out, paint_out
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import PANEL, PANEL_LIP, TEAL
from game.ui.view import Box

WIDE, HIGH = 444, 88
TRAYS = (Box(170, 624, WIDE, HIGH), Box(636, 624, WIDE, HIGH))
TARGETS = tuple(Box(box.x, 616, box.w, 100) for box in TRAYS)
HEAD, NAME, END = 46, 86, 22  # from the left edge: the head's middle, the name, and the room at the right
NAME_WIDE, FEET_WIDE = 108, 76
NARROWEST = 38  # a step of one row; what would be nearer stands in two
DONE_MARK = 44


@dataclass(frozen=True, slots=True)
class HalfTray:
    """What one tray shows; `done` of `stretch` in `unit`, `share` 0..1 of a timed one. `stretch` None: nothing left,
    all of it done or `out`."""

    animal: str
    nickname: str
    unit: Unit
    stretch: Stretch | None
    done: int
    share: float
    clips: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    out: Out | None = None


def paint_half_tray(paper: Paper, box: Box, tray: HalfTray) -> None:
    """Head and name, then what is done."""
    middle = box.y + box.h / 2
    paper.panel(box, PANEL, PANEL_LIP, radius=box.h / 2, lip_depth=6)
    paper.disc(box.x + HEAD, middle, 35, theme.ANIMALS[tray.animal], f"cast/{tray.animal}", 56, lip_depth=0, alpha=0)
    paper.text(tray.nickname, 26, box.x + NAME, middle, align="l", width=NAME_WIDE)
    left, right = box.x + NAME + NAME_WIDE + 12, box.right - END
    if tray.out:
        paint_out(paper, (left + right) / 2, middle, 30, tray.out, lip_depth=3)
        return
    if tray.stretch is None:
        paper.disc((left + right) / 2, middle, 30, TEAL, "icons/check", DONE_MARK, lip_depth=3, alpha=0)
        return
    if tray.stretch.foot is not None:
        paint_prints(paper, left + 34, middle, tray.stretch.foot, 42)
        left += FEET_WIDE
    if tray.unit is Unit.SECONDS:
        _paint_path(paper, box, left + 14, right - 34, middle, tray.share)
    else:
        _paint_units(paper, tray, left, right, middle)


def _paint_path(paper: Paper, box: Box, left: float, right: float, y: float, share: float) -> None:
    """The way to the star, and how far it is walked."""
    for end, colour in ((right, TRACK), (left + (right - left) * share, CORAL)):
        line = f'<path d="M{left:.1f} {y}H{max(left + 1, end):.1f}" stroke="{colour}" stroke-width="20" '
        paper.shape(line + 'stroke-linecap="round" fill="none"/>', box, alpha=0)
    paper.part("icons/star", right + 20, y - 2, 46, shadow=0)


def _paint_units(paper: Paper, tray: HalfTray, left: float, right: float, y: float) -> None:
    assert tray.stretch
    n = tray.stretch.amount
    lines = 1 if (right - left) / n >= NARROWEST else 2
    columns = -(-n // lines)
    step = min(50.0, (right - left) / columns)
    start = left + (right - left - step * (columns - 1)) / 2
    for i in range(n):
        x, line = start + i % columns * step, i // columns
        _paint_unit(paper, tray, i, x, y if lines == 1 else y - 19 + 38 * line, min(step, 50.0 if lines == 1 else 38.0))


def _paint_unit(paper: Paper, tray: HalfTray, i: int, x: float, y: float, room: float) -> None:
    is_done, is_now = i < tray.done, i == tray.done
    if tray.unit is Unit.PIECES:
        paper.part(tray.things[i % len(tray.things)], x, y, room * 0.9, shadow=0, opacity=255 if is_done else 60)
    elif tray.unit is Unit.SHAPES:
        clip = tray.clips[i % len(tray.clips)] if tray.clips else "circle"
        body = shape_on_its_sheet(clip, x, y + 1, room / SHEET_SIDE * 0.8, is_done)
        paper.shape(body, Box(x - room, y - room, 2 * room, 2 * room), alpha=0)
    else:
        name = "step_on" if is_done else "step_now" if is_now else "step_off"
        paper.part(f"icons/{name}", x, y - (2 if is_now else 0), room * (0.98 if is_now else 0.8), shadow=0)
    if is_done and tray.unit is not Unit.REPS:
        paper.disc(
            x + room * 0.3,
            y - room * 0.28,
            max(7.0, room * 0.2),
            TEAL,
            "icons/check",
            room * 0.28,
            lip_depth=1,
            alpha=0,
        )
