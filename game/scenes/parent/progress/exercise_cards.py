"""The cards of the page about one exercise, and its demonstration moving in a small window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pygame

from game.core.content import Clip, Exercise, Foot
from game.core.days import plus
from game.core.events import Effort, Grade
from game.core.quest import Reason
from game.core.reports.progress import ExerciseProgress
from game.core.rules.dose import Dose
from game.scenes.parent.progress.period_words import of_dose
from game.scenes.parent.progress.road import Road, paint_road, signs_of
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import dose, each_foot, short_amount, short_date
from game.scenes.screen.mascot import SHOWS, until_rest
from game.scenes.screen.outside import TextSource
from game.scenes.session.demonstration import MIRRORS
from game.ui import theme
from game.ui.art.puppet_view import PuppetView
from game.ui.chart.dose_charts import Count, counts, signs, two_feet
from game.ui.flat_parts import whole
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.typography.lettering import SMALLEST_SHARE
from game.ui.view import Box, View

WINDOW = Box(270, 118, 280, 160)
DOSE, SAVE = Box(584, 100, 330, 432), Box(854, 108, 48, 44)
FLOOR = 44  # height of the floor in the window
# Wall or sky, and floor, of each place, flat: the small window must not outshine the movement.
PLACES: Mapping[str, tuple[str, str]] = {
    "room": ("#BFE0DA", "#EBC691"), "meadow": ("#CDE9EA", "#B7D99B"), "wood": ("#CFE6D2", "#A9C98B"),
    "brook": ("#CDE9EA", "#A9D3B4"), "beach": ("#CFEAF0", "#F0DDAE"), "ice": ("#D6E9F5", "#EEF6FA"),
}  # fmt: skip
GRADES = (
    (Grade.WELL, "tick", theme.TEAL.fill), (Grade.HELPED, "hand", theme.BLUE.fill),
    (Grade.PARTLY, "part", "#7A6278"), (Grade.NOT_TODAY, "off", theme.PLUM.lip),
)  # fmt: skip
EFFORTS = (
    (Effort.EASY, "up", theme.BLUE.fill), (Effort.RIGHT, "tick", theme.TEAL.fill), (Effort.HARD, "down", "#8A4A12"),
)  # fmt: skip


class DemonstrationWindow:
    """The right way, moving, as large as the window allows and cut at its edges; mirrored where `foot`, ordered alone,
    is the other than the drawn one."""

    def __init__(
        self, ctx: Context, exercise: Exercise, skin: int, box: Box = WINDOW, foot: Foot | None = None
    ) -> None:  # fmt: skip
        right = exercise.demonstration.right
        self.ctx, self.box = ctx, box
        self.clip = Clip(right.rig, ctx.art.library.rig(right.rig).in_window(right.clip))
        self.foot = foot
        self.is_mirrored = foot is not None and MIRRORS.get(self.clip.rig) is foot
        self.skin = skin if self.clip.rig in ("foot_side", "foot_top", "feet_top", "seat_front") else None
        self._last: tuple[pygame.Surface, pygame.Surface, tuple[int, int]] | None = None
        self._scale: float | None = None
        self._seen: View | None = None

    def show(self, stage: Stage, seconds: float, quiet: float) -> None:
        """The frame of this moment, its feet on the window's floor; it rests where there was no input for long."""
        with stage.seen_by(stage.view.upright(self.box)):
            self._show(stage, seconds, quiet)

    def _show(self, stage: Stage, seconds: float, quiet: float) -> None:
        if self._scale is None or self._seen != stage.view:
            self._fit(stage)
        view = self._view(self._scale or 0.3)
        picture, offset = view.frame(until_rest(seconds, quiet, view, SHOWS))
        if self._last is None or self._last[0] is not picture:
            self._last = (picture, *self._cut(stage, picture, offset))
        stage.put(self._last[1], *self._last[2])

    def _view(self, scale: float) -> PuppetView:
        return self.ctx.art.puppet(
            self.clip.rig, self.clip.clip, skin=self.skin, scale=scale, flip=self.is_mirrored
        )  # fmt: skip

    def _fit(self, stage: Stage) -> None:
        """A scale at which all the frames looked at fit, and where the origin then stands."""
        self._seen, self._last, k = stage.view, None, stage.view.k
        trial = self._view(0.3)
        boxes = []
        for phase in (0.0, 0.25, 0.5, 0.75):
            picture, (dx, dy) = trial.at(phase)
            boxes.append(pygame.Rect(dx, dy, *picture.get_size()))
        whole = boxes[0].unionall(boxes[1:])
        w, h = whole.w / k, whole.h / k
        more = min((self.box.w - 24) / w, (self.box.h - 16) / h)
        self._scale = round(0.3 * more, 3)
        centre, bottom = whole.centerx / k * more, whole.bottom / k * more
        self._origin = self.box.centre[0] - centre, self.box.bottom - 6 - bottom

    def _cut(
        self, stage: Stage, picture: pygame.Surface, offset: tuple[int, int]
    ) -> tuple[pygame.Surface, tuple[int, int]]:
        px, py = stage.view.pixel(*self._origin)
        at = picture.get_rect(topleft=(px + offset[0], py + offset[1]))
        seen = at.clip(stage.view.rect(self.box))
        # A copy: the frame's own pixels are given back as soon as it is encoded for the window.
        return whole(picture).subsurface(seen.move(-at.x, -at.y)).copy(), seen.topleft


