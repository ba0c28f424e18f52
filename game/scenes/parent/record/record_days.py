"""The list of days on the record page: a week of them, today first, any other by a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from game.core.content import Slot
from game.core.history.history import Child
from game.core.reports.progress import DayRow, SlotShare, days_shown
from game.core.rules.journey import journey
from game.scenes.screen.context import Context
from game.ui.chart.charts import (
    DASHED,
    EDGE,
    SHADES,
    DaySign,
    before_sign,
    day_legend,
    half_sign,
    later_sign,
    part_dot,
    signs_of_days,
)
from game.ui.paper import Paper
from game.ui.theme import CREAM, EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CARD = Box(252, 100, 300, 592)
ROWS, FIRST_Y, PITCH, ROW_H = 7, 138, 47, 44
LEGEND, LEGEND_PITCH = Box(272, 636, 266, 53), 16.5
WEEK = timedelta(days=ROWS)


class RecordDays:
    """Seven days up to `last`, of which one is looked at."""

    def __init__(self, ctx: Context, day: date) -> None:
        self.ctx = ctx
        self.last = ctx.today
        self.show(day)

    def show(self, day: date) -> None:
        """The week that has the day, counted back from today."""
        behind = max(0, (self.ctx.today - day).days)
        self.last = self.ctx.today - timedelta(days=behind // ROWS * ROWS)

    def turn(self, name: str) -> None:
        """Earlier or later days; never past today."""
        self.last = min(self.ctx.today, self.last + (WEEK if name == "later" else -WEEK))

    def days(self) -> tuple[date, ...]:
        """Those shown, the latest first."""
        return tuple(self.last - timedelta(days=n) for n in range(ROWS))

    def box(self, row: int) -> Box:
        return Box(264, FIRST_Y + row * PITCH, 276, ROW_H)

    def widgets(self, child: Child) -> tuple[Widget, ...]:
        words, y = self.ctx.texts, FIRST_Y + ROWS * PITCH + 5
        today = self.ctx.today
        first, pause = child.added_on or today, journey(self.ctx.catalogue, child, today).pause(today)
        until = words("map_paused_until", date=pause.last) if pause else None
        rows = tuple(
            Widget(f"day-{day.isoformat()}", self.box(i), Hotspot(16), is_adult=True)
            for i, day in enumerate(self.days())
        )
        return (
            *rows,
            button("earlier", Box(264, y, 54, ROW_H), "", glyph="back", is_enabled=self.days()[-1] > first),
            button("calendar", Box(324, y, 156, ROW_H), words("record_calendar"), glyph="plan", size=18),
            button("later", Box(486, y, 54, ROW_H), "", glyph="next", is_enabled=self.last < self.ctx.today),
            button("paper", Box(264, y + 54, 276, 46), words("record_chart"), glyph="list", size=20),
            button("pause", Box(264, y + 109, 276, 46), words("pause_title"), glyph="pause", size=20, sub=until),
        )

    def paint(self, paper: Paper, child: Child, chosen: date) -> None:
        words = self.ctx.texts
        paper.card(CARD)
        paper.text(words("record_choose"), 19, 274, 120, INK_2, SEMI_BOLD, "l", 160)
        for part, x in (("ui/sun", 474), ("ui/moon", 518)):
            paper.part(part, x, 120, 26, shadow=0)
        shown = days_shown(self.ctx.catalogue, child, self.days()[-1], self.last, self.ctx.today)
        for i, row in enumerate(reversed(shown)):
            self._paint_row(paper, self.box(i), row, row.day == chosen)
        signs = [
            sign for sign in signs_of_days(shown, self.ctx.today) if sign is not DaySign.WALK
        ]  # which fills no half
        columns = min(len(signs), 2)
        rows = -(-len(signs) // columns)
        high = rows * min(LEGEND_PITCH, LEGEND.h / rows)
        under = Box(LEGEND.x, LEGEND.centre[1] - high / 2, LEGEND.w, high)
        day_legend(paper, under, signs, lambda sign: words(f"progress_legend_{sign.value}"), columns)

    def _paint_row(self, paper: Paper, box: Box, row: DayRow, is_chosen: bool) -> None:
        words, middle = self.ctx.texts, box.y + box.h / 2
        if is_chosen:
            paper.panel(box, "#43304A", "#2E1F33", 16, lip_depth=0, blur=4, alpha=20)
        name = words.date(row.day, "weekday")
        said = paper.text(name, 20, box.x + 12, middle, CREAM if is_chosen else INK,
                          EXTRA_BOLD if is_chosen else SEMI_BOLD, "l", 130)  # fmt: skip
        if row.day == self.ctx.today:
            colour = CREAM if is_chosen else INK_2
            room = 474 - 20 - said.right - 6  # before the sun's half
            paper.text(words("screen_today"), 16, said.right + 6, middle + 1, colour, SEMI_BOLD, "l", room)
        for slot, share, x in ((Slot.MORNING, row.morning, 474), (Slot.EVENING, row.evening, 518)):
            at = Box(x - 18, middle - 14, 36, 28)
            is_today, is_later = row.day == self.ctx.today, slot in row.later
            paper.shape(_half(at, row, slot, share, is_later=is_later, is_today=is_today), at.grown(3), alpha=0)


def _half(box: Box, row: DayRow, slot: Slot, share: SlotShare, *, is_later: bool, is_today: bool) -> str:
    """A slot as the calendar of the progress page fills it: how much of it was done, what is for the record, a pause,
    what was not meant, what is to come or before the start."""
    rect = f'<rect x="{box.x + 1}" y="{box.y + 1}" width="{box.w - 2}" height="{box.h - 2}" rx="9"'
    if share is not SlotShare.NOTHING:
        sign = later_sign(box.right - 9, box.centre[1]) if is_later else ""
        return f'{rect} fill="{SHADES[share]}"/>' + part_dot(share, *box.centre) + sign
    if is_later:
        return f'{rect} fill="{SHADES[SlotShare.NOTHING]}"/>' + later_sign(*box.centre)
    if row.is_paused:
        cx, y = box.centre[0], box.y
        return (
            f'{rect} fill="#FFFFFF" stroke="#C9BBA2" stroke-width="2"/><path d="M{cx - 4} {y + 8}V{y + 20}M{cx + 4} '
            f'{y + 8}V{y + 20}" stroke="#857A6C" stroke-width="3.5" stroke-linecap="round"/>'
        )
    match half_sign(row, slot, share, is_today=is_today):
        case DaySign.BEFORE:
            return before_sign(*box.centre)
        case DaySign.OPEN:
            return f'{rect} fill="none" stroke="{EDGE}" stroke-width="2" {DASHED}/>'
        case DaySign.NOT_MEANT:
            return f'{rect} fill="#FFFFFF" stroke="{SHADES[SlotShare.NOTHING]}" stroke-width="2"/>'
        case _:
            return f'{rect} fill="{SHADES[SlotShare.NOTHING]}"/>'
