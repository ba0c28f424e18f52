"""Whatever the period, its figures are those of the report, the table, the JSON and the simulation for the same days."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from random import Random

import pytest

from game.core.content import Slot
from game.core.days import days_between, plus
from game.core.events import Effort, Grade
from game.core.history.plays import was_tried
from game.core.numbers import for_sentences
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.doctor import doctors_report, doctors_report_of
from game.core.reports.doctor_records import ExerciseRow
from game.core.reports.ledger import entries
from game.core.reports.over_time import ExerciseOverTime, over_time
from game.core.reports.period import BarKind, PeriodReport, days_of, period_report
from game.core.reports.progress import days_shown, exercise_progress, exercises_shown, progress
from game.core.reports.records import PainOn
from game.core.rules.journey import apart, journey
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES, begun
from game.data.texts.texts import Texts
from game.print import report_json, report_table
from tests.core.rules.test_journey import life_of, told_leniently
from tests.core.rules.test_settle import WHO
from tests.diary import START, both, case, catalogue, every_day, lived, of_family

LIVES, DAYS = 6, 130
WORDS = Texts("en")
WORDS.from_rules = for_sentences(catalogue().rules)


def random_life(seed: int) -> tuple[SimulatedChild, date]:
    chance = Random(seed)
    robin, _ = told_leniently(life_of(chance, DAYS), chance.choice(WHO), DAYS)
    return robin, plus(START, chance.randrange(60, DAYS))


@pytest.mark.parametrize("seed", range(LIVES))
def test_any_period_of_a_random_life_says_what_the_report_the_table_and_the_json_say(seed: int) -> None:
    robin, today = random_life(seed)
    chance, apart_ = Random(seed + 100), apart(catalogue(), robin.child, today)
    for _ in range(6):
        first = plus(START, chance.randrange(-3, days_between(START, today) + 1))
        last = plus(first, chance.randrange(90))
        rest = chance.choice([None, 0, 45])
        report = doctors_report(catalogue(), robin.child, first, last, today, rest)
        shown = period_report(catalogue(), robin.child, report.first, report.last, today, rest)
        said = json.loads(report_json.as_json(report, WORDS))
        figures = said["figures"]
        assert {
            name: getattr(shown, name) for name in ("practice_days", "days", "paused_days", "planned_s", "done_s")
        } == {name: figures[name] for name in ("practice_days", "days", "paused_days", "planned_s", "done_s")}
        assert (shown.planned, shown.done) == (figures["sessions_planned"], figures["sessions_done"])
        assert sum(day["done_s"] for day in said["days"]) == shown.done_s == sum(bar.done_s for bar in shown.bars)
        assert sum(day["planned_s"] for day in said["days"]) == shown.planned_s
        assert [w["done"] for w in said["weeks"]] == [week.done for week in shown.weeks]
        table = report_table.csv(report, catalogue(), WORDS).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(table)))
        days = [row for row in rows if row[WORDS("table_kind")] == WORDS("table_a_day")]
        way = journey(catalogue(), robin.child, today)
        done = [int(row[WORDS("table_done")]) for row in days]
        assert sum(done) == shown.done_s
        if way.now(today).graduated_on is None:
            assert shown.planned or not shown.planned_s, "minutes are planned where sessions are"
        apart_.follow(robin.child, today)
        assert doctors_report_of(apart_, first, last, rest) == report, "beside the loop it is the same"
        for exercise in exercises_shown(catalogue(), robin.child, today):
            one = exercise_progress(catalogue(), robin.child, exercise, today, report.first, report.last)
            row = next((row for row in report.exercises if row.exercise == exercise), None)
            assert {grade: n for grade, n in row.grades.items() if n} == dict(one.grades) if row else not one.grades
            assert (
                {effort: n for effort, n in row.efforts.items() if n} == dict(one.efforts) if row else not one.efforts
            )
            told = [said for said in report.hurts if said.what == exercise]
            assert [(pain.day, pain.score) for pain in one.pains] == [(hurt.day, hurt.score) for hurt in told]
            _is_the_report_over_time(over_time(way, exercise, report.first, report.last), row, one.pains)


def _is_the_report_over_time(
    shown: ExerciseOverTime, row: ExerciseRow | None, pains: tuple[PainOn, ...]
) -> None:  # fmt: skip
    """What stands over time adds up to the report's row, and leaves no day out."""
    days = shown.plays_of_days
    assert (days[0].first, days[-1].last) == (shown.first, shown.last) and len(days) <= 40
    assert all(plus(a.last, 1) == b.first for a, b in zip(days, days[1:], strict=False))
    tally = shown.tally
    assert {g: tally.grades.get(g, 0) for g in Grade} == (row.grades if row else dict.fromkeys(Grade, 0))
    assert {e: tally.efforts.get(e, 0) for e in Effort} == (row.efforts if row else dict.fromkeys(Effort, 0))
    assert tally.untold == (row.untold if row else 0) and shown.pains == pains


