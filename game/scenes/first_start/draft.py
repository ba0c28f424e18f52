"""What a grown-up has said so far at the first start, or about one more child; nothing of it is written down yet."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.events import Fact, SettingChosen
from game.core.profile import Profile


@dataclass
class Draft(Profile):
    """The child, and what the family says once: its PIN and its settings."""

    pin: str = ""
    recovery: str = ""
    is_written_down: bool = False
    evening_hour: str = "17:00"
    baby: bool = False
    calm: bool = False
    words: bool = False

    def setting_facts(self) -> tuple[Fact, ...]:
        """The family's settings as READY and WELCOME leave them."""
        switches = {"baby": self.baby, "calm": self.calm, "words": self.words}
        hour = SettingChosen("evening_hour", self.evening_hour)
        return (hour, *(SettingChosen(name, "on" if is_on else "off") for name, is_on in switches.items()))
