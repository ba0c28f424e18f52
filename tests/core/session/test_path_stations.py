"""What stands on the path."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies

from game.core.content import Slot, Unit
from game.core.days import plus
from game.core.events import Effort, Grade, LevelConfirmed, LevelPlayed, Outcome, QuestKind, SessionStarted
from game.core.history.history import Attempt
from game.core.history.plays import was_tried
from game.core.quest import Level, Quest
from game.core.rules.today import Doing, Today
from game.core.session.path_stations import COUNT, Station, StationKind, before, played_on, stations, waits_on, windowed
from game.core.session.story import played_days
from game.core.simulate.simulation import begun
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


TWELVE = "abcdefghijkl"


def shown(row: tuple[Station, ...]) -> list[str]:
    """The exercises at each place."""
    return ["".join(s.exercise or "" for s in (place.together or (place,))) for place in row]


def test_of_more_than_nine_levels_the_last_place_holds_those_that_come_later():
    row = stations(slot(TWELVE), [], 0)
    assert shown(row) == ["a", "b", "c", "d", "e", "f", "g", "h", "ijkl"]
    assert kinds(row) == "httttttttt"[:COUNT]


def test_the_window_goes_along_with_the_next_level():
    row = stations(slot(TWELVE, tuple(play(n) for n in "abcde")), [], 0)
    assert shown(row) == ["abc", "d", "e", "f", "g", "h", "i", "j", "kl"]
    assert kinds(row) == "ppphttttt"


def test_at_the_end_of_a_long_quest_the_first_place_holds_what_was_played():
    row = stations(slot(TWELVE, tuple(play(n) for n in TWELVE[:-1])), [], 0)
    assert shown(row) == ["abcd", "e", "f", "g", "h", "i", "j", "k", "l"]
    assert kinds(row) == "pppppppph"


def test_what_was_played_out_of_its_turn_is_never_among_those_that_come_later():
    row = stations(slot(TWELVE, (play("l"), play("k"))), [], 0)
    assert shown(row) == ["k", "l", "a", "b", "c", "d", "e", "f", "ghij"]


@pytest.mark.parametrize("doing", [Doing.READY, Doing.TOO_SOON, Doing.DONE])
@given(data=strategies.data())
def test_every_level_of_the_slot_has_its_place_and_the_next_one_a_place_of_its_own(
    doing: Doing, data: strategies.DataObject
):
    names = "abcdefghijklmnopqrst"[: data.draw(strategies.integers(1, 20))]
    done = data.draw(strategies.sets(strategies.sampled_from(names), max_size=len(names) - 1))
    done = set(names) if doing is Doing.DONE else done
    now = slot(names, tuple(play(n) for n in sorted(done)), doing)
    row = stations(now, [play(n) for n in "uvwxyz"], data.draw(strategies.floats(0, 1)))
    todays = [s for place in row for s in (place.together or (place,)) if s.is_todays]
    assert len(row) == COUNT
    assert sorted(s.exercise or "" for s in todays) == sorted(names)
    assert {s.exercise for s in todays if s.kind is StationKind.PLAYED} == done
    here = [place.exercise for place in row if place.kind is StationKind.HERE and not place.together]
    assert here == [level.exercise for level in now.left[:1]]
    assert all(len({s.kind for s in place.together}) <= 1 and len(place.together) != 1 for place in row)


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
    assert (START in played_on(robin.child, plus(START, 1)), START in played_days(robin.child)) == (tried, tried)


# ---------------------------------------------------------------- on the day and the place
@pytest.mark.parametrize(("many", "together"), [(8, 0), (9, 0), (10, 2), (11, 3)])
def test_up_to_nine_levels_stand_for_themselves(many: int, together: int):
    row = stations(slot(TWELVE[:many]), [], 0)
    assert len(row[-1].together) == together and not row[0].together


@pytest.mark.parametrize(("done", "row"), [
    (3, ["a", "b", "c", "d", "e", "f", "g", "h", "ijkl"]), (4, ["ab", "c", "d", "e", "f", "g", "h", "i", "jkl"]),
    (6, ["abcd", "e", "f", "g", "h", "i", "j", "k", "l"]), (7, ["abcd", "e", "f", "g", "h", "i", "j", "k", "l"]),
])  # fmt: skip
def test_three_places_lie_behind_the_next_one_where_there_are_more_levels_than_places(done: int, row: list[str]):
    assert shown(stations(slot(TWELVE, tuple(play(n) for n in TWELVE[:done])), [], 0)) == row


@pytest.mark.parametrize(
    ("share", "start"), [(-1, 0), (0, 0), (0.08, 0), (0.09, 1), (0.5, 3), (0.91, 5), (0.92, 6), (1, 6), (2, 6)]
)
def test_todays_levels_move_along_with_the_chapter(share: float, start: int):
    row = stations(slot("abc"), [], share)
    assert [s.is_todays for s in row].index(True) == start


@pytest.mark.parametrize(("before", "kinds_"), [(0, "wwwhttaaa"), (2, "wpphttaaa"), (3, "ppphttaaa"), (5, "ppphttaaa")])
def test_behind_them_lie_as_many_of_the_latest_plays_as_there_is_room_for(before: int, kinds_: str):
    row = stations(slot("abc"), [play(n) for n in "uvwxy"[:before]], 0.5)
    assert kinds(row) == kinds_
    assert [s.exercise for s in row if s.kind is StationKind.PLAYED] == list("uvwxy"[:before])[-3:]


def recorded(*days: int, say: bool = False, hurt: bool = False):
    robin = begun(catalogue(), case())
    for n in days:
        day, outcome = plus(START, n), Outcome.HURT if hurt else Outcome.FINISHED
        for part in Slot:
            robin.record(day, 8, LevelPlayed(f"{n} {part}", f"s{n}{part}", day, part, "bear_walk", 1, 20, outcome, 20))
        if say:
            robin.record(day, 9, LevelConfirmed(f"{n} morning", Grade.WELL, Effort.RIGHT))
    return robin.child


@pytest.mark.parametrize(("today", "days"), [(0, [0]), (1, [0]), (2, [0, 2]), (9, [0, 2])])
def test_days_played_are_counted_up_to_today(today: int, days: list[int]):
    assert played_on(recorded(0, 2), plus(START, today)) == {plus(START, n) for n in days}


@pytest.mark.parametrize(("today", "days"), [(0, [0]), (2, [0, 2]), (3, [2]), (5, [])])
def test_a_day_waits_while_all_of_it_waits_for_the_word(today: int, days: list[int]):
    assert waits_on(catalogue(), recorded(0, 2), plus(START, today)) == {plus(START, n) for n in days}
    assert waits_on(catalogue(), recorded(0, 2, say=True), plus(START, today)) == set()
    assert waits_on(catalogue(), recorded(0, 2, hurt=True), plus(START, today)) == set()


def test_the_plays_of_a_chapter_are_those_from_its_first_day_to_the_slot_before_this_one():
    child, now = recorded(0, 1, 2, 3), slot("a")
    now = replace(now, day=plus(START, 2), slot=Slot.EVENING)
    assert [a.id for a in before(child, now, plus(START, 1))] == ["1 morning", "1 evening", "2 morning"]
    now = replace(now, slot=Slot.MORNING)
    assert [a.id for a in before(child, now, plus(START, 2))] == ["2 evening"], "told of the evening already"


@pytest.mark.parametrize(
    ("count", "row"), [(3, ["ab", "c", "de"]), (4, ["ab", "c", "d", "e"]), (5, ["a", "b", "c", "d", "e"])]
)
def test_where_all_is_played_and_there_are_few_places_the_last_three_are_looked_back_on(count: int, row: list[str]):
    todays = [Station(StationKind.PLAYED, n, is_todays=True) for n in "abcde"]
    assert shown(tuple(windowed(todays, count))) == row


def test_of_two_plays_with_as_many_stars_the_later_is_shown():
    row = stations(slot("ab", (play("a", 2, "1"), play("a", 2, "2"))), [], 0)
    assert row[0].attempt is not None and row[0].attempt.id == "2"
