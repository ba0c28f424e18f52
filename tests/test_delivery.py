"""What a family and a newcomer get: wheel, command, the README's lines and the CI agree with each other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import __version__
from game.cli import COMMANDS
from game.data.files import shipped

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOT_IN_WHEEL = ("assets/build/", "assets/readme/")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def after(mark: str) -> str:
    """The block of commands that follows a mark in the README."""
    found = re.search(rf"^<!-- {mark} -->\n```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no block after <!-- {mark} -->"
    return found.group(1)


# ---------------------------------------------------------------------------------------------------- the two lines


@pytest.mark.parametrize("mark", ["play", "test"])
def test_one_line_is_enough(mark: str):
    line = after(mark)
    assert "\n" not in line
    assert line.startswith("python3 -m venv .venv && .venv/bin/pip install")


def test_the_ci_runs_the_line_of_the_readme():
    """The script is asked what it would run; it must be the README's own line."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    reader = re.search(r"^test_command\(\).*?^}$", script, re.MULTILINE | re.DOTALL)
    assert reader
    told = subprocess.run(
        ["bash", "-c", f"{reader.group()}\ntest_command"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == after("test")
    assert 'bash -c "$command"' in script


def test_the_ci_script_can_be_started():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")


def test_the_readme_names_every_command_and_no_other():
    table = README.split("## Commands")[1].split("\n## ")[0]
    first_cells = " ".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE))
    assert set(re.findall(r"`(\w+)`", first_cells)) == set(COMMANDS)


def test_every_place_the_pages_point_to_is_there():
    for name in re.findall(
        r"`((?:game|tests|assets|levels|\.ci|core|data|scenes|ui)/[\w./-]*)`", README + CONTRIBUTING
    ):
        there = re.split(r"/(?=NAME|ID|LL)", name)[0]  # what stands for a name of one's own
        assert any((base / there).exists() for base in (ROOT, ROOT / "game")), name
    heads = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    for anchor in re.findall(r"\]\(#([\w-]+)\)", README):
        assert anchor in anchors, anchor
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures and all((ROOT / picture).is_file() for picture in pictures)


def test_the_readmes_exercise_and_programme_can_be_written_down_word_by_word(tmp_path: Path):
    from game.commands.check import check

    written = re.findall(r"`LEVELS/([\w/.]+)`:\n\n```yaml\n(.*?)```", README, re.DOTALL)
    assert [name for name, _ in written] == ["exercises/moon_walk.yaml", "programmes/our_routine.yaml"]
    for name, text in written:
        file = tmp_path / name
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
    checked = check([tmp_path])
    assert checked.files == 2
    assert not checked.problems
    assert [remark.where for remark in checked.remarks] == ["words"], "it leaves nothing out but the recordings"


def test_version_and_licence_are_said_once():
    assert PROJECT["version"] == __version__
    assert f"\n## {__version__}\n" in CHANGELOG
    for file in PROJECT["license-files"]:
        assert (ROOT / file).is_file(), file
    credits = (ROOT / "assets" / "CREDITS.md").read_text(encoding="utf-8")
    for name in ("CC BY 4.0", "Open Font License", "Kokoro-82M", "Apache", "FluidSynth", "Frank Wen", "LEGO"):
        assert name in credits, name


# -------------------------------------------------------------------------------------------------- wheel and sdist


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built without a network by the hatchling that is here."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)], cwd=ROOT, check=True, capture_output=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
    )  # fmt: skip
    return out


