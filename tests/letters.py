"""Every screen in the words that take most room, and what is cut, over another, off its paper or left in English.

    python -m tests.letters [NAME]

NAME is what the pictures' names begin with, all without. About half an hour for all; exit code 1 where anything is wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from game.app.window import init_pygame_for_pictures
from game.commands.gallery import screens
from game.data.texts.pseudo import LONGER, MIRRORED

WAYS = (  # a language and the size of its letters
    ("en", "150"), ("ru", "100"), ("ru", "150"), (LONGER, "100"), (MIRRORED, "100"), (MIRRORED, "150"),
)  # fmt: skip
SIZES = ((1280, 720), (1024, 768), (1920, 1080))


def wrong(language: str, text: str, size: tuple[int, int], only: str | None = None) -> Iterator[str]:
    """What is wrong with each picture, one line each."""
    chosen = {} if text == "100" else {"text_size": text}
    for name, _, found in screens(size, language, only, settle=0, chosen=chosen):
        for what in found:
            yield f"{language} {text} {size[0]}x{size[1]} {name}: {what}"


def main(only: str | None) -> int:
    """Prints a line for all that is wrong; 1 where anything is."""
    os.environ["SDL_VIDEODRIVER"], os.environ["SDL_AUDIODRIVER"] = "dummy", "dummy"
    init_pygame_for_pictures()
    many = 0
    for size in SIZES:
        for language, text in WAYS:
            for line in wrong(language, text, size, only):
                many += 1
                print(line, flush=True)
    print(f"{many} problems")
    return 1 if many else 0


if __name__ == "__main__":
    sys.exit(main(f"screen-{sys.argv[1]}" if sys.argv[1:] else None))
