"""One key is one grade, on whichever page a grown-up says how it went."""

from __future__ import annotations

import pytest

from game.core.events import Grade, LevelConfirmed
from game.scenes import routes
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.record.record import RecordPage
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import all_written_on, complaints
from tests.told import facts, grown_ups, pass_gate, played, to_confirm

KEYS = [("1", Grade.WELL), ("2", Grade.HELPED), ("3", Grade.PARTLY), ("4", Grade.NOT_TODAY)]


@pytest.mark.parametrize(("key", "grade"), KEYS)
def test_the_key_of_a_grade_is_the_same_where_it_is_confirmed_and_where_it_is_told_from_away(
    key: str, grade: Grade
) -> None:
    player = Player.with_family(size=(1280, 720))
    played(player, "bear_walk")
    to_confirm(player)
    pass_gate(player)
    player.key(char=key)
    assert [word.grade for word in facts(player, LevelConfirmed)] == [grade]
    player.next_day(20)
    grown_ups(player)
    player.scene = routes.Day(player.child, player.ctx.today)
    page = player.scene
    assert isinstance(page, RecordPage) and page.away
    player.focus("tile-lego_bricks")
    player.key(char="1")
    player.key(char=key)
    mark = page.away.mark("lego_bricks")
    assert (mark.grade if mark else Grade.NOT_TODAY) is grade, "what was not done has no tick"


@pytest.mark.parametrize(("key", "grade"), KEYS[:2])
def test_the_walk_is_graded_by_the_same_keys_and_shows_them(key: str, grade: Grade) -> None:
    player = Player.with_family(size=(1280, 720))
    grown_ups(player)
    player.scene = routes.OutingTold(player.child, routes.Who(), player.ctx.today)
    for char in ("2", "1", key):
        player.key(char=char)
    assert {"1", "2"} <= set(all_written_on(player.scene)) and complaints(player.scene) == []
    player.tap("keep")
    assert [word.grade for word in facts(player, LevelConfirmed)] == [grade]


def test_on_the_wall_chart_each_key_stands_beside_what_it_ticks() -> None:
    player = Player.with_family(size=(1280, 720))
    grown_ups(player)
    player.scene = routes.PaperWeek(player.child, player.ctx.today)
    said = all_written_on(player.scene)
    at = said.index("1")
    assert said[at : at + 8] == ["1", "well", "2", "with help", "3", "partly", "4", "not done"]


def test_a_face_is_chosen_by_the_number_it_shows_on_each_of_these_pages() -> None:
    """And the page says so, where its last line tells the keys."""
    for score in ("0", "2", "4", "6", "8", "1"):
        player = Player.with_family(size=(1280, 720))
        played(player, "bear_walk")
        to_confirm(player)
        pass_gate(player)
        player.key(Command.HURT)
        how = "A face is chosen by its number, the last one by 1. Between two faces: the higher one. Then the grade."
        assert how in all_written_on(player.scene)
        player.key(char=score)
        assert isinstance(player.scene, ConfirmPage) and player.scene.ouch == (10 if score == "1" else int(score))
