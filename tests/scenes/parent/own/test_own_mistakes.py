"""What is told of a mistake in a level file: the same English everywhere, and whole in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.core.level_messages import MESSAGES, Told
from game.core.own_files import Mistake
from game.data.files.resources import resource
from game.data.levels.levels import read_own
from game.data.texts.entries import names_in
from game.data.texts.texts import Texts
from game.scenes.parent.own.own_rows import in_words, mistake_line
from tests.scenes.parent.own.folder import MOON, ROUTINE

ENGLISH, RUSSIAN = (Texts(language, ("screens", "parent")) for language in ("en", "ru"))
WRONG = {
    "unit": MOON.replace("unit: seconds", "unit: secnds"), "number": MOON.replace("start: 20", "start: twenty"),
    "cap": MOON.replace("cap: 60", "cap: 10"), "range": MOON.replace("tempo: 1", "tempo: 900"),
    "flag": MOON.replace("per_foot: false", "per_foot: no"), "field": MOON + "tittle: x\n", "missing": MOON.replace("tempo: 1\n", ""),
    "colon": MOON.replace("Moon walk", "Moon: walk"), "quote": MOON.replace("Moon walk", '"Moon walk'), "tab": MOON + "\twhat: x\n",
    "bracket": MOON.replace("60, reason", "60 [ reason"), "twice": MOON + "tempo: 2\n", "empty": "", "list": MOON + "equipment: ball\n",
    "language": MOON.replace("title: Moon walk", "title: {english: Moon}"), "text": MOON.replace("Moon walk", ""),
    "indent": MOON + "  what: x\n", "clip": MOON.replace("pippa_side/penguin_walk", "penguin"), "work": MOON.replace("cap: 60", "cap: 200"),
    "alias": MOON.replace("Moon walk", "*moon"), "never": MOON + "never_with: [bear_wlak]\n", "id": MOON.replace("id: moon_walk", "id: moon"),
}  # fmt: skip


def mistakes(folder: Path, text: str, below: str = "exercises", name: str = "moon_walk.yaml") -> list[Mistake]:
    (folder / below).mkdir()
    (folder / below / name).write_text(text, encoding="utf-8")
    files = read_own(folder, resource("levels"), None, 120)
    return [Mistake(f"{name}:{p.line}:{p.column}", p.where, p.message) for f in files for p in f.findings.problems]


def test_the_catalogue_says_in_english_what_check_says() -> None:
    assert {key: ENGLISH.entry(f"level_{key}") for key in MESSAGES} == dict(MESSAGES)
    known = tuple(ENGLISH.keys())
    assert {key for key in known if key.startswith("level_")} == {f"level_{key}" for key in MESSAGES}


@pytest.mark.parametrize("what", WRONG)
def test_a_mistake_is_told_in_english_as_check_tells_it_and_in_the_family_s_language(tmp_path: Path, what: str) -> None:
    found = mistakes(tmp_path, WRONG[what])
    assert found
    for mistake in found:
        assert isinstance(mistake.message, Told)
        is_of_yaml = mistake.message.key == "yaml"  # `check` tells it in the words of what reads YAML
        assert (in_words(ENGLISH, mistake.message) == mistake.message) is not is_of_yaml
        russian = mistake_line(RUSSIAN, mistake)
        assert russian.startswith(mistake.place) and re.search("[а-я]{3}", russian)
        said = str(in_words(RUSSIAN, mistake.message))
        fixed = {
            word
            for word in re.findall("[a-z]{3,}", said)
            if word in re.findall("[a-z]{3,}", str(MESSAGES[mistake.message.key]))
        }
        named = {
            *re.findall("[a-z]{3,}", " ".join(map(str, mistake.message.values.values()))),
            *names_in(said),
            "words",
            "things",
        }
        assert fixed <= named | {"bo", "side", "bear", "walk", "true", "false", "id"}, (said, fixed)


def test_a_programme_that_names_what_is_not_there_says_the_nearest(tmp_path: Path) -> None:
    (mistake,) = mistakes(tmp_path, ROUTINE.replace("moon_walk", "bear_wlak"), "programmes", "ours.yaml")
    assert mistake_line(RUSSIAN, mistake) == (
        "ours.yaml:4:24: exercises[1]: упражнения bear_wlak нет (может быть, bear_walk?)"
    )
