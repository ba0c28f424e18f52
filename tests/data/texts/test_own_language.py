"""A family's own language: what it has comes first, what it lacks is English, what is wrong is named and stops nothing."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from game.commands.check import check
from game.data.texts.language_check import checked_language
from game.data.texts.languages import languages, own_languages
from game.data.texts.texts import SPOKEN, Texts
from game.data.texts.voices import clips, own_clips, shipped_clips

GOOD = "screen_go_on: Dalje\nunit_days: {one: '{n} dan', few: '{n} dana', other: '{n} dana'}\nhear_bo: Zdravo!\n"
HR = (
    Path("assets/locales/pl.yaml").read_text(encoding="utf-8")
    .replace("name: Polski", "name: Hrvatski").replace("[one, few, many]", "[one, few, other]")
)  # fmt: skip


def language(folder: Path, text: str = GOOD, name: str = "hr") -> Path:
    """The folder of the family's languages, with one."""
    words = folder / "languages" / name
    (words / "voice").mkdir(parents=True)
    (words / "ours.yaml").write_text(text, encoding="utf-8")
    (words / "locale.yaml").write_text(HR, encoding="utf-8")
    return folder / "languages"


def record(file: Path, seconds: float) -> None:
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\0\0" * round(8000 * seconds))


def test_what_it_has_is_used_and_what_it_lacks_is_english(tmp_path: Path) -> None:
    own = language(tmp_path)
    texts, spoken = Texts("hr", own=own), Texts("hr", SPOKEN, own=own)
    assert languages(own)[-1] == "hr" and texts.locale.name == "Hrvatski"
    assert (texts("screen_go_on"), texts("unit_days", n=3), spoken("hear_bo")) == ("Dalje", "3 dana", "Zdravo!")
    assert texts("screen_back") == "Back"


def test_a_recording_has_its_length_from_its_own_head(tmp_path: Path) -> None:
    own = language(tmp_path)
    record(own / "hr" / "voice" / "hear_bo.wav", 1.5)
    ours = shipped_clips("en")["hear_bo"]
    (own / "hr" / "voice" / "who_is_playing.ogg").write_bytes(ours.file.read_bytes())
    found = own_clips(own / "hr")
    assert found["hear_bo"].seconds == pytest.approx(1.5)
    assert found["who_is_playing"].seconds == pytest.approx(ours.seconds, abs=0.05)
    assert clips("en", own / "hr")["hear_bo"] == found["hear_bo"], "a family's own comes before ours"


WRONG = [
    ("screen_go_on: [", "ours.yaml:"),
    ("- a\n", "expected a table"),
    ("screen_go_onn: x\n", "is no text of the game (did you mean screen_go_on?)"),
    ("unit_days: '{x} dana'\n", "{n}, {x} must be in both texts or in neither"),
    ("unit_days: {one: '{n} dan'}\n", "lacks the form few, other"),
    ("screen_go_on: {one: a, few: b, other: c}\n", "{n} must be in both"),
    ("screen_go_on: ''\n", "the text is empty"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_what_is_wrong_is_named_with_its_place_and_is_english(tmp_path: Path, text: str, said: str) -> None:
    own = language(tmp_path, text)
    wrong, missing = checked_language(own / "hr")
    assert any(said in str(problem) for problem in wrong), wrong
    assert all("/hr/ours.yaml:" in str(problem) for problem in wrong) and missing
    assert Texts("hr", own=own)("screen_go_on") == "Go on"


def test_check_names_what_is_wrong_and_what_is_missing_in_a_familys_languages(tmp_path: Path) -> None:
    own = language(tmp_path, GOOD + "nobody_asks: x\n")
    (own / "hr" / "voice" / "hear_boo.wav").write_bytes(b"x")
    (own / "hr" / "voice" / "hear_bo.wav").write_bytes(b"RIFF")
    checked = check((), tmp_path / "levels")
    said = "\n".join(map(str, checked.problems))
    assert "nobody_asks" in said and "did you mean hear_bo?" in said and "hear_bo.wav:1:1: cannot be played" in said
    assert sum("are missing and English instead" in str(remark) for remark in checked.remarks) == 2


@pytest.mark.parametrize("name", ["..", "HR", "x", "toolong", "h r", ".hr"])
def test_only_a_folder_named_like_a_language_is_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "languages" / name).mkdir(parents=True, exist_ok=True)
    (tmp_path / "languages" / "de").write_text("a file", encoding="utf-8")
    assert own_languages(tmp_path / "languages") == () == own_languages(tmp_path / "nowhere")


def test_check_says_which_letters_the_games_type_lacks_and_who_writes_them(tmp_path: Path) -> None:
    own = language(tmp_path, "screen_go_on: שלום\nscreen_back: Natrag\n")
    (said,) = (str(remark) for remark in checked_language(own / "hr")[1] if "type lacks" in str(remark))
    assert "lacks ש ל ו ם: this computer's fonts write them" in said
    assert not [r for r in checked_language(language(tmp_path / "b") / "hr")[1] if "type lacks" in str(r)]
