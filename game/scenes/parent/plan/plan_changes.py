"""What else of the plan a parent may change: the length of a session by a step, and the pages that change the rest."""

from __future__ import annotations

from game.core.events import Fact, Retracted
from game.core.rules.journey import journey
from game.core.rules.parent_actions import (
    can_step_back,
    doctor_asked,
    has_operation,
    step_back,
    step_forward,
    why_not_forward,
)
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage, rests_after_pain
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.grown_ups import Overlay, paint_below
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(240, 52, 800, 616)
X, W, STEP = CARD.x + 40, 352, 366
ROW_Y, ROW_H, ROW_STEP = 194, 60, 74


class PlanChangesPage(Overlay):
    """A card over the plan. What is done here at once can be taken back at once."""

    name = "plan-changes"

    def __init__(self, page: GrownUpsPage) -> None:
        super().__init__(page)
        self.page = page
        self.done: tuple[str, ...] = ()  # ids of what was told last, to be taken back
        self._fold()

    def _fold(self) -> None:
        assert self.page.child
        ctx, self.child = self.ctx, self.page.child
        self.state = journey(ctx.catalogue, self.child, ctx.today).now(ctx.today)
        self.refusal = why_not_forward(ctx.catalogue, self.state, None, ctx.today)

    def unlocked(self) -> Scene:
        self._fold()
        return super().unlocked()

    # ---------------------------------------------------------------- looks
    def _deeds(self) -> list[tuple[str, str, bool]]:
        """What can be done: its name, its glyph, and whether it may be done now."""
        ctx = self.ctx
        longer = self.refusal is None
        may_shorten = can_step_back(ctx.catalogue, self.state, None, ctx.today)
        rows: list[tuple[str, str, bool]] = [("shorter", "down", may_shorten), ("longer", "up", longer)]
        rows += [("pause", "pause", True), ("programme", "list", True), ("signs", "shield", True)]
        rows.append(("surgery" if has_operation(self.child) else "operation", "plan", True))
        if rests_after_pain(ctx, self.child):
            rows.append(("doctor", "tick", True))
        return rows

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        buttons = tuple(
            button(name, self._box(i), words(f"changes_{name}"), glyph=glyph, size=19, is_enabled=is_open)
            for i, (name, glyph, is_open) in enumerate(self._deeds())
        )
        y = CARD.bottom - 82
        undo = button("undo", Box(CARD.right - 260, y, 220, 56), words("confirm_undo"), glyph="undo")
        paper = button("print", Box(CARD.right - 260, y, 220, 56), words("print_title"), glyph="print")
        return (
            *buttons,
            undo if self.done else paper,
            button("back", Box(X, y, 200, 56), words("screen_back"), glyph="back", command=Command.BACK),
        )

    def _box(self, i: int) -> Box:
        return Box(X + i % 2 * STEP, ROW_Y + i // 2 * ROW_STEP, W, ROW_H)

    def missing(self, name: str) -> str:
        if name == "longer" and self.refusal is not None:
            return self.ctx.texts.reason(self.refusal)
        return self.ctx.texts("why_least")

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paint_below(paper, self.below)
        paper.panel(CARD)
        paper.text(words("changes_title"), 30, X, CARD.y + 48, align="l", width=CARD.w - 80)
        line = words("changes_line", budget=words.clock(self.state.budget))
        paper.paragraph(line, 18, X, CARD.y + 72, CARD.w - 80, INK_2, SEMI_BOLD, height=46)
        if self.refusal is not None:
            why = words("changes_not_longer", why=words.reason(self.refusal))
            below = ROW_Y + -(-len(self._deeds()) // 2) * ROW_STEP + 6
            paper.paragraph(why, 17, X, below, CARD.w - 80, INK_2, SEMI_BOLD, height=60)
        if self.done:
            paper.text(words("changes_done"), 18, X + 220, CARD.bottom - 54, WARN, SEMI_BOLD, "l", 230)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        ctx, child, back = self.ctx, self.child, routes.Back(self.page)
        match name:
            case "shorter":
                self._tell(*step_back(ctx.catalogue, child, None, ctx.today))
            case "longer":
                self._tell(*step_forward(ctx.catalogue, child, None, ctx.today))
            case "doctor":
                self._tell(*doctor_asked(ctx.catalogue, child, ctx.today))
            case "undo":
                ctx.record(*(Retracted(id_) for id_ in self.done), child=child.id)
                self.done = ()
            case "pause":
                return routes.TellPause(child.id, ctx.today, back)
            case "surgery" | "operation":
                return routes.EditChild("surgery", child.id, back)
            case "programme" | "signs":
                return routes.EditChild(name, child.id, back)
            case "print":
                return routes.PrintCards(child.id, self.page.place)
            case _:
                return back
        self._fold()
        self.changed()
        return None

    def _tell(self, *facts: Fact) -> None:
        self.done = tuple(event.id for event in self.ctx.record(*facts, child=self.child.id))