@pytest.mark.parametrize("family", FAMILIES)
def test_its_days_are_those_the_simulation_planned(family: str) -> None:
    life = of_family(family, 60)
    today = plus(START, 59)
    way = journey(catalogue(), life.robin.child, today)
    for entry, plan in zip(entries(way, START, today), life.plans, strict=True):
        if plan.slots:  # else a grown-up's word may have opened it later that day
            assert entry.morning.seconds == plan.slots[0].planned_s and entry.morning.is_offered, entry.day
    for n in (0, 9, 30, 59):
        began = life.plans[n]
        shown = progress(catalogue(), life.robin.child, plus(START, n))
        played = any(was_tried(a) for a in way.attempts(plus(START, n)))
        assert shown.active_days == began.active_days + played and shown.streak == began.streak + played


@pytest.mark.parametrize("seed", range(LIVES))
def test_all_of_it_is_the_sum_of_its_years_and_of_its_days(seed: int) -> None:
    """Of weeks that are whole: a cut week rounds what it asks for after graduation, and each half for itself."""
    robin, today = random_life(seed)

    def of(first: date, last: date) -> PeriodReport:
        return period_report(catalogue(), robin.child, first, last, today)

    whole, parts = of(START, today), [of(plus(START, n), min(today, plus(START, n + 27))) for n in range(0, DAYS, 28)]
    parts = [part for part in parts if part.first <= today]
    for name in ("done_s", "planned_s", "practice_days", "paused_days", "days", "done", "planned"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts), name
    rows = days_shown(catalogue(), robin.child, START, today, today)
    assert sum(row.done_s for row in rows) == whole.done_s


def test_minutes_are_of_the_sessions_that_are_counted_beside_them() -> None:
    """A profile of two weeks, whose first play was yesterday morning: of one session's kind are both figures."""
    life = lived(both([13]), 15)
    today = plus(START, 14)
    child = life.robin.child
    shown = period_report(catalogue(), child, START, today, today)
    (yesterday,) = [row for row in days_shown(catalogue(), child, START, today, today) if row.planned_s]
    assert (yesterday.day, shown.done, shown.planned) == (plus(START, 13), 2, 2)
    assert shown.planned_s == yesterday.planned_s == shown.done_s


def test_each_kind_of_period_begins_and_ends_where_it_says() -> None:
    life = lived(both(range(84)) + every_day([90, 95, 100]), 120)
    child, today = life.robin.child, plus(START, 119)
    graduated = journey(catalogue(), child, today).now(today).graduated_on
    assert graduated

    def days(kind: PeriodKind, first: date = date.min, last: date = date.max) -> tuple[date, date]:
        return days_of(catalogue(), child, Period(kind, first, last), today)

    assert days(PeriodKind.WEEKS) == (plus(today, -28), today) and days(PeriodKind.MONTHS) == (plus(today, -91), today)
    assert days(PeriodKind.JOURNEY) == (START, graduated) and days(PeriodKind.ALL) == (START, today)
    assert days(PeriodKind.YEAR) == (START, today), "no longer than there is something to see"
    assert days(PeriodKind.DAYS, plus(START, 3), plus(START, 9)) == (plus(START, 3), plus(START, 9))
    assert days(PeriodKind.DAYS, plus(START, 3), plus(today, 99)) == (plus(START, 3), today)
    assert days(PeriodKind.DAYS, plus(today, 3), plus(today, 9)) == (today, today)


@pytest.mark.parametrize(("length", "kind"), [
    (31, BarKind.DAY), (32, BarKind.WEEK), (183, BarKind.WEEK), (184, BarKind.MONTH), (1100, BarKind.MONTH),
    (1101, BarKind.QUARTER),
])  # fmt: skip
def test_bars_stand_for_days_weeks_months_or_quarters_and_miss_no_day(length: int, kind: BarKind) -> None:
    child = lived(both(range(5)), 6).robin.child
    today = plus(START, length - 1)
    shown = period_report(catalogue(), child, START, today, today)
    assert shown.kind is kind and len(shown.bars) <= 40
    assert shown.bars[0].first == START and shown.bars[-1].last == today
    assert all(plus(a.last, 1) == b.first for a, b in zip(shown.bars, shown.bars[1:], strict=False))


def test_before_the_first_play_a_period_says_nothing_was_planned() -> None:
    child = begun(catalogue(), case()).child
    shown = period_report(catalogue(), child, plus(START, -28), START, START)
    assert (shown.planned, shown.done, shown.percent, shown.practice_days, shown.days) == (0, 0, None, 0, 0)
    assert len(Slot) == 2
