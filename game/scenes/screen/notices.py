"""Small strips over the game: eight seconds to be read, then an icon beside the speaker while it still holds.

They belong to no screen and nothing waits for them. Whoever has something to tell puts its name into `ctx.notices`.
What can be seen at any time (no sound, not yet written) is looked up here. What only a grown-up should read is no strip
over a page's numbers: it goes to `ctx.remarks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pygame

from game.core.events import Event
from game.frozen import dataclass
from game.scenes.parent import remarks
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.outside import TextSource
from game.ui.controls import Command
from game.ui.paper import Paper, grown_paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, Paint
from game.ui.view import Anchor, Box

SHOWN_FOR = 8.0  # seconds
FIRST = Box(60, 170, 690, 108)
STEP = 132
MOST = 3
ICON_R, ICON_GAP = 30, 36
PAPER = Paint("#F3EADA", "#DDCFB4")
CLOCK_SLACK = timedelta(minutes=2)
FLIGHT = timedelta(minutes=90)  # between two offsets; summer time is one hour and no flight


@dataclass(frozen=True, slots=True)
class Notice:
    """Its glyph, and the key of its hint at the right end."""

    glyph: str
    hint: str | None = None
    has_line: bool = True
    has_icon: bool = False


NOTICES: dict[str, Notice] = {
    "pad": Notice("pad", "notice_space", has_icon=True),
    "sound": Notice("mute", "notice_f1", has_icon=True),
    "disk": Notice("disk", "notice_g", has_icon=True),
    "tries": Notice("key"),
    "words_on": Notice("list", has_line=False),
    "words_off": Notice("list", has_line=False),
}


class NoticeStrips:
    """Which notices are up. Times in seconds."""

    def __init__(self) -> None:
        self.left: dict[str, float] = {}
        self._told: set[str] = set()
        self._seen: datetime | None = None
        self._opened: tuple[Context, datetime] | None = None  # a diary nobody has looked into yet, and when

    def look(self, ctx: Context) -> None:
        """The diary has just been opened: what it ends with is looked at as soon as it is folded."""
        self._seen = ctx.now()
        self._opened = ctx, self._seen
        if ctx.told.is_here:
            self._look_back(ctx, self._seen)

    def _look_back(self, ctx: Context, opened: datetime) -> None:
        """Has the computer's date jumped since its last entry?"""
        self._opened = None
        last = max((c.events[-1] for c in ctx.family.children.values() if c.events), key=lambda e: e.at, default=None)
        is_read = last is not None and ctx.family.settings.get(remarks.CLOCK_READ) == last.id
        if not ctx.is_demo and not is_read and clock_moved(last, opened):
            _remark(ctx, "clock")

    def show(self, name: str) -> None:
        """Up for eight seconds, beside what is there already."""
        if name in NOTICES:
            for other in ("words_on", "words_off"):
                if name.startswith("words"):
                    self.left.pop(other, None)
            self.left[name] = SHOWN_FOR
            self._told.add(name)

    def take_down(self, name: str) -> None:
        """It is over: no strip and no icon."""
        self.left.pop(name, None)
        self._told.discard(name)

    def update(self, dt: float, scene: Scene) -> None:
        """`dt` seconds passed on `scene`."""
        ctx = scene.ctx
        if self._opened and self._opened[0].told.is_here:
            self._look_back(*self._opened)
        now = ctx.now()
        if self._seen and now < self._seen - CLOCK_SLACK:
            _remark(ctx, "clock")
        self._seen = now
        while ctx.notices:
            name = ctx.notices.pop(0)
            if name.partition(" ")[0] in remarks.GLYPHS:
                if not remarks.was_read(ctx, name):
                    _remark(ctx, name)
            else:
                self.show(name)
        self._holds("sound", ctx.sound.is_missing)
        self._holds("disk", ctx.unsaved > 0)
        for name in self.up(scene):
            self.left[name] -= dt
            if self.left[name] <= 0:
                del self.left[name]

    def _holds(self, name: str, is_so: bool) -> None:
        if is_so and name not in self._told:
            self.show(name)
        elif not is_so and name in self._told:
            self.take_down(name)

    def up(self, scene: Scene) -> tuple[str, ...]:
        """The names of the strips to be seen on a screen, oldest first; one at a time over what grown-ups read."""
        return tuple(self.left)[: MOST if scene.is_child else 1]

    def icons(self, scene: Scene) -> tuple[str, ...]:
        """What still holds after its strip has gone."""
        up = self.up(scene)
        return tuple(n for n, notice in NOTICES.items() if notice.has_icon and n in self._told and n not in up)

    def draw(self, stage: Stage, scene: Scene) -> None:
        """Over everything the scene has put."""
        for i, name in enumerate(self.up(scene)):
            _put(stage, scene.ctx, ("strip", name), _box(i, scene), self._strip(name))
        for name, box in zip(self.icons(scene), _places(scene)):
            _put(stage, scene.ctx, ("icon", name), box, _icon(name))

    def _strip(self, name: str) -> Callable[[Paper, TextSource], None]:
        notice = NOTICES[name]

        def draw(paper: Paper, words: TextSource) -> None:
            paper.panel(FIRST, radius=36)
            paper.disc(124, 224, 36, PAPER, lip_depth=3, alpha=0)
            paper.glyph(notice.glyph, 124, 224, 44, INK, 2.2)
            hint_w = 0.0
            if notice.hint:
                hint = words(notice.hint)
                hint_w = paper.text(hint, 18, 726, 208, OK, align="r", width=240).w + 16
            room = 726 - 178 - hint_w
            y = 208 if notice.has_line else 224
            paper.text(words(f"notice_{name}"), 25, 178, y, align="l", width=room)
            if notice.has_line:
                paper.text(words(f"notice_{name}_line"), 19, 178, 242, INK_2, SEMI_BOLD, "l", 540)

        return draw


