"""The page about one exercise says nothing that is not so: own or ours, ordered or not, on or off, one foot or both, from
tomorrow or in force, held by parents or by an order, resting after pain."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle, product
from pathlib import Path

import pytest

from game.core.content import Foot, Slot
from game.core.events import (
    ExerciseOrdered,
    ExerciseSwitched,
    Held,
    LevelPlayed,
    OrderWritten,
    OuchTold,
    Outcome,
    Retracted,
)
from game.core.rules.journey import journey
from game.core.rules.state import hold_ordered, in_play, is_resting, order_of, switch_of
from game.scenes.parent.progress.exercise import OneExercise
from tests.player import Player
from tests.scenes.parent.own.folder import KNOCK, family, put
from tests.scenes.rooms import all_written_on, complaints
from tests.told import days_of_practice, grown_ups

OWN, OURS, FIRST = "heel_knock", "caterpillar", ("bear_walk", "lego_bricks", "caterpillar")
ORDERS = (None, True, False, "turn", "left out")
HOLDS = (None, "parents", "ordered")


@pytest.fixture(scope="module")
def player(tmp_path_factory: pytest.TempPathFactory) -> Player:
    """Three days in, with an exercise of the family's own."""
    player = family(tmp_path_factory.mktemp("family"))
    put(player, KNOCK, "heel_knock.yaml")
    assert player.ctx.files.own.refresh() and OWN in player.ctx.catalogue.exercises
    days_of_practice(player, 3, FIRST)
    return player


def told(player: Player, exercise: str, order: object, foot: Foot | None, hold: str | None) -> None:
    """What a therapist or a parent said today."""
    today, hold_until = player.ctx.today, None
    if hold == "ordered":
        hold_until = today + timedelta(9)
    elif hold == "parents":
        player.record(Held(), child=player.child)
    if order is not None:
        plays = {True: True, False: False}.get(order) if isinstance(order, bool) else None
        player.record(OrderWritten("Ms Weber", today, hold_until), child=player.child)
        player.record(ExerciseOrdered(exercise, "Ms Weber", today, plays, foot), child=player.child)
    elif hold_until:
        player.record(OrderWritten("Ms Weber", today, hold_until), child=player.child)
    if order == "left out":
        player.record(ExerciseSwitched(exercise, False), child=player.child)


def hurt(player: Player, exercise: str) -> None:
    """Strong pain, told in a play of its own: what was taken back is not told again under the same name."""
    on, slot, n = player.ctx.today, Slot.EVENING, len(player.ctx.child(player.child).withdrawn)
    player.record(LevelPlayed(f"hurt {n}", f"hurts {n}", on, slot, exercise, 1, 3, Outcome.HURT, 1), child=player.child)
    player.record(OuchTold(f"hurt {n}", exercise, on, slot, 6), child=player.child)


def wrong(player: Player, exercise: str) -> list[str]:
    """What the page says that is not so, and what it lacks."""
    page = OneExercise(player.ctx, player.child, exercise)
    said, day = " | ".join(all_written_on(page)), player.ctx.today
    catalogue = player.ctx.catalogue
    state = journey(catalogue, player.ctx.child(player.child), day).now(day)
    order, switch, playing = (
        order_of(state, exercise),
        switch_of(state, exercise),
        exercise in in_play(catalogue, state),
    )
    is_off = switch is False or (switch is None and exercise == OWN)
    foot = state.tracks[exercise].dose.foot if playing else order.foot if order else None
    rests, is_held = is_resting(state, exercise, day), state.is_held or hold_ordered(state) is not None
    is_ordered_off = switch is False and bool(order and order.plays is False) and not rests
    is_from_tomorrow = exercise in state.orders_told and playing
    counts = {
        "each foot": foot is None,
        "foot alone": foot is not None,
        "Only where a therapist": exercise == OWN and switch is None,
        "only where a therapist": exercise == OWN and switch is None,
        "as ordered, once there is room": bool(order and order.plays and switch and not playing) and not is_held,
        "as ordered, after the hold": bool(order and order.plays and switch and not playing) and is_held,
        "Left out by you": switch is False and not (order and order.plays is False) and not rests,
        "Out of play": is_ordered_off and not is_from_tomorrow,
        "Off from tomorrow": is_ordered_off and is_from_tomorrow,
        "Bring in": is_off,
        "Leave out": not is_off,
        "Rests after pain": rests,
        "next: ": playing and not rests and not is_off and not is_held,
        "in the programme you chose": exercise != OWN and not playing,
    }
    if exercise in state.orders_told and playing:  # another dose, or the foot, is told of instead
        del counts["next: "]
    always = set(counts) - {"in the programme you chose", "foot alone"}  # these are said where there is room
    found = [f"{line!r} is said" for line, is_so in counts.items() if line in said and not is_so]
    found += [f"{line!r} is not said" for line in always if line not in said and counts[line]]
    release = next((w for w in page.widgets if w.name == "release"), None)
    if release is not None and not state.is_held and getattr(release.look, "kind", "") != "plain":
        found.append("letting go of an order stands out")
    return [*found, *complaints(page)]


@pytest.mark.parametrize("exercise", [OURS, OWN])
def test_every_sentence_follows_the_state(player: Player, exercise: str) -> None:
    grown_ups(player)
    before, clock, found = set(ids(player)), player.clock, list[str]()
    holds, rests = cycle(HOLDS), cycle((False, False, True, False))
    for order, foot, days in product(ORDERS, (None, Foot.LEFT), (0, 1)):
        hold, hurts = next(holds), exercise == OURS and next(rests)
        told(player, exercise, order, foot, hold)
        player.clock += timedelta(days)
        if hurts:
            hurt(player, exercise)
        found += [f"{order} {foot} {days} {hold} {hurts}: {line}" for line in wrong(player, exercise)]
        player.record(*(Retracted(id_) for id_ in ids(player) if id_ not in before), child=player.child)
        player.clock = clock
    assert not found, "\n".join(found)


def ids(player: Player) -> list[str]:
    return [event.id for event in player.ctx.child(player.child).events]


def test_an_own_exercise_written_down_for_the_left_foot_says_at_once_that_it_is_ordered(tmp_path: Path) -> None:
    player = family(tmp_path)
    put(player, KNOCK, "heel_knock.yaml")
    assert player.ctx.files.own.refresh()
    told(player, OWN, True, Foot.LEFT, None)
    assert wrong(player, OWN) == []
