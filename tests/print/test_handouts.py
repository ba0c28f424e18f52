"""Cards, chart, the therapist's sheet and the kit: complete, inside the page, readable without colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from game.core.content import Foot, Slot, Weekday, Words
from game.core.days import plus
from game.core.events import DaysPlanned, ExerciseOrdered
from game.core.numbers import for_sentences
from game.core.reports.handout import Handout, of_child, of_programme
from game.data.files.art import ArtLibrary
from game.data.files.type_on_paper import type_on_paper
from game.data.texts import own_words
from game.data.texts.texts import SPOKEN, Texts
from game.print.card_pictures import COLOUR, LIGHT, Photographer
from game.print.chart import RULE
from game.print.drawing import bounds
from game.print.fit import TO_WRITE
from game.print.grey import grey
from game.print.handouts import KINDS, Handouts
from game.print.kit import MOST_CARDS
from game.print.pdf import pdf
from game.print.sheet import MM, Mark, Shape, Sheet, TextLine, Window
from game.scenes.parent.plan.order_draft import OrderDraft
from game.ui.audio.narrator import cue
from tests.diary import START, both, catalogue, lived
from tests.paper import Pdf, check_table, poppler

PROGRAMMES = tuple(catalogue().programmes)
ART, TYPE = ArtLibrary(), type_on_paper()
COLOUR_OPERATORS = re.compile(r"(?<![\w/])(rg|RG|k|K|sc|SC|scn|SCN|cs|CS)(?!\w)")


def words(language: str = "en") -> Texts:
    texts = Texts(language)
    texts.from_rules = for_sentences(catalogue().rules)
    texts.from_files = own_words.for_grown_ups(catalogue(), texts)
    return texts


WORDS, LINES = words(), Texts("en", SPOKEN)


def of(handout: Handout, texts: Texts = WORDS, *, is_grey: bool = False) -> Handouts:
    return Handouts(handout, texts, lambda exercise: cue(LINES, exercise), ART, TYPE, is_grey=is_grey)


@cache
def pages(programme: str, kind: str, is_grey: bool = False) -> tuple[Sheet, ...]:
    return of(of_programme(catalogue(), programme), is_grey=is_grey).sheets(kind)


def texts_of(marks: Iterable[Mark]) -> Iterator[TextLine]:
    for mark in marks:
        if isinstance(mark, TextLine):
            yield mark
        elif isinstance(mark, Window):
            yield from texts_of(mark.marks)


def said(sheets: Iterable[Sheet]) -> str:
    """Everything that is written, a blank between two lines."""
    return " ".join(line.text for sheet in sheets for line in texts_of(sheet.marks)).replace("\u00a0", " ")


def box_of(line: TextLine) -> tuple[float, float, float, float]:
    """The letters' body: left, top, right, bottom; a line's leading is air."""
    wide = TYPE.width(line.text, line.size, line.weight)
    return line.x, line.y - 0.72 * line.size, line.x + wide, line.y + 0.2 * line.size


# ---------------------------------------------------------------- the page
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_nothing_is_outside_the_page(programme: str, kind: str) -> None:
    for sheet in pages(programme, kind):
        for line in texts_of(sheet.marks):
            left, top, right, bottom = box_of(line)
            assert left >= 5 * MM and right <= sheet.width - 5 * MM, line.text
            assert top >= 5 * MM and bottom <= sheet.height - 5 * MM, line.text
        shapes = [mark for mark in sheet.marks if isinstance(mark, Shape)]
        x, y, w, h = bounds(shapes)
        assert x >= 5 * MM and y >= 5 * MM and x + w <= sheet.width - 5 * MM and y + h <= sheet.height - 5 * MM
        for window in (mark for mark in sheet.marks if isinstance(mark, Window)):
            assert window.x >= 5 * MM and window.x + window.w <= sheet.width - 5 * MM


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_no_two_lines_of_text_lie_on_each_other(programme: str, kind: str) -> None:
    for sheet in pages(programme, kind):
        lines = [(box_of(line), line.text) for line in texts_of(sheet.marks) if line.text]
        for n, (a, said_a) in enumerate(lines):
            for b, said_b in lines[n + 1 :]:
                apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] or b[3] <= a[1]
                assert apart, (said_a, said_b)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_no_shipped_word_is_cut_or_missing(programme: str, kind: str) -> None:
    text = said(pages(programme, kind))
    assert "…" not in text and "[" not in text and "?" not in text.replace("Whom to ask?", "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_has_its_fonts_in_it_and_no_ink_but_black_where_it_was_asked_for(kind: str) -> None:
    sheets = pages("children", kind, True)
    data = pdf(sheets, TYPE, "Paper")
    check_table(data)
    made = Pdf(data)
    assert len(made.named(b"/FontFile2")) == 2
    for number in made.named(b"/Type/Page/"):
        drawn = made.stream(int(re.search(rb"/Contents (\d+) 0 R", made.objects[number])[1])).decode()
        assert not COLOUR_OPERATORS.search(drawn)
    coloured = Pdf(pdf(pages("children", kind), TYPE, "Paper"))
    (first, *_) = coloured.named(b"/Type/Page/")
    shown = coloured.stream(int(re.search(rb"/Contents (\d+) 0 R", coloured.objects[first])[1])).decode()
    assert COLOUR_OPERATORS.search(shown), "in colour there is some"


@pytest.mark.parametrize("kind", KINDS)
def test_the_browsers_page_fetches_nothing_and_says_the_same(kind: str) -> None:
    files = dict(of(of_programme(catalogue(), "prevention")).files())
    html = files[f"{kind}.html"]
    assert isinstance(html, str)
    assert not re.search(r"(src|href)=", html) and html.count("http") == html.count("http://www.w3.org/2000/svg")
    assert "data:font/ttf;base64," in html
    assert html.count("<section") == len(pages("prevention", kind))
    assert not [line for sheet in pages("children", kind) for line in texts_of(sheet.marks) if line.text[:1] == " "]
    written = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", html))
    assert written.replace("&quot;", '"').replace("&#x27;", "'") == said(pages("prevention", kind))


def test_poppler_reads_every_name_on_the_cards(tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"
    file.write_bytes(pdf(pages("children", "cards"), TYPE, "Cards"))
    read = " ".join(poppler("pdftotext", str(file), "-").split())
    for row in of_programme(catalogue(), "children").cards:
        assert WORDS.exercise(row.exercise.id) in read
    assert " yes yes yes " in poppler("pdffonts", str(file))


# ---------------------------------------------------------------- cards
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_a_card_says_what_is_right_what_is_not_how_much_and_when_to_stop(programme: str) -> None:
    text = said(pages(programme, "cards"))
    for row in of_programme(catalogue(), programme).cards:
        id_, unit = row.exercise.id, row.exercise.unit.value
        for sentence in (WORDS(f"form_{id_}_right"), WORDS(f"form_{id_}_cheat"), WORDS.exercise(id_)):
            assert sentence in text, sentence
        amount = WORDS.amount(unit, row.dose.amount) + (" each foot" if row.exercise.per_foot else "")
        assert f"Start: {amount}, 1 set; at most {row.limits.ramp.cap} in a set." in text
        for thing in row.exercise.equipment:
            assert WORDS.thing(thing) in text
    cards = len(of_programme(catalogue(), programme).cards)
    assert text.count("When it hurts, stop.") == cards
    assert len(pages(programme, "cards")) == -(-cards // 4)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_every_card_has_room_to_write_a_dose_of_the_familys_own(programme: str, language: str) -> None:
    handout, texts = of_programme(catalogue(), programme), words(language)
    first = replace(handout, cards=tuple(replace(row, first_foot=Foot.LEFT) if row.exercise.per_foot else row
                                         for row in handout.cards))  # fmt: skip
    for cards in (handout, first):
        for kind in ("cards", "kit"):
            marks = [mark for sheet in of(cards, texts).sheets(kind) for mark in sheet.marks]
            lines = [bounds([mark]) for mark in marks if isinstance(mark, Shape) and mark.stroke == TO_WRITE]
            assert lines and min(max(wide, high) for _, _, wide, high in lines) >= 6 * MM, (kind, lines)


def test_an_operated_foot_needs_the_surgeons_word_on_every_card_and_in_the_kit() -> None:
    many = len(of_programme(catalogue(), "after_surgery").cards)
    assert said(pages("after_surgery", "cards")).count("Only with the surgeon's word.") == many
    assert "before the surgeon has said so" in said(pages("after_surgery", "kit"))
    assert "surgeon" not in said(pages("children", "cards"))


def test_every_exercise_is_shown_right_and_its_mistake_is_crossed() -> None:
    for row in of_programme(catalogue(), "children").cards:
        handout = replace(of_programme(catalogue(), "children"), cards=(row,))
        (sheet,) = of(handout).sheets("cards")
        name = WORDS.exercise(row.exercise.id)
        pictures = [mark.said for mark in sheet.marks if isinstance(mark, Window) and mark.said]
        assert pictures.count(f"{name}: like this") >= 2
        assert pictures.count(f"{name}: not like this") == (row.exercise.demonstration.mistake is not None)


def test_right_and_wrong_stand_side_by_side_from_the_side_the_game_shows_them_from() -> None:
    """The last right picture is the one beside the mistake: of the mistake's own puppet. Only a foot that jumps is seen
    from its side beside toes that spread, which are seen from above: neither can be told from the other's side."""
    photographer = Photographer(ArtLibrary())
    for row in of_programme(catalogue(), "children").cards:
        shown, wrong = row.exercise.demonstration, photographer.mistake(row.exercise)
        beside = photographer.beside_mistake(row.exercise).rig
        assert wrong is None or beside == shown.beside_mistake.rig
        assert wrong is None or (beside, wrong.rig) == ("feet_top", "foot_side") or beside == wrong.rig


