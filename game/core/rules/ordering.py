"""Writing a therapist's order down: what stands, within which bounds a value may be, and what is refused and why.

The game's caps are the most an order may say. A half dose after an operation passes, so it bounds no order: it binds
beside it until it is over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from game.core.content import Catalogue, Exercise, Unit
from game.core.days import plus
from game.core.events import ExerciseOrdered, Fact, OrderWritten
from game.core.history.history import Child
from game.core.numbers import Why
from game.core.quest import Reason, reason
from game.core.rules.dose import Dose, Limits, limits
from game.core.rules.dose_changes import dose_again
from game.core.rules.joining import joins_next
from game.core.rules.journey import aside, journey
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.rewards import RefusedByRules, programme_exercises
from game.core.rules.state import (
    GROWN_UP,
    ChildState,
    comes_again,
    comes_on_order,
    hold_let_go,
    in_play,
    is_ordered_on,
    is_playable,
    is_resting,
    rises_as_ordered,
)
from game.core.rules.supposing import supposing
from game.frozen import dataclass

MIDDAY = 12  # an hour that belongs to its own date as a game day


class OrderPart(StrEnum):
    """A field of the page."""

    WHO = "who"
    SAID_ON = "said_on"
    HOLD = "hold"
    VISIT = "visit"
    PLAYS = "plays"
    FOOT = "foot"
    START = "start"
    CAP = "cap"
    SETS = "sets"


# What a therapist fills in, once for the page and once for each exercise: the game's page, the sheet and the box that
# are ticked on paper have these fields in this order.
HEAD_PARTS = (OrderPart.WHO, OrderPart.SAID_ON, OrderPart.HOLD, OrderPart.VISIT)
ROW_PARTS = (OrderPart.PLAYS, OrderPart.FOOT, OrderPart.START, OrderPart.CAP, OrderPart.SETS)


class Standing(StrEnum):
    """Where an exercise stands for who orders."""

    IN_PLAY = "in_play"
    RESTS = "rests"  # after pain
    JOINS_NEXT = "joins_next"  # ordered on, and the next to come
    AS_ORDERED = "as_ordered"  # ordered on, waits for its week or for what comes before it
    IN_TURN = "in_turn"  # comes in the programme's order
    AWAY = "away"  # left out, or ordered off
    ON_ORDER = "on_order"  # comes only where it is ordered


@dataclass(frozen=True, slots=True)
class OrderRefusal:
    """What cannot be written down, and why; `why` is the reason and source of the number it would go past."""

    part: OrderPart
    reason: Reason
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One exercise as it is ordered now, what was written today included (that counts from tomorrow). `game` has the
    bounds: the table's, or the course's. `plays`: on, off, or (None) in the programme's own turn. `has_come`: it is or
    was in play, and knows no turn any more. `dose` is today's of what was played; `start` is that dose's amount then,
    the one it comes again with after pain, or the start it is on its way to. `is_on_its_way`: that start was ordered
    and is not reached yet. `is_told_today`: it counts from tomorrow, and `is_off_tomorrow` what it takes out.
    `comes_again`: the day a parent lets it come again after pain."""

    exercise: str
    standing: Standing
    has_come: bool
    plays: bool | None
    feet: OrderedFeet
    start: int
    cap: int
    most_sets: int
    game: Limits
    order: ExerciseOrdered | None
    dose: Dose | None = None
    is_on_its_way: bool = False
    is_told_today: bool = False
    comes_again: date | None = None
    is_off_tomorrow: bool = False

    @property
    def least(self) -> int:
        """The smallest start: one step."""
        return self.game.ramp.step


@dataclass(frozen=True, slots=True)
class Outlook:
    """What becomes of one exercise in play: its dose from tomorrow, and the start it then still rises to, by steps from
    the day `from_on` at the earliest (None: nobody knows yet)."""

    dose: Dose
    rises_to: int | None = None
    from_on: date | None = None


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """The page in force, or written today (None: no order yet), and every exercise of the programme. `is_held`: the
    parents hold the load; `is_let_go`: they have let go of the hold that the page orders."""

    head: OrderWritten | None
    rows: tuple[OrderRow, ...]
    is_held: bool = False
    is_let_go: bool = False


# ---------------------------------------------------------------- what stands
def sheet(catalogue: Catalogue, child: Child, day: date) -> OrderSheet:
    """What is ordered as of the game day `day`."""
    state = journey(catalogue, child, day).now(day)
    head = state.order_told or state.order
    return OrderSheet(head, order_rows(catalogue, state, day), state.is_held, hold_let_go(state, day))


