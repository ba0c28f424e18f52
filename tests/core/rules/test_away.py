"""Done away from the computer: in time it counts like a play here, later it is for the record, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import (
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseOrdered,
    Fact,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    QuestKind,
    Retracted,
    SessionStarted,
    SignsTicked,
    StarsAwarded,
    SurgeonAgreed,
    SurgeryPlanned,
    ToldLater,
)
from game.core.reports.progress import progress
from game.core.reports.records import ProgressReport
from game.core.rules.away import Tick, ToldAway, dose_of, taken_back, told_already, told_away, whole_quest
from game.core.rules.journey import Journey, journey
from game.core.rules.state import RestingExercise, is_resting
from game.core.rules.today import quest_names
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL as HERE
from game.core.simulate.simulation import begun
from tests.diary import START, both, case, catalogue, every_day, lived

AM, PM = Slot.MORNING, Slot.EVENING
ZONE = timezone(timedelta(hours=1))


def child(days: int = 10) -> SimulatedChild:
    """Mornings well played, one after another."""
    return lived(every_day(range(days)), days).robin


def tell(robin: SimulatedChild, day: int, *ticks: Tick, begun: Slot = PM) -> ToldAway:
    """Tells these on that day at eight in the evening, and records what comes of it."""
    on, names = plus(START, day), count(len(robin.events))
    now = datetime(on.year, on.month, on.day, 20, tzinfo=ZONE)
    found = told_away(catalogue(), robin.child, ticks, begun, now, (f"away-{n}" for n in names))
    robin.record(on, 20, *found.facts)
    return found


def tick(
    day: int, exercise: str = "bear_walk", slot: Slot = PM, grade: Grade = Grade.WELL, effort: Effort = Effort.RIGHT,
    score: int | None = None,
) -> Tick:  # fmt: skip
    return Tick(plus(START, day), slot, exercise, grade, effort, score)


def whole(robin: SimulatedChild, seen: int, day: int, slot: Slot = PM) -> list[Tick]:
    """The whole quest of a slot, as seen on the day `seen`."""
    names = quest_names(journey(catalogue(), robin.child, plus(START, seen)), plus(START, day), slot)
    return [Tick(plus(START, day), slot, name) for name in names]


def refusals(found: ToldAway) -> list[tuple[str, str]]:
    return [(t.exercise, why.key) for t, why in found.refused]


def state(robin: SimulatedChild, day: int, seen: int | None = None):
    """A day as it stood in the evening, as seen from the day `seen` (None: itself)."""
    return journey(catalogue(), robin.child, plus(START, day if seen is None else seen)).now(plus(START, day))


def told(found: ToldAway, kind: type[Fact]) -> list[Fact]:
    return [fact for fact in found.facts if isinstance(fact, kind)]


# ---------------------------------------------------------------- in time
def test_a_whole_quest_done_away_yesterday_is_what_it_would_have_been_here() -> None:
    here, away = child(), child()
    here.play(plus(START, 10), plus(START, 9), PM, here.quest(plus(START, 10), plus(START, 9), PM),
              HERE, is_quest=True)  # fmt: skip
    found = tell(away, 10, *whole(away, 10, 9))
    assert found.stars == 3 * len(found.counting) + 1 and not found.later and not found.refused
    assert away.child.stars == here.child.stars
    mine, theirs = state(away, 10), state(here, 10)
    assert (mine.tracks, mine.budget, mine.good_days, mine.run) == (
        theirs.tracks, theirs.budget, theirs.good_days, theirs.run,
    )  # fmt: skip


def test_it_is_told_at_the_dose_of_its_own_day() -> None:
    robin = lived(both(range(16), "finished well easy"), 16).robin
    way = journey(catalogue(), robin.child, plus(START, 16))
    robin.take_back(plus(START, 16), [a for a in robin.child.attempts.values() if a.on >= plus(START, 14)])
    way = journey(catalogue(), robin.child, plus(START, 16))
    day = plus(START, 14)
    dose = dose_of(way, day, PM, "bear_walk")
    (play,) = told(tell(robin, 16, tick(14)), LevelPlayed)
    assert isinstance(play, LevelPlayed)
    assert (play.sets, play.amount) == (dose.sets, dose.amount) != (1, catalogue().exercises["bear_walk"].ramp.start)
    assert (play.away, play.outcome, play.done_left) == (True, Outcome.FINISHED, dose.sets * dose.amount)


@pytest.mark.parametrize(
    ("grade", "score", "outcome", "stars"),
    [
        (Grade.WELL, None, Outcome.FINISHED, 3),
        (Grade.HELPED, None, Outcome.FINISHED, 2),
        (Grade.PARTLY, None, Outcome.STOPPED, 1),
        (Grade.NOT_TODAY, 2, Outcome.HURT, 1),
        (Grade.WELL, 3, Outcome.FINISHED, 3),
    ],
)
def test_the_grade_brings_the_stars_it_brings_here(
    grade: Grade, score: int | None, outcome: Outcome, stars: int
) -> None:
    robin = child()
    before = robin.child.stars
    found = tell(robin, 10, tick(9, "caterpillar", PM, grade, score=score))
    (play,) = told(found, LevelPlayed)
    assert isinstance(play, LevelPlayed)
    assert (play.outcome, robin.child.stars - before, found.stars) == (outcome, stars, stars)
    assert play.done_right == play.done_left and (play.done_left > 0) is (grade is not Grade.NOT_TODAY)  # each foot
    assert all(f.stars > 0 for f in found.facts if isinstance(f, StarsAwarded))
    assert [f.score for f in told(found, OuchTold) if isinstance(f, OuchTold)] == ([] if score is None else [score])


def test_partly_is_half_of_it_with_no_units_lost_to_a_foot() -> None:
    robin = child()
    found = tell(robin, 10, tick(9, "bear_walk", grade=Grade.PARTLY))
    (play,) = told(found, LevelPlayed)
    assert isinstance(play, LevelPlayed)
    assert (play.done_left, play.done_right) == (play.sets * play.amount // 2, 0)


def test_both_slots_and_two_days_are_told_at_once_in_the_order_of_their_days() -> None:
    robin = child(8)
    ticks = [*whole(robin, 10, 10, AM), *whole(robin, 10, 8, AM), *whole(robin, 10, 8, PM)]
    found = tell(robin, 10, *ticks)
    begun_ = [(f.on, f.slot) for f in told(found, SessionStarted) if isinstance(f, SessionStarted)]
    assert begun_ == [(plus(START, 8), AM), (plus(START, 8), PM), (plus(START, 10), AM)]
    assert all(f.quest is QuestKind.AWAY for f in told(found, SessionStarted) if isinstance(f, SessionStarted))
    assert len([f for f in told(found, StarsAwarded) if isinstance(f, StarsAwarded) and f.why == "quest"]) >= 2
    assert state(robin, 10).run.active_days == 9  # today is not over


def test_what_has_not_come_yet_earns_its_stars_and_comes_no_sooner() -> None:
    robin = child(8)
    assert "giraffe_walk" not in state(robin, 8).tracks
    found = tell(robin, 8, tick(8, "giraffe_walk", AM))
    assert found.stars == 3 and "giraffe_walk" not in state(robin, 8).tracks
    (play,) = told(found, LevelPlayed)
    assert isinstance(play, LevelPlayed) and play.amount == catalogue().exercises["giraffe_walk"].ramp.start


def test_a_grown_up_in_the_programme_gets_no_stars() -> None:
    robin = begun(catalogue(), case("grown_up", "11+"))
    found = tell(robin, 1, *whole(robin, 1, 1))
    assert found.counting and found.stars == 0 == robin.child.stars


def test_what_is_done_away_leaves_the_rest_of_the_quest_to_be_played() -> None:
    robin = child()
    first, *rest = whole(robin, 10, 10, AM)
    tell(robin, 10, first, begun=AM)
    left = robin.whole_quest(plus(START, 10), plus(START, 10), AM)
    assert left == tuple(t.exercise for t in rest)


def all_of(robin: SimulatedChild, seen: int, day: int, *slots: Slot, begun: Slot = PM) -> list[tuple[Slot, str]]:
    now = datetime(2026, 1, 5, 20, tzinfo=ZONE) + timedelta(days=seen)
    ticks = whole_quest(catalogue(), robin.child, plus(START, day), slots, begun, now)
    assert all((t.on, t.grade, t.effort, t.score) == (plus(START, day), Grade.WELL, Effort.RIGHT, None) for t in ticks)
    return [(t.slot, t.exercise) for t in ticks]


def test_the_whole_quest_of_both_slots_has_the_evening_as_it_is_when_the_morning_was_done() -> None:
    robin = lived(both(range(14)), 14).robin
    twin = lived(both(range(14)) + "+14 morning * finished well right\n", 15).robin
    day = plus(START, 14)
    evening = quest_names(journey(catalogue(), twin.child, day), day, PM)
    morning = quest_names(journey(catalogue(), robin.child, day), day, AM)
    assert set(evening) != set(morning)
    for seen in (14, 16, 30):
        assert all_of(robin, seen, 14, PM, AM) == [*((AM, e) for e in morning), *((PM, e) for e in evening)]
        assert all_of(robin, seen, 14, PM) == [(PM, e) for e in morning]  # a missed morning's quest is the evening's


def test_the_whole_quest_is_what_of_it_is_not_written_down_yet_and_nothing_where_nothing_was_on_offer() -> None:
    robin = child()
    first, *rest = all_of(robin, 10, 10, AM)
    tell(robin, 10, tick(10, first[1], AM))
    assert all_of(robin, 10, 10, AM) == rest
    tell(robin, 10, *(tick(10, e, AM) for _, e in rest))
    assert all_of(robin, 10, 10, AM) == []
    robin.record(plus(START, 10), 21, Paused(PauseReason.ILL, plus(START, 11), plus(START, 12)))
    assert all_of(robin, 14, 11, AM, PM) == []
    assert all_of(robin, 11, 13, AM, begun=AM) == []  # a day to come
    assert all_of(robin, 14, -9, AM) == []


# ---------------------------------------------------------------- later
@pytest.mark.parametrize(("told_on", "counts"), [(9, True), (10, True), (11, False), (40, False)])
def test_two_days_back_it_counts_and_later_it_is_for_the_record_alone(told_on: int, counts: bool) -> None:
    robin = child(8)
    stars = robin.child.stars
    found = tell(robin, told_on, tick(8))
    assert (bool(found.counting), bool(found.later), robin.child.stars > stars) == (counts, not counts, counts)
    assert [type(f) for f in found.facts].count(ToldLater) == (not counts)
    assert len(robin.child.later) == (not counts)


def without_marks(report: ProgressReport) -> ProgressReport:
    """The report with no day marked as told later."""
    weeks = (replace(w, days=tuple(replace(d, later=frozenset()) for d in w.days)) for w in report.weeks)
    return replace(report, weeks=tuple(weeks))


def test_for_the_record_nothing_changes_but_the_record() -> None:
    robin = lived(both(range(20)), 30).robin
    before = [state(robin, n) for n in range(36)]
    report = progress(catalogue(), robin.child, plus(START, 35))
    found = tell(robin, 35, *(tick(n, e) for n in range(21, 32) for e in ("bear_walk", "lego_bricks")))
    assert len(found.later) == 22 and found.stars == 0
    assert [state(robin, n) for n in range(36)] == before
    assert without_marks(progress(catalogue(), robin.child, plus(START, 35))) == report, (
        "but for a sign in the calendar"
    )
    assert [row.told.on for row in robin.child.later] == [t.on for t in found.later]


@pytest.mark.parametrize(("score", "rests"), [(None, False), (0, False), (3, False), (4, True), (10, True)])
def test_strong_pain_rests_the_exercise_from_the_day_it_is_told(score: int | None, rests: bool) -> None:
    robin = child()
    tell(robin, 14, tick(11, score=score))
    assert "bear_walk" not in state(robin, 13, seen=14).resting
    assert ("bear_walk" in state(robin, 14).resting) is rests
    assert state(robin, 14).last_pain is None  # seven quiet days are a rule for what is told in time


@pytest.mark.parametrize(("apart", "stops"), [(6, True), (7, False)])
def test_pain_for_the_record_counts_for_the_painful_stop_by_its_own_day(apart: int, stops: bool) -> None:
    robin = lived(every_day(range(10)) + f"+{10 + apart} morning bear_walk ouch 5\n", 18).robin
    tell(robin, 20, tick(10, "lego_bricks", score=4))
    assert state(robin, 20).stopped_on == (plus(START, 20) if stops else None)
    assert state(robin, 19, seen=20).stopped_on is None


def test_pain_of_a_day_before_the_doctor_was_asked_begins_no_second_stop() -> None:
    robin = lived(every_day(range(10)) + "+10 morning bear_walk ouch 5\n+12 morning lego_bricks ouch 5\n", 13).robin
    robin.record(plus(START, 13), 7, DoctorAsked("pain"), ExerciseAllowed(None))
    tell(robin, 20, tick(8, "caterpillar", score=9), tick(9, "caterpillar", score=9))
    assert state(robin, 20).stopped_on is None and "caterpillar" in state(robin, 20).resting


def test_what_counts_is_told_before_pain_for_the_record_rests_the_exercise() -> None:
    robin = child(8)
    found = tell(robin, 14, tick(9, score=6), tick(13), tick(14, slot=AM))
    assert not found.refused and (len(found.counting), len(found.later)) == (2, 1)
    assert "bear_walk" in state(robin, 14).resting


def test_pain_that_counts_rests_the_exercise_in_the_later_slots_of_the_same_week() -> None:
    robin = child(8)
    found = tell(robin, 10, tick(9, slot=AM, score=5), tick(9, slot=PM), tick(10, slot=AM), tick(10, "lego_bricks", AM))
    assert refusals(found) == [("bear_walk", "confirm_refused_resting")] * 2
    assert [t.exercise for t in found.counting] == ["bear_walk", "lego_bricks"]


# ---------------------------------------------------------------- refused, with the reason
def test_a_day_to_come_is_refused_and_so_is_an_evening_that_has_not_begun() -> None:
    robin = child()
    found = tell(robin, 10, tick(11, slot=AM), tick(10, slot=PM), tick(10, slot=AM), begun=AM)
    assert refusals(found) == [("bear_walk", "record_refused_future")] * 2
    assert [t.slot for t in found.counting] == [AM]


def test_a_day_before_the_child_was_added_is_refused() -> None:
    robin = child()
    assert robin.child.added_on == plus(START, -1)
    assert refusals(tell(robin, 10, tick(-2))) == [("bear_walk", "record_refused_before")]
    assert not refusals(tell(robin, 10, tick(-1)))


def test_nothing_is_told_twice_neither_what_was_played_nor_what_was_told() -> None:
    robin = child()
    played = next(a.exercise for a in robin.child.attempts.values() if a.on == plus(START, 9))
    assert refusals(tell(robin, 10, tick(9, played, AM))) == [(played, "record_refused_twice")]
    for on in (9, 5):
        assert not tell(robin, 10, tick(on)).refused
        again = tell(robin, 10, tick(on, grade=Grade.HELPED), tick(on))
        assert refusals(again) == [("bear_walk", "record_refused_twice")] and not again.facts
    assert told_already(robin.child, plus(START, 5)) >= {(PM, "bear_walk")}


@pytest.mark.parametrize("on", [9, 5])
def test_of_two_words_on_the_same_exercise_told_at_once_the_first_is_told(on: int) -> None:
    robin = child(5)
    found = tell(robin, 10, tick(on, grade=Grade.HELPED), tick(on, grade=Grade.PARTLY))
    assert [t.grade for t in (*found.counting, *found.later)] == [Grade.HELPED] and not found.refused


def test_two_computers_told_the_same_of_the_same_week_once() -> None:
    robin = child()
    later = tell(robin, 14, tick(9), tick(10)).facts
    robin.record(plus(START, 14), 21, *later)
    assert [row.told.on for row in robin.child.later] == [plus(START, 9), plus(START, 10)]


def test_what_is_not_in_the_programme_of_that_day_is_refused() -> None:
    robin = child()
    found = tell(robin, 10, tick(9, "duckling_walk"), tick(3, "duckling_walk"))
    assert refusals(found) == [("duckling_walk", "confirm_refused_programme")] * 2


def test_what_rested_after_pain_on_that_day_is_refused_and_so_is_all_while_the_programme_rests() -> None:
    robin = lived(
        every_day(range(10))
        + "+10 morning bear_walk ouch 5\n+12 morning lego_bricks ouch 5\n+13 resume doctor-asked\n",
        14,
    ).robin
    found = tell(robin, 20, tick(11), tick(11, "caterpillar"), tick(12, "caterpillar"), tick(14, "caterpillar"))
    assert refusals(found) == [
        ("bear_walk", "confirm_refused_resting"), ("caterpillar", "confirm_refused_stopped"),
    ]  # fmt: skip
    assert [t.on for t in found.later] == [plus(START, 11), plus(START, 14)]


def written(found: ToldAway) -> list[tuple[date, str, Grade, int | None]]:
    """What of it is for the record."""
    return [(f.on, f.exercise, f.grade, f.score) for f in found.facts if isinstance(f, ToldLater)]


@pytest.mark.parametrize("told_on", [12, 20])
def test_pain_told_with_what_is_refused_is_written_down_for_the_record_and_earns_nothing(told_on: int) -> None:
    robin = lived(every_day(range(10)) + "+10 morning bear_walk ouch 5\n", told_on).robin
    stars = robin.child.stars
    found = tell(robin, told_on, tick(11, score=3), tick(11, "duckling_walk", score=2))
    assert refusals(found) == [
        ("bear_walk", "confirm_refused_resting"), ("duckling_walk", "confirm_refused_programme"),
    ]  # fmt: skip
    assert [t.exercise for t in found.hurt] == ["bear_walk", "duckling_walk"] and not found.left_out
    assert written(found) == [
        (plus(START, 11), "bear_walk", Grade.NOT_TODAY, 3), (plus(START, 11), "duckling_walk", Grade.NOT_TODAY, 2),
    ]  # fmt: skip
    assert len(found.facts) == 2 and not found.counting and not found.later and robin.child.stars == stars


def test_strong_pain_told_with_what_rested_rests_it_from_the_day_it_is_told() -> None:
    robin = lived(every_day(range(10)) + "+10 morning bear_walk ouch 5\n", 11).robin
    robin.record(plus(START, 12), 7, ExerciseAllowed("bear_walk"))
    assert not is_resting(state(robin, 13), "bear_walk", plus(START, 13))
    tell(robin, 13, tick(12, score=7))
    assert is_resting(state(robin, 14), "bear_walk", plus(START, 14))
    assert state(robin, 14).resting["bear_walk"] == RestingExercise(plus(START, 13), 7, hurt_on=plus(START, 12))


@pytest.mark.parametrize(("apart", "stops"), [(6, True), (7, False)])
def test_strong_pain_told_with_what_was_refused_counts_for_the_painful_stop_by_its_own_day(
    apart: int, stops: bool
) -> None:
    robin = lived(every_day(range(10)) + "+10 morning bear_walk ouch 5\n", 10 + apart).robin
    tell(robin, 10 + apart + 1, tick(10 + apart, score=4))
    assert state(robin, 10 + apart + 1).stopped_on == (plus(START, 10 + apart + 1) if stops else None)
    assert state(robin, 10 + apart, seen=10 + apart + 1).stopped_on is None


def test_pain_of_what_was_refused_refuses_nothing_that_was_done_before_it_was_told() -> None:
    robin = lived(every_day(range(10)) + "+10 morning lego_bricks ouch 5\n", 11).robin
    found = tell(robin, 12, tick(11, "lego_bricks", score=8), tick(12), tick(12, "caterpillar", AM))
    assert refusals(found) == [("lego_bricks", "confirm_refused_resting")]
    assert [t.exercise for t in found.counting] == ["caterpillar", "bear_walk"]
    assert state(robin, 12).stopped_on == plus(START, 12)


@pytest.mark.parametrize(
    ("tick_", "why"),
    [
        (tick(11, score=9), "record_refused_future"),
        (tick(10, score=9), "record_refused_future"),
        (tick(-2, score=9), "record_refused_before"),
    ],
)
def test_no_pain_is_told_of_a_day_to_come_or_from_before_the_child_was_there(tick_: Tick, why: str) -> None:
    robin = child()
    found = tell(robin, 10, tick_, begun=AM)
    assert refusals(found) == [("bear_walk", why)] and not found.facts and not found.hurt and found.left_out == 1


def test_pain_of_what_is_refused_is_written_down_once_and_may_be_taken_back() -> None:
    robin = lived(every_day(range(10)) + "+10 morning bear_walk ouch 5\n", 11).robin
    before = state(robin, 12)
    assert tell(robin, 12, tick(11, score=6)).hurt
    again = tell(robin, 12, tick(11, score=6))
    assert refusals(again) == [("bear_walk", "record_refused_twice")] and not again.facts
    robin.record(plus(START, 12), 21, *taken_back(robin.child, [row.event for row in robin.child.later]))
    assert not robin.child.later and state(robin, 12) == before
    assert len(tell(robin, 12, tick(11, score=6)).hurt) == 1


@pytest.mark.parametrize(("score", "kept"), [(None, 0), (0, 0), (1, 1)])
def test_what_is_refused_without_pain_leaves_nothing_behind(score: int | None, kept: int) -> None:
    robin = child(8)
    robin.record(plus(START, 8), 9, SurgeryPlanned(plus(START, 9), plus(START, 23)))
    robin.record(plus(START, 8), 10, SurgeonAgreed(True))
    found = tell(robin, 11, tick(10, score=score))
    assert refusals(found) == [("bear_walk", "confirm_refused_locked")]
    assert (len(found.facts), len(found.hurt), found.left_out) == (kept, kept, 1 - kept)


@pytest.mark.parametrize("told_on", [9, 16])
def test_nothing_is_told_of_a_day_with_signs_that_no_doctor_was_asked_about(told_on: int) -> None:
    robin = child(8)
    robin.record(plus(START, 8), 9, SignsTicked(("limp",)))
    robin.record(plus(START, 9), 9, DoctorAsked("signs"))
    assert refusals(tell(robin, told_on, tick(8))) == [("bear_walk", "record_refused_signs")]


@pytest.mark.parametrize("told_on", [11, 30])
def test_nothing_is_told_of_a_day_behind_an_operations_lock_also_where_the_dates_were_told_afterwards(
    told_on: int,
) -> None:
    robin = child(8)
    surgery, opens = plus(START, 9), plus(START, 23)
    robin.record(plus(START, 11), 9, SurgeryPlanned(surgery, opens))
    robin.record(plus(START, 11), 10, SurgeonAgreed(True))
    found = tell(robin, told_on, tick(8), tick(9), tick(10), tick(22), tick(23))
    locked = {t.on for t, why in found.refused if why.key == "confirm_refused_locked"}
    assert locked >= {surgery, plus(START, 10)} and plus(START, 8) not in locked
    assert plus(START, 22) in locked or told_on == 11
    assert [t.on for t in found.later] == [plus(START, 8), *([plus(START, 23)] if told_on == 30 else [])]


@pytest.mark.parametrize("missing", ["the word", "a date"])
def test_while_a_date_or_the_surgeons_word_is_missing_nothing_is_told_since_the_operation(missing: str) -> None:
    robin = child(8)
    robin.record(plus(START, 11), 9, SurgeryPlanned(plus(START, 9), plus(START, 23) if missing == "the word" else None))
    found = tell(robin, 40, tick(8), tick(9), tick(30), tick(40, slot=AM))
    assert [t.on for t, _ in found.refused] == [plus(START, 40), plus(START, 9), plus(START, 30)]
    assert {why.key for _, why in found.refused} == {"confirm_refused_locked"}


@pytest.mark.parametrize("agreed", [False, True])
def test_a_day_after_the_surgeons_date_that_was_told_later_waits_for_the_surgeons_word(agreed: bool) -> None:
    robin = child(8)
    robin.record(plus(START, 35), 9, SurgeryPlanned(plus(START, 9), plus(START, 23)))
    if agreed:
        robin.record(plus(START, 36), 9, SurgeonAgreed(True))
    found = tell(robin, 40, tick(22), tick(30))
    assert [t.on for t, _ in found.refused] == [plus(START, 22), *([] if agreed else [plus(START, 30)])]


def test_not_today_is_told_only_where_it_hurt() -> None:
    for score in (None, 0):
        with pytest.raises(ValueError, match="bear_walk"):
            Tick(START, AM, "bear_walk", Grade.NOT_TODAY, score=score)


# ---------------------------------------------------------------- taken back
def test_taken_back_it_is_as_if_it_had_never_been_told() -> None:
    robin = child(8)
    before, stars = state(robin, 30), robin.child.stars
    tell(robin, 10, *whole(robin, 10, 9), tick(4))
    names = [a.id for a in robin.child.attempts.values() if a.away] + [row.event for row in robin.child.later]
    facts = taken_back(robin.child, names)
    robin.record(plus(START, 10), 21, *facts)
    assert not any(a.away for a in robin.child.attempts.values()) and not robin.child.later
    assert plus(START, 9) not in {s.on for s in robin.child.sessions.values()}
    assert (robin.child.stars, state(robin, 30)) == (stars, before)


def test_a_session_stays_while_a_play_of_it_stands_and_plays_here_are_not_touched() -> None:
    robin = child(8)
    tell(robin, 10, tick(9, "bear_walk"), tick(9, "lego_bricks"))
    one, _ = [a for a in robin.child.attempts.values() if a.away]
    here = next(a for a in robin.child.attempts.values() if not a.away)
    facts = taken_back(robin.child, [one.id, here.id, "nothing"])
    assert facts == (Retracted(one.event),)
    robin.record(plus(START, 10), 21, *facts)
    assert [a.exercise for a in robin.child.attempts.values() if a.away] == ["lego_bricks"]


def test_what_was_taken_back_may_be_said_anew_at_any_time_and_counts() -> None:
    robin = child(8)
    tell(robin, 9, tick(8))
    (wrong,) = [a.id for a in robin.child.attempts.values() if a.away]
    robin.record(plus(START, 9), 21, *taken_back(robin.child, [wrong]))
    found = tell(robin, 30, tick(8, grade=Grade.HELPED), tick(9))
    assert [t.on for t in found.counting] == [plus(START, 8)] and found.stars == 2
    assert [t.on for t in found.later] == [plus(START, 9)]


def test_an_entry_for_the_record_that_hurt_lets_the_exercise_rest_no_more_once_it_is_taken_back() -> None:
    robin = child()
    tell(robin, 14, tick(11, score=7))
    robin.record(plus(START, 14), 21, *taken_back(robin.child, [row.event for row in robin.child.later]))
    assert "bear_walk" not in state(robin, 14).resting


def test_the_words_it_tells_are_those_of_the_ticks() -> None:
    robin = child(8)
    found = tell(robin, 14, tick(13, grade=Grade.HELPED, effort=Effort.EASY), tick(9, grade=Grade.PARTLY, score=2))
    assert [f for f in found.facts if isinstance(f, LevelConfirmed)] == [
        LevelConfirmed("away-" + str(len_before(found)), Grade.HELPED, Effort.EASY)
    ]
    (later,) = told(found, ToldLater)
    assert isinstance(later, ToldLater)
    assert (later.on, later.slot, later.grade, later.effort, later.score) == (
        date(2026, 1, 14), PM, Grade.PARTLY, Effort.RIGHT, 2,
    )  # fmt: skip
    dose = dose_of(journey(catalogue(), robin.child, plus(START, 14)), later.on, PM, "bear_walk")
    assert (later.sets, later.amount) == (dose.sets, dose.amount)


def len_before(found: ToldAway) -> int:
    """The number in the name of the play."""
    (play,) = told(found, LevelPlayed)
    assert isinstance(play, LevelPlayed)
    return int(play.attempt.removeprefix("away-"))


def test_the_way_it_was_told_by_is_the_familys_again_afterwards() -> None:
    """The rules try the ticks on a child that is never recorded: the real one's days are what they were."""
    robin = child()
    before = state(robin, 10)
    on = plus(START, 10)
    told_away(catalogue(), robin.child, [tick(9), tick(3, score=9)], PM, datetime(2026, 1, 15, 20, tzinfo=ZONE),
              (f"x-{n}" for n in count()))  # fmt: skip
    assert journey(catalogue(), robin.child, on).now(on) == before
    assert before == Journey(catalogue(), robin.child, on).now(on)


def test_with_one_foot_ordered_it_is_told_of_that_foot_alone() -> None:
    robin = child(6)
    robin.record(plus(START, 6), 9, ExerciseOrdered("caterpillar", "a therapist", plus(START, 6), foot=Foot.RIGHT))
    found = tell(robin, 12, tick(8, "caterpillar"), tick(11, "caterpillar"), tick(11, "lego_bricks"))
    (later,) = told(found, ToldLater)
    one, both_feet = told(found, LevelPlayed)
    assert isinstance(later, ToldLater) and isinstance(one, LevelPlayed) and isinstance(both_feet, LevelPlayed)
    assert (later.foot, one.foot, both_feet.foot) == (Foot.RIGHT, Foot.RIGHT, None)
    assert one.done_left == 0 < one.done_right and both_feet.done_left == both_feet.done_right > 0