@pytest.mark.parametrize("exercise", ["bear_walk", "lift_ride", "crab_shuffle", "seal_ball"])
def test_a_mistake_is_as_large_on_a_card_as_the_right_way_beside_it(exercise: str) -> None:
    """Where the right way is a close-up, a whole friend beside it had feet too small to compare."""
    row = next(row for row in of_programme(catalogue(), "children").cards if row.exercise.id == exercise)
    (sheet,) = of(replace(of_programme(catalogue(), "children"), cards=(row,))).sheets("cards")
    *_, right, wrong = (mark for mark in sheet.marks if isinstance(mark, Window) and mark.said)
    ground = {COLOUR.ground, COLOUR.floor}
    wide = [
        bounds(shape for shape in window.marks if isinstance(shape, Shape) and shape.fill not in {None, *ground})[2]
        for window in (right, wrong)
    ]
    assert 0.75 <= wide[1] / wide[0] <= 1.35, wide


def test_the_light_under_what_touches_the_floor_is_seen_in_black_and_white() -> None:
    """As black as ink, with white around it: its yellow would be the grey of the floor."""

    def fills(is_grey: bool) -> list[set[str | None]]:
        row = next(row for row in of_programme(catalogue(), "children").cards if row.exercise.id == "bear_walk")
        (sheet,) = of(replace(of_programme(catalogue(), "children"), cards=(row,)), is_grey=is_grey).sheets("cards")
        windows = [window for window in sheet.marks if isinstance(window, Window)]
        return [{shape.fill for shape in window.marks if isinstance(shape, Shape)} for window in windows]

    in_colour, in_grey = fills(False), fills(True)
    lit = [i for i, found in enumerate(in_colour) if set(LIGHT) & found]
    assert len(lit) >= 2, "right, and seen close"
    for i in lit:
        assert {"#191919", "#FFFFFF"} <= in_grey[i]
        assert not {grey(colour) for colour in LIGHT} & in_grey[i]


