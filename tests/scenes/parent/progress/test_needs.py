"""What waits for a parent leads every page, exactly while it waits, and leaves by one path of presses."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import (
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseSwitched,
    GatePassed,
    GateTried,
    Grade,
    Graduated,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    QuestKind,
    SessionStarted,
    SettingChosen,
    SignsTicked,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.history.history import Attempt
from game.core.reports.needs import Need, NeedKind, most_urgent, needs
from game.core.rules.journey import journey
from game.core.rules.parent_actions import allow, doctor_asked
from game.core.rules.rewards import RefusedByRules, confirm
from game.core.rules.waiting import waiting
from game.scenes import flow, routes
from game.scenes.home.close import CloseScreen
from game.scenes.home.map_state import look
from game.scenes.home.reward import RewardScreen
from game.scenes.home.who import WhoScreen
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.session.session import RunningSession, as_level
from game.scenes.session.session_end import SessionEnd
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate, played, told_with_the_child

EXERCISES = ("bear_walk", "lego_bricks", "caterpillar")


def of(player: Player, child: str | None = None) -> tuple[Need, ...]:
    return needs(player.ctx.catalogue, player.ctx.family, child or player.child, player.ctx.today)


def kinds(player: Player) -> list[NeedKind]:
    return [need.kind for need in of(player)]


# ---------------------------------------------------------------- one path of presses
def settle(player: Player, need: Need) -> None:
    """By presses alone, from Progress and back to it."""
    grown_ups(player)
    page = player.scene
    assert isinstance(page, ProgressPage)
    while need not in page.board.shown:
        player.tap("needs" if not page.leads else "more")
    match need.kind:
        case NeedKind.STOPPED:
            player.tap("asked")
        case NeedKind.RESTING:
            player.tap(f"allow-{need.about}")
            player.tap("allow")
        case NeedKind.HOW_MUCH:
            player.tap(f"pain-{need.attempts[0]}")
            player.tap(f"face-2-{need.about}")
            player.tap("write")
            player.tap("back")
        case NeedKind.SIGNS:
            player.tap("signs")
            player.tap("asked")
            player.tap("big")
        case NeedKind.DATES:
            player.tap("surgery")
            for field in ("surgery", "start"):
                player.tap(field)
                days = [w.name for w in player.scene.widgets if w.name.startswith("day-")]  # type: ignore[attr-defined]
                player.tap(days[0])
            player.tap("big")
        case NeedKind.SURGEON:
            player.tap("surgery")
            player.tap("word")
            player.tap("big")
        case NeedKind.WORD:
            player.tap("confirm")
            while player.scene.name == "confirm" and player.scene.words.current:  # type: ignore[attr-defined]
                if "face-2" in {w.name for w in player.scene.widgets}:  # type: ignore[attr-defined]
                    player.tap("face-2")
                player.key(None, "1")
            player.wait(1.5)
            if player.scene.name == "reward":
                player.key(Command.BACK)
                assert player.scene.name == "who"  # the stars were the child's to see, and so is what follows
                grown_ups(player)
        case NeedKind.TRIES:
            player.tap("tries-us")
        case NeedKind.NO_GOOD:
            player.tap("read")
    assert isinstance(player.scene, ProgressPage), player.scene.name


# ---------------------------------------------------------------- what the state says, asked in other ways
def expected(player: Player) -> set[tuple[NeedKind, str]]:
    """What waits, by what the rules would take now."""
    ctx, child, day = player.ctx, player.ctx.child(player.child), player.ctx.today
    out: set[tuple[NeedKind, str]] = set()

    def takes(word: object) -> bool:
        try:
            return bool(word())  # type: ignore[operator]
        except RefusedByRules:
            return False

    is_stopped = takes(lambda: doctor_asked(ctx.catalogue, child, day))
    if is_stopped:
        out.add((NeedKind.STOPPED, ""))
    else:
        own = [e for e in ctx.catalogue.programmes[child.programme or ""].exercises if child.switched.get(e, True)]
        out |= {(NeedKind.RESTING, e) for e in own if takes(lambda e=e: allow(ctx.catalogue, child, e, day))}
    for attempt in child.attempts.values():
        if attempt.is_hurt and attempt.ouch is None and 0 <= (day - attempt.on).days <= 6:
            out.add((NeedKind.HOW_MUCH, attempt.exercise))
    if child.waits_for_doctor:
        out.add((NeedKind.SIGNS, ""))
    has_operation = child.programme == "after_surgery" or any(isinstance(e.fact, SurgeryPlanned) for e in child.events)
    if has_operation and (child.surgery is None or child.surgeon_start is None):
        out.add((NeedKind.DATES, ""))
    elif has_operation and not child.has_surgeon_agreed:
        assert child.surgery and child.surgeon_start
        if day >= max(plus(child.surgery, 14), child.surgeon_start):
            out.add((NeedKind.SURGEON, ""))
    if any(
        takes(lambda a=a: confirm(ctx.catalogue, child, a.id, Grade.WELL, Effort.RIGHT, 2, player.clock))
        for a in waiting(ctx.catalogue, child, day)
    ):
        out.add((NeedKind.WORD, ""))
    if ctx.family.missed:
        out.add((NeedKind.TRIES, ""))
    return out


def told_by_chance(player: Player, chance: random.Random) -> None:
    """Something a family may do on a day."""
    day, child, n = player.ctx.today, player.child, len(player.ctx.child(player.child).attempts)
    match chance.choice("ppppppphscdgawtlq"):
        case "p" | "h" as what:
            exercise, id_ = chance.choice(EXERCISES), f"a{n}"
            slot = chance.choice(list(Slot))
            outcome = Outcome.HURT if what == "h" else chance.choice((Outcome.FINISHED, Outcome.STOPPED))
            player.record(
                SessionStarted(f"s{n}", day, slot, QuestKind.QUEST, (exercise,)),
                LevelPlayed(id_, f"s{n}", day, slot, exercise, 1, 8, outcome, 8, 8),
                child=child,
            )
            if what == "h" or chance.random() < 0.2:
                score = chance.choice((None, 0, 2, 4, 8))
                player.record(OuchTold(id_, exercise, day, slot, score), child=child)
        case "g":
            for attempt in waiting(player.ctx.catalogue, player.ctx.child(child), day):
                try:
                    word = confirm(
                        player.ctx.catalogue, player.ctx.child(child), attempt.id, chance.choice(list(Grade)),
                        chance.choice(list(Effort)), None, player.clock,
                    )  # fmt: skip
                except RefusedByRules:
                    continue
                player.record(*word, child=child)
        case "s":
            player.record(SignsTicked(chance.choice(((), ("limp",), ("limp", "fever")))), child=child)
        case "c":
            player.record(DoctorAsked(chance.choice(("signs", "pain"))), child=child)
        case "d":
            player.record(ProgrammeChosen(chance.choice(("children", "after_surgery"))), child=child)
        case "l":
            day_of = chance.choice((None, plus(day, -chance.randrange(30))))
            player.record(SurgeryPlanned(day_of, chance.choice((None, plus(day, chance.randrange(9))))), child=child)
        case "a":
            player.record(ExerciseAllowed(None), child=child)
        case "w":
            player.record(SurgeonAgreed(chance.random() < 0.6), child=child)
        case "q":
            player.record(ExerciseSwitched(chance.choice(EXERCISES), chance.random() < 0.7), child=child)
        case "t":
            player.record(*[GateTried()] * chance.randrange(1, 6))
            player.clock += timedelta(minutes=chance.choice((0, 9)))
            player.record(GateTried(), GatePassed())


@pytest.mark.parametrize("seed", range(10))
def test_each_need_is_there_exactly_while_it_waits_and_leaves_by_its_button(seed: int) -> None:
    chance, player, seen = random.Random(seed), Player.with_family(), set()
    for day in range(45):
        for _ in range(chance.randrange(4)):
            told_by_chance(player, chance)
        found = of(player)
        seen |= set(kinds(player))
        assert {(n.kind, n.about) for n in found if n.kind is not NeedKind.NO_GOOD} == expected(player), (seed, day)
        assert kinds(player) == sorted(kinds(player), key=list(NeedKind).index), "the most urgent comes first"
        if day % 6 == 5:
            for _ in range(12):  # letting a stop go brings what rests
                if not (open_ := of(player)):
                    break
                settle(player, open_[0])
                assert open_[0] not in of(player), f"{open_[0]} is still there"
            assert not of(player), (seed, day, of(player))
        player.next_day()
    assert NeedKind.WORD in seen and NeedKind.RESTING in seen


@pytest.mark.parametrize("seed", range(4))
def test_every_screen_and_page_counts_the_plays_whose_word_can_be_given_and_no_other(seed: int) -> None:
    chance, player, refused = random.Random(seed), Player.with_family(), 0
    for day in range(30):
        for _ in range(chance.randrange(5)):
            told_by_chance(player, chance)
        ctx, child = player.ctx, player.ctx.child(player.child)
        untold = [a for a in child.attempts.values() if not a.is_told and 0 <= (ctx.today - a.on).days <= 2]
        told = {a.id for a in untold if a.id in can_be_told(player, untold)}
        refused += len(untold) - len(told)
        who = WhoScreen(ctx)
        word = next((need for need in of(player) if need.kind is NeedKind.WORD), None)
        asked = flow.open(ctx, routes.ConfirmNext())
        assert set(asked.words.ids if isinstance(asked, ConfirmPage) else ()) == told, (seed, day)
        assert set(word.attempts if word else ()) == told
        waits = {head.id: head.waits for head in who.children}
        assert (waits, "confirm" in {w.name for w in who.widgets}) == ({child.id: len(told)}, bool(told))
        assert CloseScreen(ctx, who).waiting == ({child.id: len(told)} if told else {})
        assert RewardScreen(ctx, child.id, (), routes.Who()).asleep == len(told)
        assert look(ctx, child.id).waiting == told
        player.next_day()
    assert refused, "in no life was anything refused"


def can_be_told(player: Player, plays: list[Attempt]) -> set[str]:
    """Those of which the rules take a word now."""
    out = set()
    for a in plays:
        try:
            confirm(
                player.ctx.catalogue, player.ctx.child(player.child), a.id, Grade.WELL, Effort.RIGHT, None, player.clock
            )
        except RefusedByRules:
            continue
        out.add(a.id)
    return out


def test_who_rests_after_pain_is_not_said_to_wait_for_a_word_nobody_can_give_until_it_is_allowed() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 1, EXERCISES)
    hurt = next(a for a in player.ctx.child(player.child).attempts.values() if a.exercise == "bear_walk")
    attempt = played(player, "bear_walk")
    player.record(OuchTold(hurt.id, hurt.exercise, hurt.on, hurt.slot, 5), child=player.child)
    player.scene = routes.Who()
    assert "confirm" not in {w.name for w in player.screen.widgets}
    assert not any("wait" in line for line in written_on(player.scene))
    player.record(ExerciseAllowed("bear_walk"), child=player.child)
    player.scene = routes.Who()
    player.tap("confirm")
    pass_gate(player)
    assert isinstance(player.scene, ConfirmPage) and player.scene.words.ids == (attempt,)


def test_the_card_of_a_missing_date_says_there_was_no_operation_after_asking_again() -> None:
    player = Player.with_family(size=(1280, 720))
    player.record(ProgrammeChosen("after_surgery"), child=player.child)
    grown_ups(player)
    assert complaints(player.scene) == []
    player.tap("none")
    assert player.scene.name == "no-operation" and complaints(player.scene) == []
    player.tap("keep")
    assert kinds(player) == [NeedKind.DATES] and isinstance(player.scene, ProgressPage)
    player.tap("none")
    player.tap("none")
    assert kinds(player) == [] and player.ctx.child(player.child).programme == "children"
    assert isinstance(player.scene, ProgressPage) and not player.scene.leads


@pytest.mark.parametrize(
    ("surgery", "start", "said", "focus"),
    [
        (None, None, "Both dates of the operation are missing", "surgery"),
        (None, 3, "The day of the operation is missing", "surgery"),
        (3, None, "The surgeon's start date is missing", "start"),
    ],
)
def test_the_card_says_which_date_of_the_operation_is_missing_and_leads_to_its_field(
    surgery: int | None, start: int | None, said: str, focus: str
) -> None:
    player = Player.with_family(size=(1280, 720))
    dates = (None if n is None else plus(player.ctx.today, n) for n in (surgery, start))
    player.record(ProgrammeChosen("after_surgery"), SurgeryPlanned(*dates), child=player.child)
    grown_ups(player)
    assert said in written_on(player.scene) and complaints(player.scene) == []
    player.tap("surgery")
    player.draw()
    assert player.screen.focused == focus


# ---------------------------------------------------------------- where it leads
def test_after_a_ten_progress_leads_with_the_rest_and_not_with_a_hundred_percent() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 4, EXERCISES)
    played(player, "lego_bricks", ouch=10)
    grown_ups(player)
    page = player.scene
    assert isinstance(page, ProgressPage) and page.leads and complaints(page) == []
    lines = written_on(page)
    rest = next(i for i, line in enumerate(lines) if "rests since today" in line or "Pick up" in line)
    assert rest < next(i for i, line in enumerate(lines) if line.endswith("%"))
    player.key(Command.ACTIVATE)
    assert not facts(player, ExerciseAllowed), "the first press changes nothing"


def test_a_pain_that_was_seen_stays_seen_after_a_restart_and_tomorrow_and_a_new_one_is_told_anew(
    tmp_path: Path,
) -> None:
    player = Player.with_family(data=tmp_path)
    days_of_practice(player, 4, EXERCISES)
    played(player, "lego_bricks", ouch=10)
    grown_ups(player)
    player.tap("keep-lego_bricks")
    assert NeedKind.RESTING not in kinds(player) and not facts(player, ExerciseAllowed)
    assert told_with_the_child(player, "rest_seen_")
    child, tomorrow = player.child, player.clock + timedelta(days=1)
    player.game.close()
    again = Player(tomorrow, data=tmp_path)
    grown_ups(again)
    assert NeedKind.RESTING not in kinds(again)
    again.scene = routes.ExerciseDetails(child, "lego_bricks")
    again.tap("allow")
    again.tap("allow")
    again.clock += timedelta(days=9)  # two within a week would stop all of it
    played(again, "lego_bricks", ouch=6)
    grown_ups(again)
    again.tap("allow-lego_bricks")
    again.tap("allow")
    assert NeedKind.RESTING not in kinds(again) and len(facts(again, ExerciseAllowed)) == 2


@pytest.mark.parametrize("door", ["who", "map"])
@pytest.mark.parametrize(
    ("own", "other", "leads_to_other"),
    [
        ("nothing", "nothing", False), ("nothing", "word", True), ("nothing", "pain", True), ("word", "word", False),
        ("word", "pain", True), ("pain", "word", False), ("pain", "pain", False),
    ],
)  # fmt: skip
def test_the_grown_ups_button_leads_to_whom_something_waits_for_pain_before_words_and_who_played_last_before_others(
    own: str, other: str, leads_to_other: bool, door: str
) -> None:
    player = Player.with_family()
    leo = player.add_child("Leo", animal="tik")
    waits = {leo: other, player.child: own}
    for child, what in waits.items():  # who played last is told last
        played(player, "bear_walk", child=child, ouch=6 if what == "pain" else None)
        if what == "nothing":
            told = confirm(
                player.ctx.catalogue, player.ctx.child(child), f"attempt-{child}-1", Grade.WELL, Effort.RIGHT, None,
                player.ctx.now(),
            )  # fmt: skip
            player.record(*told, child=child)
    player.scene = routes.Who() if door == "who" else routes.Trail(player.child)
    player.tap("grown_ups")
    pass_gate(player)
    assert player.scene.name == "progress" and player.scene.child_id == (leo if leads_to_other else player.child)
    assert player.scene.leads is (own != "nothing" or other != "nothing")


def test_behind_the_gate_the_child_whose_need_is_most_urgent_comes_first() -> None:
    player = Player.with_family()
    leo = player.add_child("Leo", "7-10", animal="tik")
    played(player, "bear_walk")
    played(player, "bear_walk", ouch=8, child=leo)
    assert most_urgent(player.ctx.catalogue, player.ctx.family, player.ctx.today) == leo
    page = flow.open(player.ctx, routes.GrownUps())
    assert isinstance(page, ProgressPage) and page.child_id == leo


@pytest.mark.parametrize("door", ["who", "map"])
def test_every_door_opens_on_the_child_whose_pain_waits_and_on_its_own_child_first(door: str) -> None:
    player = Player.with_family()
    leo = player.add_child("Leo", "7-10", animal="tik")
    played(player, "bear_walk", ouch=8, child=leo)

    def opened() -> str | None:
        player.scene = routes.Who() if door == "who" else routes.Trail(player.child)
        player.tap("grown_ups")
        pass_gate(player)
        assert isinstance(player.scene, ProgressPage)
        return player.scene.child_id

    assert opened() == leo
    played(player, "caterpillar", ouch=8)
    assert opened() == player.child, "who played last, or whose map it is"


def test_of_one_exercise_the_stars_are_its_own_and_of_two_theirs() -> None:
    player = Player.with_family(size=(1280, 720))
    for exercise, whose in (("bear_walk", "Its"), ("caterpillar", "Their")):
        played(player, exercise)
        grown_ups(player)
        assert f"{whose} stars sleep." in " ".join(written_on(player.scene)) and complaints(player.scene) == []


def test_whose_page_it_is_says_for_whom_something_waits() -> None:
    player = Player.with_family(size=(1280, 720))
    leo = player.add_child("Leo", "7-10", animal="tik")
    played(player, "bear_walk", ouch=8, child=leo)
    grown_ups(player)
    player.tap("child")
    lines = written_on(player.scene)
    assert lines[lines.index("Leo") + 1] == "2 things wait for you" and complaints(player.scene) == []


def test_a_slip_before_the_right_pin_is_nobody_s_business() -> None:
    player = Player.with_family()
    player.ctx.gate.check_pin("1357")
    player.clock += timedelta(seconds=20)
    assert player.ctx.gate.check_pin("2580") and NeedKind.TRIES not in kinds(player)


def test_wrong_tries_of_before_are_told_at_the_next_right_pin() -> None:
    player = Player.with_family(size=(1280, 720))
    player.ctx.gate.check_pin("1357")
    player.clock += timedelta(hours=20)
    grown_ups(player)
    assert kinds(player) == [NeedKind.TRIES] and of(player)[0].n == 1
    assert any("wrong PIN try, yesterday" in line for line in written_on(player.scene))
    player.tap("tries-us")
    assert kinds(player) == []
    again = [e.fact for e in player.game.journal.events() if isinstance(e.fact, SettingChosen)]
    assert [f.name for f in again] == ["tries_seen"]


def test_a_recovery_code_after_wrong_tries_tells_all_of_them() -> None:
    player = Player.with_family()
    for pin in ("1357", "1358", "1359"):
        player.ctx.gate.check_pin(pin)
    player.clock += timedelta(minutes=20)
    assert player.ctx.gate.check_recovery("MOSS-RIVER-48-OTTER") and of(player)[0].n == 3


def test_another_pin_settles_the_tries() -> None:
    player = Player.with_family()
    for pin in ("1357", "1358", "1359"):
        player.ctx.gate.check_pin(pin)
    player.clock += timedelta(minutes=20)
    grown_ups(player)
    player.ctx.gate.set("7391", "A")
    assert kinds(player) == []


# ---------------------------------------------------------------- the strip at a session's end
def at_the_end(player: Player) -> SessionEnd:
    """One exercise was played just now."""
    session = RunningSession(player.ctx, player.child, QuestKind.ONE, (as_level(player.ctx, "caterpillar"),))
    session.begin()
    session.units = {Foot.LEFT: 3, Foot.RIGHT: 3}
    session.end_level(Outcome.FINISHED)
    scene = player.scene = SessionEnd(session)
    return scene


def test_the_strip_at_the_end_leads_with_what_rests_and_its_press_to_the_card() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 2, EXERCISES)
    played(player, "lego_bricks", ouch=8)
    player.next_day()
    scene = at_the_end(player)
    assert "rests since yesterday" in scene.strip() and complaints(scene) == []
    player.tap("strip")
    pass_gate(player)
    assert isinstance(player.scene, ProgressPage) and player.scene.leads
    assert [n.kind for n in player.scene.board.shown] == [NeedKind.RESTING, NeedKind.WORD]


def test_with_nothing_more_urgent_the_strip_goes_straight_to_the_word() -> None:
    player = Player.with_family()
    scene = at_the_end(player)
    assert scene.strip() == player.ctx.texts("end_wait", n=1)
    player.tap("strip")
    pass_gate(player)
    assert player.scene.name == "confirm"


# ---------------------------------------------------------------- no good day in two weeks
def hard_days(player: Player, days: int, exercise: str = "bear_walk", child: str | None = None) -> None:
    for _ in range(days):
        ramp = player.ctx.catalogue.exercises[exercise].ramp
        id_ = played(player, exercise, amount=ramp.start, child=child)
        player.record(LevelConfirmed(id_, Grade.WELL, Effort.HARD), child=child or player.child)
        player.next_day()


def test_fourteen_active_days_without_a_good_one_are_told_once() -> None:
    player = Player.with_family(size=(1280, 720))
    hard_days(player, player.ctx.catalogue.rules.no_good_days - 1)
    assert NeedKind.NO_GOOD not in kinds(player)
    hard_days(player, 1)
    assert kinds(player) == [NeedKind.NO_GOOD]
    settle(player, of(player)[0])
    hard_days(player, 20)
    assert NeedKind.NO_GOOD not in kinds(player), "it is told once"
    days_of_practice(player, 1, ("bear_walk",))
    hard_days(player, 14)
    assert NeedKind.NO_GOOD in kinds(player), "and anew after a good day and two weeks more"


def test_after_the_ceremony_fourteen_such_days_are_told_as_before() -> None:
    player = Player.with_family()
    days_of_practice(player, 3, ("bear_walk",))
    player.record(Graduated(early=False), child=player.child)
    player.next_day()
    hard_days(player, 13)
    assert kinds(player) == []
    hard_days(player, 1)
    assert kinds(player) == [NeedKind.NO_GOOD]
    settle(player, of(player)[0])
    hard_days(player, 3)
    assert kinds(player) == []


def test_in_the_grown_ups_programme_they_are_told_as_well() -> None:
    player = Player.with_family()
    mum = player.add_child("Mum", "11+", "grown_up", "fay")
    hard_days(player, 13, "starfish_toes", mum)
    assert of(player, mum) == ()
    hard_days(player, 1, "starfish_toes", mum)
    assert [need.kind for need in of(player, mum)] == [NeedKind.NO_GOOD]


def test_one_good_day_is_enough() -> None:
    player = Player.with_family()
    hard_days(player, 7)
    days_of_practice(player, 1, ("bear_walk",))
    hard_days(player, 8)
    assert NeedKind.NO_GOOD not in kinds(player)


# ---------------------------------------------------------------- how it looks
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080), (2560, 1080)])
def test_many_needs_fit_three_at_a_time(size: tuple[int, int]) -> None:
    player = Player.with_family(size=size, nickname="Maximiliana-Theodora")
    player.ctx.gate.check_pin("1357")
    player.clock += timedelta(hours=20)
    days_of_practice(player, 8, EXERCISES)
    for exercise in EXERCISES:
        played(player, exercise)
    played(player, "bear_walk", outcome=Outcome.HURT, hurts=True)
    played(player, "lego_bricks", ouch=6)
    played(player, "caterpillar", ouch=10)
    player.record(SignsTicked(("limp", "fever")), SurgeryPlanned(None, None), child=player.child)
    grown_ups(player)
    page = player.scene
    assert isinstance(page, ProgressPage) and len(page.board.all) == 6
    seen = []
    for _ in range(2):
        player.wait(0.5)
        player.draw()
        assert page.problems == [] and check_layout(page.widgets) == []
        seen += page.board.shown
        player.tap("more")
    assert seen == list(page.board.all)
    for tab in ("days", "exercises", "feet"):
        page.press(f"tab-{tab}")
        player.draw()
        assert page.problems == [] and check_layout(page.widgets) == []
        player.tap("needs")
        assert page.leads


def test_the_state_of_a_day_is_folded_once_for_all_its_needs() -> None:
    player = Player.with_family()
    days_of_practice(player, 3, EXERCISES)
    way = journey(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    of(player)
    assert journey(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today) is way
