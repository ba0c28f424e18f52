"""Tries the sound device in a process of its own before the game opens it.

A sound server that has lost its last output ends the program that opens it, without an error anybody could catch. So a
child tries first; when it dies or hangs there is no sound, and the game goes on with words.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from game.ui.audio import device_tries

LONGEST = 6.0  # seconds until a child that hangs is given up


class Probe:
    """One try, begun when it is made, by starting `command`; () asks nobody and says yes."""

    def __init__(self, command: Sequence[str]) -> None:
        self._began = time.monotonic()
        self._answer: bool | None = None
        self._child: subprocess.Popen[bytes] | None = None
        try:
            self._child = child_of(command) if command else None
            self._answer = None if command else True
        except OSError:  # no more processes
            self._answer = False

    def answer(self, patience: float = 0.0) -> bool | None:
        """Whether the device can be opened, None while that is not known; waits so many seconds for it."""
        if self._answer is None and self._child:
            try:
                self._answer = self._child.wait(patience) == 0
            except subprocess.TimeoutExpired:
                if time.monotonic() - self._began >= LONGEST:
                    self.give_up()
        return self._answer

    def give_up(self) -> None:
        """Nobody waits for it any more."""
        if self._answer is None and self._child:
            self._child.kill()
            self._child.wait()
            self._answer = False


def usual() -> Probe:
    """A child where servers are known to end their programs; elsewhere, and for a driver without a device, none."""
    driver = os.environ.get("SDL_AUDIODRIVER", "")
    asks = sys.platform == "linux" and driver not in ("dummy", "disk")
    return Probe(device_tries.command("sound") if asks else ())


def child_of(command: Sequence[str], out: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """That program, quietly, with the modules of this one."""
    modules = {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=os.environ | modules
    )


def said_by(command: Sequence[str], patience: float = LONGEST) -> Sequence[str] | None:
    """The lines a child printed; None when it died, hung for so many seconds or said that it failed."""
    try:
        child = child_of(command, subprocess.PIPE)
    except OSError:
        return None
    try:
        out, _ = child.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return None
    return out.decode("utf-8", "replace").splitlines() if child.returncode == 0 else None
