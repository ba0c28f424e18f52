"""What the map says when nothing may be played: a card over the sleeping trail, with no way to be lured."""

from __future__ import annotations

from datetime import date

import pygame

from game.core.content import Slot
from game.core.history.history import Child
from game.core.rules.today import Doing, Today
from game.frozen import dataclass
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.paper import Paper
from game.ui.view import Box

BOX = Box(360, 220, 560, 302)
NAP = (470.0, 378.0)  # middle of the window in which Bo naps
NAP_RADIUS = 78
NIGHT_VEIL = (150, 152, 190)  # multiplied over the map: it sleeps, its colours stay


@dataclass(frozen=True, slots=True)
class RestCard:
    """A title and a line (keys of texts; of a pause `until` is its last day), what comes next as a picture, and what is
    said."""

    title: str
    sub: str | None
    picture: str
    lines: tuple[str, ...]
    until: date | None = None

    def line(self, words: TextSource) -> str:
        """Below the title; "" for none."""
        return words(self.sub, date=self.until) if self.sub else ""


def rest_card(now: Today, child: Child) -> RestCard | None:
    """The card for how a slot stands; None when something may be played or soon will."""
    match now.doing:
        case Doing.DONE if now.slot is Slot.MORNING:
            return RestCard("map_rest_title", "map_rest_moon", "ui/moon", ("map_morning_done", "map_evening_later"))
        case Doing.DONE:
            return RestCard("map_rest_title", "map_rest_morning", "ui/sun", ("map_all_done",))
        case Doing.LOCKED if child.waits_for_doctor:
            return RestCard("map_locked", None, "icons/hand", ("ouch_programme_rests",))
        case Doing.LOCKED:
            return RestCard("map_locked", None, "icons/nap", ("locked_healing",))
        case Doing.PAUSED if any(why.key == "reason_painful_stop" for why in now.why):
            return RestCard("map_paused", None, "icons/nap", ("ouch_programme_rests",))
        case Doing.RESTING:  # single pains, or all of it left out: nobody need ask a doctor
            return RestCard("map_paused", None, "icons/nap", ("hibernate_hello", "grown_up_call"))
        case Doing.PAUSED:
            until = now.paused_until
            return RestCard(
                "map_paused", "map_paused_until" if until else None, "icons/nap", ("hibernate_hello", "hibernate_why"),
                until,
            )  # fmt: skip
        case Doing.OFF_COURSE:
            return RestCard("map_off_course", None, "icons/nap", ("hibernate_hello", "hibernate_why"))
        case _:
            return None


def paint_sleep(paper: Paper) -> None:
    """The night veil over the path; what can be pressed keeps its light."""
    paper.surface.fill(NIGHT_VEIL, special_flags=pygame.BLEND_RGB_MULT)


def paint_card(paper: Paper, card: RestCard, title: str, sub: str) -> None:
    """The card without Bo, who is put in front of it, napping."""
    paper.panel(BOX if sub else Box(BOX.x, BOX.y, BOX.w, BOX.h - 36), radius=48, blur=20)
    paper.disc(*NAP, NAP_RADIUS, theme.ANIMALS["bo"], ring=theme.SUN, lip_depth=6)
    paper.text(title, 40, 640, BOX.y + 52, width=BOX.w - 80)
    paper.shape(
        '<path d="M600 388H678M658 366L682 388L658 410" stroke="#7A6278" stroke-width="10" stroke-linecap="round" '
        'stroke-linejoin="round" fill="none"/>',
        Box(590, 356, 104, 64),
        alpha=0,
    )
    if card.picture.startswith("ui/"):
        paper.part(card.picture, 782, 384, 140, shadow=0)
    else:
        paper.disc(782, 384, 62, theme.NIGHT, card.picture, 84, lip_depth=6)
    if sub:
        paper.text(sub, 32, 640, BOX.bottom - 34, theme.INK_2, width=BOX.w - 80)
