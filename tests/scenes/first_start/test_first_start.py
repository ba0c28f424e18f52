"""The first start, from the welcome to who is playing, with every way of pressing."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import platformdirs
import pytest

from game.core.content import AgeBand
from game.core.events import GateSet
from game.data.files import documents
from game.data.files.print_tray import FOLDER
from game.data.journal.pin import words
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.ui.controls import Command, Composing
from game.ui.theme import EXTRA_BOLD
from tests.player import CODE, KEY_OF, Player
from tests.programs import Program, needs_programs, no_program
from tests.scenes.rooms import complaints, written_on

PIN = "7394"


@pytest.fixture
def player() -> Player:
    """Nobody has played here yet."""
    return Player()


# ---------------------------------------------------------------- getting somewhere
def go_to_pin(player: Player) -> None:
    player.tap("big")
    assert player.scene.name == "first-pin"


def go_to_child(player: Player) -> None:
    go_to_pin(player)
    player.keys(PIN + PIN)
    player.tap("written")
    player.tap("big")
    assert player.scene.name == "first-child"


def go_to_signs(player: Player, nickname: str = "Anna", age: str = "5-6") -> None:
    go_to_child(player)
    player.wait(0.5)
    player.type(nickname)
    player.tap(f"age-{age}")
    player.tap("big")
    assert player.scene.name == "first-signs"


def go_to_programme(player: Player, age: str = "5-6") -> None:
    go_to_signs(player, age=age)
    player.tap("none")
    player.tap("big")
    assert player.scene.name == "first-programme"


def go_to_ready(player: Player, age: str = "5-6") -> None:
    go_to_programme(player, age)
    player.tap("big")
    assert player.scene.name == "first-ready"


def only_child(player: Player):
    (child,) = player.ctx.children.values()
    return child


# ---------------------------------------------------------------- the whole way
def test_a_new_family_is_welcomed(player: Player) -> None:
    player.wait(0.1)
    assert player.scene.name == "welcome"
    assert player.ctx.narrator.said == ["hear_bo"]


def test_by_mouse_and_finger_alone(player: Player) -> None:
    player.tap("big")
    for digit in PIN + PIN:
        player.tap(f"pad-{digit}")
    player.tap("written")
    player.tap("big")
    player.tap("letters")
    for char in "tom":
        player.tap(f"key-{char}")
    player.tap("big")
    for name in ("animal-otto", "age-7-10", "skin-3", "big", "none", "big", "prevention", "big", "baby", "big"):
        player.tap(name)
    child = only_child(player)
    assert (child.nickname, child.animal, child.age, child.skin) == ("Tom", "otto", AgeBand.SEVEN_TEN, 3)
    assert (child.programme, child.signs) == ("prevention", ())
    assert player.ctx.settings.baby
    assert player.ctx.gate.check_pin(PIN)
    assert player.scene.name == "who"


def test_by_keyboard_alone(player: Player) -> None:
    player.key(Command.ACTIVATE)
    player.keys(PIN + PIN)
    player.focus("written")
    player.key(Command.ACTIVATE, " ")
    player.focus("big")
    player.key(Command.ACTIVATE)
    player.wait(0.5)
    player.type("Ida")
    player.key(Command.ACTIVATE)  # Enter leaves the line
    assert player.scene.focused == "animal-kva"
    player.focus("age-3-4")
    player.key(Command.ACTIVATE, " ")
    player.focus("big")
    player.key(Command.ACTIVATE)
    player.focus("none")
    player.key(Command.ACTIVATE)
    for _ in ("signs", "programme", "ready"):
        player.focus("big")
        player.key(Command.ACTIVATE)
    assert player.scene.name == "who"
    assert only_child(player).nickname == "Ida"


def test_by_a_game_pad_alone(player: Player) -> None:
    def press(name: str) -> None:
        player.focus(name)
        player.wait(0.45)
        player.pad(0)

    press("big")
    for digit in PIN + PIN:
        press(f"pad-{digit}")
    for name in ("written", "big"):
        press(name)
    player.wait(0.5)
    press("nickname")  # opens the letters
    assert player.scene.name == "letters"
    for char in "ann":
        press(f"key-{char}")
    press("big")
    for name in ("age-5-6", "big", "none", "big", "big", "big"):
        press(name)
    assert only_child(player).nickname == "Ann"


def test_nothing_but_the_pin_is_written_before_the_end(player: Player) -> None:
    go_to_ready(player)
    player.tap("calm")
    player.key(Command.WORDS, "c")
    assert [type(e.fact) for e in player.game.journal.events()] == [GateSet]
    player.tap("big")
    assert only_child(player).nickname == "Anna"
    assert player.ctx.settings.calm


def test_every_step_goes_back_and_keeps_what_was_said(player: Player) -> None:
    go_to_ready(player)
    seen = []
    while player.scene.name != "welcome":
        player.key(Command.BACK)
        seen.append(player.scene.name)
    assert seen == ["first-programme", "first-signs", "first-child", "first-pin", "welcome"]
    player.tap("big")
    player.keys(PIN)  # there is one by now
    player.wait_for("first-pin")
    for name in ("first-child", "first-signs", "first-programme", "first-ready"):
        player.tap("big")
        assert player.scene.name == name
    player.tap("big")
    assert only_child(player).nickname == "Anna"


def test_a_crash_between_pin_and_child_asks_for_the_pin_and_goes_on_with_the_child(player: Player) -> None:
    player.ctx.gate.set(PIN, CODE)
    player.scene = routes.Start()
    player.tap("big")
    assert player.scene.name == "gate"
    player.keys(PIN)
    player.wait(0.5)
    assert player.scene.name == "first-child"


# ---------------------------------------------------------------- the PIN
def test_a_number_a_child_tries_first_is_taken_the_second_time(player: Player) -> None:
    go_to_pin(player)
    player.keys("1234")
    assert player.scene.message == "first_pin_weak"
    player.keys("1234")
    assert not player.scene.message
    player.keys("1234")
    assert player.scene.draft.pin == "1234"


def test_return_after_the_fourth_digit_leaves_its_answer_to_be_read(player: Player) -> None:
    go_to_pin(player)
    player.keys("1234")
    player.key(Command.ACTIVATE)
    assert player.scene.message == "first_pin_weak"
    player.keys("7394739")
    player.keys("5")
    player.key(Command.ACTIVATE)
    assert player.scene.message == "first_pin_differs"


def test_two_different_numbers_are_asked_again(player: Player) -> None:
    go_to_pin(player)
    player.keys("73947395")
    assert player.scene.message == "first_pin_differs"
    assert player.scene.draft.pin == ""


def test_digits_typed_after_the_pin_was_chosen_change_nothing_and_are_answered(player: Player) -> None:
    go_to_pin(player)
    player.keys(PIN + PIN + "1")
    player.tap("pad-2")
    assert player.scene.draft.pin == PIN
    assert player.scene.message == "first_pin_there"
    player.key(char="backspace")
    assert player.scene.draft.pin == ""
    player.keys("83058305")
    assert player.scene.draft.pin == "8305"


@pytest.mark.parametrize("way", ["mouse", "space"])
def test_after_the_tick_enter_goes_on_and_does_not_take_it_back(player: Player, way: str) -> None:
    go_to_pin(player)
    player.keys(PIN + PIN)
    if way == "mouse":
        player.tap("written")
    else:
        player.focus("written")
        player.key(char=" ")
    assert player.scene.focused == "big"
    player.key(Command.ACTIVATE)
    assert player.scene.name == "first-child"


def test_go_on_without_a_nickname_leads_to_its_line(player: Player) -> None:
    go_to_child(player)
    player.tap("age-5-6")
    player.type("Anna")
    player.tap("big")
    assert player.scene.note.text == player.ctx.texts("why_nickname")
    player.type("Anna")
    assert player.scene.draft.nickname == "Anna"
    player.tap("big")
    assert player.scene.name == "first-signs"


def test_the_recovery_code_must_be_written_down_before_going_on(player: Player) -> None:
    go_to_pin(player)
    player.keys(PIN + PIN)
    player.tap("big")
    assert player.scene.name == "first-pin"
    player.tap("written")
    player.tap("big")
    assert player.scene.name == "first-child"


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (1280, 720), (1920, 1080)])
def test_the_widest_recovery_code_is_read_to_its_end(size: tuple[int, int]) -> None:
    """Its last word stands on paper only if it stands on the screen."""
    player = Player(size=size)
    go_to_pin(player)
    widest = max(words(), key=lambda word: player.ctx.pictures.text_width(word.upper(), 40, EXTRA_BOLD)).upper()
    player.scene.draft.recovery = f"{widest}-{widest}-88-{widest}"
    assert complaints(player.scene) == []


def in_documents() -> dict[str, Path]:
    """Every file among the documents, by name, in folders too."""
    return {path.name: path for path in documents.documents().rglob("*") if path.is_file()}


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Nobody's documents lie there yet."""
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "Documents"))
    return tmp_path / "Documents"


