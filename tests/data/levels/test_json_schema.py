"""The schemas for editors are those of the readers, and the two agree about documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from game.data.files.resources import resource
from game.data.levels.fields import (
    ID,
    Decimal,
    FieldKind,
    Flag,
    Many,
    NameField,
    OneOf,
    Pairs,
    Record,
    Said,
    Text,
    Whole,
)
from game.data.levels.forms import CLIP, FORMS
from game.data.levels.json_schema import schema_files, schema_of, write_schemas
from game.data.levels.problems import Findings
from game.data.levels.yaml_tree import tree

LETTERS = "abz_09 ПяñО-/"
WRONG: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 10**10), st.sampled_from([0.5, -2.5, 1e9, 0.001]),
    st.text(LETTERS, max_size=90), st.sampled_from(["no", "012", "true", "null", "1:30", "~", "0x1f", "", " "]),
    st.lists(st.sampled_from(["a", "b_1", 1, None, True]), max_size=3), st.builds(dict), st.builds(dict, x=st.just(1)),
)  # fmt: skip


def good(kind: FieldKind[object]) -> st.SearchStrategy[Any]:
    """Documents of a kind that are right, mostly at their edges."""
    match kind:
        case Whole(low, high):
            return st.sampled_from([low, high, (low + high) // 2])
        case Decimal(low, high):
            return st.sampled_from([low, high, round((low + high) / 3, 3)])
        case Flag():
            return st.booleans()
        case OneOf(words):
            return st.sampled_from(words)
        case Text(most):
            return st.sampled_from(["Bear walk", "x" * most, "Мишка", 12, True, "no", "012"])
        case Said(most):
            tables = st.dictionaries(st.sampled_from(["en", "ru", "nds"]), good(Text(most)), min_size=1)
            return st.one_of(good(Text(most)), tables)
        case NameField():
            return st.sampled_from(["bo_side/walk"] if kind == CLIP else ["a", "bear_walk", "x9"])
        case Many(inner, least, _):
            return st.lists(good(inner), min_size=least, max_size=least + 1)
        case Pairs(inner):
            return st.dictionaries(st.sampled_from(["a", "b"]), good(inner), max_size=2)
        case Record():
            return records(kind)
    raise TypeError(f"no documents for {kind}")


@st.composite
def records(draw: st.DrawFn, form: Record[object]) -> dict[str, Any]:
    return {name: draw(good(field.kind)) for name, field in form.fields.items()}


@st.composite
def documents(draw: st.DrawFn, form: Record[object]) -> dict[str, Any]:
    """A right document with nothing, one thing or two things wrong, somewhere."""
    made: Any = draw(records(form))
    for _ in range(draw(st.integers(0, 2))):
        table = made
        while inner := [value for value in table.values() if isinstance(value, dict)]:
            if draw(st.booleans()):
                break
            table = draw(st.sampled_from(inner))
        key = draw(st.sampled_from([*table, "Unknown", "more"]))
        if draw(st.booleans()):
            table.pop(key, None)
        else:
            table[key] = draw(WRONG)
    return made


def reads(form: Record[object], document: Any) -> list[str]:
    """The reader's problems with a document."""
    findings = Findings("a.yaml")
    root = tree(yaml.safe_dump(document, allow_unicode=True, sort_keys=False).encode(), findings)
    assert root is not None
    form.read(root, "", findings)
    return [str(problem) for problem in findings.problems]


@pytest.mark.parametrize("name", FORMS)
def test_schema_and_reader_agree(name: str) -> None:
    validator = Draft7Validator(schema_of(FORMS[name]))
    told = {True: 0, False: 0}

    @settings(max_examples=120)
    @given(documents(FORMS[name]))
    def agree(document: Any) -> None:
        is_valid = validator.is_valid(document)
        told[is_valid] += 1
        problems = reads(FORMS[name], document)
        assert (not problems) == is_valid, problems or [error.message for error in validator.iter_errors(document)]

    agree()
    assert min(told.values()) >= 10, "control: both kinds of documents were tried"


def test_the_committed_schemas_are_those_of_the_readers() -> None:
    folder = resource("levels", "schema")
    for name, text in schema_files().items():
        stale = f"{name} is stale: barefoot-trail check --schema levels/schema"
        assert (folder / name).read_text(encoding="utf-8") == text, stale
    assert sorted(file.name for file in folder.iterdir()) == sorted(schema_files())


@pytest.mark.parametrize("name", FORMS)
def test_schemas_are_schemas_and_describe_every_field(name: str) -> None:
    schema = schema_of(FORMS[name])
    Draft7Validator.check_schema(schema)
    assert all(field["description"] for field in schema["properties"].values())


def test_shipped_files_fit_the_schemas_as_an_editor_reads_them() -> None:
    for name, below in (("exercise", "exercises"), ("programme", "programmes")):
        validator = Draft7Validator(schema_of(FORMS[name]))
        for file in resource("levels", below).iterdir():
            validator.validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    Draft7Validator(schema_of(FORMS["rules"])).validate(
        yaml.safe_load(resource("levels", "rules.yaml").read_text(encoding="utf-8"))
    )


def test_schemas_are_written_into_a_new_folder(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "a" / "b")
    assert [path.name for path in written] == list(schema_files())
    assert json.loads(written[0].read_text(encoding="utf-8"))["properties"]["id"]["pattern"] == f"^(?:{ID.form})$"
