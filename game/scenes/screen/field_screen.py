"""A screen with one line to type into: while the line has the focus letters are letters, and Enter moves on.

Mixed in before `Screen` or one of its kind. A pad, a mouse and a finger write with `OnScreenKeyboard` instead.
"""

from __future__ import annotations

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.screen import Screen
from game.ui.controls import Command, Composing, Erase, FocusStep, FocusTurn, Hover, Input, Key, Typed
from game.ui.text_field import TextField
from game.ui.view import Box


class TypingScreen(Screen):
    """While `is_typing` its `field` listens to the system's typing, at `field_box`; wherever it is left, no more."""

    field: TextField
    field_box = Box(0, 0, 0, 0)

    @property
    def is_typing(self) -> bool:
        return True

    def update(self, dt: float) -> Next | None:
        _ = self.widgets  # the first time, this finds the focus
        if self.is_typing:
            self.field.listen(self.ctx.pictures.view, self.field_box)
        else:
            self.field.stop_listening()
        return self.left_for(super().update(dt))

    def left(self) -> Next | None:
        """A card lies over it, or the gate: what is typed there must not go through an input method."""
        self.field.stop_listening()
        return super().left()

    def left_for(self, following: Next | None) -> Next | None:
        """The screen that follows, if any: then the letters are keys again."""
        if following is not None and following is not self:
            self.field.stop_listening()
        return following


class FieldScreen(TypingScreen):
    """A subclass sets `field`, and gives the widget's name, its box and the title of the letters."""

    field_name = "field"
    letters_title = "first_child_nickname"
    is_latin = False  # what is typed is in Latin letters, whatever the family's language
    is_prose = False  # sentences are typed, no name: a capital stands at their beginning alone

    # ---------------------------------------------------------------- for subclasses
    def was_typed(self) -> None:
        """The line changed."""

    def enter(self) -> Next | None:
        """Enter was pressed in the line."""
        return None

    def lead_to_missing(self, name: str) -> None:
        """What is missing first is the line's text: the next letter goes there."""
        if not self.field.name and self.widget(self.field_name).is_enabled:
            self.focused, self.shows_focus = self.field_name, True
            self.changed()

    # ---------------------------------------------------------------- the protocol
    @property
    def is_typing(self) -> bool:
        return self.focused == self.field_name

    def handle(self, event: Input) -> Next | None:
        if isinstance(event, (Typed, Composing, Erase)):
            self.quiet = 0.0
            if self.is_typing:
                self._type(event)
            return None
        if self.is_typing and isinstance(event, (Key, FocusStep, FocusTurn)) and self.field.composing:
            return None  # the input method's own keys
        if self.is_typing and isinstance(event, Key) and event.command is not Command.BACK:
            return self.left_for(self._key_in_line(event))
        before = self.focused
        following = super().handle(event)
        if self.focused != before and not isinstance(event, Hover):
            self.changed()  # the caret comes and goes
        return self.left_for(following)

    def letters(self) -> Next:
        """The letters on the screen, which come back here."""
        return routes.Letters(self)

    def returned(self) -> Scene:
        """Back from the letters."""
        self.was_typed()
        self.come_again()
        return self

    # ---------------------------------------------------------------- privates
    def _type(self, event: Typed | Composing | Erase) -> None:
        self.field.take(event)
        self.was_typed()
        self.changed()

    def _key_in_line(self, event: Key) -> Next | None:
        self.quiet, self.shows_focus = 0.0, True
        if event.command is not Command.ACTIVATE or event.char:  # the space bar is a blank
            return None
        return self.letters() if event.from_pad else self.enter()
