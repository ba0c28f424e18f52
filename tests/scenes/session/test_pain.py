"""It hurts, on every screen of a session: what the diary says hurts is what the child saw, and strong pain waits."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable

import pytest

import game.scenes
from game.core.events import (
    ExerciseSwitched,
    FunctionHurt,
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    SessionEnded,
    SessionEnding,
)
from game.core.rules.today import Doing
from game.core.session.pacing import LATER_AFTER
from game.scenes import flow, routes
from game.scenes.screen.safety_screen import SafetyScreen
from game.scenes.screen.screen import Screen
from game.ui.controls import Command, Left
from tests.player import CODE, PIN, Player
from tests.scenes.rooms import complaints
from tests.scenes.session.test_session import forget, hurts, offered, start
from tests.told import facts, grown_ups


def exercise_of(player: Player) -> str:
    return facts(player, OuchTold)[-1].exercise


def at_second(player: Player, screen: str) -> None:
    """The bricks are done, and the session has come to that screen of the caterpillar."""
    start(player, "lego_bricks", "caterpillar", amount=2, sets=2)
    player.wait_for("praise")
    player.wait_for("walk_on")
    if screen != "walk_on":
        player.wait_for(screen)
    player.wait(0.5)


def paused(player: Player) -> None:
    at_second(player, "play")
    player.key(Command.PAUSE)


def window_left(player: Player) -> None:
    at_second(player, "play")
    player.give(Left())


def on_the_stop_card(player: Player) -> None:
    at_second(player, "play")
    player.key(Command.BACK)
    assert player.scene.name == "stop"


def after_a_card(player: Player) -> None:
    """Somebody pressed "it hurts" by mistake and goes on."""
    at_second(player, "countdown")
    player.key(Command.HURT)
    player.key(Command.BACK)


def after_the_next_friend(player: Player) -> None:
    """A small pain on the bricks, the next friend, and pain before anything of the caterpillar was done."""
    start(player, "lego_bricks", "caterpillar")
    player.tap("big")
    player.wait_for("play")
    hurts(player, 2)
    player.tap("next")
    player.wait_for("countdown")


PLACES: dict[str, Callable[[Player], None]] = {
    **{name: (lambda p, name=name: at_second(p, name)) for name in ("intro", "countdown", "play", "other_foot", "rest")},
    "pause": paused, "window left": window_left, "stop card": on_the_stop_card, "after a card": after_a_card,
    "after the next friend": after_the_next_friend,
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("score", [2, 10, None])
def test_what_hurts_is_what_the_child_sees(player, place, score):
    PLACES[place](player)
    player.key(Command.HURT)
    player.tap("unknown" if score is None else f"face-{score}")
    told = facts(player, OuchTold)[-1]
    assert (told.exercise, told.score) == ("caterpillar", score)


@pytest.mark.parametrize("place", PLACES)
def test_what_hurts_much_does_not_come_next(player, place):
    PLACES[place](player)
    hurts(player, 10)
    assert player.scene.name == "ouch_rest"
    assert [p.exercise for p in facts(player, LevelPlayed)] == ["lego_bricks", "caterpillar"]
    assert facts(player, LevelPlayed)[-1].outcome is Outcome.HURT
    player.tap("big")
    assert player.scene.name == "session_end"


@pytest.mark.parametrize("place", ["intro", "countdown"])
def test_the_next_friend_is_the_next_one_also_before_anything_was_done(player, place):
    start(player, "lego_bricks", "caterpillar", "bear_walk")
    player.wait_for(place)
    hurts(player, 2)
    player.tap("next")
    player.wait_for("countdown")
    assert player.scene.exercise.id == "caterpillar"


def test_with_the_praise_it_is_the_exercise_just_done(player):
    start(player, "lego_bricks", "caterpillar", amount=1)
    player.wait_for("praise")
    hurts(player, 6)
    assert exercise_of(player) == "lego_bricks"
    assert [a.ouch for a in player.ctx.child(player.child).attempts.values()] == [6]


@pytest.mark.parametrize(("which", "exercise"), [(0, "lego_bricks"), (1, "caterpillar")])
def test_on_the_way_between_two_friends_the_child_sees_both_and_is_asked_which(player, which, exercise):
    at_second(player, "walk_on")
    player.key(Command.HURT)
    assert player.scene.name == "ouch_which" and "ouch_which_one" in player.scene.lines()
    assert player.scene.widgets and player.scene.focused is None
    player.tap(f"which-{which}")
    player.tap("face-8")
    assert exercise_of(player) == exercise
    assert player.scene.name == "ouch_rest"
    hurt = {a.exercise for a in player.ctx.child(player.child).attempts.values() if a.ouch}
    assert hurt == {exercise}


def test_pressed_by_mistake_between_two_friends_changes_nothing(player):
    at_second(player, "walk_on")
    player.key(Command.HURT)
    player.key(Command.BACK)
    assert player.scene.name == "walk_on" and facts(player, OuchTold) == []


def test_before_anything_is_begun_a_grown_up_is_called_and_nothing_starts(player):
    player.scene = routes.Shoes(player.child, QuestKind.QUEST, offered(player).left)
    player.key(Command.HURT)
    player.wait(120)
    assert "grown_up_call" in player.ctx.narrator.said
    assert player.scene.name == "shoes" and facts(player, OuchTold) == []


def test_after_the_session_pain_can_still_be_told_of_each_exercise(player):
    start(player, "bear_walk", "lego_bricks", "caterpillar", amount=1)
    player.wait_for("session_end")
    player.key(Command.HURT)
    player.tap("which-1")
    player.tap("face-6")
    assert exercise_of(player) == "lego_bricks"
    assert player.scene.name == "session_end"
    assert player.scene.strip() == player.ctx.texts("end_rests")


def test_after_the_session_a_small_pain_goes_back_to_the_end(player):
    start(player, "bear_walk", amount=10)
    player.wait_for("session_end")
    hurts(player, 2)
    assert player.scene.name == "session_end" and exercise_of(player) == "bear_walk"


def test_after_the_session_pain_on_a_second_day_stops_the_programme(player):
    start(player, "bear_walk", amount=10)
    player.wait_for("session_end")
    hurts(player, 6)
    player.next_day()
    start(player, "lego_bricks", amount=1)
    player.wait_for("session_end")
    hurts(player, 6)
    assert player.scene.name == "session_end"
    assert player.scene.strip() == player.ctx.texts("end_paused")
    assert offered(player).doing in (Doing.PAUSED, Doing.RESTING)


@pytest.mark.parametrize("score", [6, None])
def test_a_single_pain_by_which_all_that_is_in_play_rests_asks_for_no_doctor_anywhere(player, score):
    """The rules ask for one after strong pain on two days."""
    others = [e for e in player.ctx.catalogue.programmes["children"].exercises if e != "bear_walk"]
    player.record(*(ExerciseSwitched(e, False) for e in others), child=player.child)
    player.next_day()
    start(player, "bear_walk", amount=10)
    player.wait_for("play")
    player.key(Command.HURT)
    player.tap("unknown" if score is None else f"face-{score}")
    assert offered(player).doing is Doing.RESTING
    if player.scene.name != "session_end":
        player.key(Command.ACTIVATE)
    end = player.scene
    assert end.name == "session_end" and end.lines()[0] == "ouch_told"
    assert end.strip() != player.ctx.texts("end_paused") and (
        score is None or end.strip() == player.ctx.texts("end_rests")
    )
    player.scene = routes.Enter(player.child)
    player.wait(1)
    assert player.scene.name == "map" and "ouch_programme_rests" not in player.ctx.narrator.said
    grown_ups(player)
    assert "asked" not in {w.name for w in player.scene.widgets}
    player.scene = routes.PlanChanges(flow.open(player.ctx, routes.Place("plan", player.child)))
    assert "doctor" not in {w.name for w in player.scene.widgets}


def test_after_pain_on_two_days_the_map_says_that_the_doctor_is_asked(player):
    test_after_the_session_pain_on_a_second_day_stops_the_programme(player)
    player.scene = routes.Enter(player.child)
    player.wait(1)
    assert "ouch_programme_rests" in player.ctx.narrator.said


# -------------------------------------------------------------------- strong pain waits for a person
HOURS = 3 * LATER_AFTER


def stays(player: Player, seconds: float) -> bool:
    """Whether the screen is the same after so long, in large steps and small."""
    before = player.scene
    player.wait(30)
    left = seconds
    while left > 0:
        player.ctx.narrator.update(5.0)
        player.scene = player.scene.update(5.0) or player.scene
        left -= 5.0
    return player.scene is before


@pytest.mark.parametrize("score", [4, 6, 8, 10, None])
def test_after_strong_pain_nothing_goes_on_until_somebody_presses(player, score):
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    player.key(Command.HURT)
    player.tap("unknown" if score is None else f"face-{score}")
    assert player.scene.name == "ouch_rest"
    assert stays(player, HOURS)
    assert [e.ending for e in facts(player, SessionEnded)] == [SessionEnding.LATER]


def test_the_end_for_today_is_offered_first_and_going_on_is_a_press_away(player):
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    hurts(player, 6)
    assert player.scene.widgets and player.scene.focused == "big"
    player.key(Command.ACTIVATE)
    assert player.scene.name == "session_end"
    assert facts(player, SessionEnded)[0].ending is SessionEnding.STOPPED
    assert player.scene.strip() == player.ctx.texts("end_rests")


@pytest.mark.parametrize("way", ["key", "button", "select"])
def test_the_grown_up_who_was_fetched_comes_in_and_back_to_the_card_that_waits(player, way):
    player.ctx.gate.set(PIN, CODE)
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    hurts(player, 10)
    player.wait(0.5)
    if way == "select":
        player.pad(6)
    elif way == "key":
        player.key(Command.GROWN_UPS)
    else:
        player.tap("grown_ups")
    assert player.scene.name == "gate"
    player.key(Command.BACK)
    assert player.scene.name == "ouch_rest"
    player.key(Command.GROWN_UPS)
    player.keys(PIN)
    player.wait_for("progress")
    assert player.scene.leads and player.scene.board.first == 0
    assert player.scene.board.all[0].about == "lego_bricks"
    assert facts(player, SessionEnded) == []
    player.key(char="ctrl+2")
    player.key(Command.BACK)
    assert player.scene.name == "progress"
    player.key(Command.BACK)
    assert player.scene.name == "ouch_rest"
    player.tap("go on")
    player.wait_for("play")
    assert player.scene.session.exercise.id == "caterpillar"


def test_a_lock_that_fell_behind_the_gate_leads_back_to_the_card_too(player):
    player.ctx.gate.set(PIN, CODE)
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    hurts(player, 6)
    player.wait(0.5)
    player.key(Command.GROWN_UPS)
    player.keys(PIN)
    player.wait_for("progress")
    player.wait(301)
    assert player.scene.name == "gate"
    player.key(Command.BACK)
    assert player.scene.name == "ouch_rest"
    assert facts(player, SessionEnded) == []


def test_after_the_last_exercise_only_the_end_is_offered(player):
    start(player, "lego_bricks")
    player.wait_for("play")
    hurts(player, 6)
    assert all(w.name != "go on" for w in player.scene.widgets)
    player.tap("big")
    assert facts(player, SessionEnded)[0].ending is SessionEnding.WHOLE


def test_a_worse_face_can_be_told_while_it_waits(player):
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    hurts(player, 4)
    hurts(player, 10)
    assert [o.exercise for o in facts(player, OuchTold)] == ["lego_bricks"] * 2
    assert next(iter(player.ctx.child(player.child).attempts.values())).ouch == 10


def test_an_answer_after_an_hour_is_still_told(player):
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    player.key(Command.HURT)
    forget(player)
    player.tap("face-8")
    assert [o.score for o in facts(player, OuchTold)] == [None, 8]
    assert player.scene.name == "session_end"


def test_faces_of_a_function_quest_left_for_an_hour_are_pain_and_stay(player):
    player.scene = routes.FunctionQuest(player.child)
    player.tap("big")
    player.key(Command.HURT)
    assert player.scene.name == "ouch"
    assert stays(player, HOURS)
    assert [f.score for f in facts(player, FunctionHurt)] == [None]


def safety_screens() -> list[type]:
    for module in pkgutil.walk_packages(game.scenes.__path__, "game.scenes."):
        importlib.import_module(module.name)

    def below(kind: type) -> list[type]:
        return [k for sub in kind.__subclasses__() for k in (sub, *below(sub))]

    return below(SafetyScreen)


def test_no_safety_screen_can_have_a_screen_that_follows_by_itself():
    names = {kind.__name__ for kind in safety_screens()}
    assert {"OuchScreen", "OuchNextScreen", "OuchRestScreen", "OuchWhich", "FunctionOuchScreen"} <= names
    assert all(kind.update is SafetyScreen.update for kind in safety_screens())
    assert inspect.get_annotations(SafetyScreen.update)["return"] in (None, "None")


def test_every_screen_that_speaks_of_pain_is_a_safety_screen():
    """Whatever says an `ouch_` line on entering waits for a person. Three that say one are ends: nothing is played after
    them by itself, only the next morning leads from the end of a session, or of two, to WHO."""
    safety_screens()
    speaking = {
        cls
        for module in pkgutil.walk_packages(game.scenes.__path__, "game.scenes.")
        for cls in vars(importlib.import_module(module.name)).values()
        if isinstance(cls, type) and issubclass(cls, Screen) and '"ouch_' in inspect.getsource(cls.lines)
    }
    ends = {"SessionEnd", "TogetherEnd", "FunctionNumbersScreen"}
    assert {cls.__name__ for cls in speaking if not issubclass(cls, SafetyScreen)} == ends


def test_the_end_after_pain_stays_all_day(player):
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    hurts(player, 6)
    player.tap("big")
    assert player.scene.name == "session_end"
    assert stays(player, HOURS)


def test_a_class_that_gives_a_safety_screen_a_next_one_is_refused():
    with pytest.raises(TypeError, match="follows by itself"):
        type("Hasty", (SafetyScreen,), {"update": lambda self, dt: None})


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (2560, 1080)])
def test_the_cards_of_pain_keep_the_rules_of_targets_and_text(size):
    player = Player.with_family(size=size)
    at_second(player, "walk_on")
    seen = []
    player.key(Command.HURT)
    for name in ("which-1", "face-6"):
        player.draw()
        seen.append(player.scene.name)
        assert complaints(player.scene) == []
        player.tap(name)
    player.draw()
    assert (*seen, player.scene.name) == ("ouch_which", "ouch", "ouch_rest")
    assert complaints(player.scene) == []
