"""What the next start shows first, made of the diary as it stands. To be made beside the loop, or at the end.

No start needs it: it is imported when one is made.
"""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue
from game.core.first_look import FirstLook
from game.core.history.fold import fold
from game.core.history.missing_content import NamesTold
from game.core.rules.heads import heads_of_days
from game.core.rules.journey import Journey
from game.data.checkpoint.family_history import FamilyHistory, proven_since
from game.data.checkpoint.first_look_file import KeptLook
from game.data.journal.journal import Journal
from game.data.journal.opening import ProvenPart

DAYS = 4  # the running one and three mornings: who stays away longer waits a tenth of a second more


def look_ahead(journal: Journal, catalogue: Catalogue, history: FamilyHistory, today: date) -> KeptLook | None:
    """For a start on the game day `today` or soon after it; the diary is folded from `history` on once more, for what
    is shown must be what it tells. None for a family in which nobody plays, and of a diary not proven."""
    told = proven_since(journal, history)
    if told is None:
        return None
    end, since = told
    family = fold(history.base, since)
    ways = [
        Journey(catalogue, child, today, history.days.get(id_)) for id_, child in family.children.items()
        if not child.is_put_away
    ]  # fmt: skip
    if not ways:
        return None
    named = history.named | NamesTold.by(since)
    look = FirstLook(
        family.settings, family.gate is not None, named.exercises, named.programmes, heads_of_days(ways, today, DAYS)
    )
    return KeptLook(look, ProvenPart({end[0]: end[1]}, journal.device, journal.numbered))
