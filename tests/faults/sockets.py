"""The game never speaks to the internet: every socket it opens is looked at while it really runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.figures import Figures
from tests.faults.power import ROOT

GAME = """
import argparse, sys
from pathlib import Path
import pygame
from game.app import startup
from game.app.loop import App
from game.app.window import WindowChoice, open_window
window = open_window(WindowChoice(False, (640, 360)))
args = argparse.Namespace(kiosk=False, mute=False, windowed=False, lang=None)
frames = int(sys.argv[2])
step = App.step
def counted(self, *seconds):
    global frames
    frames -= 1
    if frames % 7 == 0:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, unicode=' ', mod=0, scancode=0))
    if frames <= 0:
        self.quit()
    step(self, *seconds)
App.step = counted
code = startup.run(window, Path(sys.argv[1]), args)
print('ended', code, frames)
"""
CONTROL = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


def run(frames: int = 300) -> Figures:
    """The game with its sound and pads, from the first start on, for so many frames."""
    calls, inet, said = watched([sys.executable, "-c", GAME, "FOLDER", str(frames)])
    _, seen, _ = watched([sys.executable, "-c", CONTROL])
    _, code, left = said.split()[-3:]
    assert code == "0", said
    return Figures(
        "sockets", {"frames": frames - int(left), "sockets of the system's own kind": calls - inet},
        {"internet sockets": inet}, {"internet sockets of a program that opens one": seen}, {"frames": frames},
    )  # fmt: skip


def watched(command: list[str]) -> tuple[int, int, str]:
    """Calls about sockets, those among them to the internet, and what the program said."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "strace.txt"
        words = [folder + "/family" if word == "FOLDER" else word for word in command]
        environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
        strace = ["strace", "-f", "-o", str(out), "-e", "trace=socket,connect,bind,sendto"]
        done = subprocess.run(
            [*strace, *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        text = out.read_text(errors="replace")
    calls, inet = (len(re.findall(what, text)) for what in (r"\b(?:socket|connect|bind|sendto)\(", r"AF_INET6?\b"))
    return calls, inet, done.stdout
