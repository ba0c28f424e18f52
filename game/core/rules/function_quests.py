"""What feet can do, found out every four weeks: seconds on one leg, bricks in a minute, heel raises.

A function quest is no exercise: it stands outside sessions, budget and doses, gives no load and takes none away. A
grown-up counts, for the game cannot see, and a child is compared with nobody but itself. Values are whole: seconds,
bricks, rises. `FunctionMeasured` keeps them, behind the PIN; pain counts like any other. The limits are ours and wait
for a clinician.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from game.core.content import AgeBand, Catalogue, Foot
from game.core.days import days_between, plus
from game.core.events import Event, Fact, FunctionHurt, FunctionMeasured, Retracted, StarsAwarded
from game.core.history.history import Child
from game.core.history.plays import rare_facts
from game.core.quest import Reason, reason
from game.core.rules import reasons
from game.core.rules.journey import journey
from game.core.rules.pain import is_quiet
from game.core.rules.state import AFTER_SURGERY, GROWN_UP, ChildState, is_half, is_resting
from game.frozen import dataclass

BOTH = "both"


class Part(StrEnum):
    """One thing that is found out; the value names it in the records."""

    ONE_LEG = "one_leg_seconds"
    BRICKS = "bricks_a_minute"
    HEEL_RAISES = "heel_raises"

    @property
    def is_per_foot(self) -> bool:
        """Heel raises are done with both feet: one-legged they are too hard for most children."""
        return self is not Part.HEEL_RAISES


# Who left these exercises out, or lets them rest, is not asked for the like.
KIN: dict[Part, tuple[str, ...]] = {
    Part.ONE_LEG: (),
    Part.BRICKS: ("lego_bricks", "treasure_sort"),
    Part.HEEL_RAISES: ("giraffe_walk",),
}


@dataclass(frozen=True, slots=True)
class Task:
    """One part with one foot (None: both). It ends by itself after `seconds` or at the value `most`."""

    part: Part
    foot: Foot | None
    seconds: int
    most: int


@dataclass(frozen=True, slots=True)
class Due:
    """Whether a function quest may be begun on a day, and what it is made of.

    `opens` is the day from which it may, where only the calendar stands against it; `why` is what else does.
    """

    is_open: bool
    tasks: tuple[Task, ...]
    opens: date | None = None
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class BestOfDay:
    """The best value of a day."""

    on: date
    value: int


# ---------------------------------------------------------------- when, and what
def due(catalogue: Catalogue, child: Child, day: date) -> Due:
    """Open from the second week of play on and then every 28 days, only while nothing hurts, rests or is locked."""
    state = journey(catalogue, child, day).now(day)
    row = tuple(tasks(catalogue, state))
    closed = reasons.of_rest(catalogue, state, day)
    if closed:
        return Due(False, row, why=closed[0])
    if refusal := _not_well(catalogue, child, state, day):
        return Due(False, row, why=refusal)
    opens = _opens(catalogue, child, state, day)
    if opens is None:
        return Due(False, row, why=reason("function_first_week"))
    return Due(bool(row) and opens <= day, row, opens)


def _not_well(catalogue: Catalogue, child: Child, state: ChildState, day: date) -> Reason | None:
    """What has hurt or heals must not be tried out."""
    if is_half(catalogue, state, day):
        return reason("function_half")
    if any(is_resting(state, name, day) for name in (*state.resting, *state.unanswered)):
        return reason("function_pain")
    if is_quiet(catalogue, state, day) or pains(child, day, catalogue.rules.ouch_quiet_days):
        return reason("function_pain")
    return None


def _opens(catalogue: Catalogue, child: Child, state: ChildState, day: date) -> date | None:
    """The first day it may be begun; None before anything was played."""
    if state.first_active is None:
        return None
    first = plus(state.first_active, catalogue.rules.function_first_days)
    told = [m.on for m in child.measured if m.on <= day]
    if not told:
        return first
    return max(first, plus(max(told), catalogue.rules.function_every_days))


def tasks(catalogue: Catalogue, state: ChildState) -> Iterator[Task]:
    """What fits the child, in the order it is asked: standing on one leg while fresh, sitting, then the calves."""
    for part in parts(catalogue, state):
        for foot in (Foot.LEFT, Foot.RIGHT) if part.is_per_foot else (None,):
            yield _task(catalogue, part, foot)


def parts(catalogue: Catalogue, state: ChildState) -> Iterator[Part]:
    """After an operation only what is done sitting; heel raises from the age that can; nothing a parent left out."""
    for part in Part:
        if state.programme == AFTER_SURGERY and part is not Part.BRICKS:
            continue
        if part is Part.HEEL_RAISES and youngest(state.age) < catalogue.rules.function_heel_raises_age:
            continue
        if any(not state.switched.get(name, True) for name in KIN[part]):
            continue
        yield part


def youngest(age: AgeBand) -> int:
    """The lower end of an age band, in years.

    >>> [youngest(age) for age in AgeBand]
    [3, 5, 7, 11]
    """
    return int(age.value.rstrip("+").split("-")[0])


def _task(catalogue: Catalogue, part: Part, foot: Foot | None) -> Task:
    match part:
        case Part.ONE_LEG:
            most = catalogue.rules.function_one_leg_seconds_most
            return Task(part, foot, most, most)
        case Part.BRICKS:
            seconds, most = catalogue.rules.function_bricks_seconds, catalogue.rules.function_bricks_most
            return Task(part, foot, seconds, most)
        case Part.HEEL_RAISES:
            most = catalogue.rules.function_heel_raises_most
            return Task(part, foot, most * catalogue.rules.function_heel_raise_seconds, most)


# ---------------------------------------------------------------- what was found
def side(foot: Foot | None) -> str:
    """How a foot is named in the records: left, right or both."""
    return foot.value if foot else BOTH


def series(child: Child, part: Part, foot: Foot | None, day: date) -> tuple[BestOfDay, ...]:
    """The values up to `day` in the order of days, the best of each day; () when there are none."""
    values: dict[date, int] = {}
    for told in child.measured:
        if told.what == part.value and told.foot == side(foot) and told.on <= day:
            values[told.on] = max(told.value, values.get(told.on, 0))
    return tuple(BestOfDay(on, values[on]) for on in sorted(values))


def best(points: Iterable[BestOfDay]) -> int | None:
    """The highest value; None without any."""
    return max((point.value for point in points), default=None)


def is_own_best(child: Child, task: Task, value: int, day: date) -> bool:
    """Whether a value beats everything this child did on earlier days; the first one beats nothing yet."""
    before = best(p for p in series(child, task.part, task.foot, day) if p.on < day)
    return before is not None and value > before


def measured(
    catalogue: Catalogue, child: Child, day: date, values: Iterable[tuple[Task, int]], quest: str
) -> tuple[Fact, ...]:
    """The facts of a function quest a grown-up vouches for, with the star for having tried, whatever the numbers.

    `quest` is an id of this one; () without values. ValueError for a value no such task can have.
    """
    rows = tuple(values)
    for task, value in rows:
        if not 0 <= value <= task.most:
            raise ValueError(f"{task.part} is 0 to {task.most}, not {value}")
    facts = tuple(FunctionMeasured(day, task.part.value, side(task.foot), value) for task, value in rows)
    has_stars = bool(facts) and child.programme != GROWN_UP
    return (*facts, StarsAwarded(quest, catalogue.rules.stars_tried, "tried")) if has_stars else facts


def hurt(catalogue: Catalogue, child: Child, day: date, part: Part, score: int | None, quest: str) -> tuple[Fact, ...]:
    """Pain told in a function quest, and the star for listening to the body; no star where nothing hurts after all."""
    told: tuple[Fact, ...] = (FunctionHurt(day, part.value, score),)
    has_star = score != 0 and child.programme != GROWN_UP
    return (*told, StarsAwarded(quest, catalogue.rules.stars_tried, "tried")) if has_star else told


def pains(child: Child, day: date, days: int) -> tuple[FunctionHurt, ...]:
    """What hurt in function quests in the `days` days up to `day`, oldest first; an unanswered press is among them."""
    told = (e.fact for e in rare_facts(child) if isinstance(e.fact, FunctionHurt))
    return tuple(f for f in told if 0 <= days_between(f.on, day) <= days and f.score != 0)


# ---------------------------------------------------------------- taking back
def last_told(child: Child, day: date) -> tuple[Event, ...]:
    """The events of the latest day with values up to `day`, so that a slip can be taken back; () without any. What a
    clock ahead has told waits for its day, as it does in `series`."""
    events = [e for e in rare_facts(child) if isinstance(e.fact, FunctionMeasured) and e.fact.on <= day]
    latest = max((e.fact.on for e in events if isinstance(e.fact, FunctionMeasured)), default=None)
    return tuple(e for e in events if isinstance(e.fact, FunctionMeasured) and e.fact.on == latest)


def take_back(child: Child, day: date) -> tuple[Fact, ...]:
    """Takes the values of the latest day up to `day` back; the star for having tried stays."""
    return tuple(Retracted(event.id) for event in last_told(child, day))
