"""What the rules would offer, day by day: a made-up child lives through a diary or as one of the known families.

Each day is looked at as it stood when it began, before the day's own lines are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.core.content import AgeBand, Catalogue, Slot
from game.core.days import days_between, plus
from game.core.events import (
    ChildAdded,
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseSwitched,
    Fact,
    Grade,
    Outcome,
    ProgrammeChosen,
    SignsTicked,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.quest import Quest, Reason
from game.core.reports import progress
from game.core.rules import reasons
from game.core.rules import streak as run
from game.core.rules.journey import Journey, journey
from game.core.rules.quest_choice import chosen
from game.core.rules.state import ChildState, lock_shown, phase
from game.core.rules.today import as_quest
from game.core.simulate.simulated_child import HowItWent, SimulatedChild
from game.frozen import dataclass

PIN, RECOVERY = "2580", "MOSS-RIVER-48-OTTER"  # of every made-up family: no secret
FAMILIES = ("perfect", "typical", "easy", "hard", "ouch", "holiday")
WELL = HowItWent(Outcome.FINISHED, Grade.WELL)
MORNING_HOUR, TOLD_HOUR = 7, 20


@dataclass(frozen=True, slots=True)
class SimulatedFamily:
    """Who is simulated, from which day."""

    programme: str
    age: AgeBand
    start: date
    surgery: date | None = None
    surgeon_start: date | None = None
    is_cleared: bool = False
    order: tuple[str, ...] = ()  # what a therapist ordered beside the programme


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day as it stood when it began, the evening as it will be if the morning is played."""

    day: date
    slots: tuple[Quest, ...]
    streak: int
    best_streak: int
    active_days: int
    stars: int
    bloom_weeks: int
    habit: float
    state: progress.PlayState
    locked_until: date | None
    notes: tuple[Reason, ...]


def begun(catalogue: Catalogue, case: SimulatedFamily) -> SimulatedChild:
    """Robin, set up the evening before the first day."""
    robin = SimulatedChild(catalogue, "robin", device="simulation")
    facts: list[Fact] = [
        ChildAdded("Robin", "kva", case.age, 1),
        SignsTicked(()),
        ProgrammeChosen(case.programme, catalogue.rules.course_days_most),
        *(ExerciseSwitched(e, True) for e in case.order),
    ]
    if case.surgery or case.surgeon_start or case.programme == "after_surgery":
        facts.append(SurgeryPlanned(case.surgery, case.surgeon_start))
        facts.append(SurgeonAgreed(case.is_cleared))
    robin.record(plus(case.start, -1), TOLD_HOUR, *facts)
    return robin


# ---------------------------------------------------------------- looking at a day
def day_plan(catalogue: Catalogue, robin: SimulatedChild, day: date) -> DayPlan:
    """The day as it stood when it began."""
    way = journey(catalogue, robin.child, day)
    state = way.morning(day)
    count = state.run
    closed = reasons.of_rest(catalogue, state, day)
    return DayPlan(
        day=day,
        slots=() if closed else tuple(_slots(way, state, day)),
        streak=count.streak,
        best_streak=count.best,
        active_days=count.active_days,
        stars=robin.child.stars,
        bloom_weeks=run.bloom_weeks(catalogue, state, day),
        habit=count.habit,
        state=progress.state_of(catalogue, state, day),
        locked_until=lock_shown(catalogue, state, day),
        notes=closed or tuple(_notes(catalogue, state, day)),
    )


def _slots(way: Journey, state: ChildState, day: date) -> Iterator[Quest]:
    """The morning's quest, and the evening's as it will be when the morning was played; where the rules have one
    session a day, the morning's."""
    for slot in tuple(Slot)[: way.catalogue.rules.sessions_a_day]:
        names = chosen(way.catalogue, state, day)
        yield as_quest(way, state, day, slot, names)
        state = state.copy()
        state.tried.update({name: (day, phase(slot)) for name in names})


def _notes(catalogue: Catalogue, state: ChildState, day: date) -> Iterator[Reason]:
    yield from reasons.of_budget(catalogue, state, day)
    yield from reasons.of_no_good_day(state, day)
    yield from reasons.of_resting(state, day)
    coming = reasons.of_next(catalogue, state, day)
    if coming is not None:
        yield coming


# ---------------------------------------------------------------- families
def family_plays(robin: SimulatedChild, family: str, start: date, day: date) -> None:
    """What the family does on a day."""
    n = days_between(start, day)
    if family == "holiday" and (21 <= n < 31 or 49 <= n < 74):
        return
    if family == "ouch" and n == SECOND_OUCH + 7:
        robin.record(day, MORNING_HOUR, DoctorAsked("pain"), ExerciseAllowed(None))
    for slot in Slot:
        names = robin.whole_quest(day, day, slot)
        score = OUCHES.get(n) if family == "ouch" and slot is Slot.MORNING else None
        if score is not None and names:
            robin.play(day, day, slot, names[:1], HowItWent(Outcome.HURT, score=score), is_quest=True)
            names = robin.whole_quest(day, day, slot)
        if family != "typical" or _turns_up(2 * n + phase(slot)):
            robin.play(day, day, slot, names, _word(family, 2 * n + phase(slot)), is_quest=True)


SECOND_OUCH = 17  # days after the start, in the third week like the first
OUCHES = {14: 4, SECOND_OUCH: 6}
NONE, BOTH, MORNING_ONLY = 20, 40, 24  # of a hundred days of a typical family; the rest are evenings only
EFFORTS = {"easy": Effort.EASY, "hard": Effort.HARD}


def _turns_up(session: int) -> bool:
    """Six of ten sessions, one day in five without any, mornings rather than evenings, never the same week twice in a
    row."""
    n, slot = divmod(session, 2)
    turn = (n * 37 + n // 7 * 11) % 100
    if turn < NONE:
        return False
    return turn < NONE + BOTH or slot == (turn >= NONE + BOTH + MORNING_ONLY)


def _word(family: str, session: int) -> HowItWent:
    if family == "typical" and session % 3 == 1:
        return HowItWent(Outcome.FINISHED, Grade.HELPED)
    if family == "typical" and session % 23 == 20:
        return HowItWent(Outcome.STOPPED, Grade.PARTLY, Effort.HARD)
    return HowItWent(Outcome.FINISHED, Grade.WELL, EFFORTS.get(family, Effort.RIGHT))
