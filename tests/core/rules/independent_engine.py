"""The rules read a second time, by themselves: plain, slow, and without a line of the game.

Budget, room, joining, doses, gaps, pain and the run of days of the programmes `children` and `prevention` in their
first weeks, and what a therapist ordered, written down again from the rules' own words, so that one slip does not pass
twice. It knows no pauses that are told, no words told late but those for the record, none taken back, no change of
programme or age and no graduation. Its numbers are
its own: `Numbers` holds those that a control may change. Days are ordinals, seconds are whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.core.rules.independent_table import BANDS, PROGRAMMES, TABLE, Dose, Numbers, Slot


@dataclass
class Road:
    """An exercise in play."""

    dose: Dose
    since: int
    met: int | None = None
    clean: int = 0
    easy: list[bool] = field(default_factory=list)
    tried: tuple[int, int] = (0, 0)

    def anew(self, since: int) -> None:
        self.since, self.clean, self.easy = since, 0, []

    @property
    def is_easy(self) -> bool:
        return len(self.easy) >= 2 and all(self.easy[-2:])


@dataclass
class Ordered:
    """What a therapist ordered of one exercise; None is as the table has it, or as the programme does."""

    plays: bool | None = None
    foot: str | None = None
    start: int | None = None
    cap: int | None = None
    sets: int | None = None
    is_old: bool = False  # it has hurt much since: nothing goes to its start any more


@dataclass
class Word:
    """What was said of one play: `ouch` alone, or how, grade and effort."""

    exercise: str
    how: str = ""
    grade: str = ""
    effort: str = ""
    ouch: int | None = None
    slot: int = 0

    @property
    def is_bad(self) -> bool:
        return bool(self.ouch) or self.grade == "partly" or self.effort == "hard"


class Reader:
    """One child, told day by day: `morning`, then `say`, `allow` and the rest, then `evening`."""

    def __init__(self, programme: str, age: str, start: int, numbers: Numbers | None = None) -> None:
        self.n = numbers or Numbers()
        self.order, (self.first, self.cap) = PROGRAMMES[programme], BANDS[age]
        self.budget, self.budget_since = self.first, -1
        self.roads = {e: Road((1, TABLE[e].start), start) for e in self.order[:3]}
        self.day, self.first_active, self.last_play, self.back = start, 0, 0, 0
        self.good_since, self.last_set = 0, -99
        self.is_held = self.is_stopped = False
        self.rest: set[str] = set()
        self.coming: set[str] = set()
        self.pains: list[int] = []
        self.last_pain = -99
        self.asked = 0
        self.gap: tuple[int, dict[str, Dose]] | None = None
        self.active: set[int] = set()
        self.good: set[int] = set()
        self.unpaused: list[int] = []
        self.words: list[Word] = []
        self.today: dict[str, Dose] = {}
        self.laid: dict[int, list[str]] = {}
        self.orders: dict[str, Ordered] = {}
        self.ordered: dict[str, Ordered] = {}  # today: they count from the next morning
        self.off: set[str] = set()
        self.held_until, self.holding = 0, (0, 0)

    # ---------------------------------------------------------------- what was ordered
    def start(self, e: str) -> int:
        return min(self.orders.get(e, Ordered()).start or TABLE[e].start, self.most(e))

    def most(self, e: str) -> int:
        return min(self.orders.get(e, Ordered()).cap or TABLE[e].cap, TABLE[e].cap)

    def sets(self, e: str) -> int:
        return min(self.orders.get(e, Ordered()).sets or 3, 3)

    def feet(self, e: str) -> int:
        return 1 if self.orders.get(e, Ordered()).foot else TABLE[e].feet

    def is_on(self, e: str) -> bool:
        return self.orders.get(e, Ordered()).plays is True

    @property
    def play(self) -> dict[str, Road]:
        """What is in play: what is off stays away and keeps its history."""
        return {e: road for e, road in self.roads.items() if e not in self.off}

    def within(self, e: str, dose: Dose) -> Dose:
        return min(dose[0], self.sets(e)), min(dose[1], self.most(e))

    def _orders(self) -> None:
        """What was ordered the day before."""
        if self.holding[0] == self.day:
            self.held_until = self.holding[1]
        new, self.ordered = self.ordered, {}
        feet = {e: self.orders.get(e, Ordered()).foot for e in new}
        self.orders |= new
        for e, order in new.items():
            if e in self.roads:
                self._dose_ordered(e, order.foot != feet[e])
            was_off = e in self.off
            self.off = self.off | {e} if order.plays is False else self.off - {e}
            if was_off and e in self.play and 0 < self.roads[e].tried[0] < self.day - self.n.idle:
                self.roads[e].dose = min(self.roads[e].dose, (1, self.start(e)), key=lambda d: d[0] * d[1])
                self.roads[e].anew(self.day)
            if not self.first_active:  # as if chosen at the start
                for x in [x for x in self.order if x not in self.roads and x not in self.off]:
                    if len(self.play) < 3:
                        self.roads[x] = Road((1, self.start(x)), self.day)
                self.roads = {x: self.roads[x] for x in self.order if x in self.roads}

    def _dose_ordered(self, e: str, is_other_foot: bool) -> None:
        road, first = self.roads[e], (1, self.start(e))
        dose = self.within(e, road.dose)
        has_start = self.orders[e].start is not None
        if not road.met and (first[1] <= dose[0] * dose[1] or has_start and self.has_room({e: first})):
            dose = first
        elif (
            road.met and has_start and not self.orders[e].is_old
        ):  # down to it at once; up to it by steps, of which the sets buy one
            if dose[1] >= first[1]:
                dose = first
            elif dose[0] > 1:
                dose = 1, min(first[1], dose[1] + TABLE[e].step)
        if dose != road.dose or is_other_foot:
            road.dose = dose
            road.anew(self.day)
        if self.gap and e in self.gap[1]:
            self.gap[1][e] = self.within(e, self.gap[1][e])

    # ---------------------------------------------------------------- seconds, room, steps back
    def seconds(self, e: str, dose: Dose) -> int:
        row, (sets, amount) = TABLE[e], dose
        return self.n.change + sets * amount * row.seconds * self.feet(e) + 30 * (sets - 1)

    def has_room(self, more: dict[str, Dose]) -> bool:
        """What rests comes back with one set, at its start or below."""
        now = {e: (1, min(self.start(e), r.dose[1])) if e in self.rest else r.dose for e, r in self.play.items()}
        times = [self.seconds(e, dose) for e, dose in {**now, **more}.items()]
        return sum(times) <= 2 * self.budget - max(times)

    def under(self, e: str, dose: Dose) -> Dose:
        sets, amount = dose
        return (sets - 1, amount) if sets > 1 else (1, max(min(self.start(e), amount), amount - TABLE[e].step))

    def halved(self, e: str, dose: Dose) -> Dose:
        (sets, amount), start, step = dose, self.start(e), TABLE[e].step
        if sets > 1:
            return max(1, sets // 2), amount
        return 1, min(amount, start + max(0, (amount - 2 * start) // (2 * step)) * step)

    # ---------------------------------------------------------------- where the child stands
    @property
    def is_paused(self) -> bool:
        return self.is_stopped or self.rest >= set(self.play)

    @property
    def week(self) -> int:
        return (self.day - self.first_active) // 7 + 1 if self.first_active else 1

    @property
    def idle(self) -> int:
        return self.day - self.last_play if self.last_play else 0

    def may_grow(self) -> bool:
        is_held = self.is_held or self.day < self.held_until
        return not (is_held or self.is_paused or self.day - self.last_pain <= 7 or self.idle > self.n.idle)

    # ---------------------------------------------------------------- a morning
    def morning(self) -> None:
        self._orders()
        for e in self.coming & self.rest:
            self.rest.discard(e)
            self.roads[e].dose = (1, min(self.start(e), TABLE[e].start, self.roads[e].dose[1]))
            self.roads[e].anew(self.day)
        self.coming = set()
        self._gap()
        for e, road in self.roads.items():
            while self.seconds(e, road.dose) > self.budget and self.under(e, road.dose) != road.dose:
                road.dose = self.under(e, road.dose)
                road.anew(self.day)
        if self.week >= 2 and self.may_grow():
            self._budget_up()
            for step in (self._join, self._bigger) if self.week % 2 else (self._bigger, self._join):
                step()
        self.today = {e: road.dose for e, road in self.roads.items()}
        self.words, self.laid = [], {}

    def _gap(self) -> None:
        if self.idle == self.n.idle + 1:
            self.gap = self.budget, {e: road.dose for e, road in self.roads.items()}
            lower = -(-self.budget * 100 // (110 * 5)) * 5
            self.budget = min(self.budget, max(self.first, lower))
            for e, road in self.roads.items():
                road.dose = self.under(e, road.dose)
        if self.idle == 22 and self.gap:
            budget, doses = self.gap
            self.budget = min(self.budget, max(self.first, budget // 10 * 5))
            for e in doses:
                self.roads[e].dose = min(self.roads[e].dose, self.halved(e, doses[e]))

    def _budget_up(self) -> None:
        since = self.budget_since if self.budget_since > 0 else self.first_active
        good = sum(d in self.good for d in range(self.day - 7, self.day))
        grown = min(self.cap, self.budget * (100 + self.n.percent) // 500 * 5)
        if self.day - since >= self.n.days and good >= self.n.good_for_budget and grown > self.budget:
            self.budget, self.budget_since = grown, self.day

    def waiting(self) -> list[str]:
        """What rests, or is off, cannot join; what was ordered comes before the programme's own from its first week."""
        row = [e for e in self.order if e not in self.roads and e not in self.rest and e not in self.off]
        first = [e for e in row if self.is_on(e) and TABLE[e].first_week <= self.week]
        return first + [e for e in row if e not in first]

    def _join(self) -> None:
        if not self.waiting():
            return
        e = self.waiting()[0]
        if self.good_since < self.n.good_for_new and not self.is_on(e):
            return
        if TABLE[e].first_week <= self.week and self.has_room({e: (1, self.start(e))}):
            self.roads[e] = Road((1, self.start(e)), self.day)
            self.roads = {x: self.roads[x] for x in self.order if x in self.roads}
            self.good_since = 0

    def kept_free(self) -> dict[str, Dose]:
        """In odd weeks the time of the next new one, if it may come that week."""
        if self.week % 2 == 0 or not self.waiting():
            return {}
        e, last = self.waiting()[0], self.first_active + 7 * self.week - 1
        may_come = self.is_on(e) or self.good_since + last - self.day >= self.n.good_for_new
        return {e: (1, self.start(e))} if may_come and TABLE[e].first_week <= self.week else {}

    def _since(self, road: Road) -> int:
        return max(road.since, road.met or 0, self.back)

    def rises(self, e: str) -> bool:
        """Below a start that was ordered, and it has not hurt much since."""
        order = self.orders.get(e, Ordered())
        return order.start is not None and not order.is_old and self.roads[e].dose[1] < self.start(e)

    def _bigger(self) -> None:
        able = [
            (not self.rises(e), not road.is_easy, self._since(road), self.order.index(e), e)
            for e, road in self.play.items()
            if road.met and e not in self.rest and self.day - self._since(road) >= self.n.days
        ]
        for *_, e in sorted(able):
            road, (sets, amount) = self.roads[e], self.roads[e].dose
            set_more, step = (sets + 1, amount), (sets, max(amount, min(self.most(e), amount + TABLE[e].step)))
            if self.rises(e):
                step = sets, min(self.start(e), amount + TABLE[e].step)
                if self.has_room({**self.kept_free(), e: step}):
                    road.dose = step
                    road.anew(self.day)
                continue
            may_step = step != road.dose and self.has_room({**self.kept_free(), e: step})
            new = step if road.clean >= self.n.clean and may_step else None
            if road.is_easy and sets < self.sets(e) and self.has_room({**self.kept_free(), e: set_more}):
                if not self.waiting() or self.day - self.last_set >= 7:
                    new, self.last_set = set_more, self.day
                elif may_step:
                    new = step
            if new:
                road.dose = new
                road.anew(self.day)

    # ---------------------------------------------------------------- quests
    def quest(self, tried: dict[str, tuple[int, int]]) -> list[str]:
        if self.is_paused:
            return []
        groups: dict[tuple[int, int], list[str]] = {}
        for e in self.play:
            if e not in self.rest:
                groups.setdefault(tried[e], []).append(e)
        row: list[str] = []
        for moment in sorted(groups):
            turn = self.day % len(groups[moment])
            row += groups[moment][turn:] + groups[moment][:turn]
        out: list[str] = []
        left = self.budget
        for e in row:
            if self.seconds(e, self.today[e]) <= left and not (self.week == 1 and len(out) == 3):
                out.append(e)
                left -= self.seconds(e, self.today[e])
        return sorted(out, key=lambda e: (TABLE[e].position, self.order.index(e)))

    def plan(self) -> list[Slot]:
        """Both quests as the day begins, the evening's as if the morning's is played."""
        if self.is_paused:
            return []
        tried, slots = {e: road.tried for e, road in self.roads.items()}, []
        for n in range(2):
            names = self.quest(tried)
            slots.append((self.budget, [(e, *self.today[e], self.seconds(e, self.today[e])) for e in names]))
            tried |= {e: (self.day, n) for e in names}
        return slots

    def open(self, slot: int) -> list[str]:
        """What is left of the slot's quest, laid out at its first word."""
        if slot not in self.laid:
            self.laid[slot] = self.quest({e: road.tried for e, road in self.roads.items()})
        done = {word.exercise for word in self.words if word.slot == slot}
        return [e for e in self.laid[slot] if e not in done and e not in self.rest]

    @property
    def streak(self) -> int:
        """The active days of the stretch in which any seven unpaused days hold four."""
        days, begin = self.unpaused, 0
        for i in range(len(days) - 6):
            if sum(d in self.active for d in days[i : i + 7]) < 4:
                begin = i + 1
        return sum(d in self.active for d in days[begin:])

    # ---------------------------------------------------------------- what is told
    def say(self, slot: int, word: Word) -> None:
        self.open(slot)
        word.slot, e = slot, word.exercise
        self.words.append(word)
        road = self.roads[e]
        road.tried = max(road.tried, (self.day, slot))
        if word.is_bad:
            road.dose = min(road.dose, self.under(e, self.today[e]))
            self.today[e] = min(self.today[e], road.dose)
        if (word.ouch or 0) >= self.n.strong:
            self._rests(e)
            self.last_pain = self.day
            self._painful(self.day)

    def _rests(self, e: str) -> None:
        self.rest.add(e)
        self.coming.discard(e)
        for order in (self.orders.get(e), self.ordered.get(e)):
            if order:
                order.is_old = True

    def _painful(self, day: int) -> None:
        self.pains = sorted({*self.pains, day})
        self.is_stopped |= any(b - a <= 6 for a, b in zip(self.pains, self.pains[1:], strict=False))

    def for_the_record(self, day: int, e: str, ouch: int | None) -> None:
        """Told later than two days: nothing, but strong pain rests it from now and counts by its own day, where no
        doctor was asked since."""
        if (ouch or 0) >= self.n.strong:
            self._rests(e)
            if day >= self.asked:
                self._painful(day)

    def doctor_asked(self) -> None:
        self.is_stopped, self.pains, self.asked = False, [], self.day

    def hold(self, is_held: bool) -> None:
        """A parent lets go of what a therapist ordered held as of their own."""
        self.is_held = is_held
        if not is_held:
            self.held_until, self.holding = 0, (0, 0)

    def order_one(self, e: str, order: Ordered) -> None:
        self.ordered[e] = order

    def order_hold(self, until: int) -> None:
        """It counts from the next morning to that one, and takes the place of an older one."""
        self.holding = self.day + 1, until

    def allow(self) -> None:
        self.coming = set(self.rest)

    def evening(self) -> None:
        """The end of the game day."""
        d, is_paused = self.day, self.is_paused and not self.words
        is_back = bool(self.words) and self.idle > self.n.idle
        for e in {word.exercise: None for word in self.words}:
            self._day_of(self.roads[e], [word for word in self.words if word.exercise == e])
        if self.words:
            self.active.add(d)
            self.first_active, self.last_play = self.first_active or d, d
            if is_back:
                self._day_back()
            if all(not word.is_bad for word in self.words) and any(word.grade for word in self.words):
                self.good.add(d)
                self.good_since += 1
        if not is_paused:
            self.unpaused.append(d)
        self.day += 1

    def _day_of(self, road: Road, words: list[Word]) -> None:
        road.met = road.met or self.day
        finished = [word for word in words if word.how == "finished"]
        if any(word.is_bad for word in words):
            road.anew(self.day + 1)
            return
        road.clean += len(finished)
        if finished:
            road.easy.append(all(word.effort == "easy" for word in finished))

    def _day_back(self) -> None:
        """The seven days, and clean, easy and good counts, begin with the first day back."""
        self.back = self.budget_since = self.day
        self.good_since, self.gap = 0, None
        for e, road in self.roads.items():
            finished = [w for w in self.words if w.exercise == e and w.how == "finished"]
            if road.since != self.day + 1:
                road.since, road.clean = self.day, len(finished)
                road.easy = [all(w.effort == "easy" for w in finished)] if finished else []
