"""The program's icon in the sizes desktops ask for: Bo, and the sole of a bare foot. `python icons.py OUT [SIZE ...]`.

OUT gets `hicolor/SIZExSIZE/apps/barefoot-trail.png` and, where Pillow is there (Windows and macOS make their own formats
of it), `barefoot-trail.ico` and `barefoot-trail.icns`.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pygame

ASSETS = Path(__file__).resolve().parents[2]
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGE = 1024  # drawn once, made smaller for every size
# The sky of day and a hill, as on the map; corners round by a fifth.
TILE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160" width="160" height="160">
<rect x="4" y="4" width="152" height="152" rx="34" fill="#86BFC9"/><rect x="4" y="2" width="152" height="150" rx="34" fill="#BFE3E8"/>
<path d="M4 108C40 88 74 92 104 104C124 112 142 112 156 104V118C156 138 141 152 122 152H38C19 152 4 138 4 118Z" fill="#7FB97E"/>
</svg>"""


def tile() -> pygame.Surface:
    """The icon at its largest."""
    picture = _drawn(TILE.encode(), LARGE)
    picture.blit(_part("cast/bo", LARGE * 3 // 4), (LARGE * 9 // 80, LARGE // 20))
    sole = pygame.transform.rotate(_part("icons/foot_l", LARGE * 2 // 5), -14)
    picture.blit(sole, (LARGE * 9 // 16, LARGE * 21 // 40))
    return picture


def _part(name: str, size: int) -> pygame.Surface:
    return _drawn((ASSETS / "parts" / f"{name}.svg").read_bytes(), size)


def _drawn(svg: bytes, size: int) -> pygame.Surface:
    return pygame.image.load_sized_svg(io.BytesIO(svg), (size, size))


def main(out: Path) -> None:
    picture = tile()
    for size in SIZES:
        folder = out / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        pygame.image.save(pygame.transform.smoothscale(picture, (size, size)), folder / "barefoot-trail.png")
    try:
        from PIL import Image
    except ImportError:
        return
    largest = Image.frombytes("RGBA", picture.get_size(), pygame.image.tobytes(picture, "RGBA"))
    largest.save(out / "barefoot-trail.ico", sizes=[(n, n) for n in (16, 24, 32, 48, 64, 128, 256)])
    largest.save(out / "barefoot-trail.icns")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
