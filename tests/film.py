"""Whole sessions filmed: a picture a second, and beside them what the voice said, when, and what was cut or doubled.

    python -m tests.film OUT                  every film with its pictures and its voice log
    python -m tests.film OUT --only evening   those whose name begins so
    python -m tests.film OUT --no-pictures    the voice alone, in seconds

A line is cut when another begins before it has ended though nobody pressed; doubled when it begins again within half a
minute though nobody pressed and it was not silent before. Exit code 1 when there is any. Look at the pictures beside the log: `0042-play.png` is
second 42. The size is 1280x720 unless `--size` says otherwise.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.film_camera import Film
from tests.films import FILMS


def shoot(name: str, out: Path | None = None, size: tuple[int, int] = (640, 360)) -> Film:
    """One film; its pictures and `voice.txt` below `out`, where one is named."""
    folder = out / name if out else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    film = Film.with_family(size=size)
    assert isinstance(film, Film)
    film.out = folder
    FILMS[name](film)
    if folder:
        (folder / "voice.txt").write_text("\n".join([*film.log(), "", *film.faults()]) + "\n", encoding="utf-8")
    return film


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--no-pictures", action="store_true")
    args = parser.parse_args()
    wide, high = (int(n) for n in args.size.split("x"))
    found = 0
    for name in FILMS:
        if not name.startswith(args.only):
            continue
        film = shoot(name, None if args.no_pictures else args.out, (wide, high))
        if args.no_pictures:
            args.out.mkdir(parents=True, exist_ok=True)
            (args.out / f"{name}.txt").write_text("\n".join([*film.log(), "", *film.faults()]) + "\n", encoding="utf-8")
        faults = film.faults()
        found += len(faults)
        print(
            f"{name}: {film.second:.0f} s, {len(film.voice)} lines, {len(faults)} cut or doubled", *faults, sep="\n  "
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
