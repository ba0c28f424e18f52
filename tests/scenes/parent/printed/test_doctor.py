"""Show the doctor: the page as it will be printed, which days and what is on it, the question, and where it is saved."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import threading
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import platformdirs
import pygame
import pytest

from game.core.content import Slot
from game.core.events import (
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseOrdered,
    Fact,
    Grade,
    Held,
    LevelConfirmed,
    OrderWritten,
    PageShown,
    QuestionNoted,
    Retracted,
    SettingChosen,
    StickerFound,
    ToldLater,
)
from game.core.simulate.simulated_child import SimulatedChild
from game.scenes import routes
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.printed.doctor import DoctorPage
from game.scenes.screen.on_screen_keyboard import OnScreenKeyboard
from game.ui.controls import Command
from tests.data.small_disk import ROOT, needs_a_small_disk
from tests.diary import both, lived, of_family
from tests.paper import Pdf
from tests.player import Player
from tests.programs import Program, needs_programs, no_program
from tests.scenes.rooms import complaints, place_key, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate, played, told_with_the_child

THREE = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.fixture
def player() -> Player:
    """A week of practice, behind the gate, on the page."""
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 7, THREE)
    grown_ups(player)
    player.key(None, place_key("doctor"))
    return player


def page(player: Player) -> DoctorPage:
    assert isinstance(player.scene, DoctorPage)
    return player.scene


def paper(player: Player) -> str:
    """What the page that is shown would say in print."""
    return " ".join(Pdf(page(player).made.pdf()).text().split())


def saved() -> list[Path]:
    folder = Path(platformdirs.user_documents_dir())
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.exists() else []


@pytest.fixture(autouse=True)
def _own_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))


# ------------------------------------------------------------------------------------------ the page
def test_it_is_a_place_of_the_rail_with_saving_under_the_first_press(player: Player) -> None:
    player.draw()
    assert (page(player).place, page(player).focused) == ("doctor", "save")
    assert complaints(page(player)) == []
    assert "Show the doctor" in written_on(page(player))


def test_it_goes_there_and_back_by_keys(player: Player) -> None:
    player.focus("place-progress")
    player.key(Command.ACTIVATE)
    assert player.scene.name == "progress"
    player.focus("place-doctor")
    player.key(Command.ACTIVATE)
    assert player.scene.name == "doctor"
    player.key(Command.BACK)
    assert player.scene.name == "progress"


def test_the_preview_is_the_sheet_that_is_printed(player: Player) -> None:
    player.draw()
    (seen,) = page(player).laid.pictures.values()
    box = seen.get_size()
    assert abs(box[1] / box[0] - 297 / 210) < 0.01
    gray = pygame.transform.grayscale(seen)
    dark = sum(gray.get_at((x, y))[0] < 110 for x in range(0, box[0], 2) for y in range(0, box[1], 2))
    assert 500 < dark < box[0] * box[1] / 4 / 3, "words and lines on white"


def test_the_page_is_there_at_once_and_says_that_its_sheet_is_being_laid_out(player: Player) -> None:
    known, may_go_on = page(player).laid, threading.Event()
    player.ctx.art.prepares = True  # as in a window
    player.scene = scene = DoctorPage(player.ctx, player.child)
    scene._layout._laid.ask(lambda: known if may_go_on.wait() else known)  # ten years take their time
    assert not scene.stands and not scene.widget("save").is_enabled and complaints(scene) == []
    assert "The page is being laid out." in written_on(scene)
    player.tap("save")
    assert scene.note.text == player.ctx.texts("doctor_laying_out_why") and saved() == []
    player.tap("part-pain")
    assert not scene.parts.pain, "what is on the page is chosen meanwhile"
    may_go_on.set()
    assert scene.laid.files.shown.pain is False and scene.stands, "the last that was asked for"
    player.wait(0.1)
    assert scene.widget("save").is_enabled and complaints(scene) == []
    assert "The page is being laid out." not in written_on(scene)
    player.ctx.art.prepares = False


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (2560, 1080)], ids=str)
def test_the_sheet_is_seen_large_and_read_half_by_half(size: tuple[int, int]) -> None:
    player = Player.of(two_sheets(), size=size)
    player.scene = below = DoctorPage(player.ctx, player.child)
    player.tap("sheet")
    assert player.scene.name == "large-sheet" and complaints(player.scene) == []
    player.key(Command.ACTIVATE)  # closer
    assert "1 of 2, upper half" in written_on(player.scene) and complaints(player.scene) == []
    player.focus("later")
    for _ in range(3):
        player.key(Command.ACTIVATE)
    assert "2 of 2, lower half" in written_on(player.scene)
    player.tap("sheet")
    assert "2 of 2" in written_on(player.scene), "past the end it is the whole sheet again"
    player.key(Command.BACK)
    assert player.scene is below and below.at == 1


def test_days_are_chosen_by_keys(player: Player) -> None:
    assert page(player).period == "months"
    for name in ("weeks", "all"):
        player.focus(f"period-{name}")
        player.key(Command.ACTIVATE)
        assert page(player).period == name
    report = page(player).made.report
    assert (report.last, (report.last - report.first).days) == (player.ctx.today, 7)


@pytest.mark.parametrize(("lived_for", "period", "said"), [
    (10, "all", "5 January to 15 January, 11 days"), (40, "weeks", "17 January to 14 February, 4 weeks"),
    (40, "all", "5 January to 14 February, 5 weeks, 6 days"),
])  # fmt: skip
def test_how_long_the_time_is_stands_beside_its_days(lived_for: int, period: str, said: str) -> None:
    player = Player.of(lived(both(range(lived_for)), lived_for).robin, size=(1280, 720))
    grown_ups(player)
    player.key(None, place_key("doctor"))
    player.tap(f"period-{period}")
    assert page(player).made.report.last == player.ctx.today
    player.wait(1)
    assert said in " ".join(written_on(page(player))), written_on(page(player))


def test_what_is_on_the_page_is_chosen_and_what_is_not_is_said(player: Player) -> None:
    assert "Anna, age 5-6" in paper(player)
    for name in ("pain", "feet", "question", "nickname"):
        player.tap(f"part-{name}")
    text = paper(player)
    assert "Anna" not in text and "Left out of this page by the family." in text and "left / right" not in text
    assert complaints(page(player)) == []
    player.tap("part-nickname")
    assert "Anna, age 5-6" in paper(player)


def test_since_the_last_visit_is_offered_where_one_is_known() -> None:
    player = Player.of(of_family("ouch", 40).robin, size=(1280, 720))
    grown_ups(player)
    player.key(None, place_key("doctor"))
    assert page(player).period == "visit" and page(player).made.report.first.isoformat() == "2026-01-29"
    assert complaints(page(player)) == []
    player.tap("period-weeks")
    assert page(player).made.report.first == player.ctx.today - timedelta(days=28)


@cache
def two_sheets() -> SimulatedChild:
    """A life that fills two."""
    return of_family("typical", 84).robin


def test_two_sheets_are_turned_by_keys() -> None:
    player = Player.of(two_sheets(), size=(1280, 720))
    grown_ups(player)
    player.key(None, place_key("doctor"))
    assert len(page(player).sheets) == 2 and "1 of 2" in written_on(page(player))
    player.focus("later")
    player.key(Command.ACTIVATE)
    assert "2 of 2" in written_on(page(player)) and complaints(page(player)) == []
    player.draw()
    player.tap("period-weeks")
    assert page(player).at == 0


def test_what_was_told_meanwhile_is_on_the_page_again(player: Player) -> None:
    before = page(player).made.report.planned
    player.leave()
    player.wait(0.1)
    assert isinstance(player.scene, ParentGate)
    played(player, "bear_walk")
    pass_gate(player)
    assert page(player).made.report.planned == before + 1


def test_another_child_has_another_page(player: Player) -> None:
    leo = player.add_child("Leo", "3-4", animal="tik")
    player.scene = routes.Place("doctor", player.child)
    player.tap("child")
    player.tap(f"child-{leo}")
    assert page(player).child_id == leo and "Leo, age 3-4" in paper(player)


def test_without_a_child_it_says_what_to_do() -> None:
    player = Player(size=(1280, 720))
    player.scene = page_ = DoctorPage(player.ctx)
    player.draw()
    assert page_.problems == [] and "There is no child yet. Add one under Children." in written_on(page_)


# ------------------------------------------------------------------------------------------ the question
def test_the_question_is_typed_and_kept_when_the_line_is_left(player: Player) -> None:
    player.focus("question")
    player.type("May she run again?")
    assert not facts(player, QuestionNoted)
    player.key(Command.ACTIVATE)
    assert facts(player, QuestionNoted) == [QuestionNoted("May she run again?")]
    assert page(player).focused == "save" and "May she run again?" in paper(player)
    player.key(None, place_key("progress"))
    player.key(None, place_key("doctor"))
    assert page(player).field.value == "May she run again?" and len(facts(player, QuestionNoted)) == 1


def test_letters_digits_and_blanks_stay_in_the_line(player: Player) -> None:
    player.focus("question")
    for char in "ghr 2":
        player.type(char)
    player.key(None, " ")
    assert page(player).field.value == "ghr 2" and player.scene.name == "doctor"


@pytest.mark.parametrize("way", ["tab", "press", "rail", "back", "lock"])
def test_however_the_line_is_left_nothing_of_it_is_lost(player: Player, way: str) -> None:
    player.focus("question")
    player.type("Why?")
    match way:
        case "tab":
            player.tab()
        case "press":
            player.tap("part-feet")
        case "rail":
            player.tap("place-help")
        case "back":
            player.key(Command.BACK)
        case "lock":
            player.leave()
            player.wait(0.1)
    assert facts(player, QuestionNoted) == [QuestionNoted("Why?")]


def test_a_question_taken_out_is_none_any_more(player: Player) -> None:
    player.record(QuestionNoted("Why?"), child=player.child)
    player.scene = routes.Place("doctor", player.child)
    player.focus("question")
    for _ in range(4):
        player.hardware("backspace")
    player.key(Command.ACTIVATE)
    assert facts(player, QuestionNoted)[-1] == QuestionNoted("") and "Why?" not in paper(player)


def test_a_long_question_ends_where_the_line_does_and_fits(player: Player) -> None:
    player.focus("question")
    player.type("The right foot picks up fewer bricks than the left. " * 9)
    player.draw()
    assert complaints(page(player)) == [] and len(page(player).field.value) == 240
    player.key(Command.ACTIVATE)
    player.draw()
    assert complaints(page(player)) == []


def test_on_the_page_of_letters_a_real_keyboard_types_capitals_and_signs_once_and_the_letters_begin_a_sentence(
    player: Player,
) -> None:
    player.tap("question")
    assert isinstance(player.scene, OnScreenKeyboard)
    player.tap("key-i")
    for letter in "s it Ok":
        player.hardware("space" if letter == " " else letter.lower(), pygame.KMOD_LSHIFT if letter == "O" else 0)
        player.type(letter)
    player.type("?")
    player.tap("big")
    assert page(player).field.name == "Is it Ok?"


def test_a_pad_writes_it_with_letters_on_the_screen(player: Player) -> None:
    player.focus("question")
    player.pad(0)
    assert isinstance(player.scene, OnScreenKeyboard)
    player.tap("key-w")
    player.tap("big")
    assert page(player).field.value == "W"
    player.tab()
    assert facts(player, QuestionNoted) == [QuestionNoted("W")]


def test_the_question_goes_with_the_child_that_is_erased(player: Player) -> None:
    player.record(QuestionNoted("Why?"), child=player.child)
    rows = [row for row in player.game.journal.rows() if "Why?" in row.body]
    assert [row.profile for row in rows] == [player.child]


# ------------------------------------------------------------------------------------------ saving
@needs_programs
def test_save_and_open_leaves_a_pdf_and_shows_it(player: Player, program: Program) -> None:
    player.key(Command.ACTIVATE)
    shown = program.given()
    (file,) = saved()
    assert shown == file and file.name == f"Barefoot Trail - For the doctor - Anna - {player.ctx.today}.pdf"
    assert Pdf(file.read_bytes()).text() == Pdf(page(player).made.pdf()).text()
    assert str(file) in page(player).message and page(player).is_good and complaints(page(player)) == []
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


@needs_programs
def test_saved_again_it_is_another_file(player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_program(tmp_path / "programs", monkeypatch)
    player.tap("save")
    player.tap("save")
    assert len(saved()) == 2
    assert "No program of this computer opened it: put it on a stick" in page(player).message


def test_the_table_is_saved_with_its_json_beside_it(player: Player) -> None:
    player.tap("table")
    assert [path.suffix for path in saved()] == [".csv", ".json"]
    report = json.loads(saved()[1].read_text(encoding="utf-8"))
    assert report["figures"]["sessions_done"] == page(player).made.report.done
    assert page(player).is_good and complaints(page(player)) == []


def test_a_saved_page_is_told_of_what_came_after_it_and_a_new_one_has_it(player: Player) -> None:
    assert "Saved on" not in " ".join(written_on(page(player)))
    player.tap("table")
    player.scene = routes.Place("doctor", player.child)
    assert "nothing was played or told since" in " ".join(written_on(page(player)))
    assert told_with_the_child(player, "doctor_saved_")
    player.clock += timedelta(days=3)
    told = ToldLater(
        player.ctx.today - timedelta(days=9), Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, 0
    )
    (event,) = player.ctx.record(told, child=player.child)
    attempt = played(player, "caterpillar")
    player.record(LevelConfirmed(attempt, Grade.WELL, Effort.RIGHT), child=player.child)
    grown_ups(player)
    player.scene = routes.Place("doctor", player.child)
    assert "Since then 2 days were played or told" in " ".join(written_on(page(player)))
    assert complaints(page(player)) == []
    player.tap("table")
    player.clock += timedelta(minutes=1)
    player.record(Retracted(event.id), child=player.child)
    player.scene = routes.Place("doctor", player.child)
    assert "Since then 1 day was played or told" in " ".join(written_on(page(player)))


@pytest.mark.parametrize("said", ["yesterday", "", "2026-09-01", "2026-09-01T08:00:00"])
def test_a_diary_whose_page_was_saved_at_no_moment_is_one_that_was_never_saved(player: Player, said: str) -> None:
    """A diary that was imported, or written by another version, may say anything."""
    player.record(SettingChosen(f"doctor_saved_{player.child}", said), child=player.child)
    grown_ups(player)
    player.scene = routes.Place("doctor", player.child)
    assert not any("Saved on" in line for line in written_on(page(player)))


@pytest.mark.parametrize(
    ("told", "is_news"),
    [
        (OrderWritten("Ms Weber", date(2026, 9, 1)), True), (ExerciseOrdered("caterpillar", "Ms Weber", date(2026, 9, 1)), True),
        (QuestionNoted("Why?"), True), (Held(), True), (StickerFound("fern"), False), (PageShown(1), False),
    ],
    ids=lambda told: type(told).__name__,
)  # fmt: skip
def test_a_saved_page_is_told_of_an_order_after_it_and_not_of_what_is_never_on_it(
    player: Player, told: Fact, *, is_news: bool
) -> None:
    player.tap("table")
    player.clock += timedelta(seconds=2)
    (event,) = player.ctx.record(told, child=player.child)
    player.scene = routes.Place("doctor", player.child)
    said = " ".join(written_on(page(player)))
    assert ("Something was told since then" in said) is is_news is ("nothing was played or told since" not in said)
    assert complaints(page(player)) == []
    player.tap("table")
    player.clock += timedelta(seconds=2)
    player.record(Retracted(event.id), child=player.child)
    player.scene = routes.Place("doctor", player.child)
    assert ("Something was told since then" in " ".join(written_on(page(player)))) is is_news


def test_without_a_stick_it_says_how(player: Player) -> None:
    player.tap("stick")
    assert page(player).message == player.ctx.texts("file_no_stick") and not page(player).is_good
    assert saved() == [] and complaints(page(player)) == []


@needs_a_small_disk
def test_a_stick_gets_all_four_files() -> None:
    code = """
