"""The made-up family of the demo: Anna some weeks on the trail, Leo locked after an operation, Mum joining in.

Their history is told through the rules, like a real family's, so every screen has something true to show.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from game.core.content import AgeBand, Catalogue, Slot
from game.core.days import game_day, minutes_east, monday, plus
from game.core.events import (
    ChildAdded,
    Effort,
    FunctionMeasured,
    GateSet,
    Grade,
    Outcome,
    Paused,
    PauseReason,
    ProgrammeChosen,
    SignsTicked,
    SurgeryPlanned,
)
from game.core.rules import rewards
from game.core.simulate.simulated_child import HowItWent, SimulatedChild
from game.core.simulate.simulation import PIN, RECOVERY
from game.data.files.art import ArtLibrary
from game.data.journal.journal import Journal
from game.data.journal.pin import hashed, plain
from game.data.levels.playable import read_shipped

CHEAP = 2**10  # the demo's PIN is no secret and is thrown away with it
WELL = HowItWent(Outcome.FINISHED, Grade.WELL)
HELPED = HowItWent(Outcome.FINISHED, Grade.HELPED)
FEET = {  # what Anna's feet could do, by the day of her journey
    8: (("one_leg_seconds", "left", 5), ("one_leg_seconds", "right", 8), ("bricks_a_minute", "left", 4),
        ("bricks_a_minute", "right", 5), ("heel_raises", "both", 7)),
    36: (("one_leg_seconds", "left", 9), ("one_leg_seconds", "right", 12), ("bricks_a_minute", "left", 6),
         ("bricks_a_minute", "right", 6), ("heel_raises", "both", 10)),
}  # fmt: skip


def tell(journal: Journal, now: datetime, weeks: int) -> None:
    """Writes the family into an empty journal; `now` is aware and local, the history ends yesterday evening, and two
    or three plays of this morning wait for a word."""
    catalogue = read_shipped()
    east = minutes_east(now)
    today = game_day(now, catalogue.rules.morning_hour)
    start = monday(plus(today, -7 * weeks))
    gate = GateSet(hashed(PIN, CHEAP), hashed(plain(RECOVERY), CHEAP))
    at = now.astimezone(UTC) - timedelta(days=(today - start).days)
    journal.append((gate,), child=None, at=at, day=start, offset=east, ids=(str(uuid.uuid4()),))
    for child in (anna(catalogue, start, today, east), leo(catalogue, today, east), mum(catalogue, today, east)):
        journal.write(child.events)


def anna(catalogue: Catalogue, start: date, today: date, east: int) -> SimulatedChild:
    """Five or six years old, about six sessions of ten, once away, once too hard, once a little pain."""
    child = _added(catalogue, "Anna", "kva", AgeBand.FIVE_SIX, "children", start, east)
    days, book = (today - start).days, _book()
    away = range(days // 2, days // 2 + 3) if days > 20 else range(0)
    for n in range(days):
        day = plus(start, n)
        if n in away:
            if n == away.start:
                child.record(day, 7, Paused(PauseReason.AWAY, day, plus(day, len(away) - 1)))
            continue
        if n in FEET:
            child.record(day, 7, *(FunctionMeasured(day, *row) for row in FEET[n]))
        for slot in Slot:
            if n == days - 1 and slot is Slot.EVENING:
                continue
            _maybe(child, day, slot, n, book)
    if days:
        morning = child.whole_quest(today, today, Slot.MORNING)[:3]
        child.play(today, today, Slot.MORNING, morning, WELL, is_quest=True, say=False)
    return child


def _maybe(child: SimulatedChild, day: date, slot: Slot, n: int, book: tuple[str, ...]) -> None:
    """One slot of a busy family: most mornings, fewer evenings, never a gap of three days."""
    k = 2 * n + (slot is Slot.EVENING)
    if (k * 7) % 10 >= (8 if slot is Slot.MORNING else 5):
        return
    names = list(child.whole_quest(day, day, slot))
    if n % 11 == 9 and names:
        hard = HowItWent(Outcome.STOPPED, Grade.PARTLY, Effort.HARD)
        child.play(day, day, slot, [names.pop()], hard, is_quest=True)
    if n % 17 == 12 and slot is Slot.MORNING and names:
        child.play(day, day, slot, [names.pop()], HowItWent(Outcome.HURT, score=2), is_quest=True)
    easy = [names.pop(0)] if n % 5 == 3 and names else []
    child.play(day, day, slot, easy, replace(WELL, effort=Effort.EASY), is_quest=True)
    child.play(day, day, slot, names, HELPED if k % 4 == 1 else WELL, is_quest=True)
    child.record(day, 9, *rewards.sticker(child.catalogue, child.child, book, day))


def leo(catalogue: Catalogue, today: date, east: int) -> SimulatedChild:
    """Between seven and ten, operated on three weeks ago; the surgeon's word is still missing."""
    surgery = plus(today, -20)
    child = _added(catalogue, "Leo", "tik", AgeBand.SEVEN_TEN, "after_surgery", plus(today, -12), east)
    child.record(plus(today, -5), 19, SurgeryPlanned(surgery, plus(surgery, 18)))
    return child


def mum(catalogue: Catalogue, today: date, east: int) -> SimulatedChild:
    """Joins in with the grown-ups' set, on the ninth day of her course."""
    start = plus(today, -9)
    child = _added(catalogue, "Mum", "fay", AgeBand.ELEVEN_UP, "grown_up", start, east)
    for n in range(9):
        day = plus(start, n)
        for slot in Slot:
            if (2 * n + (slot is Slot.EVENING)) % 4 != 3:
                child.play(day, day, slot, child.whole_quest(day, day, slot), WELL, is_quest=True)
    return child


def _added(
    catalogue: Catalogue, nickname: str, animal: str, age: AgeBand, programme: str, day: date, east: int
) -> SimulatedChild:
    child = SimulatedChild(catalogue, f"demo-{nickname.lower()}", device=f"demo-{nickname.lower()}", offset=east)
    child.record(day, 6, ChildAdded(nickname, animal, age, 1), SignsTicked(()), ProgrammeChosen(programme))
    return child


def _book() -> tuple[str, ...]:
    """The stickers of the book, in its order."""
    return tuple(sticker.id for place in ArtLibrary().stickers().values() for sticker in place)
