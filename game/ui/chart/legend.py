"""What the signs of a chart mean, in a row or in columns: as large as the family wants it and the row has room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.typography.lettering import SMALLEST_SHARE
from game.ui.typography.text_growth import STEP, tries

SIZE = 16.0
HIGH = 1.06  # of the type's size, from line to line
APART, GAP = 8.0, 10.0  # between a word and the next sign: at least where signs stand in equal steps, and where not


def sizes(paper: Paper, most: float) -> Iterator[float]:
    """The sizes to try, the largest first and none above `most`; down to the smallest a word may have."""
    for times in (*tries(paper.pictures.appearance.text), *(1 - n * STEP for n in range(1, 5))):
        if SIZE * times <= most or times <= SMALLEST_SHARE:
            yield SIZE * times


def columns(
    paper: Paper,
    x: float,
    step: float,
    lead: float,
    words: Sequence[Sequence[str]],
    most: float = 1.25 * SIZE,
    width: float = 0,
) -> tuple[float, list[tuple[float, float]]]:
    """The size of the words, `most` at most, and for each column where its signs begin and how wide its words may be,
    `lead` behind them: in equal steps where the widest has room so, else as near as the words before let them. All have
    `width`, 0: as many steps as there are columns."""
    said = [column for column in words if column]
    for size in sizes(paper, most):
        wide = [max(paper.pictures.text_width(w, size, SEMI_BOLD) for w in column) for column in said]
        if max(wide) <= step - lead - APART:
            break
        spare = (width or step * len(said)) - lead * len(said) - sum(wide)
        if spare >= GAP * (len(said) - 1):
            gap = min(1.6 * GAP, spare / max(1, len(said) - 1))
            return size, [(x + i * (lead + gap) + sum(wide[:i]), w + 1) for i, w in enumerate(wide)]
    return size, [(x + i * step, step - lead - APART) for i in range(len(said))]


def word(paper: Paper, text: str, size: float, x: float, y: float, width: float) -> None:
    """A word of a legend, at just that size; where it has no room, smaller and noted as any other."""
    if paper.pictures.text_width(text, size, SEMI_BOLD) <= width:
        paper.block(text, size, x, y, width, INK_2, SEMI_BOLD)
    else:
        paper.text(text, size, x, y, INK_2, SEMI_BOLD, "l", width)
