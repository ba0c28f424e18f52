"""A parent puts right which exercise hurt, and how much; nothing told is ever lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.content import Side, Slot
from game.core.events import (
    FunctionHurt,
    LevelPlayed,
    OuchTold,
    Outcome,
    PainPlaced,
    QuestKind,
    SessionStarted,
    StarsAwarded,
)
from game.core.history.fold import fold
from game.core.history.history import empty_family
from game.core.reports.doctor import doctors_report
from game.core.reports.doctor_records import DoctorsReport
from game.core.rules.function_quests import Part
from game.core.rules.journey import journey
from game.core.rules.pain_correction import highest_told, words_told
from game.core.rules.state import ChildState
from game.scenes import routes
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.confirm.pain import PainPage
from game.scenes.parent.record.record import RecordPage
from game.ui.controls import Command
from tests.paper import printed_text
from tests.player import Player
from tests.scenes.rooms import Room, complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate, played, to_confirm

QUEST = ("lego_bricks", "caterpillar", "bear_walk")


@pytest.fixture
def player() -> Player:
    """Three days of play; on the fourth a 2 on the bricks, and a 10 that belongs to the caterpillar, never begun."""
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 3, QUEST)
    session(player)
    player.record(OuchTold("bricks", "lego_bricks", player.ctx.today, Slot.MORNING, 10), child=player.child)
    return player


def session(player: Player) -> None:
    today = player.ctx.today
    player.record(
        SessionStarted("s", today, Slot.MORNING, QuestKind.QUEST, QUEST),
        LevelPlayed("bricks", "s", today, Slot.MORNING, "lego_bricks", 1, 8, Outcome.FINISHED, 8, 8),
        StarsAwarded("bricks", 1, "tried"),
        OuchTold("bricks", "lego_bricks", today, Slot.MORNING, 2),
        child=player.child,
    )


def now(player: Player) -> ChildState:
    return journey(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).now(player.ctx.today)


def put_right(player: Player, **scores: int) -> None:
    """From confirm, by presses."""
    to_confirm(player)
    pass_gate(player)
    player.tap("right")
    for exercise, score in scores.items():
        player.tap(f"face-{score}-{exercise}")
    player.tap("write")
    player.tap("back")


def test_until_it_is_put_right_the_higher_word_counts(player: Player) -> None:
    assert set(now(player).resting) == {"lego_bricks"}


def test_rest_moves_to_what_hurt_and_both_words_stay(player: Player) -> None:
    put_right(player, lego_bricks=2, caterpillar=10)
    assert set(now(player).resting) == {"caterpillar"} and now(player).resting["caterpillar"].score == 10
    told = [e.fact for e in player.game.journal.events() if isinstance(e.fact, OuchTold)]
    assert [(f.exercise, f.score) for f in told] == [
        ("lego_bricks", 2), ("lego_bricks", 10), ("lego_bricks", 2), ("caterpillar", 10),
    ]  # fmt: skip
    assert highest_told(player.ctx.child(player.child), "bricks") == 10


def test_what_hurt_without_being_played_has_its_star_and_waits_for_a_word(player: Player) -> None:
    before = player.ctx.child(player.child).stars
    put_right(player, lego_bricks=2, caterpillar=10)
    made = [a for a in player.ctx.child(player.child).attempts.values() if a.session == "s" and a.id != "bricks"]
    assert [(a.exercise, a.ouch, a.stars, a.outcome) for a in made] == [("caterpillar", 10, 1, Outcome.HURT)]
    assert player.ctx.child(player.child).stars == before + 1
    assert isinstance(player.scene, ConfirmPage) and made[0].id in player.scene.words.ids


def test_a_face_chosen_and_not_written_down_changes_nothing(player: Player) -> None:
    to_confirm(player)
    pass_gate(player)
    before = list(player.game.journal.events())
    player.tap("right")
    player.tap("face-0-lego_bricks")
    assert any("keeps both words" in line for line in written_on(player.scene))
    player.key(Command.BACK)
    assert list(player.game.journal.events()) == before and now(player).resting["lego_bricks"].score == 10


def test_the_day_shows_what_counts_and_what_was_told(player: Player) -> None:
    put_right(player, lego_bricks=2, caterpillar=10)
    player.scene = RecordPage(player.ctx, player.child, player.ctx.today)
    lines = written_on(player.scene)
    assert "pain first 10, now 2 of 10" in lines and "it hurt, 10 of 10" in lines and complaints(player.scene) == []


def test_it_can_be_put_right_from_the_day_at_any_time(player: Player) -> None:
    hurt_on = player.ctx.today
    player.clock += timedelta(days=9)
    grown_ups(player)
    player.scene = RecordPage(player.ctx, player.child, hurt_on)
    player.tap("pain-bricks")
    assert isinstance(player.scene, PainPage) and complaints(player.scene) == []
    player.tap("face-0-lego_bricks")
    player.tap("write")
    player.key(Command.BACK)
    assert player.scene.name == "record" and not now(player).resting
    assert "pain first 10 of 10, now none" in written_on(player.scene)


def test_two_mistaken_tens_put_right_open_the_programme_again(player: Player) -> None:
    player.clock += timedelta(days=1)
    played(player, "bear_walk", ouch=8)
    assert now(player).stopped_on is not None
    player.scene = PainPage(player.ctx, player.child, "s", Room(player.ctx, "back"))
    player.tap("face-2-lego_bricks")
    player.tap("write")
    assert now(player).stopped_on is None and set(now(player).resting) == {"bear_walk"}


def test_it_did_not_hurt_after_all_asks_for_no_face_any_more(player: Player) -> None:
    id_ = played(player, "bear_walk", outcome=Outcome.HURT, left=3, hurts=True)
    attempt = player.ctx.child(player.child).attempts[id_]
    player.scene = PainPage(player.ctx, player.child, attempt.session, Room(player.ctx, "back"))
    player.tap("face-0-bear_walk")
    player.tap("write")
    attempt = player.ctx.child(player.child).attempts[id_]
    assert attempt.ouch == 0 and "bear_walk" not in now(player).unanswered


def test_by_keyboard_alone(player: Player) -> None:
    to_confirm(player)
    pass_gate(player)
    player.focus("right")
    player.key(Command.ACTIVATE)
    player.focus("face-4-bear_walk")
    player.key(Command.ACTIVATE)
    player.focus("write")
    player.key(Command.ACTIVATE)
    player.key(Command.BACK)
    assert facts(player, OuchTold)[-1].exercise == "bear_walk" and player.scene.name == "confirm"


# ---------------------------------------------------------------- what follows is said on the page at once
def said_after(player: Player, **scores: int) -> str:
    """What stands on the page after these faces were pressed and written down."""
    page = PainPage(player.ctx, player.child, "s", Room(player.ctx, "back"))
    player.scene = page
    for exercise, score in scores.items():
        player.tap(f"face-{score}-{exercise}")
    player.tap("write")
    assert player.scene is page and page.focused == "back" and complaints(page) == []
    return " ".join(written_on(page))


def test_what_rests_now_is_said_where_the_pain_was_written_down(player: Player) -> None:
    said = said_after(player, caterpillar=6)
    assert "Written down. Rests until you allow it: Caterpillar." in said
    player.tap("face-8-caterpillar")
    assert "Written down." not in " ".join(written_on(player.scene))


def test_what_rests_no_more_is_said_beside_what_does(player: Player) -> None:
    said = said_after(player, lego_bricks=2, caterpillar=10)
    assert "Rests until you allow it: Caterpillar." in said and "Rests no more: Pick up the Lego bricks." in said


def test_of_little_pain_it_is_said_that_nothing_rests(player: Player) -> None:
    assert "Written down. Nothing rests because of it." in said_after(player, bear_walk=2)


def test_the_second_painful_day_says_that_the_programme_waits_for_a_doctor_and_put_right_that_it_goes_on(
    player: Player,
) -> None:
    played_before = player.ctx.today - timedelta(days=1)
    hurt = next(a for a in player.ctx.child(player.child).attempts.values() if a.on == played_before)
    player.record(OuchTold(hurt.id, hurt.exercise, played_before, hurt.slot, 2), child=player.child)
    player.scene = PainPage(player.ctx, player.child, hurt.session, Room(player.ctx, "back"))
    player.tap(f"face-8-{hurt.exercise}")
    player.tap("write")
    said = "The whole programme rests until you say that a doctor was asked."
    assert now(player).stopped_on is not None and said in " ".join(written_on(player.scene))
    player.tap(f"face-0-{hurt.exercise}")
    player.tap("write")
    assert now(player).stopped_on is None and "The programme goes on." in " ".join(written_on(player.scene))


def test_from_the_day_it_comes_back_to_the_sheet_of_the_exercise(player: Player) -> None:
    for exercise in ("bear_walk", "caterpillar", "bear_walk", "caterpillar", "bear_walk"):
        played(player, exercise)
    grown_ups(player)
    page = RecordPage(player.ctx, player.child, player.ctx.today)
    player.scene = page
    player.tap("sheet")
    last = page.shown()[-1]
    player.tap(f"pain-{last.id}")
    player.tap(f"face-4-{last.exercise}")
    player.tap("write")
    player.key(Command.BACK)
    assert player.scene is page and last.id in [entry.id for entry in page.shown()]
    assert "it hurt, 4 of 10" in written_on(page) and complaints(page) == []


Score = st.sampled_from((0, 2, 4, 6, 8, 10))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(("tell", "put")), st.sampled_from(QUEST[:2]), Score), max_size=8))
def test_whatever_is_told_and_put_right_the_last_putting_right_or_a_higher_word_counts(
    story: list[tuple[str, str, int]],
) -> None:
    player = Player.with_family()
    session(player)
    today, said, right = player.ctx.today, {"lego_bricks": [2], "caterpillar": []}, {"lego_bricks": 2, "caterpillar": 0}
    for what, exercise, score in story:
        child = player.ctx.child(player.child)
        if what == "tell":
            play = next((a for a in child.attempts.values() if a.exercise == exercise), None)
            if play is None:
                continue
            player.record(OuchTold(play.id, exercise, today, Slot.MORNING, score), child=player.child)
            said[exercise].append(score)
            right[exercise] = max(right[exercise], score)
        else:
            page = PainPage(player.ctx, player.child, "s", Room(player.ctx, "back"))
            page.choose(f"face-{score}-{exercise}")
            page.choose("write")
            right[exercise] = score
    child = player.ctx.child(player.child)
    for exercise, score in right.items():
        play = next((a for a in child.attempts.values() if a.exercise == exercise), None)
        assert (play.ouch or 0 if play else 0) == score
        if play:
            assert set(said[exercise]) <= set(words_told(child, play.id)), "no word told is lost"
    events = list(player.game.journal.events())
    assert fold(empty_family(), events).children[player.child] == child


# ---------------------------------------------------------------- the card of a programme that rests
@pytest.mark.parametrize(("pains", "more"), [(2, ""), (3, ""), (4, "and 1 time before"), (7, "and 4 times before")])
def test_the_card_of_a_resting_programme_says_how_often_it_hurt_beyond_what_it_names(pains: int, more: str) -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 1, QUEST)
    today = player.ctx.today
    for n in range(pains):
        exercise, on = QUEST[n % 3], today if n % 2 else today - timedelta(days=1)
        player.record(
            SessionStarted(f"s{n}", on, Slot.MORNING, QuestKind.QUEST, (exercise,)),
            LevelPlayed(f"p{n}", f"s{n}", on, Slot.MORNING, exercise, 1, 20, Outcome.HURT, 8),
            OuchTold(f"p{n}", exercise, on, Slot.MORNING, 6),
            child=player.child,
        )
    grown_ups(player)
    assert player.scene.shows == "rests"
    said = max((line for line in written_on(player.scene) if ", 6" in line), key=len)
    assert ("before, in four weeks" in said) == bool(more) and more in said
    assert said.count(", 6") == min(pains, 3)
    assert complaints(player.scene) == []


def test_pain_in_a_function_quest_that_stopped_the_programme_is_named_on_its_card_and_its_printed_page() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 1, QUEST)
    player.record(FunctionHurt(player.ctx.today, Part.ONE_LEG.value, 8), child=player.child)
    player.next_day()
    today = player.ctx.today
    session(player)
    player.record(OuchTold("bricks", "lego_bricks", today, Slot.MORNING, 6), child=player.child)
    grown_ups(player)
    assert player.scene.shows == "rests"
    (said,) = {line for line in written_on(player.scene) if "On one leg, 8 of 10; " in line}
    assert said.endswith(", 6 of 10") and complaints(player.scene) == []
    assert "On one leg: face 8 of 10." in printed_text(player)


def test_which_foot_hurt_is_said_for_the_doctor_and_moves_no_dose(player: Player) -> None:
    """By keyboard; said anew it is another foot, and what did not hurt asks for none."""
    before = now(player)
    to_confirm(player)
    pass_gate(player)
    player.tap("right")
    player.focus("side-left-lego_bricks")
    player.key(Command.ACTIVATE)
    assert "side-left-caterpillar" not in {w.name for w in player.scene.widgets}  # type: ignore[attr-defined]
    assert complaints(player.scene) == []
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert (facts(player, PainPlaced), now(player)) == ([PainPlaced("bricks", Side.LEFT)], before)
    (hurt,) = report_of(player).hurts
    assert (hurt.what, hurt.score, hurt.sore) == ("lego_bricks", 10, Side.LEFT)
    player.tap("side-both-lego_bricks")
    player.tap("write")
    (hurt,) = report_of(player).hurts
    assert hurt.sore is Side.BOTH


def test_the_foot_is_seen_wherever_a_parent_looks_at_the_pain(player: Player) -> None:
    """On the page where it is put right, with its day; on the day, on the exercise, and on what waits first."""
    to_confirm(player)
    pass_gate(player)
    player.tap("right")
    player.tap("side-left-lego_bricks")
    player.tap("write")
    page, today = player.scene, player.ctx.today
    assert isinstance(page, PainPage)
    assert page.place == "record" and {"this morning", "first 2, now 10 of 10"} <= set(written_on(page))
    assert complaints(page) == []
    for route, said in (
        (routes.Day(player.child, today), "it hurt, 10 of 10, left foot"),
        (routes.ExerciseDetails(player.child, "lego_bricks"), "left foot"),
        (routes.GrownUps(player.child), "Pain 10 of 10, left foot."),
    ):
        player.scene = route
        assert any(said in line for line in written_on(player.scene)) and complaints(player.scene) == [], said


def test_a_foot_named_goes_with_the_pain_it_belongs_to(player: Player) -> None:
    """Pain that was put right to none has no foot any more, and what never was played gets its foot with its pain."""
    to_confirm(player)
    pass_gate(player)
    player.tap("right")
    player.tap("side-right-lego_bricks")
    player.tap("face-0-lego_bricks")
    player.tap("face-4-caterpillar")
    player.tap("side-left-caterpillar")
    player.tap("write")
    made = player.ctx.child(player.child).attempts
    assert [(made[f.attempt].exercise, f.side) for f in facts(player, PainPlaced)] == [("caterpillar", Side.LEFT)]
    (hurt,) = report_of(player).hurts
    assert (hurt.what, hurt.score, hurt.sore) == ("caterpillar", 4, Side.LEFT)


def report_of(player: Player) -> DoctorsReport:
    today = player.ctx.today
    return doctors_report(player.ctx.catalogue, player.ctx.child(player.child), today, today, today)
