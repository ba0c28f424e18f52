"""Picture states of the screens of `game.scenes.parent`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from game.core.content import AgeBand, Foot, Slot, Weekday
from game.core.events import (
    ChildAdded,
    ChildPutAway,
    DaysPlanned,
    ExerciseOrdered,
    GatePassed,
    GateTried,
    LevelPlayed,
    OrderWritten,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    SignsTicked,
)
from game.core.reports.progress import exercise_progress, exercises_shown
from game.core.rules.ordering import OrderPart, Standing
from game.core.rules.pain_correction import exercises_of
from game.core.rules.parent_actions import has_operation
from game.core.rules.waiting import waiting
from game.gallery.states import lived
from game.scenes import flow, routes
from game.scenes.first_start.pin import NewPinScreen
from game.scenes.parent.children.children import Children
from game.scenes.parent.children.erase import EraseChildPage
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.confirm.outing_told import OutingToldPage
from game.scenes.parent.confirm.pain import PainPage
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.gate.recovery import RecoveryPage
from game.scenes.parent.help.help import Help, SafetyPage, sheet
from game.scenes.parent.plan.ordered import OrderedPage
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.plan.plan_board import Cell
from game.scenes.parent.printed.doctor import DoctorPage
from game.scenes.parent.printed.large_sheet import LargeSheetPage
from game.scenes.parent.printed.print_cards import PrintCardsPage
from game.scenes.parent.progress import paused
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.parent.settings.reminders import RemindersPage
from game.scenes.parent.settings.restore import BringBackPage, LookedCopy
from game.scenes.parent.settings.settings import SettingsPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.grown_ups import GrownUpScreen
from game.scenes.screen.reading_sheet import ReadingScreen

CHILDREN_STATES = (
    "children", "children-away", "children-edit", "children-signs", "children-programme", "children-surgery",
    "children-no-operation", "children-operation", "children-ceremony",
)  # fmt: skip


def children(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The list, somebody put away, the pages about one child, and two cards that ask again."""
    page = Children(ctx)
    first, last = list(ctx.children)[0], list(ctx.children)[-1]
    yield "children", page
    for what in ("edit", "signs", "programme"):
        yield f"children-{what}", flow.open(ctx, routes.EditChild(what, first, page))
    operated = next((i for i, c in ctx.children.items() if has_operation(c)), first)
    surgery = flow.open(ctx, routes.EditChild("surgery", operated, page))
    yield "children-surgery", surgery
    assert isinstance(surgery, GrownUpScreen)
    yield "children-no-operation", flow.open(ctx, routes.NoOperation(surgery, operated, page))
    yield "children-operation", flow.open(ctx, routes.EditChild("surgery", first, page))
    yield "children-ceremony", flow.open(ctx, routes.EarlyCeremony(page, first))
    ctx.record(ChildPutAway(), child=last)
    yield "children-away", Children(ctx)


CONFIRM_STATES = ("confirm", "confirm-faces", "confirm-foot", "confirm-one", "confirm-many", "confirm-nothing")