def test_a_familys_own_long_words_stay_inside_their_card() -> None:
    handout = of_programme(catalogue(), "children")
    own = replace(
        handout.rows[1].exercise, id="own_one", title="The very long walk around the whole house " * 4,
        words=Words(right="Slowly and well. " * 60, cheat="Too fast. " * 60),
    )  # fmt: skip
    known = replace(catalogue(), exercises={**catalogue().exercises, own.id: own})
    texts = Texts()
    texts.from_rules = for_sentences(catalogue().rules)
    texts.from_files = own_words.for_grown_ups(known, texts)
    row = replace(handout.rows[1], exercise=own)
    for kind in KINDS:
        paper = of(replace(handout, rows=(row,), cards=(row,), in_play=(row,), chart=(row,)), texts).sheets(kind)
        for sheet in paper:
            for line in texts_of(sheet.marks):
                left, top, right, bottom = box_of(line)
                assert 0 < left < right < sheet.width and 0 < top < bottom < sheet.height, (kind, line.text)
        assert "…" in said(paper)


# ---------------------------------------------------------------- the chart
def boxes(sheet: Sheet) -> list[tuple[float, float, float, float]]:
    return [
        bounds([mark]) for mark in sheet.marks if isinstance(mark, Shape) and mark.fill == "#FFFFFF" and mark.width == 0.7
    ]  # fmt: skip


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_chart_has_a_box_for_every_exercise_day_sun_and_moon_of_four_weeks(programme: str) -> None:
    sheets = pages(programme, "chart")
    many = len(of_programme(catalogue(), programme).in_play)
    found = [box for sheet in sheets for box in boxes(sheet)]
    rows = len(found) / (4 * 7 * 2)
    assert rows >= many, "and a free one where there is room"
    assert all(w >= 5 * MM and h >= 5 * MM for _, _, w, h in found)
    text = said(sheets)
    for n in range(1, 5):
        assert text.count(f"Week {n}, from") == 1
    for row in of_programme(catalogue(), programme).in_play:
        assert text.count(WORDS.exercise(row.exercise.id)) == 4
    assert all(sheet.width > sheet.height for sheet in sheets)


