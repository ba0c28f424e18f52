"""Where the stations stand on the five maps."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
import yaml

from game.core.session.path_stations import StationKind
from game.data.files.art import ArtLibrary
from game.puppet.landscape import TrailLandscape
from game.scenes.home.adventure_map import ARC, FEET, FEET_RADIUS, STORY
from game.scenes.home.map_head import ME, ME_RADIUS, OUTING, OUTING_RADIUS, RIM, SIGN_WIDE, SIGNS, SLOT_RADIUS, SLOTS
from game.scenes.home.map_pictures import GIFT_RADIUS, touched
from game.ui.effects import hop
from game.ui.view import Box

ROOT = Path(__file__).parents[3]
HOUSES = ("lighthouse", "mill", "windmill", "hut", "cottage", "treehouse", "igloo")


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_stations_keep_apart_and_clear_of_the_corners(chapter: str):
    library = ArtLibrary()
    land = TrailLandscape(library.trail(chapter), False, library.shapes, library.drawing_size)
    points = [*land.nodes, land.gift]
    assert len(land.nodes) == 9
    assert (
        min(math.dist(a, b) for i, a in enumerate(points) for b in points[:i]) >= 144
    )  # the largest two discs: 68 + 52 + 24
    for corner, r in (((76, 646), 48), ((1198, 646), 56)):
        assert all(math.dist(p, corner) >= r + 68 + 8 for p in points)


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_what_is_pressed_on_the_path_keeps_apart_on_every_day(chapter: str):
    """Whichever station is the next one, and whatever the others are."""
    trail = ArtLibrary().trail(chapter)
    still = [("gift", Box.around(*trail.gift, GIFT_RADIUS)), ("story", Box.around(*STORY, 48))]
    still += [
        ("feet", Box.around(*FEET, FEET_RADIUS)),
        ("grown_ups", Box.around(76, 646, 48)),
        ("book", Box.around(1198, 646, 56)),
    ]
    close = []
    for i, node in enumerate(trail.nodes):
        others = [
            (f"{kind} {j + 1}", touched(kind, other))
            for j, other in enumerate(trail.nodes)
            for kind in StationKind
            if j != i and kind is not StationKind.HERE
        ]
        for kind in StationKind:
            disc = touched(kind, node)
            for what, box in (*others, *still):
                if math.dist(disc.centre, box.centre) < (disc.w + box.w) / 2:
                    close.append((f"{kind} {i + 1}", what))
    assert not close


RING = 25  # design units of the focus ring about the station that calls, as far as it is drawn
CHIME_LAST = (1154, 195, 22)  # middle and radius of the last thing on the whole chime


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_the_ring_about_the_next_friend_lies_on_no_other_disc(chapter: str):
    discs = {
        "story": (STORY, 48),
        "feet": (FEET, FEET_RADIUS + RIM),
        "grown_ups": ((76, 646), 48),
        "book": ((1198, 646), 56),
    }
    close = {}
    for i, node in enumerate(ArtLibrary().trail(chapter).nodes):
        here = touched(StationKind.HERE, node)
        for name, (at, r) in discs.items():
            if (room := math.dist(here.centre, at) - here.w / 2 - RING - r) < 4:
                close[f"{name} {i + 1}"] = round(room)
    assert not close


def test_the_discs_at_the_top_of_the_map_touch_neither_one_another_nor_the_edge():
    """Six of them lay rim on rim, the tick of the morning on the moon."""
    discs = [(*at, SLOT_RADIUS + RIM) for at in SLOTS.values()]
    discs += [(*ME, ME_RADIUS + RIM), (*OUTING, float(OUTING_RADIUS)), (*FEET, FEET_RADIUS + RIM)]
    ends = [(x - r, x + r) for x, y, r in discs if y < 140]
    ends += [(box.centre[0] - SIGN_WIDE / 2, box.centre[0] + SIGN_WIDE / 2) for box, _, _ in SIGNS.values()]
    row = sorted(ends)
    assert len(row) == 6
    assert all(right + 8 <= left for (_, right), (left, _) in zip(row, row[1:]))
    assert row[0][0] >= 12 and row[-1][1] < 816  # where the branch begins
    assert all(x + r <= 1280 - 8 for x, _, r in discs)


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_the_thing_at_the_end_of_the_path_is_hidden_by_nobody_who_is_called(chapter: str):
    """On the meadow the bell sat on the monkey's head."""
    trail = ArtLibrary().trail(chapter)
    x, y = trail.gift
    thing = Box(x - 46, y - 76, 92, 92)
    for i, (nx, ny) in enumerate(trail.nodes):
        assert not Box(nx - 62, ny - 176, 124, 186).meets(thing), i


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_the_way_still_to_wait_lies_off_whoever_waits(chapter: str):
    """In the wood its paper lay on the monkey's head."""
    assert not any(ARC.meets(Box(x - 122, y - 176, 244, 236)) for x, y in ArtLibrary().trail(chapter).nodes)
    discs = [Box.around(*at, SLOT_RADIUS + RIM) for at in SLOTS.values()] + [Box.around(*ME, ME_RADIUS + RIM)]
    assert not any(ARC.grown(8).meets(disc) for disc in discs)


def test_the_whole_chime_hangs_clear_of_the_disc_of_the_feet():
    x, y, r = CHIME_LAST
    assert math.dist((x, y), FEET) >= FEET_RADIUS + RIM + r


def test_the_next_friend_hops_three_times_and_then_waits():
    heights = [hop(i / 20) for i in range(120)]
    assert max(heights) > 10 and min(heights) == 0
    assert not any(heights[70:])


@pytest.mark.parametrize("path", sorted((ROOT / "assets/maps").glob("*.yaml")), ids=lambda p: p.stem)
def test_no_house_of_a_map_stands_behind_the_chime_or_the_buttons_above(path: Path):
    """The branch hung before the lighthouse's lamp, and a bow lay on the mill's roof."""
    high_yet = path.stem == "meadow"  # the first things hang on the branch itself
    chime, above = Box(880, 62, 300, 64 if high_yet else 156), Box(0, 24, 824, 118)
    for layer in yaml.safe_load(path.read_text(encoding="utf-8"))["layers"]:
        for prop in layer.get("props", ()):
            name = str(prop["part"]).removeprefix("bg/")
            if name not in HOUSES or prop.get("anchor", "base") not in ("base", "bottom"):
                continue
            svg = (ROOT / f"assets/parts/bg/{name}.svg").read_text(encoding="utf-8")
            _, _, w, h = (float(n) for n in re.search(r'viewBox="([^"]+)"', svg)[1].split())
            for x, y, wide, *_ in prop["at"]:
                high = wide * h / w
                stands = Box(x - wide / 3, y - high, 2 * wide / 3, high)  # its roof is narrower above
                assert not stands.meets(chime), f"{name} at {x}"
                assert not stands.meets(above), f"{name} at {x}"
