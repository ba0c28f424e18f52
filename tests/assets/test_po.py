"""Texts go to translators as .po and come back as YAML: neither way loses one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

polib = pytest.importorskip("polib")
BUILD = Path(__file__).resolve().parents[2] / "assets" / "build"
sys.path.insert(0, str(BUILD))
import po as tool  # noqa: E402  beside the assets, for it is no part of the game

TEXTS, GAME = BUILD.parent / "text", BUILD.parents[1] / "game"
SOME = {
    "screens": 'back: Back\nwaits:\n  one: "{n} exercise waits"\n  other: "{n} exercises wait"\n',
    "parent": "# For the doctor.\npage: A page\nnobody: Nobody\n",
    "spoken": "hello: Hello. [0.4] Come!\n",
    "story": "# ---------------------------------------------------------------- Chapter 1\nonce: Once\n",
}
RU = "# Always thou.\n\n# a button\nback: Назад\nwaits:\n  one: '{n} ждёт'\n  few: '{n} ждут'\n  many: '{n} ждут его'\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name, text in SOME.items():
        (tmp_path / "en").mkdir(exist_ok=True)
        (tmp_path / "en" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "begun.yaml").write_text(RU, encoding="utf-8")
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "who.py").write_text('words("back")\n', encoding="utf-8")
    return tmp_path


def out(texts: Path, before: polib.POFile | None = None) -> polib.POFile:
    """As a file would have it."""
    return polib.pofile(str(tool.out(texts, texts / "game", "ru", before)), wrapwidth=0)


def entry(po: polib.POFile, context: str) -> polib.POEntry:
    (found,) = (e for e in po if e.msgctxt == context)
    return found


def read(texts: Path) -> dict[str, object]:
    files = sorted((texts / "ru").glob("*.yaml"))
    return {k: v for f in files for k, v in yaml.safe_load(f.read_text(encoding="utf-8")).items()}


def test_a_translator_sees_the_id_the_notes_the_places_and_every_plural_form(texts: Path) -> None:
    po = out(texts)
    back, waits = entry(po, "screens:back"), entry(po, "screens:waits")
    assert (back.msgid, back.msgstr) == ("Back", "Назад")
    assert back.occurrences == [("assets/text/en/screens.yaml", "1"), ("game/who.py", "1")]
    assert (waits.msgid, waits.msgid_plural) == ("{n} exercise waits", "{n} exercises wait")
    assert waits.msgstr_plural == {0: "{n} ждёт", 1: "{n} ждут", 2: "{n} ждут его"}
    assert "{n}" in waits.comment and back.tcomment == "a button"
    assert entry(po, "parent:page").comment == "For the doctor."
    assert entry(po, "story:once").comment.startswith("Chapter 1")
    assert "[0.4] is a pause" in entry(po, "spoken:hello").comment
    assert po.metadata["Plural-Forms"].startswith("nplurals=3;")


def test_out_and_in_and_out_again_lose_nothing(texts: Path) -> None:
    said, first = read(texts), out(texts)
    assert tool.write_in(first, texts) == ["screens.yaml"]
    assert read(texts) == said and not (texts / "ru" / "begun.yaml").exists()
    assert str(out(texts, first)) == str(first)
    assert str(out(texts)) == str(first), "comments are in the YAML as well"


def test_english_that_changed_makes_its_text_fuzzy_and_no_part_of_the_game_until_it_is_looked_at(texts: Path) -> None:
    before = out(texts)
    english = texts / "en" / "screens.yaml"
    english.write_text(SOME["screens"].replace("Back", "Go back"), encoding="utf-8")
    fuzzy = out(texts, before)
    back = entry(fuzzy, "screens:back")
    assert (back.fuzzy, back.msgstr, back.previous_msgid) == (True, "Назад", "Back")
    tool.write_in(fuzzy, texts)
    assert "back" not in read(texts)
    again = out(texts, fuzzy)
    assert str(again) == str(fuzzy), "it waits in the .po"
    entry(again, "screens:back").flags.remove("fuzzy")
    entry(again, "screens:back").msgstr = "Вернуться"
    tool.write_in(again, texts)
    assert read(texts)["back"] == "Вернуться"


def test_a_text_the_game_has_no_more_is_kept_aside(texts: Path) -> None:
    before = out(texts)
    (texts / "en" / "screens.yaml").write_text(SOME["screens"].replace("back: Back\n", ""), encoding="utf-8")
    with pytest.raises(tool.CannotKeep, match="back is no text of the game"):
        out(texts, before)
    (texts / "ru" / "begun.yaml").write_text(RU.replace("back: Назад\n", ""), encoding="utf-8")
    kept = entry(out(texts, before), "screens:back")
    assert (kept.obsolete, kept.msgstr) == (True, "Назад")


def test_two_texts_of_the_same_english_are_never_chosen_between(texts: Path) -> None:
    before = out(texts)
    entry(before, "screens:back").msgstr = "Вернуться"
    with pytest.raises(tool.CannotKeep, match="screens:back says one thing in the YAML and another in the .po"):
        out(texts, before)
    tool.write_in(before, texts)
    assert entry(out(texts, before), "screens:back").msgstr == "Вернуться"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda e: e.msgstr_plural.update({1: ""}), "screens:waits lacks a plural form: few"),
        (lambda e: e.msgstr_plural.update({0: "{m} ждёт"}), "screens:waits: {m} must be in both or in neither"),
        (lambda e: setattr(e, "msgctxt", "screens:gone"), "screens:gone is no text of the game"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(texts: Path, change, told: str) -> None:
    po = out(texts)
    change(entry(po, "screens:waits"))
    with pytest.raises(tool.CannotKeep) as wrong:
        tool.write_in(po, texts)
    assert any(told in line for line in wrong.value.lines)
    assert (texts / "ru" / "begun.yaml").read_text(encoding="utf-8") == RU


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="{}\r\x00\x85\u2028\u2029", exclude_categories=("Cs", "Cc")),
        min_size=1,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_was(texts: Path, said: str) -> None:
    po = out(texts, None)
    entry(po, "parent:page").msgstr = said
    entry(po, "parent:page").tcomment = "one\ntwo"
    files = tool.taken_in(polib.pofile(str(po), wrapwidth=0), texts)
    assert yaml.safe_load(files["parent.yaml"]) == {"page": said}
    assert "# one\n# two\npage:" in files["parent.yaml"]


def test_the_games_own_texts_go_out_and_come_in_whole(tmp_path: Path) -> None:
    texts = tmp_path / "text"
    shutil.copytree(TEXTS, texts)
    for language in sorted(folder.name for folder in texts.iterdir() if folder.is_dir() and folder.name != "en"):
        files = sorted((texts / language).glob("*.yaml"))
        said = {k: v for f in files for k, v in yaml.safe_load(f.read_text(encoding="utf-8")).items()}
        po = tool.out(texts, GAME, language)
        assert len(po) == len({e.msgctxt for e in po}) > 2000
        file = tmp_path / f"{language}.po"
        po.save(str(file))
        if shutil.which("msgfmt"):
            checked = subprocess.run(["msgfmt", "--check-format", "-o", "-", file], capture_output=True)
            assert checked.returncode == 0, checked.stderr
        tool.write_in(polib.pofile(str(file), wrapwidth=0), texts)
        files = sorted((texts / language).glob("*.yaml"))
        assert {k: v for f in files for k, v in yaml.safe_load(f.read_text(encoding="utf-8")).items()} == said


HR = (BUILD.parent / "locales" / "cs.yaml").read_text(encoding="utf-8").replace("name: Čeština", "name: Hrvatski")


def test_a_familys_own_language_goes_out_and_comes_in_beside_its_diary(texts: Path) -> None:
    own = texts / "languages"
    (own / "hr").mkdir(parents=True)
    (own / "hr" / "locale.yaml").write_text(HR, encoding="utf-8")
    (own / "hr" / "ours.yaml").write_text("back: Natrag\n", encoding="utf-8")
    po = tool.out(texts, texts / "game", "hr", None, own)
    assert po.metadata["Plural-Forms"].startswith("nplurals=3;"), "as its own file says"
    assert entry(po, "screens:back").msgstr == "Natrag"
    entry(po, "screens:waits").msgstr_plural = {0: "{n} čeka", 1: "{n} čekaju", 2: "{n} čeka"}
    assert tool.write_in(po, texts, own) == ["screens.yaml"]
    assert sorted(file.name for file in (own / "hr").iterdir()) == ["locale.yaml", "screens.yaml"]
    said = yaml.safe_load((own / "hr" / "screens.yaml").read_text(encoding="utf-8"))
    assert said == {"back": "Natrag", "waits": {"one": "{n} čeka", "few": "{n} čekaju", "other": "{n} čeka"}}
    assert (own / "hr" / "locale.yaml").read_text(encoding="utf-8") == HR and not (texts / "hr").exists()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [("Language", "pt_BR", "by no country"), ("Plural-Forms", "nplurals=2; plural=(n != 1);", "not the 3 of ru")],
)
def test_a_head_the_game_cannot_follow_is_refused_before_anything_is_written(
    texts: Path, name: str, value: str, told: str
) -> None:
    po = out(texts)
    po.metadata[name] = value
    with pytest.raises(tool.CannotKeep, match=told):
        tool.write_in(po, texts)
    assert (texts / "ru" / "begun.yaml").read_text(encoding="utf-8") == RU
