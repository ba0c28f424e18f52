"""Pictures as somebody sees them who lacks one kind of cone, and one without colours, to be looked at side by side.

    python -m tests.sight_pictures IN OUT

IN is a folder of the gallery's pictures; for each, OUT gets NAME-protanopia.png and so on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pygame

from tests.sight import DEFICIENCIES, Colour, luminance, seen_with


def changed(picture: pygame.Surface, how: Callable[[Colour], Colour]) -> pygame.Surface:
    """The picture with every colour changed."""
    pixels = pygame.image.tobytes(picture, "RGB")
    known: dict[bytes, bytes] = {}
    out = bytearray()
    for i in range(0, len(pixels), 3):
        rgb = pixels[i : i + 3]
        if rgb not in known:
            known[rgb] = bytes(how(tuple(rgb)))
        out += known[rgb]
    return pygame.image.frombytes(bytes(out), picture.get_size(), "RGB")


def grey(colour: Colour) -> Colour:
    """As a printer without colours has it."""
    light = luminance(colour)
    return (round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)),) * 3


def main(folder: Path, out: Path) -> None:
    """Writes every picture of a folder in all four."""
    out.mkdir(parents=True, exist_ok=True)
    for file in sorted(folder.glob("*.png")):
        picture = pygame.image.load(file)
        for name, matrix in DEFICIENCIES.items():
            seen = changed(picture, lambda colour, matrix=matrix: seen_with(matrix, colour))
            pygame.image.save(seen, out / f"{file.stem}-{name}.png")
        pygame.image.save(changed(picture, grey), out / f"{file.stem}-grey.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
