"""An exercise a therapist ordered for one foot alone is shown, said, played and told for that foot only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.content import Foot
from game.core.events import ExerciseOrdered, LevelPlayed, Outcome, QuestKind
from game.core.rules.today import today
from game.scenes import routes
from game.scenes.screen.dose_words import done
from game.scenes.session.demonstration import MIRRORS
from game.scenes.session.session import as_level
from tests.player import Player
from tests.told import facts


def on_the_mat(player: Player, foot: Foot, sets: int = 1) -> list[str]:
    """Played from *ready* to the end; the screens there were."""
    level = replace(as_level(player.ctx, "caterpillar", sets, 3), first_foot=foot, foot=foot)
    player.scene = routes.Shoes(player.child, QuestKind.ONE, (level,))
    player.fetch()
    seen: list[str] = []
    while player.scene.name != "session_end":
        if seen[-1:] != [player.scene.name]:
            seen.append(player.scene.name)
        player.wait(0.25)
    return seen


@pytest.mark.parametrize(("foot", "feet"), [(Foot.LEFT, (3, 0)), (Foot.RIGHT, (0, 3))])
def test_one_foot_alone_is_played_counted_and_told_without_a_change_to_the_other(
    player: Player, foot: Foot, feet: tuple[int, int]
) -> None:
    assert "other_foot" not in on_the_mat(player, foot)
    (play,) = facts(player, LevelPlayed)
    assert (play.outcome, play.foot, (play.done_left, play.done_right)) == (Outcome.FINISHED, foot, feet)
    said = done(player.ctx.texts, player.ctx.catalogue, next(iter(player.ctx.child(player.child).attempts.values())))
    assert said == f"3 times {foot.value} foot, whole dose"


def test_between_two_sets_of_one_foot_is_a_rest_and_both_sets_count(player: Player) -> None:
    seen = on_the_mat(player, Foot.RIGHT, sets=2)
    assert seen.count("rest") == 1 and "other_foot" not in seen
    (play,) = facts(player, LevelPlayed)
    assert (play.sets, play.done_left, play.done_right) == (2, 0, 6)


@pytest.mark.parametrize("foot", list(Foot))
def test_before_the_work_the_voice_says_which_foot_and_the_pictures_show_it(player: Player, foot: Foot) -> None:
    level = replace(as_level(player.ctx, "caterpillar", 1, 3), first_foot=foot, foot=foot)
    player.scene = routes.Shoes(player.child, QuestKind.ONE, (level,))
    player.fetch()
    player.wait_for("intro")
    shown = player.scene._right  # type: ignore[attr-defined]
    player.wait_for("play")
    assert f"play_now_{foot.value}" in player.ctx.narrator.said
    work = player.scene.show_  # type: ignore[attr-defined]
    assert work.foot is foot
    assert MIRRORS["foot_side"] is Foot.RIGHT  # so the left one is as it was drawn
    assert shown.puppet.flip == work.poses[0].flip == (foot is Foot.RIGHT)


@pytest.mark.parametrize("exercise", ["caterpillar", "toe_artist", "magic_toe", "ribbon_snack"])
@pytest.mark.parametrize("foot", list(Foot))
def test_a_how_to_shows_the_foot_that_begins_right_and_wrong(player: Player, exercise: str, foot: Foot) -> None:
    """A right foot drew in the how-to, and then the voice asked for the left one."""
    level = replace(as_level(player.ctx, exercise, 1, 2), first_foot=foot)
    player.scene = routes.Shoes(player.child, QuestKind.ONE, (level,))
    player.fetch()
    player.wait_for("intro")
    right, wrong = player.scene._right, player.scene._wrong  # type: ignore[attr-defined]
    player.wait_for("play")
    work = player.scene.show_  # type: ignore[attr-defined]
    assert work.foot is foot
    assert right.puppet.flip == wrong.puppet.flip == work.poses[0].flip


def test_the_day_after_the_order_the_quest_on_the_map_is_of_that_foot(player: Player) -> None:
    ordered = ExerciseOrdered("caterpillar", "Ms Weber", player.ctx.today, foot=Foot.LEFT)
    player.record(ordered, child=player.child)
    levels = {}
    for _ in range(2):
        quest = today(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.now(), player.ctx.slot)
        levels[player.ctx.today] = next(row for row in quest.left if row.exercise == "caterpillar")
        player.next_day()
    first, second = levels.values()
    assert first.foot is None and second.foot is Foot.LEFT and second.seconds < first.seconds
