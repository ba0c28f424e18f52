"""When each sentence about the rules is true: one predicate a key, by plain counting on the state it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseOrdered,
    ExerciseSwitched,
    Fact,
    Grade,
    OrderWritten,
    Paused,
    ProgrammeChosen,
    Resumed,
    SignsTicked,
    SteppedBack,
    SteppedForward,
)
from game.core.history.history import Attempt
from game.core.quest import Level, Reason
from game.core.reports import progress, why
from game.core.rules.dose import Dose, seconds
from game.core.rules.journey import Journey, journey
from game.core.rules.parent_actions import why_not_forward
from game.core.rules.room import has_room, room_doses
from game.core.rules.state import (
    ChildState,
    Track,
    game_limits_of,
    half_until,
    is_half,
    limits_of,
    offered,
    programme_order,
)
from game.core.rules.today import today
from game.core.simulate.simulation import day_plan
from tests.diary import Life, catalogue

WEEK = timedelta(7)


@dataclass(frozen=True)
class Said:
    """A reason, where it was said: of a state on a day, of an exercise or (None) of the budget and the trail."""

    way: Journey
    state: ChildState
    day: date
    exercise: str | None
    reason: Reason
    is_dawn: bool = False  # said before anything was told of the day
    beside: tuple[Level, ...] = ()  # the levels it was said with
    at: datetime | None = None  # the moment, where it matters

    def __getattr__(self, name: str) -> object:  # the values by their names
        if name == "start":
            name = "from"
        return self.reason.values[name]

    @property
    def of(self) -> str:
        return str(self.exercise or self.reason.values["exercise"])

    @property
    def on(self) -> date:
        return date.fromisoformat(str(self.reason.values["date"]))

    @property
    def track(self) -> Track:
        return self.state.tracks[self.of]

    @property
    def since(self) -> date:
        return self.track.since or self.day

    @property
    def before(self) -> Track:
        """The exercise as the evening before its last change left it."""
        return self.way.start(self.since).tracks[self.of]

    @property
    def first(self) -> Dose:
        return limits_of(catalogue(), self.state, catalogue().exercises[self.of], self.day).first

    @property
    def game_first(self) -> Dose:
        return game_limits_of(catalogue(), self.state, catalogue().exercises[self.of], self.day).first

    def attempts(self, day: date) -> list[Attempt]:
        return [a for a in self.way.attempts(day) if a.exercise == self.exercise or self.exercise is None]

    def facts(self, kind: type[Fact], day: date) -> list[Fact]:
        return [e.fact for e in self.way.child.events if e.day == day and isinstance(e.fact, kind)]

    def idle(self, until: date) -> int:
        """Whole days without play before `until`."""
        days = [a.on for a in self.way.child.attempts.values() if a.on < until and a.grade is not Grade.NOT_TODAY]
        return (until - max(days)).days - 1

    def room(self, dose: Dose, of: str | None = None) -> bool:
        doses = {**room_doses(catalogue(), self.state, self.day), of or self.of: dose}
        return has_room(catalogue(), doses, self.state.budget)

    def hurt_lately(self) -> bool:
        days = [self.day - timedelta(n) for n in range(self.is_dawn, 8)]
        return any(a.ouch is not None and a.ouch >= 4 for d in days for a in self.way.attempts(d))

    def hurt_badly_on(self, day: date) -> bool:
        return any(a.ouch is not None and a.ouch >= 4 for a in self.way.attempts(day))

    def is_dose(self) -> bool:
        """The exercise stands where the reason says it went."""
        values, dose = self.reason.values, self.track.dose
        return values["to"] == (dose.sets if values["unit"] == "sets" else dose.amount)


def lower(s: Said) -> bool:
    return s.is_dose() and int(str(s.to)) < int(str(s.start))


def higher(s: Said) -> bool:
    return s.is_dose() and int(str(s.to)) > int(str(s.start))


def told_hard(s: Said) -> list[Attempt]:
    return [a for a in s.attempts(s.since - timedelta(1))]


def hurt_a_little(s: Said) -> bool:
    """Pain below the strong one, of that number (0: nobody said which), the day before it counts."""
    hurts = [a for a in told_hard(s) if a.is_hurt and (a.ouch or 0) < 4]
    return s.on == s.since - timedelta(1) and any((a.ouch or 0) == s.reason.values["pain"] for a in hurts)


def week_of(s: Said, day: date) -> int:
    first = s.state.first_active
    return 1 if first is None else (day - first).days // 7 + 1


def joins_in(s: Said) -> int:
    return max(2, catalogue().exercises[s.of].first_week)


def due(s: Said) -> bool:
    return s.day - s.since >= WEEK


def up(s: Said) -> Dose:
    ramp = limits_of(catalogue(), s.state, catalogue().exercises[s.of], s.day).ramp
    return Dose(
        s.track.dose.sets, max(s.track.dose.amount, min(ramp.cap, s.track.dose.amount + ramp.step)), s.track.dose.foot
    )


def steps(s: Said) -> list[Dose]:
    """What the dose may become next."""
    dose = s.track.dose
    most = limits_of(catalogue(), s.state, catalogue().exercises[s.of], s.day).most_sets
    more = [Dose(dose.sets + 1, dose.amount, dose.foot)] if s.track.easy_days >= 2 and dose.sets < most else []
    return [d for d in (up(s), *more) if d != dose]


def waits(s: Said) -> bool:
    """Nothing that another sentence tells stands against a step."""
    return (
        not s.state.is_held
        and not s.state.held_until
        and not s.state.gap
        and not s.hurt_lately()
        and s.state.graduated_on is None
    )


def none_played(s: Said) -> bool:
    return s.idle(s.day) >= 7


def until(s: Said) -> date:
    return date.fromisoformat(str(s.reason.values["until"]))


def is_paused_as_said(s: Said, last: date) -> bool:
    """A pause was told for these days, or for more of them and ended the day after."""
    ended = {plus(e.day, -1) for e in s.way.child.events if isinstance(e.fact, Resumed)}
    told = [e.fact for e in s.way.child.events if isinstance(e.fact, Paused)]
    return s.on <= s.day <= last and any(
        fact.first == s.on and str(fact.reason) == s.why and (last == fact.last or last in ended and last < fact.last)
        for fact in told
    )


def opens(s: Said) -> date | None:
    if s.state.surgery is None or s.state.surgeon_start is None:
        return None
    return max(s.state.surgery + timedelta(14), s.state.surgeon_start)


def good(s: Said) -> int:
    """The good days of the last seven, counted anew from the words."""
    back = [d for d in s.state.good_days if d < s.day]
    return sum(s.day - d <= WEEK for d in back)


def longest(s: Said) -> int:
    names = offered(catalogue(), s.state, s.day)
    return sum(seconds(catalogue().rules, catalogue().exercises[n], s.state.tracks[n].dose) for n in names)


def signs_open(s: Said) -> bool:
    """The last word about the signs is a sign, and no doctor was asked since."""
    until = s.day - timedelta(s.is_dawn)
    told = [e.fact for e in s.way.child.events if isinstance(e.fact, SignsTicked | DoctorAsked) and e.day <= until]
    told = [f for f in told if not isinstance(f, DoctorAsked) or f.about == "signs"]
    return bool(told) and isinstance(told[-1], SignsTicked) and bool(told[-1].signs)


def opens_next(s: Said) -> str:
    """Three hours after the latest play of another slot before the moment."""
    assert s.at
    ends = [a.at for a in s.way.child.attempts.values() if a.at <= s.at and not a.away]
    return f"{(max(ends) + timedelta(hours=3)).astimezone(s.at.tzinfo):%H:%M}" if ends else ""


def ordered(s: Said, exercise: str = "") -> ExerciseOrdered | None:
    """The last order told before the day of the exercise, where it is that of the sentence."""
    told = [e for e in s.way.child.events if isinstance(e.fact, ExerciseOrdered) and e.day < s.day]
    rows = [e.fact for e in told if e.fact.exercise == (exercise or s.of)]
    return rows[-1] if rows and (rows[-1].said_by, rows[-1].said_on) == (s.who, s.on) else None


def ordered_hold(s: Said) -> bool:
    """The last page told before the day, or in its course, holds until then."""
    until = s.day - timedelta(s.is_dawn)
    told = [e.fact for e in s.way.child.events if isinstance(e.fact, OrderWritten) and e.day <= until]
    return bool(told) and (told[-1].said_by, told[-1].hold_until) == (s.who, s.on) and s.day < s.on


def needs(s: Said) -> int:
    """Good days asked for until the next joins: none where a therapist ordered it on."""
    told = [e.fact for e in s.way.child.events if isinstance(e.fact, ExerciseOrdered) and e.day < s.day]
    mine = [f.plays for f in told if f.exercise == s.of]
    return 0 if mine and mine[-1] and s.state.switched.get(s.of) else 3


TRUE: dict[str, Callable[[Said], bool]] = {
    # why this exercise
    "reason_new": lambda s: s.track.joined == s.day and all(a.on >= s.day for a in s.way.child.attempts.values() if a.exercise == s.of and s.of in s.way.start(a.on).tracks),
    "reason_first_week": lambda s: week_of(s, s.day) == 1 and len(offered(catalogue(), s.state, s.day)) <= 3,
    "reason_turn": lambda s: s.state.tried[s.of][0] == s.on < s.day and longest(s) > s.state.budget,
    "reason_elsewhere": lambda s: (
        s.of not in (p := catalogue().programmes[str(s.state.programme)]).exercises and s.of not in p.on_order
    ),
    "reason_programme": lambda s: s.of in catalogue().programmes[str(s.state.programme)].exercises,
    "reason_inner_edge": lambda s: s.exercise == "duckling_walk" and bool(s.state.switched.get("duckling_walk")),
    "reason_feet_order": lambda s: s.way.feet(s.day)[s.of].lagging == s.foot,
    "reason_rest_between": lambda s: s.track.dose.sets > 1 and s.n == 30,
    # why this much
    "reason_start": lambda s: s.track.dose == s.first,
    "reason_step": lambda s: higher(s) and s.before.clean >= 3 and s.since - (s.before.since or s.since) >= WEEK,
    "reason_step_easy": lambda s: higher(s) and s.before.easy_days >= 2,
    "reason_more_sets": lambda s: s.track.dose.sets == s.n == s.before.dose.sets + 1 and s.before.easy_days >= 2,
    "reason_hard": lambda s: lower(s) and any(a.effort is Effort.HARD for a in told_hard(s)),
    "reason_partly": lambda s: lower(s) and any(a.grade is Grade.PARTLY for a in told_hard(s)),
    "reason_ouch_low": lambda s: lower(s) and hurt_a_little(s),
    "reason_ouch_stays": lambda s: hurt_a_little(s),
    "reason_hard_stays": lambda s: any(a.effort is Effort.HARD or a.grade is Grade.PARTLY for a in told_hard(s)),
    "reason_ouch_back": lambda s: s.track.dose.sets == 1 and s.track.dose.amount <= min(s.first.amount, s.game_first.amount) and bool(s.facts(ExerciseAllowed, s.since - timedelta(1))),
    "reason_gap_week": lambda s: lower(s) and s.idle(s.way.start(s.day).last_play or s.day) >= 0 and gap_before(s, 7),
    "reason_gap_long": lambda s: lower(s) and gap_before(s, 21),
    "reason_parent_back": lambda s: bool(s.facts(SteppedBack, s.on)),
    "reason_parent_forward": lambda s: bool(s.facts(SteppedForward, s.on)),
    "reason_shortened": lambda s: seconds(catalogue().rules, catalogue().exercises[s.of], s.track.dose) <= s.state.budget,
    "reason_into_course": lambda s: s.is_dose() and s.state.programme == "grown_up",
    "reason_surgery_start": lambda s: s.state.has_surgery and s.track.dose.amount <= s.first.amount,
    "reason_in_again": lambda s: s.track.dose.amount <= s.first.amount,
    "reason_order_start": lambda s: s.track.dose == s.first and bool((order := ordered(s)) and order.plays),
    "reason_order_dose": lambda s: s.is_dose() and ordered(s) is not None,
    "reason_order_begun": lambda s: s.track.dose.sets == 1 and s.track.dose.amount == s.reason.values["amount"] and bool((order := ordered(s)) and order.begins_anew),
    "reason_order_step": lambda s: bool((order := ordered(s)) and s.track.dose.amount <= (order.start or 0)) and higher(s) and s.since - (s.before.since or s.since) >= WEEK,
    "reason_order_rises": lambda s: s.state.graduated_on is None and bool((order := ordered(s)) and order.start == s.to and s.track.dose.amount < (order.start or 0)),
    "reason_order_foot": lambda s: bool((order := ordered(s)) and order.foot == s.foot == s.track.dose.foot),
    "reason_order_first": lambda s: bool((order := ordered(s)) and order.first_foot == s.foot and order.foot is None and s.track.dose.foot is None),
    "reason_order_tomorrow": lambda s: any(isinstance(e.fact, ExerciseOrdered) and (e.fact.exercise, e.fact.said_by, e.fact.said_on) == (s.of, s.who, s.on) and e.day == s.day for e in s.way.child.events),
    "reason_order_on": lambda s: s.of not in s.state.tracks and any(isinstance(e.fact, ExerciseOrdered) and (e.fact.exercise, e.fact.said_by, e.fact.said_on, e.fact.plays) == (s.of, s.who, s.on, True) and e.day <= s.day for e in s.way.child.events),
    "reason_order_on_week": lambda s: s.week == joins_in(s) > week_of(s, s.day) and TRUE["reason_order_on"](s),
    "reason_on_order": lambda s: s.of in catalogue().programmes[str(s.state.programme)].on_order and not s.state.switched.get(s.of),
    "reason_left_out": lambda s: s.state.switched.get(s.of) is False and any(isinstance(e.fact, ExerciseSwitched) and e.fact.exercise == s.of for e in s.way.child.events),
    "reason_brought_in": lambda s: s.of in catalogue().programmes[str(s.state.programme)].on_order and s.state.switched.get(s.of) is True and s.of not in s.state.tracks,
    "reason_order_off": lambda s: bool((order := ordered(s)) and order.plays is False) and s.of not in programme_order(catalogue(), s.state),
    # what it waits for
    "reason_order_held": ordered_hold,
    "reason_budget_order_held": ordered_hold,
    "reason_order_cap": lambda s: up(s) == s.track.dose and s.track.dose.amount < catalogue().exercises[s.of].ramp.cap and ordered(s) is not None,
    "reason_same_clean": lambda s: waits(s) and due(s) and s.n == 3 - s.track.clean > 0 and s.track.easy_days < 2,
    "reason_same_days": lambda s: waits(s) and s.day + timedelta(int(str(s.n))) == s.since + WEEK > s.day,
    "reason_same_gap": none_played,
    "reason_same_pain": lambda s: s.hurt_lately() and s.hurt_badly_on(s.on),
    "reason_same_room": lambda s: waits(s) and due(s) and not any(s.room(dose) for dose in steps(s)),
    "reason_same_reserved": lambda s: waits(s) and due(s) and week_of(s, s.day) % 2 == 1 and any(e not in s.state.tracks for e in programme_order(catalogue(), s.state)),
    "reason_same_morning": lambda s: waits(s) and due(s),
    "reason_cap": lambda s: up(s) == s.track.dose,
    "reason_held": lambda s: s.state.is_held,
    "reason_keep_strong": lambda s: s.state.graduated_on is not None and s.state.graduated_on <= s.day,
    # how long a session is
    "reason_budget_start": lambda s: s.state.budget == catalogue().rules.ages[s.state.age].first_budget,
    "reason_budget_first": lambda s: s.state.budget_since is None,
    "reason_budget_up": lambda s: s.state.budget == s.to and int(str(s.start)) < int(str(s.to)) <= 1.1 * int(str(s.start)) and int(str(s.n)) >= 4 and s.on == s.state.budget_since,
    "reason_budget_week": lambda s: s.on == (s.state.budget_since or s.on) + WEEK > s.day,
    "reason_budget_days": lambda s: s.n in (good(s), sum((s.day - d).days < 7 for d in s.state.good_days)) and int(str(s.n)) < 4,
    "reason_budget_earned": lambda s: waits(s) and sum((s.day - d).days < 7 for d in s.state.good_days) >= 4,
    "reason_budget_ouch": lambda s: s.hurt_lately() and s.hurt_badly_on(s.on),
    "reason_budget_held": lambda s: s.state.is_held,
    "reason_budget_cap": lambda s: s.state.budget >= catalogue().rules.ages[s.state.age].cap,
    "reason_budget_gap": none_played,
    "reason_budget_gap_week": lambda s: s.state.budget == s.to and int(str(s.to)) < int(str(s.start)),
    "reason_budget_gap_long": lambda s: s.state.budget == s.to and int(str(s.to)) < int(str(s.start)),
    # what comes next
    "reason_next_new": lambda s: to_come(s) and s.n == needs(s) - s.state.good_since_new > 0 and week_of(s, s.day + timedelta(int(str(s.n)))) >= joins_in(s),
    "reason_next_week": lambda s: to_come(s) and s.week == joins_in(s) > week_of(s, s.day),
    "reason_next_room": lambda s: to_come(s) and s.state.good_since_new >= needs(s) and not s.room(s.first),
    "reason_next_ceremony": lambda s: s.state.graduated_on is None and s.state.run.counted_weeks >= 12 and s.n == s.state.run.good_bloom_weeks < s.reason.values["weeks"] == 8,
    "reason_next_morning": lambda s: to_come(s) and s.state.good_since_new >= needs(s) and s.room(s.first),
    # the short ways
    "reason_two_minutes": lambda s: s.exercise in {row.exercise for row in s.beside} and sum(row.seconds for row in s.beside) <= 120,
    "reason_one_only": lambda s: s.exercise in {row.exercise for row in s.beside} and len(s.beside) <= 3 and s.exercise in offered(catalogue(), s.state, s.day),
    "reason_two_sessions": lambda s: s.time == opens_next(s),
    # why nothing may be played
    "reason_signs": signs_open,
    "reason_no_programme": lambda s: not any(isinstance(e.fact, ProgrammeChosen) for e in s.way.child.events),
    "reason_all_left_out": lambda s: not s.state.resting and all(s.state.switched.get(e) is False for e in catalogue().programmes[str(s.state.programme)].exercises),
    "reason_paused": lambda s: s.on < until(s) and is_paused_as_said(s, until(s)),
    "reason_paused_day": lambda s: is_paused_as_said(s, s.on),
    "reason_painful_stop": lambda s: s.state.stopped_on == s.on and any(0 < (b - a).days <= 6 for a in s.state.pain_days for b in s.state.pain_days),
    "reason_ouch_rest": lambda s: any(a.ouch == s.reason.values["pain"] >= 4 and a.exercise == s.of for a in s.way.attempts(s.on)) and s.state.resting[s.of].returns is None,
    "reason_ouch_unanswered": lambda s: any(a.is_hurt and a.ouch is None and a.exercise == s.of for a in s.way.attempts(s.day)),
    "reason_ouch_returns": lambda s: s.state.resting[s.of].returns == s.on > s.day,
    "reason_grown_up_off": lambda s: s.state.programme == "grown_up" and s.day < s.on <= s.day + timedelta(30),
    "reason_no_good_day": lambda s: int(str(s.n)) >= 14 and not s.state.good_days,
    "reason_surgery_lock": lambda s: s.day < s.on == opens(s),
    "reason_surgery_dates": lambda s: (s.state.surgery, s.state.surgeon_start) == (None, None),
    "reason_surgery_no_surgery": lambda s: s.state.surgery is None and s.state.surgeon_start is not None,
    "reason_surgery_no_start": lambda s: s.state.surgery is not None and s.state.surgeon_start is None,
    "reason_surgery_word": lambda s: not s.state.has_surgeon_agreed and (opens(s) or date.max) <= s.day,
    "reason_surgery_word_too": lambda s: not s.state.has_surgeon_agreed and s.day < (opens(s) or date.max),
    "reason_surgery_half": lambda s: s.day < s.on and s.on >= (s.state.surgery or date.max) + timedelta(42) and s.on >= (s.state.first_after_lock or date.max) + timedelta(28),
    "reason_surgery_half_first": lambda s: is_half(catalogue(), s.state, s.day) and s.state.first_after_lock is None,
    "reason_surgery_full": lambda s: not is_half(catalogue(), s.state, s.day) and s.day - (half_until(catalogue(), s.state) or s.day) < WEEK,
    # what a step forward waits for
    "steer_first_week": lambda s: week_of(s, s.day) == 1,
    "steer_gap": none_played,
    "steer_not_in_play": lambda s: s.of not in s.state.tracks or s.of in s.state.resting,
}  # fmt: skip


def to_come(s: Said) -> bool:
    return waits(s) and s.of not in s.state.tracks and s.of in programme_order(catalogue(), s.state)


def gap_before(s: Said, days: int) -> bool:
    """So long without play up to now. A later gap that changed nothing begins the seven days anew, so `since` tells
    nothing of when the step back came."""
    played = sorted({a.on for a in s.way.child.attempts.values() if a.on <= s.day and a.grade is not Grade.NOT_TODAY})
    near = [*played, s.day]
    return any((b - a).days > days for a, b in zip(near, near[1:], strict=False))


def is_true(s: Said) -> bool:
    """Whether the sentence holds of the state: its own predicate, and every amount and budget it names."""
    values = s.reason.values
    stays = s.reason.key.startswith(
        ("reason_same", "reason_cap", "reason_held", "reason_hard_stays", "reason_order_held", "reason_order_cap")
    )
    if stays and values["amount"] != s.track.dose.amount:
        return False
    if "budget" in values and s.reason.key != "reason_shortened" and values["budget"] != s.state.budget:
        return False
    return TRUE[s.reason.key](s)


def said_on(life: Life, day: date) -> Iterator[Said]:
    """All that is said on a day: of the plan as the day begins, and on the parent's pages that evening."""
    child = life.robin.child
    way = journey(catalogue(), child, day)
    plan, dawn = day_plan(catalogue(), life.robin, day), way.morning(day)
    yield from (Said(way, dawn, day, None, r, True) for r in plan.notes)
    evening = dawn.copy()
    evening.tried.update({level.exercise: (day, 0) for quest in plan.slots[:1] for level in quest.levels})
    for quest in plan.slots:
        state = dawn if quest.slot is Slot.MORNING else evening
        yield from (Said(way, state, day, level.exercise, r, True) for level in quest.levels for r in level.reasons)
    yield from _said_on_the_map(life, way, day)
    if child.programme is None:
        return
    now = way.now(day)
    on_pages = (*why.next_steps(catalogue(), now, day), *why.of_trail(catalogue(), now, day))
    yield from (Said(way, now, day, None, r) for r in on_pages)
    for name in progress.exercises_shown(catalogue(), child, day):
        yield from (Said(way, now, day, name, r) for r in why.of_exercise(catalogue(), now, name, day))
        if refusal := why_not_forward(catalogue(), now, name, day):
            yield Said(way, now, day, name, refusal)


def _said_on_the_map(life: Life, way: Journey, day: date) -> Iterator[Said]:
    """Why it is closed, or not yet open, and the short ways; at nine and at six, and the evening's quest at nine."""
    for slot, hour in ((Slot.MORNING, 9), (Slot.EVENING, 9), (Slot.EVENING, 18)):
        at = datetime.combine(day, time(hour), life.robin.zone)
        seen, now = today(catalogue(), life.robin.child, at, slot), way.now(day)
        yield from (Said(way, now, day, None, r, at=at) for r in seen.why)
        for row in (seen.two_minutes, seen.choices):
            yield from (Said(way, now, day, level.exercise, level.reasons[0], beside=row) for level in row)
