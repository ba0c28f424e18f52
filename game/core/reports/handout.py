"""What a family takes along on paper: which exercises, at which dose, within which bounds.

Of a programme as it begins, or of a child as it stands today. What rests after pain is not handed out, and nothing is
while a child may not play: paper opens no lock. Paper is for the days to come: where something was ordered today it has
what counts from tomorrow. Days that are paused because the child is ill or away close nothing:
paper is for what comes after them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from game.core.content import Catalogue, Exercise, Foot, Programme
from game.core.days import plus
from game.core.events import DaysPlanned, PauseReason
from game.core.history.history import Child
from game.core.history.plays import plays_since
from game.core.quest import Reason
from game.core.reports.planned import EVERY_SLOT, plan_on
from game.core.rules import reasons
from game.core.rules.dose import Dose, Limits, limits
from game.core.rules.journey import aside, journey
from game.core.rules.ordered_feet import first_ordered
from game.core.rules.ordering import order_rows
from game.core.rules.state import (
    AFTER_SURGERY,
    GROWN_UP,
    ChildState,
    in_play,
    is_locked,
    is_ordered_on,
    is_resting,
    limits_of,
    needs_surgeon,
    offered,
)
from game.frozen import dataclass

RECENT = 28  # days; what was played in them most stands first in a kit


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """One exercise. `dose` is today's (`is_todays`) or the first; `limits` are the game's bounds of it now, `may_order`
    those of a therapist's order, which a half dose after an operation does not narrow: it binds beside it. `on_order`:
    only a therapist's order brings it into play; `after_surgery`: only the surgeon's word does. `from_on`: the dose, or
    that it is off, counts from that day (None: it does already). `is_coming`: ordered on, and waits for room. `is_off`:
    out of play. `is_resting`: in play, and rests after pain. `first_foot` was ordered to begin where both work."""

    exercise: Exercise
    dose: Dose
    limits: Limits
    may_order: Limits
    is_todays: bool = False
    on_order: bool = False
    after_surgery: bool = False
    from_on: date | None = None
    is_coming: bool = False
    is_off: bool = False
    is_resting: bool = False
    first_foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class Handout:
    """`rows` are the whole programme in its order, a child's in that of the page for a therapist's order; `cards` those
    that are handed out as cards, `in_play` what is done now, what is used most first, `chart` the rows of the
    wall chart as the page has them that it is typed into: what is in play, what rests there too, and what is ordered to
    come in these weeks. `planned` is what the family means to play. `closed` says why a child may not play, and then
    nothing is handed out."""

    programme: str
    friend: str
    rows: tuple[HandoutRow, ...]
    cards: tuple[HandoutRow, ...]
    in_play: tuple[HandoutRow, ...]
    chart: tuple[HandoutRow, ...]
    planned: DaysPlanned = EVERY_SLOT
    closed: tuple[Reason, ...] = ()


def of_programme(catalogue: Catalogue, id_: str) -> Handout:
    """A programme as it begins, for anybody. KeyError for one that is not there."""
    programme = catalogue.programmes[id_]
    rows = []
    for name in _everything(programme):
        exercise = catalogue.exercises[name]
        is_operated, on_order = id_ == AFTER_SURGERY, name in programme.on_order
        bounds = limits(catalogue.rules, exercise, half=is_operated, grown_up=id_ == GROWN_UP)
        most = limits(catalogue.rules, exercise, grown_up=id_ == GROWN_UP)
        rows.append(HandoutRow(exercise, bounds.first, bounds, most, on_order=on_order, after_surgery=is_operated))
    friend = rows[0].exercise.demonstration.host if rows else "bo"
    playing = tuple(row for row in rows if row.exercise.id in programme.exercises)
    return Handout(id_, friend, tuple(rows), tuple(rows), playing, playing)


def of_child(catalogue: Catalogue, child: Child, day: date) -> Handout:
    """A child as it stands on that game day. ValueError for one without a programme."""
    state, from_on = journey(catalogue, child, day).now(day), None
    today = _doses(catalogue, state, day)
    place = {row.exercise: n for n, row in enumerate(order_rows(catalogue, state, day))}
    if state.orders_told:
        own, from_on = aside(catalogue, child, day), plus(day, 1)
        day = from_on
        state = journey(own, child, day).morning(day)
    if state.programme is None or state.programme not in catalogue.programmes:
        raise ValueError(f"{child.id} follows no programme")
    programme = catalogue.programmes[state.programme]
    closed = _closed(catalogue, state, day)
    now = () if closed else offered(catalogue, state, day)
    rows, then = [], _doses(catalogue, state, day)
    for name in _everything(programme):
        exercise = catalogue.exercises[name]
        bounds, track = limits_of(catalogue, state, exercise, day), state.tracks.get(name)
        dose, on_order = (track.dose if track else bounds.first), name in programme.on_order
        most = limits(catalogue.rules, exercise, grown_up=state.programme == GROWN_UP)
        rows.append(
            HandoutRow(
                exercise, dose, bounds, most, track is not None, on_order, needs_surgeon(state),
                from_on=from_on if today.get(name) != then.get(name) else None,
                is_coming=track is None and is_ordered_on(state, name) and not is_resting(state, name, day),
                is_off=state.switched.get(name) is False,
                is_resting=is_resting(state, name, day),
                first_foot=first_ordered(state.orders.get(name), exercise),
            )
        )  # fmt: skip
    often = Counter(play.exercise for play in plays_since(child, plus(day, -RECENT)))
    playing = sorted((row for row in rows if row.exercise.id in now), key=lambda row: -often[row.exercise.id])
    coming = [] if closed else [row for row in rows if row.is_coming]
    listed = () if closed else in_play(catalogue, state)
    chart = sorted((row for row in rows if row.exercise.id in listed), key=lambda row: listed.index(row.exercise.id))
    rows.sort(key=lambda row: place.get(row.exercise.id, len(place)))  # the walk outdoors, which nobody orders, is last
    cards, planned = (*playing, *coming), plan_on(child, day)
    return Handout(
        state.programme, child.animal, tuple(rows), cards, tuple(playing), (*chart, *coming), planned, closed
    )


def _doses(catalogue: Catalogue, state: ChildState, day: date) -> Mapping[str, tuple[Dose, Foot | None]]:
    """What is offered on that day, at which dose and with which foot first."""
    exercises, orders = catalogue.exercises, state.orders
    return {
        name: (state.tracks[name].dose, first_ordered(orders.get(name), exercises[name]))
        for name in offered(catalogue, state, day)
    }


def _closed(catalogue: Catalogue, state: ChildState, day: date) -> tuple[Reason, ...]:
    """Why nothing may be played, and not only on the days of a pause the family made for itself."""
    is_free = state.pause in (PauseReason.ILL, PauseReason.AWAY) and state.stopped_on is None
    if is_free and not is_locked(catalogue, state, day) and offered(catalogue, state, day):
        return ()
    return reasons.of_rest(catalogue, state, day)


def _everything(programme: Programme) -> tuple[str, ...]:
    return (*programme.exercises, *programme.on_order, *programme.beside)
