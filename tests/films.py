"""The stories that are filmed: every kind of play, pauses, pain, cards over cards, screens nobody presses on.

Each is a function of somebody at the computer; `tests/film.py` holds camera and ear.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from game.core.events import QuestKind, SettingChosen
from game.scenes import routes
from game.scenes.routes import Route
from game.scenes.scene import Scene
from game.scenes.session.session import as_level
from game.ui.controls import Command, Covered, Left
from tests.film_camera import Film
from tests.player import PIN


def quest(film: Film) -> None:
    """From WHO over the map and the shoes into today's quest."""
    film.scene = routes.Start()
    film.wait(3)
    film.to_the_map()
    film.wait(film.ctx.narrator.duration(*film.scene.lines()) + 1)  # type: ignore[attr-defined]
    film.tap("big")
    film.wait(film.ctx.narrator.duration(*film.scene.lines()) + 1)  # type: ignore[attr-defined]
    film.tap("big")


def levels(film: Film, kind: QuestKind, *exercises: str, sets: int = 1) -> None:
    """Those exercises, from the shoes."""
    film.scene = routes.Shoes(film.child, kind, tuple(as_level(film.ctx, e, sets) for e in exercises))
    film.wait(film.ctx.narrator.duration(*film.scene.lines()) + 1)  # type: ignore[attr-defined]
    film.fetch()


def to_the_end(film: Film) -> None:
    film.wait_for("session_end", 1800)
    film.wait(12)


def first_day(film: Film) -> None:
    """Nobody presses after *ready*."""
    quest(film)
    to_the_end(film)


def fourth_day(film: Film) -> None:
    """The same exercises are known; the friends greet, the how-tos are short."""
    for day in range(5, 9):
        film.voice.clear()
        film.dropped.clear()
        film.at_day(date(2026, 1, day), 8)
        quest(film)
        to_the_end(film)


def evening(film: Film) -> None:
    film.at_day(date(2026, 1, 5), 18)
    quest(film)
    to_the_end(film)


def calm(film: Film) -> None:
    film.record(SettingChosen("calm", "on"))
    first_day(film)


def two_minutes(film: Film) -> None:
    levels(film, QuestKind.TWO_MINUTES, "lego_bricks", "bear_walk")
    to_the_end(film)


def one_exercise(film: Film) -> None:
    levels(film, QuestKind.ONE, "toe_artist")
    to_the_end(film)


def two_sets(film: Film) -> None:
    levels(film, QuestKind.QUEST, "lift_ride", "starfish_toes", sets=2)
    to_the_end(film)


def every_unit(film: Film) -> None:
    levels(
        film,
        QuestKind.QUEST,
        "sky_bike",
        "magic_toe",
        "treasure_sort",
        "hedgehog_roll",
        "penguin_walk",
        "animal_parade",
    )
    to_the_end(film)


def by_press(film: Film) -> None:
    """N for each brick."""
    levels(film, QuestKind.ONE, "lego_bricks")
    for _ in range(2):
        film.wait_for("play")
        while film.scene.name == "play" and not film.scene.pace.is_over:  # type: ignore[attr-defined]
            film.wait(2.5)
            film.key(Command.MORE, "n")
        film.wait(3)
    to_the_end(film)


def after_each(film: Film) -> None:
    """The grown-up's word after each exercise."""
    film.record(SettingChosen("confirm_when", "each"))
    levels(film, QuestKind.QUEST, "bear_walk", "caterpillar")
    for _ in range(2):
        film.wait_for("gate")
        film.wait(2)
        film.keys(PIN)
        film.wait(1)
        film.key(None, "1")
        film.wait_for("reward", 20)
    film.wait_for("session_end", 120)
    film.wait(12)


def pauses(film: Film) -> None:
    """Paused, left, stopped and gone on, in every kind of screen."""
    levels(film, QuestKind.QUEST, "bear_walk", "caterpillar")
    for screen in ("play", "walk_on", "intro", "countdown"):
        film.wait_for(screen)
        film.wait(2)
        film.key(Command.PAUSE, "p")
        film.wait(6)
        film.key(Command.ACTIVATE, " ")
        film.wait(1)
        film.give(Left())
        film.wait(130)
        film.key(Command.ACTIVATE, " ")
        film.wait(1)
        film.key(Command.BACK)
        film.wait(4)
        film.key(Command.BACK)
    to_the_end(film)


def a_little_pain(film: Film) -> None:
    """Gently again, a slip, the next friend, and pain on the way."""
    levels(film, QuestKind.QUEST, "bear_walk", "lego_bricks", "caterpillar")
    film.wait_for("play")
    film.wait(4)
    for press in ("hurt", "face-2", "gently"):
        film.tap(press)
        film.wait(9)
    film.wait_for("play")
    film.wait(3)
    for press in ("hurt", "back"):
        film.tap(press)
        film.wait(3)
    film.wait_for("walk_on")
    film.wait(2)
    for press in ("hurt", "which-0", "face-2", "next"):
        film.tap(press)
        film.wait(9)
    to_the_end(film)


