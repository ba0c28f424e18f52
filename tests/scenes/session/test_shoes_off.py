"""Shoes off, and fetch the things: however many a quest needs, each is shown, told, can be ticked and swapped."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from game.core.events import QuestKind, SessionStarted
from game.data.files.resources import resource
from game.scenes import routes
from game.scenes.screen import captions
from game.scenes.session.session import as_level
from game.scenes.session.shoes_off import ShoesOff
from game.scenes.session.things_laid import ROOM, sheets
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import facts

EVERY_THING = (
    "lego_bricks", "treasure_sort", "hedgehog_roll", "ribbon_snack", "river_stones", "toe_artist", "sky_bike",
)  # fmt: skip


def family_with(tmp_path: Path, line: str) -> Player:
    """A family whose own bear walk is done with more: `line` is what its file says about that."""
    folder = tmp_path / "levels"
    copytree(str(resource("levels")), folder)
    path = folder / "exercises" / "bear_walk.yaml"
    text = path.read_text(encoding="utf-8")
    assert "equipment: []" in text
    path.write_text(text.replace("equipment: []", line), encoding="utf-8")
    before = Player.with_family()
    return Player(start=before.clock, journal=before.game.journal, levels=folder)


def shoes(player: Player, *exercises: str) -> ShoesOff:
    levels = tuple(as_level(player.ctx, e) for e in exercises)
    player.scene = routes.Shoes("child-1", QuestKind.QUEST, levels)
    return player.scene


@pytest.fixture
def ten(tmp_path: Path) -> Player:
    """Nine things of the shipped exercises, and a bumpy mat for the family's own."""
    player = family_with(tmp_path, "equipment: [mat]")
    assert len(shoes(player, *EVERY_THING, "bear_walk").things) == ROOM + 1
    return player


def to_the_next_sheet(player: Player) -> None:
    """By the big button alone, a press for each thing and one for the sheet."""
    scene, before = player.scene, player.scene.sheet
    for _ in scene.sheets[before]:
        assert scene.sheet == before
        player.tap("big")
    assert scene.sheet == before + 1


def walked(player: Player) -> list[ShoesOff]:
    """What each press of the big button shows, up to the first exercise."""
    seen = []
    while player.scene.name == "shoes":
        player.wait(0.5)
        names = []
        for thing in player.scene.sheets[player.scene.sheet]:
            player.tap(f"thing-{thing}")
            assert player.scene.spot == thing
            names += [w.name for w in player.scene.widgets if w.name in (f"thing-{thing}", f"swap-{thing}")]
        seen.append((names, player.scene.lines()))
        assert complaints(player.scene) == []
        player.tap("big")
    return seen


def test_a_tenth_thing_is_shown_and_told_before_the_session_begins(ten: Player) -> None:
    needed = ten.scene.things
    seen = walked(ten)
    assert [n for names, _ in seen for n in names if n.startswith("thing-")] == [f"thing-{t}" for t in needed]
    may_swap = [f"swap-{thing}" for thing, other in needed.items() if other]
    assert [n for names, _ in seen for n in names if n.startswith("swap-")] == may_swap
    told = [line for _, lines in seen for line in lines]
    assert [line for line in told if line.startswith("things_")] == ["things_needed", *(f"things_{t}" for t in needed)]
    assert told[-1] == "ready_check" and told.count("ready_check") == 1
    assert len(facts(ten, SessionStarted)) == 1


def test_each_thing_is_shown_large_while_the_voice_names_it_and_may_be_swapped_then(player: Player) -> None:
    scene = shoes(player, "lego_bricks", "hedgehog_roll")
    large = []
    while player.ctx.narrator.is_speaking or not player.ctx.narrator.said:
        player.wait(0.1)
        large += [scene.spot] if large[-1:] != [scene.spot] else []
    assert large == list(scene.things)
    assert f"swap-{large[-1]}" in [w.name for w in scene.widgets]


def test_who_looks_at_a_thing_for_himself_goes_on_looking_while_the_voice_names_others(player: Player) -> None:
    scene = shoes(player, "lego_bricks", "hedgehog_roll")
    player.wait(0.5)
    player.tap("thing-ball")
    player.wait(player.ctx.narrator.duration(*scene.lines()))
    assert scene.spot == "ball"
    player.tap("again")
    player.wait(player.ctx.narrator.duration(*scene.lines()))
    assert scene.spot == list(scene.things)[-1], "asked again, the voice leads"


PRESSES = {
    "enter": lambda player: player.key(Command.ACTIVATE),
    "space": lambda player: player.key(None, " "),
    "pad": lambda player: player.pad(0),
    "mouse": lambda player: player.tap("big"),
    "finger": lambda player: player.touch("big"),
}


