"""Sound, the session, and when the parent's word is asked for."""

from __future__ import annotations

from game.core.events import SettingChosen
from game.core.settings import RANGES
from game.scenes.parent.settings.settings_sheet import (
    FIRST_ROW,
    LEFT_CARD,
    RIGHT_CARD,
    ROW,
    TOP,
    WIDTH,
    Card,
    ChoiceRow,
    NumberRow,
    SettingsSheet,
    SwitchRow,
)
from game.ui.view import Box
from game.ui.widgets import Widget, button

MUSIC_SAMPLE = 4.0  # seconds of the tune after its volume was changed
SAMPLES = {"voice": "label_go_on", "effects": "star"}
SOUND, WORD = Box(LEFT_CARD, TOP, WIDTH, 222), Box(LEFT_CARD, TOP + 238, WIDTH, 222)
SESSION = Box(RIGHT_CARD, TOP, WIDTH, 298)
REMIND = Box(RIGHT_CARD, SESSION.bottom + 16, WIDTH, 146)
REST_STEP = 5  # seconds


class SessionSheet(SettingsSheet):
    """The lowest step of the rest is none: the next set follows its count-in at once."""

    name = "session"
    _tune_for: float | None = None

    def cards(self) -> tuple[Card, ...]:
        return (
            Card(SOUND, "settings_sound_card"),
            Card(WORD, "settings_word_card"),
            Card(SESSION, "settings_session_card"),
            Card(REMIND, "settings_remind_card"),
        )

    def more(self) -> tuple[Widget, ...]:
        at = Box(REMIND.x + 22, REMIND.y + 64, WIDTH - 44, 52)
        return (button("reminders", at, self.ctx.texts("settings_reminders"), glyph="plan", size=20),)

    def numbers(self) -> tuple[NumberRow, ...]:
        """How long a rest may be is a number of the rules."""
        rules, y = self.ctx.catalogue.rules, TOP + FIRST_ROW
        least, most = rules.rest_seconds, rules.rest_seconds_most
        return (
            NumberRow("voice", "settings_voice", LEFT_CARD, y, 1, *RANGES["voice"]),
            NumberRow("music", "settings_music", LEFT_CARD, y + ROW, 1, *RANGES["music"]),
            NumberRow("effects", "settings_sounds", LEFT_CARD, y + 2 * ROW, 1, *RANGES["effects"]),
            NumberRow("evening_hour", "settings_evening_begins", RIGHT_CARD, y, 30, 12 * 60, 22 * 60),
            NumberRow("bedtime", "settings_bedtime", RIGHT_CARD, y + ROW, 15, 17 * 60, 23 * 60),
            NumberRow("rest_seconds", "settings_rest", RIGHT_CARD, y + 2 * ROW, REST_STEP, least, most),
        )

    def switches(self) -> tuple[SwitchRow, ...]:
        return (
            SwitchRow("stay", "settings_stay", "settings_stay_line", LEFT_CARD, WORD.y + 166),
            SwitchRow("baby", "settings_baby_house", "settings_baby_line", RIGHT_CARD, TOP + FIRST_ROW + 3 * ROW + 10),
        )

    def choices(self) -> tuple[ChoiceRow, ...]:
        words = self.ctx.texts
        labels = words("settings_at_end"), words("settings_after_each")
        return (ChoiceRow("confirm", "confirm_when", "", ("end", "each"), labels, LEFT_CARD, WORD.y + 58),)

    # ---------------------------------------------------------------- the rest, which may be none
    def shown(self, name: str) -> str:
        if name != "rest_seconds":
            return super().shown(name)
        rest = self.ctx.settings.rest_seconds
        return self.ctx.texts("short_seconds", n=rest) if rest else self.ctx.texts("settings_no_rest")

    def ways(self, row: NumberRow) -> tuple[bool, bool]:
        if row.name != "rest_seconds":
            return super().ways(row)
        return self.ctx.settings.rest_seconds > 0, self.ctx.settings.rest_seconds < row.last

    def step(self, row: NumberRow, by: int) -> None:
        rest = self.ctx.settings.rest_seconds
        if row.name == "rest_seconds" and (rest == 0 or (by < 0 and rest == row.first)):
            if (by > 0) == (rest == 0):
                self.ctx.record(
                    SettingChosen("no_rest", "off" if by > 0 else "on"), SettingChosen(row.name, str(row.first))
                )
            return
        super().step(row, by)

    # ---------------------------------------------------------------- how it sounds
    def kept(self, name: str) -> None:
        match name:
            case "voice":
                self.ctx.say(SAMPLES["voice"])
            case "effects":
                self.ctx.sound.effect(SAMPLES["effects"])
            case "music":
                self.ctx.music.play("rest_60")
                self._tune_for = MUSIC_SAMPLE

    def update(self, dt: float) -> None:
        """The tune plays on for a few seconds after its volume was changed."""
        if self._tune_for is not None:
            self._tune_for -= dt
            if self._tune_for <= 0:
                self.left()

    def left(self) -> None:
        if self._tune_for is not None:
            self._tune_for = None
            self.ctx.music.stop()
