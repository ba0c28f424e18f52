"""A screen with a PIN pad: digits that are typed own the keyboard.

From the first of them on Enter and the space bar mean the tick and not the key that happens to have the focus, until
somebody moves the focus, presses something, or takes up a game pad.
"""

from __future__ import annotations

from game.scenes.routes import Next
from game.scenes.screen.screen import Screen
from game.ui.controls import Command, Erase, FocusStep, FocusTurn, Input, Key, Press
from game.ui.pin_pad import PinPad


class PadScreen(Screen):
    """A subclass sets `pad`. `is_typing`: the last thing done was typing digits."""

    pad: PinPad
    is_typing = False

    def rub_out(self) -> None:
        """The last digit is taken back."""

    def tick(self) -> Next | None:
        """Enter, while digits are typed."""
        return None

    def handle(self, event: Input) -> Next | None:
        match event:
            case Erase():
                self.quiet, self.is_typing = 0.0, True
                if self.hears:
                    self.rub_out()
                return None
            case Key(from_pad=True) | Press() | FocusStep() | FocusTurn():
                self.is_typing = False
            case Key(command=Command.ACTIVATE) if self.is_typing:
                self.quiet = 0.0
                return self.tick() if self.hears else None
            case Key(char=char) if len(char) == 1 and char.isdigit():
                self.is_typing = True
        return super().handle(event)
