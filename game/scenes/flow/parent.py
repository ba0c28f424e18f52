"""Opens the gate, and what lies behind it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from game.core.reports.needs import most_urgent, opened_first
from game.core.rules.waiting import waiting
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

if TYPE_CHECKING:
    from game.scenes.parent.area import GrownUpsPage

STAY = timedelta(minutes=20)  # how long one PIN holds for confirming, where the parent chose so


def opened(ctx: Context, route: routes.ParentRoute) -> Next:
    """The screen of a route, or the route it stands for."""
    match route:
        case routes.Gate(then=then, back=back, recovered=recovered):
            from game.scenes.parent.gate.gate import ParentGate

            return ParentGate(ctx, then, back, recovered)
        case routes.Recovery(then=then, back=back, recovered=recovered):
            from game.scenes.parent.gate.recovery import RecoveryPage

            return RecoveryPage(ctx, then, back, recovered)
        case routes.ToConfirm(child=child, then=then, back=back, goes_on=goes_on, others=others):
            if _is_held(ctx):
                return routes.Confirm(child, then, goes_on, others=others)
            return routes.Gate(routes.Confirm(child, then, goes_on, stays=True, others=others), back)
        case routes.Confirm(child=child, then=then, goes_on=goes_on, stays=stays, others=others):
            from game.scenes.parent.confirm.confirm import ConfirmPage

            if stays and ctx.settings.stay:
                ctx.stays_since = ctx.now()
            return ConfirmPage(ctx, child, then, goes_on=goes_on, others=others)
        case routes.ConfirmOf(child=child, back=back, only=only, is_anew=is_anew):
            from game.scenes.parent.confirm.confirm import ConfirmPage

            return ConfirmPage(ctx, child, back, only, after=routes.Who(), has_reward=not is_anew)
        case routes.ConfirmNext(then=following):
            on = following or routes.Who()
            child, *more = [i for i, c in ctx.children.items() if waiting(ctx.catalogue, c, ctx.today)] or [""]
            return routes.Confirm(child, on, others=tuple(more)) if child else on
        case routes.GrownUps(child=named, held=held):
            ctx.held = held or ctx.held
            _look_at_own_levels(ctx)
            if named is None:
                named = most_urgent(ctx.catalogue, ctx.family, ctx.today) or next(iter(ctx.children), None)
            # A card that waits is of the pain of its own child: whose page it is nobody else's pain changes.
            first = named if held else opened_first(ctx.catalogue, ctx.family, ctx.today, named)
            return routes.Progress(first)
        case routes.Place(name=name, child=about):
            _look_at_own_levels(ctx)
            return _place(ctx, name, about)
        case routes.ChangeChildren(said=said):
            from game.scenes.parent.children.children import Children

            return Children(ctx, said=said)
        case routes.Progress(child=about, tab=tab):
            from game.scenes.parent.progress.progress import ProgressPage

            return ProgressPage(ctx, about, tab)
        case routes.ChangeSettings(said=said):
            from game.scenes.parent.settings.settings import SettingsPage

            return SettingsPage(ctx, said=said)
        case routes.Day(child=about, day=day, back=from_page, slot=slot):
            from game.scenes.parent.record.record import RecordPage

            return RecordPage(ctx, about, day, from_page, slot)
        case routes.PaperWeek(child=child, day=day):
            from game.scenes.parent.record.paper_week import PaperWeekPage

            return PaperWeekPage(ctx, child, day)
        case routes.TellPause(child=child, day=day, then=then):
            from game.scenes.parent.record.pause import PausePage

            return PausePage(ctx, child, day, then)
        case routes.ExerciseDetails(child=about, exercise=exercise, place=place):
            from game.scenes.parent.progress.exercise import OneExercise

            return OneExercise(ctx, about, exercise, place)
        case routes.LargeSheet(page=laid_out):
            from game.scenes.parent.printed.large_sheet import LargeSheetPage

            return LargeSheetPage(laid_out)
        case routes.OverTime(child=about, exercise=exercise, place=place):
            from game.scenes.parent.progress.over_time import OverTimePage

            return OverTimePage(ctx, about, exercise, place)
        case routes.OwnList(child=about, said=said, exercise=exercise):
            from game.scenes.parent.own.own import OwnPage

            return OwnPage(ctx, about, said, exercise)
        case routes.OwnForm(child=about, exercise=exercise, back=before):
            from game.scenes.parent.own.own_form import OwnFormPage

            return OwnFormPage(ctx, about, exercise, before)
        case routes.OwnPictures(form=form):
            from game.scenes.parent.own.pictures import OwnPicturesPage

            return OwnPicturesPage(form)
        case routes.OwnPreview(below=below, exercise=shown, foot=foot):
            from game.scenes.parent.own.preview import OwnPreviewPage

            return OwnPreviewPage(below, shown, foot, below.child.skin if below.child else 1)
        case routes.Ordered(child=about, exercise=exercise):
            from game.scenes.parent.plan.ordered import OrderedPage

            return OrderedPage(ctx, about, exercise)
        case routes.PlannedDays(page=page):
            from game.scenes.parent.plan.planned_days import PlannedDaysPage

            return PlannedDaysPage(page)
        case routes.Reminders(child=about):
            from game.scenes.parent.settings.reminders import RemindersPage

            return RemindersPage(ctx, about)
        case routes.PlanChanges(page=page):
            from game.scenes.parent.plan.plan_changes import PlanChangesPage

            return PlanChangesPage(page)
        case routes.PrintCards(child=about, place=place):
            from game.scenes.parent.printed.print_cards import PrintCardsPage

            return PrintCardsPage(ctx, about, place)
        case routes.Pain(child=child, session=session, then=then):
            from game.scenes.parent.confirm.pain import PainPage

            return PainPage(ctx, child, session, then)
        case routes.AllowAgain(below=below, child=child, exercise=exercise, allow=allow, then=then):
            from game.scenes.parent.progress.allow_again import allow_again

            return routes.AskFirst(below, allow_again(ctx, child, exercise, allow, then))
        case routes.AskFirst(below=below, card=card):
            from game.scenes.parent.ask_first import AskFirstPage

            return AskFirstPage(below, card)
        case routes.EarlyCeremony(below=below, child=child):
            from game.scenes.parent.children.early_ceremony import early_ceremony

            return routes.AskFirst(below, early_ceremony(ctx, child))
        case routes.WhichChild(page=page):
            from game.scenes.parent.which_child import WhichChildPage

            return WhichChildPage(page)
        case routes.ChoosePeriod(page=page):
            from game.scenes.parent.progress.period import PeriodPage

            return PeriodPage(page)
        case routes.OutingTold(child=child, back=back, on=on):
            from game.scenes.parent.confirm.outing_told import OutingToldPage

            return OutingToldPage(ctx, child, back, on)
        case routes.EraseChild(page=page):
            from game.scenes.parent.children.erase import EraseChildPage

            return EraseChildPage(page)
        case routes.BringBack(page=page):
            from game.scenes.parent.settings.restore import BringBackPage

            return BringBackPage(page)
        case routes.Safety(back=back):
            from game.scenes.parent.help.help import SafetyPage

            return SafetyPage(ctx, back)
    assert_never(route)


def _look_at_own_levels(ctx: Context) -> None:
    """What came into the family's own folder counts from the page that is opened now; a session that waits for its
    grown-up goes on with what it began with."""
    if ctx.held is None:
        ctx.files.own.refresh()


def _place(ctx: Context, name: str, child: str | None) -> Scene:
    from game.scenes.parent.children.children import Children
    from game.scenes.parent.help.help import Help
    from game.scenes.parent.own.own import OwnPage
    from game.scenes.parent.plan.plan import PlanPage
    from game.scenes.parent.printed.doctor import DoctorPage
    from game.scenes.parent.progress.progress import ProgressPage
    from game.scenes.parent.record.record import RecordPage
    from game.scenes.parent.settings.settings import SettingsPage

    places: dict[str, type[GrownUpsPage]] = {
        "progress": ProgressPage, "plan": PlanPage, "record": RecordPage, "doctor": DoctorPage, "own": OwnPage,
        "help": Help, "settings": SettingsPage, "children": Children,
    }  # fmt: skip
    return places[name](ctx, child)


def _is_held(ctx: Context) -> bool:
    """Whether the PIN typed for confirming still holds. Two clocks are asked, and either ends it: the computer's own
    can be set back by a child, the other stands still while a virtual machine does."""
    if not ctx.settings.stay or ctx.stays_since is None:
        return False
    return timedelta(0) <= ctx.now() - ctx.stays_since < STAY and ctx.gate.passed_ago() < STAY.total_seconds()
