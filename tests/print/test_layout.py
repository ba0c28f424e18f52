"""Blocks set on sheets: where a page ends, what stays together, and that nothing runs over an edge."""

from __future__ import annotations

import pytest

from game.data.files.type_on_paper import type_on_paper
from game.print.charts import axis_step, curve_card, hatched, week_bars
from game.print.document import (
    AnswerLines,
    Block,
    Bullets,
    CurveCard,
    CurveLine,
    Document,
    EmptyBox,
    Heading,
    Run,
    RunningText,
    Split,
    Tabular,
    TabularColumn,
    TickBox,
    TickRow,
    WeekBar,
    WeekBars,
    runs,
)
from game.print.layout import BODY, WIDTH, sheets
from game.print.paths import segments
from game.print.sheet import BOLD, REGULAR, Shape, TextLine
from game.print.typeset import Setting

TYPE = type_on_paper()


def pages(*blocks: Block) -> list[list[str]]:
    made = sheets(Document("Title", "en", blocks, "Foot", "Running"), TYPE)
    return [[mark.text for mark in sheet.marks if isinstance(mark, TextLine)] for sheet in made]


def test_a_table_goes_on_under_its_head_on_the_next_page() -> None:
    table = Tabular(
        (TabularColumn("what", 1), TabularColumn("many", 1, True)), tuple((f"row {n}", str(n)) for n in range(100))
    )
    made = pages(table)
    assert len(made) == 2 and all("what" in page and "many" in page for page in made)
    rows = [text for page in made for text in page if text.startswith("row ")]
    assert rows == [f"row {n}" for n in range(100)]


def test_a_heading_never_stays_behind() -> None:
    fill = AnswerLines(41)
    made = pages(fill, Heading("Head"), RunningText(runs("word " * 400)))
    assert "Head" not in made[0] and made[1][:2] == ["Running", "Head"]


def test_a_box_to_tick_leaves_no_hole_in_a_page_it_does_not_fit() -> None:
    box = TickBox("Please tick", (), "what", ("plays",), (TickRow(runs("bear"), ((EmptyBox(), "on"),)),) * 25, "", ())
    table = Tabular((TabularColumn("rows", 1),), tuple((f"row {n}",) for n in range(40)))
    made = pages(AnswerLines(27), box, Heading("Head"), table)
    assert made[0][0] == "Head" and "row 9" in made[0], "what follows fills the page"
    assert made[1][:2] == ["Running", "Please tick"] and len(made) == 2
    alone = pages(AnswerLines(27), box)
    assert alone[1][:2] == ["Running", "Please tick"] and len(alone) == 2


def test_no_word_of_a_head_is_broken_while_another_column_has_room_to_give() -> None:
    columns = (TabularColumn("what", 9), TabularColumn("conspicuously well", 1, True))
    (made,) = pages(Tabular(columns, (("bear " * 40, "7"),)))
    assert {"conspicuously", "well"} <= set(made)
    (narrow,) = pages(Tabular((TabularColumn("what", 1), TabularColumn("W" * 100, 1)), (("bear", "lift"),)))
    assert "what" in narrow and "bear" in narrow, "where there is none to give each has its share"


def test_a_number_is_set_smaller_and_never_broken() -> None:
    columns = (TabularColumn("what", 9), TabularColumn("well", 0.4, True))
    (made,) = pages(Tabular(columns, (("bear", "12170"), ("lift", "7"))))
    assert "12170" in made and "7" in made


def test_the_number_above_a_full_bar_is_clear_of_the_heading() -> None:
    (sheet,) = sheets(
        Document("T", "en", (Heading("Sessions a week"), WeekBars((WeekBar("4 Oct", 2, 2, 0),) * 9, "")), "", ""), TYPE
    )
    lines = [mark for mark in sheet.marks if isinstance(mark, TextLine)]
    heading = next(line for line in lines if line.text == "Sessions a week")
    numbers = [line for line in lines if line.text == "2" and line.weight == BOLD]
    assert len(numbers) == 9 and all(line.y - 0.75 * line.size > heading.y + 0.25 * heading.size for line in numbers)


def test_of_many_measurements_the_line_is_seen_and_not_a_row_of_dots_over_one_another() -> None:
    def dots(many: int) -> int:
        points = tuple((28 * n, 5 + n % 9) for n in range(many))
        marks, _ = curve_card(TYPE, CurveCard("On one leg", (CurveLine("L", points),), "a", "b", ""), 170)
        return sum(isinstance(mark, Shape) and "a" in mark.outline for mark in marks)

    assert dots(4) == 4 and dots(130) == 2, "its first and its last"


def test_a_heading_takes_three_rows_of_its_table_along() -> None:
    table = Tabular((TabularColumn("rows", 1),), tuple((f"row {n}",) for n in range(9)))
    made = pages(AnswerLines(42), Heading("Head"), table)
    assert made[0] == ["1 / 2"] and made[1][:3] == ["Running", "Head", "rows"]


def test_a_long_list_is_divided_between_its_items() -> None:
    made = pages(Bullets(tuple(runs(f"item {n}") for n in range(120))))
    assert [text for page in made for text in page if text.startswith("item")] == [f"item {n}" for n in range(120)]


