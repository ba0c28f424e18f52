"""Who walks the trail, in the order of adding: add, edit, signs again, programme, surgery, ceremony, put away."""

from __future__ import annotations

from game.core.events import ChildBroughtBack, ChildPutAway
from game.core.history.history import Child
from game.core.profile import may_put_away
from game.core.reports.progress import PlayState, ProgressReport, progress
from game.core.rules.parent_actions import has_operation, is_graduated, why_not_graduate
from game.core.rules.state import GROWN_UP
from game.core.session.path_stations import played_on
from game.scenes import routes
from game.scenes.parent.area import LEFT, GrownUpsPage, age_key
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.pager import pager
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

ROWS, ROW_Y, ROW_STEP, ROW_H = 3, 100, 150, 134
BUTTON_X, BUTTON_W, BUTTON_H = 724, 160, 48


class Children(GrownUpsPage):
    """Three rows on a sheet; those put away come last."""

    name = "children"
    place = "children"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None = None, said: str = "") -> None:
        super().__init__(ctx, child)
        self._said = said
        self.sheet = 0
        self._known = frozenset(self.ids)
        self._reports: dict[str, ProgressReport] = {}

    # ---------------------------------------------------------------- what is shown
    @property
    def ids(self) -> list[str]:
        """Those who play, then those put away; each in the order of adding."""
        everybody = self.ctx.family.children
        return [*self.ctx.children, *(i for i, c in everybody.items() if c.is_put_away)]

    @property
    def sheets(self) -> int:
        return max(1, -(-len(self.ids) // ROWS))

    @property
    def shown(self) -> list[str]:
        self.sheet = min(self.sheet, self.sheets - 1)
        return self.ids[self.sheet * ROWS : (self.sheet + 1) * ROWS]

    # ---------------------------------------------------------------- looks
    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        rows = [w for i, id_ in enumerate(self.shown) for w in self._buttons(id_, ROW_Y + i * ROW_STEP)]
        more = (pager(words, "sheet", Box(LEFT + 672, 566, 328, 60), self.sheet, self.sheets),)
        return (
            *rows,
            button("add", Box(LEFT, 566, 320, 60), words("children_add"), "primary", glyph="plus"),
            button("add-grown-up", Box(LEFT + 336, 566, 320, 60), words("children_add_grown_up"), glyph="plus"),
            *(more if self.sheets > 1 else ()),
        )

    def _buttons(self, id_: str, y: float) -> list[Widget]:
        words, child = self.ctx.texts, self.ctx.child(id_)
        if child.is_put_away:
            deeds = [("bring-back", "up", 2, 0)]
        else:
            deeds = [("edit", "edit", 0, 0), ("signs", "shield", 1, 0), ("programme", "list", 2, 0)]
            # One told of stays told in another programme as well, which it locks.
            deeds.append(("surgery" if has_operation(child) else "operation", "plan", 1, 1))
            deeds.append(("put-away", "down", 2, 1))
            if self._has_ceremony_ahead(child):
                deeds.append(("ceremony", "tick", 0, 1))
        return [
            button(
                f"{deed}:{id_}",
                Box(BUTTON_X + column * (BUTTON_W + 12), y + 14 + line * (BUTTON_H + 10), BUTTON_W, BUTTON_H),
                words(f"children_{deed.replace('-', '_')}"), glyph=glyph, size=19,
                is_enabled=self._may(deed, child),
            )
            for deed, glyph, column, line in deeds
        ]  # fmt: skip

    def _may(self, deed: str, child: Child) -> bool:
        if deed == "ceremony":
            return why_not_graduate(self.ctx.catalogue, child, self.ctx.today) is None
        # Somebody must be left to play: who is the only one is not put away.
        return deed != "put-away" or may_put_away(self.ctx.family)

    def _has_ceremony_ahead(self, child: Child) -> bool:
        is_of_a_child = child.programme is not None and child.programme != GROWN_UP
        return is_of_a_child and not is_graduated(self.ctx.catalogue, child, self.ctx.today)

    def missing(self, name: str) -> str:
        deed, _, id_ = name.partition(":")
        if deed == "ceremony":
            why = why_not_graduate(self.ctx.catalogue, self.ctx.child(id_), self.ctx.today)
            return self.ctx.texts.reason(why) if why else ""
        return self.ctx.texts("why_last_child")

    def first_focus(self, names: list[str]) -> str | None:
        mine = f"edit:{self.child_id}"
        return mine if mine in names else "add"

    def paint_page(self, paper: Paper) -> None:
        for i, id_ in enumerate(self.shown):
            self._row(paper, self.ctx.child(id_), ROW_Y + i * ROW_STEP)
        words = self.ctx.texts
        line = words("children_nobody", said=self._said) if self._said else words("children_line")
        paper.paragraph(line, 18, LEFT, 644, 1000, OK if self._said else INK_2, height=50)

    def _row(self, paper: Paper, child: Child, y: float) -> None:
        words, dim = self.ctx.texts, 120 if child.is_put_away else 255
        paper.card(Box(LEFT, y, 1000, ROW_H), fill="#F6F1E7" if child.is_put_away else "#FFFFFF")
        paper.disc(330, y + 64, 48, theme.ANIMALS[child.animal], lip_depth=5, alpha=40 if child.is_put_away else 80)
        paper.part(f"cast/{child.animal}", 330, y + 64, 72, shadow=0, opacity=dim)
        name = paper.text(child.nickname, 26, 404, y + 40, align="l", width=200)
        paper.text(words(age_key(child.age)), 19, name.right + 14, y + 42, INK_2, SEMI_BOLD, "l", 706 - name.right - 14)
        paper.text(self._programme(child), 19, 404, y + 71, weight=SEMI_BOLD, align="l", width=304)
        status, is_warning = self._status(child)
        paper.text(status, 18, 404, y + 100, WARN if is_warning else INK_2, SEMI_BOLD, "l", 304)

    def _programme(self, child: Child) -> str:
        """The programme, and how far it is."""
        words = self.ctx.texts
        if child.programme is None:
            return ""
        name, report = words(f"programme_{child.programme}"), self._report(child)
        if report.state is PlayState.OFF_COURSE:
            return name
        if child.programme == GROWN_UP:
            return words("children_course", day=report.course_day, all=report.course_days)
        return words("children_week", programme=name, n=report.week)

    def _status(self, child: Child) -> tuple[str, bool]:
        """One line about today, and whether it asks for something."""
        words = self.ctx.texts
        if child.is_put_away:
            return words("children_away"), False
        if child.waits_for_doctor:
            return words("children_signs_open"), True
        if child.programme is None:  # an import may have brought a child of whom nothing more was told
            return words("reason_no_programme"), True
        now = self._report(child)
        if now.state is PlayState.LOCKED:
            is_over = now.locked_until is None or now.locked_until <= self.ctx.today
            return (words("children_locked_word") if is_over else words("children_locked", date=now.locked_until)), True
        if now.state is PlayState.PAUSED:
            until = now.paused_until
            return (words("progress_paused_until", date=until) if until else words("children_paused")), True
        if now.state is PlayState.OFF_COURSE:
            return words("map_off_course"), False
        if child.programme == GROWN_UP:
            return words("children_no_stars"), False
        return words("progress_on_trail", n=len(played_on(child, self.ctx.today))), False

    def _report(self, child: Child) -> ProgressReport:
        """The child at a glance, folded once until something changes."""
        if child.id not in self._reports:
            self._reports[child.id] = progress(self.ctx.catalogue, child, self.ctx.today, since=self.ctx.today)
        return self._reports[child.id]

    def changed(self) -> None:
        self._reports.clear()
        super().changed()

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> Next | None:
        deed, _, id_ = name.partition(":")
        match deed:
            case "add":
                return routes.AddChild(routes.Back(self))
            case "add-grown-up":
                return routes.AddChild(routes.Back(self), is_grown_up=True)
            case "ceremony":
                return routes.EarlyCeremony(self, id_)
            case "sheet":
                self.sheet = (self.sheet + 1) % self.sheets
            case "put-away":
                self.ctx.record(ChildPutAway(), child=id_)
            case "bring-back":
                self.ctx.record(ChildBroughtBack(), child=id_)
            case "operation":
                return routes.EditChild("surgery", id_, routes.Back(self))
            case _:
                return routes.EditChild(deed, id_, routes.Back(self))
        self.changed()
        return None

    def returned(self) -> Scene:
        """The page with what was changed; whoever was just added is on the sheet shown."""
        added = [i for i in self.ids if i not in self._known]
        if added:
            self.child_id, self._known = added[0], frozenset(self.ids)
            self.sheet = self.ids.index(added[0]) // ROWS
            self.focused = f"edit:{added[0]}"
        return self.unlocked()