def paint_window(paper: Paper, box: Box, exercise: Exercise) -> None:
    """The small window's wall and floor."""
    wall, floor = PLACES.get(exercise.demonstration.place, PLACES["room"])
    edge = box.bottom - FLOOR
    body = (
        f'<rect x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}" rx="20" fill="{wall}"/>'
        f'<path d="M{box.x} {edge}H{box.right}V{box.bottom - 20}A20 20 0 0 1 {box.right - 20} {box.bottom}'
        f'H{box.x + 20}A20 20 0 0 1 {box.x} {box.bottom - 20}Z" fill="{floor}"/>'
    )
    paper.shape(body, box, alpha=0)


def paint_form(paper: Paper, ctx: Context, exercise: Exercise) -> None:
    """What right looks like, the usual cheat, and a kind word for it."""
    words = ctx.texts
    paper.card(Box(252, 100, 316, 432))
    paint_window(paper, WINDOW, exercise)
    y = WINDOW.bottom + 22
    for title, text, colour in (
        (words("exercise_right"), words(f"form_{exercise.id}_right"), OK),
        (words("exercise_not"), words(f"form_{exercise.id}_cheat"), WARN),
    ):
        paper.text(title, 20, 274, y, colour, EXTRA_BOLD, "l", 276)
        y = paper.paragraph(text, 17, 274, y + 13, 276, height=72) + 17
    say = words("exercise_say", line=ctx.spoken(f"{exercise.id}_go"))
    paper.paragraph(say, 17, 274, 478, 276, INK_2, EXTRA_BOLD, height=46)


def paint_dose(paper: Paper, ctx: Context, exercise: Exercise, it: ExerciseProgress, road: Road) -> None:
    """The dose now, its road in the period, and what that shows in a sentence."""
    words = ctx.texts
    paper.card(DOSE)
    paper.text(_dose_title(words, exercise, it), 20, 606, 130, INK_2, SEMI_BOLD, "l", SAVE.x - 618)
    now = dose_on(it, ctx.today)
    number = paper.text(str(now.amount), 48, 606, 172, align="l", width=110)
    unit = words.amount(exercise.unit.value, now.amount).removeprefix(str(now.amount)).strip()
    line = words("exercise_now", amount=unit, sets=words.amount("sets", now.sets))
    paper.text(line, 20, number.right + 12, 180, INK_2, SEMI_BOLD, "l", SAVE.x - 12 - number.right - 12)
    paper.text(_next(words, exercise, it, ctx.today), 17, 606, 214, INK_2, SEMI_BOLD, "l", 296)
    if not it.steps:
        paper.text(words("exercise_none"), 20, 749, 370, INK_2, SEMI_BOLD, width=280)
        return
    if road.steps:
        paint_road(paper, ctx, Box(640, 242, 254, 140), road)
    _paint_signs(paper, words, road)
    paper.text(of_dose(words, road.steps), 16, 606, 446, INK, SEMI_BOLD, "l", 296)
    if it.steps[-1].why:
        paper.paragraph(words.reason(it.steps[-1].why), 16, 606, 460, 296, WARN if _went_back(it) else INK_2, height=62)


def _paint_signs(paper: Paper, words: TextSource, road: Road) -> None:
    if road.steps:
        signs(paper, 606, 422, signs_of(words, road), 76, 296)


def _dose_title(words: TextSource, exercise: Exercise, it: ExerciseProgress) -> str:
    if it.foot is not None:
        return words(f"exercise_dose_{it.foot.value}")
    return words("exercise_dose_foot" if exercise.per_foot else "exercise_dose")


