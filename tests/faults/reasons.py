"""Whether every sentence about the rules is true on every day of a year, in every programme, at every age, in every kind
of family; the control says each a week late."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from tests.core.rules.lives import YEAR, untrue, whose, year_of
from tests.core.rules.true_reasons import is_true, said_on
from tests.faults.figures import Figures

Whose = tuple[str, str, str]  # programme, age, family


def run(every: int = 1, step: int = 1) -> Figures:
    """Every so manieth day of every so manieth life."""
    lives = whose()[::step]
    did = {"lives": 0, "days": 0, "sentences": 0}
    wrong = 0
    with ProcessPoolExecutor(os.cpu_count()) as hands:
        for who, told, said in hands.map(_one, lives, [every] * len(lives)):
            did["lives"], did["days"], did["sentences"] = did["lives"] + 1, did["days"] + YEAR, did["sentences"] + said
            wrong += len(told)
            for line in told:
                print(*who, line, sep=" | ", flush=True)
    least = {"lives": len(lives), "sentences": len(lives) * (YEAR // every) * 5}
    return Figures("sentences about the rules", did, {"untrue": wrong}, {"a day late": _late(lives[0])}, least)


def _one(who: Whose, every: int) -> tuple[Whose, list[str], int]:
    seen: Counter[str] = Counter()
    return who, untrue(year_of(*who), every, seen), sum(seen.values())


def _late(who: Whose) -> int:
    """How many sentences of a month are untrue when they are said a week later."""
    month = islice(year_of(*who), 30)
    shifted: Iterator = (replace(s, day=s.day + timedelta(7)) for life, day in month for s in said_on(life, day))
    return sum(not is_true(said) for said in shifted)
