"""A family gone on from a checkpoint is the family folded from its first day: in every state, on every day asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

import pytest

from game.core.content import Slot
from game.core.days import days_between, plus
from game.core.events import Effort, Event, Grade, LevelPlayed, Paused, PauseReason, Retracted, ToldLater
from game.core.history.fold import fold, seen_from
from game.core.history.history import Child, Family, empty_family
from game.core.history.persistent import AppendOnly, Records
from game.core.history.plays import (
    exercises_played,
    first_sessions,
    first_tried,
    last_begun,
    last_grade,
    rare_facts,
    slots_tried,
    tried_days,
)
from game.core.reports.kept_ledger import Ledger
from game.core.reports.ledger import written
from game.core.rules.checkpoint import Checkpoint
from game.core.rules.journey import Journey
from game.core.rules.settle import settle
from game.core.rules.today import quest_of
from game.core.rules.waiting import waiting
from game.core.session import heard
from game.core.session.path_stations import played_on, waits_on
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import begun, family_plays
from game.data.checkpoint.archive import Archive, ArchivedChild, Names, seen_through
from tests.core.rules.test_journey import life_of, told_leniently
from tests.diary import START, case, catalogue

LIVES, DAYS = 8, 130
WHO = (
    case(), case(age="3-4"), case(age="7-10"), case("prevention", "11+"), case("grown_up", "11+"),
    case("after_surgery", "7-10", "2025-12-29", "2026-01-10", True),
)  # fmt: skip


@dataclass
class Start:
    """A family as a start of the game finds it: gone on from what was settled, its past left in an archive."""

    told: list[Event]  # everything, in order
    settled: int = 0  # how much of it is in the archive
    past: Family = field(default_factory=empty_family)
    checkpoints: dict[str, Checkpoint] = field(default_factory=dict)
    archive: Archive = field(default_factory=lambda: Archive(list))
    ledgers: dict[str, Ledger] = field(default_factory=dict)

    def family(self, until: int) -> Family:
        return fold(self.past, self.told[self.settled : until])

    def journey(self, until: int, today: date) -> Journey:
        (child,) = self.family(until).children.values()
        return Journey(catalogue(), child, today, self.checkpoints.get(child.id))

    def settled_anew(self, until: int, today: date) -> Start | None:
        """As the end of a day leaves it; None where nothing may be stood on."""
        now, way = self.family(until), self.journey(until, today)
        new = settle(catalogue(), self.past, self.told[self.settled : until], now, {way.child.id: way})
        if new is None:
            return None
        place = self.settled + new.told
        archive = Archive(lambda: self.told[:place])
        children = {id_: _archived(archive, child) for id_, child in new.family.children.items()}
        checkpoints = {
            id_: Checkpoint(children[id_].past or children[id_], point.before, point.state)
            for id_, point in new.checkpoints.items()
        }
        past = Family(children, new.family.settings, new.family.gate, new.family.tries, new.family.missed)
        before = self.ledgers if way.checkpoint else {}
        ledgers = {id_: written(way, before.get(id_), point.before.day) for id_, point in checkpoints.items()}
        return Start(self.told, place, past, checkpoints, archive, ledgers)


def _archived(archive: Archive, child: Child) -> Child:
    """Nothing of it is held, but for the plays a word may still be said on."""
    assert child.sums
    near = {id_: play for id_, play in child.attempts.held().items() if play.on >= child.sums.until}
    begun = {id_: session for id_, session in child.sessions.held().items() if session.on >= child.sums.until}
    kept = ArchivedChild(len(child.events), Names.of(child.attempts), Names.of(child.sessions))
    lean = replace(child, past=None, attempts=Records(near), sessions=Records(begun), events=AppendOnly())
    return seen_from(seen_through(archive, lean, kept))


def whole(told: list[Event], until: int, today: date) -> Journey:
    (child,) = fold(empty_family(), told[:until]).children.values()
    return Journey(catalogue(), child, today)


def lives() -> list[tuple[int, SimulatedChild]]:
    found = []
    for seed in range(LIVES):
        chance = Random(seed)
        robin, _ = told_leniently(life_of(chance, DAYS), chance.choice(WHO), DAYS)
        found.append((seed, robin))
    return found


def the_same(found: Journey, wanted: Journey, today: date) -> None:
    """All that the first screens ask of the days there are, and then of any day."""
    for n in range(-15, 3):
        day = plus(today, n)
        if day < found.begins:
            continue
        assert found.start(day) == wanted.start(day), day
        assert found.now(day) == wanted.now(day) and found.morning(day) == wanted.morning(day)
        assert found.attempts(day) == wanted.attempts(day) and found.pause(day) == wanted.pause(day)
        for slot in Slot:
            assert found.planned(day, slot) == wanted.planned(day, slot)
            assert found.sessions(day, slot) == wanted.sessions(day, slot)
    for slot in Slot:
        assert quest_of(found, today, slot) == quest_of(wanted, today, slot)


def the_same_sums(found: Child, wanted: Child, today: date) -> None:
    """What screens ask of all plays, for today and for days before it."""
    exercises = {played.exercise for played in wanted.attempts.values()} | {"never_played"}
    assert exercises_played(found) == exercises_played(wanted)
    assert tried_days(found) == tried_days(wanted) and last_begun(found) == last_begun(wanted)
    assert first_tried(found) == first_tried(wanted) == min(tried_days(wanted), default=None)
    assert list(first_sessions(found).items()) == list(first_sessions(wanted).items())
    assert [event.id for event in rare_facts(found)] == [event.id for event in rare_facts(wanted)]
    assert heard.knows_bo(found) == heard.knows_bo(wanted)
    assert heard.sessions_before(found) == heard.sessions_before(wanted)
    assert waiting(catalogue(), found, today) == waiting(catalogue(), wanted, today)
    for exercise in exercises:
        assert heard.plays(found, exercise) == heard.plays(wanted, exercise)
        assert last_grade(found, exercise) == last_grade(wanted, exercise)
    for day in (today, plus(today, -3), plus(today, -25), plus(today, -60)):
        assert slots_tried(found, day) == slots_tried(wanted, day)
        assert heard.days_before(found, day) == heard.days_before(wanted, day)
        assert heard.praise(found, day) == heard.praise(wanted, day)
        assert heard.words_before(found, day, ()) == heard.words_before(wanted, day, ())
        assert played_on(found, day) == played_on(wanted, day)
        assert waits_on(catalogue(), found, day) == waits_on(catalogue(), wanted, day)
        for grade in Grade:
            assert heard.tells_grade(found, grade, day, ()) == heard.tells_grade(wanted, grade, day, ())
        for exercise in exercises:
            assert heard.tells_story(found, exercise, day) == heard.tells_story(wanted, exercise, day)
            assert heard.is_first_today(found, exercise, day) == heard.is_first_today(wanted, exercise, day)


def the_same_past(found: Journey, wanted: Journey, day: date) -> None:
    """What is asked of a day long ago, and all that is written down."""
    assert found.start(day) == wanted.start(day) and found.attempts(day) == wanted.attempts(day)
    assert found.first == wanted.first and found.child == wanted.child
    assert list(found.child.events) == list(wanted.child.events)


def lives_told_later() -> list[tuple[int, SimulatedChild]]:
    """Families that play here and tell, now and then, what was done away weeks ago: some of it hurt."""
    found = []
    for seed in range(LIVES):
        chance, robin = Random(seed), begun(catalogue(), case())
        for n in range(DAYS):
            family_plays(robin, "typical", START, plus(START, n))
            for _ in range(chance.choice([0, 0, 0, 1, 6]) if n > 3 else 0):
                on, score = plus(START, n - chance.randrange(3, n + 1)), chance.choice([None, None, 2, 5])
                name, slot = chance.choice(["bear_walk", "lego_bricks", "caterpillar"]), chance.choice(list(Slot))
                robin.record(plus(START, n), 21, ToldLater(on, slot, name, 1, 5, Grade.WELL, Effort.RIGHT, score))
            if n % 9 == 0 and (later := robin.child.later):
                robin.record(plus(START, n), 22, Retracted(chance.choice(later[-5:]).event))
        found.append((seed, robin))
    return found


@pytest.mark.parametrize("families", [lives, lives_told_later])
def test_a_family_gone_on_from_a_checkpoint_is_the_one_folded_from_its_first_day(
    families: Callable[[], list[tuple[int, SimulatedChild]]],
) -> None:
    settled = compared = went_back = summed = 0
    for seed, robin in families():
        chance, told = Random(seed), list(robin.events)
        start = Start(told)
        for day in sorted({event.day for event in told}):
            until = sum(event.day <= day for event in told)
            if any(event.day > day for event in told[:until]) or chance.random() < 0.5:
                continue
            found, wanted = start.journey(until, day), whole(told, until, day)
            the_same(found, wanted, day)
            before = start.archive.is_here
            the_same_sums(found.child, wanted.child, day)
            summed += not before and found.child.past is not None
            compared += found.checkpoint is not None
            if chance.random() < 0.1:
                was = found.checkpoint
                the_same_past(found, wanted, plus(START, chance.randrange(max(1, days_between(START, day)))))
                went_back += was is not None and found.checkpoint is None
            if chance.random() < 0.4:
                new = start.settled_anew(until, plus(day, chance.randrange(2)))
                settled += new is not None
                start = new or start
    assert settled >= 5 * LIVES and compared >= 15 * LIVES and went_back >= LIVES // 2 and summed >= LIVES


def test_a_checkpoint_that_says_something_else_would_be_noticed() -> None:
    _, robin = lives()[0]
    told, day = list(robin.events), robin.events[-1].day
    start = Start(told).settled_anew(len(told), day)
    assert start
    (name, point), wanted = *start.checkpoints.items(), whole(told, len(told), day)
    the_same(start.journey(len(told), day), wanted, day)
    state = point.state.copy()
    state.good_since_new += 1
    start.checkpoints[name] = replace(point, state=state)
    with pytest.raises(AssertionError):
        the_same(start.journey(len(told), day), wanted, day)


@pytest.mark.parametrize("what", ["a pause told for last month", "a play of last month taken back"])
def test_what_touches_a_day_long_ago_is_folded_from_the_first_day(what: str) -> None:
    who = case()
    robin = begun(catalogue(), who)
    for n in range(60):
        family_plays(robin, "perfect", START, plus(START, n))
    told, day = list(robin.events), plus(START, 59)
    start = Start(told).settled_anew(len(told), day)
    assert start and start.journey(len(told), day).checkpoint
    old = next(event for event in told if isinstance(event.fact, LevelPlayed) and event.day == plus(START, 20))
    is_pause = what.startswith("a pause")
    fact = Paused(PauseReason.ILL, plus(START, 30), plus(START, 34)) if is_pause else Retracted(old.id)
    told += robin.record(day, 20, fact)
    found, wanted = start.journey(len(told), day), whole(told, len(told), day)
    assert found.checkpoint is None
    the_same(found, wanted, day)
    assert start.settled_anew(len(told), day) is None or is_pause


def test_a_clock_set_back_is_folded_from_the_first_day() -> None:
    robin = begun(catalogue(), case())
    for n in range(60):
        family_plays(robin, "perfect", START, plus(START, n))
    told, day = list(robin.events), plus(START, 59)
    start = Start(told).settled_anew(len(told), day)
    assert start
    for today in (plus(START, 58), plus(START, 10), plus(START, -400)):
        found = start.journey(len(told), today)
        assert found.checkpoint is None
        assert found.now(today) == whole(told, len(told), today).now(today)


def test_the_day_a_checkpoint_begins_with_is_there_and_each_before_it_is_folded_from_the_first() -> None:
    robin = begun(catalogue(), case())
    for n in range(60):
        family_plays(robin, "perfect", START, plus(START, n))
    told, day = list(robin.events), plus(START, 59)
    start = Start(told).settled_anew(len(told), day)
    wanted = whole(told, len(told), day)
    assert start
    begins = start.journey(len(told), day).begins
    for asked, is_there in (
        (begins, True),
        (plus(begins, -1), False),
        (wanted.first, False),
        (plus(wanted.first, -1), True),
    ):
        found = start.journey(len(told), day)
        assert found.attempts(asked) == wanted.attempts(asked) and found.start(asked) == wanted.start(asked)
        assert (found.checkpoint is not None) is is_there, asked
