"""The file of reminders, read back by a library for calendars."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations

import icalendar
import pytest
from dateutil.rrule import rrulestr

from game.core.content import Slot
from game.core.reminders import Reminder
from game.print.calendar_file import calendar_text

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
MORNING = Reminder(Slot.MORNING, time(7, 30), (0, 1, 2, 3, 4), date(2026, 11, 30))
EVENING = Reminder(Slot.EVENING, time(17, 5), (5,), date(2026, 12, 5))


def _text(*reminders: Reminder, summary: str = "Feet", description: str = "Barefoot", owner: str = "child-1") -> str:
    lines = {Slot.MORNING: description, Slot.EVENING: description}
    return calendar_text(reminders, owner, summary, lines, NOW)


def _entries(text: str) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_a_calendar_reads_both_times_as_local_ones_without_a_zone() -> None:
    morning, evening = _entries(_text(MORNING, EVENING))
    assert morning.decoded("DTSTART") == datetime(2026, 11, 30, 7, 30)
    assert evening.decoded("DTSTART") == datetime(2026, 12, 5, 17, 5)
    assert all(entry.decoded("DTSTART").tzinfo is None for entry in (morning, evening))
    assert "TZID" not in _text(MORNING, EVENING) and "VTIMEZONE" not in _text(MORNING, EVENING)


@pytest.mark.parametrize("count", range(1, 8))
def test_it_comes_on_the_chosen_weekdays_and_on_no_other(count: int) -> None:
    for weekdays in combinations(range(7), count):
        first = next(d for n in range(7) if (d := date(2026, 11, 30) + timedelta(days=n)).weekday() in weekdays)
        (entry,) = _entries(_text(Reminder(Slot.MORNING, time(7, 30), weekdays, first)))
        begins = entry.decoded("DTSTART")
        found = rrulestr(entry["RRULE"].to_ical().decode(), dtstart=begins).between(
            begins, begins + timedelta(days=27), inc=True
        )
        wanted = [begins + timedelta(days=n) for n in range(28) if (begins + timedelta(days=n)).weekday() in weekdays]
        assert found == wanted


def test_an_alarm_rings_at_the_time_itself_and_nobody_is_busy() -> None:
    (entry,) = _entries(_text(MORNING))
    (alarm,) = entry.walk("VALARM")
    assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta(0))
    assert entry["TRANSP"] == "TRANSPARENT"


def test_the_same_child_s_file_read_in_again_replaces_what_is_there() -> None:
    old, new = (
        _entries(calendar_text((MORNING,), "child-1", "Feet", {}, now))[0] for now in (NOW, NOW + timedelta(hours=1))
    )
    assert old["UID"] == new["UID"] and int(old["SEQUENCE"]) < int(new["SEQUENCE"]) < 2**31
    assert (
        len({entry["UID"] for entry in _entries(_text(MORNING, EVENING)) + _entries(_text(MORNING, owner="child-2"))})
        == 3
    )


@pytest.mark.parametrize(
    "name",
    ["Anna", "a; b, c \\ d", "two\nlines\r\nthree", "Мая 日本 🐻 " * 12, "END:VEVENT", "\x07\x00bell", "x" * 300],
)
def test_whatever_a_child_is_called_the_calendar_reads_it_and_no_line_is_too_long(name: str) -> None:
    text = _text(MORNING, summary=f"The Barefoot Trail: {name}", description=name)
    (entry,) = _entries(text)
    readable = "".join(c for c in name.replace("\r\n", "\n") if c == "\n" or c >= " ")
    assert entry["SUMMARY"] == f"The Barefoot Trail: {readable}"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")


def test_without_a_reminder_it_is_an_empty_calendar() -> None:
    assert _entries(_text()) == []
