"""The shipped levels are the routine's, and mistakes in a file are told without stopping the others."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from game.core.content import AgeBand, Catalogue, Clip, Exercise, Position, Ramp, Unit, Words
from game.core.numbers import AgeRule, Rules, bounds_of
from game.data.files.art import ArtLibrary
from game.data.files.resources import resource
from game.data.levels.known import Known
from game.data.levels.level_files import FILES, level_files
from game.data.levels.levels import read_catalogue, read_folder
from game.data.levels.playable import read_shipped
from game.data.levels.problems import Problem
from game.data.texts.asset_names import shipped_names
from game.data.texts.texts import SPOKEN, Texts
from tests.routine import BESIDE, DOSES, ON_ORDER, PROGRAMMES


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read_shipped()


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    """A copy of the shipped levels to make mistakes in."""
    folder = tmp_path / "levels"
    copytree(str(resource("levels")), folder)
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@cache
def known() -> Known:
    """Reading all puppets takes half a second, so once."""
    return shipped_names()


def told(folder: Path) -> list[str]:
    """The problems of a folder, paths from the folder."""
    _, problems = read_catalogue(folder, known())
    return [str(problem).replace(f"{folder}/", "") for problem in problems]


# ---------------------------------------------------------------- what is shipped
def test_the_shipped_levels_have_no_problems() -> None:
    catalogue, problems = read_catalogue(known=known())
    assert not problems and catalogue


@pytest.mark.parametrize("id_", DOSES)
def test_each_exercise_has_the_routines_dose(shipped: Catalogue, id_: str) -> None:
    position, unit, foot, start, step, cap, seconds, week, things = DOSES[id_]
    exercise = shipped.exercises[id_]
    assert (exercise.position, exercise.unit, exercise.per_foot) == (Position(position), Unit(unit), foot == "f")
    assert exercise.ramp == Ramp(int(start), int(step), int(cap))
    assert (exercise.seconds_per_unit, exercise.first_week) == (int(seconds), int(week))
    assert (",".join(exercise.equipment) or "-") == things


def test_there_are_the_routines_exercises_and_programmes(shipped: Catalogue) -> None:
    assert sorted(shipped.exercises) == sorted(DOSES)
    assert {id_: list(programme.exercises) for id_, programme in shipped.programmes.items()} == PROGRAMMES
    children = shipped.programmes["children"]
    assert (list(children.on_order), list(children.beside)) == (ON_ORDER, BESIDE)


def test_inner_edges_come_on_order_only_and_never_beside_outer_edges(shipped: Catalogue) -> None:
    assert [id_ for id_, exercise in shipped.exercises.items() if exercise.ordered_only] == ["duckling_walk"]
    assert shipped.exercises["duckling_walk"].never_with == ("bear_walk",)
    assert shipped.exercises["bear_walk"].never_with == ("duckling_walk",)


def test_budgets_grow_from_the_first_to_the_cap_of_the_age(shipped: Catalogue) -> None:
    budgets = {band: (age.first_budget, age.cap) for band, age in shipped.rules.ages.items()}
    assert budgets == {"3-4": (180, 360), "5-6": (240, 600), "7-10": (300, 900), "11+": (360, 900)}


def test_every_number_says_why_and_from_where(shipped: Catalogue) -> None:
    assert list(shipped.why) == [*AgeBand, *bounds_of(Rules)]
    assert all(why.reason and why.source for why in shipped.why.values())
    assert all(exercise.reason and exercise.source for exercise in shipped.exercises.values())


def test_one_set_at_its_cap_is_never_more_than_two_minutes_as_planned_and_as_counted(shipped: Catalogue) -> None:
    for exercise in shipped.exercises.values():
        if not exercise.beside:
            longest = exercise.ramp.cap * exercise.feet * max(exercise.seconds_per_unit, exercise.tempo)
            assert longest <= shipped.rules.work_seconds_most, exercise.id


def test_repetitions_are_counted_in_whole_loops_of_their_clip(shipped: Catalogue) -> None:
    library = ArtLibrary()
    for exercise in shipped.exercises.values():
        if exercise.unit is Unit.REPS:
            clip = exercise.demonstration.right
            loops = exercise.tempo / library.rig(clip.rig).duration(clip.clip)
            assert loops == pytest.approx(round(loops)) and round(loops) >= 1, exercise.id


def test_every_exercise_is_told_shown_and_has_a_mistake(shipped: Catalogue) -> None:
    spoken, written = Texts("en", SPOKEN), Texts()
    for exercise in shipped.exercises.values():
        for part in ("name", "story", "how", "mistake", "helper", "go"):
            assert spoken.has(f"{exercise.id}_{part}")
        assert written.has(f"form_{exercise.id}_right") and written.has(f"form_{exercise.id}_cheat")
        assert exercise.title == spoken(f"{exercise.id}_name")
        assert exercise.demonstration.mistake or exercise.beside


def test_a_shipped_programme_is_called_the_same_in_its_file_and_on_every_page(shipped: Catalogue) -> None:
    written = Texts()
    for programme in shipped.programmes.values():
        assert programme.title == written(f"programme_{programme.id}")
        assert written.is_shipped(f"programme_{programme.id}_line") and written.is_shipped(
            f"programme_{programme.id}_for"
        )


def test_every_sign_of_the_sole_is_drawn(shipped: Catalogue) -> None:
    library = ArtLibrary()
    assert all(library.drawing(f"icons/{e.demonstration.sole}") for e in shipped.exercises.values())


def test_first_lines_name_schemas_that_exist() -> None:
    for path in Path(str(resource("levels"))).rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert schema and (path.parent / schema[1]).is_file(), path


# ---------------------------------------------------------------- mistakes
def test_a_cap_below_the_start_is_told_with_its_line(levels: Path) -> None:
    change(levels, "exercises/bear_walk.yaml", "cap: 60", "cap: 10")
    assert told(levels) == ["exercises/bear_walk.yaml:13:8: dose.cap: 10 is below the start, 20"]


def test_a_bad_file_is_left_out_and_the_rest_plays(levels: Path) -> None:
    change(levels, "exercises/bear_walk.yaml", "cap: 60", "cap: sixty")
    catalogue, problems = read_catalogue(levels)
    assert [p.message for p in problems] == ["expected a whole number, 1 to 600, found 'sixty'"]
    assert catalogue and set(read_shipped().exercises) - set(catalogue.exercises) == {"bear_walk"}
    assert catalogue.programmes["children"].exercises[0] == "lego_bricks"


def test_an_unreadable_file_never_stops_the_others(levels: Path) -> None:
    (levels / "exercises" / "bear_walk.yaml").write_bytes(b"\xff\xfe\x00[[[")
    (levels / "exercises" / "folder.yaml").mkdir()
    catalogue, problems = read_catalogue(levels)
    assert len(problems) == 1 and catalogue
    assert set(read_shipped().exercises) - set(catalogue.exercises) == {"bear_walk"}


def test_all_mistakes_of_a_file_are_told_at_once(levels: Path) -> None:
    change(levels, "exercises/lego_bricks.yaml", "position: chair", "position: chiar")
    change(levels, "exercises/lego_bricks.yaml", "per_foot: true", "per_foot: yes")
    change(levels, "exercises/lego_bricks.yaml", "tempo: 6", "tmpo: 6")
    change(levels, "exercises/lego_bricks.yaml", "first_week: 1", "first_week: 099")
    messages = "\n".join(told(levels))
    assert len(told(levels)) == 5
    assert (
        "position: expected one of lying, floor, chair, standing, walking, outdoors, found 'chiar' (did you mean chair?)"
        in messages
    )
    assert "per_foot: expected true or false, found 'yes'" in messages
    assert "tmpo: is not a known field (did you mean tempo?)" in messages
    assert "tempo: is missing" in messages
    assert "first_week: expected a whole number, 1 to 52, found '099'" in messages


@pytest.mark.parametrize("number", ["012", "1_0", "1:30", "0x1f", "1e1", "+5", "12345678901", "9" * 5000, '"5"', "[5]"])
def test_a_number_is_plain_digits(levels: Path, number: str) -> None:
    change(levels, "exercises/bear_walk.yaml", "step: 5", f"step: {number}")
    assert len(told(levels)) == 1 and "dose.step: expected a whole number" in told(levels)[0]


def test_words_that_look_like_something_else_are_good_titles(levels: Path) -> None:
    change(levels, "exercises/bear_walk.yaml", "title: Bear walk", "title: no")
    change(levels, "exercises/lego_bricks.yaml", "title: Pick up the Lego bricks", "title: 012")
    catalogue, problems = read_catalogue(levels)
    assert catalogue and not problems
    assert [catalogue.exercises[e].title for e in ("bear_walk", "lego_bricks")] == ["no", "012"]


@pytest.mark.parametrize("title", ["", "~", "null", '""', "' '", "x" * 81, "[a]"])
def test_a_title_must_be_a_short_text(levels: Path, title: str) -> None:
    change(levels, "exercises/bear_walk.yaml", "title: Bear walk", f"title: {title}")
    assert len(told(levels)) == 1 and ": title: " in told(levels)[0]


CROSS = [
    ("programmes/children.yaml", "- caterpillar", "- caterpilar", "exercises[2]: there is no exercise caterpilar (did you mean caterpillar?)"),
    ("programmes/children.yaml", "- caterpillar", "- bear_walk", "exercises[2]: 'bear_walk' is in the list twice"),
    ("programmes/children.yaml", "- duckling_walk", "- bear_walk", "on_order[0]: bear_walk has a place in this programme already"),
    ("programmes/children.yaml", "id: children", "id: kids", "id: the file is named children, so the id must be children, found kids"),
    ("exercises/bear_walk.yaml", "never_with: [duckling_walk]", "never_with: [duck_walk]", "never_with[0]: there is no exercise duck_walk (did you mean duckling_walk?)"),
    ("exercises/lego_bricks.yaml", "cap: 10", "cap: 13", "dose.cap: with seconds_per_unit 5 one set at the cap, both feet, is 130 seconds of work, at most 120 are possible"),
    ("exercises/sky_bike.yaml", "cap: 20", "cap: 21", "dose.step: steps of 2 from 6 do not meet the cap, 21"),
    ("exercises/bear_walk.yaml", "right: bo_side/bear_walk", "right: bo_side/bearwalk", "demonstration.right: there is no clip bo_side/bearwalk (did you mean bo_side/bear_walk?)"),
    ("exercises/bear_walk.yaml", "clip: bo_front/bear_walk", "clip: bo_frnt/bear_walk", "demonstration.lens.clip: there is no clip bo_frnt/bear_walk (did you mean bo_front/bear_walk?)"),
    ("exercises/bear_walk.yaml", "right: bo_side/bear_walk", "right: ../../etc/passwd", "demonstration.right: expected a clip as puppet/clip, e.g. bo_side/bear_walk, found '../../etc/passwd'"),
    ("exercises/bear_walk.yaml", "place: meadow", "place: medow", "demonstration.place: there is no place medow (did you mean meadow?)"),
    ("exercises/hedgehog_roll.yaml", "equipment: [ball]", "equipment: [ball, boll]", "equipment[1]: the game has no name for boll (did you mean ball?); give it one under words.things"),
    ("exercises/hedgehog_roll.yaml", "ball: socks", "bal: socks", "swaps.bal: bal is not among the equipment (did you mean ball?)"),
    ("rules.yaml", "first_budget: 240", "first_budget: 700", "ages.5-6.cap: 600 is below the first budget, 700"),
    ("rules.yaml", '  "5-6":', '  "5-7":', "ages.5-7: is not a known field (did you mean 5-6?)"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), CROSS)
def test_what_must_hold_between_fields_and_files(levels: Path, file: str, old: str, new: str, message: str) -> None:
    change(levels, file, old, new)
    assert any(line.startswith(file) and line.endswith(message) for line in told(levels)), told(levels)


# In every kind of file a field that has nothing to do with those above, and one beside them in the same table.
WRONG = {
    "exercises": [("title: ", "title: ~ #"), ("  reason:", "  raeson:"), ("sole: ", "sole: foot #")],
    "programmes": [("title: ", "title: ~ #")],
    "rules.yaml": [("  value: 4", "  value: x")],
}


@pytest.mark.parametrize(("file", "old", "new", "message"), CROSS)
def test_what_must_hold_is_told_beside_fields_that_are_wrong(
    levels: Path, file: str, old: str, new: str, message: str
) -> None:
    change(levels, file, old, new)
    alone = told(levels)
    for good, wrong in WRONG[file.split("/")[0]]:
        change(levels, file, good, wrong)
    assert set(alone) < set(told(levels)), told(levels)


def test_nothing_is_said_of_what_hangs_on_a_wrong_field(levels: Path) -> None:
    for good, wrong in (("start: 20", "start: x"), ("cap: 60", "cap: 57"), ("equipment: []", "equipment: ball")):
        change(levels, "exercises/bear_walk.yaml", good, wrong)
    wheres = [line.split(": ")[1] for line in told(levels)]
    assert wheres == ["dose.start", "equipment"]


@pytest.mark.parametrize("file", ["exercises/bear_walk.yaml", "programmes/children.yaml", "rules.yaml"])
@pytest.mark.parametrize(
    "text", ["a: 1\n", "[]\n", "id: [x]\ndose: 3\nexercises: 4\nages: 5\n", "ages: {5-6: 1}\ndose: {}\n"]
)
def test_a_file_of_another_shape_is_told_of_and_nothing_stumbles(levels: Path, file: str, text: str) -> None:
    (levels / file).write_text(text, encoding="utf-8")
    assert [line for line in told(levels) if line.startswith(file)]


def test_without_rules_there_is_no_catalogue(levels: Path) -> None:
    (levels / "rules.yaml").unlink()
    catalogue, problems = read_catalogue(levels)
    assert catalogue is None
    assert [p.message for p in problems] == ["cannot be read: No such file or directory"]


def test_an_empty_folder_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    catalogue, problems = read_catalogue(tmp_path)
    assert catalogue is None and isinstance(problems[0], Problem)


def test_a_programme_without_any_good_exercise_is_left_out(levels: Path) -> None:
    for id_ in ("hedgehog_roll", "magic_toe", "caterpillar", "seal_ball", "treasure_sort"):
        change(levels, f"exercises/{id_}.yaml", "position: chair", "position: sofa")
    catalogue, _ = read_catalogue(levels)
    assert catalogue and set(catalogue.programmes) == {"children", "prevention", "grown_up"}


def test_a_file_added_by_a_physiotherapist_is_an_exercise(levels: Path) -> None:
    text = (levels / "exercises" / "caterpillar.yaml").read_text(encoding="utf-8")
    text = text.replace("id: caterpillar", "id: towel_stairs").replace("title: Caterpillar", "title: Полотенце")
    (levels / "exercises" / "towel_stairs.yaml").write_text(text, encoding="utf-8")
    catalogue, problems = read_catalogue(levels, known())
    assert catalogue and not problems
    own: Exercise = catalogue.exercises["towel_stairs"]
    assert own.title == "Полотенце" and own.demonstration.right == Clip("foot_side", "caterpillar")


# ---------------------------------------------------------------- a family's own folder
def own_file(folder: Path, id_: str, *changes: tuple[str, str], below: str = "exercises") -> Path:
    """The nearest shipped file copied into a family's folder under that id, and changed."""
    source = "caterpillar" if below == "exercises" else "children"
    text = (Path(str(resource("levels"))) / below / f"{source}.yaml").read_text(encoding="utf-8")
    for old, new in ((f"id: {source}", f"id: {id_}"), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / below / f"{id_}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_familys_own_files_join_the_shipped_ones(tmp_path: Path) -> None:
    own_file(tmp_path, "comet_walk")
    own_file(tmp_path, "ours", ("- bear_walk", "- comet_walk\n  - bear_walk"), below="programmes")
    catalogue, problems = read_catalogue(known=known(), own=tmp_path)
    assert catalogue and not problems
    assert catalogue.programmes["ours"].exercises[:2] == ("comet_walk", "bear_walk")
    assert set(catalogue.programmes) == {"after_surgery", "children", "grown_up", "prevention", "ours"}


@pytest.mark.parametrize(("below", "id_"), [("exercises", "bear_walk"), ("programmes", "children")])
def test_an_own_file_never_takes_the_place_of_a_shipped_one(
    shipped: Catalogue, tmp_path: Path, below: str, id_: str
) -> None:
    path = own_file(tmp_path, id_, below=below)
    catalogue, problems = read_catalogue(own=tmp_path)
    (problem,) = problems
    assert str(problem).startswith(f"{path}:2:5: id: {id_} is shipped with the game")
    assert catalogue and catalogue == shipped


def test_the_numbers_of_the_rules_are_not_a_familys_to_choose(shipped: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("growth_days: {value: 1, reason: r, source: s}\n", encoding="utf-8")
    catalogue, problems = read_catalogue(own=tmp_path)
    assert [p.file for p in problems] == [str(tmp_path / "rules.yaml")] and catalogue == shipped


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs an owner who may be refused")
def test_a_folder_of_somebody_elses_is_one_problem_and_the_shipped_levels_play(
    shipped: Catalogue, tmp_path: Path
) -> None:
    own_file(tmp_path, "comet_walk").parent.chmod(0)
    try:
        catalogue, (problem,) = read_catalogue(own=tmp_path)
    finally:
        (tmp_path / "exercises").chmod(0o700)
    assert catalogue == shipped and "cannot be looked into: Permission denied" in str(problem)


def test_a_family_without_a_folder_has_the_shipped_levels(shipped: Catalogue, tmp_path: Path) -> None:
    assert read_catalogue(own=tmp_path / "nothing") == (shipped, ())


def test_words_come_in_the_language_asked_for_then_english_then_the_first(tmp_path: Path) -> None:
    words = "words: {how: {de: Langsam., en: Slowly.}, cues: [{fr: Lentement.}, Ruhig.], things: {rock: {de: Stein}}}"
    own_file(tmp_path, "comet_walk", ("title: Caterpillar", "title: {de: Mondgang, en: Moon walk}\n" + words))
    said = {}
    for language in ("de", "ru"):
        catalogue, problems = read_catalogue(own=tmp_path, language=language)
        assert catalogue and not problems
        moon = catalogue.exercises["comet_walk"]
        said[language] = (moon.title, moon.words.how, moon.words.cues, moon.words.things["rock"])
    assert said["de"] == ("Mondgang", "Langsam.", ("Lentement.", "Ruhig."), "Stein")
    assert said["ru"] == ("Moon walk", "Slowly.", ("Lentement.", "Ruhig."), "Stein")


def test_a_language_that_is_none_is_a_problem_with_its_place(tmp_path: Path) -> None:
    path = own_file(tmp_path, "comet_walk", ("title: Caterpillar", "title: {english: Moon walk}"))
    _, (problem,) = read_catalogue(own=tmp_path)
    assert str(problem) == f"{path}:3:9: title: expected a language in two or three letters, like en, found 'english'"


def test_a_shipped_exercise_has_its_words_in_the_catalogue_of_texts_and_nowhere_else(shipped: Catalogue) -> None:
    assert [id_ for id_, exercise in shipped.exercises.items() if exercise.words != Words()] == []


def test_age_bands_keep_their_order(shipped: Catalogue) -> None:
    assert list(shipped.rules.ages) == list(AgeBand)
    assert all(isinstance(age, AgeRule) for age in shipped.rules.ages.values())


def test_more_mistakes_than_are_told_never_stop_the_others(levels: Path) -> None:
    (levels / "exercises" / "own.yaml").write_text("a: 1\n" * 120, encoding="utf-8")
    catalogue, problems = read_catalogue(levels)
    assert catalogue is not None and "bear_walk" in catalogue.exercises
    assert len([p for p in problems if p.file.endswith("own.yaml")]) == 100


# ---------------------------------------------------------------- what is no file of levels
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", ["rules.yaml", "exercises/bear_walk.yaml", "programmes/prevention.yaml"])
def test_a_pipe_among_the_levels_is_named_in_one_line_and_the_others_still_play(tmp_path: Path, name: str) -> None:
    """Reading a pipe that nobody writes into waits for ever."""
    levels = tmp_path / "levels"
    copytree(Path(str(resource("levels"))), levels)
    (levels / name).unlink()
    os.mkfifo(levels / name)
    catalogue, problems = read_catalogue(levels)
    shipped = read_shipped()
    told = [str(problem) for problem in problems if name in problem.file]
    assert told == [f"{levels / name}:1:1: cannot be read: it is no regular file"]
    if name == "rules.yaml":
        assert catalogue is None
    else:
        assert (
            catalogue
            and len(catalogue.exercises) + len(catalogue.programmes)
            >= len(shipped.exercises) + len(shipped.programmes) - 1
        )


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_an_editor_s_mark_that_leads_nowhere_is_no_level(tmp_path: Path) -> None:
    levels = tmp_path / "levels"
    copytree(Path(str(resource("levels"))), levels)
    (levels / "exercises" / ".#bear_walk.yaml").symlink_to("somebody@somewhere.123")
    assert read_catalogue(levels)[1] == ()


def test_of_a_folder_with_very_many_levels_the_first_are_read(tmp_path: Path) -> None:
    levels = tmp_path / "levels"
    (levels / "exercises").mkdir(parents=True)
    for n in range(FILES + 3):
        (levels / "exercises" / f"x{n:04}.yaml").touch()
    names = [file.name for file in level_files(levels, "exercises")]
    assert names == [f"x{n:04}.yaml" for n in range(500)]
    assert len(read_folder(levels)) == 501  # with the rules
