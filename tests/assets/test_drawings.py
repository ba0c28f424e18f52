"""Every drawing uses only what the rasteriser draws truly, and every name of a drawing leads to one."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pygame
import pytest
import yaml

from game.app.window import init_pygame_for_pictures
from game.core.content import FRIENDS
from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.ui.raster import rasterise

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ROOT / "assets" / "parts"
DRAWINGS = sorted(PARTS.rglob("*.svg"))

# nanosvg, which SDL uses, leaves these out or draws them wrongly without a word.
BAD = {
    r"<(clipPath|mask|filter|pattern|text|tspan|use|symbol|image|foreignObject|script)\b": "is not drawn",
    r"\b(clip-path|mask|filter|paint-order|visibility)=": "is ignored",
    r"(?<![-\w])opacity=": "does not multiply: use fill-opacity or stroke-opacity, opacity is the rig's",
    r"(rgba|hsla?)\(|currentColor": "is no colour it knows",
    r"#[0-9A-Fa-f]{8}\b|#[0-9A-Fa-f]{4}\b": "has alpha, which it does not know",
    r'(fill|stroke)="(?!#|none|url|rgb\()[a-zA-Z]': "must be #RRGGBB",
    r"(href|xlink)": "leads out of the file",
    r"<!(DOCTYPE|ENTITY)": "is no business of a drawing",
}


@cache
def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_drawings_use_only_what_is_drawn_truly():
    found = [
        f"{file.relative_to(ROOT)}: {hit.group()!r} {why}"
        for file in DRAWINGS
        for pattern, why in BAD.items()
        for hit in re.finditer(pattern, text(file))
    ]
    assert not found, "\n".join(found)


def test_every_drawing_is_xml_with_its_own_box():
    for file in DRAWINGS:
        root = ET.fromstring(text(file))
        assert root.tag.endswith("svg"), file
        left, top, width, height = (float(n) for n in root.attrib["viewBox"].split())
        assert (left, top) == (0, 0), file
        assert 0 < width <= 2000 and 0 < height <= 2000, file


def test_gradients_can_stand_together_in_one_picture():
    """A puppet's parts become one document: ids must differ, and boxes of shapes must not matter."""
    owners: dict[str, Path] = {}
    for file in DRAWINGS:
        for gradient in re.findall(r"<(?:linear|radial)Gradient[^>]*>", text(file)):
            name = re.search(r'id="([^"]+)"', gradient)
            assert name, f"{file}: {gradient}"
            assert owners.setdefault(name.group(1), file) == file, f"{name.group(1)} is in {file} as well"
            assert "userSpaceOnUse" in gradient or "%" in gradient, f"{file}: {gradient}"


def test_every_drawing_named_in_a_file_of_ours_is_there():
    named: dict[str, str] = {}
    for file in sorted((ROOT / "assets").rglob("*.yaml")):
        if "text" in file.parts:
            continue
        for name in re.findall(r"[\w/]+\.svg\b", text(file)):
            named[name] = file.name
        for name in re.findall(r"\bbg/\w+", text(file)):
            named[f"{name}.svg"] = file.name
    missing = [f"{where}: {name}" for name, where in named.items() if not (PARTS / name).is_file()]
    assert not missing, "\n".join(missing)


# A drawing's name in code is a whole string; folders with a name made at run time are known by their folder.
IN_CODE = re.compile(r'"((?:' + "|".join(sorted(p.name for p in PARTS.iterdir())) + r')/[\w/]+)"')


def test_every_drawing_named_in_the_code_is_there():
    named = {
        (file.relative_to(ROOT).as_posix(), name)
        for file in sorted((ROOT / "game").rglob("*.py"))
        for name in IN_CODE.findall(text(file))
    }
    missing = [f"{where}: {name}" for where, name in sorted(named) if not (PARTS / f"{name}.svg").is_file()]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("friend", FRIENDS)
def test_a_friend_has_a_picture_and_a_puppet_that_greets_points_and_cheers(friend: str):
    assert (PARTS / "cast" / f"{friend}.svg").is_file()
    clips = ArtLibrary().rig(f"{friend}_front").clips
    assert {"idle", "greet", "point", "cheer", "sleepy"} <= set(clips)