@pytest.mark.parametrize("many", [1, 9, 10, 11, 24, 25, 60])
def test_any_number_of_exercises_finds_room_on_the_chart(many: int) -> None:
    handout = of_programme(catalogue(), "children")
    rows = (handout.in_play * 4)[:many]
    sheets = of(replace(handout, chart=rows)).sheets("chart")
    found = [box for sheet in sheets for box in boxes(sheet)]
    assert len(found) >= many * 4 * 14
    assert all(w >= 5 * MM and h >= 5 * MM for _, _, w, h in found)
    assert all(y + h < sheets[0].height - 8 * MM for _, y, _, h in found)


def test_the_chart_has_a_dash_where_nothing_is_planned_and_a_box_else() -> None:
    robin, day = lived(both(range(20)), 21).robin, plus(START, 20)
    weekdays = tuple(Weekday)[:5]
    robin.record(day, 21, DaysPlanned(weekdays, (Slot.MORNING,)))
    printed = of(of_child(catalogue(), robin.child, day))
    for kind in ("chart", "kit"):
        sheets = printed.sheets(kind)
        found = [box for sheet in sheets for box in boxes(sheet)]
        dashes = [
            m for sheet in sheets for m in sheet.marks if isinstance(m, Shape) and m.stroke == RULE and m.width == 0.9
        ]
        rows = len(found) / (4 * len(weekdays))
        assert rows.is_integer() and len(dashes) == 4 * (14 - len(weekdays)) * (rows + 1), (
            "and in the head of each column"
        )
        assert "A dash: not planned." in said(sheets)
    assert "A dash" not in said(pages("children", "chart"))


def test_the_chart_names_the_one_foot_that_was_ordered_and_what_rests() -> None:
    robin, day = lived(both(range(20)) + "+20 morning lego_bricks ouch 6\n", 21).robin, plus(START, 20)
    robin.record(day, 21, ExerciseOrdered("caterpillar", "Ms Weber", day, foot=Foot.LEFT))
    handout = of_child(catalogue(), robin.child, day)
    sheets = of(handout).sheets("chart")
    text = said(sheets)
    assert text.count("Caterpillar left foot") == 4 and text.count("bricks (rests)") == 4
    assert "lego_bricks" not in {row.exercise.id for row in (*handout.cards, *handout.in_play)}, "paper opens no lock"
    assert len([box for sheet in sheets for box in boxes(sheet)]) % 56 == 0 and "What rests has no box" in text
    assert "What rests" not in said(pages("children", "chart"))


@pytest.mark.parametrize("language", ["en", "ru", "en_XA"])
def test_the_charts_title_is_clear_of_its_signs_in_any_language(language: str) -> None:
    texts = Texts(language)
    texts.from_rules = for_sentences(catalogue().rules)
    (sheet, *_) = of(of_programme(catalogue(), "children"), texts).sheets("chart")
    head = sorted(box_of(line) for line in texts_of(sheet.marks) if line.y < 24 * MM)
    assert len(head) >= 4 and all(left[2] < right[0] for left, right in pairwise(head))


