"""The arrows between the folders, read from the imports; and what no file of the project may hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from modulefinder import ModuleFinder
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GAME = ROOT / "game"
MODULES = sorted(GAME.rglob("*.py"))

# Which of our folders each may import; a module beside the folders, or in `app`, goes by its own name.
ARROWS = {
    "core": {"core"},
    "puppet": {"puppet"},
    "print": {"print", "core"},
    "data": {"data", "core", "puppet", "print"},
    "ui": {"ui", "core", "puppet", "print"},
    "scenes": {"scenes", "ui", "core", "print"},
    "__pyinstaller": {"data"},
    "gallery": {"gallery", "scenes", "ui", "core"},
    "app.crash_log": set(),
    "app.garbage": set(),
    "app.window": {"ui"},
    "app.first_pictures": {"ui"},
    "app.window_view": {"app.window", "app.first_pictures", "app.frame_worker", "scenes", "ui"},
    "app.frame_worker": {"scenes", "ui"},
    "app.event_wait": {"ui"},
    "app.lock": {"scenes", "ui"},
    "app.navigator": {"scenes", "ui"},
    "app.one_button": {"scenes", "ui"},
    "app.loop": {
        "app.window_view",
        "app.event_wait",
        "app.first_pictures",
        "app.garbage",
        "app.lock",
        "app.navigator",
        "app.one_button",
        "app.crash_log",
        "scenes",
        "ui",
        "core",
    },
    "app.damaged_diary": {"app.game", "scenes", "data"},
    "app.history_keeper": {"data", "core"},
    "frozen": set(),
    "app.late_family": {"core"},
}
LANGUAGE = {"frozen"}  # a part of the language we write in, as the standard library is
# The parts that put everything together know everything.
TOP = {
    "app.game",
    "app.family_files",
    "app.own_levels",
    "app.startup",
    "app",
    "cli",
    "commands",
    "bench",
    "demo",
    "__main__",
    "__init__",
}

MAY_DRAW = {
    "ui",
    "scenes",
    "gallery",
    "app.loop",
    "app.window_view",
    "app.frame_worker",
    "app.first_pictures",
    "app.event_wait",
    "app.window",
    "app.game",
    "app.startup",
    "commands",
    "bench",
}
# What a pure module must not even import: clocks, chance, files, processes, networks.
IMPURE = {
    "time", "secrets", "os", "io", "pathlib", "shutil", "tempfile", "subprocess", "socket", "sqlite3", "yaml",
    "pygame", "threading", "logging", "importlib", "platform", "sys",
}  # fmt: skip
# A generator made from a seed is a function of it; everything else of `random` is chance.
IMPURE_CALLS = re.compile(
    r"^(datetime\.(now|utcnow|today)|date\.today|open|print|input|eval|exec|random\.(?!Random$).*|uuid\.uuid[14])$"
)


# Good night closes by itself after its last word, flow where a route says so; at the start cards there is no family
# yet, and no PIN. Whoever leads to one of the first two goes by way of `Ending`, which asks for the PIN where a child may
# not close the game; only the window's own x has been asked already.
MAY_END = {"home/close", "flow/__init__", "app/startup"}
LEADS_TO_THE_END = {"home/close", "trouble/stumbled", "app/loop"}


pytestmark = pytest.mark.usefixtures("no_search_for_garbage")


def told_by(pattern: str) -> set[str]:
    """The modules, each with its folder, that write such a thing."""
    return {
        "/".join(module.with_suffix("").parts[-2:])
        for module in MODULES
        if re.search(pattern, module.read_text(encoding="utf-8"))
    }


# What only a builder of bundles reads.
NOT_PLAYED = {"game.__pyinstaller"}


def test_every_module_is_reached_from_the_start_by_imports_and_none_by_a_string() -> None:
    """What builds a bundle follows imports: a module that only a string names would not be in it."""
    finder = ModuleFinder(path=[str(ROOT)])
    finder.run_script(str(GAME / "__main__.py"))
    ours = {".".join(m.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for m in MODULES}
    ours = {name for name in ours if all(part.isidentifier() for part in name.split("."))}
    assert ours - set(finder.modules) == NOT_PLAYED | {"game.__main__"}
    named = [
        str(m.relative_to(GAME)) for m in MODULES if re.search(r"import_module\(|__import__\(", m.read_text("utf-8"))
    ]
    assert named == []


def test_only_the_gate_to_the_terminal_prints() -> None:
    prints = [
        str(file.relative_to(GAME))
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert prints == ["commands/terminal.py"]


def test_the_game_is_closed_in_few_places_only() -> None:
    assert told_by(r"request_quit\(\)") == MAY_END
    assert told_by(r"(?<!case )routes\.(GoodNight|Bye)\(") == LEADS_TO_THE_END
    assert told_by(r"(?<!case )routes\.Ending\(") == LEADS_TO_THE_END - {"app/loop"}


def part_of(module: Path) -> str:
    """The folder of ours a module belongs to, or its own name."""
    inside = module.relative_to(GAME)
    if inside.parts[0] == "app":
        return "app" if inside.stem == "__init__" else f"app.{inside.stem}"
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def part_named(name: str) -> str:
    """The same for a module named by an import: game.app.loop, game.core.rules.dose."""
    first, *rest = name.split(".")[1:]
    return f"app.{rest[0]}" if first == "app" and rest else first


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), str(module))


def for_type_checkers(parsed: ast.Module) -> set[ast.AST]:
    """What only a type checker reads."""
    return {
        node
        for block in ast.walk(parsed)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for statement in block.body
        for node in ast.walk(statement)
    }


def imports(module: Path) -> Iterator[tuple[str, int]]:
    """Every module named by an import, wherever it stands, with its line. Names for type checkers only are left out."""
    hidden = for_type_checkers(tree(module))
    for node in ast.walk(tree(module)):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}:{node.lineno}: imports of ours are absolute"
            name = node.module or ""
            yield from ((f"{name}.{alias.name}" if name == "game" else name, node.lineno) for alias in node.names)


def wrong(modules: Iterator[Path], forbidden: set[str]) -> list[str]:
    """Where one of the modules imports one of those packages."""
    return [
        f"{module.relative_to(ROOT)}:{line} imports {name}"
        for module in modules
        for name, line in imports(module)
        if name.split(".")[0] in forbidden
    ]


def test_every_arrow_between_our_folders_is_allowed():
    broken = []
    for module in MODULES:
        part = part_of(module)
        if part in TOP:
            continue
        for name, line in imports(module):
            if (
                name.startswith("game.")
                and name != "game.__version__"
                and part_named(name) not in ARROWS[part] | LANGUAGE
            ):
                broken.append(f"{module.relative_to(ROOT)}:{line}: {part} may not import {name}")
    assert not broken, "\n".join(broken)


def test_every_folder_has_its_place_in_the_arrows():
    assert {part_of(m) for m in MODULES} <= set(ARROWS) | TOP


def test_pygame_stands_only_where_something_is_shown():
    assert not wrong((m for m in MODULES if part_of(m) not in MAY_DRAW), {"pygame"})


def test_yaml_and_sqlite_stand_only_in_data():
    # The doctor only reads which versions they are, and what a start costs is held against the bare reading of the rows.
    apart = (m for m in MODULES if part_of(m) != "data" and m.name not in ("doctor.py", "long_life.py"))
    assert not wrong(apart, {"yaml", "sqlite3"})


def test_rules_and_puppets_know_no_clock_no_chance_and_no_file():
    pure = [m for m in MODULES if part_of(m) in ("core", "puppet", "print")]
    assert not wrong(iter(pure), IMPURE)
    calls = [
        f"{module.relative_to(ROOT)}:{node.lineno} calls {ast.unparse(node.func)}"
        for module in pure
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and (IMPURE_CALLS.match(name := ast.unparse(node.func)) or (name.endswith("Random") and not node.args))
    ]
    assert not calls, "\n".join(calls)


def test_nothing_but_the_named_packages_is_imported():
    import sys
    import tomllib

    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    at_home = {"pygame-ce": "pygame", "PyYAML": "yaml"}
    allowed = {at_home.get(n, n) for n in (re.split(r"[<>=!~ ]", d)[0] for d in named)} | {"game"}
    strangers = {
        f"{module.relative_to(ROOT)}:{line} imports {name}"
        for module in MODULES
        for name, line in imports(module)
        if (first := name.split(".")[0]) not in allowed and first not in sys.stdlib_module_names
    }
    assert not strangers


def test_importing_a_module_does_nothing():
    """No file, window, mixer or diary is opened by an import: only definitions stand at the top of a module."""
    doing = [
        f"{module.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)[:60]}"
        for module in MODULES
        for node in tree(module).body
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        or isinstance(node, ast.For | ast.While | ast.With | ast.Try)
    ]
    assert not doing, "\n".join(doing)


@pytest.mark.parametrize("module", [m for m in MODULES if m.stat().st_size], ids=lambda m: str(m.relative_to(GAME)))
def test_every_module_says_what_it_is_for(module: Path):
    said = ast.get_docstring(tree(module))
    assert said, f"{module} has no words at its top"
    assert said.strip().splitlines()[0].endswith((".", ":", ";", ",")) or len(said.splitlines()) > 1, said


def _public_classes(module: Path) -> list[str]:
    return [
        n.name for n in ast.parse(module.read_text("utf-8")).body if isinstance(n, ast.ClassDef) and n.name[0] != "_"
    ]


def test_no_public_class_name_stands_for_two_things():
    """A route is `Close`, the screen it leads to `CloseScreen`: who reads a name knows which is meant."""
    places: dict[str, list[str]] = {}
    for module in MODULES:
        for name in _public_classes(module):
            places.setdefault(name, []).append(str(module.relative_to(GAME)))
    assert len(places) > 300
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_no_module_has_a_name_that_says_nothing():
    empty = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "base"}
    assert not [m for m in MODULES if m.stem in empty]
    classes = [
        f"{m.relative_to(ROOT)}: {node.name}"
        for m in MODULES
        for node in ast.walk(tree(m))
        if isinstance(node, ast.ClassDef) and re.search(r"Manager|Helper|Utils|^Base", node.name)
    ]
    assert not classes


# ------------------------------------------------------------------------------------------ types

# Where `Any` may stand, and why: text of files comes in there. Behind it everything has a type of its own.
ANY = {
    "data/files/art": "YAML of our own art, before it is a puppet, a place, a sticker or a chapter",
    "data/files/fixed": "YAML of our own art, lists made tuples on the way",
    "data/files/rig_file": "a puppet's YAML, merged with what it extends before it is a puppet",
    "data/files/place_file": "a place's YAML, becoming a place",
    "data/files/spread_file": "the YAML of a page of the story, becoming a page",
    "data/files/day_file": "the YAML of what is new on a day, becoming a place's days",
    "data/files/figure_file": "the YAML of whole friends, becoming figures",
    "data/files/camp_file": "the YAML of the camp, becoming the camp",
    "data/files/plain": "JSON of a file that was proven to be our own, becoming values of our classes",
    "data/checkpoint/checkpoint_file": "the same file's outline, before it is a family",
    "data/checkpoint/first_look_file": "the same of the small file beside it",
    "data/checkpoint/summed_file": "the same, as it is read",
    "data/journal/facts": "JSON of the diary: each field's reader has looked before the fact is made",
}
VALUES = "game.data.files.fixed"  # its `Values` is such a table by another name


def untyped(parsed: ast.Module) -> list[int]:
    """The lines that name `Any`, or bring a table of it in by its other name."""
    return sorted(
        node.lineno
        for node in ast.walk(parsed)
        if (isinstance(node, ast.Name) and node.id == "Any")
        or (isinstance(node, ast.Attribute) and node.attr == "Any")
        or (isinstance(node, ast.ImportFrom) and {alias.name for alias in node.names} & {"Any", "AnyStr"})
        or (isinstance(node, ast.ImportFrom) and node.module == VALUES)
    )


def unexplained(source: str) -> list[int]:
    """The lines that overrule the type checker without a comment on the line or the one above."""
    lines = source.splitlines()
    return [
        number
        for number, line in enumerate(lines, 1)
        if re.search(r"\bcast\(", line) and "#" not in line and not lines[number - 2].lstrip().startswith("#")
    ] + [number for number, line in enumerate(lines, 1) if re.search(r"# type: ignore(\[[a-z-]+\])?\s*$", line)]


def test_any_stands_only_where_text_of_files_comes_in():
    assert {m.relative_to(GAME).with_suffix("").as_posix() for m in MODULES if untyped(tree(m))} == set(ANY)


def test_an_any_would_be_seen():
    assert untyped(ast.parse("from typing import Any\nx: dict[str, Any] = {}\ny: typing.Any = 1")) == [1, 2, 3]
    assert untyped(ast.parse("from game.data.files.fixed import Values")) == [1]
    assert not untyped(ast.parse("def any_of(x: object) -> bool:\n    return any(x)"))


def test_the_type_checker_is_overruled_only_with_a_reason():
    found = [f"{m.relative_to(ROOT)}:{n}" for m in MODULES for n in unexplained(m.read_text(encoding="utf-8"))]
    assert not found


def test_an_overruling_without_a_reason_would_be_seen():
    assert unexplained("x = 1\ny = cast(int, x)\nz = x  # type: ignore[arg-type]") == [2, 3]
    assert not unexplained("# it was read as one\ny = cast(int, x)\nz = x  # type: ignore[arg-type]  # pygame: no stub")


# ------------------------------------------------------------------------------------------ circles and late imports

# Where an import may stand inside a function, and why.
LATE = {
    **{
        f"scenes/flow/{module.stem}": "a screen is imported when it is entered: the first does not wait for the last"
        for module in (GAME / "scenes" / "flow").glob("*.py")
    },
    "cli": "a command's file is imported when it is asked for, and what only a broken installation asks for then",
    "__main__": "a device is tried without the game",
    "ui/audio/device_tries": "a try imports what it tries",
    "ui/art/art_cache": "the first picture is an earlier start's, and the first screen has no page, no camp and no figure",
    "data/files/resources": "what reads a zip is needed in one alone",
    "data/files/art": "the same: what reads puppets and places comes with the first of them",
    "commands/bench": "a process begun by a large one counts the large one's memory as its own",
    "bench/session": "Windows has no such module",
    "bench/still": "Windows has no such module",
    "commands/play": "the window comes first, and what the game needs is fetched while it lies there",
    "commands/demo": "the window comes first, as in play",
    "data/as_written": "what ships was read when the game was made: only what was edited, or is a family's own, needs the readers",
    "app/history_keeper": "a checkpoint is made beside the loop, and its ledgers are read by who looks at figures",
    "app/game": "the first picture needs no fold and no rules; only what a press or the end asks of the disk, and a voice only where words are not recorded",
    "app/family_files": "the same",
    "data/checkpoint/past": "the first look may be all that is needed until the first picture",
    "scenes/home/heads_screen": "the same: else the rules are asked",
    "data/texts/voices": "ours are listed with their lengths: only a family's own recordings are measured",
    "scenes/home/who": "a map is painted for the next screen, once this one is seen",
    "scenes/parent/remarks": "a sheet is laid out when somebody reads it",
    "app/startup": "the made-up family is made only for somebody who looks around, a card only where there is trouble",
}
AREAS = ("home", "session", "together", "function_quest", "parent", "first_start", "trouble")


def name_of(module: Path) -> str:
    """How an import names it: game.scenes.home.who."""
    return ".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def named_by(parsed: ast.Module, known: set[str]) -> set[str]:
    """The known modules it imports, wherever the import stands; names for type checkers only are left out."""
    hidden = for_type_checkers(parsed)
    found: set[str] = set()
    for node in ast.walk(parsed):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & known
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found |= {whole if whole in known else node.module or ""} & known
    return found


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules of which each leads to each other."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        ahead = [start]
        while ahead:
            for name in arrows.get(ahead.pop(), set()) - seen:
                seen.add(name)
                ahead.append(name)
        return seen

    ways = {name: reached(name) for name in arrows}
    groups = {frozenset(other for other in ways[name] if name in ways[other]) for name in arrows if name in ways[name]}
    return sorted(map(sorted, groups))


def late(parsed: ast.Module) -> list[int]:
    """The lines of imports that stand inside a function."""
    functions = (node for node in ast.walk(parsed) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return sorted({n.lineno for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)})


def is_screen(module: str, parsed: ast.Module, opened: set[str]) -> bool:
    """Whether it stands in an area, is opened by flow, and holds a class with the name of a screen."""
    names = (
        target.id
        for cls in ast.walk(parsed)
        if isinstance(cls, ast.ClassDef)
        for node in cls.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    return module in opened and module.split(".")[2] in AREAS and "name" in names


def screens() -> set[str]:
    """The modules of screens, as flow knows them."""
    known = {name_of(m): m for m in MODULES}
    openers = [m for m in MODULES if m.parent.name == "flow"]
    opened = {name for opener in openers for name in named_by(tree(opener), set(known))}
    return {name for name in opened if name.count(".") > 2 and is_screen(name, tree(known[name]), opened)}


def test_no_imports_go_in_a_circle():
    known = {name_of(m) for m in MODULES}
    arrows = {name_of(m): named_by(tree(m), known) - {name_of(m)} for m in MODULES}
    assert not circles(arrows)


def test_a_circle_would_be_seen():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == [["b", "c"]]


def test_imports_stand_at_the_top_but_for_flow_and_the_start():
    found = {
        m.relative_to(GAME).with_suffix("").as_posix(): lines
        for m in MODULES
        if (lines := late(tree(m))) and m.relative_to(GAME).with_suffix("").as_posix() not in LATE
    }
    assert not found


def test_every_module_that_may_import_late_does():
    assert {name for name in LATE if late(tree(GAME / f"{name}.py"))} == set(LATE)


def test_a_late_import_would_be_seen():
    assert late(ast.parse("import a\ndef f():\n    if a:\n        from b import c\n    return c")) == [4]


def test_no_screen_imports_another():
    known = screens()
    assert len(known) > 40
    found = [
        f"{name_of(m)} imports {other}"
        for m in MODULES
        if name_of(m).startswith("game.scenes.") and m.parent.name != "flow"
        for other in named_by(tree(m), known) - {name_of(m)}
    ]
    assert not found, "\n".join(found)


def test_an_import_of_a_screen_would_be_seen():
    source = ast.parse("def press():\n    from game.scenes.home.who import Who\n    return Who")
    assert named_by(source, screens()) == {"game.scenes.home.who"}


# ------------------------------------------------------------------------------------------ every file of the project

IGNORED = re.compile(r"(^|/)(\.git|\.venv.*|venv|__pycache__|\.[a-z]+_cache|\.hypothesis|dist|.*\.egg-info)(/|$)")


def project_files() -> list[Path]:
    """Every file a clone would hold, as far as names tell."""
    files = (p for p in ROOT.rglob("*") if p.is_file())
    return sorted(p for p in files if not IGNORED.search(p.relative_to(ROOT).as_posix()) and p.suffix != ".pyc")


def test_no_two_files_differ_only_in_the_case_of_their_letters():
    """Windows and macOS would keep one of them."""
    seen: dict[str, Path] = {}
    for file in project_files():
        key = file.relative_to(ROOT).as_posix().casefold()
        assert key not in seen, f"{file} and {seen[key]}"
        seen[key] = file


def test_file_names_work_on_every_system():
    odd = [p for p in project_files() if not re.fullmatch(r"[A-Za-z0-9._/-]+", p.relative_to(ROOT).as_posix())]
    assert not odd
    reserved = {"con", "prn", "aux", "nul"}
    assert not [p for p in project_files() if p.stem.casefold() in reserved]


def test_no_file_knows_the_machine_it_was_made_on():
    # Written in pieces, so that this file does not hold them itself.
    words = ["/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/brief", "/ho" + "me/[a-z]+/", "C:" + r"\\Users"]
    words += ["[a-z]+@[a-z]+[.]com"]
    words += ["py" + "pi[.]org", "python" + "hosted", "registry[.]n" + "pmjs", "prox" + "y:", "/sha" + "red/"]
    pattern = re.compile("|".join(words), re.IGNORECASE)
    found = []
    for file in project_files():
        if file.suffix in (".png", ".jpg", ".ogg", ".ttf"):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if hit := pattern.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {hit.group()}")
    assert not found, "\n".join(found)


def test_no_work_is_left_marked_as_undone():
    pattern = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b|Lorem " + "ipsum")
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in project_files()
        if file.suffix in (".py", ".yaml", ".md", ".toml")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)


# ---------------------------------------------------------------- tests try what runs
# How often a test still puts something in the place of a part of ours. A real disk that is full or slow, a real program
# or an argument the product has as well tells more: this list only gets shorter.
REPLACED = {
    "tests/app/test_startup.py": 1,
    "tests/computer.py": 1,
    "tests/core/history/test_clocks.py": 1,
    "tests/scenes/test_one_press.py": 1,
}


def replaced(path: Path) -> int:
    """How often a part of ours is replaced in a file of tests: by `setattr`, or by assigning to a method."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    foreign = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            foreign |= {(a.asname or a.name).split(".")[0] for a in node.names if a.name.split(".")[0] not in OURS}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] not in OURS:
            foreign |= {a.asname or a.name for a in node.names}
    count = text.count("# type: ignore[" + "method-assign")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setattr":
            what = (
                ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) else ast.unparse(node.args[0])
            )
            root = re.split(r"\W", what)[0]
            count += root in OURS if isinstance(node.args[0], ast.Constant) else root not in foreign
    return count


OURS = ("game", "tests")


def test_tests_replace_no_part_of_ours() -> None:
    found = {p.relative_to(ROOT).as_posix(): n for p in sorted((ROOT / "tests").rglob("*.py")) if (n := replaced(p))}
    assert found == REPLACED
