"""The end of the journey: the ceremony is held once, then the trail goes on more quietly."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import platformdirs
import pygame
import pytest

from game.core.content import Slot
from game.core.events import ChildChanged, Graduated
from game.gallery.states import play
from game.scenes import routes
from game.scenes.home.graduation import FRIEND_HIGH, FRIEND_WIDE, FRIENDS, is_due
from game.ui.art.cut_out import cut_out
from game.ui.view import Box
from game.ui.widgets import check_layout
from tests.player import Player
from tests.programs import needs_programs, no_program
from tests.scenes.rooms import complaints


@pytest.fixture(scope="module")
def walked() -> Player:
    """A child at WHO on the Monday after twelve weeks of four days each."""
    player = Player.with_family()
    for week in range(12):
        for day in (0, 1, 3, 5):
            player.clock = player.clock.replace(month=1, day=5) + timedelta(days=7 * week + day)
            play(player.ctx, player.child, Slot.MORNING)
    player.clock = player.clock.replace(month=1, day=5) + timedelta(days=84)
    player.scene = routes.Who()
    return player


def test_after_twelve_weeks_the_way_to_the_map_leads_through_the_ceremony_once(walked: Player):
    assert is_due(walked.ctx, walked.child)
    walked.tap(walked.child)
    assert walked.scene.name == "graduation"
    walked.draw()
    assert not check_layout(walked.scene.widgets)
    assert not walked.scene.problems
    assert walked.scene.bloom >= 8
    walked.tap("big")
    assert walked.scene.name == "map"
    assert walked.scene.state.is_strong
    assert not is_due(walked.ctx, walked.child)
    walked.scene = routes.Who()
    walked.tap(walked.child)
    walked.wait_for("map", 60)  # by way of the last page, which had not been seen


def test_the_friends_stand_in_the_poses_of_their_exercises_clear_of_one_another_and_of_what_is_pressed(walked: Player):
    k, shown = walked.ctx.pictures.view.k, []
    for animal, exercise, x, y in FRIENDS:
        known = walked.ctx.catalogue.exercises[exercise]
        assert known.demonstration.host == animal
        sheet = walked.ctx.art.figure(known, animal)
        picture, (left, top) = cut_out(walked.ctx.pictures, sheet, FRIEND_HIGH, FRIEND_WIDE, edge=0)
        rects = pygame.mask.from_surface(picture, 200).get_bounding_rects()
        seen = rects[0].unionall(rects[1:]).move(left, top)
        shown.append((animal, Box(x + seen.x / k, y + seen.y / k, seen.w / k, seen.h / k)))
    big = Box.around(1180, 624, 66)
    for i, (animal, box) in enumerate(shown):
        assert box.x >= 0 and not box.meets(big), animal
        for other, beside in shown[:i]:
            over = min(box.right, beside.right) - max(box.x, beside.x)
            assert over <= 0.3 * min(box.w, beside.w), (animal, other)
    assert [animal for animal, *_ in FRIENDS].count("bo") == 0 and len({animal for animal, *_ in FRIENDS}) == 7


def test_a_child_on_the_way_has_no_ceremony(player: Player):
    assert not is_due(player.ctx, player.child)
    player.record(Graduated(early=True), child=player.child)
    assert not is_due(player.ctx, player.child)


def test_the_certificate_names_the_child_and_is_complete_in_itself(player: Player):
    from game.scenes.home.certificate import certificate

    player.add_child("Zoë & <Max>")
    child = list(player.ctx.children.values())[-1]
    page = certificate(player.ctx, child, 9)
    assert "Zoë &amp; &lt;Max&gt;" in page
    assert page.count('class="faint"') == 3
    assert "http" not in page.replace("http://www.w3.org", "")


def test_a_certificate_that_cannot_be_saved_is_told_in_words(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "documents").write_text("a file", encoding="utf-8")
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    player.scene = routes.Graduation(player.child, routes.Who())
    player.tap("print")
    player.draw()
    assert player.scene.message == player.ctx.texts("file_refused")
    assert not check_layout(player.scene.widgets)


@needs_programs
def test_a_certificate_nothing_can_show_is_saved_all_the_same(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    no_program(tmp_path / "programs", monkeypatch)
    player.scene = routes.Graduation(player.child, routes.Who())
    player.tap("print")
    path = tmp_path / "documents" / f"Barefoot Trail - Certificate - Anna - {player.ctx.today}.html"
    assert player.scene.message == player.ctx.texts("graduation_saved", path=path) and path.is_file()


@needs_programs
def test_where_the_certificate_was_saved_is_whole_for_the_longest_nickname(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    no_program(tmp_path / "programs", monkeypatch)
    player.record(ChildChanged("W" * 24, "bo", 1), child=player.child)
    player.scene = routes.Graduation(player.child, routes.Who())
    player.tap("print")
    player.wait(0.1)  # for the disk
    player.draw()
    assert "W" * 24 in player.scene.message and complaints(player.scene) == []
