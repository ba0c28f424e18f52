"""Brothers and sisters one after another: whose turn it is, and one picture for all of them."""

from __future__ import annotations

from datetime import timedelta

from game.core.content import Slot
from game.core.events import LevelConfirmed, OuchTold
from game.core.rules.today import Doing, today
from game.core.session.shared_picture import done_together
from game.scenes import routes
from game.ui.controls import Command
from tests.player import PIN, Player
from tests.scenes.rooms import complaints
from tests.scenes.together.two import earned, enter, family, past_story, plays, together
from tests.told import facts


def play(player: Player) -> None:
    """From the hand-over to the end of that one's session."""
    player.tap("big")
    past_story(player)
    player.tap("big")
    player.fetch()
    player.wait_for("session_end", 1800)


def in_turn(player: Player) -> None:
    player.tap("together")
    player.tap("turns")
    assert player.scene.name == "hand_over" and complaints(player.scene) == []


def test_each_has_a_turn_and_the_last_one_leads_to_the_picture() -> None:
    player, anna, ben = family("children")
    in_turn(player)
    assert player.scene.child == anna
    play(player)
    player.tap("big")
    assert player.scene.name == "hand_over" and player.scene.child == ben
    assert player.scene.lines() == ("friend_otto", "play_your_turn")
    play(player)
    player.tap("big")
    assert player.scene.name == "hand_over" and player.scene.child is None and complaints(player.scene) == []
    player.key(Command.BACK)
    assert player.scene.name == "who" and player.ctx.turns is None


def test_what_is_done_in_turn_fills_the_one_picture_and_is_each_ones_own() -> None:
    player, anna, ben = family("children")
    in_turn(player)
    for _ in range(2):
        play(player)
        player.tap("big")
    few = min(len(plays(player, anna)), len(plays(player, ben)))
    assert done_together(player.ctx.family) == few == len(together(player)) == player.ctx.child(ben).together
    alone, *children = family("children")
    enter(alone, children[0])
    alone.tap("big")
    alone.fetch()
    alone.wait_for("session_end", 1800)
    assert earned(player, anna) == earned(alone, children[0])


def test_a_session_nobody_is_in_turn_for_fills_nothing(player: Player) -> None:
    enter(player, player.child)
    player.tap("big")
    player.fetch()
    player.wait_for("session_end", 1800)
    assert done_together(player.ctx.family) == 0


def test_who_may_not_play_by_then_is_passed_over() -> None:
    player, anna, ben = family("children")
    third = player.add_child("Lea", "5-6", "children", "tik")
    player.scene = routes.InTurn((anna, ben, third))
    player.scene = routes.Who()
    player.scene = routes.InTurn((anna, ben, third))
    play(player)
    turns = player.ctx.turns
    assert turns is not None
    enter(player, ben)
    player.tap("big")
    player.fetch()
    player.wait_for("session_end", 1800)
    player.ctx.turns = turns
    player.scene = routes.HandOver()
    assert player.scene.child == third
    assert today(player.ctx.catalogue, player.ctx.child(ben), player.ctx.now(), Slot.MORNING).doing is not Doing.READY


def test_who_is_playing_ends_the_row() -> None:
    player, anna, ben = family("children")
    in_turn(player)
    player.key(Command.BACK)
    assert player.scene.name == "who" and player.ctx.turns is None


def test_a_turn_that_was_left_standing_over_night_makes_way() -> None:
    player, anna, ben = family("children")
    in_turn(player)
    player.clock += timedelta(days=1)
    player.wait(0.1)
    assert player.scene.name == "who"


# ---------------------------------------------------------------- the grown-up's word on both
def confirm_all(player: Player) -> None:
    player.scene = routes.Who()
    player.tap("confirm")
    player.keys(PIN)
    player.wait(0.5)
    assert player.scene.name == "confirm"


def both_played(player: Player) -> None:
    in_turn(player)
    for _ in range(2):
        play(player)
        player.tap("big")


def test_one_page_has_what_waits_of_all_one_press_each_and_a_reward_for_each_after_it() -> None:
    player, anna, ben = family("children")
    both_played(player)
    confirm_all(player)
    waits = len(plays(player, anna)) + len(plays(player, ben))
    assert len(player.scene.words.ids) == waits and complaints(player.scene) == []
    player.keys("1" * waits)
    assert len(facts(player, LevelConfirmed)) == waits
    player.wait_for("reward", 5)
    assert player.scene.id == anna and player.scene.lines()[0] == "friend_kva"
    player.tap("big")
    assert player.scene.name == "reward" and player.scene.id == ben
    player.tap("big")
    assert player.scene.name == "who"


def test_the_rows_of_a_slot_are_one_childs_and_then_the_others_oldest_first() -> None:
    player, anna, ben = family("children")
    both_played(player)
    confirm_all(player)
    words = player.scene.words
    owners = [words.child_of(id_).id for id_ in words.ids]
    assert owners == [anna] * len(plays(player, anna)) + [ben] * len(plays(player, ben))
    days = [words.attempt(id_).on for id_ in words.ids]
    assert days == sorted(days)


def test_undo_takes_the_right_childs_word_back() -> None:
    player, anna, ben = family("children")
    both_played(player)
    confirm_all(player)
    n = len(plays(player, anna))
    player.keys("1" * (n + 1))
    ids = player.scene.words.ids
    player.key(None, "u")
    assert not player.ctx.child(ben).attempts[ids[n]].is_told
    assert all(player.ctx.child(anna).attempts[id_].is_told for id_ in ids[:n])


def test_pain_of_one_is_told_of_that_one() -> None:
    player, anna, ben = family("children")
    both_played(player)
    confirm_all(player)
    player.keys("1" * len(plays(player, anna)))
    player.tap("hurt")
    player.tap("face-6")
    player.key(None, "1")
    assert [a.ouch for a in player.ctx.child(ben).attempts.values()][0] == 6
    assert all(a.ouch is None for a in player.ctx.child(anna).attempts.values())


def test_pain_of_the_second_child_is_put_right_on_that_childs_page() -> None:
    player, anna, ben = family("children")
    both_played(player)
    attempt = next(iter(player.ctx.child(ben).attempts.values()))
    player.record(OuchTold(attempt.id, attempt.exercise, attempt.on, attempt.slot, 2), child=ben)
    confirm_all(player)
    player.keys("1" * len(plays(player, anna)))
    player.tap("right")
    assert (player.scene.name, player.scene.child_id) == ("pain", ben)
    player.key(Command.BACK)
    assert player.scene.name == "confirm" and player.scene.words.current.id == attempt.id


def test_who_was_erased_meanwhile_has_no_turn_and_no_place_at_the_end() -> None:
    """On another computer of the family, or behind the gate."""
    player, anna, ben = family("children")
    in_turn(player)
    erased(player, anna)
    player.wait(0.5)
    assert player.scene.name == "who"
    player, anna, ben = family("children")
    in_turn(player)
    for _ in range(2):
        play(player)
        player.tap("big")
    assert player.scene.child is None and player.scene.all == [anna, ben]
    erased(player, ben)
    player.wait(0.5)
    assert player.scene.all == [anna] and complaints(player.scene) == []


def erased(player: Player, child: str) -> None:
    work = player.ctx.files.erase(child)
    player.game.pen.then(lambda: None).result()
    work.result()
