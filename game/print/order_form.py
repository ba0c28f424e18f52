"""The fields of a therapist's order on paper, as the game's page for it has them: the same ones, in the same order and
words, so that what was ticked is typed in line by line. The sheet and the box on the doctor's page are drawn of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.core.content import Exercise, Unit
from game.core.rules.dose import Limits
from game.core.rules.ordering import HEAD_PARTS, ROW_PARTS, OrderPart
from game.frozen import dataclass
from game.print.document import Blank, EmptyBox, NewLine, Piece
from game.print.fit import BELOW, STEP, TO_WRITE
from game.print.sheet import BLACK, BOLD, MM, Mark, box, line
from game.print.typeset import Setting, Type
from game.print.wording import Wording

# How much room there is to write, in millimetres.
HEAD_ROOM = {OrderPart.WHO: 34.0, OrderPart.SAID_ON: 17.0, OrderPart.HOLD: 17.0, OrderPart.VISIT: 17.0}
AMOUNT_ROOM = 9.0
TICK = 3.4 * MM  # side of a box to tick
AFTER_TICK, BETWEEN_PIECES, BETWEEN_COLUMNS = 0.8 * MM, 1.5 * MM, 3 * MM
SMALLEST = 7.4  # points
Cells = tuple[tuple[Piece, ...], ...]


def label(words: Wording, part: OrderPart) -> str:
    """What the game's page calls a field."""
    return words(f"ordered_{part}")


def head_fields(words: Wording) -> tuple[tuple[Piece, ...], ...]:
    """What holds for all of it, each with a line to write on."""
    return tuple((label(words, part), Blank(HEAD_ROOM[part])) for part in HEAD_PARTS)


def row_heads(words: Wording) -> tuple[str, ...]:
    """The names of the fields of an exercise."""
    return tuple(label(words, part) for part in ROW_PARTS)


def row_fields(
    words: Wording, exercise: Exercise, most: Limits, starts: str, ordered: str = "", *, has_first: bool = False
) -> Cells:
    """The fields of one exercise with the game's bounds beside them; `starts` says where the start is now, `ordered`
    the most that is ordered already, where that is less than the game's. `has_first`: below the feet stands which of
    both begins; where there is no room for it, a sentence says how to write it."""
    cap = amount_text(words, exercise, most.ramp.cap)
    fields = {
        OrderPart.PLAYS: _ticks(words("ordered_on"), words("ordered_off")),
        OrderPart.FOOT: (words("ordered_both"),),
        OrderPart.START: (Blank(AMOUNT_ROOM), starts),
        OrderPart.CAP: (
            Blank(AMOUNT_ROOM),
            words("ordered_of", amount=cap),
            *((f"({words('doctor_tick_ordered', amount=ordered)})",) if ordered else ()),
        ),
        OrderPart.SETS: _ticks(*(str(n + 1) for n in range(most.most_sets))),
    }
    if exercise.per_foot:
        feet = [words(f"ordered_{foot}") for foot in ("left", "both", "right")]
        left, both, right = reversed(feet) if words.locale.is_rtl else feet  # as they stand, on a mirrored sheet
        begins = (NewLine(), words("ordered_first"), *_ticks(left, right)) if has_first else ()
        fields[OrderPart.FOOT] = (*_ticks(left, both, right), *begins)
    return tuple(fields[part] for part in ROW_PARTS)


def amount_text(words: Wording, exercise: Exercise, amount: int) -> str:
    """Seconds as such; what is counted is a number among numbers."""
    timed = exercise.unit in (Unit.SECONDS, Unit.MINUTES)
    return words(f"short_{exercise.unit.value}", n=amount) if timed else words.number(amount)


def _ticks(*labels: str) -> tuple[Piece, ...]:
    return tuple(piece for text in labels for piece in (EmptyBox(), text))


# ------------------------------------------------------------------------------------------ drawing
@dataclass(frozen=True, slots=True)
class OrderColumns:
    """Where the fields of an exercise begin, from the left end of its row, and how they are set; what is left of them
    is its name's."""

    places: tuple[float, ...]
    setting: Setting


def order_columns(
    type_: Type, heads: Sequence[str], rows: Sequence[Cells], width: float, name: float, setting: Setting
) -> OrderColumns:  # fmt: skip
    """Each column as wide as its widest cell; set smaller where the name would be left with less than `name` points."""
    while True:
        wide = [
            max([type_.width(head, setting.size, BOLD), *(width_of(type_, row[n], setting) for row in rows)])
            for n, head in enumerate(heads)
        ]
        left = width - sum(wide) - BETWEEN_COLUMNS * (len(wide) - 1)
        if left >= name or setting.size - STEP < SMALLEST:
            break
        setting = replace(setting, size=setting.size - STEP)
    places = []
    for one in wide:
        places.append(left)
        left += one + BETWEEN_COLUMNS
    return OrderColumns(tuple(places), setting)


def width_of(type_: Type, pieces: Sequence[Piece], setting: Setting) -> float:
    """How wide pieces beside one another are, in points."""
    return max((ends for _, _, ends in _placed(type_, pieces, 0.0, setting)), default=0.0)


def height_of(pieces: Sequence[Piece], setting: Setting) -> float:
    """How high their lines are, in points."""
    return setting.height * (1 + pieces.count(NewLine()))


def pieces_marks(type_: Type, pieces: Sequence[Piece], x: float, top: float, setting: Setting) -> Iterator[Mark]:
    """Pieces beside one another from (x, top) on, boxes and lines about the letters' height."""
    for piece, begins, ends in _placed(type_, pieces, x, setting):
        match piece:
            case NewLine():
                top += setting.height
            case EmptyBox():
                y = top + (setting.height - TICK) / 2
                yield box(begins, y, TICK, TICK, stroke=BLACK, width=0.9, radius=1.6)
            case Blank():
                y = type_.base(top, setting) + BELOW
                yield line(begins, y, ends, y, 0.7, TO_WRITE)
            case text:
                yield type_.line(text, begins, top, setting)


def _placed(
    type_: Type, pieces: Sequence[Piece], x: float, setting: Setting
) -> Iterator[tuple[Piece, float, float]]:  # fmt: skip
    """Each piece, where it begins and where it ends; a text is close to the box or line before it."""
    left = x
    for n, piece in enumerate(pieces):
        if isinstance(piece, NewLine):
            x = left
        elif n and not isinstance(pieces[n - 1], NewLine):
            x += BETWEEN_PIECES if isinstance(piece, EmptyBox) else AFTER_TICK
        begins = x
        match piece:
            case NewLine():
                pass
            case EmptyBox():
                x += TICK
            case Blank(wide):
                x += wide * MM
            case text:
                x += type_.width(type_.written(text), setting.size)
        yield piece, begins, x
