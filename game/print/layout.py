"""Blocks set on sheets of A4: what stands where, and where a page ends.

A block that does not fit the rest of a page begins the next one, a box to tick once what follows it has filled this;
lists and tables may be divided between their items, and a heading never stays behind alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from game.frozen import dataclass
from game.print.charts import curve_card, share_bar, week_bars
from game.print.document import (
    AnswerLines,
    Block,
    Bullets,
    Cell,
    Curves,
    Document,
    Figures,
    Heading,
    Masthead,
    Run,
    RunningText,
    ShareBar,
    Split,
    Tabular,
    TickBox,
    WeekBars,
)
from game.print.fit import Lines, fitted, set_lines
from game.print.mirrored import in_reading_order
from game.print.order_form import order_columns, pieces_marks, width_of
from game.print.sheet import A4, BLACK, BOLD, MM, REGULAR, Mark, Sheet, box, line, moved
from game.print.typeset import Setting, Type

SIDE, TOP, BOTTOM = 13 * MM, 11 * MM, 9 * MM
WIDTH = A4[0] - 2 * SIDE
DIM, RULE, FAINT = "#55485A", "#AAAAAA", "#777777"
BODY, SMALL, HEAD, TITLE = Setting(9.2, leading=1.32), Setting(8.2, DIM), Setting(10.2), Setting(16, leading=1.2)
TABLE_HEAD, FOOT, VALUE = Setting(7.8, leading=1.2), Setting(7.2, DIM, 1.25), Setting(15, leading=1.2)
HANG = 9.6  # points an item hangs in
FEWEST_ROWS = 3  # of a table below its heading, before a page ends
BETWEEN = 1.6  # points between two items
CELL = 3.0  # points left and right in a cell
ANSWER, LINE = 17.0, 15.5  # points from line to line: to write on, and of the box to tick
INSET = 9.6  # points from the box's frame to what stands in it
TICK_NAME = 118.0  # points: how wide the name of a row to tick is at least
CARDS = 3  # curves side by side
BY_HAND, WRITTEN = Setting(8.4), 44 * MM  # beside the title: what is written there by hand, and how long its lines are
Placed = tuple[list[Mark], float]  # marks from (0, 0) on, and how high they are


@dataclass(frozen=True, slots=True)
class Spacing:
    """How close things stand, in points: two blocks from one another, and how high a row to tick is."""

    gap: float
    tick_row: float


USUAL, CLOSE = Spacing(6.5, 5 * MM), Spacing(3.2, 4.2 * MM)


def sheets(document: Document, type_: Type) -> tuple[Sheet, ...]:
    """The document on as many pages as it takes; from two on each says which it is."""
    usual = _Pages(document, type_, USUAL).filled()
    if len(usual) > 1:  # a last page that holds little more than the small print is worth closer lines
        close = _Pages(document, type_, CLOSE).filled()
        if len(close) < len(usual):
            return close
    return usual


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a block that is never divided; `head` stands above it where it begins a page."""

    placed: Placed
    gap: float = 0.0
    head: Placed | None = None


class _Pages:
    def __init__(self, document: Document, type_: Type, spacing: Spacing) -> None:
        self.document, self.type, self.spacing = document, type_, spacing
        self.pages: list[list[Mark]] = [[]]
        self.y = TOP
        self.waiting: list[TickBox] = []  # for the top of the next page: what follows fills the rest of this one

    def filled(self) -> tuple[Sheet, ...]:
        blocks = self.document.blocks
        for block, follows in zip(blocks, (*blocks[1:], None), strict=True):
            self._put(block, follows if isinstance(block, Heading) else None)
        while self.waiting:
            self._turn()
        self._add(_Part(self.type.set([Run(self.document.foot)], 0, 0, WIDTH, FOOT)))
        many = len(self.pages)
        for n, marks in enumerate(self.pages):
            if many > 1:
                marks.append(self.type.line(f"{n + 1} / {many}", A4[0] - SIDE, A4[1] - BOTTOM, FOOT, align="r"))
        pages = (Sheet(*A4, tuple(marks)) for marks in self.pages)
        return tuple(in_reading_order(page, self.type, self.document.is_rtl) for page in pages)

    @property
    def _room(self) -> float:
        return A4[1] - BOTTOM - self.y

    def _put(self, block: Block, follows: Block | None) -> None:
        """A block whole where it fits, else in its parts; a heading with the first part of what follows it."""
        parts = list(_parts(self.type, block, self.spacing))
        whole = sum(part.placed[1] + part.gap for part in parts[:-1]) + parts[-1].placed[1]
        if follows is not None:
            few = 1 + FEWEST_ROWS if isinstance(follows, Tabular) else 1
            whole += sum(part.placed[1] for part in islice(_parts(self.type, follows, self.spacing), few))
        if len(parts) == 1 and whole > self._room:
            if isinstance(block, TickBox):
                self.waiting.append(block)
                return
            self._turn()
        for part in parts:
            self._add(part)

    def _add(self, part: _Part) -> None:
        if part.placed[1] > self._room:
            self._turn()
            if part.head:
                self._set(part.head, 0.0)
        self._set(part.placed, part.gap)

    def _set(self, placed: Placed, gap: float) -> None:
        self.pages[-1] += [moved(mark, SIDE, self.y) for mark in placed[0]]
        self.y += placed[1] + gap

    def _turn(self) -> None:
        self.pages.append([self.type.line(self.document.running, SIDE, TOP, SMALL)])
        self.y = TOP + SMALL.height + self.spacing.gap
        if self.waiting:
            self._set(drawn(self.type, self.waiting.pop(0), WIDTH, self.spacing), self.spacing.gap)