def test_no_row_of_the_chart_is_called_missed_or_failed() -> None:
    text = said(pages("children", "chart")).lower()
    assert not re.search("missed|failed|forgot|late", text) and "empty boxes are fine" in text


# ---------------------------------------------------------------- the therapist's sheet
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_therapists_sheet_prints_the_games_bounds_beside_every_field(programme: str) -> None:
    sheets = pages(programme, "prescription")
    lines = [line for sheet in sheets for line in texts_of(sheet.marks)]
    text = said(sheets)
    rows = [row for row in of_programme(catalogue(), programme).rows if not row.exercise.beside]
    for row in rows:
        name = WORDS.exercise(row.exercise.id)
        (y,) = (line.y for line in lines if line.text == name)
        beside = [line.text for line in lines if abs(line.y - y) < 8]
        unit = " s" if row.exercise.unit.value == "seconds" else ""
        assert f"of {row.may_order.ramp.cap}{unit}" in beside and f"game: {row.may_order.ramp.start}{unit}" in beside
        assert {"on", "off", "1", "2", "3"} <= set(beside)
        assert ({"left", "both", "right", "first:"} <= set(beside)) == row.exercise.per_foot
        feet = [text for text in beside if text in ("left", "both", "right", "first:")]
        each = ["left", "both", "right", "first:", "left", "right"]
        assert feet == (each if row.exercise.per_foot else ["both"]), row.exercise.id
    assert sum(line.text.startswith("game: ") for line in lines) == len(rows)
    for label in ("Child", "Signature and stamp"):
        assert label in text
    assert "Nothing may exceed the game's caps." in text


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_therapists_sheet_has_the_fields_of_the_games_page_in_its_order_and_words(programme: str) -> None:
    lines = [line for line in texts_of(pages(programme, "prescription")[0].marks)]
    (plays,) = (line for line in lines if line.text == "Plays")
    heads = sorted((line.x, line.text) for line in lines if line.y == plays.y)
    assert [text for _, text in heads] == ["Exercise", "Plays", "Foot", "Start", "At most (limit)", "Sets: up to"]
    fields = ["Who said it", "On", "Hold: nothing grows before", "Next visit"]
    assert [line.text for line in lines if line.text in fields] == fields


def test_a_childs_sheet_has_its_rows_in_the_order_of_the_games_page() -> None:
    robin, day = lived(both(range(20)), 21).robin, plus(START, 20)
    robin.record(day, 21, ExerciseOrdered("river_stones", "Ms Weber", day, plays=True))
    handout = of_child(catalogue(), robin.child, day)
    shown = [row.exercise.id for row in handout.rows if not row.exercise.beside]
    assert shown == list(OrderDraft(catalogue(), robin.child, day).rows) and shown[0] == "river_stones"


# ---------------------------------------------------------------- the kit
@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_kit_is_three_pages_and_needs_no_other(programme: str) -> None:
    first, cards, chart = pages(programme, "kit")
    known = of_programme(catalogue(), programme).in_play[:MOST_CARDS]
    for row in known:
        assert WORDS.exercise(row.exercise.id) in said([cards]) and WORDS.exercise(row.exercise.id) in said([chart])
    text = said([first])
    for n in range(1, 6):
        assert f" {n} " in f" {text} "
    for must in ("When to stop", "Stop at once when it hurts", "Whom to ask", "telephone"):
        assert must in text
    for row in known:
        for thing in row.exercise.equipment:
            assert WORDS.thing(thing) in text


def test_nothing_but_the_therapists_sheet_is_printed_while_a_child_may_not_play() -> None:
    closed = replace(of_programme(catalogue(), "children"), cards=(), in_play=(), chart=())
    assert of(closed).kinds() == ("prescription",)
    assert [name for name, _ in of(closed).files()] == ["prescription.pdf", "prescription.html"]
    with pytest.raises(ValueError, match="cannot be printed"):
        of(closed).sheets("kit")


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_grandparents_read_large_print_and_nobody_less_than_seven_points(programme: str) -> None:
    leaflet, cards, _ = pages(programme, "kit")
    assert min(line.size for line in texts_of(leaflet.marks)) >= 12
    assert min(line.size for line in texts_of(cards.marks)) >= 10
    for kind in KINDS:
        assert min(line.size for sheet in pages(programme, kind) for line in texts_of(sheet.marks)) >= 7.4, kind


