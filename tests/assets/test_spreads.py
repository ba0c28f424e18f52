"""Every chapter has its page, its thing and its place."""

from __future__ import annotations

import re

import pytest

from game.core.session.story import Chapter
from game.data.files.art import ArtLibrary
from game.data.texts.texts import SPOKEN, Texts
from game.puppet.rig import pose_at
from game.puppet.spread import CastShadow, PlacedPart, PosedFriend, PrintTrail
from game.puppet.spread_sheets import PageDrawings, sheets
from game.scenes.home.map_state import MAPS
from game.ui.art.found_things import HIDES, SLOTS, STICK, WAYS, WHOLE

LIBRARY = ArtLibrary()
CHAPTERS = LIBRARY.story()


def name(chapter: Chapter) -> str:
    return f"{chapter.n:02}-{chapter.thing}"


def test_there_are_as_many_pages_as_chapters():
    files = sorted(file.name for file in (LIBRARY.root / "spreads").iterdir())
    assert files == [f"{chapter.n:02}.yaml" for chapter in CHAPTERS]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_a_page_is_drawn_whole_of_what_there_is(chapter: Chapter):
    art = LIBRARY.spread(chapter.n)
    drawn = list(sheets(art, PageDrawings(LIBRARY.shapes, LIBRARY.drawing_size, LIBRARY.rig)))
    assert len(drawn) >= len(art.sheets)
    assert all("nan" not in sheet.svg and sheet.box[2] > 0 and sheet.box[3] > 0 for sheet in drawn)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_a_friend_of_a_page_does_nothing_with_parts_it_has_not(chapter: Chapter):
    for laid in LIBRARY.spread(chapter.n).sheets:
        if isinstance(laid, PosedFriend | CastShadow):
            rig = LIBRARY.rig(laid.friend if isinstance(laid, PosedFriend) else laid.shade)
            known = {*rig.parts, *rig.limbs, *rig.chains, *rig.paths, "root"}
            assert set(laid.pose) <= known, set(laid.pose) - known
            assert pose_at(rig, laid.clip, 0)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_lumis_way_leads_over_every_page(chapter: Chapter):
    assert any(isinstance(laid, PrintTrail) for laid in LIBRARY.spread(chapter.n).sheets)


# The chime stands whole on the last page, the thread and the stick in other shapes on theirs, the cone as it falls.
OTHERWISE = {
    "red_thread": "book/thistle_thread", "bent_stick": "chime/stick", "wind_chime": "chime/stick",
    "pine_cone": "book/cone_open",
}  # fmt: skip


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_the_chapters_thing_is_seen_on_its_page_and_drawn_for_the_map(chapter: Chapter):
    seen = {laid.part for laid in LIBRARY.spread(chapter.n).sheets if isinstance(laid, PlacedPart)}
    assert OTHERWISE.get(chapter.thing, f"things/{chapter.thing}") in seen
    assert LIBRARY.drawing_size(f"things/{chapter.thing}") == (120, 120)
    assert chapter.thing in SLOTS or chapter.thing in (STICK, WHOLE)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_the_chapters_place_has_a_map_that_hides_a_thing_and_keeps_prints(chapter: Chapter):
    place = MAPS.get(chapter.place, chapter.place)
    assert LIBRARY.trail(place).nodes
    assert all(LIBRARY.drawing_size(part) for part in HIDES[place])
    assert LIBRARY.drawing_size(WAYS[place][0])


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_the_sentence_a_page_shows_is_there_and_short_enough_for_two_rows(chapter: Chapter):
    sentences = re.split(r"(?<=[.!?])\s+", Texts("en", SPOKEN)(f"story_{chapter.n:02}_4"))
    assert 1 <= chapter.shows <= len(sentences)
    assert len(sentences[chapter.shows - 1]) <= 60
