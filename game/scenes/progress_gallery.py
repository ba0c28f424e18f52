"""Pictures of the progress page: what waits, days, exercises, the first day, the reasons, and the rest after pain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from game.core.content import AgeBand
from game.core.events import ChildAdded, GatePassed, GateTried, ProgrammeChosen, SignsTicked
from game.scenes import parent_paused
from game.scenes.context import Context
from game.scenes.parent_progress import Progress
from game.scenes.scene import Scene

GALLERY = (
    "progress", "progress-days", "progress-exercises", "progress-feet", "progress-empty", "progress-why",
    "progress-pain", "progress-remark", "paused", "which-child",
)  # fmt: skip


def gallery(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """What waits, the tabs, the first day, the reasons, the rest after pain, and whose page it is."""
    child = next(iter(ctx.children), None)
    scene = Progress(ctx, child)
    yield "progress", scene
    yield "progress-why", Progress(ctx, child).press("why") or scene
    yield "which-child", scene.press("child") or scene
    for tab in ("days", "exercises", "feet"):
        page = Progress(ctx, child)
        page.press(f"tab-{tab}")
        yield f"progress-{tab}", page
    ctx.remarks.append("clock")
    yield "progress-remark", Progress(ctx, child, "days")
    ctx.remarks.clear()
    yield from _made_up(ctx)


def _made_up(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """A child that begins today, one that was hurt and whose PIN was tried, and one that had to stop."""
    new = "gallery-first-day"
    ctx.record(ChildAdded("Mia", "otto", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"), child=new)
    yield "progress-empty", Progress(ctx, new)
    now = ctx.now()
    ctx.now = lambda: now - timedelta(hours=15)
    ctx.record(*(GateTried() for _ in range(3)), GateTried(), GatePassed())
    ctx.now = lambda: now
    before, last = parent_paused.two_painful_days(ctx.today)[:3], parent_paused.two_painful_days(ctx.today)[3:]
    ctx.record(*before, child=new)
    yield "progress-pain", Progress(ctx, new)
    ctx.record(*last, child=new)
    yield "paused", Progress(ctx, new)
