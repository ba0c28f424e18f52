"""A family's days as it lives them: presses only, on a diary in a file, every new picture looked at.

`Home` is a `Player` that draws each screen when it comes and once more while it stands, and keeps what was wrong with
it. Floor mode runs by itself; what a child or a parent presses is named as they would name it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from game.core.events import LevelPlayed
from game.core.reports.progress import ProgressReport
from game.data.checkpoint.past import Past
from game.data.journal.journal import Journal
from game.scenes.parent.progress.progress import ProgressPage
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import PIN, STEP, Player

LOOK_AFTER = 0.6  # seconds a screen has stood when it is looked at


class Home(Player):
    """One computer at home. `wrong` collects what any picture complained of, `seen` the screens that were drawn; `data`
    is the family's folder, where it has one."""

    def __init__(
        self, file: Path, start: datetime | None = None, data: Path | None = None, past: Past | None = None
    ) -> None:  # fmt: skip
        self.file = file
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        self._looked_at: object = None
        journal = Journal.open(file, proven=past.proven if past else None)
        super().__init__(start, journal=journal, data=data, past=past)

    # ---------------------------------------------------------------- looking
    def wait(self, seconds: float) -> None:
        while seconds > 1e-9:
            dt = min(STEP, seconds)
            self.clock += timedelta(seconds=dt)
            self.ctx.narrator.update(dt)
            self._quick_disk()
            self.scene = self.scene.update(dt) or self.scene
            if self.scene is not self._looked_at and getattr(self.scene, "age", 0) >= LOOK_AFTER:
                self._looked_at = self.scene
                self.look()
            seconds -= dt

    def look(self) -> None:
        """Draws what is there; a word cut off or a target too small is kept in `wrong`."""
        self.seen.add(self.scene.name)
        self.draw()
        window = self.ctx.pictures.plain.view.visible()
        complaints = [*check_layout(self.scene.widgets, window), *self.scene.problems]
        self.wrong += [f"{self.clock:%m-%d %H:%M} {self.scene.name}: {c}" for c in complaints]

    # ---------------------------------------------------------------- the computer
    def on_again(self) -> None:
        """The power goes without a good night, and the game is started anew from its file."""
        self.game.journal.close()
        wrong, seen = self.wrong, self.seen
        Home.__init__(self, self.file, self.clock + timedelta(minutes=5), self.game.data)
        self.wrong, self.seen = wrong, seen

    def morning_of(self, day: date, hour: int = 8) -> None:
        """That day at WHO; what the voice was saying the day before is over."""
        self.ctx.narrator.stop()
        self.at(day, hour)
        self.wait(1)

    # ---------------------------------------------------------------- the child
    def to_the_map(self) -> None:
        super().to_the_map()
        self.wait(1)

    def plays(self, way: str = "big", meanwhile: Callable[[], None] | None = None) -> None:
        """From WHO to the end of the session; `way` is what is pressed on the map."""
        self.to_the_map()
        self.tap(way)
        self.wait(1)
        self.fetch()
        if meanwhile:
            meanwhile()
        self.wait_for("session_end", most=1500)
        self.wait(1)

    def works_on(self, exercise: str, seconds: float = 2) -> None:
        """Floor mode goes on until the child has been at that exercise for some seconds."""
        waited = 0.0
        while not (self.scene.name == "play" and self.scene.session.exercise.id == exercise):  # type: ignore[attr-defined]
            self.wait(0.25)
            waited += 0.25
            assert waited < 600, f"{exercise} never came, only {self.scene.name}"
        self.wait(seconds)

    # ---------------------------------------------------------------- the grown-up
    def opens_the_gate(self) -> None:
        self.key(Command.GROWN_UPS)
        assert self.scene.name == "gate", self.scene.name
        self.wait(1)
        self.keys(PIN)
        self.wait(1)

    def confirms(self, keys: Sequence[str]) -> None:
        """From the end, WHO or Progress to WHO: the PIN, then a key per exercise (with e, h or u before it)."""
        if self.scene.name not in ("confirm", "progress"):
            self.opens_the_gate()
        if self.scene.name == "progress":  # after pain the page leads with what waits most, the word among it
            self.tap("confirm")
            self.wait(1)
        assert self.scene.name == "confirm", self.scene.name
        for key in keys:
            self.keys(key)
        self.wait(2)
        if self.scene.name == "reward":
            self.wait(6)
            self.tap("big")
        self.wait(1)

    def looks_at_progress(self) -> ProgressReport:
        """The progress page's figures, from WHO and back to WHO."""
        self.opens_the_gate()
        page = self.scene
        assert isinstance(page, ProgressPage) and page.report is not None, self.scene.name
        self.tap("tab-exercises")
        self.wait(1)
        self.look()
        self.key(Command.BACK)
        assert self.scene.name == "who"
        return page.report

    def allows(self, exercise: str) -> None:
        """On the exercise's page, from WHO and back."""
        self.opens_the_gate()
        self.tap("tab-exercises")
        while all(w.name != f"exercise-{exercise}" for w in self.scene.widgets):  # type: ignore[attr-defined]
            self.tap("later")
        self.tap(f"exercise-{exercise}")
        self.wait(1)
        self.tap("allow")
        self.wait(1)
        self.tap("allow")
        self.wait(1)
        self.tap("back")
        self.key(Command.BACK)
        self.wait(1)
        assert self.scene.name == "who", self.scene.name

    # ---------------------------------------------------------------- what the diary says
    def doses(self) -> dict[str, tuple[int, int]]:
        """Sets and amount of each exercise as it was last played."""
        plays = [e.fact for e in self.ctx.child(self.child).events if isinstance(e.fact, LevelPlayed)]
        return {p.exercise: (p.sets, p.amount) for p in plays}
