"""A page in blocks, each text already in words: what `game.print.layout` sets and `game.print.html` writes.

Both read the same blocks, so that paper and browser cannot say two things.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line."""

    text: str
    is_bold: bool = False


Runs = tuple[Run, ...]


def runs(*pieces: str | Run) -> Runs:
    """Pieces of a line; a bare text is not bold."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The page's title, lines below it, and what is written by hand at the right."""

    title: str
    lines: tuple[str, ...]
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title; it stays with what follows it."""

    text: str


@dataclass(frozen=True, slots=True)
class RunningText:
    """Lines that run on; `is_small` for what explains."""

    runs: Runs
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item hangs on a dash."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Boxes side by side: a large value and what it is."""

    boxes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One bar: planned (outline), done (solid) and what could not be played (hatched), in sessions."""

    label: str
    planned: int
    done: int
    paused: int


@dataclass(frozen=True, slots=True)
class WeekBars:
    """Sessions by week. `said` tells the same to who cannot see it."""

    bars: tuple[WeekBar, ...]
    said: str


@dataclass(frozen=True, slots=True)
class CurveLine:
    """One line of a curve: its short name, and its values by days from the first."""

    name: str
    points: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CurveCard:
    """One or two lines from zero up; `first` and `last` name the ends of the time axis."""

    title: str
    lines: tuple[CurveLine, ...]
    first: str
    last: str
    said: str


@dataclass(frozen=True, slots=True)
class Curves:
    """Small curves side by side."""

    cards: tuple[CurveCard, ...]


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A cell that shows `done` of `planned` as a bar, of at most `most`."""

    planned: int
    done: int
    most: int


Cell = str | Run | ShareBar


@dataclass(frozen=True, slots=True)
class TabularColumn:
    """A column of a table: its head, its width as a share of the page, and whether it holds numbers."""

    head: str
    width: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Tabular:
    """A table; where a page ends in it, its head is repeated."""

    columns: tuple[TabularColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """Empty lines to write on."""

    many: int


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on within a text, in millimetres."""

    width: float


@dataclass(frozen=True, slots=True)
class EmptyBox:
    """A small box to tick."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """What follows it in a cell stands below what was before."""


Piece = str | Blank | EmptyBox | NewLine


@dataclass(frozen=True, slots=True)
class TickRow:
    """One thing to be ticked: its name, and a cell for each column."""

    name: Runs
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class TickBox:
    """A framed box to be filled in by hand: fields one after another, a table whose first column (`name`) holds names,
    what explains it, and what stands at its end."""

    title: str
    fields: tuple[tuple[Piece, ...], ...]
    name: str
    heads: tuple[str, ...]
    rows: tuple[TickRow, ...]
    note: str
    end: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Two columns of blocks; `share` is the left one's part of the width. `rest` goes where there is more room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.54
    rest: tuple[Block, ...] = ()


Block = (
    Masthead | Heading | RunningText | Bullets | Figures | WeekBars | Curves | Tabular | AnswerLines | TickBox | Split
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """The whole of it. `foot` is small print at the very end, `running` the line on top of every page after the
    first. `is_rtl`: the language is read from right to left."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    foot: str
    running: str
    is_rtl: bool = False


def texts_of(document: Document) -> str:
    """Every letter it is written with, for a font that has no others."""
    return "".join(_texts(document.blocks)) + document.title + document.foot + document.running


def _texts(values: object) -> Sequence[str]:
    """The texts inside blocks, whatever they are nested in."""
    if isinstance(values, str):
        return [values]
    if isinstance(values, tuple):
        return [text for value in values for text in _texts(value)]
    names = getattr(type(values), "__slots__", ())
    return [text for name in names for text in _texts(getattr(values, name))]