import os, sys
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
from tests.player import Player
from game.scenes import routes
player = Player.with_family()
player.scene = routes.Place("doctor", player.child)
player.tap("stick")
player.tap("stick")
from pathlib import Path
print(*sorted(path.suffix for path in Path("/media/stick").iterdir()))
"""
    mounts = "mount -t tmpfs none /media && mkdir /media/stick && mount -t tmpfs none /media/stick"
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f"{mounts} && exec {sys.executable} -c {shlex.quote(code)}"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no stick can be mounted here")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].split() == [kind for kind in (".csv", ".html", ".json", ".pdf") for _ in "12"]


def test_where_nothing_can_be_written_it_says_so_and_nothing_is_lost(player: Player, tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("no folder", encoding="utf-8")
    player.focus("question")
    player.type("Why?")
    player.tap("save")
    assert page(player).message == player.ctx.texts("file_refused") and not page(player).is_good
    assert facts(player, QuestionNoted) == [QuestionNoted("Why?")] and complaints(page(player)) == []


def test_a_nickname_that_is_no_file_name_is_left_out_of_it(player: Player) -> None:
    child = player.add_child("../..\\a:b*?")
    player.scene = routes.Place("doctor", child)
    player.tap("table")
    assert [path.name for path in saved()] == [
        f"Barefoot Trail - For the doctor - ab - {player.ctx.today}.{kind}" for kind in ("csv", "json")
    ]


def test_the_doctors_word_begins_the_time_since_the_last_visit(player: Player) -> None:
    for day, exercise in enumerate(("bear_walk", "caterpillar")):
        played(player, exercise, ouch=6)
        player.clock += timedelta(days=1 - day)
    player.record(DoctorAsked("pain"), ExerciseAllowed(None), child=player.child)
    player.scene = routes.Place("doctor", player.child)
    assert page(player).visit == player.ctx.today and page(player).period == "months", "an empty day is no report"
    player.clock += timedelta(days=7)
    player.scene = routes.Place("doctor", player.child)
    assert page(player).period == "visit"


@needs_programs
def test_in_a_language_no_type_here_can_print_the_page_opens_in_the_browser(program: Program, tmp_path: Path) -> None:
    hindi = tmp_path / "languages" / "hi"
    hindi.mkdir(parents=True)
    (hindi / "ours.yaml").write_text("doctor_paper_title: पैरों का अभ्यास\n", encoding="utf-8")
    (hindi / "locale.yaml").write_bytes(Path("assets/locales/en.yaml").read_bytes())
    player = Player.with_family(size=(1280, 720), data=tmp_path)
    player.ctx.speak("hi")
    player.scene = routes.Place("doctor", player.child)
    player.draw()
    made = page(player).made
    assert not made.can_be_a_pdf and any("opens in the browser" in line for line in written_on(page(player)))
    player.tap("save")
    (file,) = saved()
    assert file.suffix == ".html" and program.given() == file and "पैरों का अभ्यास" in file.read_text(encoding="utf-8")
    assert complaints(page(player)) == []
