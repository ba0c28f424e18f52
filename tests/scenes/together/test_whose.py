"""It hurts, and stop, where two play: whose it is is asked, and only that one's exercise stops or rests."""

from __future__ import annotations

import pytest

from game.core.events import ChildPutAway, OuchTold, Outcome, SessionEnded, SessionEnding
from game.core.rules.today import Doing, Today, today
from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.together.out import Out
from game.ui.controls import Command, Left
from tests.player import PIN, Player
from tests.scenes.rooms import complaints
from tests.scenes.together.two import at_work, company, enter, family, plays, skip_to, together, told_of

TAIL = (("mermaid_tail", 1, 5), ("bear_walk", 1, 20))
LONGER_TAIL = (("mermaid_tail", 1, 8), ("starfish_toes", 1, 5))


def pains(player: Player, child: str) -> list[tuple[str, int | None]]:
    return [(f.exercise, f.score) for f in told_of(player, child, OuchTold) if isinstance(f, OuchTold)]


def slot_of(player: Player, child: str) -> Today:
    return today(player.ctx.catalogue, player.ctx.child(child), player.ctx.now(), player.ctx.slot)


def hurts(player: Player, whose: int, score: int) -> None:
    player.key(Command.HURT)
    assert player.scene.name == "ouch_whose"
    player.tap(f"whose-{whose}")
    assert player.scene.name == "ouch"
    player.tap(f"face-{score}")


def at_work_of_two(player: Player) -> None:
    at_work(player, TAIL, LONGER_TAIL)
    player.wait(8)


@pytest.mark.parametrize("whose", [0, 1])
@pytest.mark.parametrize("score", [2, 10])
def test_only_the_pain_of_whom_it_hurts_is_told(whose: int, score: int) -> None:
    player, *children = family()
    at_work_of_two(player)
    hurts(player, whose, score)
    assert pains(player, children[whose]) == [("mermaid_tail", score)] and pains(player, children[1 - whose]) == []


def test_nobody_is_suggested_and_both_are_named_aloud() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    player.key(Command.HURT)
    assert player.scene.focused is None and complaints(player.scene) == []
    assert [w.voice for w in player.scene.widgets if w.name.startswith("whose")] == ["friend_kva", "friend_fay"]


def test_after_strong_pain_of_one_nothing_goes_on_until_a_person_says_so() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    assert player.scene.name == "ouch_rest"
    player.wait(600)
    assert player.scene.name == "ouch_rest" and plays(player, mum) == []
    player.tap("go on")
    assert player.scene.name == "countdown_together"
    skip_to(player, "star_for_the_jar")
    assert [p.outcome for p in plays(player, anna)] == [Outcome.HURT]
    assert [(p.outcome, p.done_left) for p in plays(player, mum)] == [(Outcome.FINISHED, 8)]


def test_the_hurt_one_does_the_next_exercise_again_with_the_other() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.tap("go on")
    skip_to(player, "together_end")
    assert [(p.exercise, p.outcome) for p in plays(player, anna)] == [
        ("mermaid_tail", Outcome.HURT), ("bear_walk", Outcome.FINISHED),
    ]  # fmt: skip
    assert len(together(player)) == 2  # pain costs the jar nothing


def test_a_small_pain_goes_on_gently_where_both_were() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    before = [w.pace.units for w in player.scene.workers]
    hurts(player, 1, 2)
    player.tap("gently")
    player.wait_for("play_together")
    assert [w.pace.units for w in player.scene.workers] == before and pains(player, mum) == [("mermaid_tail", 2)]


def test_the_next_friend_of_one_lets_the_other_finish() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 1, 2)
    player.tap("next")
    assert player.scene.name == "countdown_together"
    skip_to(player, "star_for_the_jar")
    assert [p.outcome for p in plays(player, mum)] == [Outcome.HURT]
    assert [p.outcome for p in plays(player, anna)] == [Outcome.FINISHED]


def test_who_ends_after_pain_leaves_the_other_to_go_on_when_a_person_says_so() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.tap("big")
    assert player.scene.name == "one_is_over" and complaints(player.scene) == [] and player.scene.focused == "go on"
    player.wait(900)
    assert player.scene.name == "one_is_over" and plays(player, mum) == []
    player.tap("go on")
    skip_to(player, "together_end")
    assert [f.ending for f in told_of(player, anna, SessionEnded)] == [SessionEnding.STOPPED]
    assert [p.exercise for p in plays(player, mum)] == ["mermaid_tail", "starfish_toes"]


def test_who_ended_after_pain_has_the_plaster_and_no_tick_and_its_half_says_that_it_rests() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.tap("big")
    player.tap("go on")
    skip_to(player, "play_together")
    hurt, works = (worker.tray(1) for worker in player.scene.workers)
    assert (hurt.out, hurt.stretch, works.out) == (Out.HURT, None, None)
    assert player.scene.out(0) is Out.HURT and player.scene.out(1) is None
    player.draw()
    assert player.scene.problems == []
    skip_to(player, "together_end")


