"""What a start has from the compiled files is what the YAML says, and what was edited is read as it is."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from game.core.content import Catalogue
from game.core.locales import Locale
from game.core.numbers import bounds_of
from game.data import as_written
from game.data.files.art import ArtLibrary
from game.data.files.compiled import FILE, FOLDERS, Compiled, written
from game.data.files.plain import plain, read
from game.data.files.resources import resource
from game.data.levels.levels import read_catalogue
from game.data.levels.playable import compiled, playable, source_of
from game.data.texts.languages import languages
from game.data.texts.locale_form import read_locale
from game.data.texts.text_file import read_texts
from game.data.texts.texts import GROWN_UPS, SPOKEN, Texts

ASSETS, TEXTS, LEVELS = Path("assets"), Path("assets/text"), Path("levels")
ANEW = "python assets/build/hashes.py"  # where one of these fails
MOON_WALK = Path("levels/exercises/bear_walk.yaml").read_text("utf-8").replace("id: bear_walk", "id: moon_walk")
DAMAGES = [None, b"", b"{", b"[]", b"en", b"en 1", b"en 1 2 {}", b"\xff\n\x00", b"en " * 9]


def without(folder: Path, damage: bytes | None = None) -> Path:
    """The folder with no compiled file, or a damaged one."""
    (folder / FILE).unlink()
    if damage is not None:
        (folder / FILE).write_bytes(damage)
    return folder


def cut_in_the_middle(folder: Path) -> Path:
    """The folder with every entry's values changed by one letter, and all sums as they were."""
    text = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(b"\n".join(line[:-4] + b"0" + line[-3:] for line in text.splitlines()))
    return folder


def copy(folder: Path, place: Path) -> Path:
    return Path(shutil.copytree(folder, place / folder.name))


# ---------------------------------------------------------------- all is the same
def test_the_compiled_levels_are_those_of_the_files() -> None:
    for language in languages():
        catalogue, problems = read_catalogue(language=language)
        assert not problems
        ready = compiled(resource("levels"), language)
        assert ready is not None, ANEW
        assert ready == catalogue
        assert list(ready.exercises) == list(catalogue.exercises) and list(ready.why) == list(catalogue.why)
        assert [type(getattr(ready.rules, name)) for name in bounds_of(type(ready.rules))].count(int) > 40


def test_the_compiled_texts_are_those_of_the_files() -> None:
    kept = Compiled(TEXTS)
    files = {f"{file.parent.name}/{file.name}": file for file in TEXTS.glob("*/*.yaml")}
    assert kept.names() == set(files) and len(files) >= 4, ANEW
    for name, file in files.items():
        entries, problems = read_texts(file)
        said = kept.said(name, file.read_bytes())
        assert not problems and isinstance(said, dict), ANEW
        assert list(said.items()) == list(entries.items()), name


def test_the_compiled_art_is_that_of_the_files(tmp_path: Path) -> None:
    ours = {
        file.relative_to(ASSETS).with_suffix("").as_posix(): file
        for file in ASSETS.rglob("*.yaml")
        if file.parts[1] not in ("locales", "build")
        and (file.parts[1] != "text" or len(file.parts) == 3)  # they have their own
    }
    kept = Compiled(ASSETS)
    assert kept.names() == set(ours), ANEW
    assert all(kept.said(name, file.read_bytes()) is not None for name, file in ours.items()), ANEW
    ready, plain_ = ArtLibrary(), ArtLibrary(without(copy(ASSETS, tmp_path)))
    for rig in ready.rig_names():
        assert ready.rig(rig) == plain_.rig(rig)
    places = [name.partition("/")[2] for name in ours if name.startswith("scenery/")]
    trails = [name.partition("/")[2] for name in ours if name.startswith("maps/")]
    assert len(places) >= 6 and len(trails) >= 5
    assert all(ready.place(place) == plain_.place(place) for place in places)
    assert all(ready.trail(chapter) == plain_.trail(chapter) for chapter in trails)
    assert ready.stickers() == plain_.stickers() and ready.story() == plain_.story()


