"""Printing for one child: by keys there and back, what is printed, and what stays locked."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import icalendar
import pytest
from jsonschema import Draft7Validator

from game.core.content import Foot
from game.core.days import monday, plus
from game.core.events import ExerciseOrdered, SignsTicked
from game.core.reports.progress import weeks_shown
from game.demo.game import demo_game
from game.print.calendar_file import reminders_text
from game.print.handouts import KINDS
from game.print.report_schema import report_schema
from game.scenes.home.certificate import certificate
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.printed.doctor_prints import doctors_files, print_for_doctor, type_of
from game.scenes.parent.printed.print_cards import PLACES, PrintCardsPage
from game.scenes.parent.progress import chart_picture
from game.scenes.parent.settings.reminders import RemindersPage
from game.scenes.screen.printout import made_up
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.paper import Pdf
from tests.player import Player
from tests.programs import Program, needs_programs, no_program
from tests.scenes.parent.own.folder import KNOCK, family, put
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, grown_ups, pass_gate, played

THREE = ("bear_walk", "lego_bricks", "caterpillar")


def page(player: Player) -> PrintCardsPage:
    assert isinstance(player.scene, PrintCardsPage)
    return player.scene


@pytest.fixture
def printing() -> Player:
    """Three days on the trail; behind the PIN, by keys from Help to Print."""
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 3, THREE)
    return at_print(player)


def at_print(player: Player) -> Player:
    grown_ups(player)
    player.focus("place-help")
    player.key(Command.ACTIVATE)
    player.focus("print")
    player.key(Command.ACTIVATE)
    page(player)
    return player


def press(player: Player, name: str) -> None:
    player.focus(name)
    player.key(Command.ACTIVATE)
    player.wait(0.5)


def kept(player: Player, kind: str) -> Pdf:
    """The page as it was saved among the documents."""
    press(player, "keep")
    press(player, f"print-{kind}")
    path = Path(page(player).message.removeprefix("Saved: "))
    who = player.ctx.child(player.child).nickname
    titles = {
        "cards": "Exercise cards", "chart": "Wall chart", "kit": "For grandparents", "prescription": "For the physiotherapist"
    }  # fmt: skip
    assert (
        path.stem.startswith(f"Barefoot Trail - {titles[kind]} - {who} - {player.ctx.today}") and path.suffix == ".pdf"
    )
    return Pdf(path.read_bytes())


def test_it_is_reached_and_left_by_keys(printing: Player) -> None:
    assert complaints(printing.scene) == []
    assert printing.scene.place == "help"
    printing.key(Command.BACK)
    assert printing.scene.name == "help"


def test_it_is_reached_from_the_plan_as_well_and_leads_back_there(printing: Player) -> None:
    printing.focus("place-plan")
    printing.key(Command.ACTIVATE)
    press(printing, "more")
    assert complaints(printing.scene) == []
    press(printing, "print")
    assert page(printing).place == "plan"
    printing.key(Command.BACK)
    assert printing.scene.name == "plan"


@pytest.mark.parametrize("kind", PLACES)
def test_everything_is_kept_as_a_file_where_that_was_chosen(printing: Player, kind: str) -> None:
    text = " ".join(kept(printing, kind).text().split())
    assert "Bear walk" in text and complaints(printing.scene) == []


def test_cards_have_todays_dose_of_what_is_played(printing: Player) -> None:
    text = " ".join(kept(printing, "cards").text().split())
    assert "Today: 20 seconds, 1 set; at most 60 in a set." in text
    assert "Sky bike" not in text and "Anna" not in text, "the name is left to be written"


def test_black_and_white_is_asked_for_by_a_key(printing: Player) -> None:
    press(printing, "grey")
    made = kept(printing, "chart")
    (first, *_) = made.named(b"/Type/Page/")
    drawn = made.stream(int(re.search(rb"/Contents (\d+) 0 R", made.objects[first])[1])).decode()
    assert " rg" not in drawn and " RG" not in drawn


@needs_programs
def test_a_page_that_is_shown_is_gone_again_in_two_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 3, THREE)
    at_print(player)
    program = Program(tmp_path, monkeypatch)
    press(player, "print-kit")
    given = program.given()
    assert "When to stop" in Pdf(given.read_bytes()).text()
    assert "two minutes" in page(player).message
    player.ctx.files.close()
    assert not given.exists()


@needs_programs
def test_where_no_program_shows_it_it_is_kept_and_its_place_is_said(
    printing: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_program(tmp_path / "programs", monkeypatch)
    press(printing, "print-chart")
    assert not page(printing).is_refused and "No program of this computer opened it" in page(printing).message
    saved = Path(page(printing).message.removeprefix("Saved as ").split(". ")[0])
    assert saved.name.startswith("Barefoot Trail - Wall chart - Anna - 2026") and saved.read_bytes().startswith(b"%PDF")
    assert complaints(printing.scene) == []


def test_what_rests_after_pain_is_on_no_card_and_in_no_kit() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 3, THREE)
    played(player, "bear_walk", ouch=6)
    at_print(player)
    for kind in ("cards", "kit"):
        assert "Bear walk" not in kept(player, kind).text()
    assert kept(player, "chart").text().replace("\n", " ").count("Bear walk (rests)") == 4, "and has no box"
    assert "Bear walk" in kept(player, "prescription").text()


def test_while_signs_wait_for_a_doctor_only_the_therapists_sheet_is_printed() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 3, THREE)
    player.record(SignsTicked(("pain",)), child=player.child)
    at_print(player)
    enabled = {kind: page(player).widget(f"print-{kind}").is_enabled for kind in PLACES}
    assert enabled == {"cards": False, "chart": False, "kit": False, "prescription": True}
    assert sum("a doctor was asked" in line or "doctor was ticked" in line for line in written_on(page(player))) >= 1
    assert page(player).focused == "print-prescription"
    assert complaints(player.scene) == []


def test_a_window_that_is_left_asks_for_the_pin_and_keeps_what_was_chosen(printing: Player) -> None:
    press(printing, "grey")
    here = page(printing)
    printing.leave()
    assert isinstance(printing.scene, ParentGate)
    pass_gate(printing)
    assert printing.scene is here and here.is_grey


def test_what_was_locked_meanwhile_is_locked_when_the_pin_is_typed_again(printing: Player) -> None:
    printing.record(SignsTicked(("pain",)), child=printing.child)
    page(printing).unlocked()
    assert not page(printing).widget("print-cards").is_enabled


def test_every_page_keeps_the_rules_of_layout(printing: Player) -> None:
    assert check_layout(printing.scene.widgets) == []


def test_a_therapist_s_own_exercise_that_was_ordered_has_its_card_and_its_row_with_the_one_foot(tmp_path: Path) -> None:
    player = family(tmp_path)
    put(player, KNOCK, "heel_knock.yaml")
    assert player.ctx.files.own.refresh()
    days_of_practice(player, 2, THREE)
    told = ExerciseOrdered("heel_knock", "Ms Weber", player.ctx.today, plays=True, foot=Foot.LEFT)
    player.record(told, child=player.child)
    at_print(player)
    cards = " ".join(kept(player, "cards").text().split())
    assert "Heel knock" in cards and "Comes as ordered. Start: 5 times left foot, 1 set" in cards
    assert "Heel knock" in " ".join(kept(player, "chart").text().split())


def test_every_page_of_the_made_up_family_says_that_it_is_made_up_and_of_a_real_one_none() -> None:
    game, real = demo_game((1280, 720)), Player.with_family(size=(1280, 720))
    days_of_practice(real, 3, THREE)
    for ctx, is_made_up in ((game.context, True), (real.ctx, False)):
        child = next(iter(ctx.family.children))
        pages = [PrintCardsPage(ctx, child).maker(kind)() for kind in KINDS]
        pages += [print_for_doctor(ctx, ctx.child(child))()]
        for made in pages:
            text, many = Pdf(made).text(), len(Pdf(made).named(b"/Type/Page/"))
            assert text.count("A made-up family") == (many if is_made_up else 0)
        assert ("A made-up family" in certificate(ctx, ctx.child(child), 12)) is is_made_up
    game.close()


def test_what_is_saved_of_the_made_up_family_says_so_in_its_name_and_inside() -> None:
    """The table, the JSON, the calendar and the charts too: a file goes its way without the game."""
    game, real = demo_game((1280, 720)), Player.with_family(size=(1280, 720))
    days_of_practice(real, 3, THREE)
    for ctx, is_made_up in ((game.context, True), (real.ctx, False)):
        child = ctx.child(next(iter(ctx.family.children)))
        files = doctors_files(ctx, child, plus(ctx.today, -28), ctx.today, type_of(ctx))
        table = list(csv.reader(io.StringIO(files.csv().decode("utf-8-sig"))))
        assert all((row[-1] == "A made-up family") is is_made_up for row in table[1:])
        assert len({len(row) for row in table}) == 1 and (table[0][-1] == "note") is is_made_up
        told = json.loads(files.json())
        assert told["made_up"] is is_made_up and list(Draft7Validator(report_schema()).iter_errors(told)) == []
        page = RemindersPage(ctx, child.id)
        calendar = reminders_text(ctx.texts, page.found(), child.id, child.nickname, ctx.now(), made_up(ctx))
        entries = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
        assert entries and all(("(A made-up family)" in str(entry["SUMMARY"])) is is_made_up for entry in entries)
        weeks = weeks_shown(ctx.catalogue, child, monday(ctx.today), monday(ctx.today), ctx.today)
        ((name, _),) = chart_picture.of_days(ctx, child, weeks)().items()
        assert name.startswith("Barefoot Trail - Made-up family - ") is is_made_up
    game.close()
