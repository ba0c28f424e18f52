"""Exercise cards, one exercise each, to be cut out: what right looks like, what does not, how much, when to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from game.core.content import Exercise, Lens, Position
from game.core.reports.handout import HandoutRow
from game.frozen import dataclass
from game.print.card_pictures import Photographer, Still, sign
from game.print.document import Run
from game.print.drawing import drawing, placed
from game.print.fit import blank, by_hand, fitted, fitting_by_hand, set_lines
from game.print.sheet import A4, MM, Mark, Sheet, Window, line, moved
from game.print.typeset import Setting, Type
from game.print.wording import Wording

EDGE = 8 * MM  # of the page, where most printers print nothing
CUT = "#777777"
INSET = 5 * MM
SHORTEST = 6.0  # millimetres of a line on which a number is written
SIGNS = (True, False)  # before what right looks like, and before the usual cheat


class CardWords(Wording, Protocol):
    """The grown-ups' words, and those for things."""

    def thing(self, id_: str) -> str: ...


class Heads(Protocol):
    """Where the friends' faces come from; the art library is one."""

    def drawing(self, name: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Printer:
    """What paper is printed with. `say` gives a line to say to the child, "" where there is none."""

    words: CardWords
    say: Callable[[str], str]
    photographer: Photographer
    heads: Heads
    type: Type

    def name(self, exercise: str) -> str:
        """An exercise's name; its id in words where the type lacks a letter of a family's own name."""
        return self._in_type(self.words.exercise(exercise), exercise.replace("_", " ").capitalize())

    def programme(self, id_: str) -> str:
        """A programme's name, likewise."""
        return self._in_type(self.words(f"programme_{id_}"), id_.replace("_", " ").capitalize())

    def form(self, exercise: str, what: str) -> str:
        """What is `right`, or the usual `cheat`; a general sentence where the type lacks a letter of it."""
        return self._in_type(self.words(f"form_{exercise}_{what}"), self.words(f"form_own_{what}"))

    def thing(self, id_: str) -> str:
        """The name of a thing to fetch, likewise."""
        return self._in_type(self.words.thing(id_), id_.replace("_", " "))

    def line(self, exercise: str) -> str:
        """What to say to the child; "" where there is nothing, or no letters for it."""
        return self._in_type(self.say(exercise), "")

    def _in_type(self, text: str, instead: str) -> str:
        return text if self.type.can_write(text) else instead


@dataclass(frozen=True, slots=True)
class CardSize:
    """How a page is divided, and the heights of a card's parts in points: face and name, the moments of the movement,
    the second row of pictures (0: the mistake stands beside them)."""

    columns: int
    rows: int
    head: float
    movement: float
    second: float
    title: float
    body: Setting


FULL = CardSize(2, 2, 14 * MM, 41.5 * MM, 26.5 * MM, 17, Setting(9.2))
LARGE_PRINT = CardSize(2, 2, 14 * MM, 48 * MM, 0, 17, Setting(11.6, leading=1.3))  # for eyes that read with glasses


def card_sheets(printer: Printer, rows: Sequence[HandoutRow], size: CardSize = FULL) -> tuple[Sheet, ...]:
    """The cards on as many pages of A4 as they take, with lines to cut along."""
    many = size.columns * size.rows
    pages = [rows[n : n + many] for n in range(0, len(rows), many)]
    return tuple(Sheet(*A4, tuple(card_page(printer, page, size))) for page in pages)


def card_page(
    printer: Printer, rows: Sequence[HandoutRow], size: CardSize, top: float = EDGE, bottom: float = A4[1] - EDGE
) -> Iterator[Mark]:  # fmt: skip
    """The cards of one page, between `top` and `bottom`."""
    wide, high = (A4[0] - 2 * EDGE) / size.columns, (bottom - top) / size.rows
    for n, row in enumerate(rows):
        for mark in _Card(printer, row, size, wide, high).marks():
            yield moved(mark, EDGE + n % size.columns * wide, top + n // size.columns * high)
    across, down = min(len(rows), size.columns), -(-len(rows) // size.columns)
    for n in range(down + 1):
        yield _cut(EDGE, top + n * high, EDGE + across * wide, top + n * high)
    for n in range(across + 1):
        yield _cut(EDGE + n * wide, top, EDGE + n * wide, top + down * high)


def _cut(x1: float, y1: float, x2: float, y2: float) -> Mark:
    """A line to cut along."""
    return replace(line(x1, y1, x2, y2, 0.8, CUT), dash=(3, 3))


class _Card:
    """One card, from (0, 0) on."""

    def __init__(self, printer: Printer, row: HandoutRow, size: CardSize, wide: float, high: float) -> None:
        self.printer, self.row, self.size, self.high = printer, row, size, high
        self.words, self.type = printer.words, printer.type
        self.left, self.right = INSET, wide - INSET

    @property
    def _exercise(self) -> Exercise:
        return self.row.exercise

    def marks(self) -> Iterator[Mark]:
        y = 3.5 * MM
        yield from self._head(y)
        y += self.size.head + 1.5 * MM
        yield from self._pictures(y)
        y += self.size.movement + (self.size.second and self.size.second + 2 * MM) + 2.2 * MM
        below = list(self._below())
        top = self.high - 3 * MM - sum(height for _, height in below)
        yield from self._how(y, top - y - 1.6 * MM)
        yield line(self.left, top - 1.2 * MM, self.right, top - 1.2 * MM, 0.7)
        for placed_, height in below:
            yield from (moved(mark, self.left, top) for mark in placed_)
            top += height

    # -------------------------------------------------------------------------------------- who and what
    def _head(self, y: float) -> Iterator[Mark]:
        face = self.size.head
        yield from friend(self.printer.heads, self._exercise.demonstration.host, self.left, y, face)
        x = self.left + face + 3 * MM
        name = self.printer.name(self._exercise.id)
        title = Setting(self.size.title, leading=1.12)
        (lines,), title = fitted(self.type, [[Run(name, True)]], self.right - x, face, title)
        yield from set_lines(self.type, lines, x, y + (face - len(lines) * title.height) / 2, title)

    def _pictures(self, y: float) -> Iterator[Mark]:
        """The movement in some moments; below it, or on a small card beside it, right and wrong from the same side."""
        photographer, exercise = self.printer.photographer, self._exercise
        wrong, gap, wide = photographer.mistake(exercise), 2 * MM, self.right - self.left
        if self.size.second:
            yield from self._row(y, self.size.movement, self._moments())
            y += self.size.movement + gap
        high = self.size.second or self.size.movement
        if wrong is None:
            also = photographer.also(exercise) if self.size.second else photographer.right(exercise)[-1]
            if also is not None:
                yield from self._row(y, high, (also,))
            return
        half, no = (wide - gap) / 2, self.words("print_card_not", exercise=self.printer.name(exercise.id))
        right = photographer.beside_mistake(exercise)
        if not self.size.second and isinstance(right, Still):
            right = photographer.right(exercise)[-1]
        alike = (right, wrong) if isinstance(right, Still) and right.rig == wrong.rig else ()
        yield from self._row(y, high, (right,), half, alike)
        frame = (self.right - half, y, half, high)
        foot = self.row.dose.foot
        if isinstance(right, Lens) and right.rig == wrong.rig:
            yield from photographer.close_up(right, frame, no, foot, wrong=wrong)
        else:
            yield from photographer.picture(wrong, frame, no, foot=foot, is_wrong=True, beside=alike)
        yield from _signed(self.right, y, is_right=False)

    def _moments(self) -> tuple[Still | Lens, ...]:
        """What the upper row shows: the movement, and one more look at it where that is not seen beside the mistake."""
        photographer, exercise = self.printer.photographer, self._exercise
        right, also = photographer.right(exercise), photographer.also(exercise)
        is_below = also == photographer.beside_mistake(exercise)
        if also is None or is_below or photographer.mistake(exercise) is None or len(right) > 2:
            return right
        return right[0], also  # the next moment stands beside the mistake

    def _row(
        self, y: float, high: float, shown: Sequence[Still | Lens], wide: float = 0, alike: Sequence[Still] = ()
    ) -> Iterator[Mark]:
        """Right pictures side by side, with one tick; those of one puppet at one size, or at that of those `alike`."""
        photographer, foot, gap = self.printer.photographer, self.row.dose.foot, 2 * MM
        yes = self.words("print_card_right", exercise=self.printer.name(self._exercise.id))
        wide = wide or self.right - self.left
        each = (wide - gap * (len(shown) - 1)) / len(shown)
        for n, one in enumerate(shown):
            frame = (self.left + n * (each + gap), y, each, high)
            if isinstance(one, Lens):
                yield from photographer.close_up(one, frame, yes, foot)
            else:
                same = alike or [other for other in shown if isinstance(other, Still) and other.rig == one.rig]
                yield from photographer.picture(one, frame, yes, foot=foot, beside=same)
        yield from _signed(self.left + wide, y, is_right=True)

    # -------------------------------------------------------------------------------------- in words
    def _how(self, top: float, room: float) -> Iterator[Mark]:
        """Right, the usual cheat and a line to say."""
        id_, words, hang, gap = self._exercise.id, self.words, 4.4 * MM, 0.9 * MM
        blocks = [[Run(self.printer.form(id_, "right"), True)], [Run(self.printer.form(id_, "cheat"))]]
        if said := self.printer.line(id_):
            blocks.append([Run(words("print_card_say", line=said))])
        wide = self.right - self.left - hang
        found, body = fitted(self.type, blocks, wide, room, self.size.body, gap)
        y = top
        for n, lines in enumerate(found):
            if n < len(SIGNS):
                yield from sign(self.left + 4.6, y + body.height / 2, is_right=SIGNS[n], r=4.2)
            yield from set_lines(self.type, lines, self.left + hang, y, body)
            y += len(lines) * body.height + gap

    def _below(self) -> Iterator[tuple[list[Mark], float]]:
        """Where and with what, how much, a line of one's own, and when to stop; each with its height."""
        words, setting = self.words, replace(self.size.body, size=self.size.body.size - 0.4)
        wide = self.right - self.left
        for text in (self._place(), self._dose()):
            lines, height = self.type.set([Run(text)], 0, 0, wide, setting)
            yield list(lines), height
        exercise = self._exercise
        own = self._own(wide, setting)
        smaller = fitting_by_hand(self.type, own, wide, setting)
        yield list(by_hand(self.type, own, 0, 1, smaller)), setting.height + 2
        stop = [words("print_card_stop_outdoors" if exercise.position is Position.OUTDOORS else "print_card_stop")]
        if self.row.after_surgery:
            stop.append(words("print_card_surgeon"))
        lines, height = self.type.set([Run(" ".join(stop), True)], 0, 1, wide, setting)
        yield list(lines), height

    def _own(self, wide: float, setting: Setting) -> str:
        """A dose of the family's own, its lines to write on as long as there is room for, and never too short for a
        number; the feet stand in the line above as well, and where there is no room for both they stand there alone."""
        key, each = f"print_own_{self._exercise.unit.value}", self._each
        first, second = self._blanks(key, each, wide, setting)
        if second < SHORTEST:
            each = ""
            first, second = (max(SHORTEST, long) for long in self._blanks(key, each, wide, setting))
        return self.words(key, first=blank(first), second=blank(second), feet=each)

    def _blanks(self, key: str, each: str, wide: float, setting: Setting) -> tuple[float, float]:
        """How long the two lines to write on may be, in millimetres."""
        free = wide - self.type.width(self.words(key, first="", second="", feet=each), setting.size)
        first, second = (min(most, share * free / MM) for most, share in ((22, 0.56), (17, 0.44)))
        return first, second

    @property
    def _each(self) -> str:
        """With which foot, or with each and which begins."""
        if foot := self.row.dose.foot:
            return " " + self.words(f"screen_{foot.value}_foot", amount="").strip()
        if first := self.row.first_foot:
            return " " + self.words("print_each_foot_first", foot=self.words(f"word_{first.value}"))
        return " " + self.words("plan_line_each_foot") if self._exercise.per_foot else ""

    def _dose(self) -> str:
        row, words, unit = self.row, self.words, self._exercise.unit.value
        if row.from_on:
            key = "print_card_from"
        else:
            key = "print_card_today" if row.is_todays else "print_card_coming" if row.is_coming else "print_card_start"
        return words(
            key,
            date=row.from_on or date.min,
            amount=words.amount(unit, row.dose.amount) + self._each,
            sets=words.amount("sets", row.dose.sets),
            most=row.limits.ramp.cap,
        )

    def _place(self) -> str:
        """Where it is done, and what is needed."""
        words, exercise = self.words, self._exercise
        where = words(f"position_{exercise.position.value}")
        things = things_of(self.printer, exercise)
        need = words("print_card_needs", things=words.locale.listed(things)) if things else words("print_card_nothing")
        return f"{words.locale.beginning(where)}. {need}" + (
            " " + words("print_card_ordered")
            if self.row.on_order and not (self.row.is_todays or self.row.is_coming)
            else ""
        )


def _signed(right: float, top: float, *, is_right: bool) -> list[Mark]:
    """A sign in a picture's upper right corner, where no foot stands."""
    return sign(right - 11.5, top + 11.5, is_right=is_right)


# ------------------------------------------------------------------------------------------ for other pages as well
def things_of(printer: Printer, exercise: Exercise) -> list[str]:
    """What is to be fetched, each with what will do instead."""
    things = []
    for thing in exercise.equipment:
        name, swap = printer.thing(thing), exercise.swaps.get(thing)
        things.append(printer.words("print_card_or", thing=name, other=printer.thing(swap)) if swap else name)
    return things


def friend(heads: Heads, name: str, x: float, y: float, size: float) -> list[Mark]:
    """A friend's face in a square."""
    face = drawing(heads.drawing(f"cast/{name}"))
    scale = size / max(face.box[2], face.box[3])
    marks = placed(face.shapes, scale, x - face.box[0] * scale, y - face.box[1] * scale)
    return [Window(x - 1, y - 1, size + 2, size + 2, 0, marks)]
