"""A number of the rules that cannot be is a problem with file, line and bounds; one that can be is what is played by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.core.numbers import AT_MOST, PRODUCTS, AgeRule, Bounds, Rules, bounds_of
from game.data.files.resources import resource
from game.data.levels import crosschecks
from game.data.levels.forms import RULES
from game.data.levels.levels import LevelFile, read_level, rules_of
from game.data.texts.texts import Texts

SHIPPED = (resource("levels") / "rules.yaml").read_text(encoding="utf-8")
NUMBERS = list(bounds_of(Rules).items())


def edited(folder: Path, **values: object) -> LevelFile:
    """The shipped rules with other values, read and checked as by the game."""
    lines = SHIPPED.splitlines()
    for name, value in values.items():
        lines[lines.index(f"{name}:") + 1] = f"  value: {value}"
    path = folder / "rules.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    file = read_level(path, RULES)
    crosschecks.check_rules(file.root, file.values, file.findings)
    return file


def problem(file: LevelFile) -> str:
    """The only problem, without the folder."""
    (only,) = file.findings.problems
    return str(only).removeprefix(f"{Path(only.file).parent}").lstrip("/\\")


def line_of(name: str) -> int:
    return SHIPPED.splitlines().index(f"{name}:") + 2


@pytest.mark.parametrize(("name", "bounds"), NUMBERS)
def test_a_number_on_its_bounds_is_read(tmp_path: Path, name: str, bounds: Bounds) -> None:
    for value in (bounds.low, bounds.high):
        file = edited(tmp_path, **{name: value})
        assert file.values and getattr(rules_of(file.values), name) == value


@pytest.mark.parametrize(("name", "bounds"), NUMBERS)
def test_a_number_past_its_bounds_is_told_with_line_and_bounds(tmp_path: Path, name: str, bounds: Bounds) -> None:
    for value in (bounds.low - 1, bounds.high + 1):
        said = problem(edited(tmp_path, **{name: value}))
        assert said.startswith(f"rules.yaml:{line_of(name)}:10: {name}.value: {value} is outside ")
        assert f"{bounds.low} to {bounds.high}" in said


@pytest.mark.parametrize("name", bounds_of(Rules))
def test_a_number_that_is_not_whole_is_told_and_never_cut_off(tmp_path: Path, name: str) -> None:
    for value in ("7.9", "7.0", "soon", '"7"', "", "[7]"):
        said = problem(edited(tmp_path, **{name: value}))
        assert said.startswith(f"rules.yaml:{line_of(name)}:") and f"{name}.value: expected a whole number, " in said


@pytest.mark.parametrize("name", bounds_of(Rules))
def test_a_number_that_is_missing_or_misspelt_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(SHIPPED.replace(f"\n{name}:\n", f"\n{name}_x:\n"), encoding="utf-8")
    said = [str(p) for p in read_level(path, RULES).findings.problems]
    assert len(said) == 2 and said[1].endswith(f"{name}: is missing")
    assert f"rules.yaml:{line_of(name) - 1}:1: {name}_x: is not a known field (did you mean {name}" in said[0]


@pytest.mark.parametrize("band", ["3-4", "5-6", "7-10", "11+"])
@pytest.mark.parametrize(("name", "bounds"), bounds_of(AgeRule).items())
def test_a_budget_past_its_bounds_is_told(tmp_path: Path, band: str, name: str, bounds: Bounds) -> None:
    lines = SHIPPED.splitlines()
    at = next(i for i in range(lines.index(f'  "{band}":'), len(lines)) if lines[i].startswith(f"    {name}: "))
    for value in (bounds.low - 1, bounds.high + 1):
        lines[at] = f"    {name}: {value}"
        (tmp_path / "rules.yaml").write_text("\n".join(lines), encoding="utf-8")
        said = problem(read_level(tmp_path / "rules.yaml", RULES))
        assert said.startswith(f"rules.yaml:{at + 1}:") and f"{value} is outside 60 to 3600 seconds" in said


def test_the_first_session_holds_any_exercise(tmp_path: Path) -> None:
    """Else there might be a day on which nothing at all is offered: 60 to get there and 120 of work are 180."""
    assert not edited(tmp_path, change_seconds=60).findings.problems
    said = problem(edited(tmp_path, change_seconds=60, work_seconds_most=121))
    assert said.endswith("ages.3-4.first_budget: 180 is below 181, one exercise: change_seconds and work_seconds_most")
    assert said.startswith("rules.yaml:7:")


@pytest.mark.parametrize(("less", "more"), AT_MOST)
def test_a_number_below_what_it_must_reach_is_told_and_the_same_number_is_fine(
    tmp_path: Path, less: str, more: str
) -> None:
    low, high = bounds_of(Rules)[less], bounds_of(Rules)[more]
    same = max(low.low, high.low) + 1
    values = {less: same, more: same - 1}
    said = [str(p) for p in edited(tmp_path, **values).findings.problems]
    assert f"{more}.value: {same - 1} is below {less}, {same}; it must be at least as much" in "\n".join(said)
    assert any(f"rules.yaml:{line_of(more)}:" in p for p in said)
    values = {less: same, more: same}
    assert f"{more}.value: {same} is below {less}" not in "\n".join(
        str(p) for p in edited(tmp_path, **values).findings.problems
    )


@pytest.mark.parametrize(("times", "unit", "most"), PRODUCTS)
def test_a_look_at_the_feet_never_takes_longer_than_the_longest_work(
    tmp_path: Path, times: int | str, unit: str, most: str
) -> None:
    many = times if isinstance(times, int) else 30
    values = {unit: 15 if many == 2 else 2, most: 30 if many == 2 else 60}
    extra = {} if isinstance(times, int) else {times: 30}
    others = {"function_bricks_seconds": 10, "function_one_leg_seconds_most": 10, "function_heel_raises_most": 10}
    fits = {**others, **extra, **values}
    assert not edited(tmp_path, **fits).findings.problems
    said = problem(edited(tmp_path, **{**fits, unit: values[unit] + 1}))
    assert f"rules.yaml:{line_of(unit)}:" in said
    assert said.endswith(
        f"{many} x {values[unit] + 1} seconds are more than {most}, {values[most]}; lower one or raise the other"
    )


@pytest.mark.parametrize(("line", "name", "said"), [(line, *row) for line, row in crosschecks.SAID_ALOUD.items()])
def test_a_number_the_voice_was_recorded_with_is_told_when_another_is_played_by(
    tmp_path: Path, line: str, name: str, said: int
) -> None:
    bounds = bounds_of(Rules)[name]
    other = said + 1 if said < bounds.high else said - 1
    told = [str(remark).removeprefix(f"{tmp_path}/") for remark in edited(tmp_path, **{name: other}).findings.remarks]
    assert told == [
        f"rules.yaml:{line_of(name)}:10: {name}.value: the clip {line} says {said}, the rule says {other}: record it anew"
    ]
    assert not edited(tmp_path, **{name: said}).findings.remarks


# A number's word and how many of the number's own measure it counts.
ALOUD = {
    "bloom_why": ("Four days", 1), "function_kept": ("four weeks", 7), "graduate_next": ("two days", 1),
    "label_two_minutes": ("two minutes", 60), "ouch_star": ("a star", 1), "stars_whole_quest": ("one star", 1),
}  # fmt: skip
WORDS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
OF_NO_RULE = {  # lines that say a number as well, and none of the rules'
    "stars_one": "how many were won", "stars_two": "how many were won", "stars_three": "how many were won",
    "end_one_exercise": "the choice itself", "two_minutes_choose": "the choice itself", "label_one_only": "the choice itself",
}  # fmt: skip
COUNTED = re.compile(rf"\b({'|'.join(WORDS)}) (days?|weeks?|minutes?|stars?|exercises?|times)\b", re.IGNORECASE)


def test_every_number_the_voice_says_of_the_rules_is_held_against_them() -> None:
    lines = Texts("en", ("spoken",))
    told = {key: COUNTED.findall(lines(key)) for key in tuple(lines.keys())}
    assert {key for key, found in told.items() if found} == crosschecks.SAID_ALOUD.keys() | OF_NO_RULE.keys()
    for line, (words, size) in ALOUD.items():
        assert words in lines(line) and WORDS[words.split()[0].lower()] * size == crosschecks.SAID_ALOUD[line][1]
    assert ALOUD.keys() == crosschecks.SAID_ALOUD.keys()
