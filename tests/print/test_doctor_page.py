"""The doctor's page: what it says, on how much paper, in every rendering the same."""

from __future__ import annotations

import csv
import html as markup
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pygame
import pytest
from jsonschema import Draft7Validator

from game.core.content import Foot, Side, Slot, Unit
from game.core.days import plus
from game.core.events import (
    ChildChanged,
    Effort,
    ExerciseAllowed,
    ExerciseOrdered,
    FunctionMeasured,
    Grade,
    LevelPlayed,
    OrderWritten,
    OuchTold,
    Outcome,
    PainPlaced,
    QuestionNoted,
    Retracted,
    ToldLater,
)
from game.core.history.history import Child
from game.core.numbers import for_sentences
from game.core.reports.changes import GROWTH, ChangeKind
from game.core.reports.doctor import doctors_report
from game.core.reports.doctor_records import DoctorsReport
from game.core.rules.away import Tick, told_away
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES, begun
from game.data.files.type_on_paper import type_on_paper
from game.data.texts.pseudo import LONGER, MIRRORED
from game.data.texts.texts import Texts
from game.print.doctor_changes import change_lines
from game.print.doctor_files import DoctorsFiles
from game.print.doctor_page import doctors_page
from game.print.document import Document, EmptyBox, Run, Tabular, TickBox
from game.print.page_parts import PageParts
from game.print.report_schema import report_schema
from game.print.sheet import TextLine
from game.print.typeset import Type
from game.scenes.parent.plan.order_draft import OrderDraft
from tests.diary import START, both, case, catalogue, lived, of_family
from tests.paper import Pdf, poppler, shown

QUARTER = 91


@cache
def type_() -> Type:
    return type_on_paper()


@cache
def words(language: str = "en") -> Texts:
    texts = Texts(language)
    texts.from_rules = for_sentences(catalogue().rules)
    return texts


def files(
    child: Child, last: int, days: int = QUARTER, parts: PageParts | None = None, language: str = "en"
) -> DoctorsFiles:
    day = plus(START, last)
    report = doctors_report(catalogue(), child, plus(day, -days), day, day)
    return made(report, parts, language)


def made(report: DoctorsReport, parts: PageParts | None = None, language: str = "en") -> DoctorsFiles:
    return DoctorsFiles(report, catalogue(), words(language), type_(), shown=parts or PageParts())


BROWSER = shutil.which("chromium")


@cache
def robin(family: str) -> SimulatedChild:
    """A quarter of a year of a family that looked at the feet three times and has a question."""
    life = of_family(family, QUARTER).robin
    for n in (10, 38, 66):
        day = plus(START, n)
        for what, foot, value in (
            ("one_leg_seconds", "left", 8 + n // 10), ("one_leg_seconds", "right", 7 + n // 20),
            ("bricks_a_minute", "left", 9), ("bricks_a_minute", "right", 9 + n // 30), ("heel_raises", "both", 6 + n // 20),
        ):  # fmt: skip
            life.record(day, 9, FunctionMeasured(day, what, foot, value))
    life.record(plus(START, QUARTER), 9, QuestionNoted("The right foot picks up fewer bricks than the left. Why?"))
    return life


def page_of(made: DoctorsFiles) -> Document:
    return doctors_page(made.told, catalogue(), words(), "en", made.shown, type_().can_write)


def text_of_html(page: bytes) -> str:
    """The words of a page of HTML, those in its drawings too."""
    body = page.decode("utf-8").split("<body>")[1]
    return markup.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))


# ------------------------------------------------------------------------------------------ paper
@pytest.mark.parametrize("family", FAMILIES)
def test_a_quarter_of_a_year_takes_two_pages_at_most(family: str) -> None:
    sheets = files(robin(family).child, QUARTER).sheets()
    assert len(sheets) <= 2
    for sheet in sheets:
        for mark in sheet.marks:
            if isinstance(mark, TextLine):
                right = mark.x + type_().width(mark.text, mark.size, mark.weight)
                assert mark.x > 36 and right < sheet.width - 36 and 20 < mark.y < sheet.height - 18, mark.text


@pytest.mark.parametrize("days", [364, 3650])
def test_a_long_time_is_pressed_together_and_says_what_it_leaves_out(days: int) -> None:
    life = of_family("typical", 364).robin
    made = files(life.child, 364, days)
    text = Pdf(made.pdf()).text()
    assert len(made.sheets()) <= 3 and "4 weeks in each bar" in text
    assert re.search(r"\d+ earlier changes are not listed here", text) and "CSV" not in text


def test_six_weeks_are_one_page_beside_the_box_that_lists_every_exercise() -> None:
    made = files(of_family("typical", 42).robin.child, 42, 42)
    assert len(made.sheets()) == 2 and "Signature and stamp" in Pdf(made.pdf()).pages()[0]


@pytest.mark.parametrize(("days", "language"), [(3, "en"), (10, "en"), (3, "ru")])
def test_the_first_days_are_one_page_with_the_box_and_everything_below_it(days: int, language: str) -> None:
    life = lived(both(range(days)), days).robin
    (sheet,) = files(life.child, days - 1, language=language).sheets()
    written = {mark.text: mark.y for mark in sheet.marks if isinstance(mark, TextLine)}
    signed, changed = (words(language)(key, blank="").strip() for key in ("print_order_signed", "doctor_head_changes"))
    assert written[signed] < written[changed] < max(written.values()) < sheet.height - 18