def _parts(type_: Type, block: Block, spacing: Spacing) -> Iterator[_Part]:
    """What a page may end between."""
    gap = spacing.gap
    match block:
        case Bullets(items):
            for n, item in enumerate(items):
                yield _Part(drawn(type_, Bullets((item,)), WIDTH), gap if n == len(items) - 1 else BETWEEN)
        case Tabular(columns, rows):
            head = drawn(type_, Tabular(columns, ()), WIDTH)
            yield _Part(head)
            for n, row in enumerate(rows):
                yield _Part(_row(type_, block, row, WIDTH), gap if n == len(rows) - 1 else 0.0, head)
        case Heading():
            yield _Part(drawn(type_, block, WIDTH), 1.6)
        case _:
            yield _Part(drawn(type_, block, WIDTH, spacing), gap)


# ------------------------------------------------------------------------------------------ each block
def drawn(type_: Type, block: Block, width: float, spacing: Spacing = USUAL) -> Placed:
    """A block as marks from (0, 0) on, and how high it is."""
    match block:
        case Masthead():
            return _masthead(type_, block, width)
        case Heading(text):
            return [type_.line(text, 0, 0, HEAD, BOLD)], HEAD.height
        case RunningText(pieces, is_small):
            marks, height = type_.set(pieces, 0, 0, width, SMALL if is_small else BODY)
            return list(marks), height
        case Bullets():
            return _bullets(type_, block, width)
        case Figures():
            return _figures(type_, block, width)
        case WeekBars():
            return week_bars(type_, block, width)
        case Curves():
            return _curves(type_, block, width)
        case Tabular():
            return _grid(type_, block, width)
        case AnswerLines(many):
            return [line(0, ANSWER * (n + 1), width, ANSWER * (n + 1), 0.7, FAINT) for n in range(many)], ANSWER * many
        case TickBox():
            return _tick_box(type_, block, width, spacing.tick_row)
        case Split():
            return _split(type_, block, width)


def _masthead(type_: Type, head: Masthead, width: float) -> Placed:
    by_hand, written, left = BY_HAND, WRITTEN, _title_room(type_, head, width)
    (lines,), setting = fitted(type_, [[Run(head.title, True)]], left, TITLE.height, TITLE)
    marks: list[Mark] = list(set_lines(type_, lines, 0, 0, setting))
    end = len(lines) * setting.height + 1
    for text in head.lines:
        below, end = type_.set([Run(text)], 0, end, left, Setting(BODY.size, DIM, 1.3))
        marks += below
    step = 14.5
    for n, text in enumerate(head.blanks):
        top = end - step * (len(head.blanks) - n)
        marks.append(type_.line(text, width - written - 3, top, by_hand, align="r"))
        marks.append(line(width - written, top + step - 3.2, width, top + step - 3.2, 0.7, FAINT))
    marks.append(line(0, end + 4.5, width, end + 4.5, 1.7))
    return marks, end + 5.5


def title_setting(type_: Type, head: Masthead, width: float) -> Setting:
    """How a page's title is set: as large as it fits one line beside what is written by hand."""
    return fitted(type_, [[Run(head.title, True)]], _title_room(type_, head, width), TITLE.height, TITLE)[1]


def _title_room(type_: Type, head: Masthead, width: float) -> float:
    """In points."""
    labels = max((type_.width(text, BY_HAND.size) for text in head.blanks), default=0.0)
    return width - WRITTEN - labels - 12


def _bullets(type_: Type, block: Bullets, width: float) -> Placed:
    marks: list[Mark] = []
    y = 0.0
    for n, item in enumerate(block.items):
        y += BETWEEN if n else 0.0
        marks.append(type_.line("\u2013", 0, y, BODY))
        lines, y = type_.set(item, HANG, y, width - HANG, BODY)
        marks += lines
    return marks, y


