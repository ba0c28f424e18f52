"""Measures frames, start and diary in ratios that mean the same on any computer; 1 when a goal is clearly missed."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.ui.audio.device_tries import is_bundle

if TYPE_CHECKING:
    from game.bench.pairs import Figure

# The start first: a process begun by a large one counts the large one's memory as its own.
PARTS = ("start", "still", "session", "long_life", "diary", "frames")
PROCESSES = ("start", "still", "session", "frames")  # need a Python of their own, which a bundle has not


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one object a line, for machines")
    parser.add_argument("--only", choices=PARTS, help="only one part")


def run(args: argparse.Namespace) -> int:
    """0 when every goal is met within what repeated runs differ by, else 1."""
    os.environ["SDL_VIDEODRIVER"], os.environ["SDL_AUDIODRIVER"] = "dummy", "dummy"
    missed = 0
    if args.only in PROCESSES and is_bundle():
        raise Refusal("start, still, session and frames are measured from a checkout, with a Python of their own")
    if not args.json:
        write_line(f"{'figure':58} {'is':>8} {'goal':>6}")
    for measure in measures(args.only):
        missed += not measure.is_met
        write_line(_as_json(measure) if args.json else _as_line(measure))
    if not args.json:
        import pygame

        versions = f"Python {platform.python_version()}, pygame-ce {pygame.version.ver}, SDL {pygame.version.SDL}"
        write_line(f"{versions}, dummy driver")
    return 1 if missed else 0


def measures(only: str | None = None) -> Iterator[Figure]:
    """Every figure, as soon as it is known."""
    for name in PARTS:
        if only in (None, name) and not (name in PROCESSES and is_bundle()):
            yield from _part(name)


def _part(name: str) -> Iterator[Figure]:
    from game.bench import diary, frames, long_life, session, start, still

    match name:
        case "start":
            return start.measures()
        case "still":
            return still.measures()
        case "session":
            return session.measures()
        case "long_life":
            return long_life.measures()
        case "diary":
            return diary.measures()
        case _:
            return frames.measures()


def _as_line(measure: Figure) -> str:
    goal = "" if measure.goal is None else f"{measure.goal:g}"
    sign = "" if measure.is_met else "  MISSED"
    note = f"  ({measure.note})" if measure.note else ""
    return f"{measure.name:58} {measure.value:8.2f} {goal:>6} {measure.unit}{note}{sign}"


def _as_json(measure: Figure) -> str:
    return json.dumps({**asdict(measure), "value": round(measure.value, 4), "met": measure.is_met})