def test_a_page_says_what_it_is_and_is_not() -> None:
    text = Pdf(files(robin("typical").child, QUARTER).pdf()).text()
    for sentence in (
        "It counts practice; it measures no foot and makes no diagnosis.", "Name", "Born", "in a trial: 56-63 % of exercises",
        "For the doctor or therapist: please tick, the family enters it in the game", "Signature and stamp",
    ):  # fmt: skip
        assert sentence in text.replace("\n", " "), sentence


def test_a_child_nobody_played_with_has_a_page_too() -> None:
    made = files(begun(catalogue(), case()).child, 0)
    text = Pdf(made.pdf()).text()
    assert "Nothing was played in this time." in text and "No pain was told in this time." in text
    assert len(made.sheets()) == 1


def test_poppler_reads_the_page_and_every_letter_of_it(tmp_path: Path) -> None:
    data = files(robin("ouch").child, QUARTER).pdf()
    (tmp_path / "a.pdf").write_bytes(data)
    read = poppler("pdftotext", "-raw", str(tmp_path / "a.pdf"), "-")
    wanted = Pdf(data).text()
    assert sorted("".join(read.split())) == sorted("".join(wanted.split()))


def test_a_copy_in_black_and_white_tells_planned_done_and_paused_apart(tmp_path: Path) -> None:
    """Of the three fills of a week's bar: white in its outline, dark, and lines."""
    page = shown(files(robin("ouch").child, QUARTER).pdf(), tmp_path, 150)[0]
    gray = pygame.transform.grayscale(pygame.image.load(page))
    marks = files(robin("ouch").child, QUARTER).sheets()[0].marks
    solid = next(m for m in marks if getattr(m, "fill", None) == "#4A4350")
    x, y = solid.turned[4], solid.turned[5]
    left, top = (float(v) for v in re.match(r"M([\d.]+) ([\d.]+)", solid.outline).groups())  # type: ignore[union-attr]
    at = [gray.get_at((round((x + left + 9) * 150 / 72), round((y + top + d) * 150 / 72)))[0] for d in (20, 30)]
    assert max(at) < 110
    colours = {m.colour for m in marks if isinstance(m, TextLine)}
    assert all(int(c[n : n + 2], 16) < 0x60 for c in colours - {"#FFFFFF"} for n in (1, 3, 5)), (
        "words stay dark in gray"
    )


# ------------------------------------------------------------------------------------------ one truth
@pytest.mark.parametrize("family", FAMILIES)
def test_paper_and_browser_say_the_same_words(family: str) -> None:
    made = files(robin(family).child, QUARTER)
    said = text_of_html(made.html()).split()
    page = [line for sheet in Pdf(made.pdf()).pages() for line in sheet]
    running = made.sheets()[-1].marks[0].text if len(made.sheets()) > 1 else ""  # type: ignore[union-attr]
    for word in " ".join(line for line in page if line != running and not re.fullmatch(r"\d / \d", line)).split():
        assert word in said, word


@pytest.mark.parametrize("family", FAMILIES)
def test_all_four_files_have_the_same_figures(family: str) -> None:
    made = files(robin(family).child, QUARTER)
    report, told = made.report, json.loads(made.json())
    paper, page = Pdf(made.pdf()).text(), text_of_html(made.html())
    sessions = f"{report.done} of {report.planned}"
    days = f"{report.practice_days} of {report.days}"
    assert all(figure in text for figure in (sessions, days) for text in (paper, page))
    figures = told["figures"]
    assert (figures["sessions_done"], figures["sessions_planned"]) == (report.done, report.planned)
    assert (figures["practice_days"], figures["days"]) == (report.practice_days, report.days)
    rows = table(made)
    by_words = {row["words"]: row for row in rows if row["what"] == "figure"}
    assert (by_words["sessions"]["done"], by_words["sessions"]["planned"]) == (str(report.done), str(report.planned))
    assert len([r for r in rows if r["what"] == "play"]) == len(report.plays) == len(told["plays"])
    assert len([r for r in rows if r["what"] == "change"]) == len(report.changes) == len(told["changes"])
    for row in report.exercises:
        name = words().exercise(row.exercise)
        (mine,) = [r for r in rows if r["what"] == "exercise" and r["exercise"] == name]
        (theirs,) = [r for r in told["exercises"] if r["exercise"] == row.exercise]
        assert (mine["done"], mine["planned"]) == (str(row.done), str(row.planned))
        assert (theirs["done"], theirs["planned"]) == (row.done, row.planned)
        assert f"{row.done} of {row.planned}" in paper and f"{row.done} of {row.planned}" in page


@pytest.mark.parametrize("family", FAMILIES)
def test_the_json_is_as_its_schema_says(family: str) -> None:
    schema = report_schema()
    Draft7Validator.check_schema(schema)
    told = json.loads(files(robin(family).child, QUARTER).json())
    assert list(Draft7Validator(schema).iter_errors(told)) == []
    assert list(Draft7Validator(schema).iter_errors({**told, "arch": "better"})) != []


