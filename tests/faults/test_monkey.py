"""Twenty thousand frames of everything at random; and a monkey that could not find anything would be of no use."""

from __future__ import annotations

from datetime import date

from game.core.content import AgeBand, Side, Slot
from game.core.events import (
    AgeChosen,
    ChildAdded,
    ChildBroughtBack,
    ChildChanged,
    ChildPutAway,
    DaysPlanned,
    DoctorAsked,
    DoneTogether,
    Effort,
    ExerciseAllowed,
    ExerciseOrdered,
    ExerciseSwitched,
    Fact,
    FunctionHurt,
    FunctionMeasured,
    GatePassed,
    GateSet,
    GateTried,
    Grade,
    Graduated,
    Held,
    LevelConfirmed,
    LevelPlayed,
    OrderWritten,
    OuchTold,
    Outcome,
    PageShown,
    PainPlaced,
    Paused,
    PauseReason,
    ProgrammeChosen,
    QuestionNoted,
    QuestKind,
    Released,
    Resumed,
    Retracted,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    SettingChosen,
    SignsTicked,
    StarsAwarded,
    SteppedBack,
    SteppedForward,
    StickerFound,
    SurgeonAgreed,
    SurgeryPlanned,
    ToldLater,
)
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from tests.faults import monkey


class Broken(Screen):
    """Raises on the first thing it is given."""

    name = "broken"

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#BFE3E8")

    def handle(self, event: object) -> Scene | None:
        raise ValueError("a mistake of ours")


DAY = date(2026, 1, 5)
A_GROWN_UPS_WORDS = (
    GateSet("scrypt$16$00$00", "scrypt$16$00$00"), SettingChosen("kiosk", "off"),
    ChildAdded("Zed", "kva", AgeBand.FIVE_SIX, 1), ChildChanged("Zed", "tik", 2), AgeChosen(AgeBand.SEVEN_TEN),
    ChildPutAway(), ChildBroughtBack(), SignsTicked(("limp",)), DoctorAsked("signs"), ProgrammeChosen("prevention"),
    SurgeryPlanned(DAY, None), SurgeonAgreed(True), ExerciseSwitched("bear_walk", False),
    ExerciseOrdered("bear_walk", "Ms Weber", DAY), OrderWritten("Ms Weber", DAY), DaysPlanned((), ()),
    QuestionNoted("Why?"), PainPlaced("a", Side.LEFT),
    LevelConfirmed("a", Grade.WELL, Effort.RIGHT), FunctionMeasured(DAY, "heel_raises", "both", 9), Retracted("x"),
    Paused(PauseReason.ILL, DAY, DAY), Resumed(), Held(), Released(), SteppedBack(None), SteppedForward(None),
    ExerciseAllowed(None), Graduated(early=True),
    ToldLater(DAY, Slot.MORNING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, None),
    SessionStarted("away", DAY, Slot.MORNING, QuestKind.AWAY, ("forest_walk",)),
    LevelPlayed("b", "away", DAY, Slot.MORNING, "forest_walk", 1, 20, Outcome.FINISHED, 20, away=True),
)  # fmt: skip
A_CHILDS_WORDS = (
    SettingChosen("words", "on"), SessionStarted("s", DAY, Slot.MORNING, QuestKind.ONE, ("bear_walk",)),
    LevelPlayed("a", "s", DAY, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20),
    OuchTold("a", "bear_walk", DAY, Slot.MORNING, 2), StarsAwarded("a", 1, "tried"), DoneTogether("a", "b"),
    SessionEnded("s", SessionEnding.WHOLE), StickerFound("leaf"), PageShown(1), FunctionHurt(DAY, "heel_raises", 2),
    Graduated(early=False),
)  # fmt: skip


class Unguarded(Screen):
    """Gives a grown-up's word to any child, once, of every kind there is."""

    name = "unguarded"
    words: tuple[Fact, ...] = A_GROWN_UPS_WORDS

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#BFE3E8")

    def handle(self, event: object) -> Scene | None:
        told, self.words = self.words, ()
        self.ctx.record(*told, child=next(iter(self.ctx.children), "child-0"))
        return None


class Childs(Unguarded):
    """Tells what a child's own screens tell."""

    words = A_CHILDS_WORDS


def test_twenty_thousand_frames_of_every_device_find_no_fault():
    figures = monkey.run(frames=20_000, seed=4)
    print({k: v for k, v in figures.items() if k not in ("devices", "events")})
    assert figures["faults"] == []
    assert figures["unauthorised"] == 0
    # It did its work:
    assert figures["presses"] > 20_000
    assert set(figures["devices"]) >= {"key", "mouse", "finger", "pad", "stick", "text", "window"}
    assert len(figures["screens"]) >= 25
    assert figures["drawn"] > 500
    assert figures["closings"] > 10
    assert figures["events"]["LevelPlayed"] > 10


def test_a_grown_up_at_every_device_finds_no_fault_either(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_DOCUMENTS_DIR"):  # pages for the doctor are saved there
        monkeypatch.setenv(name, str(tmp_path))
    figures = monkey.run(frames=20_000, seed=5, knows_pin=True)
    assert figures["faults"] == [] and figures["unauthorised"] == 0
    assert figures["gate_passes"] > 3
    assert figures["leavings"] > 3
    assert {kind.__name__ for kind in monkey.GUARDED} & set(figures["events"])


def shown_first(screen: type[Screen], frames: int) -> dict[str, object]:
    def first(ctx: Context) -> Scene:
        return screen(ctx)

    return monkey.run(frames=frames, seed=1, first=first)


def test_a_monkey_finds_what_is_broken():
    assert shown_first(Broken, 200)["faults"]


def test_a_monkey_finds_a_grown_ups_word_of_every_kind_without_the_gate():
    figures = shown_first(Unguarded, 30)
    said = {fault.split()[2] for fault in figures["faults"]}
    assert said == {kind.__name__ for kind in monkey.GUARDED} | {"SessionStarted", "LevelPlayed"}
    assert figures["unauthorised"] == len(A_GROWN_UPS_WORDS)


def test_a_monkey_finds_a_grown_ups_word_after_the_window_was_left(tmp_path):
    figures = monkey.Figures()
    player = monkey.Monkey(4, figures, tmp_path, knows_pin=True)
    player.ctx.record(GatePassed())
    player.ctx.record(SettingChosen("calm", "on"))
    assert figures.unauthorised == 0
    player._goes_away = True
    player._look()
    player.ctx.record(SettingChosen("calm", "off"))
    assert (figures.leavings, figures.unauthorised) == (1, 1)
    player.close()


def test_what_a_childs_own_screens_tell_needs_no_gate():
    figures = shown_first(Childs, 30)
    assert figures["faults"] == [] and figures["events"]["FunctionHurt"] == 1
    told = {type(fact) for fact in A_CHILDS_WORDS}
    assert told >= monkey.CHILDS - {GateTried, GatePassed}
