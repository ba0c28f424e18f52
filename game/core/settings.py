"""The family's settings as typed values, folded from what was chosen; an unknown or broken value is the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from game.core.numbers import Rules


@dataclass(frozen=True, slots=True)
class Settings:
    """Volumes are 0-10; hours are local, "HH:MM"; `rest_seconds` between two sets; `confirm_when` is end or each."""

    language: str = "en"
    voice: int = 8
    music: int = 3
    effects: int = 5
    words: bool = False
    evening_hour: str = "17:00"
    bedtime: str = "19:30"
    rest_seconds: int = 45
    baby: bool = False
    confirm_when: str = "end"
    stay: bool = False
    calm: bool = False
    kiosk: bool = False
    full_screen: bool = False

    @classmethod
    def of(cls, chosen: Mapping[str, str]) -> Settings:
        """The settings as chosen so far.

        >>> Settings.of({"voice": "3", "baby": "on", "music": "loud"}).voice
        3
        """
        values: dict[str, Any] = {}
        for field in fields(cls):
            if field.name in chosen:
                value = _read(field.name, field.default, chosen[field.name])
                if value is not None:
                    values[field.name] = value
        return cls(**values)

    def within(self, rules: Rules) -> Settings:
        """With a rest as long as the rules let it be: a diary may be older than they are."""
        return replace(self, rest_seconds=max(rules.rest_seconds, min(rules.rest_seconds_most, self.rest_seconds)))

    def text(self, name: str) -> str:
        """One setting as the journal keeps it."""
        value = getattr(self, name)
        return ("on" if value else "off") if isinstance(value, bool) else str(value)


RANGES = {"voice": (0, 10), "music": (0, 10), "effects": (0, 10), "rest_seconds": (0, 3600)}
CHOICES = {"confirm_when": ("end", "each")}


def _read(name: str, default: object, text: str) -> object | None:
    if isinstance(default, bool):
        return {"on": True, "off": False}.get(text)
    if isinstance(default, int):
        low, high = RANGES[name]
        return int(text) if text.isdecimal() and low <= int(text) <= high else None
    if name in CHOICES:
        return text if text in CHOICES[name] else None
    if name in ("evening_hour", "bedtime"):
        return text if minutes(text) is not None else None
    return text


def minutes(clock: str) -> int | None:
    """Minutes since midnight of "HH:MM"; None when it is no time of day.

    >>> minutes("17:30")
    1050
    """
    hours, colon, rest = clock.partition(":")
    if not (colon and hours.isdecimal() and rest.isdecimal() and len(rest) == 2 and int(hours) < 24 and int(rest) < 60):
        return None
    return int(hours) * 60 + int(rest)