def test_the_schema_knows_an_operation_and_signs() -> None:
    who = case("after_surgery", "7-10", "2025-12-01", "2026-01-02", cleared=True)
    told = json.loads(files(lived(both(range(3)), 4, who).robin.child, 4).json())
    assert list(Draft7Validator(report_schema()).iter_errors(told)) == [] and told["surgery"]["surgeon_agreed"]


# ------------------------------------------------------------------------------------------ what is on it
def test_what_is_left_out_is_said() -> None:
    child = robin("ouch").child
    text = Pdf(files(child, QUARTER, parts=PageParts(False, False, False, False)).pdf()).text()
    assert "face 4" not in text and "Left out of this page by the family." in text
    assert "pain was left out of this page by the family" in text.replace("\n", " ")
    assert "left / right" not in text.replace("\n", " ") and "On one leg" not in text
    assert "fewer bricks" not in text and "Robin" not in text
    whole = Pdf(files(child, QUARTER).pdf()).text().replace("\n", " ")
    assert "face 4 of 10." in whole and "fewer bricks" in whole and "Robin, age 5-6" in whole


def test_what_the_rules_did_about_pain_stands_beside_it() -> None:
    text = Pdf(files(robin("ouch").child, QUARTER).pdf()).text().replace("\n", " ")
    assert "19 Jan \u2013 Pick up the Lego bricks: face 4 of 10." in text
    assert text.count("Rested; allowed again on 29 Jan.") == 2
    assert "22 Jan \u2013 the programme rests, after pain of 4 of 10 or more on 2 days within 7 days" in text


def test_the_pain_behind_a_pause_from_before_this_time_stands_with_its_date_on_paper_and_in_every_file() -> None:
    life = begun(catalogue(), case())
    for day, exercise in ((0, "bear_walk"), (2, "caterpillar")):
        on, id_ = plus(START, day), f"{exercise}-{day}"
        life.record(
            on, 9, LevelPlayed(id_, "s", on, Slot.MORNING, exercise, 1, 20, Outcome.HURT, 3, 0),
            OuchTold(id_, exercise, on, Slot.MORNING, 6 - day), PainPlaced(id_, Side.RIGHT),
        )  # fmt: skip
    made = files(life.child, 12, 5)
    text = " ".join(Pdf(made.pdf()).text().split())
    said = "5 Jan \u2013 Bear walk: face 6 of 10. In the right foot. Before this time. Rests since."
    assert f"{said} Everything paused since 7 Jan." in text and said in " ".join(text_of_html(made.html()).split())
    assert "paused 7 Jan to 17 Jan: Something hurts" in text and "No pain was told in this time." in text
    (bear, _) = [row for row in table(made) if row["what"] == "pain"]
    assert (bear["day"], bear["pain of 10"]) == ("2026-01-05", "6") and "Before this time." in bear["words"]
    (pause,) = [row for row in table(made) if row["what"] == "pause"]
    assert (pause["day"], pause["words"]) == ("2026-01-12", "Something hurts, since 2026-01-07")
    plain = json.loads(made.json())
    assert list(Draft7Validator(report_schema()).iter_errors(plain)) == [] and plain["pain"] == []
    assert [(row["what"], row["score"], row["foot_told"], row["paused_since"]) for row in plain["pain_before"]] == [
        ("bear_walk", 6, "right", "2026-01-07"), ("caterpillar", 4, "right", "2026-01-07"),
    ]  # fmt: skip
    assert plain["pauses"][0]["since"] == "2026-01-07"


def test_what_is_left_out_of_the_page_is_in_none_of_its_files_and_each_of_them_says_so() -> None:
    child = robin("ouch").child
    made = files(child, QUARTER, parts=PageParts(False, False, False, False))
    told = json.loads(made.json())
    assert list(Draft7Validator(report_schema()).iter_errors(told)) == []
    assert told["left_out"] == ["pain", "feet", "question", "nickname"]
    assert [told[key] for key in ("pain", "pain_before", "pain_put_right", "stops", "function")] == [[]] * 5
    assert (told["figures"]["ouches"], told["figures"]["strongest"], told["question"]) == (None, None, None)
    assert {(p["hurt"], p["score"], p["outcome"], p["done_left"], p["done_right"]) for p in told["plays"]} == {
        (None, None, None, None, None)
    }
    assert {(e["left"], e["right"], e["resting"]) for e in told["exercises"]} == {(None, None, False)}
    rows = table(made)
    left_out = [row["words"] for row in rows if row["what"] == "left out by the family"]
    assert left_out == ["pain and stops", "left and right", "our question", "the nickname"]
    assert not any(row["pain of 10"] or row["left"] or row["right"] for row in rows)
    assert not {"pain", "stop", "what the feet could do"} & {row["what"] for row in rows}
    for text in (made.json().decode(), made.csv().decode(), text_of_html(made.html()), Pdf(made.pdf()).text()):
        said = text.lower()
        assert "robin" not in said and "fewer bricks" not in said and "something hurts" not in said
        assert "after pain" not in said and "one step back" not in said and not re.search(r"pain \d", said)


