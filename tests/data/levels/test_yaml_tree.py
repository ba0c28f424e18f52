"""What a level file may be made of, and what a hostile one costs."""

from __future__ import annotations

import random
import tracemalloc

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.bidi import MARKS
from game.data.files.resources import resource
from game.data.levels.problems import MOST, Findings
from game.data.levels.yaml_tree import DEPTH, EVENTS, SIZE, Items, Node, Scalar, Table, at, tree


def read(text: str | bytes) -> tuple[Node | None, list[str]]:
    """The tree and the problems of a text called a.yaml."""
    findings = Findings("a.yaml")
    root = tree(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"), findings)
    return root, [str(problem) for problem in findings.problems]


def told(text: str | bytes) -> str:
    """The only problem of a text."""
    _, problems = read(text)
    assert len(problems) == 1, problems
    return problems[0]


def test_words_lists_and_tables_know_their_lines() -> None:
    root, problems = read("a: 1\nb:\n  - x\n  - 'y'\n")
    assert not problems and isinstance(root, Table)
    assert at(root, "a") == Scalar(1, 4, "1", True)
    assert at(root, "b", 1) == Scalar(4, 5, "y", False)
    assert isinstance(at(root, "b"), Items)
    assert at(root, "b", 7) == at(root, "b"), "a path that ends early shows the deepest thing that exists"


@pytest.mark.parametrize("word", ["no", "012", "1:30", "1_0", "0x1f", "=", "2026-13-45", "<<", "null", "1e3", ".inf"])
def test_every_scalar_stays_the_text_that_was_written(word: str) -> None:
    root, problems = read(f"a: {word}")
    assert not problems
    assert at(root, "a") == Scalar(1, 4, word, True)


def laughs(levels: int) -> str:
    """Each line is ten times the one before."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, levels)]
    return "\n".join(lines)


def test_a_billion_laughs_end_at_the_first_anchor() -> None:
    assert told(laughs(9)) == "a.yaml:1:5: anchors (&) are not used here; write it out"
    assert len(list(_leaves(yaml.safe_load(laughs(4))))) == 11_110, "control: the usual loader does unfold them"


def _leaves(value: object) -> list[object]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if inner is None else [leaf for item in inner for leaf in _leaves(item)]


def test_aliases_are_refused_even_without_an_anchor() -> None:
    assert told("a: *b") == "a.yaml:1:4: aliases (*) are not used here; write it out"
    assert "anchors" in told("&a [*a]")


@pytest.mark.parametrize("tag", ['!!int ""', "!!timestamp x", "!!bool x", "!!python/name:os.system x", "!own x", "! x"])
def test_tags_are_refused(tag: str) -> None:
    assert told(f"a: {tag}") == "a.yaml:1:4: tags (!) are not used here"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_what_is_too_deep_is_refused_where_it_gets_too_deep(opening: str) -> None:
    message = told(opening * 50_000)
    assert (
        message.endswith(f"more than {DEPTH} lists and tables inside each other") or "a key must be a word" in message
    )
    assert int(message.split(":")[2]) <= DEPTH * len(opening) + 1
    root, problems = read("[" * (DEPTH - 1) + "x" + "]" * (DEPTH - 1))
    assert root and not problems, "control: what is just shallow enough is read"


def test_a_larger_file_is_refused_unread() -> None:
    assert told(b"#" * (SIZE + 1)) == f"a.yaml:1:1: the file is larger than {SIZE // 1024} KiB"
    assert told(b"#" * SIZE) == "a.yaml:1:1: the file is empty", "control: the largest file is read"


def test_many_small_words_end_at_the_limit() -> None:
    text = "[" + "a," * (SIZE // 2 - 2) + "]"
    assert told(text).endswith(f"more than {EVENTS} words, lists and tables")
    _, problems = read("[" + "a," * (EVENTS - 10) + "]")
    assert not problems, "control: a few less are read"


@pytest.mark.parametrize(
    "bomb",
    [laughs(9), "[" * SIZE, "- abc\n" * (SIZE // 6), "a: " + "x" * (SIZE - 3), '"' + "\\x41" * (SIZE // 4 - 1) + '"'],
    ids=["laughs", "deep", "many", "long", "escapes"],
)
def test_a_bomb_takes_little_memory(bomb: str) -> None:
    tracemalloc.start()
    read(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 * 1024 * 1024


def test_a_key_written_twice_names_both_lines() -> None:
    assert told("a: 1\nb: 2\na: 3\n") == "a.yaml:3:1: 'a' is written twice, first in line 1"


def test_a_key_must_be_a_word() -> None:
    assert told("? [a, b]\n: c") == "a.yaml:1:3: a key must be a word"


@pytest.mark.parametrize("escape", [r"\ud800", r"\0", r"\u202e", r"\u2066", r"\x1b", r"\ufeff"])
def test_characters_that_cannot_be_seen_are_refused(escape: str) -> None:
    assert "cannot be seen" in told(f'a: "x{escape}y"')
    assert "cannot be seen" in told(f'"x{escape}y": a')


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_that_only_says_which_way_its_neighbour_goes_may_stand_in_a_text(mark: str) -> None:
    findings = Findings("a.yaml")
    root = tree(f"a: (3){mark} y".encode(), findings)
    assert root is not None and findings.problems == []


def test_a_raw_control_character_is_told_with_its_place() -> None:
    assert told("a: b\nc: \x07") == "a.yaml:2:4: the character U+0007 may not be here"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfea\x00", "a.yaml:1:1: the file is not UTF-8 text (byte 1)"),
        (b"a: \xc3(", "a.yaml:1:1: the file is not UTF-8 text (byte 4)"),
        (b"", "a.yaml:1:1: the file is empty"),
        (b"# nothing\n", "a.yaml:1:1: the file is empty"),
        (b"a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document (---) begins here; one file holds one"),
    ],
)
def test_what_is_no_single_text_is_told(data: bytes, message: str) -> None:
    assert told(data) == message


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    root, problems = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert not problems and at(root, "b") == Scalar(2, 4, "2", True)


@pytest.mark.parametrize(
    "text", ["a: [1", "a: 'x", "\ta: 1", "a: b: c", "%YAML 1." + "9" * 5000 + "\n---\na", '"\\U99999999"']
)
def test_what_is_not_yaml_is_a_problem_and_never_an_exception(text: str) -> None:
    root, problems = read(text)
    assert root is None and len(problems) == 1


def test_a_file_full_of_mistakes_does_not_fill_the_screen() -> None:
    _, problems = read("a: 1\n" * 5000)
    assert len(problems) == MOST


@settings(max_examples=150)
@given(
    st.text(alphabet=st.characters(max_codepoint=0x2100), max_size=80)
    | st.text("[]{}:-?!&*#|>'\"\\ \n\tab%@`,", max_size=60)
)
def test_no_text_raises(text: str) -> None:
    root, problems = read(text)
    assert root is not None or problems


def test_no_damaged_file_raises() -> None:
    whole = (resource("levels") / "exercises" / "lego_bricks.yaml").read_bytes()
    chance = random.Random(7)
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(data))
            data[place : place + chance.randint(0, 3)] = bytes(
                chance.choices(b"[]{}:-&*!'\"\\\n\t \xff\x00ab1", k=chance.randint(0, 3))
            )
        root, problems = read(bytes(data))
        assert root is not None or problems