def _figures(type_: Type, block: Figures, width: float) -> Placed:
    gap, inset = 6.8, 6.8
    wide = (width - gap * (len(block.boxes) - 1)) / len(block.boxes)
    below = Setting(8.6)
    texts = [type_.set([Run(text)], inset, 0, wide - 2 * inset, below) for _, text in block.boxes]
    high = VALUE.height + max(height for _, height in texts) + 9
    marks: list[Mark] = []
    for n, ((value, _), (lines, _)) in enumerate(zip(block.boxes, texts, strict=True)):
        x = n * (wide + gap)
        marks.append(box(x, 0, wide, high, stroke=BLACK, width=0.9, radius=5.7))
        size = min(VALUE.size, VALUE.size * (wide - 2 * inset) / max(1.0, type_.width(value, VALUE.size, BOLD)))
        marks.append(type_.line(value, x + inset, 3.5, Setting(size, leading=VALUE.height / size), BOLD))
        marks += [moved(mark, x, 3.5 + VALUE.height) for mark in lines]
    return marks, high


def _curves(type_: Type, block: Curves, width: float) -> Placed:
    gap = 14.0
    wide = (width - gap * (CARDS - 1)) / CARDS
    marks: list[Mark] = []
    high = 0.0
    for n, card in enumerate(block.cards):
        placed, height = curve_card(type_, card, wide)
        marks += [moved(mark, n * (wide + gap), 0) for mark in placed]
        high = max(high, height)
    return marks, high


def _split(type_: Type, block: Split, width: float) -> Placed:
    gap = 17.0
    left = (width - gap) * block.share
    wide = (left, width - gap - left)
    both = [_column(type_, column, w) for column, w in zip((block.left, block.right), wide, strict=True)]
    if block.rest:
        short = 0 if both[0][1] <= both[1][1] else 1
        both[short] = _column(type_, ((block.left, block.right)[short] + block.rest), wide[short])
    marks = [*both[0][0], *(moved(mark, left + gap, 0) for mark in both[1][0])]
    return marks, max(both[0][1], both[1][1])


def _column(type_: Type, blocks: Sequence[Block], width: float) -> Placed:
    marks: list[Mark] = []
    y = 0.0
    for n, one in enumerate(blocks):
        y += (USUAL.gap if isinstance(one, Heading) else 2.0) if n else 0.0
        placed, height = drawn(type_, one, width)
        marks += [moved(mark, 0, y) for mark in placed]
        y += height
    return marks, y


# ------------------------------------------------------------------------------------------ tables
def _places(type_: Type, block: Tabular, width: float) -> list[tuple[float, float]]:
    """Left end and width of each column: its share, but no head's word is broken while others have room to give."""
    whole = sum(column.width for column in block.columns)
    shares = [column.width / whole * width for column in block.columns]
    needed = [2 * CELL + _widest_word(type_, column.head, TABLE_HEAD, BOLD) for column in block.columns]
    spare = sum(max(0.0, share - need) for share, need in zip(shares, needed, strict=True))
    short = sum(max(0.0, need - share) for share, need in zip(shares, needed, strict=True))
    if 0 < short <= spare:
        left = 1 - short / spare  # of what each has to spare
        shares = [need + max(0.0, share - need) * left for share, need in zip(shares, needed, strict=True)]
    out, x = [], 0.0
    for share in shares:
        out.append((x, share))
        x += share
    return out


def _widest_word(type_: Type, text: str, setting: Setting, weight: str = REGULAR) -> float:
    """In points."""
    return max((type_.width(type_.written(word), setting.size, weight) for word in text.split(" ")), default=0.0)


def _grid(type_: Type, block: Tabular, width: float) -> Placed:
    heads = [
        type_.lines([Run(column.head, True)], wide - 2 * CELL, TABLE_HEAD)
        for column, (_, wide) in zip(block.columns, _places(type_, block, width), strict=True)
    ]
    high = max(len(lines) for lines in heads) * TABLE_HEAD.height
    marks: list[Mark] = []
    for column, (x, wide), lines in zip(block.columns, _places(type_, block, width), heads, strict=True):
        for n, row in enumerate(lines):
            top = high - (len(lines) - n) * TABLE_HEAD.height
            text = "".join(run.text for _, run in row)
            at, align = (x + wide - CELL, "r") if column.is_number else (x + CELL, "l")
            marks.append(type_.line(text, at, top, TABLE_HEAD, BOLD, align))
    marks.append(line(0, high + 1.5, width, high + 1.5, 0.9))
    y = high + 2
    for cells in block.rows:
        placed, height = _row(type_, block, cells, width)
        marks += [moved(mark, 0, y) for mark in placed]
        y += height
    return marks, y


