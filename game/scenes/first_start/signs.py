"""Eight signs that need a doctor before any exercise. None is the usual answer.

Whoever ticks one may go on, but the exercises stay locked until a grown-up says that a doctor was asked.
"""

from __future__ import annotations

import logging

from game.core.profile import SIGNS, YOUNG
from game.scenes.first_start.order import OnePage, Wizard
from game.scenes.first_start.step import LEFT, WizardPage
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.printout import made_up, said_of_print, sheet, shown_or_kept
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

LIST, SIDE = Box(LEFT, 130, 760, 450), Box(850, 130, 370, 450)
ROW_Y, ROW_STEP = 146, 52
ASKED, PRINT = Box(876, 438, 320, 56), Box(876, 512, 320, 52)
log = logging.getLogger(__name__)


class SignsStep(WizardPage):
    """`draft.signs` is None until one is ticked or *none of these* is pressed."""

    name = "first-signs"
    page = "signs"
    title = "first_signs_title"
    sub = "first_signs_line"

    def __init__(self, ctx: Context, order: Wizard) -> None:
        super().__init__(ctx, order)
        self.message, self.is_saved = "", False

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words, draft = self.ctx.texts, self.draft
        rows = [self.ticked(f"sign-{s}", Box(76, ROW_Y + 2 + i * ROW_STEP, 728, 44)) for i, s in enumerate(SIGNS)]
        asked = button(
            "asked",
            ASKED,
            words("first_signs_asked"),
            "on" if draft.is_doctor_asked else "primary",
            glyph="tick",
            size=20,
        )
        paper = button("print", PRINT, words("first_signs_print"), glyph="print", size=20)
        none = button(
            "none",
            Box(250, 604, 250, 56),
            words("first_signs_none"),
            "on" if draft.signs == () else "plain",
            glyph="tick",
        )
        ticked = (asked, paper) if draft.signs else ()
        return (*rows, *ticked, self.back_button(), none, self.on_button(draft.signs is not None))

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_signs")

    def first_focus(self, names: list[str]) -> str | None:
        """The first row: the answer is not led."""
        return names[0]

    def paint_cards(self, paper: Paper) -> None:
        paper.card(LIST)
        for i, sign in enumerate(SIGNS):
            self._row(paper, sign, ROW_Y + i * ROW_STEP)
        if self.draft.signs:
            self._ask(paper)
        elif self.draft.band in YOUNG:
            self._side(paper, "first_signs_clinician_title", "first_under_6")
        else:
            self._side(paper, "signs_title", "signs_why", "signs_urgent")

    def _row(self, paper: Paper, sign: str, y: float) -> None:
        is_on = sign in (self.draft.signs or ())
        if is_on:
            body = '<rect x="0" y="0" width="728" height="48" rx="14" fill="#FBEBD8"/>'
            paper.drawn(body, 76, y, 728, 48)
        self.check_box(paper, 90, y + 9, is_on, "#8A4A12" if is_on else "#7A6278")
        colour, weight = (WARN, EXTRA_BOLD) if is_on else (INK, SEMI_BOLD)
        paper.text(self.ctx.texts(f"sign_{sign}"), 22, 140, y + 24, colour, weight, "l", 650)

    def _ask(self, paper: Paper) -> None:
        """Somebody has to be asked first."""
        words = self.ctx.texts
        paper.card(SIDE, fill="#FBEBD8", lip="#E8CDA8")
        paper.glyph("warn", 890, 174, 36, WARN)
        paper.text(words("first_signs_ask_title"), 24, 920, 174, WARN, align="l", width=280)
        y = paper.paragraph(words("first_signs_ask"), 20, 876, 204, 320, height=110)
        if self.message:
            paper.paragraph(self.message, 16.5, 876, y + 10, 320, OK if self.is_saved else WARN, height=426 - y)
        elif self.draft.is_doctor_asked:
            said = words("first_signs_asked_on", date=self.ctx.today)
            paper.paragraph(said, 20, 876, y + 12, 320, OK, EXTRA_BOLD, height=426 - y)
        else:
            paper.paragraph(words("first_signs_open"), 20, 876, y + 12, 320, height=426 - y)

    def _side(self, paper: Paper, title: str, *texts: str) -> None:
        """Nothing is ticked: what is good to know at this age."""
        paper.card(SIDE, fill="#E3F1EC", lip="#BBDCD2")
        paper.glyph("shield", 892, 174, 36, (31, 127, 121))
        y = paper.paragraph(self.ctx.texts(title), 23, 922, 160, 276, INK, EXTRA_BOLD, height=94)
        said, room = [self.ctx.texts(text) for text in texts], 510 - y - 14 * len(texts)
        fitting = (s / 2 for s in range(38, 30, -1) if sum(paper.paragraph_height(t, s / 2, 320) for t in said) <= room)
        size = next(fitting, 15.5)
        for text in said:
            y = paper.paragraph(text, size, 876, y + 14, 320, height=510 - y - 14)
        paper.paragraph(self.ctx.texts("first_signs_read_again"), 18, 876, 520, 320, INK_2, height=50)

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> None:
        draft = self.draft
        self.message = ""
        match name:
            case "none":
                draft.signs, draft.is_doctor_asked = (), False
            case "asked":
                draft.is_doctor_asked = not draft.is_doctor_asked
            case "print":
                self._print()
            case _:
                self._tick(name.removeprefix("sign-"))

    def _tick(self, sign: str) -> None:
        """One row on or off; what a doctor was asked about is the list as it was then."""
        ticked = set(self.draft.signs or ()) ^ {sign}
        self.draft.signs = tuple(s for s in SIGNS if s in ticked)
        self.draft.is_doctor_asked = False

    def _print(self) -> None:
        words = self.ctx.texts
        marks = [f"{'☒' if s in (self.draft.signs or ()) else '☐'} {words(f'sign_{s}')}" for s in SIGNS]
        who = f"{self.draft.nickname}, {words.date(self.ctx.today)}"
        parts = (who, words("signs_ticked"), marks, words("signs_urgent"), made_up(self.ctx))
        page = sheet(words("first_signs_title"), *filter(None, parts), language=self.ctx.language)
        name = file_name(self.ctx, words("file_signs"), "html", nickname=self.draft.nickname)
        try:
            kept = shown_or_kept(self.ctx, name, page)
            self.message, self.is_saved = said_of_print(self.ctx, kept), True
        except OSError as error:
            log.warning("signs not printed: %s", error)
            self.message, self.is_saved = words("first_not_printed"), False


class EditSigns(SignsStep):
    """The list again, later: what is written down is what is ticked then."""

    name = "edit-signs"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        order = OnePage(ctx, child, then, lambda draft: draft.sign_change(ctx.child(child)))
        known = ctx.child(child)
        order.draft.signs, order.draft.is_doctor_asked = known.signs, known.is_doctor_asked
        super().__init__(ctx, order)
