"""The friend whose exercise is spoken of, on the cards about pain; and where two play, whose card it is."""

from __future__ import annotations

from game.scenes.screen.context import Context
from game.scenes.session.session import RunningSession, Subject
from game.ui.paper import Paper
from game.ui.theme import ANIMALS, LILAC


def paint_friend(paper: Paper, ctx: Context, subject: Subject, x: float, y: float, r: float) -> None:
    """In a round window of radius `r` design units about (x, y)."""
    host = ctx.catalogue.exercises[subject.exercise].demonstration.host
    paper.disc(x, y, r, ANIMALS.get(host, LILAC), f"cast/{host}", r * 1.5, ring="#FFF9EC")


def paint_whose(paper: Paper, session: RunningSession, x: float, y: float, r: float) -> None:
    """The child's own animal, where two play: the card is about that one. Nothing where one plays alone."""
    if session.company:
        animal = session.child.animal
        paper.disc(x, y, r, ANIMALS[animal], f"cast/{animal}", r * 1.6, ring="#FFF9EC")
