"""The sticker book: a spread of twelve for each place; what is not found yet shows only its shape.

Below them hangs what the story found there.
"""

from __future__ import annotations

from game.core.stickers import Sticker
from game.scenes.home.book_pages import DAY, EVENING, paint_book
from game.scenes.home.map_state import MAPS, look
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.celebration import put_confetti
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.found_things import found, paint_line
from game.ui.art.stickers import die_cut, silhouette, stuck
from game.ui.controls import Command
from game.ui.effects import confetti
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

RADIUS, TARGET = 68, 73
PRESSED_SECONDS = 0.45
COUNT = Box(928, 614, 220, 62)


def slot(i: int) -> tuple[float, float]:
    """Where the i-th of twelve stickers lies: six a page, in two rows."""
    page, j = divmod(i, 6)
    return (92, 652)[page] + 104 + j % 3 * 170, 206 + j // 3 * 212


class StickerBook(Screen):
    """Opens at the sticker found last."""

    name = "stickers"

    def __init__(self, ctx: Context, child: str, back: Next) -> None:
        super().__init__(ctx)
        self.id, self.back = child, back
        self.book = ctx.art.library.stickers()
        self.places = tuple(self.book)
        known = {s.id for place in self.book.values() for s in place}
        self.found = tuple(s for s in ctx.child(child).stickers if s in known)
        self.all = len(known)
        self.told = look(ctx, child).told
        self.newest = self.found[-1] if self.found else None
        self.page = next((i for i, p in enumerate(self.places) if self.newest in [s.id for s in self.book[p]]), 0)
        self.pieces = confetti(7, ctx.is_evening) if self.is_full and not ctx.settings.calm else ()
        self.pressed: str | None = None
        self._pressed_for = 0.0

    @property
    def is_full(self) -> bool:
        return len(self.found) == self.all

    @property
    def spread(self) -> tuple[Sticker, ...]:
        """The twelve of the open place."""
        return self.book[self.places[self.page]]

    # ---------------------------------------------------------------- widgets and voice
    def build(self) -> tuple[Widget, ...]:
        out = [
            round_button("back", 76, 76, 48, theme.CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        ]
        for i, sticker in enumerate(self.spread):
            voice = f"sticker_{sticker.id}" if sticker.id in self.found else "sticker_not_yet"
            out.append(Widget(sticker.id, Box.around(*slot(i), TARGET), Hotspot(), voice=voice))
        if self.page > 0:
            out.append(round_button("page_back", 76, 312, 48, theme.TEAL, "icons/back", 60, voice="label_back"))
        if self.page + 1 < len(self.places):
            out.append(round_button("page_on", 1204, 312, 48, theme.TEAL, "icons/play", 60, voice="label_next"))
        return (*out, hud.again(hud.AGAIN_RIGHT, Anchor.PICTURE))

    def first_focus(self, names: list[str]) -> str | None:
        if self.newest in names:
            return self.newest
        return next((s.id for s in self.spread if s.id in self.found), self.spread[0].id)

    def lines(self) -> tuple[str, ...]:
        if not self.found:
            return ("sticker_empty",)
        return ("sticker_last",) if self.is_full else ("sticker_book",)

    # ---------------------------------------------------------------- doing
    def press(self, name: str) -> Next | None:
        match name:
            case "back":
                return self.back
            case "again":
                self.ctx.say(*self.lines())
            case "page_back" | "page_on":
                self._turn(1 if name == "page_on" else -1)
            case _ if name in self.found:
                self.pressed, self._pressed_for = name, 0.0
                self.ctx.say(f"sticker_{name}", f"sticker_{name}_line")
            case _:
                self.ctx.say("sticker_not_yet" if self.found else "sticker_empty")
        return None

    def _turn(self, by: int) -> None:
        """The next place; the arrow keeps the focus where there is one more."""
        arrow = self.focused
        self.page = max(0, min(len(self.places) - 1, self.page + by))
        self.ctx.sound.effect("whoosh")
        self.focused = None
        self.changed()
        if arrow in [w.name for w in self.widgets]:
            self.focused = arrow

    def update(self, dt: float) -> Next | None:
        self._pressed_for += dt
        if self._pressed_for > PRESSED_SECONDS:
            self.pressed = None
        return super().update(dt)

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        ctx, tones = self.ctx, EVENING if self.ctx.is_evening else DAY
        place = self.places[self.page]
        paper.backdrop(ctx.art.place(place, ctx.is_evening).still(paper.view.size))
        paper.veil(0.3)
        paint_book(paper, place, self.places, tones)
        for i, sticker in enumerate(self.spread):
            x, y = slot(i)
            if sticker.id in self.found:
                picture, offset = stuck(ctx.pictures, sticker, RADIUS)
                paper.blit(picture, x, y, offset)
                continue
            if i == 0 and not self.found:
                glow = f'<circle cx="{x}" cy="{y}" r="92" fill="{theme.SUN}" fill-opacity="0.45"/>'
                paper.shape(glow, Box.around(x, y, 96), alpha=0)
            picture = silhouette(ctx.pictures, sticker, RADIUS - 2, tones.line, tones.edge)
            paper.blit(picture, x, y, (-picture.get_width() // 2, -picture.get_height() // 2))
        paint_line(paper, self._things(), 110, 506, ctx.is_evening)
        if self.found:
            self._paint_count(paper)

    def _things(self) -> list[tuple[str, bool]]:
        """What the story finds in the open place, and whether it was found."""
        place, things = self.places[self.page], found(self.told)
        chapters = self.ctx.art.library.story()
        return [(c.thing, c.thing in things) for c in chapters if MAPS.get(c.place, c.place) == place]

    def _paint_count(self, paper: Paper) -> None:
        paper.panel(COUNT, radius=31, lip_depth=5, blur=6, alpha=50)
        paper.disc(COUNT.x + 36, COUNT.y + 31, 24, theme.LILAC, "icons/book", 32, lip_depth=0, alpha=0)
        words = self.ctx.texts("stickers_count", n=len(self.found), all=self.all)
        if self.is_full:
            words = self.ctx.texts("stickers_full")
        paper.text(words, 30, COUNT.x + 136, COUNT.y + 30, width=COUNT.w - 80)

    def moving(self, stage: Stage) -> None:
        put_confetti(stage, self.ctx.pictures, self.pieces, self.age, self.ctx.is_evening)
        if self.pressed and not self.ctx.settings.calm:
            for i, sticker in enumerate(self.spread):
                if sticker.id == self.pressed:
                    stage.put_centre(die_cut(self.ctx.pictures, sticker, RADIUS * 1.12, -sticker.tilt), *slot(i))
