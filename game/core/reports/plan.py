"""Eight weeks of a child's programme: how long a session was and may become, each exercise's dose, and why.

Weeks are weeks of play, counted from the first active day. The past is what was, as each week ended; the future is what
the rules would give if every planned session went well (`game.core.simulate.ahead`), and never a promise: as each week
begins, for a step on its last day would read as seven days of it. What joins in a week stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import plus
from game.core.numbers import Why
from game.core.quest import Reason, reason
from game.core.reports import why
from game.core.reports.activity import is_active_on
from game.core.reports.day_entries import laid_out
from game.core.reports.ledger import entries
from game.core.reports.plan_ahead import as_to_come
from game.core.reports.sessions import is_paused_on
from game.core.rules import reasons
from game.core.rules.dose import Dose, is_above
from game.core.rules.dose_changes import said_of
from game.core.rules.journey import Journey
from game.core.rules.ordered_feet import first_ordered
from game.core.rules.ordering import outlooks
from game.core.rules.state import (
    ChildState,
    Track,
    comes_again,
    holds,
    in_play,
    is_resting,
    programme_order,
    week_of_play,
)
from game.frozen import dataclass

WEEKS, BEFORE = 8, 3  # shown at a time; those before the running one


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """One week of play as it ended, stands today, or would begin. `is_held`: nothing could grow on a day of it by a
    grown-up's word, and `held_until` is the morning of the week that let go, or would; `is_paused`: nothing could be
    played on any. A session has `budget_s` at most; `laid_out` are the seconds that morning and evening of its last day
    so far were planned with (0: neither meant nor played), () of one to come. `doses` are of what is in play, `resting`
    rests after pain through all of it. `ends`: how its last day ends, or today.
    """

    number: int
    first: date
    last: date
    is_now: bool
    is_ahead: bool
    is_held: bool
    is_paused: bool
    budget_s: int
    doses: Mapping[str, Dose]
    resting: frozenset[str]
    state: ChildState
    on: date  # the day the state is of
    ends: ChildState
    ends_on: date
    seen_on: date  # today
    held_until: date | None = None
    laid_out: tuple[int, ...] = ()
    tomorrow: Mapping[str, Dose | None] = field(default_factory=dict)  # as ordered today; None: out of play
    more: frozenset[str] = frozenset()  # has more to come than if what rests came again tomorrow

    def stepped_back(self, exercise: str) -> bool:
        """Whether the last change of its dose was a step down in this week, though the week before may end as low."""
        track = self.ends.tracks.get(exercise)
        if self.is_ahead or track is None or track.since is None or track.why is None or exercise not in self.doses:
            return False
        old, new = track.why.values.get("from"), track.why.values.get("to")
        is_lower = isinstance(old, int) and isinstance(new, int) and new < old
        return is_lower and self.first <= track.since <= self.last

    def state_of(self, exercise: str | None) -> tuple[ChildState, date]:
        """The state in which the exercise's dose (None: the session) is as shown, and its day."""
        has_begun = exercise is None or (exercise in self.state.tracks and exercise in self.doses)
        return (self.state, self.on) if has_begun else (self.ends, self.ends_on)


@dataclass(frozen=True, slots=True)
class Plan:
    """The weeks in their order, and every exercise with a dose in one of them: in the programme's order, what only
    comes in weeks ahead after all others, so that none moves when these are known."""

    weeks: tuple[PlanWeek, ...]
    exercises: tuple[str, ...]
    cap_s: int

    def fell(self, at: int, exercise: str | None) -> bool:
        """Whether an exercise's dose (None: the session) of a week is below that of the week before."""
        now = self.weeks[at]
        if exercise is not None and now.stepped_back(exercise):
            return True
        if not at:
            return False
        before = self.weeks[at - 1]
        if exercise is None:
            return now.budget_s < before.budget_s
        old, new = before.doses.get(exercise), now.doses.get(exercise)
        return old is not None and new is not None and is_above(old, new)

    def is_earned(self, at: int, exercise: str | None) -> bool:
        """Whether the dose (None: the session) of a week to come is more than today's: only play earns it."""
        week, now = self.weeks[at], next((w for w in self.weeks if w.is_now), None)
        if not week.is_ahead or (now is None and not at):
            return False  # a first session is given
        now = now or self.weeks[0]
        if exercise is None:
            return week.budget_s > now.budget_s
        old, new = now.doses.get(exercise), week.doses.get(exercise)
        return new is not None and exercise not in now.resting and (old is None or is_above(new, old))


def first_week(state: ChildState, day: date, back: int = 0) -> int:
    """The number of the first week shown: three before the running one, `back` times eight earlier; at least 1."""
    return max(1, week_of_play(state, day) - BEFORE - back * WEEKS)


