"""What waits for a parent's decision, told to the rules alone; the pages that show it are tried in `tests/scenes/parent`."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    ChildPutAway,
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseSwitched,
    Fact,
    GatePassed,
    GateTried,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    SignsTicked,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.reports.needs import Need, NeedKind, most_urgent, needs, no_good_seen, tries_seen
from game.core.rules.state import OperationDate
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, case, every_day, lived

HURT_ON = 8  # after a week of good mornings


def of(robin: SimulatedChild, n: int) -> tuple[Need, ...]:
    return needs(robin.catalogue, robin.family, robin.id, plus(START, n))


def kinds(robin: SimulatedChild, n: int) -> list[NeedKind]:
    return [need.kind for need in of(robin, n)]


def well(**who: object) -> SimulatedChild:
    return lived(every_day(range(8)), 8, case(**who)).robin  # type: ignore[arg-type]


def tell(robin: SimulatedChild, n: int, *facts: Fact, hour: int = 9) -> None:
    robin.record(plus(START, n), hour, *facts)


def hurts(robin: SimulatedChild, n: int, exercise: str = "bear_walk", score: int | None = 5, hour: int = 9) -> str:
    name, on = f"{exercise} {n}", plus(START, n)
    play = LevelPlayed(name, f"s {n}", on, Slot.MORNING, exercise, 1, 20, Outcome.HURT, 5)
    tell(robin, n, play, OuchTold(name, exercise, on, Slot.MORNING, score), hour=hour)
    return name


def said(robin: SimulatedChild, n: int, attempt: str) -> None:
    tell(robin, n, LevelConfirmed(attempt, Grade.PARTLY, Effort.RIGHT), hour=10)


# ---------------------------------------------------------------- pain
def test_nothing_waits_of_a_child_all_of_whose_days_were_told() -> None:
    assert of(well(), 8) == ()


@pytest.mark.parametrize(("score", "rests"), [(3, False), (4, True), (10, True)])
def test_what_rests_waits_to_be_allowed_from_four_on(score: int, rests: bool) -> None:
    robin = well()
    said(robin, HURT_ON, hurts(robin, HURT_ON, score=score))
    on = plus(START, HURT_ON)
    rest = Need(NeedKind.RESTING, since=on, about="bear_walk", score=score, hurt_on=on)
    assert of(robin, HURT_ON) == ((rest,) if rests else ()) == of(robin, HURT_ON + 20)
    tell(robin, HURT_ON + 20, ExerciseAllowed("bear_walk"))
    assert of(robin, HURT_ON + 20) == ()


def test_of_what_rests_the_latest_comes_first_and_what_was_left_out_asks_nothing() -> None:
    robin = well()
    said(robin, 8, hurts(robin, 8, "caterpillar"))
    said(robin, 20, hurts(robin, 20, "bear_walk"))
    assert [need.about for need in of(robin, 21)] == ["bear_walk", "caterpillar"]
    tell(robin, 21, ExerciseSwitched("bear_walk", False))
    assert [need.about for need in of(robin, 21)] == ["caterpillar"]


def test_a_painful_stop_waits_for_the_doctor_and_then_what_rests_does() -> None:
    robin = well()
    for n, exercise in ((8, "bear_walk"), (9, "caterpillar")):
        said(robin, n, hurts(robin, n, exercise))
    assert of(robin, 10) == (Need(NeedKind.STOPPED, since=plus(START, 9)),)
    tell(robin, 10, DoctorAsked("pain"))
    assert kinds(robin, 10) == [NeedKind.RESTING, NeedKind.RESTING]


def test_who_has_not_said_how_much_it_hurt_is_asked_for_six_days_more() -> None:
    robin = well()
    name = hurts(robin, HURT_ON, score=None)
    said(robin, HURT_ON, name)
    how_much = Need(NeedKind.HOW_MUCH, since=plus(START, HURT_ON), about="bear_walk", attempts=(name,), n=1)
    assert [of(robin, HURT_ON + n) for n in (-1, 0, 6, 7)] == [(), (how_much,), (how_much,), ()]


def test_the_oldest_unanswered_pain_is_asked_for_first_and_an_answer_ends_it() -> None:
    robin = well()
    names = [
        hurts(robin, n, exercise, None) for n, exercise in ((9, "bear_walk"), (8, "caterpillar"), (8, "lego_bricks"))
    ]
    asked = [need.attempts[0] for need in of(robin, 9) if need.kind is NeedKind.HOW_MUCH]
    assert asked == [names[1], names[2], names[0]]
    tell(robin, 12, OuchTold(names[0], "bear_walk", plus(START, 9), Slot.MORNING, 0))
    assert names[0] not in [need.attempts[0] for need in of(robin, 12) if need.kind is NeedKind.HOW_MUCH]


# ---------------------------------------------------------------- locks
def test_ticked_signs_wait_for_the_doctors_word() -> None:
    robin = well()
    tell(robin, 8, SignsTicked(("limp", "swelling")))
    assert of(robin, 10) == (Need(NeedKind.SIGNS, since=plus(START, 8), n=2),)
    tell(robin, 10, DoctorAsked("signs"))
    assert of(robin, 10) == ()


@pytest.mark.parametrize(
    ("surgery", "surgeon", "missing"),
    [(None, None, None), (0, None, OperationDate.START), (None, 0, OperationDate.SURGERY)],
)
def test_an_operation_waits_for_its_missing_date_and_says_which(
    surgery: int | None, surgeon: int | None, missing: OperationDate | None
) -> None:
    robin = well()
    dates = (None if n is None else plus(START, n) for n in (surgery, surgeon))
    tell(robin, 8, ProgrammeChosen("after_surgery"), SurgeryPlanned(*dates), SurgeonAgreed(True))
    assert of(robin, 100) == (Need(NeedKind.DATES, date=missing),)


def test_the_surgeons_word_is_asked_for_from_the_day_of_the_lock_on() -> None:
    robin = well()
    tell(robin, 8, ProgrammeChosen("after_surgery"), SurgeryPlanned(plus(START, 8), plus(START, 8)))
    asked = Need(NeedKind.SURGEON, since=plus(START, 22))
    assert [of(robin, n) for n in (21, 22, 23)] == [(), (asked,), (asked,)]
    tell(robin, 23, SurgeonAgreed(True))
    assert of(robin, 23) == ()


# ---------------------------------------------------------------- words, tries, days
def test_exercises_nobody_has_told_of_wait_two_days_in_one_need() -> None:
    robin = well()
    names = []
    for n in (8, 9):
        names.append(f"play {n}")
        tell(
            robin,
            n,
            LevelPlayed(names[-1], f"s {n}", plus(START, n), Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20),
        )

    def word(*attempts: str) -> Need:
        since = next(a.on for a in robin.child.attempts.values() if a.id == attempts[0])
        return Need(NeedKind.WORD, since=since, attempts=attempts, n=len(attempts))

    assert [of(robin, n) for n in (9, 10, 11, 12)] == [(word(*names),), (word(*names),), (word(names[1]),), ()]


@pytest.mark.parametrize(("wrong", "told"), [(1, 0), (2, 2), (3, 3)])
def test_wrong_tries_are_told_until_they_were_read_and_a_slip_is_not(wrong: int, told: int) -> None:
    robin = well()
    tell(robin, 8, *[GateTried()] * wrong)
    last = robin.events[-1].at
    tell(robin, 8, GateTried(), GatePassed())
    found = of(robin, 8)
    assert found == ((Need(NeedKind.TRIES, n=told, at=last),) if told else ())
    if told:
        assert most_urgent(robin.catalogue, robin.family, plus(START, 8)) is None, "they are no child's"
        tell(robin, 8, *tries_seen(found[0]))
        assert of(robin, 8) == ()


def hard(days: int) -> SimulatedChild:
    return lived(every_day(range(days), "morning * finished well hard"), days).robin


@pytest.mark.parametrize(("days", "told"), [(13, False), (14, True), (15, True)])
def test_fourteen_active_days_without_a_good_one_are_told_until_they_were_read(days: int, told: bool) -> None:
    robin = hard(days)
    found = of(robin, days)
    assert found == ((Need(NeedKind.NO_GOOD, since=plus(START, 14), n=days),) if told else ())
    if told:
        tell(robin, days, *no_good_seen(robin.id, found[0]))
        assert of(robin, days) == ()
        other = Need(NeedKind.NO_GOOD, since=plus(START, 40))
        assert no_good_seen(robin.id, other) != no_good_seen(robin.id, found[0]), "another stretch is told anew"


def test_fourteen_such_days_can_wait_while_signs_are_asked_about() -> None:
    robin = hard(14)
    tell(robin, 14, SignsTicked(("limp",)))
    assert kinds(robin, 14) == [NeedKind.SIGNS]


def test_a_need_without_its_moment_leaves_nothing_to_be_told() -> None:
    assert tries_seen(Need(NeedKind.TRIES)) == () == no_good_seen("anna", Need(NeedKind.NO_GOOD))


# ---------------------------------------------------------------- order
def test_the_most_urgent_comes_first() -> None:
    robin = hard(14)
    said(robin, 14, hurts(robin, 14, "caterpillar"))
    hurts(robin, 14, "lego_bricks", None)
    tell(robin, 14, *[GateTried()] * 4, GatePassed(), hour=12)
    assert kinds(robin, 14) == [NeedKind.RESTING, NeedKind.HOW_MUCH, NeedKind.WORD, NeedKind.TRIES, NeedKind.NO_GOOD]
    assert most_urgent(robin.catalogue, robin.family, plus(START, 14)) == robin.id


def test_of_a_child_put_away_nothing_waits() -> None:
    robin = well()
    said(robin, HURT_ON, hurts(robin, HURT_ON))
    tell(robin, HURT_ON, ChildPutAway())
    assert of(robin, HURT_ON) == () and most_urgent(robin.catalogue, robin.family, plus(START, HURT_ON)) is None


def test_of_a_programme_of_another_version_only_the_gate_waits() -> None:
    robin = well()
    said(robin, HURT_ON, hurts(robin, HURT_ON))
    tell(robin, 8, *[GateTried()] * 4, ProgrammeChosen("of another version"), GatePassed())
    assert kinds(robin, 9) == [NeedKind.TRIES]
