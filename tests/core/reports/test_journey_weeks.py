"""The weeks of the journey say what the rules counted, and the story's chapters stand in the weeks that told them."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from game.core.days import plus
from game.core.reports.journey_weeks import JourneyWeekKind, journey_weeks, weeks_of_play
from game.core.rules.journey import forget, journey
from game.core.session.story import played_days, story_day
from game.core.simulate.simulation import begun
from game.data.files.art import ArtLibrary
from tests.core.rules.test_journey import life_of, told_leniently
from tests.core.rules.test_settle import WHO
from tests.diary import START, both, case, catalogue, every_day, lived

KINDS = JourneyWeekKind


def weeks(child, today, numbers=range(1, 99)):
    return journey_weeks(catalogue(), child, played_days(child), 12, numbers, today)


@pytest.mark.parametrize("seed", range(10))
def test_as_many_weeks_bloom_and_count_as_the_rules_have_counted(seed: int) -> None:
    chance = Random(seed)
    robin, _ = told_leniently(life_of(chance, 100), chance.choice(WHO), 100)
    for n in (20, 55, 99):
        today = plus(START, n)
        found, run = weeks(robin.child, today), journey(catalogue(), robin.child, today).now(today).run
        assert len(found) == weeks_of_play(catalogue(), robin.child, today)
        kinds = Counter(week.kind for week in found if plus(week.monday, 6) < today)
        assert kinds[KINDS.BLOOM] == run.bloom_weeks, (seed, n)
        assert kinds[KINDS.BLOOM] + kinds[KINDS.COUNTED] == run.counted_weeks
    forget([robin.child.id])


def test_a_paused_week_is_set_aside_and_its_days_are_not_asked_for() -> None:
    text = both(range(7)) + "+7 pause ill until +9\n" + every_day([10, 11]) + both(range(14, 16))
    first, second, third = weeks(lived(text, 17).robin.child, plus(START, 16))
    assert (first.kind, first.active, first.meant, first.paused) == (KINDS.BLOOM, 7, 7, 0)
    assert (second.kind, second.active, second.meant, second.paused) == (KINDS.ASIDE, 2, 4, 3)
    assert (third.kind, third.number) == (KINDS.RUNNING, 3)


def test_chapters_stand_where_the_map_tells_them() -> None:
    child = lived(both(range(18)), 18).robin.child
    found = weeks(child, plus(START, 17))
    assert [(week.chapters, week.found) for week in found] == [((1,), 1), ((2,), 2), ((3,), 3)]
    told = story_day(ArtLibrary().story(), played_days(child), plus(START, 17), (), ())
    assert told.chapter.n == found[-1].chapters[-1] and told.is_found


def test_only_the_weeks_asked_for_are_there_and_none_before_the_first_play() -> None:
    child = lived(both(range(40)), 40).robin.child
    assert [week.number for week in weeks(child, plus(START, 39), range(3, 5))] == [3, 4]
    assert [week.number for week in weeks(child, plus(START, 39), range(5, 17))] == [5, 6]
    assert weeks(begun(catalogue(), case()).child, START) == ()
