"""Reminders for the family's own calendar: a time for each planned slot, saved as a file that any calendar reads in.

The game itself reminds nobody: this speaks to the parent, never to the child, and never says what was missed.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Slot
from game.core.events import DaysPlanned
from game.core.reminders import Reminder, reminders
from game.core.reports.planned import EVERY_SLOT, WEEKDAYS, plan_on
from game.core.settings import Settings
from game.print.calendar_file import reminders_text
from game.scenes import routes
from game.scenes.parent.area import LEFT, RIGHT, GrownUpsPage
from game.scenes.parent.settings.settings_sheet import Card, NumberRow, SettingsSheet, SwitchRow
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.outside import TextSource
from game.scenes.screen.printout import made_up, printed
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

WHEN, DAYS = Box(LEFT, 100, 492, 320), Box(760, 100, 492, 320)
FILE = Box(LEFT, 436, RIGHT - LEFT, 256)
STEP = 15  # minutes
# Minutes since midnight between which a slot's reminder may be: the morning until the evening's hour, and before bed.
HOURS = {Slot.MORNING: (5 * 60, 13 * 60 + 45), Slot.EVENING: (14 * 60, 21 * 60)}
LABELS = {Slot.MORNING: "reminders_morning", Slot.EVENING: "reminders_evening"}
OFF = "off"


class TimesSheet(SettingsSheet):
    """A switch and a time for the morning and for the evening."""

    def numbers(self) -> tuple[NumberRow, ...]:
        return tuple(
            NumberRow(name_of(slot), "reminders_at", WHEN.x, self.y(slot) + 62, STEP, *HOURS[slot])
            for slot in Slot
            if self.is_on(name_of(slot))
        )

    def switches(self) -> tuple[SwitchRow, ...]:
        return tuple(SwitchRow(name_of(s), LABELS[s], "", WHEN.x, self.y(s)) for s in Slot)

    def cards(self) -> tuple[Card, ...]:
        return (Card(WHEN, "reminders_when"),)

    def is_on(self, name: str) -> bool:
        return bool(getattr(self.ctx.settings, name) != OFF)

    def turn(self, name: str, on: bool) -> None:
        self.keep(name, getattr(Settings(), name) if on else OFF)

    @staticmethod
    def y(slot: Slot) -> float:
        return WHEN.y + (76 if slot is Slot.MORNING else 204)


class RemindersPage(GrownUpsPage):
    """One child's times and days, what the calendar will show, and the file."""

    name = "reminders"
    place = "settings"

    def __init__(self, ctx: Context, child: str | None) -> None:
        super().__init__(ctx, child)
        self.times = TimesSheet(ctx)
        self.message, self.is_good = "", True

    def title(self) -> str:
        return self.ctx.texts("reminders_title")

    def about(self, child: str) -> Next:
        return routes.Reminders(child)

    # ---------------------------------------------------------------- what is shown
    @property
    def plan(self) -> DaysPlanned:
        """The days and slots the child's family means to play."""
        return plan_on(self.child, self.ctx.today) if self.child else EVERY_SLOT

    def found(self) -> tuple[Reminder, ...]:
        """The entries the file will hold."""
        return reminders(self.ctx.settings, self.plan, self.ctx.now())

    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        return (
            button("back", Box(LEFT + 380, 30, 140, 52), words("screen_back"), glyph="back", size=20,
                   command=Command.BACK),
            *self.times.widgets(),
            button("days", Box(DAYS.x + 22, DAYS.bottom - 72, DAYS.w - 44, 50), words("reminders_change_days"),
                   glyph="plan", size=19, is_enabled=self.child is not None),
            button("save", Box(FILE.x + 22, FILE.bottom - 76, 400, 54), words("reminders_save"), "primary",
                   glyph="save", size=20, is_enabled=bool(self.found() and self.child)),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return "" if name.endswith(("-less", "-more")) else self._none()

    def _unplanned(self) -> tuple[Slot, ...]:
        """What is switched on and not planned: of these nothing comes."""
        return tuple(slot for slot in Slot if self.times.is_on(name_of(slot)) and slot not in self.plan.slots)

    def _none(self) -> str:
        """Why there is nothing to save."""
        words = self.ctx.texts
        return words("reminders_unplanned", days=words("plan_days")) if self._unplanned() else words("reminders_none")

    def first_focus(self, names: list[str]) -> str | None:
        return next((name_of(slot) for slot in Slot if name_of(slot) in names), None)

    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        self.times.paint(paper)
        for slot in self._unplanned():
            y = self.times.y(slot) + 30
            paper.text(words(f"reminders_unplanned_{slot}"), 16, WHEN.x + 22, y, WARN, SEMI_BOLD, "l", WHEN.w - 44)
        paper.card(DAYS, words("reminders_days"))
        paper.paragraph(planned_days(words, self.plan), 21, DAYS.x + 22, DAYS.y + 62, DAYS.w - 44, INK, height=84)
        paper.paragraph(words("reminders_days_line"), 17, DAYS.x + 22, DAYS.y + 156, DAYS.w - 44, INK_2, height=76)
        paper.card(FILE, words("reminders_file"))
        found = self.found()
        for i, reminder in enumerate(found):
            y = FILE.y + 70 + i * 32
            paper.text(words.locale.time(reminder.at), 21, FILE.x + 22, y, INK, EXTRA_BOLD, "l", 80)
            paper.text(words(f"reminder_{reminder.slot}"), 19, FILE.x + 96, y, INK, SEMI_BOLD, "l", 380)
        if not found:
            paper.paragraph(self._none(), 19, FILE.x + 22, FILE.y + 62, 440, INK_2, height=80)
        paper.paragraph(words("reminder_note"), 17, FILE.x + 500, FILE.y + 52, 470, INK_2, height=112)
        colour = OK if self.is_good else WARN
        paper.paragraph(self.message, 17, FILE.x + 446, FILE.bottom - 84, 530, colour, height=72)

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> Next | None:
        self.message = ""
        match name:
            case "back":
                return routes.Place("settings", self.child_id)
            case "days":
                return routes.PlannedDays(self)
            case "save":
                self._save()
            case _:
                self.times.choose(name)
        self.changed()
        return None

    def _save(self) -> None:
        assert self.child and self.child_id
        words = self.ctx.texts
        text = reminders_text(
            words, self.found(), self.child_id, self.child.nickname, self.ctx.now(), made_up(self.ctx)
        )
        try:
            name = file_name(self.ctx, words("file_reminders"), "ics", nickname=self.child.nickname)
            file = printed(self.ctx, name, text)
        except OSError as error:
            self.message, self.is_good = str(error.strerror or error), False
            return
        self.message, self.is_good = words("reminders_saved", file=file), True


def name_of(slot: Slot) -> str:
    """The setting that holds a slot's time."""
    return f"remind_{slot}"


def planned_days(words: TextSource, plan: DaysPlanned) -> str:
    """The planned weekdays in words, and which half of the day."""
    days = "reminders_every_day" if len(plan.weekdays) == len(WEEKDAYS) else ""
    named = words(days) if days else words.locale.beginning(words.locale.listed(_names(words, plan)))
    halves: Sequence[str] = [words(f"reminders_{slot}s") for slot in plan.slots]
    return f"{named}\n{words.locale.beginning(words.locale.listed(halves))}"


def _names(words: TextSource, plan: DaysPlanned) -> list[str]:
    return [words.locale.weekdays[n] for n, weekday in enumerate(WEEKDAYS) if weekday in plan.weekdays]