def test_with_everything_on_it_nothing_is_left_out_of_any_file() -> None:
    told, rows = json.loads(files(robin("ouch").child, QUARTER).json()), table(files(robin("ouch").child, QUARTER))
    assert told["left_out"] == [] and told["pain"] and told["figures"]["strongest"] == 6
    assert [row for row in rows if row["what"] == "pain"] and "left out by the family" not in {r["what"] for r in rows}


def test_of_a_question_that_nobody_wrote_nothing_is_left_out() -> None:
    report = replace(files(robin("ouch").child, QUARTER).report, question="")
    unasked = made(report, PageParts(question=False))
    text = Pdf(unasked.pdf()).text()
    assert "Left out of this page by the family." not in text and "The parents ask" in text
    assert json.loads(unasked.json())["left_out"] == []


def test_pain_from_before_this_time_is_left_out_with_the_pain() -> None:
    told = both(range(4)) + "+4 morning bear_walk ouch 6\n+6 morning caterpillar ouch 4\n"
    made = files(lived(told, 12).robin.child, 12, 3, parts=PageParts(pain=False))
    assert "face 6" not in Pdf(made.pdf()).text() and "Before this time" not in text_of_html(made.html())


def test_what_was_told_later_is_marked_on_paper_and_in_every_file() -> None:
    life = lived(both(range(4)), 5).robin
    told = ToldLater(plus(START, 4), Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, 3, sore=Side.LEFT)
    life.record(plus(START, 9), 9, told)
    made = files(life.child, 9, 9)
    text = " ".join(Pdf(made.pdf()).text().split())
    assert (
        "Bear walk (1 told later)" in text
        and "Bear walk: face 3 of 10. In the left foot. Told later, for the record." in text
    )
    assert "It stands for the record; no star and no dose came of it" in text
    assert (
        "The family says that something was tried on 5 days; of these, told later than it counts, from memory: 1 day."
        in text
    )
    assert "days with something tried; + 1 day told later" in text
    html = " ".join(made.html().decode().split())
    assert "The family says that something was tried on 5 days" in html and "+ 1 day told later" in html
    (later,) = [row for row in table(made) if row["what"] == "figure" and row["told later"]]
    assert later["done"] == "1"
    assert [row["day"] for row in table(made) if row["what"] == "day" and row["told later"]] == ["2026-01-09"]
    (row,) = [row for row in table(made) if row["what"] == "play" and row["told later"]]
    assert (row["exercise"], row["day"], row["until"], row["pain of 10"]) == (
        "Bear walk",
        "2026-01-09",
        "2026-01-14",
        "3",
    )
    (pain,) = [row for row in table(made) if row["what"] == "pain"]
    assert (pain["pain of 10"], pain["words"]) == ("3", "In the left foot.")
    plain = json.loads(made.json())
    assert list(Draft7Validator(report_schema()).iter_errors(plain)) == [] and len(plain["told_later"]) == 1
    assert (plain["pain"][0]["foot_told"], plain["told_later"][0]["foot_told"]) == ("left", "left")
    unsaid = json.loads(files(life.child, 9, 9, parts=PageParts(pain=False)).json())
    assert unsaid["told_later"][0]["foot_told"] is None, "no foot of a pain that is left out"
    assert (plain["figures"]["practice_days"], plain["figures"]["practice_days_told_later"]) == (4, 1)
    assert [day["day"] for day in plain["days"] if day["told_later"]] == ["2026-01-09"]


def test_the_table_says_of_a_change_when_it_was_said_and_from_when_it_counts() -> None:
    days = both([n for n in range(20) if n != 14])
    told = days + "+10 order caterpillar cap 3\n+14 morning bear_walk finished well hard\n+16 back lego_bricks\n"
    made = files(lived(told, 21).robin.child, 20)
    rows = [row for row in table(made) if row["what"] == "change"]
    for said, counts, word in ((14, 15, "hard"), (16, 17, "You"), (10, 11, "ordered")):
        found = [row["counts from"] for row in rows if row["day"] == str(plus(START, said)) and word in row["words"]]
        assert str(plus(START, counts)) in found, (said, word)
    plain = json.loads(made.json())
    assert [(c["said"], c["day"]) for c in plain["changes"]] == [(r["day"], r["counts from"]) for r in rows]
    assert list(Draft7Validator(report_schema()).iter_errors(plain)) == []
    grown = [r for r in rows if "from 4:00 to 4:20" in r["words"].lower() or "instead of" in r["words"]]
    assert grown and any(r["day"] == r["counts from"] for r in grown), "what the rules decide counts that morning"


def test_pain_of_what_was_refused_is_called_that_in_the_table_and_not_told_later() -> None:
    life = lived(both(range(4)) + "+4 morning bear_walk ouch 6\n", 6).robin
    fact = ToldLater(plus(START, 5), Slot.MORNING, "bear_walk", 1, 20, Grade.NOT_TODAY, Effort.RIGHT, 3)
    life.record(plus(START, 6), 9, fact)
    made = files(life.child, 6, 7)
    (row,) = [r for r in table(made) if r["what"] == "play" and r["day"] == str(plus(START, 5))]
    assert (row["told later"], row["pain of 10"]) == ("the rules did not let it be played; its pain alone counts", "3")
    plain = json.loads(made.json())
    assert [t["refused"] for t in plain["told_later"]] == [True]
    assert list(Draft7Validator(report_schema()).iter_errors(plain)) == []


