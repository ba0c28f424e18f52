"""Between two exercises it hurts: the child sees both friends and says whose exercise it was; then come the faces."""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import dataclass
from game.scenes import routes
from game.scenes.routes import Behind, Next
from game.scenes.screen import mascot
from game.scenes.screen.meadow import paint_meadow
from game.scenes.session.asks_first import AsksFirst
from game.scenes.session.friend import paint_friend
from game.scenes.session.session import RunningSession, Subject
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import LILAC
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget

FEW = 8  # so many friends stand large, in rows of four; more in smaller rows of six


@dataclass(frozen=True, slots=True)
class FriendRows:
    """How the friends stand on their card: so many in a row, their radius, how far apart, the size of their names; the
    plaster (middle and radius), the title's middle, and the middle of all rows."""

    card: Box
    columns: int
    radius: float
    across: float
    down: float
    text: float
    plaster: tuple[float, float, float]
    title: tuple[float, float]
    middle: float


LARGE = FriendRows(Box(330, 90, 900, 560), 4, 56, 208, 212, 21, (780, 62, 56), (780, 158), 384)
SMALL = FriendRows(Box(330, 12, 900, 694), 6, 48, 146, 180, 16, (560, 62, 34), (800, 62), 350)
RING = 24  # as far as the ring about a friend reaches
BELOW = 28  # from a friend's edge to its name: past the ring about it


class OuchWhich(AsksFirst):
    """`about` are the plays it may be, the one just done first; nothing is suggested."""

    name = "ouch_which"
    session: RunningSession

    def __init__(self, session: RunningSession, about: Sequence[Subject], back: Behind) -> None:
        super().__init__(session.ctx, back)
        self.session, self.about = session, tuple(about)
        self.rows = LARGE if len(self.about) <= FEW else SMALL

    def lines(self) -> tuple[str, ...]:
        return ("ouch_heard", "ouch_which_one")

    def places(self) -> list[tuple[float, float]]:
        """The middles of the friends, row by row about the card's own middle."""
        rows, n = self.rows, len(self.about)
        columns, lines = min(rows.columns, n), -(-n // rows.columns)
        left = rows.card.centre[0] - (columns - 1) / 2 * rows.across
        top = rows.middle - (lines - 1) / 2 * rows.down
        return [(left + i % rows.columns * rows.across, top + i // rows.columns * rows.down) for i in range(n)]

    def answers(self) -> tuple[Widget, ...]:
        rows = self.rows
        return tuple(
            Widget(
                f"which-{i}", Box.around(x, y, rows.radius), Hotspot(), f"{subject.exercise}_name",
                beside=(Box(x - rows.across / 2 + 4, y + rows.radius + BELOW, rows.across - 8, 1.1 * rows.text),),
            )
            for i, (subject, (x, y)) in enumerate(zip(self.about, self.places()))
        )  # fmt: skip

    def answered(self, which: int) -> Next:
        return routes.Ouch(self.session, self.about[which], self.back)

    def keep(self) -> None:
        """It is kept as the one just done, and the rest is for later."""
        self.session.put_to_rest(self.about[0], None)
        self.session.keep_for_later()

    def over(self) -> Next:
        return routes.SessionOver(self.session)

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        paint_meadow(self.ctx, paper)
        rows = self.rows
        paper.panel(rows.card, radius=48, blur=20)
        x, y, r = rows.plaster
        paper.disc(x, y, r, LILAC, "icons/ouch", 1.5 * r, ring="#FFF9EC")
        paper.text(self.ctx.texts("ouch_which"), 40, *rows.title, width=rows.card.w - 200 if rows is LARGE else 420)
        for x, y in self.places():
            paper.note(Box.around(x, y, rows.radius + RING))  # larger names stay off the ring about the friend below
        for subject, (x, y) in zip(self.about, self.places()):
            paint_friend(paper, self.ctx, subject, x, y, rows.radius)
            paper.paragraph(
                self.ctx.texts.exercise(subject.exercise), rows.text, x, y + rows.radius + BELOW, rows.across - 8,
                weight="ExtraBold", leading=1.05, align="c", height=2.2 * rows.text,
            )  # fmt: skip

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "hug", 178, 580, 0.62, self.age)
