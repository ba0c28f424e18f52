"""The child's footprints and the grown-ups' "days on the trail" are one number, whatever was missed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.simulation import FAMILIES
from game.core.stats import progress
from game.scenes.map_state import look
from tests.diary import every_day, lived, of_family
from tests.player import Player


@pytest.mark.parametrize("family", FAMILIES)
def test_the_map_counts_the_days_that_progress_counts(family: str) -> None:
    player = Player.of(of_family(family, 60).robin)
    days = look(player.ctx, player.child).days
    assert days == progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).active_days
    assert days > 0


def test_after_ten_days_away_both_still_say_every_day_and_the_run_alone_begins_anew() -> None:
    player = Player.of(lived(every_day([0, 1, 2, 3]) + every_day([14, 15]), 16).robin)
    report = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    assert (look(player.ctx, player.child).days, report.active_days, report.streak) == (6, 6, 2)


def test_a_word_that_comes_too_late_changes_neither() -> None:
    player = Player.of(of_family("perfect", 5).robin)
    for _ in range(4):
        player.clock += timedelta(days=1)
        report = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
        assert look(player.ctx, player.child).days == report.active_days == 5