def test_the_recovery_code_is_saved_where_it_was_asked_for(player: Player, papers: Path) -> None:
    go_to_pin(player)
    player.tap("save")
    (path,) = in_documents().values()
    assert player.scene.draft.recovery in path.read_text(encoding="utf-8")
    assert str(path) in player.scene.saved and path.parent == papers
    assert complaints(player.scene) == []


@needs_programs
@pytest.mark.timeout(60)
@pytest.mark.usefixtures("papers")
def test_a_printed_recovery_code_is_nobody_elses_to_read_and_gone_in_two_minutes(
    player: Player, program: Program
) -> None:
    go_to_pin(player)
    player.tap("print")
    path = program.given()
    assert player.scene.draft.recovery in path.read_text(encoding="utf-8")
    if os.name == "posix":
        assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    player.clock += timedelta(seconds=119)
    player.ctx.files.tidy()
    assert path.exists()
    player.clock += timedelta(seconds=1)
    player.ctx.files.tidy()
    assert in_documents() == {} and not path.parent.exists()
    assert complaints(player.scene) == []


@needs_programs
@pytest.mark.timeout(60)
@pytest.mark.usefixtures("papers")
def test_a_printed_recovery_code_is_gone_when_the_game_ends_and_when_it_was_killed(
    player: Player, program: Program, tmp_path: Path
) -> None:
    go_to_pin(player)
    player.tap("print")
    assert program.given().is_file() and in_documents()
    Player(data=tmp_path / "data").game.close()  # the next start: the game before it never came to its end
    assert in_documents() == {}
    player.tap("print")
    assert program.given().is_file() and in_documents()
    player.game.close()
    assert in_documents() == {}


