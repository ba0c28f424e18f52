"""A family's own folder: what is seen of it from outside, what is remembered, what the form may do there."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.content import Exercise
from game.core.own_draft import OwnDraft, as_exercise
from game.core.own_files import OwnFile, OwnKind, OwnRead, OwnState
from game.data.levels.level_files import signature
from game.data.levels.own_folder import NotOurs, bring_back, put_aside, remember, write_exercise
from game.data.levels.own_yaml import yaml_of
from game.data.levels.playable import playable, playable_with_own, read_shipped
from game.data.texts.asset_names import shipped_names

SHIPPED = read_shipped()
TOWEL = as_exercise(
    OwnDraft(SHIPPED.exercises["caterpillar"].demonstration, name="Handtuch", who="Ms Weber"), "towel", "why", "source"
)
ROUTINE = "id: ours\ntitle: Unsere\nwhat: What was written down.\nexercises: [towel, bear_walk]\n"


def read(folder: Path) -> OwnRead:
    return playable_with_own(None, folder, "en", shipped_names)


def file_of(folder: Path) -> OwnFile:
    (file,) = read(folder).files
    return file


def test_an_own_exercise_can_be_ordered_in_every_programme_and_comes_in_none_by_itself(tmp_path: Path) -> None:
    write_exercise(tmp_path, TOWEL)
    catalogue = read(tmp_path).catalogue
    assert all(p.on_order[-1] == "towel" and "towel" not in p.exercises for p in catalogue.programmes.values())
    assert catalogue.exercises["towel"].ordered_only
    assert {id_: replace(p, on_order=p.on_order[:-1]) for id_, p in catalogue.programmes.items()} == SHIPPED.programmes


def test_a_programme_of_the_familys_own_names_it_in_its_turn_and_the_others_on_order(tmp_path: Path) -> None:
    write_exercise(tmp_path, TOWEL)
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "ours.yaml").write_text(ROUTINE, encoding="utf-8")
    catalogue = read(tmp_path).catalogue
    assert catalogue.programmes["ours"].exercises == ("towel", "bear_walk")
    assert catalogue.programmes["ours"].on_order == () and "towel" in catalogue.programmes["children"].on_order
    assert not catalogue.exercises["towel"].ordered_only


def test_a_family_without_files_plays_the_very_catalogue_of_the_start(tmp_path: Path) -> None:
    assert read(tmp_path) == OwnRead(playable()[0])


def test_every_file_is_told_with_what_becomes_of_it(tmp_path: Path) -> None:
    path = write_exercise(tmp_path, TOWEL)
    assert file_of(tmp_path) == OwnFile(OwnKind.EXERCISE, "towel", str(path), OwnState.IN_PLAY, is_ours=True)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "# mine\n", encoding="utf-8")
    assert not file_of(tmp_path).is_ours, "somebody has written in it"
    path.write_text(text.replace("foot_side/caterpillar", "foot_side/caterpilar"), encoding="utf-8")
    file = file_of(tmp_path)
    assert file.state is OwnState.REPLACED and "did you mean foot_side/caterpillar?" in file.problems[0]
    path.write_text(text.replace("cap: 10", "cap: 99"), encoding="utf-8")
    file = file_of(tmp_path)
    assert (file.state, file.id, file.name) == (OwnState.WRONG, "towel", "towel.yaml")
    assert file.problems[0].startswith(f"towel.yaml:{file.line}:8: dose.cap: with ")
    (tmp_path / "rules.yaml").write_text("growth_days: 1\n", encoding="utf-8")
    assert [f.kind for f in read(tmp_path).files] == [OwnKind.EXERCISE, OwnKind.OTHER]


def test_a_look_from_outside_changes_with_every_change_and_with_nothing_else(tmp_path: Path) -> None:
    looks = [signature(tmp_path)]
    path = write_exercise(tmp_path, TOWEL)
    looks.append(signature(tmp_path))
    os.utime(path, ns=(1, 1))
    looks.append(signature(tmp_path))
    path.write_text("id: towel\n", encoding="utf-8")
    looks.append(signature(tmp_path))
    assert signature(tmp_path) == looks[-1] and len(set(looks)) == 4
    remember(tmp_path, [path])
    put_aside(tmp_path, path)
    assert signature(tmp_path) == looks[0] == signature(None) == signature(tmp_path / "nowhere")


def test_what_was_good_once_keeps_its_name_unit_and_feet_when_its_file_is_gone(tmp_path: Path) -> None:
    path = write_exercise(tmp_path, TOWEL)
    (tmp_path / "programmes").mkdir()
    routine = tmp_path / "programmes" / "ours.yaml"
    routine.write_text(ROUTINE, encoding="utf-8")
    remember(tmp_path, [path, routine])
    path.unlink()
    routine.unlink()
    gone = read(tmp_path)
    assert gone.exercises == {"towel": TOWEL} and "towel" not in gone.catalogue.exercises
    assert gone.programmes["ours"].title == "Unsere" and gone.programmes["ours"].exercises == ()


def test_the_form_never_writes_over_what_it_did_not_write(tmp_path: Path) -> None:
    path = write_exercise(tmp_path, TOWEL)
    changed = replace(TOWEL, what="Another way.")
    with pytest.raises(NotOurs):
        write_exercise(tmp_path, changed)
    write_exercise(tmp_path, changed, TOWEL)
    assert path.read_text(encoding="utf-8") == yaml_of(changed)
    path.write_text(yaml_of(changed) + "# by hand\n", encoding="utf-8")
    with pytest.raises(NotOurs):
        write_exercise(tmp_path, TOWEL, changed)
    assert path.read_text(encoding="utf-8").endswith("# by hand\n")


@pytest.mark.parametrize("before", [None, TOWEL])
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Exercise | None
) -> None:
    if before:
        write_exercise(tmp_path, before)
    there = sorted(p.name for p in tmp_path.rglob("*") if p.is_file())

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_exercise(tmp_path, replace(TOWEL, what="Another way."), before)
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == there
    if before:
        assert (tmp_path / "exercises" / "towel.yaml").read_text(encoding="utf-8") == yaml_of(before)


def test_what_is_taken_out_is_kept_under_a_name_of_its_own_and_comes_back(tmp_path: Path) -> None:
    path = write_exercise(tmp_path, TOWEL)
    first = put_aside(tmp_path, path)
    second = put_aside(tmp_path, write_exercise(tmp_path, replace(TOWEL, what="Another way.")))
    assert first != second and first.read_text(encoding="utf-8") == yaml_of(TOWEL) and not path.exists()
    bring_back(tmp_path, first, "towel")
    assert path.read_text(encoding="utf-8") == yaml_of(TOWEL)
    with pytest.raises(NotOurs):
        bring_back(tmp_path, second, "towel")
