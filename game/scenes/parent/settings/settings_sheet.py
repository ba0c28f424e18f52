"""What every sheet of the settings is made of: cards, rows with a number, rows with a switch, rows of choices.

A sheet names its rows and where they stand; what a press of theirs keeps is decided here, and told
at once.
"""

from __future__ import annotations

from game.core.events import SettingChosen
from game.frozen import dataclass
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.ui.clock_time import shifted
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button, switch

LEFT_CARD, RIGHT_CARD, WIDTH = 252, 760, 492  # left edges of the two columns, and how wide a card is
TOP, BOTTOM = 156, 692
FIRST_ROW, ROW = 68, 56  # from a card's top to its first row, and from row to row
LABEL, LINE = 21, 16  # sizes of a row's label and of the line below it


@dataclass(frozen=True, slots=True)
class Card:
    """A card and its title's key."""

    box: Box
    title: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number with *less* and *more*. `first`, `last` and `step` are minutes for hours, else the number's own unit."""

    name: str
    label: str
    x: float
    y: float
    step: int
    first: int
    last: int

    def at(self, value: int | str, by: int) -> str:
        """The value so many steps on, as the journal keeps it."""
        if isinstance(value, str):
            return shifted(value, by * self.step, self.first, self.last)
        return str(max(self.first, min(self.last, value + by * self.step)))


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """A setting that is on or off; `line` is the key of what stands below its label, "" for nothing."""

    name: str
    label: str
    line: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One of a few values, each a button `name`-value beside the other with its word of `labels`; `setting` is what
    they choose, `label` the key of the words over them, "" for none."""

    name: str
    setting: str
    label: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    x: float
    y: float


class SettingsSheet:
    """One sheet. A subclass gives `name`, its cards and rows, and perhaps more widgets and what they do."""

    name = ""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx

    # ---------------------------------------------------------------- for sheets
    def cards(self) -> tuple[Card, ...]:
        """The cards, under everything."""
        return ()

    def numbers(self) -> tuple[NumberRow, ...]:
        return ()

    def switches(self) -> tuple[SwitchRow, ...]:
        return ()

    def choices(self) -> tuple[ChoiceRow, ...]:
        return ()

    def more(self) -> tuple[Widget, ...]:
        """Widgets of its own, after the rows."""
        return ()

    def paint_more(self, paper: Paper) -> None:
        """What is no row."""

    def do(self, name: str) -> Next | None:
        """A press that is none of a row's."""
        return None

    def kept(self, name: str) -> None:
        """A row's new value was told."""

    def chosen(self, setting: str) -> str:
        """The value of a choice that is in force."""
        return self.ctx.settings.text(setting)

    def is_on(self, name: str) -> bool:
        """How a switch stands."""
        return bool(getattr(self.ctx.settings, name))

    def is_fixed(self, name: str) -> bool:
        """Whether a switch cannot be turned here; `missing` says why."""
        return False

    def missing(self, name: str) -> str:
        """Why a greyed widget cannot be pressed; "" for the ends of a number, which say it themselves."""
        return ""

    def update(self, dt: float) -> None:
        """`dt` seconds passed."""

    def left(self) -> None:
        """Another sheet or another page comes."""

    # ---------------------------------------------------------------- widgets
    def widgets(self) -> tuple[Widget, ...]:
        """All of them, in reading order: each column from the top."""
        placed: list[tuple[float, float, Widget]] = []
        for row in self.numbers():
            placed += [(row.x, row.y, widget) for widget in self._stepper(row)]
        for turned in self.switches():
            placed.append((turned.x, turned.y, self._switch(turned)))
        for choice in self.choices():
            placed += [(choice.x, choice.y, widget) for widget in self._buttons(choice)]
        placed.sort(key=lambda at: (at[0] >= RIGHT_CARD, at[1]))
        return (*(widget for _, _, widget in placed), *self.more())

    def _stepper(self, row: NumberRow) -> tuple[Widget, Widget]:
        x, y = row.x + 262, row.y - 22
        can_less, can_more = self.ways(row)
        return (
            button(f"{row.name}-less", Box(x, y, 52, 44), "", glyph="minus", is_enabled=can_less),
            button(f"{row.name}-more", Box(x + 158, y, 52, 44), "", glyph="plus", is_enabled=can_more),
        )

    def ways(self, row: NumberRow) -> tuple[bool, bool]:
        """Whether there is less, and whether there is more."""
        value = getattr(self.ctx.settings, row.name)
        return row.at(value, -1) != str(value), row.at(value, 1) != str(value)

    def _switch(self, row: SwitchRow) -> Widget:
        is_on = self.is_on(row.name)
        word = self.ctx.texts("screen_on" if is_on else "screen_off")
        box = Box(row.x + 14, row.y - 23, WIDTH - 28, 46)
        return switch(row.name, box, is_on, word, is_enabled=not self.is_fixed(row.name))

    def _buttons(self, row: ChoiceRow) -> tuple[Widget, ...]:
        many, gap = len(row.values), 10
        w = (WIDTH - 44 - gap * (many - 1)) / many
        return tuple(
            button(
                f"{row.name}-{value}",
                Box(row.x + 22 + i * (w + gap), row.y, w, 48),
                label,
                "on" if self.chosen(row.setting) == value else "plain",
                size=20,
            )
            for i, (value, label) in enumerate(zip(row.values, row.labels))
        )

    # ---------------------------------------------------------------- painting
    def paint(self, paper: Paper) -> None:
        """Its cards and the words of its rows."""
        words = self.ctx.texts
        for card in self.cards():
            paper.card(card.box, words(card.title) if card.title else None)
        for row in self.numbers():
            paper.text(words(row.label), LABEL, row.x + 22, row.y, weight=SEMI_BOLD, align="l", width=230)
            paper.text(self.shown(row.name), LABEL, row.x + 367, row.y, width=96)
        for turned in self.switches():
            up = 9 if turned.line else 0
            paper.text(words(turned.label), LABEL, turned.x + 22, turned.y - up, weight=SEMI_BOLD, align="l", width=340)
            if turned.line:
                paper.text(words(turned.line), LINE, turned.x + 22, turned.y + 14, INK_2, SEMI_BOLD, "l", 350)
        for choice in self.choices():
            if choice.label:
                at = choice.x + 22, choice.y - 22
                paper.text(words(choice.label), LABEL, *at, weight=SEMI_BOLD, align="l", width=WIDTH - 44)
        self.paint_more(paper)

    def shown(self, name: str) -> str:
        """A number as it is read."""
        return str(getattr(self.ctx.settings, name))

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> Next | None:
        """A press on this sheet."""
        stem, _, value = name.rpartition("-")
        if value in ("less", "more"):
            self.step(next(row for row in self.numbers() if row.name == stem), -1 if value == "less" else 1)
        elif chosen := next((row for row in self.choices() if row.name == stem and value in row.values), None):
            self.keep(chosen.setting, value)
        elif any(row.name == name for row in self.switches()):
            self.turn(name, not self.is_on(name))
        else:
            return self.do(name)
        return None

    def step(self, row: NumberRow, by: int) -> None:
        """One step of a number."""
        before = getattr(self.ctx.settings, row.name)
        value = row.at(before, by)
        if value != str(before):
            self.keep(row.name, value)

    def turn(self, name: str, on: bool) -> None:
        """A switch to the other side."""
        self.keep(name, "on" if on else "off")

    def keep(self, name: str, value: str) -> None:
        """Tells what was chosen."""
        self.ctx.record(SettingChosen(name, value))
        self.kept(name)
