"""The frame every grown-ups' page shares: the rail of places, the child it is about, the way back to play.

A page is a `GrownUpsPage` with `page`, `paint_page` and `choose`. The lock of the gate (`game.app.lock`) asks for the
PIN again, and then it comes back as it was. A new place is one line in `PLACES` and a case in
`game.scenes.flow.parent`.
"""

from __future__ import annotations

from game.core.content import AgeBand
from game.core.history.history import Child
from game.core.rules.parent_actions import doctor_asked
from game.core.rules.rewards import RefusedByRules
from game.frozen import dataclass
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.grown_ups import GrownUpScreen
from game.ui import theme
from game.ui.controls import Command, Input, Key
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD, WARN
from game.ui.typography.lettering import SMALLEST_SHARE
from game.ui.view import DESIGN, Box
from game.ui.widgets import Hotspot, Widget, button

RAIL, RAIL_ROOM = 224, 150  # width of the rail, and of the words in it
LEFT, TOP, RIGHT, BOTTOM = 252, 100, 1252, 692  # where a page's cards lie
TITLE_Y = 56


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One entry of the rail: its name (text `area_<name>`, route `Place(name, child)`) and its glyph."""

    name: str
    glyph: str


# In the order of the rail, Ctrl+1 the first. Only places that work are listed.
PLACES = (
    RailEntry("progress", "chart"),
    RailEntry("plan", "plan"),
    RailEntry("record", "edit"),
    RailEntry("doctor", "doc"),
    RailEntry("own", "list"),
    RailEntry("help", "shield"),
    RailEntry("settings", "gear"),
    RailEntry("children", "people"),
)
HOME = PLACES[0].name  # where the grown-ups' side begins
OUT = "back-to-play"  # the button that leaves it


class GrownUpsPage(GrownUpScreen):
    """One page of the grown-ups' area. `place` is its entry in the rail, `has_chooser` says it is about one child."""

    place = ""
    has_chooser = True
    home = LEFT - 14  # beside the rail

    def __init__(self, ctx: Context, child: str | None = None) -> None:
        super().__init__(ctx)
        self.child_id = child if child in ctx.family.children else next(iter(ctx.children), None)

    # ---------------------------------------------------------------- for pages
    def title(self) -> str:
        """The page's name, at the top."""
        return self.ctx.texts(f"area_{self.place}")

    def subtitle(self) -> str:
        """A few words after the title."""
        return ""

    def page(self) -> tuple[Widget, ...]:
        """The page's own widgets, in reading order."""
        return ()

    def paint_page(self, paper: Paper) -> None:
        """The page's cards, under its widgets."""

    def choose(self, name: str) -> Next | None:
        """A widget of the page was pressed."""
        return None

    @property
    def child(self) -> Child | None:
        """The child the page is about, as folded now."""
        return self.ctx.family.children.get(self.child_id) if self.child_id else None

    # ---------------------------------------------------------------- the frame
    def build(self) -> tuple[Widget, ...]:
        page = self.page()
        # Esc goes one step back: where the page says, else to the first place of the rail, and from there out.
        step = "" if any(w.command is Command.BACK for w in page) else HOME if self.place != HOME else OUT
        exit_ = button(
            OUT, Box(12, 640, 200, 52), self.ctx.texts("screen_back_to_play"), glyph="exit", size=20,
            command=Command.BACK if step == OUT else None,
        )  # fmt: skip
        rail = [
            Widget(
                f"place-{p.name}", Box(12, 96 + i * 60, 200, 52), Hotspot(16), is_adult=True,
                command=Command.BACK if step == p.name else None,
            )
            for i, p in enumerate(PLACES)
        ]  # fmt: skip
        chooser: tuple[Widget, ...] = ()
        if self.has_chooser and self.child and len(self.ctx.children) > 1:
            chooser = (Widget("child", self.chooser_box(), Hotspot(26), is_adult=True),)
        return (*rail, exit_, *chooser, *page)

    def first_focus(self, names: list[str]) -> str | None:
        own = [w.name for w in self.page() if w.name in names]
        return own[0] if own else f"place-{self.place}"

    def handle(self, event: Input) -> Next | None:
        if isinstance(event, Key) and event.char.startswith("ctrl+") and self.hears:
            self.quiet = 0.0
            n = int(event.char[-1])
            return self.press(f"place-{PLACES[n - 1].name}") if n <= len(PLACES) else None
        return super().handle(event)

    def press(self, name: str) -> Next | None:
        if name == OUT:
            return routes.BackToPlay()
        if name.startswith("place-"):
            return routes.Place(name.removeprefix("place-"), self.child_id)
        if name == "child":
            return routes.WhichChild(self)
        return self.choose(name)

    def about(self, child: str) -> Next:
        """The same page about another child."""
        return routes.Place(self.place, child)

    # ---------------------------------------------------------------- painting
    def paint_still(self, paper: Paper) -> None:
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        self._paint_rail(paper)
        # The head keeps free of the chooser, or of a page's own button up there.
        room = min([w.box.x for w in self.widgets if w.box.y < 60 and w.box.x > RAIL], default=RIGHT) - LEFT - 20
        if self.has_chooser and self.child:
            room = min(room, self.chooser_box().x - LEFT - 20)
        title = paper.text(self.title(), 34, LEFT, TITLE_Y, align="l", width=room)
        sub, left = self.subtitle(), room - title.w - 18
        if sub and SMALLEST_SHARE * paper.pictures.text_width(sub, 20, SEMI_BOLD) > left:
            sub = ""  # beside a long button it would be cut off; the page says it as well
        if sub:
            paper.text(sub, 20, title.right + 18, TITLE_Y + 4, INK_2, SEMI_BOLD, "l", left)
        elif self.place != "progress" and self.child and rests_after_pain(self.ctx, self.child):
            words, left = self.ctx.texts("paused_title"), room - title.w - 54
            if SMALLEST_SHARE * paper.pictures.text_width(words, 20, EXTRA_BOLD) <= left:
                paper.glyph("pause", title.right + 34, TITLE_Y + 2, 26, WARN)
                paper.text(words, 20, title.right + 54, TITLE_Y + 3, WARN, EXTRA_BOLD, "l", left)
        if self.has_chooser and self.child:
            self._paint_chooser(paper, self.child)
        self.paint_page(paper)

    def _paint_rail(self, paper: Paper) -> None:
        seen = paper.view.visible()
        x, y, h = min(0.0, seen.x), min(0.0, seen.y), max(DESIGN[1], seen.bottom) - min(0.0, seen.y)
        body = f'<rect x="{x}" y="{y}" width="{RAIL - x}" height="{h}" fill="#F3EADA"/>'
        paper.shape(body, Box(x, y, RAIL + 8 - x, h), 8, 30, 0)
        paper.part("cast/bo", 46, 50, 52, shadow=0)
        words = self.ctx.texts
        head, names = words("screen_for_grown_ups"), {p.name: words(f"area_{p.name}") for p in PLACES}
        paper.block(head, paper.block_size([head], 19, 142, 56) or 16, 78, 51, 142)
        size = paper.block_size([*names.values()], 18, RAIL_ROOM, 50) or 14.5
        for i, place in enumerate(PLACES):
            y, is_here = 96 + i * 60, place.name == self.place
            if is_here:
                body = (
                    f'<rect x="12" y="{y}" width="200" height="52" rx="16" fill="#FFFFFF"/>'
                    f'<rect x="12" y="{y + 12}" width="6" height="28" rx="3" fill="{theme.TEAL.fill}"/>'
                )
                paper.shape(body, Box(8, y - 4, 210, 60), 5, 30, 2)
            colour, weight = (INK, EXTRA_BOLD) if is_here else (INK_2, SEMI_BOLD)
            paper.glyph(place.glyph, 38, y + 26, 28, colour)
            paper.block(names[place.name], size, 58, y + 26, RAIL_ROOM, colour, weight)

    def chooser_box(self) -> Box:
        """Where the child's name stands, as wide as it needs."""
        assert self.child
        name = self.ctx.pictures.text_width(self.child.nickname, 20, EXTRA_BOLD)
        w = max(184, min(360, 58 + name + (40 if len(self.ctx.children) > 1 else 24)))
        return Box(RIGHT - w, 30, w, 52)

    def _paint_chooser(self, paper: Paper, child: Child) -> None:
        box, has_others = self.chooser_box(), len(self.ctx.children) > 1
        body = f'<rect x="{box.x}" y="30" width="{box.w}" height="52" rx="26" fill="#FFFFFF"/>'
        paper.shape(body, Box(box.x - 4, 26, box.w + 8, 62), 5, 30, 2)
        paper.part(f"cast/{child.animal}", box.x + 30, 55, 42, shadow=0)
        room = box.w - 58 - (36 if has_others else 16)
        paper.text(child.nickname, 20, box.x + 58, 49, align="l", width=room)
        paper.text(self.ctx.texts(age_key(child.age)), 16, box.x + 58, 68, INK_2, SEMI_BOLD, "l", room)
        if has_others:
            paper.glyph("down", box.right - 22, 56, 20, INK_2)


def age_key(age: AgeBand) -> str:
    """The key of an age band's short text.

    >>> age_key(AgeBand.ELEVEN_UP)
    'age_11'
    """
    return "age_" + age.value.replace("-", "_").rstrip("+")


def rests_after_pain(ctx: Context, child: Child) -> bool:
    """Whether the programme paused itself after pain and waits for the word that a doctor was asked."""
    try:
        return bool(doctor_asked(ctx.catalogue, child, ctx.today))
    except RefusedByRules:
        return False