def confirm(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """One child's rows: at the second, with the faces, with which foot, a single row, more than fit, and none."""
    child = next(iter(ctx.children))
    leave = routes.Who()
    attempts = list(ctx.child(child).attempts.values())
    scene = ConfirmPage(ctx, child, leave)
    if scene.words.current:
        scene.press(scene.first_focus([w.name for w in scene.widgets]) or "later")
    yield "confirm", scene
    scene.press("hurt")
    yield "confirm-faces", scene
    scene.press("face-4")
    scene.press("side-left")
    yield "confirm-foot", scene
    if waits := [a.id for a in waiting(ctx.catalogue, ctx.child(child), ctx.today)]:
        yield "confirm-one", ConfirmPage(ctx, child, leave, waits[-1:])
        yield "confirm-many", ConfirmPage(ctx, child, leave, [a.id for a in attempts[-6:]])
    yield "confirm-nothing", ConfirmPage(ctx, child, leave, ())


EXERCISE_STATES = (
    "exercise", "exercise-both-feet", "exercise-rests", "exercise-allow", "exercise-let-grow", "exercise-new",
)  # fmt: skip


def exercise(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """One for each foot, one for both, one that rests after pain and whether it may come again, one that has not come
    yet."""
    child = next(iter(ctx.children))
    ids = exercises_shown(ctx.catalogue, ctx.child(child), ctx.today)
    find = partial(exercise_progress, ctx.catalogue, ctx.child(child), day=ctx.today)
    played = [i for i in ids if find(i).grades and find(i).is_in_play]
    each, both = (next((i for i in played if ctx.catalogue.exercises[i].per_foot is p), ids[0]) for p in (True, False))
    yield "exercise", OneExercise(ctx, child, "lego_bricks" if "lego_bricks" in played else each)
    yield "exercise-both-feet", OneExercise(ctx, child, both)
    yield "exercise-new", OneExercise(ctx, child, next((i for i in ids if not find(i).is_in_play), ids[-1]))

    today, slot = ctx.today, ctx.slot
    ctx.record(
        LevelPlayed("gallery-hurt", "gallery", today, slot, each, 1, 3, Outcome.HURT, 2),
        OuchTold("gallery-hurt", each, today, slot, 6),
        child=child,
    )
    rests = OneExercise(ctx, child, each)
    yield "exercise-rests", rests
    yield "exercise-allow", flow.open(ctx, routes.AllowAgain(rests, child, each, lambda: None, routes.Back(rests)))
    ctx.record(OrderWritten("Ms Weber", today, today + timedelta(days=21)), child=child)
    rests.unlocked()
    yield "exercise-let-grow", flow.open(ctx, rests.choose("release") or rests)


PRINT_STATES = ("print", "print-grey", "print-locked")


def print_cards(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """What may be printed, in black and white kept as a file, and while signs wait for a doctor."""
    child = next(iter(ctx.children))
    yield "print", PrintCardsPage(ctx, child)
    page = PrintCardsPage(ctx, child)
    for name in ("grey", "keep"):
        page.choose(name)
    page.message = ctx.texts(
        "print_kept", file="Documents/" + file_name(ctx, ctx.texts("print_cards"), "pdf", nickname="Anna")
    )
    yield "print-grey", page
    ctx.record(SignsTicked(("pain",)), child=child)
    yield "print-locked", PrintCardsPage(ctx, child)


GATE_STATES = ("pin", "pin-wrong", "pin-disk", "pin-wait", "pin-recovery", "pin-new")


def gate(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The pad with two digits in, the wait, the recovery code, and the new PIN after it."""
    stay = routes.Gate(routes.Who(), routes.Who())
    pad = ParentGate(ctx, stay, stay)
    pad.pad.entered = "25"
    yield "pin", pad
    wrong = ParentGate(ctx, stay, stay)
    wrong.message = ctx.texts("pin_wrong", n=2)
    yield "pin-wrong", wrong
    refused = ParentGate(ctx, stay, stay)
    refused.message = ctx.texts("pin_disk")
    yield "pin-disk", refused
    wait = ParentGate(ctx, stay, stay)
    wait.left_to_wait, wait.whole_wait = 25.0, 30.0
    yield "pin-wait", wait
    yield "pin-recovery", RecoveryPage(ctx, stay, stay)
    yield "pin-new", NewPinScreen(ctx, stay, stay)


DOCTOR_STATES = ("doctor", "doctor-large", "doctor-close", "doctor-second", "doctor-less", "doctor-new")


def doctor(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The page with a question, its second sheet, with less on it after a saving, and of a child that begins today."""
    child = next(iter(ctx.children))
    page = DoctorPage(ctx, child)
    page.field.typed("The right foot picks up fewer bricks than the left. Is that something to look at?")
    page.choose("period-all")
    yield "doctor", page
    large = LargeSheetPage(page)
    yield "doctor-large", large
    large.press("closer")
    yield "doctor-close", large
    if len(page.made.sheets()) > 1:
        second = DoctorPage(ctx, child)
        second.choose("period-all")
        second.page()
        second.choose("later")
        yield "doctor-second", second
    less = DoctorPage(ctx, child)
    for press in ("period-weeks", "part-pain", "part-nickname"):
        less.choose(press)
    less.message = ctx.texts("doctor_saved_open", file="Documents/" + file_name(ctx, ctx.texts("file_doctor"), "pdf"))
    yield "doctor-less", less
    new = "gallery-doctor"
    ctx.record(ChildAdded("Mia", "otto", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"), child=new)
    yield "doctor-new", DoctorPage(ctx, new)


HELP_STATES = (
    "help",
    "help-tips",
    "help-keys",
    "help-sources",
    "help-literature",
    "help-numbers",
    "help-sound",
    "safety",
)


def help(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The page, its sheets, and the one without a PIN."""
    page = Help(ctx, next(iter(ctx.children), None))
    yield "help", page
    for name in ("tips", "keys", "sources", "numbers", "sound"):
        yield f"help-{name}", flow.open(ctx, sheet(page, name))
        if name == "sources":
            yield "help-literature", _last_sheet(flow.open(ctx, sheet(page, name)))
    yield "safety", SafetyPage(ctx, routes.Who())


def _last_sheet(reading: Scene) -> Scene:
    assert isinstance(reading, ReadingScreen)
    for _ in reading.sheets[1:]:
        reading.press("on")
    return reading


OUTING_TOLD_STATES = ("outing-told", "outing-told-already")


def outing_told(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """A walk to be told, and a day that has its walk."""
    child = next(c.id for c in ctx.children.values() if ctx.catalogue.programmes[c.programme or "children"].beside)
    back = routes.Outing(child)
    scene = OutingToldPage(ctx, child, back)
    scene.press("minutes-20")
    yield "outing-told", scene
    scene.press("keep")
    again = OutingToldPage(ctx, child, back)
    again.press("day-0")
    yield "outing-told-already", again


PAIN_STATES = ("pain", "pain-lower")


def pain(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """A session with a 10 on the wrong exercise, and the word that puts it right before it is written."""
    child = next(iter(ctx.children))
    attempts = [a for a in ctx.child(child).attempts.values() if not a.away]
    play = next(a for a in reversed(attempts) if len(exercises_of(ctx.child(child), a.session)) > 1)
    ctx.record(OuchTold(play.id, play.exercise, play.on, play.slot, 10), child=child)
    page = PainPage(ctx, child, play.session, routes.Day(child, play.on))
    yield "pain", page
    other = next(e for e in page.exercises if e != play.exercise)
    page.press(f"face-2-{play.exercise}")
    page.press(f"face-10-{other}")
    yield "pain-lower", page


PROGRESS_STATES = (
    "progress", "progress-days", "progress-exercises", "progress-feet", "progress-empty", "progress-why",
    "progress-pain", "progress-remark", "paused", "which-child",
)  # fmt: skip


def progress(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """What waits, the tabs, the first day, the reasons, the rest after pain, and whose page it is."""
    child = next(iter(ctx.children), None)
    scene = ProgressPage(ctx, child)
    yield "progress", scene
    yield "progress-why", flow.open(ctx, ProgressPage(ctx, child).press("why") or scene)
    yield "which-child", flow.open(ctx, scene.press("child") or scene)
    for tab in ("days", "exercises", "feet"):
        page = ProgressPage(ctx, child)
        page.press(f"tab-{tab}")
        yield f"progress-{tab}", page
    ctx.remarks.append("clock")
    yield "progress-remark", ProgressPage(ctx, child, "days")
    ctx.remarks.clear()
    yield from _made_up(ctx)


def _made_up(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """A child that begins today, one that was hurt and whose PIN was tried, and one that had to stop."""
    new = "gallery-first-day"
    ctx.record(ChildAdded("Mia", "otto", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"), child=new)
    yield "progress-empty", ProgressPage(ctx, new)
    now = ctx.now()
    ctx.now = lambda: now - timedelta(hours=15)
    ctx.record(*(GateTried() for _ in range(3)), GateTried(), GatePassed())
    ctx.now = lambda: now
    before, last = paused.two_painful_days(ctx.today)[:3], paused.two_painful_days(ctx.today)[3:]
    ctx.record(*before, child=new)
    yield "progress-pain", ProgressPage(ctx, new)
    ctx.record(*last, child=new)
    yield "paused", ProgressPage(ctx, new)


def restore(page: SettingsPage) -> Iterator[tuple[str, Scene]]:
    """Some copies, one of them damaged, and none yet."""
    ctx = page.ctx
    some = BringBackPage(page)
    made = [ctx.now().replace(hour=h, minute=m) for h, m in ((19, 12), (8, 5), (7, 58))]
    some.copies = tuple((f"copy-{i}", moment) for i, moment in enumerate(made))
    some._looked = {"copy-0": LookedCopy(812), "copy-1": LookedCopy(0, is_whole=False), "copy-2": LookedCopy(788)}
    some.chosen = 2
    yield "settings-bring-back", some
    none = BringBackPage(page)
    none.copies = ()
    yield "settings-bring-back-none", none


SETTINGS_STATES = (
    "settings", "settings-look", "settings-keys", "settings-files", "settings-erase", "settings-bring-back",
    "settings-bring-back-none",
)  # fmt: skip


def settings(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The sheets, the erasing of one child, and the copies that can come back."""

    page = SettingsPage(ctx)
    yield "settings", page
    for name in ("look", "keys", "files"):
        yield f"settings-{name}", SettingsPage(ctx, sheet=name)
    erase = EraseChildPage(page)
    erase.field.typed("Ann")
    yield "settings-erase", erase
    yield from restore(page)


REMINDERS_STATES = ("reminders", "reminders-none", "reminders-saved")


def reminders(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Both times; neither; and where the file is."""
    child = next(iter(ctx.children))
    yield "reminders", RemindersPage(ctx, child)
    none = RemindersPage(ctx, child)
    for name in ("remind_morning", "remind_evening"):
        none.choose(name)
    yield "reminders-none", none
    for name in ("remind_morning", "remind_evening"):
        none.choose(name)
    saved = RemindersPage(ctx, child)
    saved.message = ctx.texts("reminders_saved", file="Documents/" + file_name(ctx, ctx.texts("file_reminders"), "ics"))
    yield "reminders-saved", saved


ORDERED_STATES = (
    "ordered", "ordered-refused", "ordered-last", "ordered-written", "ordered-tomorrow", "ordered-course",
)  # fmt: skip


def ordered(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """A page half filled in with starts below and above the dose, one value past its cap, the last sheet, the page once
    written, opened again on the day before it counts, and the course's."""
    child = next(iter(ctx.children))
    page = OrderedPage(ctx, child)
    page.field.typed("Ms Weber, physiotherapist")
    page.was_typed()
    page.take_day("visit", ctx.today + timedelta(22))
    names = page.listed()
    each = next(n for n in names if ctx.catalogue.exercises[n].per_foot)
    page.draft.step_feet(each, 2)
    page.draft.set_sets(each, 1)
    page.draft.set_amount(each, OrderPart.START, page.draft.rows[each].cap)  # it comes by steps
    page.draft.set_amount(names[0], OrderPart.START, 15)  # that is tomorrow's
    begins = next(n for n in names if n != each and ctx.catalogue.exercises[n].per_foot)
    page.draft.step_feet(begins, -1)
    page.draft.switch(names[-1])
    yield "ordered", page
    page.draft.set_amount(names[0], OrderPart.CAP, 90)
    page.focused = f"cap:{names[0]}"
    page.changed()
    yield "ordered-refused", page
    last = OrderedPage(ctx, child)
    last.sheet = last.sheets - 1
    yield "ordered-last", last
    page.draft.set_amount(names[0], OrderPart.CAP, 30)
    page.press("write")
    yield "ordered-written", page
    yield "ordered-tomorrow", OrderedPage(ctx, child)
    adult = "gallery-adult"
    ctx.record(ChildAdded("Mum", "bo", AgeBand.ELEVEN_UP, 1), SignsTicked(()), ProgrammeChosen("grown_up"), child=adult)
    yield "ordered-course", OrderedPage(ctx, adult)


PLAN_STATES = (
    "plan", "plan-first", "plan-held", "plan-why", "plan-days", "plan-changes", "plan-looking", "plan-tomorrow",
)  # fmt: skip


def plan(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Some weeks in, before the days to come are known, a child that begins, a held load, the cards over it, and an
    order written today that begins tomorrow."""
    child = next(iter(ctx.children))
    yield "plan-looking", PlanPage(ctx, child)
    page = PlanPage(ctx, child)
    page.finish()
    yield "plan", page
    yield "plan-why", flow.open(ctx, page.press("why") or page)
    new = "gallery-first-day"
    ctx.record(ChildAdded("Mia", "otto", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"), child=new)
    first = PlanPage(ctx, new)
    first.finish()
    yield "plan-first", first
    ctx.record(OrderWritten("Ms Weber", ctx.today, None, ctx.today + timedelta(20)), child=child)
    ctx.record(ExerciseOrdered("caterpillar", "Ms Weber", ctx.today, foot=Foot.RIGHT, cap=6), child=child)
    ctx.record(DaysPlanned(tuple(Weekday)[:5], (Slot.EVENING,)), child=child)
    held = PlanPage(ctx, child)
    held.press("hold")
    held.finish()
    held.focused = Cell(3, "caterpillar").name
    yield "plan-held", held
    yield "plan-days", flow.open(ctx, routes.PlannedDays(held))
    yield "plan-changes", flow.open(ctx, routes.PlanChanges(held))
    yield "plan-tomorrow", _ordered_for_tomorrow(ctx, lived(ctx, 24))


def _ordered_for_tomorrow(ctx: Context, child: str) -> PlanPage:
    """Its plan on the day a therapist's order was written: one exercise smaller, one off and one more from tomorrow."""
    page = OrderedPage(ctx, child)
    page.field.typed("Ms Weber, physiotherapist")
    page.was_typed()
    rows = page.draft.known
    played = [name for name, row in rows.items() if row.standing is Standing.IN_PLAY]
    each = next(name for name in played if ctx.catalogue.exercises[name].per_foot)
    page.draft.step_feet(each, 2)
    page.draft.step(each, OrderPart.START, -1)
    page.draft.switch(next(name for name in played if name != each))
    page.draft.switch(next(name for name, row in rows.items() if not row.has_come))
    page.press("write")
    shown = PlanPage(ctx, child)
    shown.finish()
    shown.focused = Cell(3, each).name
    return shown
