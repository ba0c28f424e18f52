"""A child that is only supposed: its days go on from those of the real one, which never hears of it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from random import Random

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    Effort,
    Fact,
    Grade,
    Held,
    LevelPlayed,
    Outcome,
    Paused,
    PauseReason,
    SteppedBack,
    ToldLater,
)
from game.core.rules.journey import Journey, aside, journey
from game.core.rules.supposing import supposing
from tests.core.rules.test_journey import life_of, told_leniently
from tests.core.rules.test_settle import WHO, the_same
from tests.diary import START, catalogue

DAYS = 60
ZONE = timezone(timedelta(hours=1))


def wishes(chance: Random) -> list[Fact]:
    """What may be supposed of a day or two ago, or of weeks."""
    day, long_ago = plus(START, DAYS - chance.randrange(1, 4)), plus(START, chance.randrange(DAYS - 5))
    return [
        LevelPlayed("supposed", "s", day, Slot.EVENING, "bear_walk", 1, 20, Outcome.FINISHED, 20, away=True),
        ToldLater(long_ago, Slot.MORNING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, chance.choice([None, 2, 8])),
        Paused(PauseReason.ILL, long_ago, plus(long_ago, chance.randrange(9))),
        Held(),
        SteppedBack(None),
    ]


def test_it_is_the_child_that_was_really_told_so_and_the_real_one_stays_as_it_was() -> None:
    today, now = plus(START, DAYS), datetime(2026, 1, 5, 20, tzinfo=ZONE) + timedelta(days=DAYS)
    for seed in range(8):
        chance = Random(seed)
        robin, _ = told_leniently(life_of(chance, DAYS), chance.choice(WHO), DAYS)
        real = robin.child
        journey(catalogue(), real, today).start(today)
        for _ in range(4):
            own, facts = aside(catalogue(), real, today), chance.sample(wishes(chance), chance.randrange(1, 5))
            child = supposing(catalogue(), real, facts, now)
            the_same(journey(own, child, today), Journey(catalogue(), child, today), today)
            the_same(journey(catalogue(), real, today), Journey(catalogue(), real, today), today)
            more = supposing(catalogue(), child, wishes(chance)[:1], now, len(facts))
            assert journey(own, more, today).now(today) == Journey(catalogue(), more, today).now(today)
        robin.record(today, 21, *wishes(chance)[1:3])
        the_same(journey(catalogue(), robin.child, today), Journey(catalogue(), robin.child, today), today)


def test_what_is_supposed_bears_the_day_of_the_moment_and_no_name_of_a_real_event() -> None:
    robin, _ = told_leniently([], WHO[0], 1)
    late = datetime(2026, 1, 7, 2, tzinfo=ZONE)  # still the evening of the sixth
    child = supposing(catalogue(), robin.child, [Held(), Held()], late)
    one, other = child.events[-2:]
    assert {one.day, other.day} == {plus(START, 1)} and one.at == late and one.offset == 60
    assert one.id != other.id and not {one.id, other.id} & {event.id for event in robin.events}
    more = supposing(catalogue(), child, [Held()], late, 2).events[-1]
    assert more.id not in (one.id, other.id) and more.seq == 3
