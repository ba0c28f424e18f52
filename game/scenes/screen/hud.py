"""The furniture of every playing screen: stop, say it again, it hurts, the big button, the session's ring, the name.

Nothing of it ever lies over the feet. Names and the upper buttons fade to four tenths after a while without input, "it
hurts" and the big button never do, and in high contrast nothing does.
"""

from __future__ import annotations

from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import BLUE, CORAL, EXTRA_BOLD, LILAC, NIGHT_SKY, Paint
from game.ui.view import Anchor, Box
from game.ui.widgets import Widget, round_button

STOP, AGAIN, HURT, BIG, RING = (76, 76), (196, 76), (88, 632), (1180, 624), (1196, 92)
AGAIN_RIGHT = (1204, 76)
PAUSED = Box(34, 160, 168, 208)  # beside every foot and every friend; seen from the mat
FADE_AFTER, FADE_SECONDS, FADED = 5.0, 0.6, 102
MOST_WORDS = 80  # high
LOW_WORDS = (18.0, 20.0, 22.0)  # beside raised hands there is little room
NAME_ROOM = 500  # the widest caption
TEAL_DISC, NIGHT_DISC = "#5FB3A4", "#5F74B8"


def stop() -> Widget:
    return round_button(
        "stop", *STOP, 48, CORAL, "icons/home", 60, voice="label_stop", command=Command.BACK, anchor=Anchor.TOP_LEFT
    )


def again(at: tuple[float, float] = AGAIN, anchor: Anchor = Anchor.TOP_LEFT) -> Widget:
    return round_button(
        "again", *at, 48, BLUE, "icons/speaker", 60, voice="label_again", command=Command.AGAIN, anchor=anchor
    )


def again_right() -> Widget:
    """Where the upper left corner has another button, or words."""
    return again(AGAIN_RIGHT, Anchor.TOP_RIGHT)


def hurt() -> Widget:
    return round_button(
        "hurt", *HURT, 56, LILAC, "icons/ouch", 84, voice="label_ouch", command=Command.HURT, anchor=Anchor.BOTTOM_LEFT
    )


def back(voice: str = "label_back", name: str = "back") -> Widget:
    """Where stop is while something is played: one step back."""
    return round_button(
        name, *STOP, 48, CORAL, "icons/back", 60, voice=voice, command=Command.BACK, anchor=Anchor.TOP_LEFT
    )


def big(
    icon: str, voice: str, command: Command | None = Command.PAUSE, paint: Paint = CORAL, size: float = 84,
    name: str = "big", r: float = 66,
) -> Widget:  # fmt: skip
    """The one that leads on; its sign `size` wide."""
    return round_button(
        name, *BIG, r, paint, f"icons/{icon}", size, voice=voice, command=command, anchor=Anchor.BOTTOM_RIGHT
    )


LEAST_WORDS = 220.0  # design units, the narrowest paper for words


def opacity(quiet: float) -> int:
    """How visible the fading things are `quiet` seconds after the last input, in four steps."""
    if quiet <= FADE_AFTER:
        return 255
    steps = min(3, 1 + int(3 * (quiet - FADE_AFTER) / FADE_SECONDS))
    return 255 - (255 - FADED) * steps // 3


def paint_paused(paper: Paper) -> None:
    """The picture stands still: two bars, as large as a count."""
    paper.panel(PAUSED, "#43304A", "#2E1F33", 44, lip_depth=8, blur=14)
    paper.part("icons/pause", *PAUSED.centre, 190, shadow=0)


def ring_box() -> Box:
    return Box.around(*RING, 84)


def paint_ring(paper: Paper, share: float, is_evening: bool) -> None:
    """Sun or moon, and how much of the session is done."""
    cx, cy = RING
    paper.ring(cx, cy, 50, share, 16, "#6C72B8" if is_evening else "#E8694E")
    if is_evening:
        paper.disc(cx, cy, 36, NIGHT_SKY._replace(lip=NIGHT_SKY.fill), "ui/moon", 62, lip_depth=0, alpha=0)
    else:
        paper.part("ui/sun", cx, cy, 84, shadow=0)


def caption_box(paper_width: float, x: float, room: float = NAME_ROOM) -> Box:
    """The name's ribbon, as wide as its text needs and no wider than its room."""
    return Box(x, 28, min(NAME_ROOM, room, paper_width + 160), 96)


def paint_caption(paper: Paper, box: Box, text: str, picture: str, is_evening: bool) -> None:
    """A ribbon with the sole that works, or the friend's head, and the name."""
    paper.panel(box, radius=48)
    paint_badge(paper, box.x + 52, 76, picture, is_evening)
    paper.text(text, 38, box.x + 52 + (box.w - 52) / 2 + 18, 74, width=box.w - 150)


def paint_badge(paper: Paper, cx: float, cy: float, picture: str, is_evening: bool, k: float = 1.0) -> None:
    """The ribbon's round picture alone, `k` times as large as it stands there."""
    if picture.startswith("cast/"):
        paper.part(picture, cx + 4 * k, cy - 2 * k, 82 * k, shadow=0)
        return
    colour = NIGHT_DISC if is_evening else TEAL_DISC
    paper.shape(f'<circle cx="{cx}" cy="{cy}" r="{40 * k}" fill="{colour}"/>', Box.around(cx, cy, 42 * k), alpha=0)
    paper.part(picture, cx, cy, 68 * k, shadow=0)


def paint_words(paper: Paper, box: Box, text: str) -> None:
    """What the voice says, for families without sound: two lines of about one length where they have room, else
    smaller ones, on paper as wide as they need."""
    times, room = paper.pictures.appearance.text, box.w - 64
    (cx, cy), one, two = box.centre, sorted({30.0, 30 * times}), sorted({*LOW_WORDS, 26.0, 26 * times})
    single = [size for size in one if paper.pictures.text_width(text, size, EXTRA_BOLD) <= room]
    if single:
        wide = max(LEAST_WORDS, paper.pictures.text_width(text, single[-1], EXTRA_BOLD) + 96)
        paper.panel(_middle(box, wide), radius=40)
        paper.is_exact = True
        paper.text(text, single[-1], cx, cy, width=room)
        return
    heights = {size: paper.paragraph_height(text, size, room, EXTRA_BOLD, 1.25) for size in two}
    size = max((s for s, high in heights.items() if high <= MOST_WORDS), default=two[0])
    evenly = (room * share / 20 for share in range(10, 20))
    wide = next((w for w in evenly if _is_as_high(paper, text, size, w, heights[size])), room)
    paper.panel(_middle(box, wide + 96), radius=40)
    paper.is_exact = True
    paper.paragraph(
        text, size, cx, box.y + (box.h - min(heights[size], 78)) / 2, wide, weight=EXTRA_BOLD, leading=1.25,
        align="c", height=80,
    )  # fmt: skip


def _is_as_high(paper: Paper, text: str, size: float, wide: float, high: float) -> bool:
    """Whether a paragraph needs no more lines where it is narrower."""
    fits = all(paper.pictures.text_width(word, size, EXTRA_BOLD) <= wide for word in text.split())
    return fits and paper.paragraph_height(text, size, wide, EXTRA_BOLD, 1.25) <= high


def _middle(box: Box, wide: float) -> Box:
    """The middle of a box, so wide at most."""
    wide = min(box.w, wide)
    return Box(box.centre[0] - wide / 2, box.y, wide, box.h)
