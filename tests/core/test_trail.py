"""What stands on the path."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from game.core.content import Slot, Unit
from game.core.events import Effort, Grade, LevelConfirmed, LevelPlayed, Outcome, QuestKind, SessionStarted
from game.core.history import Attempt
from game.core.quest import Level, Quest
from game.core.simulation import begun
from game.core.story import played_days
from game.core.telling import was_tried
from game.core.today import Doing, Today
from game.core.trail import COUNT, Kind, played_on, stations
from tests.diary import START, case, catalogue

DAY = date(2026, 1, 5)
AT = datetime(2026, 1, 5, 7, tzinfo=UTC)


def level(exercise: str) -> Level:
    return Level(exercise, 1, 5, Unit.REPS, False, 40, ())


def play(exercise: str, stars: int = 3, id_: str = "") -> Attempt:
    return Attempt(
        id_ or exercise, "e", "s", DAY, Slot.MORNING, exercise, 1, 5, Outcome.FINISHED, 5, 0, False, AT,
        grade=Grade.WELL, stars=stars,
    )  # fmt: skip


def slot(names: str, played: tuple[Attempt, ...] = (), doing: Doing = Doing.READY) -> Today:
    """A slot whose quest has the exercises named by single letters."""
    done = {a.exercise for a in played}
    left = tuple(level(n) for n in names if n not in done) if doing is not Doing.DONE else ()
    quest = Quest(Slot.MORNING, 600, tuple(level(n) for n in names))
    return Today(DAY, Slot.MORNING, doing, quest, left, played, False, None, None, (), (), ())


def kinds(row: tuple) -> str:  # type: ignore[type-arg]
    return "".join(s.kind.value[0] for s in row)


def test_on_the_first_day_todays_levels_come_first_and_the_rest_sleeps():
    assert kinds(stations(slot("abc"), [], 0)) == "httaaaaaa"


def test_what_was_played_has_its_stars_and_the_next_one_is_here():
    row = stations(slot("abc", (play("a", 2),)), [], 0)
    assert kinds(row) == "phtaaaaaa"
    assert row[0].attempt is not None and row[0].attempt.stars == 2


def test_the_best_of_two_plays_is_shown():
    row = stations(slot("ab", (play("a", 3, "1"), play("a", 1, "2"))), [], 0)
    assert row[0].attempt is not None and row[0].attempt.id == "1"


def test_later_in_the_chapter_the_latest_plays_lie_behind():
    before = [play(n) for n in "xyz"]
    row = stations(slot("abc"), before, 1 / 3)
    assert kinds(row) == "pphttaaaa"
    assert [s.exercise for s in row[:2]] == ["y", "z"]


def test_where_less_was_played_the_path_shows_footprints():
    assert kinds(stations(slot("abc"), [play("x")], 1)) == "wwwwwphtt"


def test_on_the_day_of_the_gift_the_last_level_is_beside_it():
    assert stations(slot("abc"), [], 1)[-1].is_todays


@pytest.mark.parametrize("share", [0, 0.2, 0.5, 1, 7, -1])
@pytest.mark.parametrize("names", ["", "a", "abcd", "abcdefghi", "abcdefghijkl"])
def test_there_are_always_nine_stations(names: str, share: float):
    assert len(stations(slot(names), [play(n) for n in "uvwxyz"], share)) == COUNT


def test_of_more_than_nine_levels_the_last_nine_are_shown():
    row = stations(slot("abcdefghijkl", (play("a"), play("b"), play("c"))), [], 0)
    assert "".join(s.exercise or "" for s in row) == "defghijkl"
    assert row[0].kind is Kind.HERE


def test_a_locked_childs_path_only_sleeps():
    assert kinds(stations(slot("abc", doing=Doing.LOCKED), [], 0)) == "aaaaaaaaa"


@pytest.mark.parametrize(
    "outcome,done,grade",
    [
        (Outcome.FINISHED, 20, None), (Outcome.STOPPED, 0, None), (Outcome.HURT, 5, None), (Outcome.HURT, 5, Grade.NOT_TODAY),
        (Outcome.FINISHED, 20, Grade.NOT_TODAY), (Outcome.STOPPED, 4, Grade.PARTLY),
    ],
)  # fmt: skip
def test_map_and_story_count_the_days_that_the_rules_count(outcome: Outcome, done: int, grade: Grade | None) -> None:
    robin = begun(catalogue(), case())
    robin.record(START, 8, SessionStarted("session", START, Slot.MORNING, QuestKind.QUEST, ("bear_walk",)))
    robin.record(START, 8, LevelPlayed("play", "session", START, Slot.MORNING, "bear_walk", 1, 20, outcome, done))
    if grade:
        robin.record(START, 9, LevelConfirmed("play", grade, Effort.RIGHT))
    tried = was_tried(robin.child.attempts["play"])
    assert (START in played_on(robin.child), START in played_days(robin.child)) == (tried, tried)
