"""What the form writes is what everybody's reader reads: in any script, with quotes, emoji and all that YAML means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.commands.check import check
from game.core.content import Exercise, Unit
from game.core.own_draft import (
    EACH,
    POSITIONS,
    UNITS,
    OwnDraft,
    WorkingFeet,
    as_exercise,
    picture_sets,
    refusals,
    with_pictures,
)
from game.data.levels.forms import EXERCISE
from game.data.levels.levels import exercise_of, read_level
from game.data.levels.own_yaml import yaml_of
from game.data.levels.playable import read_shipped

CATALOGUE = read_shipped()
WORK = CATALOGUE.rules.work_seconds_most
SETS = picture_sets(tuple(CATALOGUE.exercises.values()), POSITIONS[0])
ODD = [
    "a: #b",
    "- no",
    "true",
    "~",
    "'\"\\",
    "😀👨‍👩‍👧",
    "שלום",
    "12",
    "{x}",
    "[0.4]",
    "%",
    "a\u2028b",
    "\ufffe",
    "|",
    "\x7f",
]


def read_again(text: str, folder: Path) -> Exercise:
    file = folder / "towel.yaml"
    file.write_text(text, encoding="utf-8")
    read = read_level(file, EXERCISE)
    assert read.values is not None and read.is_good, [str(problem) for problem in read.findings.problems]
    return exercise_of(read.values)


texts = st.one_of(st.text(max_size=60), st.sampled_from(ODD), st.lists(st.sampled_from(ODD), max_size=4).map(" ".join))


@st.composite
def drafts(draw: st.DrawFn) -> OwnDraft:
    unit = draw(st.sampled_from(UNITS))
    start, step, more = draw(st.integers(1, 30)), draw(st.integers(1, 6)), draw(st.integers(0, 6))
    draft = OwnDraft(
        SETS[0].shown, "", draw(texts), draw(texts), draw(texts), draw(texts), draw(texts),
        draw(st.sampled_from(POSITIONS)), unit, draw(st.sampled_from(list(WorkingFeet))), start, step, start + more * step,
        EACH[unit] if unit is Unit.SECONDS else draw(st.integers(1, 60)),
    )  # fmt: skip
    return with_pictures(draft, draw(st.sampled_from(SETS)))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts())
def test_any_form_that_is_accepted_gives_a_file_that_is_read_as_the_same(tmp_path: Path, draft: OwnDraft) -> None:
    if refusals(draft, WORK, ()):
        return
    exercise = as_exercise(draft, "towel", f"Ordered by {draft.who}.", "Nobody has checked it.")
    assert read_again(yaml_of(exercise), tmp_path) == exercise


@pytest.mark.parametrize("said", ODD)
def test_what_yaml_would_read_otherwise_stays_what_was_typed(tmp_path: Path, said: str) -> None:
    draft = OwnDraft(SETS[0].shown, name=f"x {said}", how=said, right=said, cheat=said, who="Ms Weber")
    exercise = as_exercise(draft, "towel", said.strip("\x7f\ufffe") or "x", "y")
    again = read_again(yaml_of(exercise), tmp_path)
    assert (again.title, again.what, again.words) == (exercise.title, exercise.what, exercise.words)


@pytest.mark.parametrize("like", [row.like for row in SETS])
def test_check_finds_nothing_wrong_with_what_the_form_writes_with_any_pictures(tmp_path: Path, like: str) -> None:
    row = next(row for row in SETS if row.like == like)
    draft = with_pictures(OwnDraft(row.shown, name="Towel", who="Ms Weber", position=row.position), row)
    exercise = as_exercise(replace(draft, cheat="Rolling in."), "towel", "As ordered.", "Ms Weber")
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "towel.yaml").write_text(yaml_of(exercise), encoding="utf-8")
    assert check([tmp_path]).problems == ()
