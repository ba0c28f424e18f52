"""Lives made by chance, told to the game's rules and to another reading of them: every day is the same."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

import pytest

from game.core.content import Slot as SlotOfDay
from game.core.days import plus
from game.core.events import Effort, Fact, Grade, ToldLater
from game.core.rules.journey import journey
from game.core.simulate.diary_text import DiaryError
from game.core.simulate.simulation import DayPlan
from tests.core.rules.independent_engine import Ordered, Reader, Word
from tests.core.rules.independent_table import BANDS, PROGRAMMES, SLOTS, TABLE, Numbers, Slot
from tests.diary import START, case, catalogue, lived

LIVES, DAYS = 60, 45
MOODS = {  # weights of easy, right, hard; of well, helped, partly
    "good": ((2, 20, 0.4), (20, 5, 0.3)),
    "easy": ((20, 3, 0.1), (20, 2, 0.1)),
    "hard": ((1, 6, 3), (8, 6, 2)),
    "mixed": ((6, 8, 1), (10, 5, 0.6)),
}
Day = tuple[str, int, int, list[Slot]]  # state, run, active days, both quests


@dataclass
class Chance:
    """A diary and the days another reading made of it; `tells_later`: with entries for the record."""

    seed: int
    numbers: Numbers | None = None
    tells_later: bool = False
    later: dict[int, list[Fact]] = field(default_factory=dict)
    ordering: float = 0.0  # how likely a therapist orders something on a day
    days: list[Day] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    met: set[str] = field(default_factory=set)  # what the life held

    def live(self) -> Chance:
        chance = Random(self.seed)
        self.programme, self.age = chance.choice(list(PROGRAMMES)), chance.choice(list(BANDS))
        self.mood = chance.choice(list(MOODS))
        often, away, steered = chance.choice([0.95, 0.8, 0.6]), 0, chance.choice([0.02, 0.1, 0.2])
        reader = Reader(self.programme, self.age, START.toordinal(), self.numbers)
        for n in range(DAYS):
            reader.morning()
            state = "paused" if reader.is_paused else "playing"
            self.days.append((state, reader.streak, len(reader.active), reader.plan()))
            away = away - 1 if away else chance.choice([7, 8, 12, 22, 25]) if chance.random() < 0.02 else 0
            if chance.random() < steered:
                self._steer(reader, chance, n)
            if chance.random() < self.ordering:
                self._order(reader, chance, n)
            for slot in range(2):
                if not away and chance.random() < often:
                    self._play(reader, chance, n, slot)
            if self.tells_later and n > 3 and chance.random() < 0.3:
                self._tell_later(reader, chance, n)
            self.met |= {"gap"} if reader.gap else set()
            reader.evening()
        self.met |= {"joined"} if len(reader.roads) > 3 else set()
        self.met |= {"longer"} if reader.budget > reader.first else set()
        self.met |= {"set"} if reader.last_set > 0 else set()
        return self

    def _steer(self, reader: Reader, chance: Random, n: int) -> None:
        word = "resume doctor-asked" if reader.is_stopped else "allow *" if reader.rest else "hold"
        word = "release" if reader.is_held and chance.random() < 0.8 else word
        self.rows.append(f"+{n} {word}")
        self.met.add(word)
        match word:
            case "hold" | "release":
                reader.hold(word == "hold")
            case "allow *":
                reader.allow()
            case _:
                reader.doctor_asked()

    def _order(self, reader: Reader, chance: Random, n: int) -> None:
        if chance.random() < 0.15:
            days = chance.randrange(2, 12)
            self.rows.append(f"+{n} order hold until +{n + days}")
            reader.order_hold(reader.day + days)
            self.met.add("ordered hold")
            return
        e = chance.choice(reader.order[:12] if chance.random() < 0.7 else list(reader.roads))
        row, said = TABLE[e], Ordered()
        said.plays = chance.choice([None, None, True, True, False])
        said.foot = chance.choice([None, "left", "right"]) if row.feet == 2 else None
        said.cap = chance.choice([None, chance.randrange(row.step, row.cap + 1, row.step)])
        said.start = chance.choice([None, chance.randrange(row.step, (said.cap or row.cap) + 1, row.step)])
        if said.start is None and said.cap and said.cap < row.start:
            self.met.add("cap under start")
        said.sets = chance.choice([None, 1, 2, 3])
        words = [e, {None: "", True: "on", False: "off"}[said.plays], said.foot or ""]
        words += [
            f"{name} {value}"
            for name, value in (("start", said.start), ("cap", said.cap), ("sets", said.sets))
            if value
        ]
        self.rows.append(f"+{n} order {' '.join(words)}")
        self.met |= {f"ordered {said.plays}", f"ordered {said.foot}"}
        reader.order_one(e, said)

    def _play(self, reader: Reader, chance: Random, n: int, slot: int) -> None:
        effort = chance.choices(["easy", "right", "hard"], MOODS[self.mood][0])[0]
        grade = chance.choices(["well", "helped", "partly"], MOODS[self.mood][1])[0]
        how = chance.choices(["finished", "stopped"], [24, 1])[0]
        said = Word("", how, grade, effort)
        names = reader.open(slot)
        if names and chance.random() < 0.06:
            ouch = Word(chance.choice(names), ouch=chance.choice([0, 1, 3, 4, 6]))
            self.rows.append(f"+{n} {SLOTS[slot]} {ouch.exercise} ouch {ouch.ouch}")
            self.met.add(f"ouch {ouch.ouch}")
            reader.say(slot, ouch)
            names = reader.open(slot) if not reader.is_stopped else []
        if names and chance.random() < 0.15:
            names = [chance.choice(names)]
            self.rows.append(f"+{n} {SLOTS[slot]} {names[0]} {how} {grade} {effort}")
        else:
            self.rows.append(f"+{n} {SLOTS[slot]} * {how} {grade} {effort}")
        for name in names:
            reader.say(slot, replace(said, exercise=name))

    def _tell_later(self, reader: Reader, chance: Random, n: int) -> None:
        """Of some day past, whatever it was like: the rules ask nothing of what is written for the record."""
        for _ in range(chance.choice([1, 5])):
            day, ouch = n - chance.randrange(3, n + 1), chance.choice([None, None, 0, 2, 3, 4, 8])
            name, slot = chance.choice(list(reader.roads)), chance.choice(list(SlotOfDay))
            fact = ToldLater(plus(START, day), slot, name, 1, 5, chance.choice(list(Grade)), Effort.HARD, ouch)
            self.later.setdefault(n, []).append(fact)
            self.met.add(f"later {ouch}")
            reader.for_the_record(START.toordinal() + day, name, ouch)

    def game(self) -> list[DayPlan]:
        """The same diary by the game's rules."""
        who, rows = case(self.programme, self.age), "\n".join(self.rows)
        return lived(rows, DAYS, who, late=True, told_besides=self.later).plans


