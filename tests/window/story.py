"""One family's first morning, played with real keys and a real mouse: about half of each.

The first start, a session of three exercises in real time, a face for pain, a power cut in the middle, a wrong PIN, an
undone word, a pulled window, the whole screen, the grown-ups' pages, good night. A picture after every step.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tests.window.desktop import Desktop, Window

PIN, WRONG = "7394", "2468"
BIG, HURT, STOP = (1180, 624), (88, 632), (76, 76)
GO_ON_AFTER_PAIN = (930, 420)
WORD = (923, 314)  # the button of the second of two cards: pain comes first, then the word
SURPRISE = 1.1  # seconds a page that came by itself is deaf
PAGES = 4  # places in the grown-ups' rail


class Album:
    """Numbered pictures of one window after another."""

    def __init__(self, folder: Path, window: Callable[[], Window]) -> None:
        self.folder, self._window, self._n = folder, window, 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str) -> None:
        self._n += 1
        self._window().picture(self.folder / f"{self._n:02}-{name}.png")

    def series(self, name: str, count: int, every: float) -> None:
        """Several pictures of something that moves."""
        for i in range(count):
            self.take(f"{name}-{i + 1}")
            time.sleep(every)


class Morning:
    """Plays it; `window` is the game as it runs now, `figures` what was measured on the way."""

    def __init__(self, desktop: Desktop, home: Path, album: Path, say: Callable[[str], None] = print) -> None:
        self.desktop, self.home, self.say = desktop, home, say
        self.album = Album(album, lambda: self.window)
        self.figures: dict[str, float] = {}
        self.window = Window(desktop, home)
        self.figures["first picture, s"] = self.window.first_picture_after

    def play(self) -> None:
        for step in (
            self.first_start, self.to_the_mat, self.bricks, self.caterpillar_hurts, self.power_goes, self.goes_on,
            self.confirm, self.afterwards, self.grown_ups, self.good_night,
        ):  # fmt: skip
            self.say(step.__name__.replace("_", " "))
            step()

    # ---------------------------------------------------------------- the first start
    def first_start(self) -> None:
        w, album = self.window, self.album
        w.wait_for("language")
        album.take("language")
        w.keys("Return")
        w.wait_for("welcome")
        album.take("welcome")
        w.click(1040, 588)
        w.wait_for("first-pin")
        w.keys(*PIN, wait=0.3)
        w.keys(*WRONG, wait=0.4)
        album.take("pin-differs")
        w.keys(*PIN, *PIN)
        w.click(640, 446)
        album.take("pin-chosen")
        w.click(1090, 636)
        w.wait_for("first-child")
        w.type("Mia")
        w.click(272, 412)
        w.click(935, 218)
        album.take("child")
        w.click(1110, 632)
        w.wait_for("first-signs")
        album.take("signs")
        w.keys(*["Tab"] * 9, "space")
        album.take("signs-none")
        w.keys("Tab", "Return")
        w.wait_for("first-programme")
        album.take("programme")
        w.click(1110, 632)
        w.wait_for("first-ready")
        album.take("ready")
        w.keys("space")
        w.wait_for("who")
        time.sleep(1)
        album.take("who")

    # ---------------------------------------------------------------- the session
    def to_the_mat(self) -> None:
        w, album = self.window, self.album
        w.keys("space")
        w.wait_for("story")
        time.sleep(2)
        album.take("story")
        w.keys("space")
        w.wait_for("map")
        time.sleep(1)
        album.take("map")
        w.click(198, 560)
        w.wait_for("shoes")
        w.click(870, 186)
        w.keys("Tab", "Tab", "Tab", "space")
        album.take("shoes")
        w.click(*BIG)  # the chair is shown, which nobody waited for
        w.click(*BIG, wait=0)

    def bricks(self) -> None:
        """Watched from the first wave to the star: nothing is skipped but the end of the walk."""
        w, album = self.window, self.album
        w.wait_for("intro")
        album.take("howto-hello")
        time.sleep(4)
        album.take("howto-right")
        time.sleep(6)
        album.take("howto-mistake")
        w.wait_for("countdown")
        album.take("countdown-place")
        time.sleep(2)
        album.take("countdown")
        w.wait_for("play")
        album.series("bricks", 4, 0.8)
        w.keys("n")
        album.take("bricks-pressed")
        w.wait_for("other_foot")
        album.series("other-foot", 2, 1.0)
        w.wait_for("play")
        album.series("bricks-other", 3, 1.5)
        w.wait_for("praise", most=60)
        album.take("praise")
        w.wait_for("walk_on")
        time.sleep(1.5)
        album.take("walk-on")

    def caterpillar_hurts(self) -> None:
        w, album = self.window, self.album
        self.skip("walk_on", lambda: w.keys("space", wait=0))
        w.wait_for("intro")
        time.sleep(3)
        album.take("caterpillar-howto")
        self.skip("intro", lambda: w.click(*BIG, wait=0))
        w.wait_for("play")
        album.series("caterpillar", 3, 1.5)
        w.keys("p", wait=1)
        album.take("paused")
        w.keys("space", wait=0)
        w.wait_for("play")
        w.wait_for("other_foot")
        w.wait_for("play")
        time.sleep(7)
        w.click(*HURT)
        w.wait_for("ouch")
        time.sleep(1)
        album.take("faces")
        w.keys("3")
        w.wait_for("ouch_rest")
        time.sleep(5)
        album.take("rests")
        w.click(*GO_ON_AFTER_PAIN)
        w.wait_for("walk_on", "intro")
        self.skip("walk_on", lambda: w.click(*BIG, wait=0))

    def skip(self, screen: str, press: Callable[[], None]) -> None:
        """Goes on from a screen that would go on by itself, if it has not."""
        if self.window.screen == screen:
            press()

    def power_goes(self) -> None:
        w, album = self.window, self.album
        w.wait_for("intro")
        time.sleep(8)
        album.take("bear-howto")
        self.skip("intro", lambda: w.keys("space", wait=0))
        w.wait_for("play")
        album.series("bear-walk", 4, 0.7)
        w.keys("Escape")
        w.wait_for("stop")
        time.sleep(1)
        album.take("stop-card")
        w.keys("Escape", wait=0)
        w.wait_for("play")
        time.sleep(3)
        w.kill()

    def goes_on(self) -> None:
        self.window = w = Window(self.desktop, self.home)
        self.figures["first picture again, s"] = w.first_picture_after
        album = self.album
        w.wait_for("who")
        time.sleep(1)
        album.take("who-after-the-power-cut")
        w.click(640, 340)
        w.wait_for("map")
        time.sleep(1)
        album.take("map-bookmark")
        w.keys("space")
        w.wait_for("shoes")
        album.take("shoes-bare")
        w.keys("space", wait=0)
        w.wait_for("intro")
        w.keys("space", wait=0)
        w.wait_for("play")
        w.resize(1024, 768)
        album.take("bear-walk-4-to-3")
        w.resize(1280, 720)
        w.keys("F11", wait=1.5)
        album.take("bear-walk-whole-screen")
        w.keys("F11", wait=1.5)
        if w.screen == "play":
            album.take("bear-walk-paused-or-going")
        self._on_to_the_end()
        time.sleep(2)
        album.take("end")

    def _on_to_the_end(self) -> None:
        """Goes on from a pause, should leaving the window have made one."""
        deadline = time.monotonic() + 90
        while self.window.screen not in ("session_end",) and time.monotonic() < deadline:
            if self.window.screen == "play" and self.is_paused():
                self.window.keys("space")
            time.sleep(0.3)
        self.window.wait_for("session_end")

    def is_paused(self) -> bool:
        """The big button shows a triangle instead of two bars: its middle is white."""
        return min(self.window.pixel(*BIG)) > 230

    # ---------------------------------------------------------------- the grown-up
    def confirm(self) -> None:
        w, album = self.window, self.album
        w.keys("g")
        w.wait_for("gate")
        time.sleep(1)
        album.take("gate")
        w.keys(*WRONG, wait=0.45)
        album.take("gate-wrong")
        time.sleep(1)
        w.keys(*PIN)
        w.wait_for("progress")
        time.sleep(SURPRISE)
        album.take("what-waits")
        w.click(*WORD)
        w.wait_for("confirm")
        album.take("confirm")
        w.keys("1")
        album.take("confirm-second")
        w.keys("u")
        album.take("confirm-undone")
        w.keys("1")
        w.keys("3")
        w.keys("e")
        album.take("confirm-easy")
        w.keys("1", wait=0)
        w.wait_for("reward")
        album.series("reward", 3, 1.6)
        w.click(*BIG)
        w.wait_for("who")

    def afterwards(self) -> None:
        w, album = self.window, self.album
        time.sleep(1)
        album.take("who-done")
        w.click(640, 340)
        w.wait_for("map")
        time.sleep(1)
        album.take("map-rest")
        w.click(1198, 646)
        w.wait_for("stickers")
        time.sleep(1)  # the page has turned; a key pressed before is not one for it
        album.take("stickers")
        w.keys("Escape")
        w.wait_for("map")
        w.keys("Escape")
        w.wait_for("who")

    def grown_ups(self) -> None:
        w, album = self.window, self.album
        w.click(76, 636)
        w.wait_for("gate")
        w.keys(*PIN)
        w.wait_for("progress")
        time.sleep(0.5)
        for i in range(PAGES):
            w.keys(f"ctrl+{i + 1}")
            album.take(f"grown-ups-{w.screen}")
        before, at = w.cpu, time.monotonic()
        time.sleep(5)
        self.figures["cpu of a still page, %"] = 100 * (w.cpu - before) / (time.monotonic() - at)
        w.keys("Escape")
        w.wait_for("progress")
        w.keys("Escape")
        w.wait_for("who")

    def good_night(self) -> None:
        w = self.window
        w.keys("Escape")
        w.wait_for("close")
        time.sleep(1)
        self.album.take("close")
        w.keys("Tab", "space", wait=0)
        assert w.ended() == 0, w.log.read_text()
