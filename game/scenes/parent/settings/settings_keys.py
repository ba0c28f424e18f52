"""Keys, each by pressing it: a line is pressed, then its new key. One that means something else is refused."""

from __future__ import annotations

from game.core import keys
from game.core.events import SettingChosen
from game.core.settings import CHOICES
from game.scenes.parent.settings.settings_sheet import (
    FIRST_ROW,
    LABEL,
    LEFT_CARD,
    RIGHT_CARD,
    TOP,
    WIDTH,
    Card,
    ChoiceRow,
    SettingsSheet,
    SwitchRow,
)
from game.scenes.routes import Next
from game.ui.controls import Command, Erase, FocusStep, FocusTurn, Input, Key
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

KEYS = Box(LEFT_CARD, TOP, WIDTH, 536)
FIRST, STEP = 62, 48  # from the card's top to its first line, and from line to line
PLAY = Box(RIGHT_CARD, TOP, WIDTH, 400)
SAID = Box(LEFT_CARD + 22, TOP + 402, WIDTH - 44, 60)


class KeysSheet(SettingsSheet):
    """`waits_for` is the command whose new key is to be pressed, None for none; `said` what came of the last one."""

    name = "keys"
    waits_for: str | None = None
    said, is_good = "", True

    def cards(self) -> tuple[Card, ...]:
        return Card(KEYS, "settings_keys_card"), Card(PLAY, "settings_one_card")

    def switches(self) -> tuple[SwitchRow, ...]:
        y = TOP + FIRST_ROW + 8
        return (SwitchRow("one_button", "settings_one", "settings_one_line", RIGHT_CARD, y),)

    def choices(self) -> tuple[ChoiceRow, ...]:
        values, words = CHOICES["scan_tenths"], self.ctx.texts
        labels = tuple(words("short_seconds", n=int(value) / 10) for value in values)
        return (ChoiceRow("scan", "scan_tenths", "settings_scan", values, labels, RIGHT_CARD, TOP + 176),)

    def more(self) -> tuple[Widget, ...]:
        are_own = self.ctx.settings.keys != dict(keys.DEFAULTS)
        back = Box(LEFT_CARD + 22, KEYS.bottom - 66, 220, 48)
        return (
            *(
                Widget(f"key-{what}", Box(LEFT_CARD + 12, TOP + FIRST + i * STEP, WIDTH - 24, 44), Hotspot(14),
                       is_adult=True)
                for i, what in enumerate(keys.DEFAULTS)
            ),
            button("keys-back", back, self.ctx.texts("settings_keys_back"), glyph="undo", size=20, is_enabled=are_own),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("settings_keys_were") if name == "keys-back" else ""

    def paint_more(self, paper: Paper) -> None:
        words, own = self.ctx.texts, self.ctx.settings.keys
        for i, what in enumerate(keys.DEFAULTS):
            y = TOP + FIRST + i * STEP + 22
            paper.text(words(f"settings_key_{what}"), LABEL, LEFT_CARD + 22, y, weight=SEMI_BOLD, align="l", width=300)
            is_asked = self.waits_for == what
            key = words("settings_key_press") if is_asked else keys.shown(own[what]) or words("settings_key_none")
            colour, weight = (OK, EXTRA_BOLD) if is_asked else (INK, EXTRA_BOLD)
            paper.text(key, LABEL, LEFT_CARD + WIDTH - 26, y, colour, weight, "r", 134)
        colour = INK_2 if not self.said else OK if self.is_good else WARN
        paper.paragraph(
            words("settings_one_how"), 18, PLAY.x + 22, TOP + 246, WIDTH - 44, height=PLAY.bottom - TOP - 262
        )
        text = self.said or words("settings_keys_line")
        paper.paragraph(text, 17, SAID.x, SAID.y, SAID.w, colour, height=SAID.h)

    # ---------------------------------------------------------------- acting
    def do(self, name: str) -> Next | None:
        what, self.said = name.removeprefix("key-"), ""
        if name == "keys-back":
            self.ctx.record(*(SettingChosen(f"key_{what}", key) for what, key in keys.DEFAULTS.items()))
            self._tell("settings_keys_were", True)
        elif what in keys.DEFAULTS:
            self.waits_for = None if self.waits_for == what else what
        return None

    def left(self) -> None:
        self.waits_for, self.said = None, ""

    def takes(self, event: Input) -> bool:
        """Whether an input is the answer to which key it shall be; the first one is, whatever it is. A press of the
        mouse, of a finger or of a pad chooses no key."""
        what = self.waits_for
        if what is None or not isinstance(event, Key | FocusStep | FocusTurn | Erase) or _is_pad(event):
            return False
        self.waits_for = None
        if isinstance(event, Key) and event.command is not Command.BACK:
            self._choose(what, event.name)
        elif not isinstance(event, Key):
            self._tell("settings_key_fixed", False, key=self.ctx.texts("settings_key_that"))
        return True

    def _choose(self, what: str, key: str) -> None:
        own = self.ctx.settings.keys
        other, named = keys.other_with(own, what, key), keys.shown(key)
        if key in keys.CONFIRMING:
            self._tell("settings_key_confirming", False, key=named)
        elif not keys.may_be_chosen(key):
            self._tell("settings_key_fixed", False, key=named or self.ctx.texts("settings_key_that"))
        elif other is not None:
            self._tell("settings_key_taken", False, key=named, what=self.ctx.texts(f"settings_key_{other}"))
        else:
            self.ctx.record(SettingChosen(f"key_{what}", key))
            self._tell("settings_key_new", True, what=self.ctx.texts(f"settings_key_{what}"), key=named)

    def _tell(self, text: str, is_good: bool, **values: str) -> None:
        self.said, self.is_good = self.ctx.texts(text, **values), is_good


def _is_pad(event: Input) -> bool:
    return isinstance(event, Key) and event.from_pad
