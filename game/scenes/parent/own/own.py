"""The therapist wants another: what the family's own folder adds, how each file stands, and what may be done with it.

The folder is looked at while the page stands: a file that appears, changes or goes is read at once, between two frames
and never while a session runs. On and off, and which foot, belong to the page of orders, which one press leads to.
"""

from __future__ import annotations

from game.core.own_files import OwnFile, OwnKind, OwnState
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.own.own_rows import LIST, ROWS, OwnRow, mistake_line, name_of, paint_row, row_box, rows_of
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.context import Context
from game.scenes.screen.outside import BackgroundTask
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

LOOK_AFTER = 2.0  # seconds between two looks at the folder
MOST_TOLD = 8  # mistakes of one file that are told here; the command tells all
ADD, ABOUT, SAID = Box(908, 100, 344, 182), Box(908, 294, 344, 272), Box(908, 578, 344, 114)
NEW, FOLDER = Box(926, 148, 308, 60), Box(926, 220, 308, 48)
# What may be done with the chosen file, two and two.
DEEDS = [Box(926 + n % 2 * 158, 446 + n // 2 * 60, 150, 50) for n in range(4)]
EARLIER, LATER = Box(700, 34, 56, 48), Box(764, 34, 56, 48)


class OwnPage(BackgroundTaskPage, GrownUpsPage):
    """One child's look at the family's folder. `said` is what was just done, `chosen` the exercise it was done with."""

    name = "own"
    place = "own"

    def __init__(self, ctx: Context, child: str | None, said: str = "", chosen: str = "") -> None:
        super().__init__(ctx, child)
        self.said, self.is_good = said, True
        self.sheet = 0
        self._looked = 0.0
        self._fold()
        at = next((n for n, row in enumerate(self.rows) if row.file.id == chosen), 0)
        self.chosen = self.rows[at].file.path if self.rows else ""
        self.sheet = at // ROWS

    def _fold(self) -> None:
        """The files as they stand now, for this child."""
        self.rows = rows_of(self.ctx, self.child)
        self.sheet = min(self.sheet, self.sheets - 1)

    def unlocked(self) -> Scene:
        self._fold()
        return super().unlocked()

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        self._looked += dt
        if self._looked >= LOOK_AFTER and not self.is_at_work and self.ctx.held is None:
            self._looked = 0.0
            if self.ctx.files.own.refresh():
                self._fold()
                self.said = ""
                self.changed()
        return following

    # ---------------------------------------------------------------- widgets
    @property
    def sheets(self) -> int:
        return max(1, -(-len(self.rows) // ROWS))

    def listed(self) -> tuple[OwnRow, ...]:
        """The files on this sheet."""
        return self.rows[self.sheet * ROWS : (self.sheet + 1) * ROWS]

    @property
    def row(self) -> OwnRow | None:
        """The file that is spoken of at the side."""
        return next((row for row in self.rows if row.file.path == self.chosen), self.rows[0] if self.rows else None)

    def page(self) -> tuple[Widget, ...]:
        words, own = self.ctx.texts, self.ctx.files.own
        turning = (
            button("earlier", EARLIER, "", glyph="up", is_enabled=self.sheet > 0),
            button("later", LATER, "", glyph="down", is_enabled=self.sheet < self.sheets - 1),
        )
        return (
            *(turning if self.sheets > 1 else ()),
            *(Widget(f"file:{row.file.path}", row_box(i), Hotspot(16), is_adult=True)
              for i, row in enumerate(self.listed())),
            button("new", NEW, words("own_new"), "primary", glyph="plus", size=21, is_enabled=own.is_kept),
            button("folder", FOLDER, words("own_folder"), glyph="list", size=19, is_enabled=own.is_kept),
            *(button(name, box, words(f"own_do_{name}"), "on" if name == "order" and n == 0 else "plain", size=18)
              for n, (name, box) in enumerate(zip(self._deeds(), DEEDS, strict=False))),
        )  # fmt: skip

    def _deeds(self) -> tuple[str, ...]:
        """What may be done with the chosen file."""
        row = self.row
        undo = ("undo",) if self.ctx.files.own.last_removed else ()
        if row is None:
            return undo
        if row.file.state is OwnState.WRONG or row.about is None:
            read = ("read",) if row.file.problems else ("children",) if row.file.kind is OwnKind.PROGRAMME else ()
            return (*read, *(("open",) if row.file.kind is not OwnKind.OTHER else ()), *undo)
        order = ("order",) if row.order is not None else ()
        mine = ("change", "remove") if row.file.is_ours else ("open", "read" if row.file.problems else "remove")
        return (*order, "preview", *mine)[:4] if not undo else (*order, "preview", mine[0], *undo)[:4]

    def first_focus(self, names: list[str]) -> str | None:
        return "new" if self.ctx.files.own.is_kept else None

    def missing(self, name: str) -> str:
        if name in ("new", "folder"):
            return self.ctx.texts("why_demo_own")
        return self.ctx.texts("why_last" if name == "later" else "why_first")

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        what, _, path = name.partition(":")
        row, own = self.row, self.ctx.files.own
        self.said = ""
        if what == "file":
            self.chosen = path
        elif name in ("earlier", "later"):
            self.sheet += 1 if name == "later" else -1
        elif name == "new":
            return routes.OwnForm(self.child_id, "", routes.Place("own", self.child_id))
        elif name == "folder":
            self._open(None)
        elif name == "undo":
            return self._do(own.bring_back(), "own_back_again")
        elif row is not None:
            return self._with(name, row)
        self.changed()
        return None

    def _with(self, name: str, row: OwnRow) -> Next | None:
        """What is done with a file."""
        if name == "order":
            return routes.Ordered(self.child_id, row.file.id)
        if name == "children":
            return routes.Place("children", self.child_id)
        if name == "preview" and row.about:
            return routes.OwnPreview(self, row.about, row.foot)
        if name == "change":
            return routes.OwnForm(self.child_id, row.file.id, routes.Place("own", self.child_id))
        if name == "read":
            return self._read(row.file)
        if name == "open":
            self._open(row.file)
        elif name == "remove":
            return self._do(self.ctx.files.own.put_aside(row.file.id), "own_removed")
        self.changed()
        return None

    def _do(self, deed: BackgroundTask, said: str) -> Next | None:
        def done(path: str) -> None:
            self._fold()
            self.said, self.is_good = self.ctx.texts(said), True
            self.focused = "new"
            self.changed()

        def refused(why: str) -> None:
            self.said, self.is_good = why, False
            self.changed()

        return self.begin(deed, done, refused)

    def _open(self, file: OwnFile | None) -> None:
        """With the computer's own program: a file, or the folder that files for exercises belong into."""
        try:
            path = file.path if file else self.ctx.files.own.place()
            self.ctx.files.open(path)
            self.said, self.is_good = self.ctx.texts("own_opened", path=path), True
        except OSError:
            self.said, self.is_good = self.ctx.texts("own_look", path=self.ctx.files.own.folder()), False

    def _read(self, file: OwnFile) -> Next:
        """Every mistake of a file with its place, and what to do next."""
        words = self.ctx.texts
        pieces = [Paragraph(mistake_line(words, mistake)) for mistake in file.mistakes[:MOST_TOLD]]
        title = words("own_problem_title", file=file.name)
        key = "own_problem_next" if file.state is OwnState.WRONG else "own_problem_shown"
        pieces.append(Paragraph(words(key, line=file.line), words("own_problem_do")))
        pieces.append(Paragraph(file.path, words("own_problem_where")))
        return routes.Reading(self, title, tuple(pieces))

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(LIST)
        paper.text(words("own_from_folder"), 18, LIST.x + 22, 122, INK_2, SEMI_BOLD, "l", LIST.w - 44)
        for i, row in enumerate(self.listed()):
            paint_row(paper, self.ctx, row, i, is_chosen=self.row is row)
        if not self.rows:
            self._paint_empty(paper)
        if self.sheets > 1:
            count = words("help_page", n=self.sheet + 1, all=self.sheets)
            paper.text(count, 16, LIST.right - 70, 122, INK_2, SEMI_BOLD, width=90)
        paper.card(ADD)
        paper.text(words("own_add"), 18, 930, 122, INK_2, SEMI_BOLD, "l", 300)
        self._paint_about(paper)
        said = self.message or self.said
        fill, lip = ("#E3F1EC", "#BBDCD2") if not said or self.is_good else ("#FBEBD8", "#E8CDA8")
        paper.card(SAID, fill=fill, lip=lip)
        colour = INK if not said else OK if self.is_good else WARN
        paper.paragraph(said or words("own_check"), 17, 928, SAID.y + 12, 304, colour, leading=1.2, height=90)

    def _paint_empty(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.part("cast/koko", LIST.centre[0], 258, 120, shadow=0)
        paper.paragraph(words("own_empty"), 22, LIST.centre[0], 336, 520, INK, EXTRA_BOLD, align="c", height=64)
        paper.paragraph(words("own_line"), 18, LIST.centre[0], 410, 500, INK_2, align="c", height=110)

    def _paint_about(self, paper: Paper) -> None:
        words, row = self.ctx.texts, self.row
        paper.card(ABOUT)
        if row is None:
            paper.paragraph(words("own_about_none"), 17, 930, ABOUT.y + 18, 300, INK_2, height=100)
            return
        paper.text(name_of(self.ctx, row), 20, 930, ABOUT.y + 28, align="l", width=300)
        if row.file.problems:
            line = mistake_line(words, row.file.mistakes[0])
            paper.paragraph(line, 16, 930, ABOUT.y + 46, 300, WARN, EXTRA_BOLD, leading=1.15, height=94)
            return
        paper.paragraph(self._about_line(row), 16, 930, ABOUT.y + 46, 300, INK_2, leading=1.2, height=92)

    def _about_line(self, row: OwnRow) -> str:
        words = self.ctx.texts
        if row.file.kind is OwnKind.PROGRAMME:
            return words("own_about_programme")
        if row.order is None:
            return words("own_about_nobody")
        key = "own_about_joins" if row.is_to_join else "own_about_on" if row.is_on else "own_about_off"
        if row.week and (row.is_to_join or not row.is_on):
            key = f"{key}_week"
        return words(key, name=self.child.nickname if self.child else "", week=row.week or 0)