def files_of(folder: str) -> set[str]:
    """Every file below a folder of the project that belongs to a copy of it."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_game_its_levels_and_its_assets_and_nothing_else(built: Path):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        inside = {n for n in wheel.namelist() if ".dist-info/" not in n}
        notes = {n.split(".dist-info/")[1] for n in wheel.namelist() if ".dist-info/" in n}
    data = {f"game/_data/{n}" for n in files_of("assets") | files_of("levels") if not n.startswith(NOT_IN_WHEEL)}
    assert inside == files_of("game") | data
    assert {"licenses/LICENSE", "licenses/assets/CREDITS.md", "licenses/assets/fonts/OFL-Nunito.txt"} <= notes


def test_the_sdist_holds_everything_to_build_and_to_test(built: Path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        inside = {name.split("/", 1)[1] for name in sdist.getnames()}
    for folder in ("game", "assets", "levels", "tests", ".ci"):
        assert not files_of(folder) - inside
    assert {"README.md", "LICENSE", "pyproject.toml"} <= inside


# ------------------------------------------------------------------------------------- the installed game, elsewhere


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The programs' folder of a fresh environment with the wheel in it; the three packages come from this one."""
    home = tmp_path_factory.mktemp("fresh") / "environment"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    there = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "pip", f"--python={python}", "install", "--quiet", "--no-index", "--no-deps",
         "--no-warn-script-location", "--disable-pip-version-check", str(next(built.glob("*.whl")))],
        check=True, capture_output=True,
    )  # fmt: skip
    import pygame
    import yaml

    borrowed = {str(Path(module.__file__).parent.parent) for module in (pygame, yaml) if module.__file__}
    Path(there, "borrowed.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    yield programs


Done = subprocess.CompletedProcess[str]


def run(programs: Path, *words: str, cwd: Path, as_module: bool = False, **env: str | None) -> Done:
    """The installed game in another folder with its own home."""
    ending = ".exe" if os.name == "nt" else ""
    python, command = programs / f"python{ending}", programs / f"barefoot-trail{ending}"
    surroundings = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "BAREFOOT_DATA")}
    surroundings |= {"HOME": str(cwd), "XDG_DATA_HOME": str(cwd / "data"), "XDG_CACHE_HOME": str(cwd / "cache")}
    surroundings |= {"PYTHONSAFEPATH": "1", "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    for name, value in env.items():
        if value is None:
            surroundings.pop(name, None)
        else:
            surroundings[name] = value
    start = [str(python), "-m", "game"] if as_module else [str(command)]
    return subprocess.run([*start, *words], cwd=cwd, env=surroundings, capture_output=True, text=True, timeout=120)


def test_the_installed_game_is_the_one_from_the_wheel(installed: Path, tmp_path: Path):
    python = installed / ("python.exe" if os.name == "nt" else "python")
    told = subprocess.run(
        [str(python), "-c", "import game.data.files.resources as r; print(r.__file__); print(r.resource('levels'))"],
        cwd=tmp_path, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONSAFEPATH": "1"},
    ).stdout  # fmt: skip
    assert str(ROOT / "game") not in told
    assert "_data" in told


def test_both_commands_are_the_same_program(installed: Path, tmp_path: Path):
    for words in (["--version"], ["--help"], ["check"], ["gallery", "--help"]):
        one, other = run(installed, *words, cwd=tmp_path), run(installed, *words, cwd=tmp_path, as_module=True)
        assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr), words
        assert one.returncode == 0
        assert not one.stderr or words == ["check"]
    assert run(installed, "--version", cwd=tmp_path).stdout == f"barefoot-trail {__version__}\n"


