"""The family's settings as typed values, folded from what was chosen; an unknown or broken value is the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.core.keys import DEFAULTS, in_force
from game.core.numbers import Rules
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` is "" where none was chosen; volumes are 0-10; hours are local, "HH:MM"; `remind_morning` and
    `remind_evening` are when the family's own calendar reminds it of a slot, "off" for never; `rest_seconds` between
    two sets, as long as the plan counts where nothing was chosen and none at all where `no_rest` is (`within`);
    `confirm_when` is end or each; `text_size` is in hundredths of what is drawn for everybody; `key_big` is one more
    key beside Enter and Space, "" for none; `scan_tenths` of a second the ring stays on a thing where one button plays;
    `copy_place` is a folder in which copies are kept as well, "" for none."""

    language: str = ""
    voice: int = 8
    music: int = 3
    effects: int = 5
    words: bool = False
    evening_hour: str = "17:00"
    bedtime: str = "19:30"
    remind_morning: str = "07:30"
    remind_evening: str = "17:30"
    rest_seconds: int = 0
    no_rest: bool = False
    baby: bool = False
    confirm_when: str = "end"
    stay: bool = False
    calm: bool = False
    kiosk: bool = False
    full_screen: bool = False
    text_size: int = 100
    contrast: bool = False
    one_button: bool = False
    scan_tenths: int = 20
    copy_place: str = ""
    key_hurt: str = DEFAULTS["hurt"]
    key_pause: str = DEFAULTS["pause"]
    key_again: str = DEFAULTS["again"]
    key_more: str = DEFAULTS["more"]
    key_grown_ups: str = DEFAULTS["grown_ups"]
    key_words: str = DEFAULTS["words"]
    key_big: str = DEFAULTS["big"]

    @classmethod
    def of(cls, chosen: Mapping[str, str]) -> Settings:
        """The settings as chosen so far.

        >>> Settings.of({"voice": "3", "baby": "on", "music": "loud"}).voice
        3
        """
        default = cls()
        return cls(
            language=chosen.get("language", default.language),
            voice=_number(chosen, "voice", default.voice),
            music=_number(chosen, "music", default.music),
            effects=_number(chosen, "effects", default.effects),
            words=_flag(chosen, "words", default.words),
            evening_hour=_clock(chosen, "evening_hour", default.evening_hour),
            bedtime=_clock(chosen, "bedtime", default.bedtime),
            remind_morning=_clock(chosen, "remind_morning", default.remind_morning, "off"),
            remind_evening=_clock(chosen, "remind_evening", default.remind_evening, "off"),
            rest_seconds=_number(chosen, "rest_seconds", default.rest_seconds),
            no_rest=_flag(chosen, "no_rest", default.no_rest),
            baby=_flag(chosen, "baby", default.baby),
            confirm_when=_choice(chosen, "confirm_when", default.confirm_when),
            stay=_flag(chosen, "stay", default.stay),
            calm=_flag(chosen, "calm", default.calm),
            kiosk=_flag(chosen, "kiosk", default.kiosk),
            full_screen=_flag(chosen, "full_screen", default.full_screen),
            text_size=int(_choice(chosen, "text_size", str(default.text_size))),
            contrast=_flag(chosen, "contrast", default.contrast),
            one_button=_flag(chosen, "one_button", default.one_button),
            scan_tenths=int(_choice(chosen, "scan_tenths", str(default.scan_tenths))),
            copy_place=chosen.get("copy_place", default.copy_place),
            **{f"key_{what}": key for what, key in in_force(_keys(chosen)).items()},
        )

    def within(self, rules: Rules) -> Settings:
        """With a rest as long as the rules let it be: none may be chosen, and a diary may be older than they are.
        0 where the family plays without."""
        rest = max(rules.rest_seconds, min(rules.rest_seconds_most, self.rest_seconds))
        return replace(self, rest_seconds=0 if self.no_rest else rest)

    @property
    def keys(self) -> dict[str, str]:
        """The key of each command that may have another, see `game.core.keys`."""
        return {what: getattr(self, f"key_{what}") for what in DEFAULTS}

    def text(self, name: str) -> str:
        """One setting as the journal keeps it."""
        value = getattr(self, name)
        return ("on" if value else "off") if isinstance(value, bool) else str(value)


RANGES = {"voice": (0, 10), "music": (0, 10), "effects": (0, 10), "rest_seconds": (0, 3600)}
CHOICES = {
    "confirm_when": ("end", "each"),
    "text_size": ("100", "125", "150"),
    "scan_tenths": ("10", "15", "20", "30", "40"),
}


def _keys(chosen: Mapping[str, str]) -> dict[str, str]:
    return {what: chosen[f"key_{what}"] for what in DEFAULTS if f"key_{what}" in chosen}


def _flag(chosen: Mapping[str, str], name: str, default: bool) -> bool:
    return {"on": True, "off": False}.get(chosen.get(name, ""), default)


def _number(chosen: Mapping[str, str], name: str, default: int) -> int:
    text, (low, high) = chosen.get(name, ""), RANGES[name]
    return int(text) if text.isdecimal() and low <= int(text) <= high else default


def _choice(chosen: Mapping[str, str], name: str, default: str) -> str:
    text = chosen.get(name, default)
    return text if text in CHOICES[name] else default


def _clock(chosen: Mapping[str, str], name: str, default: str, never: str | None = None) -> str:
    text = chosen.get(name, default)
    return default if minutes(text) is None and text != never else text


def minutes(clock: str) -> int | None:
    """Minutes since midnight of "HH:MM"; None when it is no time of day.

    >>> minutes("17:30")
    1050
    """
    hours, colon, rest = clock.partition(":")
    if not (colon and hours.isdecimal() and rest.isdecimal() and len(rest) == 2 and int(hours) < 24 and int(rest) < 60):
        return None
    return int(hours) * 60 + int(rest)
