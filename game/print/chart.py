"""The wall chart: exercises by days, a small box for each sun and each moon, on as few pages as keep the boxes large.

It is the grid a parent enters in the game later, a week at a time, box for box. What is not planned has a light dash,
and what rests after pain has no box at all. No row says that anything was missed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from game.core.content import Slot
from game.core.events import DaysPlanned
from game.core.reports.handout import HandoutRow
from game.core.reports.planned import EVERY_SLOT, WEEKDAYS
from game.print.cards import Printer, friend
from game.print.document import Run
from game.print.fit import blank, by_hand, fitted, fitting_by_hand, set_lines
from game.print.sheet import A4, BLACK, BOLD, MM, Mark, Shape, Sheet, box, disc, line, moved
from game.print.typeset import Setting

WIDE, HIGH = A4[1], A4[0]  # a page lying on its side
SIDE, TOP, BOTTOM = 9 * MM, 9 * MM, 8 * MM
WEEKS, DAYS = 4, 7
HEAD, FOOT = 15 * MM, 9.5 * MM  # heights of what stands above and below the weeks
FOOT_OF_DASHES = 13.8 * MM  # where it also says what a dash means
GUTTER = 6 * MM  # between two weeks side by side, and between two below one another
NAME = 40 * MM  # width of the column of names
WEEK_HEAD, DAY_HEAD = 10 * MM, 8.4 * MM
LEAST_ROW, MOST_ROW = 6.1 * MM, 9 * MM  # what a hand ticks well is 5 mm or more
FREE_ROWS = 1  # for what comes in these weeks
RULE, SHADE = "#8A8A8A", "#EFEFEC"
DASH = 1.8 * MM  # where nothing is ticked
TITLE, LEGEND, WEEK, NAMES = Setting(19, leading=1.15), Setting(9), Setting(11), Setting(8.6, leading=1.12)


def chart_sheets(
    printer: Printer,
    rows: Sequence[HandoutRow],
    friend_name: str,
    weeks: int = WEEKS,
    planned: DaysPlanned = EVERY_SLOT,
) -> tuple[Sheet, ...]:
    """All the weeks for all the rows: four weeks on a page where the boxes stay large enough, else two, else the rows
    on more pages."""
    foot = FOOT if _is_every(planned) and not any(row.is_resting for row in rows) else FOOT_OF_DASHES
    room = HIGH - TOP - BOTTOM - HEAD - foot
    for below in (2, 1):
        high = (room - GUTTER * (below - 1)) / below
        fitting = int((high - WEEK_HEAD - DAY_HEAD) / LEAST_ROW)
        if len(rows) <= fitting:
            break
    parts = [rows[n : n + fitting] for n in range(0, len(rows), fitting)] or [rows]
    pages = []
    for first in range(1, weeks + 1, 2 * below):
        shown = range(first, min(weeks, first + 2 * below - 1) + 1)
        pages += [_Page(printer, part, friend_name, shown, high, fitting, planned, foot).sheet() for part in parts]
    return tuple(pages)


def _is_every(planned: DaysPlanned) -> bool:
    """Whether every half of every day is planned."""
    return set(planned.slots) == set(Slot) and set(planned.weekdays) == set(WEEKDAYS)


class _Page:
    def __init__(
        self, printer: Printer, rows: Sequence[HandoutRow], friend_name: str, weeks: range, high: float, fitting: int,
        planned: DaysPlanned, foot: float,
    ) -> None:  # fmt: skip
        self.printer, self.rows, self.friend, self.weeks, self.planned = printer, rows, friend_name, weeks, planned
        self.words, self.type = printer.words, printer.type
        self.high, self.foot = high, foot
        self.wide = (WIDE - 2 * SIDE - GUTTER) / 2
        self.lines = min(fitting, len(rows) + FREE_ROWS)
        self.row = min(MOST_ROW, (high - WEEK_HEAD - DAY_HEAD) / self.lines)
        self.cell = (self.wide - NAME) / (2 * DAYS)

    def sheet(self) -> Sheet:
        marks = list(self._head())
        for n, week in enumerate(self.weeks):
            x = SIDE + n % 2 * (self.wide + GUTTER)
            y = TOP + HEAD + n // 2 * (self.high + GUTTER)
            marks += [moved(mark, x, y) for mark in self._week(week)]
        marks += self._foot()
        return Sheet(WIDE, HIGH, tuple(marks))

    def _head(self) -> Iterator[Mark]:
        face = HEAD - 3 * MM
        yield from friend(self.printer.heads, self.friend, SIDE, TOP, face)
        x = WIDE - SIDE
        for key, draw in (
            ("print_chart_flower", _small_flower),
            ("print_chart_evening", moon),
            ("print_chart_morning", sun),
        ):
            text = self.words(key)
            x -= self.type.width(text, LEGEND.size)
            yield self.type.line(text, x, TOP + (face - LEGEND.height) / 2, LEGEND)
            x -= 6 * MM
            yield from draw(x + 2 * MM, TOP + face / 2, 2.2 * MM)
            x -= 5 * MM
        title, left = self.words("print_chart_title", name=blank(52)), SIDE + face + 4 * MM
        size = fitting_by_hand(self.type, title, x - left, TITLE, BOLD)
        yield from by_hand(self.type, title, left, TOP + (face - size.height) / 2, size, BOLD)

    def _week(self, week: int) -> Iterator[Mark]:
        """One week from (0, 0) on."""
        begins = self.words("print_chart_week", n=week, date=blank(26))
        yield from by_hand(self.type, begins, 0, WEEK_HEAD - WEEK.height - 2, WEEK, BOLD)
        yield from flower(self.wide - 6 * MM, WEEK_HEAD / 2 - 0.5 * MM, 3.1 * MM)
        y = WEEK_HEAD
        for day in range(DAYS):
            x = NAME + 2 * day * self.cell
            if day % 2 == 0:
                yield box(x, y, 2 * self.cell, DAY_HEAD + self.lines * self.row, fill=SHADE)
            name = self.words.locale.weekdays_short[day]
            yield self.type.line(name, x + self.cell, y + 0.4 * MM, Setting(8.6), BOLD, "c")
            for n, (slot, draw) in enumerate(((Slot.MORNING, sun), (Slot.EVENING, moon))):
                if self._is_planned(day, slot):
                    yield from draw(x + (n + 0.5) * self.cell, y + 6.2 * MM, 1.7 * MM)
                else:
                    yield from self._dash(x + n * self.cell, y + 6.2 * MM)
        y += DAY_HEAD
        for n in range(self.lines):
            yield from self._row(n, y + n * self.row)

    def _row(self, n: int, y: float) -> Iterator[Mark]:
        if n < len(self.rows):
            exercise = self.rows[n].exercise
            face = min(self.row - 1, 6 * MM)
            yield from friend(self.printer.heads, exercise.demonstration.host, 0, y + (self.row - face) / 2, face)
            x = face + 1.6 * MM
            name = [Run(self.printer.name(exercise.id), True), *self._about(self.rows[n])]
            (lines,), setting = fitted(self.type, [name], NAME - x - 1.5 * MM, self.row, NAMES)
            top = y + (self.row - len(lines) * setting.height) / 2
            yield from set_lines(self.type, lines, x, top, setting)
        else:
            yield line(0, y + self.row - 1.6 * MM, NAME - 3 * MM, y + self.row - 1.6 * MM, 0.7, RULE)
        gap = 0.45 * MM
        rests = n < len(self.rows) and self.rows[n].is_resting
        for at in range(2 * DAYS):
            x = NAME + at * self.cell
            high = self.row - 2 * gap
            if rests or not self._is_planned(at // 2, tuple(Slot)[at % 2]):
                yield from self._dash(x, y + self.row / 2)
                continue
            yield box(x + gap, y + gap, self.cell - 2 * gap, high, fill="#FFFFFF", stroke=BLACK, width=0.7, radius=3.4)

    def _is_planned(self, day: int, slot: Slot) -> bool:
        return WEEKDAYS[day] in self.planned.weekdays and slot in self.planned.slots

    def _dash(self, x: float, y: float) -> Iterator[Mark]:
        """Nothing to tick in the cell from x on."""
        middle = x + self.cell / 2
        yield line(middle - DASH / 2, y, middle + DASH / 2, y, 0.9, RULE)

    def _about(self, row: HandoutRow) -> Iterator[Run]:
        """The one foot that does it, or the one that begins, and that it rests."""
        if row.dose.foot:
            yield Run(" " + self.words(f"doctor_{row.dose.foot.value}_foot"))
        elif row.first_foot:
            yield Run(" " + self.words(f"ordered_feet_{row.first_foot.value}_first"))
        if row.is_resting:
            yield Run(" " + self.words("print_chart_rests"))

    def _how(self) -> str:
        """What to put into a box, and where a grown-up types it in; what a dash means, where there is one."""
        said = [self.words("print_chart_how", record=self.words("area_record"), chart=self.words("record_chart"))]
        if not _is_every(self.planned):
            said.append(self.words("print_chart_unplanned"))
        if any(row.is_resting for row in self.rows):
            said.append(self.words("print_chart_resting"))
        return " ".join(said)

    def _foot(self) -> Iterator[Mark]:
        text = [Run(self._how())]
        (lines,), setting = fitted(self.type, [text], WIDE - 2 * SIDE, self.foot - 1.5 * MM, LEGEND)
        yield from set_lines(self.type, lines, SIDE, HIGH - BOTTOM - self.foot + 2.2 * MM, setting)


# ------------------------------------------------------------------------------------------ to be coloured
def sun(cx: float, cy: float, r: float) -> list[Mark]:
    """A sun's outline; `r` is the radius of its rays."""
    inner, rays = 0.58 * r, []
    for n in range(8):
        cos, sin = math.cos(n * math.pi / 4), math.sin(n * math.pi / 4)
        rays.append(f"M{cx + 0.76 * r * cos:.2f} {cy + 0.76 * r * sin:.2f}L{cx + r * cos:.2f} {cy + r * sin:.2f}")
    width = max(0.6, 0.11 * r)
    ring = disc(cx, cy, inner, fill="#FFFFFF", stroke=BLACK, width=width)
    return [ring, Shape("".join(rays), stroke=BLACK, width=width, is_round=True)]