def test_who_stopped_has_the_sign_of_a_nap_and_who_has_done_everything_its_tick() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    player.key(Command.BACK)
    for name in ("whose-1", "stop", "go on"):
        player.tap(name)
    skip_to(player, "play_together")
    assert [worker.tray(1).out for worker in player.scene.workers] == [None, Out.STOPPED]
    player, anna, mum = family()
    at_work_of_two(player)
    while player.scene.workers[0].is_working:
        player.wait(0.25)
    assert [worker.tray(1).out for worker in player.scene.workers] == [None, None]
    assert player.scene.workers[0].tray(1).stretch is None and player.scene.workers[1].is_working


def test_a_second_painful_day_pauses_that_ones_programme_alone() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.tap("big")
    player.next_day()
    at_work(player, (("bear_walk", 1, 20),), LONGER_TAIL)
    player.wait(4)
    hurts(player, 0, 6)
    assert player.scene.name == "one_is_over"
    state = {
        c: today(player.ctx.catalogue, player.ctx.child(c), player.ctx.now(), player.ctx.slot).doing
        for c in (anna, mum)
    }
    assert state[anna] is Doing.PAUSED and state[mum] is not Doing.PAUSED


@pytest.mark.parametrize(
    "screen", ["intro", "countdown_together", "play_together", "other_feet", "star_for_the_jar", "walk_on", "play"]
)
def test_on_every_screen_of_two_it_is_asked_whose(screen: str) -> None:
    player, anna, mum = family()
    company(player, (("mermaid_tail", 1, 5),), (("caterpillar", 1, 3), ("bear_walk", 1, 20)))
    if screen == "intro":
        player.wait(1)
    else:
        skip_to(player, screen)
    player.wait(0.5)
    player.key(Command.HURT)
    assert player.scene.name == "ouch_whose"
    player.key(Command.BACK)
    assert player.scene.name in (screen, "countdown_together", "countdown")


def test_who_waits_and_is_hurt_is_asked_about_what_is_done() -> None:
    player, anna, mum = family()
    at_work(player, TAIL, LONGER_TAIL)
    while not plays(player, anna):
        player.wait(0.1)
    hurts(player, 0, 6)
    assert pains(player, anna) == [("mermaid_tail", 6)] and [p.outcome for p in plays(player, anna)] == [
        Outcome.FINISHED
    ]
    player.tap("go on")
    skip_to(player, "star_for_the_jar")
    assert plays(player, mum)[0].done_left == 8


def test_the_finished_ones_pain_is_hers_while_the_other_goes_on_alone() -> None:
    player, anna, mum = family()
    company(player, (("mermaid_tail", 1, 5),), (("mermaid_tail", 1, 5), ("bear_walk", 1, 20)))
    skip_to(player, "play")
    hurts(player, 0, 8)
    assert pains(player, anna) == [("mermaid_tail", 8)] and pains(player, mum) == []


def test_nobody_says_whose_for_an_hour_and_both_rest_for_today() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    player.key(Command.HURT)
    player.scene.quiet = LATER_AFTER
    player.wait(0.2)
    assert player.scene.name == "ouch_whose"
    assert pains(player, anna) == [("mermaid_tail", None)] == pains(player, mum)
    player.key(Command.BACK)
    assert player.scene.name == "together_end"


@pytest.mark.parametrize("whose", [0, 1])
def test_one_stops_and_the_other_goes_on(whose: int) -> None:
    player, *children = family()
    at_work_of_two(player)
    player.key(Command.BACK)
    assert player.scene.name == "stop_whose" and complaints(player.scene) == []
    player.tap(f"whose-{whose}")
    assert player.scene.name == "stop"
    player.tap("stop")
    assert player.scene.name == "one_is_over" and complaints(player.scene) == [] and player.scene.focused == "go on"
    player.tap("go on")
    skip_to(player, "together_end")
    one, other = children[whose], children[1 - whose]
    assert [f.ending for f in told_of(player, one, SessionEnded)] == [SessionEnding.STOPPED]
    assert [f.ending for f in told_of(player, other, SessionEnded)] == [SessionEnding.WHOLE]
    assert [p.outcome for p in plays(player, one)] == [Outcome.STOPPED] and len(plays(player, other)) == 2


@pytest.mark.parametrize(("button", "ending"), [("stop", SessionEnding.STOPPED), ("later", SessionEnding.LATER)])
def test_both_stop_at_once(button: str, ending: SessionEnding) -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    player.key(Command.BACK)
    player.tap("both")
    player.tap(button)
    assert player.scene.name == "together_end"
    assert {f.ending for c in (anna, mum) for f in told_of(player, c, SessionEnded)} == {ending}


def test_stop_by_mistake_goes_on_where_both_were() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    before = [w.pace.units for w in player.scene.workers]
    player.key(Command.BACK)
    player.key(Command.BACK)
    player.wait_for("play_together")
    assert [w.pace.units for w in player.scene.workers] == before


