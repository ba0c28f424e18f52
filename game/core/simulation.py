"""What the rules would offer, day by day: a made-up child lives through a diary or as one of the known families.

Each day is looked at as it stood when it began, before the day's own lines are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from game.core import because, run, stats
from game.core.content import AgeBand, Catalogue, Slot
from game.core.days import days_between, plus
from game.core.diary import EVERY, DiaryError, Line
from game.core.events import (
    AgeChosen,
    ChildAdded,
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseSwitched,
    Fact,
    Grade,
    Graduated,
    Held,
    Outcome,
    Paused,
    PauseReason,
    ProgrammeChosen,
    Released,
    Resumed,
    SignsTicked,
    SteppedBack,
    SteppedForward,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.journey import Journey, journey
from game.core.layout import chosen
from game.core.morning import coming
from game.core.quest import Quest, Reason, reason
from game.core.rehearsal import Rehearsal, Word
from game.core.rewards import programme_exercises
from game.core.state import GROWN_UP, State, is_locked, locked_until, needs_surgeon, number, phase
from game.core.today import as_quest

FAMILIES = ("perfect", "typical", "easy", "hard", "ouch", "holiday")
WELL = Word(Outcome.FINISHED, Grade.WELL)
MORNING_HOUR, EVENING_HOUR, TOLD_HOUR = 7, 17, 20
REFUSALS = {
    "confirm_refused_locked": "is locked on that day",
    "confirm_refused_stopped": "is stopped by pain until the doctor has been asked",
    "confirm_refused_resting": "rests after pain until it is allowed",
    "confirm_refused_programme": "is not in the programme",
}


@dataclass(frozen=True, slots=True)
class Case:
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
    state: stats.State
    locked_until: date | None
    notes: tuple[Reason, ...]


def begun(catalogue: Catalogue, case: Case) -> Rehearsal:
    """Robin, set up the evening before the first day."""
    robin = Rehearsal(catalogue, "robin", device="simulation")
    facts: list[Fact] = [
        ChildAdded("Robin", "kva", case.age, 1),
        SignsTicked(()),
        ProgrammeChosen(case.programme),
        *(ExerciseSwitched(e, True) for e in case.order),
    ]
    if case.surgery or case.surgeon_start or case.programme == "after_surgery":
        facts.append(SurgeryPlanned(case.surgery, case.surgeon_start))
        facts.append(SurgeonAgreed(case.is_cleared))
    robin.record(plus(case.start, -1), TOLD_HOUR, *facts)
    return robin


# ---------------------------------------------------------------- looking at a day
def day_plan(catalogue: Catalogue, robin: Rehearsal, day: date) -> DayPlan:
    """The day as it stood when it began."""
    way = journey(catalogue, robin.child, day)
    state = way.morning(day)
    count = state.run
    pause = way.pause(day)
    closed = because.of_rest(catalogue, state, day, pause.reason if pause else None)
    locked = is_locked(catalogue, state, day) and needs_surgeon(state)
    return DayPlan(
        day=day,
        slots=() if closed else tuple(_slots(way, state, day)),
        streak=count.streak,
        best_streak=count.best,
        active_days=count.active_days,
        stars=robin.child.stars,
        bloom_weeks=run.bloom_weeks(catalogue, state, day),
        habit=count.habit,
        state=stats.state_of(catalogue, state, day),
        locked_until=locked_until(catalogue, state) if locked else None,
        notes=closed or tuple(_notes(catalogue, state, day)),
    )


def _slots(way: Journey, state: State, day: date) -> Iterator[Quest]:
    """The morning's quest, and the evening's as it will be when the morning was played."""
    for slot in Slot:
        names = chosen(way.catalogue, state, day)
        yield as_quest(way, state, day, slot, names)
        state = state.copy()
        state.tried.update({name: (day, phase(slot)) for name in names})


def _notes(catalogue: Catalogue, state: State, day: date) -> Iterator[Reason]:
    yield because.of_budget(catalogue, state, day)
    yield from because.of_resting(state, day)
    if state.graduated_on is None and not state.is_held and state.programme != GROWN_UP:
        name, to_go = coming(catalogue, state, day), number(catalogue, "good_days_for_new") - state.good_since_new
        if name is not None and to_go > 0:
            yield reason("reason_next_new", n=to_go, exercise=name)


# ---------------------------------------------------------------- families
def family_plays(robin: Rehearsal, family: str, start: date, day: date) -> None:
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
            robin.play(day, day, slot, names[:1], Word(Outcome.HURT, score=score), is_quest=True)
            names = robin.whole_quest(day, day, slot)
        if family != "typical" or _turns_up(2 * n + phase(slot)):
            robin.play(day, day, slot, names, _word(family, 2 * n + phase(slot)), is_quest=True)


SECOND_OUCH = 17  # days after the start, in the third week like the first
OUCHES = {14: 4, SECOND_OUCH: 6}
EFFORTS = {"easy": Effort.EASY, "hard": Effort.HARD}


def _turns_up(session: int) -> bool:
    """Six of ten sessions, mornings rather than evenings, never the same week twice in a row."""
    return (session * 37 + session // 14 * 11) % 100 < (72 if session % 2 == 0 else 48)


def _word(family: str, session: int) -> Word:
    if family == "typical" and session % 3 == 1:
        return Word(Outcome.FINISHED, Grade.HELPED)
    if family == "typical" and session % 23 == 20:
        return Word(Outcome.STOPPED, Grade.PARTLY, Effort.HARD)
    return Word(Outcome.FINISHED, Grade.WELL, EFFORTS.get(family, Effort.RIGHT))


# ---------------------------------------------------------------- a diary
class Told:
    """The lines of a diary, told to Robin one after another."""

    def __init__(self, robin: Rehearsal, start: date, lines: Sequence[Line], unread: DiaryError | None = None) -> None:
        self.robin, self.catalogue, self.start = robin, robin.catalogue, start
        self.taken_back: set[tuple[date, Slot, str]] = set()
        self.by_day: dict[date, list[Line]] = {}
        self.unread = unread
        latest = start
        for line in lines:
            latest = max(latest, line.day)
            self.by_day.setdefault(latest, []).append(line)

    def tell(self, day: date) -> None:
        """The lines told on that day; DiaryError at the first that cannot be."""
        for line in self.by_day.pop(day, ()):
            if line.day < self.start:
                raise DiaryError(line.number, f"{line.day} is before the first day, {self.start}")
            if line.day < day and line.word not in ("play", "pause"):
                raise DiaryError(line.number, f"{line.word} cannot be told late, on {day} for {line.day}")
            if line.word == "play":
                self._play(line, day)
            elif line.word == "retract":
                self._retract(line, day)
            else:
                self.robin.record(day, MORNING_HOUR, *self._facts(line, day))

    def finish(self, most: int) -> None:
        """The lines after the last day lived, up to `most` days from the first, and the one that could not be read."""
        for day in [d for d in self.by_day if days_between(self.start, d) <= most]:
            self.tell(day)
        if self.unread is not None:
            raise self.unread

    # ---------------------------------------------------------------- plays
    def _play(self, line: Line, told: date) -> None:
        assert line.slot is not None and line.how is not None and line.what is not None
        is_late = self.robin.is_late(told, line.day)
        if line.what == EVERY:
            names = self.robin.whole_quest(told, line.day, line.slot)
            if is_late:
                names = tuple(e for e in names if (line.day, line.slot, e) in self.taken_back)
                if not names and not any(key[:2] == (line.day, line.slot) for key in self.taken_back):
                    raise DiaryError(line.number, _too_late(line, told))
            self.robin.play(told, line.day, line.slot, names, line.how, is_quest=True)
            return
        self._named(line, told, is_late)

    def _named(self, line: Line, told: date, is_late: bool) -> None:
        assert line.slot is not None and line.how is not None and line.what is not None
        self._known(line, line.what)
        if is_late and (line.day, line.slot, line.what) not in self.taken_back:
            raise DiaryError(line.number, _too_late(line, told))
        before = self.robin.attempt(line.day, line.slot, line.what)
        if before is not None and (before.is_told or before.is_hurt):
            if line.how.score is not None:
                self.robin.hurt_again(told, before, line.how.score)
            elif (refusal := self.robin.why_not(told, line.day, line.slot, line.what)) is not None:
                raise DiaryError(line.number, f"{line.what} {REFUSALS[refusal.key]}")
            return
        refusal = self.robin.why_not(told, line.day, line.slot, line.what)
        if refusal is not None:
            raise DiaryError(line.number, f"{line.what} {REFUSALS[refusal.key]}")
        laid_out = {level.exercise for level in self.robin.quest(told, line.day, line.slot).levels}
        self.robin.play(told, line.day, line.slot, [line.what], line.how, is_quest=line.what in laid_out)

    def _known(self, line: Line, exercise: str) -> None:
        if exercise not in self.catalogue.exercises:
            raise DiaryError(line.number, f"there is no exercise {exercise}")

    def _retract(self, line: Line, told: date) -> None:
        assert line.slot is not None and line.until is not None and line.what is not None
        if line.what != EVERY:
            self._known(line, line.what)
        told_of = [
            a
            for a in self.robin.child.attempts.values()
            if (a.on, a.slot) == (line.until, line.slot) and line.what in (EVERY, a.exercise)
        ]
        if not told_of:
            what = "nothing" if line.what == EVERY else line.what
            raise DiaryError(line.number, f"{what} was told of {line.until} {line.slot}, so it cannot be taken back")
        self.taken_back |= {(a.on, a.slot, a.exercise) for a in told_of}
        self.robin.take_back(told, told_of)

    # ---------------------------------------------------------------- the parent
    def _facts(self, line: Line, day: date) -> Iterable[Fact]:
        match line.word, line.what:
            case "pause", str(why):
                assert line.until is not None
                return (Paused(PauseReason(why), line.day, line.until),)
            case "resume", None:
                return (Resumed(),)
            case "resume", _:
                return (DoctorAsked("pain"), Resumed())
            case "hold", _:
                return (Held(),)
            case "release", _:
                return (Released(),)
            case "graduate", _:
                return (Graduated(early=True),)
            case "programme", str(programme):
                return (self._programme(line, programme),)
            case "age", str(age):
                return (self._age(line, AgeBand(age)),)
            case "allow", str(what):
                return (ExerciseAllowed(None if what == EVERY else self._own(line, what, day)),)
            case "back", what:
                return (SteppedBack(what and self._own(line, what, day)),)
            case _, what:
                return (SteppedForward(what and self._own(line, what, day)),)

    def _own(self, line: Line, exercise: str, day: date) -> str:
        self._known(line, exercise)
        state = journey(self.catalogue, self.robin.child, day).now(day)
        if exercise not in programme_exercises(self.catalogue, state):
            raise DiaryError(line.number, f"{exercise} {REFUSALS['confirm_refused_programme']}")
        return exercise

    def _programme(self, line: Line, programme: str) -> Fact:
        if programme not in self.catalogue.programmes:
            raise DiaryError(line.number, f"there is no programme {programme}; {_all(self.catalogue.programmes)}")
        if not fits(programme, self.robin.child.age):
            raise DiaryError(line.number, f"{programme} is for 11+, not for {self.robin.child.age}")
        return ProgrammeChosen(programme)

    def _age(self, line: Line, age: AgeBand) -> Fact:
        if not fits(self.robin.child.programme or "", age):
            raise DiaryError(line.number, f"{self.robin.child.programme} is for 11+, not for {age}")
        return AgeChosen(age)


def fits(programme: str, age: AgeBand) -> bool:
    """Whether the age may follow the programme: the grown-up's is for 11 and older."""
    return programme != GROWN_UP or age is AgeBand.ELEVEN_UP


def _too_late(line: Line, told: date) -> str:
    return f"{line.day} is more than two days before {told}, when this was told"


def _all(names: Iterable[str]) -> str:
    return "there are " + ", ".join(names)
