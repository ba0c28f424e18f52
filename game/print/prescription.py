"""The sheet a physiotherapist ticks: the fields of the game's page for an order, with the game's bounds beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from game.core.reports.handout import Handout, HandoutRow
from game.print.cards import Printer, friend
from game.print.document import Run
from game.print.fit import blank, by_hand, fitted, set_lines
from game.print.order_form import (
    Cells,
    amount_text,
    head_fields,
    height_of,
    order_columns,
    pieces_marks,
    row_fields,
    row_heads,
    width_of,
)
from game.print.sheet import A4, BOLD, MM, Mark, Sheet, line, moved
from game.print.typeset import Setting
from game.print.wording import dose_text

SIDE, TOP, BOTTOM = 12 * MM, 11 * MM, 9 * MM
WIDTH = A4[0] - 2 * SIDE
ROW, MOST_ROW = 8.3 * MM, 10.6 * MM  # height of a row: as high as there is room, for a hand that writes
FACE = 6.7 * MM
NAME = 48 * MM  # what an exercise's name and face have at least
DIM, RULE = "#55485A", "#AAAAAA"
TITLE, TEXT, SMALL, HEAD = Setting(16, leading=1.2), Setting(9.6), Setting(8.2, DIM), Setting(8.2)
FIELD = 7.6 * MM  # from one line to write on to the next
BETWEEN_FIELDS = 5 * MM


def prescription_sheets(printer: Printer, handout: Handout) -> tuple[Sheet, ...]:
    """The sheet for the whole programme but the walk outdoors, which nobody orders; a second page repeats the heads of
    the columns."""
    page = _Prescription(printer, handout)
    rows, sheets, top = ordered(handout), list[Sheet](), True
    while rows or top:
        marks, rows = page.filled(rows, is_first=top)
        sheets.append(Sheet(*A4, tuple(marks)))
        top = False
    return tuple(sheets)


def ordered(handout: Handout) -> list[HandoutRow]:
    """What somebody may order."""
    return [row for row in handout.rows if not row.exercise.beside]


class _Prescription:
    def __init__(self, printer: Printer, handout: Handout) -> None:
        self.printer, self.handout = printer, handout
        self.words, self.type = printer.words, printer.type
        self.row = ROW
        self.heads = row_heads(self.words)
        cells = [self._cells(row) for row in ordered(handout)]
        self.columns = order_columns(self.type, self.heads, cells, WIDTH, NAME, HEAD)

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
        """Who it is for, and what holds for all of it; as many beside one another as fit a line."""
        child = by_hand(self.type, self.words("print_order_child", blank=blank(62)), 0, 0, TEXT)
        marks, x, y = list(child), 0.0, FIELD
        for pieces in head_fields(self.words):
            wide = width_of(self.type, pieces, TEXT)
            if x + wide > WIDTH:
                x, y = 0.0, y + FIELD
            marks += pieces_marks(self.type, pieces, x, y, TEXT)
            x += wide + BETWEEN_FIELDS
        return marks, y + FIELD + 2.5 * MM

    def _heads(self) -> tuple[list[Mark], float]:
        columns = zip((0.0, *self.columns.places), (self.words("print_order_exercise"), *self.heads), strict=True)
        marks: list[Mark] = [self.type.line(head, x, 0, self.columns.setting, BOLD) for x, head in columns]
        marks.append(line(0, HEAD.height + 1.5, WIDTH, HEAD.height + 1.5, 0.9))
        return marks, HEAD.height + 2

    # -------------------------------------------------------------------------------------- a row
    def _row(self, row: HandoutRow) -> Iterator[Mark]:
        words, exercise, type_ = self.words, row.exercise, self.type
        yield from friend(self.printer.heads, exercise.demonstration.host, 0, (self.row - FACE) / 2, FACE)
        x = FACE + 1.6 * MM
        said = [Run(self.printer.name(exercise.id), True)]
        if now := self._now(row):
            said.append(Run(" " + now))
        elif row.on_order:
            said.append(Run(" " + words("print_order_only")))
        room = self.columns.places[0] - x - 2 * MM
        (lines,), setting = fitted(type_, [said], room, self.row - 1 * MM, Setting(9, leading=1.15))
        yield from set_lines(type_, lines, x, (self.row - len(lines) * setting.height) / 2, setting)
        for left, pieces in zip(self.columns.places, self._cells(row), strict=True):
            top = (self.row - height_of(pieces, self.columns.setting)) / 2
            yield from pieces_marks(type_, pieces, left, top, self.columns.setting)
        yield line(0, self.row, WIDTH, self.row, 0.5, RULE)

    def _cells(self, row: HandoutRow) -> Cells:
        """The fields, with the game's own numbers beside them."""
        first = amount_text(self.words, row.exercise, row.may_order.ramp.start)
        starts = self.words("print_order_game", amount=first)
        return row_fields(self.words, row.exercise, row.may_order, starts, has_first=True)

    def _now(self, row: HandoutRow) -> str:
        """How it stands for the child the sheet is of; "" for nobody's, and for what has not come yet."""
        words, dose, since = self.words, row.dose, row.from_on or date.min
        if row.is_off:
            return words("print_order_off_from" if row.from_on else "print_order_now_off", date=since)
        if not (row.is_todays or row.is_coming):
            return ""
        amount = dose_text(words, row.exercise, dose.sets, dose.amount)
        foot = words(f"word_{dose.foot.value}") if dose.foot else ""
        if row.first_foot and not dose.foot:
            foot = words(f"ordered_feet_{row.first_foot.value}_first")
        key = "print_order_from" if row.from_on else "print_order_now"
        key = "print_order_coming" if row.is_coming else f"{key}_foot" if foot else key
        return words(key, date=since, amount=amount, foot=foot)

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