def test_a_pause_of_which_one_day_is_left_names_that_day_once() -> None:
    told = both([0, 1, 2, 4, 5]) + "+2 pause ill until +3\n+6 pause away until +7\n"
    text = " ".join(Pdf(files(lived(told, 9).robin.child, 8).pdf()).text().split())
    assert "paused 8 Jan: Ill" in text and "8 Jan to" not in text and "paused 11 Jan to 12 Jan: Away" in text


def test_what_was_done_away_in_part_has_no_count_on_paper_in_the_table_or_in_the_json() -> None:
    life = lived("+0 morning * finished well right", 1).robin
    tick = Tick(START, Slot.EVENING, "bear_walk", Grade.PARTLY)
    told = told_away(catalogue(), life.child, [tick], Slot.EVENING, datetime(2026, 1, 5, 20, tzinfo=UTC), iter("abc"))
    life.record(START, 20, *told.facts)
    made = files(life.child, 0)
    text = " ".join(Pdf(made.pdf()).text().split())
    assert "away from the computer, partly \u2013 Bear walk: 5 Jan" in text and "stopped without pain" not in text
    (row,) = [row for row in table(made) if row["what"] == "play" and "away" in row["words"]]
    assert row["done"] == "" and "stopped" not in row["words"]
    plain = json.loads(made.json())
    (play,) = [play for play in plain["plays"] if play["away"]]
    assert (play["outcome"], play["done_left"], play["grade"]) == (None, None, "partly") and plain["stops"] == []
    assert list(Draft7Validator(report_schema()).iter_errors(plain)) == []


# ------------------------------------------------------------------------------------------ what a doctor needs first
@pytest.mark.parametrize("family", FAMILIES)
def test_the_question_and_the_doctor_s_box_stand_on_the_first_page(family: str) -> None:
    first = " ".join(Pdf(files(robin(family).child, QUARTER).pdf()).pages()[0])
    assert "fewer bricks than the left" in first and "Signature and stamp" in first
    assert first.index("The parents ask") < first.index("Sessions a week")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_box_has_every_row_and_value_of_the_game_s_page_for_an_order_in_its_order(family: str) -> None:
    life = of_family(family, 42).robin
    ordered = ExerciseOrdered(
        "caterpillar", "Ms Weber", plus(START, 20), foot=Foot.LEFT, start=2, cap=6, begins_anew=True
    )
    life.record(plus(START, 20), 21, OrderWritten("Ms Weber", plus(START, 20)), ordered)
    draft = OrderDraft(catalogue(), life.child, plus(START, 42))
    (box,) = [block for block in page_of(files(life.child, 42)).blocks if isinstance(block, TickBox)]
    assert [row.name[0].text for row in box.rows] == [words().exercise(name) for name in draft.rows]
    for row, (name, asked) in zip(box.rows, draft.rows.items(), strict=True):
        exercise, most = catalogue().exercises[name], draft.known[name].game
        unit = " s" if exercise.unit is Unit.SECONDS else ""
        plays, foot, start, cap, sets = row.cells
        assert plays == (EmptyBox(), "on", EmptyBox(), "off")
        assert foot == (
            (EmptyBox(), "left", EmptyBox(), "both", EmptyBox(), "right") if exercise.per_foot else ("both",)
        )
        assert start[1].split(" ", 1)[1] == f"{asked.start}{unit}" and cap[1] == f"of {most.ramp.cap}{unit}"
        assert sets[1::2] == tuple(str(n + 1) for n in range(most.most_sets))


def test_the_box_has_the_fields_of_the_game_s_page_for_an_order_in_its_words() -> None:
    life = of_family("typical", 42).robin
    (box,) = [block for block in page_of(files(life.child, 42)).blocks if isinstance(block, TickBox)]
    assert [field[0] for field in box.fields] == ["Who said it", "On", "Hold: nothing grows before", "Next visit"]
    assert box.heads == ("Plays", "Foot", "Start", "At most (limit)", "Sets: up to")
    text = text_of_html(files(life.child, 42).html())
    begins = "Of both feet, 1 begins."
    for said in (*box.heads, *(field[0] for field in box.fields), "Signature and stamp", begins):
        assert said in text, said


def test_what_an_order_took_out_and_what_rests_is_said_in_the_box() -> None:
    life = lived(both(range(20)) + "+20 morning caterpillar ouch 6\n", 21).robin
    life.record(plus(START, 20), 21, ExerciseOrdered("bear_walk", "Ms Weber", plus(START, 20), plays=False))
    (box,) = [block for block in page_of(files(life.child, 21)).blocks if isinstance(block, TickBox)]
    said = {"".join(run.text for run in row.name) for row in box.rows}
    assert {"Bear walk (now off)", "Caterpillar (rests)"} <= said