def order_rows(catalogue: Catalogue, state: ChildState, day: date) -> tuple[OrderRow, ...]:
    """Every exercise that may be ordered: what was ordered before all else, and of both what is in play first, then
    what comes, what is away last."""
    rows = [_row(catalogue, state, name, day) for name in orderable(catalogue, state)]
    rank = tuple(Standing)
    rows.sort(key=lambda row: (row.order is None, max(rank.index(row.standing), 1)))  # what rests stays beside in play
    return tuple(rows)


def orderable(catalogue: Catalogue, state: ChildState) -> tuple[str, ...]:
    """The exercises of the programme, those that only come where they are ordered last; the walk outdoors is none."""
    programme = catalogue.programmes.get(state.programme or "")
    return (*programme.exercises, *programme.on_order) if programme else ()


def orders_without(
    catalogue: Catalogue, child: Child, programme: str, day: date
) -> tuple[ExerciseOrdered, ...]:  # fmt: skip
    """The orders, in force or from tomorrow, of what is in the child's programme and not in another one: with that they
    stop, and count again in a programme that has it."""
    state = journey(catalogue, child, day).now(day)
    here, there = (programme_exercises(catalogue, replace(state, programme=p)) for p in (state.programme, programme))
    orders = {**state.orders, **state.orders_told}
    return tuple(order for name, order in orders.items() if name in here and name not in there)


def bounds(catalogue: Catalogue, state: ChildState, exercise: Exercise) -> Limits:
    """What an order may say at most: the table's caps, or the course's."""
    return limits(catalogue.rules, exercise, grown_up=state.programme == GROWN_UP)


def _row(catalogue: Catalogue, state: ChildState, name: str, day: date) -> OrderRow:
    exercise = catalogue.exercises[name]
    game, order = bounds(catalogue, state, exercise), state.orders_told.get(name) or state.orders.get(name)
    plays = state.switches_told[name] if name in state.switches_told else state.switched.get(name)
    cap = min(game.ramp.cap, (order and order.cap) or game.ramp.cap)
    track, start = state.tracks.get(name), (order and order.start) or game.ramp.start
    was_played = track is not None and track.since is not None
    is_on_its_way = bool(order and order.start and order.begins_anew and was_played) and (
        name in state.orders_told or rises_as_ordered(catalogue, state, name, day)
    )
    if track and was_played and not is_on_its_way:
        start = (dose_again(catalogue, state, name, day) or track.dose).amount
    return OrderRow(
        name,
        _standing(catalogue, state, name, plays, day),
        name in state.tracks,
        plays,
        OrderedFeet.of(order),
        min(cap, start),
        cap,
        min(game.most_sets, (order and order.most_sets) or game.most_sets),
        game,
        order,
        track.dose if track and was_played else None,
        is_on_its_way,
        name in state.orders_told,
        comes_again(state, name, day),
        plays is False and state.switched.get(name) is not False,
    )


def _standing(catalogue: Catalogue, state: ChildState, name: str, plays: bool | None, day: date) -> Standing:
    if plays is False:
        return Standing.AWAY
    if is_resting(state, name, day):
        return Standing.RESTS
    if name in in_play(catalogue, state) or (name in state.switches_told and name in state.tracks):  # back tomorrow
        return Standing.IN_PLAY
    if plays is None and comes_on_order(catalogue, state, name):
        return Standing.ON_ORDER
    ordered = name in state.orders_told or is_ordered_on(state, name)
    if not (plays and ordered):
        return Standing.IN_TURN
    return Standing.JOINS_NEXT if joins_next(catalogue, state, day) == name else Standing.AS_ORDERED


# ---------------------------------------------------------------- what becomes of it
def outlooks(catalogue: Catalogue, child: Child, facts: Sequence[Fact], day: date) -> Mapping[str, Outlook]:
    """Of every exercise in play what becomes of it tomorrow, by the rules, with these facts written today."""
    own, tomorrow = aside(catalogue, child, day), plus(day, 1)
    supposed = supposing(own, child, facts, datetime.combine(day, time(MIDDAY), UTC)) if facts else child
    state = journey(own, supposed, tomorrow).morning(tomorrow)
    return {name: _outlook(catalogue, state, name, tomorrow) for name in in_play(catalogue, state)}


