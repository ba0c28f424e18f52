"""JSON Schemas of the level files, made from the same forms that read them, so that editors complete and mark them; and
that of the report's JSON.

Draft 7, which editors know best. What must hold between files and between numbers is only in
`game.data.levels.crosschecks`.
"""

from __future__ import annotations

import json
from pathlib import Path

from game.data.levels.fields import Record, Schema
from game.data.levels.forms import FORMS
from game.print.report_schema import report_schema

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(form: Record[object]) -> Schema:
    """The whole schema of one form."""
    return {"$schema": DRAFT, "title": form.title, **form.schema()}


def schema_files() -> dict[str, str]:
    """File name -> contents of every schema."""
    schemas = {name: schema_of(form) for name, form in FORMS.items()} | {"report": report_schema()}
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes every schema into `folder`, made if needed; the paths. Raises OSError when it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schema_files().items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