def week_days(way: Journey, number: int) -> tuple[date, date]:
    """The first and the last day of a week of play; before the first play they are counted from tomorrow. The first day
    of play begins the first week before it is over."""
    today = way.today
    begun = way.now(today).first_active or (today if is_active_on(way, today) else plus(today, 1))
    first = plus(begun, 7 * (number - 1))
    return first, plus(first, 6)


def last_day(way: Journey, back: int = 0) -> date:
    """The last day of the weeks shown."""
    state, today = way.now(way.today), way.today
    return week_days(way, first_week(state, today, back) + WEEKS - 1)[1]


def plan(
    way: Journey, ahead: Journey | None, back: int = 0, rest: int | None = None, allowed: Journey | None = None
) -> Plan:
    """The weeks shown; of those to come as many as `ahead`, the same child's days to come, has whole. `allowed` are
    the same days if what rests after pain came again tomorrow.
    Minutes count `rest` seconds between two sets, where the family rests longer than the plan."""
    today, state, weeks = way.today, way.now(way.today), []
    for number in range(first := first_week(state, today, back), first + WEEKS):
        begins, ends = week_days(way, number)
        if begins <= today:
            week = _week(way, number, begins, ends)
            week = replace(week, laid_out=_laid_out(way, week.on, rest))
            weeks.append(replace(week, tomorrow=_tomorrow(way)) if week.is_now else week)
        elif ahead is not None and ends <= ahead.today:
            week = _week(ahead, number, begins, ends, today)
            other = _week(allowed, number, begins, ends, today) if allowed and ends <= allowed.today else None
            weeks.append(replace(week, more=_more(week, other)) if other else week)
    catalogue = way.catalogue
    shown, there = (
        {name for week in weeks if ahead_too or not week.is_ahead for name in (*week.doses, *week.resting)}
        for ahead_too in (True, False)
    )
    order = dict.fromkeys((*programme_order(catalogue, state), *(n for week in weeks for n in week.doses)))
    exercises = sorted((n for n in order if n in shown), key=lambda n: n not in there)
    return Plan(tuple(weeks), tuple(exercises), catalogue.rules.ages[state.age].cap)


def _week(way: Journey, number: int, first: date, last: date, today: date | None = None) -> PlanWeek:
    """`today` is given for a week that is still to come."""
    now = today or way.today
    ends_on = min(last, way.today)
    on, ends = first if today else ends_on, way.now(ends_on)
    state, days = way.morning(first) if today else ends, [d for n in range(7) if (d := plus(first, n)) <= way.today]
    held = [day for day in days if holds(way.morning(day))]
    playing = in_play(way.catalogue, ends)
    resting = frozenset(name for name in playing if is_resting(ends, name, ends_on) and _is_rest(way, name, days, last))
    tracks = {**ends.tracks, **state.tracks, **_again(way, ends_on)}
    return PlanWeek(
        number,
        first,
        last,
        is_now=first <= now <= last,
        is_ahead=today is not None,
        is_held=bool(held) or holds(ends),
        is_paused=len(days) == 7 and all(is_paused_on(way, day) for day in days),
        budget_s=state.budget,
        doses={name: tracks[name].dose for name in playing if name not in resting},
        resting=resting,
        state=state,
        on=on,
        ends=ends,
        ends_on=ends_on,
        seen_on=now,
        held_until=plus(held[-1], 1) if held and held[-1] < days[-1] and not holds(ends) else None,
    )


def _more(week: PlanWeek, other: PlanWeek) -> frozenset[str]:
    """What has a larger dose in a week of rest than in the same week without it, or is there for the rest alone."""
    if not week.resting:
        return frozenset()
    doses = other.doses
    return frozenset(n for n, dose in week.doses.items() if n not in doses or is_above(dose, doses[n]))


def _is_rest(way: Journey, name: str, days: Sequence[date], last: date) -> bool:
    """Whether a week is one of rest for what rests at the end of its `days` so far: nothing of it could be played, or
    can be in what is left of the running one."""
    if days[-1] == last:
        return all(is_resting(way.morning(day), name, day) for day in days)
    returns = comes_again(way.now(days[-1]), name, days[-1])
    return returns is None or returns > last


def _again(way: Journey, day: date) -> Mapping[str, Track]:
    """As what a parent lets come again after pain comes, the day after."""
    then = plus(day, 1)
    names = [name for name in way.now(day).resting if comes_again(way.now(day), name, day) == then]
    if not names or day != way.today:
        return {}
    tracks = outlooks(way.catalogue, way.child, (), day)
    return {name: replace(way.now(day).tracks[name], dose=tracks[name].dose) for name in names if name in tracks}


def _laid_out(way: Journey, day: date, rest: int | None) -> tuple[int, ...]:
    """Of the morning and the evening; 0 for one that the family neither means to play nor has played."""
    return tuple(
        seconds if slot.is_meant or slot.is_played else 0
        for entry in entries(way, day, day)
        for slot, seconds in zip(entry.slots, laid_out(way.catalogue.rules, entry, rest), strict=True)
    )


