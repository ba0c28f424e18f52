"""The texts a start has from the compiled file are those of the YAML, and an edited catalogue is read as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.data.texts import compiled
from game.data.texts.texts import SPOKEN, Texts, read_texts

TEXTS = Path("assets/text")


def test_the_compiled_texts_are_those_of_the_files() -> None:
    """Where this fails: python assets/build/hashes.py"""
    found = compiled.read(TEXTS)
    files = {f"{file.parent.name}/{file.name}": file for file in TEXTS.glob("*/*.yaml")}
    assert set(found) == set(files) and len(files) >= 4
    for name, file in files.items():
        entries, problems = read_texts(file)
        assert not problems
        assert found[name] == (compiled.sum_of(file.read_bytes()), entries), name


def test_an_edited_catalogue_is_read_as_it_is(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TEXTS, tmp_path / "text"))
    file = folder / "en" / "parent.yaml"
    key = next(iter(read_texts(file)[0]))
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    lines[at] = f'{key}: "another word"'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert Texts(folder=folder)(key) == "another word" != Texts()(key)


@pytest.mark.parametrize("said", [None, b"", b"{", b"[]", b'{"en/parent.yaml": 3}', b'{"en/parent.yaml": {}}', b"\xff"])
def test_without_it_or_with_a_damaged_one_the_texts_are_the_same(tmp_path: Path, said: bytes | None) -> None:
    folder = Path(shutil.copytree(TEXTS, tmp_path / "text"))
    (folder / compiled.FILE).unlink()
    if said is not None:
        (folder / compiled.FILE).write_bytes(said)
    for names in (("parent", "screens"), SPOKEN):
        plain, ready = Texts("en", names, folder), Texts("en", names)
        assert list(plain._english.items()) == list(ready._english.items())


def test_what_it_says_is_taken_only_for_the_very_file(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TEXTS, tmp_path / "text"))
    said = json.loads((folder / compiled.FILE).read_bytes())
    key = next(iter(said["en/parent.yaml"]["entries"]))
    said["en/parent.yaml"]["entries"][key] = "from the compiled one"
    (folder / compiled.FILE).write_text(json.dumps(said))
    assert Texts(folder=folder)(key) == "from the compiled one", "else this test would prove nothing"
    with (folder / "en" / "parent.yaml").open("a") as file:
        file.write("# \n")
    assert Texts(folder=folder)(key) == Texts()(key)
