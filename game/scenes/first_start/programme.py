"""Which programme: what the doctor or therapist gave comes first. A grown-up's course has its own number of days."""

from __future__ import annotations

from game.core.events import Fact, ProgrammeChosen
from game.core.profile import USUAL, fits
from game.core.rules.journey import journey
from game.core.rules.parent_actions import no_operation
from game.core.rules.state import AFTER_SURGERY, GROWN_UP, is_locked, needs_surgeon
from game.scenes.first_start.draft import Draft
from game.scenes.first_start.order import OnePage, Wizard
from game.scenes.first_start.step import FOOT, LEFT, WizardPage
from game.scenes.first_start.stopping_orders import stopping_orders
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

# Programmes in the order of the cards, each with the soles that picture it.
CARDS: dict[str, tuple[str, ...]] = {
    "children": ("bear", "stones", "tiptoe"),
    "prevention": ("flat", "heel", "inner"),
    AFTER_SURGERY: ("flat",),
    GROWN_UP: ("tiptoe", "heel"),
}
OWN = ("flat", "bear", "tiptoe")  # soles for a programme a family wrote
DAYS_STEP = 7
ON_A_SHEET = 4


class ProgrammeStep(WizardPage):
    """`draft.programme`, and `draft.course_days` for a grown-up."""

    name = "first-programme"
    page = "programme"
    title = "first_programme_title"
    sub = "first_programme_line"

    def __init__(self, ctx: Context, order: Wizard) -> None:
        super().__init__(ctx, order)
        self.draft.fit()
        own = (p.id for p in ctx.catalogue.programmes.values() if p.exercises)  # one that is no longer there has none
        self.cards = CARDS | {programme: OWN for programme in own if programme not in CARDS}
        names = list(self.cards)
        self.sheet = names.index(self.draft.programme) // ON_A_SHEET if self.draft.programme in names else 0

    @property
    def shown(self) -> dict[str, tuple[str, ...]]:
        """The programmes of this sheet; a family's own come after those of the game."""
        return dict(list(self.cards.items())[self.sheet * ON_A_SHEET :][:ON_A_SHEET])

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        cards = tuple(
            Widget(p, self._box(i), Hotspot(20), is_adult=True, is_enabled=self._fits(p))
            for i, p in enumerate(self.shown)
        )
        return (*cards, self.back_button(), *self._days(), *self._more(), self.on_button())

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_grown_up") if name in self.cards else super().missing(name)

    def _more(self) -> tuple[Widget, ...]:
        """The way to the next sheet, where a family has programmes of its own."""
        if len(self.cards) <= ON_A_SHEET:
            return ()
        label = self.ctx.texts("programme_more")
        return (button("more_programmes", Box(LEFT + 706, FOOT, 220, 56), label, glyph="next"),)

    def _days(self) -> tuple[Widget, ...]:
        if self.draft.programme != GROWN_UP:
            return ()
        least, most = self._limits()
        return (
            button("fewer", Box(270, 606, 52, 52), "", glyph="minus", is_enabled=self.draft.course_days > least),
            button("more", Box(700, 606, 52, 52), "", glyph="plus", is_enabled=self.draft.course_days < most),
        )

    def _limits(self) -> tuple[int, int]:
        rules = self.ctx.catalogue.rules
        return rules.course_days_least, rules.course_days_most

    def _box(self, i: int) -> Box:
        return Box(LEFT + i % 2 * 592, 136 + i // 2 * 232, 568, 212)

    def _fits(self, programme: str) -> bool:
        """The grown-ups' course is for those of 11 and older."""
        return fits(programme, self.draft.band)

    def first_focus(self, names: list[str]) -> str | None:
        return self.draft.programme if self.draft.programme in names else "big"

    def paint_cards(self, paper: Paper) -> None:
        for i, (programme, soles) in enumerate(self.shown.items()):
            self._card(paper, programme, soles, self._box(i))
        if self.draft.programme == GROWN_UP:
            days = self.ctx.texts("programme_course_days", n=self.draft.course_days)
            paper.text(days, 21, 511, 632, width=360)

    def _card(self, paper: Paper, programme: str, soles: tuple[str, ...], box: Box) -> None:
        words, fits = self.ctx.texts, self._fits(programme)
        x, y = box.x, box.y
        paper.card(box, fill="#FFFFFF" if fits else "#F6F1E7")
        for k, sole in enumerate(soles):
            paper.part(f"icons/sole_{sole}", x + 58 + k * 52, y + 62, 72, shadow=0, opacity=255 if fits else 120)
        if programme == AFTER_SURGERY:
            paper.glyph("shield", x + 126, y + 62, 44, INK_2)
        about = words(f"programme_{programme}_for") if fits else words("programme_grown_up_age")
        paper.text(words(f"programme_{programme}"), 28, x + 520, y + 46, INK if fits else INK_2, align="r", width=320)
        paper.text(about, 18, x + 520, y + 80, INK_2, SEMI_BOLD, "r", 350)
        line = words(f"programme_{programme}_line")
        paper.paragraph(line, 20, x + 28, y + 120, 512, INK if fits else INK_2, height=56)
        if programme == USUAL:
            body = '<rect x="0" y="0" width="100" height="30" rx="15" fill="#E3F1EC"/>'
            paper.drawn(body, x + 448, y + 174, 100, 30)
            paper.text(words("programme_usual"), 17, x + 498, y + 189, OK, width=92)

    def paint_over(self, paper: Paper) -> None:
        if self.draft.programme in self.shown:
            paper.chosen_box(self._box(list(self.shown).index(self.draft.programme)), 20)

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> None:
        least, most = self._limits()
        match name:
            case "more_programmes":
                self.sheet = (self.sheet + 1) % -(-len(self.cards) // ON_A_SHEET)
            case "fewer" | "more":
                days = self.draft.course_days + (DAYS_STEP if name == "more" else -DAYS_STEP)
                self.draft.course_days = max(least, min(most, days))
            case _:
                self.draft.programme = name


class WithoutOperationScreen(ProgrammeStep):
    """Which programme instead of the one after surgery, where the child never had another: written with the taking
    back in one, so that nobody is left without a programme. Going back changes nothing."""

    name = "edit-programme"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        order = OnePage(ctx, child, then, self._facts)
        order.draft.programme = USUAL
        super().__init__(ctx, order)
        self._child = child

    def _facts(self, draft: Draft) -> tuple[Fact, ...]:
        child = self.ctx.child(self._child)
        if draft.programme == AFTER_SURGERY:
            return draft.surgery_change(child)
        return *no_operation(child), ProgrammeChosen(draft.programme, draft.course_days)


class EditProgramme(ProgrammeStep):
    """Another programme for a child that is there; after surgery the dates are asked next. Before it is kept it says
    that a lock after an operation stays, and which orders of a therapist it has no place for."""

    name = "edit-programme"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        super().__init__(ctx, OnePage(ctx, child, then, lambda draft: draft.programme_change(ctx.child(child))))

    def line(self) -> str:
        return "" if self._said() else super().line()

    def paint_cards(self, paper: Paper) -> None:
        super().paint_cards(paper)
        if said := self._said():
            paper.paragraph(said, 18, LEFT, 86, 1160, WARN, SEMI_BOLD, height=46, leading=1.2)

    def _said(self) -> str:
        return " ".join(filter(None, (self._stays_locked(), self._stops())))

    def _stays_locked(self) -> str:
        """That another programme opens no lock; "" where there is none, or the present one is kept."""
        child, chosen = self.order.about(), self.draft.programme
        if child is None or chosen in (child.programme, AFTER_SURGERY):
            return ""
        state = journey(self.ctx.catalogue, child, self.ctx.today).now(self.ctx.today)
        is_shut = needs_surgeon(state) and is_locked(self.ctx.catalogue, state, self.ctx.today)
        return self.ctx.texts("programme_stays_locked") if is_shut else ""

    def _stops(self) -> str:
        """Which orders stop with the programme looked at; "" where none does."""
        child = self.order.about()
        return stopping_orders(self.ctx, child, self.draft.programme) if child else ""
