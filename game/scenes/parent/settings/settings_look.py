"""What is seen and read: words, movement, the window, the language."""

from __future__ import annotations

from game.core.settings import CHOICES
from game.scenes.parent.settings.settings_sheet import (
    FIRST_ROW,
    LEFT_CARD,
    RIGHT_CARD,
    TOP,
    WIDTH,
    Card,
    ChoiceRow,
    SettingsSheet,
    SwitchRow,
)
from game.ui.view import Box

READ, SEE = Box(LEFT_CARD, TOP, WIDTH, 320), Box(RIGHT_CARD, TOP, WIDTH, 212)
SWITCH_ROW = 66  # from one switch with a line to the next


class LookSheet(SettingsSheet):
    """The window is shown as it is, not as it was chosen: a start may have chosen otherwise, and F11 turns it."""

    name = "look"

    def cards(self) -> tuple[Card, ...]:
        return Card(READ, "settings_read_card"), Card(SEE, "settings_movement_card")

    def switches(self) -> tuple[SwitchRow, ...]:
        y = TOP + FIRST_ROW + 8
        return (
            SwitchRow("contrast", "settings_contrast", "settings_contrast_line", LEFT_CARD, TOP + 186 + SWITCH_ROW),
            SwitchRow("words", "settings_words", "settings_words_line", LEFT_CARD, TOP + 186),
            SwitchRow("calm", "settings_calm", "settings_calm_line", RIGHT_CARD, y),
            SwitchRow("full_screen", "settings_fullscreen", "settings_fullscreen_line", RIGHT_CARD, y + SWITCH_ROW),
        )

    def choices(self) -> tuple[ChoiceRow, ...]:
        sizes = CHOICES["text_size"]
        labels = tuple(self.ctx.texts.locale.per_cent(int(size)) for size in sizes)
        return (ChoiceRow("text_size", "text_size", "settings_text_size", sizes, labels, LEFT_CARD, TOP + 96),)

    def is_on(self, name: str) -> bool:
        return self.ctx.is_full_screen if name == "full_screen" else super().is_on(name)

    def turn(self, name: str, on: bool) -> None:
        super().turn(name, on)
        if name == "full_screen":
            self.ctx.turn_full_screen(on)