def as_day(plan: DayPlan) -> Day:
    slots = [(q.budget_s, [(row.exercise, row.sets, row.amount, row.seconds) for row in q.levels]) for q in plan.slots]
    return str(plan.state), plan.streak, plan.active_days, slots


@pytest.mark.parametrize("tells_later", [False, True])
def test_two_readings_of_the_rules_make_the_same_days_of_sixty_lives(tells_later: bool) -> None:
    met: set[str] = set()
    compared = 0
    for seed in range(LIVES):
        life = Chance(seed, tells_later=tells_later).live()
        met |= life.met
        for mine, plan in zip(life.days, life.game(), strict=True):
            assert as_day(plan) == mine, (seed, str(plan.day), life.programme, life.age, life.rows)
            compared += 1
    assert compared == LIVES * DAYS
    held = {"joined", "longer", "set", "gap", "hold", "release", "allow *", "resume doctor-asked", "ouch 3", "ouch 6"}
    held |= {"later None", "later 3", "later 4", "later 8"} if tells_later else set()
    assert held <= met, held - met


def test_what_a_therapist_orders_makes_the_same_days_in_both_readings_of_forty_lives() -> None:
    met: set[str] = set()
    for seed in range(1000, 1040):
        life = Chance(seed, ordering=0.15).live()
        met |= life.met
        for mine, plan in zip(life.days, life.game(), strict=True):
            assert as_day(plan) == mine, (seed, str(plan.day), life.programme, life.age, life.rows)
    held = {"ordered hold", "ordered True", "ordered False", "ordered left", "ordered right", "cap under start", "gap"}
    assert held <= met, held - met


class Ill(Reader):
    """On some days nothing could be played, as was told when they were over; what had been played by then counts."""

    ill = range(0)

    @property
    def is_paused(self) -> bool:
        return self.day in self.ill or super().is_paused


@pytest.mark.parametrize("slots", [("morning",), ("evening",), ("morning", "evening")], ids="+".join)
@pytest.mark.parametrize("day_told", [20, 21])
def test_a_pause_told_when_it_is_over_holds_back_what_had_grown_in_it_in_both_readings(
    slots: tuple[str, ...], day_told: int
) -> None:
    """Ten easy days from the thirteenth on, ill from the second of them to the last. Nothing grows in a pause, so on
    the morning after it one gets a set, the first in order, and what was kept back by that alone a step."""
    start = date(2026, 1, 17)
    rows = [f"+{n} {slot} * finished well easy" for n in range(12, 22) for slot in slots]
    rows.insert(rows.index(f"+{day_told} {slots[-1]} * finished well easy") + 1, "+13 pause ill until +21")
    robin = lived("\n".join(rows), 24, case(age="3-4", start=start), late=True).robin
    reader = Ill("children", "3-4", start.toordinal())
    reader.ill = range(reader.day + 14, reader.day + 22)  # the first day's morning did not know it yet
    way = journey(catalogue(), robin.child, plus(start, 23))
    for n in range(24):
        reader.morning()
        tracks = way.morning(plus(start, n)).tracks
        assert {e: (t.dose.sets, t.dose.amount) for e, t in tracks.items()} == reader.today, n
        for played in way.attempts(plus(start, n)):
            if played.exercise in reader.roads:  # what had not come yet comes no sooner
                slot = SLOTS.index(played.slot.value)
                reader.say(slot, Word(played.exercise, "finished", "well", "easy"))
        reader.evening()
    assert reader.today["bear_walk"] == (2, 20) and reader.today["lego_bricks"] == (1, 4)


@pytest.mark.parametrize(
    "number", [{"days": 6}, {"clean": 2}, {"good_for_new": 2}, {"good_for_budget": 5}, {"percent": 12}, {"idle": 6},
               {"strong": 5}, {"change": 25}],
    ids=str,
)  # fmt: skip
def test_with_one_number_changed_the_other_reading_is_found_to_differ(number: dict[str, int]) -> None:
    def differs(seed: int) -> bool:
        life = Chance(seed, Numbers(**number)).live()
        try:
            return [as_day(plan) for plan in life.game()] != life.days
        except DiaryError:  # it offers what the game's rules refuse
            return True

    assert any(differs(seed) for seed in range(LIVES))
