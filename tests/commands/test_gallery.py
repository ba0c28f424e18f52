"""The gallery draws every screen and exercise without a window, and says what is wrong with them: nothing is."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.cli import main
from game.commands import gallery
from game.core.content import Catalogue
from game.data.levels.playable import read_shipped
from game.data.texts.pseudo import LONGER, MIRRORED
from game.gallery.screens import SCREENS
from tests.letters import wrong

# The windows of old laptops and of the design: type is rounded to other pixels. Larger ones only have finer steps.
SIZES = [(1024, 768), (1280, 720), (1024, 600)]
# What a family meets, by the names of its pictures; a screen may have more states.
NEEDED = {
    "welcome", "who", "close", "map", "choose", "shoes", "howto", "count", "play-seconds", "play-reps", "play-pieces",
    "play-shapes", "rest", "ouch", "stop", "end", "pin", "pin-wait", "confirm", "reward", "stickers", "graduation",
    "progress", "progress-empty", "exercise", "settings", "children", "help", "damaged", "second", "newer", "diskfull",
}  # fmt: skip


# A size for each of the words that take most room; every language at both is a command: python -m tests.letters
@pytest.mark.parametrize(
    ("language", "text", "size"),
    [
        ("en", "100", SIZES[0]),
        ("en", "125", SIZES[2]),
        ("en", "150", SIZES[1]),
        ("ru", "150", SIZES[0]),
        (LONGER, "100", SIZES[1]),
        (MIRRORED, "100", SIZES[0]),
    ],
)
def test_no_text_is_cut_over_another_off_its_paper_or_left_in_english_and_no_target_too_small_or_under_another(
    language: str, text: str, size: tuple[int, int]
):
    init_pygame_for_pictures()
    found = [*wrong(language, text, size)]
    assert not found, "\n".join(found)


def test_every_screen_a_family_meets_is_there_once():
    names = [n for screen in SCREENS.values() for n in screen.states]
    assert not NEEDED - set(names), NEEDED - set(names)
    assert len(names) == len(set(names))


def test_a_screen_looks_the_same_every_time():
    init_pygame_for_pictures()

    def drawn() -> list[bytes]:
        pictures = gallery.screens((640, 360), None, "screen-who")
        return [pygame.image.tobytes(surface, "RGB") for _, surface, _ in pictures]

    assert drawn() == drawn()


def test_only_the_pictures_asked_for_are_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["gallery", str(tmp_path), "--size", "640x360", "--only", "screen-close-w"]) == 0
    assert {p.name for p in tmp_path.iterdir()} == {"screen-close-waiting.png"}
    assert pygame.image.load(str(tmp_path / "screen-close-waiting.png")).get_size() == (640, 360)
    assert "1 pictures" in capsys.readouterr().out


def test_every_exercise_has_a_sheet_of_eight_frames_that_move():
    init_pygame_for_pictures()
    catalogue: Catalogue = read_shipped()
    sheets = {name: surface for name, surface, _ in gallery.clips(None)}
    assert set(sheets) == {f"clip-{e}" for e in catalogue.exercises}
    for name, sheet in sheets.items():
        w, h = (sheet.get_width() - 8) // 4, (sheet.get_height() - 8) // 2
        frames = {
            pygame.image.tobytes(sheet.subsurface((8 + i % 4 * w, 8 + i // 4 * h, w - 8, h - 8)), "RGB")
            for i in range(8)
        }
        assert len(frames) >= 2, f"{name} stands still"


def test_a_setting_is_drawn_as_a_family_has_chosen_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for name, chosen in (("plain", []), ("large", ["--set", "text_size=150"])):
        asked = [str(tmp_path / name), "--size", "640x360", "--only", "screen-help-keys"]
        assert main(["gallery", *asked, *chosen]) == 0
    plain, large = ((tmp_path / name / "screen-help-keys.png").read_bytes() for name in ("plain", "large"))
    assert plain != large
    with pytest.raises(SystemExit):
        main(["gallery", str(tmp_path), "--set", "text_size"])
    assert "NAME=VALUE" in capsys.readouterr().err


def test_a_name_nobody_has_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["gallery", str(tmp_path), "--only", "screen-moon-landing"]) == 2
    assert "screen-moon-landing" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_with_its_own_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    assert main(["gallery", str(tmp_path / "file" / "out"), "--only", "clip-bear"]) == 3
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "told"), [("xx", True), ("en", False)])
def test_a_language_that_is_not_there_is_told_before_pictures_in_english_are_looked_at(
    language: str, told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gallery", str(tmp_path), "--lang", language, "--only", "screen-welcome"]) == 0
    assert ("--lang xx: that language is not there yet" in capsys.readouterr().err) is told
