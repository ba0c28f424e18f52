"""The licences of everything a bundle carries, as files: `python licences.py OUT`, with the Python that builds it."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OURS = ("LICENSE", "assets/CREDITS.md", "assets/fonts/OFL-Nunito.txt")
THEIRS = ("pygame-ce", "PyYAML", "platformdirs", "pyinstaller")  # the last for its starter, under GPL with an exception
# pygame-ce's wheel carries SDL and what SDL needs, without their texts: named here with where those stand.
SDL = """pygame-ce (LGPL 2.1, its text beside this) brings libraries as files of their own, which may be replaced. On Linux:
SDL 2, SDL_image, SDL_mixer, SDL_ttf (zlib licence); FreeType (FreeType licence); HarfBuzz, brotli, libxmp, PortMidi (MIT);
libpng (libpng licence); libjpeg-turbo (IJG and BSD); libtiff (libtiff licence); libwebp, FLAC, ogg, vorbis, opus, opusfile,
WavPack (BSD); ALSA's library, FluidSynth, mpg123, libsndfile (LGPL 2.1). Windows and macOS have most of the same.
Their sources are with their projects, SDL's at <https://github.com/libsdl-org>, pygame-ce's at
<https://github.com/pygame-community/pygame-ce>.
"""


def main(out: Path) -> None:
    for name in OURS:
        _copy(ROOT / name, out / "barefoot-trail" / Path(name).name)
    for name in THEIRS:
        found = [f for f in distribution(name).files or () if _is_licence(f.name)]
        if not found:
            raise SystemExit(f"{name} carries no licence")
        for file in found:
            _copy(Path(str(file.locate())), out / name / file.name)
    (out / "pygame-ce" / "LIBRARIES.txt").write_text(SDL, encoding="utf-8")
    _copy(_python(), out / "python" / "LICENSE.txt")


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "LGPL"))


def _python() -> Path:
    """Python's own: where it lies differs by who built it."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", f"python{version}", "copyright"),
        Path("/usr/share/doc", f"libpython{version}-stdlib", "copyright"),
    )
    for place in places:
        if place.is_file():
            return place
    raise SystemExit("Python's licence was not found")


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
