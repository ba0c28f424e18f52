"""The reward: stars for what the word woke, a sticker on some days, quiet in the evening."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from game.core.content import Slot
from game.core.events import Effort, Event, Grade, Graduated, LevelConfirmed, SettingChosen, StarsAwarded, StickerFound
from game.core.rules.rewards import confirm
from game.gallery.states import play
from game.scenes import routes
from game.scenes.home.reward import CHEER_SECONDS, COUNT, HANDS, HEAD, STICKER, STICKER_RADIUS, places
from game.ui.effects import star_landing
from game.ui.view import Box
from game.ui.widgets import check_layout
from tests.player import PIN, Player
from tests.scenes.session.test_session import start
from tests.told import played


def rewarded(player: Player, events: tuple[Event, ...]) -> None:
    player.scene = routes.Reward(player.child, events, routes.Who())
    player.draw()
    assert not check_layout(player.scene.widgets)
    assert not player.scene.problems


def awarded(events: tuple[Event, ...]) -> int:
    return sum(e.fact.stars for e in events if isinstance(e.fact, StarsAwarded))


def test_the_stars_of_the_events_land_one_after_another(player: Player):
    events = play(player.ctx, player.child, Slot.MORNING, 1)
    rewarded(player, events)
    counts = []
    for _ in range(60):
        player.wait(0.1)
        counts.append(player.scene.counted)
        player.draw()
    assert counts == sorted(counts)
    assert counts[0] == 0 and counts[-1] == awarded(events)
    assert len(set(counts)) == awarded(events) + 1


def test_every_star_has_landed_before_the_friend_stands_still(player: Player):
    for n in (1, 6, 12, 30):
        rewarded(player, player.ctx.record(StarsAwarded("any", n, "careful"), child=player.child))
        assert player.scene.peel_at <= CHEER_SECONDS <= 5.0


def test_no_star_crosses_the_friends_face_or_comes_to_lie_on_sticker_or_count():
    """They rose out of a nose, and the last of six lay on the sticker."""
    face = Box(592, 296, 96, 110)
    for n in range(1, 13):
        for x, y, size, _ in places(n):
            assert math.dist((x, y), STICKER) >= size / 2 + STICKER_RADIUS + 8
            assert not Box.around(x, y, size / 2).meets(COUNT.grown(8))
            for i in range(21):
                pose = star_landing(HANDS[x >= HEAD], (x, y), i / 20)
                assert not Box.around(pose.x, pose.y, size * pose.wide / 2).meets(face), (n, i)


def test_many_stars_are_all_counted(player: Player):
    star = StarsAwarded("any", 30, "careful")
    rewarded(player, player.ctx.record(star, child=player.child))
    player.wait(9)
    player.draw()
    assert player.scene.counted == 30


def test_the_first_session_brings_a_sticker_and_it_is_kept(player: Player):
    rewarded(player, play(player.ctx, player.child, Slot.MORNING, 1))
    assert player.scene.sticker.id in player.ctx.child(player.child).stickers
    player.wait(player.scene.peel_at + 0.2)
    player.draw()
    player.wait(1)
    player.draw()
    assert "sticker_found" in player.scene.lines()


def test_a_sticker_is_not_found_twice_for_one_session(player: Player):
    events = play(player.ctx, player.child, Slot.MORNING, 1)
    rewarded(player, events)
    rewarded(player, events)
    assert player.scene.sticker is None
    assert len(player.ctx.child(player.child).stickers) == 1


def test_a_sticker_among_the_events_is_shown(player: Player):
    rewarded(player, player.ctx.record(StickerFound("owl"), child=player.child))
    assert player.scene.sticker.id == "owl"


def test_what_was_done_well_is_said_only_after_the_grown_ups_word(player: Player):
    rewarded(player, play(player.ctx, player.child, Slot.MORNING, 1, grade=Grade.HELPED))
    lines = player.scene.lines()
    assert lines[0] == "confirm_helped" and lines[1].startswith("praise_care_")
    rewarded(player, player.ctx.record(StarsAwarded("a", 1, "tried"), child=player.child))
    assert player.scene.lines()[0].startswith("praise_try_")


def test_partly_is_not_praised_as_careful(player: Player):
    rewarded(player, play(player.ctx, player.child, Slot.MORNING, 1, grade=Grade.PARTLY))
    assert not any(line.startswith("praise_care_") for line in player.scene.lines())


@pytest.mark.parametrize(("grade", "written"), [(Grade.WELL, "+2"), (Grade.PARTLY, "1")])
def test_the_star_that_was_won_at_play_is_shown_after_partly_and_not_added_once_more(
    player: Player, grade: Grade, written: str
):  # fmt: skip
    attempt = played(player, "bear_walk")
    before = player.ctx.child(player.child).stars
    facts = confirm(
        player.ctx.catalogue, player.ctx.child(player.child), attempt, grade, Effort.RIGHT, None, player.clock
    )
    rewarded(player, player.ctx.record(*facts, child=player.child))
    player.wait(9)
    scene = player.scene
    assert f"{scene.sign}{scene.counted}" == written
    assert player.ctx.child(player.child).stars == before + (2 if grade is Grade.WELL else 0)


def test_stars_that_wait_for_a_grown_up_sleep(player: Player):
    events = play(player.ctx, player.child, Slot.MORNING, 1)
    play(player.ctx, player.child, Slot.EVENING, 2, grade=None)
    rewarded(player, events)
    assert player.scene.asleep == 2
    assert player.scene.lines()[-1] == "stars_asleep"


def test_the_fourth_day_of_a_week_opens_a_flower_once(player: Player):
    for _ in range(3):
        events = play(player.ctx, player.child, Slot.MORNING)
        rewarded(player, events)
        assert "bloom_flower" not in player.scene.lines()
        player.next_day()
    rewarded(player, play(player.ctx, player.child, Slot.MORNING))
    assert "bloom_flower" in player.scene.lines()
    rewarded(player, play(player.ctx, player.child, Slot.EVENING))
    assert "bloom_flower" not in player.scene.lines()


def test_a_late_word_that_brings_the_week_into_bloom_opens_its_flower(player: Player):
    for grade in (Grade.WELL, Grade.WELL, Grade.WELL, None):
        play(player.ctx, player.child, Slot.MORNING, grade=grade)
        player.next_day()
    waiting = [a.id for a in player.ctx.child(player.child).attempts.values() if not a.is_told]
    rewarded(
        player, player.ctx.record(*(LevelConfirmed(a, Grade.WELL, Effort.RIGHT) for a in waiting), child=player.child)
    )
    assert "bloom_flower" in player.scene.lines()


def test_after_the_journey_the_second_day_of_a_week_opens_the_flower(player: Player):
    first = player.clock.date()
    for week in range(8):
        for day in (0, 1, 3, 5):
            player.at(first + timedelta(days=7 * week + day), 8)
            play(player.ctx, player.child, Slot.MORNING, 1)
    player.at(first + timedelta(days=7 * 8), 8)
    player.record(Graduated(early=True), child=player.child)
    rewarded(player, play(player.ctx, player.child, Slot.MORNING))
    assert "bloom_flower" not in player.scene.lines()
    player.next_day()
    rewarded(player, play(player.ctx, player.child, Slot.MORNING))
    assert "bloom_flower" in player.scene.lines()


def test_it_says_good_bye_and_sleeps_and_what_was_won_stays_until_a_press(player: Player):
    rewarded(player, play(player.ctx, player.child, Slot.MORNING, 1))
    player.wait(60)
    assert player.scene.is_asleep and player.ctx.narrator.said[-1] == "end_goodbye"
    player.wait(600)
    assert player.scene.name == "reward" and player.scene.counted > 0
    assert player.ctx.narrator.said.count("end_goodbye") == 1 and player.ctx.narrator.said[-1] == "end_goodbye"
    player.tap("big")
    assert player.scene.name == "who"


def test_in_the_evening_the_good_bye_is_a_sleepy_one(player: Player):
    player.at(player.clock.date(), 19)
    rewarded(player, play(player.ctx, player.child, Slot.EVENING, 1))
    player.wait(60)
    assert player.ctx.narrator.said[-1] == "sleepy_goodbye"


def test_in_the_middle_of_a_session_the_reward_goes_on_by_itself(player: Player):
    player.record(SettingChosen("confirm_when", "each"))
    start(player, "bear_walk", "caterpillar", amount=10)
    player.wait_for("gate")
    player.wait(1)
    player.keys(PIN)
    player.wait(1)
    player.key(None, "1")
    player.wait_for("reward", 10)
    player.wait_for("intro", 60)


def test_one_press_goes_on_and_the_book_comes_back_to_where_it_went(player: Player):
    events = play(player.ctx, player.child, Slot.MORNING, 1)
    rewarded(player, events)
    player.tap("big")
    assert player.scene.name == "who"
    rewarded(player, events)
    player.tap("book")
    assert player.scene.name == "stickers"
    player.tap("back")
    assert player.scene.name == "who"


def test_calm_pictures_show_everything_at_once_and_nothing_flies(player: Player):
    player.record(SettingChosen("calm", "on"))
    events = play(player.ctx, player.child, Slot.MORNING, 1)
    rewarded(player, events)
    assert player.scene.counted == awarded(events)
    assert player.scene.pieces == ()