def test_the_installed_game_finds_its_levels(installed: Path, tmp_path: Path):
    done = run(installed, "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "25 files" in done.stdout + done.stderr


def test_the_installed_game_finds_its_pictures(installed: Path, tmp_path: Path):
    done = run(installed, "gallery", str(tmp_path / "out"), "--only", "clip-bear", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["clip-bear_walk.png"]


# Starts the demo as the command does and leaves it after a second of frames.
SOME_FRAMES = """
import sys
from game.app import loop
frames = 0
step = loop.App.step
def counted(self, *seconds):
    global frames
    frames += 1
    step(self, *seconds)
    if frames == 60:
        self.quit()
loop.App.step = counted
from game.cli import main
sys.exit(main(["demo", "--mute", "--size", "640x360"]))
"""


def test_the_installed_game_shows_its_first_screens(installed: Path, tmp_path: Path):
    python = installed / ("python.exe" if os.name == "nt" else "python")
    done = subprocess.run(
        [str(python), "-c", SOME_FRAMES], cwd=tmp_path, capture_output=True, text=True, timeout=120,
        env={**os.environ, "PYTHONSAFEPATH": "1", "HOME": str(tmp_path), "SDL_VIDEODRIVER": "dummy"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


# --------------------------------------------------------------------------------------------------- plain refusals


def test_without_a_display_it_says_so_in_one_line_and_ends(installed: Path, tmp_path: Path):
    """SDL would choose to draw where nobody sees it; a family would wait in front of nothing."""
    nothing = {"SDL_VIDEODRIVER": None, "DISPLAY": None, "WAYLAND_DISPLAY": None, "XDG_RUNTIME_DIR": None}
    if os.name == "nt" or sys.platform == "darwin":
        pytest.skip("there is always a display here")
    for words in (["--data-dir", str(tmp_path / "d")], ["demo"]):
        done = run(installed, *words, cwd=tmp_path, **nothing)
        assert done.returncode == 2, done.stderr
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "no display" in done.stderr
        assert not done.stdout


OPENS_A_WINDOW = """
from game.app.window import NoDisplay, WindowChoice, open_window
try:
    print(open_window(WindowChoice()).get_size())
except NoDisplay:
    print("refused")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a display here")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_is_named_and_not_there_is_no_window_nobody_sees(tmp_path: Path, name: str) -> None:
    """SDL takes its offscreen driver then, without a word."""
    surroundings = {k: v for k, v in os.environ.items() if k not in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")}
    surroundings |= {"PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(tmp_path), name: ":4711"}
    done = subprocess.run(
        [sys.executable, "-c", OPENS_A_WINDOW], cwd=tmp_path, env=surroundings, capture_output=True, text=True, timeout=60
    )  # fmt: skip
    assert done.stdout.splitlines()[-1:] == ["refused"], done.stdout + done.stderr


SHOWS_THROUGH_A_TEXTURE = """
import os
from game.app.window import WindowChoice, open_window
open_window(WindowChoice())
print(os.environ.get("SDL_FRAMEBUFFER_ACCELERATION", "as SDL likes"))
"""


def test_only_x11_is_asked_to_show_plain_pictures_for_elsewhere_there_would_be_no_window(tmp_path: Path) -> None:
    """On Wayland, macOS and a bare console SDL has no other way than a texture: refused it, it opens no window."""
    surroundings = {k: v for k, v in os.environ.items() if k != "SDL_FRAMEBUFFER_ACCELERATION"}
    surroundings |= {"PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", SHOWS_THROUGH_A_TEXTURE], cwd=tmp_path, env=surroundings, capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1:] == ["as SDL likes"], done.stdout + done.stderr


# ----------------------------------------------------------------------------------------------- the list of hashes


def test_the_list_of_what_is_shipped_is_current():
    told = "the list is old; run: python assets/build/hashes.py"
    assert (ROOT / "assets" / "hashes.txt").read_text(encoding="ascii") == shipped.listing(), told


def test_every_shipped_file_is_on_the_list_and_nothing_else():
    there = {
        name for name in files_of("assets") | files_of("levels")
        if not name.startswith(NOT_IN_WHEEL) and name != "assets/hashes.txt"
    }  # fmt: skip
    assert set(shipped.listed()) == there


def test_the_script_that_writes_the_list_writes_this_one(tmp_path: Path):
    for name in ("game", "assets", "levels"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "hashes.txt"))
    (tmp_path / "assets" / "parts" / ".bo.svg.swp").touch()
    (tmp_path / "levels" / "rules.yaml~").touch()
    subprocess.run([sys.executable, "assets/build/hashes.py"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "assets" / "hashes.txt").read_bytes() == shipped.listing().encode()


@pytest.mark.parametrize(
    "words",
    [
        ["dance"], ["--dance"], ["play", "--size", "huge"], ["demo", "--weeks", "-1"], ["demo", "--weeks", "ten"],
        ["check", "nowhere.yaml"], ["gallery"], ["gallery", "out", "--only", "screen-nothing-of-this-name"],
        ["play", "--windowed", "--fullscreen"], ["--data-dir"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_words_are_answered_in_words(installed: Path, tmp_path: Path, words: list[str]):
    done = run(installed, *words, cwd=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert "barefoot-trail" in done.stderr
