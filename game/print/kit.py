"""For grandparents without a computer: how it goes, the exercises, and the chart; three pages that need no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.core.reports.handout import Handout, HandoutRow
from game.print.cards import LARGE_PRINT, Printer, card_sheets, friend, things_of
from game.print.chart import chart_sheets
from game.print.document import Run
from game.print.fit import blank, by_hand, fitted, set_lines
from game.print.sheet import A4, BLACK, BOLD, MM, Mark, Sheet, box, disc
from game.print.typeset import Setting

MOST_CARDS = LARGE_PRINT.columns * LARGE_PRINT.rows
SIDE, TOP, BOTTOM = 18 * MM, 15 * MM, 12 * MM
WIDTH = A4[0] - 2 * SIDE
STEPS, STOPS = 5, 3
TITLE, LEAD, STEP, HEAD, TEXT = Setting(26, leading=1.15), Setting(13), Setting(14), Setting(15), Setting(12.8)
FACE = 24 * MM
INDENT = 13 * MM  # of the words behind a number
STEPS_HIGH, STOP_HIGH = 92 * MM, 58 * MM
ASK = 12 * MM  # from one line to write on to the next
Part = Callable[[float], tuple[list[Mark], float]]  # marks from there down, and where they end


def kit_sheets(printer: Printer, handout: Handout) -> tuple[Sheet, ...]:
    """The three pages. The chart has the exercises of the cards and no others."""
    rows = handout.in_play[:MOST_CARDS]
    leaflet = _Leaflet(printer, handout, rows).sheet()
    return (
        leaflet,
        *card_sheets(printer, rows, LARGE_PRINT),
        *chart_sheets(printer, rows, handout.friend, planned=handout.planned),
    )


class _Leaflet:
    """The first page."""

    def __init__(self, printer: Printer, handout: Handout, rows: Sequence[HandoutRow]) -> None:
        self.printer, self.handout, self.rows = printer, handout, rows
        self.words, self.type = printer.words, printer.type

    def sheet(self) -> Sheet:
        marks: list[Mark] = []
        y = TOP
        parts: tuple[Part, ...] = (self._title, self._steps, self._things, self._stop, self._ask)
        for part in parts:
            found, y = part(y)
            marks += found
        return Sheet(*A4, tuple(marks))

    def _title(self, y: float) -> tuple[list[Mark], float]:
        marks = friend(self.printer.heads, self.handout.friend, SIDE, y, FACE)
        x = SIDE + FACE + 6 * MM
        name = [Run(self.words("print_kit_title"), True)]
        (lines,), title = fitted(self.type, [name], WIDTH - FACE - 6 * MM, FACE - LEAD.height, TITLE)
        marks += set_lines(self.type, lines, x, y, title)
        top = y + len(lines) * title.height + 1.5 * MM
        marks += by_hand(self.type, self.words("print_kit_child", blank=blank(60)), x, top, LEAD)
        return marks, y + FACE + 9 * MM

    def _steps(self, y: float) -> tuple[list[Mark], float]:
        """How it goes, in five lines, each with its number."""
        texts = [[Run(self.words(f"print_kit_step_{n + 1}", n=len(self.rows)))] for n in range(STEPS)]
        gap, marks = 4.5 * MM, list[Mark]()
        found, setting = fitted(self.type, texts, WIDTH - INDENT, STEPS_HIGH, STEP, gap)
        number = Setting(14, "#FFFFFF")
        for n, lines in enumerate(found):
            cy = y + setting.height / 2
            marks.append(disc(SIDE + 4.6 * MM, cy, 4.3 * MM, fill=BLACK))
            marks.append(self.type.line(str(n + 1), SIDE + 4.6 * MM, cy - number.height / 2, number, BOLD, "c"))
            marks += set_lines(self.type, lines, SIDE + INDENT, y, setting)
            y += max(len(lines) * setting.height, 8 * MM) + gap
        return marks, y + 1 * MM

    def _things(self, y: float) -> tuple[list[Mark], float]:
        """What to have at hand for all of them."""
        things = dict.fromkeys(thing for row in self.rows for thing in things_of(self.printer, row.exercise))
        if not things:
            return [], y
        text = [[Run(self.words("print_kit_things", things=self.words.locale.listed([*things])))]]
        (lines,), setting = fitted(self.type, text, WIDTH, 2 * TEXT.height, TEXT)
        return list(set_lines(self.type, lines, SIDE, y, setting)), y + len(lines) * setting.height + 6 * MM

    def _stop(self, y: float) -> tuple[list[Mark], float]:
        """When to stop, in a frame that is seen from afar."""
        inset, is_operated = 6 * MM, any(row.after_surgery for row in self.rows)
        high = STOP_HIGH + (11 * MM if is_operated else 0)
        marks: list[Mark] = [box(SIDE, y, WIDTH, high, stroke=BLACK, width=2, radius=9)]
        marks.append(self.type.line(self.words("print_kit_stop_title"), SIDE + inset, y + 4 * MM, HEAD, BOLD))
        texts = [[Run(self.words(f"print_kit_stop_{n + 1}"), n == 0)] for n in range(STOPS)]
        if is_operated:
            texts.insert(0, [Run(self.words("print_kit_surgeon"), True)])
        top, gap = y + 4 * MM + HEAD.height + 1.5 * MM, 1.6 * MM
        found, setting = fitted(self.type, texts, WIDTH - 2 * inset, y + high - top - 4 * MM, TEXT, gap)
        for lines in found:
            marks += set_lines(self.type, lines, SIDE + inset, top, setting)
            top += len(lines) * setting.height + gap
        return marks, y + high + 8 * MM

    def _ask(self, y: float) -> tuple[list[Mark], float]:
        """Whom to ask, to be filled in by the family; and what became of it."""
        marks: list[Mark] = [self.type.line(self.words("print_kit_ask_title"), SIDE, y, HEAD, BOLD)]
        y += HEAD.height + 3 * MM
        for key in ("print_kit_parents", "print_kit_doctor"):
            marks += by_hand(self.type, self.words(key, first=blank(62), second=blank(44)), SIDE, y, TEXT)
            y += ASK
        (lines,), setting = fitted(self.type, [[Run(self.words("print_kit_back"))]], WIDTH, A4[1] - BOTTOM - y, TEXT)
        marks += set_lines(self.type, lines, SIDE, y, setting)
        return marks, y + len(lines) * setting.height
