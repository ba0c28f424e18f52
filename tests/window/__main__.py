"""`python -m tests.window OUT`: the real game in a real window, played from outside in real time, about six minutes.

Needs Linux with Xvfb, xdotool and xwd, and openbox for a window manager. Puts numbered pictures into OUT,
to be looked at one by one, and checks afterwards that the diary tells exactly what was done. No part of the normal tests.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.window.desktop import Desktop, Missing
from tests.window.diary import told_wrongly
from tests.window.story import Morning


def main(words: list[str]) -> int:
    """0 when the diary tells what was done, 1 when it does not, 2 where this cannot run."""
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        desktop = Desktop()
    except Missing as program:
        print(f"{program} is not installed", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        morning = None
        try:
            morning = Morning(desktop, home, Path(words[0]), say=lambda line: print(line, flush=True))
            morning.play()
        finally:
            if morning and morning.window.process.poll() is None:
                morning.window.kill()
            desktop.close()
        wrong = told_wrongly(home / "data")
    for name, figure in morning.figures.items():
        print(f"{name}: {figure:.2f}")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
