"""Every film: nothing the voice says is cut, lost or doubled by the game itself."""

from __future__ import annotations

import pytest

from game.core.content import Unit
from game.core.session.narration import AIR
from game.data.levels.playable import read_shipped
from tests.film import shoot
from tests.films import FILMS
from tests.scenes.session.test_session import at_play, start

COUNTED = [e for e in read_shipped().exercises.values() if e.unit in (Unit.REPS, Unit.PIECES)]


@pytest.mark.parametrize("name", FILMS)
def test_nothing_the_voice_says_is_cut_lost_or_doubled(name):
    film = shoot(name)
    assert film.voice and film.faults() == []


def test_a_film_notices_a_cut_a_loss_and_a_double(player):
    """The ear itself: what this tool is for must not pass it by."""
    from tests.film_camera import Film

    film = Film.with_family()
    film.wait(8)
    film.ctx.say("who_is_playing", "map_hello")
    film.wait(1)
    film.ctx.say("who_is_playing")
    film.wait(1)
    told = " ".join(film.faults())
    assert "was cut" in told and "never said" in told and "again" in told


@pytest.mark.parametrize("exercise", COUNTED, ids=lambda e: e.id)
def test_the_first_words_are_over_before_the_first_number(player, exercise):
    """Also in later plays, whose beat is quick."""
    for _ in range(4):
        at_play(player, exercise.id, amount=1)
        go = player.ctx.narrator.duration(*player.scene._counting.at_start())
        work = player.scene
        while work.pace.units == 0:
            player.wait(0.05)
        assert work.t + AIR >= go
        player.wait_for("session_end")


@pytest.mark.parametrize("exercise", ["sky_bike", "bear_walk", "lift_ride", "caterpillar", "mermaid_tail"])
def test_the_place_to_go_to_is_told_before_the_countdown_begins(player, exercise):
    start(player, exercise)
    player.wait_for("countdown")
    while not player.scene.digit:
        player.wait(0.05)
        assert player.ctx.narrator.said[-1].startswith("play_") or player.ctx.narrator.is_speaking
    assert player.ctx.narrator.said[-1] == "count_three"
    assert player.scene.t >= player.ctx.narrator.duration(*player.scene._count_in.lines)