def test_it_hurts_is_heard_on_the_card_that_asks_who_stops() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    player.key(Command.BACK)
    hurts(player, 1, 4)
    assert pains(player, mum) == [("mermaid_tail", 4)]


def test_the_window_that_is_left_holds_both_and_its_pain_is_asked_for() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    player.give(Left())
    player.wait(30)
    hurts(player, 0, 2)
    assert pains(player, anna) == [("mermaid_tail", 2)]


def test_a_grown_up_behind_the_gate_comes_back_to_the_card_that_waits() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.tap("big")
    player.tap("grown_ups")
    player.keys(PIN)
    player.wait(0.5)
    assert player.scene.name == "progress"
    player.scene = routes.BackToPlay()
    assert player.scene.name == "one_is_over"


def test_pain_in_ones_last_exercise_ends_that_ones_session_and_the_other_goes_on() -> None:
    player, anna, mum = family()
    at_work(player, TAIL[:1], LONGER_TAIL)
    player.wait(8)
    hurts(player, 0, 8)
    assert "go on" not in [w.name for w in player.scene.widgets]
    player.tap("big")
    assert player.scene.name == "one_is_over"
    assert [f.ending for f in told_of(player, anna, SessionEnded)] == [SessionEnding.WHOLE]
    player.tap("go on")
    skip_to(player, "together_end")
    assert [p.exercise for p in plays(player, mum)] == ["mermaid_tail", "starfish_toes"]


@pytest.mark.parametrize("card", ["faces", "next", "rest"])
def test_an_hour_without_anybody_keeps_what_both_have_left_for_later(card: str) -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    if card == "faces":
        player.key(Command.HURT)
        player.tap("whose-1")
    else:
        hurts(player, 1, 2 if card == "next" else 8)
    here = player.scene.name
    player.scene.quiet = LATER_AFTER
    player.wait(0.2)
    assert player.scene.name == here  # nothing goes on by itself
    assert {f.ending for c in (anna, mum) for f in told_of(player, c, SessionEnded)} == {SessionEnding.LATER}
    assert [p.outcome for p in plays(player, anna)] == [Outcome.STOPPED]  # what was begun is told


def test_one_put_away_behind_the_gate_leads_from_the_card_to_who_is_playing() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.record(ChildPutAway(), child=mum)
    player.scene = player.scene.resumed()
    assert player.scene.name == "who"


@pytest.mark.parametrize("whose", [0, 1])
def test_after_pain_of_one_of_two_the_grown_ups_page_opens_on_that_one(whose: int) -> None:
    player, *children = family()
    at_work_of_two(player)
    hurts(player, whose, 8)
    player.tap("big")
    player.tap("end")
    assert player.scene.name == "together_end"
    player.scene = routes.Who()
    player.tap("grown_ups")
    player.keys(PIN)
    player.wait(0.5)
    assert player.scene.name == "progress" and player.scene.child_id == children[whose]


@pytest.mark.parametrize("way", ["pain", "one stops", "both stop"])
def test_who_has_done_nothing_when_the_other_ends_finds_her_own_quest_open(way: str) -> None:
    player, anna, mum = family("prevention")
    both = at_work(player, (("bear_walk", 1, 20), ("sky_bike", 1, 6)), (("seal_ball", 1, 5),))
    while not both.sessions[0].has_begun:
        player.wait(0.1)
    if way == "pain":
        hurts(player, 0, 8)
        player.tap("big")
    else:
        player.key(Command.BACK)
        player.tap("both" if way == "both stop" else "whose-0")
        player.tap("stop")
    if way != "both stop":
        player.tap("end")
    assert player.scene.name == "together_end" and plays(player, mum) == []
    assert slot_of(player, anna).doing is Doing.DONE
    assert (slot_of(player, mum).doing, slot_of(player, mum).is_done) == (Doing.READY, False)
    enter(player, mum)
    player.tap("big")
    assert player.scene.name == "shoes"


def test_who_has_done_something_and_ends_with_the_other_is_done_for_the_slot() -> None:
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, 8)
    player.tap("big")
    player.tap("end")
    assert [p.outcome for p in plays(player, mum)] == [Outcome.STOPPED]
    assert slot_of(player, mum).doing is Doing.DONE


@pytest.mark.parametrize("score", [2, 8])
def test_the_ring_stands_on_what_goes_on_when_one_rests(score: int) -> None:
    """The space bar, pressed once too often, ends nobody's evening but the one's who rests."""
    player, anna, mum = family()
    at_work_of_two(player)
    hurts(player, 0, score)
    player.tap("big" if score == 8 else "stop")
    assert player.scene.name == "one_is_over"
    player.key(Command.ACTIVATE)
    skip_to(player, "together_end")
    assert [f.ending for f in told_of(player, mum, SessionEnded)] == [SessionEnding.WHOLE]