def test_the_compiled_facts_of_languages_are_those_of_the_files() -> None:
    kept, files = Compiled(ASSETS / "locales"), {file.stem: file for file in (ASSETS / "locales").glob("*.yaml")}
    assert kept.names() == set(files) and len(files) >= 14, ANEW
    for name, file in files.items():
        locale, problems = read_locale(file, name)
        assert not problems
        assert read(Locale, kept.said(name, file.read_bytes())) == locale, ANEW


def test_every_folder_has_one_entry_a_line_that_is_read_back(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(written({"b": (b"2\r\n", [1.5, "é", None]), "a/c": (b"1", {})}), "utf-8")
    kept = Compiled(tmp_path)
    assert kept.names() == {"a/c", "b"}
    assert (kept.said("a/c", b"1"), kept.said("b", b"2\n"), kept.said("b", b"3")) == ({}, [1.5, "é", None], None)
    assert all((Path(folder) / FILE).is_file() for folder in FOLDERS)
    with pytest.raises(ValueError, match="a b"):
        written({"a b": (b"", 1)})


# ---------------------------------------------------------------- edited, missing, damaged
def test_an_edited_catalogue_of_texts_is_read_as_it_is(tmp_path: Path) -> None:
    folder = copy(TEXTS, tmp_path)
    file = folder / "en" / "parent.yaml"
    key = next(iter(read_texts(file)[0]))
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    lines[at] = f'{key}: "another word"'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert Texts(folder=folder)(key) == "another word" != Texts()(key)


def test_an_edited_level_file_is_read_as_it_is(tmp_path: Path) -> None:
    folder = copy(LEVELS, tmp_path)
    assert compiled(folder, "en") is not None, "else this test would prove nothing"
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("value: 10\n", "value: 9\n", 1), "utf-8")
    assert compiled(folder, "en") is None
    assert playable(folder)[0].rules.budget_growth_percent == 9 != playable()[0].rules.budget_growth_percent


@pytest.mark.parametrize("change", ["more", "less", "named otherwise"])
def test_a_level_file_more_or_less_is_seen(tmp_path: Path, change: str) -> None:
    exercises = copy(LEVELS, tmp_path) / "exercises"
    if change == "more":
        (exercises / "moon_walk.yaml").write_text(MOON_WALK, "utf-8")
    elif change == "less":
        (exercises / "bear_walk.yaml").unlink()
    else:
        (exercises / "bear_walk.yaml").rename(exercises / "moon_walk.yaml")
    catalogue, problems = playable(exercises.parent)
    assert ("bear_walk" in catalogue.exercises, "moon_walk" in catalogue.exercises) == (
        (True, True) if change == "more" else (False, False)
    )
    assert (problems == 0) == (change == "more")


def test_an_edited_puppet_is_read_as_it_is(tmp_path: Path) -> None:
    folder = copy(ASSETS, tmp_path)
    rig = folder / "rigs" / "bo_front.yaml"
    text = rig.read_text("utf-8")
    assert "\nparts:\n" in text
    rig.write_text(text.replace("\nparts:\n", "\nparts:\n  feather: {z: 999}\n"), "utf-8")
    assert ArtLibrary(folder).rig("bo_front").parts["feather"].z == 999
    assert ArtLibrary(folder).rig("koko_front").parts["feather"].z == 999, "who extends it has it as well"


def test_a_checkout_with_other_line_ends_is_the_same(tmp_path: Path) -> None:
    levels, texts = copy(LEVELS, tmp_path), copy(TEXTS, tmp_path)
    for file in (*levels.rglob("*.yaml"), *texts.rglob("*.yaml"), levels / FILE, texts / FILE):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert compiled(levels, "en") == playable()[0]
    assert Compiled(texts).said("en/parent.yaml", (texts / "en/parent.yaml").read_bytes())


