"""Picture states of the family's own exercises: the folder, a wrong file, the form, the preview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from game.core.content import Exercise, Foot, Position, Ramp, Unit
from game.core.events import ExerciseOrdered, OrderWritten
from game.core.own_draft import OwnPart
from game.scenes import flow, routes
from game.scenes.parent.own.form_cards import LINES
from game.scenes.parent.own.own import OwnPage
from game.scenes.parent.own.own_form import OwnFormPage
from game.scenes.parent.own.pictures import OwnPicturesPage
from game.scenes.parent.own.preview import OwnPreviewPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.reading_sheet import ReadingScreen

OWN_STATES = (
    "own", "own-empty", "own-wrong", "own-mistakes", "own-form", "own-form-filled", "own-form-refused", "own-pictures",
    "own-preview", "own-preview-mistake", "own-preview-walk",
)  # fmt: skip
WRONG = """id: stairs
title: Stairs on tiptoe
what: Up the stairs.
position: standing
unit: reps
per_foot: false
dose: {start: 5, step: 1, cap: 60, reason: as ordered, source: Ms Weber}
seconds_per_unit: 4
tempo: 4
first_week: 1
demonstration: {host: bo, right: bo_front/squat, place: wood, close_up: false, sole: sole_tiptoe}
"""
ROUTINE = """id: our_routine
title: Our routine
what: What the physiotherapist wrote down for us.
exercises: [bear_walk, lego_bricks, caterpillar, sky_bike]
"""


def own(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """An empty folder, the form in four states, the folder with what was written, a wrong file, and the preview."""
    child = next(iter(ctx.children))
    yield "own-empty", OwnPage(ctx, child)
    form = OwnFormPage(ctx, child, "", routes.Place("own", child))
    yield "own-form", form
    for name, text in {
        "name": "Towel on the stairs", "how": "Put the heel down over the edge. Let it sink slowly.",
        "right": "The heel sinks straight down.", "cheat": "The foot rolls inwards.", "who": "Ms Weber",
    }.items():  # fmt: skip
        assert name in LINES
        form.fields[name].typed(text)
    form.was_typed()
    form.form.pick("side", 0.6)
    form.changed()
    yield "own-form-filled", form
    form.form.type(OwnPart.CAP, 90)
    form.focused = "cap"
    form.changed()
    yield "own-form-refused", form
    form.form.type(OwnPart.CAP, 8)
    yield "own-pictures", OwnPicturesPage(form)
    towel = form.form.exercise()
    _written(ctx, towel, replace(_heels(ctx), id="heel_walk", title="Heel walk along the long corridor at home"))
    head = OrderWritten("Ms Weber", ctx.today - timedelta(2))
    ctx.record(head, ExerciseOrdered(towel.id, "Ms Weber", ctx.today, True, Foot.LEFT), child=child)
    yield "own-preview", flow.open(ctx, routes.OwnPreview(OwnPage(ctx, child), towel, Foot.LEFT))
    mistake = flow.open(ctx, routes.OwnPreview(OwnPage(ctx, child), towel, None))
    assert isinstance(mistake, OwnPreviewPage)
    mistake.press("mistake")
    yield "own-preview-mistake", mistake
    yield "own-preview-walk", flow.open(ctx, routes.OwnPreview(OwnPage(ctx, child), _heels(ctx), None))
    folder = Path(ctx.files.own.folder())
    (folder / "programmes").mkdir(exist_ok=True)
    (folder / "programmes" / "our_routine.yaml").write_text(ROUTINE, encoding="utf-8")
    ctx.files.own.refresh()
    yield "own", OwnPage(ctx, child, ctx.texts("own_saved_tomorrow", name=towel.title, week=2), towel.id)
    (folder / "exercises" / "stairs.yaml").write_text(WRONG, encoding="utf-8")
    ctx.files.own.refresh()
    wrong = OwnPage(ctx, child, "", "stairs")
    yield "own-wrong", wrong
    sheet = flow.open(ctx, wrong.press("read") or wrong)
    assert isinstance(sheet, ReadingScreen)
    yield "own-mistakes", sheet


def _written(ctx: Context, *exercises: Exercise) -> None:
    for exercise in exercises:
        ctx.files.own.write(exercise).result()


def _heels(ctx: Context) -> Exercise:
    """A walk, shown as the penguin shows it."""
    penguin = ctx.catalogue.exercises["penguin_walk"]
    return Exercise(
        "heels", Position.WALKING, Unit.SECONDS, False, Ramp(20, 5, 40), 1, 1, (), 1.0, penguin.demonstration, {},
        title="Heel walk", what="On the heels.", reason="As ordered.", source="Ms Weber",
    )  # fmt: skip
