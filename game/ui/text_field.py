"""One line of typed text in any script: a nickname, no more.

Characters come as finished text (TEXTINPUT), or as something an input method is still composing (TEXTEDITING), which is
shown underlined and not counted. The caret is always at the end; Backspace takes what a reader calls one letter.
"""

from __future__ import annotations

import unicodedata

import pygame

from game.core.nicknames import JOINERS, LONGEST, as_kept, clean
from game.ui.controls import Composing, Erase, Typed
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box, View

TEXT_SIZE, LINE_SIZE = 34, 18


def shorter(text: str) -> str:
    """The text without its last letter, its accents and joined parts included.

    >>> shorter("Zoe\\u0308")
    'Zo'
    """
    end = len(text)
    while end:
        end -= 1
        belongs = unicodedata.combining(text[end]) or unicodedata.category(text[end]).startswith("M")
        is_tone = 0x1F3FB <= ord(text[end]) <= 0x1F3FF
        if belongs or is_tone or text[end] in JOINERS or (end and text[end - 1] in JOINERS):
            continue
        break
    return text[:end]


class TextField:
    """What was typed so far. `value` never holds more than `longest` characters, nor begins with a blank."""

    def __init__(self, value: str = "", longest: int = LONGEST) -> None:
        self.longest = longest
        self.value = clean(value).lstrip()[:longest]
        self.composing = ""
        self.is_listening = False

    @property
    def name(self) -> str:
        """The value as it is kept; "" while nothing of it can be seen."""
        return as_kept(self.value)

    def typed(self, text: str) -> None:
        """Finished text; what does not fit is left out."""
        self.composing = ""
        self.value = (self.value + clean(text)).lstrip()[: self.longest]

    def compose(self, text: str) -> None:
        """Text the input method has not finished."""
        self.composing = clean(text)

    def erase(self) -> None:
        """The last letter goes; while composing, the input method erases by itself."""
        if not self.composing:
            self.value = shorter(self.value)

    def take(self, event: Typed | Composing | Erase) -> None:
        """What the keyboard or an input method sent."""
        match event:
            case Typed(text):
                self.typed(text)
            case Composing(text):
                self.compose(text)
            case Erase():
                self.erase()

    def listen(self, view: View, box: Box) -> None:
        """Text input begins: the input method's window belongs below the field."""
        if not self.is_listening and pygame.display.get_init():
            pygame.key.start_text_input()
            pygame.key.set_text_input_rect(view.rect(box))
            self.is_listening = True

    def stop_listening(self) -> None:
        """Letters are keys again."""
        if self.is_listening:
            if pygame.display.get_init():
                pygame.key.stop_text_input()
            self.is_listening, self.composing = False, ""

    def paint(
        self, paper: Paper, box: Box, is_focused: bool, hint: str = "", size: float = TEXT_SIZE
    ) -> None:  # fmt: skip
        """The field with its text, the end of a long one; the caret while it is focused."""
        paint_frame(paper, box, 18)
        was_exact, paper.is_exact = paper.is_exact, True  # the caret stands at the end of what is drawn
        size = _large(paper, size, box)
        air, half = min(24, box.h / 3), size / 2 + 1
        room, x, y = box.w - 2 * air, box.x + air, box.centre[1]
        shown = self._tail(paper, self.value + self.composing, room, size)
        if not shown:
            paper.text(hint, min(_large(paper, 22, box), size), x + 6, y, INK_2, SEMI_BOLD, "l", room)
        done = paper.text(shown, size, x, y, INK, EXTRA_BOLD, "l") if shown else Box(x, y - half, 0, 2 * half)
        if self.composing:
            w = min(done.w, paper.pictures.text_width(self.composing, size, EXTRA_BOLD))
            _line(paper, done.right - w, y + half + 2, w, 3)
        if is_focused:
            _line(paper, done.right + 2, y - half, 3, 2 * half)
        paper.is_exact = was_exact

    def fits(self, paper: Paper, box: Box, size: float = TEXT_SIZE) -> bool:
        """Whether all of it is seen in a line."""
        size, room = _large(paper, size, box), box.w - 2 * min(24, box.h / 3)
        return paper.pictures.text_width(self.value + self.composing, size, EXTRA_BOLD) <= room

    def paint_lines(
        self, paper: Paper, box: Box, is_focused: bool, hint: str = "", *, is_tight: bool = False
    ) -> None:  # fmt: skip
        """The field with its text on as many lines as it takes, the last of them where there are more than fit;
        `is_tight` has little air above and below them."""
        paint_frame(paper, box, 16)
        was_exact, paper.is_exact = paper.is_exact, True
        air, room, written = (2 if is_tight else 12), box.w - 32, self.value + self.composing
        large = LINE_SIZE * paper.pictures.appearance.text
        size = large if len(paper.lines(written or hint, large, room)) * large * 1.25 <= box.h - air else LINE_SIZE
        x, y, high = box.x + 16, box.y + (4 if is_tight else 11) + size / 2, size * 1.25
        lines = paper.lines(written, size, room) if written else []
        if not lines:
            paper.text(hint, size, x + 6, y, INK_2, SEMI_BOLD, "l", room)
        lines = lines[-int((box.h - air) // high) :]
        right = x
        for n, line in enumerate(lines):
            right = paper.text(line, size, x, y + n * high, INK, SEMI_BOLD, "l", room).right if line else x
        bottom = y + max(0, len(lines) - 1) * high
        if self.composing:
            w = min(right - x, paper.pictures.text_width(self.composing, size, SEMI_BOLD))
            _line(paper, right - w, bottom + size / 2 + 2, w, 2)
        if is_focused:
            _line(paper, right + 2, bottom - size / 2 - 2, 2, size + 4)
        paper.is_exact = was_exact

    def _tail(self, paper: Paper, text: str, room: float, size: float) -> str:
        while text and paper.pictures.text_width(text, size, EXTRA_BOLD) > room:
            text = text[1:]
        return text


def _large(paper: Paper, size: float, box: Box) -> float:
    """The size of a line as large as the family wants text, where the box has the height for it."""
    return max(size, min(size * paper.pictures.appearance.text, box.h * 0.66))


def paint_frame(paper: Paper, box: Box, radius: float) -> None:
    """The sunken paper an adult writes on."""
    body = (
        f'<rect x="2" y="2" width="{box.w}" height="{box.h}" rx="{radius}" fill="#FBF6EC" '
        'stroke="#C9BBA2" stroke-width="2"/>'
    )
    paper.drawn(body, box.x - 2, box.y - 2, box.w + 4, box.h + 4)


def _line(paper: Paper, x: float, y: float, w: float, h: float) -> None:
    body = f'<rect x="0" y="0" width="{w}" height="{h}" fill="#43304A"/>'
    paper.drawn(body, x, y, max(1, w), max(1, h))