def dose_on(it: ExerciseProgress, today: date) -> Dose:
    """The dose of today: a step told of today counts from tomorrow."""
    if len(it.steps) > 1 and it.steps[-1].day > today:
        return Dose(it.steps[-2].sets, it.steps[-2].amount, it.foot)
    return Dose(it.sets, it.amount, it.foot)


def _from_tomorrow(it: ExerciseProgress, today: date) -> Dose | None:
    """The dose of tomorrow, where it is another than today's: as ordered, or by what was told of today."""
    then, now = it.tomorrow or Dose(it.sets, it.amount, it.foot), dose_on(it, today)
    return then if then != now else None


def _went_back(it: ExerciseProgress) -> bool:
    """The last step was one down."""
    totals = [step.sets * step.amount for step in it.steps[-2:]]
    return totals[-1] < totals[0]


def not_played_line(words: TextSource, it: ExerciseProgress) -> str:
    """Why an exercise is not in play, or from tomorrow no longer; "" where it is."""
    if it.is_gone:
        return words("exercise_gone")
    if it.comes_again:
        return words("exercise_comes_again", date=short_date(words, it.comes_again))
    if it.is_resting:
        return words("exercise_resting")
    if it.is_elsewhere:
        return words("exercise_elsewhere")
    if it.is_left_out:
        if it.is_ordered_off:
            return words("exercise_off_tomorrow" if it.is_from_tomorrow and it.is_in_play else "exercise_off")
        return words("exercise_ordered" if it.is_on_order else "exercise_left_out")
    if it.is_in_play:
        return ""
    if not it.is_ordered_on:
        return words("exercise_not_yet")
    return words("exercise_comes_held" if it.is_held else "exercise_comes_ordered")


def _not_played(words: TextSource, exercise: Exercise, it: ExerciseProgress) -> str:
    """The same, with how much it is when it comes again: after pain it begins lower than it stopped."""
    if not it.comes_again or not it.tomorrow:
        return not_played_line(words, it)
    amount = each_foot(words, exercise, dose(words, exercise, it.tomorrow.sets, it.tomorrow.amount), it.tomorrow.foot)
    return words("exercise_comes_again_with", date=short_date(words, it.comes_again), amount=amount)


def _next(words: TextSource, exercise: Exercise, it: ExerciseProgress, today: date) -> str:
    """What comes after the dose: from tomorrow another, or a step up where nothing holds it, and what it waits for."""
    if why := _not_played(words, exercise, it):
        return why
    if then := _from_tomorrow(it, today):
        amount = each_foot(words, exercise, dose(words, exercise, then.sets, then.amount), then.foot)
        return words("exercise_tomorrow" if it.tomorrow else "exercise_tomorrow_told", amount=amount)
    if it.is_held:
        return words("exercise_held_until", date=it.held_until) if it.held_until else words("exercise_held")
    if it.is_grown:
        return words("exercise_grown")
    if it.at_cap:
        return words("exercise_at_cap")
    amount = short_amount(words, exercise, it.next_amount)
    if it.next_from is None:
        return words("exercise_next_play", amount=amount)
    if it.next_from > plus(today, 1):
        return words("exercise_next_from", amount=amount, date=short_date(words, it.next_from))
    if not it.has_room:
        return words("exercise_next_room", amount=amount)
    if it.clean_to_go:
        return words("exercise_next_clean", amount=amount, n=it.clean_to_go)
    return words("exercise_next", amount=amount)


def paint_feet(paper: Paper, words: TextSource, it: ExerciseProgress, when: str) -> None:
    """Left and right in two weeks, and below in the period `when`; a lasting difference is a question for the doctor,
    never for the child."""
    paper.card(Box(930, 100, 322, 206), words("exercise_feet"))
    if it.done_left or it.done_right:
        line = words("exercise_feet_all", left=words.number(it.done_left), right=words.number(it.done_right), when=when)
        paper.text(line, 16, 952, 288, INK_2, SEMI_BOLD, "l", 284)
    if it.foot is not None:
        paper.paragraph(words(f"exercise_feet_{it.foot.value}"), 18, 952, 160, 284, INK_2, height=120)
        return
    if not it.left and not it.right:
        _paint_none(paper, words, 200)
        return
    two_feet(paper, 952, 168, it.left, it.right, (words("word_left"), words("word_right")))
    if it.is_apart:
        foot = words("word_left" if it.left < it.right else "word_right")
        line, colour = words("progress_feet_lasting", foot=foot), WARN
    else:
        line = words("exercise_feet_apart", n=it.apart) if it.apart else words("exercise_feet_even")
        colour = INK_2
    paper.paragraph(line, 16, 952, 238, 284, colour, leading=1.15, height=40)


