"""A diary written as text: every word of it read, and what is said of a line that cannot be."""

from __future__ import annotations

import re
from datetime import date

import pytest

from game.core.content import Slot
from game.core.events import Effort, Grade, Outcome
from game.core.simulate.diary_text import FORMS, WORDS, DiaryLine, read
from game.core.simulate.simulated_child import HowItWent

MONDAY = date(2026, 1, 5)


def line(text: str) -> DiaryLine:
    (one,), error = read(f"2026-01-05 {text}")
    assert error is None
    return one


def wrong(text: str) -> str:
    lines, error = read(text)
    assert error is not None and error.line == len(text.splitlines()) and len(lines) == error.line - 1
    return error.message


@pytest.mark.parametrize(
    ("how", "went"),
    [
        ("finished well easy", HowItWent(Outcome.FINISHED, Grade.WELL, Effort.EASY)),
        ("stopped partly hard", HowItWent(Outcome.STOPPED, Grade.PARTLY, Effort.HARD)),
        ("finished helped right", HowItWent(Outcome.FINISHED, Grade.HELPED, Effort.RIGHT)),
        ("not-today", HowItWent(Outcome.STOPPED, Grade.NOT_TODAY)),
        ("ouch 0", HowItWent(Outcome.HURT, score=0)), ("ouch 9", HowItWent(Outcome.HURT, score=9)),
        ("ouch 10", HowItWent(Outcome.HURT, score=10)),
    ],
)  # fmt: skip
def test_a_play_says_how_it_went(how: str, went: HowItWent) -> None:
    told = line(f"evening bear_walk {how}")
    assert (told.word, told.what, told.slot, told.how, told.day) == ("play", "bear_walk", Slot.EVENING, went, MONDAY)


@pytest.mark.parametrize(
    "how",
    ["", "ouch", "ouch 11", "ouch -1", "ouch x", "ouch \u0663", "finished", "finished well", "finished not-today easy",
     "hurt well easy", "finished well tired", "not-today well", "finished good easy", "finished well easy again"],
)  # fmt: skip
def test_what_does_not_say_how_it_went_is_told_so(how: str) -> None:
    assert "does not say how it went" in wrong(f"2026-01-05 morning bear_walk {how}")


@pytest.mark.parametrize(
    ("until", "message"),
    [("2026-01-04", "the pause ends on 2026-01-04, before it begins"), ("2026-01-05", ""), ("2026-01-06", "")],
)
def test_a_pause_ends_on_its_first_day_or_later(until: str, message: str) -> None:
    lines, error = read(f"2026-01-05 pause ill until {until}")
    assert (error.message if error else "") == message
    assert [(told.word, told.what, str(told.until)) for told in lines] == ([] if message else [("pause", "ill", until)])


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("resume", "resume", None), ("resume doctor-asked", "resume", "doctor-asked"), ("age 7-10", "age", "7-10"),
        ("allow *", "allow", "*"), ("programme prevention", "programme", "prevention"), ("back", "back", None),
        ("back bear_walk", "back", "bear_walk"), ("forward", "forward", None), ("forward bear_walk", "forward", "bear_walk"),
        ("hold", "hold", None), ("release", "release", None), ("graduate", "graduate", None),
    ],
)  # fmt: skip
def test_every_word_of_a_parent_is_read(text: str, word: str, what: str | None) -> None:
    told = line(text)
    assert (told.word, told.what, told.slot, told.how, told.until) == (word, what, None, None, None)


def test_what_is_taken_back_names_its_day_slot_and_exercise() -> None:
    told = line("retract 2026-01-03 evening *")
    assert (told.word, told.what, told.slot, told.until) == ("retract", "*", Slot.EVENING, date(2026, 1, 3))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-01-05", "nothing is told of the day"), ("05.01.2026 hold", '"05.01.2026" is no day; write it like 2026-01-05'),
        ("20260105 hold", '"20260105" is no day'), ("2026-02-30 hold", '"2026-02-30" is no day'),
        ("2026-01-05 mornin * not-today", '"mornin" is no word of a diary; did you mean "morning"?'),
        ("2026-01-05 xyzzy", '"xyzzy" is no word of a diary; words are morning,'),
        ("2026-01-05 hold bear_walk", '"hold bear_walk" is not how hold is told'),
        ("2026-01-05 back a b", '"back a b" is not how back is told'),
        ("2026-01-05 age 12", "12 is no age band; there are 3-4, 5-6, 7-10, 11+"),
        ("2026-01-05 pause tired until 2026-01-06", "a pause is "), ("2026-01-05 allow", '"allow" is not how allow is told'),
        ("2026-01-05 hold\n\udc80", "this is not text in UTF-8"), ("2026-01-05 hold\n\udcff", "this is not text in UTF-8"),
        ("2026-01-05 hold # a\udcc3", "this is not text in UTF-8"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_says_what_is_the_matter(text: str, message: str) -> None:
    assert wrong(text).startswith(message)


def test_comments_empty_lines_and_any_line_end_are_passed_over() -> None:
    lines, error = read("\ufeff# begun\r\n\r\n2026-01-05 hold # why\r2026-01-06 release\n\n")
    assert error is None and [(told.number, told.word) for told in lines] == [(3, "hold"), (4, "release")]
    assert read("") == ([], None)


def test_lines_before_the_first_wrong_one_are_kept_and_those_after_it_are_not() -> None:
    lines, error = read("2026-01-05 hold\nnonsense\n2026-01-06 release")
    assert [told.word for told in lines] == ["hold"] and error and error.line == 2
    assert set(WORDS) >= {"morning", "evening", "pause", "graduate"} and len(WORDS) == 14


def test_the_help_tells_every_word_by_lines_that_can_be_read() -> None:
    examples = [line.split("  ")[1] for line in FORMS.splitlines() if line.startswith("  2026")]
    first = [line for line in examples if "," not in line]
    lines, error = read("\n".join(first))
    assert error is None and len(lines) == len(first) >= 9
    assert [word for word in WORDS if not re.search(rf"\b{word}\b", FORMS)] == []
