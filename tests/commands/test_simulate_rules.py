"""`simulate` plays by the file it is given: each number of the rules, edited in a copy of the levels, is seen in it."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.core.content import AgeBand, Catalogue
from game.core.days import plus
from game.core.numbers import AT_MOST, PRODUCTS, Rules, bounds_of
from game.core.reports.progress import PlayState
from game.core.simulate.simulation import FAMILIES, DayPlan, SimulatedFamily, begun, day_plan, family_plays
from game.data.files.resources import resource
from game.data.levels.levels import read_catalogue
from tests.diary import START, catalogue

Lives = tuple[str, str, str, int]  # programme, age, family, days
EASY, HARD, TYPICAL = (
    ("children", "5-6", "easy", 40),
    ("children", "5-6", "hard", 40),
    ("children", "5-6", "typical", 30),
)
OUCH, HOLIDAY, PERFECT = (
    ("children", "5-6", "ouch", 50),
    ("children", "5-6", "holiday", 80),
    ("children", "5-6", "perfect", 40),
)
AUTUMN, COURSE, AFTER = (
    ("children", "5-6", "holiday", 115),
    ("grown_up", "11+", "perfect", 62),
    ("after_surgery", "5-6", "perfect", 60),
)
# What is edited to, and the life in which that is seen.
SEEN: dict[str, tuple[int, Lives]] = {
    "budget_growth_percent": (5, EASY), "budget_floor_to": (20, EASY), "growth_days": (9, EASY),
    "good_days_for_growth": (6, TYPICAL), "sessions_a_day": (1, PERFECT), "change_seconds": (30, PERFECT),
    "rest_seconds": (45, EASY), "first_week_exercises": (2, PERFECT), "quest_most_first_week": (2, PERFECT),
    "good_days_for_new": (5, PERFECT), "sets_most": (1, EASY), "clean_for_step": (14, PERFECT),
    "easy_days_for_set": (14, EASY), "no_good_days": (5, HARD), "gap_days": (9, HOLIDAY), "gap_days_long": (14, HOLIDAY),
    "ouch_rest": (5, OUCH), "ouch_quiet_days": (14, OUCH), "ouch_stop_days": (1, OUCH), "ouch_stop_within": (2, OUCH),
    "surgery_days": (35, AFTER), "surgery_half_days": (42, AFTER), "surgery_full_days": (56, AFTER),
    "course_days_most": (20, COURSE), "course_days_off": (10, COURSE), "course_least": (4, COURSE),
    "course_most": (9, COURSE), "stars_tried": (2, OUCH), "stars_finished": (3, TYPICAL), "stars_careful": (2, PERFECT),
    "stars_quest": (2, PERFECT), "streak_days": (7, TYPICAL), "streak_days_strong": (4, ("children", "5-6", "typical", 130)),
    "bloom_days": (7, TYPICAL), "habit_half_life_days": (20, TYPICAL), "graduation_weeks": (10, AUTUMN),
    "graduation_bloom_weeks": (12, AUTUMN),
}  # fmt: skip
# Why an edit cannot be seen in a life without a screen, a clock and a hand.
NOT_SEEN = {
    "hours_between_sessions": "a family of simulate never comes back within hours",
    "morning_hour": "it plays at 8 and at 18",
    "evening_hour": "it plays at 8 and at 18",
    "rest_seconds_most": "bounds what a family sets for its rests",
    "work_seconds_most": "at less, the exercises above it are problems of their own files; at more, their caps hold",
    "two_minutes_seconds": "nobody in it has only two minutes",
    "short_choices": "nobody in it asks for one exercise only",
    "lagging_percent": "both feet do the same in it",
    "lagging_days": "both feet do the same in it",
    "course_days_least": "bounds what a grown-up chooses; here it is the whole course",
    "confirm_days": "a word comes with the play in it",
    "undo_minutes": "nobody takes a word back within minutes",
    "graduation_early_week": "nobody in it brings the ceremony forward",
    "sessions_for_book": "the book of stickers is the screens'",
    "function_first_days": "what feet can do is looked at on a screen", "function_every_days": "on a screen",
    "function_one_leg_seconds_most": "on a screen", "function_bricks_seconds": "on a screen",
    "function_bricks_most": "on a screen", "function_heel_raises_most": "on a screen",
    "function_heel_raise_seconds": "on a screen", "function_heel_raises_age": "on a screen",
}  # fmt: skip


def levels_with(folder: Path, **values: int) -> Path:
    """A copy of the shipped levels with other numbers; those of an age are called "cap 5-6"."""
    levels = folder / "levels"
    if not levels.exists():
        copytree(str(resource("levels")), levels)
    lines = (resource("levels") / "rules.yaml").read_text(encoding="utf-8").splitlines()
    for name, value in values.items():
        if name.startswith("first_budget "):
            lines[lines.index(f'  "{name.split()[1]}":') + 1] = f"    first_budget: {value}"
        elif name.startswith("cap "):
            lines[lines.index(f'  "{name.split()[1]}":') + 2] = f"    cap: {value}"
        else:
            lines[lines.index(f"{name}:") + 1] = f"  value: {value}"
    (levels / "rules.yaml").write_text("\n".join(lines), encoding="utf-8")
    return levels


def words(life: Lives) -> list[str]:
    programme, age, family, days = life
    asked = ["simulate", "--programme", programme, "--age", age, "--start", str(START), "--family", family]
    if programme == "after_surgery":
        asked += ["--surgery", str(plus(START, -3)), "--surgeon-start", str(plus(START, 4)), "--cleared"]
    return [*asked, "--days", str(days), "--json"]


SHIPPED: dict[Lives, str] = {}  # each life by the shipped rules, lived once for all the edits that look at it


def test_every_number_is_seen_or_it_is_said_why_not() -> None:
    assert not SEEN.keys() & NOT_SEEN.keys()
    assert SEEN.keys() | NOT_SEEN.keys() == set(bounds_of(Rules))


@pytest.mark.parametrize("name", SEEN)
def test_an_edited_number_changes_what_is_simulated(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    value, life = SEEN[name]
    if life not in SHIPPED:
        assert main(words(life)) == 0
        SHIPPED[life] = capsys.readouterr().out
    assert main([*words(life), "--levels", str(levels_with(tmp_path, **{name: value}))]) == 0
    after = capsys.readouterr()
    assert after.err == "" and after.out.count("\n") == life[-1] and after.out != SHIPPED[life]


def test_a_copy_of_the_shipped_levels_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words(TYPICAL)) == 0
    before = capsys.readouterr().out
    assert main([*words(TYPICAL), "--levels", str(levels_with(tmp_path))]) == 0
    assert capsys.readouterr().out == before


@pytest.mark.parametrize(("name", "value"), [("growth_days", "7.9"), ("budget_floor_to", 0), ("gap_days", 22)])
def test_levels_with_a_mistake_are_not_played_by_but_named(
    name: str, value: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A growth of 7.9 days was silently 7, and a budget in steps of 0 ended with a division by zero."""
    levels = levels_with(tmp_path, **{name: value})  # type: ignore[arg-type]
    assert main([*words(TYPICAL), "--levels", str(levels)]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and str(levels / "rules.yaml:") in err and str(value) in err


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words(TYPICAL), "--levels", str(tmp_path / "nowhere")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


# ---------------------------------------------------------------- any rules within their bounds
@st.composite
def numbers(draw: st.DrawFn) -> dict[str, int]:
    """Some numbers anywhere within their bounds, mostly at the ends, such that no two contradict each other."""
    bounds = bounds_of(Rules)
    chosen = draw(st.sets(st.sampled_from(sorted(bounds)), min_size=1, max_size=len(bounds)))
    ends = {n: st.sampled_from([bounds[n].low, bounds[n].high]) for n in chosen}
    values = {n: draw(st.one_of(ends[n], st.integers(bounds[n].low, bounds[n].high))) for n in sorted(chosen)}
    all_ = {n: getattr(catalogue().rules, n) for n in bounds} | values
    for _ in AT_MOST:  # a number that is raised may break another promise
        for less, more in AT_MOST:
            all_[more] = values[more] = max(all_[less], all_[more])
    assume(all(bounds[n].low <= all_[n] <= bounds[n].high for n in bounds))
    least = all_["change_seconds"] + all_["work_seconds_most"]
    for age in AgeBand:
        first = draw(st.integers(min(least, 3600), 3600))
        values |= {f"first_budget {age}": first, f"cap {age}": draw(st.integers(first, 3600))}
    assume(all((t if isinstance(t, int) else all_[t]) * all_[n] <= all_[most] for t, n, most in PRODUCTS))
    return values


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(numbers(), st.sampled_from(FAMILIES), st.sampled_from(["children", "after_surgery", "grown_up"]))
def test_rules_that_pass_the_check_never_stumble_and_keep_their_promises(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, int], family: str, programme: str
) -> None:
    played, problems = read_catalogue(levels_with(tmp_path_factory.getbasetemp() / "any", **values))
    assert played and not [p for p in problems if p.file.endswith("rules.yaml")]
    age = AgeBand.ELEVEN_UP if programme == "grown_up" else AgeBand.FIVE_SIX
    case = SimulatedFamily(programme, age, START, plus(START, -30), plus(START, -1), True)
    if programme not in played.programmes:
        return  # at a shorter longest work every exercise of it may be left out
    robin = begun(played, case)
    for n in range(60):
        plan = day_plan(played, robin, plus(START, n))
        kept(plan, played, age)
        assert plan.state is not PlayState.PLAYING or all(quest.levels for quest in plan.slots)
        family_plays(robin, family, START, plus(START, n))


def kept(plan: DayPlan, played: Catalogue, age: AgeBand) -> None:
    """Never above the budget, the cap of the age, the most sets and the longest work."""
    rules = played.rules
    assert len(plan.slots) <= rules.sessions_a_day
    for quest in plan.slots:
        assert quest.planned_s <= quest.budget_s <= rules.ages[age].cap
        for level in quest.levels:
            exercise = played.exercises[level.exercise]
            assert 1 <= level.sets <= rules.sets_most and 1 <= level.amount <= exercise.ramp.cap
            assert level.amount * exercise.feet * exercise.seconds_per_unit <= rules.work_seconds_most
