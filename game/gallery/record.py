"""Picture states of the pages on which a family's records are put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from game.core.content import AgeBand
from game.core.events import ChildAdded, ProgrammeChosen, SignsTicked
from game.scenes import routes
from game.scenes.parent.record.paper_week import PaperWeekPage
from game.scenes.parent.record.pause import PausePage
from game.scenes.parent.record.record import RecordPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

RECORD_STATES = (
    "record", "record-fullest", "record-ticked", "record-written", "record-later", "record-faces", "record-refused",
    "record-away-back", "record-last-change", "record-first-day", "record-new",
)  # fmt: skip


def record(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Today, the fullest day, ticks that count, what was written, the way to take all of it back, undo from another
    day, a day for the record, the faces, a day to come, the first day and a child of today."""
    child = next(iter(ctx.children))
    yield "record", RecordPage(ctx, child)
    days = [a.on for a in ctx.child(child).attempts.values()]
    yield "record-fullest", RecordPage(ctx, child, max(days, key=days.count))
    yesterday = ctx.today - timedelta(days=1)
    page = RecordPage(ctx, child, yesterday)
    page.press("slot-evening" if page.away and "evening" not in [s.value for s in page.away.slots] else "sheet")
    page.press("whole")
    yield "record-ticked", page
    later = RecordPage(ctx, child, ctx.today - timedelta(days=9))
    for name in later.away.exercises()[:4] if later.away else ():
        later.press(f"tile-{name}")
        later.press(f"tile-{name}")
    yield "record-later", later
    later.press("hurt")
    yield "record-faces", later
    later.press("face-4")
    later.press("side-left")
    later.press("write")
    yield "record-written", later
    told = RecordPage(ctx, child, later.day)
    if told.away and later.last:
        told.press("slot-morning" if set(later.last.written) & set(told.away.told_from_away()) else "slot-both")
    yield "record-away-back", told
    told.press(f"take-{next(entry.id for entry in told.shown())}")
    told.press(f"day-{later.day + timedelta(days=1)}")
    yield "record-last-change", told
    refused = RecordPage(ctx, child)
    refused.take_day("day", ctx.today + timedelta(days=4))
    yield "record-refused", refused
    first = ctx.child(child).added_on
    yield "record-first-day", RecordPage(ctx, child, first)
    new = "gallery-record"
    ctx.record(ChildAdded("Mia", "otto", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"), child=new)
    yield "record-new", RecordPage(ctx, new)


PAPER_STATES = ("paper-week", "paper-ticked", "paper-faces", "paper-foot", "paper-written", "paper-older", "paper-more")


def paper_week(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The running week, ticks of both kinds, what hurt, what was written, an older week and its second sheet."""
    child = next(iter(ctx.children))
    page = PaperWeekPage(ctx, child, ctx.today)
    yield "paper-week", page
    columns = [w.name for w in page.widgets if w.name.startswith("column-") and w.is_enabled]
    cells = [w.name for w in page.widgets if w.name.startswith("cell-") and w.is_enabled]
    for name in (*columns[:3], *columns[-3:], *cells[8::9], *cells[12::9], *cells[12::9]):
        page.press(name)
    yield "paper-ticked", page
    page.press("hurt")
    yield "paper-faces", page
    page.press("face-4")
    page.press("side-both")
    page.press("hurt")
    page.press("face-4")
    yield "paper-foot", page
    page.press("close")
    page.press("write")
    yield "paper-written", page
    older = PaperWeekPage(ctx, child, ctx.today - timedelta(days=9))
    yield "paper-older", older
    more = PaperWeekPage(ctx, child, ctx.today)
    more.press("sheet")
    yield "paper-more", more


PAUSE_STATES = ("pause-told", "pause-from", "pause-days", "pause-ahead", "pause-running", "pause-ouch")


def pause(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """One day of the past, its first day pressed, a week, a holiday ahead, one that runs, and one for pain."""
    child = next(iter(ctx.children))
    back = routes.Place("record", child)
    yield "pause-told", PausePage(ctx, child, ctx.today - timedelta(days=5), back)
    page = PausePage(ctx, child, ctx.today - timedelta(days=16), back)
    page.press(f"day-{ctx.today - timedelta(days=16)}")
    yield "pause-from", page
    page.press(f"day-{ctx.today - timedelta(days=11)}")
    yield "pause-days", page
    page.press("write")
    ahead = PausePage(ctx, child, ctx.today + timedelta(days=3), back)
    ahead.press(f"day-{ctx.today + timedelta(days=3)}")
    ahead.press(f"day-{ctx.today + timedelta(days=16)}")
    ahead.press("why-away")
    yield "pause-ahead", ahead
    running = PausePage(ctx, child, ctx.today - timedelta(days=1), back)
    running.press(f"day-{ctx.today - timedelta(days=1)}")
    running.press(f"day-{ctx.today + timedelta(days=6)}")
    running.press("write")
    yield "pause-running", running
    ouch = PausePage(ctx, child, ctx.today, back)
    ouch.press("why-ouch")
    yield "pause-ouch", ouch
