"""What no rehearsal shows of the rules' numbers: the hour, the hand and the short ways go by the file as well."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from game.core.content import AgeBand, Catalogue, Slot
from game.core.days import game_day, plus, slot_at
from game.core.events import Effort, Grade, Outcome, StarsAwarded
from game.core.history.history import Attempt
from game.core.rules import function_quests, rewards
from game.core.rules.dose import Dose, limits, seconds
from game.core.rules.foot_balance import of_attempts
from game.core.rules.function_quests import Part
from game.core.rules.rewards import RefusedByRules
from game.core.rules.today import Doing, today
from game.core.rules.waiting import waiting
from game.core.simulate.simulated_child import HowItWent, SimulatedChild
from game.core.simulate.simulation import SimulatedFamily, begun
from tests.diary import START, by, catalogue


def at(robin: SimulatedChild, day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=robin.zone)


def played(levels: Catalogue, *, say: bool = True) -> SimulatedChild:
    """A first morning's whole quest, at eight."""
    robin = begun(levels, SimulatedFamily("children", AgeBand.FIVE_SIX, START, None, None, False))
    names = robin.whole_quest(START, START, Slot.MORNING)
    word = HowItWent(Outcome.FINISHED, Grade.WELL, Effort.RIGHT)
    robin.play(START, START, Slot.MORNING, names, word, is_quest=True, say=say)
    return robin


@pytest.mark.parametrize(("a_day", "doing"), [(1, Doing.DONE), (2, Doing.READY)])
def test_a_day_has_as_many_sessions_as_the_rules_say(a_day: int, doing: Doing) -> None:
    robin = played(by(sessions_a_day=a_day))
    evening = today(robin.catalogue, robin.child, at(robin, START, 18), Slot.EVENING)
    assert evening.doing is doing and bool(evening.left) is (doing is Doing.READY)
    morning = today(robin.catalogue, robin.child, at(robin, plus(START, 1), 8), Slot.MORNING)
    assert morning.doing is Doing.READY, "another day has its own"


@pytest.mark.parametrize(("hours", "doing"), [(0, Doing.READY), (5, Doing.READY), (6, Doing.TOO_SOON)])
def test_the_next_session_waits_as_long_as_the_rules_say(hours: int, doing: Doing) -> None:
    robin = played(by(hours_between_sessions=hours))
    last = max(a.at for a in robin.child.attempts.values())
    assert today(robin.catalogue, robin.child, last + timedelta(hours=5), Slot.EVENING).doing is doing


def test_the_day_turns_and_the_evening_begins_when_the_rules_say() -> None:
    for hour, turns, day in ((2, 2, 6), (2, 3, 5), (3, 3, 6), (0, 0, 6)):
        assert game_day(datetime(2026, 1, 6, hour), turns).day == day
    assert (
        slot_at(datetime(2026, 1, 6, 2), 2, 14) is Slot.MORNING
        and slot_at(datetime(2026, 1, 6, 2), 3, 14) is Slot.EVENING
    )
    robin = played(by(morning_hour=6))
    assert today(robin.catalogue, robin.child, at(robin, plus(START, 1), 5, 59), Slot.EVENING).day == START
    assert today(robin.catalogue, robin.child, at(robin, plus(START, 1), 6), Slot.MORNING).day == plus(START, 1)


@pytest.mark.parametrize("most", [60, 90, 300])
def test_the_short_walk_fits_the_rules_time(most: int) -> None:
    robin = begun(by(two_minutes_seconds=most), SimulatedFamily("children", AgeBand.FIVE_SIX, START, None, None, False))
    short = today(robin.catalogue, robin.child, at(robin, START, 8), Slot.MORNING).two_minutes
    assert short and sum(level.seconds for level in short) <= most