def test_one_page_has_no_number_and_several_have() -> None:
    assert pages(Heading("Head"))[0][-1] == "Foot"
    made = pages(AnswerLines(40), AnswerLines(40))
    assert [page[-1] for page in made] == ["1 / 2", "2 / 2"]


def test_what_is_left_over_goes_where_there_is_more_room() -> None:
    long, short = (RunningText(runs("word " * n)) for n in (200, 3))

    def left_end(*columns: tuple[Block, ...]) -> float:
        (sheet,) = sheets(Document("T", "en", (Split(*columns, rest=(Heading("Rest"),)),), "", ""), TYPE)
        return next(m.x for m in sheet.marks if isinstance(m, TextLine) and m.text == "Rest")

    assert left_end((short,), (long,)) < 100 < left_end((long,), (short,))


# ------------------------------------------------------------------------------------------ lines
def test_lines_are_as_long_as_the_width_lets_them() -> None:
    lines = TYPE.lines(runs("The quick brown fox jumps over the lazy dog. " * 5), 200, BODY)
    texts = [line[0][1].text for line in lines]
    assert " ".join(texts) == ("The quick brown fox jumps over the lazy dog. " * 5).strip()
    for text, follows in zip(texts, texts[1:]):
        assert TYPE.width(text, BODY.size) <= 200
        assert TYPE.width(f"{text} {follows.split(' ')[0]}", BODY.size) > 200


def test_bold_and_plain_share_a_line_without_touching() -> None:
    ((first, second, third),) = TYPE.lines(runs("It ", Run("counts", True), " practice"), 400, BODY)
    assert [run.text for _, run in (first, second, third)] == ["It ", "counts", " practice"]
    assert second[0] == pytest.approx(TYPE.width("It ", BODY.size))
    assert third[0] == pytest.approx(second[0] + TYPE.width("counts", BODY.size, BOLD))


def test_a_word_wider_than_a_line_is_divided() -> None:
    lines = TYPE.lines(runs("W" * 100), 100, BODY)
    assert "".join(line[0][1].text for line in lines) == "W" * 100
    assert all(TYPE.width(line[0][1].text, BODY.size) <= 100 for line in lines)
    assert len(TYPE.lines(runs("WW"), 1, BODY)) == 2, "at least a letter a line"


def test_control_signs_and_letters_without_type_are_never_set() -> None:
    assert TYPE.written("a\tb\u202ec\x00") == "a bc"
    assert TYPE.written("Zoe\u0308") == "Zoë" and TYPE.written("ნინო!") == "?!"
    assert TYPE.can_write("Zoe\u0308 Ж") and not TYPE.can_write("ნ")


def test_a_line_ends_where_it_is_told_to() -> None:
    right = TYPE.line("123", 200, 0, BODY, align="r")
    middle = TYPE.line("123", 200, 0, BODY, BOLD, "c")
    assert right.x + TYPE.width("123", BODY.size) == pytest.approx(200)
    assert middle.x + TYPE.width("123", BODY.size, BOLD) / 2 == pytest.approx(200)


def test_a_base_line_lies_in_its_box() -> None:
    for setting in (BODY, Setting(15, leading=1.2), Setting(7.2, leading=1.25)):
        base = TYPE.base(100, setting)
        assert base - 0.7 * setting.size > 100 and base + 0.2 * setting.size < 100 + setting.height


# ------------------------------------------------------------------------------------------ charts
def test_a_hatch_stays_in_its_box() -> None:
    for w, h in ((40, 10), (10, 40), (3, 3)):
        for mark in hatched(5, 7, w, h):
            assert isinstance(mark, Shape)
            for segment in segments(mark.outline):
                for x, y in segment.points:
                    assert 4.99 <= x <= 5.01 + w and 6.99 <= y <= 7.01 + h


@pytest.mark.parametrize("many", [1, 13, 16])
@pytest.mark.parametrize("top", [0, 2, 14, 140, 1400])
def test_bars_of_any_height_stay_in_the_chart(many: int, top: int) -> None:
    bars = tuple(WeekBar("12 Oct", top, top // 2, top // 7) for _ in range(many))
    marks, height = week_bars(TYPE, WeekBars(bars, ""), WIDTH / 2)
    for mark in marks:
        if isinstance(mark, TextLine):
            assert mark.x > -2 and mark.x + TYPE.width(mark.text, mark.size, BOLD) < WIDTH / 2 + 14
            assert mark.y - mark.size > -1 and mark.y < height
        elif isinstance(mark, Shape):
            points = [p for s in segments(mark.outline) for p in s.points]
            assert all(0 <= x <= WIDTH / 2 + 0.1 and 0 <= y <= height for x, y in points)


def test_names_of_bars_never_touch() -> None:
    bars = tuple(WeekBar(f"{n} September", 14, 7, 0) for n in range(1, 17))
    marks, _ = week_bars(TYPE, WeekBars(bars, ""), WIDTH / 2)
    names = sorted((m.x, m.text) for m in marks if isinstance(m, TextLine) and "September" in m.text)
    ends = [x + TYPE.width(text, 6.8, REGULAR) for x, text in names]
    assert len(names) > 3 and all(end < x for end, (x, _) in zip(ends, names[1:]))


def test_an_axis_has_few_lines_and_reaches_the_top() -> None:
    for most in range(1, 3000):
        step = axis_step(most)
        assert -(-most // step) <= 4 and str(step)[0] in "125"