@pytest.mark.parametrize("damage", DAMAGES)
def test_without_it_or_with_a_damaged_one_all_is_the_same(tmp_path: Path, damage: bytes | None) -> None:
    texts, levels = without(copy(TEXTS, tmp_path), damage), without(copy(LEVELS, tmp_path), damage)
    for names in (GROWN_UPS, SPOKEN):
        plain_, ready = Texts("en", names, texts), Texts("en", names)
        assert list(plain_._english.items()) == list(ready._english.items())
    assert playable(levels) == playable()


def test_values_changed_by_one_letter_are_not_believed(tmp_path: Path) -> None:
    texts, levels = cut_in_the_middle(copy(TEXTS, tmp_path)), cut_in_the_middle(copy(LEVELS, tmp_path))
    assert Compiled(texts).said("en/parent.yaml", (texts / "en/parent.yaml").read_bytes()) is None
    assert compiled(levels, "en") is None
    assert playable(levels) == playable() and Texts(folder=texts)("screen_go_on") == "Go on"


@pytest.mark.parametrize("values", [None, 3, [], {}, [[], [], [], []], [[["bear_walk", ["bear_walk"]]], [], [[]], []]])
def test_what_is_no_catalogue_is_read_anew(tmp_path: Path, values: object, caplog: pytest.LogCaptureFixture) -> None:
    """Somebody may write what they like there, with the right sums."""
    levels = copy(LEVELS, tmp_path)
    (levels / FILE).write_text(written({"en": (source_of(levels), values)}), "ascii")
    with caplog.at_level(logging.INFO):
        assert playable(levels) == playable()
    assert values is None or "read anew" in caplog.text


def test_what_it_says_is_taken_for_the_very_files(tmp_path: Path) -> None:
    levels, texts = copy(LEVELS, tmp_path), copy(TEXTS, tmp_path)
    catalogue = playable()[0]
    other = Catalogue(catalogue.exercises, {}, catalogue.rules, catalogue.why)
    (levels / FILE).write_text(written({"en": (source_of(levels), plain(Catalogue, other))}), "ascii")
    assert playable(levels)[0] == other != catalogue, "else these tests would prove nothing"
    source = (texts / "en/parent.yaml").read_bytes()
    (texts / FILE).write_text(written({"en/parent.yaml": (source, {"screen_go_on": "from here"})}), "ascii")
    assert Texts(names=("parent",), folder=texts)("screen_go_on") == "from here"
    (texts / "en/parent.yaml").write_bytes(source + b"# \n")
    assert Texts(names=("parent",), folder=texts)("screen_go_on") != "from here"


# ---------------------------------------------------------------- a family's own
def test_a_familys_own_level_files_are_read_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    assert playable(own=tmp_path) == playable(), "an empty folder says nothing"
    (tmp_path / "exercises" / "moon_walk.yaml").write_text(MOON_WALK, "utf-8")
    catalogue, problems = playable(own=tmp_path)
    assert problems == 0
    assert set(catalogue.exercises) - set(playable()[0].exercises) == {"moon_walk"}


@pytest.mark.parametrize("file", ["rules.yaml", "programmes/ours.yml"])
def test_a_mistake_of_a_familys_own_is_told(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("id: 3\n", "utf-8")
    catalogue, problems = playable(own=tmp_path)
    assert problems and catalogue == playable()[0]


def test_a_folder_nobody_may_look_into_is_told(tmp_path: Path) -> None:
    assert as_written.levels(resource("levels"), tmp_path / "none", "en")[1] == ()
    (tmp_path / "exercises").mkdir(mode=0o000)
    problems = playable(own=tmp_path)[1]
    readable = any(True for _ in _tried(tmp_path / "exercises"))
    assert problems == (0 if readable else 1)


def _tried(folder: Path) -> tuple[bool, ...]:
    """One where it may be looked into: by root always."""
    try:
        list(folder.iterdir())
    except PermissionError:
        return ()
    return (True,)
