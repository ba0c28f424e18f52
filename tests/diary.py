"""A life as text: `lived` tells a diary to a made-up child by the rules and looks at every day as it began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from game.core.content import AgeBand, Catalogue
from game.core.days import days_between, plus
from game.core.events import Fact
from game.core.quest import Level
from game.core.rules.journey import journey
from game.core.simulate import diary_text
from game.core.simulate.diary_player import DiaryPlayer
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import DayPlan, SimulatedFamily, begun, day_plan, family_plays
from game.data.levels.playable import read_shipped

START = date(2026, 1, 5)  # a Monday


@cache
def catalogue() -> Catalogue:
    """The shipped levels, read once."""
    return read_shipped()


def by(**numbers: int) -> Catalogue:
    """The shipped levels with other numbers."""
    return replace(catalogue(), rules=replace(catalogue().rules, **numbers))


@dataclass
class Life:
    """What was lived: `plans[n]` is how day n stood when it began; day n of the life is `START` + n."""

    robin: SimulatedChild
    plans: list[DayPlan]

    def copy(self) -> Life:
        """The same life, to go on by itself."""
        robin = copy(self.robin)
        robin.events = list(robin.events)
        return Life(robin, list(self.plans))

    def on(self, day: int | str) -> DayPlan:
        """A day by its number from 0, or its date."""
        n = days_between(START, date.fromisoformat(day)) if isinstance(day, str) else day
        return self.plans[n]

    def levels(self, day: int | str, slot: int = 0) -> dict[str, Level]:
        return {level.exercise: level for level in self.on(day).slots[slot].levels}

    def offered(self, day: int | str) -> set[str]:
        return {level.exercise for quest in self.on(day).slots for level in quest.levels}

    def dose(self, day: int | str, exercise: str) -> tuple[int, int]:
        """Sets and amount of an exercise as offered that day, in either slot."""
        for quest in self.on(day).slots:
            for level in quest.levels:
                if level.exercise == exercise:
                    return level.sets, level.amount
        raise AssertionError(f"{exercise} is not offered on day {day}: {self.offered(day)}")

    def kept(self, day: int, exercise: str) -> tuple[int, int]:
        """Sets and amount of an exercise on that morning, offered or not, as it is known in the end."""
        state = journey(catalogue(), self.robin.child, self.plans[-1].day).morning(plus(START, day))
        return state.tracks[exercise].dose.sets, state.tracks[exercise].dose.amount

    def budget(self, day: int | str) -> int:
        return self.on(day).slots[0].budget_s

    def notes(self, day: int | str) -> list[str]:
        return [note.key for note in self.on(day).notes]


def case(
    programme: str = "children", age: str = "5-6", surgery: str = "", surgeon: str = "", cleared: bool = False,
    order: tuple[str, ...] = (), start: date = START,
) -> SimulatedFamily:  # fmt: skip
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return SimulatedFamily(programme, AgeBand(age), start, day(surgery), day(surgeon), cleared, order)


def lived(
    text: str = "", days: int = 8, who: SimulatedFamily | None = None, *, late: bool = False,
    told_besides: Mapping[int, Sequence[Fact]] | None = None,
) -> Life:  # fmt: skip
    """A diary's life; `DiaryError` at the first line that cannot be. `+n` stands for day n. The lines are told in the
    order of their days, or with `late` as they stand. `told_besides` are facts no line is for, by the day on whose
    evening they are told. The caller may go on with it: a life that is asked for again is another copy."""
    who = who or case()
    return _live(text, days, who, late, told_besides) if told_besides else _kept(text, days, who, late).copy()


@lru_cache(maxsize=8)  # a file's tests begin with the same life
def _kept(text: str, days: int, who: SimulatedFamily, late: bool) -> Life:
    return _live(text, days, who, late, None)


def _live(
    text: str, days: int, who: SimulatedFamily, late: bool, told_besides: Mapping[int, Sequence[Fact]] | None
) -> Life:  # fmt: skip
    robin = begun(catalogue(), who)
    rows = dated(text, who.start).splitlines()
    told = DiaryPlayer(
        robin, who.start, *diary_text.read("\n".join(rows if late else sorted(rows, key=lambda row: row[:10])))
    )
    plans = []
    for n in range(days):
        day = plus(who.start, n)
        plans.append(day_plan(catalogue(), robin, day))
        told.tell(day)
        robin.record(day, 21, *(told_besides or {}).get(n, ()))
    told.finish(400)
    return Life(robin, plans)


def of_family(family: str, days: int = 90, who: SimulatedFamily | None = None) -> Life:
    """A known family's life."""
    who = who or case()
    robin = begun(catalogue(), who)
    plans = []
    for n in range(days):
        day = plus(who.start, n)
        plans.append(day_plan(catalogue(), robin, day))
        family_plays(robin, family, who.start, day)
    return Life(robin, plans)


def dated(text: str, start: date = START) -> str:
    """`+3 morning *` becomes the fourth day's date; other words beginning with + too."""
    rows = []
    for row in text.splitlines():
        words = [str(plus(start, int(w[1:]))) if w[:1] == "+" and w[1:].isdecimal() else w for w in row.split()]
        rows.append(" ".join(words))
    return "\n".join(rows)


def every_day(days: range | list[int], line: str = "morning * finished well right") -> str:
    """The same line on each of these days."""
    return "\n".join(f"+{n} {line}" for n in days) + "\n"


def both(days: range | list[int], how: str = "finished well right") -> str:
    """Morning and evening on each of these days."""
    return "".join(f"+{n} morning * {how}\n+{n} evening * {how}\n" for n in days)
