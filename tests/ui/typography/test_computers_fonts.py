"""The computer's fonts are found where systems keep them, without asking a program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.ui.typography.computers_fonts import files, folders, in_order

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("李小龍", "ليلى", "नेहा", "ᏣᎳᎩ")


@pytest.mark.parametrize(
    "platform,environ,expected",
    [
        ("linux", {"HOME": "/house/ida"}, {"/usr/share/fonts", "/usr/local/share/fonts", "/house/ida/.local/share/fonts",
                                          "/house/ida/.fonts"}),
        ("linux", {}, {"/usr/share/fonts", "/usr/local/share/fonts"}),
        ("linux", {"XDG_DATA_DIRS": "/snap/share:", "HOME": ""}, {"/snap/share/fonts", "/usr/share/fonts",
                                                                 "/usr/local/share/fonts"}),
        ("darwin", {"HOME": "/Users/ida"}, {"/System/Library/Fonts", "/Library/Fonts", "/Users/ida/Library/Fonts"}),
    ],
)  # fmt: skip
def test_every_system_has_its_folders_and_a_home_may_be_missing(
    platform: str, environ: dict[str, str], expected: set[str]
) -> None:
    assert {str(folder) for folder in folders(platform, environ)} == expected


def test_windows_keeps_them_in_two_places() -> None:
    found = folders("win32", {"WINDIR": "W", "LOCALAPPDATA": "L"})
    assert found == (Path("W/Fonts"), Path("L/Microsoft/Windows/Fonts"))


def test_font_files_are_found_at_any_depth_and_a_missing_folder_is_no_mistake(tmp_path: Path) -> None:
    for name in ("b/Z.TTF", "a/deep/X.otf", "a/readme.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [Path(f).name for f in files((tmp_path / "nowhere", tmp_path))] == ["X.otf", "Z.TTF"]


def test_known_families_come_first_each_with_its_upright_bold_file() -> None:
    paths = ["f/Abc.ttf", "f/NotoSans-BoldItalic.ttf", "f/NotoSans-Thin.ttf", "f/NotoSans-Bold.ttf",
             "f/DejaVuSans.ttf", "f/DejaVuSans-Oblique.ttf"]  # fmt: skip
    assert in_order(paths, ("notosans", "dejavusans")) == ("f/NotoSans-Bold.ttf", "f/DejaVuSans.ttf", "f/Abc.ttf")


@pytest.mark.parametrize("environ", [{}, {"HOME": "/nonexistent"}], ids=["no HOME", "a HOME that is not there"])
def test_names_in_any_script_are_written_on_a_machine_without_programs_that_know_fonts(
    environ: dict[str, str], tmp_path: Path
) -> None:
    """A process of its own, with an empty PATH and every warning a mistake."""
    script = (
        "import pygame, io; from game.data.files.art import ArtLibrary; from game.ui.typography.fallback_fonts import rendered\n"
        "pygame.font.init(); font = pygame.font.Font(io.BytesIO(ArtLibrary().font('ExtraBold')), 30)\n"
        f"print(*[rendered(font, name, 30, (0, 0, 0)).get_width() for name in {NAMES!r}])"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", "-c", script], cwd=ROOT, capture_output=True, text=True,
        env={"PATH": str(tmp_path), "SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1", **environ},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "Warning" not in run.stderr
    assert len(run.stdout.split()) == len(NAMES) and "0" not in run.stdout.split()