def _unbroken(type_: Type, text: str, width: float, setting: Setting) -> Setting:
    """The setting, or a smaller one in which no word of it is wider than a line: half a number is another number."""
    widest = _widest_word(type_, text, setting)
    if widest <= width:
        return setting
    size = setting.size * width / widest
    return Setting(size, setting.colour, setting.height / size)


def _row(type_: Type, block: Tabular, cells: Sequence[Cell], width: float) -> Placed:
    setting = Setting(8.6, leading=1.22)
    columns = list(zip(block.columns, _places(type_, block, width), cells, strict=True))
    texts, sizes = dict[int, Lines](), dict[int, Setting]()
    for n, (column, (_, wide), cell) in enumerate(columns):
        if not isinstance(cell, ShareBar):
            run = cell if isinstance(cell, Run) else Run(cell)
            sizes[n] = _unbroken(type_, run.text, wide - 2 * CELL, setting) if column.is_number else setting
            texts[n] = type_.lines([run], wide - 2 * CELL, sizes[n])
    high = max([1, *(len(lines) for lines in texts.values())]) * setting.height
    marks: list[Mark] = []
    for n, (column, (x, wide), cell) in enumerate(columns):
        if isinstance(cell, ShareBar):
            bar = share_bar(cell.planned, cell.done, cell.most, wide - 3 * CELL, 6.4)
            marks += [moved(mark, x + CELL, 2 + (high - 6.4) / 2) for mark in bar]
            continue
        for k, row in enumerate(texts[n]):
            text = "".join(run.text for _, run in row)
            weight = BOLD if isinstance(cell, Run) and cell.is_bold else REGULAR
            at, align = (x + wide - CELL, "r") if column.is_number else (x + CELL, "l")
            marks.append(type_.line(text, at, 2 + k * setting.height, sizes[n], weight, align))
    marks.append(line(0, high + 3.5, width, high + 3.5, 0.5, RULE))
    return marks, high + 3.5


# ------------------------------------------------------------------------------------------ by hand
def _tick_box(type_: Type, block: TickBox, width: float, tick_row: float) -> Placed:
    room = width - 2 * INSET
    marks, y = type_.set([Run(block.title, True)], INSET, 7, room, HEAD)
    y += 2
    placed, height = _tick_fields(type_, block, room)
    marks += [moved(mark, INSET, y) for mark in placed]
    y += height
    if block.rows:
        placed, height = _tick_table(type_, block, room, tick_row)
        marks += [moved(mark, INSET, y) for mark in placed]
        y += height + 3
    if block.note:
        placed, y = type_.set([Run(block.note)], INSET, y, room, SMALL)
        marks += placed
    if block.end:
        marks += pieces_marks(type_, block.end, INSET, y + 4, BODY)
        y += LINE + 4
    return [box(0, 0, width, y + 4, stroke=BLACK, width=1.4, radius=6.8), *marks], y + 4


def _tick_fields(type_: Type, block: TickBox, width: float) -> Placed:
    """One after another, as many as fit a line."""
    marks: list[Mark] = []
    x = y = 0.0
    for pieces in block.fields:
        wide = width_of(type_, pieces, SMALL)
        if x and x + wide > width:
            x, y = 0.0, y + LINE
        marks += pieces_marks(type_, pieces, x, y, replace(SMALL, colour=BLACK))
        x += wide + 3 * CELL
    return marks, y + LINE + 2 if block.fields else 0.0


def _tick_table(type_: Type, block: TickBox, width: float, high: float) -> Placed:
    small = replace(SMALL, colour=BLACK)
    columns = order_columns(type_, block.heads, [row.cells for row in block.rows], width, TICK_NAME, small)
    heads = zip((0.0, *columns.places), (block.name, *block.heads), strict=True)
    marks: list[Mark] = [type_.line(head, x, 0, columns.setting, BOLD) for x, head in heads]
    y = small.height + 1
    for row in block.rows:
        marks.append(line(0, y, width, y, 0.5, RULE))
        (lines,), setting = fitted(type_, [row.name], columns.places[0] - 2 * CELL, high, small)
        marks += set_lines(type_, lines, 0, y + (high - len(lines) * setting.height) / 2, setting)
        top = y + (high - columns.setting.height) / 2
        for x, pieces in zip(columns.places, row.cells, strict=True):
            marks += pieces_marks(type_, pieces, x, top, columns.setting)
        y += high
    return marks, y
