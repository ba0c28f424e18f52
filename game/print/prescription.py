"""The sheet a physiotherapist ticks: the fields of the game's page for an order, with the game's bounds beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from game.core.content import Unit
from game.core.reports.handout import Handout, HandoutRow
from game.print.cards import Printer, friend
from game.print.document import Run
from game.print.fit import blank, by_hand, fitted, set_lines
from game.print.sheet import A4, BLACK, BOLD, MM, Mark, Sheet, box, line, moved
from game.print.typeset import Setting
from game.print.wording import dose_text

SIDE, TOP, BOTTOM = 12 * MM, 11 * MM, 9 * MM
WIDTH = A4[0] - 2 * SIDE
ROW, MOST_ROW = 8.3 * MM, 10.6 * MM  # height of a row: as high as there is room, for a hand that writes
FACE = 6.7 * MM
TICK = 3.6 * MM  # side of a box to tick
# Left ends of the columns, from the side.
NAME, PLAYS, FOOT, START, MOST, SETS = 0.0, 51 * MM, 73.5 * MM, 103.5 * MM, 134 * MM, 162.5 * MM
DIM, RULE = "#55485A", "#AAAAAA"
TITLE, TEXT, SMALL, HEAD = Setting(16, leading=1.2), Setting(9.6), Setting(8.2, DIM), Setting(8.2)
FIELD = 7.6 * MM  # from one line to write on to the next


def prescription_sheets(printer: Printer, handout: Handout) -> tuple[Sheet, ...]:
    """The sheet for the whole programme but the walk outdoors, which nobody orders; a second page repeats the heads of
    the columns."""
    page = _Prescription(printer, handout)
    rows, sheets, top = [row for row in handout.rows if not row.exercise.beside], list[Sheet](), True
    while rows or top:
        marks, rows = page.filled(rows, is_first=top)
        sheets.append(Sheet(*A4, tuple(marks)))
        top = False
    return tuple(sheets)


class _Prescription:
    def __init__(self, printer: Printer, handout: Handout) -> None:
        self.printer, self.handout = printer, handout
        self.words, self.type = printer.words, printer.type
        self.row = ROW

    def filled(self, rows: Sequence[HandoutRow], *, is_first: bool) -> tuple[list[Mark], list[HandoutRow]]:
        """One page's marks, and the rows it had no room for."""
        marks: list[Mark] = []
        y = TOP
        if is_first:
            for part in (self._title, self._fields):
                found, height = part()
                marks += [moved(mark, SIDE, y) for mark in found]
                y += height
        heads, height = self._heads()
        marks += [moved(mark, SIDE, y) for mark in heads]
        y += height
        below, end = self._below()
        free = A4[1] - BOTTOM - end - y
        room = int(free / ROW)
        self.row = min(MOST_ROW, free / max(1, min(len(rows), room)))
        for row in rows[:room]:
            marks += [moved(mark, SIDE, y) for mark in self._row(row)]
            y += self.row
        if len(rows) <= room:
            marks += [moved(mark, SIDE, A4[1] - BOTTOM - end) for mark in below]
        return marks, list(rows[room:])

    def _title(self) -> tuple[list[Mark], float]:
        words, type_ = self.words, self.type
        programme = self.printer.programme(self.handout.programme)
        (lines,), title = fitted(type_, [[Run(words("print_order_title"), True)]], WIDTH, TITLE.height, TITLE)
        marks: list[Mark] = list(set_lines(type_, lines, 0, 0, title))
        typed_in = words("area_plan"), words("plan_order")
        text = [Run(words("print_order_line", programme=programme, plan=typed_in[0], order=typed_in[1]))]
        more, height = type_.set(text, 0, title.height + 1, WIDTH, replace(TEXT, colour=DIM))
        marks += more
        marks.append(line(0, height + 3, WIDTH, height + 3, 1.5))
        return marks, height + 5 * MM

    def _fields(self) -> tuple[list[Mark], float]:
        """Who it is for, who said it and when, how long nothing grows, and the next visit."""
        marks: list[Mark] = []
        rows = (
            (("print_order_child", 0.0, 62.0), ("print_order_who", 0.5, 60.0)),
            (("print_order_on", 0.0, 24.0), ("print_order_hold", 0.31, 24.0), ("print_order_visit", 0.71, 24.0)),
        )
        for n, fields in enumerate(rows):
            for key, share, wide in fields:
                label = self.words(key, blank=blank(wide))
                marks += by_hand(self.type, label, share * WIDTH, n * FIELD, TEXT)
        return marks, len(rows) * FIELD + 2.5 * MM

    def _heads(self) -> tuple[list[Mark], float]:
        keys = (
            (NAME, "print_order_exercise"), (PLAYS, "print_order_plays"), (FOOT, "print_order_foot"),
            (START, "print_order_start"), (MOST, "print_order_most"), (SETS, "print_order_sets"),
        )  # fmt: skip
        marks: list[Mark] = [self.type.line(self.words(key), x, 0, HEAD, BOLD) for x, key in keys]
        marks.append(line(0, HEAD.height + 1.5, WIDTH, HEAD.height + 1.5, 0.9))
        return marks, HEAD.height + 2

    # -------------------------------------------------------------------------------------- a row
    def _row(self, row: HandoutRow) -> Iterator[Mark]:
        words, exercise, type_ = self.words, row.exercise, self.type
        yield from friend(self.printer.heads, exercise.demonstration.host, NAME, (self.row - FACE) / 2, FACE)
        x = NAME + FACE + 1.6 * MM
        said = [Run(self.printer.name(exercise.id), True)]
        if now := self._now(row):
            said.append(Run(" " + now))
        elif row.on_order:
            said.append(Run(" " + words("print_order_only")))
        (lines,), setting = fitted(type_, [said], PLAYS - x - 2 * MM, self.row - 1 * MM, Setting(9, leading=1.15))
        yield from set_lines(type_, lines, x, (self.row - len(lines) * setting.height) / 2, setting)
        yield from self._ticks(PLAYS, (words("print_order_on_box"), words("print_order_off_box")))
        if exercise.per_foot:
            feet = tuple(words(key) for key in ("print_order_left", "print_order_both", "print_order_right"))
            yield from self._ticks(FOOT, feet)
        else:
            yield self._text(words("print_order_both_feet"), FOOT)
        yield from self._amount(row, START, row.may_order.ramp.start, 10)
        yield from self._amount(row, MOST, row.may_order.ramp.cap, 10, is_most=True)
        yield from self._ticks(SETS, tuple(str(n + 1) for n in range(row.may_order.most_sets)))
        yield line(0, self.row, WIDTH, self.row, 0.5, RULE)

    def _now(self, row: HandoutRow) -> str:
        """How it stands for the child the sheet is of; "" for nobody's, and for what has not come yet."""
        words, dose, since = self.words, row.dose, row.from_on or date.min
        if row.is_off:
            return words("print_order_off_from" if row.from_on else "print_order_now_off", date=since)
        if not (row.is_todays or row.is_coming):
            return ""
        amount = dose_text(words, row.exercise, dose.sets, dose.amount)
        foot = words(f"word_{dose.foot.value}") if dose.foot else ""
        key = "print_order_from" if row.from_on else "print_order_now"
        key = "print_order_coming" if row.is_coming else f"{key}_foot" if foot else key
        return words(key, date=since, amount=amount, foot=foot)

    def _amount(self, row: HandoutRow, x: float, amount: int, wide: float, *, is_most: bool = False) -> Iterator[Mark]:
        """A line to write on, and the game's own number beside it."""
        unit = row.exercise.unit
        said = self.words(f"short_{unit.value}", n=amount) if unit in (Unit.SECONDS, Unit.MINUTES) else str(amount)
        text = self.words("print_order_of" if is_most else "print_order_game", amount=said)
        yield from by_hand(self.type, blank(wide), x, (self.row - TEXT.height) / 2, TEXT)
        yield self.type.line(text, x + (wide + 1.2) * MM, (self.row - SMALL.height) / 2, SMALL)

    def _ticks(self, x: float, labels: Sequence[str]) -> Iterator[Mark]:
        """Boxes to tick, each with what it means."""
        for label in labels:
            yield box(x, (self.row - TICK) / 2, TICK, TICK, stroke=BLACK, width=0.9, radius=1.6)
            x += TICK + 1 * MM
            yield self._text(label, x)
            x += self.type.width(self.type.written(label), SMALL.size) + 2.2 * MM

    def _text(self, text: str, x: float) -> Mark:
        return self.type.line(text, x, (self.row - SMALL.height) / 2, replace(SMALL, colour=BLACK))

    # -------------------------------------------------------------------------------------- what holds for all of it
    def _below(self) -> tuple[list[Mark], float]:
        words, type_ = self.words, self.type
        caps = words("print_order_caps")
        marks: list[Mark] = []
        lines, y = type_.set([Run(caps, True)], 0, 2 * MM, WIDTH, Setting(9))
        marks += lines
        lines, y = type_.set([Run(words("print_order_enter"))], 0, y + 0.6 * MM, WIDTH, SMALL)
        marks += lines
        y += 4 * MM
        marks += by_hand(type_, words("print_order_signed", blank=blank(70)), 0, y, TEXT)
        return marks, y + TEXT.height + 2