def _paint_none(paper: Paper, words: TextSource, y: float) -> None:
    """Nothing told yet is said in words, never as a row of zeros."""
    paper.text(words("exercise_none"), 19, 1091, y, INK_2, SEMI_BOLD, width=284)


def paint_efforts(paper: Paper, words: TextSource, it: ExerciseProgress) -> None:
    """Too easy, just right, too hard."""
    paper.card(Box(930, 100, 322, 206), words("exercise_efforts"))
    if not any(it.efforts.values()):
        _paint_none(paper, words, 210)
        return
    lines = [Count(words(f"effort_short_{e.value}"), it.efforts.get(e, 0), g, c) for e, g, c in EFFORTS]
    counts(paper, 952, 172, lines)
    paper.paragraph(words("progress_effort_caption"), 16, 952, 264, 284, INK_2, leading=1.15, height=38)


def paint_grades(paper: Paper, words: TextSource, it: ExerciseProgress, sore: str, *, has_efforts: bool) -> None:
    """How often it went how, when it hurt last, and in which foot (`sore`)."""
    told = sum(it.grades.values())
    paper.card(Box(930, 322, 322, 210), words("exercise_grades", n=told) if told else words("exercise_grades_none"))
    if not told and not it.pains:
        _paint_none(paper, words, 430)
        return
    lines = [Count(words(f"grade_short_{g.value}"), it.grades.get(g, 0), glyph, c) for g, glyph, c in GRADES]
    counts(paper, 952, 380, lines, pitch=26 if sore else 29)
    y = 482 if sore else 496
    if has_efforts and any(it.efforts.values()):
        efforts = [f"{words(f'effort_told_{e.value}')} {it.efforts[e]}" for e, _, _ in EFFORTS if it.efforts.get(e)]
        paper.text(words.locale.in_row(efforts), 16, 952, y, INK_2, SEMI_BOLD, "l", 284)
        y += 18 if sore else 20
    if it.pains:
        last = it.pains[-1]
        key = "exercise_hurt_last" if last.score is not None else "exercise_hurt_unsaid"
        line = words(key, n=len(it.pains), date=words.date(last.day), score=last.score)
        paper.text(line, 16, 952, y, WARN, SEMI_BOLD, "l", 284)
        paper.text(sore, 16, 952, y + 18, WARN, SEMI_BOLD, "l", 284)


def paint_why(
    paper: Paper, words: TextSource, exercise: Exercise, it: ExerciseProgress, refused: Reason | None, today: date
) -> None:
    """Why this number, today's or tomorrow's where that is another; or why what was just pressed is not allowed."""
    if refused:
        paper.card(Box(252, 548, 660, 144), fill="#FBEBD8", lip="#E8CDA8")
        paper.text(words("exercise_not_now"), 20, 274, 578, WARN, EXTRA_BOLD, "l", 470)
        paper.paragraph(words.reason(refused), 18, 274, 598, 616, height=84)
        return
    paper.card(Box(252, 548, 660, 144), fill="#E3F1EC", lip="#BBDCD2")
    then = _from_tomorrow(it, today)
    told = then or dose_on(it, today)
    amount = dose(words, exercise, told.sets, told.amount)
    is_played = not it.is_out and it.is_in_play and not it.is_resting and not it.is_left_out
    title = (
        words("exercise_why_tomorrow" if then else "exercise_why", amount=amount)
        if is_played
        else _not_played(words, exercise, it)
    )
    paper.text(title, 20, 274, 578, OK, EXTRA_BOLD, "l", 470)
    said = [words.reason(r) for r in it.reasons]
    if it.forward_why and is_played:
        said.append(words.reason(it.forward_why))
    lines = list[str]()  # as many as there is room for; all of them stand behind "See why"
    for line in dict.fromkeys(said):
        text = " ".join([*lines, line])
        if not lines or paper.paragraph_height(text, 18 * SMALLEST_SHARE, 616) <= 76:
            lines.append(line)
    paper.paragraph(" ".join(lines) or exercise.reason, 18, 274, 609, 616, height=76)


def paint_message(paper: Paper, message: str, *, is_good: bool) -> None:
    """What came of what was just asked for, where the reasons stand."""
    paper.card(
        Box(252, 548, 660, 144), fill="#E3F1EC" if is_good else "#FBEBD8", lip="#BBDCD2" if is_good else "#E8CDA8"
    )
    paper.paragraph(message, 18, 274, 609, 616, OK if is_good else WARN, height=76)