def much_pain(film: Film) -> None:
    """Nobody comes for five minutes; then a person lets the rest go on, and it hurts after the end."""
    levels(film, QuestKind.QUEST, "bear_walk", "caterpillar")
    film.wait_for("play")
    film.wait(4)
    film.tap("hurt")
    film.wait(100)
    film.tap("face-6")
    film.wait(300)
    film.tap("go on")
    film.wait_for("session_end", 600)
    film.wait(10)
    film.tap("hurt")
    film.wait(10)
    film.tap("back")
    film.wait(100)


def reward(film: Film) -> None:
    """The grown-up's word at the end, and nobody presses after the stars."""
    levels(film, QuestKind.QUEST, "bear_walk")
    film.wait_for("session_end", 600)
    film.wait(10)
    film.tap("strip")
    film.wait(2)
    film.keys(PIN)
    film.wait(1)
    film.key(None, "1")
    film.wait_for("reward", 20)
    film.wait(120)


def screens_at_rest(film: Film) -> None:
    """Nobody presses on WHO, the map, the shoes and *choose*."""
    film.scene = routes.Start()
    film.wait(130)
    film.to_the_map()
    film.wait(130)
    film.tap("big")
    film.wait(150)
    film.scene = routes.Choose(film.child)
    film.wait(130)


def cards(film: Film) -> None:
    """The safety page and the card of the window's x over the work, over the faces and over each other."""
    levels(film, QuestKind.QUEST, "bear_walk", "caterpillar")
    film.wait_for("play")
    film.wait(4)
    _covered(film, routes.Safety, "back")
    film.wait(3)
    film.key(Command.ACTIVATE, " ")
    film.wait_for("play")
    film.wait(2)
    _covered(film, routes.Close, "stay")
    film.wait(3)
    film.tap("hurt")
    film.wait(4)
    _covered(film, routes.Close, "stay")
    film.wait(30)
    film.tap("back")
    to_the_end(film)


def _covered(film: Film, card: Callable[[Scene], Route], back: str) -> None:
    """A card over what is there, as the program lays it; and away again."""
    film.give(Covered())
    here = film.scene
    film.ctx.narrator.stop()
    film.scene = card(here)
    film.wait(8)
    film.tap(back)
    assert film.scene is here


def feet(film: Film) -> None:
    """What feet can do."""
    film.scene = routes.FunctionQuest(film.child)
    film.wait(30)
    while film.scene.name not in ("map", "function_numbers") and film.second < 900:
        film.wait(12)
        if any(w.name == "big" for w in film.scene.widgets):  # type: ignore[attr-defined]
            film.tap("big")


def _two(film: Film) -> None:
    """A grown-up joins in, and both are chosen."""
    film.add_child("Mum", "11+", "grown_up", "fay")
    film.scene = routes.Start()
    film.wait(6)
    for name in ("together", "big", "big"):
        film.tap(name)
        if film.scene.lines():  # type: ignore[attr-defined]
            film.wait(film.ctx.narrator.duration(*film.scene.lines()) + 1)  # type: ignore[attr-defined]


def two_at_once(film: Film) -> None:
    """A child and a grown-up, each its own exercises; nobody presses."""
    _two(film)
    film.wait_for("together_end", 1800)
    film.wait(40)


def two_and_pain(film: Film) -> None:
    """It hurts one of two much, the other goes on; then that one stops."""
    _two(film)
    film.wait_for("play_together")
    film.wait(12)
    film.tap("hurt")
    film.wait(9)
    film.tap("whose-0")
    film.wait(20)
    film.tap("face-8")
    film.wait(20)
    film.tap("go on")
    film.wait_for("walk_on", 300)
    film.wait(3)
    film.tap("stop")
    film.wait(8)
    film.tap("whose-1")
    film.wait(8)
    film.tap("stop")
    film.wait(20)
    film.tap("go on")
    film.wait_for("together_end", 1800)
    film.wait(12)


def in_turn(film: Film) -> None:
    """Two children one after another, and the picture at the end."""
    film.add_child("Ben", "5-6", "children", "otto")
    film.scene = routes.Together()
    film.wait(8)
    film.tap("turns")
    for _ in range(2):
        film.wait(6)
        film.tap("big")
        if film.scene.name == "story":  # it goes on to the map by itself when it is told
            film.wait_for("map")
        film.wait(film.ctx.narrator.duration(*film.scene.lines()) + 1)  # type: ignore[attr-defined]
        film.tap("big")
        film.wait(film.ctx.narrator.duration(*film.scene.lines()) + 1)  # type: ignore[attr-defined]
        film.tap("big")
        to_the_end(film)
        film.tap("big")
    film.wait(20)


FILMS: dict[str, Callable[[Film], None]] = {
    "first-day": first_day, "fourth-day": fourth_day, "evening": evening, "calm": calm, "two-minutes": two_minutes,
    "one-exercise": one_exercise, "two-sets": two_sets, "every-unit": every_unit, "by-press": by_press,
    "after-each": after_each, "pauses": pauses, "a-little-pain": a_little_pain, "much-pain": much_pain,
    "cards": cards, "reward": reward, "screens-at-rest": screens_at_rest, "feet": feet,
    "two-at-once": two_at_once, "two-and-pain": two_and_pain, "in-turn": in_turn,
}  # fmt: skip