def test_every_sole_badge_of_a_level_file_is_there():
    for exercise in read_shipped().exercises.values():
        assert (PARTS / "icons" / f"{exercise.demonstration.sole}.svg").is_file(), exercise.id


# ------------------------------------------------------------------------------------------------------- stickers


def stickers() -> dict[str, list[str]]:
    values = yaml.safe_load(text(ROOT / "assets" / "stickers.yaml"))
    return {place: [one["id"] for one in row] for place, row in values["places"].items()}


def test_the_book_has_sixty_stickers_on_five_spreads():
    assert {place: len(row) for place, row in stickers().items()} == dict.fromkeys(
        ("meadow", "brook", "wood", "ice", "beach"), 12
    )
    every = [s for row in stickers().values() for s in row]
    assert len(set(every)) == 60


@pytest.mark.parametrize("sticker", [s for row in stickers().values() for s in row])
def test_a_sticker_has_a_picture_a_name_and_a_line(sticker: str):
    assert (PARTS / "stickers" / f"{sticker}.svg").is_file()
    words = yaml.safe_load(text(ROOT / "assets" / "text" / "en" / "story.yaml"))
    assert words[f"sticker_{sticker}"]
    assert words[f"sticker_{sticker}_line"]
    for line in (f"sticker_{sticker}", f"sticker_{sticker}_line"):
        assert (ROOT / "assets" / "voice" / "en" / f"{line}.ogg").is_file()


def test_no_sticker_is_drawn_that_nobody_can_win():
    won = {s for row in stickers().values() for s in row}
    assert {p.stem for p in (PARTS / "stickers").glob("*.svg")} == won


def test_the_art_library_reads_every_drawing():
    library = ArtLibrary()
    for file in DRAWINGS:
        name = file.relative_to(PARTS).as_posix().removesuffix(".svg")
        assert library.shapes(name)
        assert min(library.drawing_size(name)) > 0


# ------------------------------------------------------------------------------------------------- edges
# Drawings that stand alone are cut off at their own box; those of puppets are parts of a larger picture.
ALONE = ("bg", "book", "camp", "cast", "chime", "icons", "map", "stickers", "things", "ui")
GO_ON = {"camp/branch_tree"}  # a tree that goes on beyond the page's edge
MARGIN, SOFT = 60, 24  # units round about that are looked at; alpha below which it is only a soft edge


def beyond(shapes: str, wide: float, high: float) -> tuple[int, int, int, int]:
    """Units by which shapes reach beyond a box, to the left, top, right and bottom."""
    init_pygame_for_pictures()
    w, h = math.ceil(wide), math.ceil(high)
    box = f"{-MARGIN} {-MARGIN} {w + 2 * MARGIN} {h + 2 * MARGIN}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shapes}</svg>'
    picture = rasterise(svg, (w + 2 * MARGIN, h + 2 * MARGIN))
    rects = pygame.mask.from_surface(picture, SOFT).get_bounding_rects()
    seen = rects[0].unionall(rects[1:])
    over = MARGIN - seen.left, MARGIN - seen.top, seen.right - MARGIN - w, seen.bottom - MARGIN - h
    left, top, right, bottom = (max(0, n) for n in over)
    return left, top, right, bottom


@pytest.mark.parametrize("folder", ALONE)
def test_a_drawing_that_stands_alone_lies_within_its_box(folder: str):
    """The fan of Fay's picture to choose was cut off straight at both sides, and so were leaves of a branch."""
    library, cut = ArtLibrary(), {}
    for file in sorted((PARTS / folder).glob("*.svg")):
        name = f"{folder}/{file.stem}"
        if any(over := beyond(library.shapes(name), *library.drawing_size(name))) and name not in GO_ON:
            cut[name] = over
    assert cut == {}


def test_what_reaches_beyond_its_box_is_noticed():
    assert beyond('<rect x="-3" y="4" width="30" height="20" fill="#000000"/>', 20, 20) == (3, 0, 7, 4)
    assert beyond('<rect x="0" y="0" width="20" height="20" fill="#000000"/>', 20, 20) == (0, 0, 0, 0)
    library = ArtLibrary()
    assert all(any(beyond(library.shapes(name), *library.drawing_size(name))) for name in GO_ON), "the list is old"
