"""How the game fits the family, on sheets: sound and session, what is seen, files and safety. Every press is kept."""

from __future__ import annotations

from game.scenes import routes
from game.scenes.parent.settings.settings_files import FilesPage, FilesSheet
from game.scenes.parent.settings.settings_keys import KeysSheet
from game.scenes.parent.settings.settings_look import LookSheet
from game.scenes.parent.settings.settings_session import SessionSheet
from game.scenes.parent.settings.settings_sheet import LEFT_CARD, SettingsSheet
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.ui.controls import Input
from game.ui.paper import Paper
from game.ui.view import Box
from game.ui.widgets import Widget, button

TAB_Y, TAB_W, TAB_GAP = 98, 242, 10.5


class SettingsPage(FilesPage):
    """`sheet` is session, look, keys or files; which child was looked at before is kept for the other pages."""

    name = "settings"
    place = "settings"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None = None, said: str = "", sheet: str = "session") -> None:
        super().__init__(ctx, child)
        self.files, self.keys = FilesSheet(self), KeysSheet(ctx)
        self.sheets: dict[str, SettingsSheet] = {
            sheet.name: sheet for sheet in (SessionSheet(ctx), LookSheet(ctx), self.keys, self.files)
        }
        self.sheet = self.sheets["files" if said else sheet]
        self.message = said
        self._old_pin: object = None  # while another one is chosen
        self._was_full_screen = ctx.is_full_screen

    @property
    def is_good(self) -> bool:
        """Whether what is said is that something was done."""
        return self.files.is_good

    # ---------------------------------------------------------------- looks
    def subtitle(self) -> str:
        """Which languages there are: with words alone nobody would speak to the child."""
        words = self.ctx.texts
        names = [self.ctx.locale_of(name).name for name in self.ctx.languages]
        return words("settings_languages", names=words.locale.listed(names))

    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        tabs = tuple(
            button(
                f"sheet-{name}",
                Box(LEFT_CARD + i * (TAB_W + TAB_GAP), TAB_Y, TAB_W, 44),
                words(f"settings_sheet_{name}"),
                "on" if sheet is self.sheet else "plain",
                size=19,
            )
            for i, (name, sheet) in enumerate(self.sheets.items())
        )
        return (*tabs, *self.sheet.widgets())

    def first_focus(self, names: list[str]) -> str | None:
        """The sheet's first row, not the sheets' names."""
        return next((n for n in names if not n.startswith(("place-", "sheet-")) and n != "back-to-play"), None)

    def missing(self, name: str) -> str:
        is_step = name.endswith(("-less", "-more"))
        return super().missing(name) if is_step else self.sheet.missing(name)

    def paint_page(self, paper: Paper) -> None:
        self.sheet.paint(paper)

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> Next | None:
        self.message = ""
        following: Next | None = None
        if name.startswith("sheet-"):
            self.sheet.left()
            self.sheet = self.sheets[name.removeprefix("sheet-")]
        elif name == "reminders":
            following = routes.Reminders(self.child_id)
        else:
            if name == "new-pin":
                self._old_pin = self.ctx.family.gate
            following = self.sheet.choose(name)
        self.changed()
        return following

    def returned(self) -> Scene:
        """Another PIN that was kept is said."""
        if self._old_pin is not None and self.ctx.family.gate != self._old_pin:
            self.message, self.files.is_good = self.ctx.texts("pin_saved"), True
        self._old_pin = None
        return super().returned()

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if self.ctx.is_full_screen != self._was_full_screen:  # F11
            self._was_full_screen = self.ctx.is_full_screen
            self.changed()
        self.sheet.update(dt)
        if following:
            self.sheet.left()
        return following

    def handle(self, event: Input) -> Next | None:
        if self.keys.takes(event):
            self.quiet = 0.0
            self.changed()
            return None
        following = super().handle(event)
        if following is not None:
            self.sheet.left()
        return following

    def left(self) -> Next | None:
        self.sheet.left()
        return super().left()
