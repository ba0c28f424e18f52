"""What a family without Python gets: the bundle, built here where its tools are, and what a desktop is told of it."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from game import __version__
from game.__pyinstaller import get_hook_dirs
from game.cli import COMMANDS
from game.data.files import shipped

ROOT = Path(__file__).resolve().parent.parent
MADE_BY = ROOT / "assets" / "build" / "bundle"
ENTRY = MADE_BY / "linux" / "barefoot-trail.desktop"
ABOUT = next((MADE_BY / "linux").glob("*.metainfo.xml"))
WORKFLOWS = ROOT / ".github" / "workflows"


def run(*command: str | Path, data: Path | None = None, **surroundings: str) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    if data is not None:
        words[1:1] = ["--data-dir", str(data)]
    return subprocess.run(
        words,
        capture_output=True,
        text=True,
        timeout=240,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", **surroundings},
    )


# ------------------------------------------------------------------------------------------------- what goes in
def test_the_hook_brings_every_shipped_file_to_the_place_where_a_wheel_has_it() -> None:
    (folder,) = get_hook_dirs()
    found: dict[str, list[tuple[str, str]]] = {}
    exec((Path(folder) / "hook-game.py").read_text(encoding="utf-8"), found)  # as PyInstaller reads it
    brought = {f"{place}/{Path(file).name}" for file, place in found["datas"]}
    assert brought == {f"game/_data/{name}" for name in (*shipped.listed(), "assets/hashes.txt")}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder as `bundle.sh` has PyInstaller make it, with the Python that runs this."""
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("PyInstaller is not here")
    if sys.platform != "linux" or not shutil.which("objdump"):
        pytest.skip("a bundle is built here on Linux with binutils")
    work = tmp_path_factory.mktemp("bundle")
    made = run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", work / "dist",
        "--workpath", work / "build", MADE_BY / "barefoot-trail.spec",
        BAREFOOT_ICONS=str(work), BAREFOOT_VERSION=__version__,
    )  # fmt: skip
    if made.returncode and "Python shared library" in made.stderr:  # Debian keeps it in a package of its own
        pytest.skip("this Python's shared library is not here")
    assert made.returncode == 0, made.stderr
    yield work / "dist" / "barefoot-trail"
    shutil.rmtree(work)


def test_in_a_bundle_every_command_is_there_and_the_game_is_whole(bundle: Path, tmp_path: Path) -> None:
    program = bundle / "barefoot-trail"
    assert run(program, "--version").stdout == f"barefoot-trail {__version__}\n"
    for command in COMMANDS:
        assert run(program, command, "--help").returncode == 0, command
    told = run(program, "doctor", data=tmp_path, SDL_AUDIODRIVER="dummy")
    assert told.returncode == 0, told.stdout
    assert f"{len(shipped.listed())} pictures, sounds, texts and levels are as they were shipped" in told.stdout
    assert "display: dummy" in told.stdout and "sound: dummy" in told.stdout, "devices are tried by the program itself"
    assert run(program, "gallery", tmp_path / "pictures", "--only", "screen-who").returncode == 0
    assert list((tmp_path / "pictures").glob("screen-who*.png"))
    refused = run(program, "bench", "--only", "start")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_every_module_of_the_game_is_in_a_bundle_whoever_asks_for_it(bundle: Path) -> None:
    from PyInstaller.archive.readers import CArchiveReader

    packed = CArchiveReader(str(bundle / "barefoot-trail")).open_embedded_archive("PYZ.pyz").toc
    files = (file.relative_to(ROOT).with_suffix("") for file in (ROOT / "game").rglob("*.py"))
    modules = {".".join(file.parts).removesuffix(".__init__") for file in files if "__pyinstaller" not in file.parts}
    assert sorted(modules - set(packed)) == []


def test_what_is_damaged_or_missing_in_a_bundle_is_named(bundle: Path, tmp_path: Path) -> None:
    hurt = shutil.copytree(bundle, tmp_path / "hurt")
    data = hurt / "_internal" / "game" / "_data"
    (data / "assets" / "sfx" / next(n.name for n in (data / "assets" / "sfx").iterdir())).unlink()
    (data / "levels" / "rules.yaml").write_text("no rules", encoding="utf-8")
    told = run(hurt / "barefoot-trail", "doctor", data=tmp_path / "data").stdout
    assert "assets/sfx/" in told and "is missing" in told
    assert "levels/rules.yaml is not as it was shipped" in told


