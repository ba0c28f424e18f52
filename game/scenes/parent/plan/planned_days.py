"""Which weekdays and slots the family means to play: what progress and report call planned, what the plan ahead counts
on, and when reminders come; never what the rules offer or let grow."""

from __future__ import annotations

from game.core.content import Slot, Weekday
from game.core.events import DaysPlanned
from game.core.reports.planned import WEEKDAYS, plan_on
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.routes import Next
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(240, 110, 800, 490)
X = CARD.x + 40
DAY_W, DAY_STEP = 94, 104


class PlannedDaysPage(Overlay):
    """A card over the plan: a button a weekday, one a slot. At least one of each is planned."""

    name = "planned-days"

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page)
        self.page = page
        assert page.child
        meant = plan_on(page.child, self.ctx.today)
        self.weekdays, self.slots = set(meant.weekdays), set(meant.slots)
        self._was = self._chosen()

    def _chosen(self) -> DaysPlanned:
        weekdays = tuple(day for day in WEEKDAYS if day in self.weekdays)
        return DaysPlanned(weekdays, tuple(slot for slot in Slot if slot in self.slots))

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        days = tuple(
            button(f"day:{day.value}", Box(X + i * DAY_STEP, 262, DAY_W, 64), words.locale.weekdays_short[i],
                   "on" if day in self.weekdays else "plain", size=22)
            for i, day in enumerate(WEEKDAYS)
        )  # fmt: skip
        slots = tuple(
            button(f"slot:{slot.value}", Box(X + i * 250, 352, 236, 60), words(f"planned_{slot.value}"),
                   "on" if slot in self.slots else "plain", size=20)
            for i, slot in enumerate(Slot)
        )  # fmt: skip
        y, is_complete = CARD.bottom - 84, bool(self.weekdays and self.slots)
        return (
            *days,
            *slots,
            button("keep", Box(CARD.right - 340, y, 300, 58), words("screen_keep"), "primary", is_enabled=is_complete),
            button("back", Box(X, y, 200, 58), words("screen_back"), glyph="back", command=Command.BACK),
        )

    def missing(self, name: str) -> str:
        return self.ctx.texts("planned_none")

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paint_below(paper, self.below)
        paper.panel(CARD)
        paper.text(words("planned_title"), 30, X, CARD.y + 52, align="l", width=CARD.w - 80)
        paper.paragraph(words("planned_line"), 19, X, CARD.y + 82, CARD.w - 80, INK, height=60)
        paper.paragraph(words("planned_changes"), 17, X, 428, CARD.w - 80, INK_2, SEMI_BOLD, height=66)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        what, _, value = name.partition(":")
        match what:
            case "day":
                self.weekdays ^= {Weekday(value)}
            case "slot":
                self.slots ^= {Slot(value)}
            case "keep":
                if self._chosen() != self._was:
                    self.ctx.record(self._chosen(), child=self.page.child_id)
                return routes.Back(self.page)
            case _:
                return routes.Back(self.page)
        self.changed()
        return None