@pytest.mark.parametrize("n", [1, 2])
def test_one_exercise_only_is_one_of_as_many_as_the_rules_say(n: int) -> None:
    robin = begun(by(short_choices=n), SimulatedFamily("children", AgeBand.FIVE_SIX, START, None, None, False))
    assert len(today(robin.catalogue, robin.child, at(robin, START, 8), Slot.MORNING).choices) == n


@pytest.mark.parametrize("days", [0, 1, 5])
def test_a_word_may_come_as_late_as_the_rules_say(days: int) -> None:
    robin = played(by(confirm_days=days), say=False)
    attempt = next(iter(robin.child.attempts))
    last, late = plus(START, days), plus(START, days + 1)
    assert waiting(robin.catalogue, robin.child, last) and not waiting(robin.catalogue, robin.child, late)
    words = Grade.WELL, Effort.RIGHT, None
    assert rewards.confirm(robin.catalogue, robin.child, attempt, *words, at(robin, last, 20))
    with pytest.raises(RefusedByRules):
        rewards.confirm(robin.catalogue, robin.child, attempt, *words, at(robin, late, 20))


@pytest.mark.parametrize("minutes", [1, 30])
def test_a_word_is_taken_back_at_once_for_as_long_as_the_rules_say(minutes: int) -> None:
    robin = played(by(undo_minutes=minutes))
    attempt = next(iter(robin.child.attempts))
    said = robin.child.attempts[attempt].said_at
    assert said and rewards.can_undo(robin.catalogue, robin.child, attempt, said + timedelta(minutes=minutes))
    assert not rewards.can_undo(robin.catalogue, robin.child, attempt, said + timedelta(minutes=minutes, seconds=1))


def test_the_book_fills_as_fast_as_the_rules_say() -> None:
    book = tuple(f"sticker {n}" for n in range(60))
    assert len(rewards.sticker(by(sessions_for_book=10), played(catalogue()).child, book, START)) == 2
    assert len(rewards.sticker(by(sessions_for_book=365), played(catalogue()).child, book, START)) == 0


def test_trying_brings_as_many_stars_as_the_rules_say_also_for_a_look_at_the_feet() -> None:
    robin = played(by(stars_tried=2, stars_finished=2, stars_careful=3, stars_quest=3), say=False)
    assert robin.child.stars == 2 * len(robin.child.attempts) + 3
    told = function_quests.hurt(robin.catalogue, robin.child, START, Part.ONE_LEG, 2, "q")
    assert [f.stars for f in told if isinstance(f, StarsAwarded)] == [2]


def test_a_foot_lags_where_the_rules_say() -> None:
    week = [_both(plus(START, -n), 4, 3) for n in range(1, 15)]
    assert of_attempts(by(lagging_percent=25), week, START).is_lasting
    assert not of_attempts(by(lagging_percent=26), week, START).is_lasting
    short = [_both(plus(START, -n), 4, 3) for n in range(1, 5)]
    assert (
        of_attempts(by(lagging_days=6), short, START).is_lasting
        and not of_attempts(by(lagging_days=14), short, START).is_lasting
    )


def _both(on: date, left: int, right: int) -> Attempt:
    moment = datetime(on.year, on.month, on.day, 8)
    return Attempt("a", "", "s", on, Slot.MORNING, "caterpillar", 1, 4, Outcome.FINISHED, left, right, False, moment)


def test_a_dose_and_its_seconds_go_by_the_rules() -> None:
    bear, rules = catalogue().exercises["bear_walk"], by(change_seconds=10, rest_seconds=40, sets_most=5).rules
    assert seconds(rules, bear, Dose(2, 20)) == 10 + 40 + 40
    assert limits(rules, bear).most_sets == 5 and limits(rules, bear, half=True).most_sets == 1
    assert limits(by(work_seconds_most=45).rules, bear).ramp.cap == 45
    star = catalogue().exercises["starfish_toes"]
    ramp = limits(by(course_least=4, course_most=9).rules, star, grown_up=True).ramp
    assert (ramp.start, ramp.step, ramp.cap) == (4, 1, 9)