# ------------------------------------------------------------------------------------------------- what a desktop is told
def test_the_desktop_entry_starts_the_program_and_is_what_desktops_read() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ENTRY, encoding="utf-8")
    told = entry["Desktop Entry"]
    assert (told["Exec"], told["Icon"], told["Terminal"]) == ("barefoot-trail", "barefoot-trail", "false")
    if shutil.which("desktop-file-validate"):
        checked = run("desktop-file-validate", ENTRY)
        assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize("pictures", ["", "https://example.org/pictures"])
def test_the_description_for_shops_is_of_this_version_and_valid(pictures: str, tmp_path: Path) -> None:
    text = ABOUT.read_text(encoding="utf-8").replace("@SCREENSHOTS@", pictures)
    about = ElementTree.fromstring(text)
    if not pictures:  # as `bundle.sh` leaves them out where they have no address
        shots = about.find("screenshots")
        assert shots is not None
        about.remove(shots)
    release = about.find("releases/release")
    assert release is not None and release.get("version") == __version__
    assert about.findtext("launchable") == ENTRY.name
    assert f"{about.findtext('id')}.metainfo.xml" == ABOUT.name
    assert about.find("content_rating") is not None
    file = tmp_path / ABOUT.name
    ElementTree.ElementTree(about).write(file, encoding="utf-8", xml_declaration=True)
    if shutil.which("appstreamcli"):
        checked = run("appstreamcli", "validate", "--no-net", file)
        assert checked.returncode == 0, checked.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")
def test_the_folder_puts_itself_into_the_menu_and_out_again_wherever_it_lies(tmp_path: Path) -> None:
    folder = tmp_path / 'a family\'s "games" & $more'
    apps, icons = folder / "share" / "applications", folder / "share" / "icons" / "hicolor" / "16x16" / "apps"
    apps.mkdir(parents=True)
    icons.mkdir(parents=True)
    shutil.copy(ENTRY, apps)
    (icons / "barefoot-trail.png").write_bytes(b"")
    shutil.copy(MADE_BY / "linux" / "install.sh", folder)
    share = tmp_path / "share"
    assert run("sh", folder / "install.sh", XDG_DATA_HOME=str(share)).returncode == 0
    entry = share / "applications" / ENTRY.name
    (line,) = [line for line in entry.read_text("utf-8").splitlines() if line.startswith("Exec=")]
    # twice escaped, as the specification has it: as a string of the file, and as a word in quotes
    word = line.removeprefix("Exec=").replace("\\\\", "\\")
    assert word[0] == word[-1] == '"'
    unquoted = word[1:-1].replace('\\"', '"').replace("\\$", "$")
    assert unquoted == str(folder / "barefoot-trail")
    assert run("sh", folder / "install.sh", "--remove", XDG_DATA_HOME=str(share)).returncode == 0
    assert not entry.exists() and not list(share.rglob("*.png"))


def test_the_workflows_try_every_python_and_system_the_game_promises() -> None:
    tests = yaml.safe_load((WORKFLOWS / "tests.yml").read_text("utf-8"))
    matrix = tests["jobs"]["everywhere"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14", "3.15"]
    assert {name.split("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}
    bundles = yaml.safe_load((WORKFLOWS / "bundles.yml").read_text("utf-8"))
    steps = bundles["jobs"]["bundle"]["steps"]
    assert any("assets/build/bundle.sh" in step.get("run", "") for step in steps)


def test_a_workflow_takes_each_action_at_one_commit_and_never_at_a_name_that_moves() -> None:
    used = [line.split("uses:")[1] for file in sorted(WORKFLOWS.glob("*.yml")) for line in file.read_text("utf-8").splitlines() if "uses:" in line]  # fmt: skip
    assert len(used) >= 6
    assert all(re.fullmatch(r" [\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", action) for action in used), used