def test_what_counts_only_from_tomorrow_is_said_so_in_the_box_and_an_ordered_limit_beside_the_game_s() -> None:
    life = lived(both(range(20)) + "+20 morning bear_walk ouch 6\n", 21).robin
    today = plus(START, 20)
    life.record(today, 21, ExerciseAllowed("bear_walk"))
    life.record(today, 21, ExerciseOrdered("lego_bricks", "Ms Weber", today, plays=False))
    order = ExerciseOrdered("caterpillar", "Ms Weber", today, start=2, cap=6, begins_anew=True)
    life.record(today, 21, OrderWritten("Ms Weber", today), order)
    (box,) = [block for block in page_of(files(life.child, 20)).blocks if isinstance(block, TickBox)]
    rows = {"".join(run.text for run in row.name): row.cells for row in box.rows}
    names = list(rows)
    assert any(name.startswith("Pick up the Lego bricks (off from ") for name in names), names
    bear = next(name for name in names if name.startswith("Bear walk"))
    worm = next(name for name in names if name.startswith("Caterpillar"))
    assert "again from " in bear and "rests" not in bear and rows[bear][2][1].startswith("from "), (bear, rows[bear])
    assert rows[worm][2][1].startswith("from ") and rows[worm][2][1].endswith(": 2"), rows[worm]
    assert rows[worm][3][1:] == ("of 10", "(ordered 6)")


def test_what_comes_again_after_pain_has_one_dose_in_the_table_of_exercises_the_box_and_the_files() -> None:
    life = lived(both(range(20)) + "+20 morning bear_walk ouch 6\n", 21).robin
    today = plus(START, 20)
    life.record(today, 21, ExerciseAllowed("bear_walk"))
    a_day_later = doctors_report(catalogue(), life.child, plus(today, -QUARTER), today, plus(today, 1))
    for found in (files(life.child, 20), made(a_day_later)):
        page = page_of(found)
        (table,) = [block for block in page.blocks if isinstance(block, Tabular)]
        (bear,) = [row for row in table.rows if isinstance(row[0], Run) and row[0].text.startswith("Bear walk")]
        assert isinstance(bear[0], Run) and bear[0].text == "Bear walk (again from 26 Jan, 1 waits)", found
        assert bear[2] == "from 26 Jan: 20\u00a0s"
        (box,) = [block for block in page.blocks if isinstance(block, TickBox)]
        (ticked,) = [row.cells for row in box.rows if row.name[0].text == "Bear walk"]
        assert ticked[2][1] == "from 26 Jan: 20 s"
        (told,) = [row for row in json.loads(found.json())["exercises"] if row["exercise"] == "bear_walk"]
        assert (told["again_on"], told["dose_again"]["amount"], told["resting"]) == ("2026-01-26", 20, True)
        assert list(Draft7Validator(report_schema()).iter_errors(json.loads(found.json()))) == []
        (line,) = [row for row in found.csv().decode("utf-8-sig").splitlines() if "again from 26 Jan" in row]
        assert ",20," in line


def test_the_table_that_stays_with_the_family_is_not_named_on_the_doctor_s_paper() -> None:
    for family in FAMILIES:
        assert "CSV" not in Pdf(files(robin(family).child, QUARTER).pdf()).text()


def test_every_figure_of_the_feet_has_its_unit() -> None:
    text = " ".join(Pdf(files(robin("typical").child, QUARTER).pdf()).text().split())
    for said in ("On one leg, seconds", "Heels up, rises", "done left / right", "dose, times or s", "4:00 min when"):
        assert said in text, said


def test_a_pain_that_was_put_right_stands_in_the_line_of_its_pain_and_is_counted_once() -> None:
    life = lived("+0 morning bear_walk ouch 6\n", 1).robin
    (told,) = [event for event in life.events if isinstance(event.fact, OuchTold)]
    life.record(START, 12, Retracted(told.id), replace(told.fact, score=2))
    text = " ".join(Pdf(files(life.child, 0).pdf()).text().split())
    assert "Bear walk: face 2 of 10. Face 6 was told first; the parents put it right." in text
    assert "1 ouch" in text and text.count("5 Jan \u2013 Bear walk") == 1


# ------------------------------------------------------------------------------------------ of its days alone
def changed(told: str, last: int) -> str:
    text = " ".join(text_of_html(files(lived(told, last + 1).robin.child, last).html()).split())
    return text.split("What changed, and why")[1]


def test_a_step_back_stands_on_the_day_whose_play_it_came_of_and_no_day_to_come_is_told_as_past() -> None:
    told = changed(both(range(8)) + "+8 morning bear_walk stopped partly right", 8)
    assert "13 Jan \u2013 done partly, a step back \u2013 Bear walk: 25 to 20 s" in told and "14 Jan" not in told
    hurt = changed(both(range(8)) + "+8 evening bear_walk ouch 2", 8)
    assert "13 Jan \u2013 after pain, a step back" in hurt and "14 Jan" not in hurt


def test_what_grows_from_tomorrow_on_is_said_to_wait_and_is_no_step_made() -> None:
    life = lived(both(range(30)), 31)
    for last in range(4, 30):
        report = files(life.robin.child, last).report
        ahead = [row for row in report.changes if row.day > report.last]
        told = " ".join(str(line) for line in change_lines(words(), catalogue(), report))
        made_of_them = [row for row in report.changes if row.day <= report.last and row.exercise]
        steps = sum(row.kind is ChangeKind.MORE for row in made_of_them)
        assert (f"{steps} step" in told) is bool(steps), last
        assert ("from the next day on, not yet played" in told) is any(row.kind in GROWTH for row in ahead), last