def _outlook(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Outlook:
    track = state.tracks[name]
    if not rises_as_ordered(catalogue, state, name, day):
        return Outlook(track.dose)
    return Outlook(track.dose, state.orders[name].start, steps_from(catalogue, state, name, day))


def steps_from(catalogue: Catalogue, state: ChildState, name: str, day: date) -> date | None:
    """The first morning on which nothing but clean times and room may stand against a step up; None while nobody can
    know it."""
    track, days = state.tracks[name], catalogue.rules.growth_days
    is_open = not (state.is_held or state.gap or is_resting(state, name, day)) and is_playable(catalogue, state, day)
    if track.since is None or state.first_active is None or not is_open:
        return None
    mornings = [plus(day, 1), plus(track.since, days), plus(state.first_active, days)]
    if state.held_until is not None:
        mornings.append(state.held_until)
    if state.last_pain is not None:
        mornings.append(plus(state.last_pain, catalogue.rules.ouch_quiet_days + 1))
    return max(mornings)


# ---------------------------------------------------------------- what is refused
def refusals(catalogue: Catalogue, child: Child, order: ExerciseOrdered, day: date) -> tuple[OrderRefusal, ...]:
    """What of an order on one exercise may not be written down; () when all of it may."""
    state = journey(catalogue, child, day).now(day)
    if order.exercise not in orderable(catalogue, state):
        return (OrderRefusal(OrderPart.PLAYS, reason("order_refused_programme", exercise=order.exercise)),)
    exercise = catalogue.exercises[order.exercise]
    found = [*_amount_refusals(catalogue, state, exercise, order)]
    most = bounds(catalogue, state, exercise).most_sets
    if order.most_sets is not None and not 1 <= order.most_sets <= most:
        why = reason("order_refused_sets", exercise=exercise.id, n=order.most_sets, to=most)
        found.append(OrderRefusal(OrderPart.SETS, why, catalogue.why.get("sets_most")))
    track = state.tracks.get(exercise.id)
    start = order.start if order.begins_anew and order.start else 0
    if state.graduated_on is not None and track is not None and start > track.dose.amount and not found:
        amounts = {"from": start, "to": track.dose.amount}
        why = reason("order_refused_strong", exercise=exercise.id, unit=str(exercise.unit), **amounts)
        found.append(OrderRefusal(OrderPart.START, why))
    if OrderedFeet.of(order) is not OrderedFeet.BOTH and not exercise.per_foot:
        found.append(OrderRefusal(OrderPart.FOOT, reason("order_refused_foot", exercise=exercise.id)))
    return tuple(found)


def _amount_refusals(
    catalogue: Catalogue, state: ChildState, exercise: Exercise, order: ExerciseOrdered
) -> Sequence[OrderRefusal]:  # fmt: skip
    ramp, unit, found = bounds(catalogue, state, exercise).ramp, str(exercise.unit), list[OrderRefusal]()
    for part, amount in ((OrderPart.START, order.start), (OrderPart.CAP, order.cap)):
        if amount is None:
            continue
        if amount > ramp.cap:
            found.append(OrderRefusal(part, *_past_cap(catalogue, state, exercise, amount, ramp.cap)))
        elif amount < ramp.step:
            why = reason("order_refused_least", exercise=exercise.id, unit=unit, **{"from": amount, "to": ramp.step})
            found.append(OrderRefusal(part, why))
    start, cap = order.start or ramp.start, order.cap or ramp.cap
    if order.start is not None and not found and start > cap:
        why = reason("order_refused_start", exercise=exercise.id, unit=unit, **{"from": start, "to": cap})
        found.append(OrderRefusal(OrderPart.START, why))
    return found


def _past_cap(
    catalogue: Catalogue, state: ChildState, exercise: Exercise, amount: int, most: int
) -> tuple[Reason, Why | None]:
    values: dict[str, int | str] = {
        "exercise": exercise.id, "unit": str(exercise.unit), "from": amount, "to": most,
    }  # fmt: skip
    if state.programme == GROWN_UP and exercise.unit is not Unit.SECONDS and most < exercise.ramp.cap:
        return reason("order_refused_course", **values), catalogue.why.get("course_most")
    return reason("order_refused_cap", **values), Why(exercise.reason, exercise.source)


def refusals_of_head(head: OrderWritten, day: date) -> tuple[OrderRefusal, ...]:
    """What of the page's head may not be written down on the game day `day`."""
    found = []
    if not head.said_by.strip():
        found.append(OrderRefusal(OrderPart.WHO, reason("order_refused_who")))
    if head.said_on > day:
        found.append(OrderRefusal(OrderPart.SAID_ON, reason("order_refused_date")))
    if head.hold_until is not None and head.hold_until <= plus(day, 1):  # it counts from tomorrow's morning
        found.append(OrderRefusal(OrderPart.HOLD, reason("order_refused_hold")))
    if head.next_visit is not None and head.next_visit < day:
        found.append(OrderRefusal(OrderPart.VISIT, reason("order_refused_visit")))
    return tuple(found)


def written(
    catalogue: Catalogue, child: Child, head: OrderWritten, orders: Sequence[ExerciseOrdered], day: date
) -> tuple[Fact, ...]:
    """The facts of one page, to be recorded at once. `RefusedByRules` with the first thing that may not be: nothing of
    the page is written then."""
    found = [*refusals_of_head(head, day), *(r for order in orders for r in refusals(catalogue, child, order, day))]
    if found:
        raise RefusedByRules(found[0].reason)
    return (head, *orders)