def moon(cx: float, cy: float, r: float) -> list[Mark]:
    """A moon's outline of the same size."""
    x, y = cx + 0.25 * r, cy - 0.9 * r
    way = f"A{0.92 * r:.2f} {0.92 * r:.2f} 0 1 0 {cx + 0.84 * r:.2f} {cy + 0.45 * r:.2f}"
    back = f"A{0.78 * r:.2f} {0.78 * r:.2f} 0 0 1 {x:.2f} {y:.2f}Z"
    outline = f"M{x:.2f} {y:.2f}{way}{back}"
    return [Shape(outline, "#FFFFFF", BLACK, max(0.6, 0.11 * r), is_round=True)]


def flower(cx: float, cy: float, r: float) -> list[Mark]:
    """A flower to be coloured; `r` is half its head's height."""
    petals = [
        disc(cx + 0.62 * r * math.cos(n * math.pi / 3), cy + 0.62 * r * math.sin(n * math.pi / 3), 0.46 * r,
             fill="#FFFFFF", stroke=BLACK, width=0.8)
        for n in range(6)
    ]  # fmt: skip
    leaf = f"m0 {-0.3 * r:.2f}q{0.3 * r:.2f} {-0.3 * r:.2f} {0.55 * r:.2f} {-0.2 * r:.2f}"
    stem = f"M{cx:.2f} {cy + 1.05 * r:.2f}v{0.75 * r:.2f}{leaf}"
    heart = disc(cx, cy, 0.42 * r, fill="#FFFFFF", stroke=BLACK, width=0.8)
    return [*petals, heart, Shape(stem, stroke=BLACK, width=0.9, is_round=True)]


def _small_flower(cx: float, cy: float, r: float) -> list[Mark]:
    return flower(cx, cy - 0.4 * r, r)