def test_the_doses_of_a_day_with_two_stops_stand_in_one_line_in_their_order() -> None:
    told = both(range(8)) + "+8 morning bear_walk stopped partly hard\n+8 evening bear_walk stopped partly hard"
    text = " ".join(text_of_html(files(lived(told, 9).robin.child, 8).html()).split())
    assert "13 Jan \u2013 stopped without pain \u2013 Bear walk: 12 of 25 s; Bear walk: 10 of 20 s" in text


def _with_a_play_without_a_word(seen_on: int) -> str:
    """The page on that day: eight days of both halves, and on the ninth a play of which nobody said how it went."""
    life = lived(both(range(8)), 8).robin
    on = plus(START, 8)
    life.record(on, 9, LevelPlayed("w", "s", on, Slot.MORNING, "bear_walk", 1, 25, Outcome.FINISHED, 25, 0))
    return " ".join(text_of_html(files(life.child, seen_on).html()).split())


def test_a_play_without_a_word_is_said_to_wait_so_that_the_words_and_the_times_add_up() -> None:
    text = _with_a_play_without_a_word(8)
    assert "Bear walk (1 waits)" in text and "1 of them waits for the parents' word" in text


def test_a_play_of_which_nobody_said_in_time_how_it_went_is_not_said_to_wait() -> None:
    text = _with_a_play_without_a_word(12)
    assert "Bear walk (1 unsaid)" in text and "Of 1 nobody said in time how it went" in text
    assert "waits for the parents' word" not in text


# ------------------------------------------------------------------------------------------ any words
@pytest.mark.parametrize(
    "name", ["ნინო", "张伟", "محمد", "👩\u200d👧", "Zoë Ångström", "a<b>&amp;\"'", "W" * 22, "\u0301"]
)
def test_any_nickname_makes_a_page(name: str) -> None:
    life = begun(catalogue(), case())
    life.record(START, 9, ChildChanged(name, "kva", 1), QuestionNoted(f"{name} " * 8))
    made = files(life.child, 1)
    text = Pdf(made.pdf()).text()
    assert len(made.sheets()) == 1, "closer lines leave room for four lines of a question"
    assert "\ufffd" not in text
    shown = type_().can_write(name)
    assert (name in text) is shown or "W" in name
    assert shown or (
        "the child, age 5-6" in text and "letters that this print has no type for" in text.replace("\n", " ")
    )
    assert name in text_of_html(made.html()) and json.loads(made.json())["child"]["nickname"] == name
    assert "<b>&amp;" not in made.html().decode("utf-8").split("<body>")[1]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_paper_and_browser_set_the_title_as_large(language: str) -> None:
    made = files(robin("typical").child, QUARTER, language=language)
    (size,) = re.findall(r'<h1 style="font-size:([0-9.]+)pt">', made.html().decode("utf-8"))
    (title,) = [mark for mark in made.sheets()[0].marks
                if isinstance(mark, TextLine) and mark.text == words(language)("doctor_paper_title")]  # fmt: skip
    assert float(size) == pytest.approx(title.size, abs=0.05) and (title.size == 16) is (language == "en")


@pytest.mark.skipif(BROWSER is None, reason="no chromium to print with")
@pytest.mark.parametrize(("days", "most"), [(3, 1), (QUARTER, 2)])
def test_a_browser_prints_it_on_as_few_pages_as_paper_has(days: int, most: int, tmp_path: Path) -> None:
    life = lived(both(range(3)), 3).robin if days == 3 else robin("ouch")
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_bytes(files(life.child, days if days == QUARTER else 2, language="ru").html())
    command = (
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri(),
    )  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == most


def test_a_browser_fetches_nothing() -> None:
    page = files(robin("ouch").child, QUARTER).html().decode("utf-8")
    links = re.findall(r"(?:src|href|url\()\W*([a-z]+:[^\s\"')]{0,12})", page)
    assert links and {link[:9] for link in links} == {"data:font"}
    assert set(re.findall(r"https?://[^\s\"'<]+", page)) == {"http://www.w3.org/2000/svg"} and "<script" not in page