def _tomorrow(way: Journey) -> Mapping[str, Dose | None]:
    """What is another from tomorrow, by an order of today."""
    state = way.now(way.today)
    if not state.orders_told:
        return {}
    then, doses = outlooks(way.catalogue, way.child, (), way.today), dict[str, Dose | None]()
    for name in state.orders_told:
        track, is_playing = state.tracks.get(name), name in in_play(way.catalogue, state)
        dose = then[name].dose if name in then else None
        if track is not None and is_playing and dose != track.dose:
            doses[name] = dose
    return doses


# ---------------------------------------------------------------- why
def why_cell(catalogue: Catalogue, week: PlanWeek, exercise: str | None) -> tuple[Reason, ...]:
    """Why an exercise's dose (None: the length of a session) is as it is in that week."""
    said = _why(catalogue, week, exercise)
    if week.is_ahead:
        state, _ = week.state_of(exercise)
        said = tuple(as_to_come(catalogue, state, exercise, why, week.seen_on) for why in said)
        if exercise in week.more:
            said = (_while_it_rests(week), *said)  # what a parent looks for, and the strip has room for few
    if exercise is None and week.is_now:  # though something was played in it before
        closed = reasons.of_rest(catalogue, week.ends, week.ends_on)
        said = (*closed, *(why for why in said if why not in closed))
    if later := _why_tomorrow(catalogue, week, exercise):  # then it does not stay, whatever holds it today
        said = (*later, *(told for told in said if told.key not in ("reason_held", "reason_order_held")))
    is_said = week.held_until is None or any(r.values.get("date") == str(week.held_until) for r in said)
    return said if is_said else (*said, reason("plan_why_held", date=str(week.held_until)))


def _while_it_rests(week: PlanWeek) -> Reason:
    """Why a dose is more than it would be without the rest after pain: the room and the time of what rests are free."""
    name, *others = week.resting
    return reason("plan_ahead_while_many_rest") if others else reason("plan_ahead_while_rests", exercise=name)


def _why(catalogue: Catalogue, week: PlanWeek, exercise: str | None) -> tuple[Reason, ...]:
    state, day = week.state_of(exercise)
    if week.is_paused:
        return reasons.of_rest(catalogue, week.ends, week.ends_on) or (reason("plan_why_paused"),)
    if exercise is None:
        said = reasons.of_budget(catalogue, state, day)
        is_older = not week.is_ahead and said == (state.budget_why,) and _is_before(state.budget_since, week)
        return (reasons.budget_waits_for(catalogue, state, day), *said) if is_older else said
    if exercise in week.doses and is_resting(state, exercise, day):  # it was played before, or comes again in it
        return (reasons.why_resting(state, exercise, day),)
    if exercise in week.doses:
        joined = state.tracks[exercise].joined
        is_new = joined is not None and week.is_ahead and joined > week.first
        coming = (reason("plan_why_joins", exercise=exercise, date=str(joined)),) if is_new else ()
        said, track = reasons.of_dose(catalogue, state, exercise, day), state.tracks[exercise]
        if not week.is_ahead and track.why in said and track.since is not None and _is_before(track.since, week):
            coming = (reason("plan_why_since", date=str(track.since)),)
        return (*coming, *said, *reasons.of_foot(catalogue, state, exercise))
    return why.of_exercise(catalogue, state, exercise, day)


def _why_tomorrow(catalogue: Catalogue, week: PlanWeek, exercise: str | None) -> tuple[Reason, ...]:
    """What was ordered today, and how much that is: it counts on all the other days of the running week."""
    if exercise is None or exercise not in week.tomorrow:
        return ()
    order = week.ends.orders_told[exercise]
    dose, values = week.tomorrow[exercise], said_of(order)
    if dose is None:
        return (reason("plan_why_tomorrow_off", exercise=exercise, **values),)
    values |= reasons.amount_values(catalogue, exercise, dose)
    if dose.foot is not None:
        return (reason("plan_why_tomorrow_foot", foot=str(dose.foot), **values),)
    if first := first_ordered(order, catalogue.exercises[exercise]):
        return (reason("plan_why_tomorrow_first", foot=str(first), **values),)
    return (reason("plan_why_tomorrow", **values),)


def _is_before(since: date | None, week: PlanWeek) -> bool:
    """Whether a change is of an earlier week: told alone it would read as this week's."""
    return since is not None and since < week.first


def source_of(catalogue: Catalogue, state: ChildState, exercise: str | None) -> Why | None:
    """Why a dose or a session may be so long at most, and where that comes from; None where no file says it."""
    if exercise is None:
        return catalogue.why.get(state.age)
    spec = catalogue.exercises[exercise]
    return Why(spec.reason, spec.source) if spec.source else None
