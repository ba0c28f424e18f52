"""A screen on which a person decides because a child may be hurt: nothing follows it by itself."""

from __future__ import annotations

from typing import final

from game.scenes.screen.screen import Screen


class SafetyScreen(Screen):
    """A screen on which a person decides because a child may be hurt: however long nobody comes, it stays.

    It cannot have a screen that follows by itself: `update` has none to give and is nobody's to override. A subclass
    that has something to keep when time passes gives `pass_time`.
    """

    def __init_subclass__(cls) -> None:
        if "update" in vars(cls):
            raise TypeError(f"{cls.__name__} is a safety screen: nothing follows by itself, use pass_time")

    @final
    def update(self, dt: float) -> None:
        super().update(dt)
        self.pass_time()

    def pass_time(self) -> None:
        """Time has passed: facts may be told, the screen stays."""