# ------------------------------------------------------------------------------------------ the table
def table(made: DoctorsFiles, delimiter: str = ",") -> list[dict[str, str]]:
    text = made.csv().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("said", ["=1+1", "+49 123", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1"])
def test_no_text_of_a_family_is_taken_for_a_formula(said: str) -> None:
    report = replace(files(robin("typical").child, QUARTER).report, question=said, nickname=said)
    cells = [cell for row in table(made(report)) for cell in row.values()]
    assert f"'{said}" in cells and said not in cells


def test_a_comma_a_quote_and_a_line_end_stay_in_their_cell() -> None:
    report = replace(files(robin("typical").child, QUARTER).report, question='a, "b"; c\nd')
    assert table(made(report))[-1]["words"] == 'a, "b"; c\nd'


def test_where_decimals_have_a_comma_fields_have_a_semicolon() -> None:
    made = files(robin("typical").child, QUARTER, language="de")
    assert table(made, ";")[1]["what"] == "figure"


def test_numbers_are_numbers() -> None:
    for row in table(files(robin("ouch").child, QUARTER)):
        for name in ("done", "planned", "left", "right", "well", "with help", "partly", "pain of 10"):
            assert row[name] == "" or row[name].isdecimal()


# ------------------------------------------------------------------------------------------ what was ordered
ORDERED = """+3 order caterpillar on right start 4 cap 8 sets 2
+4 order giraffe_walk off
+5 order hold until +40
"""


@pytest.mark.parametrize("day", [5, 12], ids=["the same day", "when it holds"])
def test_a_hold_the_parents_let_go_of_is_not_told_as_one_that_holds(day: int) -> None:
    """As the page is made on that day, and later."""
    robin = lived(both(range(20)) + ORDERED + f"+{day} release\n", 21).robin
    for last in (day, 20):
        found = files(robin.child, last)
        told, said = json.loads(found.json()), "Nothing was to grow before 14 Feb; the parents let it grow again."
        for text in (" ".join(Pdf(found.pdf()).text().split()), text_of_html(found.html())):
            assert said in text and "Nothing grows before" not in text
        assert told["order"]["hold_let_go"] and not told["figures"]["held"]
        assert list(Draft7Validator(report_schema()).iter_errors(told)) == []
        assert "the parents let it grow again" in found.csv().decode("utf-8-sig")


def ordered(days: int = 20) -> DoctorsFiles:
    return files(lived(both(range(days)) + ORDERED, days + 1).robin.child, days)


def test_what_the_therapist_ordered_stands_on_paper_in_the_table_and_in_the_json() -> None:
    found = ordered()
    paper, page, told = found.pdf(), text_of_html(found.html()), json.loads(found.json())
    for text in (" ".join(Pdf(paper).text().split()), page):
        assert "What was ordered" in text and "the therapist, 10 January 2026." in text
        assert "Caterpillar: on, right foot, start 4, at most 8, up to 2 sets, when it is too easy." in text
        assert "Giraffe walk: off." in text and "Nothing grows before 14 Feb." in text
    assert "right foot" in page.split("What was ordered")[0], "the dose in the table of exercises is of that foot"
    assert [(o["exercise"], o["plays"], o["foot"], o["start"], o["most"], o["most_sets"]) for o in told["ordered"]] == [
        ("caterpillar", True, "right", 4, 8, 2), ("giraffe_walk", False, None, None, None, None),
    ]  # fmt: skip
    assert told["order"]["hold_until"] == "2026-02-14" and told["figures"]["held"]
    assert list(Draft7Validator(report_schema()).iter_errors(told)) == []
    assert told["order"]["hold_let_go"] is False and [o["first_foot"] for o in told["ordered"]] == [None, None]
    table = found.csv().decode("utf-8-sig")
    assert "right foot, start 4, at most 8" in table


def test_the_foot_that_was_ordered_to_begin_stands_on_paper_in_the_table_and_in_the_json() -> None:
    found = files(lived(both(range(20)) + "+10 order caterpillar left-first sets 2\n", 21).robin.child, 20)
    said = "Caterpillar: both feet, the left one first, up to 2 sets, when it is too easy."
    assert said in " ".join(Pdf(found.pdf()).text().split()) and said in text_of_html(found.html())
    told = json.loads(found.json())
    assert [(o["foot"], o["first_foot"], o["most_sets"]) for o in told["ordered"]] == [(None, "left", 2)]
    assert list(Draft7Validator(report_schema()).iter_errors(told)) == []
    assert "both feet, the left one first" in found.csv().decode("utf-8-sig")


@pytest.mark.parametrize("language", ["en", "ru", LONGER, MIRRORED])
def test_every_exercise_ordered_still_leaves_a_quarter_of_a_year_on_two_pages(language: str) -> None:
    rows = "".join(f"+80 order {e} left start 3 cap 4 sets 2\n" for e in ("lego_bricks", "caterpillar", "toe_artist"))
    rows += "".join(f"+80 order {e} on sets 2\n" for e in catalogue().programmes["children"].exercises if e not in rows)
    life = lived(both(range(90)) + rows, QUARTER).robin
    assert len(files(life.child, QUARTER, language=language).sheets()) <= 2


def test_what_was_done_with_several_exercises_on_one_day_for_one_reason_is_one_line() -> None:
    rows = "".join(f"+12 order {e} off\n" for e in ("bear_walk", "caterpillar")) + "+14 order lego_bricks off\n"
    found = files(lived(both(range(20)) + rows, 21).robin.child, 20)
    changed = text_of_html(found.html()).split("What changed, and why")[1]
    assert "18 Jan \u2013 Bear walk and Caterpillar: out of play, as the therapist ordered on 17 January." in changed
    assert "20 Jan \u2013 Pick up the Lego bricks: out of play, as the therapist ordered on 19 January." in changed


def test_what_changed_by_an_order_is_told_as_the_therapist_s_and_one_foot_is_no_other_dose() -> None:
    page = text_of_html(ordered().html()).split("What changed, and why")[1]
    for said in (
        "Caterpillar: the right foot alone, as the therapist ordered on 8 January",
        "Caterpillar: put in, as the therapist ordered on 8 January",
        "Giraffe walk: out of play, as the therapist ordered on 9 January", "nothing grows before 14 February, as the therapist ordered",
    ):  # fmt: skip
        assert said in page, (said, page)
    assert "3 to 3" not in page and "left out by the parents" not in page and "The parents hold" not in page
