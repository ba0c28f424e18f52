"""Draws every screen in its important states and every exercise's clip, without a window."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pygame

from game.app.window import init_pygame_for_pictures
from game.commands.play import parse_size, say_language
from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.core.events import SettingChosen
from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.data.texts.pseudo import english_left
from game.data.texts.texts import GROWN_UPS, SPOKEN, TWO_STOPS, Texts
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen.context import Context
from game.ui.raster import rasterise
from game.ui.stage import Stage
from game.ui.typography.lettering import Inked, off_their_sheets, over_each_other
from game.ui.widgets import check_layout

NAMES = (
    "English",
    "Wilhelmina",
    "Rosalinde",
    "Maximilian",
    "Mia",
    "Ida",
    "Tim",
    "Ms",
    "Weber",
    "Ann",
    "Anna",
    "Leo",
    "Mum",
    "Maximiliane",
    "Robin",
    "Lind",
    "physiotherapist",
    "skipping",
    "rope",
    "Abc",
)  # what the made-up family wrote itself
# Pages with names of files and with what a family, or the check of its own files, wrote.
WRITTEN_BY_OTHERS = (
    "damaged", "newer", "diskfull-saved", "replaced-anew", "unwritable", "progress-saved", "doctor", "own",
    "reminders-saved", "print-grey",
)  # fmt: skip
SETTLE, STEP = 1.5, 0.1  # seconds of a screen before its picture; of one step


Picture = tuple[str, "pygame.Surface", list[str]]  # name, surface, and what is wrong with it


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for the pictures")
    parser.add_argument("--size", metavar="WxH", help="size of the screens, 1280x720 if not said")
    parser.add_argument("--lang", metavar="LANGUAGE", help="language of the words")
    parser.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], dest="chosen", type=parse_chosen,
        help="a setting as the family may choose it, e.g. text_size=150; may be given several times",
    )  # fmt: skip
    parser.add_argument("--only", metavar="NAME", help="only pictures whose name begins so, e.g. screen-map")


def run(args: argparse.Namespace) -> int:
    """0 when everything was drawn and no text was cut; 1 else, with a line for each."""
    os.environ["SDL_VIDEODRIVER"], os.environ["SDL_AUDIODRIVER"] = "dummy", "dummy"
    size = parse_size(args.size)
    say_language(args.lang)
    try:
        args.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{args.out} cannot be written: {error.strerror}", 3) from error
    problems: list[str] = []
    count = 0
    for name, picture, found in pictures(size, args.lang, args.only, dict(args.chosen)):
        pygame.image.save(picture, str(args.out / f"{name}.png"))
        problems += [f"{name}: {p}" for p in found]
        count += 1
    for line in problems:
        write_line(line)
    write_line(f"{count} pictures in {args.out}" + (f", {len(problems)} problems" if problems else ""))
    if not count:
        raise Refusal(f"no picture's name begins with {args.only}")
    return 1 if problems else 0


def parse_chosen(text: str) -> tuple[str, str]:
    """A setting's name and value."""
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise argparse.ArgumentTypeError(f"{text!r} is no NAME=VALUE")
    return name, value


def pictures(
    size: tuple[int, int], language: str | None, only: str | None, chosen: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Picture]:
    """Name, surface and problems of every picture asked for, as a family sees it that has chosen these settings."""
    init_pygame_for_pictures()
    if only is None or only.startswith("screen") or "screen".startswith(only):
        yield from screens(size, language, only, chosen=chosen)
    if only is None or only.startswith("clip") or "clip".startswith(only):
        yield from clips(only)


def screens(
    size: tuple[int, int], language: str | None, only: str | None, settle: float = SETTLE,
    chosen: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Picture]:  # fmt: skip
    """Every screen in its states, each after `settle` seconds; a fresh family for every module, which may change it."""
    with tempfile.TemporaryDirectory() as kept:
        for pictured in SCREENS.values():
            if not _is_asked(pictured.states, only):
                continue
            game = demo_game(size, weeks=6, language=language, cache=Path(kept))
            if chosen:
                game.context.record(*(SettingChosen(name, value) for name, value in chosen.items()))
            known = _its_own(game.context)
            try:
                for state, scene in pictured.scenes(game.context):
                    name = f"screen-{state}"
                    if only and not name.startswith(only):
                        continue
                    for _ in range(round(settle / STEP)):
                        scene.update(STEP)
                    stage = Stage(pygame.Surface(size))
                    scene.fit()
                    scene.draw(stage)
                    stage.present()
                    seen = scene.ctx.pictures.plain.view.visible()
                    found = [*scene.problems, *check_layout(scene.widgets, seen), *over_each_other(scene.inked)]
                    found += off_their_sheets(scene.inked)
                    found += [f"two stops in {t.text[-40:]!a}" for t in scene.inked if TWO_STOPS.search(t.text)]
                    if known is not None and not state.startswith(WRITTEN_BY_OTHERS):
                        found += [f"English is left in {t.text[:40]!a}" for t in scene.inked if _english(t, known)]
                    yield name, stage.surface, found
            finally:
                game.close()


def _its_own(ctx: Context) -> frozenset[str] | None:
    """The words in plain letters that the language itself writes, names and keys; None where English would not be told
    from it."""
    if ctx.texts.locale.name.isascii():
        return None
    catalogues = (Texts(ctx.language, names) for names in (GROWN_UPS, SPOKEN))
    said = (json.dumps(texts.entry(key), ensure_ascii=False) for texts in catalogues for key in tuple(texts.keys()))
    return frozenset(word for entry in said for word in english_left(entry, NAMES))


def _english(line: Inked, known: frozenset[str]) -> bool:
    return any(not word.isupper() for word in english_left(line.text, {*NAMES, *known}))  # codes are in capitals


def _is_asked(names: Sequence[str], only: str | None) -> bool:
    """Whether one of a module's pictures may be meant; its states may have longer names than it tells."""
    asked = (only or "").removeprefix("screen").removeprefix("-")
    return not asked or any(name.startswith(asked) or asked.startswith(name) for name in names)


def clips(only: str | None) -> Iterator[Picture]:
    """A contact sheet of eight frames for every exercise."""
    library = ArtLibrary()
    for exercise in read_shipped().exercises.values():
        name = f"clip-{exercise.id}"
        if only and not name.startswith(only):
            continue
        clip = exercise.demonstration.right
        view = library.rig(clip.rig).view
        w, h = 400, round(400 * view[3] / view[2])
        sheet = pygame.Surface((4 * (w + 8) + 8, 2 * (h + 8) + 8))
        sheet.fill((143, 199, 192))
        for i in range(8):
            frame = rasterise(library.frame(clip.rig, clip.clip, i / 8, {}), (w, h))
            sheet.blit(frame, (8 + i % 4 * (w + 8), 8 + i // 4 * (h + 8)))
        yield name, sheet, []
