"""What every language says it says as its grammar asks for, and to a child as briefly as the English does."""

from __future__ import annotations

import re
from functools import cache

import pytest

from game.data.files.resources import resource
from game.data.texts.entries import PLACEHOLDER, Entry
from game.data.texts.locale_files import locale_of
from game.data.texts.text_file import read_texts
from game.data.texts.texts import SPOKEN
from game.ui.audio.narrator import shown

TEXT = resource("assets", "text")
LANGUAGES = sorted(folder.name for folder in TEXT.iterdir() if folder.is_dir())
TRANSLATED = [language for language in LANGUAGES if language != "en"]
PAUSE = re.compile(r"\[(\d+(?:\.\d+)?)\]")
MOST_WORDS = 12  # of a sentence a child hears; see `assets/text/en/spoken.yaml`


@cache
def texts(language: str, names: tuple[str, ...] | None = None) -> dict[str, Entry]:
    """The texts of a language's files, or of those of these names."""
    found: dict[str, Entry] = {}
    for file in (TEXT / language).iterdir():
        if file.name.endswith(".yaml") and (names is None or file.name.removesuffix(".yaml") in names):
            read, problems = read_texts(file)
            assert not problems
            found |= read
    return found


def forms_of(entry: Entry) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_number_is_told_with_what_it_counts_wherever_the_english_does(language: str) -> None:
    def counted(entry: Entry) -> set[frozenset[str]]:
        return {frozenset(pair for pair in PLACEHOLDER.findall(form) if pair[-1]) for form in forms_of(entry)}

    english = texts("en")
    assert [key for key, entry in texts(language).items() if counted(entry) != counted(english[key])] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_text_has_forms_by_number_where_the_english_has_them(language: str) -> None:
    english = texts("en")
    if len(locale_of(language).plural_forms) > 1:
        flat = [k for k, entry in texts(language).items() if isinstance(entry, str) != isinstance(english[k], str)]
        assert flat == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_never_hears_a_sentence_of_more_than_twelve_words(language: str) -> None:
    long = [
        (key, sentence)
        for key, entry in texts(language).items()
        if key in SAID
        for sentence in re.split(r"(?<=[.!?])\s+", shown(str(entry)))
        if len(re.findall(r"[\w'’-]+", sentence)) > MOST_WORDS
    ]
    assert long == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_evening_lines_and_grown_ups_texts_are_as_calm_as_the_english(language: str) -> None:
    """No exclamation mark where the English has none."""
    english = texts("en")
    loud = [k for k, entry in texts(language).items() if "!" in str(entry) and "!" not in str(english[k])]
    assert loud == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_spoken_line_pauses_for_breath_as_long_as_the_english(language: str) -> None:
    """Breathing is timed: where the English waits a second or longer, so does every language."""
    english, hurried = texts("en", SPOKEN), []
    for key, entry in texts(language).items():
        waits = [p for p in PAUSE.findall(str(english.get(key, ""))) if float(p) >= 1]
        if waits and [p for p in PAUSE.findall(str(entry)) if float(p) >= 1] != waits:
            hurried.append(key)
    assert hurried == []


SAID = frozenset(texts("en", SPOKEN))
TOLD_OF_A_CHILD = re.compile(
    r"\b[Тт]ы\b(?:\s+\w+){0,3}?\s+\w+(?:л|ла|лся|лась)\b|\b(?:готова?|рада?|молодец)\b|\b[Тт]ы сама?\b"
)


def test_russian_never_tells_whether_the_child_is_a_boy_or_a_girl() -> None:
    """No past tense and no short adjective of "ты": "ножки ступали", never "ты ступал"."""
    assert [said for k, said in texts("ru").items() if k in SAID and TOLD_OF_A_CHILD.search(str(said))] == []


@pytest.mark.parametrize("said", ["Ты сегодня хорошо ступал.", "ты старалась", "Ты готов?", "Ты сама знаешь."])
def test_a_line_that_tells_it_is_found(said: str) -> None:
    assert TOLD_OF_A_CHILD.search(said)