@pytest.mark.parametrize("press", PRESSES)
def test_one_press_of_the_big_button_is_one_thing_and_after_the_last_it_begins(player: Player, press: str) -> None:
    scene = shoes(player, "lego_bricks", "hedgehog_roll", "toe_artist")
    things = list(scene.things)
    assert len(things) > 2
    for n, thing in enumerate(things):
        player.wait(0.5)
        assert (player.scene, scene.spot) == (scene, thing)
        assert (
            scene.ticked == {*things[:n]}
            and scene.widget("big").voice == ("label_play", "label_next")[n + 1 < len(things)]
        )
        assert complaints(scene) == []
        PRESSES[press](player)
        if n + 1 < len(things):
            assert f"things_{things[n + 1]}" in player.ctx.narrator.said
    assert player.scene.name == "intro" and len(facts(player, SessionStarted)) == 1


def test_who_has_heard_what_is_needed_begins_with_one_press(player: Player) -> None:
    scene = shoes(player, "lego_bricks", "hedgehog_roll", "toe_artist")
    player.wait(player.ctx.narrator.duration(*scene.lines()) + 1)
    assert scene.widget("big").voice == "label_play" and scene.ticked == set()
    player.key(Command.ACTIVATE)
    assert player.scene.name == "intro"


def test_after_a_press_the_voice_shows_and_names_the_things_that_are_left_by_itself(player: Player) -> None:
    scene = shoes(player, "lego_bricks", "hedgehog_roll", "toe_artist", "ribbon_snack")
    things = list(scene.things)
    assert len(things) > 3
    while scene.spot != things[1]:
        player.wait(0.1)
    player.tap("big")
    assert scene.spot == things[2] and scene.ticked == set(things[:2]), "what the voice has told of before as well"
    shown = [scene.spot]
    while player.ctx.narrator.is_speaking:
        player.wait(0.1)
        shown += [scene.spot] if scene.spot != shown[-1] else []
    assert shown == things[2:] and player.ctx.narrator.said[-1] == "ready_check"
    assert scene.widget("big").voice == "label_play" and scene.ticked == set(things[:2])


def test_after_the_last_thing_a_press_led_to_the_voice_says_what_to_do(player: Player) -> None:
    scene = shoes(player, "lego_bricks", "hedgehog_roll")
    for _ in list(scene.things)[1:]:
        player.tap("big")
    player.wait(8)
    assert player.ctx.narrator.said[-1] == "ready_check" and player.scene is scene


def test_one_may_turn_back_to_the_sheet_before_and_ticks_stay(ten: Player) -> None:
    first = next(iter(ten.scene.things))
    ten.tap(f"thing-{first}")
    to_the_next_sheet(ten)
    assert f"thing-{first}" not in [w.name for w in ten.scene.widgets]
    ten.tap("page_back")
    assert ten.scene.widget(f"thing-{first}").is_chosen
    assert "page_back" not in [w.name for w in ten.scene.widgets]
    assert facts(ten, SessionStarted) == []


def test_what_silence_says_again_is_of_the_sheet_that_is_seen(ten: Player) -> None:
    to_the_next_sheet(ten)
    told = ten.scene.repeated()
    assert [t for t in told if t.startswith("things_")] == [f"things_{t}" for t in ten.scene.sheets[1]]


@pytest.mark.parametrize("count", range(1, ROOM + 1))
def test_up_to_nine_things_lie_on_one_sheet_and_each_is_told(player: Player, count: int) -> None:
    scene = shoes(player, *EVERY_THING)
    names = tuple(scene.things)[:count]
    scene.things = {name: scene.things[name] for name in names}
    scene.sheets = sheets(names)
    assert scene.sheets == (names,)
    assert [line for line in scene.lines() if line.startswith("things_")][1:] == [f"things_{n}" for n in names]
    assert complaints(scene) == []


@pytest.mark.parametrize("count", (0, 1, 9, 10, 18, 19, 40))
def test_every_name_is_on_exactly_one_sheet_and_none_is_too_full(count: int) -> None:
    names = [f"thing{i}" for i in range(count)]
    made = sheets(names)
    assert [n for sheet in made for n in sheet] == names
    assert all(len(sheet) <= ROOM for sheet in made)
    assert max(map(len, made)) - min(map(len, made)) <= 1


def test_a_thing_nobody_drew_or_spoke_is_shown_by_its_name_alone_and_among_many(tmp_path: Path) -> None:
    player = family_with(tmp_path, "equipment: [skipping_rope]\nswaps: {skipping_rope: old_belt}")
    for others in ((), EVERY_THING[:4], EVERY_THING):
        scene = shoes(player, *others, "bear_walk")
        while "thing-skipping_rope" not in [w.name for w in scene.widgets]:
            player.tap("big")
        player.tap("thing-skipping_rope")
        for shown, name in (("skipping_rope", "skipping rope"), ("old_belt", "old belt")):
            assert scene.shown("skipping_rope") == shown
            assert name in " ".join(written_on(scene))
            assert complaints(scene) == []
            player.tap("swap-skipping_rope")
        player.wait(1)


@pytest.mark.parametrize("exercise", EVERY_THING)
def test_what_is_said_of_the_things_is_written_below_them_and_never_over_the_headline(exercise: str) -> None:
    player = Player.with_family(size=(1280, 720))
    page = shoes(player, exercise)
    for line in page.lines():
        box, _ = captions.place(player.ctx.pictures, player.ctx.spoken(line), page.widgets)
        assert box.y > 590, line
