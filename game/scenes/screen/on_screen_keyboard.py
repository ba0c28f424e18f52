"""Letters on the screen, so that a pad, a mouse or a finger alone can write a nickname or a code.

A letter is a capital at the beginning of a word, in prose of a sentence, small after it, and the other way round after
a press of the button that shows both; three pages hold what the font has, the first what the family's language is
written in. A real keyboard types here as in the line itself, Shift and signs included; Enter presses the letter with
the ring.
"""

from __future__ import annotations

from game.core.locales import Locale
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.field_screen import FieldScreen, TypingScreen
from game.scenes.screen.grown_ups import Overlay
from game.ui import theme
from game.ui.controls import Command, Composing, Erase, FocusStep, FocusTurn, Input, Key, Typed
from game.ui.paper import Paper
from game.ui.theme import INK
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

SIGNS = ".,?!-'"
PAGES = (
    f"abcdefghijklmnopqrstuvwxyz{SIGNS}:1234567890",
    f"àáâãäåæçèéêëìíîïñòóôõöøœßùúûüýÿąćęłńśźżčřšžğ{SIGNS}",
    f"абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ{SIGNS}:1234567890",
)
COLUMNS, KEY_W, KEY_H, GAP = 14, 72, 82, 10
LEFT, TOP = 70, 216
FIELD = Box(LEFT, 110, 1140, 76)


class OnScreenKeyboard(TypingScreen, Overlay):
    """Writes into the line of the screen below, which comes again; the keyboard works here as well."""

    name = "letters"
    field_box = FIELD

    def __init__(self, below: FieldScreen) -> None:
        super().__init__(below)
        self.field, self._title, self._is_prose = below.field, below.letters_title, below.is_prose
        self.page = 0 if below.is_latin else page_of(self.ctx.texts.locale)
        self.is_turned = False  # the next letter is large where it would be small, or the other way round

    def build(self) -> tuple[Widget, ...]:
        words, first = self.ctx.texts, PAGES[self.page][0]
        keys = tuple(
            Widget(f"key-{c}", self._box(i), Hotspot(18), is_adult=True) for i, c in enumerate(PAGES[self.page])
        )
        return (
            *keys,
            button("page", Box(LEFT, 604, 150, 60), PAGES[(self.page + 1) % len(PAGES)][:3].title(), size=24),
            button("case", Box(234, 604, 96, 60), first.upper() + first, "on" if self.is_turned else "plain", size=24),
            button("space", Box(344, 604, 272, 60), words("first_child_space")),
            button("erase", Box(630, 604, 250, 60), words("first_child_erase"), glyph="back"),
            button(
                "big", Box(920, 604, 290, 60), words("first_child_done"), "primary", glyph="tick", command=Command.BACK
            ),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return names[0]

    def _box(self, i: int) -> Box:
        row, column = divmod(i, COLUMNS)
        column = COLUMNS - 1 - column if self.begins_at_right else column  # keys stand as everywhere
        return Box(LEFT + column * (KEY_W + GAP), TOP + row * (KEY_H + GAP), KEY_W, KEY_H)

    @property
    def is_capital(self) -> bool:
        """At the beginning of a word, or of a sentence; where the other is wanted, not there."""
        before = self.field.value
        if self._is_prose:
            begins = before.rstrip()[-1:] in ("", ".", "!", "?") and before[-1:] in ("", " ")
        else:
            begins = before[-1:] in ("", " ", "-")
        return begins is not self.is_turned

    def paint_still(self, paper: Paper) -> None:
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        paper.text(self.ctx.texts(self._title), 34, LEFT, 64, align="l", width=1100)
        if self.field.fits(paper, FIELD):
            self.field.paint(paper, FIELD, True)
        else:
            self.field.paint_lines(paper, FIELD, True, is_tight=True)  # all of a long question is to be read
        for i, char in enumerate(PAGES[self.page]):
            box = self._box(i)
            paper.panel(box, "#F3EADA", "#DDCFB4", 18, lip_depth=4, blur=4, alpha=24)
            paper.text(self._shown(char), 30, *box.centre, INK)

    def _shown(self, char: str) -> str:
        upper = char.upper()
        return upper if self.is_capital and len(upper) == 1 else char

    def handle(self, event: Input) -> Next | None:
        match event:
            case Typed() | Composing() | Erase():
                self.field.take(event)
                self.quiet = 0.0
                self.changed()
                return None
            case Key(_, char) if len(char) == 1 and char.isprintable():
                return None  # the character itself comes as typed text, as the layout and Shift make it
            case Key() | FocusStep() | FocusTurn() if self.field.composing:
                return None  # the input method's own keys
            case _:
                return self.left_for(super().handle(event))

    def press(self, name: str) -> Next | None:
        if name == "big":
            return routes.Back(self.below)
        if name == "page":
            self.page = (self.page + 1) % len(PAGES)
        elif name == "case":
            self.is_turned = not self.is_turned
        elif name == "space":
            self.field.typed(" ")
        elif name == "erase":
            self.field.erase()
        else:
            self._type(name.removeprefix("key-"))
        self.changed()
        return None

    def _type(self, char: str) -> None:
        self.field.typed(self._shown(char))
        if char.isalpha():
            self.is_turned = False


def page_of(locale: Locale) -> int:
    """The page with the letters a language is written in; the first where none has them."""
    return next((n for n, page in enumerate(PAGES) if locale.months[0][:1].lower() in page), 0)