@needs_programs
@pytest.mark.usefixtures("papers")
def test_where_no_program_prints_the_code_nothing_of_it_stays_and_it_is_said(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_program(tmp_path / "programs", monkeypatch)
    go_to_pin(player)
    player.tap("print")
    assert player.scene.message == "first_pin_not_printed" and in_documents() == {}


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.usefixtures("papers")
def test_a_link_where_pages_are_printed_leads_no_code_elsewhere(player: Player, tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    (tmp_path / "child").mkdir()
    (tmp_path / "Documents" / FOLDER).symlink_to(tmp_path / "child")
    go_to_pin(player)
    player.tap("print")
    assert player.scene.message == "first_pin_not_printed"
    assert list((tmp_path / "child").iterdir()) == []


def test_documents_that_take_no_file_are_told_in_words(player: Player, papers: Path) -> None:
    papers.write_text("a file", encoding="utf-8")
    go_to_pin(player)
    player.tap("save")
    assert player.scene.message == "first_pin_not_saved"


# ---------------------------------------------------------------- the nickname
@pytest.mark.parametrize("name", ["Zoë", "Аня", "李小龍", "ليلى", "Noël O'Hara", "नेहा"])
def test_a_nickname_may_be_in_any_script(player: Player, name: str) -> None:
    go_to_child(player)
    player.wait(0.5)
    player.type(name)
    assert player.scene.draft.nickname == name
    player.draw()


def test_what_an_input_method_composes_counts_only_when_it_is_finished(player: Player) -> None:
    go_to_child(player)
    player.wait(0.5)
    player.give(Composing("shao"))
    player.key(Command.ACTIVATE)  # the input method's own Enter
    assert player.scene.name == "first-child"
    assert player.scene.draft.nickname == ""
    player.give(Composing(""))
    player.type("小")
    assert player.scene.draft.nickname == "小"


def test_a_nickname_ends_at_24_letters_and_blanks_alone_are_none(player: Player) -> None:
    go_to_child(player)
    player.wait(0.5)
    player.type("   ")
    assert not player.scene.draft.is_child_complete
    player.type("x" * 40)
    assert player.scene.draft.nickname == "x" * 24
    player.hardware("backspace")
    assert player.scene.draft.nickname == "x" * 23


def test_letters_are_letters_while_the_line_has_the_focus(player: Player) -> None:
    go_to_child(player)
    for char in "go":
        player.key(None, char)
        player.type(char)
    player.key(Command.ACTIVATE, " ")
    player.type(" ")
    assert player.scene.name == "first-child"
    assert player.scene.field.value == "go "


# ---------------------------------------------------------------- age and signs
def test_under_three_is_answered_with_not_yet(player: Player) -> None:
    go_to_child(player)
    player.wait(0.5)
    player.type("Mia")
    player.tap("age-under 3")
    player.tap("big")
    assert player.scene.name == "first-not-yet"
    assert complaints(player.scene) == []
    player.tap("back")
    assert player.scene.draft.age == ""
    assert player.scene.draft.nickname == "Mia"


def test_good_bye_on_not_yet_asks_first_and_leaves_no_trace_of_the_child(player: Player) -> None:
    go_to_child(player)
    player.wait(0.5)
    player.type("Mia")
    player.tap("age-under 3")
    player.tap("big")
    not_yet = player.scene
    player.tap("close")
    assert player.scene.name == "close"
    player.key(Command.BACK)
    assert player.scene is not_yet
    player.tap("close")
    player.tap("good-night")
    player.wait(10)
    assert player.quit_asked
    assert [type(e.fact) for e in player.game.journal.events()] == [GateSet]


@pytest.mark.parametrize("key", [None, Command.ACTIVATE])
def test_go_on_pressed_again_and_again_ends_nothing_under_three(player: Player, key: Command | None) -> None:
    go_to_child(player)
    player.wait(0.5)
    player.type("Mia")
    player.tap("age-under 3")
    box = player.scene.widget("big").box  # type: ignore[attr-defined]
    player.tap("big")
    for _ in range(5):
        player.wait(0.45)
        player.hardware(KEY_OF[key]) if key else player.click(*player.ctx.pictures.view.pixel(*box.centre))
    player.wait(10)
    assert not player.quit_asked and player.scene.name in ("first-not-yet", "first-child")


def test_the_pin_just_made_outlasts_a_closing_and_the_next_start_asks_for_it(player: Player) -> None:
    go_to_child(player)
    again = Player(journal=player.game.journal)
    assert again.scene.name == "welcome"
    again.tap("big")
    assert again.scene.name == "gate"
    again.keys(PIN)
    again.wait(0.5)
    assert again.scene.name == "first-child"


def test_a_pin_changed_by_going_back_is_the_one_that_counts(player: Player) -> None:
    go_to_child(player)
    player.tap("back")
    player.key(char="backspace")
    player.keys("83058305")
    player.tap("big")
    assert player.ctx.gate.check_pin("8305") and not player.ctx.gate.check_pin(PIN)
    assert [type(e.fact) for e in player.game.journal.events()].count(GateSet) == 2


def test_the_signs_want_an_answer(player: Player) -> None:
    go_to_signs(player)
    player.tap("big")
    assert player.scene.name == "first-signs"


def test_a_ticked_sign_locks_the_exercises_until_a_doctor_was_asked(player: Player) -> None:
    go_to_signs(player)
    player.tap("sign-pain")
    for name in ("big", "big", "big"):
        player.tap(name)
    assert only_child(player).signs == ("pain",)
    assert only_child(player).waits_for_doctor


def test_the_word_that_a_doctor_was_asked_opens_them(player: Player) -> None:
    go_to_signs(player)
    for name in ("sign-pain", "asked", "big", "big", "big"):
        player.tap(name)
    assert only_child(player).signs == ("pain",)
    assert not only_child(player).waits_for_doctor


def test_another_sign_ticked_afterwards_takes_the_word_back(player: Player) -> None:
    go_to_signs(player)
    for name in ("sign-pain", "asked", "sign-limp"):
        player.tap(name)
    assert player.scene.draft.waits_for_doctor


@needs_programs
@pytest.mark.timeout(60)
@pytest.mark.usefixtures("papers")
def test_the_list_of_signs_can_be_printed_and_is_not_left_among_the_documents(player: Player, program: Program) -> None:
    go_to_signs(player)
    player.tap("sign-pain")
    player.tap("print")
    path = program.given()
    assert "☒ Pain that stays, or comes at night" in path.read_text(encoding="utf-8") and path.suffix == ".html"
    assert player.scene.message == player.ctx.texts("first_signs_shown")
    assert complaints(player.scene) == []
    player.game.close()
    assert in_documents() == {}


@needs_programs
@pytest.mark.usefixtures("papers")
def test_a_list_that_no_program_shows_is_kept_and_says_where(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_program(tmp_path / "programs", monkeypatch)
    go_to_signs(player)
    player.tap("sign-pain")
    player.tap("print")
    ((name, kept),) = in_documents().items()
    assert name == f"Barefoot Trail - Signs for the doctor - {player.scene.draft.nickname} - {player.ctx.today}.html"
    assert "☒ Pain that stays, or comes at night" in kept.read_text(encoding="utf-8")
    assert name in player.scene.message and "No program of this computer opened it" in player.scene.message
    assert complaints(player.scene) == []


def test_a_list_that_can_neither_be_shown_nor_kept_says_so(player: Player, papers: Path) -> None:
    papers.write_text("a file", encoding="utf-8")
    go_to_signs(player)
    player.tap("sign-pain")
    player.tap("print")
    assert player.scene.message == player.ctx.texts("first_not_printed")
    assert complaints(player.scene) == []


# ---------------------------------------------------------------- programme and surgery
def test_a_grown_ups_course_is_for_those_of_eleven_and_older(player: Player) -> None:
    go_to_programme(player, age="7-10")
    player.tap("grown_up")
    assert player.scene.draft.programme == "children"


def test_a_grown_up_chooses_how_many_days(player: Player) -> None:
    go_to_programme(player, age="11+")
    for name in ("grown_up", "fewer", "big", "big"):
        player.tap(name)
    assert (only_child(player).programme, only_child(player).course_days) == ("grown_up", 21)


def test_going_back_to_a_younger_age_gives_the_grown_ups_course_up(player: Player) -> None:
    go_to_programme(player, age="11+")
    for name in ("grown_up", "back", "back", "age-5-6", "big", "big"):
        player.tap(name)
    assert player.scene.draft.programme == "children"


def test_an_operation_still_to_come_is_said_to_lock_from_now_on_and_the_surgeon_starts_no_day_before_it(
    player: Player,
) -> None:
    go_to_programme(player, age="7-10")
    for name in ("after_surgery", "big", "surgery", "day-2026-01-20"):
        player.tap(name)
    assert player.ctx.texts("first_surgery_ahead") in written_on(player.scene)
    player.tap("start")
    offered = [w.name for w in player.screen.widgets if w.name.startswith("day-") and w.is_enabled]
    assert offered and min(offered) == "day-2026-01-20"


def test_after_surgery_two_dates_and_the_surgeons_word_are_asked(player: Player) -> None:
    go_to_programme(player, age="7-10")
    for name in ("after_surgery", "big", "surgery", "day-2026-01-02", "start", "month-on", "day-2026-02-16", "word"):
        player.tap(name)
    for name in ("big", "big"):
        player.tap(name)
    child = only_child(player)
    assert (child.surgery, child.surgeon_start) == (date(2026, 1, 2), date(2026, 2, 16))
    assert child.has_surgeon_agreed


def test_a_date_not_known_yet_stays_open_and_the_word_with_it(player: Player) -> None:
    go_to_programme(player, age="7-10")
    for name in ("after_surgery", "big", "surgery", "day-2026-01-02", "start", "unknown", "big", "big"):
        player.tap(name)
    child = only_child(player)
    assert (child.surgery, child.surgeon_start, child.has_surgeon_agreed) == (date(2026, 1, 2), None, False)


def test_choosing_a_day_can_be_given_up(player: Player) -> None:
    go_to_programme(player, age="7-10")
    for name in ("after_surgery", "big", "surgery", "month-back", "back"):
        player.tap(name)
    assert player.scene.name == "first-surgery"
    assert player.scene.draft.surgery is None


# ---------------------------------------------------------------- ready, and looks
def test_the_evening_hour_moves_by_half_hours(player: Player) -> None:
    go_to_ready(player)
    for name in ("later", "later", "earlier", "big"):
        player.tap(name)
    assert player.ctx.settings.evening_hour == "17:30"


def test_ready_tells_the_child_who_sees_the_stars(player: Player) -> None:
    go_to_ready(player)
    player.wait(0.1)
    assert player.ctx.narrator.said[-1] == "who_grown_up_sees"


def test_without_sound_the_words_are_on_by_themselves(player: Player) -> None:
    go_to_ready(player)
    player.tap("big")
    assert player.ctx.settings.words


def test_a_look_around_plays_a_made_up_family_and_leads_home(player: Player) -> None:
    other = Player.with_family(nickname="Anna")
    player.ctx.start_demo = lambda: other.ctx
    player.scene = routes.Start()
    player.tap("look")
    assert player.scene.ctx is other.ctx
    assert other.ctx.home is not None
    assert other.ctx.home().name == "welcome"


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_no_page_has_targets_too_small_or_words_cut_off(size: tuple[int, int]) -> None:
    player = Player(size=size)
    player.ctx.start_demo = lambda: player.ctx
    found = {
        name: wrong for name, scene in SCREENS["first_start/welcome"].scenes(player.ctx) if (wrong := complaints(scene))
    }
    assert found == {}


def test_the_gallery_is_named_as_it_says() -> None:
    for name in ("first_start/welcome", "home/close", "parent/gate", "parent/settings", "parent/children"):
        player = Player.with_family()
        assert sorted(state for state, _ in SCREENS[name].scenes(player.ctx)) == sorted(SCREENS[name].states)


def test_a_start_date_that_has_passed_waits_for_the_word_and_names_no_day_gone_by(player: Player) -> None:
    go_to_programme(player, age="7-10")
    for name in ("after_surgery", "big"):
        player.tap(name)
    draft, today = player.scene.draft, player.ctx.today
    draft.surgery, draft.surgeon_start = today - timedelta(days=20), today - timedelta(days=2)
    text = written_on(player.scene)
    assert {"until it is ticked", "once it is ticked"} <= set(text) and complaints(player.scene) == []
    assert "The start date has come. Until you tick it, nothing can be played." in text
    assert player.ctx.texts("first_surgery_from", date=today + timedelta(days=28)) in text
    assert not {player.ctx.texts("first_surgery_until", date=today - timedelta(days=n)) for n in range(30)} & set(text)
    player.tap("word")
    assert player.ctx.texts("first_surgery_from", date=draft.surgeon_start) in written_on(player.scene)
