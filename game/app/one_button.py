"""One-button play: the ring walks by itself from thing to thing, and any key, button or tap chooses what it is on.

For who can press one thing only, a switch, a key, a pad's button, the screen. It works on the child's screens. Behind
the gate and before it every input means what it always means: a PIN that could be walked through would be none.
"""

from __future__ import annotations

from game.scenes.scene import Scene
from game.ui.controls import Command, Input, Key, Press

# Keys of their own that stay: who helps may use them, and what hurts is never only as quick as the ring.
STAY = frozenset((
    Command.BACK, Command.HURT, Command.HELP, Command.FULL_SCREEN, Command.GROWN_UPS, Command.WORDS, Command.PAUSE,
    Command.AGAIN, Command.MORE,
))  # fmt: skip


class OneButton:
    """How long the ring has been where it is; seconds."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._on: str | None = None
        self._for = 0.0

    def pass_time(self, dt: float, scene: Scene) -> None:
        """`dt` seconds went by on `scene`: the ring walks on when it was long enough where it is."""
        if not walks_on(scene):
            self._scene = None
            return
        if scene is not self._scene or scene.focused != self._on:
            self._scene, self._on, self._for = scene, scene.focused, 0.0
        self._for += dt
        scene.shows_focus = True
        if self._for >= scene.ctx.settings.scan_tenths / 10:
            scene.walk_on()
            self._on, self._for = scene.focused, 0.0

    def meant(self, given: Input, scene: Scene) -> Input:
        """What an input means on `scene`: a press of what the ring is on, or what it always means."""
        if not walks_on(scene) or not _chooses(given):
            return given
        on = next((w for w in scene.widgets if w.name == scene.focused), None)
        if on is None:
            return given
        self._for = 0.0
        return Press(*scene.ctx.pictures.view.pixel(*on.box.centre))


def walks_on(scene: Scene) -> bool:
    """Whether the ring walks on this screen."""
    return scene.is_child and not scene.is_gate and not scene.sets_pin and scene.ctx.settings.one_button


def _chooses(given: Input) -> bool:
    if isinstance(given, Key):
        return given.from_pad or given.command not in STAY
    return isinstance(given, Press)
