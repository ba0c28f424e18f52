"""Nothing that a family reads is put together as English alone does it: days, times, numbers and lists go through
`game.core.locales`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GAME = Path(__file__).parents[3] / "game"
READ = ("scenes", "ui", "print", "gallery", "app")  # the terminal speaks English
BY_HAND = {
    "a list": re.compile(r"""["'](?:, | and | or )["']\.join"""),
    "a day or a time": re.compile(r":%[A-Za-z]|strftime|month_name|day_name|month_abbr|day_abbr"),
    "a number": re.compile(r"\{[^{}]*:,[^{}]*\}"),
    "hundredths": re.compile(r"f[\"'][^\"']*\}\s?%[\"']"),
    "a large letter": re.compile(r"\.capitalize\(\)|\[:1\]\.upper\(\)|\[0\]\.upper\(\)"),
}
FOR_MACHINES = {  # by file and line, and why: what no grown-up reads in a language
    "app/crash_log.py": "the log of a mistake",
    "print/calendar_file.py": "iCalendar",
    "scenes/destination.py": "a route as programmers see it",
    "gallery/states.py": "the id of a session",
    "print/cards.py": "the id of what no catalogue names, as its own words",
}


def found(text: str) -> list[str]:
    return [f"{kind}: {line.strip()}" for line in text.splitlines() for kind, by in BY_HAND.items() if by.search(line)]


def test_days_times_numbers_and_lists_are_written_by_the_language() -> None:
    wrong = {}
    for part in READ:
        for file in sorted((GAME / part).rglob("*.py")):
            name = file.relative_to(GAME).as_posix()
            if name not in FOR_MACHINES and (lines := found(file.read_text(encoding="utf-8"))):
                wrong[name] = lines
    assert not wrong


@pytest.mark.parametrize("file", sorted(FOR_MACHINES))
def test_what_is_left_to_machines_is_still_there(file: str) -> None:
    assert found((GAME / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    ['", ".join(names)', 'f"{at:%H:%M}"', 'f"{n:,}"', 'f"{n} %"', "text[:1].upper() + text[1:]", "x.strftime(y)"],
)
def test_what_is_written_by_hand_would_be_seen(line: str) -> None:
    assert found(line)
