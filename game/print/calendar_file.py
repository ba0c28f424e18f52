"""Reminders as an iCalendar file (RFC 5545), which every calendar reads in: local time without a zone, so that a flight
or summer time changes nothing, and an alarm at the time itself.

The format is a page of rules; what reads it back in the tests is a library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from game import __version__
from game.core.content import Slot
from game.core.reminders import MINUTES, Reminder
from game.print.wording import Wording

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST = 75  # octets of a line, its end not counted (RFC 5545, 3.1)


def calendar_text(
    reminders: Iterable[Reminder], owner: str, summary: str, lines: Mapping[Slot, str], now: datetime
) -> str:
    """The file's text. `owner` tells the entries of one child from another's: read in again they are replaced and not
    doubled. `summary` is what a calendar shows, `lines` what more it says of a slot. `now` has its zone."""
    file = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//The Barefoot Trail//{__version__}//EN", "CALSCALE:GREGORIAN"]
    for reminder in reminders:
        file += _entry(reminder, owner, summary, lines.get(reminder.slot, ""), now.astimezone(UTC))
    file.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in file for part in _folded(line))


def reminders_text(
    words: Wording, found: Iterable[Reminder], owner: str, nickname: str, now: datetime, note: str = ""
) -> str:  # fmt: skip
    """The file for one child, in the family's words; a `note` stands in every entry."""
    lines = {slot: f"{words(f'reminder_{slot}')} {words('reminders_kind')}" for slot in Slot}
    summary = words("reminders_summary", name=nickname)
    return calendar_text(found, owner, f"{summary} ({note})" if note else summary, lines, now)


def _entry(reminder: Reminder, owner: str, summary: str, description: str, now: datetime) -> Iterator[str]:
    begins = datetime.combine(reminder.first, reminder.at)
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(owner)}-{reminder.slot}@barefoot-trail"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    # Minutes since 2020: a newer file must have a greater number, and the number must fit 32 bits (3.8.7.4).
    yield f"SEQUENCE:{max(0, (now - datetime(2020, 1, 1, tzinfo=UTC)) // timedelta(minutes=1))}"
    yield f"DTSTART:{begins:%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{MINUTES}M"
    yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[n] for n in reminder.weekdays)}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(description)}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy for it
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(summary)}", "TRIGGER:PT0S", "END:VALARM")
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A value of TEXT (3.3.11); control characters have no place in one."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(c for c in text if c == "\t" or (c >= " " and c != "\x7f"))


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most so many octets, no letter cut in two; what goes on begins with a space."""
    part, room = "", LONGEST
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if size > room:
            yield part
            part, room = " ", LONGEST - 1
        part, room = part + letter, room - size
    yield part
