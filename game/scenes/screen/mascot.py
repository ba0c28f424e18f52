"""Bo on a grown-up's screen or a card: the one puppet that moves there.

On a grown-ups' page he moves while it is new and after each input, and then comes to rest: nobody looks at him while
a page is read, and a still screen costs nothing.
"""

from __future__ import annotations

from math import ceil

from game.scenes.screen.context import Context
from game.ui.art.puppet_view import PuppetView
from game.ui.stage import Stage

MOVES = 8.0  # seconds after an input: a greeting is over, and whoever looks up at it has seen it
SHOWS = 60.0  # of a demonstration: a long movement is seen several times


def show(
    ctx: Context, stage: Stage, clip: str, x: float, y: float, scale: float, seconds: float, rig: str = "bo_front",
    quiet: float | None = None,
) -> None:  # fmt: skip
    """The clip `seconds` in, its ground point at (x, y); calm pictures hold still. `quiet` is how long there was no
    input, where he comes to rest."""
    view = ctx.art.puppet(rig, clip, scale=scale * stage.view.zoom)
    if quiet is not None:
        seconds = until_rest(seconds, quiet, view, MOVES)
    stage.put_frame(view.frame(0.0 if ctx.art.calm else seconds), x, y)


def until_rest(seconds: float, quiet: float, view: PuppetView, moves: float) -> float:
    """The moment of a clip that moves for so long after each input, to the end of its loop, and rests where it
    begins."""
    is_over = seconds >= ceil((seconds - quiet + moves) / view.duration) * view.duration
    return 0.0 if is_over and view.loops else seconds