def _remark(ctx: Context, name: str) -> None:
    """Told to grown-ups, once, until it is read."""
    if name not in ctx.remarks:
        ctx.remarks.append(name)


def _icon(name: str) -> Callable[[Paper, TextSource], None]:
    def draw(paper: Paper, words: TextSource) -> None:
        paper.disc(ICON_R, ICON_R, ICON_R, PAPER, lip_depth=3, blur=5, alpha=50)
        paper.glyph(NOTICES[name].glyph, ICON_R, ICON_R, 36, INK, 2.2)

    return draw


def _box(i: int, scene: Scene) -> Box:
    """Of the i-th strip: below the buttons of a child's screen, wherever the window's corner is."""
    anchor = Anchor.TOP_LEFT if scene.is_child else Anchor.PICTURE
    return scene.ctx.pictures.plain.view.anchored(FIRST.moved(0, i * STEP), anchor)


def _put(
    stage: Stage, ctx: Context, key: tuple[object, ...], box: Box, draw: Callable[[Paper, TextSource], None]
) -> None:
    """A kept picture at a box; it is drawn about the first strip's place, or about the corner for an icon."""
    pictures = ctx.pictures
    drawn = FIRST if key[0] == "strip" else Box(0, 0, 2 * ICON_R, 2 * ICON_R)
    area = drawn.grown(40)

    def make() -> tuple[pygame.Surface, tuple[int, int]]:
        rect = pictures.view.rect(area)
        surface = pygame.Surface(rect.size, pygame.SRCALPHA)
        grown_paper(surface, pictures, lambda paper: draw(paper, ctx.texts), area)
        return surface.convert_alpha(), (0, 0)

    picture, _ = pictures.kept(("notice", ctx.texts("notice_sound"), *key), make)
    with stage.seen_by(replace(stage.view, is_mirrored=pictures.view.is_mirrored)):
        stage.put_corner(picture, box.x - 40, box.y - 40)


def _places(scene: Scene) -> Iterator[Box]:
    """Free places for icons to the right of the screen's speaker; none without one."""
    widgets = scene.widgets
    speaker = next((w for w in widgets if w.command is Command.AGAIN), None)
    if speaker is None:
        return
    x, y = speaker.box.right + ICON_GAP, speaker.box.centre[1] - ICON_R
    while x + 2 * ICON_R < scene.ctx.pictures.plain.view.visible().right:
        box = Box(x, y, 2 * ICON_R, 2 * ICON_R)
        if not any(w.box.grown(4).meets(box) for w in widgets):
            yield box
        x += 2 * ICON_R + ICON_GAP


def paint_too_small(surface: pygame.Surface, ctx: Context) -> None:
    """A window nobody could read: one sentence, in letters as large as fit."""
    surface.fill(pygame.Color("#FFF3D9"))
    w, h = surface.get_size()
    text = ctx.texts("notice_window")
    for size in range(40, 9, -2):
        picture = ctx.pictures.block(text, size / ctx.pictures.k, INK, EXTRA_BOLD, w - 16)
        if picture.get_width() <= w - 8 and picture.get_height() <= h - 8:
            break
    surface.blit(picture, ((w - picture.get_width()) // 2, (h - picture.get_height()) // 2))


def clock_moved(last: Event | None, now: datetime) -> bool:
    """Whether the computer's date went back behind the last entry, or another time zone was entered since then."""
    if last is None:
        return False
    offset = now.utcoffset() or timedelta(0)
    return now < last.at - CLOCK_SLACK or abs(offset - timedelta(minutes=last.offset)) >= FLIGHT
