"""A desktop nobody sees, with the real game in a window on it, and hands: real keys, a real mouse, a camera.

Design units are pixels as long as the window is 1280x720; after a resize `click` still takes design units.
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pygame

from game.ui.view import DESIGN, View

SCREEN = (1600, 1000)
FIRST_DISPLAY = 80
NEEDED = ("Xvfb", "xdotool", "xwd")
MORNING = 9  # the family's clock says about nine, whatever the hour of the test
KEY_REST = 0.12  # seconds between two keys, as fingers do
DEAF = 1.15  # seconds a new screen needs to slide in and listen, one that came by itself too
SCREEN_SAID = "game.app.loop: screen "
FEW_COLOURS = 3
ROOT = Path(__file__).parents[2]


class Missing(Exception):
    """A program this needs is not installed."""


def morning_zone(now: datetime) -> str:
    """A TZ in which it is about nine in the morning at `now` (UTC), so that every run plays the same slot."""
    ahead = (MORNING - now.hour + 12) % 24 - 12
    return f"HOME{-ahead:+d}"


class Desktop:
    """An X server without a screen, with a window manager where there is one."""

    def __init__(self, size: tuple[int, int] = SCREEN) -> None:
        for program in NEEDED:
            if shutil.which(program) is None:
                raise Missing(program)
        self.display = next(f":{n}" for n in range(FIRST_DISPLAY, 100) if not Path(f"/tmp/.X11-unix/X{n}").exists())
        whole = f"{size[0]}x{size[1]}x24"
        self._own = [_quiet(["Xvfb", self.display, "-screen", "0", whole, "-nolisten", "tcp"])]
        self._until(lambda: self.ask("getdisplaygeometry") != "", 10)
        if shutil.which("openbox"):
            self._own.append(_quiet(["openbox"], {**os.environ, "DISPLAY": self.display}))
            time.sleep(0.5)

    def ask(self, *words: str) -> str:
        """What xdotool answers; "" when it fails."""
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def close(self) -> None:
        for process in reversed(self._own):
            process.terminate()
            process.wait(10)

    @staticmethod
    def _until(is_so, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > deadline:
                raise TimeoutError("the desktop did not come up")
            time.sleep(0.05)


class Window:
    """The game as a process of its own, played from outside."""

    program: tuple[str, ...] = ("-m", "game")

    def __init__(self, desktop: Desktop, home: Path, *options: str, sound: bool = True) -> None:
        self.desktop, self.home = desktop, home
        env = {
            **os.environ, "DISPLAY": desktop.display, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"),
            "TZ": morning_zone(datetime.now(UTC)),
        }  # fmt: skip
        env.pop("SDL_VIDEODRIVER", None)
        if sound:  # a sound card nobody hears: the voice takes its time, no words are shown for want of it
            env["SDL_AUDIODRIVER"] = "dummy"
        self.log = home / "game.log"
        self._log_from = self.log.stat().st_size if self.log.exists() else 0
        started = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.program, "--debug", "--data-dir", str(home / "data"), "play", "--windowed",
                 "--size", "{}x{}".format(*DESIGN), *options],
                env=env, cwd=ROOT, stdout=log, stderr=log,
            )  # fmt: skip
        self.id = self._found(15)
        while not self.has_content:
            time.sleep(0.02)
        self.first_picture_after = time.monotonic() - started  # seconds from the start of the process
        desktop.ask("windowmove", "--sync", self.id, "60", "60")
        desktop.ask("windowactivate", "--sync", self.id)

    def _found(self, seconds: float) -> str:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the game ended with {self.process.returncode}: {self.log.read_text()}")
            if ids := self.desktop.ask("search", "--onlyvisible", "--pid", str(self.process.pid)):
                return ids.splitlines()[-1]
            time.sleep(0.02)
        raise TimeoutError("no window")

    # ---------------------------------------------------------------- hands
    def click(self, x: float, y: float, wait: float = DEAF) -> None:
        """A press of the left button at a design point."""
        px, py = View(*self.size).pixel(x, y)
        self.desktop.ask("mousemove", "--window", self.id, str(round(px)), str(round(py)))
        time.sleep(0.05)
        self.desktop.ask("mousedown", "1")
        time.sleep(0.06)
        self.desktop.ask("mouseup", "1")
        time.sleep(wait)

    def keys(self, *names: str, wait: float = DEAF) -> None:
        """Keys by their X names, one after another."""
        for name in names:
            self.desktop.ask("key", "--window", "0", name)
            time.sleep(KEY_REST)
        time.sleep(wait)

    def type(self, text: str, wait: float = DEAF) -> None:
        self.desktop.ask("type", "--delay", "90", text)
        time.sleep(wait)

    def resize(self, w: int, h: int) -> None:
        self.desktop.ask("windowsize", "--sync", self.id, str(w), str(h))
        time.sleep(1.0)

    @property
    def size(self) -> tuple[int, int]:
        """The window's present width and height."""
        lines = self.desktop.ask("getwindowgeometry", "--shell", self.id).splitlines()
        said = dict(line.split("=", 1) for line in lines if "=" in line)
        return int(said["WIDTH"]), int(said["HEIGHT"])

    # ---------------------------------------------------------------- eyes
    @property
    def screen(self) -> str:
        """The name of the screen that is shown, as the game's own log says."""
        return self.screens[-1] if self.screens else ""

    @property
    def screens(self) -> list[str]:
        """All screens since the game was started."""
        lines = self.log.read_text(errors="replace")[self._log_from :].splitlines()
        return [line.removeprefix(SCREEN_SAID) for line in lines if line.startswith(SCREEN_SAID)]

    def wait_for(self, *names: str, most: float = 90) -> str:
        """Until one of these screens is there and listens; its name."""
        deadline = time.monotonic() + most
        while self.screen not in names:
            if self.process.poll() is not None:
                raise RuntimeError(f"the game ended with {self.process.returncode}: {self.log.read_text()[-2000:]}")
            if time.monotonic() > deadline:
                said = self.log.read_text(errors="replace")[-2000:]
                raise TimeoutError(
                    f"still {self.screen} after {most} s, not {' or '.join(names)}; the game said: {said}"
                )
            time.sleep(0.05)
        time.sleep(DEAF)
        return self.screen

    def picture(self, path: Path) -> None:
        """What the window shows, as a PNG."""
        w, h, pixels = self._seen()
        pygame.image.save(pygame.image.frombuffer(pixels, (w, h), "BGRA").convert(24), path)

    @property
    def has_content(self) -> bool:
        """Whether more than bare paper is there: a picture has been drawn."""
        return len(set(self._seen()[2][::4096])) > FEW_COLOURS

    def pixel(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour at a design point: red, green, blue, 0..255 each."""
        w, h, pixels = self._seen()
        px, py = View(w, h).pixel(x, y)
        at = 4 * (round(py) * w + round(px))
        b, g, r = pixels[at : at + 3]
        return r, g, b

    def _seen(self) -> tuple[int, int, bytes]:
        """Width, height, and four bytes a pixel (blue, green, red, nothing), row after row."""
        dump = self._dump()
        w, h = struct.unpack(">II", dump[16:24])  # of the header of X Window Dump, version 7
        return w, h, dump[-4 * w * h :]

    def _dump(self) -> bytes:
        env = {**os.environ, "DISPLAY": self.desktop.display}
        return subprocess.run(["xwd", "-silent", "-id", self.id], env=env, check=True, capture_output=True).stdout

    # ---------------------------------------------------------------- the end
    def kill(self) -> None:
        """The power goes: no good night."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def ended(self, seconds: float = 10) -> int:
        """The exit code once the game has closed by itself."""
        return self.process.wait(seconds)

    @property
    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _quiet(words: list[str], env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
