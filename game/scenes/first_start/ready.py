"""The last page: the first friends, the home, the evening, and what Bo tells the child. *Let's go* writes it all."""

from __future__ import annotations

from game.core.content import Exercise
from game.core.rules.state import GROWN_UP
from game.scenes.first_start.step import LEFT, WizardPage
from game.scenes.screen import mascot
from game.scenes.screen.quoted import quoted
from game.ui import theme
from game.ui.clock_time import shifted
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Widget, button, switch

FRIENDS, HOME = Box(LEFT, 136, 640, 250), Box(LEFT, 402, 640, 178)
BO, EVENING = Box(730, 136, 490, 250), Box(730, 402, 490, 178)
SWITCHES = ("baby", "calm")
BO_SAYS = ("who_grown_up_sees", "who_plaster")
EVENING_FROM, EVENING_TO, EVENING_STEP = 12 * 60, 22 * 60, 30  # minutes since midnight


class Ready(WizardPage):
    """Nothing was written before; *big* does it."""

    name = "first-ready"
    page = "ready"
    title = "ready_title"

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        rows = tuple(
            switch(n, Box(76, 420 + i * 84, 600, 52), getattr(self.draft, n), words(self._word(getattr(self.draft, n))))
            for i, n in enumerate(SWITCHES)
        )
        return (
            *rows,
            button("earlier", Box(754, 452, 56, 52), "", glyph="minus"),
            button("later", Box(954, 452, 56, 52), "", glyph="plus"),
            self.back_button(),
            button("big", Box(960, 604, 260, 56), words("ready_go"), "primary", glyph="next"),
        )

    def lines(self) -> tuple[str, ...]:
        return BO_SAYS

    def _word(self, is_on: bool) -> str:
        return "screen_on" if is_on else "screen_off"

    def line(self) -> str:
        """What the first days are like, or what they wait for."""
        words, draft, band = self.ctx.texts, self.draft, self.draft.band
        if draft.waits_for_doctor:
            return words("ready_line_signs")
        if draft.waits_for_surgeon:
            return words("ready_line_surgery")
        if draft.programme == GROWN_UP or band is None:
            return words("ready_line_grown_up")
        return words("ready_line", n=self.ctx.catalogue.rules.ages[band].first_budget // 60)

    def friends(self) -> tuple[Exercise, ...]:
        """The first three exercises of the programme."""
        catalogue = self.ctx.catalogue
        return tuple(catalogue.exercises[e] for e in catalogue.programmes[self.draft.programme].exercises[:3])

    def paint_cards(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(FRIENDS, words("ready_friends"))
        for i, exercise in enumerate(self.friends()):
            host, x = exercise.demonstration.host, 164 + i * 214
            if host in theme.ANIMALS:
                paper.disc(x, 258, 58, theme.ANIMALS[host], f"cast/{host}", 88, lip_depth=6)
            paper.paragraph(
                words.exercise(exercise.id), 19, x, 332, 206, weight=EXTRA_BOLD, leading=1.2, align="c", height=48
            )
        paper.card(HOME)
        for i, name in enumerate(SWITCHES):
            y = 446 + i * 84
            paper.text(words(f"ready_{name}"), 22, 84, y - 10, weight=SEMI_BOLD, align="l", width=440)
            paper.text(words(f"ready_{name}_line"), 17, 84, y + 16, INK_2, SEMI_BOLD, "l", 440)
        paper.card(BO, fill="#FFF3D9", lip="#EAD9BB")
        paper.text(words("ready_bo_says", name=self.draft.nickname), 20, 930, 180, INK_2, SEMI_BOLD, "l", 270)
        paper.paragraph(quoted(self.ctx, *BO_SAYS), 22, 930, 204, 270, weight=EXTRA_BOLD, height=150)
        paper.card(EVENING, words("ready_evening"))
        paper.text(self.draft.evening_hour, 24, 882, 478, width=130)
        paper.paragraph(words("ready_when"), 18, 754, 520, 450, INK_2, height=50)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "wave", 830, 376, 0.38, self.age, quiet=self.quiet)

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> None:
        match name:
            case "earlier":
                self.draft.evening_hour = shifted(self.draft.evening_hour, -EVENING_STEP, EVENING_FROM, EVENING_TO)
            case "later":
                self.draft.evening_hour = shifted(self.draft.evening_hour, EVENING_STEP, EVENING_FROM, EVENING_TO)
            case "baby":
                self.draft.baby = not self.draft.baby
            case "calm":
                self.draft.calm = not self.draft.calm
