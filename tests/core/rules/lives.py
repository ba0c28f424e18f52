"""Lives to look at sentences in: diaries, families, and how what is said in them is counted and found untrue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from game.core.days import plus
from game.core.events import Fact
from game.core.simulate.diary_player import DiaryPlayer
from game.core.simulate.diary_text import DiaryError, read
from game.core.simulate.simulation import FAMILIES, SimulatedFamily, begun, family_plays
from tests.core.rules.true_reasons import TRUE, Said, is_true, said_on
from tests.diary import START, Life, case, catalogue, dated

Days = Iterator[tuple[Life, date]]
Steering = dict[int, tuple[Fact, ...]]
SURGERY = ("2025-12-20", "2026-01-02", True)  # the date, the surgeon's start, the surgeon's word
YEAR = 365


def of_diary(who: SimulatedFamily, days: int, text: str, steering: Steering | None = None) -> Days:
    """Until the diary's end, or its first line that the rules refuse."""
    robin = begun(catalogue(), who)
    rows = sorted(dated(text, who.start).splitlines(), key=lambda row: row[:10])
    told, life = DiaryPlayer(robin, who.start, *read("\n".join(rows))), Life(robin, [])
    for n in range(days):
        try:
            told.tell(plus(who.start, n))
        except DiaryError:
            return
        if steering and n in steering:
            robin.record(plus(who.start, n), 20, *steering[n])
        yield life, plus(who.start, n)


def of_family(family: str, who: SimulatedFamily, days: int) -> Days:
    life = Life(begun(catalogue(), who), [])
    for n in range(days):
        family_plays(life.robin, family, who.start, plus(who.start, n))
        yield life, plus(who.start, n)


def whose() -> list[tuple[str, str, str]]:
    """Every family in every programme at every age it is for."""
    ages = {name: ("11+",) if name == "grown_up" else tuple(catalogue().rules.ages) for name in catalogue().programmes}
    return [(name, str(age), family) for name, of in ages.items() for age in of for family in FAMILIES]


def year_of(programme: str, age: str, family: str) -> Days:
    dates = SURGERY if programme == "after_surgery" else ()
    return of_family(family, case(programme, age, *dates), YEAR)


def untrue(days: Days, every: int, seen: Counter[str], one: dict[str, Said] | None = None) -> list[str]:
    """The sentences that do not hold, looked for on every so manieth day."""
    wrong: dict[str, str] = {}
    for life, day in days:
        if (day - START).days % every:
            continue
        for said in said_on(life, day):
            seen[said.reason.key] += 1
            if one is not None:
                one.setdefault(said.reason.key, said)
            if said.reason.key not in TRUE:
                wrong.setdefault(said.reason.key, f"{said.reason.key} has no predicate")
            elif not is_true(said):
                wrong.setdefault(
                    said.reason.key,
                    f"{day} {said.exercise}: {said.reason}, {said.state.tracks.get(said.exercise or '')}",
                )
    return list(wrong.values())
