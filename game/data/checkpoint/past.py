"""What an earlier session left for a start, in the family's folder: what is shown first, and the checkpoint.

The small file of the first look is read before the diary is opened; where it is of this diary, the checkpoint and what
was told since it are read afterwards, beside the loop.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.core.first_look import FirstLook
from game.data.checkpoint.first_look_file import read_look
from game.data.files.paths import CHECKPOINT, FIRST_LOOK
from game.data.journal.import_limits import LAST_NUMBER
from game.data.journal.opening import ProvenPart

if TYPE_CHECKING:
    from game.data.checkpoint.checkpoint_file import KeptFamily
    from game.data.checkpoint.family_history import FamilyHistory
    from game.data.journal.journal import Journal


class Past:
    """Of the family in the folder `data`; `key` says of which program and levels the files must be."""

    def __init__(self, data: Path, key: str) -> None:
        self._file, self._key = data / CHECKPOINT, key
        self._look = read_look(data / FIRST_LOOK, key)
        self._checkpoint = None if self._look else self._read()

    def _read(self) -> KeptFamily | None:
        from game.data.checkpoint.checkpoint_file import read_file

        return read_file(self._file, self._key)

    @property
    def proven(self) -> ProvenPart | None:
        """What was whole when it was left."""
        return self._look.proven if self._look else self._checkpoint.proven if self._checkpoint else None

    def first_look(self, journal: Journal) -> FirstLook | None:
        """What may be shown of the diary as it is now; None where anything was told since."""
        if self._look and journal.head() != self._look.end:
            self._look = None
        return self._look and self._look.look

    def history(self, journal: Journal) -> FamilyHistory:
        """The family as its diary tells it; where it was shown at first, as it told it then."""
        from game.data.checkpoint.family_history import had

        return had(journal, self._checkpoint or self._read(), self._look.proven.place if self._look else LAST_NUMBER)