def test_a_name_the_type_has_no_letters_for_is_told_by_its_id_and_nothing_is_a_row_of_question_marks() -> None:
    handout = of_programme(catalogue(), "children")
    own = replace(
        handout.rows[0].exercise, id="comet_walk", title="კომეტა", words=Words(right="ნელა", cheat="სწრაფად")
    )  # fmt: skip
    known = replace(catalogue(), exercises={**catalogue().exercises, own.id: own})
    texts = Texts()
    texts.from_rules = for_sentences(catalogue().rules)
    texts.from_files = own_words.for_grown_ups(known, texts)
    row = replace(handout.rows[0], exercise=own)
    for kind in KINDS:
        text = said(of(replace(handout, rows=(row,), cards=(row,), in_play=(row,), chart=(row,)), texts).sheets(kind))
        assert "Comet walk" in text and "??" not in text and "კ" not in text
    assert WORDS("form_own_right") in said(of(replace(handout, cards=(row,)), texts).sheets("cards"))


def test_a_card_for_one_foot_alone_names_it_and_shows_it() -> None:
    handout = of_programme(catalogue(), "children")
    row = next(row for row in handout.cards if row.exercise.id == "caterpillar")
    pages_ = {
        foot: of(replace(handout, cards=(replace(row, dose=replace(row.dose, foot=foot)),))).sheets("cards")
        for foot in (Foot.LEFT, Foot.RIGHT)
    }
    assert "Start: 3 times left foot, 1 set" in said(pages_[Foot.LEFT])
    assert "Our dose: times right foot, sets" in said(pages_[Foot.RIGHT]) and "each foot" not in said(
        pages_[Foot.RIGHT]
    )
    feet = {
        foot: [shape.turned[0] for mark in sheet.marks if isinstance(mark, Window) and mark.said
               for shape in mark.marks if isinstance(shape, Shape) and shape.turned[0]]
        for foot, (sheet,) in pages_.items()
    }  # fmt: skip
    assert feet[Foot.LEFT] != feet[Foot.RIGHT], "the right foot is the left one's mirror image"


@pytest.mark.parametrize(("told", "when"), [(19, "Today"), (20, "From 26 January")])
def test_paper_says_which_foot_was_ordered_to_begin_and_from_when(told: int, when: str) -> None:
    robin, day = lived(both(range(20)), 21).robin, plus(START, 20)
    robin.record(plus(START, told), 21, ExerciseOrdered("caterpillar", "Ms Weber", day, first_foot=Foot.LEFT))
    printer = of(of_child(catalogue(), robin.child, day))
    cards = said(printer.sheets("cards"))
    assert re.search(rf"{when}: \d+ times each foot, left first, 1 set", cards), cards
    assert "Caterpillar both, left first" in said(printer.sheets("chart"))
    now = "now" if told < 20 else "from 26 January:"
    assert re.search(rf"Caterpillar \({now} \d+ times, both, left first\)", said(printer.sheets("prescription")))


def test_paper_says_from_when_an_order_counts_and_the_therapists_sheet_as_well() -> None:
    robin, day = lived(both(range(20)), 21).robin, plus(START, 20)
    orders = (
        ExerciseOrdered("caterpillar", "Ms Weber", day, foot=Foot.LEFT, start=2, most_sets=1, begins_anew=True),
        ExerciseOrdered("bear_walk", "Ms Weber", day, plays=False),
    )
    robin.record(day, 21, *orders)
    printed = of(of_child(catalogue(), robin.child, day))
    cards, chart, sheet = (said(printed.sheets(kind)) for kind in ("cards", "chart", "prescription"))
    assert "From 26 January: 2 times left foot, 1 set" in cards and "Bear walk" not in cards + chart
    assert "(from 26 January: 2 times, left)" in sheet and "(off from 26 January)" in sheet
    assert "now off" not in sheet and "Caterpillar (now" not in sheet and "(now " in sheet, "only what changes"
    later = of(of_child(catalogue(), robin.child, plus(day, 1)))
    sheet = said(later.sheets("prescription"))
    assert "(now 2 times, left)" in sheet and "(now off)" in sheet and "from 26 January" not in sheet
