"""Arabic words are written with the look each letter has where it stands."""

from __future__ import annotations

import unicodedata

import pytest

from game.core.joined_letters import joined, looks

# By hand, from how these words are written: each letter's name and its look.
WORDS = {
    "باب": "BEH INITIAL, ALEF FINAL, BEH ISOLATED",
    "قدم": "QAF INITIAL, DAL FINAL, MEEM ISOLATED",
    "سلام": "SEEN INITIAL, LAM WITH ALEF FINAL, MEEM ISOLATED",
    "لا": "LAM WITH ALEF ISOLATED",
    "كتبت": "KAF INITIAL, TEH MEDIAL, BEH MEDIAL, TEH FINAL",
    "رأس": "REH ISOLATED, ALEF WITH HAMZA ABOVE ISOLATED, SEEN ISOLATED",
    "پنج": "PEH INITIAL, NOON MEDIAL, JEEM FINAL",
}


def named(text: str) -> str:
    names = (unicodedata.name(char).removeprefix("ARABIC ").removesuffix(" FORM") for char in text)
    return ", ".join(n.replace(" LETTER ", " ").replace("LETTER ", "").replace("LIGATURE ", "") for n in names)


@pytest.mark.parametrize("word", WORDS)
def test_a_letter_has_the_look_of_its_place(word: str) -> None:
    assert named(joined(word, lambda look: look != "")) == WORDS[word]


def test_an_accent_parts_nothing_and_a_blank_does() -> None:
    said = joined("بَب ب", lambda look: look != "")
    assert said == "\ufe91\u064e\ufe90 \ufe8f"


def test_a_joiner_holds_and_its_opposite_parts() -> None:
    always = lambda look: look != ""  # noqa: E731
    assert joined("ب\u200d", always)[0] == "\ufe91" and joined("ب\u200cب", always) == "\ufe8f\u200c\ufe8f"
    assert joined("بـ", always) == "\ufe91\u0640"


def test_type_without_the_looks_gets_the_letters_as_they_are() -> None:
    assert joined("باب", lambda look: False) == "باب"


def test_other_letters_are_left_alone() -> None:
    for text in ("Anna", "שלום", "Аня", "", "李"):
        assert joined(text, lambda look: True) == text


def test_every_letter_of_unicodes_has_a_look_for_each_place_it_can_have() -> None:
    assert len(looks()) >= 80
    assert not [char for char, mine in looks().items() if "<medial>" in mine and "<initial>" not in mine]
