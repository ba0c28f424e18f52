"""What of each day's exercises is written down, and what may still be told: the wall chart as the records know it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from game.core.content import Catalogue, Slot
from game.core.days import plus
from game.core.events import Grade
from game.core.history.history import Child
from game.core.history.plays import plays_since
from game.core.quest import Reason
from game.core.rules.away import Tick, still_counts, why_closed
from game.core.rules.journey import Journey, journey
from game.core.rules.state import in_play, programme_order
from game.frozen import dataclass

Place = tuple[date, Slot, str]  # an exercise of a slot


class CellKind(StrEnum):
    """What is known of one exercise in one slot."""

    OPEN = "open"  # nothing yet: it may be told
    PLAYED = "played"  # played here
    AWAY = "away"  # told from away in time
    LATER = "later"  # told for the record
    CLOSED = "closed"  # it may not be told; `why`


@dataclass(frozen=True, slots=True)
class ChartCell:
    """One exercise in one slot. `counts`: what is told of it now counts, else it is for the record. `grade` and `score`
    are what was told of it, None for not yet and for no pain."""

    kind: CellKind
    counts: bool
    grade: Grade | None = None
    score: int | None = None
    why: Reason | None = None


def chart_cells(
    catalogue: Catalogue, child: Child, days: Sequence[date], exercises: Sequence[str], day: date, begun: Slot
) -> Mapping[Place, ChartCell]:
    """Every exercise in both slots of these days, as seen on the game day `day`, on which the slot `begun` is the last
    that has begun."""
    way = journey(catalogue, child, day)
    told = _written(child, days)
    cells: dict[Place, ChartCell] = {}
    for on in days:
        for slot in Slot:
            for exercise in exercises:
                place = (on, slot, exercise)
                cells[place] = told.get(place) or _open(way, Tick(*place), day, begun)
    return cells


def _written(child: Child, days: Sequence[date]) -> dict[Place, ChartCell]:
    wanted = set(days)
    later = {(row.told.on, row.told.slot, row.told.exercise): row.told for row in child.later if row.told.on in wanted}
    cells = {place: ChartCell(CellKind.LATER, False, told.grade, told.score) for place, told in later.items()}
    for a in plays_since(child, min(days)):
        if a.on in wanted:
            kind = CellKind.AWAY if a.away else CellKind.PLAYED
            cells[a.on, a.slot, a.exercise] = ChartCell(kind, True, a.grade, a.ouch)
    return cells


def _open(way: Journey, tick: Tick, day: date, begun: Slot) -> ChartCell:
    refusal = why_closed(way, tick, day, begun)
    counts = still_counts(way.catalogue, way.child, tick, day)
    return ChartCell(CellKind.OPEN if refusal is None else CellKind.CLOSED, counts, why=refusal)


def chart_exercises(
    catalogue: Catalogue, child: Child, first: date, last: date, day: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:  # fmt: skip
    """The exercises a chart of those days lists: those in play on one of them, and those that had not come yet, each in
    the programme's order; without what was left out, and without walks outdoors, told on a page of their own."""
    way = journey(catalogue, child, day)
    playing: dict[str, None] = {}
    coming: dict[str, None] = {}
    on = min(last, day)
    while on >= first:
        state = way.now(on)
        playing |= dict.fromkeys(in_play(catalogue, state))
        coming |= dict.fromkeys(programme_order(catalogue, state))
        on = plus(on, -1)
    return tuple(playing), tuple(exercise for exercise in coming if exercise not in playing)
