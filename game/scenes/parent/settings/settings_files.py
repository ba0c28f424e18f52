"""The diary's file and what keeps it safe: copies, taking it along, the PIN, erasing a child, closing the game."""

from __future__ import annotations

from game.core.events import SettingChosen
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.settings.settings_sheet import (
    FIRST_ROW,
    LEFT_CARD,
    RIGHT_CARD,
    TOP,
    WIDTH,
    Card,
    SettingsSheet,
    SwitchRow,
)
from game.scenes.routes import Next
from game.scenes.screen.background_task import BackgroundTaskPage
from game.ui.paper import Paper
from game.ui.theme import INK_2, OK, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

DIARY, SAFE = Box(LEFT_CARD, TOP, WIDTH, 300), Box(RIGHT_CARD, TOP, WIDTH, 300)
PLACE = Box(LEFT_CARD, DIARY.bottom + 16, RIGHT_CARD + WIDTH - LEFT_CARD, 104)
SAID = Box(LEFT_CARD, PLACE.bottom + 16, PLACE.w, 84)
DEED = 52  # high


class FilesPage(BackgroundTaskPage, GrownUpsPage):
    """A page on which it may lie: what the disk is asked for is waited for there, and comes back to it."""


class FilesSheet(SettingsSheet):
    """`page` is where it lies; what came of a deed is said here."""

    name = "files"

    def __init__(self, page: FilesPage) -> None:
        super().__init__(page.ctx)
        self.page = page
        self.is_good = True

    def cards(self) -> tuple[Card, ...]:
        return (
            Card(DIARY, "settings_diary_card"),
            Card(SAFE, "settings_safe_card"),
            Card(PLACE, "settings_place_card"),
            Card(SAID, ""),
        )

    def switches(self) -> tuple[SwitchRow, ...]:
        return (SwitchRow("kiosk", "settings_kiosk_short", "settings_kiosk_line", RIGHT_CARD, TOP + FIRST_ROW + 8),)

    def is_on(self, name: str) -> bool:
        """It may have been started so that nothing chosen here changes it."""
        return super().is_on(name) or self.is_fixed(name)

    def is_fixed(self, name: str) -> bool:
        return name == "kiosk" and self.ctx.is_kiosk

    def more(self) -> tuple[Widget, ...]:
        w, words = WIDTH - 44, self.ctx.texts
        deeds = (
            ("back-up", "settings_back_up", "save", "plain", DIARY.x, DIARY.y + 56),
            ("bring-back", "settings_bring_back", "undo", "plain", DIARY.x, DIARY.y + 56 + 78),
            ("export", "settings_export", "disk", "plain", DIARY.x, DIARY.y + 56 + 2 * 78),
            ("place", "settings_place_next", "down", "plain", PLACE.right - WIDTH, PLACE.y + 26),
            ("new-pin", "settings_new_pin", "key", "plain", SAFE.x, DIARY.y + 56 + 78),
            ("erase", "settings_erase", "x", "warn", SAFE.x, DIARY.y + 56 + 2 * 78),
        )
        return tuple(
            button(
                name, Box(x + 22, y, w, DEED), words(key), kind, glyph=glyph, size=20,
                # There is nothing to keep or to erase of a made-up family.
                is_enabled=name == "new-pin" or not self.ctx.is_demo,
            )
            for name, key, glyph, kind, x, y in deeds
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_kiosk" if name == "kiosk" else "why_demo")

    def paint_more(self, paper: Paper) -> None:
        words, place = self.ctx.texts, self.ctx.settings.copy_place
        line = words("settings_place_is", place=place) if place else words("settings_place_none")
        paper.paragraph(line, 17, PLACE.x + 22, PLACE.y + 50, WIDTH - 44, INK_2, height=48)
        message = self.page.message
        colour = INK_2 if not message else OK if self.is_good else WARN
        paper.paragraph(message or self._diary(), 17, SAID.x + 22, SAID.y + 14, SAID.w - 44, colour, height=SAID.h - 24)

    def _diary(self) -> str:
        """Where everything is kept and when it was last copied."""
        words, files = self.ctx.texts, self.ctx.files
        if self.ctx.is_demo or not files.folder():
            return words("demo_strip")
        last = files.last_copy()
        when = words("settings_last_copy", when=words.locale.at(words.date(last), last)) if last else ""
        return f"{words('settings_diary', folder=files.folder())}\n{when or words('settings_no_copy')}"

    def do(self, name: str) -> Next | None:
        files = self.ctx.files
        match name:
            case "erase":
                return routes.EraseChild(self.page)
            case "bring-back":
                return routes.BringBack(self.page)
            case "new-pin":
                return routes.NewPin(routes.Back(self.page), routes.Back(self.page))
            case "back-up":
                self.page.begin(files.back_up(), lambda file: self._tell("settings_backed_up", file), self._warn)
            case "place":
                self.page.begin(files.places(), self._choose_place, self._warn)
            case "export":
                self.page.begin(files.export(), lambda file: self._tell("settings_exported", file), self._warn)
        return None

    def _choose_place(self, found: str) -> None:
        """The next of the places found, after the last none; a copy goes there at once, and its fate is told."""
        places, now = [place for place in found.split("\n") if place], self.ctx.settings.copy_place
        if not places and not now:
            self._warn(self.ctx.texts("settings_place_nowhere"))
            return
        following = ["", *places]
        chosen = following[(following.index(now) + 1) % len(following)] if now in following else ""
        self.ctx.record(SettingChosen("copy_place", chosen))
        if not chosen:
            self.page.message, self.is_good = self.ctx.texts("settings_place_off"), True
            return
        self.page.begin(self.ctx.files.keep_also(), self._kept_there, self._warn)

    def _kept_there(self, file: str) -> None:
        if file:
            self._tell("settings_place_kept", file)

    def _tell(self, key: str, file: str) -> None:
        self.page.message, self.is_good = self.ctx.texts(key, file=file), True

    def _warn(self, message: str) -> None:
        self.page.message, self.is_good = message, False
