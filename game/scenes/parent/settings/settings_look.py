"""What is seen and read: words, movement, the window, the language."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.settings import CHOICES
from game.scenes.parent.settings.settings_sheet import (
    FIRST_ROW,
    LEFT_CARD,
    LINE,
    RIGHT_CARD,
    TOP,
    WIDTH,
    Card,
    ChoiceRow,
    SettingsSheet,
    SwitchRow,
)
from game.ui.paper import Paper
from game.ui.theme import INK_2
from game.ui.view import Box

READ, SEE = Box(LEFT_CARD, TOP, WIDTH, 320), Box(RIGHT_CARD, TOP, WIDTH, 212)
SPEAK_Y = TOP + 212 + 20
IN_A_ROW, ROWS = 3, 3  # languages that have room
SWITCH_ROW = 66  # from one switch with a line to the next


class LookSheet(SettingsSheet):
    """The window is shown as it is, not as it was chosen: a start may have chosen otherwise, and F11 turns it."""

    name = "look"

    def cards(self) -> tuple[Card, ...]:
        speak = (Card(Box(RIGHT_CARD, SPEAK_Y, WIDTH, self._below - SPEAK_Y + 76), "settings_language_card"),)
        return Card(READ, "settings_read_card"), Card(SEE, "settings_movement_card"), *(speak if self._several else ())

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
        return (
            ChoiceRow("text_size", "text_size", "settings_text_size", sizes, labels, LEFT_CARD, TOP + 96),
            *(self._languages() if self._several else ()),
        )

    @property
    def _several(self) -> bool:
        return len(self.ctx.languages) > 1

    def _languages(self) -> Iterator[ChoiceRow]:
        """Each by its own name."""
        for n in range(0, min(len(self.ctx.languages), IN_A_ROW * ROWS), IN_A_ROW):
            row = self.ctx.languages[n : n + IN_A_ROW]
            labels = tuple(self.ctx.locale_of(language).name for language in row)
            yield ChoiceRow(f"language{n}", "language", "", row, labels, RIGHT_CARD, SPEAK_Y + 56 + n // IN_A_ROW * 58)

    @property
    def _below(self) -> int:
        """Where the last row of languages ends."""
        return SPEAK_Y + 60 + -(-min(len(self.ctx.languages), IN_A_ROW * ROWS) // IN_A_ROW) * 58

    def chosen(self, setting: str) -> str:
        return self.ctx.language if setting == "language" else super().chosen(setting)

    def keep(self, name: str, value: str) -> None:
        super().keep(name, value)
        if name == "language":
            self.ctx.say("hear_bo")

    def paint_more(self, paper: Paper) -> None:
        if self._several and not self.ctx.texts.locale.is_read:
            line = self.ctx.texts("language_not_read")
            paper.paragraph(line, LINE, RIGHT_CARD + 22, self._below, WIDTH - 44, INK_2, height=68)

    def is_on(self, name: str) -> bool:
        return self.ctx.is_full_screen if name == "full_screen" else super().is_on(name)

    def turn(self, name: str, on: bool) -> None:
        super().turn(name, on)
        if name == "full_screen":
            self.ctx.turn_full_screen(on)
