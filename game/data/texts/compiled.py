"""The shipped texts as they were read when the game was made, so that a start need not read their YAML again.

`assets/build/hashes.py` writes the file. Each catalogue's entries stand there with the SHA-256 of the YAML they came
from: an edited catalogue is another one, and is read as it is. Without the file, or with a damaged one, everything is
read from the YAML, and all is the same.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from importlib.resources.abc import Traversable

FILE = "compiled.json"
Entry = str | Mapping[str, str]
Compiled = Mapping[str, tuple[str, Mapping[str, Entry]]]  # by "en/parent.yaml": the sum of the file, and its entries
log = logging.getLogger(__name__)


def sum_of(text: bytes) -> str:
    """By which a catalogue is known again."""
    return hashlib.sha256(text).hexdigest()


def read(folder: Traversable) -> Compiled:
    """What lies below a folder of texts; nothing where there is no such file, or none that can be read."""
    try:
        said = json.loads((folder / FILE).read_bytes())
        return {name: (str(about["sha256"]), dict(about["entries"])) for name, about in said.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        log.info("the texts are read from their own files: %s", error)
        return {}


def written(found: Compiled) -> str:
    """The file's text."""
    said = {name: {"sha256": sum_, "entries": entries} for name, (sum_, entries) in sorted(found.items())}
    return json.dumps(said, ensure_ascii=True, indent=0) + "\n"
